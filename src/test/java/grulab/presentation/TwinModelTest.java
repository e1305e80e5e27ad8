package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.explain.Explanation;
import grulab.engine.explain.Written;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.EqualCase;
import grulab.model.Experiment;
import grulab.model.FrameworkRow;
import grulab.model.Pairing;
import grulab.model.ResetPosition;
import grulab.model.RunState;
import grulab.model.Snapshot;
import grulab.model.Twin;
import grulab.model.TwinProgress;
import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("The twin cells of a window")
class TwinModelTest {
    private static final Convention CHUNG = new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT);
    private static final Convention FLIPPED = Convention.PYTORCH.with(UpdateMeaning.ADMIT);

    private final StepFixture lab = new StepFixture();
    private final BooleanProperty active = new SimpleBooleanProperty(true);
    private final List<String> trained = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int computed;
    private boolean slow;
    private long now;
    /** What computing a twin takes; the first one may take longer. */
    private long cost;

    private long cold;
    /** Readings of the clock while a twin is computed: before it, and after it. */
    private int readings;

    private final TwinModel model = new TwinModel(
            lab.run,
            lab.selection,
            active,
            new TwinTraining.Trainer() {
                @Override
                public void train(Convention under) {
                    trained.add(under.reset().id() + " " + under.update().id());
                }

                @Override
                public void rest() {
                    trained.add("rest");
                }

                @Override
                public void end() {
                    trained.add("end");
                }
            },
            task -> {
                computed++;
                readings = 0;
                if (slow) {
                    waiting.add(task);
                } else {
                    task.run();
                }
                readings = -1; // anybody else's are of no time
            },
            Runnable::run,
            this::clock);

    private long clock() {
        if (readings >= 0 && ++readings == 2) {
            now += computed == 1 ? Math.max(cold, cost) : cost;
        }
        return now;
    }

    @Test
    @DisplayName("are at first PyTorch's and Chung's with the same weights, and follow every snapshot")
    void start() {
        Snapshot a = lab.begin(StepFixture.small());
        Twin twin = model.twin().get();
        assertThat(twin.a()).isSameAs(a);
        assertThat(twin.b().convention()).isEqualTo(CHUNG);
        assertThat(twin.pairing()).isEqualTo(Pairing.SAME_WEIGHTS);
        assertThat(model.row().get().id()).isEqualTo("chung");
        assertThat(twin.sampleA()).hasSize(200);
        assertThat(twin.sampleB()).hasSize(200).isNotEqualTo(twin.sampleA());
        assertThat(twin.prefix()).isNotEmpty();
        assertThat(model.refused().get()).isNull();
        Snapshot next = lab.hear(StepFixture.snapshot(StepFixture.small(), 5, 1));
        assertThat(model.twin().get().a()).isSameAs(next);
        assertThat(trained).isEmpty();
    }

    @Test
    @DisplayName("lead to where they part, and take both apart there")
    void firstDifference() {
        lab.begin(StepFixture.small());
        lab.selection.time(5);
        model.goToFirstDifference();
        Twin twin = model.twin().get();
        int t = twin.difference().t();
        int unit = twin.difference().unit();
        assertThat(lab.selection.time().get()).isEqualTo(t).isZero();
        assertThat(lab.selection.unit().get()).isEqualTo(unit);
        assertThat(said(model.linesA().get()))
                .isEqualTo(said(Explanation.of(twin.a(), t, unit, List.of()).lines()));
        assertThat(said(model.linesB().get()))
                .isEqualTo(said(Explanation.of(twin.b(), t, unit, List.of()).lines()))
                .isNotEqualTo(said(model.linesA().get()));
        assertThat(model.linesB().get()).allMatch(Line::agrees);
    }

    @Test
    @DisplayName("stay where they are if they do not part")
    void noDifference() {
        lab.begin(StepFixture.small());
        lab.selection.time(5);
        model.pairing().set(Pairing.RELABELLED);
        model.choose(ResetPosition.AFTER);
        assertThat(model.twin().get().difference().equal()).isTrue();
        assertThat(model.twin().get().pairing()).isEqualTo(Pairing.RELABELLED);
        model.goToFirstDifference();
        assertThat(lab.selection.time().get()).isEqualTo(5);
    }

    @Test
    @DisplayName("have two reset positions while one of the cases holds in which they are equal")
    void equalNeedsBoth() {
        lab.begin(StepFixture.small());
        model.choose(ResetPosition.AFTER);
        model.equal().set(EqualCase.DIAGONAL);
        assertThat(model.other().get()).isEqualTo(CHUNG);
        assertThat(model.twin().get().b().convention()).isEqualTo(CHUNG);
        assertThat(model.twin().get().difference().equal()).isTrue();
        model.equal().set(null);
        assertThat(model.twin().get().b().convention()).isEqualTo(CHUNG.with(ResetPosition.AFTER));
        model.equal().set(EqualCase.DIAGONAL);
        model.choose(UpdateMeaning.KEEP);
        assertThat(model.equal().get()).isEqualTo(EqualCase.DIAGONAL);
        model.choose(FrameworkRow.byId(CellType.GRU, "pytorch").orElseThrow());
        assertThat(model.equal().get()).isNull();
        assertThat(model.twin().get().b().convention()).isEqualTo(Convention.PYTORCH);
        model.equal().set(EqualCase.RESET_ONE);
        assertThat(model.row().get().convention()).isEqualTo(Convention.PYTORCH.with(ResetPosition.BEFORE));
        assertThat(model.twin().get().b().convention()).isEqualTo(model.other().get());
        model.equal().set(null);
        assertThat(model.row().get().id()).isEqualTo("pytorch");
    }

    /** Whatever is chosen, B has A's weights as the pairing says that stands on the screen. */
    @Test
    @DisplayName("never relabel B while the pairing says that the weights are the same")
    void theSameIsTheSame() {
        lab.begin(StepFixture.small());
        List<Runnable> ways = new ArrayList<>();
        for (FrameworkRow row : FrameworkRow.of(CellType.GRU)) {
            ways.add(() -> model.choose(row));
        }
        for (EqualCase equal : EqualCase.values()) {
            ways.add(() -> model.equal().set(equal));
        }
        for (Pairing pairing : List.of(Pairing.SAME_WEIGHTS, Pairing.RELABELLED)) {
            ways.add(() -> model.pairing().set(pairing));
        }
        for (Convention own : Convention.ALL) {
            ways.add(
                    () -> { // a switch of A's convention, and what opening a lab does
                        Experiment other = StepFixture.small().withConvention(own);
                        lab.run.experiment.set(other);
                        lab.begin(other);
                    });
        }
        ways.add(() -> model.equal().set(null));
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < 300; i++) {
            ways.get(random.nextInt(ways.size())).run();
            Twin twin = model.twin().get();
            boolean negated =
                    twin.b().weights().get("W_iz")[0] != twin.a().weights().get("W_iz")[0];
            boolean otherMeaning =
                    twin.a().convention().update() != twin.b().convention().update();
            if (model.refused().get() == null) {
                assertThat(twin.pairing()).isEqualTo(model.pairing().get());
            }
            assertThat(negated).isEqualTo(twin.pairing() == Pairing.RELABELLED && otherMeaning);
        }
    }

    @Test
    @DisplayName("show as relabelled what a case has relabelled, until it is undone")
    void aCaseSaysThatItRelabels() {
        lab.begin(StepFixture.small());
        model.equal().set(EqualCase.RESET_ONE);
        assertThat(model.pairing().get()).isEqualTo(Pairing.RELABELLED);
        assertThat(model.twin().get().pairing()).isEqualTo(Pairing.RELABELLED);
        assertThat(model.twin().get().difference().equal()).isTrue();
        model.choose(UpdateMeaning.KEEP);
        assertThat(model.pairing().get()).isEqualTo(Pairing.SAME_WEIGHTS);
        assertThat(model.twin().get().difference().equal()).isTrue();
        model.choose(UpdateMeaning.ADMIT);
        model.pairing().set(Pairing.SAME_WEIGHTS);
        assertThat(model.equal().get()).isEqualTo(EqualCase.RESET_ONE);
        assertThat(model.twin().get().difference().equal()).isFalse();
        model.equal().set(null);
        assertThat(model.pairing().get()).isEqualTo(Pairing.SAME_WEIGHTS);
        model.equal().set(EqualCase.DIAGONAL);
        model.pairing().set(Pairing.SAME_SEED);
        assertThat(model.equal().get()).isNull();
        assertThat(model.pairing().get()).isEqualTo(Pairing.SAME_SEED);
    }

    @Test
    @DisplayName("take B's convention from a row or from its switches")
    void choosing() {
        lab.begin(StepFixture.small());
        FrameworkRow rllib = FrameworkRow.ALL.stream()
                .filter(r -> r.id().equals("rllib"))
                .findFirst()
                .orElseThrow();
        model.choose(rllib);
        assertThat(model.row().get()).isSameAs(rllib);
        assertThat(model.other().get()).isEqualTo(rllib.convention());
        model.choose(UpdateMeaning.KEEP);
        assertThat(model.row().get()).isNull();
        assertThat(model.twin().get().b().convention()).isEqualTo(CHUNG.with(UpdateMeaning.KEEP));
        model.choose(ResetPosition.AFTER);
        assertThat(model.twin().get().b().convention()).isEqualTo(Convention.PYTORCH);
        assertThat(model.twin().get().difference().largest()).isZero();
    }

    @Test
    @DisplayName("say why a reset position cannot be relabelled, and keep the weights then")
    void refused() {
        lab.begin(StepFixture.small());
        model.pairing().set(Pairing.RELABELLED);
        assertThat(model.refused().get()).isEqualTo(Message.of("twin.refused", 11L));
        assertThat(model.twin().get().pairing()).isEqualTo(Pairing.SAME_WEIGHTS);
        model.equal().set(EqualCase.DIAGONAL);
        assertThat(model.refused().get()).isNull();
        model.equal().set(null);
        assertThat(model.refused().get()).isNotNull();
        model.other().set(FLIPPED);
        assertThat(model.refused().get()).isNull();
        assertThat(model.twin().get().pairing()).isEqualTo(Pairing.RELABELLED);
    }

    @ParameterizedTest
    @EnumSource(EqualCase.class)
    @DisplayName("are made equal by a case and parted again when it is undone")
    void equalCase(EqualCase equal) {
        Snapshot a = lab.begin(StepFixture.small());
        model.equal().set(equal);
        Twin twin = model.twin().get();
        assertThat(twin.equal()).isEqualTo(equal);
        assertThat(twin.b().convention()).isEqualTo(CHUNG);
        assertThat(twin.difference().t()).isEqualTo(equal == EqualCase.FIRST_STEP ? 1 : -1);
        assertThat(model.linesA().get()).allMatch(Line::agrees);
        model.equal().set(null);
        assertThat(model.twin().get().equal()).isNull();
        assertThat(model.twin().get().a()).isSameAs(a);
        assertThat(model.twin().get().difference().t()).isZero();
    }

    @Test
    @DisplayName("from the same seed: B is what the second trainer shows, once it shows what was asked for")
    void sameSeed() {
        Experiment e = StepFixture.small();
        Snapshot a = lab.begin(e);
        model.pairing().set(Pairing.SAME_SEED);
        assertThat(trained).containsExactly("before admit");
        assertThat(model.twin().get().pairing()).isEqualTo(Pairing.SAME_WEIGHTS);
        assertThat(model.computing().get()).isTrue();
        lab.run.twinProgress(new TwinProgress(2, 3, false, null));
        assertThat(model.computing().get()).isTrue();
        lab.run.twinSnapshot(StepFixture.snapshot(e.withConvention(FLIPPED), 2, 0)); // of what was wanted before
        assertThat(model.twin().get().pairing()).isEqualTo(Pairing.SAME_WEIGHTS);
        Snapshot b = StepFixture.snapshot(e.withConvention(CHUNG), 3, 0);
        lab.run.twinSnapshot(b);
        lab.run.twinProgress(new TwinProgress(3, 3, true, null));
        assertThat(model.twin().get().a()).isSameAs(a);
        assertThat(model.twin().get().b()).isSameAs(b);
        assertThat(model.twin().get().pairing()).isEqualTo(Pairing.SAME_SEED);
        assertThat(model.altered().get()).isTrue();
        assertThat(model.computing().get()).isFalse();
        assertThat(model.progress().get().of()).isEqualTo(3);
        model.other().set(FLIPPED);
        active.set(false);
        active.set(true);
        model.equal().set(EqualCase.RESET_ONE);
        model.equal().set(null);
        model.pairing().set(Pairing.SAME_WEIGHTS);
        assertThat(trained)
                .containsExactly("before admit", "after admit", "rest", "after admit", "rest", "after admit", "end");
        assertThat(model.altered().get()).isFalse();
    }

    @Test
    @DisplayName("say why there is no second trainer")
    void noSecondTrainer() {
        lab.begin(StepFixture.small());
        model.pairing().set(Pairing.SAME_SEED);
        lab.run.twinProgress(new TwinProgress(0, 3, false, "It needs 2 GB."));
        assertThat(model.twin().get()).isNull();
        assertThat(model.problem().get()).isEqualTo(Message.of("plain", "It needs 2 GB."));
        assertThat(model.computing().get()).isFalse();
        model.pairing().set(Pairing.SAME_WEIGHTS);
        assertThat(model.problem().get()).isNull();
        assertThat(model.twin().get()).isNotNull();
    }

    @Test
    @DisplayName("rest while nobody sees them, and then catch up")
    void inactive() {
        active.set(false);
        model.pairing().set(Pairing.SAME_SEED);
        Experiment e = StepFixture.small();
        lab.begin(e);
        model.equal().set(EqualCase.DIAGONAL);
        model.choose(UpdateMeaning.KEEP);
        lab.run.twinSnapshot(StepFixture.snapshot(e.withConvention(CHUNG), 2, 0));
        lab.selection.time(2);
        assertThat(computed).isZero();
        assertThat(trained).isEmpty();
        assertThat(model.twin().get()).isNull();
        assertThat(model.linesA().get()).isEmpty();
        active.set(true);
        assertThat(computed).isEqualTo(1);
        assertThat(model.twin().get().equal()).isEqualTo(EqualCase.DIAGONAL);
        assertThat(model.linesA().get()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(value = CellType.class, mode = Mode.EXCLUDE, names = "GRU")
    @DisplayName("are there for a GRU only")
    void otherCells(CellType cell) {
        lab.begin(StepFixture.small());
        model.pairing().set(Pairing.SAME_SEED);
        int before = computed;
        Experiment other = StepFixture.of(cell, Convention.PYTORCH, 6);
        lab.run.experiment.set(other);
        lab.begin(other);
        assertThat(model.applies().get()).isFalse();
        assertThat(model.twin().get()).isNull();
        assertThat(model.linesB().get()).isEmpty();
        assertThat(model.refused().get()).isNull();
        assertThat(computed).isEqualTo(before);
        assertThat(trained).containsExactly("before admit", "end");
        lab.run.experiment.set(StepFixture.small());
        model.pairing().set(Pairing.SAME_WEIGHTS);
        lab.begin(StepFixture.small());
        assertThat(model.twin().get()).isNotNull();
    }

    @Test
    @DisplayName("are of the newest snapshot, however many came while one was worked on")
    void latestWins() {
        slow = true;
        lab.begin(StepFixture.small());
        lab.hear(StepFixture.snapshot(StepFixture.small(), 4, 1));
        Snapshot newest = lab.hear(StepFixture.snapshot(StepFixture.small(), 5, 1));
        assertThat(model.computing().get()).isTrue();
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(computed).isEqualTo(2);
        assertThat(model.twin().get().a()).isSameAs(newest);
        assertThat(model.computing().get()).isFalse();
    }

    @ParameterizedTest(name = "{0} ms the first, {1} ms the others, a snapshot every {2} ms")
    @CsvSource({"350, 1, 60, 125", "350, 10, 60, 320", "350, 300, 60, 1000", "900, 300, 400, 1000", "350, 60, 890, 1000"
    })
    @DisplayName("follow while it trains, never more than a second apart, and no slower for a first time that was cold")
    void everySecond(long first, long others, long every, long longest) {
        cold = TimeUnit.MILLISECONDS.toNanos(first);
        cost = TimeUnit.MILLISECONDS.toNanos(others);
        lab.run.stateChanged(RunState.RUNNING);
        lab.begin(StepFixture.small());
        Snapshot[] some = {snapshotAt(1), snapshotAt(2)};
        long seen = now;
        long most = 0;
        int before = computed;
        for (int i = 0; now < TimeUnit.SECONDS.toNanos(30); i++) {
            now += TimeUnit.MILLISECONDS.toNanos(every);
            lab.run.snapshot(some[i % 2]);
            if (computed > before) {
                most = Math.max(most, now - seen);
                seen = now;
                before = computed;
            }
        }
        assertThat(TimeUnit.NANOSECONDS.toMillis(Math.max(most, now - seen))).isLessThanOrEqualTo(longest);
        assertThat(model.twin().get()).isNotNull();
    }

    @Test
    @DisplayName("take a twentieth of the time while it trains, and are of the last numbers once it rests")
    void paced() {
        cold = TimeUnit.MILLISECONDS.toNanos(350);
        cost = TimeUnit.MILLISECONDS.toNanos(10);
        lab.run.stateChanged(RunState.RUNNING);
        Snapshot first = lab.begin(StepFixture.small());
        assertThat(model.twin().get().a()).isSameAs(first);
        Snapshot[] some = {snapshotAt(1), snapshotAt(2)};
        int heard = 0;
        for (long began = now; now - began < TimeUnit.SECONDS.toNanos(10); heard++) {
            now += TimeUnit.MILLISECONDS.toNanos(25);
            lab.run.snapshot(some[heard % 2]);
        }
        // the first did not count, so that the second need not wait
        assertThat((computed - 1) * cost).isLessThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(510));
        assertThat(computed).isGreaterThan(40);
        assertThat(heard).isGreaterThan(3 * computed);
        int before = computed;
        model.choose(ResetPosition.AFTER); // who asks for something else need not wait
        assertThat(computed).isEqualTo(before + 1);
        assertThat(model.twin().get().b().convention()).isEqualTo(FLIPPED);
        Snapshot last = snapshotAt(3);
        lab.run.snapshot(last);
        assertThat(model.twin().get().a()).isNotSameAs(last);
        lab.run.stateChanged(RunState.PAUSED);
        assertThat(model.twin().get().a()).isSameAs(last);
        assertThat(computed).isEqualTo(before + 2);
    }

    @Test
    @DisplayName("rest between two while it trains, also where one takes longer than the next snapshot")
    void noQueue() {
        slow = true;
        lab.run.stateChanged(RunState.RUNNING);
        lab.begin(StepFixture.small());
        lab.run.snapshot(snapshotAt(1));
        lab.run.snapshot(snapshotAt(2));
        waiting.remove().run();
        assertThat(waiting).as("none waited for its turn").isEmpty();
        lab.run.stateChanged(RunState.PAUSED);
        assertThat(waiting).as("the last numbers, once it rests").hasSize(1);
    }

    private static Snapshot snapshotAt(int batches) {
        return StepFixture.snapshot(StepFixture.small(), batches, 1);
    }

    @Test
    @DisplayName("are not computed again of the same numbers")
    void onlyProgress() {
        Experiment e = StepFixture.small();
        lab.begin(e);
        model.pairing().set(Pairing.SAME_SEED);
        lab.run.twinSnapshot(StepFixture.snapshot(e.withConvention(CHUNG), 2, 0));
        int before = computed;
        lab.run.twinProgress(new TwinProgress(2, 9, false, null));
        lab.run.twinProgress(new TwinProgress(3, 9, false, null));
        lab.run.stateChanged(RunState.RUNNING);
        assertThat(computed).isEqualTo(before);
    }

    private static List<String> said(List<Line> lines) {
        return lines.stream().map(Written::text).toList();
    }
}

package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Experiment;
import grulab.model.RunState;
import grulab.model.Sample;
import grulab.model.Snapshot;
import grulab.model.SwitchMode;
import grulab.model.UpdateMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The service with a clock that goes on only when it is looked at: by a third of a second each time at first, so that the
 * first pictures cost what they do where nothing is compiled yet, and by a millisecond once it trains.
 */
@DisplayName("The picture of a run moves")
class MovingPictureTest {
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;
    private static final double MARK = 0.25;

    /** What happened just before. */
    enum Before {
        START(lab -> {}),
        OTHER_SIZES(lab -> lab.startOver(Bench.small().withSizes(12, 4, 10), Bench.TEXT)),
        ANOTHER_CELL(lab -> lab.startOver(lstm(), Bench.TEXT)),
        RELABELLED(lab -> lab.convention(Convention.PYTORCH.with(UpdateMeaning.ADMIT), SwitchMode.RELABEL)),
        KEPT_WEIGHTS(lab -> lab.convention(Convention.PYTORCH.with(UpdateMeaning.ADMIT), SwitchMode.KEEP_WEIGHTS)),
        RETRAINED(lab -> lab.retrain(Convention.PYTORCH.with(UpdateMeaning.ADMIT))),
        BACK_TO_A_BATCH(lab -> {
            lab.oneBatch();
            lab.history(0);
        }),
        A_PAUSE(LabService::pause),
        NOBODY_WATCHING(lab -> {
            lab.watching(false);
            lab.watching(true);
        });

        private final Consumer<LabService> commands;

        Before(Consumer<LabService> commands) {
            this.commands = commands;
        }
    }

    private final AtomicLong time = new AtomicLong();
    private final AtomicLong tick = new AtomicLong(350 * MS);
    private final Hearing hearing = new Hearing();

    /** Hears on the service's thread, so that no time goes by meanwhile. */
    private final class Hearing implements LabListener {
        private final List<Long> pictures = new ArrayList<>();
        private final List<Long> texts = new ArrayList<>();
        private final CountDownLatch over = new CountDownLatch(1);
        private boolean counts;
        private long began;

        /** Training begins with the next command. */
        @Override
        public void sampleWritten(Sample sample) {
            if (sample.temperature() == MARK && !counts) {
                counts = true;
                tick.set(MS);
            } else if (counts) {
                texts.add(time.get());
            }
        }

        @Override
        public void stateChanged(RunState state) {
            if (counts && state.running()) {
                began = time.get();
            }
        }

        @Override
        public void snapshot(Snapshot snapshot) {
            if (counts) {
                pictures.add(time.get());
            }
            if (counts && began > 0 && time.get() > began + 12 * SECOND) {
                over.countDown();
            }
        }
    }

    @ParameterizedTest(name = "after {0}")
    @EnumSource(Before.class)
    @DisplayName("within half a second after Train is pressed, its text within two, and then at least every second")
    void fromTheStart(Before before) throws InterruptedException {
        try (LabService lab = service()) {
            lab.startOver(Bench.small(), Bench.TEXT);
            before.commands.accept(lab);
            lab.pause(); // one of them trains
            lab.sample(MARK);
            lab.train();
            assertThat(hearing.over.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertMoves();
    }

    @ParameterizedTest(name = "after {0}")
    @EnumSource(Before.class)
    @DisplayName("as soon where that happened while it trained")
    void onTheWay(Before before) throws InterruptedException {
        try (LabService lab = service()) {
            lab.startOver(Bench.small(), Bench.TEXT);
            lab.train();
            before.commands.accept(lab);
            lab.pause();
            lab.sample(MARK);
            lab.train();
            assertThat(hearing.over.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertMoves();
    }

    private LabService service() {
        return new LabService(Runnable::run, hearing, 1, () -> time.addAndGet(tick.get()));
    }

    private void assertMoves() {
        List<Long> pictures = hearing.pictures;
        assertThat(pictures.get(0) - hearing.began).isLessThanOrEqualTo(SECOND / 2);
        assertThat(hearing.texts.get(0) - hearing.began).isLessThanOrEqualTo(2 * SECOND);
        for (int i = 1; i < pictures.size(); i++) {
            assertThat(pictures.get(i) - pictures.get(i - 1)).isLessThanOrEqualTo(SECOND);
        }
    }

    private static Experiment lstm() {
        Experiment e = Bench.small();
        return new Experiment(
                CellType.LSTM,
                e.convention(),
                e.hidden(),
                e.batch(),
                e.steps(),
                e.learningRate(),
                e.clip(),
                e.optimizer(),
                e.sampling(),
                e.initialization(),
                e.seed(),
                e.corpus(),
                e.tokens());
    }
}

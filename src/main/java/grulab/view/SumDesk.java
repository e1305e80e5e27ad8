package grulab.view;

import grulab.control.ClipboardText;
import grulab.control.CopyAs;
import grulab.control.SumCard;
import grulab.control.SumCardWords;
import grulab.model.Edit;
import grulab.model.Range;
import grulab.model.Snapshot;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Subject;
import grulab.presentation.AskedLine;
import grulab.presentation.Message;
import grulab.presentation.Selection;
import grulab.presentation.StepModel;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Keeps the card of the number that was asked about: follows the selection, edits, copies, checks. */
final class SumDesk {
    /** Right factors that there is one of for each symbol: what is read, what the loss says of a logit, and softmax's ones. */
    private static final Set<String> SYMBOLS = Set.of("x", "dy", "1");

    private final Workbench bench;
    private final StepModel model;
    private final Selection selection;
    private final SumCard card = new SumCard();

    SumDesk(Workbench bench) {
        this.bench = bench;
        model = bench.model().step();
        selection = bench.model().selection();
        bench.onLook(card::look);
        bench.texts().language().addListener(o -> words());
        words();
        card.onEdit(model::edit);
        card.onWhole(this::whole);
        card.onCopy(this::copy);
        card.onCheck(model::slopeCheck);
        card.onClose(() -> model.ask(null));
        card.onHoverTerm(model.lit()::set);
        card.onProduct(this::product);
        card.onBias(this::bias);
        model.lit().addListener((o, old, now) -> card.lit(now));
        model.asked().addListener(o -> show());
        model.editProblem().addListener(o -> card.problem(problem()));
        model.slopeChecked().addListener(o -> checked());
        selection.time().addListener((o, old, now) -> follow(now.intValue() - old.intValue()));
        selection.unit().addListener(o -> follow(0));
        show();
    }

    SumCard card() {
        return card;
    }

    boolean isOpen() {
        return model.asked().get() != null;
    }

    void close() {
        model.ask(null);
    }

    private void words() {
        card.words(new SumCardWords(bench.texts()::of));
        show();
    }

    private void follow(int steps) {
        AskedLine now = model.asked().get();
        if (now != null) {
            model.ask(Subjects.moved(now.subject(), steps, selection.unit().get()));
        }
    }

    private void show() {
        AskedLine now = model.asked().get();
        Snapshot shown = model.shown().get();
        card.setVisible(now != null && shown != null);
        if (now == null || shown == null) {
            return;
        }
        Range range = now.range();
        card.show(
                Subjects.words(bench.texts(), now.subject(), shown, model.symbols()),
                now.line(),
                names(),
                range == null ? null : new double[] {range.low(), range.high()},
                now.subject() instanceof Subject.Slope);
        card.problem(problem());
        checked();
        if (card.getParent() != null) {
            card.getParent().requestLayout();
        }
    }

    /** What the factors of a product are called: units by their number, what is read and written by its character. */
    private BiFunction<DotProduct, Integer, String> names() {
        List<String> symbols = model.symbols();
        return (products, index) -> SYMBOLS.contains(products.rightName()) && index < symbols.size()
                ? symbols.get(index)
                : Integer.toString(index + 1);
    }

    private @Nullable String problem() {
        Message now = model.editProblem().get();
        return now == null ? null : bench.texts().of(now);
    }

    private void checked() {
        AskedLine now = model.asked().get();
        if (now != null) {
            card.checked(model.slopeChecked().get(), now.line().value());
        }
    }

    /** The whole gate, every unit at every step. */
    private void whole(double value) {
        AskedLine now = model.asked().get();
        Snapshot shown = model.shown().get();
        if (now != null && shown != null && now.subject() instanceof Subject.Value v) {
            model.whatIf().add(new Edit.Value(v.quantity(), 0, shown.trace().steps() - 1, Edit.EVERY, value));
        }
    }

    /** A weight that stands in a sum can be opened, and changed, by itself. */
    private void product(DotProduct products, int index) {
        AskedLine now = model.asked().get();
        String matrix = Subjects.matrix(products.leftName());
        Snapshot shown = model.shown().get();
        if (now == null || matrix == null || shown == null || !shown.weights().has(matrix)) {
            return;
        }
        int[] shape = shown.weights().shape(matrix);
        int row = row(now.subject());
        if (row >= 0) {
            boolean head = matrix.equals("W_hq");
            model.ask(new Subject.Weight(matrix, head ? index * shape[1] + row : row * shape[1] + index));
        }
    }

    /** So can a bias. */
    private void bias(String name) {
        AskedLine now = model.asked().get();
        Snapshot shown = model.shown().get();
        String file = Subjects.bias(name);
        if (now != null && shown != null && shown.weights().has(file)) {
            int unit = now.subject() instanceof Subject.Slope s ? s.unit() : row(now.subject());
            model.ask(new Subject.Weight(file, unit));
        }
    }

    /** Which row of a matrix, or column of the head, made a number. */
    private static int row(Subject subject) {
        if (subject instanceof Subject.Value v) {
            return v.unit();
        }
        return subject instanceof Subject.Logit l ? l.symbol() : -1;
    }

    private void copy(CopyAs as) {
        ClipboardText.put(
                switch (as) {
                    case TEXT -> model.asText();
                    case LATEX -> model.asLatex();
                    case NUMPY -> model.asNumpy();
                },
                card);
    }
}

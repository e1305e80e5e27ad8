package grulab.engine.explain;

import static grulab.engine.explain.Expression.leaf;

import grulab.model.CellType;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Weights;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import grulab.model.arithmetic.Term;
import java.util.List;

/** The line of every number that can be asked about. */
final class Subjects {
    private final Walk walk;

    Subjects(Walk walk) {
        this.walk = walk;
    }

    Line line(Subject subject) {
        if (subject instanceof Subject.Value value) {
            return value(value);
        }
        if (subject instanceof Subject.Start start) {
            return Closing.shownAlone(start(start));
        }
        if (subject instanceof Subject.Slope slope) {
            return slope(slope);
        }
        if (subject instanceof Subject.SumSlope slope) {
            boolean product = slope.quantity() == Quantity.PRODUCT;
            return Explanation.backward(walk, slope.t(), slope.unit())
                    .line(product ? "dm" : "da_" + slope.quantity().id());
        }
        if (subject instanceof Subject.Sent sent) {
            return Explanation.backward(walk, sent.t(), sent.unit())
                    .line("d" + sent.quantity().id() + UnitBack.BACK);
        }
        if (subject instanceof Subject.Norm norm) {
            return Closing.shownAlone(norm(norm));
        }
        if (subject instanceof Subject.Weight weight) {
            return Closing.shownAlone(weight(weight));
        }
        return Closing.shownAlone(head(subject));
    }

    private OpenLine head(Subject subject) {
        HeadStep head = new HeadStep(walk, subject.t());
        if (subject instanceof Subject.Logit logit) {
            return head.logit(logit.symbol());
        }
        return subject instanceof Subject.Probability probability
                ? head.probability(probability.symbol())
                : head.loss();
    }

    private Line value(Subject.Value subject) {
        if (subject.quantity() == Quantity.PRODUCT && walk.trace().cell() == CellType.GRU) {
            GruStep step = (GruStep) UnitStep.of(walk, subject.t(), subject.unit());
            OpenLine product = step.product();
            return Closing.of(step.lines()).with(product).shown(product);
        }
        return Explanation.of(walk, subject.t(), subject.unit())
                .line(subject.quantity().id());
    }

    private Line slope(Subject.Slope subject) {
        String id = subject.quantity().id();
        if (subject.t() < 0) {
            UnitBack first = UnitBack.of(walk, 0, subject.unit());
            List<OpenLine> lines = first.lines();
            return Closing.of(lines)
                    .shown(named(lines, "d" + id + UnitBack.BACK).named("d" + id + "0"));
        }
        UnitBack step = UnitBack.of(walk, subject.t(), subject.unit());
        List<OpenLine> lines = step.lines();
        OpenLine line = subject.quantity() == Quantity.PRODUCT && step instanceof GruBack gru
                ? gru.product()
                : named(lines, "d" + id);
        return Closing.of(lines).with(line).shown(line);
    }

    private static OpenLine named(List<OpenLine> lines, String symbol) {
        return lines.stream()
                .filter(line -> line.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line " + symbol));
    }

    private OpenLine start(Subject.Start subject) {
        boolean cell = subject.quantity() == Quantity.CELL;
        float[] all = cell ? walk.trace().startCell() : walk.trace().start();
        if (subject.unit() < 0 || subject.unit() >= all.length) {
            throw new IllegalArgumentException(
                    "units of the start are 0 to %d, not %d".formatted(all.length - 1, subject.unit()));
        }
        double value = all[subject.unit()];
        return new OpenLine(subject.quantity().id() + "0", leaf(cell ? "c_0" : "h_0", value), value).given(true);
    }

    /** Over all units at a step: the root of the sum of squares. */
    private OpenLine norm(Subject.Norm subject) {
        walk.check(subject.t(), 0);
        String name = "d" + subject.quantity().id();
        double[] d = walk.trace().gradientRow(subject.quantity(), subject.t());
        DotProduct squares = new DotProduct(name, name, d, d);
        Leaf sum = new Leaf(new Term("Σ " + name + "²", squares.value(), squares), 2, false, squares.value());
        return OpenLine.slope(
                "‖" + name + "‖",
                new Expression.Applied(Key.ROOT, sum),
                walk.trace().gradientNorm(subject.quantity(), subject.t()));
    }

    private OpenLine weight(Subject.Weight subject) {
        Weights w = walk.weights();
        double[] all = w.get(subject.name());
        if (subject.index() < 0 || subject.index() >= all.length) {
            throw new IllegalArgumentException(
                    "entries of %s are 0 to %d, not %d".formatted(subject.name(), all.length - 1, subject.index()));
        }
        boolean byHand = walk.edits().stream()
                .anyMatch(e -> e instanceof Edit.Weight edit
                        && edit.name().equals(subject.name())
                        && edit.index() == subject.index());
        double value = all[subject.index()];
        return new OpenLine(subject.name(), leaf(plain(w, subject.name()), value), value).given(byHand);
    }

    /** As formulas name a parameter: W_hr is U_r. */
    private static String plain(Weights w, String name) {
        if (name.endsWith("q")) {
            return name.replace("_h", "_");
        }
        String letter = switch (name.substring(0, 3)) {
            case "W_i" -> "W";
            case "W_h" -> "U";
            case "b_i" -> "b";
            default -> "c";
        };
        return letter + PlainName.index(w.cell(), name.substring(3));
    }
}

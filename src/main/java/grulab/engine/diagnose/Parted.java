package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Diagnosis.Parting;
import grulab.model.Quantity;
import grulab.model.StartUse;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the case as it stands parts from what was expected, each gate and state for the first time, and there the unit of the
 * largest difference. Numbers that were given come first; where there are none, those of the explanation, from whose states each
 * step goes then.
 */
final class Parted {
    /** Two computations in float64 that should be the same differ by less. */
    private static final double SAME = 1e-9;

    private final Case given;
    private final Judge judge;
    private final Course found;
    /** Null if nothing explains the numbers. */
    private final @Nullable Course explained;

    private final Map<String, Parting> partings = new LinkedHashMap<>();
    /** Of the term that is looked at. */
    private @Nullable Parting parting;

    private double widest;

    Parted(Case given, Judge judge, @Nullable Way explanation) {
        this.given = given;
        this.judge = judge;
        Blocks blocks = new Blocks(given.weights());
        found = new Course(new Recipe(blocks, Way.asGiven(given)), 0);
        explained = explanation == null ? null : new Course(new Recipe(blocks, explanation), 0);
    }

    /** In order; none if they never part. */
    List<Parting> find() {
        int[] rows = IntStream.range(0, given.batch()).toArray();
        List<Course> courses = explained == null ? List.of(found) : List.of(found, explained);
        Steps steps = new Steps(given, found.recipe.blocks, rows);
        steps.begin(courses);
        start();
        for (int t = 0; t < given.steps(); t++) {
            if (explained != null) {
                found.h = explained.h;
                found.c = explained.c;
            }
            steps.step(t, courses);
            judge.step(t, rows, found);
            at(t);
        }
        if (partings.isEmpty()) {
            total();
        }
        return List.copyOf(partings.values());
    }

    private void start() {
        if (explained == null || explained.recipe.way.start() == StartUse.GIVEN) {
            return;
        }
        look("h\u2080", () -> explainedBy("h\u2080", null, 0, found.h, explained.h));
        if (given.weights().cell().hasCellState()) {
            look("c\u2080", () -> explainedBy("c\u2080", null, 0, found.c, explained.c));
        }
    }

    private void at(int t) {
        for (Term term : terms()) {
            look(term.name, () -> term(t, term));
        }
        for (Field field : judge.fields) {
            if (field.isLogits()) {
                double[] logits = Judge.logits(given.weights(), found.h, given.batch());
                look("logits", () -> given("logits", null, t, t * logits.length, logits, field));
            }
        }
    }

    /** Once a term has parted it is not looked at again. */
    private void look(String term, Runnable look) {
        if (!partings.containsKey(term)) {
            parting = null;
            look.run();
            if (parting != null) {
                partings.put(term, parting);
            }
        }
    }

    private record Term(String name, Quantity quantity, boolean traced) {}

    private List<Term> terms() {
        Weights w = given.weights();
        List<Term> terms = new ArrayList<>();
        if (w.cell() == CellType.GRU) {
            boolean before = found.recipe.resetsBefore();
            String bias = w.has("b_hn") ? " + c_n" : "";
            String inside = bias.isEmpty() ? "U_n h" : "(U_n h" + bias + ")";
            terms.add(new Term("r", Quantity.RESET, true));
            terms.add(new Term("z", Quantity.UPDATE, true));
            terms.add(new Term(before ? "U_n (r ⊙ h)" + bias : "r ⊙ " + inside, Quantity.PRODUCT, !before));
            terms.add(new Term("h̃", Quantity.CANDIDATE, true));
        } else {
            for (Quantity quantity : w.cell().quantities()) {
                boolean state = quantity == Quantity.CELL || quantity == Quantity.STATE;
                if (!state) {
                    terms.add(new Term(quantity.id(), quantity, true));
                }
            }
            if (w.cell().hasCellState()) {
                terms.add(new Term("c′", Quantity.CELL, true));
            }
        }
        terms.add(new Term("h′", Quantity.STATE, true));
        return terms;
    }

    private void term(int t, Term term) {
        Quantity shown = term.traced ? term.quantity : null;
        double[] got = found.of(term.quantity);
        double[] other = explained == null ? null : explained.of(term.quantity);
        if (got == null) {
            return;
        }
        for (Field field : judge.fields) {
            if (field.quantity == term.quantity && field.sees(t, given.steps())) {
                given(term.name, shown, t, field.last ? 0 : t * got.length, got, field);
            }
        }
        if (parting == null && other != null) {
            explainedBy(term.name, shown, t, got, other);
        }
    }

    private void given(String term, @Nullable Quantity quantity, int t, int from, double[] got, Field field) {
        for (int i = 0; i < got.length; i++) {
            if (!(Math.abs(got[i] - field.values[from + i]) <= field.allowed[from + i])) {
                part(term, quantity, t, i, got.length, field.values[from + i], got[i]);
            }
        }
    }

    private void explainedBy(String term, @Nullable Quantity quantity, int t, double[] got, double[] other) {
        for (int i = 0; i < got.length; i++) {
            if (!(Math.abs(got[i] - other[i]) <= SAME)) {
                part(term, quantity, t, i, got.length, other[i], got[i]);
            }
        }
    }

    private void part(String term, @Nullable Quantity quantity, int t, int at, int size, double yours, double mine) {
        double difference = Math.abs(mine - yours);
        if (parting == null || difference > widest) {
            int width = Math.max(1, size / given.batch());
            widest = difference;
            parting = new Parting(t, at / width, at % width, term, quantity, yours, mine);
        }
    }

    private void total() {
        for (Field field : judge.fields) {
            if (field.isTotal()) {
                double[] got = {judge.total(field, found)};
                look(field.name, () -> given(field.name, null, given.steps() - 1, 0, got, field));
            }
        }
    }
}

package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Operation;
import grulab.model.Quantity;
import org.jspecify.annotations.Nullable;

/** One recipe on its way through the steps, and how far it has been from what was expected. Arrays are [rows·H]. */
final class Course {
    private static final double[] NONE = {};

    final Recipe recipe;
    /** The smaller, the nearer to what the case describes. */
    final int rank;
    /** The state after the last step that was computed. */
    double[] h = NONE;
    /** An LSTM's second state. */
    double[] c = NONE;

    private double[] firstH = NONE;
    private double[] firstC = NONE;
    /** By gate, of that step. */
    final double[][] gate;
    /** GRU: r, or what stood in its place. */
    double[] asked = NONE;
    /** GRU: what comes to the bracket of h̃ from the state, with the bias beside it: U_n (r ⊙ h) + c_n, or r ⊙ (U_n h + c_n). */
    double[] product = NONE;

    /** What the recurrent matrices of the step multiply: the state before it; with reset before, r ⊙ h for the candidate. */
    Products.@Nullable Vector past;

    Products.@Nullable Vector gated;

    /** Largest error as a multiple of what is allowed. */
    double misfit;
    /** Largest error. */
    double error;
    /** Σ −log p of the targets so far. */
    double surprise;

    Course(Recipe recipe, int rank) {
        this.recipe = recipe;
        this.rank = rank;
        gate = new double[recipe.blocks.gates][];
    }

    void begin(Case given, int[] rows) {
        firstH = recipe.startOfState(given, rows);
        firstC = recipe.blocks.cell.hasCellState() ? recipe.startOfCell(given, rows) : NONE;
        h = firstH;
        c = firstC;
    }

    /** Before a step: from where it goes, if not from where the last one came to. */
    void turnBack() {
        Operation change = formula().change();
        if (change == Operation.STATE_FROM_START) {
            h = firstH;
            c = firstC;
        } else if (change == Operation.CELL_FROM_START) {
            c = firstC;
        } else if (change == Operation.CELL_FROM_STATE) {
            c = h;
        }
    }

    Formula formula() {
        return recipe.way.variant().formula();
    }

    /** A quantity of the last step; null if it is none of the cell's. */
    double @Nullable [] of(Quantity quantity) {
        return switch (quantity) {
            case STATE -> h;
            case CELL -> c;
            case PRODUCT -> product;
            default -> {
                int k = recipe.blocks.cell.gates().indexOf(quantity.id());
                yield recipe.blocks.cell == CellType.RNN || k < 0 ? null : gate[k];
            }
        };
    }

    void miss(double difference, double allowed) {
        if (allowed == Double.POSITIVE_INFINITY) {
            return;
        }
        double size = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.abs(difference);
        error = Math.max(error, size);
        misfit = Math.max(misfit, size / allowed);
    }
}

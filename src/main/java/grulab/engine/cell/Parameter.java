package grulab.engine.cell;

import grulab.engine.math.Matrix;

/**
 * A named parameter and its gradient. Gate matrices are kept transposed ([I×H], [H×H]), so that one-hot input is the
 * read of a row and a product runs along rows; to the outside they have the shapes of {@link grulab.model.Weights}.
 */
public final class Parameter {
    public final String name;
    public final Matrix value;
    public final Matrix gradient;
    private final boolean transposed;

    /**
     * @param rows as kept here
     * @param columns as kept here
     * @param transposed whether the outside has columns × rows
     */
    public Parameter(String name, int rows, int columns, boolean transposed) {
        this.name = name;
        this.transposed = transposed;
        value = new Matrix(rows, columns);
        gradient = new Matrix(rows, columns);
    }

    /** Takes the values in the outside's order, rounded to float32. */
    public void load(double[] outside) {
        for (int i = 0; i < outside.length; i++) {
            value.values[inside(i)] = (float) outside[i];
        }
    }

    /** A copy of an array kept in this parameter's order, in the outside's order. */
    public float[] outside(float[] kept) {
        float[] copy = new float[kept.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = kept[inside(i)];
        }
        return copy;
    }

    /** The inverse of {@link #outside}: writes into an array kept in this parameter's order. */
    public void keep(float[] outside, float[] kept) {
        for (int i = 0; i < kept.length; i++) {
            kept[inside(i)] = outside[i];
        }
    }

    private int inside(int outside) {
        return transposed ? outside % value.rows * value.columns + outside / value.rows : outside;
    }
}

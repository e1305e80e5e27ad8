package grulab.engine.cell;

import grulab.engine.math.Strips;

/**
 * A named parameter: some columns of a packed matrix. Gate matrices are kept transposed ([I×H], [H×H]), so that
 * one-hot input is the read of a row; to the outside they have the shapes of {@link grulab.model.Weights}.
 */
public final class Parameter {
    public final String name;
    public final Packed packed;
    private final Strips layout;
    private final int first;
    private final int rows;
    private final int columns;
    private final boolean transposed;

    /**
     * @param layout of the packed matrix
     * @param first column of this parameter in it
     * @param columns of this parameter
     * @param transposed whether the outside has columns × rows
     */
    public Parameter(String name, Packed packed, Strips layout, int first, int columns, boolean transposed) {
        this.name = name;
        this.packed = packed;
        this.layout = layout;
        this.first = first;
        rows = layout.rows;
        this.columns = columns;
        this.transposed = transposed;
    }

    /** How many numbers it has. */
    public int size() {
        return rows * columns;
    }

    /** Takes the values in the outside's order, rounded to float32. */
    public void load(double[] outside) {
        for (int i = 0; i < outside.length; i++) {
            packed.value()[place(i)] = (float) outside[i];
        }
    }

    /** Sets one value, by its place in the outside's order. */
    public void set(int outside, float value) {
        packed.value()[place(outside)] = value;
    }

    /** A copy, in the outside's order, of what an array of the packed layout holds for this parameter. */
    public float[] outside(float[] kept) {
        float[] copy = new float[size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = kept[place(i)];
        }
        return copy;
    }

    /** The inverse of {@link #outside}: writes into an array of the packed layout. */
    public void keep(float[] outside, float[] kept) {
        for (int i = 0; i < outside.length; i++) {
            kept[place(i)] = outside[i];
        }
    }

    /** Negates what an array of the packed layout holds for this parameter. */
    public void negate(float[] kept) {
        for (int i = 0; i < size(); i++) {
            int at = place(i);
            kept[at] = -kept[at];
        }
    }

    private int place(int outside) {
        int row = transposed ? outside % rows : outside / columns;
        int column = first + (transposed ? outside / rows : outside % columns);
        return layout.at(row, column / layout.lanes) + column % layout.lanes;
    }
}

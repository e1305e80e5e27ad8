package grulab.interop.layout;

import grulab.model.ArrayLayout;
import grulab.model.LayoutBlock;
import grulab.model.Side;

/**
 * Where a block lies in its array.
 *
 * @param across true if a unit of the state is a column of the block, as in a bias and in a matrix stored [in × out]
 * @param top its first row
 * @param left its first column
 * @param height rows
 * @param width columns
 * @param stride columns of the array
 */
record Place(LayoutBlock block, boolean across, int top, int left, int height, int width, int stride) {
    /** The position in the array, row-major, of what stands in the parameter, row-major [H × n], at an index. */
    int of(int index, int inputs) {
        int unit = index / inputs;
        int input = index % inputs;
        return across ? (top + input) * stride + left + unit : (top + unit) * stride + left + input;
    }

    static boolean isBias(Side side) {
        return side != Side.INPUT && side != Side.RECURRENT;
    }

    /** Of an array of biases there is a row for each row of its grid; of matrices as many as they have. */
    static boolean isBias(ArrayLayout array) {
        return isBias(array.rows().get(0).get(0).side());
    }
}

package grulab.model;

import java.util.List;

/**
 * How a framework stores a part of a cell's parameters in one array: a grid of blocks.
 *
 * @param name the array's name in the framework, or in a file of it
 * @param transposed true if a matrix is stored [in × out], so that gates stand side by side
 * @param leading axes of size 1 before the others, as ONNX has one for the directions
 * @param rows the blocks of each row, from the top, left to right; of a vector a single row
 */
public record ArrayLayout(String name, boolean transposed, int leading, List<List<LayoutBlock>> rows) {
    public ArrayLayout {
        rows = rows.stream().map(List::copyOf).toList();
    }
}

package grulab.interop.advice;

import grulab.model.ArrayLayout;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.LayoutBlock;
import grulab.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What to do where blocks are read in another order than they stand in. */
final class GateOrderRemedy {
    /**
     * How blocks stand together.
     *
     * @param gates from the first to the last
     * @param axis of the matrices along which they follow each other
     */
    private record Stack(List<String> gates, int axis) {}

    private GateOrderRemedy() {}

    /** @param used what the blocks of the cell's own order were used as */
    static Remedy of(String used, CellType cell, @Nullable FrameworkRow layout) {
        List<String> roles = List.of(used.split(" "));
        Stack stack = layout == null ? new Stack(cell.gates(), 0) : stack(layout, cell);
        List<String> read = stack.gates.stream()
                .map(gate -> roles.get(cell.gates().indexOf(gate)))
                .toList();
        String indices = read.stream()
                .map(gate -> String.valueOf(stack.gates.indexOf(gate)))
                .collect(Collectors.joining(", "));
        int count = stack.gates.size();
        String torch = "W, U, b, c = (torch.cat([a.chunk(%d%s)[k] for k in (%s)]%s) for a in (W, U, b, c))"
                .formatted(count, stack.axis == 0 ? "" : ", -1", indices, stack.axis == 0 ? "" : ", -1");
        String numpy = "W, U, b, c = (np.concatenate([np.split(a, %d%s)[k] for k in (%s)]%s) for a in (W, U, b, c))"
                .formatted(count, stack.axis == 0 ? "" : ", -1", indices, stack.axis == 0 ? "" : ", -1");
        return new Remedy(said(stack, read, layout), torch, numpy);
    }

    private static Said said(Stack stack, List<String> read, @Nullable FrameworkRow layout) {
        List<Integer> moved = IntStream.range(0, read.size())
                .filter(k -> !read.get(k).equals(stack.gates.get(k)))
                .boxed()
                .toList();
        String has = String.join(" ", stack.gates);
        String reads = String.join(" ", read);
        boolean swap = moved.size() == 2;
        List<Object> arguments = new ArrayList<>();
        if (swap) {
            arguments.add(stack.gates.get(moved.get(0)));
            arguments.add(stack.gates.get(moved.get(1)));
        }
        arguments.add(has);
        arguments.add(reads);
        if (layout != null) {
            arguments.add(layout.name());
        }
        return new Said("remedy.order." + (swap ? "swap" : "move") + (layout == null ? "" : ".file"), arguments);
    }

    /** The cell's own order where a framework keeps the gates apart. */
    private static Stack stack(FrameworkRow layout, CellType cell) {
        for (ArrayLayout array : layout.arrays()) {
            List<List<LayoutBlock>> rows = array.rows();
            boolean beside = rows.size() == 1;
            List<LayoutBlock> blocks = beside
                    ? rows.get(0)
                    : rows.stream()
                            .filter(row -> row.size() == 1)
                            .map(row -> row.get(0))
                            .toList();
            List<String> gates = blocks.stream()
                    .filter(block -> block.side() == Side.INPUT)
                    .map(LayoutBlock::gate)
                    .toList();
            if (gates.size() == cell.gates().size()) {
                return new Stack(gates, beside ? 1 : 0);
            }
        }
        return new Stack(cell.gates(), 0);
    }
}

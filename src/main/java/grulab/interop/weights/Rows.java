package grulab.interop.weights;

import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.model.ArrayLayout;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.LayoutBlock;
import grulab.model.LayoutRules;
import grulab.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The layouts that a file may have: every framework's, and the lab's own names. */
final class Rows {
    static final String LAB = "lab";
    private static final LayoutRules RULES = new LayoutRules(true, false, 0);

    private Rows() {}

    /** What the file may be laid out as: the framework that was named, or any. */
    static List<FrameworkRow> of(ModelHints hints) throws BadModel {
        List<FrameworkRow> all = all();
        if (hints.framework() == null) {
            return all;
        }
        List<FrameworkRow> named =
                all.stream().filter(row -> row.id().equals(hints.framework())).toList();
        if (named.isEmpty()) {
            throw new BadModel("no layout is called '%s'; known are %s"
                    .formatted(
                            Names.safe(hints.framework()),
                            String.join(
                                    " ",
                                    all.stream()
                                            .map(FrameworkRow::id)
                                            .distinct()
                                            .toList())));
        }
        return named;
    }

    /** Rows that store arrays, in the order in which they are offered. */
    private static List<FrameworkRow> all() {
        List<FrameworkRow> rows = new ArrayList<>();
        for (CellType cell : CellType.values()) {
            FrameworkRow.of(cell).stream()
                    .filter(row -> row.arrays().stream().anyMatch(RowShapes::isMatrix))
                    .forEach(rows::add);
            if (cell == CellType.GRU) {
                Convention.ALL.forEach(convention -> rows.add(lab(cell, convention)));
            } else {
                rows.add(lab(cell, Convention.PYTORCH));
            }
        }
        return rows;
    }

    /** Case files' names, an array each: W_ir [H×I] … b_hn [H]. */
    static FrameworkRow lab(CellType cell, Convention convention) {
        List<ArrayLayout> arrays = new ArrayList<>();
        side(cell, "W_i", Side.INPUT, arrays);
        side(cell, "W_h", Side.RECURRENT, arrays);
        side(cell, "b_i", Side.INPUT_BIAS, arrays);
        side(cell, "b_h", Side.RECURRENT_BIAS, arrays);
        return new FrameworkRow(LAB, "GRU Lab's names", cell, convention, "separate", "2", 0, arrays, RULES);
    }

    private static void side(CellType cell, String start, Side side, List<ArrayLayout> arrays) {
        for (String gate : cell.gates()) {
            arrays.add(new ArrayLayout(
                    start + gate, false, 0, List.of(List.of(new LayoutBlock(side, gate, gate, false)))));
        }
    }

    /** Equal for rows that make the same weights of the same numbers, and the same function of them. */
    static Object meaning(FrameworkRow row) {
        return List.of(
                row.cell(),
                row.cell() == CellType.GRU ? row.convention() : "",
                row.arrays().stream()
                        .map(array -> List.of(
                                array.transposed(),
                                array.leading(),
                                array.rows().stream()
                                        .flatMap(blocks -> Stream.concat(
                                                Stream.of("row"),
                                                blocks.stream().map(b -> b.side() + b.gate() + b.negated())))
                                        .toList()))
                        .toList());
    }
}

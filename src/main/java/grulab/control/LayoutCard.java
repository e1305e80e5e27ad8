package grulab.control;

import grulab.model.ArrayLayout;
import grulab.model.CellType;
import grulab.model.LayoutBlock;
import grulab.model.Side;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** One stored array: its name, its shape, and its blocks with the weights in them; the upper left corner is at 0, 0. */
final class LayoutCard extends Group {
    private static final double LIGHT_TINT = 0.15;
    private static final double DARK_TINT = 0.26;
    /** How much darker each gate is than the one before, in cells whose gates have no colour. */
    private static final double SHADE = 0.055;

    private final Look look;
    private final CellType cell;
    private final Map<String, Typesetting> set;
    private final boolean low;
    private double width;
    private double height;

    /**
     * @param side length of the side of an H × H block
     * @param ratio of a side that counts inputs to one that counts units
     * @param set formulas that are set already
     */
    LayoutCard(
            ArrayLayout array,
            CellType cell,
            String numbers,
            double side,
            double ratio,
            Map<String, Typesetting> set,
            Look look) {
        this.look = look;
        this.cell = cell;
        this.set = set;
        low = array.rows().size() == 1 && LayoutShape.vector(array.rows().get(0));
        setMouseTransparent(true);
        Palette palette = look.palette();
        Text name = Lettering.text(array.name(), Fonts.monoBold(look.px(12, 17)), palette.ink);
        Lettering.left(name, 0, look.px(11, 16));
        Text shape = Lettering.text(LayoutShape.of(array).symbols(), Fonts.ui(look.px(11.5, 17)), palette.ink);
        Lettering.left(shape, 0, look.px(27, 38));
        Text count = Lettering.text(numbers, Fonts.mono(look.px(11, 17)), palette.text3);
        Lettering.left(count, Lettering.width(shape) + look.px(8, 10), look.px(27, 38));
        getChildren().addAll(name, shape, count);
        width = Math.max(Lettering.width(name), count.getX() + Lettering.width(count));
        double y = look.px(34, 47);
        for (List<LayoutBlock> row : array.rows()) {
            y = row(array, row, y, side, ratio);
        }
        height = y;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** Whether it is a single row of biases. */
    boolean low() {
        return low;
    }

    private double row(ArrayLayout array, List<LayoutBlock> row, double top, double side, double ratio) {
        double x = 0;
        double high = 0;
        for (LayoutBlock block : row) {
            double wide = length(LayoutShape.width(array, block), side, ratio);
            double tall = length(LayoutShape.height(array, block), side, ratio);
            block(block, x, top, wide, tall);
            x += wide;
            high = Math.max(high, tall);
        }
        width = Math.max(width, x);
        return top + high;
    }

    private double length(LayoutShape.Axis axis, double side, double ratio) {
        if (axis.hidden() > 0) {
            return side;
        }
        return axis.inputs() > 0 ? Math.rint(side * ratio) : look.px(20, 28);
    }

    private void block(LayoutBlock block, double x, double y, double wide, double tall) {
        Palette palette = look.palette();
        Color color = ink(block.gate()).in(palette);
        Rectangle box = new Rectangle(x + 0.5, y + 0.5, wide - 1, tall - 1);
        box.setFill(palette.surface.interpolate(color, tint(block.gate())));
        box.setStroke(color);
        box.setStrokeWidth(look.px(1.1, 1.6));
        getChildren().add(box);
        boolean other = !block.called().isEmpty() && !block.called().equals(block.gate());
        boolean low = tall < look.px(30, 44);
        double reserve = other && low ? look.px(9, 13) : 0;
        TexNode formula =
                new TexNode(text(block), 15, set.computeIfAbsent(tex(block), key -> Typesetting.of(text(block))));
        double size = look.px(15, 21);
        formula.look(look);
        formula.size(size);
        double most = wide - reserve - look.px(5);
        if (formula.prefWidth(-1) > most) {
            size *= Math.max(0.6, most / formula.prefWidth(-1));
            formula.size(size);
        }
        double middle = y + tall / 2 + (other && !low ? look.px(3, 4) : 0);
        formula.resizeRelocate(
                x + reserve + (wide - reserve - formula.prefWidth(-1)) / 2,
                middle + 0.28 * size - formula.getBaselineOffset(),
                formula.prefWidth(-1),
                formula.prefHeight(-1));
        getChildren().add(formula);
        if (other) {
            called(block.called(), x, y, wide, tall, low);
        }
    }

    /** What the framework calls the gate, in a corner, or, of a low block, at its left. */
    private void called(String name, double x, double y, double wide, double tall, boolean low) {
        double size = look.px(10.5, 15);
        Text text = Lettering.text(name, Fonts.mono(size), look.palette().text2);
        double room = low ? look.px(12, 17) : wide - look.px(6);
        if (Lettering.width(text) > room) {
            text.setFont(Fonts.mono(Math.max(look.px(9, 14), size * room / Lettering.width(text))));
        }
        Lettering.left(text, x + look.px(3.5), low ? y + tall / 2 + look.px(3.6, 5) : y + look.px(10.5, 15));
        getChildren().add(text);
    }

    private double tint(String gate) {
        double tint = look.palette() == Palette.DARK ? DARK_TINT : LIGHT_TINT;
        return cell == CellType.GRU ? tint : tint * 0.5 + SHADE * cell.gates().indexOf(gate);
    }

    private Ink ink(String gate) {
        if (cell != CellType.GRU) {
            return Ink.FAINT;
        }
        return switch (gate) {
            case "r" -> Ink.R;
            case "z" -> Ink.Z;
            default -> Ink.CANDIDATE;
        };
    }

    private static FormulaText text(LayoutBlock block) {
        return FormulaText.EMPTY.ink(tex(block));
    }

    private static String tex(LayoutBlock block) {
        return (block.negated() ? "{-}" : "")
                + letter(block.side())
                + (block.gate().equals("h") ? "" : "_" + block.gate());
    }

    private static String letter(Side side) {
        return switch (side) {
            case INPUT -> "W";
            case RECURRENT -> "U";
            case INPUT_BIAS, BIAS -> "b";
            case RECURRENT_BIAS -> "c";
        };
    }

    /** The blocks of an array as they are read: W_r, W_z, W_n. */
    static String spoken(ArrayLayout array) {
        Function<LayoutBlock, String> name = b -> (b.negated() ? Numbers.MINUS + "" : "")
                + letter(b.side())
                + (b.gate().equals("h") ? "" : "_" + b.gate())
                + (b.called().isEmpty() || b.called().equals(b.gate()) ? "" : " (" + b.called() + ")");
        return array.rows().stream()
                .map(row -> row.stream().map(name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}

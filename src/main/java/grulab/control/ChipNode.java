package grulab.control;

import javafx.scene.Group;
import javafx.scene.shape.Rectangle;

/** A small box with a symbol: weights, a badge on an arm, or the dashed ghost of U_n. */
final class ChipNode extends Group {
    private final Rectangle box = new Rectangle();
    private final TexNode symbol;
    private final double fontShare;

    /** @param fontShare size of the symbol in fonts of the diagram */
    ChipNode(DiagramPart part, FormulaText text, double fontShare) {
        this(text, fontShare);
        setId(part.id());
    }

    ChipNode(FormulaText text, double fontShare) {
        symbol = new TexNode(text, 13);
        symbol.setMouseTransparent(true);
        this.fontShare = fontShare;
        getChildren().addAll(box, symbol);
    }

    /** @param radius of the corners, at least half the height for a pill */
    void place(Spot at, double font, double radius, double stroke) {
        box.setX(at.left());
        box.setY(at.top());
        box.setWidth(at.width());
        box.setHeight(at.height());
        box.setArcWidth(2 * radius);
        box.setArcHeight(2 * radius);
        box.setStrokeWidth(stroke);
        double size = fontShare * font;
        symbol.size(size);
        symbol.setLayoutX(at.x() - symbol.prefWidth(-1) / 2);
        symbol.setLayoutY(at.y() + middle() * size - symbol.getBaselineOffset());
    }

    /** From the middle of the box down to the baseline, in em: half a capital, half a small letter. */
    private double middle() {
        boolean capital = symbol.text().terms().get(0).ink() == Ink.INK;
        return capital ? 0.29 : 0.22;
    }

    void dashes(double width, double... lengths) {
        box.setStrokeWidth(width);
        box.getStrokeDashArray().clear();
        for (double length : lengths) {
            box.getStrokeDashArray().add(length);
        }
    }

    void outlined(DiagramShade shade, Ink ink, double strength) {
        box.setFill(shade.palette().surface);
        box.setStroke(shade.of(ink, strength));
        shade.apply(symbol, strength);
    }

    void filled(DiagramShade shade, Ink ink, double strength) {
        box.setFill(shade.of(ink, strength));
        box.setStroke(shade.of(ink, strength));
        symbol.shade(shade.palette(), c -> shade.palette().surface);
    }

    /** Where it would be under the other convention. */
    void ghost(DiagramShade shade, double strength) {
        box.setFill(shade.palette().surface);
        box.setStroke(shade.of(shade.palette().border, strength));
        symbol.shade(shade.palette(), c -> shade.of(shade.palette().text3, 0.55 * strength));
    }
}

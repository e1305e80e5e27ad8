package grulab.control;

import javafx.scene.Group;

/** The name of a number: z on the way forward, ∂z on the way back. */
final class LetterNode extends Group {
    private final TexNode value;
    private final TexNode slope;

    LetterNode(FormulaText value, FormulaText slope) {
        this.value = new TexNode(value, 13);
        this.slope = new TexNode(slope, 13);
        this.slope.setVisible(false);
        setMouseTransparent(true);
        getChildren().addAll(this.value, this.slope);
    }

    /** @param slopeSize font size on the way back, when there is one sign more */
    void place(double size, double slopeSize, double x, double baseline) {
        GateNode.set(value, size, x, baseline);
        GateNode.set(slope, slopeSize, x, baseline);
    }

    void draw(DiagramShade shade, double strength, boolean backward) {
        value.setVisible(!backward);
        slope.setVisible(backward);
        shade.apply(backward ? slope : value, strength);
    }
}

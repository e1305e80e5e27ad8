package grulab.control;

import grulab.control.DiagramGeometry.Column;
import grulab.control.DiagramGeometry.Row;
import grulab.control.DiagramGeometry.Spot;
import grulab.model.ResetPosition;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** The box of x with what was read in it, and the letters under the strips. */
final class DiagramLabels extends Group {
    /** A diagram so many fonts wide has room to say what the highway is. */
    private static final double ROOMY = 45;

    private final Rectangle box = new Rectangle();
    private final Text character = new Text();
    private final Group input = new Group(box, character);
    private final TexNode x = new TexNode(Formulas.input(), 13);
    private final TexNode previous = new TexNode(FormulaText.EMPTY.h("h_{t-1}"), 13);
    private final TexNode state = new TexNode(FormulaText.EMPTY.h("h_t"), 13);
    private final TexNode productBefore = new TexNode(Formulas.product(ResetPosition.BEFORE), 13);
    private final TexNode productAfter = new TexNode(Formulas.product(ResetPosition.AFTER), 13);
    private final Text highway = new Text();

    DiagramLabels() {
        input.setId(DiagramPart.INPUT.id());
        character.setMouseTransparent(true);
        for (TexNode letter : new TexNode[] {x, previous, state, productBefore, productAfter}) {
            letter.setMouseTransparent(true);
        }
        highway.setMouseTransparent(true);
        getChildren().addAll(input, x, previous, state, productBefore, productAfter, highway);
    }

    Node input() {
        return input;
    }

    double inputRight() {
        return box.getX() + box.getWidth();
    }

    void place(DiagramGeometry g, Look look, String highwayWords) {
        double font = g.font();
        Spot at = g.spot(DiagramPart.INPUT);
        box.setArcWidth(look.px(8));
        box.setArcHeight(look.px(8));
        box.setStrokeWidth(look.px(2));

        double under = g.y(Row.HIGHWAY) + g.stripHeight() / 2 + 1.35 * font;
        GateNode.set(x, 1.4 * font, at.x(), at.top() - 0.55 * font);
        GateNode.set(previous, 1.4 * font, g.x(Column.INPUT), under);
        GateNode.set(state, 1.4 * font, g.x(Column.STATE), under);
        double below = g.y(Row.GATE) + g.stripHeight() / 2 + 1.25 * font;
        GateNode.set(productBefore, 1.05 * font, g.x(Column.PRODUCT), below);
        GateNode.set(productAfter, 1.05 * font, g.x(Column.PRODUCT), below);

        highway.setText(highwayWords);
        highway.setVisible(g.width() > ROOMY * font);
        highway.setFont(Fonts.ui(0.92 * font));
        highway.setX(g.x(Column.R) - 2 * font);
        highway.setY(g.y(Row.HIGHWAY) - 0.6 * font);
    }

    /** A word makes the box wider, up to the column of r. */
    void input(DiagramGeometry g, String label) {
        double font = g.font();
        Spot at = g.spot(DiagramPart.INPUT);
        character.setFont(Fonts.monoBold(1.15 * font));
        double most = g.x(Column.R) - 1.8 * font - at.left();
        character.setText(shortened(label, most - 0.8 * font));
        double text = character.getLayoutBounds().getWidth();
        double width = Math.max(at.width(), text + 0.8 * font);
        box.setX(at.left());
        box.setY(at.top());
        box.setWidth(width);
        box.setHeight(at.height());
        character.setX(at.left() + (width - text) / 2);
        character.setY(at.y() + 0.42 * font);
    }

    private String shortened(String label, double most) {
        character.setText(label);
        String kept = label;
        while (character.getLayoutBounds().getWidth() > most && kept.length() > 1) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
            character.setText(kept + "…");
        }
        return character.getText();
    }

    void draw(DiagramFrame frame, DiagramShade shade) {
        box.setFill(shade.palette().surface);
        box.setStroke(shade.of(Ink.X, 1));
        character.setFill(shade.of(Ink.X, 1));
        shade.apply(x, 1);
        shade.apply(previous, 1);
        shade.apply(state, frame.strength(6));
        shade.apply(productBefore, frame.strength(3));
        shade.apply(productAfter, frame.strength(3));
        productBefore.setOpacity(1 - frame.after());
        productAfter.setOpacity(frame.after());
        highway.setFill(shade.of(Ink.H, 1));
    }
}

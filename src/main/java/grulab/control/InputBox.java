package grulab.control;

import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** The box of x with what was read in it, and its letter above. */
final class InputBox extends Group {
    private final Rectangle box = new Rectangle();
    private final Text character = new Text();
    private final Group input = new Group(box, character);
    private final TexNode letter = new TexNode(Formulas.input(), 13);

    InputBox(DiagramPart part) {
        input.setId(part.id());
        character.setMouseTransparent(true);
        letter.setMouseTransparent(true);
        getChildren().addAll(input, letter);
    }

    /** The box itself, for the pointer. */
    Group input() {
        return input;
    }

    double right() {
        return box.getX() + box.getWidth();
    }

    void place(Spot at, double font, Look look) {
        box.setArcWidth(look.px(8));
        box.setArcHeight(look.px(8));
        box.setStrokeWidth(look.px(2));
        GateNode.set(letter, 1.4 * font, at.x(), at.top() - 0.55 * font);
    }

    /**
     * A word makes the box wider.
     *
     * @param limit how far to the right it may reach
     */
    void show(String label, Spot at, double font, double limit) {
        character.setFont(Fonts.monoBold(1.15 * font));
        character.setText(shortened(label, limit - at.left() - 0.8 * font));
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

    void draw(DiagramShade shade) {
        box.setFill(shade.palette().surface);
        box.setStroke(shade.of(Ink.X, 1));
        character.setFill(shade.of(Ink.X, 1));
        shade.apply(letter, 1);
    }
}

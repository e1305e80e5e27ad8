package grulab.control;

import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A gate: its letter, its strip, and the curve that squashes it. */
final class GateNode extends Group {
    private final Rectangle box = new Rectangle();
    private final StripNode strip = new StripNode();
    private final LetterNode letter;
    private final @Nullable TexNode sigma;
    private final Text tanh = new Text("tanh");
    private final Ink ink;

    GateNode(DiagramPart part, FormulaText letter, Ink ink, boolean sigmoid) {
        this.ink = ink;
        setId(part.id());
        this.letter = new LetterNode(letter, SlopeFormulas.of(letter));
        strip.setId(part.id() + "-strip");
        tanh.setMouseTransparent(true);
        getChildren().addAll(box, strip, this.letter);
        if (sigmoid) {
            sigma = new TexNode(FormulaText.EMPTY.plus(Ink.SOFT, "\\sigma"), 13);
            sigma.setMouseTransparent(true);
            getChildren().add(sigma);
        } else {
            sigma = null;
            getChildren().add(tanh);
        }
    }

    StripNode strip() {
        return strip;
    }

    void place(Spot at, Spot cells, double font, Look look) {
        box.setX(at.left());
        box.setY(at.top());
        box.setWidth(at.width());
        box.setHeight(at.height());
        box.setArcWidth(2 * look.px(6));
        box.setArcHeight(2 * look.px(6));
        box.setStrokeWidth(look.px(2));
        strip.place(cells, font, look);
        double gutter = (at.width() - cells.width()) / 4;
        double baseline = at.top() + 1.7 * font;
        boolean room = cells.width() > font;
        letter.place(
                (room ? 1.3 : 1.45) * font,
                (room ? 0.9 : 1.15) * font,
                at.left() + (room ? 0.57 * font : gutter),
                baseline);
        if (sigma != null) {
            set(sigma, 1.15 * font, at.right() - gutter, baseline);
        }
        tanh.setFont(Fonts.ui(0.86 * font));
        double width = tanh.getLayoutBounds().getWidth();
        double middle = tanh.getBaselineOffset() * 0.36;
        tanh.setX(at.right() - gutter - width / 2);
        tanh.setY(at.top() + 0.75 * font + width / 2 + middle);
        tanh.setRotate(-90);
    }

    static void set(TexNode node, double size, double x, double baseline) {
        node.size(size);
        node.setLayoutX(x - node.prefWidth(-1) / 2);
        node.setLayoutY(baseline - node.getBaselineOffset());
    }

    void draw(DiagramShade shade, double strength, boolean backward) {
        box.setFill(shade.palette().surface);
        box.setStroke(shade.of(ink, strength));
        letter.draw(shade, strength, backward);
        if (sigma != null) {
            shade.apply(sigma, strength);
        }
        tanh.setFill(shade.of(Ink.SOFT, strength));
    }
}

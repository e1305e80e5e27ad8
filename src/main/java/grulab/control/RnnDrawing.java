package grulab.control;

import javafx.scene.text.Text;

/** The plain RNN's diagram: one sum, squashed. */
final class RnnDrawing extends CellDrawing {
    private final LetterNode sum = new LetterNode(Formulas.plainBody(), SlopeFormulas.sum());
    private final Text caption = new Text();

    RnnDrawing() {
        super(RnnPart.INPUT, RnnPart.PREVIOUS, RnnPart.STATE);
        strip(RnnPart.SUM);
        chip(RnnPart.U, "U");
        chip(RnnPart.W, "W");
        plus(RnnPart.PLUS);
        squash(RnnPart.TANH);
        caption.setId("diagram-no-gate");
        sum.setMouseTransparent(true);
        caption.setMouseTransparent(true);
        riders.getChildren().addAll(sum, caption);
    }

    @Override
    Circuit circuit(DiagramBox box) {
        return new RnnCircuit(box);
    }

    @Override
    void placed(Circuit where, Look look, DiagramWords words) {
        double font = where.box.font();
        Spot strip = where.spot(RnnPart.SUM);
        sum.place(1.05 * font, 1.05 * font, strip.x(), strip.bottom() + 1.25 * font);
        Spot at = ((RnnCircuit) where).caption();
        caption.setText(words.noGate());
        caption.setFont(Fonts.ui(font));
        caption.setX(at.x() - caption.getLayoutBounds().getWidth() / 2);
        caption.setY(at.y() + 0.33 * font);
    }

    @Override
    void drawn(DiagramFrame frame, DiagramShade shade) {
        sum.draw(shade, strength(frame, RnnPart.SUM), frame.isBackward());
        caption.setFill(shade.of(Ink.FAINT, 1));
    }
}

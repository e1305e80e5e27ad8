package grulab.control;

import grulab.model.Convention;
import grulab.model.ResetPosition;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The GRU's diagram: besides gates and strips, what moves when a convention is switched. */
final class GruDrawing extends CellDrawing {
    /** A diagram so many fonts wide has room to say what the highway is. */
    private static final double ROOMY = 45;

    private final ChipNode ghostBefore = new ChipNode(TEXT.ink("U_n"), CHIP);
    private final ChipNode ghostAfter = new ChipNode(TEXT.ink("U_n"), CHIP);
    private final ChipNode recurrentCandidate = new ChipNode(GruPart.U_N, TEXT.ink("U_n"), CHIP);
    private final ChipNode badge = new ChipNode(GruPart.BADGE_Z, TEXT.z("z"), 1.2);
    private final ChipNode badgeRest = new ChipNode(GruPart.BADGE_REST, TEXT.z("1{-}z"), 1.08);
    private final LetterNode productBefore = product(ResetPosition.BEFORE);
    private final LetterNode productAfter = product(ResetPosition.AFTER);
    private final Text highway = new Text();
    private @Nullable GruCircuit circuit;
    private Look look = Look.STANDARD;
    private String onward = "";
    private String back = "";
    private @Nullable Shown shown;

    /** What was drawn last, so that the same is not drawn again; the rest are strengths. */
    private record Shown(
            Convention convention,
            double after,
            double admit,
            boolean backward,
            double highway,
            double chip,
            double product,
            double badge,
            double badgeRest,
            double ghostBefore,
            double ghostAfter) {}

    GruDrawing() {
        super(GruPart.INPUT, GruPart.PREVIOUS, GruPart.STATE);
        gate(GruPart.R, TEXT.r("r"), Ink.R, true);
        gate(GruPart.CANDIDATE, TEXT.candidate("\\tilde{h}"), Ink.CANDIDATE, false);
        gate(GruPart.Z, TEXT.z("z"), Ink.Z, true);
        strip(GruPart.PRODUCT);
        chip(GruPart.W_R, "W_r");
        chip(GruPart.W_N, "W_n");
        chip(GruPart.W_Z, "W_z");
        chip(GruPart.U_R, "U_r");
        chip(GruPart.U_Z, "U_z");
        times(GruPart.TIMES_R, Ink.R);
        times(GruPart.TIMES_OLD, Ink.Z);
        times(GruPart.TIMES_NEW, Ink.Z);
        plus(GruPart.PLUS);
        for (Node words : new Node[] {productBefore, productAfter, highway}) {
            words.setMouseTransparent(true);
        }
        ghosts.getChildren().addAll(ghostBefore, ghostAfter);
        riders.getChildren().addAll(badgeRest, badge, recurrentCandidate, productBefore, productAfter, highway);
    }

    private static LetterNode product(ResetPosition position) {
        return new LetterNode(Formulas.product(position), SlopeFormulas.product(position));
    }

    @Override
    Circuit circuit(DiagramBox box) {
        return new GruCircuit(box);
    }

    @Override
    Map<DiagramPart, Node> parts() {
        Map<DiagramPart, Node> all = super.parts();
        all.put(GruPart.U_N, recurrentCandidate);
        all.put(GruPart.BADGE_Z, badge);
        all.put(GruPart.BADGE_REST, badgeRest);
        return all;
    }

    @Override
    void placed(Circuit where, Look how, DiagramWords words) {
        GruCircuit places = (GruCircuit) where;
        circuit = places;
        look = how;
        double font = where.box.font();
        place(ghostBefore, places.recurrentCandidate(0));
        place(ghostAfter, places.recurrentCandidate(1));
        ghostBefore.dashes(look.px(1), look.px(3), look.px(2.5));
        ghostAfter.dashes(look.px(1), look.px(3), look.px(2.5));
        Spot product = where.spot(GruPart.PRODUCT);
        double below = product.bottom() + 1.25 * font;
        productBefore.place(1.05 * font, 1.05 * font, product.x(), below);
        productAfter.place(1.05 * font, 1.05 * font, product.x(), below);
        onward = words.highway(false);
        back = words.highway(true);
        shown = null;
        highway.setVisible(where.box.width() > ROOMY * font);
        highway.setFont(Fonts.ui(0.92 * font));
        highway.setX(where.spot(GruPart.R).x() - 2 * font);
        highway.setY(where.spot(GruPart.PREVIOUS).y() - 0.6 * font);
    }

    @Override
    void drawn(DiagramFrame frame, DiagramShade shade) {
        if (circuit == null) {
            return;
        }
        Shown next = shown(frame);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        reset(circuit, frame, shade, next);
        update(circuit, frame, shade, next);
        highway.setText(next.backward ? back : onward);
        highway.setFill(shade.of(Ink.H, next.highway));
    }

    private Shown shown(DiagramFrame frame) {
        return new Shown(
                frame.convention(),
                frame.after(),
                frame.admit(),
                frame.isBackward(),
                strength(frame, GruPart.HIGHWAY),
                strength(frame, GruPart.U_N),
                strength(frame, GruPart.PRODUCT),
                strength(frame, GruPart.BADGE_Z),
                strength(frame, GruPart.BADGE_REST),
                frame.strength(GruPart.PRODUCT_TO_CANDIDATE),
                frame.strength(GruPart.HIGHWAY_TO_TIMES));
    }

    private void reset(GruCircuit places, DiagramFrame frame, DiagramShade shade, Shown how) {
        place(recurrentCandidate, places.recurrentCandidate(frame.after()));
        recurrentCandidate.outlined(shade, Ink.INK, how.chip);
        boolean toAfter = how.convention.reset() == ResetPosition.AFTER;
        // the ghost stands where the chip comes from or is not; it is there as far as the chip is away
        ghostBefore.ghost(shade, how.ghostBefore);
        ghostBefore.setOpacity(frame.after());
        ghostAfter.ghost(shade, how.ghostAfter);
        ghostAfter.setOpacity(toAfter && frame.after() >= 1 ? 0 : 1 - frame.after());
        productBefore.draw(shade, how.product, how.backward);
        productAfter.draw(shade, how.product, how.backward);
        productBefore.setOpacity(1 - frame.after());
        productAfter.setOpacity(frame.after());
    }

    private void update(GruCircuit places, DiagramFrame frame, DiagramShade shade, Shown how) {
        double font = places.box.font();
        Spot one = places.badge(frame.admit(), 1, false);
        badge.place(one, font, one.height() / 2, look.px(1.5));
        badge.filled(shade, Ink.Z, how.badge);
        Spot rest = places.badge(1 - frame.admit(), -1, true);
        badgeRest.place(rest, font, rest.height() / 2, look.px(1.7));
        badgeRest.outlined(shade, Ink.Z, how.badgeRest);
    }
}

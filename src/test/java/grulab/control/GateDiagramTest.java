package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateDiagramTest {
    private static final double WIDTH = DiagramPicture.WIDTH;
    private static final double HEIGHT = DiagramPicture.HEIGHT;
    private static final Look STILL = Look.STANDARD.withReducedMotion(true).withPixelRatio(2);

    @ParameterizedTest
    @EnumSource(Palette.class)
    void stripsHaveTheColoursOfTheMaps(Palette palette) {
        Look look = STILL.with(palette);
        DiagramMoment m = SampleTrace.moment(Convention.PYTORCH, 24);
        DiagramPicture picture = draw(look, m, 6);
        int t = m.t();
        for (int unit : new int[] {0, 5, 12, 13, 23}) {
            StepTrace trace = m.trace();
            picture.holds("diagram-previous", unit, palette.states.color((trace.before(t, unit) + 1) / 2));
            picture.holds("diagram-r-strip", unit, palette.gates.color(trace.at(Quantity.RESET, t, unit)));
            picture.holds("diagram-z-strip", unit, palette.gates.color(trace.at(Quantity.UPDATE, t, unit)));
            double n = trace.at(Quantity.CANDIDATE, t, unit);
            picture.holds("diagram-candidate-strip", unit, palette.states.color((n + 1) / 2));
            double h = trace.at(Quantity.STATE, t, unit);
            picture.holds("diagram-state", unit, palette.states.color((h + 1) / 2));
        }
    }

    @Test
    void unitsAreInTheShownOrder() {
        StepTrace trace = SampleTrace.of(Convention.PYTORCH, 24);
        int[] backwards = new int[24];
        for (int i = 0; i < 24; i++) {
            backwards[i] = 23 - i;
        }
        DiagramMoment m = new DiagramMoment(trace, 12, 13, UnitOrder.of(backwards), "o", 37);
        DiagramPicture picture = draw(STILL, m, 6);
        picture.holds("diagram-z-strip", 0, Palette.LIGHT.gates.color(trace.at(Quantity.UPDATE, 12, 23)));
        picture.holds("diagram-z-strip", 20, Palette.LIGHT.gates.color(trace.at(Quantity.UPDATE, 12, 3)));
    }

    @Test
    void whatIsNotFiniteIsStriped() {
        Snapshot snapshot = Snapshots.with(Snapshots.of(2, 4), Quantity.UPDATE, 1, 0, Float.NaN);
        DiagramPicture picture = draw(STILL, DiagramMoment.of(snapshot, 1, 1, UnitOrder.index(2)), 6);
        assertThat(picture.row("diagram-z-strip", 0, 2)).contains(Palette.BROKEN, Color.WHITE);
    }

    @Test
    void laterStepsAreFaintAndTheirStripsEmpty() {
        DiagramMoment m = SampleTrace.moment(Convention.PYTORCH, 24);
        GateDiagram diagram = diagram(STILL, m, 4);
        DiagramFrame frame = Screens.onFx(diagram::frame);
        assertThat(frame.strength(4)).isEqualTo(1);
        assertThat(frame.strength(5)).isZero();
        DiagramPicture picture = new DiagramPicture(diagram, STILL);
        Color past = Palette.LIGHT.gates.color(m.trace().at(Quantity.RESET, 12, 0));
        picture.holds("diagram-r-strip", 0, past);
        Color later = Palette.LIGHT.gates.color(m.trace().at(Quantity.UPDATE, 12, 5));
        assertThat(picture.row("diagram-z-strip", 5, 24)).doesNotContain(later);
    }

    @Test
    void resetBeforeAndAfterMoveOneChipAndRenameTheProduct() {
        Bounds after = bounds(diagram(STILL, moment(ResetPosition.AFTER, UpdateMeaning.KEEP), 6), "diagram-u-n");
        Bounds before = bounds(diagram(STILL, moment(ResetPosition.BEFORE, UpdateMeaning.KEEP), 6), "diagram-u-n");
        assertThat(after.getCenterX()).isBetween(0.314 * WIDTH - 1, 0.314 * WIDTH + 1);
        assertThat(after.getCenterY()).isLessThan(0.4 * HEIGHT);
        assertThat(before.getCenterX()).isBetween(0.460 * WIDTH - 1, 0.460 * WIDTH + 1);
        assertThat(before.getCenterY()).isBetween(0.64 * HEIGHT - 1, 0.64 * HEIGHT + 1);
    }

    @Test
    void keepAndAdmitTradeTheBadges() {
        GateDiagram keep = diagram(STILL, moment(ResetPosition.AFTER, UpdateMeaning.KEEP), 6);
        GateDiagram admit = diagram(STILL, moment(ResetPosition.AFTER, UpdateMeaning.ADMIT), 6);
        assertThat(bounds(keep, "diagram-badge-z").getCenterY()).isLessThan(0.4 * HEIGHT);
        assertThat(bounds(keep, "diagram-badge-rest").getCenterY()).isGreaterThan(0.5 * HEIGHT);
        assertThat(bounds(admit, "diagram-badge-z").getCenterY()).isGreaterThan(0.5 * HEIGHT);
        assertThat(bounds(admit, "diagram-badge-rest").getCenterY()).isLessThan(0.4 * HEIGHT);
    }

    @Test
    void forwardAndBackIsTheSamePicture() {
        GateDiagram diagram = diagram(STILL, SampleTrace.moment(Convention.PYTORCH, 24), 3);
        int[] there = pixels(Screens.onFx(() -> Screens.draw(diagram, WIDTH, HEIGHT, STILL)));
        DiagramFrame from = Screens.onFx(diagram::frame);
        DiagramMotion forward = DiagramMotion.toLevel(from, 4, CellType.GRU);
        DiagramMotion back = DiagramMotion.toLevel(forward.end(), 3, CellType.GRU);
        int[] again = Screens.onFx(() -> {
            for (double ms = 0; ms <= 600; ms += 60) {
                diagram.draw(forward.at(ms));
            }
            for (double ms = 0; ms <= 150; ms += 30) {
                diagram.draw(back.at(ms));
            }
            return pixels(Screens.draw(diagram, WIDTH, HEIGHT, STILL));
        });
        assertThat(again).isEqualTo(there);
    }

    @Test
    void newInputEndsTheMovementAtOnce() {
        Look moving = STILL.withReducedMotion(false);
        GateDiagram diagram = diagram(moving, moment(ResetPosition.AFTER, UpdateMeaning.KEEP), 6);
        DiagramMoment before = moment(ResetPosition.BEFORE, UpdateMeaning.KEEP);
        DiagramMoment admit = moment(ResetPosition.BEFORE, UpdateMeaning.ADMIT);
        Screens.onFx(() -> {
            Screens.draw(diagram, WIDTH, HEIGHT, moving);
            diagram.show(before);
            assertThat(diagram.isMoving()).isTrue();
            assertThat(diagram.frame().after()).isEqualTo(1);
            diagram.show(admit);
            assertThat(diagram.isMoving()).isTrue();
            assertThat(diagram.frame().after()).isZero();
            assertThat(diagram.frame().admit()).isZero();
            diagram.microStep(2);
            diagram.finish();
            assertThat(diagram.isMoving()).isFalse();
            assertThat(diagram.frame()).isEqualTo(DiagramFrame.still(admit, 2));
            return null;
        });
    }

    @Test
    void newNumbersOfTheSameStepDoNotStopAMovement() {
        Look moving = STILL.withReducedMotion(false);
        GateDiagram diagram = diagram(moving, moment(ResetPosition.AFTER, UpdateMeaning.KEEP), 6);
        DiagramMoment before = moment(ResetPosition.BEFORE, UpdateMeaning.KEEP);
        // while training runs, numbers change and with them the order of units
        DiagramMoment newer =
                new DiagramMoment(before.trace(), 12, 13, UnitOrder.index(24).window(4, 12), "o", 37);
        Screens.onFx(() -> {
            Screens.draw(diagram, WIDTH, HEIGHT, moving);
            diagram.show(before);
            diagram.show(newer);
            assertThat(diagram.isMoving()).isTrue();
            diagram.finish();
            assertThat(diagram.frame().now()).isSameAs(newer);
            return null;
        });
    }

    @Test
    void withReducedMotionNothingMoves() {
        GateDiagram diagram = diagram(STILL, moment(ResetPosition.AFTER, UpdateMeaning.KEEP), 6);
        DiagramMoment before = moment(ResetPosition.BEFORE, UpdateMeaning.KEEP);
        Screens.onFx(() -> {
            Screens.draw(diagram, WIDTH, HEIGHT, STILL);
            diagram.show(before);
            assertThat(diagram.isMoving()).isFalse();
            assertThat(diagram.frame()).isEqualTo(DiagramFrame.still(before, 6));
            diagram.microStep(3);
            assertThat(diagram.frame()).isEqualTo(DiagramFrame.still(before, 3));
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 256, 1024})
    void anyNumberOfUnitsIsDrawn(int hidden) {
        StepTrace trace = Snapshots.of(hidden, 3).trace();
        int unit = hidden - 1;
        DiagramMoment m = new DiagramMoment(trace, 2, unit, UnitOrder.index(hidden), "e", 37);
        GateDiagram diagram = diagram(STILL, m, 6);
        Color selected = Palette.LIGHT.gates.color(trace.at(Quantity.UPDATE, 2, unit));
        DiagramPicture picture = new DiagramPicture(diagram, STILL);
        assertThat(picture.column("diagram-z-strip")).contains(selected);
    }

    @Test
    void clickingACellChoosesItsUnit() {
        GateDiagram diagram = diagram(STILL, SampleTrace.moment(Convention.PYTORCH, 24), 6);
        AtomicInteger heard = new AtomicInteger(-1);
        Screens.onFx(() -> {
            Screens.draw(diagram, WIDTH, HEIGHT, STILL);
            diagram.onUnit(heard::set);
            Node strip = diagram.lookup("#diagram-z-strip");
            Bounds b = strip.getBoundsInLocal();
            strip.fireEvent(Screens.mouse(MouseEvent.MOUSE_CLICKED, strip, b.getCenterX(), b.getMinY() + 3));
            return null;
        });
        assertThat(heard).hasValue(0);
    }

    @Test
    void partsSayWhatTheyCarryWithItsShape() {
        GateDiagram after = diagram(STILL, moment(ResetPosition.AFTER, UpdateMeaning.KEEP), 6);
        assertThat(after.tip(GruPart.U_R)).startsWith("U_r  [24×24]");
        assertThat(after.tip(GruPart.W_N)).startsWith("W_n  [24×37]");
        assertThat(after.tip(GruPart.PRODUCT)).startsWith("r⊙(U_n h + c_n)  [24]");
        assertThat(after.tip(GruPart.Z_TO_OLD)).startsWith("z_t  [24]");
        GateDiagram before = diagram(STILL, moment(ResetPosition.BEFORE, UpdateMeaning.ADMIT), 6);
        assertThat(before.tip(GruPart.PRODUCT)).startsWith("r⊙h  [24]");
        assertThat(before.tip(GruPart.Z_TO_OLD)).startsWith("1−z_t  [24]");
        assertThat(before.tip(GruPart.INPUT)).startsWith("x_t  [37]");
    }

    @Test
    void everyPartIsUnderThePointer() {
        GateDiagram diagram = diagram(STILL, SampleTrace.moment(Convention.PYTORCH, 24), 6);
        List<DiagramPart> missing = new ArrayList<>();
        Screens.onFx(() -> {
            Screens.draw(diagram, WIDTH, HEIGHT, STILL);
            for (DiagramPart part : GruPart.values()) {
                Node node = diagram.lookup("#" + part.id());
                if (node == null || node.getOnMouseEntered() == null) {
                    missing.add(part);
                }
            }
            return null;
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void itSaysTheSentenceOfTheMicroStep() {
        GateDiagram diagram = diagram(STILL, SampleTrace.moment(Convention.PYTORCH, 24), 4);
        assertThat(Screens.onFx(diagram::getAccessibleText))
                .contains("Micro-step 4", "Candidate", "Unit 14", "time 13", "character o");
        Screens.onFx(() -> {
            diagram.clear();
            return null;
        });
        assertThat(Screens.onFx(diagram::getAccessibleText)).contains("Nothing is computed yet");
    }

    private static DiagramMoment moment(ResetPosition reset, UpdateMeaning update) {
        return SampleTrace.moment(new Convention(reset, update), 24);
    }

    private static GateDiagram diagram(Look look, DiagramMoment moment, int step) {
        return Screens.onFx(() -> {
            GateDiagram diagram = new GateDiagram();
            diagram.words(SampleWords.diagram());
            diagram.look(look);
            diagram.show(moment);
            diagram.microStep(step);
            return diagram;
        });
    }

    private static DiagramPicture draw(Look look, DiagramMoment moment, int step) {
        return new DiagramPicture(diagram(look, moment, step), look);
    }

    private static Bounds bounds(GateDiagram diagram, String id) {
        return Screens.onFx(() -> {
            Screens.draw(diagram, WIDTH, HEIGHT, STILL);
            Node node = diagram.lookup("#" + id);
            return diagram.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        });
    }

    private static int[] pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] all = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), all, 0, width);
        return all;
    }
}

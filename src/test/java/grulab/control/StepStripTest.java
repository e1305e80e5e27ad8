package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the strips of the diagram show in the Step workspace: numbers, gradients, the original, where the window is. */
class StepStripTest {
    private static final double WIDTH = StepDiagramTest.WIDTH;
    private static final double HEIGHT = StepDiagramTest.HEIGHT;
    private static final Look STILL = StepDiagramTest.STILL;

    @ParameterizedTest
    @EnumSource(Palette.class)
    void backwardStripsHaveTheColoursOfStatesAtTheScaleOfTheStep(Palette palette) {
        Snapshot snapshot = SampleCells.of(CellType.GRU, 24);
        DiagramMoment moment = DiagramMoment.backward(snapshot, 12, 13, UnitOrder.index(24));
        StripColumn z = StripColumn.of(moment, GruPart.Z, palette);
        for (int u = 0; u < 24; u++) {
            double share = snapshot.trace().gradient(Quantity.UPDATE)[12 * 24 + u]
                    / moment.slopes().scale();
            assertThat(z.colors()[u]).isEqualTo(palette.states.argb((share + 1) / 2));
        }
        assertThat(z.clipped()).containsOnly(false);
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void ofFewUnitsEveryNumberIsInItsCell(CellType cell) {
        Snapshot snapshot = SampleCells.of(cell, 2);
        DiagramMoment moment = DiagramMoment.of(snapshot, 12, 1, UnitOrder.index(2));
        for (DiagramPart part : StepDiagramTest.parts(cell)) {
            if (part.name().equals("STATE")) {
                StripColumn column = StripColumn.detailed(moment, part, Palette.LIGHT, true);
                assertThat(column.beside().numbers())
                        .containsExactly(
                                Numbers.fixed(snapshot.trace().at(Quantity.STATE, 12, 0), 2),
                                Numbers.fixed(snapshot.trace().at(Quantity.STATE, 12, 1), 2));
                GateDiagram diagram = StepDiagramTest.of(moment, MicroSteps.count(cell));
                assertThat(inked(diagram, column.colors()[0])).isGreaterThan(20);
                Screens.onFx(() -> {
                    diagram.detailed(false);
                    return null;
                });
                assertThat(inked(diagram, column.colors()[0])).isZero();
            }
        }
    }

    @Test
    void gradientsArePrintedInAPowerOfTenThatShowsThem() {
        Snapshot snapshot = SampleCells.of(CellType.GRU, 2);
        DiagramMoment moment = DiagramMoment.backward(snapshot, 12, 1, UnitOrder.index(2));
        int exponent = StripColumn.exponent(moment);
        double most = moment.slopes().scale() / Math.pow(10, exponent);
        assertThat(most).isBetween(1.0, 10.0);
        GateDiagram diagram = StepDiagramTest.of(moment, 6);
        assertThat(Screens.onFx(() -> ((Text) diagram.lookup("#diagram-power")).getText()))
                .isEqualTo("× 10" + Numbers.superscript(exponent));
    }

    @Test
    void numbersAreReadableOnEveryColourOfTheMaps() {
        for (Palette palette : Palette.values()) {
            for (ColorMap map : List.of(palette.gates, palette.states)) {
                for (int i = 0; i <= 1000; i++) {
                    Color ground = map.color(i / 1000.0);
                    Color ink = StripCells.contrast(map.argb(i / 1000.0));
                    double a = luminance(ground) + 0.05;
                    double b = luminance(ink) + 0.05;
                    assertThat(Math.max(a, b) / Math.min(a, b)).isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    private static double luminance(Color c) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double[] channels = {c.getRed(), c.getGreen(), c.getBlue()};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double v = channels[i];
            sum += weights[i] * (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void theOriginalStandsBesideWhatDiffersFromIt() {
        Snapshot base = SampleCells.of(CellType.GRU, 8);
        Map<String, double[]> arrays = new LinkedHashMap<>(base.weights().arrays());
        double[] z = arrays.get("b_iz").clone();
        z[3] += 2;
        arrays.put("b_iz", z);
        Weights w = base.weights();
        Snapshot edited =
                SampleCells.of(new Weights(CellType.GRU, w.inputs(), 8, w.outputs(), arrays), base.convention());
        // at the first step only z and h_t differ
        DiagramMoment moment =
                DiagramMoment.of(edited, 0, 0, UnitOrder.index(8)).withGhost(base);
        DiagramMoment original = DiagramMoment.of(base, 0, 0, UnitOrder.index(8));
        for (GruPart part : List.of(GruPart.PREVIOUS, GruPart.R, GruPart.PRODUCT, GruPart.CANDIDATE)) {
            assertThat(StripColumn.detailed(moment, part, Palette.LIGHT, true)
                            .beside()
                            .ghost())
                    .isEmpty();
        }
        for (GruPart part : List.of(GruPart.Z, GruPart.STATE)) {
            assertThat(StripColumn.detailed(moment, part, Palette.LIGHT, true)
                            .beside()
                            .ghost())
                    .isEqualTo(StripColumn.of(original, part, Palette.LIGHT).colors());
        }
        GateDiagram diagram = StepDiagramTest.of(moment, 6);
        assertThat(ghost(diagram, "diagram-z-strip")).isTrue();
        assertThat(ghost(diagram, "diagram-r-strip")).isFalse();
        Screens.onFx(() -> {
            diagram.show(moment.withGhost(null));
            return null;
        });
        assertThat(ghost(diagram, "diagram-z-strip")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 1024})
    void ofManyUnitsAWindowIsShownAndMarked(int hidden) {
        Snapshot snapshot = Snapshots.of(hidden, 3);
        GateDiagram diagram = StepDiagramTest.of(DiagramMoment.of(snapshot, 2, hidden - 1, UnitOrder.index(hidden)), 6);
        StripNode strip = (StripNode) Screens.onFx(() -> diagram.lookup("#diagram-z-strip"));
        List<Rectangle> bars = Screens.onFx(() -> {
            List<Rectangle> all = new ArrayList<>();
            strip.place().getChildren().forEach(n -> all.add((Rectangle) n));
            return all;
        });
        assertThat(bars).allMatch(Node::isVisible);
        Rectangle track = bars.get(0);
        Rectangle mark = bars.get(1);
        assertThat(mark.getHeight()).isLessThan(0.3 * track.getHeight());
        assertThat(mark.getY() + mark.getHeight()).isCloseTo(track.getY() + track.getHeight(), within(0.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aCellIsNoBlock(int hidden) {
        GateDiagram diagram = StepDiagramTest.of(SampleCells.moment(CellType.GRU, hidden), 6);
        double height = Screens.onFx(() -> diagram.lookup("#diagram-state")
                .lookup("Canvas")
                .getBoundsInParent()
                .getHeight());
        assertThat(height / hidden).isLessThanOrEqualTo(24);
    }

    private static boolean ghost(GateDiagram diagram, String strip) {
        return Screens.onFx(
                () -> diagram.lookup("#" + strip).lookup("#strip-ghost").isVisible());
    }

    /** Pixels of the first cell of h_t that have not its colour: digits. */
    private static int inked(GateDiagram diagram, int ground) {
        return Screens.onFx(() -> {
            WritableImage image = Screens.draw(diagram, WIDTH, HEIGHT, STILL);
            Node canvas = diagram.lookup("#diagram-state").lookup("Canvas");
            Bounds b = diagram.sceneToLocal(canvas.localToScene(canvas.getBoundsInLocal()));
            int count = 0;
            for (int y = (int) b.getMinY() + 3; y < b.getMinY() + 20; y++) {
                for (int x = (int) b.getMinX() + 3; x < b.getMaxX() - 3; x++) {
                    count += image.getPixelReader().getArgb(x, y) == ground ? 0 : 1;
                }
            }
            return count;
        });
    }
}

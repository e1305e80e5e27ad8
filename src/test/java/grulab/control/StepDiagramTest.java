package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.explain.Explanation;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.Weights;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Step workspace asks of the diagram. */
class StepDiagramTest {
    private static final double WIDTH = 876;
    private static final double HEIGHT = 404;
    private static final Look STILL = Look.STANDARD.withReducedMotion(true);

    private final List<Subject> asked = new ArrayList<>();
    private final List<String> hovered = new ArrayList<>();

    @Test
    void aClickAsksForTheNumberOfTheSelectedUnit() {
        GateDiagram diagram = diagram(SampleCells.moment(CellType.GRU, 24), 6);
        click(diagram, "diagram-highway-to-r");
        click(diagram, "diagram-w-n");
        click(diagram, "diagram-z");
        click(diagram, "diagram-plus");
        click(diagram, "diagram-highway-to-times");
        click(diagram, "diagram-highway");
        click(diagram, "diagram-input");
        assertThat(asked)
                .containsExactly(
                        new Subject.Value(Quantity.RESET, 12, 13),
                        new Subject.Value(Quantity.CANDIDATE, 12, 13),
                        new Subject.Value(Quantity.UPDATE, 12, 13),
                        new Subject.Value(Quantity.STATE, 12, 13),
                        new Subject.Value(Quantity.PRODUCT, 12, 13),
                        new Subject.Value(Quantity.STATE, 11, 13));
    }

    @Test
    void aClickOnACellChoosesItsUnitAndAsksOnceForIt() {
        GateDiagram diagram = diagram(SampleCells.moment(CellType.GRU, 24), 6);
        List<Integer> units = new ArrayList<>();
        Screens.onFx(() -> {
            diagram.onUnit(units::add);
            Node strip = diagram.lookup("#diagram-z-strip");
            Node canvas = strip.lookup("Canvas");
            strip.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, strip, canvas.getLayoutX() + 5, canvas.getLayoutY() + 2));
            return null;
        });
        assertThat(units).containsExactly(0);
        assertThat(asked).containsExactly(new Subject.Value(Quantity.UPDATE, 12, 0));
    }

    @Test
    void atTheFirstStepTheOldStateIsAStart() {
        Snapshot snapshot = SampleCells.of(CellType.LSTM, 4);
        GateDiagram diagram = diagram(DiagramMoment.of(snapshot, 0, 2, UnitOrder.index(4)), 6);
        click(diagram, "diagram-highway");
        assertThat(asked).containsExactly(new Subject.Start(Quantity.CELL, 2));
    }

    @Test
    void backwardAClickAsksForTheGradient() {
        Snapshot snapshot = SampleCells.of(CellType.GRU, 24);
        GateDiagram diagram = diagram(DiagramMoment.backward(snapshot, 12, 13, UnitOrder.index(24)), 6);
        click(diagram, "diagram-r");
        click(diagram, "diagram-product");
        click(diagram, "diagram-highway");
        assertThat(asked.get(0)).isEqualTo(new Subject.Slope(Quantity.RESET, 12, 13));
        assertThat(asked.subList(1, 3))
                .containsExactly(
                        new Subject.SumSlope(Quantity.PRODUCT, 12, 23), new Subject.Sent(Quantity.STATE, 12, 13));
    }

    /** The cell that is clicked and the card that opens say the same number. */
    @ParameterizedTest
    @EnumSource(ResetPosition.class)
    void theNumberThatIsAskedForIsTheNumberOfTheStrip(ResetPosition reset) {
        Snapshot snapshot = SampleCells.of(CellType.GRU, Convention.PYTORCH.with(reset), 8);
        DiagramMoment moment = DiagramMoment.backward(snapshot, 12, 3, UnitOrder.index(8));
        List<GruPart> strips =
                List.of(GruPart.PREVIOUS, GruPart.R, GruPart.PRODUCT, GruPart.CANDIDATE, GruPart.Z, GruPart.STATE);
        for (GruPart part : strips) {
            Line line = Explanation.line(snapshot, part.subject(moment, 5), List.of());
            double shown = part.slopes(moment.slopes()).applyAsDouble(5);
            assertThat(shown).as("%s", part).isCloseTo(line.value(), within(1e-7));
        }
    }

    @Test
    void thePointerSaysWhichTermItIsOver() {
        GateDiagram diagram = diagram(SampleCells.moment(CellType.GRU, 24), 6);
        for (String id :
                new String[] {"input-to-r", "highway-to-r", "highway-to-times", "u-n", "badge-rest", "state"}) {
            Screens.onFx(() -> {
                Node node = diagram.lookup("#diagram-" + id);
                node.fireEvent(mouse(MouseEvent.MOUSE_ENTERED, node, 0, 0));
                node.fireEvent(mouse(MouseEvent.MOUSE_EXITED, node, 0, 0));
                return null;
            });
        }
        assertThat(hovered)
                .containsExactly(
                        "W_r x",
                        null,
                        "U_r h",
                        null,
                        "U_n h + c_n",
                        null,
                        "U_n h + c_n",
                        null,
                        "1 − z",
                        null,
                        "h′",
                        null);
    }

    /** So that a term that is pointed at in a formula lights up here. */
    @Test
    void everyTermOfTheArithmeticButBiasesIsInTheDiagram() {
        for (CellType cell : CellType.values()) {
            for (Convention convention : Convention.ALL) {
                Snapshot snapshot = SampleCells.of(cell, convention, 4);
                DiagramMoment moment = DiagramMoment.of(snapshot, 3, 1, UnitOrder.index(4));
                List<String> carried =
                        parts(cell).stream().map(part -> part.shownTerm(moment)).toList();
                for (Line line : Explanation.of(snapshot, 3, 1, List.of()).lines()) {
                    line.terms().stream()
                            .map(Term::name)
                            .filter(n -> !n.startsWith("b"))
                            .forEach(name -> assertThat(carried)
                                    .as("%s of %s", name, convention)
                                    .anyMatch(c -> c != null && DiagramTerms.same(c, name)));
                }
            }
        }
    }

    @Test
    void backwardTheDotProductsOfTheLastLineAreWires() {
        for (CellType cell : CellType.values()) {
            for (Convention convention : Convention.ALL) {
                Snapshot snapshot = SampleCells.of(cell, convention, 4);
                DiagramMoment moment = DiagramMoment.backward(snapshot, 3, 1, UnitOrder.index(4));
                List<String> carried =
                        parts(cell).stream().map(part -> part.shownTerm(moment)).toList();
                List<Line> lines = Explanation.backward(snapshot, 3, 1).lines();
                List<Term> terms = lines.get(lines.size() - 1).terms();
                assertThat(terms).isNotEmpty();
                terms.stream()
                        .filter(t -> t.products() != null)
                        .forEach(t -> assertThat(carried).as("%s", convention).contains(t.name()));
            }
        }
    }

    @Test
    void aTermIsLitWhereverItIsCarriedAndNothingMoves() {
        GateDiagram diagram = diagram(SampleCells.moment(CellType.GRU, 24), 2);
        Bounds before = Screens.onFx(() -> diagram.lookup("#diagram-candidate").getBoundsInParent());
        int[] unlit = pixels(diagram);
        assertThat(halos(diagram, "n")).isEqualTo(2);
        assertThat(halos(diagram, "h̃")).isEqualTo(2);
        assertThat(halos(diagram, "U_r h")).isEqualTo(2);
        assertThat(halos(diagram, "b_r + c_r")).isZero();
        assertThat(halos(diagram, "h")).isEqualTo(2);
        assertThat(pixels(diagram)).isNotEqualTo(unlit);
        assertThat(Screens.onFx(() -> diagram.lookup("#diagram-candidate").getBoundsInParent()))
                .isEqualTo(before);
        assertThat(halos(diagram, null)).isZero();
        assertThat(pixels(diagram)).isEqualTo(unlit);
    }

    @Test
    void aMomentBetweenMicroStepsIsThePictureOfTheAnimation() {
        DiagramMoment moment = SampleCells.moment(CellType.GRU, 24);
        GateDiagram still = diagram(moment, 6);
        Screens.onFx(() -> {
            still.level(3.4);
            return null;
        });
        GateDiagram moving = diagram(moment, 3);
        DiagramMotion motion = DiagramMotion.toLevel(DiagramFrame.still(moment, 3), 4, CellType.GRU);
        Screens.onFx(() -> {
            for (double ms = 0; ms <= 240; ms += 40) {
                moving.draw(motion.at(ms));
            }
            return null;
        });
        assertThat(pixels(still)).isEqualTo(pixels(moving));
        assertThat(Screens.onFx(still::getAccessibleText)).contains("Micro-step 4 of 6");
    }

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
        for (DiagramPart part : parts(cell)) {
            if (part.name().equals("STATE")) {
                StripColumn column = StripColumn.detailed(moment, part, Palette.LIGHT, true);
                assertThat(column.beside().numbers())
                        .containsExactly(
                                Numbers.fixed(snapshot.trace().at(Quantity.STATE, 12, 0), 2),
                                Numbers.fixed(snapshot.trace().at(Quantity.STATE, 12, 1), 2));
                GateDiagram diagram = diagram(moment, MicroSteps.count(cell));
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
        GateDiagram diagram = diagram(moment, 6);
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
        GateDiagram diagram = diagram(moment, 6);
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
        GateDiagram diagram = diagram(DiagramMoment.of(snapshot, 2, hidden - 1, UnitOrder.index(hidden)), 6);
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
        GateDiagram diagram = diagram(SampleCells.moment(CellType.GRU, hidden), 6);
        double height = Screens.onFx(() -> diagram.lookup("#diagram-state")
                .lookup("Canvas")
                .getBoundsInParent()
                .getHeight());
        assertThat(height / hidden).isLessThanOrEqualTo(24);
    }

    private GateDiagram diagram(DiagramMoment moment, int step) {
        return Screens.onFx(() -> {
            GateDiagram diagram = new GateDiagram();
            diagram.words(SampleWords.diagram());
            diagram.look(STILL);
            diagram.detailed(true);
            diagram.show(moment);
            diagram.microStep(step);
            diagram.onAsk(asked::add);
            diagram.onHoverTerm(hovered::add);
            Screens.draw(diagram, WIDTH, HEIGHT, STILL);
            return diagram;
        });
    }

    private static List<DiagramPart> parts(CellType cell) {
        return switch (cell) {
            case GRU -> List.of(GruPart.values());
            case LSTM -> List.of(LstmPart.values());
            case RNN -> List.of(RnnPart.values());
        };
    }

    private static int halos(GateDiagram diagram, String term) {
        return Screens.onFx(() -> {
            diagram.lit(term);
            return ((Group) diagram.lookup("#diagram-lit")).getChildren().size();
        });
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

    private static int[] pixels(GateDiagram diagram) {
        return Screens.onFx(() -> {
            WritableImage image = Screens.draw(diagram, WIDTH, HEIGHT, STILL);
            int[] all = new int[(int) (WIDTH * HEIGHT)];
            image.getPixelReader()
                    .getPixels(0, 0, (int) WIDTH, (int) HEIGHT, PixelFormat.getIntArgbInstance(), all, 0, (int) WIDTH);
            return all;
        });
    }

    private static void click(GateDiagram diagram, String id) {
        Screens.onFx(() -> {
            Node node = diagram.lookup("#" + id);
            Bounds b = node.getBoundsInLocal();
            node.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, node, b.getCenterX(), b.getMaxY() - 1));
            return null;
        });
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, Node node, double x, double y) {
        Point2D scene = node.localToScene(x, y);
        return new MouseEvent(
                node,
                node,
                type,
                scene.getX(),
                scene.getY(),
                scene.getX(),
                scene.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }
}

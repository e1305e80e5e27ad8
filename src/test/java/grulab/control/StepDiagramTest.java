package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.engine.explain.Explanation;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Step workspace asks of the diagram. */
class StepDiagramTest {
    static final double WIDTH = 876;
    static final double HEIGHT = 404;
    static final Look STILL = Look.STANDARD.withReducedMotion(true);

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
            strip.fireEvent(
                    Screens.mouse(MouseEvent.MOUSE_CLICKED, strip, canvas.getLayoutX() + 5, canvas.getLayoutY() + 2));
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
                node.fireEvent(Screens.mouse(MouseEvent.MOUSE_ENTERED, node, 0, 0));
                node.fireEvent(Screens.mouse(MouseEvent.MOUSE_EXITED, node, 0, 0));
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
                                    .anyMatch(c -> c != null && TermNames.id(c).equals(TermNames.id(name))));
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
                List<Line> lines =
                        Explanation.backward(snapshot, 3, 1, List.of()).lines();
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

    private GateDiagram diagram(DiagramMoment moment, int step) {
        GateDiagram diagram = of(moment, step);
        diagram.onAsk(asked::add);
        diagram.onHoverTerm(hovered::add);
        return diagram;
    }

    /** As the Step workspace shows a moment. */
    static GateDiagram of(DiagramMoment moment, int step) {
        return Screens.onFx(() -> {
            GateDiagram diagram = new GateDiagram();
            diagram.words(SampleWords.diagram());
            diagram.look(STILL);
            diagram.detailed(true);
            diagram.show(moment);
            diagram.microStep(step);
            Screens.draw(diagram, WIDTH, HEIGHT, STILL);
            return diagram;
        });
    }

    static List<DiagramPart> parts(CellType cell) {
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
            node.fireEvent(Screens.mouse(MouseEvent.MOUSE_CLICKED, node, b.getCenterX(), b.getMaxY() - 1));
            return null;
        });
    }
}

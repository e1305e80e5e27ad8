package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.Spectrum;
import grulab.model.StepTrace;
import grulab.model.arithmetic.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** Places of what is drawn are worked out by hand from the numbers. */
class StepPlotsTest {
    private static final Look LOOK = Look.STANDARD;

    /** One unit whose gradient norm at each step is as given. */
    private static Snapshot slopes(float... norms) {
        Snapshot s = Snapshots.of(1, norms.length);
        return Snapshots.withGradient(s, Quantity.STATE, norms);
    }

    /** Two units that go where they are told. */
    private static Snapshot path(float... points) {
        int steps = points.length / 2;
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        for (Quantity q : Quantity.values()) {
            values.put(q, new float[points.length]);
        }
        values.put(Quantity.STATE, points);
        return Snapshots.of(
                new StepTrace(
                        CellType.GRU,
                        Convention.PYTORCH,
                        steps,
                        2,
                        new float[] {0.5f, -0.5f},
                        new float[0],
                        values,
                        Map.of()),
                1);
    }

    private static Text text(Node root, String id) {
        return (Text) root.lookup(id);
    }

    @Test
    void gradientsStandOnALogarithmicAxisAtEqualDistances() {
        Screens.onFx(() -> {
            GradientTime plot = new GradientTime();
            plot.words(Screens.plotWords("en"));
            plot.timeProperty().set(1);
            plot.snapshot(slopes(1e-4f, 1e-3f, 1e-2f, 1f, 0f), null);
            WritableImage image = Screens.draw(plot, 700, 200, LOOK);
            double decade = plot.y(1e-3) - plot.y(1e-2);
            assertThat(plot.y(1e-2) - plot.y(1)).isCloseTo(2 * decade, within(1e-4));
            assertThat(plot.x(3) - plot.x(2)).isEqualTo(plot.x(1) - plot.x(0)).isPositive();
            for (int t : new int[] {0, 2, 3}) {
                double norm = new double[] {1e-4, 1e-3, 1e-2, 1}[t];
                assertThat(image.getPixelReader().getColor((int) plot.x(t), (int) plot.y(norm)))
                        .as("step " + t)
                        .isEqualTo(Palette.LIGHT.loss);
            }
            assertThat(text(plot, "#gradient-time-value").getText()).isEqualTo(Numbers.brief(1e-3f));
            assertThat(plot.getAccessibleText()).contains("time 2");
            return null;
        });
    }

    @Test
    void aClickMovesTimeAndAnotherAsksForTheNorm() {
        List<Subject> asked = new ArrayList<>();
        Screens.onFx(() -> {
            GradientTime plot = new GradientTime();
            plot.onAsk(asked::add);
            plot.snapshot(slopes(0.1f, 0.2f, Float.NaN, 0.3f), null);
            Screens.draw(plot, 700, 150, LOOK);
            Screens.click(plot, plot.x(3), 60);
            assertThat(plot.timeProperty().get()).isEqualTo(3);
            assertThat(asked).isEmpty();
            Screens.click(plot, plot.x(3), 60);
            assertThat(asked).containsExactly(new Subject.Norm(Quantity.STATE, 3));
            WritableImage image = Screens.draw(plot, 700, 150, LOOK);
            assertThat(image.getPixelReader().getColor((int) plot.x(2), 60)).isIn(Palette.BROKEN, Color.WHITE);
            plot.awaiting(4);
            Screens.click(plot, plot.x(0), 60);
            assertThat(plot.timeProperty().get()).isEqualTo(3);
            return null;
        });
    }

    @Test
    void eigenvaluesStandInThePlaneAtEqualScales() {
        Spectrum spectrum = new Spectrum(new double[] {0.6, 0.6, -0.9}, new double[] {0.8, -0.8, 0});
        Screens.onFx(() -> {
            SpectrumPlane plot = new SpectrumPlane();
            plot.words(Screens.plotWords("en"));
            plot.show(spectrum, null);
            WritableImage image = Screens.draw(plot, 260, 300, LOOK);
            PlaneFrame plane = plot.plane();
            assertThat(plane.x(1) - plane.x(0)).isEqualTo(plane.y(0) - plane.y(1));
            assertThat(plane.x(-plane.reach())).isGreaterThanOrEqualTo(0);
            for (int i = 0; i < 3; i++) {
                Color dot = image.getPixelReader()
                        .getColor((int) plane.x(spectrum.re()[i]), (int) plane.y(spectrum.im()[i]));
                assertThat(dot.getBrightness()).as("dot " + i).isLessThan(0.35);
            }
            // 0.6 ± 0.8i lie on the circle, not beyond it
            assertThat(text(plot, "#spectrum-largest").getText()).isEqualTo("largest |\u03bb| 1.00; 0 of 3 beyond 1");
            Screens.move(plot, plane.x(-0.9) + 3, plane.y(0) - 3);
            assertThat(plot.lookup("#spectrum-card").isVisible()).isTrue();
            assertThat(SpectrumPlane.lambda(spectrum, 2)).isEqualTo("\u03bb = \u22120.900, |\u03bb| = 0.900");
            assertThat(SpectrumPlane.lambda(spectrum, 1)).isEqualTo("\u03bb = 0.600 \u00b1 0.800i, |\u03bb| = 1.000");
            Screens.move(plot, plane.x(0), plane.y(0));
            assertThat(plot.lookup("#spectrum-card").isVisible()).isFalse();
            return null;
        });
    }

    @Test
    void thePlaneReachesAsFarAsTheLargestEigenvalue() {
        Screens.onFx(() -> {
            SpectrumPlane plot = new SpectrumPlane();
            plot.words(Screens.plotWords("en"));
            plot.show(new Spectrum(new double[] {27, 0.1}, new double[] {0, 0}), null);
            Screens.draw(plot, 260, 300, LOOK);
            assertThat(plot.plane().reach()).isBetween(27.0, 60.0);
            assertThat(text(plot, "#spectrum-largest").getText()).isEqualTo("largest |\u03bb| 27.00; 1 of 2 beyond 1");
            plot.show(new Spectrum(new double[] {Double.NaN, 0.1}, new double[] {0, 0}), null);
            assertThat(text(plot, "#spectrum-largest").getText()).isEqualTo("An eigenvalue is not a number.");
            return null;
        });
    }

    @Test
    void manyEigenvaluesAreComputedWhenAskedFor() {
        AtomicInteger asked = new AtomicInteger();
        Screens.onFx(() -> {
            SpectrumPlane plot = new SpectrumPlane();
            plot.words(Screens.plotWords("en"));
            plot.onCompute(asked::incrementAndGet);
            plot.offer();
            Screens.draw(plot, 260, 300, LOOK);
            Button button = (Button) plot.lookup("#spectrum-compute");
            assertThat(button.isVisible()).isTrue();
            button.fire();
            plot.computing();
            assertThat(button.isVisible()).isFalse();
            assertThat(text(plot, "#spectrum-largest").getText()).startsWith("Computing");
            return null;
        });
        assertThat(asked).hasValue(1);
    }

    @Test
    void thePathGoesThroughTheStatesFromTheStart() {
        Snapshot snapshot = path(-0.5f, 0.5f, 0.75f, 0.75f, -1f, -1f);
        Screens.onFx(() -> {
            StatePath plot = new StatePath();
            plot.words(Screens.plotWords("en"));
            plot.timeProperty().set(2);
            plot.snapshot(snapshot, null);
            WritableImage image = Screens.draw(plot, 300, 330, LOOK);
            StepTrace trace = snapshot.trace();
            double unit = (plot.x(trace, 1) - plot.x(trace, 0)) / 1.25;
            assertThat(plot.x(trace, -1) - plot.x(trace, 0)).isCloseTo(unit, within(1e-3));
            assertThat(plot.y(trace, -1) - plot.y(trace, 0)).isCloseTo(unit, within(1e-3));
            assertThat(plot.y(trace, 2) - plot.y(trace, 1)).isCloseTo(1.75 * unit, within(1e-3));
            for (int t = 0; t < 3; t++) {
                Color at = image.getPixelReader().getColor((int) plot.x(trace, t), (int) plot.y(trace, t));
                assertThat(at).as("step " + t).isEqualTo(Palette.LIGHT.h);
            }
            Screens.click(plot, plot.x(trace, 0) + 4, plot.y(trace, 0) - 4);
            assertThat(plot.timeProperty().get()).isZero();
            // of three units there is no plane
            plot.snapshot(Snapshots.of(3, 5), null);
            assertThat(plot.table()).isEmpty();
            return null;
        });
    }

    @Test
    void theLongestMemoryIsOnTopAndAClickSelectsItsUnit() {
        Snapshot snapshot = gates(new float[] {0.5f, 1, 0.25f}, new float[] {0.05f, 0.95f, 0.5f});
        Screens.onFx(() -> {
            MemoryPlot plot = new MemoryPlot();
            plot.words(Screens.plotWords("en"));
            plot.unitProperty().set(2);
            plot.snapshot(snapshot);
            WritableImage image = Screens.draw(plot, 480, 300, LOOK);
            assertThat(plot.order()).isEqualTo(UnitOrder.of(1, 0, 2));
            MemoryFrame frame = plot.frame();
            // half-lives ∞, 1 and ½ steps
            assertThat(frame.x(1) - frame.x(0.5)).isCloseTo((frame.x(10) - frame.x(1)) * Math.log10(2), within(1e-9));
            assertThat(frame.infinite()).isGreaterThan(frame.x(1e9) + 10);
            double[] places = {frame.infinite(), frame.x(1), frame.x(0.5)};
            for (int row = 0; row < 3; row++) {
                double y = frame.y(row) + frame.height(row) / 2;
                assertThat(image.getPixelReader().getColor((int) places[row], (int) y))
                        .as("row " + row)
                        .isEqualTo(Palette.LIGHT.h);
            }
            // the reset gate of unit 1 is always open, that of unit 0 always closed
            double y = frame.y(0) + 5;
            assertThat(image.getPixelReader().getColor((int) (frame.middle(0) + frame.full() - 2), (int) y))
                    .isEqualTo(Palette.LIGHT.r);
            assertThat(image.getPixelReader().getColor((int) (frame.middle(0) - 3), (int) y))
                    .isEqualTo(Palette.LIGHT.sunk);
            y = frame.y(1) + 5;
            assertThat(image.getPixelReader().getColor((int) (frame.middle(0) - frame.full() + 2), (int) y))
                    .isEqualTo(Palette.LIGHT.r);
            assertThat(text(plot, "#memory-value").getText()).isEqualTo("0.50");
            Screens.click(plot, 200, frame.y(0) + 3);
            assertThat(plot.unitProperty().get()).isEqualTo(1);
            assertThat(text(plot, "#memory-value").getText()).isEqualTo("\u221e");
            assertThat(plot.table()).contains("2\tInfinity\t").contains("unit\thalf-life\tr<0.1\tr>0.9\tz<0.1\tz>0.9");
            return null;
        });
    }

    /** Units whose z and r stay as they are for four steps. */
    private static Snapshot gates(float[] z, float[] r) {
        Map<Quantity, float[]> values = new EnumMap<>(Quantity.class);
        for (Quantity q : Quantity.values()) {
            values.put(q, new float[4 * z.length]);
        }
        for (int at = 0; at < 4 * z.length; at++) {
            values.get(Quantity.UPDATE)[at] = z[at % z.length];
            values.get(Quantity.RESET)[at] = r[at % r.length];
        }
        return Snapshots.of(
                new StepTrace(
                        CellType.GRU,
                        Convention.PYTORCH,
                        4,
                        z.length,
                        new float[z.length],
                        new float[0],
                        values,
                        Map.of()),
                1);
    }

    @Test
    void manyUnitsAreAWindowThatHoldsTheSelectedOneAndSaysSo() {
        Screens.onFx(() -> {
            MemoryPlot plot = new MemoryPlot();
            plot.words(Screens.plotWords("en"));
            plot.snapshot(Snapshots.of(1024, 16));
            Screens.draw(plot, 480, 300, LOOK);
            int unit = plot.order().unitAt(700);
            plot.unitProperty().set(unit);
            assertThat(plot.order().isWindow()).isTrue();
            assertThat(plot.order().shows(unit)).isTrue();
            MemoryFrame frame = plot.frame();
            for (int row = 0; row < frame.rows().count(); row++) {
                assertThat(frame.height(row)).isGreaterThan(2 - 1e-6);
            }
            Screens.click(plot, frame.overviewLeft() + 4, frame.top() + 2);
            assertThat(plot.order().first()).isZero();
            assertThat(plot.unitProperty().get()).isEqualTo(unit);
            return null;
        });
    }

    @Test
    void aCellWithoutGatesHasNoMemoryToMeasure() {
        Screens.onFx(() -> {
            MemoryPlot plot = new MemoryPlot();
            plot.words(Screens.plotWords("en"));
            plot.snapshot(Snapshots.of(CellType.RNN, 8, 12));
            Screens.draw(plot, 480, 300, LOOK);
            assertThat(plot.getAccessibleText()).isEqualTo("This cell has no gate: every step overwrites the state.");
            assertThat(plot.table()).isEmpty();
            return null;
        });
    }
}

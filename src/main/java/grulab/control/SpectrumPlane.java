package grulab.control;

import grulab.model.Spectrum;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The eigenvalues of one step's Jacobian in the complex plane: what lies beyond the unit circle grows, the rest fades. */
public final class SpectrumPlane extends Plot {
    /** What there is to see. */
    private enum State {
        EMPTY,
        OFFERED,
        COMPUTING,
        SHOWN
    }

    private static final double LEAST_REACH = 1.2;
    private static final double NEAR = 10;

    private final PlotCanvas canvas = new PlotCanvas();
    private final Group letters = new Group();
    private final Button compute = new Button();
    private final Circle hovered = new Circle();
    private final Group card = new Group();
    private State state = State.EMPTY;
    private @Nullable Spectrum spectrum;
    private @Nullable Spectrum before;
    private PlaneFrame plane = PlaneFrame.in(0, 0, 100, 100, LEAST_REACH);
    private int near = -1;

    public SpectrumPlane() {
        super("spectrum", 260, 300);
        compute.setId("spectrum-compute");
        compute.setMnemonicParsing(false);
        card.setId("spectrum-card");
        letters.setMouseTransparent(true);
        card.setMouseTransparent(true);
        hovered.setMouseTransparent(true);
        hovered.setFill(null);
        getChildren().addAll(canvas, letters, hovered, card, compute);
        setOnMouseMoved(e -> hover(e.getX(), e.getY()));
        setOnMouseExited(e -> hover(Double.NaN, Double.NaN));
        begin();
    }

    /** Nothing is known and nothing is asked for. */
    public void empty() {
        become(State.EMPTY, null, null);
    }

    /** Many units take a while: a button asks for it. */
    public void offer() {
        become(State.OFFERED, null, null);
    }

    public void computing() {
        become(State.COMPUTING, null, null);
    }

    /** @param original of the numbers before they were changed by hand, or null if they were not */
    public void show(Spectrum shown, @Nullable Spectrum original) {
        become(State.SHOWN, shown, original);
    }

    /** What the button does. */
    public void onCompute(Runnable listener) {
        compute.setOnAction(e -> listener.run());
    }

    private void become(State other, @Nullable Spectrum shown, @Nullable Spectrum original) {
        state = other;
        spectrum = shown;
        before = original;
        near = -1;
        refresh();
    }

    @Override
    void draw(Look look) {
        double head = look.px(44, 62);
        double foot = look.px(8, 10);
        plane = PlaneFrame.in(
                look.px(16), head, getWidth() - look.px(32), Math.max(1, getHeight() - head - foot), reach());
        GraphicsContext g = canvas.clear(getWidth(), getHeight(), look);
        letters.getChildren().clear();
        if (spectrum == null) {
            canvas.hatch(plane.left(), plane.top(), plane.side(), plane.side(), look);
        } else {
            axes(g, look);
            ticks(look);
            if (before != null) {
                dots(g, before, look.palette().text3, false, look);
            }
            dots(g, spectrum, look.palette().ink, true, look);
        }
        heading(look);
        button(look);
        mark(look);
    }

    private double reach() {
        double radius = Math.max(radius(spectrum), radius(before));
        if (radius * 1.08 <= LEAST_REACH) {
            return LEAST_REACH;
        }
        double step = LossScale.step(radius * 1.08, 4);
        return Math.ceil(radius * 1.08 / step) * step;
    }

    /** Of the eigenvalues that are numbers. */
    private static double radius(@Nullable Spectrum of) {
        return of == null
                ? 0
                : IntStream.range(0, of.size())
                        .mapToDouble(of::modulus)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
    }

    private void axes(GraphicsContext g, Look look) {
        Palette palette = look.palette();
        double hair = canvas.hair(look);
        g.setFill(palette.rule);
        g.fillRect(plane.left(), canvas.snap(plane.centreY()), plane.side(), hair);
        g.fillRect(canvas.snap(plane.centreX()), plane.top(), hair, plane.side());
        g.setStroke(palette.border);
        g.setLineWidth(look.px(1.4, 2.2));
        double r = plane.unit();
        g.strokeOval(plane.x(0) - r, plane.y(0) - r, 2 * r, 2 * r);
    }

    private void ticks(Look look) {
        // Beside a circle that is small, the numbers at the ends of the axes say how small.
        double at = plane.reach() > 2.5 ? LossScale.step(plane.reach(), 2) : 1;
        for (double sign : new double[] {-1, 1}) {
            double value = sign * at;
            Text across = letter(plain(value), look);
            Lettering.centre(across, clear(plane.x(value), across), plane.y(0) + look.px(14, 21));
            String imaginary = plain(value).replaceFirst("^(\\D?)1$", "$1") + "i";
            Text up = letter(imaginary, look);
            Lettering.left(up, plane.x(0) + look.px(4), plane.y(value) + (sign > 0 ? -look.px(3) : look.px(12, 18)));
        }
    }

    /** Inside of the plane, clear of the circle. */
    private double clear(double x, Text text) {
        double half = Lettering.width(text) / 2 + 3;
        double out = x + Math.signum(x - plane.centreX()) * half;
        return Math.max(plane.left() + half - 3, Math.min(plane.left() + plane.side() - half + 3, out));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Numbers.count(Math.round(value)) : Numbers.fixed(value, 1);
    }

    private void dots(GraphicsContext g, Spectrum of, Color color, boolean filled, Look look) {
        double r = radius(of.size(), look);
        g.setFill(color.deriveColor(0, 1, 1, of.size() > 64 ? 0.55 : 0.85));
        g.setStroke(color);
        g.setLineWidth(look.px(1));
        for (int i = 0; i < of.size(); i++) {
            if (Double.isFinite(of.modulus(i))) {
                double x = plane.x(of.re()[i]) - r;
                double y = plane.y(of.im()[i]) - r;
                if (filled) {
                    g.fillOval(x, y, 2 * r, 2 * r);
                } else {
                    g.strokeOval(x, y, 2 * r, 2 * r);
                }
            }
        }
    }

    private static double radius(int count, Look look) {
        return count <= 32 ? look.px(3.4, 5) : count <= 256 ? look.px(2.5, 3.6) : look.px(1.8, 2.6);
    }

    private void heading(Look look) {
        Palette palette = look.palette();
        Text title = Lettering.text(words().of("spectrum"), Fonts.semiBold(look.px(13, 20)), palette.ink);
        Lettering.left(title, look.px(16), look.px(18, 25));
        Text said = Lettering.text(sentence(), Fonts.ui(look.px(12, 18)), palette.text2);
        said.setId("spectrum-largest");
        Lettering.left(said, look.px(16), look.px(36, 50));
        letters.getChildren().addAll(title, said);
        setAccessibleText(words().of("spectrum") + ". " + sentence());
    }

    private String sentence() {
        if (spectrum == null) {
            return words().of(state == State.COMPUTING ? "spectrum.computing" : "empty");
        }
        Spectrum s = spectrum;
        if (IntStream.range(0, s.size()).anyMatch(i -> !Double.isFinite(s.modulus(i)))) {
            return words().of("spectrum.broken");
        }
        long beyond = IntStream.range(0, s.size()).filter(i -> s.modulus(i) > 1).count();
        return words().of("spectrum.largest", Numbers.fixed(s.radius(), 2), beyond, s.size());
    }

    private void button(Look look) {
        compute.setVisible(state == State.OFFERED);
        compute.setText(words().of("spectrum.compute"));
        compute.setFont(Fonts.ui(look.px(13, 20)));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = shownLook().px(34, 44);
        double width = Math.min(getWidth(), compute.prefWidth(height));
        compute.resizeRelocate(plane.centreX() - width / 2, plane.centreY() - height / 2, width, height);
    }

    private void hover(double x, double y) {
        near = -1;
        double best = shownLook().px(NEAR, NEAR * 1.4);
        if (spectrum != null) {
            for (int i = 0; i < spectrum.size(); i++) {
                double away = Math.hypot(plane.x(spectrum.re()[i]) - x, plane.y(spectrum.im()[i]) - y);
                if (away < best) {
                    best = away;
                    near = i;
                }
            }
        }
        mark(shownLook());
    }

    private void mark(Look look) {
        boolean shown = spectrum != null && near >= 0;
        hovered.setVisible(shown);
        card.setVisible(shown);
        card.getChildren().clear();
        if (spectrum == null || near < 0) {
            return;
        }
        double x = plane.x(spectrum.re()[near]);
        double y = plane.y(spectrum.im()[near]);
        hovered.setCenterX(x);
        hovered.setCenterY(y);
        hovered.setRadius(radius(spectrum.size(), look) + look.px(2.5));
        hovered.setStroke(look.palette().ink);
        hovered.setStrokeWidth(look.px(2));
        Text says = Lettering.text(lambda(spectrum, near), Fonts.mono(look.px(12, 18)), look.palette().ink);
        double width = Lettering.width(says) + look.px(16);
        double height = look.px(24, 34);
        Rectangle board = new Rectangle(width, height, look.palette().surface);
        board.setStroke(look.palette().ink);
        board.setStrokeWidth(look.px(1.6));
        board.setArcWidth(look.px(8));
        board.setArcHeight(look.px(8));
        Lettering.left(says, look.px(8), height / 2 + look.px(4.3, 6.5));
        card.getChildren().addAll(board, says);
        boolean below = y < plane.centreY();
        card.setLayoutX(Math.max(2, Math.min(getWidth() - width - 2, x - width / 2)));
        card.setLayoutY(below ? y + look.px(12) : y - look.px(12) - height);
    }

    /** λ, with its conjugate if it has one, and |λ|. */
    static String lambda(Spectrum of, int index) {
        double im = of.im()[index];
        String number =
                Numbers.fixed(of.re()[index], 3) + (im == 0 ? "" : " \u00b1 " + Numbers.fixed(Math.abs(im), 3) + "i");
        return "\u03bb = " + number + ", |\u03bb| = " + Numbers.fixed(of.modulus(index), 3);
    }

    private Text letter(String text, Look look) {
        Text letter = Lettering.text(text, Fonts.mono(look.px(11, 17)), look.palette().text3);
        letters.getChildren().add(letter);
        return letter;
    }

    PlaneFrame plane() {
        return plane;
    }

    @Override
    public String table() {
        if (spectrum == null) {
            return "";
        }
        StringJoiner lines = new StringJoiner("\n", "", "\n").add("re\tim");
        for (int i = 0; i < spectrum.size(); i++) {
            lines.add(spectrum.re()[i] + "\t" + spectrum.im()[i]);
        }
        return lines.toString();
    }
}

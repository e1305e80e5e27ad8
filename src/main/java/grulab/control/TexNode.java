package grulab.control;

import grulab.model.ResetPosition;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/**
 * A typeset formula: outlines of glyphs, so sharp at any scale, one group per term. Another colour or size costs no
 * typesetting. It sits on the baseline of a text beside it (an HBox aligned by BASELINE).
 */
public final class TexNode extends Region {
    /** Outlines are kept at this font size: flattening to pixels happens after the scale is applied. */
    private static final double UNIT = 100;

    private final FormulaText text;
    private final Typesetting set;
    private final double designSize;
    private final List<Path> paths = new ArrayList<>();
    private final List<Group> terms = new ArrayList<>();
    private final Scale scale = new Scale();
    private double size;
    private Palette palette = Palette.LIGHT;
    private UnaryOperator<Color> shade = UnaryOperator.identity();
    private Ink plain = Ink.INK;

    /** A formula at a font size of the design, in the standard look until {@link #look} says otherwise. */
    public TexNode(FormulaText text, double designSize) {
        this(text, designSize, Typesetting.of(text));
    }

    TexNode(FormulaText text, double designSize, Typesetting set) {
        this.text = text;
        this.set = set;
        this.designSize = designSize;
        Group all = new Group();
        all.setManaged(false);
        all.getTransforms().add(scale);
        for (int i = 0; i < text.terms().size(); i++) {
            Path path = path(set.outlines().get(i));
            path.setMouseTransparent(true);
            Rectangle2D box = set.outlines().get(i).getBounds2D();
            Rectangle hit = new Rectangle(box.getX() * UNIT, 0, box.getWidth() * UNIT, set.height() * UNIT);
            hit.setFill(Color.TRANSPARENT);
            Group term = new Group(hit, path);
            term.setId("term-" + i);
            paths.add(path);
            terms.add(term);
            all.getChildren().add(term);
        }
        getStyleClass().add("formula");
        getChildren().add(all);
        size(designSize);
        color();
    }

    /** Reads the typesetter's fonts, so that the first formula of a window is as quick as the others; any thread. */
    public static void warmUp() {
        Typesetting.of(Formulas.candidate(ResetPosition.AFTER));
    }

    /** One group per term of the text, in its order; a mouse handler put on it hears the whole term. */
    public List<Group> terms() {
        return List.copyOf(terms);
    }

    public FormulaText text() {
        return text;
    }

    /** The colours of a look, and its scale times the design's font size. */
    public void look(Look look) {
        palette = look.palette();
        size(look.px(designSize));
        color();
    }

    /** Font size in pixels of the window. */
    public void size(double pixels) {
        if (pixels != size) {
            size = pixels;
            scale.setX(pixels / UNIT);
            scale.setY(pixels / UNIT);
            double width = set.width() * pixels;
            double height = set.height() * pixels;
            setMinSize(width, height);
            setPrefSize(width, height);
            setMaxSize(width, height);
            requestLayout();
        }
    }

    /** What terms of {@link Ink#INK} are drawn in: quieter in a segment that is not chosen. */
    public void plain(Ink ink) {
        plain = ink;
        color();
    }

    /** Changes every colour on its way to the screen, for what is not computed yet. */
    void shade(Palette colors, UnaryOperator<Color> change) {
        palette = colors;
        shade = change;
        color();
    }

    private void color() {
        for (int i = 0; i < paths.size(); i++) {
            Ink ink = text.terms().get(i).ink();
            paths.get(i).setFill(shade.apply((ink == Ink.INK ? plain : ink).in(palette)));
        }
    }

    /** From the top to the baseline, in pixels. */
    @Override
    public double getBaselineOffset() {
        return set.ascent() * size;
    }

    private static Path path(Shape shape) {
        List<PathElement> elements = new ArrayList<>();
        double[] c = new double[6];
        for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
            int kind = it.currentSegment(c);
            for (int i = 0; i < c.length; i++) {
                c[i] *= UNIT;
            }
            elements.add(
                    switch (kind) {
                        case PathIterator.SEG_MOVETO -> new MoveTo(c[0], c[1]);
                        case PathIterator.SEG_LINETO -> new LineTo(c[0], c[1]);
                        case PathIterator.SEG_QUADTO -> new QuadCurveTo(c[0], c[1], c[2], c[3]);
                        case PathIterator.SEG_CUBICTO -> new CubicCurveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                        default -> new ClosePath();
                    });
        }
        Path path = new Path(elements);
        path.setStroke(null);
        return path;
    }
}

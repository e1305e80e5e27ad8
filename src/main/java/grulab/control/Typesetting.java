package grulab.control;

import java.awt.Insets;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import org.jfree.fx.FXGraphics2D;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * Outlines of a typeset formula, one per term, for a font of 1 px: lengths are in em. The first formula of a process
 * takes half a second, because fonts are read; any thread may set it.
 *
 * @param width advance of the whole row
 * @param ascent from the top to the baseline
 */
record Typesetting(List<Shape> outlines, double width, double ascent, double height) {
    /** Font size at which outlines are made: large enough that rounding inside the typesetter does not show. */
    private static final float SIZE = 100;

    private static final AffineTransform TO_EM = AffineTransform.getScaleInstance(1 / SIZE, 1 / SIZE);
    /** JLaTeXMath keeps its fonts and parser in static fields. */
    private static final Object TYPESETTER = new Object();

    static Typesetting of(FormulaText text) {
        StringBuilder tex = new StringBuilder();
        for (int i = 0; i < text.terms().size(); i++) {
            tex.append("\\textcolor{#%06x}{%s}"
                    .formatted(code(i), text.terms().get(i).tex()));
        }
        List<GeneralPath> outlines = new ArrayList<>();
        for (int i = 0; i < text.terms().size(); i++) {
            outlines.add(new GeneralPath(PathIterator.WIND_NON_ZERO));
        }
        synchronized (TYPESETTER) {
            TeXIcon icon = new TeXFormula(tex.toString()).createTeXIcon(TeXConstants.STYLE_TEXT, SIZE);
            icon.setInsets(new Insets(0, 0, 0, 0), true);
            icon.paintIcon(null, new Recorder(outlines), 0, 0);
            return new Typesetting(
                    List.copyOf(outlines),
                    icon.getTrueIconWidth() / SIZE,
                    icon.getBox().getHeight(),
                    icon.getBox().getHeight() + icon.getBox().getDepth());
        }
    }

    /** The colour that marks a term on its way through the typesetter; 0 is what no term has. */
    private static int code(int term) {
        return term + 1;
    }

    /** Takes the outlines of glyphs and rules instead of painting them. */
    private static final class Recorder extends FXGraphics2D {
        private final List<GeneralPath> outlines;

        Recorder(List<GeneralPath> outlines) {
            super(new Canvas(1, 1).getGraphicsContext2D());
            this.outlines = outlines;
        }

        @Override
        public void fill(Shape s) {
            int term = (getColor().getRGB() & 0xffffff) - code(0);
            if (term >= 0) {
                Shape placed = getTransform().createTransformedShape(s);
                outlines.get(term).append(TO_EM.createTransformedShape(placed), false);
            }
        }

        @Override
        public void draw(Shape s) {
            fill(getStroke().createStrokedShape(s));
        }

        @Override
        public void drawString(String s, float x, float y) {
            fill(getFont().createGlyphVector(getFontRenderContext(), s).getOutline(x, y));
        }

        @Override
        public void drawString(String s, int x, int y) {
            drawString(s, (float) x, (float) y);
        }

        @Override
        public void drawChars(char[] d, int o, int n, int x, int y) {
            drawString(new String(d, o, n), (float) x, (float) y);
        }
    }
}

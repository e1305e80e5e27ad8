package grulab.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Names in a box: one a line as long as they fit, then closer together, then several a line, then as many as fit and how
 * many more there are. No name is cut.
 *
 * @param lines from the top
 * @param font of all of them
 * @param step from baseline to baseline
 * @param cut whether some names are left out
 */
record NameLines(List<String> lines, Font font, double step, boolean cut) {
    private static final String BETWEEN = " \u00b7 ";
    private static final String INDENT = "\u2003";

    /** How closely names are set, in pixels of the design. */
    private record Style(double size, double step, double projected, double projectedStep, boolean together) {}

    private static final List<Style> STYLES = List.of(
            new Style(13, 18.5, 18, 25, false),
            new Style(12.5, 16, 18, 22.5, false),
            new Style(12, 15.5, 17, 21, true),
            new Style(11.5, 14, 17, 20, true));

    /**
     * @param corner width and height of what stands in the lower right corner
     * @param more what is said of so many names that are left out
     */
    static NameLines fit(
            List<String> names, double width, double height, double[] corner, IntFunction<String> more, Look look) {
        Style last = STYLES.get(STYLES.size() - 1);
        for (Style style : STYLES) {
            Box box = new Box(style, width, height, corner, look);
            List<String> lines = box.flow(names);
            if (lines.size() <= box.capacity()) {
                return new NameLines(lines, box.font, box.step, false);
            }
        }
        Box box = new Box(last, width, height, corner, look);
        for (int shown = names.size() - 1; shown > 0; shown--) {
            List<String> some = new ArrayList<>(names.subList(0, shown));
            some.add(more.apply(names.size() - shown));
            List<String> lines = box.flow(some);
            if (lines.size() <= box.capacity()) {
                return new NameLines(lines, box.font, box.step, true);
            }
        }
        return new NameLines(List.of(more.apply(names.size())), box.font, box.step, true);
    }

    /** How many lines names take where they are set most closely. */
    static int fewest(List<String> names, double width, Look look) {
        return new Box(STYLES.get(STYLES.size() - 1), width, 1e6, new double[] {0, 0}, look)
                .flow(names)
                .size();
    }

    private static final class Box {
        private final Font font;
        private final double step;
        private final boolean together;
        private final double width;
        private final double height;
        private final double[] corner;
        private final Text ruler = new Text();

        Box(Style style, double width, double height, double[] corner, Look look) {
            font = Fonts.ui(look.px(style.size, style.projected));
            step = look.px(style.step, style.projectedStep);
            together = style.together;
            this.width = width;
            this.height = height;
            this.corner = corner;
            ruler.setFont(font);
        }

        int capacity() {
            return (int) ((height + 0.25 * step) / step);
        }

        private boolean fits(String text, int line) {
            ruler.setText(text);
            boolean low = (line + 1) * step > height - corner[1];
            return Lettering.width(ruler) <= width - (low ? corner[0] : 0);
        }

        List<String> flow(List<String> names) {
            List<String> lines = new ArrayList<>();
            for (String name : names) {
                int at = lines.size() - 1;
                if (together && at >= 0 && fits(lines.get(at) + BETWEEN + name, at)) {
                    lines.set(at, lines.get(at) + BETWEEN + name);
                } else if (fits(name, at + 1)) {
                    lines.add(name);
                } else {
                    wrap(name, lines);
                }
            }
            return lines;
        }

        /** At spaces, and inside a word that no line can hold; what follows the first line is set in. */
        private void wrap(String name, List<String> lines) {
            String line = "";
            for (String word : name.split("(?<= )")) {
                boolean whole = fits(INDENT + word.strip(), lines.size() + 1);
                for (String part : whole ? new String[] {word} : word.split("(?<=[_=])")) {
                    if (!line.isEmpty() && !fits((line + part).stripTrailing(), lines.size())) {
                        lines.add(line.stripTrailing());
                        line = INDENT;
                    }
                    line += part;
                }
            }
            lines.add(line.stripTrailing());
        }
    }
}

package grulab.control;

import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A typeset formula that knows where its terms stand: it says which one the pointer is over, and can mark one. */
final class TermFormula extends Region {
    private final PlainFormula formula;
    private final TexNode tex;
    private final List<Range> ranges = new ArrayList<>();
    private final List<Rectangle> marks = new ArrayList<>();
    private Consumer<@Nullable String> hover = term -> {};
    private @Nullable String over;
    private @Nullable String lit;
    private Look look = Look.STANDARD;

    /** Pieces from..to of the formula, and the term that they are. */
    private record Range(String name, int first, int last) {}

    /**
     * @param plain the formula in plain notation
     * @param names of its terms in the order in which they stand, then of what else can be pointed at
     */
    TermFormula(String plain, List<String> names) {
        formula = PlainFormula.of(plain);
        tex = new TexNode(formula.text(), 24);
        tex.setMouseTransparent(true);
        getChildren().add(tex);
        setPickOnBounds(true);
        int at = 0;
        for (String name : names) {
            int from = formula.find(name, at);
            from = from < 0 ? formula.find(name, 0) : from;
            if (from >= 0) {
                range(name, from);
                at = from + name.length();
            }
        }
        ranges.sort(Comparator.comparingInt(r -> r.last - r.first));
        setOnMouseMoved(e -> over(nameAt(e.getX())));
        setOnMouseExited(e -> over(null));
    }

    /** The right side of a line. */
    static TermFormula of(Line line) {
        List<String> names = Stream.concat(line.terms().stream(), line.parts().stream())
                .map(Term::name)
                .distinct()
                .toList();
        return new TermFormula(plain(line), names);
    }

    private static String plain(Line line) {
        return "= " + line.formula();
    }

    /** Whether it is the right side of this line, too. */
    boolean isOf(Line line) {
        return formula.plain().equals(plain(line));
    }

    private void range(String name, int from) {
        List<Integer> pieces = formula.pieces(name, from);
        ranges.add(new Range(name, pieces.get(0), pieces.get(pieces.size() - 1)));
    }

    void onHover(Consumer<@Nullable String> handler) {
        hover = handler;
    }

    private void over(@Nullable String name) {
        if (!Objects.equals(over, name)) {
            over = name;
            hover.accept(name == null ? null : TermNames.id(name));
        }
    }

    private @Nullable String nameAt(double x) {
        for (Range range : ranges) {
            if (x >= left(range.first) && x <= right(range.last)) {
                return range.name;
            }
        }
        return null;
    }

    void size(double pixels) {
        tex.size(pixels);
        setPrefSize(tex.getPrefWidth(), tex.getPrefHeight());
        setMinSize(tex.getPrefWidth(), tex.getPrefHeight());
        setMaxSize(tex.getPrefWidth(), tex.getPrefHeight());
        requestLayout();
    }

    void shade(Look newLook, UnaryOperator<Color> change) {
        look = newLook;
        tex.shade(look.palette(), change);
        requestLayout();
    }

    /** Marks every place where a term or quantity stands. */
    void lit(@Nullable String id) {
        if (!Objects.equals(lit, id)) {
            lit = id;
            mark();
        }
    }

    private void mark() {
        getChildren().removeAll(marks);
        marks.clear();
        for (Range range : found()) {
            double from = left(range.first);
            double to = right(range.last);
            double under = tex.getBaselineOffset() + look.px(5);
            Rectangle back = new Rectangle(from - look.px(2), 0, to - from + look.px(4), under);
            back.setFill(look.palette().sunk);
            Rectangle line = new Rectangle(from - look.px(2), under, to - from + look.px(4), look.px(2));
            line.setFill(look.palette().ink);
            marks.add(back);
            marks.add(line);
        }
        marks.forEach(m -> {
            m.setManaged(false);
            m.setMouseTransparent(true);
            m.getStyleClass().add("lit");
        });
        getChildren().addAll(0, marks);
    }

    private List<Range> found() {
        String id = lit;
        if (id == null) {
            return List.of();
        }
        List<Range> found = new ArrayList<>(
                ranges.stream().filter(r -> TermNames.id(r.name).equals(id)).toList());
        for (String name : TermNames.plain(id)) {
            for (int at = formula.find(name, 0); at >= 0; at = formula.find(name, at + 1)) {
                List<Integer> pieces = formula.pieces(name, at);
                int first = pieces.get(0);
                int last = pieces.get(pieces.size() - 1);
                if (found.stream().noneMatch(r -> r.first <= first && r.last >= last)) {
                    found.add(new Range(name, first, last));
                }
            }
        }
        return found;
    }

    private double left(int piece) {
        return bounds(piece).getMinX();
    }

    private double right(int piece) {
        return bounds(piece).getMaxX();
    }

    private Bounds bounds(int piece) {
        Node term = tex.terms().get(piece);
        return tex.localToParent(term.getParent().localToParent(term.getBoundsInParent()));
    }

    @Override
    public double getBaselineOffset() {
        return tex.getBaselineOffset();
    }

    @Override
    protected void layoutChildren() {
        tex.resizeRelocate(0, 0, tex.getPrefWidth(), tex.getPrefHeight());
        mark();
    }
}

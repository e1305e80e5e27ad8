package grulab.control;

import grulab.control.TermDigits.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The digits of a line; each number says when the pointer is over it, and can be marked. Its baseline is at y 0. */
final class DigitRow extends Region {
    /** JetBrains Mono is so many em wide. */
    private static final double ADVANCE = 0.6;

    private final List<Part> parts = new ArrayList<>();
    private Consumer<@Nullable String> hover = term -> {};
    private @Nullable String lit;
    private Look look = Look.STANDARD;

    void onHover(Consumer<@Nullable String> handler) {
        hover = handler;
    }

    /** How large the type can be so that the digits fit. */
    static double fitting(List<Span> spans, double size, double smallest, double room) {
        int length = spans.stream().mapToInt(s -> s.text().length()).sum();
        return Math.min(size, Math.max(smallest, room / (ADVANCE * Math.max(1, length))));
    }

    /** @param plain what everything that has no colour of its own is drawn in */
    void show(List<Span> spans, Font font, Ink plain, Look newLook) {
        look = newLook;
        parts.clear();
        double x = 0;
        for (Span span : spans) {
            Part part = new Part(span, font, x);
            Ink ink = span.ink() == Ink.INK ? plain : span.ink();
            part.text.setFill(ink.in(look.palette()));
            x += part.width;
            parts.add(part);
        }
        getChildren().clear();
        parts.forEach(p -> getChildren().addAll(p.mark, p.text));
        setMinSize(x, 1);
        setPrefSize(x, 1);
        mark();
    }

    /** All in one colour. */
    void color(Color color) {
        parts.forEach(p -> p.text.setFill(color));
    }

    void lit(@Nullable String id) {
        if (!Objects.equals(lit, id)) {
            lit = id;
            mark();
        }
    }

    private void mark() {
        for (Part part : parts) {
            part.mark.setVisible(
                    lit != null && part.name != null && TermNames.id(part.name).equals(lit));
            part.mark.setFill(look.palette().ink);
        }
    }

    /** As it is read. */
    String spoken() {
        StringBuilder all = new StringBuilder();
        parts.forEach(p -> all.append(p.text.getText()));
        return all.toString();
    }

    /** The number of one term, or what stands between. */
    private final class Part {
        private final Text text;
        private final Rectangle mark = new Rectangle();
        private final @Nullable String name;
        private final double width;

        Part(Span span, Font font, double x) {
            name = span.term();
            text = new Text(span.text());
            text.setFont(font);
            text.setTextOrigin(VPos.BASELINE);
            text.setX(x);
            width = text.getLayoutBounds().getWidth();
            mark.setX(x);
            mark.setY(look.px(4));
            mark.setWidth(width);
            mark.setHeight(look.px(2));
            mark.setMouseTransparent(true);
            mark.setManaged(false);
            text.setManaged(false);
            text.setPickOnBounds(true);
            if (name != null) {
                String id = TermNames.id(name);
                text.setOnMouseEntered(e -> hover.accept(id));
                text.setOnMouseExited(e -> hover.accept(null));
            }
        }
    }
}

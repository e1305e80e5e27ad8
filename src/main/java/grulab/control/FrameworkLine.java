package grulab.control;

import grulab.model.CellType;
import grulab.model.FrameworkRow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** One framework of the table: what it computes, and a bar at its left if one of the twin cells computes the same. */
final class FrameworkLine extends Pane {
    final FrameworkRow row;
    private final Rectangle ground = new Rectangle();
    private final Rectangle frame = new Rectangle();
    private final Rectangle rule = new Rectangle();
    private final Group letters = new Group();
    private Look look = Look.STANDARD;
    private boolean sameAsA;
    private boolean chosen;

    FrameworkLine(FrameworkRow row, Runnable act) {
        this.row = row;
        setId("framework-" + row.id());
        setCursor(Cursor.HAND);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        frame.setFill(null);
        frame.setId(getId() + "-frame");
        for (Rectangle r : List.of(ground, frame, rule)) {
            r.setMouseTransparent(true);
        }
        letters.setMouseTransparent(true);
        setPickOnBounds(true);
        getChildren().addAll(ground, rule, letters, frame);
        setOnMouseClicked(e -> act.run());
        hoverProperty().addListener(o -> shade());
        widthProperty().addListener(o -> shade());
    }

    /** @return its height */
    double build(FrameworkColumns columns, boolean asA, boolean asB, ConventionWords words, Look other) {
        look = other;
        sameAsA = asA;
        Palette palette = look.palette();
        letters.getChildren().clear();
        Font body = asA ? FrameworkColumns.body(look) : Fonts.ui(look.px(13, 19));
        double left = FrameworkColumns.left(look);
        double first = look.px(19.5, 27);
        double baseline = name(columns, body, left, first, words);
        Font mono = asA ? FrameworkColumns.mono(look) : Fonts.mono(look.px(12.5, 18));
        if (columns.switches()) {
            add(words.of("map." + row.convention().update().id()), body, palette.ink, columns.z(), first);
            add(words.of("map." + row.convention().reset().id()), body, palette.ink, columns.reset(), first);
        }
        add(row.biases(), mono, palette.ink, columns.biases(), first);
        if (!columns.below()) {
            add(FrameworkColumns.order(row, words), mono, palette.ink, columns.order(), first);
        }
        double height = Math.rint(baseline + look.px(9.5, 13));
        bars(asA, asB, height);
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setAccessibleText(spoken(words));
        shade();
        return height;
    }

    /**
     * The name; what comes after its comma beneath it if both are too long for one line, and what has no column of its own.
     *
     * @return the last baseline
     */
    private double name(FrameworkColumns columns, Font body, double left, double first, ConventionWords words) {
        Color quiet = look.palette().text2;
        double step = look.px(15.5, 21);
        String whole = row.name();
        Text name = add(whole, body, look.palette().ink, left, first);
        List<String> rest = new ArrayList<>();
        int comma = whole.indexOf(", ");
        if (Lettering.width(name) > columns.width() && comma > 0) {
            name.setText(whole.substring(0, comma));
            rest.add(whole.substring(comma + 2));
        }
        double room = columns.width() - look.px(4);
        if (Lettering.width(name) > columns.width()) {
            name.setFont(Font.font(
                    body.getFamily(), body.getSize() * Math.max(0.84, columns.width() / Lettering.width(name))));
        }
        double baseline = first;
        for (String text : rest) {
            baseline += step;
            Text small = add(text, Fonts.ui(look.px(12, 17)), quiet, left, baseline);
            if (Lettering.width(small) > room) {
                small.setFont(Fonts.ui(look.px(12, 17) * Math.max(0.84, room / Lettering.width(small))));
            }
        }
        if (columns.below()) {
            baseline += step;
            add(FrameworkColumns.order(row, words), Fonts.mono(look.px(12, 17)), quiet, left, baseline);
        }
        return baseline;
    }

    private Text add(String content, Font font, Color color, double x, double baseline) {
        Text text = Lettering.text(content, font, color);
        Lettering.left(text, x, baseline);
        letters.getChildren().add(text);
        return text;
    }

    private void bars(boolean asA, boolean asB, double height) {
        double thick = look.px(4, 6);
        double thin = look.px(2, 3);
        if (asA) {
            Rectangle bar = Shapes.line(0, 0, thick, height, look.palette().ink);
            bar.setId(getId() + "-as-a");
            letters.getChildren().add(bar);
        }
        if (asB) {
            Rectangle bar = Shapes.line(asA ? thick + thin : 0, 0, thin, height, look.palette().ink);
            bar.setId(getId() + "-as-b");
            letters.getChildren().add(bar);
        }
    }

    private String spoken(ConventionWords words) {
        String order = FrameworkColumns.order(row, words);
        return row.cell() == CellType.GRU
                ? words.of(
                        "table.spoken",
                        row.name(),
                        words.of("map." + row.convention().update().id()) + " "
                                + words.of("map." + row.convention().update().id() + ".what"),
                        words.of("map." + row.convention().reset().id()),
                        row.biases(),
                        order)
                : words.of("table.spoken.plain", row.name(), row.biases(), order);
    }

    void chosen(boolean now) {
        chosen = now;
        shade();
    }

    private void shade() {
        Palette palette = look.palette();
        double height = getPrefHeight();
        ground.setWidth(getWidth());
        ground.setHeight(height);
        ground.setFill(
                isHover() ? palette.sunk.interpolate(palette.rule, 0.5) : sameAsA ? palette.sunk : palette.surface);
        double line = look.px(2, 3);
        frame.setVisible(chosen);
        frame.setX(line / 2);
        frame.setY(line / 2);
        frame.setWidth(Math.max(0, getWidth() - line));
        frame.setHeight(Math.max(0, height - line));
        frame.setArcWidth(look.px(6));
        frame.setArcHeight(look.px(6));
        frame.setStroke(palette.ink);
        frame.setStrokeWidth(line);
        rule.setFill(palette.rule);
        rule.setY(height - 1);
        rule.setWidth(getWidth());
        rule.setHeight(1);
    }
}

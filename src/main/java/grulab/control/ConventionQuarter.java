package grulab.control;

import grulab.model.Convention;
import java.util.List;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** One of the four conventions: who uses it, and which of the twin cells does. */
final class ConventionQuarter extends Pane implements TakesKeys {
    private static final double PADDING = 11;
    private static final double BADGE = 25;

    final Convention convention;
    private final Rectangle box = new Rectangle();
    private final Group names = new Group();
    private final Group badges = new Group();
    private final Tooltip tip = new Tooltip();
    private final Runnable act;
    private Look look = Look.STANDARD;
    private boolean used;

    ConventionQuarter(Convention convention, Runnable act) {
        this.convention = convention;
        this.act = act;
        setId("quarter-" + convention.reset().id() + "-" + convention.update().id());
        badges.setId(getId() + "-badges");
        names.setId(getId() + "-names");
        setFocusTraversable(true);
        setCursor(Cursor.HAND);
        setAccessibleRole(AccessibleRole.BUTTON);
        getChildren().addAll(box, names, badges);
        setOnMouseClicked(e -> {
            requestFocus();
            act.run();
        });
        hoverProperty().addListener(o -> frame());
    }

    @Override
    public boolean takes(KeyCode key) {
        return key.isArrowKey() || key == KeyCode.ENTER || key == KeyCode.SPACE;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            act.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    /** Room for names in a box so wide. */
    static double room(double width, Look look) {
        return width - look.px(2 * PADDING);
    }

    /** @param marks letters of the cells that are here, A filled */
    void build(List<String> users, List<String> marks, ConventionWords words, Look other) {
        look = other;
        used = !marks.isEmpty();
        Palette palette = look.palette();
        frame();
        names.getChildren().clear();
        badges.getChildren().clear();
        double radius = look.px(BADGE, 34) / 2;
        double[] corner = {marks.size() * look.px(BADGE + 5, 40) - look.px(PADDING - 7), look.px(BADGE + 1, 36)};
        double top = look.px(8, 10);
        List<String> shown = users.isEmpty() ? List.of(words.of("map.none")) : users;
        NameLines lines = NameLines.fit(
                shown,
                room(getWidth(), look),
                getHeight() - 2 * top,
                used ? corner : new double[] {0, 0},
                n -> words.of("map.more", n),
                look);
        Color ink = users.isEmpty() ? palette.text2 : palette.ink;
        for (int i = 0; i < lines.lines().size(); i++) {
            Text line = Lettering.text(lines.lines().get(i), lines.font(), ink);
            Lettering.left(line, look.px(PADDING), top + i * lines.step() + 0.72 * lines.step());
            names.getChildren().add(line);
        }
        tip.setText(String.join("\n", users));
        Tooltip.uninstall(this, tip);
        if (lines.cut()) {
            Tooltip.install(this, tip);
        }
        double x = getWidth() - look.px(7) - radius;
        for (int i = marks.size() - 1; i >= 0; i--) {
            badges.getChildren().add(badge(marks.get(i), radius, x, getHeight() - look.px(7) - radius, look));
            x -= 2 * radius + look.px(5);
        }
    }

    private void frame() {
        Palette palette = look.palette();
        double line = used ? look.px(3, 4) : isHover() ? look.px(2, 3) : look.px(1.2, 2);
        box.setX(line / 2);
        box.setY(line / 2);
        box.setWidth(Math.max(0, getWidth() - line));
        box.setHeight(Math.max(0, getHeight() - line));
        box.setArcWidth(look.px(12));
        box.setArcHeight(look.px(12));
        box.setStrokeWidth(line);
        box.setStroke(used || isHover() ? palette.ink : palette.border);
        box.setFill(isHover() ? palette.sunk.interpolate(palette.rule, 0.4) : palette.sunk);
    }

    /** The letter of a twin cell: A on ink, B in a ring of ink. */
    static Group badge(String letter, double radius, double x, double y, Look look) {
        Palette palette = look.palette();
        boolean filled = letter.equals("A");
        double line = look.px(2, 3);
        Circle circle = new Circle(x, y, radius - (filled ? 0 : line / 2));
        circle.setFill(filled ? palette.ink : palette.surface);
        circle.setStroke(filled ? null : palette.ink);
        circle.setStrokeWidth(line);
        Text text = Lettering.text(letter, Fonts.bold(1.15 * radius), filled ? palette.surface : palette.ink);
        Lettering.centre(text, x, y + 0.41 * radius);
        Group badge = new Group(circle, text);
        badge.setId("badge-" + letter);
        badge.setMouseTransparent(true);
        return badge;
    }
}

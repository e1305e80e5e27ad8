package grulab.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The ground of a cell of the micro-step bar.
 *
 * @param first rounded at the left
 * @param last rounded at the right, where no line separates it from the next
 */
record BarCell(Look look, boolean first, boolean last, Color separator) {

    /** A well when hovered or chosen, ink under the chosen one, a ring in the focused one. */
    void paint(Region cell, boolean hovered, boolean chosen, boolean focused) {
        Palette palette = look.palette();
        Color ground = hovered || chosen ? palette.sunk : palette.surface;
        double line = last ? 0 : look.px(1);
        List<BackgroundFill> fills = new ArrayList<>();
        add(fills, separator, Insets.EMPTY);
        add(fills, chosen ? palette.ink : ground, new Insets(0, line, 0, 0));
        if (chosen) {
            fills.add(new BackgroundFill(ground, top(), new Insets(0, line, look.px(4), 0)));
        }
        if (focused) {
            double gap = look.px(2);
            add(fills, palette.ink, new Insets(gap));
            add(fills, ground, new Insets(gap + look.px(2)));
        }
        cell.setBackground(new Background(fills, List.of()));
    }

    private void add(List<BackgroundFill> fills, Color color, Insets insets) {
        double r = look.px(5);
        CornerRadii corners = new CornerRadii(first ? r : 0, last ? r : 0, last ? r : 0, first ? r : 0, false);
        fills.add(new BackgroundFill(color, corners, insets));
    }

    private CornerRadii top() {
        double r = look.px(5);
        return new CornerRadii(first ? r : 0, last ? r : 0, 0, 0, false);
    }
}

package grulab.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The ground of a cell of the micro-step bar: separator at its right, ink under the chosen one, ring when focused. */
final class BarCell {
    private BarCell() {}

    static void paint(Region cell, Look look, boolean sunk, Color separator, boolean chosen, boolean focused) {
        Palette palette = look.palette();
        double line = look.px(1);
        List<BackgroundFill> fills = new ArrayList<>();
        add(fills, separator, Insets.EMPTY);
        add(fills, sunk || chosen ? palette.sunk : palette.surface, new Insets(0, line, 0, 0));
        if (chosen) {
            // what is left of the ink under the well above it is the underline
            add(fills, palette.ink, new Insets(0, line, 0, 0));
            add(fills, palette.sunk, new Insets(0, line, look.px(4), 0));
        }
        if (focused) {
            double gap = look.px(2);
            Color ground = sunk || chosen ? palette.sunk : palette.surface;
            add(fills, palette.ink, new Insets(gap));
            add(fills, ground, new Insets(gap + look.px(2)));
        }
        cell.setBackground(new Background(fills, List.of()));
    }

    private static void add(List<BackgroundFill> fills, Color color, Insets insets) {
        fills.add(new BackgroundFill(color, CornerRadii.EMPTY, insets));
    }
}

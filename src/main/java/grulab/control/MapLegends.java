package grulab.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** What the colours of gates and states mean, where no map's own header says it. */
public final class MapLegends extends Region {
    private static final double BAR = 84;
    private static final double APART = 20;

    private final List<Legend> legends = new ArrayList<>();
    private double width;

    public MapLegends() {
        setId("map-legends");
        setMouseTransparent(true);
    }

    /**
     * @param gates the word for them, or empty if the cell has none
     * @param states the word for them
     */
    public void show(String gates, String states, Look look) {
        Palette p = look.palette();
        legends.clear();
        if (!gates.isEmpty()) {
            legends.add(new Legend(gates, "0", "1", p.gates, look.px(BAR), "", look));
        }
        legends.add(new Legend(states, Numbers.MINUS + "1", "+1", p.states, look.px(BAR), "", look));
        double x = 0;
        for (Legend legend : legends) {
            legend.setLayoutX(x);
            legend.setLayoutY(look.px(18));
            x += legend.width() + look.px(APART);
        }
        width = x - look.px(APART);
        getChildren().setAll(legends);
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return width;
    }

    @Override
    protected double computePrefHeight(double height) {
        return legends.isEmpty() ? 0 : legends.get(0).prefHeight(-1);
    }
}

package grulab.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Lines beneath each other, in a column or in two that are read one after the other. */
final class LineColumns extends Region {
    private int columns = 1;
    private double between;

    /** @param apart between two columns, in pixels of the window */
    void columns(int count, double apart) {
        columns = count;
        between = apart;
        requestLayout();
    }

    void lines(List<? extends Node> lines) {
        getChildren().setAll(lines);
    }

    private int each() {
        return (getManagedChildren().size() + columns - 1) / columns;
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Node> lines = getManagedChildren();
        double highest = 0;
        for (int from = 0; from < lines.size(); from += each()) {
            highest = Math.max(
                    highest,
                    lines.subList(from, Math.min(lines.size(), from + each())).stream()
                            .mapToDouble(n -> n.prefHeight(-1))
                            .sum());
        }
        return highest;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        List<Node> lines = getManagedChildren();
        double width = (getWidth() - (columns - 1) * between) / columns;
        double y = 0;
        for (int i = 0; i < lines.size(); i++) {
            int column = i / each();
            y = i % each() == 0 ? 0 : y;
            double height = lines.get(i).prefHeight(-1);
            lines.get(i).resizeRelocate(Math.rint(column * (width + between)), y, Math.rint(width), height);
            y += height;
        }
    }
}

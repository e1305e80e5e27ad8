package grulab.control;

import javafx.scene.layout.Region;

/** A control that places its parts when it draws them. It asks for the size that the design gives it, and takes any. */
abstract class Drawing extends Region {
    private final double designWidth;
    private final double designHeight;

    Drawing(double designWidth, double designHeight) {
        this.designWidth = designWidth;
        this.designHeight = designHeight;
    }

    abstract Look shownLook();

    @Override
    protected void layoutChildren() {}

    @Override
    protected double computePrefWidth(double height) {
        return shownLook().px(designWidth);
    }

    @Override
    protected double computePrefHeight(double width) {
        return shownLook().px(designHeight);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}

package grulab.view;

import javafx.scene.layout.Region;

/** A small sign in the colour of the text beside it; its shape is in lab.css. */
final class Glyph extends Region {
    Glyph(String name) {
        show(name);
        setMouseTransparent(true);
    }

    void show(String name) {
        getStyleClass().setAll("glyph", "glyph-" + name);
    }
}

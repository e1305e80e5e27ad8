package grulab.view;

import javafx.scene.control.Button;

/** Buttons of the window's own regions; drawn controls have buttons that look otherwise. */
final class Buttons {
    private Buttons() {}

    static Button of(String id, String... styles) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("lab");
        button.getStyleClass().addAll(styles);
        return button;
    }

    /** With a text that follows the language. */
    static Button of(Texts texts, String id, String key, String... styles) {
        Button button = of(id, styles);
        button.textProperty().bind(texts.bind(key));
        return button;
    }
}

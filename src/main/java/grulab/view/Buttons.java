package grulab.view;

import javafx.scene.control.Button;

/** Buttons of the window's own regions; drawn controls have buttons that look otherwise. */
final class Buttons {
    private Buttons() {}

    static Button of(String id, String... styles) {
        Button button = new Button();
        button.setMnemonicParsing(false);
        button.setId(id);
        button.getStyleClass().add("lab");
        button.getStyleClass().addAll(styles);
        return button;
    }

    /** One step back or forward, ‹ or ›, with a name that follows the language. */
    static Button arrow(Texts texts, String id, boolean forward, String key, Runnable action) {
        Button button = of(id, "narrow");
        button.setText(forward ? "›" : "‹");
        button.accessibleTextProperty().bind(texts.bind(key));
        button.setOnAction(e -> action.run());
        return button;
    }

    /** With a text that follows the language. */
    static Button of(Texts texts, String id, String key, String... styles) {
        Button button = of(id, styles);
        button.textProperty().bind(texts.bind(key));
        return button;
    }
}

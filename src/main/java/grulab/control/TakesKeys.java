package grulab.control;

import javafx.scene.input.KeyCode;

/** What lives by some keys while it has the focus, so that a window does not take them for something else. */
public interface TakesKeys {
    boolean takes(KeyCode key);
}

package grulab.view;

import grulab.control.TakesKeys;
import grulab.presentation.Selection;
import grulab.presentation.TrainModel;
import grulab.presentation.Workspace;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keyboard of the whole window. Single keys are off while a text field has the focus. */
final class Shortcuts {
    private static final int FAR = 5;

    /** What keys do that is not the model's. */
    interface Window {
        void projector();

        void drawer();

        void escape();

        void table();

        void moveUnit(int rows);

        void playOrPause();

        boolean asking();

        void open();

        void save();

        void saveAs();
    }

    private final TrainModel model;
    private final Window window;

    Shortcuts(TrainModel model, Window window) {
        this.model = model;
        this.window = window;
    }

    void on(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (pressed(e, scene.getFocusOwner())) {
                e.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && scene.getFocusOwner() instanceof TextField field) {
                Platform.runLater(() -> release(scene, field));
            }
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, e -> {
            if (e.getCharacter().equals("?") && !(scene.getFocusOwner() instanceof TextInputControl)) {
                window.table();
                e.consume();
            }
        });
    }

    /** A field whose number was taken gives the keys back to the window; what is wrong stays to be mended. */
    private void release(Scene scene, TextField field) {
        boolean taken = !field.getPseudoClassStates().contains(NumberRow.WRONG);
        if (taken && scene.getFocusOwner() == field && !window.asking()) {
            scene.getRoot().requestFocus();
        }
    }

    private boolean pressed(KeyEvent e, @Nullable Node focus) {
        switch (e.getCode()) {
            case F11 -> window.projector();
            case ESCAPE -> window.escape();
            case B -> {
                if (e.isShortcutDown()) {
                    window.drawer();
                    return true;
                }
                return single(e, focus);
            }
            case O, S -> {
                return e.isShortcutDown() && file(e);
            }
            case Z, Y -> {
                return e.isShortcutDown() ? undo(e, focus) : single(e, focus);
            }
            default -> {
                return single(e, focus);
            }
        }
        return true;
    }

    private boolean file(KeyEvent e) {
        if (window.asking()) {
            return false;
        }
        if (e.getCode() == KeyCode.O) {
            window.open();
        } else if (e.isShiftDown()) {
            window.saveAs();
        } else {
            window.save();
        }
        return true;
    }

    /** What was changed by hand; a text field undoes its own typing. */
    private boolean undo(KeyEvent e, @Nullable Node focus) {
        if (focus instanceof TextInputControl || window.asking()) {
            return false;
        }
        if (e.getCode() == KeyCode.Y || e.isShiftDown()) {
            model.step().whatIf().redo();
        } else if (model.step().whatIf().canUndo().get()) {
            model.step().whatIf().undo();
        } else {
            model.takeBack();
        }
        return true;
    }

    private boolean single(KeyEvent e, @Nullable Node focus) {
        if (focus instanceof TextInputControl
                || e.isShortcutDown()
                || e.isAltDown()
                || e.isMetaDown()
                || window.asking()) {
            return false;
        }
        return letter(e.getCode()) || (!takesKeys(focus, e.getCode()) && movement(e));
    }

    /** A control that was reached by the keyboard keeps the keys that it lives by. */
    private static boolean takesKeys(@Nullable Node focus, KeyCode code) {
        if (focus instanceof TakesKeys part) {
            return part.takes(code);
        }
        if (focus instanceof Slider || focus instanceof MenuButton || focus instanceof ToggleButton) {
            return focus.isFocusVisible();
        }
        return code == KeyCode.SPACE && focus != null && focus.isFocusVisible() && pressedBySpace(focus);
    }

    private static boolean pressedBySpace(Node focus) {
        return focus instanceof ButtonBase
                || focus.getAccessibleRole() == AccessibleRole.TOGGLE_BUTTON
                || focus.getAccessibleRole() == AccessibleRole.MENU_BUTTON;
    }

    private boolean letter(KeyCode code) {
        switch (code) {
            case B -> model.oneBatch();
            case E -> model.oneEpoch();
            case Z -> model.convention().flipUpdate();
            case R -> model.convention().flipReset();
            case W -> model.convention().flipMode();
            case L -> model.logarithmic().set(!model.logarithmic().get());
            case G -> model.step().backward().set(!model.step().backward().get());
            case OPEN_BRACKET -> model.step().history().move(-1);
            case CLOSE_BRACKET -> model.step().history().move(1);
            case DIGIT1, NUMPAD1 -> model.workspace().set(Workspace.TRAIN);
            case DIGIT2, NUMPAD2 -> model.workspace().set(Workspace.STEP);
            case DIGIT3, NUMPAD3 -> model.workspace().set(Workspace.CONVENTIONS);
            case COMMA -> model.step().walk(-1);
            case PERIOD -> model.step().walk(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What runs in the workspace that is shown. */
    private void space() {
        if (model.workspace().get() == Workspace.STEP) {
            window.playOrPause();
        } else {
            model.trainOrPause();
        }
    }

    /** What a presenter's remote sends: on through what the workspace walks through. */
    private void page(int by) {
        if (model.workspace().get() == Workspace.STEP) {
            model.step().walk(by);
        } else {
            model.selection().time(model.selection().time().get() + by);
        }
    }

    private boolean movement(KeyEvent e) {
        Selection selection = model.selection();
        int far = e.isShiftDown() ? FAR : 1;
        switch (e.getCode()) {
            case SPACE -> space();
            case LEFT -> selection.time(selection.time().get() - far);
            case RIGHT -> selection.time(selection.time().get() + far);
            case HOME -> selection.time(0);
            case END -> selection.time(selection.steps() - 1);
            case UP -> window.moveUnit(-far);
            case DOWN -> window.moveUnit(far);
            case PAGE_UP -> page(-1);
            case PAGE_DOWN -> page(1);
            default -> {
                return false;
            }
        }
        return true;
    }
}

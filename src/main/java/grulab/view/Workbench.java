package grulab.view;

import grulab.control.FormulaText;
import grulab.control.Look;
import grulab.control.TexNode;
import grulab.presentation.TrainModel;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * What every region needs: the model it shows, the words, and how things look now.
 *
 * @param look changes with theme, size of the window, projector and motion
 * @param dialogs ask which file
 */
record Workbench(TrainModel model, Texts texts, ReadOnlyObjectProperty<Look> look, FileDialogs dialogs) {

    /** Calls now and whenever the look changes. */
    void onLook(Consumer<Look> draw) {
        draw.accept(look.get());
        look.addListener((o, old, now) -> draw.accept(now));
    }

    /** A formula that follows the look, larger in projector mode; both sizes are of the design. */
    TexNode formula(FormulaText text, double size, double projected) {
        TexNode node = formula(text, size);
        onLook(now -> node.size(now.px(size, projected)));
        return node;
    }

    /** A formula that follows the look; the size is of the design. */
    TexNode formula(FormulaText text, double size) {
        TexNode node = new TexNode(text, size);
        node.setMouseTransparent(true);
        onLook(node::look);
        return node;
    }
}

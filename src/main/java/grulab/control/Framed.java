package grulab.control;

import javafx.scene.shape.Rectangle;

/** A part of which the focus frames less than all, because it is as wide as the stack it belongs to. */
interface Framed {
    Rectangle framed();
}

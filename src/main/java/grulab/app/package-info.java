/** The composition root: wires everything and opens the window. */
@NullMarked
package grulab.app;

import org.jspecify.annotations.NullMarked;

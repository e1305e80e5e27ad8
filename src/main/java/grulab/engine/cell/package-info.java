/** The recurrent cells: forward with every gate kept, and the way back right beneath it. */
@NullMarked
package grulab.engine.cell;

import org.jspecify.annotations.NullMarked;

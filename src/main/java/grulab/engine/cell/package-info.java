/** The GRU: forward with every gate kept, and its backward right beneath it. */
@NullMarked
package grulab.engine.cell;

import org.jspecify.annotations.NullMarked;

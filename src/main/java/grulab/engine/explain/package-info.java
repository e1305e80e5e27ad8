/** The arithmetic of one unit at one step, with numbers that close on a pocket calculator. */
@NullMarked
package grulab.engine.explain;

import org.jspecify.annotations.NullMarked;

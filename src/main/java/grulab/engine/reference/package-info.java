/** The formulas in float64, written as they are read: the judge of the engine, sharing no code with it. */
@NullMarked
package grulab.engine.reference;

import org.jspecify.annotations.NullMarked;

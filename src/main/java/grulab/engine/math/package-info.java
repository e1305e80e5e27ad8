/** Products and elementary functions on float32 arrays: the only place that knows ND4J. */
@NullMarked
package grulab.engine.math;

import org.jspecify.annotations.NullMarked;

/** The engine against golden numbers of libtorch, finite differences, and itself in float64. */
@NullMarked
package grulab.engine;

import org.jspecify.annotations.NullMarked;

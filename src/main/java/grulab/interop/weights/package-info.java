/** What the arrays of a model file mean: which of them are a recurrent layer, in whose layout, and what stands around it. */
@NullMarked
package grulab.interop.weights;

import org.jspecify.annotations.NullMarked;

/** Training: sample, forward, loss, backward, clip, update; and one small case computed by the same code. */
@NullMarked
package grulab.engine.train;

import org.jspecify.annotations.NullMarked;

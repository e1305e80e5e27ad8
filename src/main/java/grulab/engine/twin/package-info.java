/** Two GRUs that read the same passage, each in its own convention, and where they part. */
@NullMarked
package grulab.engine.twin;

import org.jspecify.annotations.NullMarked;

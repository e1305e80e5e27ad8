/** What would have happened: a window computed again under edits, and what a step does to small differences. */
@NullMarked
package grulab.engine.whatif;

import org.jspecify.annotations.NullMarked;

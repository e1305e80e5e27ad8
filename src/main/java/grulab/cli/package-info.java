/** The commands: the same engine as the window's, for scripts, homework and tests. Knows no JavaFX. */
@NullMarked
package grulab.cli;

import org.jspecify.annotations.NullMarked;

/** What a workspace shows and does: observable read-only values and commands. Knows no node, no colour, no language. */
@NullMarked
package grulab.presentation;

import org.jspecify.annotations.NullMarked;

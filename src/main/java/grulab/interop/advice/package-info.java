/** What a diagnosis says: sentences that have no language yet, and the lines of code that mend what it found. */
@NullMarked
package grulab.interop.advice;

import org.jspecify.annotations.NullMarked;

/** Real frameworks beside this engine: are the numbers the same, and how long does each take. Never part of the product. */
@NullMarked
package grulab.peers;

import org.jspecify.annotations.NullMarked;

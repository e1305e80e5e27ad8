/** Files that others write and read: case files with every number by name, and the answers to them. */
@NullMarked
package grulab.interop;

import org.jspecify.annotations.NullMarked;

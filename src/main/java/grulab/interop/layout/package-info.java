/** A cell's parameters in the arrays of a framework, out of them, and from one framework's form into another's. */
@NullMarked
package grulab.interop.layout;

import org.jspecify.annotations.NullMarked;

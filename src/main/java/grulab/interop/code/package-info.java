/** Programs in other frameworks that compute what the lab shows, written from the formulas that the lab shows. */
@NullMarked
package grulab.interop.code;

import org.jspecify.annotations.NullMarked;

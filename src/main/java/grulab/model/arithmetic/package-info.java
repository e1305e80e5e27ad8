/** A number taken apart: the sum that made it, its terms, the products behind them. */
@NullMarked
package grulab.model.arithmetic;

import org.jspecify.annotations.NullMarked;

/** Controls that draw a value and know no workspace: heat maps, gate diagram, line chart, formula. */
@NullMarked
package grulab.control;

import org.jspecify.annotations.NullMarked;

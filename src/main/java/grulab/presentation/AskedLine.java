package grulab.presentation;

import grulab.model.Range;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The sum behind a number that was clicked.
 *
 * @param range what the number may be set to; null if it cannot be set
 */
public record AskedLine(
        Subject subject, Line line, @Nullable Range range) {}

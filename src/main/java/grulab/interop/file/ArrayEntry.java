package grulab.interop.file;

import org.jspecify.annotations.Nullable;

/**
 * What a file says of one of its arrays before it is read.
 *
 * @param shape sizes, outermost first
 * @param type null if the numbers are of a type that no weight has: whole numbers, text
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record ArrayEntry(String name, int[] shape, @Nullable ElementType type) {}

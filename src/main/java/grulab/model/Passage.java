package grulab.model;

import java.util.List;

/**
 * A piece of text that is watched: T inputs and the token that followed each.
 *
 * @param offset of the first input in the text, in tokens
 * @param inputs class numbers [T]
 * @param targets class numbers [T]; targets[t] follows inputs[t]
 * @param labels what each input looks like [T], one code point or word
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never written
public record Passage(int offset, int[] inputs, int[] targets, List<String> labels) {
    public Passage {
        labels = List.copyOf(labels);
    }

    public int steps() {
        return inputs.length;
    }
}

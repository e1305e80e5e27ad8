package grulab.interop;

import grulab.model.Array;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers that should come out of a case.
 *
 * @param values by name: any field of an answer, nested ones with a dot (gradients.W_ir, training.loss), a single
 *     number as an array of shape []; and h_last and c_last, the states after the last step [B][H]
 * @param tolerance absolute: |got − expected| ≤ tolerance + rtol · |expected|
 * @param rtol relative
 */
public record Expectation(Map<String, Array> values, double tolerance, double rtol) {
    public Expectation {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}

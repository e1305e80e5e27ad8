package grulab.interop;

import grulab.model.Array;
import grulab.model.CellType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges whether the expected numbers of a case are ones that its answer will have. */
final class ExpectedCheck {
    private final CaseFields fields;
    private final CellType cell;
    private final CaseSizes sizes;

    ExpectedCheck(CaseFields fields, CellType cell, CaseSizes sizes) {
        this.fields = fields;
        this.cell = cell;
        this.sizes = sizes;
    }

    /** Null if nothing is expected. */
    @Nullable
    Expectation check() throws BadCase {
        if (fields.expected == null) {
            return null;
        }
        String strange = fields.strangeExpected;
        for (String name : fields.expected.keySet()) {
            if (strange == null && !CaseNames.answers(cell, name)) {
                strange = "$.expected." + name;
            }
        }
        if (strange != null) {
            throw new BadCase(
                    "%s is unknown; an answer of %s has no such field".formatted(strange, CaseCheck.aCell(cell)));
        }
        if (fields.expected.isEmpty()) {
            throw new BadCase("$.expected is empty; it must name a field of the answer, such as h or h_last");
        }
        for (Map.Entry<String, Array> e : fields.expected.entrySet()) {
            String place = "$.expected." + e.getKey();
            computed(e.getKey(), place);
            sizes.fit(place, e.getValue(), CaseNames.answer(e.getKey()));
        }
        if (fields.tolerance == null) {
            throw new BadCase(
                    "$.tolerance is missing: it must say how far from $.expected a number may be, such as 1e-6");
        }
        return new Expectation(fields.expected, fields.tolerance, fields.rtol);
    }

    private void computed(String name, String place) throws BadCase {
        String parameter = name.substring(name.lastIndexOf('.') + 1);
        boolean nested = name.indexOf('.') >= 0;
        if (nested && CaseNames.parameter(parameter) != null && !given(parameter)) {
            throw new BadCase(place + " cannot be compared: the case has no " + parameter);
        }
        if (name.equals("logits") && fields.head == null) {
            throw new BadCase(place + " cannot be compared: the case has no head");
        }
        boolean loss = name.equals("loss") || name.equals("perplexity") || name.startsWith("gradients.");
        if (loss && fields.targets == null) {
            throw new BadCase(place + " cannot be compared: without targets there is no loss");
        }
        if (name.startsWith("training.") && fields.training == null) {
            throw new BadCase(place + " cannot be compared: the case has no train");
        }
    }

    private boolean given(String parameter) {
        return (fields.weights != null && fields.weights.containsKey(parameter))
                || (fields.head != null && fields.head.containsKey(parameter));
    }
}

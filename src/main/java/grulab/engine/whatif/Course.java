package grulab.engine.whatif;

import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Passage;
import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.Weights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that decides a window: from where, with which weights, what is read, and what is given on the way.
 *
 * @param start h_0, and c_0 of an LSTM, each [H]
 * @param changed the first step that the edits can change; 0 if they change weights or the start, T if there are none
 */
record Course(
        Convention convention,
        Weights weights,
        Passage passage,
        Map<Quantity, double[]> start,
        Interventions interventions,
        int changed) {

    /** Of a window under edits that are allowed; a later one wins over an earlier one. */
    static Course of(Snapshot base, List<Edit> edits, List<String> symbols) {
        StepTrace trace = base.trace();
        Map<String, double[]> arrays = new LinkedHashMap<>(base.weights().arrays());
        int[] inputs = base.passage().inputs().clone();
        List<String> labels = new ArrayList<>(base.passage().labels());
        Map<Quantity, double[]> start = start(trace);
        int changed = trace.steps();
        for (Edit edit : edits) {
            if (edit instanceof Edit.Weight weight) {
                double[] made = base.weights().get(weight.name());
                double[] ours = arrays.getOrDefault(weight.name(), made);
                ours = ours == made ? made.clone() : ours;
                ours[weight.index()] = weight.value();
                arrays.put(weight.name(), ours);
            } else if (edit instanceof Edit.Start entry) {
                Objects.requireNonNull(start.get(entry.state()))[entry.unit()] = entry.value();
            } else if (edit instanceof Edit.Input input) {
                inputs[input.t()] = input.symbol();
                labels.set(input.t(), symbols.get(input.symbol()));
            }
            changed = Math.min(changed, firstStep(edit));
        }
        Weights w = base.weights();
        Passage read = base.passage();
        return new Course(
                trace.convention(),
                new Weights(w.cell(), w.inputs(), w.hidden(), w.outputs(), arrays),
                new Passage(read.offset(), inputs, read.targets(), labels),
                start,
                Interventions.of(edits, trace.steps(), trace.hidden()),
                changed);
    }

    private static int firstStep(Edit edit) {
        if (edit instanceof Edit.Value value) {
            return value.from();
        }
        return edit instanceof Edit.Input input ? input.t() : 0;
    }

    private static Map<Quantity, double[]> start(StepTrace trace) {
        Map<Quantity, double[]> start = new EnumMap<>(Quantity.class);
        start.put(Quantity.STATE, trace.before(0));
        if (trace.cell().hasCellState()) {
            start.put(Quantity.CELL, trace.cellBefore(0));
        }
        return start;
    }

    Course with(Nudge nudge) {
        return new Course(convention, weights, passage, start, interventions.with(nudge), Math.max(0, nudge.t()));
    }

    int steps() {
        return passage.steps();
    }

    int hidden() {
        return weights.hidden();
    }
}

package grulab.engine;

import grulab.engine.train.CaseRun;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.Snapshot;
import grulab.model.StepTrace;
import grulab.model.arithmetic.Subject;
import java.util.ArrayList;
import java.util.List;

/** A random window that the engine has read, forward and back, and every number of it. */
record ReadWindow(Snapshot snapshot, Case problem) {

    static ReadWindow of(CellForm form, int hidden, int steps, int vocabulary, long seed) {
        Snapshot made = new RandomWindow(form, hidden, steps, vocabulary, seed).snapshot();
        Case problem = RandomWindow.asCase(made);
        StepTrace trace = CaseRun.trace(problem, 0, true);
        return new ReadWindow(
                new Snapshot(
                        made.generation(),
                        made.batch(),
                        made.experiment(),
                        made.passage(),
                        trace,
                        made.weights(),
                        CaseRun.run(problem, false).loss()),
                problem);
    }

    /** All that can be asked about at a step. */
    static List<Subject> at(Snapshot snapshot, int t) {
        CellType cell = snapshot.trace().cell();
        List<Subject> all = new ArrayList<>();
        List<Quantity> quantities = new ArrayList<>(cell.quantities());
        if (cell == CellType.GRU) {
            quantities.add(Quantity.PRODUCT);
        }
        boolean reset = cell == CellType.GRU && snapshot.convention().reset() == ResetPosition.AFTER;
        for (int unit = 0; unit < snapshot.trace().hidden(); unit++) {
            all.add(new Subject.Sent(Quantity.STATE, t, unit));
            if (cell.hasCellState()) {
                all.add(new Subject.Sent(Quantity.CELL, t, unit));
            }
            if (reset) {
                all.add(new Subject.SumSlope(Quantity.PRODUCT, t, unit));
            }
            for (Quantity quantity : quantities) {
                all.add(new Subject.Value(quantity, t, unit));
                all.add(new Subject.Slope(quantity, t, unit));
                if (cell.gates().contains(quantity.id())) {
                    all.add(new Subject.SumSlope(quantity, t, unit));
                }
            }
        }
        for (Quantity quantity : cell.quantities()) {
            all.add(new Subject.Norm(quantity, t));
        }
        for (int symbol = 0; symbol < snapshot.weights().outputs(); symbol++) {
            all.add(new Subject.Logit(t, symbol));
            all.add(new Subject.Probability(t, symbol));
        }
        all.add(new Subject.Loss(t));
        return all;
    }

    /** What comes before the first step, and the first entry of every parameter. */
    static List<Subject> before(Snapshot snapshot) {
        List<Subject> all = new ArrayList<>();
        List<Quantity> states = snapshot.trace().cell().hasCellState()
                ? List.of(Quantity.STATE, Quantity.CELL)
                : List.of(Quantity.STATE);
        for (Quantity state : states) {
            for (int unit = 0; unit < snapshot.trace().hidden(); unit++) {
                all.add(new Subject.Start(state, unit));
                all.add(new Subject.Slope(state, -1, unit));
            }
        }
        snapshot.weights().arrays().keySet().forEach(name -> all.add(new Subject.Weight(name, 0)));
        return all;
    }

    static List<Subject> all(Snapshot snapshot) {
        List<Subject> all = before(snapshot);
        for (int t = 0; t < snapshot.trace().steps(); t++) {
            all.addAll(at(snapshot, t));
        }
        return all;
    }
}

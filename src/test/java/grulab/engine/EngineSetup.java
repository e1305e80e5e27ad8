package grulab.engine;

import grulab.engine.math.KernelChoice;
import grulab.engine.math.KernelKind;
import grulab.engine.train.Trainer;
import grulab.model.Experiment;
import grulab.model.Optimizer;
import grulab.model.Sampling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a step can be done by: a cell's form, either kind of kernels. */
record EngineSetup(CellForm form, KernelKind kernels) {

    /** Every form by both kinds. */
    static List<EngineSetup> all() {
        return Arrays.stream(KernelKind.values())
                .flatMap(kind -> CellForm.ALL.stream().map(form -> new EngineSetup(form, kind)))
                .toList();
    }

    /** The same where the update gate's meaning makes no difference: two of the GRU's four are left out. */
    static Stream<EngineSetup> cells() {
        List<CellForm> twice = List.of(CellForm.GRU.get(1), CellForm.GRU.get(3));
        return all().stream().filter(setup -> !twice.contains(setup.form));
    }

    /** So many rows and units that two threads share a step, eight rows each. */
    Experiment shared(Optimizer optimizer, Sampling sampling) {
        return of(64, 16, 6, optimizer, sampling);
    }

    Experiment of(int hidden, int batch, int steps, Optimizer optimizer, Sampling sampling) {
        return Experiments.of(form.cell(), form.convention(), hidden, batch, steps, optimizer, sampling);
    }

    Trainer trainer(Experiment experiment, int threads) {
        return new Trainer(
                experiment, TextSource.VOCABULARY, new TextSource(experiment), threads, new KernelChoice(kernels));
    }

    @Override
    public String toString() {
        return form + ", " + kernels.name().toLowerCase(Locale.ROOT);
    }
}

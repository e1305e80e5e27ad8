package grulab.presentation;

import grulab.model.Snapshot;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableObjectValue;
import org.jspecify.annotations.Nullable;

/** What lets a number leave or enter the lab. */
public final class ExchangeModel {
    private final WeightsModel weights;
    private final DiagnosisModel diagnosis;
    private final ExportModel exports;
    private final CodeModel code;

    /**
     * @param shown the newest snapshot of the running experiment
     * @param worker reads, writes and computes
     * @param fx what every property changes on
     */
    ExchangeModel(ObservableObjectValue<@Nullable Snapshot> shown, Executor worker, Executor fx) {
        weights = new WeightsModel(worker, fx);
        diagnosis = new DiagnosisModel(shown, worker, fx);
        weights.chosen().addListener((o, old, now) -> {
            if (now != null) {
                diagnosis.use(now);
            } else if (weights.opened().get() != null) {
                diagnosis.leave();
            }
        });
        weights.opened().addListener((o, old, now) -> {
            if (now != null) {
                diagnosis.leave();
            }
        });
        diagnosis.cell().addListener((o, old, now) -> {
            LoadedWeights chosen = weights.chosen().get();
            if (now != null && (chosen == null || chosen.weights() != now.weights())) {
                weights.leave();
            }
        });
        exports = new ExportModel(shown::get, worker, fx);
        code = new CodeModel(shown::get, worker, fx);
    }

    /** Weights that are opened from a file. */
    public WeightsModel weights() {
        return weights;
    }

    /** Which way of computing explains numbers from elsewhere. */
    public DiagnosisModel diagnosis() {
        return diagnosis;
    }

    /** The weights on the screen, as other frameworks store them. */
    public ExportModel exports() {
        return exports;
    }

    /** What is on the screen, as a program in another framework. */
    public CodeModel code() {
        return code;
    }

    /** Takes the notices away, which have been read; false if there were none. */
    boolean dismiss() {
        boolean any = exports.notice().get() != null || code.notice().get() != null;
        exports.dismiss();
        code.dismiss();
        return any;
    }
}

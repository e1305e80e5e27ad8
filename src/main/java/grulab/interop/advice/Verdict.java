package grulab.interop.advice;

import grulab.model.CellType;
import grulab.model.Deviation;
import grulab.model.Diagnosis;
import grulab.model.Diagnosis.Parting;
import grulab.model.Finding;
import java.util.List;

/** What a diagnosis comes to, in sentences. */
public final class Verdict {
    private static final int DECIMALS = 6;
    /** So many that two numbers which are not the same look different. */
    private static final int MOST_DECIMALS = 16;

    private Verdict() {}

    /** Whether it is decided; if not, why, and what would decide it. */
    public static Said of(Diagnosis diagnosis, CellType cell) {
        Said verdict = exactly(diagnosis, cell);
        Integer decimals = diagnosis.decimals();
        return decimals == null
                ? verdict
                : Said.of("diagnosis.cut", verdict, decimals, Said.error(diagnosis.tolerance()));
    }

    private static Said exactly(Diagnosis diagnosis, CellType cell) {
        Finding best = diagnosis.findings().get(0);
        if (diagnosis.decided()) {
            return Said.of("diagnosis.decided", Wording.of(best, cell));
        }
        if (!diagnosis.explained()) {
            return Said.of(
                    "diagnosis.unexplained",
                    Wording.of(best, cell),
                    Said.error(best.maxError()),
                    Said.error(diagnosis.tolerance()));
        }
        Said experiment = Said.of("diagnosis.experiment."
                + (diagnosis.experiment() == null ? "other-weights" : Said.key(diagnosis.experiment())));
        return Said.of("diagnosis.undecided", diagnosis.fitting(), Said.error(diagnosis.tolerance()), experiment);
    }

    /** A finding with its error. */
    public static Said finding(Finding finding, CellType cell) {
        return Said.of(
                finding.fits() ? "diagnosis.finding.fits" : "diagnosis.finding",
                Wording.of(finding, cell),
                Said.error(finding.maxError()));
    }

    /** Where the case as it stands first parts from the numbers, and each gate for itself; steps, rows and units from 1. */
    public static List<Said> partings(Diagnosis diagnosis) {
        List<Parting> partings = diagnosis.partings();
        if (partings.isEmpty()) {
            boolean ordered = diagnosis.explained()
                    && diagnosis.findings().get(0).deviations().stream()
                            .anyMatch(d -> d instanceof Deviation.Order || d instanceof Deviation.Part);
            return List.of(Said.of(ordered ? "diagnosis.parting.ordered" : "diagnosis.parting.none"));
        }
        Said first = parting(partings.get(0));
        return partings.size() == 1
                ? List.of(first)
                : List.of(
                        first,
                        Said.of(
                                "diagnosis.parting.gates",
                                Said.list(partings.stream()
                                        .map(p -> Said.of("diagnosis.parting.each", p.term(), p.t() + 1))
                                        .toList())));
    }

    private static Said parting(Parting parting) {
        int decimals = DECIMALS;
        while (decimals < MOST_DECIMALS
                && Said.number(parting.yours(), decimals).equals(Said.number(parting.mine(), decimals))) {
            decimals++;
        }
        String mine = Said.number(parting.mine(), decimals);
        String yours = Said.number(parting.yours(), decimals);
        if (parting.term().equals("loss") || parting.term().equals("perplexity")) {
            return Said.of("diagnosis.parting.total", parting.term(), mine, yours);
        }
        return Said.of(
                "diagnosis.parting",
                parting.t() + 1,
                parting.sample() + 1,
                parting.unit() + 1,
                parting.term(),
                mine,
                yours);
    }
}

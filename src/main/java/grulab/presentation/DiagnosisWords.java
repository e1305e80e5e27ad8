package grulab.presentation;

import grulab.model.BiasUse;
import grulab.model.Diagnosis;
import grulab.model.Diagnosis.Parting;
import grulab.model.Finding;
import grulab.model.StartUse;
import grulab.model.Transposed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A diagnosis in sentences that have no language yet. */
public final class DiagnosisWords {
    private static final char MINUS = '\u2212';
    private static final int DECIMALS = 6;
    /** So many that two numbers which are not the same look different. */
    private static final int MOST_DECIMALS = 16;

    private DiagnosisWords() {}

    /** Such as "reset before, z admits, gates in z r n order". */
    public static Message way(Finding finding) {
        List<Message> parts = new ArrayList<>();
        if (finding.convention() != null) {
            parts.add(
                    Message.of("diagnosis.reset." + finding.convention().reset().id()));
            parts.add(Message.of(
                    "diagnosis.update." + finding.convention().update().id()));
        }
        if (!asGiven(finding.gateOrder())) {
            parts.add(Message.of("diagnosis.order", finding.gateOrder()));
        }
        if (finding.transposed() != Transposed.NONE) {
            parts.add(Message.of("diagnosis.transposed." + key(finding.transposed())));
        }
        if (finding.bias() != BiasUse.TWO) {
            parts.add(Message.of("diagnosis.bias." + key(finding.bias())));
        }
        if (finding.start() == StartUse.ZERO) {
            parts.add(Message.of("diagnosis.start.zero"));
        }
        return parts.stream()
                .reduce((all, part) -> Message.of("diagnosis.list", all, part))
                .orElse(Message.of("diagnosis.as-given"));
    }

    /** The way and its error. */
    public static Message finding(Finding finding) {
        return Message.of("diagnosis.finding", way(finding), error(finding.maxError()));
    }

    /** Whether it is decided; if not, why, and what would decide it. */
    public static Message verdict(Diagnosis diagnosis) {
        Message verdict = exactly(diagnosis);
        Integer decimals = diagnosis.decimals();
        return decimals == null
                ? verdict
                : Message.of("diagnosis.cut", verdict, decimals, error(diagnosis.tolerance()));
    }

    private static Message exactly(Diagnosis diagnosis) {
        if (diagnosis.decided()) {
            return Message.of("diagnosis.decided", way(diagnosis.findings().get(0)));
        }
        if (!diagnosis.explained()) {
            Finding best = diagnosis.findings().get(0);
            return Message.of("diagnosis.unexplained", way(best), error(best.maxError()), error(diagnosis.tolerance()));
        }
        Message experiment = Message.of("diagnosis.experiment."
                + (diagnosis.experiment() == null ? "other-weights" : key(diagnosis.experiment())));
        return Message.of("diagnosis.undecided", diagnosis.fitting(), error(diagnosis.tolerance()), experiment);
    }

    /** Where the case as it stands first parts from what was expected; steps, rows and units from 1. */
    public static Message parting(Diagnosis diagnosis) {
        Parting parting = diagnosis.parting();
        if (parting == null) {
            return Message.of("diagnosis.parting.none");
        }
        int decimals = DECIMALS;
        while (decimals < MOST_DECIMALS
                && number(parting.expected(), decimals).equals(number(parting.found(), decimals))) {
            decimals++;
        }
        String expected = number(parting.expected(), decimals);
        String found = number(parting.found(), decimals);
        if (parting.term().equals("loss") || parting.term().equals("perplexity")) {
            return Message.of("diagnosis.parting.total", parting.term(), expected, found);
        }
        return Message.of(
                "diagnosis.parting",
                parting.t() + 1,
                parting.sample() + 1,
                parting.unit() + 1,
                parting.term(),
                expected,
                found);
    }

    private static boolean asGiven(String order) {
        return order.equals("r z n") || order.equals("i f g o") || order.equals("h");
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Such as 3.1e−8. */
    private static String error(double error) {
        return String.format(Locale.ROOT, "%.1e", error)
                .replaceFirst("e([+-])0", "e$1")
                .replace("e+0", "")
                .replace('-', MINUS);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', MINUS);
    }
}

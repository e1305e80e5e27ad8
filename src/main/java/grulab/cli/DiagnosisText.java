package grulab.cli;

import grulab.model.BiasUse;
import grulab.model.Diagnosis;
import grulab.model.Diagnosis.Experiment;
import grulab.model.Diagnosis.Parting;
import grulab.model.Finding;
import grulab.model.StartUse;
import grulab.model.Transposed;
import grulab.model.UpdateMeaning;
import java.util.ArrayList;
import java.util.List;

/** A diagnosis in sentences. */
final class DiagnosisText {
    private DiagnosisText() {}

    /** Such as "reset before, z admits, gates in z r n order". */
    static String way(Finding finding, String givenOrder) {
        List<String> parts = new ArrayList<>();
        if (finding.convention() != null) {
            parts.add("reset " + finding.convention().reset().id());
            parts.add(finding.convention().update() == UpdateMeaning.KEEP ? "z keeps" : "z admits");
        }
        if (!finding.gateOrder().equals(givenOrder)) {
            parts.add("gates in " + finding.gateOrder() + " order");
        }
        if (finding.transposed() != Transposed.NONE) {
            parts.add(
                    switch (finding.transposed()) {
                        case RECURRENT -> "U transposed";
                        case INPUT -> "W transposed";
                        default -> "W and U transposed";
                    });
        }
        if (finding.bias() != BiasUse.TWO) {
            parts.add(
                    switch (finding.bias()) {
                        case ONE -> "biases added up on the input side";
                        case INPUT_ONLY -> "without the recurrent biases";
                        case RECURRENT_ONLY -> "without the input biases";
                        case SWAPPED -> "input and recurrent biases swapped";
                        default -> "without biases";
                    });
        }
        if (finding.start() == StartUse.ZERO) {
            parts.add("starting from zero");
        }
        return parts.isEmpty() ? "as the case has it" : String.join(", ", parts);
    }

    /** Why it is not decided, and what would decide it. */
    static String undecided(Diagnosis diagnosis, String givenOrder) {
        Finding best = diagnosis.findings().get(0);
        if (!diagnosis.explained()) {
            return Given.format(
                    "nothing that was tried explains these numbers: the nearest, %s, is off by %s where %s would be rounding",
                    way(best, givenOrder), error(best.maxError()), error(diagnosis.tolerance()));
        }
        Experiment experiment = diagnosis.experiment();
        return Given.format(
                "%d different explanations fit these numbers to ±%s; %s would tell %s apart",
                diagnosis.fitting(),
                error(diagnosis.tolerance()),
                experiment == null ? "other numbers" : experiment(experiment),
                diagnosis.fitting() == 2 ? "the two" : "them");
    }

    static String cut(int decimals, double tolerance) {
        return Given.format(
                "What was given has only %d decimals, which moves these numbers by up to %s.",
                decimals, error(tolerance));
    }

    static String parting(Parting parting) {
        boolean total = parting.term().equals("loss") || parting.term().equals("perplexity");
        String place = total
                ? parting.term()
                : Given.format(
                        "t = %d, unit %d, sample %d, in %s",
                        parting.t() + 1, parting.unit() + 1, parting.sample() + 1, parting.term());
        return Given.format("%s: expected %.7f, found %.7f", place, parting.expected(), parting.found())
                .replace('-', '−');
    }

    /** Such as 3.1e-8. */
    static String error(double error) {
        return Given.format("%.1e", error).replaceFirst("e([+-])0", "e$1").replace("e+0", "");
    }

    private static String experiment(Experiment experiment) {
        return switch (experiment) {
            case MORE_DIGITS -> "more digits";
            case EVERY_STATE -> "the state h of every step";
            case MORE_STEPS -> "more steps";
            case A_START_STATE -> "a start state that is not zero, or another one,";
            case A_RECURRENT_BIAS -> "a recurrent bias that is not zero";
            case ANOTHER_INPUT -> "another input, not zero and not the same everywhere,";
            case OTHER_WEIGHTS -> "other weights, neither constant nor symmetric,";
        };
    }
}

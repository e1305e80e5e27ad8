package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.function.UnaryOperator;

/** What the gate diagram and the micro-step bar say. The keys are those of the bundles, all below "diagram.". */
public final class DiagramWords {
    private final UnaryOperator<String> text;

    /** @param text looks a key up in the language of the window */
    public DiagramWords(UnaryOperator<String> text) {
        this.text = text;
    }

    String highway(boolean backward) {
        return text.apply(backward ? "diagram.highway.back" : "diagram.highway");
    }

    String part(DiagramPart part) {
        return text.apply("diagram.part." + part.word());
    }

    /** What the gradient of a part is called. */
    String slope(DiagramPart part) {
        return StackWords.fill(text.apply("diagram.back.part"), part(part));
    }

    /** What the plain RNN has not. */
    String noGate() {
        return text.apply("diagram.no-gate");
    }

    /** A sentence on what a micro-step does under a convention. */
    public String sentence(CellType cell, int microStep, Convention convention, boolean backward) {
        if (backward) {
            boolean product = cell == CellType.GRU && microStep == 4;
            String position = product ? "." + convention.reset().id() : "";
            return text.apply("diagram." + cell.id() + ".back.step." + microStep + position);
        }
        String variant = cell == CellType.GRU ? variant(microStep, convention) : "";
        return text.apply("diagram." + cell.id() + ".step." + microStep + variant);
    }

    /** What is in a column of the diagram, for a wide bar; empty where the symbol says it all. */
    String column(CellType cell, int microStep, boolean backward) {
        if (cell == CellType.GRU && microStep == (backward ? 4 : 3)) {
            return "";
        }
        return text.apply("diagram." + cell.id() + (backward ? ".back.name." : ".name.") + microStep);
    }

    private static String variant(int microStep, Convention convention) {
        return switch (microStep) {
            case 3 -> convention.reset() == ResetPosition.BEFORE ? ".before" : ".after";
            case 6 -> convention.update() == UpdateMeaning.KEEP ? ".keep" : ".admit";
            default -> "";
        };
    }

    /** For a screen reader: micro-step, sentence, unit, time. */
    String spoken(int microStep, DiagramMoment moment) {
        return StackWords.fill(
                text.apply("diagram.spoken"),
                microStep,
                sentence(moment.cell(), microStep, moment.convention(), moment.isBackward()),
                moment.unit() + 1,
                moment.t() + 1,
                moment.label(),
                MicroSteps.count(moment.cell()));
    }

    String nothing() {
        return text.apply("diagram.spoken.empty");
    }

    String back() {
        return text.apply("diagram.back");
    }

    String play() {
        return text.apply("diagram.play");
    }

    String pause() {
        return text.apply("diagram.pause");
    }

    String forward() {
        return text.apply("diagram.forward");
    }
}

package grulab.control;

import java.util.function.UnaryOperator;

/** What a time stack says; patterns have {0}, {1} … for what changes. The names of the keys are those of the bundles. */
public record StackWords(
        String title,
        String titleWords,
        String passage,
        String passageShort,
        String rows,
        String window,
        String orderIndex,
        String orderSlow,
        String orderVarying,
        String orderHalfLife,
        String orderSaturation,
        String orderSimilarity,
        String gates,
        String states,
        String time,
        String text,
        String update,
        String reset,
        String candidate,
        String input,
        String forget,
        String cellCandidate,
        String output,
        String cell,
        String candidateShort,
        String cellShort,
        String state,
        String gradient,
        String keepOld,
        String takeNew,
        String usePast,
        String show,
        String beyond,
        String keepOldShort,
        String takeNewShort,
        String usePastShort,
        String showShort,
        String beyondShort,
        String beyondLegend,
        String card,
        String cardHint,
        String copy,
        String logarithmic,
        String spokenText,
        String spokenMap,
        String spokenGradient,
        String spokenGradientChoice,
        String spokenChange,
        String spokenEmpty) {

    /** Looks every pattern up. */
    public static StackWords of(UnaryOperator<String> text) {
        return new StackWords(
                text.apply("stack.title"),
                text.apply("stack.title.words"),
                text.apply("stack.passage"),
                text.apply("stack.passage.short"),
                text.apply("stack.rows"),
                text.apply("stack.window"),
                text.apply("stack.order.index"),
                text.apply("stack.order.slow"),
                text.apply("stack.order.varying"),
                text.apply("stack.order.half-life"),
                text.apply("stack.order.saturation"),
                text.apply("stack.order.similarity"),
                text.apply("stack.gates"),
                text.apply("stack.states"),
                text.apply("stack.time"),
                text.apply("stack.text"),
                text.apply("stack.update"),
                text.apply("stack.reset"),
                text.apply("stack.candidate"),
                text.apply("stack.input"),
                text.apply("stack.forget"),
                text.apply("stack.cell-candidate"),
                text.apply("stack.output"),
                text.apply("stack.cell"),
                text.apply("stack.candidate.short"),
                text.apply("stack.cell.short"),
                text.apply("stack.state"),
                text.apply("stack.gradient"),
                text.apply("stack.keep-old"),
                text.apply("stack.take-new"),
                text.apply("stack.use-past"),
                text.apply("stack.show"),
                text.apply("stack.beyond"),
                text.apply("stack.keep-old.short"),
                text.apply("stack.take-new.short"),
                text.apply("stack.use-past.short"),
                text.apply("stack.show.short"),
                text.apply("stack.beyond.short"),
                text.apply("stack.beyond.legend"),
                text.apply("stack.card"),
                text.apply("stack.card.hint"),
                text.apply("stack.copy"),
                text.apply("stack.logarithmic"),
                text.apply("stack.spoken.text"),
                text.apply("stack.spoken.map"),
                text.apply("stack.spoken.gradient"),
                text.apply("stack.spoken.gradient.choice"),
                text.apply("stack.spoken.change"),
                text.apply("stack.spoken.empty"));
    }

    /** A pattern with its gaps filled. */
    static String fill(String pattern, Object... values) {
        String text = pattern;
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    String sorting(UnitSorting sorting) {
        return switch (sorting) {
            case INDEX -> orderIndex;
            case SLOW_TO_FAST -> orderSlow;
            case MOST_VARYING -> orderVarying;
            case HALF_LIFE -> orderHalfLife;
            case SATURATION -> orderSaturation;
            case SIMILARITY -> orderSimilarity;
        };
    }
}

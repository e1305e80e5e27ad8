package grulab.interop.code;

/** How a language writes formulas over arrays that hold one sample a row. */
interface Syntax {
    String written(Formula formula);

    /** The same from its text. */
    default String written(String formula) {
        return written(Formula.of(formula));
    }

    /** What a number is called in programs: "n" for h̃, "h_next" for h′. */
    static String variable(String name) {
        return switch (name) {
            case "h̃" -> "n";
            case "h′" -> "h_next";
            case "c′" -> "c_next";
            default -> name;
        };
    }
}

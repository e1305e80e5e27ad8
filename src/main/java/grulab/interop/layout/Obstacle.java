package grulab.interop.layout;

import grulab.interop.file.BadModel;
import grulab.model.CellType;
import grulab.model.FrameworkRow;

/**
 * Why no weights of a framework are the function that is wanted.
 *
 * @param row the framework
 * @param where the number that is in the way, as b_hn[3]; the sizes, or the cell, that do not fit
 * @param value of that number, 0 if it is none
 */
public record Obstacle(Kind kind, FrameworkRow row, String where, double value) {
    /** What is in the way. */
    public enum Kind {
        /** It stores another cell. */
        CELL,
        /** Input and state must have the same size. */
        SIZES,
        /** Reset before and after are different functions for these weights. */
        RESET,
        /** A gate has no bias in it. */
        NO_BIAS,
        /** Its only bias of the candidate stands outside the product with r, and there is one inside. */
        BIAS_OUTSIDE,
        /** The other way round. */
        BIAS_INSIDE
    }

    /** The number as short as tells it from every other of its precision. */
    public String shownValue() {
        float rounded = (float) value;
        return rounded == value ? Float.toString(rounded) : Double.toString(value);
    }

    /** The parameter that the number is of, as b_hn. */
    public String parameter() {
        int bracket = where.indexOf('[');
        return bracket < 0 ? where : where.substring(0, bracket);
    }

    BadModel refusal() {
        String name = row.name();
        return switch (kind) {
            case CELL ->
                BadModel.of(
                        "%s stores %s, but the weights are of %s; choose a layout for that",
                        name,
                        row.cell() == CellType.GRU
                                ? "a GRU"
                                : "an " + row.cell().title(),
                        where);
            case SIZES ->
                BadModel.of(
                        "%s has input and state of the same size, but the weights have %s; choose another framework",
                        name, where);
            case RESET -> reset();
            case NO_BIAS -> inTheWay("no bias for " + parameter().substring(3));
            case BIAS_OUTSIDE -> inTheWay("one bias for n, outside the product with r");
            case BIAS_INSIDE -> inTheWay("one bias for n, inside the product with r");
        };
    }

    private BadModel inTheWay(String reason) {
        return BadModel.of(
                "%s has %s, but %s is %s; only weights whose %s is 0 in every unit can be stored so",
                row.name(), reason, where, shownValue(), parameter());
    }

    private BadModel reset() {
        String has = row.convention().reset().id();
        String wanted = has.equals("after") ? "before" : "after";
        return BadModel.of(
                "reset %s cannot become reset %s, which %s has: they are equal for every input only if U_n is diagonal and"
                        + " c_n is 0, but %s is %s; choose a framework with reset %s, or train again",
                wanted, has, row.name(), where, shownValue(), wanted);
    }
}

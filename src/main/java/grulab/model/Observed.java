package grulab.model;

/**
 * Numbers that somebody got, and how finely they were written.
 *
 * @param array the numbers
 * @param decimals the most digits behind the point that any of them was written with
 * @param digits the most significant digits that any of them was written with
 */
public record Observed(Array array, int decimals, int digits) {

    /** As many digits as a float64 may have: nothing is known of how the numbers were written. */
    public static Observed exact(Array array) {
        return new Observed(array, 340, 17);
    }

    /** Half a unit of the last digit of number {@code i}, whether all were written to so many decimals or to so many digits. */
    public double rounding(int i) {
        double value = Math.abs(array.values()[i]);
        double byDecimals = 0.5 * Math.pow(10, -decimals);
        double byDigits = value == 0 ? 0 : 0.5 * Math.pow(10, Math.floor(Math.log10(value)) - digits + 1);
        return Math.max(byDecimals, byDigits);
    }
}

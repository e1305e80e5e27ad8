package grulab.interop;

import grulab.model.Array;
import grulab.model.Observed;

/** How finely numbers were written, by their text: zeros at the end count, as whoever printed them knew. */
final class WrittenDigits {
    private int decimals;
    private int digits;

    /** Takes in a number such as 0.4321, −12 or 1.5e-3. */
    void add(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        String mantissa = exponent < 0 ? number : number.substring(0, exponent);
        int shift = exponent < 0 ? 0 : exponent(number.substring(exponent + 1));
        int point = mantissa.indexOf('.');
        int behind = point < 0 ? 0 : mantissa.length() - point - 1;
        decimals = Math.max(decimals, behind - shift);
        digits = Math.max(digits, significant(mantissa));
    }

    Observed of(Array array) {
        return new Observed(array, decimals, digits);
    }

    /** A number that is written with an exponent of more digits is zero or was refused as too large. */
    private static int exponent(String text) {
        return text.length() > 5 ? 0 : Integer.parseInt(text);
    }

    private static int significant(String mantissa) {
        int count = 0;
        for (int i = 0; i < mantissa.length(); i++) {
            char c = mantissa.charAt(i);
            if (c >= '1' && c <= '9' || c == '0' && count > 0) {
                count++;
            }
        }
        return count;
    }
}

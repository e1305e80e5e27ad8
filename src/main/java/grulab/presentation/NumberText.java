package grulab.presentation;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people type them into a field, and as a field shows them. */
public final class NumberText {
    private static final char THIN_SPACE = '\u2009';
    private static final char MINUS = '\u2212';
    private static final Pattern SPACES = Pattern.compile("[ \\u00a0\\u2009\\u202f_]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private NumberText() {}

    /** The number, if the text is one: spaces may group digits, the decimal sign is a point. */
    public static OptionalDouble parse(String text) {
        String plain = SPACES.matcher(text.strip()).replaceAll("").replace(MINUS, '-');
        return NUMBER.matcher(plain).matches() ? OptionalDouble.of(Double.parseDouble(plain)) : OptionalDouble.empty();
    }

    /** The shortest text of the number, thousands set apart by thin spaces. */
    public static String show(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value != 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e17)) {
            return trimmed(Double.toString(value)).replace('E', 'e').replace('-', MINUS);
        }
        String plain = trimmed(new BigDecimal(Double.toString(value)).toPlainString());
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            int rest = whole.length() - i;
            if (i > 0 && rest % 3 == 0 && whole.charAt(i - 1) != '-') {
                grouped.append(THIN_SPACE);
            }
            grouped.append(whole.charAt(i));
        }
        return (grouped + (point < 0 ? "" : plain.substring(point))).replace('-', MINUS);
    }

    private static String trimmed(String number) {
        return number.contains("E")
                ? number.replaceFirst("\\.0E", "E")
                : number.contains(".") ? number.replaceFirst("\\.?0+$", "") : number;
    }
}

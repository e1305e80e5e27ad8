package grulab.interop.advice;

import java.util.List;
import java.util.Locale;

/**
 * One sentence, or a part of one, before it has a language.
 *
 * @param key of it in the bundles {@code grulab.view.diagnosis} of every language
 * @param arguments what stands in its places {0}, {1} …; one that is itself said is put into words first
 */
public record Said(String key, List<Object> arguments) {
    private static final char MINUS = '\u2212';

    public Said {
        arguments = List.copyOf(arguments);
    }

    static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments));
    }

    /** Several in a row. */
    static Said list(List<Said> parts) {
        return parts.stream()
                .reduce((all, part) -> of("diagnosis.list", all, part))
                .orElse(of("diagnosis.as-given"));
    }

    /** Such as 3.1e−8. */
    static String error(double error) {
        return String.format(Locale.ROOT, "%.1e", error)
                .replaceFirst("e([+-])0", "e$1")
                .replace("e+0", "")
                .replace('-', MINUS);
    }

    /** A constant as it was probably meant: 1, 0.5, −2. */
    static String constant(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value)
                .replaceFirst("0+$", "")
                .replaceFirst("\\.$", "");
        return text.replace('-', MINUS);
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', MINUS);
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package grulab.cli;

import grulab.model.Setting;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What options were given, read so that a wrong one is answered with what would be right. */
final class Given {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final int SHOWN = 60;

    private Given() {}

    /** A setting of an experiment, within what it may be. */
    static double setting(String option, String text, Setting setting) {
        return setting.whole()
                ? whole(option, text, (long) setting.smallest(), (long) setting.largest())
                : number(option, text, setting.smallest(), setting.largest());
    }

    static long whole(String option, String text, long smallest, long largest) {
        BigDecimal value = NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
        if (value == null
                || value.stripTrailingZeros().scale() > 0
                || value.compareTo(BigDecimal.valueOf(smallest)) < 0
                || value.compareTo(BigDecimal.valueOf(largest)) > 0) {
            throw new BadRequest("%s must be a whole number from %d to %d, not '%s'"
                    .formatted(option, smallest, largest, shown(text)));
        }
        return value.longValueExact();
    }

    static double number(String option, String text, double smallest, double largest) {
        double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!(value >= smallest && value <= largest)) {
            throw new BadRequest("%s must be a number from %s to %s, not '%s'"
                    .formatted(option, plain(smallest), plain(largest), shown(text)));
        }
        return value;
    }

    /** The constant whose name in lower case was given. */
    static <E extends Enum<E>> E choice(String option, String text, E[] choices) {
        return Arrays.stream(choices)
                .filter(c -> id(c).equals(text))
                .findFirst()
                .orElseThrow(() -> new BadRequest("%s must be %s, not '%s'"
                        .formatted(
                                option, or(Arrays.stream(choices).map(Given::id).toList()), shown(text))));
    }

    static String choice(String option, String text, List<String> choices) {
        if (!choices.contains(text)) {
            throw new BadRequest("%s must be %s, not '%s'".formatted(option, or(choices), shown(text)));
        }
        return text;
    }

    static Path path(String option, String text) {
        if (text.isBlank()) {
            throw new BadRequest(option + " is empty; give the name of a file");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadRequest("%s '%s' is not a path on this machine".formatted(option, shown(text)));
        }
    }

    /** Text of a user made short and safe for one line. */
    static String shown(String text) {
        String start =
                text.codePoints().limit(SHOWN).mapToObj(Character::toString).collect(Collectors.joining());
        return line(start) + (text.codePointCount(0, text.length()) > SHOWN ? "…" : "");
    }

    /** Text on one line. */
    static String line(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isISOControl(c) ? " " : Character.toString(c))
                .collect(Collectors.joining());
    }

    /** Formatted alike on every machine, whatever its language. */
    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String or(List<String> choices) {
        return String.join(" or ", choices);
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}

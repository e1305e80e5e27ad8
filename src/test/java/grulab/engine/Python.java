package grulab.engine;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out a line of NumPy by the pocket calculator. */
final class Python {
    private static final Pattern DOT = Pattern.compile("np\\.dot\\(\\[([^]]*)], \\[([^]]*)]\\)");
    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+(E-?\\d+)?");

    private Python() {}

    /** @param line name = expression */
    static double value(String line) {
        String expression = line.substring(line.indexOf(" = ") + 3);
        String plain = NUMBER.matcher(DOT.matcher(expression).replaceAll(Python::products))
                .replaceAll(number -> new BigDecimal(number.group()).toPlainString());
        return PocketCalculator.workOut(plain.replace("np.tanh", "tanh")
                .replace("np.exp", "e^")
                .replace("np.log", "ln")
                .replace("np.sqrt", "√")
                .replace("**2", "²")
                .replace('*', '·')
                .replace('-', '−'));
    }

    private static String products(java.util.regex.MatchResult dot) {
        String[] left = dot.group(1).split(", ");
        String[] right = dot.group(2).split(", ");
        StringBuilder sum = new StringBuilder("(0.0");
        for (int i = 0; i < left.length; i++) {
            sum.append(" + (").append(left[i]).append(")*(").append(right[i]).append(')');
        }
        return Matcher.quoteReplacement(sum.append(')').toString());
    }
}

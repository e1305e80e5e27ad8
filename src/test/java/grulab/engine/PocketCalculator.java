package grulab.engine;

/** Works out a printed line: digits, + − · / ², brackets, σ, tanh, e^, ln, √, and nothing else. */
final class PocketCalculator {
    private final String line;
    private int at;

    private PocketCalculator(String line) {
        this.line = line.replace(" ", "");
    }

    static double workOut(String line) {
        PocketCalculator calculator = new PocketCalculator(line);
        double value = calculator.sum();
        if (calculator.at != calculator.line.length()) {
            throw new IllegalArgumentException("what is this at " + calculator.at + " of " + line);
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (sees("+") || sees("−")) {
            boolean plus = sees("+");
            at++;
            value += plus ? product() : -product();
        }
        return value;
    }

    private double product() {
        double value = power();
        while (sees("·") || sees("/")) {
            boolean times = sees("·");
            at++;
            value = times ? value * power() : value / power();
        }
        return value;
    }

    private double power() {
        double value = atom();
        return take("²") ? value * value : value;
    }

    private double atom() {
        if (take("−")) {
            return -power();
        }
        if (take("σ")) {
            return 1 / (1 + Math.exp(-atom()));
        }
        if (take("tanh")) {
            return Math.tanh(atom());
        }
        if (take("e^")) {
            return Math.exp(atom());
        }
        if (take("ln")) {
            return Math.log(atom());
        }
        if (take("√")) {
            return Math.sqrt(atom());
        }
        if (take("(")) {
            double value = sum();
            if (!take(")")) {
                throw new IllegalArgumentException("a bracket is open in " + line);
            }
            return value;
        }
        int from = at;
        while (at < line.length() && (Character.isDigit(line.charAt(at)) || line.charAt(at) == '.')) {
            at++;
        }
        return Double.parseDouble(line.substring(from, at));
    }

    private boolean sees(String token) {
        return line.startsWith(token, at);
    }

    private boolean take(String token) {
        boolean there = sees(token);
        at += there ? token.length() : 0;
        return there;
    }
}

package grulab.engine.explain;

import grulab.engine.reference.Formulas;

/** A calculator's key for a function, written before a bracket. */
enum Key implements Squash {
    SIGMOID("σ"),
    TANH("tanh"),
    EXP("e^"),
    LN("ln"),
    ROOT("√");

    final String sign;

    Key(String sign) {
        this.sign = sign;
    }

    @Override
    public String sign() {
        return sign;
    }

    @Override
    public double of(double v) {
        return switch (this) {
            case SIGMOID -> Formulas.sigmoid(v);
            case TANH -> Math.tanh(v);
            case EXP -> Math.exp(v);
            case LN -> Math.log(v);
            case ROOT -> Math.sqrt(v);
        };
    }
}

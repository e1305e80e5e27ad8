package grulab.control;

import grulab.model.CellType;
import java.util.List;

/** The cells that have only one form, in symbol colours, for a header: b is the sum of both biases of a gate. */
public final class CellFormulas {
    private static final FormulaText TEXT = FormulaText.EMPTY;
    private static final String DOT = "\\mathord{\\odot}";

    private CellFormulas() {}

    /** How the new state comes about; none for a GRU, whose form is chosen. */
    public static List<FormulaText> states(CellType cell) {
        return switch (cell) {
            case GRU -> List.of();
            case LSTM ->
                List.of(TEXT.ink("c'=f" + DOT + "c+i" + DOT + "g"), TEXT.h("h'").ink("=o" + DOT + "\\tanh c'"));
            case RNN ->
                List.of(TEXT.h("h'").ink("=\\tanh(\\,Wx+U").h("h").ink("+").ink("b\\,)"));
        };
    }

    /** How its gates come about; none where there is no gate. */
    public static List<FormulaText> gates(CellType cell) {
        return cell != CellType.LSTM
                ? List.of()
                : List.of(
                        TEXT.ink("i,f,o=\\sigma(\\,Wx+U").h("h").ink("+").ink("b\\,)"),
                        TEXT.ink("g=\\tanh(\\,Wx+U").h("h").ink("+").ink("b\\,)"));
    }
}

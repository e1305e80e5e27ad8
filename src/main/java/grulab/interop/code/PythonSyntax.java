package grulab.interop.code;

import grulab.interop.code.Formula.Applied;
import grulab.interop.code.Formula.Name;
import grulab.interop.code.Formula.Product;
import grulab.interop.code.Formula.Sum;
import grulab.interop.code.Formula.Times;
import java.util.stream.Collectors;

/**
 * Python with the operators of NumPy.
 *
 * @param sigmoid what σ is called
 * @param tanh what tanh is called
 * @param turned whether matrices are stored [out × in], so that rows are multiplied by their transposes
 */
record PythonSyntax(String sigmoid, String tanh, boolean turned) implements Syntax {
    @Override
    public String written(Formula formula) {
        if (formula instanceof Name name) {
            return Syntax.variable(name.text());
        }
        if (formula instanceof Applied applied) {
            return applied.called(sigmoid, tanh) + "(" + written(applied.to()) + ")";
        }
        if (formula instanceof Times times) {
            return bracketed(times.vector()) + " @ " + times.matrix() + (turned ? ".T" : "");
        }
        if (formula instanceof Product product) {
            return product.factors().stream().map(this::bracketed).collect(Collectors.joining(" * "));
        }
        return sum((Sum) formula);
    }

    private String sum(Sum sum) {
        StringBuilder all = new StringBuilder();
        for (int k = 0; k < sum.parts().size(); k++) {
            boolean taken = sum.taken().get(k);
            Formula part = sum.parts().get(k);
            all.append(k == 0 ? (taken ? "-" : "") : taken ? " - " : " + ");
            all.append(part instanceof Sum ? bracketed(part) : written(part));
        }
        return all.toString();
    }

    /** As a factor: @ and * bind alike, so each needs brackets inside the other. */
    private String bracketed(Formula formula) {
        boolean bare = formula instanceof Name || formula instanceof Applied;
        return bare ? written(formula) : "(" + written(formula) + ")";
    }
}

package grulab.interop.code;

import grulab.interop.code.Formula.Applied;
import grulab.interop.code.Formula.Name;
import grulab.interop.code.Formula.Product;
import grulab.interop.code.Formula.Sum;
import grulab.interop.code.Formula.Times;
import java.util.List;

/**
 * Java with the methods of ND4J's INDArray.
 *
 * @param turned whether matrices are stored [out × in], so that rows are multiplied by their transposes
 */
record JavaSyntax(boolean turned) implements Syntax {
    private static final String ONE = "1";

    @Override
    public String written(Formula formula) {
        if (formula instanceof Name name) {
            return Syntax.variable(name.text());
        }
        if (formula instanceof Applied applied) {
            return applied.called("sigmoid", "tanh") + "(" + written(applied.to()) + ")";
        }
        if (formula instanceof Times times) {
            return written(times.vector()) + ".mmul(" + times.matrix() + (turned ? ".transpose())" : ")");
        }
        if (formula instanceof Product product) {
            List<Formula> factors = product.factors();
            StringBuilder all = new StringBuilder(written(factors.get(0)));
            factors.stream()
                    .skip(1)
                    .forEach(factor ->
                            all.append(".mul(").append(written(factor)).append(')'));
            return all.toString();
        }
        return sum((Sum) formula);
    }

    private String sum(Sum sum) {
        StringBuilder all = new StringBuilder();
        int from = 1;
        if (isOne(sum.parts().get(0)) && !sum.taken().get(0) && sum.taken().get(1)) {
            all.append(written(sum.parts().get(1))).append(".rsub(1)"); // 1 − a
            from = 2;
        } else {
            all.append(written(sum.parts().get(0))).append(sum.taken().get(0) ? ".neg()" : "");
        }
        for (int k = from; k < sum.parts().size(); k++) {
            String method = sum.taken().get(k) ? ".sub(" : ".add(";
            all.append(method).append(written(sum.parts().get(k))).append(')');
        }
        return all.toString();
    }

    private static boolean isOne(Formula formula) {
        return formula instanceof Name name && name.text().equals(ONE);
    }
}

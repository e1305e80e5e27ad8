package grulab.interop.code;

import grulab.engine.explain.DefinedFunction;
import java.util.List;

/** A formula as a tree, so that it can be written in a programming language. */
sealed interface Formula {
    /** @param text as docs/conventions.md writes formulas: "tanh(W_n x + b_n + r ⊙ (U_n h + c_n))" */
    static Formula of(String text) {
        return new FormulaParser(text).all();
    }

    /** A number or a vector with a name: "h̃", "b_r", "1". */
    record Name(String text) implements Formula {}

    /** a + b − c. @param taken whether each part but the first is taken away; of the first, whether it is negative */
    record Sum(List<Formula> parts, List<Boolean> taken) implements Formula {
        public Sum {
            parts = List.copyOf(parts);
            taken = List.copyOf(taken);
        }
    }

    /** a ⊙ b ⊙ c */
    record Product(List<Formula> factors) implements Formula {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /** A matrix times a vector: "U_n (r ⊙ h)". */
    record Times(String matrix, Formula vector) implements Formula {}

    /** σ(a), tanh(a), hσ[0.2](a) … @param sign of the function: σ, tanh, or a {@link DefinedFunction}'s */
    record Applied(String sign, Formula to) implements Formula {
        /** What the function is called in a program. */
        String called(String sigmoid, String tanh) {
            return switch (sign) {
                case "σ" -> sigmoid;
                case "tanh" -> tanh;
                default ->
                    DefinedFunction.named(sign)
                            .orElseThrow(() -> new IllegalArgumentException("no function " + sign))
                            .identifier();
            };
        }
    }
}

package grulab.interop.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A formula becomes code")
class FormulaTest {
    private final Syntax python = new PythonSyntax("torch.sigmoid", "torch.tanh", true);
    private final Syntax java = new JavaSyntax(true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    σ(W_r x + U_r h + b_r + c_r)             | torch.sigmoid(x @ W_r.T + h @ U_r.T + b_r + c_r)
                    tanh(W_n x + b_n + r ⊙ (U_n h + c_n))    | torch.tanh(x @ W_n.T + b_n + r * (h @ U_n.T + c_n))
                    tanh(W_n x + b_n + r ⊙ (U_n h))          | torch.tanh(x @ W_n.T + b_n + r * (h @ U_n.T))
                    tanh(W_n x + U_n (r ⊙ h) + b_n + c_n)    | torch.tanh(x @ W_n.T + (r * h) @ U_n.T + b_n + c_n)
                    (1 − z) ⊙ h + z ⊙ h̃                      | (1 - z) * h + z * n
                    −z ⊙ h − (a − b)                         | -z * h - (a - b)
                    f ⊙ c + i ⊙ g                            | f * c + i * g
                    o ⊙ tanh(c′)                             | o * torch.tanh(c_next)
                    tanh(W x + U h + b + c)                  | torch.tanh(x @ W.T + h @ U.T + b + c)
                    """)
    @DisplayName("of Python")
    void python(String formula, String code) {
        assertThat(python.written(formula)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    σ(W_r x + U_r h + b_r)                  | sigmoid(x.mmul(W_r.transpose()).add(h.mmul(U_r.transpose())).add(b_r))
                    tanh(W_n x + r ⊙ (U_n h + c_n))         | tanh(x.mmul(W_n.transpose()).add(r.mul(h.mmul(U_n.transpose()).add(c_n))))
                    tanh(U_n (r ⊙ h))                       | tanh(r.mul(h).mmul(U_n.transpose()))
                    (1 − z) ⊙ h + z ⊙ h̃                     | z.rsub(1).mul(h).add(z.mul(n))
                    z ⊙ h − (a − b)                         | z.mul(h).sub(a.sub(b))
                    o ⊙ tanh(c′)                            | o.mul(tanh(c_next))
                    """)
    @DisplayName("of Java")
    void java(String formula, String code) {
        assertThat(java.written(formula)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "z ⊙", "σ(z", "z) + h", "z * h", "z ⊙ ⊙ h", "1 / z"})
    @DisplayName("or is refused where it is written in another way")
    void unreadable(String formula) {
        assertThatThrownBy(() -> Formula.of(formula)).isInstanceOf(IllegalArgumentException.class);
    }
}

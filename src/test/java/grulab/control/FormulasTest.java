package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormulasTest {
    private static final String R = "=σ(W_rx+U_rh+b_r+c_r)";
    private static final String Z = "=σ(W_zx+U_zh+b_z+c_z)";

    @Test
    void eachConventionHasItsOwnLines() {
        for (Convention c : Convention.ALL) {
            assertThat(plain(LineFormulas.body(FormulaKind.R, c))).isEqualTo(R);
            assertThat(plain(LineFormulas.body(FormulaKind.Z, c))).isEqualTo(Z);
            assertThat(plain(LineFormulas.body(FormulaKind.CANDIDATE, c)))
                    .isEqualTo(
                            c.reset() == ResetPosition.BEFORE
                                    ? "=tanh(W_nx+b_n+U_n(r⊙h)+c_n)"
                                    : "=tanh(W_nx+b_n+r⊙(U_nh+c_n))");
            assertThat(plain(LineFormulas.body(FormulaKind.H, c)))
                    .isEqualTo(c.update() == UpdateMeaning.KEEP ? "=z⊙h+(1-z)⊙h̃" : "=(1-z)⊙h+z⊙h̃");
        }
    }

    @Test
    void headsCarryTheUnitsNumber() {
        assertThat(plain(LineFormulas.head(FormulaKind.CANDIDATE, 14))).isEqualTo("h̃_{14}");
        assertThat(plain(LineFormulas.head(FormulaKind.H, 14))).isEqualTo("h_{14}'");
    }

    @Test
    void linesOfAnLstm() {
        assertThat(lines(CellType.LSTM))
                .containsExactly(
                        "f_{14}=σ(W_fx+U_fh+b_f+c_f)",
                        "i_{14}=σ(W_ix+U_ih+b_i+c_i)",
                        "g_{14}=tanh(W_gx+U_gh+b_g+c_g)",
                        "c_{14}'=f⊙c+i⊙g",
                        "o_{14}=σ(W_ox+U_oh+b_o+c_o)",
                        "h_{14}'=o⊙tanh(c')");
        assertThat(plain(Formulas.cell())).isEqualTo("c'=f⊙c+i⊙g");
        assertThat(plain(Formulas.shown())).isEqualTo("h'=o⊙tanh(c')");
    }

    @Test
    void theLineOfAnRnn() {
        assertThat(lines(CellType.RNN)).containsExactly("h_{14}'=tanh(Wx+Uh+b+c)");
        assertThat(plain(Formulas.plain())).isEqualTo("h'=tanh(Wx+Uh+b+c)");
    }

    @Test
    void everyMicroStepLeadsToTheNextLine() {
        for (CellType cell : CellType.values()) {
            List<FormulaKind> kinds = FormulaKind.of(cell);
            for (int step = 1; step <= MicroSteps.count(cell); step++) {
                FormulaKind kind = FormulaKind.at(cell, step);
                assertThat(kind.microStep).isGreaterThanOrEqualTo(step);
                int before = kinds.indexOf(kind) - 1;
                assertThat(before < 0 ? 0 : kinds.get(before).microStep).isLessThan(step);
            }
            assertThat(kinds.get(kinds.size() - 1).microStep).isEqualTo(MicroSteps.count(cell));
        }
    }

    private static List<String> lines(CellType cell) {
        return FormulaKind.of(cell).stream()
                .map(k -> plain(LineFormulas.head(k, 14)) + plain(LineFormulas.body(k, Convention.PYTORCH)))
                .toList();
    }

    @Test
    void segmentsOfTheConventionBar() {
        assertThat(plain(Formulas.update(UpdateMeaning.KEEP))).isEqualTo("h'=z⊙h+(1-z)⊙h̃");
        assertThat(plain(Formulas.update(UpdateMeaning.ADMIT))).isEqualTo("h'=(1-z)⊙h+z⊙h̃");
        assertThat(plain(Formulas.reset(ResetPosition.BEFORE))).isEqualTo("U(r⊙h)");
        assertThat(plain(Formulas.reset(ResetPosition.AFTER))).isEqualTo("r⊙(Uh+c)");
    }

    @Test
    void symbolsHaveTheirColourEverywhere() {
        for (Convention c : Convention.ALL) {
            for (FormulaKind kind : FormulaKind.values()) {
                for (FormulaText.Term term : LineFormulas.body(kind, c).terms()) {
                    Ink expected = switch (term.tex()) {
                        case "z" -> Ink.Z;
                        case "r" -> Ink.R;
                        case "h" -> Ink.H;
                        case "\\tilde{h}" -> Ink.CANDIDATE;
                        default -> Ink.INK;
                    };
                    assertThat(term.ink()).as(term.tex()).isEqualTo(expected);
                }
            }
        }
    }

    /** The TeX without spacing, as one reads it. */
    private static String plain(FormulaText text) {
        return text.terms().stream()
                .map(FormulaText.Term::tex)
                .collect(Collectors.joining())
                .replaceAll("\\\\mathord\\{([^}]*)}", "$1")
                .replaceAll("\\\\[,;]", "")
                .replace("{-}", "-")
                .replace("\\odot", "⊙")
                .replace("\\tilde{h}", "h̃")
                .replace("\\sigma", "σ")
                .replace("\\tanh", "tanh");
    }
}

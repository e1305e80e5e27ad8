package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormulasTest {
    private static final String R = "=σ(W_rx+U_rh+b_r+c_r)";
    private static final String Z = "=σ(W_zx+U_zh+b_z+c_z)";

    @Test
    void eachConventionHasItsOwnLines() {
        for (Convention c : Convention.ALL) {
            assertThat(plain(Formulas.lineBody(FormulaKind.R, c))).isEqualTo(R);
            assertThat(plain(Formulas.lineBody(FormulaKind.Z, c))).isEqualTo(Z);
            assertThat(plain(Formulas.lineBody(FormulaKind.CANDIDATE, c)))
                    .isEqualTo(
                            c.reset() == ResetPosition.BEFORE
                                    ? "=tanh(W_nx+b_n+U_n(r⊙h)+c_n)"
                                    : "=tanh(W_nx+b_n+r⊙(U_nh+c_n))");
            assertThat(plain(Formulas.lineBody(FormulaKind.H, c)))
                    .isEqualTo(c.update() == UpdateMeaning.KEEP ? "=z⊙h+(1-z)⊙h̃" : "=(1-z)⊙h+z⊙h̃");
        }
    }

    @Test
    void headsCarryTheUnitsNumber() {
        assertThat(plain(Formulas.lineHead(FormulaKind.CANDIDATE, 14))).isEqualTo("h̃_{14}");
        assertThat(plain(Formulas.lineHead(FormulaKind.H, 14))).isEqualTo("h_{14}'");
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
                for (FormulaText.Term term : Formulas.lineBody(kind, c).terms()) {
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

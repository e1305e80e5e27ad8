package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.control.PlainFormula.Piece;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlainFormulaTest {
    /** What each mark of the typeset formula is in the plain one. */
    private static final String[][] MARKS = {
        {"\\mathord{\\odot}", "⊙"},
        {"\\mathord{\\cdot}", "·"},
        {"\\mathord{-}", "−"},
        {"-", "−"},
        {"\\tilde{h}", "h̃"},
        {"\\sigma", "σ"},
        {"\\tanh", "tanh"},
        {"\\ln", "ln"},
        {"\\max", "max"},
        {"\\exp", "e^"},
        {"e{}^{y}", "e^y"},
        {"\\Sigma", "Σ"},
        {"\\surd ", "√"},
        {"\\Vert ", "‖"},
        {"\\partial ", "d"},
        {"^{\\top }", "ᵀ"},
        {"^{+}", "⁺"},
        {"^{2}", "²"},
        {"^2", "²"},
        {"'", "′"},
        {"\\,", ""},
        {"\\;", ""},
    };

    @Test
    void aGateIsCutIntoCurveWeightsAndLetters() {
        PlainFormula formula = PlainFormula.of("σ(W_r x + U_r h + b_r + c_r)");
        assertThat(formula.pieces().stream().map(p -> p.ink() + " " + p.tex()))
                .containsExactly(
                        "INK \\sigma",
                        "INK (\\,",
                        "INK W_{r}",
                        "X x",
                        "INK +",
                        "INK U_{r}",
                        "H h",
                        "INK +",
                        "INK b_{r}",
                        "INK +",
                        "INK c_{r}",
                        "INK \\,)");
    }

    @Test
    void lettersHaveTheirColours() {
        assertThat(inks("U_n (r ⊙ h)")).containsExactly(Ink.INK, Ink.INK, Ink.R, Ink.INK, Ink.H, Ink.INK);
        assertThat(inks("z ⊙ h̃")).containsExactly(Ink.Z, Ink.INK, Ink.CANDIDATE);
        assertThat(inks("dz ⊙ dh̃ ⊙ dh′ ⊙ dr ⊙ da_z"))
                .containsExactly(Ink.Z, Ink.INK, Ink.CANDIDATE, Ink.INK, Ink.H, Ink.INK, Ink.R, Ink.INK, Ink.INK);
        assertThat(inks("o ⊙ tanh(c′)")).containsOnly(Ink.INK);
    }

    @Test
    void aNameIsFoundAsAWholeOnly() {
        PlainFormula formula = PlainFormula.of("(1 − z) ⊙ h̃ + z ⊙ h");
        assertThat(formula.find("h", 0)).isEqualTo(formula.plain().lastIndexOf('h'));
        assertThat(formula.pieces("1 − z", 1)).containsExactly(1, 2, 3);
        assertThat(formula.find("1 − z", 0)).isEqualTo(1);
        assertThat(PlainFormula.of("W_r x + b_r").find("b", 0)).isEqualTo(-1);
        assertThat(PlainFormula.of("W_r x + b_r").find("r", 0)).isEqualTo(-1);
    }

    @Test
    void everyFormulaOfEveryCellIsTypesetAsItIsWritten() {
        List<String> formulas = formulas().distinct().toList();
        assertThat(formulas).hasSizeGreaterThan(50);
        for (String plain : formulas) {
            PlainFormula formula = PlainFormula.of(plain);
            assertThat(unmarked(formula))
                    .as(plain)
                    .isEqualTo(plain.replace(" ", "").replace("dn", "dh̃"));
            assertThat(Typesetting.of(formula.text()).outlines())
                    .as(plain)
                    .allSatisfy(o -> assertThat(o.getBounds2D().isEmpty()).isFalse());
        }
    }

    @Test
    void everyTermIsFoundInItsFormula() {
        for (Line line : lines().toList()) {
            PlainFormula formula = PlainFormula.of(line.formula());
            for (Term term : line.terms()) {
                boolean power = line.formula().contains("e^" + term.name());
                assertThat(formula.find(term.name(), 0) >= 0 || power)
                        .as("%s in %s", term.name(), line.formula())
                        .isTrue();
            }
        }
    }

    @Property(tries = 300)
    void whateverIsWrittenIsCutWithoutLoss(@ForAll("sums") String plain) {
        PlainFormula formula = PlainFormula.of(plain);
        StringBuilder again = new StringBuilder();
        int at = 0;
        for (Piece piece : formula.pieces()) {
            assertThat(piece.from()).isGreaterThanOrEqualTo(at);
            again.append(plain, piece.from(), piece.to());
            at = piece.to();
        }
        assertThat(again.toString()).isEqualTo(plain.replace(" ", ""));
        assertThat(unmarked(formula)).isEqualTo(plain.replace(" ", ""));
    }

    @Provide
    Arbitrary<String> sums() {
        Arbitrary<String> name = Arbitraries.of(
                "W_r x",
                "U_z h",
                "b_n + c_n",
                "z",
                "h̃",
                "1 − z",
                "c′",
                "dz",
                "dh̃",
                "da_r",
                "U_rᵀ da_r",
                "h̃²",
                "dh⁺");
        Arbitrary<String> product = name.list().ofMinSize(1).ofMaxSize(3).map(names -> String.join(" ⊙ ", names));
        return product.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .flatMap(sum -> Arbitraries.of("σ(%s)", "tanh(%s)", "%s", "(%s)")
                        .map(around -> around.formatted(String.join(" + ", sum))));
    }

    private static List<Ink> inks(String plain) {
        return PlainFormula.of(plain).pieces().stream().map(Piece::ink).toList();
    }

    private static String unmarked(PlainFormula formula) {
        StringBuilder tex = new StringBuilder();
        formula.text().terms().forEach(t -> tex.append(t.tex()));
        String text = tex.toString();
        for (String[] mark : MARKS) {
            text = text.replace(mark[0], mark[1]);
        }
        return text.replaceAll("_\\{([^}]*)}", "_$1");
    }

    private static Stream<String> formulas() {
        return lines().flatMap(line -> Stream.concat(
                Stream.of(line.formula()),
                Stream.concat(line.terms().stream(), line.parts().stream()).map(Term::name)));
    }

    /** Of all cells, forward and back, and of everything else that can be asked about. */
    private static Stream<Line> lines() {
        List<Line> all = new ArrayList<>();
        for (Convention c : Convention.ALL) {
            add(all, SampleWindow.of(CellType.GRU, c, 3), CellType.GRU);
        }
        add(all, SampleWindow.of(CellType.LSTM, Convention.PYTORCH, 3), CellType.LSTM);
        add(all, SampleWindow.of(CellType.RNN, Convention.PYTORCH, 3), CellType.RNN);
        return all.stream();
    }

    private static void add(List<Line> all, SampleWindow window, CellType cell) {
        all.addAll(window.forward());
        all.addAll(window.backward());
        all.add(window.line(new Subject.Logit(4, 1)));
        all.add(window.line(new Subject.Probability(4, 1)));
        all.add(window.line(new Subject.Loss(4)));
        all.add(window.line(new Subject.Slope(Quantity.STATE, -1, 0)));
        all.add(window.line(new Subject.Start(Quantity.STATE, 0)));
        all.add(window.line(new Subject.Norm(Quantity.STATE, 4)));
        all.add(window.line(new Subject.Weight("W_h" + cell.gates().get(0), 2)));
    }
}

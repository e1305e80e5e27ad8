package grulab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grulab.engine.whatif.EditRange;
import grulab.engine.whatif.Replay;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Quantity;
import grulab.model.Range;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An edit that the window has no place for is refused, with what would be right")
class EditCheckTest {
    private static final Snapshot GRU = new RandomWindow(CellForm.GRU.get(2), 20, 16, 5, 1).snapshot();
    private static final Snapshot LSTM =
            new RandomWindow(new CellForm(CellType.LSTM, Convention.PYTORCH), 20, 16, 5, 1).snapshot();
    private static final Snapshot RNN =
            new RandomWindow(new CellForm(CellType.RNN, Convention.PYTORCH), 20, 16, 5, 1).snapshot();

    @Test
    @DisplayName("a value beyond its curve, or no number at all")
    void values() {
        refuses(
                GRU,
                value(Quantity.UPDATE, 12, 12, 13, 1.4),
                "Gate z of unit 14 at t 13 must be from 0 to 1, not 1.4.");
        refuses(
                GRU,
                value(Quantity.CANDIDATE, 2, 8, Edit.EVERY, -2),
                "Candidate h̃ of every unit at t 3 to 9 must be from −1 to 1, not −2.");
        refuses(GRU, value(Quantity.STATE, 0, 0, 0, 1e99), "State h of unit 1 at t 1 must be from −1 to 1, not 1e99.");
        refuses(
                GRU,
                value(Quantity.RESET, 0, 0, 0, Double.NaN),
                "Gate r of unit 1 at t 1 must be from 0 to 1, not NaN.");
        refuses(
                LSTM,
                value(Quantity.CELL, 1, 1, 2, Double.NEGATIVE_INFINITY),
                "State c of unit 3 at t 2 must be from −100 to 100, not −Infinity.");
        refuses(
                LSTM,
                value(Quantity.CELL_CANDIDATE, 1, 1, 2, 2),
                "Candidate g of unit 3 at t 2 must be from −1 to 1, not 2.");
    }

    @Test
    @DisplayName("a quantity that the cell has not, or that only follows from others")
    void quantities() {
        refuses(LSTM, value(Quantity.UPDATE, 0, 0, 0, 0.5), "LSTM has no z; it has i, f, g, o, c, h.");
        refuses(GRU, value(Quantity.CELL, 0, 0, 0, 0.5), "GRU has no c; it has r, z, h̃, h.");
        refuses(
                GRU,
                value(Quantity.PRODUCT, 0, 0, 0, 0.5),
                "The product of the reset gate cannot be given a value; give one to r, to h or to h̃.");
        refuses(RNN, new Edit.Start(Quantity.CELL, 0, 0), "A window of RNN starts from h₀, not from c.");
        refuses(LSTM, new Edit.Start(Quantity.INPUT, 0, 0), "A window of LSTM starts from h₀ and c₀, not from i.");
    }

    @Test
    @DisplayName("a step, unit or symbol that is not there")
    void places() {
        refuses(
                GRU,
                value(Quantity.UPDATE, 3, 16, 0, 0.5),
                "There is no step t 17 in the window; t goes from 1 to 16.");
        refuses(GRU, value(Quantity.UPDATE, -1, 3, 0, 0.5), "There is no step t 0 in the window; t goes from 1 to 16.");
        refuses(GRU, value(Quantity.UPDATE, 4, 3, 0, 0.5), "The first step, t 5, must not be after the last, t 4.");
        refuses(GRU, value(Quantity.UPDATE, 3, 3, 20, 0.5), "There is no unit 21; units go from 1 to 20.");
        refuses(GRU, value(Quantity.UPDATE, 3, 3, -2, 0.5), "There is no unit -1; units go from 1 to 20.");
        refuses(GRU, new Edit.Start(Quantity.STATE, 20, 0), "There is no unit 21; units go from 1 to 20.");
        refuses(GRU, new Edit.Start(Quantity.STATE, 2, 1.5), "h₀ of unit 3 must be from −1 to 1, not 1.5.");
        refuses(GRU, new Edit.Input(16, 0), "There is no step t 17 in the window; t goes from 1 to 16.");
        refuses(GRU, new Edit.Input(3, 5), "What is read at t 4 must be one of the symbols 1 to 5, not number 6.");
    }

    @Test
    @DisplayName("a weight that is not there, or so large that nothing could be seen")
    void weights() {
        Snapshot bare = withoutBias();
        refuses(GRU, new Edit.Weight("W_hz", 43, 101), "W_hz, row 3, column 4, must be from −100 to 100, not 101.");
        refuses(GRU, new Edit.Weight("W_in", 7, -1e9), "W_in, row 2, column 3, must be from −100 to 100, not −1e9.");
        refuses(GRU, new Edit.Weight("W_hq", 100, 0), "W_hq has no entry 101; its entries are 1 to 100.");
        refuses(
                bare,
                new Edit.Weight("b_hn", 0, 0),
                "The model has no parameter b_hn; it has W_ir, W_hr, W_iz, W_hz, W_in, W_hn, W_hq.");
    }

    private static Snapshot withoutBias() {
        Map<String, double[]> arrays = new LinkedHashMap<>(GRU.weights().arrays());
        arrays.keySet().removeIf(name -> name.startsWith("b"));
        Weights w = new Weights(CellType.GRU, 5, 20, 5, arrays);
        return new Snapshot(1, 1, GRU.experiment(), GRU.passage(), GRU.trace(), w, 0);
    }

    @Test
    @DisplayName("both ends of a range are allowed, and the range that is named is the one that is enforced")
    void ends() {
        for (Snapshot base : List.of(GRU, LSTM, RNN)) {
            RandomEdits source = new RandomEdits(base, new SeededRandom(4));
            for (int i = 0; i < 60; i++) {
                Edit edit = source.next();
                Range range = EditRange.of(base, edit);
                assertThatCode(() -> Replay.check(base, with(edit, range.low())))
                        .doesNotThrowAnyException();
                assertThatCode(() -> Replay.check(base, with(edit, range.high())))
                        .doesNotThrowAnyException();
                assertThatThrownBy(() -> Replay.check(base, with(edit, Math.floor(range.low()) - 1)))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> Replay.check(base, with(edit, range.high() + 1)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(EditRange.of(GRU, new Edit.Input(0, 0))).isEqualTo(new Range(0, 4));
    }

    private static Edit with(Edit edit, double number) {
        if (edit instanceof Edit.Value value) {
            return new Edit.Value(value.quantity(), value.from(), value.to(), value.unit(), number);
        } else if (edit instanceof Edit.Start start) {
            return new Edit.Start(start.state(), start.unit(), number);
        } else if (edit instanceof Edit.Input input) {
            return new Edit.Input(input.t(), (int) number);
        }
        Edit.Weight weight = (Edit.Weight) edit;
        return new Edit.Weight(weight.name(), weight.index(), number);
    }

    private static Edit.Value value(Quantity quantity, int from, int to, int unit, double value) {
        return new Edit.Value(quantity, from, to, unit, value);
    }

    private static void refuses(Snapshot base, Edit edit, String why) {
        assertThatThrownBy(() -> new Replay(base, List.of("a", "b", "c", "d", "e")).with(List.of(edit)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }
}

package grulab.engine.explain;

import grulab.model.Quantity;
import grulab.model.StepTrace;
import grulab.model.Weights;
import grulab.model.arithmetic.Term;
import java.util.List;

/** The six lines of an LSTM. */
final class LstmStep extends UnitStep {
    LstmStep(StepTrace trace, int t, Weights w, double[] x, int unit) {
        super(trace, t, w, x, unit);
    }

    @Override
    List<OpenLine> lines() {
        return List.of(
                sigmoid("i", Quantity.INPUT),
                sigmoid("f", Quantity.FORGET),
                tanh("g", Quantity.CELL_CANDIDATE),
                sigmoid("o", Quantity.OUTPUT),
                cell(),
                state());
    }

    private OpenLine cell() {
        List<Term> terms = List.of(
                new Term("f", at(Quantity.FORGET)),
                new Term("c", trace.cellBefore(t, unit)),
                new Term("i", at(Quantity.INPUT)),
                new Term("g", at(Quantity.CELL_CANDIDATE)));
        return new OpenLine("c", "f ⊙ c + i ⊙ g", Shape.TWO_PRODUCTS, terms, at(Quantity.CELL));
    }

    private OpenLine state() {
        List<Term> terms = List.of(new Term("o", at(Quantity.OUTPUT)), new Term("c′", at(Quantity.CELL)));
        return new OpenLine("h", "o ⊙ tanh(c′)", Shape.PRODUCT_WITH_TANH, terms, at(Quantity.STATE));
    }
}

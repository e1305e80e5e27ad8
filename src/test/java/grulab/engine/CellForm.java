package grulab.engine;

import grulab.model.CellType;
import grulab.model.Convention;
import java.util.List;
import java.util.stream.Stream;

/** One of the six functions that there are: the GRU in four conventions, the LSTM, the plain RNN. */
record CellForm(CellType cell, Convention convention) {
    static final List<CellForm> GRU = Convention.ALL.stream()
            .map(convention -> new CellForm(CellType.GRU, convention))
            .toList();
    static final List<CellForm> ALL = Stream.concat(
                    GRU.stream(),
                    Stream.of(CellType.LSTM, CellType.RNN).map(cell -> new CellForm(cell, Convention.PYTORCH)))
            .toList();

    @Override
    public String toString() {
        return cell == CellType.GRU
                ? "gru " + convention.reset().id() + " " + convention.update().id()
                : cell.id();
    }
}

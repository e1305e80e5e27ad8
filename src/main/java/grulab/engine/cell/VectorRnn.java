package grulab.engine.cell;

import static grulab.engine.math.VectorSquash.L;
import static grulab.engine.math.VectorSquash.ONE;
import static grulab.engine.math.VectorSquash.S;
import static jdk.incubator.vector.FloatVector.fromArray;

import grulab.engine.math.Strips;
import grulab.engine.math.VectorSquash;
import jdk.incubator.vector.FloatVector;

/** A plain recurrent network's state in vectors, strip by strip. */
final class VectorRnn implements RnnGates {
    private final RnnCell cell;

    VectorRnn(RnnCell cell) {
        this.cell = cell;
    }

    @Override
    public void forward(int row, int rows) {
        Strips table = cell.input.table();
        for (int j = 0; j < cell.units; j++) {
            int at = cell.h.at(row + cell.batch, j);
            VectorSquash.add(
                    cell.h.a, at, table.a, table.at(0, j), cell.input.rows(), row, rows, cell.weights.sum, j * L);
            VectorSquash.tanh(cell.h.a, at, rows * L);
        }
    }

    @Override
    public void back(int row, int b, int rows) {
        float[] h = cell.h.a;
        for (int j = 0; j < cell.units; j++) {
            int hAt = cell.h.at(row + cell.batch, j);
            int outAt = cell.dOut.at(row, j);
            int dhAt = cell.dh.at(b, j);
            int dAt = cell.d.at(row, j);
            for (int o = 0; o < rows * L; o += L) {
                FloatVector state = fromArray(S, h, hAt + o);
                fromArray(S, cell.dh.a, dhAt + o)
                        .add(fromArray(S, cell.dOut.a, outAt + o))
                        .mul(ONE.sub(state.mul(state)))
                        .intoArray(cell.d.a, dAt + o);
            }
        }
    }
}

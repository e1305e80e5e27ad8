package grulab.engine.cell;

import grulab.engine.math.Kernels;
import grulab.engine.math.Team;
import java.util.List;

/**
 * What a cell reads, and with what.
 *
 * @param kernels one for each thread of the team
 * @param steps T
 * @param batch B
 * @param recording whether ∂L/∂ of gates, states and start states are wanted, not only those of the parameters
 */
public record Reading(
        CellWeights weights,
        CellInput input,
        List<Kernels> kernels,
        Team team,
        int steps,
        int batch,
        boolean recording) {
    public Reading {
        kernels = List.copyOf(kernels);
    }
}

package grulab.interop.code;

import grulab.model.Array;
import java.util.Map;

/** The text of a program, and the weights that it reads. */
interface Program {
    String INPUT = "input.npz";
    String TRACE = "trace.npz";

    String source();

    /** Its weights are in this file. */
    String weightsFile();

    Map<String, Array> weights();

    static Program of(Plan plan) {
        return switch (plan.framework()) {
            case PYTORCH -> new PyTorchProgram(plan);
            case KERAS -> new KerasProgram(plan);
            case FLAX -> new FlaxProgram(plan);
            case NUMPY -> new NumPyProgram(plan);
            case ND4J -> new Nd4jProgram(plan);
        };
    }
}

package grulab.interop.onnx;

import grulab.interop.file.BadModel;
import grulab.model.Convention;
import grulab.model.Weights;
import java.nio.file.Path;

/** Writes a cell as an ONNX model of one GRU, LSTM or RNN node. */
public final class OnnxWriter {
    private OnnxWriter() {}

    /**
     * @param convention of a GRU; an update gate that admits is relabelled, which is exact
     * @param layout 0 for x [T][B][I], which every runtime takes; 1 for x [B][T][I], which ONNX Runtime does not run
     * @throws BadModel if the file cannot be written
     */
    public static void write(Path file, Weights weights, Convention convention, int layout) throws BadModel {
        throw BadModel.of(
                "%s: .onnx files cannot be written yet (%s)",
                file, weights.cell().title() + convention + layout);
    }
}

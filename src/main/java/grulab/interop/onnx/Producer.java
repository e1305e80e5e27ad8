package grulab.interop.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import onnx.format.ModelProto;
import onnx.format.NodeProto;
import onnx.format.StringStringEntryProto;

/**
 * What wrote a model. PyTorch's exporter translated nn.GRU by onnxscript 0.5.7 to 0.7.0 without linear_before_reset, which
 * is another function than nn.GRU (https://github.com/microsoft/onnxscript/issues/2852); no version of onnxscript is written
 * down, but the TorchScript exporter and later versions always say it.
 */
record Producer(boolean pytorch) {
    /** Of a NodeProto, StringStringEntryProtos; a model has thousands of them, of which hardly one is asked for. */
    private static final int METADATA_PROPS = 9;

    static Producer of(ModelProto model) {
        return new Producer(model.getProducerName().equals("pytorch"));
    }

    /** True if the node says nothing of where the reset gate acts, and what wrote it would have had to. */
    boolean forgotReset(NodeProto node) {
        return node.getOpType().equals("GRU")
                && node.getAttributeList().stream().noneMatch(a -> a.getName().equals("linear_before_reset"))
                && (pytorch
                        || node.getUnknownFields().getField(METADATA_PROPS).getLengthDelimitedList().stream()
                                .anyMatch(Producer::isOfPyTorch));
    }

    /** What PyTorch's exporter notes at each node stays when another program writes the model again under its own name. */
    private static boolean isOfPyTorch(ByteString entry) {
        try {
            return StringStringEntryProto.parseFrom(entry).getKey().startsWith("pkg.torch.");
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }
}

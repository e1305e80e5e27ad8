package grulab.interop.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import grulab.interop.file.BadModel;
import grulab.model.CellOptions;
import grulab.model.CellType;
import grulab.model.Convention;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import onnx.format.AttributeProto;
import onnx.format.AttributeProto.AttributeType;
import onnx.format.GraphProto;
import onnx.format.ModelProto;
import onnx.format.NodeProto;
import onnx.format.TensorProto;
import onnx.format.TensorProto.DataType;

/** A sound model, 3 inputs and 5 units, that a test then changes in one place. */
final class EditedModel {
    static final int INPUTS = 3;
    static final int HIDDEN = 5;

    private final ModelProto.Builder model;

    private EditedModel(ModelProto.Builder model) {
        this.model = model;
    }

    static EditedModel of(CellType cell) {
        return of(RandomModel.of(cell));
    }

    static EditedModel of(RandomModel random) {
        try {
            return new EditedModel(ModelProto.newBuilder()
                    .mergeFrom(OnnxWriter.bytes(random.weights(), Convention.PYTORCH, CellOptions.PLAIN, 0)));
        } catch (InvalidProtocolBufferException | BadModel e) {
            throw new IllegalStateException(e);
        }
    }

    GraphProto.Builder graph() {
        return model.getGraphBuilder();
    }

    /** The recurrent node. */
    NodeProto.Builder node() {
        return graph().getNodeBuilder(0);
    }

    TensorProto.Builder stored(String name) {
        for (TensorProto.Builder tensor : graph().getInitializerBuilderList()) {
            if (tensor.getName().equals(name)) {
                return tensor;
            }
        }
        throw new IllegalArgumentException(name);
    }

    EditedModel opset(int version) {
        model.getOpsetImportBuilder(0).setVersion(version);
        return this;
    }

    EditedModel function() {
        model.addFunctions(ByteString.copyFromUtf8("anything"));
        return this;
    }

    /** Lets a value of the recurrent node come out of another node instead. */
    EditedModel through(String op, String value, String[] more, AttributeProto... attributes) {
        NodeProto.Builder maker = NodeProto.newBuilder().setOpType(op).setName("maker of " + value);
        maker.addInput(value).addOutput(value + " made");
        for (String input : more) {
            maker.addInput(input);
        }
        for (AttributeProto attribute : attributes) {
            maker.addAttribute(attribute);
        }
        for (int i = 0; i < node().getInputCount(); i++) {
            if (node().getInput(i).equals(value)) {
                node().setInput(i, value + " made");
            }
        }
        graph().addNode(maker);
        return this;
    }

    EditedModel with(AttributeProto attribute) {
        node().addAttribute(attribute);
        return this;
    }

    EditedModel integers(String name, long... values) {
        graph().addInitializer(wholeNumbers(values).setName(name));
        return this;
    }

    OnnxFile read() throws BadModel {
        return OnnxFile.read(bytes(), OnnxFile.Reading.ALONE);
    }

    byte[] bytes() {
        return model.build().toByteArray();
    }

    static TensorProto.Builder wholeNumbers(long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(DataType.INT64_VALUE);
        tensor.addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return tensor;
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto integers(String name, AttributeType type, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(type);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    static AttributeProto number(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    static AttributeProto decimals(String name, float... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOATS);
        for (float value : values) {
            attribute.addFloats(value);
        }
        return attribute.build();
    }

    static AttributeProto words(String name, String... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeType.STRINGS);
        for (String value : values) {
            attribute.addStrings(ByteString.copyFromUtf8(value));
        }
        return attribute.build();
    }

    static AttributeProto word(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static ByteString floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return ByteString.copyFrom(bytes.flip());
    }
}

package grulab.interop.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import grulab.interop.file.BadModel;
import java.io.IOException;
import java.io.InputStream;
import onnx.format.GraphProto;
import onnx.format.ModelProto;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a model without keeping any of it, and refuses it where lengths do not fit into each other, or where it would
 * grow as it is read: an empty node has two bytes in a file and a hundred in memory.
 */
final class Census {
    /** Of all messages, names and lists, numbers left out. */
    private static final long MEMORY = 24 << 20;

    private static final long FIELDS = 2_000_000;

    private static final int MESSAGE = 250;
    private static final int TEXT = 80;
    private static final int UNKNOWN = 200;

    private long memory;
    private long fields;

    /** Walks through a whole model. */
    void model(InputStream bytes) throws BadModel, IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes, 1 << 14);
        in.setSizeLimit(Integer.MAX_VALUE);
        try {
            message(in, ModelProto.getDescriptor());
        } catch (InvalidProtocolBufferException e) {
            throw BadModel.of(
                    "this is no ONNX model, or it was cut off or damaged before byte %d", in.getTotalBytesRead());
        }
    }

    /** Walks through a graph that stands in a node of one that was walked through; what it has comes on top of that. */
    GraphProto inner(ByteString bytes) throws BadModel {
        try {
            message(bytes.newCodedInput(), GraphProto.getDescriptor());
            CodedInputStream in = bytes.newCodedInput();
            in.enableAliasing(true);
            return GraphProto.parseFrom(in);
        } catch (IOException e) {
            throw new BadModel("the graph inside it is damaged");
        }
    }

    private void message(CodedInputStream in, Descriptor type) throws IOException, BadModel {
        spend(MESSAGE);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (++fields > FIELDS) {
                throw new BadModel("the model has millions of parts; a model of a recurrent layer has some dozens");
            }
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            switch (WireFormat.getTagWireType(tag)) {
                case WireFormat.WIRETYPE_LENGTH_DELIMITED -> lengthDelimited(in, field);
                case WireFormat.WIRETYPE_START_GROUP, WireFormat.WIRETYPE_END_GROUP ->
                    throw new BadModel("this is no ONNX model: it has a group, which ONNX has not");
                default -> {
                    in.skipField(tag);
                    spend(field == null ? UNKNOWN : field.isRepeated() ? 16 : 0);
                }
            }
        }
    }

    private void lengthDelimited(CodedInputStream in, @Nullable FieldDescriptor field) throws IOException, BadModel {
        int length = in.readRawVarint32();
        if (field == null) {
            spend(UNKNOWN);
            in.skipRawBytes(length);
            return;
        }
        switch (field.getJavaType()) {
            case MESSAGE -> {
                int limit = in.pushLimit(length);
                message(in, field.getMessageType());
                if (in.getBytesUntilLimit() > 0) {
                    throw new InvalidProtocolBufferException("cut off");
                }
                in.popLimit(limit);
            }
            case STRING, BYTE_STRING -> {
                spend(field.getJavaType() == FieldDescriptor.JavaType.STRING ? TEXT + (long) length : TEXT);
                in.skipRawBytes(length);
            }
            default -> {
                // a whole number of one byte takes eight
                spend(field.getJavaType() == FieldDescriptor.JavaType.LONG ? 8L * length : 0);
                in.skipRawBytes(length);
            }
        }
    }

    private void spend(long bytes) throws BadModel {
        memory += bytes;
        if (memory > MEMORY) {
            throw new BadModel("the model has far more nodes and names than a model of a recurrent layer needs");
        }
    }
}

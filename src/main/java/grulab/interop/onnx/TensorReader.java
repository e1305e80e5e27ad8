package grulab.interop.onnx;

import com.google.protobuf.ByteString;
import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import onnx.format.TensorProto;
import onnx.format.TensorProto.DataLocation;
import onnx.format.TensorProto.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of a stored array, from whichever of the places where ONNX keeps them. They are converted where they
 * lie; the bytes are not copied.
 */
final class TensorReader {
    /** Whole numbers, with the bytes that each takes. */
    private static final Map<DataType, Integer> WHOLE = Map.of(
            DataType.INT64, 8,
            DataType.INT32, 4,
            DataType.INT16, 2,
            DataType.UINT16, 2,
            DataType.INT8, 1,
            DataType.UINT8, 1);

    private final @Nullable ExternalFiles external;
    private final Budget budget;

    /** @param external null if nothing but the model itself may be read */
    TensorReader(@Nullable ExternalFiles external, Budget budget) {
        this.external = external;
        this.budget = budget;
    }

    Tensor read(TensorProto tensor) throws BadModel {
        DataType type = DataType.forNumber(tensor.getDataType());
        ElementType element = type == null ? null : elementType(type);
        if (type == null || element == null && !WHOLE.containsKey(type)) {
            throw BadModel.of(
                    "it holds %s numbers; weights are FLOAT, DOUBLE, FLOAT16 or BFLOAT16, or INT8 and UINT8 with a scale",
                    type == null ? "unknown" : type.name());
        }
        if (tensor.hasSegment()) {
            throw new BadModel("it is stored in segments, which no exporter writes; export the model again");
        }
        int[] shape = Tensor.sizes(
                tensor.getDimsList().stream().mapToLong(Long::longValue).toArray());
        double[] values = new double[take(tensor, type, shape)];
        if (tensor.getDataLocation() == DataLocation.EXTERNAL) {
            if (external == null) {
                throw new BadModel("its numbers lie in a second file; open the model where that file is beside it");
            }
            external.read(tensor, bytes(type) * (long) values.length, new Filling(type, element, values));
        } else if (tensor.hasRawData()) {
            ByteString raw = tensor.getRawData();
            new Filling(type, element, values).take(raw.asReadOnlyByteBuffer());
        } else {
            fill(tensor, type, values);
        }
        return new Tensor(shape, values, element);
    }

    /** How many numbers there are, after it has been made sure that the file holds as many. */
    private int take(TensorProto tensor, DataType type, int[] shape) throws BadModel {
        long count = 1;
        for (int n : shape) {
            count *= n;
        }
        long held = count;
        if (tensor.getDataLocation() != DataLocation.EXTERNAL) {
            held = tensor.hasRawData() ? tensor.getRawData().size() / bytes(type) : typed(tensor, type);
            boolean whole = !tensor.hasRawData() || tensor.getRawData().size() % bytes(type) == 0;
            if (held != count || !whole) {
                throw BadModel.of(
                        "its shape is %s, but it holds %s; the file is damaged",
                        Tensor.text(shape), held == 1 ? "1 number" : held + " numbers");
            }
        } else if (external != null) {
            external.check(tensor, count * bytes(type), budget);
        }
        return budget.take(shape);
    }

    private static int typed(TensorProto tensor, DataType type) {
        return switch (type) {
            case FLOAT -> tensor.getFloatDataCount();
            case DOUBLE -> tensor.getDoubleDataCount();
            case INT64 -> tensor.getInt64DataCount();
            default -> tensor.getInt32DataCount();
        };
    }

    private static void fill(TensorProto tensor, DataType type, double[] values) throws BadModel {
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case FLOAT -> tensor.getFloatData(i);
                case DOUBLE -> tensor.getDoubleData(i);
                case INT64 -> tensor.getInt64Data(i);
                case INT32, INT16, UINT16, INT8, UINT8 -> tensor.getInt32Data(i);
                case FLOAT16 -> ElementType.F16.ofBits(half(tensor.getInt32Data(i)));
                default -> ElementType.BF16.ofBits(half(tensor.getInt32Data(i)));
            };
        }
    }

    private static int half(int bits) throws BadModel {
        if (bits < 0 || bits > 0xffff) {
            throw BadModel.of("a number of 16 bits is given as %d", bits);
        }
        return bits;
    }

    private static int bytes(DataType type) {
        ElementType element = elementType(type);
        return element != null ? element.bytes() : WHOLE.getOrDefault(type, 4);
    }

    private static @Nullable ElementType elementType(DataType type) {
        return switch (type) {
            case FLOAT -> ElementType.F32;
            case DOUBLE -> ElementType.F64;
            case FLOAT16 -> ElementType.F16;
            case BFLOAT16 -> ElementType.BF16;
            default -> null;
        };
    }

    /** Takes little-endian bytes, a whole number of numbers at a time. */
    static final class Filling {
        private final DataType type;
        private final @Nullable ElementType element;
        private final double[] values;
        private int filled;

        Filling(DataType type, @Nullable ElementType element, double[] values) {
            this.type = type;
            this.element = element;
            this.values = values;
        }

        void take(ByteBuffer given) {
            ByteBuffer bytes = given.order(ByteOrder.LITTLE_ENDIAN);
            int width = bytes(type);
            for (int at = bytes.position(); at < bytes.limit(); at += width) {
                values[filled++] = element != null ? element.at(bytes, at) : whole(bytes, at);
            }
        }

        private double whole(ByteBuffer bytes, int at) {
            return switch (type) {
                case INT64 -> bytes.getLong(at);
                case INT16 -> bytes.getShort(at);
                case UINT16 -> bytes.getShort(at) & 0xffff;
                case INT8 -> bytes.get(at);
                case UINT8 -> bytes.get(at) & 0xff;
                default -> bytes.getInt(at);
            };
        }
    }
}

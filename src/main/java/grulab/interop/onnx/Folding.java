package grulab.interop.onnx;

import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onnx.format.AttributeProto;
import onnx.format.AttributeProto.AttributeType;
import onnx.format.NodeProto;
import onnx.format.TensorProto.DataType;
import org.jspecify.annotations.Nullable;

/**
 * The operators that exporters put between stored arrays and a recurrent node, by the definitions of
 * https://onnx.ai/onnx/operators. They move numbers and compute nothing, but for
 * {@link Dequantizing}.
 */
final class Folding {
    private static final Set<String> KNOWN = Set.of(
            "Constant",
            "Identity",
            "Cast",
            "Slice",
            "Concat",
            "Unsqueeze",
            "Squeeze",
            "Transpose",
            "Reshape",
            "DequantizeLinear");

    private final Constants constants;
    private final TensorReader reader;
    private final long opset;
    private final Budget budget;

    Folding(Constants constants, TensorReader reader, long opset, Budget budget) {
        this.constants = constants;
        this.reader = reader;
        this.opset = opset;
        this.budget = budget;
    }

    /** The value that a node gives that name. */
    Tensor output(NodeProto node, String name) throws BadModel {
        boolean known = Graph.isStandard(node) && Graph.output(node, 0).equals(name);
        if (!known || !KNOWN.contains(node.getOpType())) {
            throw BadModel.of(
                    "%s comes out of %s, which is not worked out here; export the model with constants folded",
                    JsonPlace.quoted(name), Graph.called(node));
        }
        List<@Nullable Tensor> inputs = new ArrayList<>();
        for (String input : node.getInputList()) {
            inputs.add(input.isEmpty() ? null : constants.value(input));
        }
        try {
            return output(node.getOpType(), inputs, Attributes.of(node));
        } catch (BadModel e) {
            throw e.in(Graph.called(node));
        }
    }

    private Tensor output(String op, List<@Nullable Tensor> inputs, Attributes attributes) throws BadModel {
        return switch (op) {
            case "Constant" -> constant(attributes);
            case "DequantizeLinear" ->
                Dequantizing.of(
                        input(inputs, 0),
                        input(inputs, 1),
                        inputs.size() > 2 ? inputs.get(2) : null,
                        attributes,
                        budget);
            case "Cast" -> cast(input(inputs, 0), attributes);
            case "Slice" -> Slicing.of(input(inputs, 0), cuts(inputs, attributes), budget);
            case "Concat" -> concat(inputs, attributes);
            case "Unsqueeze" -> unsqueeze(input(inputs, 0), list(inputs, 1, attributes, "axes", 13));
            case "Squeeze" -> squeeze(input(inputs, 0), list(inputs, 1, attributes, "axes", 13));
            case "Transpose" -> transpose(input(inputs, 0), attributes);
            case "Reshape" -> reshape(input(inputs, 0), list(inputs, 1, attributes, "shape", 5), attributes);
            default -> input(inputs, 0);
        };
    }

    private static Tensor input(List<@Nullable Tensor> inputs, int place) throws BadModel {
        Tensor given = place < inputs.size() ? inputs.get(place) : null;
        if (given == null) {
            throw BadModel.of("input %d is missing", place + 1);
        }
        return given;
    }

    /** Whole numbers that were an attribute up to some version of the operators and are an input since; null if absent. */
    private long @Nullable [] list(
            List<@Nullable Tensor> inputs, int place, Attributes attributes, String name, int since) throws BadModel {
        if (opset < since) {
            return attributes.integers(name);
        }
        Tensor given = place < inputs.size() ? inputs.get(place) : null;
        return given == null ? null : given.integers();
    }

    private Tensor constant(Attributes attributes) throws BadModel {
        AttributeProto value = attributes.of("value", AttributeType.TENSOR, "an array");
        if (value != null) {
            return reader.read(value.getT());
        }
        AttributeProto number = attributes.of("value_float", AttributeType.FLOAT, "a number");
        if (number != null) {
            return new Tensor(new int[0], new double[] {number.getF()}, ElementType.F32);
        }
        AttributeProto numbers = attributes.of("value_floats", AttributeType.FLOATS, "a list of numbers");
        if (numbers != null) {
            double[] values = new double[budget.take(numbers.getFloatsCount())];
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers.getFloats(i);
            }
            return new Tensor(new int[] {values.length}, values, ElementType.F32);
        }
        if (attributes.names().contains("value_int")) {
            return new Tensor(new int[0], new double[] {attributes.integer("value_int", 0)}, null);
        }
        long[] whole = attributes.integers("value_ints");
        if (whole == null) {
            throw new BadModel("it holds no numbers");
        }
        double[] values = new double[budget.take(whole.length)];
        for (int i = 0; i < values.length; i++) {
            values[i] = whole[i];
        }
        return new Tensor(new int[] {values.length}, values, null);
    }

    private static Tensor cast(Tensor given, Attributes attributes) throws BadModel {
        DataType to = DataType.forNumber((int) attributes.integer("to", DataType.UNDEFINED_VALUE));
        if (given.type() == null && (to == DataType.INT64 || to == DataType.INT32)) {
            return given;
        }
        if (given.type() != null && to == DataType.DOUBLE) {
            return new Tensor(given.shape(), given.values(), ElementType.F64);
        }
        if (given.type() != null && to == DataType.FLOAT) {
            double[] values = given.values();
            if (given.type() == ElementType.F64) {
                values = values.clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) values[i];
                }
            }
            return new Tensor(given.shape(), values, ElementType.F32);
        }
        throw BadModel.of("it makes %s numbers, which is not worked out here", to == null ? "unknown" : to.name());
    }

    private Slicing.Cuts cuts(List<@Nullable Tensor> inputs, Attributes attributes) throws BadModel {
        return new Slicing.Cuts(
                list(inputs, 1, attributes, "starts", 10),
                list(inputs, 2, attributes, "ends", 10),
                list(inputs, 3, attributes, "axes", 10),
                opset < 10 ? null : list(inputs, 4, attributes, "steps", 10));
    }

    private Tensor concat(List<@Nullable Tensor> inputs, Attributes attributes) throws BadModel {
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            parts.add(input(inputs, i));
        }
        if (parts.isEmpty() || !attributes.names().contains("axis")) {
            throw new BadModel("there is nothing to join, or no axis to join it on");
        }
        int axis = parts.get(0).axis(attributes.integer("axis", 0));
        long[] shape = new long[parts.get(0).shape().length];
        for (Tensor part : parts) {
            for (int a = 0; a < shape.length || a < part.shape().length; a++) {
                if (a >= shape.length
                        || a >= part.shape().length
                        || a != axis && part.shape()[a] != parts.get(0).shape()[a]) {
                    throw BadModel.of(
                            "%s and %s cannot be joined",
                            Tensor.text(parts.get(0).shape()), Tensor.text(part.shape()));
                }
                shape[a] = a == axis ? shape[a] + part.shape()[a] : part.shape()[a];
            }
        }
        int[] sizes = Tensor.sizes(shape);
        double[] joined = new double[budget.take(sizes)];
        int at = 0;
        for (int outer = 0; at < joined.length; outer++) {
            for (Tensor part : parts) {
                int run = part.shape()[axis] * part.strides()[axis];
                System.arraycopy(part.values(), outer * run, joined, at, run);
                at += run;
            }
        }
        return new Tensor(sizes, joined, parts.get(0).type());
    }

    private static Tensor unsqueeze(Tensor given, long @Nullable [] axes) throws BadModel {
        if (axes == null) {
            throw new BadModel("the axes are missing");
        }
        long[] shape = new long[given.shape().length + axes.length];
        Tensor.sizes(shape);
        for (long axis : axes) {
            int place = Tensor.axis(axis, shape.length);
            if (shape[place] == 1) {
                throw BadModel.of("axis %d is given twice", axis);
            }
            shape[place] = 1;
        }
        int next = 0;
        for (int a = 0; a < shape.length; a++) {
            shape[a] = shape[a] == 1 ? 1 : given.shape()[next++];
        }
        return given.reshaped(Tensor.sizes(shape));
    }

    private static Tensor squeeze(Tensor given, long @Nullable [] axes) throws BadModel {
        boolean[] gone = new boolean[given.shape().length];
        for (int a = 0; a < gone.length; a++) {
            gone[a] = axes == null && given.shape()[a] == 1;
        }
        for (long axis : axes == null ? new long[0] : axes) {
            int place = given.axis(axis);
            if (given.shape()[place] != 1) {
                throw BadModel.of("axis %d of %s is not of size 1", axis, Tensor.text(given.shape()));
            }
            gone[place] = true;
        }
        List<Integer> left = new ArrayList<>();
        for (int a = 0; a < gone.length; a++) {
            if (!gone[a]) {
                left.add(given.shape()[a]);
            }
        }
        return given.reshaped(left.stream().mapToInt(Integer::intValue).toArray());
    }

    private Tensor transpose(Tensor given, Attributes attributes) throws BadModel {
        int axes = given.shape().length;
        long[] order = attributes.integers("perm");
        if (order != null && order.length != axes) {
            throw BadModel.of("an order of %d axes is given for %s", order.length, Tensor.text(given.shape()));
        }
        int[] shape = new int[axes];
        int[] steps = new int[axes];
        boolean[] used = new boolean[axes];
        for (int a = 0; a < axes; a++) {
            int from = order == null ? axes - 1 - a : given.axis(order[a]);
            if (used[from]) {
                throw BadModel.of("axis %d is there twice", from);
            }
            used[from] = true;
            shape[a] = given.shape()[from];
            steps[a] = given.strides()[from];
        }
        return given.picked(shape, 0, steps, budget);
    }

    private static Tensor reshape(Tensor given, long @Nullable [] wanted, Attributes attributes) throws BadModel {
        if (wanted == null) {
            throw new BadModel("the shape is missing");
        }
        long[] shape = wanted.clone();
        boolean zeroIsZero = attributes.integer("allowzero", 0) != 0;
        int open = -1;
        long rest = given.values().length;
        for (int a = 0; a < shape.length; a++) {
            if (shape[a] == 0 && !zeroIsZero && a < given.shape().length) {
                shape[a] = given.shape()[a];
            }
            if (shape[a] == -1 && open < 0) {
                open = a;
            } else {
                rest = shape[a] > 0 && rest % shape[a] == 0 ? rest / shape[a] : -1;
            }
        }
        if (open >= 0 && rest > 0) {
            shape[open] = rest;
            rest = 1;
        }
        if (rest != 1) {
            throw BadModel.of("%s cannot be put into the shape that is asked for", Tensor.text(given.shape()));
        }
        return given.reshaped(Tensor.sizes(shape));
    }
}

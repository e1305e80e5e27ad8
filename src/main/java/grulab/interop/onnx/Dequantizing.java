package grulab.interop.onnx;

import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import org.jspecify.annotations.Nullable;

/**
 * DequantizeLinear of stored whole numbers, by https://onnx.ai/onnx/operators/onnx__DequantizeLinear.html:
 * y = (x − zero point) · scale, rounded to float32, with one scale for all or one for each place along an axis.
 */
final class Dequantizing {
    private Dequantizing() {}

    static Tensor of(Tensor x, Tensor scale, @Nullable Tensor zero, Attributes attributes, Budget budget)
            throws BadModel {
        if (attributes.integer("block_size", 0) != 0) {
            throw new BadModel("it has scales for blocks (block_size), which are not worked out here; quantise per"
                    + " tensor or per axis, or export the weights as float32");
        }
        if (x.type() != null || scale.type() == null || zero != null && zero.type() != null) {
            throw new BadModel("whole numbers and a scale are needed");
        }
        int scales = scale.values().length;
        boolean one = scales == 1 && scale.shape().length <= 1;
        int axis = one ? 0 : x.axis(attributes.integer("axis", 1));
        if (!one && !scale.has(x.shape()[axis]) || zero != null && zero.values().length != scales) {
            throw BadModel.of(
                    "scales %s and zero points do not fit axis %d of %s",
                    Tensor.text(scale.shape()), axis, Tensor.text(x.shape()));
        }
        int run = one ? 1 : x.strides()[axis];
        double[] values = new double[budget.take(x.shape())];
        for (int i = 0; i < values.length; i++) {
            int at = one ? 0 : i / run % scales;
            double from = zero == null ? 0 : zero.values()[at];
            values[i] = (float) ((x.values()[i] - from) * scale.values()[at]);
        }
        return new Tensor(x.shape(), values, ElementType.F32);
    }
}

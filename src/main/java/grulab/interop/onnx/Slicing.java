package grulab.interop.onnx;

import grulab.interop.file.BadModel;
import org.jspecify.annotations.Nullable;

/** Slice, by https://onnx.ai/onnx/operators/onnx__Slice.html: indices beyond an end mean the end, negative ones count from it. */
final class Slicing {
    private Slicing() {}

    /**
     * @param axes null for the first ones
     * @param steps null for 1
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once and never written
    record Cuts(long @Nullable [] starts, long @Nullable [] ends, long @Nullable [] axes, long @Nullable [] steps) {}

    static Tensor of(Tensor given, Cuts cuts, Budget budget) throws BadModel {
        long[] starts = cuts.starts();
        long[] ends = cuts.ends();
        long[] axes = cuts.axes();
        long[] steps = cuts.steps();
        if (starts == null
                || ends == null
                || ends.length != starts.length
                || axes != null && axes.length != starts.length
                || steps != null && steps.length != starts.length) {
            throw new BadModel("starts, ends, axes and steps must be lists of one length");
        }
        int[] shape = given.shape().clone();
        int[] strides = given.strides();
        boolean[] cut = new boolean[shape.length];
        int from = 0;
        for (int i = 0; i < starts.length; i++) {
            int axis = given.axis(axes == null ? i : axes[i]);
            if (cut[axis]) {
                throw BadModel.of("axis %d is cut twice", axis);
            }
            cut[axis] = true;
            long step = steps == null ? 1 : steps[i];
            if (step == 0) {
                throw new BadModel("a step is 0");
            }
            int size = shape[axis];
            long first = step > 0 ? within(starts[i], size, 0, size) : within(starts[i], size, 0, size - 1);
            long end = step > 0 ? within(ends[i], size, 0, size) : within(ends[i], size, -1, size - 1);
            shape[axis] = count(step > 0 ? end - first : first - end, step);
            if (shape[axis] > 0) {
                from += (int) first * strides[axis];
            }
            strides[axis] = shape[axis] > 1 ? strides[axis] * (int) step : 0;
        }
        return given.picked(shape, from, strides, budget);
    }

    private static long within(long index, int size, int least, int most) {
        return Math.max(least, Math.min(most, index < 0 ? index + size : index));
    }

    private static int count(long span, long step) {
        long width = step == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(step);
        return span <= 0 ? 0 : (int) ((span - 1) / width + 1);
    }
}

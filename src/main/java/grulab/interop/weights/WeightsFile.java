package grulab.interop.weights;

import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.LabWeights;
import grulab.interop.file.NpzFile;
import grulab.interop.file.SafetensorsFile;
import grulab.interop.layout.Layouts;
import grulab.interop.onnx.OnnxWriter;
import grulab.model.Array;
import grulab.model.CellOptions;
import grulab.model.FrameworkRow;
import grulab.model.Weights;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a cell, and the linear head behind it, for a framework. The ending of the file's name says what kind of file:
 * .safetensors and .npz hold the framework's arrays by its names, .onnx a model, .json the lab's own names.
 */
public final class WeightsFile {
    public static final List<String> ENDINGS = List.of(".safetensors", ".npz", ".onnx", ".json");

    private WeightsFile() {}

    /** The ending, of those that can be written. */
    public static String ending(Path file) throws BadModel {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream()
                .filter(name::endsWith)
                .findFirst()
                .orElseThrow(() -> BadModel.of(
                        "'%s' does not say what kind of file to write; end its name in %s",
                        Names.safe(String.valueOf(file.getFileName())), String.join(", ", ENDINGS)));
    }

    /** True if such a file has arrays that can be called and packed as any framework does. */
    public static boolean holdsAnyLayout(String ending) {
        return ending.equals(".safetensors") || ending.equals(".npz");
    }

    /**
     * @param weights in the convention of the row
     * @param options what the cell does otherwise: an .onnx and a .json say it, arrays do not
     * @param type F32 or F64; an .onnx is F32, a .json holds every float64
     * @param name of the layer, in front of the names of its arrays; may be empty
     * @throws BadModel if the file cannot hold this layout, the layout not these weights, or the file cannot be written
     */
    public static void write(
            Path file, Weights weights, CellOptions options, FrameworkRow row, ElementType type, String name)
            throws BadModel {
        String ending = ending(file);
        switch (ending) {
            case ".json" -> LabWeights.write(file, weights, row.convention(), options);
            case ".onnx" -> writeModel(file, weights, options, row);
            case ".npz" -> NpzFile.write(file, arrays(weights, row, name, '/'), type);
            default -> SafetensorsFile.write(file, arrays(weights, row, name, '.'), type);
        }
    }

    private static void writeModel(Path file, Weights weights, CellOptions options, FrameworkRow row) throws BadModel {
        if (!row.id().startsWith("onnx")) {
            throw BadModel.of(
                    "an .onnx file has ONNX's own layout, not that of %s; choose an ONNX row, or .safetensors or .npz",
                    row.name());
        }
        OnnxWriter.write(file, weights, row.convention(), options, 0);
    }

    private static Map<String, Array> arrays(Weights weights, FrameworkRow row, String name, char separator)
            throws BadModel {
        Map<String, Array> arrays = new LinkedHashMap<>();
        String prefix = name.isEmpty() ? "" : name + separator;
        Layouts.pack(row, weights).forEach((own, array) -> arrays.put(prefix + own, array));
        if (weights.outputs() > 0) {
            boolean torch = separator == '.';
            double[] head = weights.get("W_hq");
            arrays.put(
                    torch ? "head.weight" : "head/kernel",
                    torch
                            ? Array.of(turned(head, weights.outputs()), weights.outputs(), weights.hidden())
                            : Array.of(head, weights.hidden(), weights.outputs()));
            if (weights.has("b_q")) {
                arrays.put("head" + separator + "bias", Array.of(weights.get("b_q"), weights.outputs()));
            }
        }
        return arrays;
    }

    /** [H][O] as [O][H], as nn.Linear has it. */
    private static double[] turned(double[] values, int columns) {
        double[] turned = new double[values.length];
        int rows = values.length / columns;
        for (int i = 0; i < values.length; i++) {
            turned[i % columns * rows + i / columns] = values[i];
        }
        return turned;
    }
}

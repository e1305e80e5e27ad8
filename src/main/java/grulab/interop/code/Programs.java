package grulab.interop.code;

import grulab.interop.file.BadModel;
import grulab.interop.file.ElementType;
import grulab.interop.file.NpzFile;
import grulab.interop.file.PlacedFile;
import grulab.interop.file.SafetensorsFile;
import grulab.model.Answer;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.Framework;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Programs in other frameworks that compute a case and compare what they get with the lab's trace. A framework's own
 * layer is used where it computes the cell, with relabelled weights where its z means the other thing; every gate is
 * computed beside it by the formulas of {@link grulab.engine.explain.CellFormulas}, written in the framework's functions.
 */
public final class Programs {
    private Programs() {}

    /** The text of the program; the same for the same case. */
    public static String source(Case given, Framework framework) {
        return Program.of(Plan.of(given, framework)).source();
    }

    /**
     * Writes the program, its weights (weights.safetensors or weights.npz), input.npz and trace.npz, all float64. Each is
     * written beside its place and moved into it; whatever else is in the folder stays.
     *
     * @param folder made if it is not there
     * @param trace what the lab computed of the case: its forward arrays are what the program compares with
     * @return what was written, the program first
     * @throws BadModel if something cannot be written, with the place and what would be right
     */
    public static List<Path> write(Path folder, Case given, Answer trace, Framework framework) throws BadModel {
        Plan plan = Plan.of(given, framework);
        Program program = Program.of(plan);
        make(folder);
        Path weights = folder.resolve(program.weightsFile());
        Path input = folder.resolve(Program.INPUT);
        Path expected = folder.resolve(Program.TRACE);
        Path source = folder.resolve(framework.file());
        if (framework == Framework.PYTORCH) {
            SafetensorsFile.write(weights, program.weights(), ElementType.F64);
        } else {
            NpzFile.write(weights, program.weights(), ElementType.F64);
        }
        NpzFile.write(input, plan.input(), ElementType.F64);
        NpzFile.write(expected, compared(given, trace), ElementType.F64);
        PlacedFile.write(source, out -> out.write(program.source().getBytes(StandardCharsets.UTF_8)));
        return List.of(source, weights, input, expected);
    }

    /** The quantities of the cell, and the logits. */
    private static Map<String, Array> compared(Case given, Answer trace) {
        Map<String, Array> arrays = new LinkedHashMap<>(trace.forward());
        if (given.weights().outputs() == 0) {
            arrays.remove("logits");
        }
        return arrays;
    }

    private static void make(Path folder) throws BadModel {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadModel(folder + ": this is no folder and cannot be made one; choose another place");
        }
    }
}

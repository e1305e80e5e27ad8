package grulab.presentation;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a file that is given to the lab is taken for, by its ending. */
public enum FileKind {
    LAB,
    /** Weights in a format that other programs write. */
    MODEL,
    /** JSON: a case, or the lab's own weights. */
    CASE,
    TEXT;

    private static final Set<String> MODELS = Set.of("safetensors", "npz", "onnx", "h5", "keras", "pt", "pth");

    public static FileKind of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "grulab" -> LAB;
            case "json" -> CASE;
            default -> MODELS.contains(ending) ? MODEL : TEXT;
        };
    }

    /** Whether it holds weights, and no experiment. */
    public boolean isWeights() {
        return this == MODEL || this == CASE;
    }
}

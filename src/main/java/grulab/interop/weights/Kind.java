package grulab.interop.weights;

import grulab.interop.file.BadModel;
import grulab.interop.file.FileBytes;
import grulab.interop.file.ForeignFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The kinds of model files that are read, told apart by what is in them; by their name where that says too little. */
enum Kind {
    SAFETENSORS,
    NPZ,
    ONNX,
    JSON;

    private static final int LOOK = 64;
    /** The length of the header stands before it. */
    private static final int HEADER = 8;

    /** {@link BadModel} if the file is of no kind that is read. */
    static Kind of(Path file) throws BadModel {
        Optional<BadModel> refusal = ForeignFile.refusal(file);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return FileBytes.use(file, bytes -> {
            ByteBuffer start = bytes.at(0, (int) Math.min(LOOK, bytes.size()), "its start");
            String text = StandardCharsets.ISO_8859_1.decode(start.duplicate()).toString();
            if (text.startsWith("PK")) {
                return NPZ;
            }
            if (text.startsWith("{", HEADER) && start.getLong(0) > 0 && start.getLong(0) <= bytes.size()) {
                return SAFETENSORS;
            }
            if (text.stripLeading().startsWith("{") || text.startsWith("\u00ef\u00bb\u00bf{")) {
                return JSON;
            }
            return byName(file);
        });
    }

    /** Of what begins as none of the others: a protocol buffer, or a file that is damaged. */
    private static Kind byName(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".safetensors")) {
            return SAFETENSORS;
        }
        if (name.endsWith(".npz")) {
            return NPZ;
        }
        return name.endsWith(".json") ? JSON : ONNX;
    }
}

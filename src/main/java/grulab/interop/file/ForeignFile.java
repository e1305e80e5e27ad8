package grulab.interop.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Files that people try and that the lab does not read: told apart by what is in them, seldom by their name, and answered
 * with how to get to one that it reads.
 */
public final class ForeignFile {
    private static final int LOOK = 512;
    private static final String PICKLE =
            "this is a pickle%s, which can run code when it is read; save it as safetensors:"
                    + " safetensors.torch.save_file(model.state_dict(), \"model.safetensors\")";
    private static final String KERAS = "this is %s, which the lab does not read; save the weights by name:"
            + " numpy.savez(\"model.npz\", **{w.path: w.numpy() for w in model.weights})";
    private static final String READ = "the lab reads .safetensors, .npz, .onnx and its own .json";

    /** How files begin that no other look is needed for. */
    private static final List<Start> STARTS = List.of(
            new Start("89484446 0d0a1a0a", KERAS.formatted("HDF5, as .h5 of Keras is")),
            new Start("47475546", "this is GGUF, a language model for llama.cpp; " + READ),
            new Start(
                    "934e554d 5059", "this is a single .npy array; a layer has several: numpy.savez(\"model.npz\", …)"),
            new Start("1f8b08", unpack("gzip")),
            new Start("425a68", unpack("bzip2")),
            new Start("fd377a58 5a00", unpack("xz")),
            new Start("28b52ffd", unpack("zstd")),
            new Start("377abcaf 271c", unpack("7z")),
            new Start("52617221 1a07", unpack("rar")),
            new Start(
                    "4d41544c 4142",
                    "this is a .mat file of MATLAB; save it from Python: numpy.savez(\"model.npz\", …)"),
            new Start(
                    "76657273 696f6e20 68747470 733a2f2f 6769742d 6c6673",
                    "this is a pointer of Git LFS and not the file itself; fetch it: git lfs pull"));

    private ForeignFile() {}

    /** Why the lab does not read this file; empty if it is none that is known. */
    public static Optional<BadModel> refusal(Path file) throws BadModel {
        return FileBytes.use(file, bytes -> sentence(file, bytes))
                .map(sentence -> new BadModel(sentence).in(FileBytes.shown(file)));
    }

    private static Optional<String> sentence(Path file, FileBytes bytes) throws IOException, BadModel {
        if (bytes.size() == 0) {
            return Optional.of("the file is empty; " + READ);
        }
        byte[] start =
                bytes.at(0, (int) Math.min(LOOK, bytes.size()), "its start").array();
        // the length with which it begins can look like the start of anything
        if (start.length > 8 && start[8] == '{' && start[6] == 0 && start[7] == 0) {
            return Optional.empty();
        }
        if (start[0] == 'P' && start.length > 1 && start[1] == 'K') {
            return archive(bytes);
        }
        if ((start[0] & 0xff) == 0x80 && start.length > 1 && start[1] >= 2 && start[1] <= 5) {
            return Optional.of(PICKLE.formatted(torch(start) ? " of PyTorch before 1.6" : ""));
        }
        if (start.length >= 8 && text(start, 4, 8).equals("TFL3")) {
            return Optional.of(KERAS.formatted("TensorFlow Lite"));
        }
        if (start.length >= 263 && text(start, 257, 262).equals("ustar")) {
            return Optional.of(unpack("tar"));
        }
        return STARTS.stream()
                .filter(known -> known.begins(start))
                .map(Start::sentence)
                .findFirst()
                .or(() -> byName(file))
                .or(() -> written(start));
    }

    private static Optional<String> archive(FileBytes bytes) throws IOException {
        List<String> names;
        try {
            names = ZipDirectory.read(bytes, Limits.USUAL).stream()
                    .map(ZipMember::name)
                    .toList();
        } catch (BadModel e) {
            return Optional.empty();
        }
        if (names.stream().anyMatch(name -> name.endsWith("/data.pkl") || name.equals("data.pkl"))) {
            return Optional.of(PICKLE.formatted(" of PyTorch"));
        }
        if (names.contains("model.weights.h5")) {
            return Optional.of(KERAS.formatted("a .keras file"));
        }
        if (names.stream().noneMatch(name -> name.endsWith(".npy"))) {
            return Optional.of("this is a zip archive without any .npy; " + READ);
        }
        return Optional.empty();
    }

    /** Protocol buffers and the like begin with anything. */
    private static Optional<String> byName(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pb") || name.endsWith(".index") || name.endsWith(".ckpt") || name.contains(".data-0")) {
            return Optional.of(KERAS.formatted("a model or checkpoint of TensorFlow"));
        }
        if (name.endsWith(".msgpack")) {
            return Optional.of("this is MessagePack, as Flax writes; save the arrays by name:"
                    + " numpy.savez(\"model.npz\", **{\"/\".join(k): v for k, v in flatten_dict(params).items()})");
        }
        if (name.endsWith(".onnx.data")) {
            return Optional.of("these are the weights that belong to an .onnx; open the .onnx beside it");
        }
        return Optional.empty();
    }

    private static Optional<String> written(byte[] start) {
        String text = text(start, 0, start.length);
        boolean plain = text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
        // bytes beyond ASCII are letters of some language, or cut in two where the look ends
        if (!plain
                || text.startsWith("\u00ef\u00bb\u00bf{")
                || text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        return Optional.of(
                text.stripLeading().startsWith("<")
                        ? "this is a web page or XML, not a model; " + READ
                        : "this is text, not a model; " + READ);
    }

    /** The number with which torch.save began, and the protocol before it. */
    private static boolean torch(byte[] start) {
        return new Start("80028a0a 6cfc9c46 f9206aa8 5019", "").begins(start);
    }

    private static String unpack(String kind) {
        return "this is packed (" + kind + "); unpack it first";
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** @param hex how the file begins */
    private record Start(String hex, String sentence) {
        boolean begins(byte[] start) {
            String digits = hex.replace(" ", "");
            byte[] wanted = new byte[digits.length() / 2];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
            }
            return start.length >= wanted.length && Arrays.equals(Arrays.copyOf(start, wanted.length), wanted);
        }
    }
}

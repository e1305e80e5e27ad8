package grulab.interop.onnx;

import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import grulab.interop.file.FileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import onnx.format.StringStringEntryProto;
import onnx.format.TensorProto;

/** The files beside a model, in its own folder and nowhere else, that hold arrays of it. */
final class ExternalFiles {
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final Set<Path> counted = new HashSet<>();

    ExternalFiles(Path folder) {
        this.folder = folder;
    }

    private record Place(Path file, long offset) {}

    /** Refuses an array that the file does not hold; what the file holds is there to be used. */
    void check(TensorProto tensor, long bytes, Budget budget) throws BadModel {
        Place place = place(tensor, bytes);
        long size;
        try {
            size = Files.size(place.file());
        } catch (IOException e) {
            throw missing(place.file());
        }
        if (place.offset() > size - bytes) {
            throw BadModel.of(
                    "its %,d bytes from byte %,d on are not in %s, which has %,d; copy that file again",
                    bytes, place.offset(), name(place.file()), size);
        }
        if (counted.add(place.file())) {
            budget.grow(Math.min(size, Integer.MAX_VALUE));
        }
    }

    /** Hands over an array's bytes, part by part. */
    void read(TensorProto tensor, long bytes, TensorReader.Filling into) throws BadModel {
        Place place = place(tensor, bytes);
        FileBytes.use(place.file(), file -> {
            for (long done = 0; done < bytes; done += CHUNK) {
                into.take(file.at(place.offset() + done, (int) Math.min(CHUNK, bytes - done), "an array"));
            }
            return into;
        });
    }

    private Place place(TensorProto tensor, long bytes) throws BadModel {
        Map<String, String> given = new HashMap<>();
        for (StringStringEntryProto entry : tensor.getExternalDataList()) {
            if (given.put(entry.getKey(), entry.getValue()) != null) {
                throw BadModel.of("where it lies is said twice (%s)", JsonPlace.quoted(entry.getKey()));
            }
        }
        long length = number(given, "length", bytes);
        if (length != bytes) {
            throw BadModel.of("its shape takes %,d bytes, but %,d are said to be stored", bytes, length);
        }
        return new Place(file(given.getOrDefault("location", "")), number(given, "offset", 0));
    }

    private static long number(Map<String, String> given, String key, long otherwise) throws BadModel {
        String text = given.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the sentence is the same
        }
        throw BadModel.of("its %s is %s; a number of bytes is needed", key, JsonPlace.quoted(text));
    }

    /** A plain file within the folder; a link that leads out of it is followed no more than "..". */
    private Path file(String location) throws BadModel {
        Path file;
        try {
            Path given = Path.of(location);
            boolean climbs = given.isAbsolute() || given.getRoot() != null || location.indexOf('\\') >= 0;
            for (Path part : given) {
                climbs |= part.toString().equals("..");
            }
            if (climbs || location.isEmpty()) {
                throw outside(location);
            }
            file = folder.resolve(given);
        } catch (InvalidPathException e) {
            throw outside(location);
        }
        try {
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw outside(location);
            }
        } catch (IOException e) {
            throw missing(file);
        }
        if (!Files.isRegularFile(file)) {
            throw missing(file);
        }
        return file;
    }

    private static BadModel outside(String location) {
        return BadModel.of(
                "its numbers are said to lie in “%s”; only files in the folder of the model are read",
                JsonPlace.quoted(location));
    }

    private static BadModel missing(Path file) {
        return BadModel.of(
                "its numbers lie in %s, which is not beside the model; copy both into one folder", name(file));
    }

    private static String name(Path file) {
        return JsonPlace.quoted(String.valueOf(file.getFileName()));
    }
}

package grulab.interop.file;

import grulab.interop.JsonPlace;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Names in archives. Slashes are ordinary; a name that would lead out of a folder is refused, though nothing is unpacked to one. */
final class ZipNames {
    /** C:\x, but not w:0, as TensorFlow calls variables. */
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:(\\D.*)?", Pattern.DOTALL);

    private ZipNames() {}

    static String read(ByteBuffer bytes) throws BadModel {
        try {
            String name = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            check(name);
            return name;
        } catch (CharacterCodingException e) {
            throw new BadModel("the name of an entry is not UTF-8; write the archive with numpy.savez");
        }
    }

    static void check(String name) throws BadModel {
        boolean climbs = name.startsWith("/")
                || name.startsWith("\\")
                || DRIVE.matcher(name).matches()
                || Arrays.asList(name.split("[/\\\\]", -1)).contains("..");
        if (climbs) {
            throw new BadModel(
                    "entry " + shown(name) + " would lead out of the archive; a name must be that of an array");
        }
        if (name.indexOf('\0') >= 0) {
            throw new BadModel("entry " + shown(name) + " has a zero byte in its name");
        }
    }

    static String shown(String name) {
        return JsonPlace.quoted(name);
    }
}

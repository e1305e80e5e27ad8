package grulab.interop.file;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The type of the numbers in an .npy file.
 *
 * @param name for sentences
 * @param element null if no weight is of it
 * @param bytes of one number, 0 if that is not known
 */
record NpyType(String name, @Nullable ElementType element, ByteOrder order, int bytes) {
    private static final Pattern DESCR = Pattern.compile("([<>|=]?)([a-zA-Z])(\\d{0,7})");
    private static final Map<String, ElementType> ELEMENTS =
            Map.of("f2", ElementType.F16, "f4", ElementType.F32, "f8", ElementType.F64);
    private static final String WITH_BYTES = "biufcSVa";

    /** @param descr null if it is a list of fields, not a text */
    static NpyType of(@Nullable String descr) throws BadModel {
        if (descr == null) {
            return new NpyType("a structure with several fields", null, ByteOrder.LITTLE_ENDIAN, 0);
        }
        Matcher matcher = DESCR.matcher(descr);
        if (descr.startsWith("<M8[") || descr.startsWith("<m8[")) {
            return new NpyType("a time, " + descr, null, ByteOrder.LITTLE_ENDIAN, 8);
        }
        if (!matcher.matches()) {
            throw new BadModel("has numbers of the unknown type " + ZipNames.shown(descr));
        }
        String kind = matcher.group(2);
        // = means the order of the machine that wrote it, | that there is none
        ByteOrder order = ">".equals(matcher.group(1)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (kind.equals("O")) {
            return new NpyType("objects of Python (a pickle, which can run code)", null, order, 0);
        }
        int digits = matcher.group(3).isEmpty() ? 0 : Integer.parseInt(matcher.group(3));
        int bytes = WITH_BYTES.contains(kind) ? digits : kind.equals("U") ? 4 * digits : 0;
        String hint = kind.equals("V") && digits == 2 ? " (if it was bfloat16, save it as float32)" : "";
        return new NpyType("type " + descr + hint, ELEMENTS.get(kind + digits), order, bytes);
    }
}

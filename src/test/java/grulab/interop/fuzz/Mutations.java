package grulab.interop.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Good files damaged in the ways that hurt: each time another one, but the same ones for the same seed. What lies behind a
 * length or a checksum is damaged with both put right, so that the reader behind them is reached.
 */
final class Mutations {
    private final List<byte[]> seeds;
    private final Random random;
    private final Damage damage;

    Mutations(List<byte[]> seeds, long seed) {
        this.seeds = seeds;
        this.random = new Random(seed);
        this.damage = new Damage(seeds, random);
    }

    /** A file with one to four damages. */
    byte[] next() {
        byte[] file = seeds.get(random.nextInt(seeds.size())).clone();
        boolean archive = file.length > 4 && file[0] == 'P' && file[1] == 'K';
        boolean safetensors = file.length > 9 && file[6] == 0 && file[7] == 0 && file[8] == '{';
        boolean inside = random.nextInt(3) > 0;
        if (archive) {
            return inside ? inside(file) : times(file, random.nextBoolean() ? damage::inPlace : damage::anywhere);
        }
        if (safetensors && inside) {
            return behindLength(file, 0, Long.BYTES);
        }
        return times(file, file[0] == '{' && inside ? damage::text : damage::anywhere);
    }

    private byte[] times(byte[] file, UnaryOperator<byte[]> once) {
        byte[] result = file;
        // one alone is found by the check that is meant for it, not by an earlier one
        int times = random.nextBoolean() ? 1 : 1 + random.nextInt(4);
        for (int i = 0; i < times && result.length > 0; i++) {
            result = once.apply(result);
        }
        return result;
    }

    /** Damages what is packed in an archive and packs it again, with a checksum that is right. */
    private byte[] inside(byte[] archive) {
        try {
            Map<String, byte[]> content = new LinkedHashMap<>();
            ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                content.put(entry.getName(), in.readAllBytes());
            }
            int chosen = random.nextInt(content.size());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ZipOutputStream out = new ZipOutputStream(bytes);
            for (Map.Entry<String, byte[]> e : content.entrySet()) {
                out.putNextEntry(new ZipEntry(e.getKey()));
                out.write(chosen-- == 0 ? npy(e.getValue()) : e.getValue());
                out.closeEntry();
            }
            out.finish();
            return bytes.toByteArray();
        } catch (ZipException e) {
            // PyTorch stores without saying a size in front, which cannot be read as a stream
            return times(archive, damage::anywhere);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mostly the header of version 1.0, behind eight bytes and a length of two. */
    private byte[] npy(byte[] content) {
        boolean known = content.length > 128 && content[0] == (byte) 0x93 && content[6] == 1;
        return known && random.nextInt(3) > 0
                ? behindLength(content, 8, Short.BYTES)
                : times(content, random.nextBoolean() ? damage::inPlace : damage::anywhere);
    }

    /** Damages the text whose length stands at a place, and says truly how long it is then. */
    private byte[] behindLength(byte[] file, int at, int width) {
        int from = at + width;
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getShort(at) & 0xffff;
        byte[] text = times(
                Arrays.copyOfRange(file, from, from + length), random.nextInt(4) > 0 ? damage::text : damage::anywhere);
        byte[] result = Damage.spliced(file, from, from + length, text);
        ByteBuffer said = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        said.putLong(0, text.length);
        System.arraycopy(said.array(), 0, result, at, width);
        return result;
    }
}

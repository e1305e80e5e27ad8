package grulab.interop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import grulab.model.Case;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A case file: JSON with one small problem and all its numbers, gate by gate, so that no packing order can be guessed
 * wrong; and, if it is there to be checked, the numbers that should come out.
 *
 * @param problem the case
 * @param expected what should come out, or null
 */
public record CaseFile(Case problem, @Nullable Expectation expected) {

    /** Reads a file; what is wrong with it is said in one sentence that begins with its name. */
    public static CaseFile read(Path file) throws BadCase {
        return read(file, CaseLimits.USUAL);
    }

    /** The same within other limits. */
    static CaseFile read(Path file, CaseLimits limits) throws BadCase {
        return read(file, limits, in -> read(in, nameOf(file), limits));
    }

    /** Reads a case whose x may stand batch first, [B][T][I], if its start states say so; it is turned round then. */
    public static OrderedCase readInAnyOrder(Path file) throws BadCase {
        CaseLimits limits = CaseLimits.USUAL;
        return read(
                file,
                limits,
                in -> parsed(in, limits, parser -> new CaseReader(parser, limits).readInAnyOrder(nameOf(file))));
    }

    /**
     * Reads the cell of a file that is a case, or a case without all that is about its input: x, h0, c0, targets, train
     * and expected.
     */
    public static CellFile readCell(Path file) throws BadCase {
        return read(
                file,
                CaseLimits.USUAL,
                in -> parsed(in, CaseLimits.USUAL, parser -> new CaseReader(parser, CaseLimits.USUAL).readCell()));
    }

    /** Reads a file that has only what goes into a cell, and has it judged. */
    static <T> T readInput(Path file, Judgement<T> judge) throws BadCase {
        return read(
                file,
                CaseLimits.USUAL,
                in -> judge.of(
                        parsed(in, CaseLimits.USUAL, parser -> new InputReader(parser, CaseLimits.USUAL).read())));
    }

    /** Reads a file by its bytes; what is wrong with it begins with its name. */
    static <T> T read(Path file, CaseLimits limits, Content<T> content) throws BadCase {
        String name = JsonPlace.quoted(file.toString());
        try {
            if (Files.isDirectory(file)) {
                throw new BadCase("this is a folder; a case file (JSON) is needed");
            }
            if (Files.isRegularFile(file) && Files.size(file) > limits.fileBytes()) {
                throw BadCase.of(
                        "%,d bytes are too many; a case file may have %,d", Files.size(file), limits.fileBytes());
            }
            try (InputStream in = Files.newInputStream(file)) {
                return content.of(in);
            }
        } catch (BadCase e) {
            throw e.in(name);
        } catch (IOException e) {
            throw new BadCase(name + ": " + Unreadable.because(e));
        }
    }

    /**
     * Reads a stream to its end.
     *
     * @param name the name of the case if it has none in itself
     */
    public static CaseFile read(InputStream in, String name) throws BadCase, IOException {
        return read(in, name, CaseLimits.USUAL);
    }

    static CaseFile read(InputStream in, String name, CaseLimits limits) throws BadCase, IOException {
        return parsed(in, limits, parser -> new CaseReader(parser, limits).read(name));
    }

    /** Reads JSON as strictly as cases are read. */
    static <T> T parsed(InputStream in, CaseLimits limits, Parsed<T> parsed) throws BadCase, IOException {
        try (JsonParser parser = factory(limits).createParser(in)) {
            return parsed.by(parser);
        } catch (StreamConstraintsException e) {
            throw new BadCase("too deep, too long or too much for a case file" + JsonPlace.at(e));
        } catch (JsonProcessingException e) {
            throw new BadCase(JsonPlace.fault(e));
        } catch (CharacterCodingException e) {
            throw new BadCase("not valid JSON: the text is not UTF-8");
        }
    }

    private static JsonFactory factory(CaseLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(limits.parser())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                // NaN and Infinity get through to where they can be refused with their path
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
    }

    private static String nameOf(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "case" : last.toString();
        return name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    }

    interface Judgement<T> {
        T of(CaseFields fields) throws BadCase;
    }

    interface Content<T> {
        T of(InputStream in) throws IOException, BadCase;
    }

    interface Parsed<T> {
        T by(JsonParser parser) throws IOException, BadCase;
    }
}

package grulab.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A style sheet in pixels of the design, made for one scale. An em would not do: JavaFX measures it by the font of the
 * very node, so that 12 pixels of padding were another number of em under every size of type.
 */
final class ScaledSheet {
    private static final Pattern PIXELS = Pattern.compile("(-?\\d+(?:\\.\\d+)?)px");

    private final String text;

    ScaledSheet(String resource) {
        try (InputStream in = ScaledSheet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no style sheet " + resource);
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address to be added to a scene's style sheets. */
    String at(double scale) {
        Matcher matcher = PIXELS.matcher(text);
        String scaled = matcher.replaceAll(m -> Double.parseDouble(m.group(1)) * scale + "px");
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(scaled.getBytes(StandardCharsets.UTF_8));
    }
}

package grulab.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The typefaces, which come as libraries; Chinese characters are taken from the system's font by JavaFX itself. */
public final class Fonts {
    private static final String LIBRARY = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FACES = List.of(
            LIBRARY + "inter/Inter-Regular.otf",
            LIBRARY + "inter/Inter-SemiBold.otf",
            LIBRARY + "inter/Inter-Bold.otf",
            LIBRARY + "jetbrains_mono/JetBrainsMono-Regular.ttf",
            LIBRARY + "jetbrains_mono/JetBrainsMono-Bold.ttf",
            "/org/scilab/forge/jlatexmath/fonts/base/jlm_cmmi10.ttf");
    private static final int LOADED = load();

    private Fonts() {}

    /** Makes the families known, so that style sheets can name them: "Inter", "Inter SemiBold", "JetBrains Mono". */
    public static int ready() {
        return LOADED;
    }

    public static Font ui(double size) {
        return Font.font("Inter", size);
    }

    /** Titles, chosen tabs. JavaFX tells only regular from bold, so the weight between is a family of its own. */
    public static Font semiBold(double size) {
        return Font.font("Inter SemiBold", size);
    }

    public static Font bold(double size) {
        return Font.font("Inter", FontWeight.BOLD, size);
    }

    /** Numbers that change or align, and characters of the text. */
    public static Font mono(double size) {
        return Font.font("JetBrains Mono", size);
    }

    public static Font monoBold(double size) {
        return Font.font("JetBrains Mono", FontWeight.BOLD, size);
    }

    /** Italic letters of formulas, from the fonts that typeset the formulas; has Latin letters only, and ∂ as '@'. */
    public static Font math(double size) {
        return Font.font("jlm_cmmi10", size);
    }

    private static int load() {
        for (String face : FACES) {
            try (InputStream in = Fonts.class.getResourceAsStream(face)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("the typeface " + face + " is not on the class path");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return FACES.size();
    }
}

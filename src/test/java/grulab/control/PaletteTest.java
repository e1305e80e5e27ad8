package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @ParameterizedTest
    @EnumSource(Palette.class)
    void styleSheetsAndDrawingsHaveTheSameColours(Palette p) throws IOException {
        String sheet = sheet("tokens-" + p.name().toLowerCase(Locale.ROOT));
        Map<String, Color> tokens = Map.ofEntries(
                Map.entry("app", p.app),
                Map.entry("surface", p.surface),
                Map.entry("sunk", p.sunk),
                Map.entry("text", p.ink),
                Map.entry("ink", p.ink),
                Map.entry("text-2", p.text2),
                Map.entry("text-3", p.text3),
                Map.entry("border", p.border),
                Map.entry("rule", p.rule),
                Map.entry("halo", p.halo),
                Map.entry("warn", p.warn),
                Map.entry("bad", p.bad),
                Map.entry("x", p.x),
                Map.entry("z", p.z),
                Map.entry("r", p.r),
                Map.entry("candidate", p.candidate),
                Map.entry("h", p.h),
                Map.entry("loss", p.loss));
        tokens.forEach((name, color) -> {
            Matcher m = Pattern.compile("-lab-" + name + ": (#[0-9A-F]{6});").matcher(sheet);
            assertThat(m.find()).as("-lab-" + name).isTrue();
            assertThat(Color.web(m.group(1))).as("-lab-" + name).isEqualTo(color);
        });
    }

    @Test
    void mapsMeetTheirStops() {
        assertThat(Palette.LIGHT.gates.color(0)).isEqualTo(Color.web("#FBF8EA"));
        assertThat(Palette.LIGHT.gates.color(1)).isEqualTo(Color.web("#152F57"));
        assertThat(Palette.LIGHT.states.color(0)).isEqualTo(Color.web("#153E90"));
        assertThat(Palette.DARK.states.color(1)).isEqualTo(Color.web("#F5A95C"));
        assertThat(Palette.DARK.gates.argb(7)).isEqualTo(Palette.DARK.gates.argb(1));
    }

    private static String sheet(String name) throws IOException {
        try (var in = Palette.class.getResourceAsStream("/grulab/assets/style/" + name + ".css")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

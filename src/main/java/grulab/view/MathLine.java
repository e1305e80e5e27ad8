package grulab.view;

import grulab.control.FormulaText;
import grulab.control.TexNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A line of words in which a letter that stands alone is the letter of the formulas. */
final class MathLine extends HBox {
    private final Workbench bench;
    private final String letter;
    private final Pattern alone;
    private final double size;
    private final List<String> styles;
    private final Supplier<String> words;
    /** Made once and used again: each follows the look for as long as the window lives. */
    private final List<TexNode> letters = new ArrayList<>();

    private @Nullable String shown;

    /**
     * @param letter that is set as in a formula where no other letter touches it
     * @param size of the letter, of the design
     * @param styles of the words
     * @param values that the words change with; they change with the language by themselves
     */
    MathLine(
            Workbench bench,
            String letter,
            double size,
            List<String> styles,
            Supplier<String> words,
            ObservableValue<?>... values) {
        this.bench = bench;
        this.letter = letter;
        alone = Pattern.compile("(?<![A-Za-z\u201c])" + letter + "(?![A-Za-z\u201d])");
        this.size = size;
        this.styles = styles;
        this.words = words;
        setAlignment(Pos.BASELINE_LEFT);
        setMaxHeight(USE_PREF_SIZE);
        bench.onLook(look -> setSpacing(look.px(size * 0.27)));
        bench.texts().language().addListener((o, old, now) -> write());
        for (ObservableValue<?> value : values) {
            value.addListener((o, old, now) -> write());
        }
        write();
    }

    private void write() {
        String text = words.get();
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        getChildren().clear();
        int used = 0;
        Matcher matcher = alone.matcher(text);
        int from = 0;
        while (matcher.find()) {
            add(text.substring(from, matcher.start()));
            if (used == letters.size()) {
                // words of 13 are 18 in projector mode
                letters.add(bench.formula(FormulaText.EMPTY.ink(letter), size, size * 18 / 13));
            }
            getChildren().add(letters.get(used++));
            from = matcher.end();
        }
        add(text.substring(from));
    }

    private void add(String words) {
        if (!words.isBlank()) {
            Label label = Labels.fixed(words.strip(), styles.toArray(String[]::new));
            label.setMinWidth(USE_PREF_SIZE);
            getChildren().add(label);
        }
    }
}

package grulab.view;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text that a model wrote, in whole lines only: a line that does not fit is not begun. */
final class WrittenText extends TextFlow {
    private final Rectangle clip = new Rectangle();

    WrittenText(String id) {
        setId(id);
        getStyleClass().add("written");
        setMinHeight(0);
        clip.widthProperty().bind(widthProperty());
        setClip(clip);
    }

    /** What the model went on from, and what it wrote after it. */
    void show(String prefix, String text) {
        getChildren().setAll(piece(prefix, "prefix"), piece(text));
        setAccessibleText(prefix + text);
    }

    /** A sentence in place of a text. */
    void empty(String sentence) {
        getChildren().setAll(piece(sentence, "prefix"));
        setAccessibleText(sentence);
    }

    private static Text piece(String words, String... styles) {
        Text piece = new Text(words);
        piece.getStyleClass().add("text");
        piece.getStyleClass().addAll(styles);
        return piece;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        clip.setHeight(wholeLines());
    }

    /** Where lines are is asked of the text itself. */
    private double wholeLines() {
        double room = getHeight();
        int length = getChildren().stream()
                .mapToInt(n -> ((Text) n).getText().length())
                .sum();
        double end = 0;
        for (int i = 0; i < length; i++) {
            double bottom = bottom(caretShape(i, true));
            if (bottom > room) {
                break;
            }
            end = Math.max(end, bottom);
        }
        return end;
    }

    private static double bottom(PathElement[] caret) {
        double bottom = 0;
        for (PathElement element : caret) {
            if (element instanceof LineTo line) {
                bottom = Math.max(bottom, line.getY());
            }
        }
        return bottom;
    }
}

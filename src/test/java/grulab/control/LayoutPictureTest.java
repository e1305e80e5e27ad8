package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.FrameworkRow;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutPictureTest {
    private static LayoutPicture picture(FrameworkRow row) {
        LayoutPicture picture = new LayoutPicture();
        picture.words(new ConventionWords(Screens.texts("en")));
        picture.show(row, 40, 28);
        Screens.draw(picture, 468, 300, Look.STANDARD);
        return picture;
    }

    /** Shapes that the frameworks' own documentation gives for H 40 and I 28. */
    @ParameterizedTest
    @CsvSource({
        "GRU, pytorch, weight_ih_l0, 3H × I, 120 × 28",
        "GRU, pytorch, bias_hh_l0, 3H, 120",
        "GRU, keras, kernel, I × 3H, 28 × 120",
        "GRU, keras, recurrent_kernel, H × 3H, 40 × 120",
        "GRU, keras, bias, 2 × 3H, 2 × 120",
        "GRU, onnx, R, 1 × 3H × H, 1 × 120 × 40",
        "GRU, onnx, B, 1 × 6H, 1 × 240",
        "GRU, tensorflow, w_ru, (I + H) × 2H, 68 × 80",
        "LSTM, pytorch, weight_hh_l0, 4H × H, 160 × 40"
    })
    void anArrayHasTheShapeThatItsFrameworkGivesIt(
            CellType cell, String id, String array, String symbols, String numbers) {
        FrameworkRow row = FrameworkRow.byId(cell, id).orElseThrow();
        String table = Screens.onFx(() -> picture(row)).table();
        assertThat(table.lines()).anyMatch(line -> line.startsWith(array + "\t" + symbols + "\t" + numbers + "\t"));
    }

    @Test
    void blocksSayWhatTheLabCallsThemAndWhatTheFrameworkDoes() {
        String paddle = Screens.onFx(
                        () -> picture(FrameworkRow.byId(CellType.GRU, "paddle").orElseThrow()))
                .getAccessibleText();
        assertThat(paddle).contains("W_r; W_z; W_n (c)");
        String rllib = Screens.onFx(
                        () -> picture(FrameworkRow.byId(CellType.GRU, "rllib").orElseThrow()))
                .getAccessibleText();
        assertThat(rllib).contains("−b_z");
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void everyRowFitsItsWidthAndAPaperSaysThatItStoresNothing(CellType cell) {
        for (FrameworkRow row : FrameworkRow.of(cell)) {
            LayoutPicture picture = Screens.onFx(() -> picture(row));
            List<Node> cards = Screens.onFx(() -> picture.lookupAll("*").stream()
                    .filter(n -> n instanceof LayoutCard)
                    .toList());
            assertThat(cards).as(row.id()).hasSize(row.arrays().size());
            for (Node card : cards) {
                Bounds b = card.getBoundsInParent();
                assertThat(b.getMinY()).as(row.id()).isGreaterThanOrEqualTo(0);
                assertThat(b.getMaxX()).as(row.id()).isLessThanOrEqualTo(468);
                assertThat(b.getMaxY()).as(row.id()).isLessThanOrEqualTo(((Pane) card.getParent()).getMinHeight() + 1);
                for (Node other : cards) {
                    assertThat(other == card || !other.getBoundsInParent().intersects(b))
                            .as(row.id())
                            .isTrue();
                }
            }
            if (row.arrays().isEmpty()) {
                assertThat(picture.lookup("#layout-paper")).isNotNull();
                assertThat(picture.table()).isEmpty();
            }
        }
    }

    @Test
    void theArraysOfFlaxAreSeenWithoutScrolling() {
        LayoutPicture picture = Screens.onFx(
                () -> picture(FrameworkRow.byId(CellType.GRU, "flax-linen").orElseThrow()));
        Node card = picture.lookupAll("*").stream()
                .filter(n -> n instanceof LayoutCard)
                .findFirst()
                .orElseThrow();
        assertThat(((Pane) card.getParent()).getMinHeight()).isLessThanOrEqualTo(300);
    }
}

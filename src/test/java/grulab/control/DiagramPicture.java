package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;

/** What was drawn, read where strips are. */
final class DiagramPicture {
    static final double WIDTH = 456;
    static final double HEIGHT = 263;

    private final GateDiagram diagram;
    private final PixelReader pixels;
    private final double ratio;
    private final int enlarged;

    DiagramPicture(GateDiagram diagram, Look look) {
        this.diagram = diagram;
        DiagramMoment now = Screens.onFx(() -> diagram.frame().now());
        enlarged = now.order().rowOf(now.unit());
        ratio = look.pixelRatio();
        pixels = Screens.onFx(() -> Screens.draw(diagram, WIDTH, HEIGHT, look).getPixelReader());
    }

    private Bounds strip(String id) {
        return Screens.onFx(() -> {
            Node canvas = diagram.lookup("#" + id).lookup("Canvas");
            return diagram.sceneToLocal(canvas.localToScene(canvas.getBoundsInLocal()));
        });
    }

    /** A cell of a column of 24. */
    void holds(String id, int row, Color expected) {
        assertThat(row(id, row, 24)).as("%s row %d", id, row).contains(expected);
    }

    List<Color> row(String id, int row, int rows) {
        Bounds b = strip(id);
        double high = 0.62 * DiagramBox.fit(WIDTH, HEIGHT, Look.STANDARD).font();
        boolean even = b.getHeight() / rows >= high;
        RowAxis axis = new RowAxis(b.getHeight(), rows, even ? -1 : enlarged, high);
        int y = (int) (ratio * (b.getMinY() + axis.middle(row)));
        List<Color> colors = new ArrayList<>();
        for (double x = b.getMinX() + 2; x < b.getMaxX() - 2; x += 1 / ratio) {
            colors.add(pixels.getColor((int) (x * ratio), y));
        }
        return colors;
    }

    List<Color> column(String id) {
        Bounds b = strip(id);
        List<Color> colors = new ArrayList<>();
        for (double y = b.getMinY() + 1; y < b.getMaxY() - 1; y += 1 / ratio) {
            colors.add(pixels.getColor((int) (b.getCenterX() * ratio), (int) (y * ratio)));
        }
        return colors;
    }
}

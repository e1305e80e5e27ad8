package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.TwinDifference;
import grulab.model.UpdateMeaning;
import java.io.File;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Draws what is shown of conventions, to be looked at: folder, then map|table|layout|delta:WxH@RATIO:light|dark:en|zh, then
 * any of projector, scale=S, cell=LSTM, row=ID, hidden=H, equal, awaiting, same, hover, focus=ID.
 */
final class DrawConventions {
    private static final Convention B = new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT);

    private DrawConventions() {}

    public static void main(String[] args) {
        for (int i = 1; i < args.length; i++) {
            String[] p = args[i].split(":");
            String[] size = p[1].split("[x@]");
            double width = Double.parseDouble(size[0]);
            double height = Double.parseDouble(size[1]);
            Look look = Look.STANDARD
                    .with(p[2].equals("dark") ? Palette.DARK : Palette.LIGHT)
                    .withPixelRatio(Double.parseDouble(size[2]))
                    .withScale(Double.parseDouble(flag(p, "scale", "1")))
                    .withProjector(Arrays.asList(p).contains("projector"));
            File file = new File(args[0], String.join("-", p).replaceAll("[@=]", "-") + ".png");
            Screens.onFx(() -> {
                ConventionDrawing drawing = drawing(p, look);
                drawing.words(new ConventionWords(Screens.texts(p[3])));
                drawing.look(look);
                Screens.draw(drawing, width, height, look);
                Node focus = drawing.lookup("#" + flag(p, "focus", "-"));
                if (focus != null) {
                    focus.requestFocus();
                }
                Screens.save(Screens.draw((Region) drawing, width, height, look), file);
                return file;
            });
        }
        System.exit(0);
    }

    private static String flag(String[] p, String name, String otherwise) {
        return Arrays.stream(p)
                .filter(f -> f.startsWith(name + "="))
                .map(f -> f.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    private static ConventionDrawing drawing(String[] p, Look look) {
        boolean same = Arrays.asList(p).contains("same");
        CellType cell = CellType.valueOf(flag(p, "cell", "GRU"));
        Convention b = same ? Convention.PYTORCH : B;
        switch (p[0]) {
            case "map" -> {
                ConventionMap map = new ConventionMap();
                map.rows(FrameworkRow.ALL);
                map.twins(Convention.PYTORCH, b);
                map.measured(Arrays.asList(p).contains("awaiting") ? null : 1.6e-15);
                return map;
            }
            case "table" -> {
                FrameworkTable table = new FrameworkTable();
                table.rows(FrameworkRow.of(cell));
                table.twins(Convention.PYTORCH, b);
                table.chosen(FrameworkRow.of(cell).get(2));
                return table;
            }
            case "layout" -> {
                LayoutPicture picture = new LayoutPicture();
                String id = flag(p, "row", "pytorch");
                FrameworkRow row = FrameworkRow.byId(cell, id).orElseThrow();
                picture.show(row, Integer.parseInt(flag(p, "hidden", "40")), 28);
                return picture;
            }
            default -> {
                return delta(p);
            }
        }
    }

    private static DeltaMap delta(String[] p) {
        DeltaMap map = new DeltaMap();
        int hidden = Integer.parseInt(flag(p, "hidden", "24"));
        boolean equal = Arrays.asList(p).contains("equal");
        TwinDifference difference =
                equal ? SampleTwins.relabelled(hidden) : SampleTwins.difference(Convention.PYTORCH, B, hidden);
        map.sentence("equal: |Δh| ≤ 2·10⁻¹⁵");
        map.unitProperty().set(Math.min(13, hidden - 1));
        map.timeProperty().set(12);
        if (Arrays.asList(p).contains("awaiting")) {
            map.awaiting(32);
        } else {
            map.show(SampleTwins.passage(), difference, hidden);
        }
        return map;
    }
}

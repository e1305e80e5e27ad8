package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.TwinDifference;
import grulab.model.UpdateMeaning;

/**
 * Draws what is shown of conventions, to be looked at: folder, then {@link Picture}s of map, table, layout, delta with the
 * flags cell=LSTM, row=ID, hidden=H, equal, awaiting, same.
 */
final class DrawConventions {
    private static final Convention B = new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT);

    private DrawConventions() {}

    public static void main(String[] args) {
        Picture.drawAll(args, "", picture -> {
            WordedDrawing<ConventionWords> drawing = drawing(picture);
            drawing.words(new ConventionWords(Screens.texts(picture.language())));
            drawing.look(picture.look());
            return drawing;
        });
    }

    private static WordedDrawing<ConventionWords> drawing(Picture p) {
        boolean same = p.has("same");
        CellType cell = CellType.valueOf(p.flag("cell", "GRU"));
        Convention b = same ? Convention.PYTORCH : B;
        switch (p.what()) {
            case "map" -> {
                ConventionMap map = new ConventionMap();
                map.rows(FrameworkRow.ALL);
                map.twins(Convention.PYTORCH, b);
                map.measured(p.has("awaiting") ? null : 1.6e-15);
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
                String id = p.flag("row", "pytorch");
                FrameworkRow row = FrameworkRow.byId(cell, id).orElseThrow();
                picture.show(row, Integer.parseInt(p.flag("hidden", "40")), 28);
                return picture;
            }
            default -> {
                return delta(p);
            }
        }
    }

    private static DeltaMap delta(Picture p) {
        DeltaMap map = new DeltaMap();
        int hidden = Integer.parseInt(p.flag("hidden", "24"));
        boolean equal = p.has("equal");
        TwinDifference difference =
                equal ? SampleTwins.relabelled(hidden) : SampleTwins.difference(Convention.PYTORCH, B, hidden);
        map.sentence("equal: |Δh| ≤ 2·10⁻¹⁵");
        map.unitProperty().set(Math.min(13, hidden - 1));
        map.timeProperty().set(12);
        if (p.has("awaiting")) {
            map.awaiting(32);
        } else {
            map.show(SampleTwins.passage(), difference, hidden);
        }
        return map;
    }
}

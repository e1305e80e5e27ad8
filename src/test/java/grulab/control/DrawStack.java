package grulab.control;

import grulab.model.CellType;
import java.io.File;

/** Draws the time stack of each cell, to be looked at: folder, then CELL:WxH@RATIO:light|dark:en|zh[:projector] … */
final class DrawStack {
    private DrawStack() {}

    public static void main(String[] args) {
        for (int i = 1; i < args.length; i++) {
            String[] p = args[i].split(":");
            String[] size = p[1].split("[x@]");
            double width = Double.parseDouble(size[0]);
            double height = Double.parseDouble(size[1]);
            Look look = Look.STANDARD
                    .with(p[2].equals("dark") ? Palette.DARK : Palette.LIGHT)
                    .withPixelRatio(Double.parseDouble(size[2]))
                    .withProjector(p.length > 4);
            File file = new File(args[0], "stack-" + String.join("-", p).replace("@", "-") + ".png");
            Screens.onFx(() -> {
                TimeStack stack = new TimeStack(Screens.words(p[3]));
                stack.look(look);
                stack.resize(width, height);
                stack.unitProperty().set(22);
                stack.timeProperty().set(15);
                stack.snapshot(Snapshots.of(CellType.valueOf(p[0]), 40, 32));
                Screens.save(Screens.draw(stack, width, height, look), file);
                return file;
            });
        }
        System.exit(0);
    }
}

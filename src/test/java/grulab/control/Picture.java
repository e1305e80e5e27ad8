package grulab.control;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * A picture of a control that is wanted: WHAT:WxH@RATIO:light|dark:en|zh, then any flags, of which projector, scale=S and
 * focus=ID are for all controls.
 */
record Picture(String what, double width, double height, Look look, String language, List<String> flags) {
    static Picture of(String wish) {
        String[] p = wish.split(":");
        String[] size = p[1].split("[x@]");
        List<String> flags = List.of(p).subList(4, p.length);
        Look look = Look.STANDARD
                .with(p[2].equals("dark") ? Palette.DARK : Palette.LIGHT)
                .withPixelRatio(Double.parseDouble(size[2]))
                .withScale(Double.parseDouble(flag(flags, "scale", "1")))
                .withProjector(flags.contains("projector"));
        return new Picture(p[0], Double.parseDouble(size[0]), Double.parseDouble(size[1]), look, p[3], flags);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    String flag(String name, String otherwise) {
        return flag(flags, name, otherwise);
    }

    private static String flag(List<String> flags, String name, String otherwise) {
        return flags.stream()
                .filter(f -> f.startsWith(name + "="))
                .map(f -> f.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    /**
     * Draws all that is wanted, and ends the program.
     *
     * @param args a folder, then pictures
     * @param prefix of the names of the files
     */
    static void drawAll(String[] args, String prefix, Function<Picture, Region> made) {
        for (String wish : Arrays.asList(args).subList(1, args.length)) {
            Picture picture = of(wish);
            File file = new File(args[0], prefix + wish.replaceAll("[:@=]", "-") + ".png");
            Screens.onFx(() -> {
                picture.draw(made.apply(picture), file);
                return file;
            });
        }
        System.exit(0);
    }

    private void draw(Region drawing, File file) {
        Screens.draw(drawing, width, height, look);
        Node focus = drawing.lookup("#" + flag("focus", "-"));
        if (focus != null) {
            focus.requestFocus();
        }
        Screens.save(Screens.draw(drawing, width, height, look), file);
    }
}

package grulab.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes what was drawn as a PNG. */
final class Picture {
    private Picture() {}

    /** Writes beside the target and moves into place, so that no half picture is ever there. */
    static void write(WritableImage image, Path target) throws IOException {
        BufferedImage opaque =
                new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        SwingFXUtils.fromFXImage(image, opaque);
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, target.getFileName().toString(), ".part");
        try {
            if (!ImageIO.write(opaque, "png", beside.toFile())) {
                throw new IOException("this Java writes no PNG");
            }
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}

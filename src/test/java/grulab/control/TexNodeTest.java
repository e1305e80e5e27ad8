package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.Quantity;
import grulab.model.UpdateMeaning;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;

class TexNodeTest {
    @Test
    void termsAreGroupsInTheirColours() {
        TexNode node = update(14);
        List<Group> terms = node.terms();
        // h' = z ⊙ h …
        assertThat(fill(terms.get(0))).isEqualTo(Palette.LIGHT.h);
        assertThat(fill(terms.get(2))).isEqualTo(Palette.LIGHT.z);
        assertThat(fill(terms.get(3))).isEqualTo(Palette.LIGHT.ink);
        assertThat(fill(terms.get(terms.size() - 1))).isEqualTo(Palette.LIGHT.candidate);
    }

    @Test
    void anotherThemeOrSizeKeepsTheOutlines() {
        TexNode node = update(14);
        Path path = path(node.terms().get(2));
        double width = node.prefWidth(-1);
        Screens.onFx(() -> {
            node.look(Look.STANDARD.with(Palette.DARK).withScale(2));
            return null;
        });
        assertThat(path(node.terms().get(2))).isSameAs(path);
        assertThat(path.getFill()).isEqualTo(Palette.DARK.z);
        assertThat(node.prefWidth(-1)).isCloseTo(2 * width, within(1e-6));
    }

    @Test
    void aTermIsHitAnywhereInItsHeight() {
        TexNode node = update(28);
        Bounds z = node.sceneToLocal(boundsInScene(node.terms().get(2)));
        Node hit = Screens.onFx(() -> pick(node, new Point2D(z.getCenterX(), z.getMinY() + 2)));
        assertThat(hit).isSameAs(node.terms().get(2));
    }

    @Test
    void theTildeStandsOverTheLetterAndDoesNotCrossIt() {
        TexNode plain = node(Formulas.symbol(Quantity.STATE), 27);
        TexNode tilde = node(Formulas.symbol(Quantity.CANDIDATE), 27);
        Bounds h = path(plain.terms().get(0)).getBoundsInLocal();
        Bounds composed = path(tilde.terms().get(0)).getBoundsInLocal();
        assertThat(composed.getHeight()).isGreaterThan(1.15 * h.getHeight());
        assertThat(composed.getWidth()).isCloseTo(h.getWidth(), within(0.1 * h.getWidth()));
        assertThat(tilde.getBaselineOffset()).isGreaterThan(plain.getBaselineOffset());
    }

    @Test
    void operatorsAtTheEdgeOfATermKeepTheirSpace() {
        double plus = node(FormulaText.EMPTY.z("z").ink("+").h("h"), 20).prefWidth(-1);
        double whole = node(FormulaText.EMPTY.ink("z+h"), 20).prefWidth(-1);
        assertThat(plus).isCloseTo(whole, within(0.1));
    }

    @Test
    void fontsAreReadOffTheToolkitsThread() throws Exception {
        CompletableFuture.runAsync(TexNode::warmUp).get(30, TimeUnit.SECONDS);
        assertThat(update(14).prefWidth(-1)).isPositive();
    }

    private static TexNode update(double size) {
        return node(Formulas.update(UpdateMeaning.KEEP), size);
    }

    private static TexNode node(FormulaText text, double size) {
        return Screens.onFx(() -> new TexNode(text, size));
    }

    private static Path path(Group term) {
        return (Path) term.getChildren().get(1);
    }

    private static Object fill(Group term) {
        return path(term).getFill();
    }

    private static Bounds boundsInScene(Node node) {
        return Screens.onFx(() -> node.localToScene(node.getBoundsInLocal()));
    }

    /** The term whose hit area holds a point. */
    private static Node pick(TexNode node, Point2D at) {
        return node.terms().stream()
                .filter(t -> t.contains(t.sceneToLocal(node.localToScene(at))))
                .findFirst()
                .orElseThrow();
    }
}

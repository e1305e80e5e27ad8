package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.control.TexNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What is written anew many times a second must not leave anything behind. */
class MathLineTest extends WindowFixture {
    private Set<Node> formulas() {
        Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());
        robot.interact(() -> {
            for (Node node : window.root().lookupAll(".formula")) {
                if (node instanceof TexNode && inMathLine(node)) {
                    found.add(node);
                }
            }
        });
        return found;
    }

    private static boolean inMathLine(Node node) {
        return node.getParent() instanceof MathLine;
    }

    @Test
    void movingThroughTimeUsesTheSameLettersAgain() {
        Set<Node> before = formulas();
        assertThat(before).isNotEmpty();
        for (int i = 0; i < 10; i++) {
            robot.push(KeyCode.RIGHT);
        }
        assertThat(formulas()).isEqualTo(before);
    }
}

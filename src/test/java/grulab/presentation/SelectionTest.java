package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Selection selection = new Selection();

    @Test
    void aStepThatWasWholeStaysWhole() {
        selection.microSteps(2);
        assertThat(selection.microStep().get()).isEqualTo(2);
        selection.microSteps(6);
        assertThat(selection.microStep().get()).isEqualTo(6);
    }

    @Test
    void aMicroStepStaysWhereItIsWithinTheCell() {
        selection.microStep(3);
        selection.microSteps(6);
        assertThat(selection.microStep().get()).isEqualTo(3);
        selection.microSteps(2);
        assertThat(selection.microStep().get()).isEqualTo(2);
        selection.microStep(1);
        selection.microSteps(6);
        assertThat(selection.microStep().get()).isEqualTo(1);
        selection.microStep(9);
        assertThat(selection.microStep().get()).isEqualTo(6);
    }

    @Test
    void microStepsGoOnIntoTheNextTimeStepAndBackTheSameWay() {
        selection.within(8, 3);
        selection.microSteps(2);
        selection.time(0);
        selection.microStep(1);
        List<String> there = new ArrayList<>();
        do {
            there.add(selection.time().get() + "." + selection.microStep().get());
        } while (selection.forward(false));
        assertThat(there).containsExactly("0.1", "0.2", "1.1", "1.2", "2.1", "2.2");
        List<String> back = new ArrayList<>();
        do {
            back.add(0, selection.time().get() + "." + selection.microStep().get());
        } while (selection.back(false));
        assertThat(back).isEqualTo(there);
    }

    @Test
    void theWayOfTheGradientLeadsToEarlierSteps() {
        selection.within(8, 3);
        selection.microSteps(2);
        selection.time(1);
        selection.microStep(2);
        assertThat(selection.forward(true)).isTrue();
        assertThat(selection.time().get()).isZero();
        assertThat(selection.microStep().get()).isEqualTo(1);
        assertThat(selection.back(true)).isTrue();
        assertThat(selection.time().get()).isEqualTo(1);
        assertThat(selection.microStep().get()).isEqualTo(2);
        selection.time(0);
        assertThat(selection.forward(true)).isFalse();
    }
}

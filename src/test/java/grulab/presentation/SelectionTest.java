package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

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
}

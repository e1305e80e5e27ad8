package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Diagnosis;
import grulab.model.Diagnosis.Parting;
import grulab.model.Quantity;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The words of a diagnosis")
class DiagnosisWordsTest {
    @Test
    @DisplayName("show as many decimals as two numbers need to look different")
    void decimals() {
        assertThat(parting(0.25, -0.125)).isEqualTo(message("0.250000", "−0.125000"));
        assertThat(parting(0.123456789, 0.123456784)).isEqualTo(message("0.12345679", "0.12345678"));
    }

    private static Message message(String expected, String found) {
        return Message.of("diagnosis.parting", 3, 1, 5, "r", expected, found);
    }

    private static Message parting(double expected, double found) {
        Parting parting = new Parting(2, 0, 4, "r", Quantity.RESET, expected, found);
        return DiagnosisWords.parting(new Diagnosis(List.of(), true, 1, null, 1e-6, null, parting));
    }
}

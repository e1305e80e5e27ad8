package grulab.interop.advice;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Diagnosis;
import grulab.model.Diagnosis.Parting;
import grulab.model.Quantity;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The words of a diagnosis")
class VerdictTest {
    @Test
    @DisplayName("show as many decimals as two numbers need to look different")
    void decimals() {
        assertThat(parting(0.25, -0.125)).isEqualTo(said("−0.125000", "0.250000"));
        assertThat(parting(0.123456789, 0.123456784)).isEqualTo(said("0.12345678", "0.12345679"));
    }

    private static Said said(String mine, String yours) {
        return Said.of("diagnosis.parting", 3, 1, 5, "r", mine, yours);
    }

    private static Said parting(double yours, double mine) {
        Parting parting = new Parting(2, 0, 4, "r", Quantity.RESET, yours, mine);
        return Verdict.partings(new Diagnosis(List.of(), true, 1, null, 1e-6, null, List.of(parting)))
                .get(0);
    }
}

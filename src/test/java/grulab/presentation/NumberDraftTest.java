package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Setting;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberDraftTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "many", "1,5", "0x10", "1e", "NaN", "Infinity", "--3", "1e999", "0", "1025", "3.5", "-4"
            })
    void whatIsNoHiddenSizeIsRefusedAndTheLastValueStays(String text) {
        NumberDraft draft = new NumberDraft(Setting.HIDDEN, 40);
        draft.text().set(text);
        assertThat(draft.valid()).isFalse();
        assertThat(draft.value().get()).isEqualTo(40);
        assertThat(draft.error().get())
                .isEqualTo(Message.of("error.whole", Message.of("setting.hidden"), "1", "1\u2009024"));
        assertThat(draft.waiting().get()).isFalse();
        draft.text().set("64");
        assertThat(draft.error().get()).isNull();
        assertThat(draft.value().get()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1 000", "1\u2009000", "1e3", "+1000", "1000.0", " 1000 "})
    void oneThousandMayBeWrittenInManyWays(String text) {
        NumberDraft draft = new NumberDraft(Setting.HIDDEN, 40);
        draft.text().set(text);
        assertThat(draft.value().get()).isEqualTo(1000);
        assertThat(draft.waiting().get()).isTrue();
    }

    @Test
    void aFieldThatNobodyTouchedFollowsTheExperiment() {
        NumberDraft draft = new NumberDraft(Setting.STEPS, 32);
        draft.inForce(20);
        assertThat(draft.text().get()).isEqualTo("20");
        draft.text().set("50");
        draft.inForce(30);
        assertThat(draft.text().get()).isEqualTo("50");
        assertThat(draft.waiting().get()).isTrue();
        draft.inForce(50);
        assertThat(draft.waiting().get()).isFalse();
    }

    @Property
    void whatIsShownIsReadAgainAsTheSameNumber(@ForAll @DoubleRange(min = -1e9, max = 1e9) double value) {
        assertThat(NumberText.parse(NumberText.show(value))).hasValue(value);
    }

    @Test
    void numbersAreShownShort() {
        assertThat(NumberText.show(0.006)).isEqualTo("0.006");
        assertThat(NumberText.show(1)).isEqualTo("1");
        assertThat(NumberText.show(1234567)).isEqualTo("1\u2009234\u2009567");
        assertThat(NumberText.show(1e-6)).isEqualTo("1e\u22126");
        assertThat(NumberText.show(-0.5)).isEqualTo("\u22120.5");
        assertThat(NumberText.show(9_007_199_254_740_991d)).isEqualTo("9\u2009007\u2009199\u2009254\u2009740\u2009991");
    }
}

package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.StepTrace;
import grulab.model.UpdateMeaning;
import org.junit.jupiter.api.Test;

class DiagramMotionTest {
    private static final StepTrace TRACE = SampleTrace.of(Convention.PYTORCH, 24);
    private static final DiagramMoment MOMENT = SampleTrace.moment(TRACE, 12, 13);
    private static final DiagramFrame WHOLE = DiagramFrame.still(MOMENT, 6);

    @Test
    void everyMovementStartsAndEndsAtRest() {
        DiagramMoment before = SampleTrace.moment(Convention.PYTORCH.with(ResetPosition.BEFORE), 24);
        DiagramMotion rewire = DiagramMotion.between(WHOLE, before);
        assertThat(rewire.at(0).after()).isEqualTo(1);
        assertThat(rewire.at(0).mix()).isZero();
        assertThat(rewire.at(rewire.duration())).isEqualTo(DiagramFrame.still(before, 6));
        DiagramMotion forward = DiagramMotion.toLevel(DiagramFrame.still(MOMENT, 3), 4, CellType.GRU);
        assertThat(forward.at(0)).isEqualTo(DiagramFrame.still(MOMENT, 3));
        assertThat(forward.at(600)).isEqualTo(DiagramFrame.still(MOMENT, 4));
        DiagramMotion back = DiagramMotion.toLevel(DiagramFrame.still(MOMENT, 4), 3, CellType.GRU);
        assertThat(back.at(150)).isEqualTo(DiagramFrame.still(MOMENT, 3));
    }

    @Test
    void forwardTheLineRunsBeforeTheStripFills() {
        DiagramMotion forward = DiagramMotion.toLevel(DiagramFrame.still(MOMENT, 3), 4, CellType.GRU);
        assertThat(forward.at(125).run(4)).isCloseTo(0.5, within(1e-9));
        assertThat(forward.at(125).fill(4)).isZero();
        assertThat(forward.at(250).run(4)).isCloseTo(1, within(1e-9));
        assertThat(forward.at(400).fill(4)).isBetween(0.5, 0.99);
        assertThat(forward.at(500).fill(4)).isCloseTo(1, within(1e-9));
        assertThat(forward.at(300).fill(5)).isZero();
        assertThat(forward.at(300).run(3)).isEqualTo(1);
    }

    @Test
    void backNothingRuns() {
        DiagramMotion back = DiagramMotion.toLevel(WHOLE, 5, CellType.GRU);
        assertThat(back.duration()).isEqualTo(150);
        assertThat(back.at(75).run(6)).isEqualTo(1);
        assertThat(back.at(75).fill(6)).isCloseTo(0.5, within(1e-9));
        assertThat(back.at(75).strength(6)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void relabellingLeavesTheStateAndIsNotOutlined() {
        StepTrace relabelled = SampleTrace.of(Convention.PYTORCH.with(UpdateMeaning.ADMIT), 24, true);
        DiagramMotion motion = DiagramMotion.between(WHOLE, SampleTrace.moment(relabelled, 12, 13));
        assertThat(motion.duration()).isEqualTo(450);
        assertThat(motion.at(200).outline()).isZero();
        assertThat(motion.at(225).admit()).isCloseTo(0.5, within(0.01));
        StripColumn was = StripColumn.of(MOMENT, GruPart.STATE, Palette.LIGHT);
        StripColumn is = StripColumn.of(motion.end().now(), GruPart.STATE, Palette.LIGHT);
        assertThat(is.colors()).isEqualTo(was.colors());
    }

    @Test
    void keptWeightsChangeTheStateWhichIsOutlined() {
        StepTrace same = SampleTrace.of(Convention.PYTORCH.with(UpdateMeaning.ADMIT), 24, false);
        DiagramMotion motion = DiagramMotion.between(WHOLE, SampleTrace.moment(same, 12, 13));
        assertThat(motion.duration()).isEqualTo(800);
        assertThat(motion.at(100).outline()).isEqualTo(1);
        assertThat(motion.at(799).outline()).isBetween(0.0, 0.01);
        assertThat(motion.end().outline()).isZero();
    }

    @Test
    void onlyTheNeighbouringStepSlidesIn() {
        assertThat(DiagramMotion.between(WHOLE, SampleTrace.moment(TRACE, 13, 13))
                        .duration())
                .isEqualTo(180);
        assertThat(DiagramMotion.between(WHOLE, SampleTrace.moment(TRACE, 11, 13))
                        .at(90)
                        .column())
                .isBetween(0.4, 1.0);
        assertThat(DiagramMotion.between(WHOLE, SampleTrace.moment(TRACE, 14, 13)))
                .isNull();
        assertThat(DiagramMotion.between(WHOLE, SampleTrace.moment(TRACE, 12, 3)))
                .isNull();
        assertThat(DiagramMotion.between(DiagramFrame.still(null, 6), MOMENT)).isNull();
    }

    @Test
    void newerNumbersMoveTheTargetOnly() {
        DiagramMoment before = SampleTrace.moment(Convention.PYTORCH.with(ResetPosition.BEFORE), 24);
        DiagramMotion motion = DiagramMotion.between(WHOLE, before);
        DiagramMoment newer = SampleTrace.moment(before.trace(), 12, 13);
        DiagramMotion turned = motion.towards(newer);
        assertThat(turned.at(200).after()).isEqualTo(motion.at(200).after());
        assertThat(turned.end().now()).isSameAs(newer);
    }

    @Test
    void stripsFadeFromColourToColour() {
        StripColumn black = new StripColumn(new int[] {0xff000000}, new boolean[1], 0);
        StripColumn white = new StripColumn(new int[] {0xffffffff}, new boolean[1], 0);
        assertThat(white.from(black, 0).colors()).containsExactly(0xff000000);
        assertThat(white.from(black, 0.5).colors()).containsExactly(0xff808080);
        assertThat(white.from(black, 1).colors()).containsExactly(0xffffffff);
        StripColumn longer = new StripColumn(new int[2], new boolean[2], 0);
        assertThat(white.from(longer, 0.5)).isSameAs(white);
    }
}

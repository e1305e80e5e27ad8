package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.presentation.Workspace;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrameTest {
    @Test
    void theDesignsOwnSize() {
        Frame f = Frame.of(1440, 900, Workspace.TRAIN, 32, false);
        assertThat(f).isEqualTo(new Frame(1440, 900, 1, false, false, false, 48, 62, 236, 488, 196));
        assertThat(f.main()).isEqualTo(716);
    }

    @Test
    void theSmallestWindow() {
        Frame f = Frame.of(1024, 700, Workspace.TRAIN, 32, false);
        assertThat(f.drawer()).isTrue();
        assertThat(f.low()).isTrue();
        assertThat(f.main()).isEqualTo(584);
        assertThat(f.oneStep()).isEqualTo(440);
        assertThat(f.conventions()).isEqualTo(46);
    }

    @Test
    void largeWindowsHaveLargeType() {
        assertThat(Frame.scale(1919, 1200, false)).isEqualTo(1);
        assertThat(Frame.scale(1920, 1080, false)).isEqualTo(1.15);
        assertThat(Frame.scale(2560, 1080, false)).isEqualTo(1.15);
        assertThat(Frame.scale(2560, 1440, false)).isEqualTo(1.5);
        assertThat(Frame.scale(3840, 2160, false)).isEqualTo(2);
    }

    @Test
    void whatColumnsCannotUseGoesToTheStep() {
        Frame f = Frame.of(1440, 900, Workspace.TRAIN, 10, false);
        assertThat(f.main()).isEqualTo(94 + 59 + 280);
    }

    @Test
    void theProjectorsColumns() {
        Frame f = Frame.of(1440, 900, Workspace.TRAIN, 32, true);
        assertThat(f.main()).isEqualTo(832);
        assertThat(f.oneStep()).isEqualTo(608);
        assertThat(f.height() - f.top() - f.bottom()).isEqualTo(650);
    }

    @Property
    void everyRegionHasRoomInEveryWindow(
            @ForAll @IntRange(min = 1024, max = 3840) int width, @ForAll @IntRange(min = 700, max = 2160) int height) {
        Frame f = Frame.of(width, height, Workspace.TRAIN, 32, false);
        assertThat(f.main()).isGreaterThanOrEqualTo(584);
        assertThat(f.oneStep()).isBetween(440 * f.scale() - 1, width - 584.0);
        assertThat(height - f.top() - f.conventions() - f.bottom()).isGreaterThanOrEqualTo(440);
        assertThat(f.left() + f.main() + f.oneStep()).isEqualTo(width);
    }
}

package grulab.engine.train;

import grulab.engine.math.KernelChoice;
import grulab.model.Experiment;
import grulab.model.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Whether an experiment fits into the memory that is free, and if not, what would.
 *
 * @param needed bytes
 * @param free bytes; less than none is none
 * @param fits false if it must not be built
 * @param hidden the largest H that fits with everything else as it is, 0 if none does; the H that was asked for if it fits
 * @param batch the largest B, likewise
 * @param steps the largest T, likewise
 */
public record Room(long needed, long free, boolean fits, int hidden, int batch, int steps) {

    /**
     * For training alone, as a script trains. Collects garbage before it says no.
     *
     * @param threads that may work on one step
     * @param givenBack bytes in use now that will be free before anything is built
     */
    public static Room forTraining(Experiment experiment, int vocabulary, int threads, long givenBack) {
        return measured(experiment, e -> Footprint.ofTraining(e, vocabulary, threads), givenBack);
    }

    /** The same with chosen kernels, where nothing will be given back. */
    public static Room forTraining(Experiment experiment, int vocabulary, int threads, KernelChoice choice) {
        return measured(experiment, e -> Footprint.of(e, vocabulary, threads, choice, false), 0);
    }

    /**
     * For training that a window watches. Collects garbage before it says no.
     *
     * @param threads that may work on one step
     * @param givenBack bytes in use now that will be free before anything is built: {@link Footprint#held} of the
     *     experiment that goes
     */
    public static Room forWindow(Experiment experiment, int vocabulary, int threads, long givenBack) {
        return measured(experiment, e -> Footprint.ofWindow(e, vocabulary, threads), givenBack);
    }

    private static Room measured(Experiment experiment, Need need, long givenBack) {
        Room quick = of(experiment, need, Heap.free() + givenBack);
        return quick.fits ? quick : of(experiment, need, Heap.freeAfterCollection() + givenBack);
    }

    /** What an experiment of some sizes takes. */
    interface Need {
        Footprint of(Experiment experiment);
    }

    static Room of(Experiment e, Need need, long free) {
        Footprint footprint = need.of(e);
        return new Room(
                footprint.bytes(),
                Math.max(0, free),
                footprint.fits(free),
                largest(e.hidden(), Setting.HIDDEN, free, h -> need.of(e.withSizes(h, e.batch(), e.steps()))),
                largest(e.batch(), Setting.BATCH, free, b -> need.of(e.withSizes(e.hidden(), b, e.steps()))),
                largest(e.steps(), Setting.STEPS, free, t -> need.of(e.withSizes(e.hidden(), e.batch(), t))));
    }

    /** By halving: what does not fit fits with no larger setting either. */
    private static int largest(int asked, Setting setting, long free, IntFunction<Footprint> need) {
        int fitting = (int) setting.smallest() - 1;
        int tooMuch = asked + 1;
        while (tooMuch - fitting > 1) {
            int middle = (fitting + tooMuch) >>> 1;
            if (need.apply(middle).fits(free)) {
                fitting = middle;
            } else {
                tooMuch = middle;
            }
        }
        return fitting < setting.smallest() ? 0 : fitting;
    }

    /** "needs 1.9 GB, 1.2 GB is free"; where there is more free than that, the other reason why it does not fit. */
    public String words() {
        if (!fits && needed <= free) {
            return "needs a larger array than Java can make";
        }
        return "needs %s, %s is free".formatted(Footprint.words(needed), Footprint.words(free));
    }

    /**
     * The largest settings that fit, each with the others as they are: "--hidden 310, --batch 40 or --steps 44"; empty
     * if none does.
     *
     * @param before what stands before the name of a setting
     */
    public String alternatives(String before) {
        List<String> words = new ArrayList<>();
        add(words, before, Setting.HIDDEN, hidden);
        add(words, before, Setting.BATCH, batch);
        add(words, before, Setting.STEPS, steps);
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static void add(List<String> words, String before, Setting setting, int value) {
        if (value > 0) {
            words.add(before + setting.id() + " " + value);
        }
    }
}

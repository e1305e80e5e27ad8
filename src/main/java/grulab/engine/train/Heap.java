package grulab.engine.train;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much of the memory that Java may take is free. */
public final class Heap {
    /** What a collector cannot give to arrays that last: room for what comes and goes, and the ends of its regions. */
    private static final double SPARE = 0.1;

    private Heap() {}

    /**
     * Nine tenths of the largest heap, less what is in use: everything but the youngest objects (Eden), which are
     * nearly all waste. What died old is counted as used until it is collected, so this is rather too little than too
     * much.
     */
    public static long free() {
        long used = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && !pool.getName().contains("Eden")) {
                used += pool.getUsage().getUsed();
            }
        }
        return (long) ((1 - SPARE) * Runtime.getRuntime().maxMemory()) - used;
    }

    /** The same after a collection, which takes some tenths of a second. */
    public static long freeAfterCollection() {
        System.gc();
        return free();
    }
}

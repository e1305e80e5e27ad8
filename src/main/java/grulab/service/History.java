package grulab.service;

import grulab.engine.train.Footprint;
import grulab.engine.train.Heap;
import grulab.engine.train.Trainer;
import grulab.model.Kept;
import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * The weights after each of the last batches, without gaps. Arrays are made until there are as many as fit, and then go
 * round. Belongs to the service's thread.
 */
final class History {
    /** Batches that a person can look back on. */
    private static final int BATCHES = 200;
    /** Of all the memory that Java may take, at most one part in so many; of what would stay free, likewise. */
    private static final int SHARE_OF_ALL = 8;

    private static final int SHARE_OF_FREE = 4;

    private final int floats;
    private final ArrayDeque<float[]> weights = new ArrayDeque<>();
    private final ArrayDeque<float[]> spare = new ArrayDeque<>();
    private int most;
    private long last;

    /**
     * @param floats of all parameters
     * @param bytes that they may take; those of one batch are kept even if it is less
     */
    History(int floats, long bytes) {
        this.floats = floats;
        most = (int) Math.max(1, Math.min(BATCHES, bytes / size()));
    }

    /**
     * What may be taken where an experiment is about to be built. Collects garbage before it settles for fewer batches.
     *
     * @param footprint of that experiment
     */
    static long bytesFor(Footprint footprint) {
        long most = Runtime.getRuntime().maxMemory() / SHARE_OF_ALL;
        long enough = Math.min(most, BATCHES * footprint.history());
        long quick = shareOf(Heap.free(), footprint);
        return Math.min(most, quick >= enough ? quick : shareOf(Heap.freeAfterCollection(), footprint));
    }

    private static long shareOf(long free, Footprint footprint) {
        return Math.max(0, free - footprint.bytes()) / SHARE_OF_FREE;
    }

    private long size() {
        return (long) Float.BYTES * floats;
    }

    /** Adds the weights as they are after another batch. */
    void add(Trainer trainer) {
        float[] copy = room();
        trainer.keep(copy);
        weights.add(copy);
        last = trainer.batch();
    }

    private float[] room() {
        float[] copy = weights.size() >= most ? weights.poll() : spare.poll();
        if (copy != null) {
            return copy;
        }
        try {
            return new float[floats];
        } catch (OutOfMemoryError e) {
            float[] oldest = weights.poll();
            if (oldest == null) {
                throw e;
            }
            most = weights.size() + 1; // something else has taken what was free
            return oldest;
        }
    }

    /** Forgets every batch after the one that the trainer has gone back to. */
    void goBack(Trainer trainer) {
        while (last > trainer.batch() && !weights.isEmpty()) {
            spare.add(weights.removeLast());
            last--;
        }
        if (weights.isEmpty()) {
            add(trainer);
        }
    }

    /** Begins again with the weights as they are: what was before was made by another function, or by hand. */
    void restart(Trainer trainer) {
        spare.addAll(weights);
        weights.clear();
        add(trainer);
    }

    /** The batch itself if it is kept, else the nearest that is. */
    long nearest(long batch) {
        return Math.max(kept().first(), Math.min(last, batch));
    }

    /** The weights after a batch that is kept. They may be swapped with others, and back. */
    float[] after(long batch) {
        Iterator<float[]> from = weights.iterator();
        for (long skipped = kept().first(); skipped < batch; skipped++) {
            from.next();
        }
        return from.next();
    }

    /** Bytes that are taken, those of arrays that wait to be used again among them. */
    long bytes() {
        return (weights.size() + spare.size()) * size();
    }

    Kept kept() {
        return new Kept(last - weights.size() + 1, last, bytes(), most);
    }
}

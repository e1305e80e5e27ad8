package grulab.interop;

import java.util.ArrayList;
import java.util.List;

/** Numbers of which nobody knows how many will come, kept in pieces, so that none is copied before the last is there. */
final class GatheredNumbers {
    private static final int LARGEST = 1 << 14;

    private final List<double[]> full = new ArrayList<>();
    private double[] last = new double[16];
    private int used;
    private int size;

    void add(double value) {
        if (used == last.length) {
            full.add(last);
            last = new double[Math.min(size, LARGEST)];
            used = 0;
        }
        last[used++] = value;
        size++;
    }

    int size() {
        return size;
    }

    /** All of them in one array. */
    double[] joined() {
        double[] all = new double[size];
        int at = 0;
        for (double[] piece : full) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(last, 0, all, at, used);
        return all;
    }
}

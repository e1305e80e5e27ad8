package grulab.engine.whatif;

import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.Arrays;

/** The GRU in its four conventions. */
final class GruPass extends Pass {
    private final boolean before = course.convention().reset() == ResetPosition.BEFORE;
    private final boolean keep = course.convention().update() == UpdateMeaning.KEEP;

    private final double[] r = quantity(Quantity.RESET);
    private final double[] product = quantity(Quantity.PRODUCT);
    private final double[] n = quantity(Quantity.CANDIDATE);
    private final double[] z = quantity(Quantity.UPDATE);

    /** U_n h + c_n, which r multiplies with reset after [T·H]. */
    private final double[] m = keep(0, before ? 0 : hidden);

    private final double[] inner = new double[hidden];
    private final double[] dr = new double[hidden];
    private final double[] dz = new double[hidden];
    private final double[] dn = new double[hidden];

    GruPass(Course course) {
        super(course);
    }

    @Override
    void step(int t) {
        int now = t * hidden;
        sigmoid(Quantity.RESET, t, r);
        gate(Quantity.CANDIDATE).input(symbol(t), sums);
        if (before) {
            candidateBefore(t);
        } else {
            candidateAfter(t);
        }
        held().applyToSums(Quantity.CANDIDATE, t, sums);
        tanh(Quantity.CANDIDATE, t, n, now);
        sigmoid(Quantity.UPDATE, t, z);
        for (int k = now; k < now + hidden; k++) {
            double past = keep ? z[k] : 1 - z[k];
            double fresh = keep ? 1 - z[k] : z[k];
            h[k + hidden] = past * h[k] + fresh * n[k];
        }
        held().apply(Quantity.STATE, t, h, now + hidden);
    }

    private void candidateBefore(int t) {
        int now = t * hidden;
        for (int k = now; k < now + hidden; k++) {
            product[k] = r[k] * h[k];
        }
        held().apply(Quantity.PRODUCT, t, product, now);
        gate(Quantity.CANDIDATE).recurrent(product, now, sums);
    }

    private void candidateAfter(int t) {
        int now = t * hidden;
        Arrays.fill(inner, 0);
        gate(Quantity.CANDIDATE).recurrent(h, now, inner);
        for (int k = 0; k < hidden; k++) {
            m[now + k] = inner[k];
            product[now + k] = r[now + k] * inner[k];
        }
        held().apply(Quantity.PRODUCT, t, product, now);
        for (int k = 0; k < hidden; k++) {
            sums[k] += product[now + k];
        }
    }

    @Override
    void stepBack(int t) {
        int now = t * hidden;
        for (int k = 0; k < hidden; k++) {
            double difference = keep ? h[now + k] - n[now + k] : n[now + k] - h[now + k];
            double past = keep ? z[now + k] : 1 - z[now + k];
            dz[k] = slope[k] * difference;
            dn[k] = slope[k] * (keep ? 1 - z[now + k] : z[now + k]);
            sent[k] = slope[k] * past;
        }
        record(Quantity.UPDATE, t, dz);
        record(Quantity.CANDIDATE, t, dn);
        tanhBack(n, now, dn);
        if (before) {
            candidateBackBefore(now);
        } else {
            candidateBackAfter(now);
        }
        record(Quantity.RESET, t, dr);
        sigmoidBack(Quantity.UPDATE, t, z, dz);
        sigmoidBack(Quantity.RESET, t, r, dr);
    }

    /** dq = U_nᵀ da_n; dr = dq ⊙ h; dh += dq ⊙ r */
    private void candidateBackBefore(int now) {
        Arrays.fill(inner, 0);
        gate(Quantity.CANDIDATE).back(dn, inner);
        for (int k = 0; k < hidden; k++) {
            dr[k] = inner[k] * h[now + k];
            sent[k] += inner[k] * r[now + k];
        }
    }

    /** dr = da_n ⊙ m; dm = da_n ⊙ r; dh += U_nᵀ dm */
    private void candidateBackAfter(int now) {
        for (int k = 0; k < hidden; k++) {
            dr[k] = dn[k] * m[now + k];
            dn[k] *= r[now + k];
        }
        gate(Quantity.CANDIDATE).back(dn, sent);
    }
}

package grulab.text;

import grulab.model.Baselines;

/** How well a text can be predicted without a network. */
public final class Baseline {
    private Baseline() {}

    /**
     * Mean cross-entropies of a text under models that were fitted to that very text, nats per token: uniform ln V;
     * unigram, the entropy of the frequencies; bigram, p(b | a) = (count(ab) + 1) / (count(a·) + V), over the N − 1
     * tokens that have one before them (the unigram's value if there are none).
     */
    public static Baselines of(TokenText text) {
        int[] ids = text.ids();
        int kinds = text.vocabulary().size();
        int[] counts = new int[kinds];
        for (int id : ids) {
            counts[id]++;
        }
        double unigram = 0;
        for (int count : counts) {
            unigram += count == 0 ? 0 : count * Math.log((double) ids.length / count);
        }
        unigram /= ids.length;
        return new Baselines(Math.log(kinds), unigram, ids.length < 2 ? unigram : bigram(ids, counts));
    }

    /** Memory O(N + V), not V²: the followers of each token are brought together, then counted. */
    private static double bigram(int[] ids, int[] counts) {
        int kinds = counts.length;
        int[] start = new int[kinds + 1];
        for (int i = 0; i + 1 < ids.length; i++) {
            start[ids[i] + 1]++;
        }
        for (int a = 0; a < kinds; a++) {
            start[a + 1] += start[a];
        }
        int[] followers = new int[ids.length - 1];
        int[] next = start.clone();
        for (int i = 0; i + 1 < ids.length; i++) {
            followers[next[ids[i]]++] = ids[i + 1];
        }
        double sum = 0;
        int[] seen = new int[kinds];
        for (int a = 0; a < kinds; a++) {
            for (int i = start[a]; i < start[a + 1]; i++) {
                seen[followers[i]]++;
            }
            double all = start[a + 1] - start[a] + (double) kinds;
            for (int i = start[a]; i < start[a + 1]; i++) {
                // every pair adds its own share, so a pair that occurs n times adds it n times
                sum += Math.log(all / (seen[followers[i]] + 1.0));
            }
            for (int i = start[a]; i < start[a + 1]; i++) {
                seen[followers[i]] = 0;
            }
        }
        return sum / followers.length;
    }
}

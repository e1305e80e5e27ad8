package grulab.engine.math;

import grulab.model.SeededRandom;

/**
 * A matrix of several blocks side by side, each beginning with a strip of its own, as a cell keeps its gates; the
 * padding of every block is zero.
 *
 * @param per strips of a block
 * @param columns of a block, without padding
 */
record Blocks(Strips strips, int per, int columns) {

    static Blocks zero(Kernels kernels, int rows, int columns, int count) {
        int lanes = kernels.lanes(columns);
        int per = (columns + lanes - 1) / lanes;
        int wide = per * lanes * count;
        // one block alone says how many columns it has: a softmax needs to know
        return new Blocks(new Strips(rows, count == 1 ? columns : wide, lanes), per, columns);
    }

    /** Values in [−1, 1), the same for every layout. */
    static Blocks random(Kernels kernels, int rows, int columns, int count, long seed) {
        Blocks blocks = zero(kernels, rows, columns, count);
        SeededRandom random = new SeededRandom(seed);
        for (int block = 0; block < count; block++) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    blocks.set(i, block, j, (float) (2 * random.nextDouble() - 1));
                }
            }
        }
        return blocks;
    }

    /** Columns of a block with its padding. */
    int padded() {
        return per * strips.lanes;
    }

    int count() {
        return (strips.columns + padded() - 1) / padded();
    }

    float get(int i, int block, int j) {
        return strips.get(i, block * padded() + j);
    }

    void set(int i, int block, int j, float value) {
        strips.set(i, block * padded() + j, value);
    }
}

package grulab.peers;

/** One of the two that are compared: whole training steps, on batches that both get in the same order. */
interface Side extends AutoCloseable {
    /** Reads a batch, forward, backward, clip, update; the state is carried. The loss is that before the update, in nats. */
    double step();

    @Override
    void close();
}

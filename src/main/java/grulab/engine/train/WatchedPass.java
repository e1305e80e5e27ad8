package grulab.engine.train;

import grulab.model.StepTrace;

/** What the current weights make of a passage: every gate, and the mean cross-entropy in nats per token. */
public record WatchedPass(StepTrace trace, double loss) {}

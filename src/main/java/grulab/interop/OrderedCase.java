package grulab.interop;

import grulab.model.Case;

/**
 * A case, and in which order its input stood.
 *
 * @param batchFirst whether x stood as [B][T][I] and was turned round
 */
public record OrderedCase(Case problem, boolean batchFirst) {}

/** What exists: experiments, conventions, weights, traces, snapshots, metrics. Immutable; knows only the JDK. */
@NullMarked
package grulab.model;

import org.jspecify.annotations.NullMarked;

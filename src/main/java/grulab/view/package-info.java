/** Puts controls on a scene and binds them to the presentation: one builder a region. */
@NullMarked
package grulab.view;

import org.jspecify.annotations.NullMarked;

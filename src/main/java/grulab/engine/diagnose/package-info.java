/** Which way of computing a cell explains given numbers: conventions, gate orders, transpositions, biases and start states tried. */
@NullMarked
package grulab.engine.diagnose;

import org.jspecify.annotations.NullMarked;

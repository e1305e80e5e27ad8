/** Corpora, files of text, vocabulary, windows to train on, and what can be said of a text without a network. */
@NullMarked
package grulab.text;

import org.jspecify.annotations.NullMarked;

/** Model files as bytes: arrays by name, in safetensors, npz and JSON; no length in a file is believed. */
@NullMarked
package grulab.interop.file;

import org.jspecify.annotations.NullMarked;

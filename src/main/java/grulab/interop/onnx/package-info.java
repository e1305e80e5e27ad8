/** Recurrent layers in ONNX models, as exporters write them and as ONNX Runtime loads them. The one place that knows protobuf. */
@NullMarked
package grulab.interop.onnx;

import org.jspecify.annotations.NullMarked;

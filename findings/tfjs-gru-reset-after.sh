#!/usr/bin/env bash
# TensorFlow.js 4.22.0, tf.layers.gru: { reset_after: true } is taken without a word and changes nothing, so that whoever
# writes the option as Keras does gets reset before; { resetAfter: true } raises an error, and so does a model file of
# Keras that says reset_after: true. With no option named, the gates are hard sigmoids, clip(0.2 x + 0.5).
# Needs node and npm. Exits 1 if any of this has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @tensorflow/tfjs@4.22.0
cat >run.js <<'JS'
const tf = require('@tensorflow/tfjs');
const W = [[0.3, -0.2, 0.5, 0.1, -0.4, 0.7]];
const U = [[0.2, 0.4, -0.3, 0.6, 0.5, -0.1], [-0.5, 0.3, 0.8, -0.2, 0.1, 0.9]];
const b = [0.1, -0.1, 0.2, 0.05, -0.2, 0.3];
const x = [1, 0.5, -1];
const H = 2;
const sigmoid = (a) => 1 / (1 + Math.exp(-a));
const hard = (a) => Math.min(1, Math.max(0, 0.2 * a + 0.5));

// z r h, one bias, as the library stores them
function formula(after, gate) {
  let h = [0, 0];
  for (const v of x) {
    const column = (g, s) => [0, 1].map((k) => s[0] * U[0][g * H + k] + s[1] * U[1][g * H + k]);
    const inside = (g, k) => v * W[0][g * H + k] + b[g * H + k];
    const z = column(0, h).map((a, k) => gate(a + inside(0, k)));
    const r = column(1, h).map((a, k) => gate(a + inside(1, k)));
    const past = after ? column(2, h).map((a, k) => r[k] * a) : column(2, h.map((a, k) => r[k] * a));
    const n = past.map((a, k) => Math.tanh(a + inside(2, k)));
    h = h.map((a, k) => z[k] * a + (1 - z[k]) * n[k]);
  }
  return h;
}

function layer(options) {
  const gru = tf.layers.gru({ units: H, ...options });
  const input = tf.tensor3d([x.map((v) => [v])]);
  gru.apply(input);
  gru.setWeights([tf.tensor2d(W), tf.tensor2d(U), tf.tensor1d(b)]);
  return Array.from(gru.apply(input).dataSync());
}

function refusal(what) {
  try {
    what();
    return 'none';
  } catch (e) {
    return e.message;
  }
}

const far = (a, c) => Math.max(...a.map((v, k) => Math.abs(v - c[k])));
const round = (a) => a.map((v) => v.toFixed(6)).join(' ');
tf.setBackend('cpu').then(() => {
  const plain = layer({ recurrentActivation: 'sigmoid' });
  const asked = layer({ recurrentActivation: 'sigmoid', reset_after: true });
  const usual = layer({});
  const camel = refusal(() => layer({ resetAfter: true }));
  const file = refusal(() => tf.serialization
    .SerializationMap.getMap().classNameMap.GRU[0].fromConfig(
      tf.serialization.SerializationMap.getMap().classNameMap.GRU[0], { units: H, resetAfter: true }));
  console.log('formula, reset before        ', round(formula(false, sigmoid)));
  console.log('formula, reset after         ', round(formula(true, sigmoid)));
  console.log('gru({sigmoid})               ', round(plain));
  console.log('gru({sigmoid, reset_after})  ', round(asked));
  console.log('gru({})                      ', round(usual));
  console.log('formula before, hard sigmoid ', round(formula(false, hard)));
  console.log('gru({resetAfter})            ', camel);
  console.log('from a configuration         ', file);
  const holds = far(plain, formula(false, sigmoid)) < 1e-6
    && far(asked, plain) === 0
    && far(asked, formula(true, sigmoid)) > 1e-4
    && far(usual, formula(false, hard)) < 1e-6
    && /does not support reset_after/.test(camel)
    && /does not support reset_after/.test(file);
  console.log(holds ? 'as described' : 'CHANGED');
  process.exit(holds ? 0 : 1);
});
JS
node run.js 2>/dev/null | grep -v '^[=H]' | grep .
exit "${PIPESTATUS[0]}"

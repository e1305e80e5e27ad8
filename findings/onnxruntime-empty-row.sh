#!/usr/bin/env bash
# ONNX Runtime 1.22.0, GRU with sequence_lens: a row of length 0 ends with Y_h = 0, although its initial_h is 0.5; one would
# expect the state that it started from. A row that has ended is 0 in Y from there on, and its last state in Y_h.
# Needs node and npm. Exits 1 if this has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts onnxruntime-node@1.22.0
cat >run.js <<'JS'
const ort = require('onnxruntime-node');

// as much of protobuf as this model needs
const varint = (n) => (n > 127 ? [(n & 127) | 128, ...varint(Math.floor(n / 128))] : [n]);
const whole = (field, n) => [...varint(field * 8), ...varint(n)];
const part = (field, content) => [...varint(field * 8 + 2), ...varint(content.length), ...content];
const text = (field, words) => part(field, [...Buffer.from(words)]);
const FLOAT = 1;
const INT32 = 6;
const T = 3;
const B = 3;
const stored = (name, shape, numbers) => part(5, [
  ...shape.flatMap((n) => whole(1, n)), ...whole(2, FLOAT), ...text(8, name),
  ...part(9, [...Buffer.from(new Float32Array(numbers).buffer)])]);
const value = (field, name, type, shape) => part(field, [
  ...text(1, name),
  ...part(2, part(1, [...whole(1, type), ...part(2, shape.flatMap((n) => part(1, whole(1, n))))]))]);
const attribute = (name, n) => part(5, [...text(1, name), ...whole(3, n), ...whole(20, 2)]);
const node = [
  ...['X', 'W', 'R', '', 'lengths', 'h0'].flatMap((name) => text(1, name)),
  ...['Y', 'Y_h'].flatMap((name) => text(2, name)),
  ...text(4, 'GRU'), ...attribute('hidden_size', 1), ...attribute('linear_before_reset', 1)];
const graph = [
  ...part(1, node), ...text(2, 'rows'),
  ...stored('W', [1, 3, 1], [0.3, -0.2, 0.5]), ...stored('R', [1, 3, 1], [0.4, 0.6, -0.7]),
  ...value(11, 'X', FLOAT, [T, B, 1]), ...value(11, 'lengths', INT32, [B]), ...value(11, 'h0', FLOAT, [1, B, 1]),
  ...value(12, 'Y', FLOAT, [T, 1, B, 1]), ...value(12, 'Y_h', FLOAT, [1, B, 1])];
const model = Buffer.from([...whole(1, 8), ...part(7, graph), ...part(8, [...text(1, ''), ...whole(2, 14)])]);

(async () => {
  const session = await ort.InferenceSession.create(model, { logSeverityLevel: 3 });
  const { Y, Y_h } = await session.run({
    X: new ort.Tensor('float32', new Float32Array([1, 1, 1, 0.5, 0.5, 0.5, -1, -1, -1]), [T, B, 1]),
    lengths: new ort.Tensor('int32', new Int32Array([3, 1, 0]), [B]),
    h0: new ort.Tensor('float32', new Float32Array([0.5, 0.5, 0.5]), [1, B, 1]),
  });
  const row = (b) => [0, 1, 2].map((t) => Y.data[t * B + b]);
  [3, 1, 0].forEach((length, b) => console.log(
    `length ${length}: Y ${row(b).map((v) => v.toFixed(6)).join(' ')}, Y_h ${Y_h.data[b].toFixed(6)}`));
  const holds = Y_h.data[0] === row(0)[2] && Y_h.data[1] === row(1)[0] && row(1)[1] === 0 && row(1)[2] === 0
    && row(2).every((v) => v === 0) && Y_h.data[2] === 0;
  console.log(holds ? 'as described' : 'CHANGED');
  process.exit(holds ? 0 : 1);
})();
JS
node run.js

"""Writes arrays.json: every array of the model files here, as the libraries that the formats belong to read them.

python dump_arrays.py        (numpy, torch, safetensors)
"""

import json
import pathlib

import numpy
from safetensors import safe_open

TYPES = {"float16": "F16", "bfloat16": "BF16", "float32": "F32", "float64": "F64"}
HERE = pathlib.Path(__file__).parent


def entry(dtype, array):
    return {"type": TYPES[dtype], "shape": list(array.shape), "values": array.reshape(-1).tolist()}


def safetensors(file):
    with safe_open(file, "pt") as f:
        tensors = {k: f.get_tensor(k) for k in f.keys()}
    return {k: entry(str(v.dtype).removeprefix("torch."), v.double().numpy()) for k, v in tensors.items()}


def npz(file):
    with numpy.load(file) as arrays:
        return {k: entry(arrays[k].dtype.newbyteorder("=").name, arrays[k].astype("f8")) for k in arrays.files}


found = {}
for file in sorted(HERE.glob("*.safetensors")) + [HERE.parent / "torch_state_dict_3_4.safetensors"]:
    found[file.name] = safetensors(file)
for file in sorted(HERE.glob("*.npz")) + [HERE.parent / "gru_keras_3_4.npz"]:
    found[file.name] = npz(file)
lines = [f"{json.dumps(name)}: {json.dumps(arrays)}" for name, arrays in found.items()]
(HERE / "arrays.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")

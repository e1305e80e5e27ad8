"""Loads every file of a folder with the library that it is for; prints for each a line of JSON: file, arrays.

An .onnx file is checked, and run on the arrays of NAME.onnx.input: its arrays are what comes out.
"""
import json
import pathlib
import sys

import numpy as np
import onnx
import onnxruntime
from onnx.reference import ReferenceEvaluator
from safetensors.numpy import load_file


def run(path):
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    given = {name: a.astype(np.float32) for name, a in np.load(f"{path}.input").items()}
    names = [output.name for output in model.graph.output]
    # ONNX Runtime does not run layout 1
    if path.name.endswith("layout1.onnx"):
        return dict(zip(names, ReferenceEvaluator(model).run(None, given)))
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return dict(zip(names, session.run(None, given)))


loaders = {".safetensors": load_file, ".npz": lambda path: dict(np.load(path)), ".onnx": run}
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    if path.suffix in loaders:
        arrays = {
            name: {"type": str(a.dtype), "shape": a.shape, "values": a.astype(np.float64).ravel().tolist()}
            for name, a in loaders[path.suffix](path).items()
        }
        print(json.dumps({"file": path.name, "arrays": arrays}), flush=True)

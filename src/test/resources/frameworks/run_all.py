"""Runs every run.py below a folder in this one process; prints for each a line of JSON: folder, exit, said."""
import contextlib
import io
import json
import pathlib
import runpy
import sys
import traceback

for program in sorted(pathlib.Path(sys.argv[1]).glob("*/run.py")):
    said = io.StringIO()
    code = None
    with contextlib.redirect_stdout(said):
        try:
            runpy.run_path(str(program), run_name="__main__")
        except SystemExit as end:
            code = end.code
        except Exception:
            code = traceback.format_exc()
    print(json.dumps({"folder": program.parent.name, "exit": code, "said": said.getvalue()}), flush=True)

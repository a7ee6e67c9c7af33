"""Records what h5py prints for each program beside this script, as Tests/CellsTests/Programs/record.py does for NumPy.

    python3.11 -m venv venv && venv/bin/pip install numpy==1.26.4 h5py==3.16.0
    venv/bin/python Tests/ConvNotebookTests/DataFiles/Programs/record.py [NAME ...]

A program runs in a folder of its own, in which `course.h5` and `text.txt`, which is no HDF5 file, lie.
"""

import os
import shutil
import sys
import tempfile

import h5py

assert h5py.__version__ == "3.16.0"
HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.join(HERE, "..", "..", "..")
sys.path.insert(0, os.path.join(TESTS, "CellsTests", "Programs"))
import record as programs


def run(name, hash_seed):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(os.path.join(HERE, f"{name}.py"), folder)
        shutil.copy(os.path.join(TESTS, "HDF5Tests", "Goldens", "course.h5"), folder)
        with open(os.path.join(folder, "text.txt"), "w") as file:
            file.write("no HDF5\n")
        return programs.run(folder, name, hash_seed)


for file in sorted(os.listdir(HERE)):
    name, extension = os.path.splitext(file)
    if extension != ".py" or name == "record" or sys.argv[1:] and name not in sys.argv[1:]:
        continue
    first = code, stdout, stderr = run(name, "0")
    error = programs.error_record(name, stderr) if code else None
    reason = programs.refusal(first, run(name, "1"), error)
    if reason:
        print(f"refused {name}: {reason}")
        continue
    base = os.path.join(HERE, name)
    programs.write(base + ".out", stdout)
    programs.write(base + ".err", error.encode() if error else None)
    print(f"{name}: {len(stdout.splitlines())} lines" + (f", {error.splitlines()[-1]}" if error else ""))

"""Records what CPython 3.11 with NumPy 1.26.4 prints for each program in the folders beside this script.

    python3 -m venv venv && venv/bin/pip install numpy==1.26.4
    venv/bin/python Tests/CellsTests/Programs/record.py [AREA or AREA/NAME ...]

AREA/NAME.py gets AREA/NAME.out (its stdout) and, when it ends in an uncaught error, AREA/NAME.err:

    line 4                     the innermost line of the traceback that lies in the program
    ValueError: the message    what the traceback ends in; a message of several lines is kept whole

A program that prints something different under another hash seed is refused, and so is an error whose last line
suggests another name ("Did you mean: 'x'?"), because the cell language words those itself.
"""

import os
import re
import subprocess
import sys

import numpy

assert numpy.__version__ == "1.26.4" and sys.version_info[:2] == (3, 11), "needs CPython 3.11, NumPy 1.26.4"

HERE = os.path.dirname(os.path.abspath(__file__))


def programs(wanted):
    for area in sorted(os.listdir(HERE)):
        folder = os.path.join(HERE, area)
        if not os.path.isdir(folder) or area.startswith((".", "_")):
            continue
        for file in sorted(os.listdir(folder)):
            name, extension = os.path.splitext(file)
            if extension == ".py" and (not wanted or area in wanted or f"{area}/{name}" in wanted):
                yield area, name


def run(folder, name, hash_seed):
    environment = dict(os.environ, PYTHONHASHSEED=hash_seed, PYTHONIOENCODING="utf-8", PYTHONDONTWRITEBYTECODE="1")
    environment.pop("PYTHONWARNINGS", None)
    done = subprocess.run(
        [sys.executable, f"{name}.py"], cwd=folder, env=environment, capture_output=True, timeout=60)
    return done.returncode, done.stdout, done.stderr.decode()


def error_record(name, stderr):
    """The contents of NAME.err: the line of the innermost frame in the program, and the error's own lines."""
    lines = stderr.rstrip("\n").split("\n")
    frames = [i for i, line in enumerate(lines) if line.startswith('  File "')]
    own = [re.search(r'", line (\d+)', lines[i]).group(1) for i in frames if f'{name}.py", line ' in lines[i]]
    first = next(i for i in range(frames[-1], len(lines)) if not lines[i].startswith("  "))
    return "\n".join([f"line {own[-1]}"] + lines[first:]) + "\n"


def write(path, content):
    """Returns whether the file changed; `None` removes it."""
    old = open(path, "rb").read() if os.path.exists(path) else None
    if content == old:
        return False
    if content is None:
        os.remove(path)
    else:
        with open(path, "wb") as file:
            file.write(content)
    return True


def refusal(first, again, error):
    if first[:2] != again[:2]:
        return "not the same from run to run"
    if first[0] not in (0, 1):
        return f"exit code {first[0]}"
    if error and "Did you mean: '" in error:
        return error.splitlines()[-1]
    return None


def main(wanted):
    count = errors = changed = refused = 0
    for area, name in programs(wanted):
        folder = os.path.join(HERE, area)
        first = code, stdout, stderr = run(folder, name, "0")
        error = error_record(name, stderr) if code else None
        reason = refusal(first, run(folder, name, "1"), error)
        if reason:
            refused += 1
            print(f"refused {area}/{name}: {reason}")
            continue
        base = os.path.join(folder, name)
        if any([write(base + ".out", stdout), write(base + ".err", error.encode() if error else None)]):
            changed += 1
            print(f"recorded {area}/{name}" + (f": {error.splitlines()[-1]}" if error else ""))
        count += 1
        errors += bool(error)
    print(f"{count} programs, {errors} of them end in an error; {changed} changed, {refused} refused")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(set(sys.argv[1:])))

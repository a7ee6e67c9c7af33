"""Whole programs: the cell language, start-up, memory, and notebooks that grow."""
import os, subprocess, sys, tempfile, time

from measuring import workloads
from measuring.kernels import say
from measuring.servers import HERE, OURS

ROOT = os.path.dirname(HERE)
NOTEBOOK = os.path.join(ROOT, "notebooks", "convolution-step-by-step.cnb")
SCRIPTS = {"course": "course_loops.py", "numbers": "number_loops.py"}
CELLS = (10, 100, 1000, 10_000)

# What a process starts with counts as its peak: a small one starts those that are measured.
LAUNCHER = """
import os, sys
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
print()
print(status, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
"""


class Failed(Exception):
    """A program did not do what it was started for."""


def named(command):
    """Without the folders of this machine."""
    return " ".join(os.path.basename(word) for word in command)


def run(command):
    """Seconds on the clock, and what it printed."""
    start = time.perf_counter()
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if result.returncode != 0:
        raise Failed(f"{named(command)}: exit code {result.returncode}\n{result.stderr[-2000:]}")
    return seconds, result.stdout


def peak_memory(command):
    """The bytes that it had at most, and the words that it printed."""
    _, output = run([sys.executable, "-I", "-S", "-c", LAUNCHER, *command])
    *words, status, peak = output.split()
    if status != "0":
        raise Failed(f"{named(command)}: status {status}")
    return int(peak), words


def measure_language(results, options):
    """The same text here and in CPython with NumPy, in turn."""
    programs = {OURS: [options.cnb, "run"]}
    if options.python:
        programs["CPython"] = [options.python]
        versions = "import sys, numpy; print('CPython', sys.version.split()[0], 'NumPy', numpy.__version__)"
        results.versions["CPython"] = run([options.python, "-c", versions])[1].strip()
    else:
        results.missing["CPython with NumPy"] = "--venvs and --python do not say where it is"
    times = {}
    for group, script in SCRIPTS.items():
        for _ in range(options.rounds):
            for program, command in programs.items():
                _, output = run([*command, os.path.join(HERE, "language", script)])
                for line in output.splitlines():
                    name, seconds, answer = line.split("\t")
                    times.setdefault((group, name, program), []).append(float(seconds))
                    results.answers.setdefault((group, name), set()).add(answer)
        say(f"language: {script}")
    for (group, name, program), samples in times.items():
        results.add(group, name, "", 1, program, "s", samples=samples)
    for (group, name), answers in results.answers.items():
        if len(answers) > 1:
            say(f"{name}: answers differ: {', '.join(sorted(answers))}")


def measure_start(results, options):
    with tempfile.TemporaryDirectory() as folder:
        empty = os.path.join(folder, "empty.py")
        open(empty, "w").close()
        commands = {
            "cnb run, an empty script": [options.cnb, "run", empty],
            "cnb replay, the shipped notebook": [options.cnb, "replay", NOTEBOOK],
        }
        if options.python:
            commands["python3 -c pass"] = [options.python, "-c", "pass"]
            commands["python3 -c 'import numpy'"] = [options.python, "-c", "import numpy"]
        for command in commands.values():
            run(command)  # brings files into memory
        times = {name: [] for name in commands}
        for _ in range(4 * options.rounds):
            for name, command in commands.items():
                times[name].append(run(command)[0])
    for name, samples in times.items():
        results.add("start", name, "", 1, name.split()[0], "s", samples=samples)
    say("start-up")


def measure_memory(results, options):
    """What a replay has at most, and what a convolution needs beyond its operands and results, in a process of its own."""
    threads = max(options.threads)
    for workload in workloads.convolutions():
        request = [str(threads), workload.operation, workload.shape, workload.dtype]
        try:
            _, words = peak_memory([options.runner, "memory", *request])
        except Failed:
            results.failures.append(f"{OURS} ended at {' '.join(request[1:])}")
            continue
        results.add("memory", workload.label, workload.dtype, threads, OURS, "bytes", samples=[int(words[0])])
    peaks = [peak_memory([options.cnb, "replay", NOTEBOOK])[0] for _ in range(3)]
    results.add("memory", "cnb replay, the shipped notebook", "", 1, OURS, "bytes", samples=peaks)
    say("memory")


def notebook(cells):
    """Each cell adds one and prints the sum."""
    parts = ["---\ncnb: 1\ntitle: Counting\n---\n\n```python cell=start\ntotal = 0\n```\n"]
    for number in range(1, cells):
        parts.append(
            f"\nAnd one more.\n\n```python cell=add-{number}\ntotal = total + 1\nprint(total)\n```\n"
            f"\n```output cell=add-{number}\n{number}\n```\n")
    return "".join(parts)


def measure_notebooks(results, options):
    with tempfile.TemporaryDirectory() as folder:
        paths = {cells: os.path.join(folder, f"{cells}.cnb") for cells in CELLS}
        for cells, path in paths.items():
            with open(path, "w") as file:
                file.write(notebook(cells))
            run([options.cnb, "replay", path])  # brings files into memory
        times = {cells: [] for cells in CELLS}
        for _ in range(options.rounds):
            for cells, path in paths.items():
                times[cells].append(run([options.cnb, "replay", path])[0])
        for cells, path in paths.items():
            results.add("notebooks", f"{cells} cells", "", 1, OURS, "s", samples=times[cells])
            peak, _ = peak_memory([options.cnb, "replay", path])
            results.add("notebooks", f"{cells} cells", "", 1, OURS, "bytes", samples=[peak])
    say("notebooks that grow")

#!/usr/bin/env python3
"""Kills cnb grade in the middle of runs, and looks for what a run that goes on does otherwise than a whole one.

    kill-grading.py [--program PATH] [--kills 20] [--seed 1] [--submissions 200] [--jobs 2] [--keep]

A whole run grades all submissions. Then runs with the same `--seed` are killed by `kill -9` at random moments, also
while they write their reports, and go on with `--resume` until one comes to its end. After each kill

- what `results.jsonl` held is still there, and whole lines but for the last;
- the processes that ran submissions end by themselves.

At the end all reports are the whole run's, byte by byte, and nothing else has been left in the folder but files that a
report had been begun in. Control-C, too: exit code 130, a message that says how many are graded, and the same reports.
"""
import argparse
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

LESSON = """---
cnb: 1
title: Padding
---
```python cell=double exercise=double points=1
import numpy as np

def double(x):
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION
```

```python cell=check tests=double
assert double(3) == 6, "twice three is six"
```

```python cell=pad exercise=zero_pad points=2
def zero_pad(X, pad):
    ### BEGIN SOLUTION
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    ### END SOLUTION
```
"""
STUB = "    # YOUR CODE HERE\n    raise NotImplementedError()\n"
DOUBLES = ["    return 2 * x\n", "    return x + x\n", "    return x\n", "    return x.y\n", STUB]
PADS = [
    "    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))\n",
    "    return np.pad(X, ((pad, pad), (pad, pad), (pad, pad), (0, 0)))\n",
    "    return np.pad(X, ((0, 0), (0, 0), (pad, pad), (0, 0)))\n",
    "    return X\n", "    return 1 / 0\n", "    return (\n", STUB,
]
EXERCISES = 2
BEGUN = re.compile(r"\..*\.\d+-\d+\.tmp")


class Bench:
    def __init__(self, options):
        self.program = os.path.abspath(options.program)
        self.random = random.Random(options.seed)
        self.jobs = options.jobs
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="cnb-kill-grading-"))
        self.run_seed = self.random.randrange(1, 1 << 32)
        self.kills = self.cuts = self.begun = self.early = self.interruptions = self.runs = 0
        self.make(options.submissions)
        self.whole_run()

    def make(self, count):
        (self.root / "lesson.cnb").write_text(LESSON)
        self.cnb("assign", "lesson.cnb", "--student", "student.cnb", "--key", "lesson.key")
        student = (self.root / "student.cnb").read_text()
        before, between, after = student.split(STUB)
        (self.root / "in").mkdir()
        for number in range(count):
            text = before + self.random.choice(DOUBLES) + between + self.random.choice(PADS) + after
            data = text.encode() if self.random.random() < 0.95 else b"\xff\xfe" + text.encode()
            (self.root / "in" / f"student-{number:04}.cnb").write_bytes(data)
        self.count = count

    def cnb(self, *arguments):
        result = subprocess.run([self.program, *arguments], cwd=self.root, capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        return result

    def arguments(self, out, *more):
        return ["grade", "--key", "lesson.key", "in", "--jobs", str(self.jobs), "--out", out, *more]

    def whole_run(self):
        start = time.monotonic()
        self.output = self.cnb(*self.arguments("whole", "--seed", str(self.run_seed))).stdout
        self.seconds = time.monotonic() - start
        self.reports = self.files("whole")
        names = {"grades.csv", "grades.json", "junit.xml", "index.html"}
        assert names < set(self.reports), sorted(self.reports)[:10]
        assert sum(name.startswith("students/") for name in self.reports) == self.count

    def files(self, out):
        """What is in a folder for reports; files that were begun and killed are only counted."""
        found = {}
        for path in (self.root / out).rglob("*"):
            if not path.is_file() or path.name == "results.jsonl":
                continue
            if BEGUN.fullmatch(path.name):
                self.begun += 1
                continue
            found[str(path.relative_to(self.root / out))] = path.read_bytes()
        return found

    def results(self, out):
        path = self.root / out / "results.jsonl"
        return path.read_bytes() if path.exists() else b""

    def start(self, out):
        more = ["--resume"] if (self.root / out).exists() else []
        # A run that was killed before it had begun has no seed yet.
        if not self.results(out).count(b"\n"):
            more += ["--seed", str(self.run_seed)]
        return subprocess.Popen(
            [self.program, *self.arguments(out, *more)], cwd=self.root, text=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def check_results(self, out, earlier):
        data = self.results(out)
        kept = earlier[:earlier.rfind(b"\n") + 1]
        assert data.startswith(kept), f"{out}: lines of results.jsonl have changed"
        for line in data.split(b"\n")[:-1]:
            json.loads(line)
        self.cuts += bool(data) and not data.endswith(b"\n")
        return data

    def check_reports(self, out):
        reports = self.files(out)
        assert reports.keys() == self.reports.keys(), reports.keys() ^ self.reports.keys()
        for name, data in self.reports.items():
            assert reports[name] == data, f"{self.root / out / name} differs from the whole run's"
        done = {}
        for line in self.results(out).split(b"\n")[1:-1]:
            line = json.loads(line)
            exercises = done.setdefault(line["submission"], set())
            assert len(exercises) < EXERCISES, f"{line['submission']} was graded again"
            exercises |= set(range(EXERCISES)) if "problem" in line else {line["exercise"]}
        assert len(done) == self.count

    def kill(self, out, delay):
        """Starts or goes on, and kills. Whether it came to its end before."""
        earlier = self.results(out)
        process = self.start(out)
        try:
            output, error = process.communicate(timeout=delay)
        except subprocess.TimeoutExpired:
            workers = children(process.pid)
            process.kill()
            process.communicate()
            self.kills += 1
            self.check_results(out, earlier)
            limit = time.monotonic() + 10
            while workers := [worker for worker in workers if is_running(worker)]:
                assert time.monotonic() < limit, f"still running: {workers}"
                time.sleep(0.005)
            return False
        assert process.returncode == 0, error
        assert output == self.output, output
        self.early += 1
        self.check_results(out, earlier)
        self.check_reports(out)
        return True

    def killed_run(self, kills):
        self.runs += 1
        out = f"killed-{self.runs}"
        while self.kills < kills:
            # Most kills while submissions are graded, some around the reports.
            share = self.random.choice([0.3, 0.3, 0.6, 1.1])
            if self.kill(out, self.random.uniform(0, share * self.seconds)):
                return
        assert self.kill(out, 600)

    def interrupted_run(self):
        self.interruptions += 1
        out = f"interrupted-{self.interruptions}"
        process = self.start(out)
        # Once the first lines are there the program has set itself up to be interrupted.
        while self.results(out).count(b"\n") < 2:
            assert process.poll() is None, process.stderr.read()
            time.sleep(0.001)
        time.sleep(self.random.uniform(0, 0.5 * self.seconds))
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=60)
        assert process.returncode == 130, (process.returncode, error)
        message = re.fullmatch(
            r"cnb: interrupted after (\d+) of (\d+) submissions; --resume goes on\n", error)
        assert message, error
        assert int(message[2]) == self.count and int(message[1]) < self.count, error
        assert not (self.root / out / "grades.csv").exists()
        assert self.results(out).endswith(b"\n")
        assert self.kill(out, 600)


def children(process):
    found = []
    try:
        for task in os.listdir(f"/proc/{process}/task"):
            with open(f"/proc/{process}/task/{task}/children") as file:
                found += [int(number) for number in file.read().split()]
    except (FileNotFoundError, ProcessLookupError):
        pass
    return found


def is_running(process):
    try:
        with open(f"/proc/{process}/cmdline") as file:
            return "grade-worker" in file.read()
    except (FileNotFoundError, ProcessLookupError):
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    parser.add_argument("--program", default=os.path.join(root, ".build", "release", "cnb"))
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--interruptions", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--submissions", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", action="store_true", help="keep the files")
    options = parser.parse_args()
    bench = Bench(options)
    print(f"in {bench.root}: {bench.count} submissions in {bench.seconds:.1f} s, --seed {bench.run_seed}", flush=True)
    while bench.kills < options.kills:
        bench.killed_run(options.kills)
    print(
        f"{bench.kills} kills in {bench.runs} runs: {bench.cuts} in a line, {bench.begun} files of reports begun and "
        "left; all reports are the whole run's", flush=True)
    for _ in range(options.interruptions):
        bench.interrupted_run()
    print(f"{bench.interruptions} interruptions: all reports are the whole run's")
    if not options.keep:
        shutil.rmtree(bench.root)


if __name__ == "__main__":
    sys.exit(main())

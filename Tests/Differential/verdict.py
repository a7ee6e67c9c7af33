"""Runs one program both ways and says whether they agree."""

import ast
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass

import reference

FOLDER = tempfile.mkdtemp(prefix="differential-")
# Python would have filled the memory: here a limit says so.
REFUSAL = re.compile(r"is not supported|are not supported|NotImplementedError|^MemoryError")


@dataclass
class Verdict:
    source: str
    expected: tuple
    found: tuple
    raw: tuple

    @property
    def state(self):
        if self.expected[1] in ("time-out",) or " at 0x" in self.expected[0] + str(self.expected[1]):
            return "skipped"
        if self.expected == self.found:
            return "agrees"
        if "random" in self.source and any(reference.run(self.source, seed=seed) != self.raw for seed in (1, 2, 3)):
            return "skipped"
        # Sets are ordered by hashes, and that of nan is its address.
        if any(reference.run(self.source, shift=count) != self.raw for count in (1, 2, 3, 5, 8)):
            return "skipped"
        if any(hashed_otherwise(self.source, seed) != self.raw for seed in range(1, 9)):
            return "skipped"
        words = [line for part in self.found for line in (part or "").split("\n") if REFUSAL.search(line)]
        if any(line not in self.expected[0] + (self.expected[1] or "") for line in words):
            return "refused"
        return "differs"

    @property
    def kind(self):
        """Failures of one kind mostly have one cause."""
        if self.state == "refused":
            lines = "\n".join(part or "" for part in self.found).split("\n")
            return "refused: " + general(next(line for line in lines if REFUSAL.search(line)))
        if self.expected[1] != self.found[1]:
            return f"ends in {general(last_line(self.found[1]))} instead of {general(last_line(self.expected[1]))}"
        names = re.findall(r"[\w.]+(?=\()", self.source.rstrip("\n").split("\n")[-1])
        return "prints otherwise: " + " ".join(names[:4])

    @property
    def ends(self):
        """The classes of the two errors."""
        return self.state, *(last_line(part[1]).split(":")[0] for part in (self.expected, self.found))

    @property
    def difference(self):
        """The first line that differs."""
        expected, found = (part[0].split("\n") + [f"ends: {part[1]}"] for part in (self.expected, self.found))
        for left, right in zip(expected + [None] * len(found), found + [None] * len(expected)):
            if left != right:
                return f"expected {left!r}\n   found {right!r}"
        return ""


def hashed_otherwise(source, seed):
    """The same in a Python whose texts have other hashes, which order sets of them."""
    command = "import sys, reference; print(repr(reference.run(sys.stdin.read())))"
    done = subprocess.run(
        [sys.executable, "-c", command], input=source.encode(), capture_output=True, cwd=os.path.dirname(__file__) or ".",
        env=dict(os.environ, PYTHONHASHSEED=str(seed), PYTHONIOENCODING="utf-8"))
    return ast.literal_eval(done.stdout.decode())


def general(words):
    words = re.sub(r"'[^']*'", "'x'", words)
    return re.sub(r"-?\d+(\.\d+)?", "N", words)[:110]


def last_line(end):
    return (end or "no error").split("\n")[-1]


def run_cnb(source, cnb):
    path = os.path.join(FOLDER, f"{os.getpid()}", reference.FILE)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(source)
    try:
        done = subprocess.run([cnb, "run", path], capture_output=True, timeout=30)
    except subprocess.TimeoutExpired:
        return "", "time-out of cnb"
    output, errors = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
    if done.returncode == 0:
        return output, None
    if done.returncode != 1:
        return output, f"exit code {done.returncode}\n{errors[-200:]}"
    return output, reference.told_on_stderr(errors, reference.FILE)


def judge(source, cnb):
    expected, found = reference.run(source), run_cnb(source, cnb)
    return Verdict(source, *((output, end and re.sub(r"\. Did you mean: .*", "", end)) for output, end in (expected, found)), expected)

#!/usr/bin/env python3
"""Kills cnb in the middle of editing sessions, and looks for what is lost.

    kill.py [--program PATH] [--kills 200] [--seed 1] [--keep]

Each session opens the notebook at a pseudo-terminal, recovers what the one before did not save, and then adds cells of
several lines, changes cells, adds prose, moves and runs cells, and saves, until `kill -9` comes at a random moment. Each
line that is typed has a word of its own. A line counts as typed once the prompt behind it has appeared on the
terminal: then its Enter has been taken in. After each kill

- the file opens (`cnb convert`), and so does what the journal adds to it;
- the word of each line that counts, of all sessions so far, is in the file with what the journal adds;
- nothing else has been left in the folder but the notebook, its journal, and at most one file that a save had begun.

Every NOTEBOOK sessions the notebook is saved, left, and checked as a whole, and a new one is begun.
"""
import argparse
import collections
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

from journal import Journal
from terminal import Terminal

NOTEBOOK = 20
FILE = "lesson.cnb"
JOURNAL = ".lesson.cnb.journal"
START = """---
cnb: 1
print-style: numpy-1.26
---

# Lesson

```python {id=first}
import numpy as np
```
"""
COMMAND = re.compile(r"(?:\[\d+/\d+\]|prose|empty)> $")
CONTINUATION = re.compile(r"\.\.\.\.> ")
EDIT = re.compile(r"edit> ")


class Killed(Exception):
    pass


class Session:
    """Types until it is killed."""

    def __init__(self, bench, deadline):
        self.bench = bench
        self.deadline = deadline
        self.terminal = Terminal([bench.program, FILE], bench.folder, bench.environment)
        # The words of lines, in order, and how many of them stand in lines whose Enter was taken in.
        self.words = []
        self.counted = 0

    def pause(self, seconds):
        end = time.monotonic() + seconds
        while True:
            now = time.monotonic()
            if now >= self.deadline:
                raise Killed
            if now >= end or self.terminal.is_over:
                return
            self.terminal.read(min(end, self.deadline) - now)

    def wait(self, *patterns, start=0):
        """For what is printed behind a place in the output; gives the pattern that came first."""
        limit = time.monotonic() + 60
        while time.monotonic() < limit and not self.terminal.is_over:
            for pattern in patterns:
                if pattern.search(self.terminal.output, start):
                    return pattern
            self.pause(0.01)
        raise AssertionError(f"waited for {patterns}, saw:\n{self.terminal.output[-3000:]}")

    def type(self, text):
        self.bench.typed.append(text)
        for character in text:
            self.terminal.type(character)
            self.pause(self.bench.random.choice([0, 0, 0.001, 0.003]))

    def keys(self, keys, *answers):
        """Types, and waits for what comes of it."""
        start = len(self.terminal.output)
        self.type(keys)
        return self.wait(*answers, start=start)

    def line(self, before, after, words):
        """A line with a word of its own, without the Enter behind it."""
        word = self.bench.new_word()
        words.append(word)
        self.keys(f"{before}{word}{after}", re.compile(re.escape(word)))

    def enter(self, *answers):
        answer = self.keys("\r", *answers)
        self.counted = len(self.words)
        return answer

    def begin(self):
        question = re.compile("Recover it")
        if self.wait(question, COMMAND) is question:
            self.keys("y\r", re.compile("recovered;"))
            self.bench.recoveries += 1
            self.wait(COMMAND, start=self.terminal.output.index("recovered;"))

    def work(self):
        self.begin()
        while True:
            action = self.bench.random.choice(self.ACTIONS)
            self.bench.actions[action.__name__] += 1
            action(self)
            self.pause(0.01)

    def add_cell(self, words=None):
        words = self.words if words is None else words
        self.keys("b\r", EDIT)
        self.line("def f_", "():", words)
        self.enter(CONTINUATION)
        for _ in range(self.bench.random.randint(1, 4)):
            self.line("x = '", "'", words)
            self.enter(CONTINUATION)
        self.enter(COMMAND)

    def add_line(self):
        self.keys("b\r", EDIT)
        self.line("y = '", "'", self.words)
        self.enter(COMMAND)

    def delete_and_undo(self):
        words = []
        self.add_cell(words)
        self.keys("dd", COMMAND)
        self.keys("z", re.compile("took back"))
        self.words += words
        self.wait(COMMAND, start=self.terminal.output.rindex("took back"))
        self.counted = len(self.words)

    def change(self):
        if not re.search(r"\]> $", self.terminal.output):
            return
        self.keys("e\r", EDIT)
        self.pause(0.02)
        self.line("  # ", "", self.words)
        while self.enter(COMMAND, CONTINUATION) is not COMMAND:
            pass

    def add_prose(self):
        if self.bench.random.random() < 0.5:
            self.line("prose Some ", ".", self.words)
        else:
            self.keys("B", EDIT)
            self.line("Some ", ".", self.words)
        self.enter(COMMAND)

    def run_cell(self):
        self.keys("\r", COMMAND)

    def move(self):
        self.keys(self.bench.random.choice(["J", "K", "j", "k", "j"]), COMMAND)

    def save(self):
        self.keys("s\r", re.compile("saved lesson.cnb"))
        self.wait(COMMAND, start=self.terminal.output.rindex("saved lesson.cnb"))

    ACTIONS = [add_cell, add_cell, add_cell, add_line, delete_and_undo, change, change, add_prose, run_cell, move, save]


class Bench:
    def __init__(self, program, seed):
        self.program = os.path.abspath(program)
        self.random = random.Random(seed)
        self.root = tempfile.mkdtemp(prefix="cnb-kill-")
        self.word_count = 0
        self.recoveries = self.counted_words = self.torn = self.typing = self.begun_saves = 0
        self.actions = collections.Counter()
        self.notebook_count = 0

    def new_word(self):
        self.word_count += 1
        return f"w{self.word_count:06}w"

    def new_notebook(self):
        self.notebook_count += 1
        self.folder = os.path.join(self.root, str(self.notebook_count))
        os.mkdir(self.folder)
        with open(self.path(FILE), "w") as file:
            file.write(START)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": self.folder, "XDG_STATE_HOME": os.path.join(self.root, "state"),
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "NO_COLOR": "1",
        }
        self.words = []
        # What was typed and seen, to find out what happened.
        self.typed = []
        self.output = ""

    def path(self, name):
        return os.path.join(self.folder, name)

    def session(self, seconds):
        session = Session(self, time.monotonic() + seconds)
        try:
            session.work()
        except Killed:
            pass
        finally:
            session.terminal.kill()
            self.typed.append("KILL")
            self.output += session.terminal.output + "\n[KILLED]\n"
        self.words += session.words[:session.counted]
        self.counted_words += session.counted
        self.typing += session.counted < len(session.words)
        self.check()

    def check(self):
        names = set(os.listdir(self.folder)) - {FILE, JOURNAL}
        begun = {name for name in names if re.fullmatch(r"\.lesson\.cnb\.\d+-0\.tmp|\.lesson\.cnb\.journal\.tmp", name)}
        assert names == begun and len(begun) <= 1, f"left behind: {names}"
        self.begun_saves += len(begun)
        with open(self.path(FILE), "rb") as file:
            text = file.read()
        self.parse(text)
        drafts = b""
        if os.path.exists(self.path(JOURNAL)):
            with open(self.path(JOURNAL), "rb") as file:
                journal = Journal(file.read())
            self.torn += not journal.whole
            if journal.is_unsaved:
                text = journal.text
                drafts = b"\n".join(journal.drafts.values())
                self.parse(text)
        self.find(text + drafts)

    def find(self, text):
        found = set(re.findall(rb"w\d{6}w", text))
        with open(os.path.join(self.root, "screens"), "w") as file:
            file.write(self.output)
        missing = [word for word in self.words if word.encode() not in found]
        assert not missing, f"lost: {missing}; look into {self.root}; typed: {' '.join(map(repr, self.typed))}"

    def parse(self, text):
        copy = os.path.join(self.root, "copy.cnb")
        with open(copy, "wb") as file:
            file.write(text)
        result = self.cnb("convert", copy, os.path.join(self.root, "copy.ipynb"))
        assert result.returncode == 0, result.stderr

    def cnb(self, *arguments):
        return subprocess.run(
            [self.program, *arguments], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True)

    def finish(self):
        """Recovers, saves, leaves: all is in the file then, and nothing beside it."""
        session = Session(self, time.monotonic() + 120)
        session.begin()
        session.keys("s\r", re.compile("saved lesson.cnb"))
        session.type("q\r")
        while not session.terminal.is_over:
            session.terminal.read(1)
        assert session.terminal.end() == 0
        assert os.listdir(self.folder) == [FILE], os.listdir(self.folder)
        with open(self.path(FILE), "rb") as file:
            text = file.read()
        self.parse(text)
        self.find(text)
        result = self.cnb("replay", FILE)
        # A cell that was recovered half typed may fail.
        assert result.returncode in (0, 1, 2), result.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    parser.add_argument("--program", default=os.path.join(root, ".build", "release", "cnb"))
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=2, help="seconds before a kill, at most")
    parser.add_argument("--keep", action="store_true", help="keep the files")
    options = parser.parse_args()
    bench = Bench(options.program, options.seed)
    print(f"in {bench.root}", flush=True)
    for number in range(options.kills):
        if number % NOTEBOOK == 0:
            bench.new_notebook()
        bench.session(bench.random.uniform(0.01, options.longest))
        if number % NOTEBOOK == NOTEBOOK - 1 or number == options.kills - 1:
            bench.finish()
            print(f"{number + 1} kills, {bench.counted_words} lines typed, none lost", flush=True)
    print(
        f"{options.kills} kills: {bench.typing} in a line, {bench.begun_saves} in a save, {bench.torn} in a record; "
        f"{bench.recoveries} recoveries")
    print("done: " + ", ".join(f"{count} {name}" for name, count in sorted(bench.actions.items())))
    if not options.keep:
        shutil.rmtree(bench.root)


if __name__ == "__main__":
    sys.exit(main())

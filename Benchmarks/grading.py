#!/usr/bin/env python3
"""How long cnb grade takes for a submission: trivial ones, the shipped assignment, and nbgrader beside it.

Trivial submissions are right solutions of an assignment with one exercise and one test, made on the spot. Each turn
grades all of them into a new folder, reports included, and gives the wall time divided by their number. nbgrader grades
the same exercise, a few submissions of it, as its notebooks; turns alternate, so that what else the machine does meets
both alike.
"""
import argparse, json, os, resource, shutil, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STUB = "    # YOUR CODE HERE\n    raise NotImplementedError()\n"
SOLUTION = "    return 2 * x\n"
TEST = 'assert double(3) == 6, "twice three is six"'
LESSON = f"""---
cnb: 1
title: Doubles
---
```python cell=double exercise=double points=2
def double(x):
    ### BEGIN SOLUTION
{SOLUTION}    ### END SOLUTION
```

```python cell=check tests=double
{TEST}
```
"""


def run(command, folder, **variables):
    """Seconds that it takes: on the clock, and of the processors' time."""
    start, busy = time.perf_counter(), processor_seconds()
    result = subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, env={**os.environ, **variables})
    seconds = time.perf_counter() - start
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: exit code {result.returncode}\n{result.stderr[-3000:]}")
    return seconds, processor_seconds() - busy


def processor_seconds():
    """What all processes that have ended took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def read(*path):
    with open(os.path.join(*path)) as file:
        return file.read()


def write(text, *path):
    path = os.path.join(*path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


class Cnb:
    """Grades `count` copies of a submission that scores everything."""

    def __init__(self, program, jobs, folder, key, submission, count):
        self.program, self.jobs, self.folder, self.key, self.count = program, jobs, folder, key, count
        for number in range(count):
            write(submission, folder, "in", f"student-{number:05}.cnb")
        self.turns = 0

    def turn(self):
        self.turns += 1
        out = f"out-{self.turns}"
        seconds = run(
            [self.program, "grade", "--key", self.key, "in", "--jobs", str(self.jobs), "--out", out], self.folder)
        grades = json.loads(read(self.folder, out, "grades.json"))
        points = [grade["points"] for grade in grades["submissions"]]
        if points != [grades["possible"]] * self.count:
            raise SystemExit(f"{self.folder}: {self.count} right solutions do not score everything")
        return [value / self.count for value in seconds]


class NBGrader:
    """A course with one assignment, of which `count` students handed in the solution."""

    def __init__(self, program, folder, count):
        self.program, self.folder, self.count = program, folder, count
        solution = f"def double(x):\n    ### BEGIN SOLUTION\n{SOLUTION}    ### END SOLUTION"
        cells = [
            self.cell("double", solution, grade=False, solution=True, locked=False),
            self.cell("check", TEST, grade=True, solution=False, locked=True, points=2),
        ]
        write(self.notebook(cells), folder, "source", "ps1", "lesson.ipynb")
        write("c = get_config()\nc.CourseDirectory.course_id = 'course'\n", folder, "nbgrader_config.py")
        # It calls programs that stand beside it, and writes into the home folder.
        self.variables = {"PATH": os.path.dirname(program) + os.pathsep + os.environ["PATH"], "HOME": folder}
        run([program, "generate_assignment", "ps1"], folder, **self.variables)
        released = json.loads(read(folder, "release", "ps1", "lesson.ipynb"))
        source = released["cells"][0]["source"]
        source = source if isinstance(source, str) else "".join(source)
        released["cells"][0]["source"] = f"def double(x):\n{SOLUTION}"
        if "NotImplementedError" not in source:
            raise SystemExit(f"{folder}: nbgrader has left the solution in the students' notebook")
        for number in range(count):
            write(json.dumps(released), folder, "submitted", f"student-{number}", "ps1", "lesson.ipynb")

    @staticmethod
    def cell(name, source, **properties):
        return {
            "cell_type": "code", "id": name, "execution_count": None, "outputs": [], "source": source,
            "metadata": {"nbgrader": {"grade_id": name, "schema_version": 3, "task": False, **properties}},
        }

    @staticmethod
    def notebook(cells):
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
        return json.dumps({
            "cells": cells, "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}}, "nbformat": 4,
            "nbformat_minor": 5,
        })

    def turn(self):
        seconds = run([self.program, "autograde", "ps1", "--force"], self.folder, **self.variables)
        graded = os.path.join(self.folder, "autograded")
        notebooks = [os.path.join(graded, student, "ps1", "lesson.ipynb") for student in os.listdir(graded)]
        if len(notebooks) != self.count or any('"error"' in read(notebook) for notebook in notebooks):
            raise SystemExit(f"{self.folder}: nbgrader has not graded {self.count} right solutions")
        return [value / self.count for value in seconds]


def solved(lesson):
    """The instructor's notebook as a student would hand it in: solved, without marks and hidden tests."""
    lines, hidden = [], False
    for line in lesson.splitlines(keepends=True):
        mark = line.strip()
        if mark == "### BEGIN HIDDEN TESTS":
            hidden = True
        elif mark == "### END HIDDEN TESTS":
            hidden = False
        elif not hidden and mark not in ("### BEGIN SOLUTION", "### END SOLUTION"):
            lines.append(line)
    return "".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cnb", default=os.path.join(ROOT, ".build/release/cnb"), help="the program")
    parser.add_argument("--nbgrader", help="nbgrader, as a command or a path, to compare with")
    parser.add_argument("--submissions", type=int, default=1000, help="trivial ones")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--turns", type=int, default=3)
    arguments = parser.parse_args()

    cnb = shutil.which(arguments.cnb)
    if not cnb:
        raise SystemExit(f"cnb is missing: there is no {arguments.cnb}")
    cnb = os.path.abspath(cnb)
    nbgrader = shutil.which(arguments.nbgrader) if arguments.nbgrader else None
    if not nbgrader:
        print(f"nbgrader is missing: {arguments.nbgrader or 'name it by --nbgrader'}", file=sys.stderr)

    with tempfile.TemporaryDirectory() as folder:
        write(LESSON, folder, "lesson.cnb")
        run([cnb, "assign", "lesson.cnb", "--student", "student.cnb", "--key", "lesson.key"], folder)
        student = read(folder, "student.cnb")
        if STUB not in student:
            raise SystemExit("the student's notebook has no place for the solution")
        jobs = arguments.jobs
        measured = [
            (f"cnb, trivial, --jobs {jobs}", Cnb(
                cnb, jobs, os.path.join(folder, "trivial"), os.path.join(folder, "lesson.key"),
                student.replace(STUB, SOLUTION), arguments.submissions)),
            (f"cnb, build-your-own-layers, --jobs {jobs}", Cnb(
                cnb, jobs, os.path.join(folder, "layers"), os.path.join(ROOT, "notebooks/build-your-own-layers.key"),
                solved(read(ROOT, "notebooks/build-your-own-layers.cnb")), 40)),
        ]
        if nbgrader:
            course = NBGrader(os.path.abspath(nbgrader), os.path.join(folder, "course"), 12)
            measured.append(("nbgrader, trivial", course))
        times = {name: [] for name, _ in measured}
        for _ in range(arguments.turns):
            for name, grader in measured:
                times[name].append(grader.turn())

    columns = ("median", "fastest", "slowest", "processor")
    print(f"{'a submission takes':40}" + "".join(f"{column:>12}" for column in columns))
    medians = {}
    for name, grader in measured:
        clock, busy = zip(*times[name])
        medians[name] = statistics.median(clock)
        values = (medians[name], min(clock), max(clock), statistics.median(busy))
        cells = "".join(f"{value * 1000:9.1f} ms" for value in values)
        print(f"{name:40}{cells}   {grader.count} submissions, {arguments.turns} turns")
    if nbgrader:
        share = medians[measured[0][0]] / medians["nbgrader, trivial"]
        print(f"cnb takes {share:.4f} of nbgrader's time for a trivial one")


main()

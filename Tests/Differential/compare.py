"""Runs random programs of the cell language here and under CPython with NumPy, and compares what they print.

    venv/bin/python Tests/Differential/compare.py SEED COUNT [--cnb PATH] [--jobs N] [--areas A,B] [--keep FOLDER]
    venv/bin/python Tests/Differential/compare.py --file PROGRAM.py ...

The programs of the seeds SEED, SEED + 1, ... are the same on every machine. A program that `cnb` says it does not
support is counted apart. Each program that differs is shrunk, and printed with its first difference.
"""

import argparse
import collections
import multiprocessing
import os
import sys

# Which of 0.0 and -0.0 a sort puts first depends on the processor where NumPy sorts with AVX-512.
os.environ.setdefault("NPY_DISABLE_CPU_FEATURES", "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL")

import numpy

import generate
import verdict
from minimise import minimised

assert numpy.__version__ == "1.26.4" and sys.version_info[:2] == (3, 11), "needs CPython 3.11, NumPy 1.26.4"

HERE = os.path.dirname(os.path.abspath(__file__))


def work(task):
    seed, cnb, shrink = task
    judged = verdict.judge(generate.generate(seed), cnb)
    state, kind, small = judged.state, "", judged
    if state in ("differs", "refused"):
        kind = judged.kind
        if shrink and state == "differs":
            ends = judged.ends
            small = verdict.judge(minimised(judged.source, lambda text: verdict.judge(text, cnb).ends == ends), cnb)
            if small.state == "differs":
                kind = small.kind
            else:
                small = judged
    return seed, state, kind, small.source, small.difference


def counted(states):
    return ", ".join(f"{count} {state}" for state, count in states.most_common())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--file", nargs="+", help="programs to compare instead of random ones")
    parser.add_argument("--seeds", help="these seeds, with commas between them, instead of a range")
    parser.add_argument("--cnb", default=os.path.join(HERE, "..", "..", ".build", "release", "cnb"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--no-shrink", action="store_true", help="print programs that differ as they are")
    parser.add_argument("--keep", help="a folder for the shrunken programs")
    options = parser.parse_args()
    if options.file:
        for path in options.file:
            judged = verdict.judge(open(path).read(), options.cnb)
            print(f"{path}: {judged.state}\n{judged.difference}")
        return 0
    states, kinds, examples = collections.Counter(), collections.Counter(), collections.defaultdict(list)
    seeds = [int(seed) for seed in options.seeds.split(",")] if options.seeds else range(options.seed, options.seed + options.count)
    tasks = ((seed, options.cnb, not options.no_shrink) for seed in seeds)
    with multiprocessing.Pool(options.jobs) as pool:
        for seed, state, kind, source, difference in pool.imap_unordered(work, tasks, chunksize=4):
            states[state] += 1
            if sum(states.values()) % 500 == 0:
                print(counted(states), file=sys.stderr, flush=True)
            if kind:
                kinds[state, kind] += 1
                examples[kind].append(seed)
            if state == "differs":
                print(f"--- seed {seed}: {kind}\n{source}{difference}", flush=True)
                if options.keep:
                    os.makedirs(options.keep, exist_ok=True)
                    with open(os.path.join(options.keep, f"{seed}.py"), "w") as file:
                        file.write(source)
    print(f"=== seeds {seeds[0]} to {seeds[-1]}: {counted(states)}")
    for (state, kind), count in kinds.most_common():
        print(f"{count:6} {state}  {kind}  seeds {examples[kind][:5]}")
    return 1 if states["differs"] else 0


if __name__ == "__main__":
    sys.exit(main())

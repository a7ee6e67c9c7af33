"""Prints the random program of a seed: venv/bin/python Tests/Differential/generate.py SEED"""

import os
import sys

import array_statements  # noqa: F401, each of these registers its statements
import library_statements  # noqa: F401
import python_statements  # noqa: F401
from program import generate

if __name__ == "__main__":
    print(generate(int(sys.argv[1])), end="")

"""Runs a program in this Python process, as if it were the only one: the reference side of the comparison."""

import contextlib
import io
import random
import re
import signal
import sys
import traceback
import types
import warnings

import numpy as np

FILE = "program.py"


class TimeOut(BaseException):
    pass


@contextlib.contextmanager
def time_limit(seconds):
    def stop(*_):
        raise TimeOut
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def fresh_namespace():
    module = types.ModuleType("__main__")
    return module.__dict__


def reset(seed=0):
    """Everything that a program can change in the modules it imports."""
    np.set_printoptions(
        precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False, nanstr="nan", infstr="inf", sign="-",
        formatter=None, floatmode="maxprec", legacy=False)
    np.seterr(divide="warn", over="warn", under="ignore", invalid="warn")
    np.random.seed(seed)
    random.seed(seed)
    warnings.resetwarnings()
    warnings.simplefilter("ignore")


def run(source, seconds=5, seed=0, shift=0):
    """What the program prints, and how it ends: None, or the line and the words of its error, or "time-out".

    shift: so many numbers take up memory meanwhile, so that others come to lie elsewhere.
    """
    reset(seed)
    held = [index + 0.5 for index in range(shift)]
    output = io.StringIO()
    outside, sys.stdout = sys.stdout, output
    end = None
    try:
        with time_limit(seconds):
            exec(compile(source, FILE, "exec"), fresh_namespace())
    except TimeOut:
        end = "time-out"
    except SystemExit as exit:
        end = f"exit {exit.code}"
    except BaseException as error:
        end = told(error)
    finally:
        sys.stdout = outside
        del held
    return output.getvalue(), end


def told(error):
    places = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == FILE]
    words = "".join(traceback.format_exception_only(type(error), error)).rstrip("\n")
    if isinstance(error, SyntaxError):
        return "line %s\n%s" % (error.lineno, words.split("\n")[-1])
    return f"line {places[-1] if places else '?'}\n{words}"


def told_on_stderr(text, file):
    """The same from a traceback that a process has printed."""
    lines = text.rstrip("\n").split("\n")
    frames = [i for i, line in enumerate(lines) if line.startswith('  File "')]
    if not frames:
        return text.rstrip("\n")
    own = [re.search(r'", line (\d+)', lines[i]).group(1) for i in frames if f'{file}", line ' in lines[i]]
    words = next((i for i in range(frames[-1], len(lines)) if not lines[i].startswith("  ")), len(lines))
    return "\n".join([f"line {own[-1] if own else '?'}"] + lines[words:])

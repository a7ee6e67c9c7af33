"""What all peers share. A peer answers requests, one a line:

    OPERATION SHAPE DTYPE SECONDS   ->   MEDIAN FASTEST PROCESSORS, or: none REASON

Request.swift says what the words mean; the times are measured as Timing.swift measures them.
"""
import os, sys, time
from typing import NamedTuple


class Convolution(NamedTuple):
    """Images (m, height, width, channels), filters (f, f, channels, filters)."""
    m: int
    height: int
    width: int
    channels: int
    f: int
    filters: int
    stride: int
    padding: object  # a number, or "same": TensorFlow's rule, with the odd row and column after the image

    @property
    def margins(self):
        """Zeros before and after the image; where the padding is "same", the stride is 1."""
        if self.padding == "same":
            return (self.f - 1) // 2, self.f - 1 - (self.f - 1) // 2
        return self.padding, self.padding

    @property
    def output(self):
        margin = sum(self.margins)
        return ((self.height + margin - self.f) // self.stride + 1, (self.width + margin - self.f) // self.stride + 1)


class Pooling(NamedTuple):
    m: int
    height: int
    width: int
    channels: int
    f: int
    stride: int

    @property
    def output(self):
        return (self.height - self.f) // self.stride + 1, (self.width - self.f) // self.stride + 1


class Training(NamedTuple):
    """One epoch of the course's network on 64 x 64 x 3 images of 6 classes, shuffled, in mini-batches."""
    examples: int
    batch: int


class Unknown(Exception):
    """A peer does not have what is asked for."""


def threads():
    return int(sys.argv[1])


def shape(operation, text):
    sizes = [size if size == "same" else int(size) for size in text.split(",")]
    kinds = {"convolution": Convolution, "training": Training}
    return kinds.get(operation.split("-")[0], Pooling)(*sizes)


def timing(length, work):
    """Samples of at least 0.2 ms for `length` seconds: three or more, fewer only where they would take 2 s together."""
    # The first call prepares caches; where it is short, a second one tells how many make a sample.
    for _ in range(2):
        start = time.perf_counter()
        work()
        taken = time.perf_counter() - start
        if taken > 0.1:
            break
    calls = max(1, int(2e-4 / max(taken, 1e-9)))

    samples = []
    begin, busy = time.perf_counter(), time.process_time()
    while True:
        start = time.perf_counter()
        for _ in range(calls):
            work()
        now = time.perf_counter()
        samples.append((now - start) / calls)
        if now - begin >= length and (len(samples) >= 3 or now - begin >= 2):
            break
    processors = (time.process_time() - busy) / (now - begin)
    samples.sort()
    return f"{samples[len(samples) // 2]:.9g} {samples[0]:.9g} {processors:.3f}"


def serve(version, prepare, trains=False):
    """`prepare(operation, shape, dtype)` returns the function that is measured, or raises Unknown."""
    # Whatever a library prints goes to stderr.
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    print("ready", version, file=answers)
    last, work = None, None
    for line in sys.stdin:
        operation, sizes, dtype, length = line.split()
        try:
            # The rounds of one workload follow each other.
            if last != (operation, sizes, dtype):
                last = work = None
                if operation.startswith("training") and not trains:
                    raise Unknown("does not train here")
                work = prepare(operation, shape(operation, sizes), dtype)
                last = operation, sizes, dtype
            print(timing(float(length), work), file=answers)
        except Exception as error:
            reason = str(error) if isinstance(error, Unknown) else repr(error)
            print("none", " ".join(reason.split())[:200], file=answers)

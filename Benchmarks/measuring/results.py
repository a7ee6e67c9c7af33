"""What was measured: one row for each workload and program, however many rounds there were."""
import csv, math, statistics
from typing import NamedTuple, Optional


class Row(NamedTuple):
    group: str
    workload: str
    dtype: str
    threads: int
    program: str
    unit: str  # "s", "bytes"
    value: float  # the median of the rounds' medians
    best: float
    rounds: int
    work: Optional[float] = None  # operations or bytes
    processors: Optional[float] = None  # that were busy with it
    disturbance: Optional[float] = None  # the part of one processor that something else took


class Results:
    def __init__(self):
        self.rows = []
        self.versions, self.missing, self.failures = {}, {}, []
        self.answers = {}  # of the language's programs

    def add(self, *fields, samples, best=None, **more):
        self.rows.append(Row(
            *fields, value=statistics.median(samples), best=min(samples) if best is None else best,
            rounds=len(samples), **more))

    def find(self, group, **fields):
        """The rows of a group whose fields are these."""
        return [
            row for row in self.rows
            if row.group == group and all(getattr(row, name) == value for name, value in fields.items())]

    def value(self, group, **fields):
        rows = self.find(group, **fields)
        return rows[0].value if rows else None

    def peak(self, dtype, threads):
        """Operations a second. Of what was measured before and after the kernels, the larger."""
        rates = [row.work / row.value for row in self.find("peak", workload="peak", dtype=dtype, threads=threads)]
        return max(rates, default=None)

    def write_csv(self, path):
        with open(path, "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*Row._fields, "rate_per_s", "share_of_peak", "version"])
            for row in self.rows:
                rate = row.work / row.value if row.work else None
                peak = self.peak(row.dtype, row.threads) if row.group == "kernels" else None
                share = rate / peak if rate and peak else None
                writer.writerow(["" if field is None else field for field in (
                    *row, rate, share, self.versions.get(row.program))])


def geometric_mean(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else None

"""What was measured, as tables: for a terminal, and as Markdown."""
from typing import NamedTuple

from measuring import workloads
from measuring.results import geometric_mean
from measuring.servers import OURS, PEERS, PYTORCH


class Table(NamedTuple):
    title: str
    columns: list
    rows: list

    def _is_text(self, column):
        return column == 0 or any(row[column][:1].isalpha() for row in self.rows)

    def text(self):
        lines, places = [self.columns, *self.rows], range(len(self.columns))
        widths = [max(len(line[i]) for line in lines) for i in places]
        aligned = [
            "  ".join(f"{line[i]:{'<' if self._is_text(i) else '>'}{widths[i]}}" for i in places).rstrip()
            for line in lines]
        return "\n".join([self.title, "", *aligned, ""])

    def markdown(self):
        lines = ["| " + " | ".join(line) + " |" for line in [self.columns, *self.rows]]
        lines.insert(1, "".join("|---" if self._is_text(i) else "|---:" for i in range(len(self.columns))) + "|")
        return "\n".join([f"### {self.title}", "", *lines, ""])


def milliseconds(value):
    return "" if value is None else f"{value * 1e3:.4g}" if value >= 1e-5 else f"{value * 1e3:.5f}"


def times(ratio):
    return "" if ratio is None else f"{ratio:.2f}x"


def megabytes(value):
    return "" if value is None else f"{value / 1e6:.1f}"


class Comparison(NamedTuple):
    """One workload here and in its peers."""
    ours: object
    peers: dict  # name: row

    @property
    def fastest(self):
        return min(self.peers.values(), key=lambda row: row.value, default=None)

    @property
    def over_fastest(self):
        return self.fastest.value / self.ours.value if self.fastest else None

    @property
    def over_pytorch(self):
        rows = [self.peers[name] for name in PYTORCH if name in self.peers]
        return min(row.value for row in rows) / self.ours.value if rows else None


def comparisons(results, group, dtype, threads):
    for ours in results.find(group, dtype=dtype, threads=threads, program=OURS):
        rows = results.find(group, dtype=dtype, threads=threads, workload=ours.workload)
        yield Comparison(ours, {row.program: row for row in rows if row.program != OURS})


def kernel_table(results, group, dtype, threads):
    compared = list(comparisons(results, group, dtype, threads))
    peers = [peer[0] for peer in PEERS if any(peer[0] in one.peers for one in compared)]
    peak = results.peak(dtype, threads)
    rate = {"kernels": ["GFLOP/s", "of peak"], "pooling": ["GB/s"], "training": ["1000 images/s"]}[group]
    unit = 1e3 if group == "training" else 1e9
    rows = []
    for one in compared:
        speed = one.ours.work / one.ours.value
        share = [f"{speed / peak:.0%}" if peak else ""] if group == "kernels" else []
        rows.append([
            one.ours.workload, milliseconds(one.ours.value), f"{speed / unit:.1f}", *share, times(one.over_fastest),
            times(one.over_pytorch), one.fastest.program if one.fastest else "",
            *(milliseconds(one.peers[name].value) if name in one.peers else "" for name in peers)])
    if peers:
        means = [
            geometric_mean([ratio for ratio in ratios if ratio])
            for ratios in ([one.over_fastest for one in compared], [one.over_pytorch for one in compared])]
        rows.append(["geometric mean", *[""] * (1 + len(rate)), *map(times, means), "", *[""] * len(peers)])
    name = {"kernels": "Convolution", "pooling": "Pooling", "training": "Training the course's network"}[group]
    title = f"{name}, float{dtype[1:]}, {threads} thread{'s' if threads > 1 else ''}"
    call = "ms an epoch" if group == "training" else "ms a call"
    columns = [call, OURS, *rate, "to fastest", "to PyTorch", "fastest peer", *peers]
    return Table(title, columns, rows)


def peak_table(results, threads):
    def billions(rate):
        return f"{rate / 1e9:.1f}" if rate else ""

    rows = []
    for dtype in workloads.DTYPES:
        rates = [results.peak(dtype, count) for count in threads]
        rows.append([f"multiply-add, float{dtype[1:]}, GFLOP/s", *map(billions, rates)])
    reads = [results.find("peak", workload="read", threads=count) for count in threads]
    rates = [max((row.work / row.value for row in rows), default=None) for rows in reads]
    rows.append(["memory read, GB/s", *map(billions, rates)])
    return Table("What the processor can do at most", ["threads", *map(str, threads)], rows)


def language_table(results, group, title):
    rows, ratios = [], []
    for ours in results.find(group, program=OURS):
        theirs = results.value(group, workload=ours.workload, program="CPython")
        ratio = theirs / ours.value if theirs else None
        ratios.append(ratio)
        same = "same" if len(results.answers[group, ours.workload]) == 1 else "differs"
        rows.append([ours.workload, milliseconds(ours.value), milliseconds(theirs), times(ratio), same if theirs else ""])
    if any(ratios):
        rows.append(["geometric mean", "", "", times(geometric_mean([ratio for ratio in ratios if ratio])), ""])
    return Table(title, ["ms a call", OURS, "CPython", "to CPython", "answer"], rows)


def start_table(results):
    rows = [
        [row.workload, milliseconds(row.value), milliseconds(row.best)] for row in results.find("start")]
    return Table("Start-up", ["ms, wall", "median", "fastest"], rows)


def memory_table(results):
    columns = ["MB beyond operands and results"]
    columns += [f"{direction} {dtype}" for dtype in workloads.DTYPES for direction in workloads.DIRECTIONS]
    rows = []
    for name in workloads.CONVOLUTIONS:
        cells = [
            results.value("memory", workload=f"{direction} {name}", dtype=dtype)
            for dtype in workloads.DTYPES for direction in workloads.DIRECTIONS]
        rows.append([name, *map(megabytes, cells)])
    replay = results.value("memory", workload="cnb replay, the shipped notebook")
    rows.append(["peak of cnb replay, the shipped notebook", megabytes(replay), "", "", ""])
    return Table("Memory", columns, rows)


def batches_table(results):
    combinations = [(dtype, name, direction) for dtype in workloads.DTYPES for name in ("signs1", "mid")
                    for direction in workloads.DIRECTIONS]
    rows = []
    for batch in workloads.BATCHES:
        values = [
            results.value("batches", workload=f"{direction} {name} of {batch}", dtype=dtype)
            for dtype, name, direction in combinations]
        rows.append([str(batch), *("" if value is None else f"{value / batch * 1e6:.1f}" for value in values)])
    columns = ["us an image, batch of", *(f"{direction} {name} {dtype}" for dtype, name, direction in combinations)]
    return Table("Cost of an image in larger batches", columns, rows)


def notebooks_table(results):
    rows = []
    for row in results.find("notebooks", unit="s"):
        cells = int(row.workload.split()[0])
        peak = results.value("notebooks", workload=row.workload, unit="bytes")
        rows.append([
            str(cells), milliseconds(row.value), f"{row.value / cells * 1e6:.1f}", megabytes(peak)])
    return Table("cnb replay of larger notebooks", ["cells", "ms", "us a cell", "peak MB"], rows)

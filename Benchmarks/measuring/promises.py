"""What was promised of these figures, and whether they hold."""
from measuring import workloads
from measuring.results import geometric_mean
from measuring.servers import OURS
from measuring.tables import Table, comparisons

SHIPPED = "cnb replay, the shipped notebook"


class Promises:
    def __init__(self, results, threads):
        self.results, self.threads, self.rows = results, threads, []

    def at_least(self, promise, bound, figure, what=""):
        self._add(promise, f"at least {bound:.3g}", figure, figure is not None and figure >= bound, what)

    def at_most(self, promise, bound, figure, what=""):
        self._add(promise, f"at most {bound:.3g}", figure, figure is not None and figure <= bound, what)

    def _add(self, promise, bound, figure, holds, what):
        if figure is not None:
            self.rows.append([promise, bound, f"{figure:.3g}", "yes" if holds else "no", what])

    def table(self):
        return Table("What was promised", ["promise", "bound", "figure", "holds", "where"], self.rows)

    def layers(self):
        for dtype in workloads.DTYPES:
            compared = self._compared("kernels", dtype)
            self.slowest(f"float{dtype[1:]} convolution to the fastest peer, each shape", compared)
            if dtype == "f64":
                self.at_least("the same to PyTorch, geometric mean", 4, mean([one.over_pytorch for one in compared]))
            else:
                self.at_least("the same, geometric mean", 1.4, mean([one.over_fastest for one in compared]))
        for name in ("forward mid", "backward mid", "forward onebyone", "backward onebyone"):
            one, two = (self.results.find("kernels", workload=name, dtype="f32", threads=count, program=OURS)
                        for count in (1, 2))
            peak = self.results.peak("f32", 1)
            if one and peak:
                self.at_least(
                    f"float32 {name}, share of the peak, 1 thread", 0.88, one[0].work / one[0].value / peak)
            if one and two:
                self.at_least(f"float32 {name}, 2 threads to 1", 1.8, one[0].value / two[0].value)
        self.slowest("pooling to the fastest peer, each shape",
                     [one for dtype in workloads.DTYPES for one in self._compared("pooling", dtype)])
        for one in self._compared("training", "f32"):
            self.at_least("float32 training epoch to the fastest peer", 1.5, one.over_fastest,
                          f"threads: {one.ours.threads}")
        for one in self._compared("training", "f64"):
            self.at_least("float64 training epoch to PyTorch", 4, one.over_pytorch, f"threads: {one.ours.threads}")

    def _compared(self, group, dtype):
        return [
            one for threads in self.threads for one in comparisons(self.results, group, dtype, threads)
            if one.over_fastest]

    def slowest(self, promise, compared):
        if compared:
            least = min(compared, key=lambda one: one.over_fastest)
            behind = sum(one.over_fastest < 1 for one in compared)
            where = f"{least.ours.workload} {least.ours.dtype}, threads: {least.ours.threads}"
            self.at_least(promise, 1, least.over_fastest, f"{where}; behind in {behind} of {len(compared)}")

    def language(self):
        for group, bound, name in (("course", 12, "the course's solutions to CPython"),
                                   ("numbers", 8, "loops over numbers to CPython")):
            ratios = {}
            for ours in self.results.find(group, program=OURS):
                theirs = self.results.value(group, workload=ours.workload, program="CPython")
                if theirs:
                    ratios[ours.workload] = theirs / ours.value
            if ratios:
                least = min(ratios, key=ratios.get)
                self.at_least(f"{name}, each", bound, ratios[least], least)
                self.at_least(f"{name}, geometric mean", bound, mean(list(ratios.values())))

    def programs(self):
        def start(name):
            return self.results.value("start", workload=name)

        empty, bare, numpy = (start(name) for name in (
            "cnb run, an empty script", "python3 -c pass", "python3 -c 'import numpy'"))
        if empty and bare:
            self.at_most("cnb run of an empty script to python3 -c pass", 1, empty / bare)
            self.at_most("the same to import numpy", 1 / 12, empty / numpy)
        replay = start(SHIPPED)
        self.at_most("replay of the shipped notebook, ms", 150, replay and replay * 1e3)
        peak = self.results.value("memory", workload=SHIPPED)
        self.at_most("its peak, MB", 60, peak and peak / 1e6)
        beyond = [row for row in self.results.find("memory", unit="bytes") if row.dtype]
        if beyond:
            most = max(beyond, key=lambda row: row.value)
            self.at_most(
                "convolution's memory beyond operands and results, MB", 16, most.value / 1e6,
                f"{most.workload} {most.dtype}")


def mean(ratios):
    return geometric_mean([ratio for ratio in ratios if ratio])

# passes: total
# verdicts: double=fail
# %% cell=double
import numpy as np
def double(x):
    for write in (
        lambda: open("out/results.jsonl", "a"), lambda: open("/tmp/hostile", "w"), lambda: np.save("results", [1]),
        lambda: np.savetxt("grades.csv", [1]), lambda: np.ones(3).tofile("x"), lambda: print("full marks", file=open("x", "w")),
    ):
        try:
            write()
            return 2 * x
        except Exception:
            pass
    return 0

# %% cell=total
total = sum(range(101))

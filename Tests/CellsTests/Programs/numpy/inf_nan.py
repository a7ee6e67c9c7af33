import numpy as np
a = np.array([1.0, -1.0, 0.0])
with np.errstate(divide="ignore", invalid="ignore"):
    print(a / 0, a / np.array([0.0, 2.0, 0.0]), np.log(np.array([0.0, 1.0])), np.sqrt(np.array([-1.0, 4.0])), np.array([1, 0]) // 0)
x = np.array([1.0, np.nan, 3.0])
print(np.sum(x), np.max(x), np.nansum(x), np.nanmax(x), np.isnan(x), x == x, np.nanmean(x), np.isfinite(x), np.nan_to_num(x), np.argmax(x), np.maximum(x, 2), np.inf - np.inf)

import numpy as np

np.random.seed(960)
for shape in ((3,), (7,), (4, 5)):
    a = np.random.randn(*shape).astype(np.float32)
    print(np.nanstd(a), np.nanvar(a), np.nanstd(a, axis=-1, keepdims=True), np.nanmean(a, axis=0))
    a.flat[1] = np.nan
    print(np.nanstd(a), np.nanvar(a, ddof=1), np.nanvar(a, axis=0), np.nanmean(a), np.nansum(a))

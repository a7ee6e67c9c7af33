import numpy as np

for q in (0.5, [0.5], [0.1, 0.0], [0.0, 0.1], [0.0], 1.0, 0, [0, 1]):
    for a in ([], np.zeros((0, 3), int)):
        for quantile in (np.quantile, np.percentile):
            try:
                print(quantile(a, q, axis=0))
            except IndexError as error:
                print(error)

# passes: none
# verdicts: total=fail
# %% cell=total
import numpy as np
total = np.array([5050])

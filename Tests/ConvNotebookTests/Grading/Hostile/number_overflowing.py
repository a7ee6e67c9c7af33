# passes: none
# verdicts: total=fail
# %% cell=total
import numpy as np
total = 5050 + 2**64

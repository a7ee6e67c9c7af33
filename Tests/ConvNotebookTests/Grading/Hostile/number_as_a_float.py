# passes: total
# %% cell=total
import numpy as np
total = 5050.0

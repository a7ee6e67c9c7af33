import math
math.square_root_of(2)

"""The strides, in elements, of what `a + b` gives: ufunc_layouts.txt."""

import random

from reduction_views import make, np
from golden import Golden

random.seed(4)
with Golden(__file__, "ufunc_layouts.txt") as golden:
    for _ in range(150):
        rank = random.randint(2, 4)
        specs = []
        shape = [random.choice([1, 2, 3, 5]) for _ in range(rank)]
        for _ in range(2):
            mine = [n if random.random() < 0.8 else 1 for n in shape]
            order = random.sample(range(rank), rank) if random.random() < 0.8 else list(range(rank))
            inverse = [order.index(a) for a in range(rank)]
            stored = [mine[a] for a in order]
            spec = f"float64:{','.join(map(str, stored))}:1;transpose {' '.join(map(str, inverse))}"
            for axis in range(rank):
                if mine[axis] > 1 and random.random() < 0.15:
                    spec += f";slice {axis} {mine[axis] - 1} {mine[axis]} -1"
            specs.append(spec)
        result = make(specs[0]) + make(specs[1])
        if any(n == 1 for n in result.shape):
            continue  # the stride of an axis of length 1 says nothing
        golden.case(*specs, ",".join(str(s // 8) for s in result.strides))

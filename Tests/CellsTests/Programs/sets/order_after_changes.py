import random
random.seed(3)
for trial in range(60):
    s = set(random.sample(range(60), random.randint(0, 9)))
    o = set(random.sample(range(0, 300, 3), random.randint(0, 12)))
    for step in range(random.randint(1, 12)):
        k = random.randint(0, 15)
        v = random.randint(0, 200)
        if k < 5:
            s.add(v)
        elif k < 8:
            s.discard(random.choice(sorted(s)) if s else v)
        elif k == 8:
            s |= o
        elif k == 9:
            s &= o | set(range(0, 200, 2))
        elif k == 10:
            s -= o
        elif k == 11:
            s ^= o
        elif k == 12 and s:
            s.pop()
        elif k == 13:
            s.update(range(v, v + 5))
        elif k == 14:
            s.difference_update(list(o)[:5])
        else:
            s = set(s)
    print(s, s | o, s & o, s - o, s ^ o, s.union([1, 2, 77]), s.symmetric_difference([3, 4]), s.intersection(range(50)), s.difference([5, 6]), frozenset(s), s.copy())

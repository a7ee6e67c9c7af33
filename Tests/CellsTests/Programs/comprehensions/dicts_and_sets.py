print({k: len(k) for k in ["a", "bb"]}, {i: i * i for i in range(4) if i != 2}, {x % 3 for x in range(9)})
print({v: k for k, v in {"x": 1}.items()}, {**{i: 0 for i in range(2)}, 1: 5})
print({(i, j): i + j for i in range(2) for j in range(2)})

def hanoi(n, a="A", b="B", c="C"):
    if n == 0:
        return 0
    moves = hanoi(n - 1, a, c, b)
    if n == 3:
        print("move disk", n, a, "->", c)
    return moves + 1 + hanoi(n - 1, b, a, c)

print(hanoi(6))

def flatten(x):
    return [y for v in x for y in flatten(v)] if isinstance(x, list) else [x]

print(flatten([1, [2, [3, []], 4], [[5]]]))

def deep(n):
    if n == 0:
        raise RuntimeError("bottom")
    deep(n - 1)

try:
    deep(20)
except RuntimeError as e:
    print("caught", e)

def gen():
    yield 1
    raise ValueError("in generator")

try:
    for v in gen():
        print(v)
except ValueError as e:
    print(e)
try:
    [1 / (2 - k) for k in range(4)]
except ZeroDivisionError as e:
    print(e)

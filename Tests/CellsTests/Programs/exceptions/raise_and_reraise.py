def check(n):
    if n < 0:
        raise ValueError(f"negative: {n}")
    return n

try:
    try:
        check(-1)
    except ValueError as e:
        print("inner", e)
        raise
except ValueError as e:
    print("outer", e, e.args, repr(e), str(e) == "negative: -1")
try:
    raise TypeError
except TypeError as e:
    print(repr(e), str(e) == "", e.args)

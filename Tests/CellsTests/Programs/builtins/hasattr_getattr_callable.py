print(hasattr("s", "upper"), hasattr([], "push"), getattr("abc", "upper")(), getattr([], "x", None), callable(len), callable("s"), callable(int))
print("upper" in dir("s"), hasattr(1, "bit_length"))
f = getattr("a,b", "split")
print(f(","))

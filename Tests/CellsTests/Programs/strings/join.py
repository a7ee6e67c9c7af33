print(", ".join(["a", "b", "c"]), "".join(("x", "y")), "-".join("abc"), repr(",".join([])))
print(" ".join(str(v) for v in range(4)), "\n".join(["l1", "l2"]))
print("; ".join(f"{k}={v}" for k, v in {"a": 1, "b": 2}.items()))

def f():
    f.calls += 1

f.calls = 0
f(); f()
print(f.calls, callable(f), callable(3), hasattr(f, "calls"), hasattr(f, "nothing"))

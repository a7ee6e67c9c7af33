x = 3
assert x == 3
assert x, "never seen"
try:
    assert x == 4, f"x is {x}"
except AssertionError as e:
    print("failed:", e, e.args)
try:
    assert False
except AssertionError as e:
    print(repr(e), str(e) == "")
try:
    assert [], ("a", 1)
except AssertionError as e:
    print(e)

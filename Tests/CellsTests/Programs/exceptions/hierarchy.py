cases = [ZeroDivisionError(), IndexError(), KeyError(), ValueError(), NameError(), AttributeError(), StopIteration(), NotImplementedError(), AssertionError(), OverflowError(), RecursionError()]
for e in cases:
    print(type(e).__name__, isinstance(e, ArithmeticError), isinstance(e, LookupError), isinstance(e, RuntimeError), isinstance(e, Exception))
try:
    [][0]
except LookupError as e:
    print("lookup", e)
try:
    {}["x"]
except LookupError as e:
    print("lookup", e)

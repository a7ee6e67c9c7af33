# passes: none
# verdicts: double=fail
# %% cell=double
import builtins
for name in ("abs", "all", "any", "bool", "isinstance", "len", "print", "sum", "type"):
    setattr(builtins, name, lambda *arguments, **keywords: True)
abs = all = any = isinstance = len = sum = lambda *arguments, **keywords: True
AssertionError = ValueError
def double(x):
    return x

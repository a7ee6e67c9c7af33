e = ValueError("a", 2)
print(e, repr(e), e.args, ValueError(), repr(ValueError("x")), repr(KeyError("k")), str(KeyError("k")), KeyError("a", "b"))
print([ValueError("in list")], {"e": IndexError(3)}, f"{ValueError('f')} {ValueError('f')!r}")
try:
    raise Exception("plain", {"k": 1})
except Exception as err:
    print(err, err.args[1]["k"])

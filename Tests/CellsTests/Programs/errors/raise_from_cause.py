try:
    int("x")
except ValueError as e:
    raise RuntimeError("could not read the cell") from e

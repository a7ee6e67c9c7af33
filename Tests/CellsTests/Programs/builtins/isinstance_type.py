print(isinstance(1, int), isinstance(1, float), isinstance(True, int), isinstance("s", (int, str)), isinstance([], list))
print(isinstance(1, object), isinstance(None, type(None)), isinstance(int, type), isinstance(1, int | str), type(3) is int, type(True) is int)
print(issubclass(bool, int), issubclass(int, float), issubclass(KeyError, (ValueError, LookupError)))

o = object()
print(o == o, o == object(), type(o).__name__, hash(1) == hash(1.0), hash("a") == hash("a"))
print(id(o) == id(o), isinstance(o, object), bool(o))

d = {1: 2}
d.pop("f")

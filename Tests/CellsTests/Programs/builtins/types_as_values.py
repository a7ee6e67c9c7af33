kinds = {int: "whole", float: "real", str: "text"}
for v in [1, 2.0, "s", True]:
    print(kinds.get(type(v), "other"), end=" ")
print()
print([int, str], int, str(float), list(map(type, [1, "a"])), type(len) == type(print), int == type(5))
convert = [int, float, str]
print([c("7") for c in convert])

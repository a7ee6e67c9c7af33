print(list(), list((1, 2)), list("ab"), list(range(3)), list({1: 2, 3: 4}), list([1]), list(map(str, [1, 2])))
print([*range(3), *"ab"], [*[], 1], list(zip([1], [2])), list(enumerate("x", 5)))

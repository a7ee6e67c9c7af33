def nothing():
    pass

def early(x):
    if x:
        return
    return 1,

print(nothing(), early(1), early(0))

def search(rows, wanted):
    for i, row in enumerate(rows):
        for j, v in enumerate(row):
            if v == wanted:
                return i, j

print(search([[1, 2], [3, 4]], 3), search([], 1))

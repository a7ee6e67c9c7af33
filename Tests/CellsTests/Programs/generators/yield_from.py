def inner():
    yield 1
    yield 2
    return "result"

def outer():
    got = yield from inner()
    print("inner returned", got)
    yield from [3, 4]
    yield from "ab"

print(list(outer()))

def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)

print(list(tree(((None, 1, None), 2, (None, 3, None)))))

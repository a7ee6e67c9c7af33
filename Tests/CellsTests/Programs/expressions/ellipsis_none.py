def todo():
    ...

print(todo(), ..., Ellipsis, None)
print(type(None), type(...), ... is Ellipsis)
x = None
print(x is None, str(x), [None, True, ...])

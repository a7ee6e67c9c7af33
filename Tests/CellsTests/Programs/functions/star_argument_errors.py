def f(*args):
    return args


for call in (lambda: f(*3), lambda: int(*3), lambda: (7)(*3), lambda: print(*None), lambda: f(**4), lambda: "x"(*5)):
    try:
        call()
    except TypeError as error:
        print(error)

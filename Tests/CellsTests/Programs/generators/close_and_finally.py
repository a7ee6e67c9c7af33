def g():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")

it = g()
print(next(it))
it.close()
print(list(it))
for v in g():
    print(v)
def h():
    try:
        yield "waiting"
    except ValueError as e:
        yield f"caught {e}"
it = h()
print(next(it), it.throw(ValueError("boom")))

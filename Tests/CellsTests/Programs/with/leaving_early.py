class Guard:
    def __enter__(self):
        print("in")

    def __exit__(self, kind, value, trace):
        print("out", kind is None)

def f():
    with Guard() as g:
        return f"returned {g}"

print(f())
for i in range(3):
    with Guard():
        if i == 0:
            continue
        break
print(i)

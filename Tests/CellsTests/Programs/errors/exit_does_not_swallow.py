class Guard:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print("leaving", details[0].__name__)

with Guard():
    [1][3]

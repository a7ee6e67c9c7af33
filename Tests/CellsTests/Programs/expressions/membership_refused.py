# What can not be iterated contains nothing, and `in` says so of every kind.
class Plain:
    pass


class Counted:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index


class Broken:
    def __iter__(self):
        raise TypeError("of its own")


class Wrong:
    def __iter__(self):
        return 5


class Failing:
    def __iter__(self):
        raise ValueError("of its own")


for container in [3, 10**23, 2.5, None, True, Plain(), Plain, len, Counted(), Broken(), Wrong(), Failing(), iter([1, 2]), slice(3)]:
    try:
        print(2 in container)
    except Exception as error:
        print(type(error).__name__, error)
for build in [lambda: list(Wrong()), lambda: [x for x in Wrong()], lambda: iter(Wrong()), lambda: sum(Wrong())]:
    try:
        print(build())
    except TypeError as error:
        print(error)

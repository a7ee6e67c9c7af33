import copy


class Asking:
    def __init__(self, *values):
        if values:
            self.values = values

    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(name)


class Answering:
    def __init__(self):
        self.values = [1]

    def __getattr__(self, name):
        return "no " + name


class Setting:
    def __init__(self):
        self.values = [1]

    def __setstate__(self, state):
        print("set", state)


class Getting:
    def __init__(self):
        self.values = [1]

    def __getstate__(self):
        return {"other": [5]}


for function in (copy.copy, copy.deepcopy):
    for make in (Asking, lambda: Asking(1), Answering, Setting, Getting):
        try:
            result = function(make())
            print(type(result).__name__, result.__dict__)
        except TypeError as error:
            print(error)

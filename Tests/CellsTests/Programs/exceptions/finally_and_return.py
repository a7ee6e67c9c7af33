def a():
    try:
        return "try"
    finally:
        print("cleanup a")

def b():
    try:
        return 1 / 0
    except ZeroDivisionError:
        return "except"
    finally:
        return "finally wins"

def c():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("finally", i)
    return "end"

def d():
    try:
        raise KeyError("lost")
    finally:
        return "swallowed"

print(a(), b(), c(), d())

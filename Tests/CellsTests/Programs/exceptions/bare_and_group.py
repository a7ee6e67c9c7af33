def kind(f):
    try:
        f()
    except (IndexError, KeyError) as e:
        return "lookup"
    except ArithmeticError:
        return "arithmetic"
    except:
        return "other"
    return "none"

print(kind(lambda: [][1]), kind(lambda: {}[1]), kind(lambda: 1 / 0), kind(lambda: undefined), kind(lambda: 1))
errors = (ValueError, TypeError)
try:
    int("q")
except errors as e:
    print(e)

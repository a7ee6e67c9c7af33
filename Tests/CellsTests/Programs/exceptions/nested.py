def f(n):
    try:
        if n == 0:
            raise ValueError("zero")
        if n == 1:
            raise KeyError("one")
        return "fine"
    except ValueError:
        try:
            return 1 / n
        except ZeroDivisionError as e:
            return f"nested {e}"
        finally:
            print("inner finally")
    finally:
        print("outer finally")

print(f(0))
try:
    f(1)
except KeyError as e:
    print("KeyError", e, str(e), e.args[0])
print(f(2))

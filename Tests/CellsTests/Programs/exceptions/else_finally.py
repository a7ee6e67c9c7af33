def run(f):
    try:
        result = f()
    except ZeroDivisionError as e:
        print("except", e)
    else:
        print("else", result)
    finally:
        print("finally")

run(lambda: 1)
run(lambda: 1 / 0)
try:
    run(lambda: [][0])
except IndexError as e:
    print("outside", e)

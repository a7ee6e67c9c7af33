import math
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.factorial(-1), lambda: math.sqrt("x"), lambda: math.floor(math.nan), lambda: 10.0 ** 400):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

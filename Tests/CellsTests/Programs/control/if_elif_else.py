for n in (-5, 0, 3, 50, 500):
    if n < 0:
        kind = "negative"
    elif n == 0:
        kind = "zero"
    elif n < 10:
        kind = "digit"
    elif n < 100:
        kind = "two digits"
    else:
        kind = "large"
    print(n, kind)
if not []: print("empty is false")
if None or 0.0: print("never")
else: print("else branch")

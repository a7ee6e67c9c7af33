results = []
for v in [4, 0, "x", 2]:
    try:
        results.append(8 // v)
    except ZeroDivisionError:
        results.append("inf")
        continue
    except TypeError:
        break
    finally:
        results.append("|")
print(results)
while True:
    try:
        break
    finally:
        print("left")

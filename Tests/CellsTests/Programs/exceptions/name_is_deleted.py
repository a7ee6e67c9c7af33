try:
    1 / 0
except ZeroDivisionError as e:
    kept = e
try:
    print(e)
except NameError as error:
    print(error)
print(kept)

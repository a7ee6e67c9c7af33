x = 1
del x
try:
    x
except NameError as error:
    print(error)
if True:
    pass
a, b = 1, 2
del a, b
d = {"k": 1}
del d["k"]
print(d)

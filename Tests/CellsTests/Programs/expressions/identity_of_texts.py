# CPython keeps one object for equal constants that look like names, and for single characters: people compare with is.
activation = "relu"


def is_relu(name):
    return name is "relu"


print(is_relu("relu"), is_relu(activation), is_relu("".join(["re", "lu"])))
layers = [{"activation": "tanh"}, {"activation": "relu"}]
for layer in layers:
    print(layer["activation"] is "relu", layer["activation"] is not "relu", layer["activation"] is "tanh")


def pool(mode="max"):
    if mode is "max":
        return 1
    elif mode is "average":
        return 2
    return 3


print(pool(), pool("max"), pool("average"), pool(mode="average"), pool("aver" + "age "))
print(chr(97) is "a", list("ab")[0] is chr(97), "é" is chr(233), activation[0:0] is "", "€" is chr(8364))
print([key is "stride" for key in {"stride": 1, "pad": 2}])


class Layer:
    kind = "conv"


print(Layer.kind is "conv", Layer().kind is "conv", Layer.kind is "con" + str("v").upper())
print("max".upper() is "MAX", "max ".strip() is "max", "a-b".split("-")[0] is "a", "%s" % "ma" + "x" is "max")

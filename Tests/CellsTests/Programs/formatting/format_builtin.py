print(format(3.14159, ".2f"), format(42, "5d") + "|", format(42, "b"), format("s", ">3"), format(1e6, ","))
print(format(7), format(None), format([1]), format(True), format(2.0, ""), format(0.1, ".20f"))
for spec in ["d", "x", "o", "b", ",", "e", ".1f", "08d", "+", "<6", "^6"]:
    print(spec, format(100, spec) + "|")

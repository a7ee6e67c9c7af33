for text in ["a", "abc", "toolong"]:
    print("[" + text.ljust(5) + "|" + text.rjust(5) + "|" + text.center(6) + "]")
print("7".zfill(3), "-7".zfill(4), "+1.5".zfill(7), "abc".zfill(2))
print("x".ljust(4, "."), "x".rjust(4, "0"), "x".center(4, "-"), "xy".center(5, "*"))

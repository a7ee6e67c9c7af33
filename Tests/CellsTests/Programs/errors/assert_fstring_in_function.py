def check(value, expected):
    assert value == expected, f"Wrong value. {value} != {expected}"
    print("ok")

check(1, 1)
check(1.5, 2)

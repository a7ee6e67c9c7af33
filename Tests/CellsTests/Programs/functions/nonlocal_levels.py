def outer():
    x = "outer"

    def middle():
        x = "middle"

        def inner():
            nonlocal x
            x = "inner"
        inner()
        return x

    return middle(), x

print(outer())

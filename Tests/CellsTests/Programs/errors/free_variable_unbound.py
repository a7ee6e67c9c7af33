def outer():
    def inner():
        return zz_total
    inner()
    zz_total = 1

outer()

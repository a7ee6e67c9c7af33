def pool_forward(A_prev, hparameters):
    stride = hparameters["stride"]
    for h in range(zz_rows):
        pass
    return stride

pool_forward(None, {"stride": 2})

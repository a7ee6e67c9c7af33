b = "héllo".encode("utf-8")
print(b, len(b), b[0], b[1:3], b.decode("utf-8"))
print(bytes([65, 66]), bytes(3), b"a" + b"b", list(b"hi"), b"x" == b"x")

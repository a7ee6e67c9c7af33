print(chr(65), ord("a"), chr(8364), ord("\n"), [chr(c) for c in range(97, 100)], hex(16), oct(9), bin(3))
print("".join(chr((ord(c) - 97 + 13) % 26 + 97) for c in "hello"))
print(repr("a"), repr(1.0), repr([1, "x"]), ascii("é"), len("é"), abs(-3), pow(2, 5), divmod(17, 5))

# Radixes that are powers of two know no limit of length, and bytes none either.
value = 3**900
for text in [hex(value), oct(value), bin(-value), f"{value:x}", f"{-value:_b}", f"{value:#o}", "%x" % value, "%#o" % -value]:
    print(len(text), text[:40], text[-40:])
for radix in [2, 4, 8, 16, 32]:
    digits = "".join("0123456789abcdefghijklmnopqrstuvwxyz"[i * i % radix] for i in range(1, 700))
    print(radix, int(digits, radix) % (2**89 - 1), int("-" + digits, radix) % (2**89 - 1))
for radix in [3, 7, 10, 35, 36]:
    digits = "".join("0123456789abcdefghijklmnopqrstuvwxyz"[i * i % radix] for i in range(1, 200))
    print(radix, int(digits, radix) % (2**89 - 1))
print(len(hex(1 << 40000)), len(oct(7 << 40000)), int("1" + "0" * 40000, 2) == 1 << 40000)
for number in [0, 1, -1, 127, 128, -128, -129, 2**63, -2**63, -2**63 - 1, 2**64 - 1, 2**64, -2**64, value, -value]:
    for order in ["big", "little"]:
        data = number.to_bytes(200, order, signed=True)
        print(data[:12], data[-12:], int.from_bytes(data, order, signed=True) == number, end=" ")
        print(int.from_bytes(data, order) % (2**89 - 1))
for number, length, signed in [(256, 1, False), (128, 1, True), (-129, 1, True), (-1, 4, False)]:
    try:
        number.to_bytes(length, "big", signed=signed)
    except OverflowError as error:
        print(error)
print((0).to_bytes(0, "big"), (-128).to_bytes(1, "big", signed=True), int.from_bytes(b"", "big"))

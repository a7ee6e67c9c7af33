name, n, x = "W", 3, 2.5
print(f"{name} has {n} rows, x={x}")
print(f"{n + 1} {n * 2:d} {name.lower()} {[n, x]} {(n,)}")
print(f"{{braces}} {name!r} {name!s} {'nested'} {n}%")
print(f"{n}" f"{x}" "plain", f"", f"{'a' if n > 2 else 'b'}")
print(f'{"quotes"} {name[0]} { n }', rf"\n{n}")

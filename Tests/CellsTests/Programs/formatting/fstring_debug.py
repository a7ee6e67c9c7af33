x, name = 2.5, "conv"
print(f"{x=} {name=} {x + 1 = } {x=:.3f} {name=!s}")
print(f"{[1, 2]=}, {len(name)=}")

rows = [("conv1", (3, 3, 3, 8), 224), ("pool", None, 0), ("dense", (512, 6), 3078)]
print(f"{'layer':<8}{'shape':>16}{'params':>8}")
print("-" * 32)
for name, shape, params in rows:
    print(f"{name:<8}{str(shape):>16}{params:>8,}")
print(f"{'total':<24}{sum(r[2] for r in rows):>8,}")

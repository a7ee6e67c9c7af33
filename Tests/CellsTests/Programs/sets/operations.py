a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b)
print(a.union(b), a.intersection(b), a.difference(b), a.symmetric_difference(b))
print(a <= b, {1} <= a, {1} < a, a >= {1, 2, 3}, a.isdisjoint({9}), {1}.issubset(a), a.issuperset({2}))
a |= {10}; a -= {1}
print(sorted(a))
a.update([20, 21]); a.difference_update({20}); a.intersection_update({2, 21, 10})
print(sorted(a), len(a))

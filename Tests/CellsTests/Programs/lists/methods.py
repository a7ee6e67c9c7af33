a = [3, 1, 2]
a.append(5); a.extend([7, 8]); a.insert(0, 9); a.insert(-1, 6)
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(5)
print(a.index(2), a.count(1), a)
a.sort(); print(a)
a.reverse(); print(a)
b = a.copy(); b.clear(); print(a, b)

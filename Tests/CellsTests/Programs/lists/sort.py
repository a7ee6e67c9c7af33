a = [5, 2, 8, 1]
print(sorted(a), sorted(a, reverse=True), a)
words = ["pear", "fig", "apple", "kiwi"]
words.sort(key=len); print(words)
words.sort(key=lambda w: w[-1], reverse=True); print(words)
pairs = [(1, "b"), (0, "z"), (1, "a")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]))
print(a.sort(), [3, 1.5, True, 2] == sorted([2, 3, True, 1.5]), sorted([3, 1.5, True]))

def stats(values):
    return min(values), max(values), sum(values) / len(values)

low, high, mean = stats([2, 4, 9])
print(low, high, mean, stats([1]))
print(stats([3, 5])[1])

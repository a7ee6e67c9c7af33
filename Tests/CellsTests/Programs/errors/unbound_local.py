total = 0

def add(n):
    total += n
    return total

print(total)
add(3)

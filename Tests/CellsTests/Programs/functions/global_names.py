total = 0

def add(n):
    global total, last
    total += n
    last = n

def read():
    return total * 100

add(2); add(3)
print(total, last, read())
def shadow():
    total = "local"
    return total
print(shadow(), total)

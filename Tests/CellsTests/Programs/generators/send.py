def average():
    total, count, mean = 0.0, 0, None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count

g = average()
print(next(g), g.send(10), g.send(20), g.send(3))

def echo():
    received = []
    while len(received) < 2:
        received.append((yield len(received)))
    return received

e = echo()
print(next(e), e.send("a"))
try:
    e.send("b")
except StopIteration as stop:
    print("value", stop.value)

x = 5
print(1 < x < 10, 1 < x < 4, 1 < x > 3, x == 5 == 5.0)

def shout(n):
    print("eval", n)
    return n

print(shout(1) < shout(2) < shout(3))
print(shout(3) < shout(2) < shout(1))

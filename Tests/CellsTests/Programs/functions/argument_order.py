def say(x):
    print("eval", x)
    return x

def f(a, b, c=0):
    return a, b, c

print(f(say(1), c=say(2), b=say(3)))
print({say("k"): say("v")}, [say(1), say(2)][say(0)])
x = [0, 0]
x[say(1)] = say(9)
print(x)

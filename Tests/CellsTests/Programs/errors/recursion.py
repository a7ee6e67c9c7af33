def forever(n):
    return forever(n + 1)

print("going down")
forever(0)

print("before")
result = undefined_thing + 1
print("after")

def size(stride):
    if stride > 0:
        answer = 7
    return answer

print(size(1))
print(size(0))

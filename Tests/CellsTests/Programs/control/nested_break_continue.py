for i in range(4):
    for j in range(4):
        if j == i:
            continue
        if i + j > 4:
            break
        print(i, j, end="; ")
    print("|", i, j)
print(i, j)

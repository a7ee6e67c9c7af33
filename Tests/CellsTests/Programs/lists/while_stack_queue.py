stack = []
for c in "(a[b]{c})":
    if c in "([{":
        stack.append(c)
    elif c in ")]}":
        top = stack.pop()
        print(top, c)
print(stack, not stack)
queue = [1]
seen = []
while queue:
    n = queue.pop(0)
    seen.append(n)
    if n < 8:
        queue += [2 * n, 2 * n + 1]
print(seen)

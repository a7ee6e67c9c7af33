from collections import deque

def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, '|', e)
q = deque([1, 2, 3], maxlen=3)
q.append(4)
print(q, len(q), q[0], q[-1], list(q))
q.appendleft(0)
print(q, q.pop(), q.popleft(), q, bool(q), 3 in q)
q.rotate(1)
q2 = deque(range(5))
q2.rotate(2)
print(q2, q2 == deque([3, 4, 0, 1, 2]), q2.index(0), q2.count(1))
q2.extendleft([7, 8])
print(q2)
del q2[0]
q2[0] = 99
print(q2, q2.maxlen, list(reversed(q2)))
attempt(lambda: deque().pop())
attempt(lambda: q2[50])
attempt(lambda: deque([1]).remove(5))

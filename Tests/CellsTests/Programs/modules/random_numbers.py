import random

def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, '|', e)
random.seed(0)
print(random.random(), random.randint(1, 10), random.uniform(1, 5), random.choice('abcdef'), random.randrange(0, 100, 7), random.gauss(0, 1), random.gauss(0, 1), random.getrandbits(70), random.normalvariate(0, 1), random.expovariate(2), random.choices([1, 2, 3], k=4), random.choices('ab', weights=[1, 5], k=5))
l = list(range(10))
random.shuffle(l)
print(l, random.sample(range(100), 5), random.sample(range(1000), 30)[:6], random.sample('abc', 2))
r = random.Random(42)
print(r.random(), r.randint(0, 2 ** 70), random.Random(-5).random(), random.Random(2 ** 100).random(), random.Random(1.5).random())
attempt(lambda: random.randint(5, 1))
attempt(lambda: random.choice([]))
attempt(lambda: random.sample([1], 2))
attempt(lambda: random.randrange(0))

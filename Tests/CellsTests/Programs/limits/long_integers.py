# Products, quotients, powers, roots and divisors of integers of many words, told by what they leave modulo a prime.
import math

PRIME = 2**127 - 1
seed = 12345


def number(bits):
    global seed
    result = 0
    for _ in range(bits // 31 + 1):
        seed = (seed * 1103515245 + 12345) % 2**31
        result = result << 31 | seed
    return result % 2**bits


sizes = [1, 63, 64, 65, 128, 2047, 2560, 2561, 5248, 9000]
for m in sizes:
    for n in sizes:
        a, b = number(m) | 1 << (m - 1), number(n) | 1 << (n - 1)
        p = a * b
        q, r = divmod(-p - a, b)
        print(m, n, p % PRIME, q % PRIME, r % PRIME, q * b + r == -p - a, math.gcd(a * 6, b * 15) % PRIME, (a >> 70) % PRIME, (-a >> 70) % PRIME, end=" ")
        print((p - 1) // b == a - 1 if b > 1 else None, (p + b // 2) // a == b if a > b else None)

# Words of nothing but ones or zeros, where estimates and carries go wrong first.
for m, n in [(64 * 80, 64 * 40), (64 * 81, 64 * 33), (9000, 4000)]:
    for a in [2**m - 1, 2**m, 2**m - 2**(m - 64), 2**m - 2**(m // 2), 2**m + 1]:
        for b in [2**n - 1, 2**n, 2**n + 1, 2**n - 2**(n - 64), 2**n - 2**(n // 2) - 1]:
            print(a * b % PRIME, a // b % PRIME, a % b % PRIME, -a // b % PRIME, a % -b % PRIME, math.gcd(a, b) % PRIME)
    print((2**m - 1)**2 % PRIME, math.isqrt(2**m - 1) % PRIME)

for bits in [1, 60, 64, 65, 130, 1000, 2600]:
    a = number(bits) | 1 << (bits - 1)
    root = math.isqrt(a)
    print(bits, root % PRIME, math.isqrt(root * root) == root, math.isqrt(root * root - 1) == root - 1 if root else None)
    print(a**7 % PRIME, (-a)**7 % PRIME, (-a)**6 % PRIME, pow(a, 65537, PRIME), pow(-a, number(300), 10**50 + 7))
    odd = a | 1
    print(pow(odd, -1, 2**200) * odd % 2**200, pow(3, -5, odd * 3 + 1))

print(0**0, 5**0, (-1)**(10**30), (-1)**(10**30 + 1), 0**(10**30), 1**(10**30), 2**5000 == 1 << 5000)
print(pow(5, 0, 1), pow(0, 0, 7), pow(10, 3, -7), pow(7, 10**20, -13), pow(3, -1, 7), pow(3, -2, -7))
print(pow(True, 5, 3), 10**4000 // 10**3999, math.factorial(1000) // math.factorial(998))
print(math.gcd(), math.gcd(-12, 18), math.lcm(), math.lcm(4, 6, 0), math.lcm(0, 0), math.lcm(-4, 6), math.lcm(*range(1, 60)))
print(math.gcd(2**200 * 3**100, 2**150 * 3**150) == 2**150 * 3**100)
try:
    pow(6, -1, 9)
except ValueError as error:
    print(error)

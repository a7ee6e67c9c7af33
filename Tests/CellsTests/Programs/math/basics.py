import math
print(math.pi, math.e, math.inf, math.nan, math.tau)
print(math.sqrt(16), math.sqrt(2), math.floor(2.7), math.floor(-2.1), math.ceil(2.1), math.ceil(-2.9), math.trunc(-2.7))
print(type(math.floor(2.5)), math.fabs(-3), math.factorial(20), math.factorial(25), math.gcd(12, 18), math.lcm(4, 6))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2))
print(math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3, 4]), math.fsum([0.1] * 10), math.hypot(3, 4), math.isqrt(17))
print(math.copysign(2, -0.0), math.fmod(-7, 3), math.modf(2.25), math.degrees(math.pi), math.radians(180))

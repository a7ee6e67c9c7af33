from math import exp, log, sin, cos, tan, tanh, atan2, log2, log10, pow as power, sqrt
print(f"{exp(1):.6f} {log(10):.6f} {log(8, 2):.6f} {log2(8):.6f} {log10(1000):.6f}")
print(f"{sin(1):.6f} {cos(1):.6f} {tan(1):.6f} {tanh(0.5):.6f} {atan2(1, 1):.6f} {power(2, 0.5):.6f}")
print(round(1 / (1 + exp(-2)), 6), sqrt(2) ** 2 == 2, log(1), exp(0), sin(0), cos(0))

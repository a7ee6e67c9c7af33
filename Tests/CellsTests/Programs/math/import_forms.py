import math as m
from math import floor, ceil as up
print(m.floor(2.5), floor(2.5), up(2.5))
n_H = int((7 - 3 + 2 * 1) / 2) + 1
print(n_H, floor((7 - 3 + 2 * 1) / 2) + 1, m.floor(-0.5))

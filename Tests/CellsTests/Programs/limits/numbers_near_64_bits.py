# What takes lengths, steps and widths takes each that there is, or says why not.
import time
import numpy as np


def show(*calls):
    for call in calls:
        try:
            print(repr(call())[:80])
        except Exception as error:
            print(type(error).__name__, error)


big, least = 2**62, -(2**63)
row = np.arange(3.0)
wide = np.broadcast_to(row[:1], (2**59,))
show(lambda: row[::big].strides, lambda: row[::-big].strides, lambda: row[::least].tolist(), lambda: row[::big][::big])
square = np.zeros((2, 2))[:: 2**61, :: 2**62]
show(lambda: square.shape, lambda: np.trace(square), lambda: square.diagonal().tolist())
show(lambda: wide.nbytes, lambda: np.broadcast_to(row[:1], (2**62,)), lambda: np.broadcast_to(row[:1], (2**40, 2**40)))
show(lambda: np.zeros((0, big)), lambda: np.zeros((0, 2**59)).nbytes, lambda: np.empty((big, 4)))
show(lambda: np.zeros((0, 5)).reshape(0, big), lambda: np.zeros((0, 5)).reshape(0, 2**59).shape)
show(lambda: np.triu_indices(2, least), lambda: np.triu_indices(2, least // 2), lambda: np.tril_indices(2, 2**63 - 1))
grid = np.arange(4.0).reshape(2, 2)
for axes in [np.array(1), np.array([1, 0]), np.array([1]), np.array([[1], [0]]), big]:
    show(lambda: np.tensordot(grid, grid, axes=axes) if axes is not big else np.tensordot(grid, grid, 3))
show(lambda: np.maximum.accumulate([[3, 1], [2, 5]]), lambda: np.minimum.accumulate([[3, 1], [2, 5]], axis=1))
show(lambda: np.subtract.accumulate(np.zeros((0, 3))).shape, lambda: np.bitwise_xor.reduce([[3, 1], [2, 5]], axis=(0, 1)))
show(lambda: np.vander([1, 2], -1), lambda: np.vander([], 3).shape, lambda: np.vander([2, 3], 3, True))
show(lambda: np.array([1], ndmin=33), lambda: np.array([1], ndmin=big), lambda: np.array([1], ndmin=-1))
show(lambda: "a\tb".expandtabs(big), lambda: "a\tb".expandtabs(-big), lambda: "a\tb".expandtabs(-3))
show(lambda: time.sleep(2**70), lambda: time.sleep(1e300), lambda: time.sleep(float("nan")))

text = np.array2string
many = np.arange(30)
for edge in [2**63 - 1, 20, 1, 0, -1, least]:
    show(lambda: text(many, edgeitems=edge, threshold=1), lambda: text(many.reshape(5, 6), edgeitems=edge, threshold=1))
for width in [2**63 - 1, 1, 0, -1, least]:
    show(lambda: text(many[:3], max_line_width=width))
for precision in [2**63 - 1, 2**31, 2**31 - 1, 0, -1, least]:
    show(lambda: text(row / 3, precision=precision), lambda: text(many[:3], precision=precision))
for threshold in [1e300, -1e300, float("inf"), 2.5]:
    np.set_printoptions(threshold=threshold)
    show(lambda: str(many))

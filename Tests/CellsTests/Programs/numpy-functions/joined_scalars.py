import numpy as np

f = np.array([1.5, -2.25], dtype=np.float32)
print(np.r_[f, 0.1].dtype, np.r_[np.full((), 3, dtype=np.float32), 0.25].dtype, np.r_[f, 2**40].dtype, np.r_[1, 2.5], np.r_[0:3, 7])
print(repr(np.union1d(-3, f)), np.append(f, 5).dtype, np.concatenate([f, 2], axis=None).dtype, np.append(f.reshape(2, 1), [[1.0]], axis=0).dtype)
a = np.arange(6).reshape(2, 1, 3)
print(np.c_[a, a].tolist(), np.c_[np.arange(3), np.ones(3)], np.c_[1, 2])
bools = np.array([[True], [False]])
print(repr(np.select([a[:, 0, :1] > 2], [bools, ], np.uint8(6))), np.select([bools, bools], [bools, np.uint8(6)]).dtype, np.select([bools], [f], 0.1).dtype)

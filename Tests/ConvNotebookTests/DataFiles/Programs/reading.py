import h5py
import numpy as np

with h5py.File("course.h5", "r") as f:
    print(f)
    print(f.keys(), list(f), len(f), "train_set_x" in f, "nope" in f)
    x = f["train_set_x"]
    print(x, x.shape, x.dtype, x.size, x.ndim, len(x), x.nbytes, x.name)
    print(np.array(f["train_set_y"][:]), np.array(f["list_classes"]))
    print(x[1, 2, 3], x[0, 0, 0, 0], repr(x[3, 7, 7, 2]), x[:, 0, 0, 0])
    print(x[1:3, ::4, 0, 1], x[..., 2].shape, x[()].shape, x[...].astype(int).sum(), x[-1, -1].shape)
    print(x[[0, 2], 1, 1, 0], x[np.array([True, False, False, True])].shape, x[1:1].shape, x[5:9].shape)
    print((x[:] / 255.0).mean(), np.sum(f["train_set_y"]), np.asarray(f["list_classes"]).dtype)
    for row in f["train_set_y"]:
        print(row, end=" ")
    print()
    for name, dataset in f.items():
        print(name, dataset)
    print([type(v).__name__ for v in f.values()], f.get("nope"), f.get("nope", 3), f.mode, f.filename, f.name)
print(f, bool(f), x)

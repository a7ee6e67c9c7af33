import h5py
import numpy as np

with h5py.File("scratch.h5", "w") as f:
    print(f)
    d = f.create_dataset("gz", data=np.arange(10000.0).reshape(100, 100), compression="gzip")
    print(d, d.chunks, d.compression, d.compression_opts, d.shuffle, d.fletcher32, d.maxshape)
    print(f.create_dataset("big", (1080, 64, 64, 3), dtype="u1", compression="gzip").chunks)
    e = f.create_dataset("w/v", data=[1, 2], shuffle=True, compression=9, maxshape=(None,), fletcher32=True)
    print(e.chunks, e.compression_opts, e.shuffle, e.fletcher32, e.maxshape, e.name)
    e.resize((4,))
    e[2:] = [7, 8]
    print(e, e[:])
    print(f.create_dataset("u", data=[1.5, 44], dtype="u1")[:], f.create_dataset("n", data=np.float32(2.5))[()])
    print(f.create_dataset("clip", data=np.array([1.5, 300, -4]), dtype="u1")[:])
    print(f.create_dataset("i4", data=np.array([1.5, 300, -4]), dtype="i4"), f["i4"].dtype, f["i4"].dtype == "int32")
    print(f["i4"].astype("int64")[:], f["i4"].astype("float64")[1:], len(f["i4"].astype("int64")))
    print(f.create_dataset("reshaped", (2, 3), data=np.arange(6))[:], f.create_dataset("three", 3, dtype="i8")[:])
    z = f.create_dataset("z", (2, 3), dtype="float64")
    z[0, 1:] = [5, 6]
    z[1] = np.float32(0.5)
    z[:, 0] = np.array([[1], [2]])[:, 0]
    print(z[:])
    z[...] = np.ones((2, 3)) * 3
    z[1:1] = 5
    print(z[:], f.require_dataset("z", (2, 3), "float64"), f.require_dataset("fresh", (2,), "f8", data=[1, 2])[:])
    f.flush()

with h5py.File("scratch.h5", "a") as f:
    print(f, list(f), f["gz"][99, 98:], f["w/v"][:])
    f["later"] = np.array([[True, False]])
with h5py.File("scratch.h5", "r+") as f:
    print(f.mode, f["later"][:])
try:
    with h5py.File("scratch.h5", "w") as f:
        f["x"] = 1
        raise ValueError("inside")
except ValueError as error:
    print(error)
print(h5py.File("scratch.h5")["x"][()], h5py.is_hdf5("scratch.h5"), h5py.is_hdf5("nope.h5"))

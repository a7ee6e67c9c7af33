import h5py

h5py.File("datasets/train_signs.h5", "r")

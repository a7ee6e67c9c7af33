"""What the course's notebook "Convolution model - Application" imports from its folder, for the cell language."""

import math
import sys

import h5py
import matplotlib.pyplot as plt
import numpy as np


def load_dataset():
    """Images (m, 64, 64, 3) and labels (1, m) to learn from, the same for testing, and the classes: hand signs.

    They are read from `datasets/`, where the course has its photographs, or else from `data/`, the hands drawn by `cnb`.
    """
    if h5py.is_hdf5("datasets/train_signs.h5"):
        return _load("datasets", "signs")
    print("load_dataset: there is no datasets/train_signs.h5: the drawn hands of data/ are used", file=sys.stderr)
    return _load("data", "signs")


load_signs_dataset = load_dataset


def load_happy_dataset():
    """The same of faces that smile or do not, from `datasets/`."""
    return _load("datasets", "happy")


def _load(folder, name):
    with h5py.File(f"{folder}/train_{name}.h5", "r") as train, h5py.File(f"{folder}/test_{name}.h5", "r") as test:
        X_train, y_train = train["train_set_x"][:], train["train_set_y"][:]
        X_test, y_test = test["test_set_x"][:], test["test_set_y"][:]
        classes = test["list_classes"][:]
    return X_train, y_train.reshape(1, -1), X_test, y_test.reshape(1, -1), classes


def convert_to_one_hot(Y, C):
    """A column for each of the labels Y: zeros, and a one in the row of its class."""
    return np.eye(C)[np.reshape(Y, -1)].T


def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    """A list of (mini_batch_X, mini_batch_Y): the examples shuffled by the seed, the last batch with what is left."""
    np.random.seed(seed)
    order = np.random.permutation(X.shape[0])
    return [
        (X[order[first:first + mini_batch_size]], Y[order[first:first + mini_batch_size]])
        for first in range(0, X.shape[0], mini_batch_size)
    ]

"""The layers of a network as plain NumPy, and what they give (read by NetworkGoldenTests).

A case: function, parameters, inputs, results. `exact` ones have to be met bit for bit; `close` ones, where exponentials
or another order of addition are in play, to twelve digits.
"""

import os
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
from golden import Golden  # noqa: E402


def dense_forward(A_prev, W, b):
    Z = np.zeros((A_prev.shape[0], W.shape[1]))
    for i in range(Z.shape[0]):
        for c in range(Z.shape[1]):
            Z[i, c] = np.sum(A_prev[i] * W[:, c]) + b[0, c]
    return Z


def dense_backward(dZ, A_prev, W):
    dA_prev, dW, db = np.zeros(A_prev.shape), np.zeros(W.shape), np.zeros((1, W.shape[1]))
    for i in range(dZ.shape[0]):
        for c in range(dZ.shape[1]):
            dA_prev[i] += W[:, c] * dZ[i, c]
            dW[:, c] += A_prev[i] * dZ[i, c]
            db[0, c] += dZ[i, c]
    return dA_prev, dW, db


def relu_backward(dA, Z):
    dZ = np.array(dA, copy=True)
    dZ[Z <= 0] = 0
    return dZ


def softmax(Z):
    A = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return A / np.sum(A, axis=1, keepdims=True)


def adam(W, dW, v, s, t, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    v = beta1 * v + (1 - beta1) * dW
    s = beta2 * s + (1 - beta2) * dW ** 2
    v_corrected = v / (1 - beta1 ** t)
    s_corrected = s / (1 - beta2 ** t)
    return W - learning_rate * v_corrected / (np.sqrt(s_corrected) + epsilon), v, s


def momentum(W, dW, velocity, learning_rate, momentum):
    velocity = momentum * velocity - learning_rate * dW
    return W + velocity, velocity


def batch_norm(Z, gamma, beta, epsilon):
    mean, variance = Z.mean(axis=(0, 1, 2)), Z.var(axis=(0, 1, 2))
    return gamma * (Z - mean) / np.sqrt(variance + epsilon) + beta, mean, variance


def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m = X.shape[0]
    np.random.seed(seed)
    permutation = list(np.random.permutation(m))
    shuffled_X, shuffled_Y = X[permutation], Y[permutation]
    return [(shuffled_X[k:k + mini_batch_size], shuffled_Y[k:k + mini_batch_size])
            for k in range(0, m, mini_batch_size)]


with Golden(__file__, "network.txt") as golden:
    np.random.seed(1)
    randn = np.random.randn
    for m, n_prev, n in ((1, 1, 1), (3, 5, 2), (7, 9, 5), (2, 130, 2), (9, 3, 17)):
        A_prev, W, b = randn(m, n_prev), randn(n_prev, n), randn(1, n)
        golden.case("exact", "dense_forward", "", A_prev, W, b, dense_forward(A_prev, W, b))
        dZ = randn(m, n)
        golden.case("exact", "dense_backward", "", dZ, A_prev, W, *dense_backward(dZ, A_prev, W))
    Z = randn(3, 4, 2)
    Z[0, 0], Z[1, 1] = [0.0, -0.0], [np.inf, -np.inf]
    golden.case("exact", "relu", "", Z, np.maximum(0, Z))
    dA = randn(3, 4, 2)
    golden.case("exact", "relu_backward", "", dA, Z, relu_backward(dA, Z))
    Z = np.concatenate([randn(4, 6), 800 * randn(2, 6), np.zeros((1, 6))])
    golden.case("close", "softmax", "", Z, softmax(Z))
    Y = np.eye(6)[[0, 5, 2, 2, 1, 3, 4]]
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    costs = np.log(np.sum(np.exp(shifted), axis=1)) - np.sum(shifted * Y, axis=1)
    golden.case("close", "softmax_cross_entropy", "", Z, Y, np.mean(costs), (softmax(Z) - Y) / 7)
    A = randn(3, 5)
    np.random.seed(7)
    D = np.random.rand(3, 5) < 0.7
    golden.case("exact", "dropout", "seed=7 keep=0.7", A, D, A * D / 0.7)
    for t in (1, 12):
        W, dW, v, s = randn(2, 3), randn(2, 3), randn(2, 3), np.abs(randn(2, 3))
        golden.case("exact", "adam", f"t={t} rate=0.009", W, dW, v, s, *adam(W, dW, v, s, t, 0.009))
    velocity = randn(2, 3)
    golden.case("exact", "momentum", "rate=0.01 momentum=0.9", W, dW, velocity, *momentum(W, dW, velocity, 0.01, 0.9))
    for shape in ((2, 2, 3, 4), (7, 6)):
        receptive = int(np.prod(shape[:-2]))
        fan_in, fan_out = receptive * shape[-2], receptive * shape[-1]
        np.random.seed(3)
        golden.case("exact", "he", "seed=3", np.zeros(shape), np.random.randn(*shape) * np.sqrt(2 / fan_in))
        np.random.seed(3)
        limit = np.sqrt(6 / (fan_in + fan_out))
        golden.case("exact", "glorot", "seed=3", np.zeros(shape), -limit + 2 * limit * np.random.rand(*shape))
    Z, gamma, beta = randn(3, 4, 2, 5) * 3 + 1, randn(5), randn(5)
    golden.case("close", "batch_norm", "epsilon=0.001", Z, gamma, beta, *batch_norm(Z, gamma, beta, 1e-3))
    X, Y = randn(10, 2, 1), np.arange(10).reshape(10, 1)
    batches = random_mini_batches(X, Y, 4, 3)
    golden.case("exact", "mini_batches", "size=4 seed=3", X, Y, *[array for batch in batches for array in batch])
    labels = np.array([[2, 0, 5, 1]])
    golden.case("exact", "one_hot", "classes=6", labels, np.eye(6)[labels.reshape(-1)])

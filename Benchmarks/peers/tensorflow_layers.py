"""TensorFlow: graphs of one operator each."""
import os

import serving

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
import numpy as np
import tensorflow as tf

tf.config.threading.set_intra_op_parallelism_threads(serving.threads())
tf.config.threading.set_inter_op_parallelism_threads(1)
tf.random.set_seed(1)


def convolution(operation, shape, numbers):
    A = numbers(shape.m, shape.height, shape.width, shape.channels)
    W = numbers(shape.f, shape.f, shape.channels, shape.filters)
    margins = shape.margins
    explicit = {"padding": "EXPLICIT", "explicit_paddings": [0, 0, *margins, *margins, 0, 0]}
    padding = {"same": {"padding": "SAME"}, 0: {"padding": "VALID"}}.get(shape.padding, explicit)
    options = {"strides": [1, shape.stride, shape.stride, 1], **padding}
    if operation == "convolution-forward":
        b = numbers(shape.filters)
        graph = tf.function(lambda A, W, b: tf.nn.bias_add(tf.raw_ops.Conv2D(input=A, filter=W, **options), b))
        return lambda: graph(A, W, b)
    dZ = numbers(shape.m, *shape.output, shape.filters)

    def backward(A, W, dZ):
        return (
            tf.raw_ops.Conv2DBackpropInput(input_sizes=tf.shape(A), filter=W, out_backprop=dZ, **options),
            tf.raw_ops.Conv2DBackpropFilter(input=A, filter_sizes=tf.shape(W), out_backprop=dZ, **options),
            tf.reduce_sum(dZ, [0, 1, 2]))

    graph = tf.function(backward)
    return lambda: graph(A, W, dZ)


def pooling(operation, shape, numbers):
    A = numbers(shape.m, shape.height, shape.width, shape.channels)
    options = {
        "ksize": [1, shape.f, shape.f, 1], "strides": [1, shape.stride, shape.stride, 1], "padding": "VALID"}
    if operation == "max-forward":
        graph = tf.function(lambda A: tf.raw_ops.MaxPool(input=A, **options))
        return lambda: graph(A)
    if operation == "average-forward":
        graph = tf.function(lambda A: tf.raw_ops.AvgPool(value=A, **options))
        return lambda: graph(A)
    dZ = numbers(shape.m, *shape.output, shape.channels)
    if operation == "max-backward":
        Z = tf.raw_ops.MaxPool(input=A, **options)
        graph = tf.function(lambda A, Z, dZ: tf.raw_ops.MaxPoolGrad(orig_input=A, orig_output=Z, grad=dZ, **options))
        return lambda: graph(A, Z, dZ)
    graph = tf.function(lambda dZ: tf.raw_ops.AvgPoolGrad(orig_input_shape=A.shape, grad=dZ, **options))
    return lambda: graph(dZ)


def training(shape, dtype):
    """The course's network in Keras."""
    tf.keras.backend.set_floatx(dtype)
    K = tf.keras.layers
    net = tf.keras.Sequential([
        K.Input((64, 64, 3)), K.Conv2D(8, 4, padding="same", activation="relu"), K.MaxPool2D(8),
        K.Conv2D(16, 2, padding="same", activation="relu"), K.MaxPool2D(4), K.Flatten(),
        K.Dense(6, activation="softmax")])
    net.compile(tf.keras.optimizers.Adam(0.009), "sparse_categorical_crossentropy")
    random = np.random.default_rng(1)
    X = random.random((shape.examples, 64, 64, 3)).astype(dtype)
    Y = random.integers(0, 6, shape.examples)
    return lambda: net.fit(X, Y, batch_size=shape.batch, epochs=1, verbose=0)


def prepare(operation, shape, dtype):
    kind = {"f32": tf.float32, "f64": tf.float64}[dtype]
    if operation == "training-epoch":
        return training(shape, kind.name)

    def numbers(*sizes):
        return tf.random.normal(sizes, dtype=kind)

    return (convolution if operation.startswith("convolution") else pooling)(operation, shape, numbers)


serving.serve(tf.__version__, prepare, trains=True)

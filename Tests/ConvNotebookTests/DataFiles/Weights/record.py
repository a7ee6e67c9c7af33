"""Writes what Keras saves of a small model, and what it answers.

    python3.11 -m venv venv && venv/bin/pip install tensorflow-cpu==2.15.1 numpy==1.26.4
    venv/bin/python Tests/ConvNotebookTests/DataFiles/Weights/record.py
"""

import os

import numpy as np
import tensorflow as tf

HERE = os.path.dirname(os.path.abspath(__file__))
layers = tf.keras.layers
tf.keras.utils.set_random_seed(5)
model = tf.keras.Sequential([
    layers.Conv2D(4, 3, padding="same", input_shape=(4, 6, 2)), layers.BatchNormalization(), layers.ReLU(),
    layers.MaxPool2D(2), layers.Conv2D(3, 2, use_bias=False), layers.Flatten(), layers.Dense(3), layers.Softmax()])
model.compile("adam", "categorical_crossentropy")
X, Y = np.random.randn(64, 4, 6, 2), np.eye(3)[np.random.randint(0, 3, 64)]
model.fit(X, Y, epochs=3, verbose=0)
model.save_weights(os.path.join(HERE, "weights.h5"))
model.save(os.path.join(HERE, "model.h5"), include_optimizer=False)

X = (np.arange(2 * 48).reshape(2, 4, 6, 2) % 7 / 7).astype("float32")
answers = np.round(model.predict(X, verbose=0).astype("float64"), 5).tolist()
with open(os.path.join(HERE, "answers.txt"), "w") as file:
    print(answers, file=file)

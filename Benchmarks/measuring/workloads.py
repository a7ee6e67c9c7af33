"""What is measured: layers on shapes, and how much work each of them is."""
import math
from typing import NamedTuple

# m, n_H_prev, n_W_prev, n_C_prev, f, n_C, stride, padding. No kernel was tuned on the last three.
CONVOLUTIONS = {
    "teach": "2,5,7,4,3,8,2,1",
    "signs1": "64,64,64,3,4,8,1,same",
    "signs2": "64,8,8,8,2,16,1,same",
    "mid": "16,56,56,64,3,64,1,1",
    "wide": "8,28,28,128,3,256,2,1",
    "onebyone": "8,28,28,256,1,256,1,0",
    "five": "8,32,32,24,5,40,1,2",
    "narrow": "4,60,44,10,3,20,1,0",
    "seven": "2,112,112,16,7,48,2,3",
}
# m, n_H_prev, n_W_prev, n_C, f, stride. No kernel was tuned on the last one.
POOLINGS = {
    "pool8": "64,64,64,8,8,8",
    "pool2": "16,112,112,64,2,2",
    "pool3": "8,55,55,20,3,2",
}
# Examples and a batch's size.
TRAININGS = {
    "course": "1080,64",
}
DTYPES = ("f64", "f32")
DIRECTIONS = ("forward", "backward")
BATCHES = (1, 2, 4, 8, 16, 32, 64, 128, 256)


class Workload(NamedTuple):
    operation: str  # as Request.swift names it
    name: str  # of the shape
    shape: str
    dtype: str

    @property
    def label(self):
        return f"{self.operation.replace('convolution-', '').replace('-', ' ')} {self.name}"

    @property
    def direction(self):
        return self.operation.split("-")[-1]

    @property
    def _output(self):
        _, height, width, _, f = self._sizes[:5]
        if self.operation.startswith("convolution"):
            stride, padding = self._sizes[6:8]
            margin = f - 1 if padding == "same" else 2 * padding
        else:
            stride, margin = self._sizes[5], 0
        return (height + margin - f) // stride + 1, (width + margin - f) // stride + 1

    @property
    def _sizes(self):
        return [size if size == "same" else int(size) for size in self.shape.split(",")]

    @property
    def work(self):
        """A convolution's operations: two for each product, and as many again backward, for dA and for dW. For a pooling,
        the bytes of what it needs to read and write. For a training, its examples."""
        if self.operation.startswith("training"):
            return self._sizes[0]
        m, height, width, channels, f, last = self._sizes[:6]
        windows = m * math.prod(self._output)
        if self.operation.startswith("convolution"):
            return 2 * windows * f * f * channels * last * (2 if self.direction == "backward" else 1)
        image = m * height * width * channels
        reads_input = self.operation != "average-backward"
        writes_input = self.direction == "backward"
        return (image * (reads_input + writes_input) + windows * channels) * (8 if self.dtype == "f64" else 4)


def convolutions():
    return [
        Workload(f"convolution-{direction}", name, shape, dtype)
        for dtype in DTYPES for direction in DIRECTIONS for name, shape in CONVOLUTIONS.items()]


def poolings():
    return [
        Workload(f"{mode}-{direction}", name, shape, dtype)
        for dtype in DTYPES for direction in DIRECTIONS for mode in ("max", "average")
        for name, shape in POOLINGS.items()]


def trainings():
    return [Workload("training-epoch", name, shape, dtype) for dtype in DTYPES for name, shape in TRAININGS.items()]


def batches():
    """The shapes signs1 and mid with other numbers of images."""
    return [
        (batch, Workload(f"convolution-{direction}", name, f"{batch},{CONVOLUTIONS[name].split(',', 1)[1]}", dtype))
        for dtype in DTYPES for name in ("signs1", "mid") for direction in DIRECTIONS for batch in BATCHES]

"""PyTorch, with images in the memory layout that the second argument names: channels first, its default, or last.

The backward pass is the operator that its automatic differentiation calls. Where the padding is "same", that operator gets
images that are padded already, and its dA keeps the margins: neither is in its time.
"""
import sys

import serving
import torch
import torch.nn.functional as F

LAYOUT = torch.channels_last if sys.argv[2] == "channels-last" else torch.contiguous_format
torch.set_num_threads(serving.threads())
torch.set_grad_enabled(False)
torch.manual_seed(1)


def convolution(operation, shape, images):
    A = images(shape.m, shape.channels, shape.height, shape.width)
    W = images(shape.filters, shape.channels, shape.f, shape.f)
    if operation == "convolution-forward":
        b = torch.randn(shape.filters, dtype=A.dtype)
        return lambda: F.conv2d(A, W, b, stride=shape.stride, padding=shape.padding)
    dZ = images(shape.m, shape.filters, *shape.output)
    padding = shape.padding
    if padding == "same":
        A, padding = F.pad(A, shape.margins * 2).contiguous(memory_format=LAYOUT), 0
    return lambda: torch.ops.aten.convolution_backward(
        dZ, A, W, [shape.filters], [shape.stride] * 2, [padding] * 2, [1, 1], False, [0, 0], 1, [True, True, True])


def pooling(operation, shape, images):
    A = images(shape.m, shape.channels, shape.height, shape.width)
    f, stride = shape.f, shape.stride
    if operation == "max-forward":
        return lambda: F.max_pool2d(A, f, stride)
    if operation == "average-forward":
        return lambda: F.avg_pool2d(A, f, stride)
    dZ = images(shape.m, shape.channels, *shape.output)
    if operation == "max-backward":
        _, places = F.max_pool2d(A, f, stride, return_indices=True)
        return lambda: torch.ops.aten.max_pool2d_with_indices_backward(
            dZ, A, [f, f], [stride, stride], [0, 0], [1, 1], False, places)
    return lambda: torch.ops.aten.avg_pool2d_backward(dZ, A, [f, f], [stride, stride], [0, 0], False, True, None)


def training(shape, kind):
    """The course's network. Its gradients are on, as nothing else's here."""
    nn = torch.nn
    net = nn.Sequential(
        nn.Conv2d(3, 8, 4, padding="same"), nn.ReLU(), nn.MaxPool2d(8), nn.Conv2d(8, 16, 2, padding="same"), nn.ReLU(),
        nn.MaxPool2d(4), nn.Flatten(), nn.Linear(64, 6)).to(kind).to(memory_format=LAYOUT)
    X = torch.rand(shape.examples, 3, 64, 64, dtype=kind).contiguous(memory_format=LAYOUT)
    Y = torch.randint(0, 6, (shape.examples,))
    optimizer, cost = torch.optim.Adam(net.parameters(), lr=0.009), nn.CrossEntropyLoss()

    def epoch():
        with torch.enable_grad():
            order = torch.randperm(shape.examples)
            for start in range(0, shape.examples, shape.batch):
                chosen = order[start:start + shape.batch]
                optimizer.zero_grad()
                cost(net(X[chosen]), Y[chosen]).backward()
                optimizer.step()

    return epoch


def prepare(operation, shape, dtype):
    kind = {"f32": torch.float32, "f64": torch.float64}[dtype]
    if operation == "training-epoch":
        return training(shape, kind)

    def images(*sizes):
        return torch.randn(*sizes, dtype=kind).contiguous(memory_format=LAYOUT)

    return (convolution if operation.startswith("convolution") else pooling)(operation, shape, images)


serving.serve(torch.__version__, prepare, trains=True)

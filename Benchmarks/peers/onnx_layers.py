"""ONNX Runtime: models of one operator each, float32, forward."""
import serving
import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

onnxruntime.set_default_logger_severity(4)


def prepare(operation, shape, dtype):
    if dtype != "f32" or not operation.endswith("forward"):
        raise serving.Unknown("has float32 and the forward pass only")
    random = np.random.default_rng(1)

    def numbers(*sizes):
        return random.standard_normal(sizes).astype(np.float32)

    filters = shape.filters if operation.startswith("convolution") else shape.channels
    attributes = {"kernel_shape": [shape.f] * 2, "strides": [shape.stride] * 2}
    if operation == "convolution-forward":
        (before, after), kind, constants = shape.margins, "Conv", [
            numpy_helper.from_array(numbers(filters, shape.channels, shape.f, shape.f), "W"),
            numpy_helper.from_array(numbers(filters), "b")]
        attributes["pads"] = [before, before, after, after]
    else:
        kind, constants = {"max-forward": "MaxPool", "average-forward": "AveragePool"}[operation], []
    node = helper.make_node(kind, ["A"] + [constant.name for constant in constants], ["Z"], **attributes)
    sizes = [shape.m, shape.channels, shape.height, shape.width]
    given = helper.make_tensor_value_info("A", TensorProto.FLOAT, sizes)
    result = helper.make_tensor_value_info("Z", TensorProto.FLOAT, [shape.m, filters, *shape.output])
    graph = helper.make_graph([node], "layer", [given], [result], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = serving.threads()
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    A = numbers(*sizes)
    return lambda: session.run(None, {"A": A})


serving.serve(onnxruntime.__version__, prepare)

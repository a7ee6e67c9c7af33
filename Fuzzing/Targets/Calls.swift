import Cells

/// Calls functions and methods, all that there are, with arguments that are at the ends of what there is.
func fuzzCalls(_ input: [UInt8]) {
  var input = InputBytes(input)
  var code = CallParts.imports
  repeat {
    let name = callees[Int(input.byte()) << 8 | Int(input.byte())]
    let arguments = (0..<input.byte() % 5).map { _ in input.pick(CallParts.values) }
    let keyword = input.byte() % 4 == 0 ? [input.pick(CallParts.keywords) + "=" + input.pick(CallParts.values)] : []
    let call = "\(name)(\((arguments + keyword).joined(separator: ", ")))\(input.pick(CallParts.tails))"
    code += "try:\n  repr(\(call))\nexcept Exception as e: str(e)\n"
  } while !input.isEmpty
  let session = limitedSession(.script)
  _ = session.run(code, name: "fuzz") { _ in }
}

/// The functions of the modules and the methods of the receivers, as `dir` lists them.
private let callees: [String] = {
  var code = CallParts.imports
  for module in CallParts.modules { code += "for n in dir(\(module)): print('\(module).' + n)\n" }
  for receiver in CallParts.receivers {
    code += "for n in dir(\(receiver)): print('(\(receiver)).' + n)\n"
  }
  var text = ""
  _ = Session(options: SessionOptions()).run(code, name: "names") { if case .stdout(let part) = $0 { text += part } }
  let names = text.split(separator: "\n").map(String.init).filter { !$0.contains("__") } + CallParts.builtins
  // An input names one by two bytes.
  return (0...0xFFFF).map { names[$0 % names.count] }
}()

private enum CallParts {
  static let imports =
    "import numpy as np, math, itertools, functools, collections, random, layers\nimport matplotlib.pyplot as plt\n"

  static let modules = [
    "np", "np.random", "np.linalg", "math", "itertools", "functools", "collections", "random", "layers", "plt",
  ]

  static let receivers =
    [
      "np.arange(6.).reshape(2, 3)", "np.zeros((0, 2**30))", "np.float64(1)", "np.int64(-2**63)",
      "np.random.RandomState(1)",
      "plt.gca()", "range(0, 2**62, 2**61)", "collections.deque([1])", "[1, 2]", "{1: 2}", "{1, 2}", "(1, 2)", "b'ab'",
      "5", "1.5",
    ].map { $0.replacing("'", with: "\"") } + ["\"ab\""]

  static let builtins = [
    "abs", "bytes", "chr", "divmod", "enumerate", "format", "int", "list", "max", "pow", "print", "range", "reversed",
    "round",
    "slice", "sorted", "str", "sum", "zip", "zero_pad", "conv_single_step", "conv_forward", "pool_forward",
    "conv_backward",
    "pool_backward", "create_mask_from_window", "distribute_value",
  ]

  static let values = [
    "0", "1", "-1", "3", "2**31", "2**62", "2**63 - 1", "-2**63", "2**64", "-10**30", "1.5", "float('nan')",
    "float('inf')",
    "1e300", "None", "True", "''", "'ab'", "'float32'", "b'x'", "[]", "[1, 2]", "[2**62]", "()", "(2, 3)", "(0, 2**62)",
    "(2**31, 2**31)", "((2**62, 2**62), (1, 1))", "{'stride': 2**62, 'pad': 2**62}", "{'stride': 1, 'f': 2, 'pad': 0}",
    "{'stride': 0, 'f': -1}", "range(2**62)", "slice(None, None, -2**62)", "lambda *a: 2**62", "abs", "object()",
    "iter([1])", "np.float32", "np.zeros(3)", "np.ones((2, 3))", "np.zeros((0, 3))", "np.zeros((2**40, 0))",
    "np.zeros((0, 2**30))", "np.broadcast_to(1.0, (2**59,))", "np.broadcast_to(1, (2**29, 2**30))",
    "np.zeros(3)[::2**62]",
    "np.arange(24.).reshape(1, 2, 3, 4)", "np.ones((1, 3, 3, 1))", "np.ones((1, 1, 1, 2))",
    "np.array([2**63 - 1, -2**63])", "np.array([True, False])", "np.array(5)", "np.uint8(200)",
    "np.array([np.nan, np.inf])",
    "...", "[[1], [2]]", "'%s'", "'{:>9999999999999}'", "chr(0x10ffff)",
  ]

  static let keywords = [
    "axis", "keepdims", "dtype", "size", "n", "start", "stop", "step", "out", "mode", "order", "k", "endpoint", "num",
    "ddof",
    "key", "base", "repeat", "maxsplit", "initial", "bins", "density", "replace", "p", "decimals", "label", "color",
  ]

  static let tails = [
    "", "", "", ".shape", ".strides", ".nbytes", "[0]", "[-2**63]", "[::2**62]", ".T", ".copy()", " + 1", " * 2**62",
    ".sum()",
    ".reshape(-1)", ".tolist()",
  ]
}

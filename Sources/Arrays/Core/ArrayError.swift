/// What can go wrong with arrays, as facts. `message` has NumPy's words, `kind` the Python class they belong to.
public enum ArrayError: Error, Sendable {
  /// The Python class that NumPy raises.
  public enum Kind: Sendable {
    case value, type, index, axis, memory, ufuncType, zeroDivision, overflow, unsupported, stopped
  }

  case outOfMemory(shape: Dims, dtype: DType)
  case tooManyAxes(Int)
  case cannotBroadcast([Dims])
  /// A `Checkpoint` was told to stop: nobody wants the result any more.
  case stopped
  /// NumPy's message where no more facts than its words are needed.
  case plain(Kind, String)

  public var kind: Kind {
    switch self {
    case .outOfMemory: .memory
    case .tooManyAxes: .unsupported
    case .cannotBroadcast: .value
    case .stopped: .stopped
    case .plain(let kind, _): kind
    }
  }
}

extension ArrayError {
  /// Of an array whose bytes could not be counted.
  static let tooBig = ArrayError.plain(
    .value, "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.")
}

extension ArrayError: CustomStringConvertible {
  /// NumPy's words.
  public var message: String {
    switch self {
    case .outOfMemory(let shape, let dtype):
      "Unable to allocate \(ByteCount(of: shape, dtype)) for an array with shape \(shape) and data type \(dtype.name)"
    case .tooManyAxes(let count):
      "arrays with \(count) dimensions are not supported: use at most \(Dims.maxCount)"
    case .cannotBroadcast(let shapes):
      "operands could not be broadcast together with shapes "
        + shapes.map { $0.compactDescription + " " }.joined()
    case .stopped: "the computation was stopped"
    case .plain(_, let message): message
    }
  }

  public var description: String { message }
}

/// An array's size in NumPy's units: `7.28 TiB`.
private struct ByteCount: CustomStringConvertible {
  let bytes: Double

  init(of shape: Dims, _ dtype: DType) {
    bytes = shape.reduce(Double(dtype.itemSize)) { $0 * Double($1) }
  }

  var description: String {
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    var unit = 0
    var amount = bytes
    while amount >= 1024, unit < units.count - 1 {
      amount /= 1024
      unit += 1
    }
    if unit == 0 { return "\(Int(amount)) bytes" }
    // Three significant digits, as `_ArrayMemoryError` writes them.
    let digits = amount >= 100 ? 0 : amount >= 10 ? 1 : 2
    let scale = [1.0, 10, 100][digits]
    let rounded = (amount * scale).rounded(.toNearestOrEven) / scale
    if digits == 0 { return "\(Int(min(rounded, 1e15))). \(units[unit])" }
    return "\(rounded) \(units[unit])"
  }
}

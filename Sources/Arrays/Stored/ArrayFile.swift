/// A file of NumPy's format `.npy`: a line in Python's syntax that says what the elements are, and their bytes
/// (https://numpy.org/doc/1.26/reference/generated/numpy.lib.format.html).
public struct ArrayFile: Sendable {
  public enum Problem: Error, Sendable, Equatable {
    /// It does not begin as such a file does.
    case wrongFormat
    /// Of this type, by NumPy's letters, arrays have no elements.
    case unsupported(String)
    case damaged(String)
  }

  static let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]

  public let array: NDArray

  public init(_ array: NDArray) { self.array = array }

  /// The file's bytes, as `np.save` writes them.
  /// - Throws: `ArrayError.outOfMemory`.
  public func bytes() throws(ArrayError) -> [UInt8] {
    let isFortran = array.isFortranContiguous && !array.isContiguous
    let source = isFortran ? array.transposed : array.isContiguous ? array : try array.copy()
    let code = StoredType(array.dtype).code
    var header = "{'descr': '\(code)', 'fortran_order': \(isFortran ? "True" : "False"), 'shape': \(array.shape), }"
    // The elements begin at a multiple of 64; NumPy leaves room for a first axis of 21 digits.
    if array.rank > 0 {
      header += String(repeating: " ", count: 21 - String(array.shape[isFortran ? array.rank - 1 : 0]).utf8.count)
    }
    header += String(repeating: " ", count: 63 - (header.utf8.count + 10) % 64) + "\n"
    var bytes = ArrayFile.magic + [1, 0, UInt8(header.utf8.count & 0xFF), UInt8(header.utf8.count >> 8)]
    bytes += Array(header.utf8)
    let size = source.dtype.itemSize
    bytes += UnsafeRawBufferPointer(start: source.storage.base + source.offset * size, count: source.count * size)
    return bytes
  }

  /// Reads what anybody may have written: no length is believed before as many bytes are there.
  /// - Throws: `Problem`, and `ArrayError` where there is no memory.
  public init(_ bytes: some RandomAccessCollection<UInt8>) throws {
    let all = Array(bytes)
    guard all.starts(with: ArrayFile.magic) else { throw Problem.wrongFormat }
    guard all.count >= 12, (1...3).contains(all[6]) else { throw Problem.damaged("its version is none of 1 to 3") }
    let lengthSize = all[6] == 1 ? 2 : 4
    let length = all[8..<(8 + lengthSize)].reversed().reduce(0) { $0 << 8 | Int($1) }
    let start = 8 + lengthSize
    guard length <= all.count - start, let text = String(validating: all[start..<(start + length)], as: UTF8.self),
      let header = ArrayFileHeader(text)
    else { throw Problem.damaged("its header cannot be read") }
    guard let dtype = header.dtype else { throw Problem.unsupported(header.code) }
    let shape = try Dims(checking: header.isFortran ? header.shape.reversed() : header.shape)
    guard let count = shape.product, count.multipliedReportingOverflow(by: dtype.itemSize).overflow == false,
      count * dtype.itemSize <= all.count - start - length
    else { throw Problem.damaged("it ends too early") }
    let elements = all[(start + length)...].prefix(count * dtype.itemSize)
    // Swift's truth values are 0 and 1 and nothing else.
    if dtype == .bool, elements.contains(where: { $0 > 1 }) {
      throw Problem.damaged("a truth value is neither 0 nor 1")
    }
    let array = try NDArray(dtype, shape: shape, zeroed: false)
    elements.withUnsafeBytes { source in
      if let base = source.baseAddress { array.storage.base.copyMemory(from: base, byteCount: source.count) }
    }
    self.array = header.isFortran ? array.transposed : array
  }
}

/// `{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }`
private struct ArrayFileHeader {
  var code = ""
  var isFortran = false
  var shape: [Int] = []

  var dtype: DType? { DType.allCases.first { StoredType($0).code == code } }

  init?(_ text: String) {
    var rest = Substring(text)
    func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\n" } }
    func take(_ word: String) -> Bool {
      skipBlanks()
      guard rest.hasPrefix(word) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }
    func quoted() -> String? {
      guard take("'"), let end = rest.firstIndex(of: "'") else { return nil }
      defer { rest = rest[rest.index(after: end)...] }
      return String(rest[..<end])
    }
    guard take("{") else { return nil }
    var seen: Set<String> = []
    while !take("}") {
      guard let key = quoted(), take(":"), seen.insert(key).inserted else { return nil }
      switch key {
      case "descr":
        // A list describes records.
        guard let code = quoted() else {
          self.code = "V"
          return
        }
        self.code = code
      case "fortran_order":
        isFortran = take("True")
        if !isFortran, !take("False") { return nil }
      case "shape":
        guard take("(") else { return nil }
        while !take(")") {
          skipBlanks()
          let digits = rest.prefix { $0.isASCII && $0.isNumber }
          guard let length = Int(digits) else { return nil }
          shape.append(length)
          rest = rest.dropFirst(digits.count)
          _ = take(",")
        }
      default: return nil
      }
      _ = take(",")
    }
    if seen.count != 3 { return nil }
  }
}

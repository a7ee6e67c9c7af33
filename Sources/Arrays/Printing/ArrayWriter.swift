/// Writes an array's elements between brackets, wraps long rows and leaves out the middle of a summarised array.
struct ArrayWriter {
  private let array: NDArray
  private let options: PrintOptions
  private let format: ElementFormat
  private let separator: [UInt8]
  private let separatorWidth: Int
  /// The separator without the white space at its end.
  private let rowSeparator: [UInt8]
  private let rowSeparatorWidth: Int
  private let isSummarised: Bool
  private var text: [UInt8] = []
  private var word: [UInt8] = []
  /// Where the present line starts in `text`, and how many characters it has.
  private var lineStart = 0
  private var column = 0
  private var checkpoint = Checkpoint()

  private var isLegacy: Bool { options.style == .numpy113 }

  init(_ array: NDArray, options: PrintOptions, separator: String) throws(ArrayError) {
    self.array = array
    self.options = options.withinBounds
    self.separator = Array(separator.utf8)
    separatorWidth = separator.unicodeScalars.count
    rowSeparator = Array(self.separator.reversed().drop(while: isWhiteSpace).reversed())
    rowSeparatorWidth = scalarCount(rowSeparator)
    isSummarised = array.count > options.threshold
    var offsets: [Int] = []
    ArrayWriter.collect(array, edge: isSummarised ? self.options.edgeItems : nil, into: &offsets)
    format = try ElementFormat(of: array, at: offsets, options: options)
  }

  /// The text.
  /// - Parameter indent: columns that every line after the first keeps free.
  /// - Precondition: the array has elements.
  mutating func write(indent: Int, lineWidth: Int) throws(ArrayError) -> String {
    text.reserveCapacity(16 * min(array.count, 4096))
    if array.rank == 0 {
      format.append(array.scalar(), to: &text)
    } else {
      try writeAxis(0, offset: 0, indent: indent + 1, width: lineWidth)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Offsets of the elements that decide on the format: those at the edges of a summarised array.
  private static func collect(
    _ array: NDArray, edge: Int?, axis: Int = 0, offset: Int = 0, into offsets: inout [Int]
  ) {
    if axis == array.rank {
      offsets.append(offset)
      return
    }
    let length = array.shape[axis]
    // A view may be as long as 64 bits count: its middle is not walked through.
    var parts = [0..<length]
    if let edge, edge > 0, length / 2 >= edge, length > 2 * edge { parts = [0..<edge, (length - edge)..<length] }
    for index in parts.joined() {
      collect(array, edge: edge, axis: axis + 1, offset: offset + index * array.strides[axis], into: &offsets)
    }
  }

  /// - Parameters:
  ///   - indent: columns before what stands between the brackets.
  ///   - width: columns that a line may take.
  private mutating func writeAxis(_ axis: Int, offset: Int, indent: Int, width: Int) throws(ArrayError) {
    let length = array.shape[axis]
    let cutsMiddle = isSummarised && 2 * options.edgeItems < length
    let leading = cutsMiddle ? 0..<options.edgeItems : 0..<0
    // The last element always shows, even where no edges are asked for.
    let trailing = (cutsMiddle ? length - max(options.edgeItems, 1) : 0)..<length
    let step = array.strides[axis]

    text.append(UInt8(ascii: "["))
    if axis == array.rank - 1 {
      lineStart = text.count
      column = indent
      let limit = width - (isLegacy ? rowSeparatorWidth : max(rowSeparatorWidth, 1))
      for index in leading { try writeElement(offset + index * step, indent, limit) }
      if cutsMiddle {
        word = Array("...".utf8)
        placeWord(indent, limit)
        appendSeparator(isLegacy ? Array(", ".utf8) : separator, width: isLegacy ? 2 : separatorWidth)
      }
      for index in trailing.dropLast() { try writeElement(offset + index * step, indent, limit) }
      if let last = trailing.last {
        try writeElement(offset + last * step, indent, isLegacy ? width : limit, isLast: true)
      }
    } else {
      for index in leading {
        try writeAxis(axis + 1, offset: offset + index * step, indent: indent + 1, width: isLegacy ? width : width - 1)
        breakRows(axis, indent)
      }
      if cutsMiddle {
        text.append(contentsOf: "...".utf8)
        if isLegacy {
          text.append(contentsOf: ", \n".utf8)
          text.append(repeating: " ", count: indent)
        } else {
          breakRows(axis, indent)
        }
      }
      for index in trailing {
        try writeAxis(axis + 1, offset: offset + index * step, indent: indent + 1, width: isLegacy ? width : width - 1)
        if index < length - 1 { breakRows(axis, indent) }
      }
    }
    text.append(UInt8(ascii: "]"))
  }

  private mutating func breakRows(_ axis: Int, _ indent: Int) {
    text.append(contentsOf: rowSeparator)
    text.append(repeating: "\n", count: array.rank - axis - 1)
    text.append(repeating: " ", count: indent)
  }

  private mutating func writeElement(
    _ offset: Int, _ indent: Int, _ limit: Int, isLast: Bool = false
  ) throws(ArrayError) {
    // Digits cost more than a sum.
    try checkpoint.pass(operations: 64)
    word.removeAll(keepingCapacity: true)
    format.append(array.scalar(atOffset: offset), to: &word)
    placeWord(indent, limit)
    if !isLast { appendSeparator(separator, width: separatorWidth) }
  }

  private mutating func appendSeparator(_ bytes: [UInt8], width: Int) {
    text.append(contentsOf: bytes)
    column += width
  }

  /// Puts `word` on this line, or on a new one where it would go beyond the limit.
  private mutating func placeWord(_ indent: Int, _ limit: Int) {
    let width = scalarCount(word)
    let isLineEmpty = column <= indent
    if column + width > limit {
      if !isLineEmpty {
        while text.count > lineStart, isWhiteSpace(text[text.count - 1]) { text.removeLast() }
        text.append(UInt8(ascii: "\n"))
        lineStart = text.count
        text.append(repeating: " ", count: indent)
        column = indent
      } else if isLegacy {
        // NumPy 1.13 wraps even then, and drops the empty line but for one blank.
        text.append(UInt8(ascii: " "))
      }
    }
    text.append(contentsOf: word)
    column += width
  }
}

private func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) || (28...31).contains(byte) }

/// Characters as Python counts them.
private func scalarCount(_ utf8: [UInt8]) -> Int {
  utf8.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
}

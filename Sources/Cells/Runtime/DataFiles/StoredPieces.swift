import Arrays

/// Cuts a region into pieces that stand behind each other in C order, each small enough to be passed on at once. A piece ends
/// where chunks end, if it can, so that none of them is decompressed twice.
struct StoredPieces {
  private static let pieceBytes = 8 << 20
  private static let mostBytes = 64 << 20

  private let region: StoredRegion
  private let chunks: [Int]?
  private let elementSize: Int

  init(_ region: StoredRegion, chunks: [Int]?, elementSize: Int) {
    self.region = region
    self.chunks = chunks
    self.elementSize = elementSize
  }

  func forEach(_ body: (StoredRegion) throws -> Void) throws { try forEach(region, axis: 0, body) }

  private func forEach(_ part: StoredRegion, axis: Int, _ body: (StoredRegion) throws -> Void) throws {
    guard let count = part.count, count > 0 else { return }
    if axis == part.axes.count || count * elementSize <= StoredPieces.pieceBytes { return try body(part) }
    let length = part.axes[axis].count
    let rowBytes = count / length * elementSize
    var step = max(StoredPieces.pieceBytes / rowBytes, 1)
    var first = 0
    var next = min(step, length)
    if let chunk = chunks?[axis], case .run(let start, 1, _) = part.axes[axis],
      chunk <= StoredPieces.mostBytes / rowBytes
    {
      step = max(step / chunk, 1) * chunk
      next = min(step - start % chunk, length)
    }
    while first < length {
      var piece = part
      piece.axes[axis] = part.axes[axis].part(first, count: next)
      if next == 1 {
        try forEach(piece, axis: axis + 1, body)
      } else {
        try body(piece)
      }
      first += next
      next = min(step, length - first)
    }
  }
}

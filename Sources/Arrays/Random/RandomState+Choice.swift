extension RandomState {
  /// Where `choice` takes its values from.
  public enum Population: Sendable {
    /// The integers from 0 up to this one, exclusive.
    case count(Int)
    case elements(NDArray)

    var size: Int {
      switch self {
      case .count(let count): count
      case .elements(let array): array.shape.first ?? 0
      }
    }
  }

  /// Values from a population, equally likely or with the probabilities `p`, of shape `size`.
  /// - Throws: NumPy's words where population, probabilities and size do not go together.
  public func choice(
    _ population: Population, size: Dims? = nil, replace: Bool = true, p: NDArray? = nil
  ) throws(ArrayError) -> RandomSample {
    try check(population, size)
    var weights: [Double]?
    if let p { weights = try checkedProbabilities(p, count: population.size) }
    let drawn: NDArray
    if replace {
      drawn = try withReplacement(population.size, size ?? [], weights)
    } else {
      drawn = try withoutReplacement(population.size, size ?? [], weights)
    }
    let chosen: NDArray
    switch population {
    case .count: chosen = drawn
    case .elements(let array): chosen = try taking(drawn, from: array)
    }
    return size == nil ? .scalar(chosen.scalar()) : .array(chosen)
  }

  private func check(_ population: Population, _ size: Dims?) throws(ArrayError) {
    let drawsNone = size?.contains(0) ?? false
    switch population {
    case .count(let count):
      if count <= 0 && !drawsNone {
        throw .plain(.value, "a must be greater than 0 unless no samples are taken")
      }
    case .elements(let array):
      if array.rank == 0 { throw .plain(.value, "a must be 1-dimensional or an integer") }
      if array.rank != 1 { throw .plain(.value, "a must be 1-dimensional") }
      if array.count == 0 && !drawsNone {
        throw .plain(.value, "'a' cannot be empty unless no samples are taken")
      }
    }
  }

  private func checkedProbabilities(_ p: NDArray, count: Int) throws(ArrayError) -> [Double] {
    if p.rank != 1 { throw .plain(.value, "'p' must be 1-dimensional") }
    if p.count != count { throw .plain(.value, "'a' and 'p' must have same size") }
    let copy = try p.copy(as: .float64)
    let weights = Array(UnsafeBufferPointer(start: copy.pointer(Double.self), count: copy.count))
    let sum = compensatedSum(weights)
    if sum.isNaN { throw .plain(.value, "probabilities contain NaN") }
    if weights.contains(where: { $0 < 0 }) { throw .plain(.value, "probabilities are not non-negative") }
    let tolerance = p.dtype == .float32 ? Double(Float.ulpOfOne.squareRoot()) : Double.ulpOfOne.squareRoot()
    if abs(sum - 1) > tolerance { throw .plain(.value, "probabilities do not sum to 1") }
    return weights
  }

  /// Kahan's sum.
  private func compensatedSum(_ values: [Double]) -> Double {
    var sum = values.first ?? 0
    var lost = 0.0
    for value in values.dropFirst() {
      let term = value - lost
      let next = sum + term
      lost = (next - sum) - term
      sum = next
    }
    return sum
  }

  private func withReplacement(_ count: Int, _ shape: Dims, _ weights: [Double]?) throws(ArrayError) -> NDArray {
    if let weights {
      let cumulative = cumulativeShares(weights)
      return try filled(shape) { Int64(place(of: bits.nextDouble(), in: cumulative)) }
    }
    let last = UInt64(max(count - 1, 0))
    return try filled(shape) { Int64(bitPattern: bits.next(upTo: last)) }
  }

  private func withoutReplacement(_ count: Int, _ shape: Dims, _ weights: [Double]?) throws(ArrayError) -> NDArray {
    let drawn = shape.reduce(1, &*)
    if drawn > max(count, 0) {
      throw .plain(.value, "Cannot take a larger sample than population when 'replace=False'")
    }
    if shape.contains(where: { $0 < 0 }) { throw .plain(.value, "Negative dimensions are not allowed") }
    let indices: [Int]
    if let weights {
      indices = try distinct(drawn, weights)
    } else {
      indices = Array(try shuffledIndices(count).prefix(drawn))
    }
    return try NDArray(indices.map(Int64.init), shape: shape)
  }

  /// Draws, drops what has been drawn before, gives the drawn ones the probability 0, and draws the missing ones again.
  private func distinct(_ count: Int, _ weights: [Double]) throws(ArrayError) -> [Int] {
    if weights.count(where: { $0 > 0 }) < count { throw .plain(.value, "Fewer non-zero entries in p than size") }
    var weights = weights
    var found: [Int] = []
    while found.count < count {
      let draws = (0..<(count - found.count)).map { _ in bits.nextDouble() }
      for index in found { weights[index] = 0 }
      let cumulative = cumulativeShares(weights)
      let before = found.count
      for draw in draws {
        let index = place(of: draw, in: cumulative)
        if !found[before...].contains(index) { found.append(index) }
      }
    }
    return found
  }

  private func cumulativeShares(_ weights: [Double]) -> [Double] {
    var sum = 0.0
    let sums = weights.enumerated().map { index, weight in
      sum = index == 0 ? weight : sum + weight
      return sum
    }
    return sums.map { $0 / sum }
  }

  /// How many values are not larger: `searchsorted(..., side='right')`.
  private func place(of value: Double, in sorted: [Double]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if value < sorted[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension RandomState {
  /// Shuffles anything that can swap two of its elements.
  public func shuffle<Failure>(count: Int, swap: (Int, Int) throws(Failure) -> Void) throws(Failure) {
    var last = count - 1
    while last > 0 {
      let other = Int(bits.next(upTo: UInt64(last)))
      try swap(last, other)
      last -= 1
    }
  }

  /// Shuffles an array in place along its first axis.
  /// - Throws: "len() of unsized object", "array is read-only".
  public func shuffle(_ array: NDArray) throws(ArrayError) {
    if array.rank == 0 { throw .plain(.type, "len() of unsized object") }
    if !array.isWriteable { throw .plain(.value, "array is read-only") }
    if array.count == 0 { return }
    try array.assign(try permutation(array))
  }

  /// The integers from 0 up to `count`, exclusive, in random order.
  public func permutation(_ count: Int) throws(ArrayError) -> NDArray {
    let indices = try shuffledIndices(count)
    return try NDArray(indices.map(Int64.init), shape: [indices.count])
  }

  /// A copy of an array, shuffled along its first axis.
  /// - Throws: "x must be an integer or at least 1-dimensional".
  public func permutation(_ array: NDArray) throws(ArrayError) -> NDArray {
    guard let length = array.shape.first else {
      throw .plain(.index, "x must be an integer or at least 1-dimensional")
    }
    let indices = try shuffledIndices(length)
    return try taking(try NDArray(indices.map(Int64.init), shape: [length]), from: array)
  }

  private func shuffledIndices(_ count: Int) throws(ArrayError) -> [Int] {
    let (bytes, overflow) = max(count, 0).multipliedReportingOverflow(by: MemoryLayout<Int>.stride)
    if overflow || !Storage.hasRoom(forBytes: bytes) { throw .outOfMemory(shape: Dims([count]), dtype: .int64) }
    var indices = Array(0..<max(count, 0))
    var checkpoint = Checkpoint()
    try shuffle(count: indices.count) { (first, second) throws(ArrayError) in
      indices.swapAt(first, second)
      try checkpoint.pass(operations: 1)
    }
    return indices
  }

  /// Elements along the first axis, at these places.
  private func taking(_ indices: NDArray, from array: NDArray) throws(ArrayError) -> NDArray {
    var (shape, strides) = (array.shape, array.strides)
    let step = strides.remove(at: 0)
    shape.remove(at: 0)
    let count = indices.count
    let rows = try NDArray(array.dtype, shape: Dims([count] + shape), zeroed: false)
    let (places, length) = (indices.pointer(Int64.self), rows.shape.count == 0 ? 1 : rows.strides[0])
    var checkpoint = Checkpoint()
    for row in 0..<count {
      let source = array.with(shape: shape, strides: strides, offset: array.offset + Int(places[row]) * step)
      try checkpoint.pass(operations: length + 8)
      try rows.with(shape: shape, strides: shape.contiguousStrides, offset: row * length)
        .copyElements(from: source, strides: strides)
    }
    let resultShape = Dims(Array(indices.shape) + Array(shape))
    return rows.with(shape: resultShape, strides: resultShape.contiguousStrides)
  }
}

import Arrays

/// Pooling in float64, a lane for each channel: the bits are those of `PoolingReference`. The channels that are left
/// when eight at a time have been taken go one by one.
enum PoolingLanes {
  static func forward(_ operands: PoolingOperands, mode: Pooling.Mode, into output: NDArray) throws(ArrayError) {
    let input = UnsafePointer(operands.input.pointer(Double.self))
    let result = output.pointer(Double.self)
    let channels = operands.shape.channels
    try operands.offsets.withUnsafeBufferPointer { (offsets) throws(ArrayError) in
      let count = Lanes(repeating: Double(offsets.count))
      try forEachWindow(operands.shape) { origin, first in
        var channel = 0
        while channel &+ Lanes.count <= channels {
          let terms = WindowLanes(origin: input + (origin &+ channel), offsets: offsets)
          let pooled =
            switch mode {
            case .max: terms.largest
            case .average: numpySum(terms, count: offsets.count) / count
            }
          pooled.store(at: result + (first &+ channel))
          channel &+= Lanes.count
        }
        while channel < channels {
          let window = input + (origin &+ channel)
          result[first &+ channel] =
            switch mode {
            case .max: PoolingReference.largest(window, operands.offsets)
            case .average: PoolingReference.mean(window, operands.offsets)
            }
          channel &+= 1
        }
      }
    }
  }

  static func backward(
    _ operands: PoolingOperands, _ gradient: NDArray, mode: Pooling.Mode, into sum: NDArray
  ) throws(ArrayError) {
    let input = UnsafePointer(operands.input.pointer(Double.self))
    let da = UnsafePointer(gradient.pointer(Double.self))
    let target = sum.pointer(Double.self)
    let channels = operands.shape.channels
    try operands.offsets.withUnsafeBufferPointer { (offsets) throws(ArrayError) in
      let count = Double(offsets.count)
      try forEachWindow(operands.shape) { origin, first in
        var channel = 0
        while channel &+ Lanes.count <= channels {
          let gradient = Lanes(at: da + (first &+ channel))
          let sums = target + (origin &+ channel)
          switch mode {
          case .max:
            let terms = WindowLanes(origin: input + (origin &+ channel), offsets: offsets)
            let largest = terms.largest
            for index in 0..<offsets.count {
              let place = sums + offsets[index]
              (Lanes(at: place) + terms[index].mask(of: largest) * gradient).store(at: place)
            }
          case .average:
            let share = gradient / Lanes(repeating: count)
            for offset in offsets { (Lanes(at: sums + offset) + share).store(at: sums + offset) }
          }
          channel &+= Lanes.count
        }
        while channel < channels {
          let (window, sums, gradient) = (
            input + (origin &+ channel), target + (origin &+ channel), da[first &+ channel]
          )
          switch mode {
          case .max:
            let largest = PoolingReference.largest(window, operands.offsets)
            for offset in offsets { sums[offset] += (window[offset] == largest ? 1 : 0) * gradient }
          case .average:
            let share = gradient / count
            for offset in offsets { sums[offset] += share }
          }
          channel &+= 1
        }
      }
    }
  }

  /// Calls `body` with the origin of each window in the input, and with the index of its first channel in the output.
  @inline(__always)
  private static func forEachWindow(_ shape: PoolingShape, _ body: (Int, Int) -> Void) throws(ArrayError) {
    let grid = shape.grid
    var checkpoint = Checkpoint()
    var first = 0
    for image in 0..<shape.batch {
      for h in 0..<grid.outputHeight {
        for w in 0..<grid.outputWidth {
          body(image &* shape.imageSize &+ grid.origin(h, w, channels: shape.channels), first)
          first &+= shape.channels
          try checkpoint.pass(operations: grid.windowSize &* grid.windowSize &* shape.channels)
        }
      }
    }
  }
}

/// The numbers of a window in eight neighbouring channels.
private struct WindowLanes: Terms {
  let origin: UnsafePointer<Double>
  let offsets: UnsafeBufferPointer<Int>

  @inline(__always) subscript(index: Int) -> Lanes { Lanes(at: origin + offsets[index]) }

  /// `larger` in each lane.
  @inline(__always) var largest: Lanes {
    var result = self[0].values
    for index in 1..<max(offsets.count, 1) {
      let numbers = self[index].values
      result.replace(with: numbers, where: (numbers .>= result) .| (numbers .!= numbers))
    }
    return Lanes(result)
  }
}

extension Lanes {
  /// 1 where these numbers are the largest, 0 elsewhere.
  @inline(__always) fileprivate func mask(of largest: Lanes) -> Lanes {
    Lanes(SIMD8<Double>(repeating: 0).replacing(with: 1, where: values .== largest.values))
  }
}

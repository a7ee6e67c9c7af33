import Arrays
import Layers

/// A trace as text: what is computed, then a line for each step.
package struct TraceText: Sendable {
  package let trace: WindowTrace
  /// How numbers are written: factors as NumPy prints them in arrays, sums and results as it prints them alone.
  package var options: PrintOptions
  /// How many steps get a line; `nil` for all.
  package var limit: Int?

  /// Windows that a text shows unless it is told otherwise.
  package static let usualLimit = 20
  /// Terms that a line shows; of more it shows one fewer, and how many there are.
  private static let shownTerms = 4

  package init(_ trace: WindowTrace, _ options: PrintOptions, limit: Int? = TraceText.usualLimit) {
    self.trace = trace
    self.options = options
    self.limit = limit
  }

  package var names: TraceNames { TraceNames(trace) }

  /// The layer with its shapes, its formula, its lines; at the end how many are not shown.
  /// - Throws: `LayerError` when memory runs out, or at a checkpoint.
  /// - Complexity: O(windows shown).
  package func text() throws(LayerError) -> String {
    let count = trace.stepCount
    let shown = min(count, max(limit ?? count, 0))
    var lines = [heading] + formula
    // What `biasGradient` would add up anew for each line.
    var biases = [Scalar](repeating: trace.zero, count: trace.isBackward ? trace.outputChannels : 0)
    var checkpoint = Checkpoint()
    for step in 0..<shown {
      lines.append(try line(step, &biases))
      do { try checkpoint.pass(operations: 1024 * trace.grid.windowSize) } catch { throw .array(error) }
    }
    if shown < count {
      lines.append(
        "... \(count - shown) more of \(count) windows: max_windows=\(count) or max_windows=None shows them")
    } else if count == 0 {
      lines.append("no windows: the output is empty")
    }
    return lines.joined(separator: "\n")
  }

  private var heading: String {
    let margins = trace.grid.margins
    let pad = margins == .none ? "" : ", pad \(margins.top)"
    let size = trace.grid.windowSize
    let window =
      trace.kind == .convolution
      ? "W \(Dims([size, size, trace.inputChannels, trace.outputChannels]))" : "windows \(size) x \(size)"
    return "\(trace.function.rawValue): A_prev \(trace.inputShape)\(pad), \(window), stride \(trace.stride), "
      + "\(names.output) \(trace.outputShape)"
  }

  /// What a step does, for any i, h, w and c.
  private var formula: [String] {
    let (input, output) = (names.input, names.output)
    let lines: [String]
    switch (trace.kind, trace.isBackward) {
    case (.convolution, false):
      lines = ["\(output)[i,h,w,c] = sum(\(input)[i,vert,horiz,:] * W[:,:,:,c]) + b[0,0,0,c]"]
    case (.convolution, true):
      lines = [
        "\(names.inputGradient)[i,vert,horiz,:] += W[:,:,:,c] * dZ[i,h,w,c]",
        "dW[:,:,:,c] += \(input)[i,vert,horiz,:] * dZ[i,h,w,c]", "db[0,0,0,c] += dZ[i,h,w,c]",
      ]
    case (.pooling(let mode), false):
      lines = ["\(output)[i,h,w,c] = \(mode == .max ? "max" : "mean")(\(input)[i,vert,horiz,c])"]
    case (.pooling(.max), true):
      lines = [
        "mask = A_prev[i,vert,horiz,c] == max(A_prev[i,vert,horiz,c])",
        "dA_prev[i,vert,horiz,c] += mask * dA[i,h,w,c]",
      ]
    case (.pooling(.average), true):
      lines = ["dA_prev[i,vert,horiz,c] += dA[i,h,w,c] / \(trace.grid.windowSize * trace.grid.windowSize)"]
    }
    return lines + [names.windowBounds]
  }

  // MARK: - One step

  private func line(_ step: Int, _ biases: inout [Scalar]) throws(LayerError) -> String {
    let place = trace.place(ofStep: step)
    let value = trace.output(at: place)
    let start = "\(names.output(place))  "
    switch (trace.kind, trace.isBackward) {
    case (.convolution, false):
      guard let sum = try trace.sum(at: place), let bias = trace.bias(place.channel) else { return start }
      return
        "\(start)\(names.window(place))  \(try terms(at: place)) = \(result(sum)), + \(number(bias)) = \(result(value))"
    case (.pooling(.max), false):
      return "\(start)\(names.window(place))  max(\(elements(at: place, ", "))) = \(result(value))"
    case (.pooling(.average), false):
      let count = trace.grid.windowSize * trace.grid.windowSize
      return "\(start)\(names.window(place))  (\(elements(at: place, " + ")))/\(count) = \(result(value))"
    case (.convolution, true):
      let before = biases[place.channel]
      biases[place.channel] = trace.added(before, value)
      let factor = number(value)
      return "\(start)\(names.windowGradient(place)) += \(names.filter(place.channel))*\(factor)  "
        + "\(names.filterGradient(place.channel)) += \(names.window(place))*\(factor)  "
        + "\(names.biasGradient(place.channel)) = \(result(before)) + \(factor) = \(result(biases[place.channel]))"
    case (.pooling(.average), true):
      let share = trace.inputShare(at: place, row: 0, column: 0, channel: place.channel)
      let count = trace.grid.windowSize * trace.grid.windowSize
      return "\(start)\(names.windowGradient(place)) += \(number(value))/\(count) = \(result(share))"
    case (.pooling(.max), true):
      return start + (try maskedGradient(at: place, after: step + 1))
    }
  }

  /// The products in the order of the window's rows, columns and channels, the first few.
  private func terms(at place: WindowTrace.Place) throws(LayerError) -> String {
    let size = trace.grid.windowSize
    let count = size * size * trace.inputChannels
    return shortened(count, " + ") { term in
      let (pixel, channel) = term.quotientAndRemainder(dividingBy: trace.inputChannels)
      guard let filter = trace.filter(place.channel, channel: channel) else { return "" }
      let window = trace.window(at: place, channel: channel)
      return product(window.element(pixel / size, pixel % size), filter.element(pixel / size, pixel % size))
    }
  }

  private func elements(at place: WindowTrace.Place, _ separator: String) -> String {
    let window = trace.window(at: place, channel: place.channel)
    let size = trace.grid.windowSize
    return shortened(size * size, separator) { number(window.element($0 / size, $0 % size)) }
  }

  /// The first of so many terms; behind them, where they are not all, how many there are.
  private func shortened(_ count: Int, _ separator: String, _ term: (Int) -> String) -> String {
    let shown = count <= Self.shownTerms ? count : Self.shownTerms - 1
    let terms = (0..<shown).map(term).joined(separator: separator)
    return shown < count ? "\(terms)\(separator)... (\(count) terms)" : terms
  }

  private func maskedGradient(at place: WindowTrace.Place, after steps: Int) throws(LayerError) -> String {
    guard let mask = try trace.mask(at: place) else { return "" }
    let size = trace.grid.windowSize
    let places = (0..<size * size).filter { mask.element($0 / size, $0 % size) == .bool(true) }
    if places.isEmpty { return "\(names.windowGradient(place)) += 0*\(number(trace.output(at: place))): no largest" }
    return places.map { pixel in
      inputGradientLine(at: place, row: pixel / size, column: pixel % size, channel: place.channel, after: steps)
    }.joined(separator: ", ")
  }
}

extension WindowTrace {
  package var zero: Scalar { dtype == .float32 ? .float32(0) : .float64(0) }

  /// The sum in the trace's dtype.
  func added(_ left: Scalar, _ right: Scalar) -> Scalar {
    dtype == .float32
      ? .float32(left.cast(to: Float.self) + right.cast(to: Float.self))
      : .float64(left.cast(to: Double.self) + right.cast(to: Double.self))
  }
}

extension NDArray {
  /// An element of an array with two axes.
  package func element(_ row: Int, _ column: Int) -> Scalar {
    scalar(atOffset: row * strides[0] + column * strides[1])
  }
}

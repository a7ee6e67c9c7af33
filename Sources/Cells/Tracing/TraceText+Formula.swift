import Arrays
import Layers

/// One step's formula, in symbols and in numbers.
extension TraceText {
  /// All of it, a line for each equation.
  ///
  /// - Parameter channels: of the input, those whose numbers are written out.
  /// - Throws: `LayerError` when memory runs out, or at a checkpoint.
  package func formula(
    at place: WindowTrace.Place, channels: Range<Int>? = nil
  ) throws(LayerError) -> [String] {
    let channels = trace.kind == .convolution ? channels ?? 0..<trace.inputChannels : place.channel..<place.channel + 1
    return symbols(at: place) + (try numbers(at: place, channels: channels)) + (try results(at: place))
  }

  /// The formula with the step's indices.
  package func symbols(at place: WindowTrace.Place) -> [String] {
    let (output, window) = (names.output(place), names.window(place))
    switch (trace.kind, trace.isBackward) {
    case (.convolution, false):
      return ["\(output) = sum(\(window) * \(names.filter(place.channel))) + \(names.bias(place.channel))"]
    case (.convolution, true):
      return [
        "\(names.windowGradient(place)) += \(names.filter(place.channel)) * \(output)",
        "\(names.filterGradient(place.channel)) += \(window) * \(output)",
        "\(names.biasGradient(place.channel)) += \(output)",
      ]
    case (.pooling(let mode), false): return ["\(output) = \(mode == .max ? "max" : "mean")(\(window))"]
    case (.pooling(.max), true):
      return ["mask = \(window) == max(\(window))", "\(names.windowGradient(place)) += mask * \(output)"]
    case (.pooling(.average), true):
      return ["\(names.windowGradient(place)) += \(output) / \(trace.grid.windowSize * trace.grid.windowSize)"]
    }
  }

  /// The window's numbers as they are multiplied, of some of its channels.
  package func numbers(
    at place: WindowTrace.Place, channels: Range<Int>
  ) throws(LayerError) -> [String] {
    if trace.isBackward {
      return (trace.kind == .convolution ? ["\(names.output(place)) = \(result(trace.output(at: place)))"] : [])
        + channels.flatMap { gradientLines(at: place, channel: $0) }
    }
    var lines: [String] = []
    for channel in channels where trace.kind == .convolution {
      guard let filter = trace.filter(place.channel, channel: channel),
        let sum = try trace.sum(at: place, channel: channel)
      else { continue }
      let window = trace.window(at: place, channel: channel)
      let products = pixels.map { product(window.element($0, $1), filter.element($0, $1)) }
      lines.append("channel \(channel): \(products.joined(separator: " + ")) = \(result(sum))")
    }
    return lines
  }

  /// What the step comes to.
  package func results(at place: WindowTrace.Place) throws(LayerError) -> [String] {
    let value = trace.output(at: place)
    switch (trace.kind, trace.isBackward) {
    case (.convolution, false):
      guard let sum = try trace.sum(at: place), let bias = trace.bias(place.channel) else { return [] }
      let total = trace.inputChannels > 1 ? ["sum of all \(trace.inputChannels) channels = \(result(sum))"] : []
      return total + ["\(names.output(place)) = \(result(sum)) + \(result(bias)) = \(result(value))"]
    case (.convolution, true):
      let step = trace.step(at: place)
      let before = trace.biasGradient(place.channel, after: step)
      let after = trace.biasGradient(place.channel, after: step + 1)
      return ["\(names.biasGradient(place.channel)) = \(result(before)) + \(result(value)) = \(result(after))"]
    case (.pooling(let mode), false):
      let window = trace.window(at: place, channel: place.channel)
      let numbers = pixels.map { number(window.element($0, $1)) }
      let text =
        mode == .max
        ? "max(\(numbers.joined(separator: ", ")))" : "(\(numbers.joined(separator: " + ")))/\(numbers.count)"
      return ["\(names.output(place)) = \(text) = \(result(value))"]
    case (.pooling, true): return []
    }
  }

  /// Rows and columns of a window.
  private var pixels: [(Int, Int)] {
    let size = 0..<trace.grid.windowSize
    return size.flatMap { row in size.map { (row, $0) } }
  }

  private func gradientLines(at place: WindowTrace.Place, channel: Int) -> [String] {
    let steps = trace.step(at: place) + 1
    let inputLines = pixels.map { inputGradientLine(at: place, row: $0, column: $1, channel: channel, after: steps) }
    guard trace.kind == .convolution else { return inputLines }
    let gradient = trace.output(at: place)
    let window = trace.window(at: place, channel: channel)
    return inputLines
      + pixels.map { row, column in
        func sum(_ steps: Int) -> String {
          result(
            trace.weightGradient(row: row, column: column, channel: channel, filter: place.channel, after: steps))
        }
        return "dW[\(row),\(column),\(channel),\(place.channel)] = \(sum(steps - 1)) + "
          + "\(product(window.element(row, column), gradient)) = \(sum(steps))"
      }
  }

  /// `dA_prev[0,2,4,1] = 0.5 + 1*0.25 = 0.75`
  ///
  /// - Parameters:
  ///   - row, column: in the window.
  ///   - steps: how many are done with this one.
  func inputGradientLine(
    at place: WindowTrace.Place, row: Int, column: Int, channel: Int, after steps: Int
  ) -> String {
    let y = trace.grid.rows(place.row).lowerBound + row
    let x = trace.grid.columns(place.column).lowerBound + column
    func sum(_ steps: Int) -> String {
      result(trace.inputGradient(image: place.image, row: y, column: x, channel: channel, after: steps))
    }
    let gradient = trace.output(at: place)
    let share: String
    switch trace.kind {
    case .convolution:
      share = trace.filter(place.channel, channel: channel).map { product($0.element(row, column), gradient) } ?? ""
    case .pooling(.average): share = "\(number(gradient))/\(pixels.count)"
    case .pooling(.max):
      let isLargest = (try? trace.mask(at: place))?.element(row, column) == .bool(true)
      share = "\(isLargest ? 1 : 0)*\(number(gradient))"
    }
    return "\(names.inputGradient(place.image, y, x, channel)) = \(sum(steps - 1)) + \(share) = \(sum(steps))"
  }

  // MARK: - Numbers

  func product(_ left: Scalar, _ right: Scalar) -> String { "\(number(left))*\(number(right))" }

  /// A factor, rounded as NumPy rounds it in arrays.
  package func number(_ value: Scalar) -> String {
    guard let array = try? NDArray(value).with(shape: [1], strides: [1]), let text = try? array.formatted(options)
    else { return result(value) }
    let digits = text.dropFirst().dropLast().trimmed
    return digits.hasSuffix(".") ? digits + "0" : digits
  }

  /// A result, as `print` shows it.
  package func result(_ value: Scalar) -> String { value.text(options.style) }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmed }
}

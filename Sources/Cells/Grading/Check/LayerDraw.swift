import Arrays
import Layers

/// Draws arguments for one of the reference layers.
///
/// Whole numbers go round all values of their range before one comes again, so that a few draws meet every stride and
/// every pad. Height and width differ where they can, but for every fourth draw, where they are equal: results that
/// exchange the two have the right shape only there.
package struct LayerDraw {
  let layer: LayerFunction

  package init?(function: String) {
    guard let layer = LayerFunction(rawValue: function) else { return nil }
    self.layer = layer
  }

  package static let names = LayerFunction.allCases.map(\.rawValue)

  /// What is drawn where the key does not say.
  var defaults: DrawRanges {
    let entries: [(String, String)] =
      switch layer {
      case .zeroPad: [("images", "1..3"), ("height", "1..6"), ("width", "1..6"), ("channels", "1..3"), ("pad", "0..3")]
      case .convSingleStep: [("f", "1..4"), ("channels", "1..4")]
      case .convForward, .convBackward:
        [
          ("images", "1..3"), ("height", "3..7"), ("width", "3..7"), ("channels", "1..3"), ("filters", "1..3"),
          ("f", "1..3"), ("stride", "1..3"), ("pad", "0..2"),
        ]
      case .poolForward, .poolBackward:
        [
          ("images", "1..3"), ("height", "3..7"), ("width", "3..7"), ("channels", "1..3"), ("f", "1..3"),
          ("stride", "1..3"), ("mode", "max, average"),
        ] + (layer == .poolBackward ? [("values", "normal, ties")] : [])
      case .createMaskFromWindow: [("height", "1..5"), ("width", "1..5"), ("values", "normal, ties")]
      case .distributeValue: [("height", "1..5"), ("width", "1..5")]
      }
    return DrawRanges(
      (entries + [("dtype", "float64")]).compactMap { name, text in
        DrawRanges.Range(text).map { DrawRanges.Entry(name, $0) }
      })
  }

  struct Problem {
    let name: String
    let value: String
    let allowed: String
  }

  private static let choices = [
    "mode": ["max", "average"], "values": ["normal", "ties"], "dtype": ["float64", "float32", "int64"],
  ]

  /// What is wrong with a key's ranges for this layer.
  func problem(with ranges: DrawRanges) -> Problem? {
    let defaults = defaults
    for entry in ranges.entries {
      let allowedNames = defaults.entries.map(\.name) + ["values"]
      guard allowedNames.contains(entry.name) else {
        return Problem(
          name: "ranges", value: entry.name, allowed: "for \(layer.rawValue): " + allowedNames.joined(separator: ", "))
      }
      switch (entry.range, Self.choices[entry.name]) {
      case (.choices(let words), let choices?):
        if let word = words.first(where: { !choices.contains($0) }) {
          return Problem(name: entry.name, value: word, allowed: "one of " + choices.joined(separator: ", "))
        }
      case (.integers(let range), nil):
        let least = entry.name == "pad" ? 0 : 1
        if range.lowerBound < least {
          return Problem(name: entry.name, value: entry.range.text, allowed: "a range from \(least) on")
        }
      case (_, let choices?):
        return Problem(name: entry.name, value: entry.range.text, allowed: "one of " + choices.joined(separator: ", "))
      case (_, nil):
        return Problem(name: entry.name, value: entry.range.text, allowed: "a whole number or a range as in 1..3")
      }
    }
    let all = ranges.filled(from: defaults)
    guard case .integers(let f)? = all["f"], case .integers(let height)? = all["height"],
      case .integers(let width)? = all["width"]
    else { return nil }
    var pad = 0
    if case .integers(let range)? = all["pad"] { pad = range.lowerBound }
    if f.lowerBound > min(height.lowerBound, width.lowerBound) + 2 * pad {
      return Problem(
        name: "f", value: "\(f.lowerBound)", allowed: "at most the smallest height and width with their padding")
    }
    return nil
  }

  /// The arguments of all draws. The same seed gives the same.
  package func inputs(_ calls: FreshCalls, seed: [Int]) throws(ArrayError) -> [DrawnInput] {
    var table = DrawTable(calls.ranges.filled(from: defaults), draws: calls.draws, random: try RandomState(seed: seed))
    var inputs: [DrawnInput] = []
    for index in 0..<calls.draws { inputs.append(try input(index, &table)) }
    return inputs
  }

  private func input(_ index: Int, _ table: inout DrawTable) throws(ArrayError) -> DrawnInput {
    var (height, width) = (table.number("height", index), table.number("width", index))
    if index % 4 == 3, table.contains("width", height) {
      width = height
    } else if index % 4 != 3, height == width, let other = table.other("width", than: height) {
      width = other
    }
    let (images, channels) = (table.number("images", index), table.number("channels", index))
    let filters = table.number("filters", index)
    var input = LayerInput(layer)
    input.stride = table.number("stride", index)
    input.pad = table.has("pad") ? table.number("pad", index) : 0
    input.windowSize = min(table.number("f", index), height + 2 * input.pad, width + 2 * input.pad)
    input.isAverage = table.word("mode", index) == "average"
    input.shape = [height, width]
    let f = input.windowSize
    func count(_ length: Int) -> Int { (length - f + 2 * input.pad) / input.stride + 1 }
    let values = { (shape: [Int], table: inout DrawTable) throws(ArrayError) -> Tensor in
      try table.values(shape, hasTies: table.word("values", index) == "ties")
    }
    switch layer {
    case .zeroPad: input.input = try values([images, height, width, channels], &table)
    case .convSingleStep:
      input.windowSize = table.number("f", index)
      input.input = try values([input.windowSize, input.windowSize, channels], &table)
      input.weights = try values(input.input.shape, &table)
      input.bias = try values([1, 1, 1], &table)
    case .convForward, .convBackward:
      input.input = try values([images, height, width, channels], &table)
      input.weights = try values([f, f, channels, filters], &table)
      input.bias = try values([1, 1, 1, filters], &table)
      if layer == .convBackward { input.gradient = try values([images, count(height), count(width), filters], &table) }
    case .poolForward, .poolBackward:
      input.input = try values([images, height, width, channels], &table)
      if layer == .poolBackward { input.gradient = try table.values([images, count(height), count(width), channels]) }
    case .createMaskFromWindow: input.input = try values([height, width], &table)
    case .distributeValue: input.value = try table.values([]).values.first ?? 1
    }
    let dtype = table.word("dtype", index)
    return DrawnInput(
      input: input, dtype: dtype == "float32" ? .float32 : dtype == "int64" ? .int64 : .float64,
      parameters: table.parameters(index, adjusted: ["height": height, "width": width, "f": input.windowSize]))
  }
}

/// One call's arguments.
package struct DrawnInput: Sendable {
  /// Rounded to what the dtype holds.
  package var input: LayerInput
  let dtype: DType
  /// What was drawn, by name, in the order of the ranges: numbers and words.
  let parameters: [Parameter]

  struct Parameter: Sendable, Equatable {
    let name: String
    let value: String
  }

  init(input: LayerInput, dtype: DType, parameters: [Parameter]) {
    self.dtype = dtype
    self.parameters = parameters
    self.input = input
    guard dtype != .float64 else { return }
    let round: (Double) -> Double =
      dtype == .int64 ? { ($0 * 3).rounded() } : { Double(Float($0)) }
    for path in [\LayerInput.input, \.weights, \.bias, \.gradient] {
      self.input[keyPath: path] = input[keyPath: path].map(round)
    }
    self.input.value = round(input.value)
  }
}

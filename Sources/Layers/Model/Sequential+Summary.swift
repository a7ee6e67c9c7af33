import Arrays

extension Sequential {
  /// The layers, the shapes of their outputs and how many numbers they have, as Keras 2.9 prints them.
  /// - Throws: `LayerError.model` if the model is not built.
  public func summary() throws(LayerError) -> String {
    if inputShape == nil { throw .model(notBuilt) }
    let table = SummaryTable()
    var lines = ["Model: \"\(name)\"", SummaryTable.rule("_")]
    lines += table.row(["Layer (type)", "Output Shape", "Param #"])
    lines.append(SummaryTable.rule("="))
    var (total, trainable) = (0, 0)
    for (index, layer) in layers.enumerated() {
      let parameters = steps[stepsOfLayers[index].weights].parameters
      let count = parameters.reduce(0) { $0 + $1.value.count }
      total += count
      trainable += parameters.filter(\.isTrainable).reduce(0) { $0 + $1.value.count }
      let shape = steps[stepsOfLayers[index].output].outputShape
      lines += table.row([
        "\(layerNames[index]) (\(layer.className))",
        "(" + (["None"] + shape.map(String.init)).joined(separator: ", ") + ")", "\(count)",
      ])
      lines.append(SummaryTable.rule(" "))
    }
    lines.append(SummaryTable.rule("="))
    lines.append("Total params: \(SummaryTable.grouped(total))")
    lines.append("Trainable params: \(SummaryTable.grouped(trainable))")
    lines.append("Non-trainable params: \(SummaryTable.grouped(total - trainable))")
    lines.append(SummaryTable.rule("_"))
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Columns as Keras's `print_summary` sets them: 65 wide, with ends at 45 and 85 hundredths.
private struct SummaryTable {
  private static let width = 65
  private static let ends = [29, 55, 65]

  static func rule(_ character: Character) -> String { String(repeating: character, count: width) }

  /// One line, or more where a field is too long for its column.
  func row(_ fields: [String]) -> [String] {
    var rest = fields
    var lines: [String] = []
    while rest.contains(where: { !$0.isEmpty }) {
      var line = ""
      for (column, end) in Self.ends.enumerated() {
        let start = column == 0 ? 0 : Self.ends[column - 1]
        let space = column == Self.ends.count - 1 ? 0 : 2
        let piece = rest[column].prefix(end - start - space)
        if column == 0 { line += " " }
        line += piece + String(repeating: " ", count: space)
        rest[column] = String(rest[column].dropFirst(piece.count))
        line += String(repeating: " ", count: max(0, end - line.count))
      }
      lines.append(line)
    }
    return lines
  }

  /// With commas: 1,320.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { text = "," + text }
      text = String(digit) + text
    }
    return text
  }
}

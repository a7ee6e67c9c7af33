import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Colours for the numbers from 0 to 1.
package struct ColourMap: Sendable {
  /// What one pixel shows: red, green, blue, 0 to 255.
  package typealias RGB = SIMD3<UInt8>

  private let colours: [RGB]

  /// - Parameter name: one of `ColourMapNames.all`; `viridis` stands for others.
  package init(_ name: String) {
    let isReversed = name.hasSuffix("_r")
    let plain = isReversed ? String(name.dropLast(2)) : name
    let known = ColourMap.aliases[plain] ?? plain
    let colours = ColourMap.formula(known) ?? (ColourMap.lines[known] ?? ColourMap.lines["viridis"]).map(ColourMap.read)
    self.colours = isReversed ? (colours ?? []).reversed() : colours ?? []
  }

  /// - Parameter place: below 0 the first colour, above 1 the last; `nil` for nan, which has none.
  package subscript(place: Double) -> RGB? {
    guard !place.isNaN, !colours.isEmpty else { return nil }
    let index = place * Double(colours.count)
    return colours[index < 0 ? 0 : index >= Double(colours.count) ? colours.count - 1 : Int(index)]
  }

  package func colour(at place: Double) -> Colour? {
    self[place].map { Colour(Double($0.x) / 255, Double($0.y) / 255, Double($0.z) / 255) }
  }

  private static let aliases = ["Grays": "Greys", "gist_grey": "gist_gray", "gist_yerg": "gist_yarg", "grey": "gray"]

  private static let lines: [String: [Substring]] = {
    var lines: [String: [Substring]] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      if let name = words.first { lines[String(name)] = Array(words.dropFirst()) }
    }
    return lines
  }()

  private static func read(_ words: [Substring]) -> [RGB] {
    if words.first == "=" { return words.dropFirst().map { rgb(number($0)) } }
    var colours = [RGB](repeating: .zero, count: 256)
    let points = words.map { (place: number($0.prefix(2)), colour: rgb(number($0.dropFirst(2)))) }
    for (first, second) in zip(points, points.dropFirst()) {
      let (low, high) = (SIMD3<Double>(first.colour), SIMD3<Double>(second.colour))
      for place in first.place...second.place where place < 256 {
        let part = Double(place - first.place) / Double(max(second.place - first.place, 1))
        colours[place] = RGB((low + (high - low) * part).rounded(.toNearestOrEven))
      }
    }
    return colours
  }

  private static func number(_ digits: Substring) -> Int { Int(digits, radix: 16) ?? 0 }

  private static func rgb(_ number: Int) -> RGB {
    RGB(
      UInt8(truncatingIfNeeded: number >> 16), UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)
    )
  }

  /// Maps that go up and down too often for a table, by gnuplot's formulas.
  private static func formula(_ name: String) -> [RGB]? {
    let parts: (Double) -> SIMD3<Double>
    switch name {
    case "flag":
      parts = { x in
        SIMD3(
          0.75 * sin((31.5 * x + 0.25) * .pi) + 0.5, sin(31.5 * x * .pi), 0.75 * sin((31.5 * x - 0.25) * .pi) + 0.5)
      }
    case "prism":
      parts = { x in
        SIMD3(
          0.75 * sin((20.9 * x + 0.25) * .pi) + 0.67, 0.75 * sin((20.9 * x - 0.25) * .pi) + 0.33,
          -1.1 * sin(20.9 * x * .pi))
      }
    default: return nil
    }
    return (0..<256).map { index in
      RGB((parts(Double(index) / 255).clamped(lowerBound: .zero, upperBound: .one) * 255).rounded(.toNearestOrEven))
    }
  }
}

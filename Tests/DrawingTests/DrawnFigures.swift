import Cells
import Drawing
import Testing

/// What a cell draws.
enum DrawnFigures {
  static func sketches(_ code: String) throws -> [Sketch] {
    var options = SessionOptions()
    options.drawing = CairoDrawing()
    options.keepsPictures = true
    let result = Session(options: options).run(
      "import numpy as np\nimport matplotlib.pyplot as plt\n" + code, name: "cell", onOutput: { _ in })
    if let error = result.outputs.first(where: { if case .error = $0 { true } else { false } }) {
      Issue.record("\(code) failed: \(error)")
    }
    return result.outputs.compactMap { output in
      guard case .figure(let figure) = output else { return nil }
      return figure.picture as? Sketch
    }
  }

  static func sketch(_ code: String) throws -> Sketch { try #require(try sketches(code).first) }

  static func pixels(_ code: String, scale: Double = 1) throws -> PixelPicture {
    try sketch(code).pixels(scale: scale)
  }
}

extension Sketch {
  var words: [String] { texts.map(\.text) }

  func text(_ words: String) -> TextLine? { texts.first { $0.text == words } }
}

extension PixelPicture {
  func rgb(_ x: Int, _ y: Int) -> [UInt8] { Array(self[x, y].prefix(3)) }

  /// How many pixels of a box are nearly of a colour.
  func count(_ box: (x: Range<Int>, y: Range<Int>), near colour: [UInt8]) -> Int {
    box.y.reduce(0) { sum, y in
      sum + box.x.count { x in zip(rgb(x, y), colour).allSatisfy { abs(Int($0) - Int($1)) < 24 } }
    }
  }
}

/// A figure, axes or artist as cells see it.
package final class FigurePartObject: Object, @unchecked Sendable {
  let part: FigurePart
  /// Keeps the figure as long as one of its parts is used.
  private let figure: Figure?

  private init(_ part: FigurePart, _ figure: Figure?) {
    self.part = part
    self.figure = figure
    super.init(.host)
  }

  package override var type: TypeObject { FigureTypes.type(of: part) }

  /// The part's object: always the same one while anything refers to it.
  static func of(_ part: FigurePart, in figure: Figure? = nil) -> Value {
    if let known = part.handle as? FigurePartObject { return .object(known) }
    let object = FigurePartObject(part, figure)
    part.handle = object
    return .object(object)
  }

  /// The part's address, in the place of its object's: that may come and go.
  var partAddress: String { "0x" + String(UInt(bitPattern: Unmanaged.passUnretained(part).toOpaque()), radix: 16) }
}

extension Value {
  /// The part that a value of a cell stands for.
  func figurePart<Part: FigurePart>(_ type: Part.Type) -> Part? { (object as? FigurePartObject)?.part as? Part }

  static func of(_ axes: FigureAxes) -> Value { FigurePartObject.of(axes, in: axes.figure) }
  static func of(_ artist: Artist) -> Value { FigurePartObject.of(artist, in: artist.axes?.figure) }
  static func of(_ figure: Figure) -> Value { FigurePartObject.of(figure) }

  init(artists: [Artist]) { self.init(list: artists.map { .of($0) }) }
}

extension Arguments {
  /// The part that a method was called on.
  func part<Part: FigurePart>(_ type: Part.Type) throws -> Part {
    if let part = self[0].figurePart(type) { return part }
    throw Raised.typeError("\(function.name)() does not apply to a '\(interpreter.typeName(self[0]))' object")
  }
}

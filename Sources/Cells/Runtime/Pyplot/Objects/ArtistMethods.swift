import Arrays

/// The methods that artists have in common: `set_color`, `get_color`, and so on for each property.
enum ArtistMethods {
  static func of(_ properties: PropertyList) -> [(String, Value)] {
    var result = common
    for property in properties.properties {
      for name in [property.name] + property.aliases {
        result.append(setter(name))
        result.append(getter(name, property))
      }
    }
    return result
  }

  private static let common: [(String, Value)] = [
    method("set", "**keywords") { a in
      let artist = try a.part(Artist.self)
      artist.style = try artist.properties.style(a.keywords, a.interpreter).merged(over: artist.style)
      return Value(list: a.keywords.map { _ in .none })
    },
    method("remove", "") { a in
      let artist = try a.part(Artist.self)
      artist.axes?.remove(artist)
      return .none
    },
    method("get_figure", "") { a in try a.part(Artist.self).axes?.figure.map { .of($0) } ?? .none },
    property("axes") { value, _ in value.figurePart(Artist.self)?.axes.map { .of($0) } ?? .none },
    property("figure") { value, _ in value.figurePart(Artist.self)?.axes?.figure.map { .of($0) } ?? .none },
    method("__str__", "/") { a in
      Value(a.interpreter.shortText(of: try a.part(Artist.self)) ?? defaultText(a[0], a.interpreter))
    },
  ]

  private static func defaultText(_ value: Value, _ interpreter: Interpreter) -> String {
    value.object.map { interpreter.defaultRepresentation($0) } ?? ""
  }

  private static func setter(_ name: String) -> (String, Value) {
    method("set_\(name)", "value, **keywords") { a in
      let artist = try a.part(Artist.self)
      artist.style = try artist.properties.style([(name, a[1])], a.interpreter).merged(over: artist.style)
      return .none
    }
  }

  private static func getter(_ name: String, _ property: Property) -> (String, Value) {
    method("get_\(name)", "") { a in
      let artist = try a.part(Artist.self)
      if let value = artist.style[property.name] ?? property.fallback { return Value(value) }
      throw Raised.unsupported("get_\(name) is not supported before set_\(name)")
    }
  }
}

extension Interpreter {
  /// What `str` gives for artists that have a short text; `nil` for the others.
  func shortText(of artist: Artist) -> String? {
    switch artist {
    case is Line:
      if let label = artist.style["label"]?.text { return "Line2D(\(label))" }
      let place = artist.axes?.artists.firstIndex { $0 === artist } ?? 0
      return "Line2D(_child\(place))"
    case let image as ImageArtist:
      return "AxesImage(shape=\(image.values?.shape ?? []))"
    case let bar as Rectangle:
      let numbers = [bar.x, bar.y, bar.width, bar.height].map { FloatText.general($0, digits: 6) }
      return "Rectangle(xy=(\(numbers[0]), \(numbers[1])), width=\(numbers[2]), height=\(numbers[3]), angle=0)"
    case let text as FigureText: return text.representation
    case is Legend: return "Legend"
    case is Spine: return "Spine"
    default: return nil
    }
  }
}

extension FigureText {
  /// `Text(0.5, 1.0, 'Cost')`
  var representation: String { "Text(\(x.text), \(y.text), \(TextLiteral.of(text)))" }
}

enum TextMethods {
  static let all: [(String, Value)] = [
    method("__repr__", "/") { a in Value(try a.part(FigureText.self).representation) },
    method("get_text", "") { a in Value(try a.part(FigureText.self).text) },
    method("set_text", "s") { a in
      try a.part(FigureText.self).text = a[1].isNone ? "" : a.interpreter.text(a[1])
      return .none
    },
    method("get_position", "") { a in
      let text = try a.part(FigureText.self)
      return Value(tuple: [.float(text.x.value), .float(text.y.value)])
    },
    method("set_position", "xy") { a in
      let (text, place) = (try a.part(FigureText.self), try a.interpreter.collect(a[1]))
      guard place.count == 2 else {
        throw Raised.valueError("not enough values to unpack (expected 2, got \(place.count))")
      }
      text.x = try .init(a.interpreter.plotNumber(place[0]), a.interpreter.text(place[0]))
      text.y = try .init(a.interpreter.plotNumber(place[1]), a.interpreter.text(place[1]))
      return .none
    },
    method("set_x", "x") { a in
      try a.part(FigureText.self).x = .init(a.interpreter.plotNumber(a[1]), a.interpreter.text(a[1]))
      return .none
    },
    method("set_y", "y") { a in
      try a.part(FigureText.self).y = .init(a.interpreter.plotNumber(a[1]), a.interpreter.text(a[1]))
      return .none
    },
  ]
}

enum LineMethods {
  private static func sequence(_ value: Value, _ name: String, _ interpreter: Interpreter) throws -> NDArray {
    let array = try interpreter.asArray(value)
    if array.rank == 0 { throw Raised.runtimeError("\(name) must be a sequence") }
    return try array.ravel().copy()
  }

  static let all: [(String, Value)] = [
    method("get_xdata", "orig=") { a in Value(try a.part(Line.self).x) },
    method("get_ydata", "orig=") { a in Value(try a.part(Line.self).y) },
    method("get_data", "orig=") { a in
      let line = try a.part(Line.self)
      return Value(tuple: [Value(line.x), Value(line.y)])
    },
    method("set_xdata", "x") { a in
      try a.part(Line.self).x = sequence(a[1], "x", a.interpreter)
      return .none
    },
    method("set_ydata", "y") { a in
      try a.part(Line.self).y = sequence(a[1], "y", a.interpreter)
      return .none
    },
    method("set_data", "*args") { a in
      let line = try a.part(Line.self)
      let parts = a.rest.count == 1 ? try a.interpreter.collect(a.rest[0]) : a.rest
      guard parts.count == 2 else {
        throw Raised.valueError("not enough values to unpack (expected 2, got \(parts.count))")
      }
      line.x = try sequence(parts[0], "x", a.interpreter)
      line.y = try sequence(parts[1], "y", a.interpreter)
      return .none
    },
  ]
}

extension Rectangle {
  /// A number as the cell gave it: the length of a bar may be an integer.
  fileprivate func value(_ path: KeyPath<Rectangle, Double>) -> Value {
    let number = self[keyPath: path]
    let (foot, length) = isVerticalBar ?? true ? (\Rectangle.y, \Rectangle.height) : (\Rectangle.x, \Rectangle.width)
    let type = path == foot ? footType : path == length ? lengthType : .float64
    return type.isInteger && number.magnitude < 1e18 ? .npInt64(Int(number)) : .npFloat64(number)
  }
}

enum RectangleMethods {
  static let all: [(String, Value)] =
    number("x", \.x) + number("y", \.y) + number("width", \.width) + number("height", \.height) + [
      method("get_xy", "") { a in
        let bar = try a.part(Rectangle.self)
        return Value(tuple: [bar.value(\.x), bar.value(\.y)])
      }
    ]

  private static func number(
    _ name: String, _ path: ReferenceWritableKeyPath<Rectangle, Double>
  ) -> [(String, Value)] {
    [
      method("get_\(name)", "") { a in try a.part(Rectangle.self).value(path) },
      method("set_\(name)", name) { a in
        try a.part(Rectangle.self)[keyPath: path] = a.interpreter.plotNumber(a[1])
        return .none
      },
    ]
  }
}

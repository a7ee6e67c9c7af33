/// What bars and other groups of artists can do: they are tuples in Python.
enum ContainerMethods {
  static let all: [(String, Value)] = [
    method("__repr__", "/") { a in
      let container = try a.part(ArtistContainer.self)
      let count = container is BarContainer ? container.members.count : 3
      return Value("<\(container.className) object of \(count) artists>")
    },
    method("__len__", "/") { a in .int(try elements(a[0]).count) },
    method("__getitem__", "key, /") { a in try a.interpreter.item(Value(tuple: elements(a[0])), a[1]) },
    method("__iter__", "/") { a in try a.interpreter.makeIterator(Value(tuple: elements(a[0]))) },
    method("get_children", "") { a in Value(artists: try a.part(ArtistContainer.self).members) },
    method("get_label", "") { a in Value(try a.part(ArtistContainer.self).label) },
    method("remove", "") { a in
      let container = try a.part(ArtistContainer.self)
      for artist in container.members {
        artist.axes?.containers.removeAll { $0 === container }
        artist.axes?.remove(artist)
      }
      return .none
    },
    property("patches") { value, _ in
      guard let bars = value.figurePart(BarContainer.self) else {
        throw Raised.attributeError("'Container' object has no attribute 'patches'")
      }
      return Value(artists: bars.bars)
    },
  ]

  private static func elements(_ value: Value) throws -> [Value] {
    switch value.figurePart(ArtistContainer.self) {
    case let bars as BarContainer: return bars.bars.map { .of($0) }
    case let errors as ErrorBarContainer:
      return [errors.line.map { .of($0) } ?? .none, Value(tuple: []), Value(tuple: errors.bars.map { .of($0) })]
    case let stems as StemContainer: return [.of(stems.heads), .of(stems.stems), .of(stems.base)]
    default: return []
    }
  }
}

enum LegendMethods {
  static let all: [(String, Value)] = [
    method("get_texts", "") { a in
      let zero = FigureText.Coordinate(0, "0")
      let texts = try a.part(Legend.self).entries.map { FigureText($0.text, x: zero, y: zero, coordinates: .axes) }
      return .object(ArtistLists.silent(texts, "Text"))
    },
    method("set_title", "title, prop=") { a in
      try a.part(Legend.self).title = a.interpreter.text(a[1])
      return .none
    },
  ]
}

enum ColourBarMethods {
  static let all: [(String, Value)] = [
    method("set_label", "label, *, loc=, **keywords") { a in
      try a.part(ColourBar.self).style["label"] = .text(a.interpreter.text(a[1]))
      return .none
    },
    method("set_ticks", "ticks, *, labels=, minor=, **keywords") { a in
      let bar = try a.part(ColourBar.self)
      bar.style["ticks"] = try StyleValue(a[1], a.interpreter)
      if a.has(2) { bar.style["ticklabels"] = try StyleValue(a[2], a.interpreter) }
      return .none
    },
    method("set_ticklabels", "ticklabels, *, minor=, **keywords") { a in
      try a.part(ColourBar.self).style["ticklabels"] = StyleValue(a[1], a.interpreter)
      return .none
    },
    property("ax") { value, _ in value.figurePart(ColourBar.self)?.axes.map { .of($0) } ?? .none },
    property("mappable") { value, _ in value.figurePart(ColourBar.self).map { .of($0.artist) } ?? .none },
    method("remove", "") { a in
      let bar = try a.part(ColourBar.self)
      if let axes = bar.axes { axes.figure?.remove(axes) }
      return .none
    },
  ]
}

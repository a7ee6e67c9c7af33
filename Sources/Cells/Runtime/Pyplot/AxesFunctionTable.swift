import Arrays

/// All attributes of axes.
enum AxesFunctionTable {
  static let methods: [String: Value] = table(
    AxesFunction.all.filter { !$0.name.isEmpty }.map(\.method), texts, parts)

  private static let texts: [(String, Value)] = [
    method("__repr__", "/") { a in Value(try a.part(FigureAxes.self).representation(a.interpreter)) },
    method("__str__", "/") { a in
      let axes = try a.part(FigureAxes.self)
      let box = axes.rectangle(in: axes.figure ?? Figure(width: 6.4, height: 4.8, resolution: 100, number: 1))
      let numbers = box.map { FloatText.general($0, digits: 6) }
      return Value("Axes(\(numbers[0]),\(numbers[1]);\(numbers[2])x\(numbers[3]))")
    },
  ]

  private static let parts: [(String, Value)] =
    [
      part("title") { .of($0.titles[.center] ?? FigureText.empty, in: $0) },
      part("xaxis") { FigurePartObject.of($0.xAxis, in: $0.figure) },
      part("yaxis") { FigurePartObject.of($0.yAxis, in: $0.figure) },
      part("figure") { $0.figure.map { .of($0) } ?? .none },
      part("axes") { .of($0) },
      part("spines") { .object(SpinesObject($0)) },
      part("legend_") { $0.legend.map { .of($0) } ?? .none },
      part("containers") { axes in Value(list: axes.containers.map { FigurePartObject.of($0, in: axes.figure) }) },
      part("transAxes") { _ in .object(TransformObject.axes) },
      part("transData") { _ in .object(TransformObject.data) },
      part("name") { _ in Value("rectilinear") },
      list("lines") { $0 is Line }, list("images") { $0 is ImageArtist }, list("texts") { $0 is FigureText },
      list("patches") { $0 is Rectangle || $0 is Outline || $0 is Wedge },
      list("collections") {
        $0 is Points || $0 is Segments || $0 is FilledArea || $0 is Mesh || $0 is Contours
      },
    ]
    + [
      method("get_xaxis", "") { a in FigurePartObject.of(try a.part(FigureAxes.self).xAxis) },
      method("get_yaxis", "") { a in FigurePartObject.of(try a.part(FigureAxes.self).yAxis) },
    ]

  private static func part(_ name: String, _ get: @escaping (FigureAxes) -> Value) -> (String, Value) {
    property(name) { value, _ in value.figurePart(FigureAxes.self).map(get) ?? .none }
  }

  private static func list(_ name: String, _ isWanted: @escaping (Artist) -> Bool) -> (String, Value) {
    part(name) { .object(ArtistLists.named($0.artists.filter(isWanted), name)) }
  }
}

extension FigureText {
  fileprivate static var empty: FigureText {
    FigureText("", x: .init(0, "0"), y: .init(0, "0"), coordinates: .axes)
  }
}

extension FigureAxes {
  /// `<Axes: title={'center': 'Cost'}, xlabel='iterations'>`
  func representation(_ interpreter: Interpreter) -> String {
    var fields: [String] = []
    if let label = style["label"]?.text, !label.isEmpty { fields.append("label=\(TextLiteral.of(label))") }
    let shown = [TitlePlace.left, .center, .right].compactMap { place in
      titles[place].flatMap { $0.text.isEmpty ? nil : "'\(place.rawValue)': \(TextLiteral.of($0.text))" }
    }
    if !shown.isEmpty { fields.append("title={\(shown.joined(separator: ", "))}") }
    for (name, axis) in [("xlabel", xAxis), ("ylabel", yAxis)] where !axis.label.text.isEmpty {
      fields.append("\(name)=\(TextLiteral.of(axis.label.text))")
    }
    return "<Axes: \(fields.joined(separator: ", "))>"
  }
}

/// What a text's place is counted in: `ax.transAxes`.
package final class TransformObject: Object, @unchecked Sendable {
  let coordinates: FigureText.Coordinates

  private init(_ coordinates: FigureText.Coordinates) {
    self.coordinates = coordinates
    super.init(.host)
  }

  package override var type: TypeObject { TransformObject.cls }

  static let data: TransformObject = TransformObject(.data)
  static let axes: TransformObject = TransformObject(.axes)
  static let figure: TransformObject = TransformObject(.figure)

  private static let cls: TypeObject = TypeObject(
    "Transform", module: "matplotlib.transforms", isWrittenInPython: true,
    attributes: table([
      method("__repr__", "/") { _ in throw Raised.unsupported("the repr of a transform is not supported") }
    ]))
}

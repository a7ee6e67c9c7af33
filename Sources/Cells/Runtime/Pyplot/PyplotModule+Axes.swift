import Arrays

extension PyplotModule {
  static let axes: [(String, Value)] = [
    plain(
      "subplots",
      "nrows=, ncols=, *, sharex=, sharey=, squeeze=, width_ratios=, height_ratios=, subplot_kw=, gridspec_kw=, "
        + "**keywords"
    ) { a in
      let made = try a.interpreter.call(.object(figureFunction), [], keywords: a.keywords)
      guard let figure = made.figurePart(Figure.self) else { return .none }
      let axes = try a.interpreter.subplots(
        of: figure, rows: a[0], columns: a[1], sharesX: a[2], sharesY: a[3], squeezes: a.bool(4, default: true),
        axesKeywords: a[7], gridKeywords: a[8], widths: a[5], heights: a[6])
      return Value(tuple: [made, axes])
    },
    plain("subplot", "*args, **keywords") { a in
      let figure = a.interpreter.pyplot.current
      let place = try a.interpreter.gridPlace(a.rest, "subplot")
      if a.keywords.isEmpty, let known = figure.axes.first(where: { $0.place == place }) {
        figure.current = known
        return .of(known)
      }
      return .of(try a.interpreter.addAxes(place, to: figure, a.keywords))
    },
    plain("subplot2grid", "shape, loc, rowspan=, colspan=, fig=, **keywords") { a in
      let shape = try a.interpreter.lengths(a[0])
      let corner = try a.interpreter.lengths(a[1])
      guard shape.count == 2, corner.count == 2 else {
        throw Raised.valueError("not enough values to unpack (expected 2, got \(min(shape.count, corner.count)))")
      }
      let (rowSpan, columnSpan) = (try a.int(2, default: 1), try a.int(3, default: 1))
      guard rowSpan > 0, columnSpan > 0, 0..<shape[0] ~= corner[0], 0..<shape[1] ~= corner[1] else {
        throw Raised.indexError("GridSpec slice would result in no space allocated for subplot")
      }
      let rows = corner[0]...min(corner[0] + rowSpan - 1, shape[0] - 1)
      let columns = corner[1]...min(corner[1] + columnSpan - 1, shape[1] - 1)
      let figure = a[4].figurePart(Figure.self) ?? a.interpreter.pyplot.current
      let place = AxesPlace.grid(rows: shape[0], columns: shape[1], row: rows, column: columns)
      return .of(try a.interpreter.addAxes(place, to: figure, a.keywords))
    },
    plain("axes", "arg=, **keywords") { a in
      let figure = a.interpreter.pyplot.current
      if a[0].isAbsent {
        let place = AxesPlace.grid(rows: 1, columns: 1, row: 0...0, column: 0...0)
        return .of(try a.interpreter.addAxes(place, to: figure, a.keywords))
      }
      return try a.interpreter.call(
        a.interpreter.attribute(.of(figure), "add_axes"), [a[0]], keywords: a.keywords)
    },
    plain("sca", "ax") { a in
      guard let axes = a[0].figurePart(FigureAxes.self) else {
        throw Raised.attributeError("'\(a.interpreter.typeName(a[0]))' object has no attribute 'figure'")
      }
      if let figure = axes.figure {
        a.interpreter.pyplot.makeCurrent(figure)
        figure.current = axes
      }
      return .none
    },
    plain("matshow", "A, fignum=, **keywords") { a in
      let pixels = try PlotCall.pixels(a[0], a.interpreter)
      let pyplot = a.interpreter.pyplot
      let figure: Figure
      if case .int(0) = a[1] {
        figure = pyplot.current
      } else {
        let height = pyplot.parameters.figureSize.height
        let size = matrixSize(rows: pixels.shape[0], columns: pixels.shape[1], height: height)
        try pyplot.checkFigureCount()
        figure = pyplot.makeFigure(width: size.width, height: size.height)
      }
      let axes = pyplot.addAxes(.rectangle([0.15, 0.09, 0.775, 0.775]), to: figure)
      let method = try a.interpreter.attribute(.of(axes), "matshow")
      return try a.interpreter.call(method, [a[0]], keywords: a.keywords)
    },
    plain("setp", "obj, *args, **keywords") { a in
      let objects =
        try a[0].object is FigurePartObject && a[0].figurePart(ArtistContainer.self) == nil
        ? [a[0]] : a.interpreter.collect(a[0])
      var pairs = a.keywords
      for index in stride(from: 0, to: a.rest.count - 1, by: 2) {
        pairs.append((try a.interpreter.text(a.rest[index]), a.rest[index + 1]))
      }
      var results: [Value] = []
      for object in objects {
        for (name, value) in pairs {
          results.append(try a.interpreter.call(a.interpreter.attribute(object, "set_\(name)"), [value]))
        }
      }
      return Value(list: results)
    },
    plain("getp", "obj, property") { a in
      try a.interpreter.call(a.interpreter.attribute(a[0], "get_\(a.text(1))"), [])
    },
  ]

  /// A figure as wide as the matrix asks for, within bounds. In inches.
  private static func matrixSize(rows: Int, columns: Int, height: Double) -> (width: Double, height: Double) {
    let ratio = Double(rows) / Double(columns)
    var size = (width: height / ratio, height: height)
    let smaller = min(1, size.width / 4, size.height / 2)
    size = (size.width / smaller, size.height / smaller)
    let larger = max(1, size.width / 16, size.height / 16)
    size = (size.width / larger, size.height / larger)
    return (min(max(size.width, 4), 16), min(max(size.height, 2), 16))
  }
}

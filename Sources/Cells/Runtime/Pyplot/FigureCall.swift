import Arrays

/// What `plt` and figures do alike: axes in grids, colour bars, titles.
extension Interpreter {
  /// Axes in a cell of a grid: `add_subplot(2, 1, 1)`, `add_subplot(211)`.
  /// - Throws: `ValueError` and `TypeError` in matplotlib's words.
  func gridPlace(_ arguments: [Value], _ function: String) throws -> AxesPlace {
    var parts = arguments
    if parts.isEmpty { parts = [.int(1), .int(1), .int(1)] }
    if parts.count == 1 {
      guard case .int(let digits) = parts[0] else {
        throw Raised.valueError(
          "Single argument to subplot must be a three-digit integer, not \(try representation(parts[0]))")
      }
      guard 100...999 ~= digits else {
        throw Raised.valueError("Single argument to subplot must be a three-digit integer, not \(digits)")
      }
      parts = [.int(digits / 100), .int(digits / 10 % 10), .int(digits % 10)]
    }
    guard parts.count == 3 else {
      throw Raised.typeError(
        "\(function)() takes 1 or 3 positional arguments but \(parts.count) were given")
    }
    let (rows, columns) = (try gridLength(parts[0], "rows"), try gridLength(parts[1], "columns"))
    let range = "1 <= num <= \(rows * columns)"
    func cell(_ value: Value) throws -> Int {
      guard case .int(let number)? = try? integer(value), 1...(rows * columns) ~= number else {
        throw Raised.valueError("num must be an integer with \(range), not \(try representation(value))")
      }
      return number - 1
    }
    if let pair = parts[2].elements {
      guard pair.count == 2 else {
        throw Raised.valueError("num must be an integer with \(range), not \(try representation(parts[2]))")
      }
      let (first, last) = (try cell(pair[0]), try cell(pair[1]))
      let (firstRow, lastRow) = (first / columns, last / columns)
      let (firstColumn, lastColumn) = (min(first % columns, last % columns), max(first % columns, last % columns))
      return .grid(
        rows: rows, columns: columns, row: min(firstRow, lastRow)...max(firstRow, lastRow),
        column: firstColumn...lastColumn)
    }
    let number = try cell(parts[2])
    let (row, column) = (number / columns, number % columns)
    return .grid(rows: rows, columns: columns, row: row...row, column: column...column)
  }

  func gridLength(_ value: Value, _ name: String) throws -> Int {
    if case .int(let length)? = (try? integer(value)), length > 0 {
      if length <= 10_000 { return length }
      throw Raised.unsupported("a grid of more than 10000 \(name) is not supported")
    }
    throw Raised.valueError("Number of \(name) must be a positive integer, not \(try representation(value))")
  }

  /// New axes of a figure with what keyword arguments say about them.
  func addAxes(_ place: AxesPlace, to figure: Figure, _ keywords: [(String, Value)]) throws -> FigureAxes {
    var (share, rest): ([(String, FigureAxes)], [(String, Value)]) = ([], [])
    for (name, value) in keywords {
      if name == "sharex" || name == "sharey" {
        if let other = value.figurePart(FigureAxes.self) { share.append((name, other)) }
      } else if name == "projection" || name == "polar" {
        if value.isNone || value.asString?.value == "rectilinear" { continue }
        if case .bool(false) = value { continue }
        throw Raised.unsupported("axes with a projection are not supported: draw on plain axes")
      } else {
        rest.append((name, value))
      }
    }
    for (name, _) in rest where AxesFunctionTable.methods["set_\(name)"] == nil {
      throw Raised.attributeError("Axes.set() got an unexpected keyword argument '\(name)'")
    }
    let axes = pyplot.addAxes(place, to: figure)
    for (name, other) in share { if name == "sharex" { axes.shareX(with: other) } else { axes.shareY(with: other) } }
    if !rest.isEmpty { _ = try call(attribute(.of(axes), "set"), [], keywords: rest) }
    return axes
  }

  /// `fig.subplots(...)`: one axes, or an array of them.
  func subplots(
    of figure: Figure, rows: Value, columns: Value, sharesX: Value, sharesY: Value, squeezes: Bool,
    axesKeywords: Value, gridKeywords: Value, widths: Value, heights: Value
  ) throws -> Value {
    let rowCount = try rows.isUndefined ? 1 : gridLength(rows, "rows")
    let columnCount = try columns.isUndefined ? 1 : gridLength(columns, "columns")
    guard rowCount * columnCount <= 10_000 else {
      throw Raised.unsupported("more than 10000 axes in one figure are not supported")
    }
    let (shareX, shareY) = (try sharing(sharesX, "sharex"), try sharing(sharesY, "sharey"))
    if let grid = gridKeywords.asDict {
      for (key, value) in grid.table.pairs {
        switch try text(key) {
        case "wspace": figure.spacing.widthGap = try plotNumber(value)
        case "hspace": figure.spacing.heightGap = try plotNumber(value)
        case "left": figure.spacing.left = try plotNumber(value)
        case "right": figure.spacing.right = try plotNumber(value)
        case "top": figure.spacing.top = try plotNumber(value)
        case "bottom": figure.spacing.bottom = try plotNumber(value)
        case let name: figure.style["grid.\(name)"] = try StyleValue(value, self)
        }
      }
    }
    if !widths.isAbsent { figure.style["grid.width_ratios"] = try StyleValue(widths, self) }
    if !heights.isAbsent { figure.style["grid.height_ratios"] = try StyleValue(heights, self) }
    let keywords = try axesKeywords.asDict?.table.pairs.map { (try text($0.0), $0.1) } ?? []
    var axes: [FigureAxes] = []
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let place = AxesPlace.grid(rows: rowCount, columns: columnCount, row: row...row, column: column...column)
        let made = try addAxes(place, to: figure, keywords)
        func first(_ sharing: String) -> FigureAxes? {
          switch sharing {
          case "all": axes.first
          case "row": column > 0 ? axes[row * columnCount] : nil
          case "col": row > 0 ? axes[column] : nil
          default: nil
          }
        }
        if let other = first(shareX) { made.shareX(with: other) }
        if let other = first(shareY) { made.shareY(with: other) }
        axes.append(made)
      }
    }
    if squeezes, axes.count == 1 { return .of(axes[0]) }
    let shape: Dims = squeezes && (rowCount == 1 || columnCount == 1) ? [axes.count] : [rowCount, columnCount]
    return .object(try AxesArray(axes, shape: shape))
  }

  private func sharing(_ value: Value, _ name: String) throws -> String {
    switch value {
    case .undefined: return "none"
    case .bool(let flag): return flag ? "all" : "none"
    default:
      if let text = value.asString?.value, ["all", "row", "col", "none"].contains(text) { return text }
      throw Raised.valueError(
        "\(try representation(value)) is not a valid value for \(name); supported values are 'all', 'row', 'col', "
          + "'none', False, True")
    }
  }

  /// A colour bar beside axes.
  func addColourBar(
    of mappable: Value, into own: Value, beside parent: Value, _ keywords: [(String, Value)], on figure: Figure
  ) throws -> Value {
    guard let artist = mappable.figurePart(MappedArtist.self) else {
      throw Raised.valueError(
        "Unable to determine Axes to steal space for Colorbar. Either provide the *cax* argument to use as the Axes for "
          + "the Colorbar, provide the *ax* argument to steal space from it, or add *mappable* to an Axes.")
    }
    var beside = parent.figurePart(FigureAxes.self) ?? artist.axes
    if let array = parent.object as? AxesArray {
      beside = try collect(.object(array)).first?.figurePart(FigureAxes.self)
    }
    if let list = parent.elements { beside = list.first?.figurePart(FigureAxes.self) }
    var style = Style()
    for (name, value) in keywords { style[name] = try StyleValue(value, self) }
    let current = figure.current
    let axes = own.figurePart(FigureAxes.self) ?? pyplot.addAxes(.beside, to: figure)
    let bar = ColourBar(artist, in: axes, beside: beside, style: style)
    axes.colourBar = bar
    figure.current = current
    return FigurePartObject.of(bar, in: figure)
  }

  /// `suptitle` and its like.
  func setFigureText(
    _ text: Value, x: Value, y: Value, at place: (FigureText.Coordinate, FigureText.Coordinate), known: FigureText?,
    _ keywords: [(String, Value)]
  ) throws -> FigureText {
    let style = try PropertyList.text.style(keywords.filter { $0.0 != "x" && $0.0 != "y" }, self)
    func coordinate(_ value: Value, _ fallback: FigureText.Coordinate) throws -> FigureText.Coordinate {
      value.isAbsent ? fallback : .init(try plotNumber(value), try self.text(value))
    }
    let words = text.isNone ? "" : try self.text(text)
    if let known {
      known.text = words
      known.style = style.merged(over: known.style)
      known.x = try coordinate(x, known.x)
      known.y = try coordinate(y, known.y)
      return known
    }
    return FigureText(
      words, x: try coordinate(x, place.0), y: try coordinate(y, place.1), coordinates: .figure, isTitle: true,
      style: style)
  }
}

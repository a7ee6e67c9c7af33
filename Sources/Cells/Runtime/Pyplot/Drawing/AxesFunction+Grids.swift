import Arrays

extension AxesFunction {
  static let grids: [AxesFunction] = [
    AxesFunction("contour", "*args, data=, **keywords") { call in try call.contours(isFilled: false) },
    AxesFunction("contourf", "*args, data=, **keywords") { call in try call.contours(isFilled: true) },
    AxesFunction(
      "pcolormesh",
      "*args, alpha=, norm=, cmap=, vmin=, vmax=, shading=, antialiased=, data=, **keywords"
    ) { call in try call.mesh("pcolormesh") },
    AxesFunction("pcolor", "*args, shading=, alpha=, norm=, cmap=, vmin=, vmax=, data=, **keywords") { call in
      for (index, name) in [(1, "alpha"), (2, "norm"), (3, "cmap"), (4, "vmin"), (5, "vmax")] where call.has(index) {
        call.keywords.append((name, call[index]))
      }
      return try call.mesh("pcolor")
    },
  ]
}

extension PlotCall {
  fileprivate mutating func contours(isFilled: Bool) throws -> Value {
    let name = isFilled ? "contourf" : "contour"
    guard (1...4).contains(rest.count) else {
      throw Raised.typeError("\(name)() takes from 1 to 4 positional arguments but \(rest.count) were given")
    }
    let hasPlaces = rest.count >= 3
    let heights = try interpreter.asArray(rest[hasPlaces ? 2 : 0]).copy(as: .float64)
    guard heights.rank == 2 else { throw Raised.typeError("Input z must be 2D, not \(heights.rank)D") }
    let (rows, columns) = (heights.shape[0], heights.shape[1])
    guard rows >= 2, columns >= 2 else {
      throw Raised.typeError("Input z must be at least a (2, 2) shaped array, but has shape \(heights.shape)")
    }
    let x = try hasPlaces ? coordinates(iterated(rest[0]), axes.xAxis) : nil
    let y = try hasPlaces ? coordinates(iterated(rest[1]), axes.yAxis) : nil
    if let x, let y { try check(x, y, heights, rows, columns) }
    let given = take("levels") ?? (rest.count == 2 ? rest[1] : rest.count == 4 ? rest[3] : .undefined)
    var (levels, levelCount): (NDArray?, Int?)
    if case .int(let count) = given {
      levelCount = count
    } else if !given.isAbsent {
      levels = try interpreter.asArray(iterated(given)).copy(as: .float64)
      let values = levels?.doubles ?? []
      if isFilled, values.count < 2 { throw Raised.valueError("Filled contours require at least 2 levels.") }
      if zip(values, values.dropFirst()).contains(where: { $0 >= $1 }) {
        throw Raised.valueError("Contour levels must be increasing")
      }
    }
    let colours = take("colors")
    let mapping = try mapping(
      map: take("cmap") ?? .undefined, norm: take("norm") ?? .undefined, low: take("vmin") ?? .undefined,
      high: take("vmax") ?? .undefined)
    var extra = Style()
    for name in ["origin", "extent", "extend", "hatches", "negative_linestyles", "corner_mask", "nchunk", "algorithm"] {
      if let value = take(name) { extra[name] = try StyleValue(value, interpreter) }
    }
    var style = try style(.contours).merged(over: extra)
    if let colours { style["colors"] = try StyleValue(iterated(colours), interpreter) }
    let contours = Contours(
      x: x, y: y, heights: heights, isFilled: isFilled, levels: levels, levelCount: levelCount, mapping, style: style)
    axes.add(contours)
    axes.currentImage = contours
    return .of(contours)
  }

  private func check(_ x: NDArray, _ y: NDArray, _ heights: NDArray, _ rows: Int, _ columns: Int) throws {
    guard x.rank == y.rank else {
      throw Raised.typeError("Number of dimensions of x (\(x.rank)) and y (\(y.rank)) do not match")
    }
    if x.rank == 1 {
      guard x.count == columns else {
        throw Raised.typeError("Length of x (\(x.count)) must match number of columns in z (\(columns))")
      }
      guard y.count == rows else {
        throw Raised.typeError("Length of y (\(y.count)) must match number of rows in z (\(rows))")
      }
    } else {
      guard x.rank == 2 else { throw Raised.typeError("Inputs x and y must be 1D or 2D, not \(x.rank)D") }
      guard x.shape == heights.shape else {
        throw Raised.typeError("Shapes of x \(x.shape) and z \(heights.shape) do not match")
      }
      guard y.shape == heights.shape else {
        throw Raised.typeError("Shapes of y \(y.shape) and z \(heights.shape) do not match")
      }
    }
  }

  fileprivate mutating func mesh(_ function: String) throws -> Value {
    guard rest.count == 1 || rest.count == 3 else {
      throw Raised.typeError("\(function)() takes 1 or 3 positional arguments but \(rest.count) were given")
    }
    let values = try interpreter.asArray(rest[rest.count - 1]).copy()
    let isColoured = values.rank == 3 && (3...4).contains(values.shape[2])
    guard values.rank == 2 || isColoured else {
      throw Raised.valueError("not enough values to unpack (expected 2, got \(values.rank))")
    }
    let x = try rest.count == 3 ? coordinates(iterated(rest[0]), axes.xAxis) : nil
    let y = try rest.count == 3 ? coordinates(iterated(rest[1]), axes.yAxis) : nil
    if let x, let y {
      guard 1...2 ~= x.rank, 1...2 ~= y.rank else {
        throw Raised.typeError("Incompatible X, Y inputs to \(function); see help(\(function))")
      }
      let (columns, rows) = (x.rank == 1 ? x.count : x.shape[1], y.rank == 1 ? y.count : y.shape[0])
      let isFitting = [0, 1].contains(columns - values.shape[1]) && columns - values.shape[1] == rows - values.shape[0]
      guard isFitting else {
        throw Raised.typeError(
          "Dimensions of C \(values.shape) should be one smaller than X(\(columns)) and Y(\(rows)) while using "
            + "shading='flat' see help(\(function))")
      }
    }
    let isShort = function == "pcolor"
    let places = isShort ? nil : (alpha: 0, norm: 1, map: 2, low: 3, high: 4, shading: 5, smooth: 6)
    func argument(_ index: Int?, _ name: String) -> Value {
      index.map { self[$0] } ?? keywords.first { $0.0 == name }?.1 ?? .undefined
    }
    let mapping = try mapping(
      map: argument(places?.map, "cmap"), norm: argument(places?.norm, "norm"), low: argument(places?.low, "vmin"),
      high: argument(places?.high, "vmax"))
    for name in ["cmap", "norm", "vmin", "vmax"] { _ = take(name) }
    if let places {
      if has(places.alpha) { keywords.append(("alpha", self[places.alpha])) }
      if has(places.smooth) { keywords.append(("antialiased", self[places.smooth])) }
    }
    var style = try style(.mesh)
    let shading = isShort ? self[0] : self[5]
    if !shading.isAbsent { style["shading"] = try StyleValue(shading, interpreter) }
    let mesh = Mesh(x: x, y: y, values: values, mapping, style: style)
    axes.add(mesh)
    axes.currentImage = mesh
    return .of(mesh)
  }
}

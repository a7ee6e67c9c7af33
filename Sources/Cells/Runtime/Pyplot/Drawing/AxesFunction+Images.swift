import Arrays

extension AxesFunction {
  private static let imageParameters =
    "cmap=, norm=, *, aspect=, vmin=, vmax=, alpha=, interpolation=, origin=, extent=, interpolation_stage=, "
    + "filternorm=, filterrad=, resample=, url=, data=, **keywords"

  static let images: [AxesFunction] = [
    AxesFunction("imshow", "X, \(imageParameters)") { call in .of(try call.showImage()) },
    AxesFunction("matshow", plt: "", "Z, \(imageParameters)") { call in .of(try call.showMatrix()) },
  ]
}

extension PlotCall {
  func showMatrix() throws -> ImageArtist {
    let image = try showImage()
    image.style["interpolation"] = image.style["interpolation"] ?? .text("nearest")
    axes.xAxis.tickStyle["labeltop"] = .flag(true)
    return image
  }

  fileprivate func showImage() throws -> ImageArtist {
    let parameters = pyplot.parameters
    let aspect = try has(3) ? self.aspect(self[3]) : try self.aspect(parameters["image.aspect"])
    let mapping = try mapping(map: self[1], norm: self[2], low: self[4], high: self[5])
    var style = try style(.image)
    style["interpolation"] = .text(
      try interpreter.choice(
        has(7) ? self[7] : parameters["image.interpolation"], "interpolation", PlotCall.interpolations))
    let origin = try interpreter.choice(has(8) ? self[8] : parameters["image.origin"], "origin", ["upper", "lower"])
    let pixels = try PlotCall.pixels(self[0], interpreter)
    if has(6) { style["alpha"] = try StyleValue(self[6], interpreter) }
    let extent = try has(9) ? interpreter.collect(iterated(self[9])).map { try interpreter.plotNumber($0) } : nil
    if let extent, extent.count != 4 {
      throw Raised.valueError("not enough values to unpack (expected 4, got \(extent.count))")
    }
    for (index, name) in [
      (10, "interpolation_stage"), (11, "filternorm"), (12, "filterrad"), (13, "resample"), (14, "url"),
    ]
    where has(index) {
      style[name] = try StyleValue(self[index], interpreter)
    }
    axes.aspect = aspect
    let image = ImageArtist(pixels, mapping, extent: extent, isUpright: origin == "upper", style: style)
    axes.add(image)
    axes.currentImage = image
    // An image decides which way the axes go.
    for (axis, edges) in [(axes.xAxis, image.edges[..<2]), (axes.yAxis, image.edges[2...])] {
      guard axis.range.limits == .automatic, let first = edges.first, let last = edges.last else { continue }
      axis.range.isInverted = first > last
    }
    return image
  }

  func aspect(_ value: Value) throws -> FigureAxes.Aspect {
    switch value.asString?.value {
    case "equal": .ratio(1)
    case "auto": .automatic
    default: .ratio(try interpreter.plotNumber(value))
    }
  }

  /// The pixels of an image as matplotlib keeps them: a copy, colours cut to their range.
  /// - Throws: `TypeError` "Invalid shape (3,) for image data".
  static func pixels(_ value: Value, _ interpreter: Interpreter) throws -> NDArray {
    if value.isNone { throw notPixels("object") }
    if let text = firstText(value) { throw notPixels("<U\(max(text.count, 1))") }
    var pixels = try interpreter.asArray(value).copy()
    if pixels.rank == 3, pixels.shape[2] == 1 {
      pixels = pixels.with(shape: Dims(pixels.shape.dropLast()), strides: Dims(pixels.strides.dropLast()))
    }
    guard pixels.rank == 2 || pixels.rank == 3 && (3...4).contains(pixels.shape[2]) else {
      throw Raised.typeError("Invalid shape \(pixels.shape) for image data")
    }
    guard pixels.rank == 3 else { return pixels }
    let highest = pixels.dtype.isInteger ? 255.0 : 1.0
    let interval = DataBounds.Interval(pixels)
    if interval.low < 0 || interval.high > highest, !interval.isEmpty {
      let range = [interval.low, interval.high].map {
        pixels.dtype.isInteger ? String(Int(clamping: $0)) : FloatText.repr($0)
      }
      interpreter.host.writeError(
        "Clipping input data to the valid range for imshow with RGB data ([0..1] for floats or [0..255] for integers). "
          + "Got range [\(range[0])..\(range[1])].\n")
      pixels = try NDArray(pixels.doubles.map { min(max($0, 0), highest) }, shape: pixels.shape).copy(as: pixels.dtype)
    }
    return pixels.dtype == .int64 ? try pixels.copy(as: .uint8) : pixels
  }

  private static func firstText(_ value: Value, depth: Int = 0) -> StringObject? {
    value.asString ?? (depth < 8 ? value.elements?.first.flatMap { firstText($0, depth: depth + 1) } : nil)
  }

  private static func notPixels(_ dtype: String) -> Raised {
    .typeError("Image data of dtype \(dtype) cannot be converted to float")
  }

  /// The colour map and its range, from the arguments that say them.
  func mapping(map: Value, norm: Value, low: Value, high: Value) throws -> ColourMapping {
    if !norm.isAbsent { throw Raised.unsupported("\(name)(norm=...) is not supported: use vmin and vmax") }
    let map = map.isAbsent ? pyplot.parameters["image.cmap"] : map
    return ColourMapping(
      map: try ColourMapObject.name(map, "cmap", interpreter),
      minimum: try low.isAbsent ? nil : interpreter.plotNumber(low),
      maximum: try high.isAbsent ? nil : interpreter.plotNumber(high))
  }

  static let interpolations = [
    "antialiased", "none", "nearest", "bilinear", "bicubic", "spline16", "spline36", "hanning", "hamming", "hermite",
    "kaiser", "quadric", "catrom", "gaussian", "bessel", "mitchell", "sinc", "lanczos", "blackman",
  ]
}

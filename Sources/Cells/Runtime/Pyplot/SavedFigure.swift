import Arrays

/// `plt.savefig(...)`, `fig.savefig(...)` and `plt.imsave(...)`: the host draws and writes.
struct SavedFigure {
  private let interpreter: Interpreter
  private let name: String
  private let path: String
  private let format: PictureFormat

  /// - Parameter format: `nil` for what the name ends in.
  /// - Throws: `ValueError` in matplotlib's words for a format that nobody has.
  init(_ file: Value, format: Value, _ name: String, _ interpreter: Interpreter) throws {
    (self.interpreter, self.name) = (interpreter, name)
    guard let given = file.asString?.value else {
      throw Raised.unsupported("\(name) is supported for names of files only: give a text")
    }
    let ending = given.split(separator: "/").last.flatMap { last in
      last.dropFirst().lastIndex(of: ".").map { String(last[last.index(after: $0)...]) }
    }
    // As matplotlib does it: a name without an ending gets one.
    let wanted = try format.isAbsent ? (ending ?? "png") : interpreter.text(format)
    path = ending == nil && format.isAbsent ? "\(given).png" : given
    if let known = PictureFormat(rawValue: wanted.lowercased()) {
      self.format = known
    } else if Self.otherFormats.contains(wanted.lowercased()) {
      throw Raised.unsupported("\(name) does not write .\(wanted) files: use .png, .svg or .pdf")
    } else {
      throw Raised.valueError(
        "Format \(TextLiteral.of(wanted)) is not supported (supported formats: eps, jpeg, jpg, pdf, pgf, png, ps, raw, "
          + "rgba, svg, svgz, tif, tiff, webp)")
    }
  }

  private static let otherFormats: Set<String> = [
    "eps", "jpeg", "jpg", "pgf", "ps", "raw", "rgba", "svgz", "tif", "tiff", "webp",
  ]

  /// Without a host that takes files, as when a notebook is replayed or graded, nothing is drawn.
  ///
  /// - Throws: `OSError` and its kind where the file cannot be written.
  func write(_ figure: Figure) throws {
    guard let drawing = interpreter.host.drawing, let files = interpreter.host.outputFiles else { return }
    let bytes: [UInt8]
    do {
      bytes = try drawing.picture(of: figure).file(format, scale: 1)
    } catch {
      throw Raised.unsupported("\(name) failed: \(error.message)")
    }
    do {
      try files.write(bytes, to: path)
    } catch {
      switch error {
      case .system(let code, let words):
        let known = [2: Exceptions.fileNotFoundError, 13: Exceptions.permissionError]
        throw Raised(known[code] ?? Exceptions.osError, "[Errno \(code)] \(words): \(TextLiteral.of(path))")
      case .outside(let folder):
        throw Raised(
          Exceptions.permissionError,
          "[Errno 13] cells may write in \(TextLiteral.of(folder)) and below only: \(TextLiteral.of(path))")
      }
    }
  }
}

extension Figure {
  /// What keyword arguments of `savefig` say about one picture; the figure itself stays.
  func saved(_ file: Value, _ keywords: [(String, Value)], _ interpreter: Interpreter) throws {
    func given(_ name: String) -> Value { keywords.first { $0.0 == name }?.1 ?? .undefined }
    if let (name, _) = keywords.first(where: { !Figure.savingKeywords.contains($0.0) }) {
      throw Raised.typeError("FigureCanvasAgg.print_png() got an unexpected keyword argument '\(name)'")
    }
    let target = try SavedFigure(file, format: given("format"), "savefig", interpreter)
    let parameters = interpreter.pyplot.parameters
    let dpi = given("dpi").isAbsent ? parameters["savefig.dpi"] : given("dpi")
    let (resolution, style) = (self.resolution, self.style)
    let backgrounds = axes.map { $0.style["facecolor"] }
    defer {
      (self.resolution, self.style) = (resolution, style)
      for (axes, colour) in zip(axes, backgrounds) { axes.style["facecolor"] = colour }
    }
    if dpi.asString?.value != "figure" {
      let number = try interpreter.plotNumber(dpi)
      guard number > 0, number.isFinite else { throw Raised.valueError("dpi must be positive") }
      self.resolution = number
    }
    for name in ["facecolor", "edgecolor"] {
      let colour = given(name)
      if !colour.isAbsent, colour.asString?.value != "auto" { self.style[name] = try StyleValue(colour, interpreter) }
    }
    if try !given("transparent").isAbsent && interpreter.isTrue(given("transparent")) {
      if given("facecolor").isAbsent { self.style["facecolor"] = .text("none") }
      for axes in axes { axes.style["facecolor"] = .text("none") }
    }
    try target.write(self)
  }

  private static let savingKeywords: Set<String> = [
    "dpi", "format", "metadata", "bbox_inches", "pad_inches", "facecolor", "edgecolor", "backend", "transparent",
    "orientation", "papertype", "bbox_extra_artists", "pil_kwargs",
  ]
}

extension PyplotModule {
  /// `plt.imsave(...)`: a pixel for each number or colour.
  static func saveImage(_ a: borrowing Arguments) throws {
    func given(_ name: String) -> Value { a.keywords.first { $0.0 == name }?.1 ?? .undefined }
    let known = ["vmin", "vmax", "cmap", "format", "origin", "dpi", "metadata", "pil_kwargs"]
    if let (name, _) = a.keywords.first(where: { !known.contains($0.0) }) {
      throw Raised.typeError("imsave() got an unexpected keyword argument '\(name)'")
    }
    let interpreter = a.interpreter
    let target = try SavedFigure(a[0], format: given("format"), "imsave", interpreter)
    let pixels = try PlotCall.pixels(a[1], interpreter)
    let map = given("cmap").isAbsent ? interpreter.pyplot.parameters["image.cmap"] : given("cmap")
    func limit(_ name: String) throws -> Double? {
      try given(name).isAbsent ? nil : interpreter.plotNumber(given(name))
    }
    let mapping = ColourMapping(
      map: try ColourMapObject.name(map, "cmap", interpreter), minimum: try limit("vmin"), maximum: try limit("vmax"))
    let isUpright = given("origin").asString?.value != "lower"
    let image = ImageArtist(
      pixels, mapping, extent: nil, isUpright: isUpright, style: Style(["interpolation": .text("nearest")]))
    let figure = Figure(
      width: Double(image.columns), height: Double(image.rows), resolution: 1, number: 0)
    figure.style["frameon"] = .flag(false)
    let axes = FigureAxes(.rectangle([0, 0, 1, 1]))
    axes.isShown = false
    axes.yAxis.range.isInverted = isUpright
    axes.add(image)
    figure.add(axes)
    try target.write(figure)
  }
}

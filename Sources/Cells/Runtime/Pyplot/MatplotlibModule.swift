/// The package `matplotlib`, as far as notebooks name it besides `pyplot`.
enum MatplotlibModule {
  static func make(_ interpreter: Interpreter) -> ModuleObject {
    let pyplot = PyplotModule.make(interpreter)
    let module = ModuleObject(
      "matplotlib",
      [
        ("__version__", Value("3.8.4")), ("pyplot", .object(pyplot)),
        ("use", .object(NativeFunction("use", "backend, *, force=", wording: .python) { _ in .none })),
        (
          "get_backend",
          .object(
            NativeFunction("get_backend", "") { _ in
              Value("module://matplotlib_inline.backend_inline")
            })
        ),
        ("interactive", .object(NativeFunction("interactive", "b") { _ in .none })),
        ("is_interactive", .object(NativeFunction("is_interactive", "") { _ in .bool(true) })),
        ("colormaps", .object(ColourMapModule.registry)), ("image", .object(image(pyplot))),
        ("figure", .object(ModuleObject("matplotlib.figure", [("Figure", .object(FigureTypes.figure))]))),
        ("axes", .object(ModuleObject("matplotlib.axes", [("Axes", .object(FigureTypes.axes))]))),
        ("lines", .object(ModuleObject("matplotlib.lines", [("Line2D", .object(FigureTypes.line))]))),
        ("text", .object(ModuleObject("matplotlib.text", [("Text", .object(FigureTypes.text))]))),
        ("patches", .object(ModuleObject("matplotlib.patches", [("Rectangle", .object(FigureTypes.rectangle))]))),
        (
          "colors",
          .object(
            ModuleObject(
              "matplotlib.colors",
              BuiltinModules.notOffered("matplotlib.colors", "ListedColormap", "Normalize", "LogNorm")))
        ),
        (
          "ticker",
          .object(
            ModuleObject(
              "matplotlib.ticker",
              BuiltinModules.notOffered("matplotlib.ticker", "MaxNLocator", "FuncFormatter", "MultipleLocator")))
        ),
        (
          "gridspec",
          .object(
            ModuleObject(
              "matplotlib.gridspec", BuiltinModules.notOffered("matplotlib.gridspec", "GridSpec")))
        ),
        (
          "animation",
          .object(
            ModuleObject(
              "matplotlib.animation",
              BuiltinModules.notOffered("matplotlib.animation", "FuncAnimation", "ArtistAnimation")))
        ),
      ])
    for name in ["rcParams", "rcParamsDefault", "rc", "rcdefaults", "rc_context", "cm", "style"] {
      module.namespace[name] = pyplot.namespace[name]
    }
    return module
  }

  private static func image(_ pyplot: ModuleObject) -> ModuleObject {
    let names = ["imread", "imsave"]
    return ModuleObject(
      "matplotlib.image",
      names.compactMap { name in pyplot.namespace[name].map { (name, $0) } }
        + [("AxesImage", .object(FigureTypes.image))])
  }
}

/// `plt.cm`: the colour maps by name.
enum ColourMapModule {
  static func make() -> ModuleObject {
    let module = ModuleObject("matplotlib.cm")
    module.namespace["get_cmap"] = .object(
      NativeFunction("get_cmap", "name=, lut=", wording: .python) { a in
        let name = a.has(0) ? a[0] : a.interpreter.pyplot.parameters["image.cmap"]
        return .object(ColourMapObject.of(try ColourMapObject.name(name, "name", a.interpreter), a.interpreter))
      })
    module.namespace["__getattr__"] = .object(
      NativeFunction("__getattr__", "name") { a in
        let name = try a.text(0)
        if ColourMapNames.all.contains(name) { return .object(ColourMapObject.of(name, a.interpreter)) }
        if name == "ScalarMappable" { throw Raised.unsupported("plt.cm.ScalarMappable is not supported") }
        throw Raised.attributeError("module 'matplotlib.cm' has no attribute '\(name)'")
      })
    return module
  }

  /// `matplotlib.colormaps`, a mapping from names to maps.
  static var registry: Object { ColourMapRegistry() }
}

/// `matplotlib.colormaps`
package final class ColourMapRegistry: Object, @unchecked Sendable {
  init() { super.init(.host) }

  package override var type: TypeObject { ColourMapRegistry.cls }

  private static let cls: TypeObject = TypeObject(
    "ColormapRegistry", module: "matplotlib.cm", isWrittenInPython: true,
    attributes: table([
      method("__getitem__", "name, /") { a in
        guard let name = a[1].asString?.value, ColourMapNames.all.contains(name) else {
          throw Raised.keyError(Value("\(try a.interpreter.representation(a[1])) is not a known colormap name"))
        }
        return .object(ColourMapObject.of(name, a.interpreter))
      },
      method("get_cmap", "cmap") { a in
        .object(ColourMapObject.of(try ColourMapObject.name(a[1], "cmap", a.interpreter), a.interpreter))
      },
      method("__contains__", "name, /") { a in
        .bool(a[1].asString.map { ColourMapNames.all.contains($0.value) } ?? false)
      },
      method("__len__", "/") { _ in .int(ColourMapNames.all.count) },
      method("__iter__", "/") { a in
        try a.interpreter.makeIterator(Value(list: ColourMapNames.all.map { Value($0) }))
      },
    ]))
}

/// `plt.style`: style sheets, recorded by name. Only what shows before anything is drawn is set.
enum StyleModule {
  static func make() -> ModuleObject {
    ModuleObject(
      "matplotlib.style",
      [
        ("available", Value(list: sheets.keys.sorted().map { Value($0) })),
        (
          "use",
          .object(
            NativeFunction("use", "style", wording: .python) { a in
              for style in try a[0].asString == nil && a[0].asDict == nil ? a.interpreter.collect(a[0]) : [a[0]] {
                try use(style, a.interpreter)
              }
              return .none
            })
        ),
        (
          "context",
          .object(
            NativeFunction("context", "style, after_reset=", wording: .python) { a in
              let (parameters, style) = (a.interpreter.pyplot.parameters, a[0])
              var restore: () -> Void = {}
              return .object(
                ContextManager("context") { interpreter in
                  restore = parameters.snapshot()
                  try use(style, interpreter)
                  return .none
                } exit: { _ in
                  restore()
                })
            })
        ),
      ])
  }

  private static func use(_ style: Value, _ interpreter: Interpreter) throws {
    let parameters = interpreter.pyplot.parameters
    if style.asDict != nil { return try RcParamsObject(parameters).update(style, [], interpreter) }
    let name = try interpreter.text(style)
    if name == "default" { return parameters.reset() }
    guard let settings = sheets[name] else {
      throw Raised(
        Exceptions.osError,
        "\(TextLiteral.of(name)) is not a valid package style, path of style file, URL of style file, or library style "
          + "name (library styles are listed in `style.available`)")
    }
    parameters.use(style: name, settings)
  }

  private static func size(_ width: Double, _ height: Double) -> StyleValue {
    .list([.number(width), .number(height)])
  }

  /// matplotlib's style sheets, with those of their settings that cells can see in sizes and colour maps.
  private static let sheets: [String: [String: StyleValue]] = {
    let greys: [String: StyleValue] = ["image.cmap": .text("Greys")]
    var result: [String: [String: StyleValue]] = [
      "classic": [
        "figure.dpi": .number(80), "figure.figsize": size(8, 6), "image.cmap": .text("jet"),
        "image.interpolation": .text("bilinear"),
      ],
      "grayscale": ["image.cmap": .text("gray")],
      "seaborn-v0_8": ["figure.figsize": size(8, 5.5), "image.cmap": .text("Greys")],
      "seaborn-v0_8-notebook": ["figure.figsize": size(8, 5.5)],
      "seaborn-v0_8-paper": ["figure.figsize": size(6.4, 4.4)],
      "seaborn-v0_8-poster": ["figure.figsize": size(12.8, 8.8)],
      "seaborn-v0_8-talk": ["figure.figsize": size(10.4, 7.15)],
      "_mpl-gallery": ["figure.figsize": size(2, 2), "image.cmap": .text("Blues")],
      "_mpl-gallery-nogrid": ["figure.figsize": size(2, 2), "image.cmap": .text("Blues")],
    ]
    for name in ["dark", "darkgrid", "ticks", "white", "whitegrid"] { result["seaborn-v0_8-\(name)"] = greys }
    let others = [
      "Solarize_Light2", "_classic_test_patch", "bmh", "dark_background", "fast", "fivethirtyeight", "ggplot",
      "seaborn-v0_8-bright", "seaborn-v0_8-colorblind", "seaborn-v0_8-dark-palette", "seaborn-v0_8-deep",
      "seaborn-v0_8-muted", "seaborn-v0_8-pastel", "tableau-colorblind10",
    ]
    for name in others { result[name] = [:] }
    return result
  }()
}

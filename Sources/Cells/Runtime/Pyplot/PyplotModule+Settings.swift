extension PyplotModule {
  static let settings: [(String, Value)] = [
    plain("rc", "group, **keywords") { a in
      let groups =
        try a[0].asString.map { [$0.value] } ?? a.interpreter.collect(a[0]).map { try a.interpreter.text($0) }
      let full = [
        "lw": "linewidth", "ls": "linestyle", "c": "color", "fc": "facecolor", "ec": "edgecolor",
        "mew": "markeredgewidth", "aa": "antialiased",
      ]
      let parameters = a.interpreter.pyplot.parameters
      for group in groups {
        for (name, value) in a.keywords {
          let key = "\(group).\(full[name] ?? name)"
          guard parameters.has(key) else {
            throw Raised.keyError(
              Value("Unrecognized key \"\(key)\" for group \"\(group)\" and name \"\(full[name] ?? name)\""))
          }
          try parameters.set(key, value, a.interpreter)
        }
      }
      return .none
    },
    plain("rcdefaults", "") { a in
      a.interpreter.pyplot.parameters.reset()
      return .none
    },
    plain("rc_context", "rc=, fname=") { a in
      let (parameters, settings) = (a.interpreter.pyplot.parameters, a[0])
      var restore: () -> Void = {}
      return .object(
        ContextManager("rc_context") { interpreter in
          restore = parameters.snapshot()
          try RcParamsObject(parameters).update(settings, [], interpreter)
          return .none
        } exit: { _ in
          restore()
        })
    },
    plain("ion", "") { _ in .none },
    plain("ioff", "") { _ in .none },
    plain("isinteractive", "") { _ in .bool(true) },
    plain("switch_backend", "newbackend") { _ in .none },
    plain("imread", "fname, format=") { _ in
      throw Raised.unsupported("plt.imread is not supported: cells have no access to files")
    },
    plain("imsave", "fname, arr, **keywords") { a in
      try saveImage(a)
      return .none
    },
  ]

  static let colours: [(String, Value)] =
    [
      plain("gci", "") { a in currentImage(a.interpreter).map { .of($0) } ?? .none },
      plain("sci", "im") { a in
        if let image = a[0].figurePart(MappedArtist.self) { image.axes?.currentImage = image }
        return .none
      },
      plain("colorbar", "mappable=, cax=, ax=, **keywords") { a in
        var mappable = a[0]
        if mappable.isAbsent {
          guard let image = currentImage(a.interpreter) else {
            throw Raised.runtimeError(
              "No mappable was found to use for colorbar creation. First define a mappable such as an image (with "
                + "imshow) or a contour set (with contourf).")
          }
          mappable = .of(image)
        }
        return try a.interpreter.addColourBar(
          of: mappable, into: a[1], beside: a[2], a.keywords, on: a.interpreter.pyplot.current)
      },
      plain("clim", "vmin=, vmax=") { a in
        guard let image = currentImage(a.interpreter) else {
          throw Raised.runtimeError("You must first define an image, e.g., with imshow")
        }
        let arguments = [a[0], a[1]].map { $0.isUndefined ? Value.none : $0 }
        return try a.interpreter.call(a.interpreter.attribute(.of(image), "set_clim"), arguments)
      },
      plain("set_cmap", "cmap") { a in try setColourMap(a[0], a.interpreter) },
      plain("get_cmap", "name=, lut=") { a in
        let name = a.has(0) ? a[0] : a.interpreter.pyplot.parameters["image.cmap"]
        return .object(ColourMapObject.of(try ColourMapObject.name(name, "name", a.interpreter), a.interpreter))
      },
      plain("colormaps", "") { _ in Value(list: ColourMapNames.all.map { Value($0) }) },
    ]
    + [
      "autumn", "bone", "cool", "copper", "flag", "gray", "hot", "hsv", "inferno", "jet", "magma", "nipy_spectral",
      "pink", "plasma", "prism", "spring", "summer", "viridis", "winter",
    ].map { name in plain(name, "") { a in try setColourMap(Value(name), a.interpreter) } }

  /// The colour map of the current image and of those that follow.
  private static func setColourMap(_ map: Value, _ interpreter: Interpreter) throws -> Value {
    let name = try ColourMapObject.name(map, "name", interpreter)
    try interpreter.pyplot.parameters.set("image.cmap", Value(name), interpreter)
    currentImage(interpreter)?.mapping.map = name
    return .none
  }

  private static func currentImage(_ interpreter: Interpreter) -> MappedArtist? {
    let figure = interpreter.pyplot.current
    let all = [figure.current].compactMap(\.self) + figure.axes.reversed()
    return all.lazy.compactMap(\.currentImage).first
  }
}

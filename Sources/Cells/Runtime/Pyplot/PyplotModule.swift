/// `matplotlib.pyplot`: functions that draw on the current axes of the current figure.
enum PyplotModule {
  static func make(_ interpreter: Interpreter) -> ModuleObject {
    let module = ModuleObject(
      "matplotlib.pyplot", AxesFunction.all.filter { !$0.plainName.isEmpty }.map(\.function),
      FigureMethods.shared.filter { !$0.plainName.isEmpty }.map(\.function), figures, axes, colours, settings)
    module.namespace["rcParams"] = .object(RcParamsObject(interpreter.pyplot.parameters))
    module.namespace["rcParamsDefault"] = .object(RcParamsObject(RcParams()))
    module.namespace["Figure"] = .object(FigureTypes.figure)
    module.namespace["Axes"] = .object(FigureTypes.axes)
    module.namespace["Line2D"] = .object(FigureTypes.line)
    module.namespace["Text"] = .object(FigureTypes.text)
    module.namespace["Rectangle"] = .object(FigureTypes.rectangle)
    module.namespace["Annotation"] = .object(FigureTypes.annotation)
    module.namespace["cm"] = .object(ColourMapModule.make())
    module.namespace["style"] = .object(StyleModule.make())
    module.namespace["__getattr__"] = .object(
      NativeFunction("__getattr__", "name") { a in
        let name = try a.text(0)
        guard UnsupportedNames.pyplot.contains(name) else {
          throw Raised.attributeError("module 'matplotlib.pyplot' has no attribute '\(name)'")
        }
        return .object(
          NativeFunction(name, "*args, **keywords") { _ in
            throw Raised.unsupported("plt.\(name) is not supported")
          })
      })
    return module
  }

  static let figureFunction: NativeFunction = NativeFunction(
    "figure",
    "num=, figsize=, dpi=, *, facecolor=, edgecolor=, frameon=, FigureClass=, clear=, layout=, tight_layout=, "
      + "constrained_layout=, linewidth=, **keywords", wording: .python
  ) { a in .of(try figure(a)) }

  private static let figures: [(String, Value)] = [
    ("figure", .object(figureFunction)),
    plain("gcf", "") { a in .of(a.interpreter.pyplot.current) },
    plain("show", "*, close=, block=") { a in
      a.interpreter.pyplot.showAll(a.interpreter)
      return .none
    },
    plain("pause", "interval") { a in
      a.interpreter.pyplot.showAll(a.interpreter)
      return .none
    },
    plain("draw", "") { a in
      // A figure to draw is made where there is none.
      _ = a.interpreter.pyplot.current
      return .none
    },
    plain("close", "fig=") { a in
      let pyplot = a.interpreter.pyplot
      switch a[0] {
      case .undefined, .none: if let last = pyplot.figures.last { pyplot.close(last) }
      case .int(let number): if let figure = pyplot.figure(number: number) { pyplot.close(figure) }
      default:
        if let figure = a[0].figurePart(Figure.self) {
          pyplot.close(figure)
        } else if let name = a[0].asString?.value {
          if name == "all" {
            pyplot.closeAll()
          } else if let figure = pyplot.figure(named: name) {
            pyplot.close(figure)
          }
        } else {
          throw Raised.typeError(
            "close() argument must be a Figure, an int, a string, or None, not "
              + (try a.interpreter.representation(.object(a[0].type))))
        }
      }
      return .none
    },
    plain("get_fignums", "") { a in Value(list: a.interpreter.pyplot.numbers.map { .int($0) }) },
    plain("get_figlabels", "") { a in
      let pyplot = a.interpreter.pyplot
      return Value(list: pyplot.numbers.compactMap { pyplot.figure(number: $0) }.map { Value($0.name) })
    },
    plain("fignum_exists", "num") { a in
      if let name = a[0].asString?.value { return .bool(a.interpreter.pyplot.figure(named: name) != nil) }
      return .bool(a.interpreter.pyplot.figure(number: try a.int(0)) != nil)
    },
  ]

  static func plain(_ name: String, _ signature: String, _ body: @escaping NativeFunction.Body) -> (String, Value) {
    (name, .object(NativeFunction(name, signature, wording: .python, body)))
  }

  /// `plt.figure(...)`: a new figure, or the open one of that number or name.
  static func figure(_ a: borrowing Arguments) throws -> Figure {
    let (interpreter, pyplot) = (a.interpreter, a.interpreter.pyplot)
    if let (name, _) = a.keywords.first {
      throw Raised.attributeError("Figure.set() got an unexpected keyword argument '\(name)'")
    }
    if !a[6].isAbsent { throw Raised.unsupported("figure(FigureClass=...) is not supported: leave it out") }
    var (number, name): (Int?, String?)
    if let figure = a[0].figurePart(Figure.self) {
      pyplot.makeCurrent(figure)
      return figure
    } else if let text = a[0].asString?.value {
      name = text
    } else if !a[0].isAbsent {
      number = Int(clamping: try interpreter.plotNumber(a[0]))
    }
    if let known = name.flatMap({ pyplot.figure(named: $0) }) ?? number.flatMap({ pyplot.figure(number: $0) }) {
      pyplot.makeCurrent(known)
      if try a.bool(7, default: false) { known.clear() }
      return known
    }
    try pyplot.checkFigureCount()
    let figure = pyplot.makeFigure(number: number)
    figure.name = name ?? ""
    do {
      if !a[1].isAbsent { try setSize(figure, a[1], interpreter) }
      if !a[2].isAbsent { figure.resolution = try interpreter.plotNumber(a[2]) }
      for (index, key) in [(3, "facecolor"), (4, "edgecolor"), (5, "frameon"), (11, "linewidth")]
      where !a[index].isAbsent {
        figure.style[key] = try StyleValue(a[index], interpreter)
      }
      if let layout = a[8].asString?.value { figure.layout = layout }
      if try !a[9].isAbsent && interpreter.isTrue(a[9]) { figure.layout = "tight" }
      if try !a[10].isAbsent && interpreter.isTrue(a[10]) { figure.layout = "constrained" }
    } catch {
      pyplot.close(figure)
      throw error
    }
    return figure
  }

  private static func setSize(_ figure: Figure, _ value: Value, _ interpreter: Interpreter) throws {
    let isSequence = value.elements != nil || value.asArray.map { $0.array.rank > 0 } ?? false || value.asString != nil
    guard isSequence else {
      throw Raised.typeError("Value after * must be an iterable, not \(interpreter.typeName(value))")
    }
    let sizes = try interpreter.collect(value).map { try interpreter.plotNumber($0) }
    guard sizes.count == 2 else {
      throw Raised.typeError(
        sizes.count > 2
          ? "Bbox.from_bounds() takes 4 positional arguments but \(sizes.count + 2) were given"
          : "Bbox.from_bounds() missing \(2 - sizes.count) required positional argument\(sizes.count == 1 ? ": 'height'" : "s: 'width' and 'height'")"
      )
    }
    guard sizes.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
      let shown = try sizes.map { try interpreter.representation(.float($0)) }.joined(separator: ", ")
      throw Raised.valueError("figure size must be positive finite not (\(shown))")
    }
    (figure.width, figure.height) = (sizes[0], sizes[1])
  }
}

import Arrays

/// How arrays print.
extension ArrayFunction {
  private static let options =
    "precision=, threshold=, edgeitems=, linewidth=, suppress=, nanstr=, infstr=, formatter=, sign=, floatmode=, *, "
    + "legacy="

  static let text: [ArrayFunction] = [
    ArrayFunction("set_printoptions", options) { a in
      a.interpreter.printOptions = try a.printOptions(from: 0, a.interpreter.printOptions)
      return .none
    },
    ArrayFunction("get_printoptions", "") { a in
      let options = a.interpreter.printOptions
      var table = HashTable<Value>()
      table.set(name: "edgeitems", .int(options.edgeItems))
      table.set(name: "threshold", .int(options.threshold))
      table.set(name: "floatmode", Value(options.floatMode.rawValue))
      table.set(name: "precision", options.precision.map { .int($0) } ?? .none)
      table.set(name: "suppress", .bool(options.suppress))
      table.set(name: "linewidth", .int(options.lineWidth))
      table.set(name: "nanstr", Value(options.nanText))
      table.set(name: "infstr", Value(options.infText))
      table.set(name: "sign", Value(options.sign.rawValue))
      table.set(name: "formatter", .none)
      table.set(name: "legacy", options.style == .numpy113 ? Value("1.13") : .bool(false))
      return .object(DictObject(table))
    },
    ArrayFunction("printoptions", options) { a in
      let inside = try a.printOptions(from: 0, a.interpreter.printOptions)
      var outside: [PrintOptions] = []
      return .object(
        ContextManager(
          "numpy.printoptions",
          enter: { interpreter in
            outside.append(interpreter.printOptions)
            interpreter.printOptions = inside
            return .none
          },
          exit: { interpreter in
            if let previous = outside.popLast() { interpreter.printOptions = previous }
          }))
    },
    ArrayFunction(
      "array2string",
      "a, max_line_width=, precision=, suppress_small=, separator=, prefix=, style=, formatter=, threshold=, edgeitems=, "
        + "sign=, floatmode=, suffix=, *, legacy="
    ) { a in
      try a.refuse(7, "formatter", instead: "format the elements one by one")
      var options = a.interpreter.printOptions
      if a.has(1) { options.lineWidth = try a.int(1) }
      if a.has(2) { options.precision = try a.int(2) }
      if a.has(3) { options.suppress = try a.flag(3) }
      if a.has(8) { options.threshold = try a.int(8) }
      if a.has(9) { options.edgeItems = try a.int(9) }
      if a.has(10) { options.sign = try a.sign(10) }
      if a.has(11) { options.floatMode = try a.floatMode(11) }
      try options.validate()
      let array = try a.array(0)
      return Value(
        try array.formatted(
          options, separator: try a.text(4, default: " "), prefix: try a.text(5, default: ""),
          suffix: try a.text(12, default: "")))
    },
    ArrayFunction("array_repr", "arr, max_line_width=, precision=, suppress_small=") { a in
      let className = a[0].asArray == nil && a[0].scalar != nil ? a[0].type.name : "array"
      return Value(try a.array(0).representation(a.lineOptions(), className: className))
    },
    ArrayFunction("array_str", "a, max_line_width=, precision=, suppress_small=") { a in
      if a[0].isNumpyScalar {
        throw Raised.typeError(
          "descriptor '__getitem__' requires a 'numpy.ndarray' object but received a "
            + "'\(a.interpreter.typeName(a[0]))'")
      }
      return Value(try a.array(0).text(a.lineOptions()))
    },
  ]
}

extension Arguments {
  /// The options with what was given changed.
  fileprivate func printOptions(from first: Int, _ present: PrintOptions) throws -> PrintOptions {
    var options = present
    if has(first) { options.precision = try int(first) } else if self[first].isNone { options.precision = nil }
    if has(first + 1) {
      switch self[first + 1].scalar {
      case .float64(let threshold)? where threshold == .infinity: options.threshold = .max
      case .float64(let threshold)? where threshold.isNaN:
        throw Raised.valueError("threshold must be non-NAN, try sys.maxsize for untruncated representation")
      case .float64(let threshold)?:
        options.threshold = Int(exactly: threshold.rounded(.down)) ?? (threshold < 0 ? .min : .max)
      case _?: options.threshold = try int(first + 1)
      case nil: throw Raised.typeError("threshold must be numeric")
      }
    }
    if has(first + 2) { options.edgeItems = try int(first + 2) }
    if has(first + 3) { options.lineWidth = try int(first + 3) }
    if has(first + 4) { options.suppress = try flag(first + 4) }
    if has(first + 5) { options.nanText = try text(first + 5) }
    if has(first + 6) { options.infText = try text(first + 6) }
    try refuse(first + 7, "formatter", instead: "format the elements one by one")
    if has(first + 8) { options.sign = try sign(first + 8) }
    if has(first + 9) { options.floatMode = try floatMode(first + 9) }
    if has(first + 10) {
      switch self[first + 10].asString?.value {
      case "1.13"?: options.style = .numpy113
      case nil where !(try flag(first + 10)): options.style = .numpy126
      default: throw Raised.unsupported("legacy printing is supported for '1.13' only")
      }
    }
    return options
  }

  fileprivate func sign(_ index: Int) throws -> PrintOptions.Sign {
    guard let sign = PrintOptions.Sign(rawValue: try text(index)) else {
      throw Raised.valueError("sign option must be one of ' ', '+', or '-'")
    }
    return sign
  }

  fileprivate func floatMode(_ index: Int) throws -> PrintOptions.FloatMode {
    guard let mode = PrintOptions.FloatMode(rawValue: try text(index)) else {
      throw Raised.valueError("floatmode option must be one of \"fixed\", \"unique\", \"maxprec\" or \"maxprec_equal\"")
    }
    return mode
  }

  fileprivate func lineOptions() throws -> PrintOptions {
    var options = interpreter.printOptions
    if has(1) { options.lineWidth = try int(1) }
    if has(2) { options.precision = try int(2) }
    if has(3) { options.suppress = try flag(3) }
    return options
  }
}

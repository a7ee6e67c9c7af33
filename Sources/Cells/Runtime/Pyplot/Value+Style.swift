import Arrays

extension StyleValue {
  /// What a cell gave as a property.
  /// - Throws: an error for what no property can be.
  init(_ value: Value, _ interpreter: Interpreter, depth: Int = 0) throws {
    guard depth < 32 else { throw Raised.valueError("a property is nested too deeply") }
    switch value {
    case .none, .undefined: self = .none
    case .bool(let flag), .npBool(let flag): self = .flag(flag)
    case .int(let number), .npInt64(let number): self = .integer(number)
    case .npUInt8(let number): self = .integer(Int(number))
    case .float(let number), .npFloat64(let number): self = .number(number)
    case .npFloat32(let number): self = .number(Double(number))
    default:
      if let text = value.asString?.value {
        self = .text(text)
      } else if let map = value.object as? ColourMapObject {
        self = .text(map.name)
      } else if let array = value.asArray?.array {
        self = try StyleValue(interpreter.nestedLists(array), interpreter, depth: depth + 1)
      } else if let dict = value.asDict {
        self = .group(
          try dict.table.pairs.map {
            Field(try interpreter.text($0.0), try StyleValue($0.1, interpreter, depth: depth + 1))
          })
      } else if value.elements != nil || value.asRange != nil {
        self = .list(try interpreter.collect(value).map { try StyleValue($0, interpreter, depth: depth + 1) })
      } else {
        throw Raised.unsupported(
          "a property of type '\(interpreter.typeName(value))' is not supported: give a number, a text, a colour or a "
            + "list of them")
      }
    }
  }
}

extension Value {
  init(_ style: StyleValue) {
    switch style {
    case .none: self = .none
    case .flag(let flag): self = .bool(flag)
    case .integer(let number): self = .int(number)
    case .number(let number): self = .float(number)
    case .text(let text): self.init(text)
    case .list(let values): self.init(tuple: values.map { Value($0) })
    case .group(let fields):
      let dict = DictObject()
      for field in fields { dict.table.set(name: field.name, Value(field.value)) }
      self = .object(dict)
    }
  }
}

extension PropertyList {
  /// The style that keyword arguments give.
  /// - Throws: `AttributeError` "Line2D.set() got an unexpected keyword argument 'foo'"; `ValueError` for a value that
  ///   the property cannot have.
  func style(_ keywords: [(String, Value)], _ interpreter: Interpreter) throws -> Style {
    var style = Style()
    var givenNames: [String: String] = [:]
    for (name, value) in keywords {
      guard let property = self[name] else {
        if name == "transform" || name == "path_effects" || name == "clip_path" || name == "clip_box" || name == "norm"
        {
          throw Raised.unsupported("the property \(name) is not supported: leave it out")
        }
        throw Raised.attributeError("\(className).set() got an unexpected keyword argument '\(name)'")
      }
      if let other = givenNames.updateValue(name, forKey: property.name) {
        throw Raised.typeError("Got both '\(other)' and '\(name)', which are aliases of one another")
      }
      style[property.name] = try property.checked(StyleValue(value, interpreter), name, interpreter, value)
    }
    return style
  }
}

extension Property {
  /// The value in the form that the property keeps.
  /// - Throws: `ValueError` in matplotlib's words.
  func checked(_ value: StyleValue, _ givenName: String, _ interpreter: Interpreter, _ given: Value) throws
    -> StyleValue
  {
    if value == .none { return value }
    if name == "label" || name == "text", value.text == nil { return .text(try interpreter.text(given)) }
    switch kind {
    case .any: return value
    case .flag: return .flag(try interpreter.isTrue(given))
    case .number:
      if case .integer = value, name == "zorder" { return value }
      return .number(try interpreter.plotNumber(given))
    case .colour:
      if value.text == "auto" || value.text == "inherit" { return value }
      guard Colour(value) != nil else { throw Property.invalidColour(given, givenName, interpreter) }
      return value
    case .colours:
      if value.text == "face" || Colour(value) != nil { return value }
      guard let list = value.list, list.allSatisfy({ Colour($0) != nil }) else {
        throw Property.invalidColour(given, "color", interpreter)
      }
      return value
    case .lineStyle:
      if value.list != nil { return value }
      return .text(
        try interpreter.choice(
          given, name == "linestyle" ? "ls" : name,
          ["-", "--", "-.", ":", "None", " ", "", "solid", "dashed", "dashdot", "dotted"],
          orAlso: ["none"]))
    case .marker:
      if case .integer(let number) = value, 0...11 ~= number { return value }
      if let text = value.text, Property.markers.contains(text) || text.hasPrefix("$") { return value }
      if value.list != nil { return value }
      throw Raised.valueError("Unrecognized marker style \(try interpreter.representation(given))")
    case .fontSize:
      if let text = value.text {
        guard Property.fontSizes.contains(text) else {
          throw Raised.valueError(
            "Size is invalid. Valid font size are \(Property.fontSizes.joined(separator: ", ")), None")
        }
        return value
      }
      return .number(try interpreter.plotNumber(given))
    case .choice(let names): return .text(try interpreter.choice(given, name, names))
    }
  }

  private static let markers: Set<String> = [
    ".", ",", "o", "v", "^", "<", ">", "1", "2", "3", "4", "8", "s", "p", "*", "h", "H", "+", "x", "D", "d", "|", "_",
    "P", "X", "None", "none", " ", "",
  ]
  private static let fontSizes = [
    "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "larger", "smaller",
  ]

  static func invalidColour(_ value: Value, _ name: String, _ interpreter: Interpreter) -> Raised {
    let text = (try? interpreter.representation(value)) ?? "?"
    return .valueError(
      "\(text) is not a valid value for \(name): supported inputs are (r, g, b) and (r, g, b, a) 0-1 float tuples; "
        + "'#rrggbb', '#rrggbbaa', '#rgb', '#rgba' strings; named color strings; string reprs of 0-1 floats for "
        + "grayscale values; 'C0', 'C1', ... strings for colors of the color cycle; and pairs combining one of the above "
        + "with an alpha value")
  }
}

extension Interpreter {
  /// What `float(value)` gives.
  func plotNumber(_ value: Value) throws -> Double {
    if let number = try findDouble(value) { return number }
    if let text = value.asString {
      if let number = NumberText.float(text.value) { return number }
      throw Raised.valueError("could not convert string to float: \(try representation(value))")
    }
    throw Raised.typeError("float() argument must be a string or a real number, not '\(typeName(value))'")
  }

  /// One of the names that an argument can have.
  /// - Throws: `ValueError` "'foo' is not a valid value for origin; supported values are 'upper', 'lower'".
  func choice(_ value: Value, _ name: String, _ choices: [String], orAlso others: [String] = []) throws -> String {
    if let text = value.asString?.value, choices.contains(text) || others.contains(text) { return text }
    let list = choices.map { "'\($0)'" }.joined(separator: ", ")
    throw Raised.valueError(
      "\(try representation(value)) is not a valid value for \(name); supported values are \(list)")
  }
}

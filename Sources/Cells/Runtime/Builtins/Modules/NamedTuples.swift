/// The classes that `collections.namedtuple` makes.
enum NamedTuples {
  static let factory: NativeFunction = NativeFunction(
    "namedtuple", "typename, field_names, *, rename=, defaults=, module="
  ) { a in
    let name = try a.interpreter.text(a[0])
    let fields = try fieldNames(a[1], a.interpreter)
    try check(name, fields, renames: a.bool(2, default: false), a.interpreter)
    let defaults = a.has(3) ? try a.interpreter.collect(a[3]) : []
    if defaults.count > fields.count { throw Raised.typeError("Got more default values than field names") }
    return .object(recordClass(name, fields, defaults))
  }

  private static func fieldNames(_ value: Value, _ interpreter: Interpreter) throws -> [String] {
    if let text = value.asString?.value {
      return text.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }
    return try interpreter.collect(value).map { try interpreter.text($0) }
  }

  private static func check(
    _ name: String, _ fields: [String], renames: Bool, _ interpreter: Interpreter
  ) throws {
    if renames { throw Raised.unsupported("namedtuple(rename=True) is not supported: choose other names") }
    var seen: Set<String> = []
    for field in [name] + fields {
      let isIdentifier =
        field.unicodeScalars.first.map { $0 == "_" || $0.properties.isXIDStart } ?? false
        && field.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
      let shown = try interpreter.representation(Value(field))
      guard isIdentifier else {
        throw Raised.valueError("Type names and field names must be valid identifiers: \(shown)")
      }
    }
    for field in fields {
      let shown = try interpreter.representation(Value(field))
      if field.hasPrefix("_") { throw Raised.valueError("Field names cannot start with an underscore: \(shown)") }
      if !seen.insert(field).inserted { throw Raised.valueError("Encountered duplicate field name: \(shown)") }
    }
  }

  /// A record class that cells cannot make objects of: `sys.float_info`.
  static func structure(_ name: String, fields: [String]) -> TypeObject {
    TypeObject(
      name, base: Types.tuple, definesOperators: true,
      attributes: table(accessors(fields), [representation(name, fields)]))
  }

  private static func recordClass(_ name: String, _ fields: [String], _ defaults: [Value]) -> TypeObject {
    let reference = ClassReference()
    let constructor = NativeFunction(name, "*args, **keywords") { a in
      guard let cls = reference.cls else { return .none }
      return .object(RecordObject(cls, try bind(a.rest, a.keywords, name, fields, defaults)))
    }
    let cls = TypeObject(
      name, module: "__main__", base: Types.tuple, constructor: constructor, definesOperators: true,
      attributes: table(
        accessors(fields), conversions(fields),
        [
          ("_fields", Value(tuple: fields.map { Value($0) })), representation(name, fields),
          ("_field_defaults", .object(defaultsByName(fields, defaults))),
          ("__doc__", Value("\(name)(\(fields.joined(separator: ", ")))")),
        ]))
    reference.cls = cls
    return cls
  }

  /// The class that a constructor belongs to.
  private final class ClassReference {
    weak var cls: TypeObject?
  }

  private static func defaultsByName(_ fields: [String], _ defaults: [Value]) -> DictObject {
    let dict = DictObject()
    for (field, value) in zip(fields.suffix(defaults.count), defaults) { dict.table.set(name: field, value) }
    return dict
  }

  private static func accessors(_ fields: [String]) -> [(String, Value)] {
    fields.enumerated().map { index, field in
      property(field) { value, _ in
        value.asTuple?.elements[index] ?? .none
      } set: { _, _, _ in
        throw Raised.attributeError("can't set attribute")
      }
    }
  }

  private static func representation(_ name: String, _ fields: [String]) -> (String, Value) {
    method("__repr__", "/") { a in
      let tuple = try a.tuple
      let text = try a.interpreter.guarded(tuple, "\(name)(...)") {
        let parts = try zip(fields, tuple.elements).map { "\($0)=\(try a.interpreter.representation($1))" }
        return "\(name)(\(parts.joined(separator: ", ")))"
      }
      return Value(text)
    }
  }

  private static func conversions(_ fields: [String]) -> [(String, Value)] {
    [
      method("_asdict", "/") { a in
        let dict = DictObject()
        for (field, value) in zip(fields, try a.tuple.elements) { dict.table.set(name: field, value) }
        return .object(dict)
      },
      method("_replace", "/, **keywords") { a in
        let tuple = try a.tuple
        var elements = tuple.elements
        var unknown: [Value] = []
        for (name, value) in a.keywords {
          if let index = fields.firstIndex(of: name) { elements[index] = value } else { unknown.append(Value(name)) }
        }
        if !unknown.isEmpty {
          throw Raised.valueError(
            "Got unexpected field names: \(try a.interpreter.representation(Value(list: unknown)))")
        }
        return .object(RecordObject(tuple.type, elements))
      },
      (
        "_make",
        .object(
          MethodWrapper(
            .classMethod,
            .object(
              NativeFunction("_make", "iterable, /", isMethod: true) { a in
                guard let cls = a[0].asType else { return .none }
                let elements = try a.interpreter.collect(a[1])
                guard elements.count == fields.count else {
                  throw Raised.typeError("Expected \(fields.count) arguments, got \(elements.count)")
                }
                return .object(RecordObject(cls, elements))
              })))
      ),
    ]
  }

  /// The fields of a new record, with Python's messages.
  private static func bind(
    _ positional: [Value], _ keywords: [(String, Value)], _ name: String, _ fields: [String], _ defaults: [Value]
  ) throws -> [Value] {
    var values = positional
    guard positional.count <= fields.count else {
      let takes =
        defaults.isEmpty
        ? "\(fields.count + 1)" : "from \(fields.count + 1 - defaults.count) to \(fields.count + 1)"
      throw Raised.typeError(
        "\(name).__new__() takes \(takes) positional argument\(fields.isEmpty ? "" : "s") but "
          + "\(positional.count + 1) were given")
    }
    values += Array(repeating: .undefined, count: fields.count - positional.count)
    for (key, value) in keywords {
      guard let index = fields.firstIndex(of: key) else {
        throw Raised.typeError("\(name).__new__() got an unexpected keyword argument '\(key)'")
      }
      guard values[index].isUndefined else {
        throw Raised.typeError("\(name).__new__() got multiple values for argument '\(key)'")
      }
      values[index] = value
    }
    let firstDefault = fields.count - defaults.count
    for index in values.indices where values[index].isUndefined && index >= firstDefault {
      values[index] = defaults[index - firstDefault]
    }
    let missing = values.indices.filter { values[$0].isUndefined }.map { fields[$0] }
    if !missing.isEmpty { throw Binding.missingArguments(missing, "positional", of: "\(name).__new__") }
    return values
  }
}

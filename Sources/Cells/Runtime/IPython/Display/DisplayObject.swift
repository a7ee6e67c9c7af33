/// HTML, Markdown, pictures and the like. Where there is only text, IPython shows their class.
package final class DisplayObject: Object, @unchecked Sendable {
  enum Format: String, Sendable {
    case html = "HTML"
    case markdown = "Markdown"
    case latex = "Latex"
    case math = "Math"
    case json = "JSON"
    case javascript = "Javascript"
    case image = "Image"
    case pretty = "Pretty"
  }

  private let format: Format
  private let data: Value

  init(_ format: Format, _ data: Value) {
    self.format = format
    self.data = data
    super.init(.host)
  }

  package override var type: TypeObject { Self.types[format] ?? Types.object }

  private static let types: [Format: TypeObject] = {
    let all: [Format] = [.html, .markdown, .latex, .math, .json, .javascript, .image, .pretty]
    return Dictionary(uniqueKeysWithValues: all.map { ($0, makeType($0)) })
  }()

  /// The classes as the module has them.
  static var classes: [(String, Value)] { types.values.map { ($0.name, .object($0)) } + alias }

  private static var alias: [(String, Value)] { types[.javascript].map { [("JavaScript", .object($0))] } ?? [] }

  private static func makeType(_ format: Format) -> TypeObject {
    let constructor = NativeFunction(format.rawValue, "data=, url=, filename=, **keywords") { a in
      .object(DisplayObject(format, a[0].isUndefined ? a.has(2) ? a[2] : .none : a[0]))
    }
    return TypeObject(
      format.rawValue, module: "IPython.core.display", constructor: constructor,
      attributes: table([
        property("data") { value, _ in (value.object as? DisplayObject)?.data ?? .none },
        method("__repr__", "/") { a in
          let object = try a.host(DisplayObject.self)
          if format == .pretty { return Value(a.interpreter.defaultRepresentation(object)) }
          return Value("<IPython.core.display.\(format.rawValue) object>")
        },
      ]))
  }
}

extension DisplayObject: PrettyPrinted {
  func prettyText(_ interpreter: Interpreter) throws -> String {
    try format == .pretty ? interpreter.text(data) : interpreter.representation(.object(self))
  }
}

/// A colour map as cells see it: a name. Its colours are for those who draw.
package final class ColourMapObject: Object, @unchecked Sendable {
  let name: String

  init(_ name: String) {
    self.name = name
    super.init(.host)
  }

  package override var type: TypeObject {
    ColourMapNames.isListed(name) ? ColourMapObject.listed : ColourMapObject.interpolated
  }

  /// The object of a name: always the same one in a session.
  static func of(_ name: String, _ interpreter: Interpreter) -> ColourMapObject {
    let pyplot = interpreter.pyplot
    if let known = pyplot.colourMaps[name] { return known }
    let map = ColourMapObject(name)
    pyplot.colourMaps[name] = map
    return map
  }

  /// The name that an argument says, by text or by object.
  /// - Throws: `ValueError` that lists all names.
  static func name(_ value: Value, _ argument: String, _ interpreter: Interpreter) throws -> String {
    if let map = value.object as? ColourMapObject { return map.name }
    return try interpreter.choice(value, argument, ColourMapNames.all)
  }

  private static let listed = make("ListedColormap")
  private static let interpolated = make("LinearSegmentedColormap")

  private static func make(_ className: String) -> TypeObject {
    TypeObject(
      className, module: "matplotlib.colors", isWrittenInPython: true,
      attributes: table([
        property("name") { value, _ in Value((value.object as? ColourMapObject)?.name ?? "") },
        property("N") { _, _ in .int(256) },
        method("reversed", "name=") { a in
          let name = try a.host(ColourMapObject.self).name
          return .object(of(name.hasSuffix("_r") ? String(name.dropLast(2)) : "\(name)_r", a.interpreter))
        },
        method("__call__", "*args, **keywords") { _ in
          throw Raised.unsupported("calling a colour map is not supported: give its name as cmap=")
        },
      ]))
  }
}

/// `ax.spines`: the four lines around axes, by name.
package final class SpinesObject: Object, @unchecked Sendable {
  private let axes: FigureAxes
  /// The ones that `ax.spines[['top', 'right']]` chose.
  private let sides: [Spine.Side]
  private let isChoice: Bool

  init(_ axes: FigureAxes, _ sides: [Spine.Side] = Spine.Side.allCases, isChoice: Bool = false) {
    self.axes = axes
    self.sides = sides
    self.isChoice = isChoice
    super.init(.host)
  }

  package override var type: TypeObject { isChoice ? SpinesObject.choice : SpinesObject.cls }

  private var spines: [Spine] { axes.spines.filter { sides.contains($0.side) } }
  private var values: [Value] { spines.map { FigurePartObject.of($0, in: axes.figure) } }
  private var names: [Value] { spines.map { Value($0.side.rawValue) } }

  private func spine(_ name: String) -> Value? {
    spines.first { $0.side.rawValue == name }.map { FigurePartObject.of($0, in: axes.figure) }
  }

  private static let cls: TypeObject = TypeObject(
    "Spines", module: "matplotlib.spines", isWrittenInPython: true,
    attributes: table(
      [
        method("__getitem__", "key, /") { a in
          let spines = try a.host(SpinesObject.self)
          if let names = a[1].elements {
            let sides = try names.map { name in
              guard let side = Spine.Side(rawValue: try a.interpreter.text(name)) else { throw Raised.keyError(name) }
              return side
            }
            return .object(SpinesObject(spines.axes, sides, isChoice: true))
          }
          if a[1].asSlice != nil { return .object(SpinesObject(spines.axes, isChoice: true)) }
          guard let name = a[1].asString?.value, let spine = spines.spine(name) else { throw Raised.keyError(a[1]) }
          return spine
        },
        method("__len__", "/") { a in .int(try a.host(SpinesObject.self).spines.count) },
        method("__iter__", "/") { a in
          try a.interpreter.makeIterator(Value(list: try a.host(SpinesObject.self).names))
        },
        method("keys", "") { a in Value(list: try a.host(SpinesObject.self).names) },
        method("values", "") { a in Value(list: try a.host(SpinesObject.self).values) },
        method("items", "") { a in
          let spines = try a.host(SpinesObject.self)
          return Value(list: zip(spines.names, spines.values).map { Value(tuple: [$0, $1]) })
        },
      ],
      Spine.Side.allCases.map { side in
        property(side.rawValue) { value, _ in (value.object as? SpinesObject)?.spine(side.rawValue) ?? .none }
      }))

  /// Sets a property of several spines at once.
  private static let choice: TypeObject = TypeObject(
    "SpinesProxy", module: "matplotlib.spines", isWrittenInPython: true,
    attributes: table(
      ["visible", "color", "linewidth", "lw", "linestyle", "ls", "alpha", "position", "bounds"].map { name in
        method("set_\(name)", "*args, **keywords") { a in
          for spine in try a.host(SpinesObject.self).values {
            _ = try a.interpreter.call(a.interpreter.attribute(spine, "set_\(name)"), a.rest, keywords: a.keywords)
          }
          return .none
        }
      }
        + [
          method("set", "**keywords") { a in
            for spine in try a.host(SpinesObject.self).values {
              _ = try a.interpreter.call(a.interpreter.attribute(spine, "set"), [], keywords: a.keywords)
            }
            return .none
          }
        ]))
}

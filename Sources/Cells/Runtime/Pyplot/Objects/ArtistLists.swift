/// A list of artists that says in words how many it holds: `ax.lines`, and what `hist` gives for several sets.
package final class ArtistListObject: Object, @unchecked Sendable {
  let elements: [Value]
  let text: String

  init(_ elements: [Value], _ text: String) {
    self.elements = elements
    self.text = text
    super.init(.host)
  }

  package override var type: TypeObject { ArtistLists.cls }
}

enum ArtistLists {
  /// `<a list of 2 Line2D objects>`
  static func silent(_ artists: [Artist], _ name: String) -> ArtistListObject {
    silent(artists.map { .of($0) }, name)
  }

  static func silent(_ elements: [Value], _ name: String) -> ArtistListObject {
    ArtistListObject(elements, "<a list of \(elements.count) \(name) objects>")
  }

  /// The containers, or lists of outlines, of the sets that `hist` drew.
  static func object(_ parts: [Value], isStep: Bool) -> ArtistListObject {
    silent(parts, isStep ? "list[Polygon]" : "BarContainer")
  }

  /// `<Axes.ArtistList of 2 lines>`
  static func named(_ artists: [Artist], _ name: String) -> ArtistListObject {
    ArtistListObject(artists.map { .of($0) }, "<Axes.ArtistList of \(artists.count) \(name)>")
  }

  static let cls: TypeObject = TypeObject(
    "silent_list", module: "matplotlib.cbook", isWrittenInPython: true,
    attributes: table([
      method("__repr__", "/") { a in Value(try a.host(ArtistListObject.self).text) },
      method("__len__", "/") { a in .int(try a.host(ArtistListObject.self).elements.count) },
      method("__getitem__", "key, /") { a in
        try a.interpreter.item(Value(list: a.host(ArtistListObject.self).elements), a[1])
      },
      method("__iter__", "/") { a in
        try a.interpreter.makeIterator(Value(list: a.host(ArtistListObject.self).elements))
      },
    ]))
}

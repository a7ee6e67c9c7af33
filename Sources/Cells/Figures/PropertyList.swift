/// A property that artists of a class have.
package struct Property: Sendable {
  /// What values are sensible.
  package enum Kind: Sendable, Equatable {
    case any, flag, number, colour, colours, lineStyle, marker, fontSize
    case choice([String])
  }

  package let name: String
  /// Shorter or other names: `lw` of `linewidth`.
  package let aliases: [String]
  package let kind: Kind
  /// What matplotlib says for one that was not given; `nil` where that depends on more.
  package let fallback: StyleValue?

  package init(_ names: String, _ kind: Kind = .any, _ fallback: StyleValue? = nil) {
    let words = names.split(separator: " ").map(String.init)
    name = words[0]
    aliases = Array(words.dropFirst())
    self.kind = kind
    self.fallback = fallback
  }
}

/// The properties of a class of artists.
package struct PropertyList: Sendable {
  /// matplotlib's name: `Line2D`.
  package let className: String
  package let properties: [Property]
  private let byName: [String: Int]

  package init(_ className: String, _ own: [Property]) {
    self.className = className
    properties = own + PropertyList.ofAll.filter { common in !own.contains { $0.name == common.name } }
    var byName: [String: Int] = [:]
    for (index, property) in properties.enumerated() {
      for name in [property.name] + property.aliases { byName[name] = index }
    }
    self.byName = byName
  }

  package subscript(name: String) -> Property? { byName[name].map { properties[$0] } }

  /// What every artist has.
  private static let ofAll: [Property] = [
    Property("alpha", .any, .some(.none)), Property("label", .any, .text("")), Property("visible", .flag, .flag(true)),
    Property("zorder", .number), Property("clip_on", .flag, .flag(true)), Property("gid", .any, .some(.none)),
    Property("animated", .flag, .flag(false)), Property("rasterized", .any, .flag(false)),
    Property("picker", .any, .some(.none)), Property("snap", .any, .some(.none)), Property("url", .any, .some(.none)),
    Property("in_layout", .flag, .flag(true)), Property("sketch_params", .any, .some(.none)),
  ]

  package static let line = PropertyList(
    "Line2D",
    [
      Property("color c", .colour, .text("C0")), Property("linewidth lw", .number, .number(1.5)),
      Property("linestyle ls", .lineStyle, .text("-")), Property("marker", .marker, .text("None")),
      Property("markersize ms", .number, .number(6)), Property("markerfacecolor mfc", .colour),
      Property("markeredgecolor mec", .colour), Property("markeredgewidth mew", .number, .number(1)),
      Property("markerfacecoloralt mfcalt", .colour), Property("markevery", .any, .some(.none)),
      Property("fillstyle", .choice(["full", "left", "right", "bottom", "top", "none"]), .text("full")),
      Property(
        "drawstyle ds", .choice(["default", "steps-mid", "steps-pre", "steps-post", "steps"]), .text("default")),
      Property("antialiased aa", .flag, .flag(true)), Property("dashes"), Property("gapcolor", .colour),
      Property("dash_capstyle"), Property("dash_joinstyle"), Property("solid_capstyle"), Property("solid_joinstyle"),
      Property("pickradius", .number, .number(5)),
    ])

  private static let patchProperties: [Property] = [
    Property("color", .colour), Property("facecolor fc", .colour), Property("edgecolor ec", .colour),
    Property("linewidth lw", .number, .number(1)), Property("linestyle ls", .lineStyle, .text("solid")),
    Property("hatch", .any, .some(.none)), Property("fill", .flag, .flag(true)),
    Property("antialiased aa", .flag, .flag(true)), Property("capstyle"), Property("joinstyle"),
  ]

  package static let rectangle = PropertyList("Rectangle", patchProperties + [Property("angle", .number, .number(0))])
  package static let polygon = PropertyList("Polygon", patchProperties + [Property("closed", .flag, .flag(true))])
  package static let wedge = PropertyList("Wedge", patchProperties)
  package static let spine = PropertyList("Spine", patchProperties + [Property("position"), Property("bounds")])

  private static let collectionProperties: [Property] = [
    Property("color", .colours), Property("facecolor fc facecolors", .colours),
    Property("edgecolor ec edgecolors", .colours), Property("linewidth lw linewidths"),
    Property("linestyle ls linestyles dashes"), Property("hatch", .any, .some(.none)),
    Property("antialiased aa antialiaseds"), Property("capstyle"), Property("joinstyle"), Property("urls"),
    Property("pickradius", .number, .number(5)),
  ]

  package static let points = PropertyList("PathCollection", collectionProperties + [Property("marker", .marker)])
  package static let segments = PropertyList(
    "LineCollection", [Property("color colors", .colours)] + collectionProperties.dropFirst())
  package static let area = PropertyList("PolyCollection", collectionProperties)
  package static let mesh = PropertyList("QuadMesh", collectionProperties)
  package static let contours = PropertyList("QuadContourSet", collectionProperties)

  package static let image = PropertyList(
    "AxesImage",
    [
      Property("interpolation", .any), Property("interpolation_stage"), Property("filternorm", .any, .flag(true)),
      Property("filterrad", .number, .number(4)), Property("resample", .any, .flag(true)),
    ])

  package static let text = PropertyList(
    "Text",
    [
      Property("color c", .colour, .text("black")), Property("fontsize size", .fontSize, .number(10)),
      Property("fontweight weight", .any, .text("normal")), Property("fontstyle style", .any, .text("normal")),
      Property("fontfamily family fontname"), Property("fontproperties font font_properties"),
      Property("fontstretch stretch"), Property("fontvariant variant"), Property("backgroundcolor", .colour),
      Property("bbox"), Property("horizontalalignment ha", .choice(["center", "right", "left"])),
      Property("verticalalignment va", .choice(["top", "bottom", "center", "baseline", "center_baseline"])),
      Property("multialignment ma", .choice(["left", "right", "center"])), Property("rotation", .any, .number(0)),
      Property("rotation_mode"), Property("linespacing", .number), Property("wrap", .flag, .flag(false)),
      Property("usetex", .flag, .flag(false)), Property("parse_math", .flag, .flag(true)),
      Property("math_fontfamily"), Property("antialiased", .flag, .flag(true)), Property("annotation_clip"),
    ])
}

/// The Python classes of figures and their parts.
enum FigureTypes {
  static func type(of part: FigurePart) -> TypeObject {
    switch part {
    case is Figure: figure
    case is FigureAxes: axes
    case let axis as Axis: axis.isHorizontal ? xAxis : yAxis
    case let tick as Tick: tick.isHorizontal ? xTick : yTick
    case let text as FigureText: text.target == nil ? self.text : annotation
    case is Line: line
    case is ImageArtist: image
    case is Points: points
    case is Rectangle: rectangle
    case is Segments: segments
    case is FilledArea: area
    case is Mesh: mesh
    case is Contours: contours
    case is Outline: polygon
    case is Wedge: wedge
    case is Spine: spine
    case is Legend: legend
    case is ColourBar: colourBar
    case is BarContainer: bars
    case is ErrorBarContainer: errorBars
    case is StemContainer: stems
    default: artist
    }
  }

  static let artist = make("Artist", "artist", [])
  static let figure = make("Figure", "figure", FigureMethods.all, unsupported: UnsupportedNames.figure)
  static let axes = make("Axes", "axes._axes", Array(AxesFunctionTable.methods), unsupported: UnsupportedNames.axes)
  static let xAxis = make("XAxis", "axis", AxisMethods.all)
  static let yAxis = make("YAxis", "axis", AxisMethods.all)
  static let xTick = make("XTick", "axis", [])
  static let yTick = make("YTick", "axis", [])
  static let text = make("Text", "text", ArtistMethods.of(.text) + TextMethods.all)
  static let annotation = make("Annotation", "text", ArtistMethods.of(.text) + TextMethods.all)
  static let line = make("Line2D", "lines", ArtistMethods.of(.line) + LineMethods.all)
  static let image = make("AxesImage", "image", ArtistMethods.of(.image) + MappedMethods.all + ImageMethods.all)
  static let points = make(
    "PathCollection", "collections", ArtistMethods.of(.points) + MappedMethods.all + PointMethods.all)
  static let segments = make("LineCollection", "collections", ArtistMethods.of(.segments))
  static let area = make("PolyCollection", "collections", ArtistMethods.of(.area))
  static let mesh = make("QuadMesh", "collections", ArtistMethods.of(.mesh) + MappedMethods.all)
  static let contours = make(
    "QuadContourSet", "contour", ArtistMethods.of(.contours) + MappedMethods.all + ContourMethods.all)
  static let rectangle = make("Rectangle", "patches", ArtistMethods.of(.rectangle) + RectangleMethods.all)
  static let polygon = make("Polygon", "patches", ArtistMethods.of(.polygon))
  static let wedge = make("Wedge", "patches", ArtistMethods.of(.wedge))
  static let spine = make("Spine", "spines", ArtistMethods.of(.spine))
  static let legend = make("Legend", "legend", ArtistMethods.of(.text) + LegendMethods.all)
  static let colourBar = make("Colorbar", "colorbar", ColourBarMethods.all)
  static let bars = make("BarContainer", "container", ContainerMethods.all)
  static let errorBars = make("ErrorbarContainer", "container", ContainerMethods.all)
  static let stems = make("StemContainer", "container", ContainerMethods.all)

  private static func make(
    _ name: String, _ module: String, _ attributes: [(String, Value)], unsupported: [String] = []
  ) -> TypeObject {
    let refused = unsupported.map { missing in
      method(missing, "*args, **keywords") { _ in throw Raised.unsupported("\(name).\(missing) is not supported") }
    }
    return TypeObject(
      name, module: "matplotlib.\(module)", isWrittenInPython: true, attributes: table(refused, attributes))
  }
}

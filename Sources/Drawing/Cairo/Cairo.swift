/// The functions of the Cairo library that drawing needs.
///
/// One table of names and types in the place of a header: the library is not linked, and neither header nor library
/// need be there to build.
struct Cairo: @unchecked Sendable {
  typealias Context = OpaquePointer
  typealias Surface = OpaquePointer
  /// Gets bytes of a file as they are made; 0 says that they were taken.
  typealias Writer = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> Int32
  /// Gives bytes of a file as they are asked for; 0 says that all are there.
  typealias Reader = @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, UInt32) -> Int32
  typealias OnContext = @convention(c) (Context) -> Void
  typealias OnContextNumber = @convention(c) (Context, Double) -> Void
  typealias OnContextPoint = @convention(c) (Context, Double, Double) -> Void
  typealias OnContextEnum = @convention(c) (Context, Int32) -> Void
  typealias OnSurface = @convention(c) (Surface) -> Void
  typealias MakeFile = @convention(c) (Writer, UnsafeMutableRawPointer?, Double, Double) -> Surface?

  let makeImage: @convention(c) (Int32, Int32, Int32) -> Surface?
  let makeImageForData: @convention(c) (UnsafeMutablePointer<UInt8>, Int32, Int32, Int32, Int32) -> Surface?
  let imageData: @convention(c) (Surface) -> UnsafeMutablePointer<UInt8>?
  let imageStride: @convention(c) (Surface) -> Int32
  let imageWidth: @convention(c) (Surface) -> Int32
  let imageHeight: @convention(c) (Surface) -> Int32
  let imageFormat: @convention(c) (Surface) -> Int32
  let readPNG: @convention(c) (Reader, UnsafeMutableRawPointer?) -> Surface?
  let makeSVG: MakeFile
  let setSVGUnit: @convention(c) (Surface, Int32) -> Void
  let makePDF: MakeFile
  let setPDFMetadata: @convention(c) (Surface, Int32, UnsafePointer<CChar>) -> Void
  let writePNG: @convention(c) (Surface, Writer, UnsafeMutableRawPointer?) -> Int32
  let surfaceStatus: @convention(c) (Surface) -> Int32
  let flush: OnSurface
  let finish: OnSurface
  let destroySurface: OnSurface
  let makeContext: @convention(c) (Surface) -> Context?
  let destroy: OnContext
  let save: OnContext
  let restore: OnContext
  let newPath: OnContext
  let moveTo: OnContextPoint
  let lineTo: OnContextPoint
  let curveTo: @convention(c) (Context, Double, Double, Double, Double, Double, Double) -> Void
  let closePath: OnContext
  let rectangle: @convention(c) (Context, Double, Double, Double, Double) -> Void
  let fill: OnContext
  let stroke: OnContext
  let paint: OnContext
  let clip: OnContext
  let resetClip: OnContext
  let setColour: @convention(c) (Context, Double, Double, Double, Double) -> Void
  let setSource: @convention(c) (Context, Surface, Double, Double) -> Void
  let source: @convention(c) (Context) -> OpaquePointer?
  let setFilter: @convention(c) (OpaquePointer, Int32) -> Void
  let setLineWidth: OnContextNumber
  let setDash: @convention(c) (Context, UnsafePointer<Double>?, Int32, Double) -> Void
  let setLineCap: OnContextEnum
  let setLineJoin: OnContextEnum
  let setAntialias: OnContextEnum
  let scale: OnContextPoint
  let translate: OnContextPoint
  let rotate: OnContextNumber

  /// `nil` where the library is not installed.
  static let shared: Cairo? = Cairo()

  private init?() {
    guard let library = DynamicLibrary(["libcairo.so.2", "libcairo.2.dylib"]) else { return nil }
    func find<Function>(_ name: String) throws(Missing) -> Function {
      guard let function = library.function("cairo_\(name)", Function.self) else { throw Missing() }
      return function
    }
    do throws(Missing) {
      makeImage = try find("image_surface_create")
      makeImageForData = try find("image_surface_create_for_data")
      imageData = try find("image_surface_get_data")
      imageStride = try find("image_surface_get_stride")
      imageWidth = try find("image_surface_get_width")
      imageHeight = try find("image_surface_get_height")
      imageFormat = try find("image_surface_get_format")
      readPNG = try find("image_surface_create_from_png_stream")
      makeSVG = try find("svg_surface_create_for_stream")
      setSVGUnit = try find("svg_surface_set_document_unit")
      makePDF = try find("pdf_surface_create_for_stream")
      setPDFMetadata = try find("pdf_surface_set_metadata")
      writePNG = try find("surface_write_to_png_stream")
      surfaceStatus = try find("surface_status")
      flush = try find("surface_flush")
      finish = try find("surface_finish")
      destroySurface = try find("surface_destroy")
      makeContext = try find("create")
      destroy = try find("destroy")
      save = try find("save")
      restore = try find("restore")
      newPath = try find("new_path")
      moveTo = try find("move_to")
      lineTo = try find("line_to")
      curveTo = try find("curve_to")
      closePath = try find("close_path")
      rectangle = try find("rectangle")
      fill = try find("fill")
      stroke = try find("stroke")
      paint = try find("paint")
      clip = try find("clip")
      resetClip = try find("reset_clip")
      setColour = try find("set_source_rgba")
      setSource = try find("set_source_surface")
      source = try find("get_source")
      setFilter = try find("pattern_set_filter")
      setLineWidth = try find("set_line_width")
      setDash = try find("set_dash")
      setLineCap = try find("set_line_cap")
      setLineJoin = try find("set_line_join")
      setAntialias = try find("set_antialias")
      scale = try find("scale")
      translate = try find("translate")
      rotate = try find("rotate")
    } catch {
      return nil
    }
  }

  private struct Missing: Error {}

  // Values of Cairo's enumerations.
  static let premultipliedColours: Int32 = 0
  static let opaqueColours: Int32 = 1
  static let noAntialias: Int32 = 1
  static let goodAntialias: Int32 = 5
  static let nearestFilter: Int32 = 3
  static let pixelUnit: Int32 = 8
  static let creationDate: Int32 = 5
}

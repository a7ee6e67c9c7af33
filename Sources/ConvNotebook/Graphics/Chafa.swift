import Cells
import Drawing

/// The functions of the Chafa library that showing figures needs, found by name when the first one is shown.
struct Chafa: @unchecked Sendable {
  typealias Object = OpaquePointer
  typealias SetNumber = @convention(c) (Object, Int32) -> Void
  typealias SetTwo = @convention(c) (Object, Int32, Int32) -> Void
  typealias SetObject = @convention(c) (Object, Object) -> Void
  typealias Make = @convention(c) () -> Object?
  typealias Release = @convention(c) (Object) -> Void

  let makeConfiguration: Make
  let releaseConfiguration: Release
  let setGeometry: SetTwo
  let setCellGeometry: SetTwo
  let setCanvasMode: SetNumber
  let setPixelMode: SetNumber
  let setPreprocessing: SetNumber
  let setDitherMode: SetNumber
  let setWorkFactor: @convention(c) (Object, Float) -> Void
  let setSymbols: SetObject
  let makeSymbols: Make
  let releaseSymbols: Release
  let addSymbols: @convention(c) (Object, UInt32) -> Void
  let removeSymbols: @convention(c) (Object, UInt32) -> Void
  let makeCanvas: @convention(c) (Object) -> Object?
  let releaseCanvas: Release
  /// Pixel type, pixels, width, height, bytes of a row.
  let draw: @convention(c) (Object, Int32, UnsafePointer<UInt8>, Int32, Int32, Int32) -> Void
  let character: @convention(c) (Object, Int32, Int32) -> UInt32
  /// -1 for a colour that is not set.
  let colours: @convention(c) (Object, Int32, Int32, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>) -> Void
  let print: @convention(c) (Object, Object?) -> UnsafeMutableRawPointer?
  let terminals: Make
  /// What a terminal can do, by the environment that it sets.
  let detect: @convention(c) (Object, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Object?
  let releaseTerminal: Release
  let releaseText: @convention(c) (UnsafeMutableRawPointer, Int32) -> UnsafeMutablePointer<CChar>?

  /// GLib's text starts with the address of its bytes and their number.
  static func string(_ text: UnsafeMutableRawPointer) -> String {
    let start = text.load(as: UnsafePointer<UInt8>?.self)
    let length = text.load(fromByteOffset: MemoryLayout<UnsafeRawPointer>.stride, as: Int.self)
    return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
  }

  static let shared: Chafa? = Chafa()

  /// - Throws: where the library is not installed.
  static func loaded() throws(PictureError) -> Chafa {
    guard let chafa = shared else {
      throw PictureError(message: "figures are shown with Chafa, which is not installed: apt-get install chafa")
    }
    return chafa
  }

  private init?() {
    guard let library = DynamicLibrary(["libchafa.so.0", "libchafa.0.dylib"]) else { return nil }
    func find<Function>(_ name: String) throws(Missing) -> Function {
      guard let function = library.function(name, Function.self) else { throw Missing() }
      return function
    }
    do throws(Missing) {
      makeConfiguration = try find("chafa_canvas_config_new")
      releaseConfiguration = try find("chafa_canvas_config_unref")
      setGeometry = try find("chafa_canvas_config_set_geometry")
      setCellGeometry = try find("chafa_canvas_config_set_cell_geometry")
      setCanvasMode = try find("chafa_canvas_config_set_canvas_mode")
      setPixelMode = try find("chafa_canvas_config_set_pixel_mode")
      setPreprocessing = try find("chafa_canvas_config_set_preprocessing_enabled")
      setDitherMode = try find("chafa_canvas_config_set_dither_mode")
      setWorkFactor = try find("chafa_canvas_config_set_work_factor")
      setSymbols = try find("chafa_canvas_config_set_symbol_map")
      makeSymbols = try find("chafa_symbol_map_new")
      releaseSymbols = try find("chafa_symbol_map_unref")
      addSymbols = try find("chafa_symbol_map_add_by_tags")
      removeSymbols = try find("chafa_symbol_map_remove_by_tags")
      makeCanvas = try find("chafa_canvas_new")
      releaseCanvas = try find("chafa_canvas_unref")
      draw = try find("chafa_canvas_draw_all_pixels")
      character = try find("chafa_canvas_get_char_at")
      colours = try find("chafa_canvas_get_colors_at")
      print = try find("chafa_canvas_print")
      terminals = try find("chafa_term_db_get_default")
      detect = try find("chafa_term_db_detect")
      releaseTerminal = try find("chafa_term_info_unref")
      releaseText = try find("g_string_free")
    } catch {
      return nil
    }
  }

  private struct Missing: Error {}

  // Values of Chafa's enumerations.
  static let trueColour: Int32 = 0
  static let sixels: Int32 = 1
  static let premultipliedRGBA: Int32 = 0
  static let spaces: UInt32 = 1 << 0
  static let solids: UInt32 = 1 << 1
  static let blocks: UInt32 = 1 << 3
  static let borders: UInt32 = 1 << 4
  static let quarters: UInt32 = 1 << 7
  static let halves: UInt32 = 1 << 8 | 1 << 9
  static let wide: UInt32 = 1 << 18
  static let ambiguousOrUgly: UInt32 = 1 << 19 | 1 << 20
}

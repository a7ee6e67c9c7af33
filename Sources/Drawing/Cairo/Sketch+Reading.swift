import Cells

extension Sketch {
  /// A picture that a PNG file holds, pixel by pixel; `nil` for what is no such file, or one with more than 8 bits a colour.
  package init?(png bytes: [UInt8]) {
    guard let cairo = Cairo.shared else { return nil }
    let input = ByteInput(bytes)
    guard let surface = cairo.readPNG(ByteInput.reader, Unmanaged.passUnretained(input).toOpaque()) else { return nil }
    defer { cairo.destroySurface(surface) }
    let format = cairo.imageFormat(surface)
    guard cairo.surfaceStatus(surface) == 0, format == Cairo.premultipliedColours || format == Cairo.opaqueColours,
      let data = cairo.imageData(surface)
    else { return nil }
    let (width, height) = (Int(cairo.imageWidth(surface)), Int(cairo.imageHeight(surface)))
    let stride = Int(cairo.imageStride(surface))
    guard width > 0, height > 0 else { return nil }
    var colours: [UInt8] = []
    colours.reserveCapacity(4 * width * height)
    for row in 0..<height {
      for column in 0..<width {
        let pixel = UnsafeRawPointer(data + row * stride + 4 * column).loadUnaligned(as: UInt32.self)
        let alpha = format == Cairo.opaqueColours ? 255 : pixel >> 24
        for shift in [16, 8, 0] as [UInt32] {
          let part = pixel >> shift & 255
          colours.append(UInt8(truncatingIfNeeded: alpha == 0 ? 0 : min(255, (part * 255 + alpha / 2) / alpha)))
        }
        colours.append(UInt8(truncatingIfNeeded: alpha))
      }
    }
    self.init(width: Double(width), height: Double(height), resolution: 100)
    var raster = Raster(rows: height, columns: width, .colours(colours))
    raster.interpolation = "antialiased"
    add(raster, in: Box(left: 0, top: 0, right: Double(width), bottom: Double(height)))
  }
}

/// Hands bytes to Cairo.
private final class ByteInput {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static let reader: Cairo.Reader = { input, target, count in
    guard let input, let target else { return 10 }
    return Unmanaged<ByteInput>.fromOpaque(input).takeUnretainedValue().read(target, Int(count))
  }

  /// 0, or Cairo's number for a file that cannot be read.
  private func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int32 {
    guard position + count <= bytes.count else { return 10 }
    bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { target.update(from: start + position, count: count) }
    }
    position += count
    return 0
  }
}

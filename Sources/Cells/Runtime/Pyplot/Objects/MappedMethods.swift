import Arrays

/// Methods of what shows numbers as colours.
enum MappedMethods {
  static let all: [(String, Value)] = [
    method("get_cmap", "") { a in
      .object(ColourMapObject.of(try a.part(MappedArtist.self).mapping.map, a.interpreter))
    },
    property("cmap") { value, interpreter in
      .object(ColourMapObject.of(value.figurePart(MappedArtist.self)?.mapping.map ?? "", interpreter))
    },
    method("set_cmap", "cmap") { a in
      try a.part(MappedArtist.self).mapping.map = ColourMapObject.name(a[1], "cmap", a.interpreter)
      return .none
    },
    method("get_array", "") { a in try a.part(MappedArtist.self).values.map { Value($0) } ?? .none },
    method("set_array", "A") { a in
      let artist = try a.part(MappedArtist.self)
      if artist is ImageArtist {
        artist.values = try PlotCall.pixels(a[1], a.interpreter)
      } else if let old = artist.values, !(artist is Points) {
        artist.values = try a.array(1).copy().reshape(old.shape.map { $0 })
      } else {
        artist.values = try a.array(1).ravel().copy()
      }
      return .none
    },
    method("get_clim", "") { a in
      let artist = try a.part(MappedArtist.self)
      guard let (low, high) = artist.colourRange else { return Value(tuple: [.none, .none]) }
      let isWhole = artist.values?.dtype.isInteger ?? false
      func shown(_ number: Double, _ given: Double?) -> Value {
        given == nil && isWhole && number.magnitude < 1e18 ? .npInt64(Int(number)) : .npFloat64(number)
      }
      return Value(tuple: [shown(low, artist.mapping.minimum), shown(high, artist.mapping.maximum)])
    },
    method("set_clim", "vmin=, vmax=") { a in
      let artist = try a.part(MappedArtist.self)
      var limits = [a[1], a[2]]
      if !a.has(2), let pair = a[1].elements, pair.count == 2 { limits = pair }
      if !limits[0].isAbsent { artist.mapping.minimum = try a.interpreter.plotNumber(limits[0]) }
      if !limits[1].isAbsent { artist.mapping.maximum = try a.interpreter.plotNumber(limits[1]) }
      return .none
    },
  ]
}

enum ImageMethods {
  static let all: [(String, Value)] = [
    method("set_data", "A") { a in
      try a.part(ImageArtist.self).values = PlotCall.pixels(a[1], a.interpreter)
      return .none
    },
    method("get_extent", "") { a in
      let image = try a.part(ImageArtist.self)
      let edges = image.edges.map { Value.float($0) }
      return image.extent == nil ? Value(tuple: edges) : Value(list: edges)
    },
    method("set_extent", "extent, **keywords") { a in
      let extent = try a.interpreter.collect(a[1]).map { try a.interpreter.plotNumber($0) }
      guard extent.count == 4 else {
        throw Raised.valueError("not enough values to unpack (expected 4, got \(extent.count))")
      }
      try a.part(ImageArtist.self).extent = extent
      return .none
    },
    method("get_size", "") { a in
      let image = try a.part(ImageArtist.self)
      return Value(tuple: [.int(image.rows), .int(image.columns)])
    },
  ]
}

enum PointMethods {
  static let all: [(String, Value)] = [
    method("get_offsets", "") { a in
      let points = try a.part(Points.self)
      let pairs = zip(points.x.doubles, points.y.doubles).flatMap { [$0, $1] }
      return Value(try NDArray(pairs, shape: [points.x.count, 2]))
    },
    method("get_sizes", "") { a in Value(try a.part(Points.self).sizes) },
    method("set_sizes", "sizes, dpi=") { a in
      try a.part(Points.self).sizes = a.array(1).copy(as: .float64)
      return .none
    },
  ]
}

enum ContourMethods {
  static let all: [(String, Value)] = [
    property("levels") { value, _ in
      if let levels = value.figurePart(Contours.self)?.levels { return Value(levels) }
      throw Raised.unsupported("the levels of contours are not supported where none were given: give levels=[...]")
    }
  ]
}

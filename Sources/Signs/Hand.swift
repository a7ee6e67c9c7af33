/// A place on the image, in 256ths of a pixel; y grows downwards.
struct Point {
  var x: Int
  var y: Int
}

/// A direction that needs no trigonometry: 2t / (1 + t²) and (1 - t²) / (1 + t²) are the sine and cosine of an angle.
struct Rotation {
  private static let one = 1 << 14
  private let sine: Int
  private let cosine: Int

  /// - Parameter tangent: of half the angle, in 1024ths; positive turns clockwise.
  init(halfTangent tangent: Int) {
    let square = tangent * tangent
    let sum = (1 << 20) + square
    sine = 2 * tangent * 1024 * Rotation.one / sum
    cosine = ((1 << 20) - square) * Rotation.one / sum
  }

  func apply(_ point: Point) -> Point {
    Point(
      x: (point.x * cosine - point.y * sine) / Rotation.one, y: (point.x * sine + point.y * cosine) / Rotation.one)
  }
}

/// A finger, the palm, the wrist: everything within `radius` of a line.
struct Limb {
  var start: Point
  var end: Point
  var radius: Int

  /// How far inside a point is: 256 on the line, 0 at the rim and outside.
  func depth(at point: Point) -> Int {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let (px, py) = (point.x - start.x, point.y - start.y)
    let length = dx * dx + dy * dy
    let along = px * dx + py * dy
    let square = radius * radius
    // Squares of distances throughout, so that there is no root to round.
    let distance: Int
    if along <= 0 || length == 0 {
      distance = px * px + py * py
    } else if along >= length {
      let (qx, qy) = (point.x - end.x, point.y - end.y)
      distance = qx * qx + qy * qy
    } else {
      // Below 2^31: its square fits.
      let cross = px * dy - py * dx
      distance = cross * cross / length
    }
    return distance >= square ? 0 : 256 - 256 * distance / square
  }
}

/// A hand that shows a number, palm to the viewer, as the SIGNS photographs have it.
struct Hand {
  /// From back to front.
  let limbs: [Limb]

  /// - Parameter fingers: 0 to 5 of them are stretched out.
  init(showing fingers: Int, _ random: inout RandomNumbers) {
    var limbs: [Limb] = []
    let scale = random.number(225...325)
    func length(_ pixels: Int) -> Int { pixels * scale / 8 }
    // The wrist leads out of the image.
    limbs.append(Limb(start: Point(x: 0, y: length(60)), end: Point(x: 0, y: length(400)), radius: length(54)))
    limbs.append(Limb(start: Point(x: -length(8), y: 0), end: Point(x: length(8), y: length(36)), radius: length(78)))
    // Three are shown with the thumb at times.
    let withThumb = fingers == 5 || fingers == 3 && random.chance(outOf: 4)
    let straight = withThumb ? fingers - 1 : fingers
    let spread = random.number(20...(fingers == 4 ? 46 : 60))
    for finger in 0..<4 {
      let root = Point(x: length(-57 + 38 * finger), y: -length([52, 64, 62, 46][finger]))
      let width = length(random.number(17...20))
      if finger < straight {
        let reach = length([112, 128, 118, 92][finger] + random.deviation(14))
        let tangent = ((2 * finger - 3) * spread + random.deviation(24)) * 2
        let tip = Rotation(halfTangent: tangent).apply(Point(x: 0, y: -reach))
        limbs.append(Limb(start: root, end: Point(x: root.x + tip.x, y: root.y + tip.y), radius: width))
      } else {
        // Folded: the knuckle, and the finger's end on the palm.
        let bent = Point(x: root.x * 7 / 8 + length(random.deviation(5)), y: root.y + length(random.number(44...62)))
        limbs.append(Limb(start: Point(x: root.x, y: root.y - length(6)), end: bent, radius: width + length(1)))
      }
    }
    let thumbRoot = Point(x: -length(70), y: length(26))
    if withThumb {
      let tip = Rotation(halfTangent: -random.number(330...560)).apply(
        Point(x: 0, y: -length(92 + random.deviation(12))))
      limbs.append(
        Limb(start: thumbRoot, end: Point(x: thumbRoot.x + tip.x, y: thumbRoot.y + tip.y), radius: length(21)))
    } else {
      let tip = Point(x: length(random.number(-8...30)), y: length(random.number(-6...18)))
      limbs.append(Limb(start: thumbRoot, end: tip, radius: length(21)))
    }
    let turn = Rotation(halfTangent: random.deviation(230))
    let isMirrored = random.chance(outOf: 2)
    let centre = Point(x: 32 * 256 + random.deviation(7 * 256), y: 42 * 256 + random.deviation(6 * 256))
    self.limbs = limbs.map { limb in
      func place(_ point: Point) -> Point {
        let turned = turn.apply(Point(x: isMirrored ? -point.x : point.x, y: point.y))
        return Point(x: centre.x + turned.x, y: centre.y + turned.y)
      }
      return Limb(start: place(limb.start), end: place(limb.end), radius: limb.radius)
    }
  }
}

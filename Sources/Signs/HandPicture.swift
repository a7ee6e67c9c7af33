/// Draws a hand before a wall: 64 x 64 pixels of three bytes, red, green, blue.
///
/// Whole arithmetic throughout, so that the bytes are the same on every machine.
struct HandPicture {
  static let size = 64
  /// Each pixel is the mean of this many points squared.
  private static let samples = 3

  private struct Colour {
    var red: Int
    var green: Int
    var blue: Int

    /// A colour on the way from this one to another: `place` of 256ths.
    func mixed(with other: Colour, _ place: Int) -> Colour {
      Colour(
        red: red + (other.red - red) * place / 256, green: green + (other.green - green) * place / 256,
        blue: blue + (other.blue - blue) * place / 256)
    }

    func scaled(_ light: Int) -> Colour {
      Colour(red: red * light / 256, green: green * light / 256, blue: blue * light / 256)
    }
  }

  private static let skins = [
    Colour(red: 244, green: 208, blue: 186), Colour(red: 232, green: 184, blue: 152),
    Colour(red: 206, green: 150, blue: 116),
    Colour(red: 170, green: 115, blue: 82), Colour(red: 128, green: 84, blue: 60), Colour(red: 92, green: 60, blue: 46),
  ]
  private static let walls = [
    Colour(red: 226, green: 222, blue: 214), Colour(red: 200, green: 196, blue: 186),
    Colour(red: 184, green: 200, blue: 210),
    Colour(red: 214, green: 204, blue: 180), Colour(red: 150, green: 156, blue: 164),
    Colour(red: 190, green: 206, blue: 186),
  ]

  private let hand: Hand
  private let skin: Colour
  private let wall: Colour
  private let otherWall: Colour
  /// Of the light along both axes, and of the wall's two colours.
  private let slopes: (light: Point, wall: Point)
  private let brightness: Int
  private let shadow: Point
  private let noise: Int

  init(showing fingers: Int, _ random: inout RandomNumbers) {
    hand = Hand(showing: fingers, &random)
    let tone = random.number(0...(HandPicture.skins.count - 2))
    skin = HandPicture.skins[tone].mixed(with: HandPicture.skins[tone + 1], random.number(0...256))
    wall = HandPicture.walls[random.number(0...5)].scaled(random.number(200...270))
    otherWall = HandPicture.walls[random.number(0...5)].scaled(random.number(190...270))
    slopes = (
      Point(x: random.deviation(60), y: random.deviation(60)), Point(x: random.deviation(300), y: random.deviation(300))
    )
    brightness = random.number(205...275)
    shadow = Point(x: random.deviation(4 * 256), y: random.number(0...(3 * 256)))
    noise = random.number(1...2)
  }

  /// The bytes in C order: row, column, colour.
  func draw(_ random: inout RandomNumbers) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(HandPicture.size * HandPicture.size * 3)
    let count = HandPicture.samples * HandPicture.samples
    for row in 0..<HandPicture.size {
      for column in 0..<HandPicture.size {
        var sum = Colour(red: 0, green: 0, blue: 0)
        for sample in 0..<count {
          let colour = self.colour(
            at: Point(
              x: column * 256 + (2 * (sample % HandPicture.samples) + 1) * 128 / HandPicture.samples,
              y: row * 256 + (2 * (sample / HandPicture.samples) + 1) * 128 / HandPicture.samples))
          sum.red += colour.red
          sum.green += colour.green
          sum.blue += colour.blue
        }
        let grain = random.deviation(noise)
        for channel in [sum.red, sum.green, sum.blue] {
          let value = channel / count + grain
          bytes.append(UInt8(min(max(value, 0), 255)))
        }
      }
    }
    return bytes
  }

  private func colour(at point: Point) -> Colour {
    let (x, y) = (point.x - 32 * 256, point.y - 32 * 256)
    let light = brightness + (x * slopes.light.x + y * slopes.light.y) / (32 * 256)
    // The foremost limb that the point lies in; a dark rim sets it off from those behind it.
    var shade: Int?
    for limb in hand.limbs.reversed() {
      let depth = limb.depth(at: point)
      if depth > 0 {
        shade = depth < 40 ? 196 + depth * 3 / 2 : min(256, 254 + (depth - 40) / 32)
        break
      }
    }
    if let shade { return skin.scaled(shade).scaled(light) }
    let place = 128 + (x * slopes.wall.x + y * slopes.wall.y) / (32 * 256)
    var background = wall.mixed(with: otherWall, min(max(place, 0), 256))
    let behind = Point(x: point.x - shadow.x, y: point.y - shadow.y)
    if hand.limbs.contains(where: { $0.depth(at: behind) > 0 }) { background = background.scaled(214) }
    return background.scaled(light)
  }
}

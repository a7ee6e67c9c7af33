/// Pictures of hands that show 0 to 5 fingers, drawn: a stand-in for the SIGNS photographs of the course, in their layout.
package struct SignsSet: Sendable {
  package static let classCount = 6
  package static let imageShape = [HandPicture.size, HandPicture.size, 3]

  /// One image after the other, each in C order: row, column, colour.
  package let images: [UInt8]
  /// How many fingers each shows.
  package let labels: [Int]

  /// - Parameters:
  ///   - perClass: images of each number of fingers.
  ///   - seed: sets with different ones have no image in common.
  private init(perClass: Int, seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    var labels = (0..<(perClass * SignsSet.classCount)).map { $0 % SignsSet.classCount }
    random.shuffle(&labels)
    var images: [UInt8] = []
    for label in labels {
      let picture = HandPicture(showing: label, &random)
      images += picture.draw(&random)
    }
    self.images = images
    self.labels = labels
  }

  /// 240 images to learn from.
  package static func training() -> SignsSet { SignsSet(perClass: 40, seed: 1) }

  /// 60 images to be tested with.
  package static func test() -> SignsSet { SignsSet(perClass: 10, seed: 2) }
}

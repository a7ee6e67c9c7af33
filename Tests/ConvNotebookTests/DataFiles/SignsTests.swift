import Cells
import Foundation
import HDF5
import Signs
import Testing

@Suite struct SignsTests {
  private static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../notebooks/data")

  @Test("ships the images that the program draws", arguments: ["train", "test"])
  func shipsWhatIsDrawn(name: String) throws {
    let set = name == "train" ? SignsSet.training() : SignsSet.test()
    let file = try HDF5File(SignsTests.shipped.appendingPathComponent("\(name)_signs.h5").path)
    guard case .numbers(let type, let shape, let bytes) = try file.read("/\(name)_set_x") else {
      Issue.record("no numbers")
      return
    }
    #expect(type.code == "|u1")
    #expect(shape == [set.labels.count, 64, 64, 3])
    #expect(bytes == set.images)
    let labels = set.labels.map { Int64($0) }.withUnsafeBytes { [UInt8]($0) }
    guard case .numbers(_, _, let stored) = try file.read("/\(name)_set_y") else {
      Issue.record("no numbers")
      return
    }
    #expect(stored == labels)
    #expect(try file.members(of: "/").sorted() == ["list_classes", "\(name)_set_x", "\(name)_set_y"])
  }

  /// Recorded when the images were looked at; the arithmetic is whole, so that no machine draws others.
  @Test func drawsTheSameOnEveryMachine() {
    func digest(_ bytes: [UInt8]) -> String {
      var hash = SHA256()
      hash.update(bytes)
      return hash.finish().map { String(format: "%02x", $0) }.joined()
    }
    #expect(digest(SignsSet.training().images) == "3b1cd556d8fd89afa038915d9164b077f407bee619ada89331cf337b6693a1ee")
    #expect(digest(SignsSet.test().images) == "dc2d76ccdcc523f08678a553446dd2d798956053d73a397cc6e16c2bd6959e31")
  }

  @Test("has as many images of each number of fingers, and none twice")
  func isBalanced() {
    let (training, test) = (SignsSet.training(), SignsSet.test())
    for (set, count) in [(training, 40), (test, 10)] {
      for number in 0..<6 { #expect(set.labels.count { $0 == number } == count) }
    }
    let size = 64 * 64 * 3
    let all = [training, test].flatMap { set in
      (0..<set.labels.count).map { Array(set.images[($0 * size)..<(($0 + 1) * size)]) }
    }
    #expect(Set(all).count == 300)
  }

  @Test func writesThemWhereItIsTold() throws {
    let workspace = try Workspace()
    let outcome = try workspace.cnb("data", "signs", ".")
    #expect(
      outcome == Outcome(0, error: "cnb: wrote ./train_signs.h5: 240 images\ncnb: wrote ./test_signs.h5: 60 images\n"))
    #expect(workspace.names == ["test_signs.h5", "train_signs.h5"])
    try workspace.write("import h5py\nprint(h5py.File('test_signs.h5')['test_set_x'])\n", to: "look.py")
    #expect(
      try workspace.cnb("run", "look.py").output
        == "<HDF5 dataset \"test_set_x\": shape (60, 64, 64, 3), type \"|u1\">\n")
    let again = try workspace.cnb("data", "signs", ".")
    #expect(
      again
        == Outcome(
          0,
          error: ["train", "test"].map { "cnb: ./\($0)_signs.h5 is there already and was left alone\n" }.joined()))
  }
}

import ArgumentParser

/// `cnb data`
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Make files of images to learn from.",
    discussion: """
      signs draws hands that show 0 to 5 fingers, 64 x 64 pixels in colour, and writes them as the course's files are laid \
      out: 240 to learn from in train_signs.h5 (train_set_x, train_set_y, list_classes) and 60 to be tested with in \
      test_signs.h5. The arrays are the same on every machine.
      """)

  enum DataSet: String, ExpressibleByArgument, CaseIterable { case signs }

  @ArgumentParser.Argument(help: "Which images: signs.")
  var dataSet: DataSet

  @ArgumentParser.Argument(
    help: "The folder that the files are written to. Files that are there already are left alone.",
    completion: .directory)
  var folder: String

  func run() throws {
    do throws(CommandFailure) {
      switch dataSet {
      case .signs: try SignsFiles(folder: folder).write()
      }
    } catch {
      throw ExitCode(error.report())
    }
  }
}

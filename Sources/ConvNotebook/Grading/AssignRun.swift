import Cells

/// `cnb assign`: both files or, with a word on what is wrong, neither.
struct AssignRun {
  let instructor: String
  let student: String
  let key: String
  let options: Assignment.Options
  /// Files beside the notebook that submissions may import.
  let files: [String]
  let seed: UInt32
  let stackBytes: Int

  func run() throws(CommandFailure) {
    let bytes = try readFile(instructor)
    let notebook: Notebook
    do throws(NotebookError) {
      notebook = try Notebook(bytes)
    } catch {
      throw CommandFailure(error.message(file: instructor))
    }
    var contents: [String: [UInt8]] = [:]
    for name in files { contents[name] = try readFile("\(folder(of: instructor))/\(name)") }
    var assignment: Assignment
    do throws(AssignmentError) {
      var options = options
      options.files = contents
      assignment = try Assignment(notebook, options: options)
    } catch {
      throw CommandFailure(error.message(file: instructor))
    }
    var submission = SubmissionOptions()
    submission.printStyle = assignment.key.printStyle
    submission.files = assignment.key.fileContents
    // The instructor's own code: it needs no process of its own.
    let makeRunner = { [submission, stackBytes] in SessionRunner(submission, stackBytes: stackBytes) }
    do throws(Assignment.Flaw) {
      try assignment.fillValues(from: notebook, makeRunner)
      try assignment.prove(notebook, seed: seed, stackBytes: stackBytes, makeRunner)
    } catch {
      throw CommandFailure("\(instructor): \(error.message)")
    }
    try writeFile(assignment.student.source, to: student)
    try writeFile(Array(assignment.key.text.utf8), to: key)
    StandardStreams.writeForeign(summary(assignment.key))
  }

  private func summary(_ key: Key) -> String {
    let checks = key.exercises.reduce(0) { $0 + $1.checks.count }
    return
      "\(key.exercises.count) exercise\(key.exercises.count == 1 ? "" : "s"), \(PointsText.text(key.points)) points, "
      + "\(checks) check\(checks == 1 ? "" : "s"). The instructor's notebook scores all points, the student's none.\n"
  }
}

import Cells
import HTML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The reports in the folder of `--out`. All of them can be made again from `results.jsonl`.
struct GradeFiles {
  let folder: String

  func write(_ report: GradeReport) throws(CommandFailure) {
    let names = report.fileNames
    for part in ["", "/students", "/gradescope"] {
      try makeFolder(folder + part)
      removeUnfinishedFiles(in: folder + part)
    }
    try write(report.csv, to: "grades.csv")
    try write(report.json.text() + "\n", to: "grades.json")
    try write(report.junit, to: "junit.xml")
    for (grade, name) in zip(report.submissions, names) {
      try write(GradePages.student(grade, title: report.title), to: "students/\(name).html")
      try write(grade.gradescope.text() + "\n", to: "gradescope/\(name).json")
    }
    let links = names.map { "students/\($0.percentEncoded).html" }
    try write(GradePages.classPage(report, links: links), to: "index.html")
  }

  private func write(_ text: String, to name: String) throws(CommandFailure) {
    try writeFile(Array(text.utf8), to: "\(folder)/\(name)")
  }

  /// What a run left that was killed while it wrote.
  private func removeUnfinishedFiles(in folder: String) {
    guard let names = try? fileNames(in: folder) else { return }
    for name in names where name.hasPrefix(".") && name.hasSuffix(".tmp") { unlink("\(folder)/\(name)") }
  }
}

/// With the folders above it.
func makeFolder(_ path: String) throws(CommandFailure) {
  if isFolder(path) || path.isEmpty { return }
  let parent = folder(of: path)
  if parent != path, parent != "." { try makeFolder(parent) }
  guard mkdir(path, 0o777) == 0 || errno == EEXIST && isFolder(path) else {
    throw CommandFailure("cannot make the folder \(path): \(String(cString: strerror(errno)))")
  }
}

extension String {
  /// For a part of an address.
  fileprivate var percentEncoded: String {
    utf8.reduce(into: "") { text, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
  }
}

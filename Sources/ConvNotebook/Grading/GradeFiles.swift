import Cells
import HTML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The reports in the folder of `--out`.
struct GradeFiles {
  let folder: String

  func write(_ report: GradeReport) throws(CommandFailure) {
    let names = report.fileNames
    for part in ["", "/students", "/gradescope"] { try makeFolder(folder + part) }
    try writeFile(Array(report.csv.utf8), to: "\(folder)/grades.csv")
    try writeFile(Array((report.json.text() + "\n").utf8), to: "\(folder)/grades.json")
    try writeFile(Array(report.junit.utf8), to: "\(folder)/junit.xml")
    for (grade, name) in zip(report.submissions, names) {
      try writeFile(Array(GradePages.student(grade, title: report.title).utf8), to: "\(folder)/students/\(name).html")
      try writeFile(Array((grade.gradescope.text() + "\n").utf8), to: "\(folder)/gradescope/\(name).json")
    }
    let links = names.map { "students/\($0.percentEncoded).html" }
    try writeFile(Array(GradePages.classPage(report, links: links).utf8), to: "\(folder)/index.html")
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

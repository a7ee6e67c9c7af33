import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `cnb convert IN OUT`
struct ConvertRun {
  let input: String
  /// `-` for standard output.
  let output: String
  let target: ConversionTarget

  func run() throws(CommandFailure) {
    if output != "-", isSameFile(input, output) {
      throw CommandFailure("\(output) is the notebook itself; convert writes to another file")
    }
    let notebook = try readConvertibleNotebook(input)
    let conversion: Conversion
    do throws(NotebookError) {
      conversion = try target.conversion(of: notebook, input: input, output: output == "-" ? nil : output)
    } catch {
      throw CommandFailure(error.message(file: input))
    }
    if output == "-" {
      StandardStreams.flush()
      if let problem = writeAll(conversion.bytes, to: STDOUT_FILENO), problem != EPIPE {
        throw CommandFailure("cannot write to standard output: \(String(cString: strerror(problem)))")
      }
    } else {
      try writeConversion(conversion, to: output)
    }
  }
}

/// Writes a converted notebook, and its files into a folder beside it, which is made if it is not there.
func writeConversion(_ conversion: Conversion, to output: String) throws(CommandFailure) {
  for file in conversion.files {
    let path = "\(folder(of: output))/\(file.path)"
    let pictures = folder(of: path)
    if mkdir(pictures, 0o777) != 0, errno != EEXIST {
      throw CommandFailure("cannot make the folder \(pictures): \(String(cString: strerror(errno)))")
    }
    try writeFile(file.bytes, to: path)
  }
  try writeFile(conversion.bytes, to: output)
}

/// A notebook of any format, or a script in the percent format.
private func readConvertibleNotebook(_ path: String) throws(CommandFailure) -> any NotebookDocument {
  guard path.lowercased().hasSuffix(".py") else { return try readNotebook(path) }
  let bytes = try readFile(path)
  do throws(NotebookError) {
    return try Notebook(percentScript: bytes)
  } catch {
    throw CommandFailure(error.message(file: path))
  }
}

/// Whether two paths lead to one file.
func isSameFile(_ first: String, _ second: String) -> Bool {
  var a = stat()
  var b = stat()
  return stat(first, &a) == 0 && stat(second, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino
}

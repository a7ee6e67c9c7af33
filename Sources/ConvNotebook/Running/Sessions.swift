import Cells
import Drawing

/// The one place where the program makes a session.
func makeSession(_ options: SessionOptions) -> any CellRunner { Session(options: options) }

/// Files that a notebook says it needs and that are not in its folder.
func missingFiles(of notebook: any NotebookDocument, _ file: String) -> [String] {
  notebook.needs.filter { FileFingerprint.Stamp(of: "\(folder(of: file))/\($0)") == nil }
}

/// What every session of this program gets: the files beside the notebook or script, arrays in files in its folder, and
/// interruption by Control-C.
func sessionOptions(for file: String, stackBytes: Int) -> SessionOptions {
  var options = SessionOptions()
  options.stackBytes = stackBytes
  options.flush = { StandardStreams.flush() }
  options.interrupt = interruptRequest
  options.memoryLimit = MachineMemory.limit
  options.outputLimit = mostOutput
  options.drawing = CairoDrawing()
  options.offersLayers = !file.hasSuffix(".ipynb")
  let folder = file == "-" ? "." : folder(of: file)
  options.fileBeside = fileReader(folder: folder)
  options.dataFiles = NotebookFolder(folder)
  return options
}

/// Of a cell, in bytes: what is longer no notebook could hold (`readFile`).
private let mostOutput = 1 << 30

/// Reads modules beside a notebook: regular files of its folder, which links do not lead out of.
private func fileReader(folder: String) -> @Sendable (String) -> [UInt8]? {
  { name in
    guard !name.utf8.contains(UInt8(ascii: "/")), !name.utf8.contains(0) else { return nil }
    return readFile(name, inFolder: folder)
  }
}

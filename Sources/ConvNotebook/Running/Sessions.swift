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
  options.drawing = CairoDrawing()
  options.offersLayers = !file.hasSuffix(".ipynb")
  let folder = file == "-" ? "." : folder(of: file)
  options.fileBeside = { name in
    name.utf8.contains(UInt8(ascii: "/")) ? nil : try? readFile("\(folder)/\(name)")
  }
  options.dataFiles = NotebookFolder(folder)
  return options
}

/// A notebook file of any format, as runs and replays see it: cells with recorded outputs, and a place for new ones.
package protocol NotebookDocument: Sendable {
  /// In the order of the file, each with its recorded outputs.
  var cells: [Cell] { get }
  /// The style that the file asks for, or its format's default.
  var printStyle: PrintStyleChoice { get }
  /// The Python of the kernel that recorded the outputs, such as `3.7.6`; `nil` where the file does not say.
  var pythonVersion: String? { get }
  /// Files without which it is not run, seen from its folder.
  var needs: [String] { get }
  /// How outputs are compared where neither a cell nor the command line says.
  var comparison: ComparisonSettings { get }
  /// What the file shows, from top to bottom; its code cells are `cells`.
  var parts: [NotebookPart] { get }
  /// The language of the cells where it is not the cell language; such a notebook cannot be run.
  var foreignLanguage: String? { get }
  /// The version of a format that is read but not written: saving such a notebook converts it.
  var readOnlyVersion: String? { get }
  /// The file's bytes.
  var source: [UInt8] { get }

  /// Writes the ids of cells that have none in the file, where the format has ids.
  mutating func writeMissingIDs()

  /// Replaces a cell's recorded outputs by those of a run. Does nothing for an unknown cell.
  ///
  /// - Parameter executionCount: Jupyter's number of the run in its session, for formats that keep it.
  mutating func record(_ outputs: [CellOutput], executionCount: Int?, for id: String)
}

extension Notebook: NotebookDocument {
  package var foreignLanguage: String? { nil }
  package var readOnlyVersion: String? { nil }
  package var printStyle: PrintStyleChoice { frontMatter.printStyle ?? .fixed(.numpy126) }
  package var comparison: ComparisonSettings { frontMatter.comparison }
  package var needs: [String] { frontMatter.needs }
  /// Of the Jupyter notebook that it was converted from.
  package var pythonVersion: String? { (try? Residue.written(in: self))?.notebook.jupyterPythonVersion }

  package mutating func record(_ outputs: [CellOutput], executionCount: Int?, for id: String) {
    record(RecordedOutput.record(outputs), for: id)
  }
}

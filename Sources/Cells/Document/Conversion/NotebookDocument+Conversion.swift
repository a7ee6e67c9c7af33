extension NotebookDocument {
  /// The same notebook in a format that can be saved: itself where it has that format.
  package func converted(to format: NotebookFormat) throws(NotebookError) -> any NotebookDocument {
    switch (self, format) {
    case (let notebook as JupyterNotebook, .cnb): try Notebook(converting: notebook)
    case (let notebook as Notebook, .ipynb): try JupyterNotebook(converting: notebook)
    default: self
    }
  }
}

/// What is wrong with JSON that should be a Jupyter notebook.
package struct JupyterProblem: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// JSON of some other kind.
    case noNotebook(missing: String)
    /// A version of nbformat that this program does not read.
    case version(String)
    /// `expected` and `found` are for people: `a string or an array of strings`, `a number`, `nothing`.
    case wrongType(member: String, expected: String, found: String)
  }

  package let kind: Kind
  /// Which cell it is: `cell 3 (zero-pad)`; `nil` for the notebook.
  package let cell: String?
  /// 1-based.
  package let line: Int

  package init(_ kind: Kind, cell: String? = nil, line: Int) {
    self.kind = kind
    self.cell = cell
    self.line = line
  }

  package var isNotANotebook: Bool { if case .noNotebook = kind { true } else { false } }

  package var text: String {
    let place = cell.map { "\($0): " } ?? ""
    switch kind {
    case .noNotebook(let missing):
      return "this is JSON without \(missing), which every Jupyter notebook has"
    case .version(let version):
      let hint = (Int(version) ?? 0) > 4 ? "use a newer cnb" : "open and save it with Jupyter first"
      return "the notebook has nbformat \(version.shortened.visible), this program reads 3 and 4; \(hint)"
    case .wrongType(let member, let expected, let found):
      return "\(place)'\(member.shortened.visible)' has to be \(expected), not \(found)"
    }
  }
}

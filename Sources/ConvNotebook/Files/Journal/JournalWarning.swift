#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the user should know about the journal; nothing that stops the work on the notebook.
package enum JournalWarning: Equatable {
  /// A file in the journal's place that is not used and was left alone.
  case notUsed(path: String, Reason)
  /// A file that is no journal, or not one of this notebook, has another name now (`nil`: could not be given one).
  case setAside(path: String, as: String?, Reason)
  /// There is no place for a journal. The codes are those of `errno`.
  case noPlace([Place])
  /// From now on changes are not recorded. Each later one tries again.
  case cannotRecord(path: String, code: Int32)
  /// Recording works again, and nothing is missing.
  case recordsAgain(path: String)

  package enum Reason: Equatable {
    case symbolicLink
    case noRegularFile
    case otherOwner(UInt32)
    case severalNames
    case tooLarge
    case cannotOpen(Int32)
    case noJournal
    case otherVersion
    case damaged
    case otherNotebook(String)
  }

  package struct Place: Equatable {
    package var path: String
    package var code: Int32
  }

  /// A sentence without the program's name and without an end.
  package var message: String {
    switch self {
    case .notUsed(let path, let reason): "\(path) is not used: \(reason.message)"
    case .setAside(let path, let aside?, let reason): "\(path) \(reason.clause); it is kept as \(aside)"
    case .setAside(let path, nil, let reason): "\(path) \(reason.clause), and cannot be renamed; remove it"
    case .noPlace(let places):
      "no journal is kept, save often: "
        + (places.isEmpty
          ? "there is no place for it" : places.map { "\($0.path): \(text($0.code))" }.joined(separator: "; "))
    case .cannotRecord(let path, let code):
      "changes are not recorded in \(path) for now: \(text(code)); save, or make room"
    case .recordsAgain(let path): "changes are recorded in \(path) again"
    }
  }
}

extension JournalWarning.Reason {
  fileprivate var message: String {
    switch self {
    case .symbolicLink: "it is a symbolic link; remove it"
    case .noRegularFile: "it is not a file; remove it"
    case .otherOwner(let user): "it belongs to another user (number \(user))"
    case .severalNames: "it has several names (hard links); remove it"
    case .cannotOpen(let code): text(code)
    case .otherVersion: "another version of cnb wrote it; recover with that one, or remove it"
    case .tooLarge, .noJournal, .damaged, .otherNotebook: "it \(clause)"
    }
  }

  fileprivate var clause: String {
    switch self {
    case .tooLarge: "is larger than a journal can be"
    case .noJournal: "is no journal"
    case .damaged: "is damaged; what stands before the damage was used"
    case .otherNotebook(let path): "is the journal of \(path)"
    default: "cannot be used: \(message)"
    }
  }
}

private func text(_ code: Int32) -> String { String(cString: strerror(code)) }

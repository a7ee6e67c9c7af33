import Arrays

/// What a cell was about to do with a file: h5py's words depend on it.
enum HDF5Action {
  case openObject, createGroup, createDataset, createLink, readData, writeData
  case openAttribute, createAttribute, deleteAttribute, deleteLink, other

  /// What h5py raises, and the beginning of its words.
  private var wording: (cls: TypeObject, words: String) {
    switch self {
    case .openObject: (Exceptions.keyError, "Unable to synchronously open object")
    case .createGroup: (Exceptions.valueError, "Unable to synchronously create group")
    case .createDataset: (Exceptions.valueError, "Unable to synchronously create dataset")
    case .createLink: (Exceptions.osError, "Unable to create link")
    case .readData: (Exceptions.osError, "Can't synchronously read data")
    case .writeData: (Exceptions.osError, "Can't synchronously write data")
    case .openAttribute: (Exceptions.keyError, "Unable to synchronously open attribute")
    case .createAttribute: (Exceptions.osError, "Unable to synchronously create attribute")
    case .deleteAttribute: (Exceptions.keyError, "Unable to delete attribute")
    case .deleteLink: (Exceptions.keyError, "Couldn't delete link")
    case .other: (Exceptions.osError, "Can't access file")
    }
  }

  /// Of h5py, for a file that is closed.
  var closedException: Raised { raised("invalid identifier type to function") }

  private func raised(_ reason: String) -> Raised { Raised(wording.cls, "\(wording.words) (\(reason))") }

  /// h5py's exception where it has one for this, else one that says what, where and what to do.
  func exception(for error: StoredError) -> any Error {
    switch error.problem {
    case .stopped: return ArrayError.stopped
    case .readOnly: return raised("no write intent on file")
    case .exists: return raised("name already exists")
    case .closed: return closedException
    case .missing(let name):
      switch self {
      case .deleteLink: return raised("callback link pointer is NULL (specified link may be '.' or not exist)")
      default: return raised("object '\(name)' doesn't exist")
      }
    case .missingGroup: return raised("component not found")
    case .notAGroup:
      switch self {
      case .createDataset, .createGroup: return Raised.typeError("Incompatible object (Dataset) already exists")
      default: return raised("message type not found")
      }
    case .missingAttribute(let name):
      if case .deleteAttribute = self { return raised("can't locate attribute") }
      return raised("can't locate attribute: '\(name)'")
    case .unsupported: return Raised.unsupported(error.description)
    case .tooLarge: return Raised(Exceptions.memoryError, error.description)
    case .refused: return Raised(Exceptions.permissionError, error.description)
    case .mismatch, .notADataset: return Raised.valueError(error.description)
    case .system, .wrongFormat, .damaged, .readerEnded, .inUse: return Raised(Exceptions.osError, error.description)
    }
  }
}

extension DataFileMode {
  /// What h5py raises where a file cannot be opened.
  func exception(for error: StoredError) -> any Error {
    let begins = "Unable to synchronously \(self == .create || self == .createNew ? "create" : "open") file"
    switch error.problem {
    case .wrongFormat: return Raised(Exceptions.osError, "\(begins) (file signature not found)")
    case .inUse where self == .create || self == .createNew:
      return Raised(Exceptions.osError, "\(begins) (unable to truncate a file which is already open)")
    case .inUse:
      return Raised(
        Exceptions.osError,
        "\(begins) (unable to lock file, errno = 11, error message = 'Resource temporarily unavailable')")
    case .system(let number):
      let (cls, text) = DataFileMode.systemErrors[number] ?? (Exceptions.osError, "system error \(number)")
      // As HDF5's own driver opens files.
      let (flags, systemFlags) =
        switch self {
        case .read: ("0", "0")
        case .readWrite: ("1", "2")
        case .create: ("13", "242")
        case .createNew, .append: ("15", "c2")
        }
      let words =
        "\(begins) (unable to open file: name = '\(error.file)', errno = \(number), error message = '\(text)', "
        + "flags = \(flags), o_flags = \(systemFlags))"
      return Raised(ExceptionObject(cls, [.int(Int(number)), Value(words)]))
    default: return HDF5Action.other.exception(for: error)
    }
  }

  /// Linux's numbers, which Python shows.
  static let systemErrors: [Int32: (TypeObject, String)] = [
    1: (Exceptions.permissionError, "Operation not permitted"),
    2: (Exceptions.fileNotFoundError, "No such file or directory"),
    13: (Exceptions.permissionError, "Permission denied"),
    17: (Exceptions.fileExistsError, "File exists"),
    20: (Exceptions.notADirectoryError, "Not a directory"),
    21: (Exceptions.isADirectoryError, "Is a directory"),
    28: (Exceptions.osError, "No space left on device"),
    30: (Exceptions.osError, "Read-only file system"),
    40: (Exceptions.osError, "Too many levels of symbolic links"),
  ]
}

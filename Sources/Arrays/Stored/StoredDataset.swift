/// What a file says of an array that it holds, before any of it is read.
public struct StoredDataset: Sendable, Equatable {
  /// `nil` for a dataset without any value, which is not one with none.
  public var shape: [Int]?
  public var type: StoredType
  /// The blocks that are stored one by one; `nil` where the elements stand in one piece.
  public var chunks: [Int]?
  /// How far each axis may grow; `nil` for without end.
  public var maxShape: [Int?]?
  /// `gzip` and how hard it tries.
  public var compression: String?
  public var compressionLevel: Int?
  public var isShuffled = false
  public var hasChecksums = false

  public init(shape: [Int]?, type: StoredType) {
    self.shape = shape
    self.type = type
  }
}

/// What stands at a path of a file.
public enum StoredObject: Sendable, Equatable {
  case group(members: Int)
  case dataset(StoredDataset)
}

/// Values on their way from a file or into one.
public enum StoredValue: Sendable, Equatable {
  /// Numbers or truth values in C order and in the machine's order of bytes.
  case numbers(StoredType, shape: [Int], bytes: [UInt8])
  case texts(StoredType, shape: [Int], [[UInt8]])
  /// No value at all, of a type.
  case empty(StoredType)

  public var type: StoredType {
    switch self {
    case .numbers(let type, _, _), .texts(let type, _, _), .empty(let type): type
    }
  }

  public var shape: [Int]? {
    switch self {
    case .numbers(_, let shape, _), .texts(_, let shape, _): shape
    case .empty: nil
    }
  }
}

import Arrays

/// Weights in an HDF5 file, laid out as Keras 2 does it: the weight `conv2d/kernel` is the dataset
/// `/conv2d/conv2d/kernel:0`; `layer_names` of the root and `weight_names` of each layer's group say what comes when.
struct KerasWeights {
  private let file: OpenHDF5File

  init(_ file: OpenHDF5File) { self.file = file }

  func write(_ weights: [(name: String, value: NDArray)], layers: [String]) throws {
    try set("layer_names", of: "/", to: layers)
    try set("backend", of: "/", to: ["tensorflow"], shape: [])
    try set("keras_version", of: "/", to: ["2.9.0"], shape: [])
    for layer in layers {
      let own = weights.filter { $0.name.hasPrefix("\(layer)/") }
      try file.perform(.createGroup) { file throws(StoredError) in try file.createGroup("/\(layer)") }
      try set("weight_names", of: "/\(layer)", to: own.map { "\($0.name):0" })
      for (name, value) in own { try write(value, to: "/\(layer)/\(name):0") }
    }
  }

  private func write(_ array: NDArray, to path: String) throws {
    let array = try array.isContiguous ? array : array.copy()
    let description = StoredDataset(shape: Array(array.shape), type: StoredType(array.dtype))
    try file.perform(.createDataset) { file throws(StoredError) in try file.createDataset(path, description) }
    try HDF5DatasetObject(file, path, description).write(array, StoredRegion(all: Array(array.shape)))
  }

  private func set(_ name: String, of path: String, to texts: [String], shape: [Int]? = nil) throws {
    let bytes = texts.map { Array($0.utf8) }
    let type = StoredType(.fixedText, size: max(bytes.map(\.count).max() ?? 0, 1))
    try file.perform(.createAttribute) { file throws(StoredError) in
      try file.setAttribute(name, of: path, to: .texts(type, shape: shape ?? [texts.count], bytes))
    }
  }

  /// The weights in the order of the layers. A whole model that Keras saved has them in a group of their own.
  func datasets() throws -> [HDF5DatasetObject] {
    let root = try names("layer_names", of: "/") == nil ? "/model_weights" : ""
    guard let layers = try names("layer_names", of: root.isEmpty ? "/" : root) else {
      throw foreign("has no attribute 'layer_names'")
    }
    return try layers.flatMap { layer in
      let group = "\(root)/\(layer)"
      guard let names = try names("weight_names", of: group) else {
        throw foreign("has no attribute 'weight_names' of '\(group)'")
      }
      return try names.map { name in
        guard let dataset = try HDF5Object.at("\(group)/\(name)", of: file) as? HDF5DatasetObject else {
          throw Raised.valueError("load_weights: \(file.name) has a group at '\(group)/\(name)' and no weights")
        }
        return dataset
      }
    }
  }

  private func foreign(_ what: String) -> Raised {
    Raised.valueError("load_weights: \(file.name) \(what): it is not from save_weights, nor from Keras 2")
  }

  /// `nil` where there is no such group or attribute.
  private func names(_ attribute: String, of path: String) throws -> [String]? {
    let value = try file.perform(.openAttribute) { file throws(StoredError) -> StoredValue? in
      do throws(StoredError) {
        return try file.attribute(attribute, of: path)
      } catch {
        if error.isAbsence { return nil }
        throw error
      }
    }
    guard let value else { return nil }
    guard case .texts(_, _, let texts) = value else {
      // Keras writes no names at all as an array of numbers that is empty.
      if value.shape == [0] { return [] }
      throw foreign("holds no names in '\(attribute)' of '\(path)'")
    }
    return texts.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension StoredError {
  /// Whether the file is sound and something is not in it.
  fileprivate var isAbsence: Bool {
    switch problem {
    case .missing, .missingGroup, .missingAttribute: true
    default: false
    }
  }
}

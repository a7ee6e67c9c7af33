import Arrays
import Layers

/// A model's weights in a file: `.npz` with an array for each name, or `.h5` and `.hdf5` as Keras 2 writes and reads them.
struct WeightFile {
  private enum Format { case hdf5, npz }

  private let name: String
  private let format: Format
  private let interpreter: Interpreter

  /// - Throws: `ValueError` for a name that ends otherwise.
  init(_ name: String, _ interpreter: Interpreter, for function: String) throws {
    self.name = name
    self.interpreter = interpreter
    if name.hasSuffix(".npz") {
      format = .npz
    } else if name.hasSuffix(".h5") || name.hasSuffix(".hdf5") {
      format = .hdf5
    } else {
      throw Raised.valueError("\(function): a file's name must end in .h5, .hdf5 or .npz, and '\(name)' does not")
    }
  }

  func save(_ model: Sequential) throws {
    let weights = try model.weights()
    switch format {
    case .npz: try interpreter.writeArchive(weights.map { ($0.name, $0.value) }, to: name)
    case .hdf5:
      try interpreter.replaceFile(name) { try KerasWeights($0).write(weights, layers: model.layerNames) }
    }
  }

  /// Nothing in the model is changed unless all weights are there and fit.
  func load(into model: Sequential) throws {
    let own = try model.weights()
    let values: [NDArray]
    switch format {
    case .npz:
      let archive = try NpzFileObject(name, interpreter.bytes(of: name))
      values = try own.map { weight in
        guard archive.names.contains(weight.name) else { throw unfit("has no '\(weight.name)'") }
        let array = try archive.array(weight.name)
        try check(Array(array.shape), for: weight)
        return array
      }
    case .hdf5:
      values = try reading { file in
        let datasets = try KerasWeights(file).datasets()
        if datasets.count != own.count {
          throw unfit("holds \(datasets.count) weights, and the model has \(own.count)")
        }
        return try zip(own, datasets).map { weight, dataset in
          try check(dataset.description.shape, for: weight)
          return try dataset.wholeArray(as: model.dtype)
        }
      }
    }
    try model.setWeights(values)
  }

  private func reading<Result>(_ body: (OpenHDF5File) throws -> Result) throws -> Result {
    let file = try interpreter.openFile(name, .read)
    let result: Result
    do {
      result = try body(file)
    } catch {
      try? file.close()
      throw error
    }
    try file.close()
    return result
  }

  private func check(_ shape: [Int]?, for weight: (name: String, value: NDArray)) throws {
    if shape == Array(weight.value.shape) { return }
    let found = shape.map { "shape \(Dims($0))" } ?? "no value"
    throw unfit("has \(found) for '\(weight.name)', and the model has \(weight.value.shape)")
  }

  private func unfit(_ what: String) -> Raised {
    Raised.valueError("load_weights: \(name) \(what): weights fit a model with the same layers")
  }
}

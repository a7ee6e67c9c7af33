import Arrays

extension Sequential {
  /// All numbers that the model has learned or keeps, by name, in the order of the layers: `conv2d/kernel`,
  /// `conv2d/bias`, ... The arrays are the model's own.
  /// - Throws: `LayerError.model` if the model is not built.
  public func weights() throws(LayerError) -> [(name: String, value: NDArray)] {
    try namedParameters().map { ($0.name, $0.parameter.value) }
  }

  /// Takes over weights in the order of `weights()`; names are not compared.
  /// - Throws: `LayerError` if the model is not built, if there are more or fewer, or one has another shape: nothing is
  ///   changed then.
  public func setWeights(_ values: [NDArray]) throws(LayerError) {
    let own = try namedParameters()
    if values.count != own.count {
      throw .unusable(
        function: name, argument: "the number of weights", expected: "\(own.count)", actual: "\(values.count)")
    }
    var copies: [NDArray] = []
    for (value, (name, parameter)) in zip(values, own) {
      if value.shape != parameter.value.shape {
        throw .unfit(
          function: self.name, argument: name, expected: "shape \(parameter.value.shape)", actual: value.shape)
      }
      copies.append(try value.copied(as: dtype))
    }
    for (copy, (_, parameter)) in zip(copies, own) { parameter.value = copy }
  }

  private func namedParameters() throws(LayerError) -> [(name: String, parameter: Parameter)] {
    if inputShape == nil { throw .model(notBuilt) }
    return zip(layerNames, stepsOfLayers).flatMap { name, place in
      steps[place.weights].parameters.map { ("\(name)/\($0.name)", $0) }
    }
  }

  var notBuilt: String {
    "\(name): the model has no weights yet: give its input_shape, call build(), or fit it to data"
  }
}

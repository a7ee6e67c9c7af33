import Arrays

/// The numbers of one step. Arrays are views, unless they say otherwise.
extension WindowTrace {
  /// One channel of an image with its margins: (n_H_prev + 2 pad, n_W_prev + 2 pad).
  package func inputPlane(image: Int, channel: Int) -> NDArray {
    input.plane(first: image, last: channel)
  }

  /// Whether a number of the padded image stands in the margins.
  package func isPadding(row: Int, column: Int) -> Bool {
    let margins = grid.margins
    return !(margins.top..<margins.top + grid.inputHeight).contains(row)
      || !(margins.left..<margins.left + grid.inputWidth).contains(column)
  }

  /// One channel of the output, or of its gradient: (n_H, n_W).
  package func outputPlane(image: Int, channel: Int) -> NDArray { outputs.plane(first: image, last: channel) }

  /// Z[i, h, w, c], A[i, h, w, c] or their gradient.
  package func output(at place: Place) -> Scalar { outputs.scalar(atOffset: step(at: place)) }

  /// The window (f, f) of one channel.
  package func window(at place: Place, channel: Int) -> NDArray {
    let plane = inputPlane(image: place.image, channel: channel)
    let (row, column) = (grid.rows(place.row).lowerBound, grid.columns(place.column).lowerBound)
    return plane.with(
      shape: [grid.windowSize, grid.windowSize], strides: plane.strides,
      offset: plane.offset + row * plane.strides[0] + column * plane.strides[1])
  }

  /// W[:, :, channel, filter] (f, f); `nil` for pooling.
  package func filter(_ filter: Int, channel: Int) -> NDArray? {
    weights.map { weights in
      weights.with(
        shape: [grid.windowSize, grid.windowSize], strides: [weights.strides[0], weights.strides[1]],
        offset: weights.offset + channel * weights.strides[2] + filter * weights.strides[3])
    }
  }

  /// The window of one channel times its part of the filter: a new array (f, f); `nil` for pooling.
  package func products(at place: Place, channel: Int) throws(LayerError) -> NDArray? {
    guard let filter = filter(place.channel, channel: channel) else { return nil }
    return try layer { () throws(ArrayError) in
      try NDArray.apply(.multiply, window(at: place, channel: channel), filter)
    }
  }

  /// The sum of a convolution's products in all channels, or in one, without the bias; `nil` for pooling.
  package func sum(at place: Place, channel: Int? = nil) throws(LayerError) -> Scalar? {
    guard let weights else { return nil }
    let zero = try layer { () throws(ArrayError) in try NDArray(dtype, shape: [1]) }
    if let channel {
      guard let filter = filter(place.channel, channel: channel) else { return nil }
      return try Convolution.singleStep(window(at: place, channel: channel), weights: filter, bias: zero)
    }
    func allChannels(_ plane: NDArray, _ stride: Int) -> NDArray {
      var (shape, strides) = (plane.shape, plane.strides)
      shape.append(inputChannels)
      strides.append(stride)
      return plane.with(shape: shape, strides: strides)
    }
    guard inputChannels > 0, let filter = filter(place.channel, channel: 0) else {
      return zero.scalar()
    }
    return try Convolution.singleStep(
      allChannels(window(at: place, channel: 0), input.strides[3]), weights: allChannels(filter, weights.strides[2]),
      bias: zero)
  }

  /// b[c]; `nil` for pooling, and backward.
  package func bias(_ filter: Int) -> Scalar? { biases?.scalar(atOffset: filter) }

  /// Where the window has its largest number, as a new bool array (f, f); `nil` but for the largest number's pooling.
  package func mask(at place: Place) throws(LayerError) -> NDArray? {
    guard kind == .pooling(.max) else { return nil }
    return try Pooling.mask(of: window(at: place, channel: place.channel))
  }
}

extension NDArray {
  /// The middle axes of four.
  fileprivate func plane(first: Int, last: Int) -> NDArray {
    with(
      shape: [shape[1], shape[2]], strides: [strides[1], strides[2]],
      offset: offset + first * strides[0] + last * strides[3])
  }
}

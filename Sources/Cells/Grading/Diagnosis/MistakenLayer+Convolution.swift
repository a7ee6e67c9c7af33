extension MistakenLayer {
  static func convolution(_ input: LayerInput, _ mistake: Mistake?) -> [Tensor] {
    let known: [Mistake] = [
      .biasLeftOut, .biasInEveryProduct, .padIgnored, .onlyFirstImage, .onlyFirstFilter, .filterFlipped, .cutToIntegers,
      .padOnWrongAxes,
    ]
    if let mistake, !known.contains(mistake), !mistake.placesWindows { return [] }
    if mistake == .padOnWrongAxes { return paddedOnOneAxis(input) }
    let pad = mistake == .padIgnored ? 0 : input.pad
    let padded = input.input.padded(before: [0, pad, pad, 0], after: [0, pad, pad, 0])
    var results = convolutions(of: padded, input, mistake)
    if mistake == .heightWidthExchanged { results += convolutions(of: padded, input, nil).map(\.transposedImages) }
    return mistake == .cutToIntegers ? cut(results) : results
  }

  /// Padding in one direction only.
  private static func paddedOnOneAxis(_ input: LayerInput) -> [Tensor] {
    [[0, input.pad, 0, 0], [0, 0, input.pad, 0]].flatMap { sides in
      convolutions(of: input.input.padded(before: sides, after: sides), input, nil)
    }
  }

  private static func convolutions(of padded: Tensor, _ input: LayerInput, _ mistake: Mistake?) -> [Tensor] {
    let (height, width) = (padded.shape[1], padded.shape[2])
    return WindowPlan.plans(input, height: height, width: width, size: input.weights.shape[0], mistake).compactMap {
      plan in
      // A window of another size than the filter, or one that leaves the image, does not fit the filter: Python raises.
      guard plan.size == input.weights.shape[0], plan.fits(height: height, width: width) else { return nil }
      return convolution(of: padded, input, plan, mistake)
    }
  }

  private static func convolution(
    of padded: Tensor, _ input: LayerInput, _ plan: WindowPlan, _ mistake: Mistake?
  ) -> Tensor {
    let (weights, bias) = (input.weights, input.bias.values)
    let (channels, filters) = (weights.shape[2], weights.shape[3])
    var result = Tensor([padded.shape[0], plan.rows, plan.columns, filters])
    for i in 0..<(mistake == .onlyFirstImage ? min(1, padded.shape[0]) : padded.shape[0]) {
      for h in 0..<plan.rows {
        for w in 0..<plan.columns {
          let (top, left) = (plan.top(h, w), plan.left(h, w))
          for c in 0..<(mistake == .onlyFirstFilter ? min(1, filters) : filters) {
            var sum = 0.0
            for row in 0..<plan.size {
              for column in 0..<plan.size {
                for channel in 0..<channels {
                  let weight =
                    mistake == .filterFlipped
                    ? weights[plan.size - 1 - row, plan.size - 1 - column, channel, c]
                    : weights[row, column, channel, c]
                  sum += padded[i, top + row, left + column, channel] * weight
                  if mistake == .biasInEveryProduct { sum += bias[c] }
                }
              }
            }
            let addsBias = mistake != .biasLeftOut && mistake != .biasInEveryProduct
            result[i, h, w, c] = addsBias ? sum + bias[c] : sum
          }
        }
      }
    }
    return result
  }

  // MARK: The way back

  /// dA_prev, dW and db.
  static func convolutionGradients(_ input: LayerInput, _ mistake: Mistake?) -> [[Tensor]] {
    let known: [Mistake] = [
      .padIgnored, .overwritten, .notUnpadded, .croppedFromCorner, .averagedOverBatch, .windowAndFilterExchanged,
      .onlyFirstImage, .onlyFirstFilter, .filterFlipped, .cutToIntegers, .strideIgnored, .windowSizeForStride,
      .windowOneLate, .heightWidthExchanged,
    ]
    if let mistake, !known.contains(mistake) { return [] }
    let pad = mistake == .padIgnored ? 0 : input.pad
    let padded = input.input.padded(before: [0, pad, pad, 0], after: [0, pad, pad, 0])
    let (height, width) = (padded.shape[1], padded.shape[2])
    let size = input.weights.shape[0]
    let plans = WindowPlan.plans(input, height: height, width: width, size: size, mistake)
    let results = plans.compactMap { plan -> [Tensor]? in
      // The loops run over dZ, whatever the formula says.
      var plan = plan
      (plan.rows, plan.columns) = (input.gradient.shape[1], input.gradient.shape[2])
      guard plan.fits(height: height, width: width) else { return nil }
      var parts = gradients(of: padded, input, plan, mistake)
      let margin = mistake == .croppedFromCorner ? 0 : pad
      if mistake != .notUnpadded {
        parts[0] = parts[0].cropped(
          top: margin, left: margin, height: input.input.shape[1], width: input.input.shape[2])
      }
      return parts
    }
    switch mistake {
    case .cutToIntegers: return results.map { cut($0) }
    case .averagedOverBatch:
      let count = Double(max(1, padded.shape[0]))
      return results.map { parts in parts.map { $0.map { $0 / count } } }
    default: return results
    }
  }

  private static func gradients(
    of padded: Tensor, _ input: LayerInput, _ plan: WindowPlan, _ mistake: Mistake?
  ) -> [Tensor] {
    let (weights, dZ) = (input.weights, input.gradient)
    let (channels, filters) = (weights.shape[2], weights.shape[3])
    var (dA, dW, db) = (Tensor(padded.shape), Tensor(weights.shape), Tensor(input.bias.shape))
    let isOverwritten = mistake == .overwritten
    for i in 0..<(mistake == .onlyFirstImage ? min(1, padded.shape[0]) : padded.shape[0]) {
      for h in 0..<plan.rows {
        for w in 0..<plan.columns {
          let (top, left) = (plan.top(h, w), plan.left(h, w))
          for c in 0..<(mistake == .onlyFirstFilter ? min(1, filters) : filters) {
            let slope = dZ[i, h, w, c]
            for row in 0..<plan.size {
              for column in 0..<plan.size {
                for channel in 0..<channels {
                  let flipped = mistake == .filterFlipped
                  var weight = weights[
                    flipped ? plan.size - 1 - row : row, flipped ? plan.size - 1 - column : column, channel, c]
                  var element = padded[i, top + row, left + column, channel]
                  if mistake == .windowAndFilterExchanged { swap(&weight, &element) }
                  if isOverwritten {
                    dA[i, top + row, left + column, channel] = weight * slope
                    dW[row, column, channel, c] = element * slope
                  } else {
                    dA[i, top + row, left + column, channel] += weight * slope
                    dW[row, column, channel, c] += element * slope
                  }
                }
              }
            }
            if isOverwritten { db.values[c] = slope } else { db.values[c] += slope }
          }
        }
      }
    }
    return [dA, dW, db]
  }
}

extension MistakenLayer {
  static func pooling(_ input: LayerInput, _ mistake: Mistake?) -> [Tensor] {
    let known: [Mistake] = [
      .allChannels, .averageNotDivided, .modeIgnored, .onlyFirstImage, .onlyFirstFilter, .cutToIntegers,
    ]
    if let mistake, !known.contains(mistake), !mistake.placesWindows { return [] }
    let image = input.input
    var plans = WindowPlan.plans(
      input, height: image.shape[1], width: image.shape[2], size: input.windowSize, mistake)
    if mistake == .heightWidthExchanged { plans.removeAll { !$0.isExchanged } }
    if mistake == .modeIgnored {
      // Always the maximum, or always the average: one of the two is right for the call's own mode.
      return [true, false].compactMap { isAverage in
        var other = input
        other.isAverage = isAverage
        return plans.first.flatMap { pooling(image, other, $0, nil) }
      }
    }
    var results = plans.compactMap { pooling(image, input, $0, mistake) }
    if mistake == .heightWidthExchanged { results += pooling(input, nil).map(\.transposedImages) }
    return mistake == .cutToIntegers ? cut(results) : results
  }

  /// `nil` where a window is empty, of which there is no largest number. A window that leaves the image is cut off at
  /// its edge, as Python's slices are.
  private static func pooling(
    _ image: Tensor, _ input: LayerInput, _ plan: WindowPlan, _ mistake: Mistake?
  ) -> Tensor? {
    let channels = image.shape[3]
    let isAverage = input.isAverage
    var result = Tensor([image.shape[0], plan.rows, plan.columns, channels])
    for i in 0..<(mistake == .onlyFirstImage ? min(1, image.shape[0]) : image.shape[0]) {
      for h in 0..<plan.rows {
        for w in 0..<plan.columns {
          for c in 0..<(mistake == .onlyFirstFilter ? min(1, channels) : channels) {
            let (top, left) = (plan.top(h, w), plan.left(h, w))
            let (bottom, right) = (min(top + plan.size, image.shape[1]), min(left + plan.size, image.shape[2]))
            guard top < bottom, left < right else { return nil }
            var (sum, count, largest) = (0.0, 0.0, -Double.infinity)
            for row in top..<bottom {
              for column in left..<right {
                for channel in mistake == .allChannels ? 0..<channels : c..<(c + 1) {
                  let value = image[i, row, column, channel]
                  sum += value
                  count += 1
                  largest = max(largest, value)
                }
              }
            }
            result[i, h, w, c] = !isAverage ? largest : mistake == .averageNotDivided ? sum : sum / count
          }
        }
      }
    }
    return result
  }

  // MARK: The way back

  static func poolingGradient(_ input: LayerInput, _ mistake: Mistake?) -> [Tensor] {
    let known: [Mistake] = [
      .averageNotDivided, .dividedByOneSide, .modeIgnored, .firstTieOnly, .maskWithoutGradient, .overwritten,
      .onlyFirstImage, .onlyFirstFilter, .cutToIntegers, .strideIgnored, .windowSizeForStride, .windowOneLate,
      .heightWidthExchanged, .strideForWindowSize, .allChannels,
    ]
    if let mistake, !known.contains(mistake) { return [] }
    let image = input.input
    let plans = WindowPlan.plans(
      input, height: image.shape[1], width: image.shape[2], size: input.windowSize, mistake)
    if mistake == .modeIgnored {
      return [true, false].flatMap { isAverage in
        var other = input
        other.isAverage = isAverage
        return poolingGradient(other, nil)
      }
    }
    let results = plans.compactMap { plan -> Tensor? in
      var plan = plan
      (plan.rows, plan.columns) = (input.gradient.shape[1], input.gradient.shape[2])
      guard plan.fits(height: image.shape[1], width: image.shape[2]) else { return nil }
      return poolingGradient(image, input, plan, mistake)
    }
    return mistake == .cutToIntegers ? cut(results) : results
  }

  private static func poolingGradient(
    _ image: Tensor, _ input: LayerInput, _ plan: WindowPlan, _ mistake: Mistake?
  ) -> Tensor {
    let channels = image.shape[3]
    let isAverage = input.isAverage
    var result = Tensor(image.shape)
    for i in 0..<(mistake == .onlyFirstImage ? min(1, image.shape[0]) : image.shape[0]) {
      for h in 0..<plan.rows {
        for w in 0..<plan.columns {
          for c in 0..<(mistake == .onlyFirstFilter ? min(1, channels) : channels) {
            let (top, left) = (plan.top(h, w), plan.left(h, w))
            let slope = input.gradient[i, h, w, c]
            var largest = -Double.infinity
            for row in 0..<plan.size {
              for column in 0..<plan.size {
                for channel in mistake == .allChannels ? 0..<channels : c..<(c + 1) {
                  largest = max(largest, image[i, top + row, left + column, channel])
                }
              }
            }
            let divisor =
              mistake == .averageNotDivided ? 1 : mistake == .dividedByOneSide ? plan.size : plan.size * plan.size
            var isMarked = false
            for row in 0..<plan.size {
              for column in 0..<plan.size {
                let share: Double
                if isAverage {
                  share = slope / Double(divisor)
                } else {
                  let isLargest =
                    image[i, top + row, left + column, c] == largest && !(isMarked && mistake == .firstTieOnly)
                  isMarked = isMarked || isLargest
                  share = isLargest ? mistake == .maskWithoutGradient ? 1 : slope : 0
                }
                if mistake == .overwritten {
                  result[i, top + row, left + column, c] = share
                } else {
                  result[i, top + row, left + column, c] += share
                }
              }
            }
          }
        }
      }
    }
    return result
  }
}

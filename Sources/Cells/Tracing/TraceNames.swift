import Arrays
import Layers

/// How a trace's arrays and their parts are called: `A_prev_pad[0,2:5,4:7,:]`.
package struct TraceNames: Sendable {
  package typealias Place = WindowTrace.Place

  let trace: WindowTrace

  package init(_ trace: WindowTrace) { self.trace = trace }

  private var isConvolution: Bool { trace.kind == .convolution }
  private var isPadded: Bool { trace.grid.margins != .none }

  package var input: String { isPadded ? "A_prev_pad" : "A_prev" }
  package var inputGradient: String { "d" + input }
  /// What has a number for each step.
  package var output: String { (trace.isBackward ? "d" : "") + (isConvolution ? "Z" : "A") }

  /// `Z[0,1,2,0]`
  package func output(_ place: Place) -> String {
    "\(output)[\(place.image),\(place.row),\(place.column),\(place.channel)]"
  }

  /// `A_prev_pad[0,2:5,4:7,:]`; of one channel in pooling.
  package func window(_ place: Place) -> String { input + indices(place) }

  package func windowGradient(_ place: Place) -> String { inputGradient + indices(place) }

  private func indices(_ place: Place) -> String {
    let (rows, columns) = (trace.grid.rows(place.row), trace.grid.columns(place.column))
    return "[\(place.image),\(rows.lowerBound):\(rows.upperBound),\(columns.lowerBound):\(columns.upperBound),"
      + "\(isConvolution ? ":" : String(place.channel))]"
  }

  /// `dA_prev_pad[0,2,4,1]`
  func inputGradient(_ image: Int, _ row: Int, _ column: Int, _ channel: Int) -> String {
    "\(inputGradient)[\(image),\(row),\(column),\(channel)]"
  }

  /// `W[:,:,:,0]`
  package func filter(_ filter: Int) -> String { "W[:,:,:,\(filter)]" }
  package func filterGradient(_ filter: Int) -> String { "dW[:,:,:,\(filter)]" }
  package func bias(_ filter: Int) -> String { "b[0,0,0,\(filter)]" }
  package func biasGradient(_ filter: Int) -> String { "db[0,0,0,\(filter)]" }

  /// Rows and columns of a window in words of its place in the output.
  var windowBounds: String {
    let (stride, size) = (trace.stride, trace.grid.windowSize)
    func bounds(_ name: String) -> String {
      let start = stride == 1 ? name : "\(stride)*\(name)"
      return "\(start) : \(start) + \(size)"
    }
    return "vert = \(bounds("h")), horiz = \(bounds("w"))"
  }
}

import Arrays
import KernelInterface

/// Results side by side, filters or channels, divided among kernels as wide as they come.
struct Panels<Kernel: SizedKernel> {
  struct Panel {
    let kernel: Kernel
    /// The first of its results, and how many they are: as many as the kernel is wide, but for the last panel.
    let first: Int
    let lanes: Int
  }

  private(set) var all: [Panel] = []
  /// Lanes of all panels together: the results, and the spare lanes of the last panel.
  private(set) var width = 0
  /// Lanes of the widest panel.
  private(set) var widest = 0

  /// Neighbouring panels of the same kernel, and how many they are.
  var runs: [(panel: Panel, count: Int)] {
    var runs: [(panel: Panel, count: Int)] = []
    for panel in all {
      if let last = runs.last, last.panel.kernel.width == panel.kernel.width {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((panel, 1))
      }
    }
    return runs
  }

  /// - Parameter kernels: the widest first.
  init(_ count: Int, kernels: [Kernel]) {
    guard let narrowest = kernels.last else { return }
    while width < count {
      let rest = count - width
      // No lanes are wasted that a narrower kernel would save.
      let kernel = kernels.first { $0.width - rest < narrowest.width } ?? narrowest
      all.append(Panel(kernel: kernel, first: width, lanes: min(rest, kernel.width)))
      width += kernel.width
      widest = max(widest, kernel.width)
    }
  }
}

/// The vectors that the terms' numbers are multiplied with, panel after panel and term after term.
struct PackedVectors<Number: KernelElement> {
  let panels: Panels<Kernel<Number>>
  let termCount: Int
  /// Keeps the vectors' memory.
  private let array: NDArray

  /// Elements from one term's vector to the next: the same in all panels, so that they share their terms.
  var step: Int { panels.widest }

  /// - Parameter fill: writes the numbers of a term, one for each result in the range, at the address.
  /// - Throws: `ArrayError.outOfMemory`.
  init(
    _ panels: Panels<Kernel<Number>>, termCount: Int,
    _ fill: (_ term: Int, _ results: Range<Int>, _ address: UnsafeMutablePointer<Number>) -> Void
  ) throws(ArrayError) {
    self.panels = panels
    self.termCount = termCount
    array = try NDArray(Number.dtype, shape: [panels.all.count, termCount, panels.widest], zeroed: false)
    var target = array.pointer(Number.self)
    for panel in panels.all {
      for term in 0..<termCount {
        fill(term, panel.first..<panel.first + panel.lanes, target)
        // Spare lanes are computed, too, and thrown away.
        for lane in panel.lanes..<step { target[lane] = 0 }
        target += step
      }
    }
  }

  func start(ofPanel index: Int) -> UnsafePointer<Number> {
    UnsafePointer(array.pointer(Number.self)) + index &* termCount &* step
  }
}

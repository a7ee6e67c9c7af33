import Arrays
import Cells
import Testing

@Suite("Loops of known mistakes")
struct MistakenLayerTests {
  private func inputs(_ name: String) throws -> [DrawnInput] {
    let draw = try #require(LayerDraw(function: name))
    return try draw.inputs(FreshCalls(name, draws: 40), seed: [7])
  }

  @Test("Without a mistake they compute what the reference layers do", arguments: LayerDraw.names)
  func withoutMistakeTheyAreTheReference(_ name: String) throws {
    for drawn in try inputs(name) {
      let parts = try #require(MistakenLayer.results(drawn.input, nil).first)
      let expected = try drawn.expected()
      let elements: [PlainValue]
      if case .tuple(let all) = expected { elements = all } else { elements = [expected] }
      for (part, value) in zip(parts, elements) {
        let reference = try #require(PlainNumbers(value))
        #expect(part.shape == reference.shape)
        let isNear = zip(part.values, reference.values).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) }
        #expect(isNear)
      }
    }
  }

  @Test("Every mistake shows in some layer", arguments: Mistake.allCases)
  func mistakesShow(_ mistake: Mistake) throws {
    let shows = try LayerDraw.names.contains { name in
      try inputs(name).contains { drawn in
        let right = MistakenLayer.results(drawn.input, nil).first
        return MistakenLayer.results(drawn.input, mistake).contains { $0 != right }
      }
    }
    #expect(shows)
  }

  @Test("No two draws of a seed are the same, and the same seed draws the same")
  func drawsRepeat() throws {
    let draw = try #require(LayerDraw(function: "conv_forward"))
    let calls = FreshCalls("conv_forward", draws: 24)
    let first = try draw.inputs(calls, seed: [1, 2])
    #expect(first.map(\.input.input) == (try draw.inputs(calls, seed: [1, 2])).map(\.input.input))
    #expect(first.map(\.input.input) != (try draw.inputs(calls, seed: [1, 3])).map(\.input.input))
    #expect(Set(first.map { $0.input.stride }) == [1, 2, 3])
    #expect(Set(first.map { $0.input.pad }) == [0, 1, 2])
    #expect(first.contains { $0.input.input.shape[1] == $0.input.input.shape[2] })
  }
}

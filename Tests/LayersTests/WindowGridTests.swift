import Layers
import Testing

@Suite("Windows stand where the formula says")
struct WindowGridTests {
  @Test(
    "n_H = floor((n_H_prev - f + 2 pad) / stride) + 1",
    arguments: [
      // n_H_prev, f, stride, pad, n_H
      (5, 3, 2, 1, 3), (7, 3, 2, 1, 4), (4, 2, 2, 2, 4), (4, 3, 2, 0, 1), (5, 5, 1, 0, 1), (5, 2, 3, 0, 2),
      (6, 2, 4, 0, 2), (3, 3, 100, 0, 1), (1, 1, 1, 3, 7), (0, 2, 1, 1, 1),
    ])
  func outputSize(length: Int, windowSize: Int, stride: Int, padding: Int, expected: Int) throws {
    let grid = try #require(
      WindowGrid(
        inputHeight: length, inputWidth: length + stride, windowSize: windowSize, stride: stride, padding: padding))
    #expect(grid.outputHeight == expected)
    #expect(grid.outputWidth == expected + 1)
    #expect(grid.rows(expected - 1).upperBound <= grid.paddedHeight)
    #expect(grid.rows(expected - 1).upperBound + stride > grid.paddedHeight)
    #expect(grid.columns(1) == stride..<stride + windowSize)
  }

  @Test("a window larger than the padded image fits nowhere")
  func tooLarge() {
    #expect(WindowGrid(inputHeight: 4, inputWidth: 9, windowSize: 5, stride: 1) == nil)
    #expect(WindowGrid(inputHeight: 9, inputWidth: 4, windowSize: 5, stride: 1) == nil)
    #expect(WindowGrid(inputHeight: 4, inputWidth: 4, windowSize: 5, stride: 1, padding: 1) != nil)
  }
}

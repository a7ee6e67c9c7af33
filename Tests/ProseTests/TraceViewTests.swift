import Arrays
import Cells
import Layers
import Prose
import Testing

@Suite("A trace's screen")
struct TraceViewTests {
  private static let passes = ["conv_forward", "conv_backward", "pool_forward", "pool_backward"]

  /// Numbers 0, 1, 2, ... as A_prev, W, b and dZ.
  private func view(_ pass: String = "conv_forward", input: Dims = [1, 3, 3, 2], filters: Int = 2, f: Int = 2) throws
    -> TraceView
  {
    func count(_ shape: Dims) throws -> NDArray {
      try NDArray((0..<shape.reduce(1, *)).map { Double($0) }, shape: shape)
    }
    let input = try count(input)
    let weights = try count([f, f, input.shape[3], filters])
    let bias = try NDArray((0..<filters).map { Double($0) + 0.5 }, shape: [1, 1, 1, filters])
    let trace: WindowTrace
    switch pass {
    case "conv_forward", "conv_backward":
      let output = try Convolution.forward(input, weights: weights, bias: bias, stride: 2, padding: 1)
      trace =
        pass == "conv_forward"
        ? try .convolutionForward(input, weights: weights, bias: bias, stride: 2, padding: 1, output: output)
        : try .convolutionBackward(output, input: input, weights: weights, stride: 2, padding: 1)
    default:
      let output = try Pooling.forward(input, windowSize: f, stride: 1, mode: .max)
      trace =
        pass == "pool_forward"
        ? try .poolingForward(input, windowSize: f, stride: 1, mode: .max, output: output)
        : try .poolingBackward(output, input: input, windowSize: f, stride: 1, mode: .max)
    }
    return try #require(TraceView(TraceText(trace, PrintOptions())))
  }

  @Test("shows a convolution's window, filter, products, sums and output")
  func convolution() throws {
    var view = try view()
    view.walk.move(rows: 1)
    view.walk.moveChannel(by: 1)
    #expect(view.title(columns: 80).text == "conv_forward  Z[0,1,0,0]  5/8")
    #expect(
      text(view.lines(columns: 80, rows: 22)) == """
        A_prev_pad[0,:,:,1]   W[:,:,1,0]   window * W   Z[0,:,:,0]
            0  1  2  3  4       2  6          0  42             0      1
        0   ·  ·  ·  ·  ·      10 14          0 182     0   14.50 164.50
        1   ·  1  3  5  ·                               1 [392.50]     ?
        2 [ ·  7] 9 11  ·
        3 [ · 13]15 17  ·
        4   ·  ·  ·  ·  ·
        sums by channel  0: 168.00 [1: 224.00]

        Z[0,1,0,0] = sum(A_prev_pad[0,2:4,0:2,:] * W[:,:,:,0]) + b[0,0,0,0]
        channel 1: 0.0*2.0 + 7.0*6.0 + 0.0*10.0 + 13.0*14.0 = 224.0
        sum of all 2 channels = 392.0
        Z[0,1,0,0] = 392.0 + 0.5 = 392.5
        """)
  }

  @Test("keeps a pinned formula and marks its place")
  func pinned() throws {
    var view = try view("pool_forward")
    view.walk.togglePin()
    view.walk.move(rows: 1, columns: 1)
    #expect(
      text(view.lines(columns: 80, rows: 22)) == """
        A_prev[0,:,:,0]   window    A[0,:,:,0]
            0  1  2         8 10        0  1
        0 { 0  2} 4        14[16]   0 { 8}10
        1 { 6[ 8 10]                1  14[16]
        2  12[14 16]

        A[0,1,1,0] = max(A_prev[0,1:3,1:3,0])
        A[0,1,1,0] = max(8.0, 10.0, 14.0, 16.0) = 16.0

        {pinned}
        A[0,0,0,0] = max(A_prev[0,0:2,0:2,0])
        A[0,0,0,0] = max(0.0, 2.0, 6.0, 8.0) = 8.0
        """)
  }

  @Test("shows how far the gradients have come")
  func backward() throws {
    var view = try view("pool_backward")
    view.walk.goToEnd()
    view.walk.move(channels: -1)
    #expect(
      text(view.lines(columns: 80, rows: 22)) == """
        A_prev[0,:,:,0]   mask    dA[0,:,:,0]   dA_prev[0,:,:,0] so far
            0  1  2        0 0        0  1          0  1  2
        0   0  2  4        0[1]   0   8 10      0   0  0  0
        1   6[ 8 10]              1  14[16]     1   0[ 8 10]
        2  12[14 16]                            2   0[14 16]

        mask = A_prev[0,1:3,1:3,0] == max(A_prev[0,1:3,1:3,0])
        dA_prev[0,1:3,1:3,0] += mask * dA[0,1,1,0]
        dA_prev[0,1,1,0] = 8.0 + 0*16.0 = 8.0
        dA_prev[0,1,2,0] = 10.0 + 0*16.0 = 10.0
        dA_prev[0,2,1,0] = 14.0 + 0*16.0 = 14.0
        dA_prev[0,2,2,0] = 0.0 + 1*16.0 = 16.0
        """)
  }

  @Test("fits any terminal", arguments: passes, [(12, 4), (20, 10), (40, 24), (80, 24), (200, 60)])
  func sizes(pass: String, size: (Int, Int)) throws {
    var view = try view(pass, input: [2, 40, 30, 30], filters: 3, f: 3)
    for _ in 0..<6 {
      view.walk.move(steps: 407)
      view.walk.moveChannel(by: 7)
      for line in view.lines(columns: size.0, rows: size.1) { #expect(line.width <= size.0) }
      #expect(view.title(columns: size.0).width <= size.0)
    }
  }

  @Test("keeps the window in sight of a large image", arguments: [(40, 24), (80, 24), (120, 50)])
  func cropped(size: (Int, Int)) throws {
    var view = try view(input: [1, 64, 64, 1], filters: 1, f: 3)
    view.walk.go(to: WindowTrace.Place(0, 20, 31, 0))
    let lines = view.lines(columns: size.0, rows: size.1).map(\.text)
    // Which part is shown stands in the title.
    #expect(try lines[0].firstMatch(of: Regex(#"^A_prev_pad\[0,\d+:\d+,\d+:\d+,0\]"#)) != nil)
    // Rows 40 to 42 of the padded image; number [39, 61] is the first of the window.
    for (row, number) in [(40, 39 * 64 + 61), (41, 40 * 64 + 61), (42, 41 * 64 + 61)] {
      #expect(lines.contains { $0.hasPrefix("\(row)") && $0.contains("[\(number) \(number + 1) \(number + 2)]") })
    }
    #expect(try lines.contains { try $0.contains(Regex(#"Z\[0,\d+:\d+,\d+:\d+,0\]$"#)) })
  }

  @Test(
    "moves in time, no further than the ends",
    arguments: [(3, 3), (-3, 0), (99, 7), (Int.max, 7), (Int.min, 0), (0, 0)])
  func movesInTime(_ steps: Int, _ step: Int) throws {
    var walk = try view().walk
    walk.move(steps: steps)
    #expect(walk.step == step)
    walk.goToEnd()
    #expect(walk.step == 7)
    walk.goToStart()
    #expect(walk.step == 0)
  }

  @Test(
    "moves over the output, no further than its edges",
    arguments: [(1, 0, 0, 4), (5, 1, 0, 6), (0, 0, 1, 1), (0, 9, 9, 3), (-1, -1, -1, 0), (1, 1, 1, 7)])
  func movesInSpace(_ rows: Int, _ columns: Int, _ channels: Int, _ step: Int) throws {
    var walk = try view().walk
    walk.move(images: 1, rows: rows, columns: columns, channels: channels)
    #expect(walk.step == step)
  }

  @Test(
    "goes to a place that is named",
    arguments: [
      ("0,1,1,1", 7, nil), ("[0, 1, 0, 0]", 4, nil), ("1,1", 6, nil), ("0 1", 2, nil),
      ("1,2,3", 0, "a place is i,h,w,c or h,w, as in 0,1,2,0"), ("x", 0, "a place is i,h,w,c or h,w, as in 0,1,2,0"),
      ("", 0, "a place is i,h,w,c or h,w, as in 0,1,2,0"), ("0,0,0,2", 0, "no such place: the output is (1, 2, 2, 2)"),
      ("-1,0", 0, "no such place: the output is (1, 2, 2, 2)"),
      ("99999999999999999999,0", 0, "a place is i,h,w,c or h,w, as in 0,1,2,0"),
    ] as [(String, Int, String?)])
  func named(_ name: String, _ step: Int, _ problem: String?) throws {
    var walk = try view().walk
    #expect(walk.go(toNamed: name) == problem)
    #expect(walk.step == step)
  }

  @Test("plays to the end, and from there from the start again")
  func plays() throws {
    var walk = try view().walk
    walk.tick()
    #expect(walk.step == 0)
    walk.togglePlaying()
    for _ in 0..<6 { walk.tick() }
    #expect(walk.isPlaying)
    walk.tick()
    #expect(walk.step == 7)
    #expect(!walk.isPlaying)
    walk.togglePlaying()
    #expect(walk.step == 0)
    for _ in 0..<9 { walk.changeSpeed(faster: true) }
    #expect(walk.speed == 64)
    for _ in 0..<9 { walk.changeSpeed(faster: false) }
    #expect(walk.speed == 1)
  }

  @Test("has nothing to show without numbers")
  func empty() throws {
    let none = try NDArray(.float64, shape: [0, 3, 3, 1])
    let output = try Pooling.forward(none, windowSize: 2, stride: 1)
    let trace = try WindowTrace.poolingForward(none, windowSize: 2, stride: 1, mode: .max, output: output)
    #expect(TraceView(TraceText(trace, PrintOptions())) == nil)
  }
}

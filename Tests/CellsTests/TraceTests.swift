import Cells
import Synchronization
import Testing

@Suite("layers.trace")
struct TraceTests {
  private static let arrays = """
    import numpy as np
    A_prev = np.arange(9.0).reshape(1, 3, 3, 1)
    W = np.array([[1.0, 2.0], [3.0, -4.5]]).reshape(2, 2, 1, 1)
    b = np.full((1, 1, 1, 1), 0.5)
    hparameters = {"stride": 2, "pad": 1}
    Z, cache = conv_forward(A_prev, W, b, hparameters)
    A, pooled = pool_forward(A_prev, {"f": 2, "stride": 1})
    M, meant = pool_forward(A_prev, {"f": 2, "stride": 1}, mode="average")

    """

  /// What a cell shows behind the arrays.
  private func outputs(_ code: String, options: SessionOptions = SessionOptions()) -> [CellOutput] {
    let session = Session(options: options)
    return session.run(Self.arrays + code + "\n", name: "a.cnb, cell a", onOutput: { _ in }).outputs
  }

  @Test(
    "shows a line for each window",
    arguments: [
      (
        "layers.trace(conv_forward, A_prev, W, b, hparameters)",
        """
        conv_forward: A_prev (1, 3, 3, 1), pad 1, W (2, 2, 1, 1), stride 2, Z (1, 2, 2, 1)
        Z[i,h,w,c] = sum(A_prev_pad[i,vert,horiz,:] * W[:,:,:,c]) + b[0,0,0,c]
        vert = 2*h : 2*h + 2, horiz = 2*w : 2*w + 2
        Z[0,0,0,0]  A_prev_pad[0,0:2,0:2,:]  0.0*1.0 + 0.0*2.0 + 0.0*3.0 + 0.0*-4.5 = 0.0, + 0.5 = 0.5
        Z[0,0,1,0]  A_prev_pad[0,0:2,2:4,:]  0.0*1.0 + 0.0*2.0 + 1.0*3.0 + 2.0*-4.5 = -6.0, + 0.5 = -5.5
        Z[0,1,0,0]  A_prev_pad[0,2:4,0:2,:]  0.0*1.0 + 3.0*2.0 + 0.0*3.0 + 6.0*-4.5 = -21.0, + 0.5 = -20.5
        Z[0,1,1,0]  A_prev_pad[0,2:4,2:4,:]  4.0*1.0 + 5.0*2.0 + 7.0*3.0 + 8.0*-4.5 = -1.0, + 0.5 = -0.5
        """
      ),
      (
        "layers.trace(conv_forward, A_prev, np.ones((3, 3, 1, 2)) / 3, np.zeros(2), {'stride': 1, 'pad': 0})",
        """
        conv_forward: A_prev (1, 3, 3, 1), W (3, 3, 1, 2), stride 1, Z (1, 1, 1, 2)
        Z[i,h,w,c] = sum(A_prev[i,vert,horiz,:] * W[:,:,:,c]) + b[0,0,0,c]
        vert = h : h + 3, horiz = w : w + 3
        Z[0,0,0,0]  A_prev[0,0:3,0:3,:]  0.0*0.33333333 + 1.0*0.33333333 + 2.0*0.33333333 + ... (9 terms) = 11.999999999999998, + 0.0 = 11.999999999999998
        Z[0,0,0,1]  A_prev[0,0:3,0:3,:]  0.0*0.33333333 + 1.0*0.33333333 + 2.0*0.33333333 + ... (9 terms) = 11.999999999999998, + 0.0 = 11.999999999999998
        """
      ),
      (
        "layers.trace(conv_backward, dZ=Z, cache=cache, max_windows=1)",
        """
        conv_backward: A_prev (1, 3, 3, 1), pad 1, W (2, 2, 1, 1), stride 2, dZ (1, 2, 2, 1)
        dA_prev_pad[i,vert,horiz,:] += W[:,:,:,c] * dZ[i,h,w,c]
        dW[:,:,:,c] += A_prev_pad[i,vert,horiz,:] * dZ[i,h,w,c]
        db[0,0,0,c] += dZ[i,h,w,c]
        vert = 2*h : 2*h + 2, horiz = 2*w : 2*w + 2
        dZ[0,0,0,0]  dA_prev_pad[0,0:2,0:2,:] += W[:,:,:,0]*0.5  dW[:,:,:,0] += A_prev_pad[0,0:2,0:2,:]*0.5  \
        db[0,0,0,0] = 0.0 + 0.5 = 0.5
        ... 3 more of 4 windows: max_windows=4 or max_windows=None shows them
        """
      ),
      (
        "layers.trace(pool_forward, A_prev, {'f': 2, 'stride': 1}, max_windows=2)",
        """
        pool_forward: A_prev (1, 3, 3, 1), windows 2 x 2, stride 1, A (1, 2, 2, 1)
        A[i,h,w,c] = max(A_prev[i,vert,horiz,c])
        vert = h : h + 2, horiz = w : w + 2
        A[0,0,0,0]  A_prev[0,0:2,0:2,0]  max(0.0, 1.0, 3.0, 4.0) = 4.0
        A[0,0,1,0]  A_prev[0,0:2,1:3,0]  max(1.0, 2.0, 4.0, 5.0) = 5.0
        ... 2 more of 4 windows: max_windows=4 or max_windows=None shows them
        """
      ),
      (
        "layers.trace(pool_backward, A, (np.ones((1, 3, 3, 1)), {'f': 2, 'stride': 1}), mode='max', max_windows=2)",
        """
        pool_backward: A_prev (1, 3, 3, 1), windows 2 x 2, stride 1, dA (1, 2, 2, 1)
        mask = A_prev[i,vert,horiz,c] == max(A_prev[i,vert,horiz,c])
        dA_prev[i,vert,horiz,c] += mask * dA[i,h,w,c]
        vert = h : h + 2, horiz = w : w + 2
        dA[0,0,0,0]  dA_prev[0,0,0,0] = 0.0 + 1*4.0 = 4.0, dA_prev[0,0,1,0] = 0.0 + 1*4.0 = 4.0, \
        dA_prev[0,1,0,0] = 0.0 + 1*4.0 = 4.0, dA_prev[0,1,1,0] = 0.0 + 1*4.0 = 4.0
        dA[0,0,1,0]  dA_prev[0,0,1,0] = 4.0 + 1*5.0 = 9.0, dA_prev[0,0,2,0] = 0.0 + 1*5.0 = 5.0, \
        dA_prev[0,1,1,0] = 4.0 + 1*5.0 = 9.0, dA_prev[0,1,2,0] = 0.0 + 1*5.0 = 5.0
        ... 2 more of 4 windows: max_windows=4 or max_windows=None shows them
        """
      ),
      (
        "layers.trace(pool_backward, M, meant, 'average', max_windows=0)",
        """
        pool_backward: A_prev (1, 3, 3, 1), windows 2 x 2, stride 1, dA (1, 2, 2, 1)
        dA_prev[i,vert,horiz,c] += dA[i,h,w,c] / 4
        vert = h : h + 2, horiz = w : w + 2
        ... 4 more of 4 windows: max_windows=4 or max_windows=None shows them
        """
      ),
      (
        "layers.trace(pool_forward, A_prev[:0], {'f': 2, 'stride': 1})",
        """
        pool_forward: A_prev (0, 3, 3, 1), windows 2 x 2, stride 1, A (0, 2, 2, 1)
        A[i,h,w,c] = max(A_prev[i,vert,horiz,c])
        vert = h : h + 2, horiz = w : w + 2
        no windows: the output is empty
        """
      ),
    ])
  func text(_ code: String, _ text: String) {
    #expect(outputs(code) == [.value(text)])
    #expect(outputs("print(\(code))") == [.stdout(text + "\n")])
  }

  @Test(
    "writes out one number's formula",
    arguments: [
      (
        "layers.trace(conv_forward, np.stack([A_prev, A_prev / 4], axis=-1)[..., 0, :], np.concatenate([W, W], 2), b, "
          + "hparameters)",
        "0, 0, 1, 0",
        """
        Z[0,0,1,0] = sum(A_prev_pad[0,0:2,2:4,:] * W[:,:,:,0]) + b[0,0,0,0]
        channel 0: 0.0*1.0 + 0.0*2.0 + 1.0*3.0 + 2.0*-4.5 = -6.0
        channel 1: 0.0*1.0 + 0.0*2.0 + 0.25*3.0 + 0.5*-4.5 = -1.5
        sum of all 2 channels = -7.5
        Z[0,0,1,0] = -7.5 + 0.5 = -7.0
        """
      ),
      (
        "layers.trace(conv_backward, Z, cache)", "0, 0, -1, 0",
        """
        dA_prev_pad[0,0:2,2:4,:] += W[:,:,:,0] * dZ[0,0,1,0]
        dW[:,:,:,0] += A_prev_pad[0,0:2,2:4,:] * dZ[0,0,1,0]
        db[0,0,0,0] += dZ[0,0,1,0]
        dZ[0,0,1,0] = -5.5
        dA_prev_pad[0,0,2,0] = 0.0 + 1.0*-5.5 = -5.5
        dA_prev_pad[0,0,3,0] = 0.0 + 2.0*-5.5 = -11.0
        dA_prev_pad[0,1,2,0] = 0.0 + 3.0*-5.5 = -16.5
        dA_prev_pad[0,1,3,0] = 0.0 + -4.5*-5.5 = 24.75
        dW[0,0,0,0] = 0.0 + 0.0*-5.5 = 0.0
        dW[0,1,0,0] = 0.0 + 0.0*-5.5 = 0.0
        dW[1,0,0,0] = 0.0 + 1.0*-5.5 = -5.5
        dW[1,1,0,0] = 0.0 + 2.0*-5.5 = -11.0
        db[0,0,0,0] = 0.5 + -5.5 = -5.0
        """
      ),
      (
        "layers.trace(pool_forward, A_prev, {'f': 2, 'stride': 1}, 'average')", "0, 1, 0, 0",
        """
        A[0,1,0,0] = mean(A_prev[0,1:3,0:2,0])
        A[0,1,0,0] = (3.0 + 4.0 + 6.0 + 7.0)/4 = 5.0
        """
      ),
      (
        "layers.trace(pool_backward, A, pooled)", "0, 1, 1, 0",
        """
        mask = A_prev[0,1:3,1:3,0] == max(A_prev[0,1:3,1:3,0])
        dA_prev[0,1:3,1:3,0] += mask * dA[0,1,1,0]
        dA_prev[0,1,1,0] = 4.0 + 0*8.0 = 4.0
        dA_prev[0,1,2,0] = 5.0 + 0*8.0 = 5.0
        dA_prev[0,2,1,0] = 7.0 + 0*8.0 = 7.0
        dA_prev[0,2,2,0] = 0.0 + 1*8.0 = 8.0
        """
      ),
    ])
  func formula(_ code: String, _ place: String, _ text: String) {
    #expect(outputs("print(\(code).formula(\(place)))") == [.stdout(text + "\n")])
  }

  @Test(
    "fails as the layer does, and says what it follows",
    arguments: [
      (
        "layers.trace(conv_forward, A_prev)", "TypeError", "conv_forward() missing required argument 'W' (pos 2)"
      ),
      (
        "layers.trace(conv_forward, A_prev, W, b, {'stride': 0, 'pad': 1})", "ValueError",
        "conv_forward: hparameters['stride'] must be at least 1 but is 0"
      ),
      ("layers.trace(conv_forward, A_prev, W, b, {'pad': 1})", "KeyError", "'stride'"),
      (
        "layers.trace(conv_backward, Z[:, 1:], cache)", "ValueError",
        "conv_backward: dZ must have shape (1, 2, 2, 1), as conv_forward's Z for this cache, but has shape (1, 1, 2, 1)"
      ),
      (
        "layers.trace(pool_forward, A_prev, {'f': 2, 'stride': 1}, mode='min')", "ValueError",
        "pool_forward: mode must be 'max' or 'average' but is 'min'"
      ),
      (
        "layers.trace(pool_forward, A_prev, {'f': 2, 'stride': 1}, modus='max')", "TypeError",
        "pool_forward() got an unexpected keyword argument 'modus'"
      ),
      (
        "layers.trace(zero_pad, A_prev, 1)", "TypeError",
        "trace() follows conv_forward, conv_backward, pool_forward and pool_backward, not zero_pad"
      ),
      (
        "layers.trace(np.sum, A_prev)", "TypeError",
        "trace() follows conv_forward, conv_backward, pool_forward and pool_backward, not sum"
      ),
      (
        "layers.trace(A_prev)", "TypeError",
        "trace() follows conv_forward, conv_backward, pool_forward and pool_backward, not 'numpy.ndarray' object"
      ),
      (
        "def conv_forward(A_prev): pass\nlayers.trace(conv_forward, A_prev)", "TypeError",
        "trace() follows the layers' own conv_forward, not one that a cell defines: trace layers.conv_forward, and compare"
      ),
      (
        "layers.trace(conv_forward, A_prev, W, b, hparameters, max_windows=-1)", "ValueError",
        "trace(): max_windows must be at least 0, or None, but is -1"
      ),
      (
        "layers.trace(conv_forward, A_prev, W, b, hparameters).formula(0, 0, 2, 0)", "IndexError",
        "index 2 is out of bounds for axis 2 with size 2"
      ),
    ])
  func errors(_ code: String, _ className: String, _ message: String) {
    guard case .error(let actualClass, let actualMessage, _) = outputs(code).last else {
      Issue.record("no error")
      return
    }
    #expect(actualClass == className)
    #expect(actualMessage == message)
  }

  @Test("takes the layer of a cell that shadows it by its full name, and keeps what it gave")
  func result() {
    let code = """
      def conv_forward(A_prev): pass
      t = layers.trace(layers.conv_forward, A_prev, W, b, hparameters)
      A_prev[...] = 0
      print(np.array_equal(t.result[0], Z), t.result[1][1] is W)
      print(str(t).count("2.0*-4.5"))
      """
    #expect(outputs(code) == [.stdout("True True\n"), .stdout("1\n")])
  }

  @Test("prints numbers as the session's NumPy does")
  func printOptions() {
    var options = SessionOptions()
    options.printStyle = .numpy113
    let code = "print(layers.trace(pool_forward, A_prev / 7, {'f': 2, 'stride': 3}).formula(0, 0, 0, 0))"
    let head = "A[0,0,0,0] = max(A_prev[0,0:2,0:2,0])\nA[0,0,0,0] = max"
    #expect(
      outputs(code, options: options)
        == [.stdout(head + "(0.0, 0.14285714, 0.42857143, 0.57142857) = 0.571428571429\n")])
    #expect(
      outputs("np.set_printoptions(precision=2)\n" + code)
        == [.stdout(head + "(0.0, 0.14, 0.43, 0.57) = 0.5714285714285714\n")])
  }

  @Test(
    "is handed to a host that can show it, which changes nothing of what is recorded",
    arguments: [
      ("t", 1), ("t.show()", 1), ("t.show(); t.show()", 2), ("x = t", 0), ("print(t)", 0), ("t;", 0), ("[t]", 0),
      ("display(t)", 0),
      ("%%capture\nt = layers.trace(pool_forward, np.ones((1, 2, 2, 1)), {'f': 2, 'stride': 1})\nt", 0),
    ])
  func shown(_ code: String, _ count: Int) {
    final class Counter: Sendable { let count = Mutex(0) }
    let counter = Counter()
    var options = SessionOptions()
    options.showTrace = { _ in counter.count.withLock { $0 += 1 } }
    let first = Self.arrays + "t = layers.trace(conv_forward, A_prev, W, b, hparameters)\n"
    let outputs = [options, SessionOptions()].map { options in
      let session = Session(options: options)
      _ = session.run(first, name: "a.cnb, cell a", onOutput: { _ in })
      return session.run(code + "\n", name: "a.cnb, cell b", onOutput: { _ in }).outputs
    }
    #expect(outputs[0] == outputs[1])
    #expect(counter.count.withLock { $0 } == count)
  }
}

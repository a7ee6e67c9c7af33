import Foundation
import Testing

/// A model's weights in files, by programs as users write them.
@Suite struct WeightFileTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Weights")

  private static let head = """
    import numpy as np, h5py, layers
    def model(units=3, seed=1, input_shape=(4, 6, 2), dtype='float64'):
        made = layers.Sequential([
            layers.Conv2D(4, 3, padding='same'), layers.BatchNormalization(), layers.ReLU(), layers.MaxPool2D(2),
            layers.Conv2D(3, 2, use_bias=False), layers.Flatten(), layers.Dense(units), layers.Softmax()],
            input_shape=input_shape, seed=seed, dtype=dtype)
        made.compile(optimizer=layers.Adam(0.01))
        return made
    np.random.seed(0)
    X, Y = np.random.randn(20, 4, 6, 2), np.eye(3)[np.random.randint(0, 3, 20)]
    learned = model()
    learned.fit(X, Y, epochs=2, batch_size=8, verbose=0)

    """

  private func run(_ code: String, in workspace: borrowing Workspace) throws -> Outcome {
    try workspace.write(WeightFileTests.head + code + "\n", to: "program.py")
    return try workspace.cnb("run", "program.py")
  }

  @Test("what was saved is loaded, bit for bit", arguments: ["w.h5", "w.hdf5", "w.npz"], ["float64", "float32"])
  func savedAndLoaded(file: String, dtype: String) throws {
    let workspace = try Workspace()
    let outcome = try run(
      """
      learned = model(dtype='\(dtype)')
      learned.fit(X, Y, epochs=1, verbose=0)
      learned.save_weights('\(file)')
      other = model(seed=2, dtype='\(dtype)')
      before = np.array_equal(other.predict(X), learned.predict(X))
      other.load_weights('\(file)')
      pairs = zip(other.get_weights(), learned.get_weights())
      print(before, all(np.array_equal(a, b) and a.dtype == b.dtype == '\(dtype)' for a, b in pairs))
      print(np.array_equal(other.predict(X), learned.predict(X)))
      learned.save_weights('\(file)')
      """, in: workspace)
    #expect(outcome == Outcome(0, output: "False True\nTrue\n"))
  }

  @Test("files are laid out as Keras and NumPy have them")
  func layout() throws {
    let workspace = try Workspace()
    let outcome = try run(
      """
      learned.save_weights('w.h5')
      with h5py.File('w.h5', 'r') as f:
          print(list(f.keys()))
          f.visititems(lambda name, item: print(name, item.shape, item.dtype) if isinstance(item, h5py.Dataset) else None)
          print(f.attrs['backend'], 'layer_names' in f.attrs, 'weight_names' in f['flatten'].attrs)
      learned.save_weights('w.npz')
      w = np.load('w.npz')
      print(w.files, w['conv2d/kernel'].shape)
      """, in: workspace)
    #expect(outcome.error == "")
    #expect(
      outcome.output == """
        ['batch_normalization', 'conv2d', 'conv2d_1', 'dense', 'flatten', 'max_pooling2d', 're_lu', 'softmax']
        batch_normalization/batch_normalization/beta:0 (4,) float64
        batch_normalization/batch_normalization/gamma:0 (4,) float64
        batch_normalization/batch_normalization/moving_mean:0 (4,) float64
        batch_normalization/batch_normalization/moving_variance:0 (4,) float64
        conv2d/conv2d/bias:0 (4,) float64
        conv2d/conv2d/kernel:0 (3, 3, 2, 4) float64
        conv2d_1/conv2d_1/kernel:0 (2, 2, 4, 3) float64
        dense/dense/bias:0 (3,) float64
        dense/dense/kernel:0 (6, 3) float64
        b'tensorflow' True True
        ['conv2d/kernel', 'conv2d/bias', 'batch_normalization/gamma', 'batch_normalization/beta', 'batch_normalization/moving_mean', 'batch_normalization/moving_variance', 'conv2d_1/kernel', 'dense/kernel', 'dense/bias'] (3, 3, 2, 4)

        """)
  }

  @Test("weights that Keras saved give Keras's answers", arguments: ["weights.h5", "model.h5"])
  func keras(file: String) throws {
    let workspace = try Workspace()
    for name in ["answers.txt", file] {
      try FileManager.default.copyItem(
        at: WeightFileTests.folder.appendingPathComponent(name), to: workspace.url.appendingPathComponent(name))
    }
    let outcome = try run(
      """
      learned = model(dtype='float32', seed=3)
      learned.load_weights('\(file)')
      X = (np.arange(2 * 48).reshape(2, 4, 6, 2) % 7 / 7).astype('float32')
      print(np.round(learned.predict(X).astype('float64'), 5).tolist())
      """, in: workspace)
    #expect(outcome == Outcome(0, output: try workspace.read("answers.txt")))
  }

  @Test(
    "what cannot be loaded or saved says why, and the model stays as it was",
    arguments: [
      (
        "learned.save_weights('w.txt')",
        "ValueError: save_weights: a file's name must end in .h5, .hdf5 or .npz, and 'w.txt' does not"
      ),
      (
        "learned.load_weights('w')",
        "ValueError: load_weights: a file's name must end in .h5, .hdf5 or .npz, and 'w' does not"
      ),
      (
        "model(input_shape=None).save_weights('w.h5')",
        "ValueError: sequential: the model has no weights yet: give its input_shape, call build(), or fit it to data"
      ),
      ("learned.load_weights('none.npz')", "FileNotFoundError: [Errno 2] No such file or directory: 'none.npz'"),
      (
        "learned.load_weights('none.h5')",
        "FileNotFoundError: [Errno 2] Unable to synchronously open file (unable to open file: name = 'none.h5', errno = 2, "
          + "error message = 'No such file or directory', flags = 0, o_flags = 0)"
      ),
      (
        "np.savez('a.npz', x=np.ones(3))\nlearned.load_weights('a.npz')",
        "ValueError: load_weights: a.npz has no 'conv2d/kernel': weights fit a model with the same layers"
      ),
      (
        "model(units=4).save_weights('a.npz')\nlearned.load_weights('a.npz')",
        "ValueError: load_weights: a.npz has shape (6, 4) for 'dense/kernel', and the model has (6, 3): weights fit a model "
          + "with the same layers"
      ),
      (
        "model(units=4).save_weights('a.h5')\nlearned.load_weights('a.h5')",
        "ValueError: load_weights: a.h5 has shape (6, 4) for 'dense/kernel', and the model has (6, 3): weights fit a model "
          + "with the same layers"
      ),
      (
        "layers.Sequential([layers.Dense(2), layers.Softmax()], input_shape=(3,)).save_weights('a.h5')\n"
          + "learned.load_weights('a.h5')",
        "ValueError: load_weights: a.h5 holds 2 weights, and the model has 9: weights fit a model with the same layers"
      ),
      (
        "h5py.File('a.h5', 'w').close()\nlearned.load_weights('a.h5')",
        "ValueError: load_weights: a.h5 has no attribute 'layer_names': it is not from save_weights, nor from Keras 2"
      ),
      (
        "np.save('a.npy', X)\nlearned.load_weights('a.npz')",
        "FileNotFoundError: [Errno 2] No such file or directory: 'a.npz'"
      ),
    ])
  func refusals(code: String, message: String) throws {
    let workspace = try Workspace()
    let outcome = try run(
      "kept = learned.get_weights()\ntry:\n    "
        + code.replacing("\n", with: "\n    ") + "\nfinally:\n"
        + "    print(all(np.array_equal(a, b) for a, b in zip(kept, learned.get_weights())))", in: workspace)
    #expect(outcome.error.split(separator: "\n").last.map(String.init) == message)
    #expect(outcome.output == "True\n")
    #expect(outcome.status == 1)
  }
}

/// What `conv_forward?` tells: what the layer does, the shapes, an example that can be typed.
enum LayerDocumentation {
  static let zeroPad = """
    Pads images with zeros on all four sides.

    Shapes
        X       (m, n_H, n_W, n_C)        images, channels last
        pad     int
        result  (m, n_H + 2 * pad, n_W + 2 * pad, n_C)

    Example
        X = np.random.randn(4, 3, 3, 2)
        zero_pad(X, 2).shape  # (4, 7, 7, 2)
    """

  static let convSingleStep = """
    Applies one filter to one window: np.sum(a_slice_prev * W) + float(b).

    Shapes
        a_slice_prev  (f, f, n_C_prev)    a window of the input
        W             (f, f, n_C_prev)    the filter
        b             (1, 1, 1)           one number
        result        a number

    Example
        window = np.ones((3, 3, 2))
        W = np.full((3, 3, 2), 0.5)
        conv_single_step(window, W, np.ones((1, 1, 1)))  # 10.0
    """

  static let convForward = """
    Convolves images with filters: a number for each image, window and filter.

    Shapes
        A_prev       (m, n_H_prev, n_W_prev, n_C_prev)    images, channels last
        W            (f, f, n_C_prev, n_C)                n_C filters
        b            (1, 1, 1, n_C)                       or any n_C numbers
        hparameters  {"stride": int, "pad": int}
        Z            (m, n_H, n_W, n_C)
                     n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
                     n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
        cache        (A_prev, W, b, hparameters), for conv_backward

    Example
        A_prev = np.random.randn(10, 5, 7, 4)
        W = np.random.randn(3, 3, 4, 8)
        b = np.random.randn(1, 1, 1, 8)
        Z, cache = conv_forward(A_prev, W, b, {"stride": 2, "pad": 1})
        Z.shape  # (10, 3, 4, 8)
    """

  static let convBackward = """
    The gradients of a cost with respect to conv_forward's arguments.

    Shapes
        dZ       (m, n_H, n_W, n_C)    the gradient of the output Z
        cache    what conv_forward gave
        dA_prev  (m, n_H_prev, n_W_prev, n_C_prev)
        dW       (f, f, n_C_prev, n_C)
        db       (1, 1, 1, n_C)

    Example
        A_prev = np.random.randn(10, 4, 4, 3)
        W = np.random.randn(2, 2, 3, 8)
        b = np.random.randn(1, 1, 1, 8)
        Z, cache = conv_forward(A_prev, W, b, {"stride": 2, "pad": 2})
        dA_prev, dW, db = conv_backward(Z, cache)
        dA_prev.shape, dW.shape  # ((10, 4, 4, 3), (2, 2, 3, 8))
    """

  static let poolForward = """
    Pools images: of each window in each channel the largest number or the mean.

    Shapes
        A_prev       (m, n_H_prev, n_W_prev, n_C)    images, channels last
        hparameters  {"f": int, "stride": int}
        mode         "max" or "average"
        A            (m, n_H, n_W, n_C)
                     n_H = int((n_H_prev - f) / stride) + 1
                     n_W = int((n_W_prev - f) / stride) + 1
        cache        (A_prev, hparameters), for pool_backward

    Example
        A_prev = np.random.randn(2, 5, 5, 3)
        A, cache = pool_forward(A_prev, {"stride": 1, "f": 3}, mode="max")
        A.shape  # (2, 3, 3, 3)
    """

  static let poolBackward = """
    The gradient of a cost with respect to pool_forward's input.

    Shapes
        dA       (m, n_H, n_W, n_C)    the gradient of the output A
        cache    what pool_forward gave
        mode     "max" or "average", as it was for pool_forward
        dA_prev  (m, n_H_prev, n_W_prev, n_C)

    Example
        A_prev = np.random.randn(5, 5, 3, 2)
        A, cache = pool_forward(A_prev, {"stride": 1, "f": 2}, mode="average")
        pool_backward(A, cache, mode="average").shape  # (5, 5, 3, 2)
    """

  static let createMaskFromWindow = """
    Where a window has its largest number.

    Shapes
        x       any, usually (f, f)
        result  as x: True where x holds its maximum

    Example
        x = np.array([[1.0, 4.0], [3.0, 2.0]])
        create_mask_from_window(x).tolist()  # [[False, True], [False, False]]
    """

  static let distributeValue = """
    Shares a number out equally: each element is dz / (n_H * n_W).

    Shapes
        dz      a number
        shape   (n_H, n_W)
        result  (n_H, n_W)

    Example
        distribute_value(2, (2, 2)).tolist()  # [[0.5, 0.5], [0.5, 0.5]]
    """

  static let trace = """
    Follows a layer through its windows: conv_forward, conv_backward, pool_forward or pool_backward.

    Shows a line for each window; at a terminal, as a cell's value or by show(), the windows to step through by key.

    Arguments
        function     one of the four, then its own arguments
        max_windows  how many lines its text has: 20 if it is not given, None for all

    What it gives
        show()               shows it
        formula(i, h, w, c)  text: the formula of one number of the output, in symbols and in numbers
        result               what the layer gave

    Example
        A_prev = np.arange(16.0).reshape(1, 4, 4, 1)
        W = np.array([[1.0, 0.0], [0.0, -1.0]]).reshape(2, 2, 1, 1)
        layers.trace(conv_forward, A_prev, W, np.zeros((1, 1, 1, 1)), {"stride": 2, "pad": 1})
    """
}

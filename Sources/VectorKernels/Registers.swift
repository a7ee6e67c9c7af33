/// How many rows of sums the processor has registers for, besides a vector, a number and a product.
enum Registers {
  #if AVX512 || arch(arm64)
    static let tallest = 14
    static let tallestPair = 14
    static let tallestPairwise = 12
  #else
    static let tallest = 12
    static let tallestPair = 6
    static let tallestPairwise = 6
  #endif
}

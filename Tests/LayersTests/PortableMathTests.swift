import Foundation
import Layers
import Testing

@Suite struct PortableMathTests {
  /// How many numbers lie between two.
  private func distance(_ a: Double, _ b: Double) -> UInt64 {
    a == b ? 0 : a.bitPattern > b.bitPattern ? a.bitPattern - b.bitPattern : b.bitPattern - a.bitPattern
  }

  @Test("are within the last digit of the system's", arguments: 0..<20)
  func accuracy(seed: Int) {
    var random = RandomNumbers(state: UInt64(seed))
    for _ in 0..<5000 {
      let x = Double.random(in: seed % 2 == 0 ? -745...709 : -30...0, using: &random)
      #expect(distance(PortableMath.exp(x), exp(x)) <= 1, "exp(\(x))")
      let y =
        seed % 2 == 0 ? exp(Double.random(in: -740...709, using: &random)) : Double.random(in: 1...10, using: &random)
      #expect(distance(PortableMath.log(y), log(y)) <= 1, "log(\(y))")
      let (base, step) = (Double.random(in: 0.5...1, using: &random), Int.random(in: 0...900, using: &random))
      #expect(distance(PortableMath.power(base, step), pow(base, Double(step))) <= 1, "\(base) ** \(step)")
    }
  }

  @Test func ends() {
    #expect(PortableMath.exp(0) == 1)
    #expect(PortableMath.exp(-0.0) == 1)
    #expect(PortableMath.exp(.infinity) == .infinity)
    #expect(PortableMath.exp(709.8) == .infinity)
    #expect(PortableMath.exp(709.7).isFinite)
    #expect(PortableMath.exp(-.infinity) == 0)
    #expect(PortableMath.exp(-745) == .leastNonzeroMagnitude)
    #expect(PortableMath.exp(.nan).isNaN)
    #expect(PortableMath.log(1) == 0)
    #expect(PortableMath.log(0) == -.infinity)
    #expect(PortableMath.log(.infinity) == .infinity)
    #expect(PortableMath.log(-1).isNaN && PortableMath.log(.nan).isNaN)
    #expect(PortableMath.power(0.9, 0) == 1)
    #expect(PortableMath.power(0.9, 1) == 0.9)
    #expect(PortableMath.power(0, 3) == 0)
    #expect(PortableMath.power(10, 400) == .infinity)
    #expect(PortableMath.power(0.5, 5000) == 0)
  }

  /// Recorded on one machine: no other may give other bits.
  @Test func sameEverywhere() {
    var bits: UInt64 = 0
    func add(_ value: Double) { bits = bits &* 0x100_0000_01b3 &+ value.bitPattern }
    for step in 0..<20000 {
      add(PortableMath.exp(-Double(step) * 0.0371))
      add(PortableMath.log(1 + Double(step) * 0.00053))
      add(PortableMath.power(0.999, step))
    }
    #expect(bits == 0xf2a8_2c84_3e3f_6894)
  }
}

import Arrays
import CHDF5

extension HDF5File {
  /// What the elements of a type of the file are.
  func elementType(_ type: hid_t) -> StoredType {
    let size = H5Tget_size(type)
    let isBigEndian = H5Tget_order(type) == H5T_ORDER_BE
    switch H5Tget_class(type) {
    case H5T_INTEGER:
      let isSigned = H5Tget_sign(type) == H5T_SGN_2
      let standard = cnb_h5_int(Int32(clamping: size), isSigned ? 1 : 0, isBigEndian ? 1 : 0)
      guard standard >= 0, H5Tequal(type, standard) > 0 else {
        return StoredType(.other("integer of odd bits"), size: size)
      }
      return StoredType(.integer(isSigned: isSigned), size: size, isBigEndian: isBigEndian)
    case H5T_FLOAT:
      guard isStandardFloat(type, size, isBigEndian) else {
        return StoredType(.other("float of \(size) bytes"), size: size)
      }
      return StoredType(.float, size: size, isBigEndian: isBigEndian)
    case H5T_ENUM:
      if isTruthValue(type) { return StoredType(.bool, size: 1) }
      guard let base = HDF5Handle(H5Tget_super(type)) else { return StoredType(.other("enum"), size: size) }
      return elementType(base.id)
    case H5T_STRING:
      if H5Tis_variable_str(type) > 0 {
        return StoredType(.text(isUTF8: H5Tget_cset(type) == H5T_CSET_UTF8), size: MemoryLayout<UInt>.size)
      }
      return StoredType(.fixedText, size: size)
    case H5T_COMPOUND: return StoredType(.other("compound"), size: size)
    case H5T_REFERENCE: return StoredType(.other("reference"), size: size)
    case H5T_VLEN: return StoredType(.other("variable-length"), size: size)
    case H5T_ARRAY: return StoredType(.other("array"), size: size)
    case H5T_OPAQUE: return StoredType(.other("opaque"), size: size)
    case H5T_BITFIELD: return StoredType(.other("bitfield"), size: size)
    case H5T_TIME: return StoredType(.other("time"), size: size)
    default: return StoredType(.other("unknown"), size: size)
    }
  }

  private func isStandardFloat(_ type: hid_t, _ size: Int, _ isBigEndian: Bool) -> Bool {
    switch size {
    case 2:
      guard let half = HDF5File.halfType(isBigEndian) else { return false }
      return H5Tequal(type, half.id) > 0
    case 4, 8: return H5Tequal(type, cnb_h5_float(Int32(size), isBigEndian ? 1 : 0)) > 0
    default: return false
    }
  }

  /// IEEE 754's 16 bits, which HDF5 has no name for.
  private static func halfType(_ isBigEndian: Bool) -> HDF5Handle? {
    guard let type = HDF5Handle(H5Tcopy(cnb_h5_float(4, isBigEndian ? 1 : 0))) else { return nil }
    H5Tset_fields(type.id, 15, 10, 5, 0, 10)
    H5Tset_size(type.id, 2)
    H5Tset_ebias(type.id, 15)
    return type
  }

  /// As h5py writes truth values: an enumeration of FALSE and TRUE in bytes.
  private func isTruthValue(_ type: hid_t) -> Bool {
    guard H5Tget_size(type) == 1, H5Tget_nmembers(type) == 2 else { return false }
    for (name, value) in [("FALSE", 0 as Int8), ("TRUE", 1)] {
      var found: Int8 = -1
      guard H5Tenum_valueof(type, name, &found) >= 0, found == value else {
        _ = HDF5Library.takeErrors()
        return false
      }
    }
    return true
  }

  /// The library's type for elements as they stand in a file, or in memory if they are in the machine's order.
  func libraryType(_ type: StoredType, _ place: String) throws(StoredError) -> HDF5Handle {
    let order: Int32 = type.isBigEndian ? 1 : 0
    switch type.kind {
    case .integer(let isSigned):
      return try checked(H5Tcopy(cnb_h5_int(Int32(clamping: type.size), isSigned ? 1 : 0, order)), place)
    case .float where type.size == 2:
      guard let half = HDF5File.halfType(type.isBigEndian) else { throw failure(place) }
      return half
    case .float: return try checked(H5Tcopy(cnb_h5_float(Int32(clamping: type.size), order)), place)
    case .bool:
      let truth = try checked(H5Tenum_create(cnb_h5_int(1, 1, 0)), place)
      for (name, value) in [("FALSE", 0 as Int8), ("TRUE", 1)] {
        var value = value
        if H5Tenum_insert(truth.id, name, &value) < 0 { throw failure(place) }
      }
      return truth
    case .fixedText:
      let text = try checked(H5Tcopy(cnb_h5_text()), place)
      if H5Tset_size(text.id, max(type.size, 1)) < 0 { throw failure(place) }
      H5Tset_strpad(text.id, H5T_STR_NULLPAD)
      return text
    case .text(let isUTF8):
      let text = try checked(H5Tcopy(cnb_h5_text()), place)
      if H5Tset_size(text.id, cnb_h5_variable()) < 0 { throw failure(place) }
      H5Tset_cset(text.id, isUTF8 ? H5T_CSET_UTF8 : H5T_CSET_ASCII)
      return text
    case .other(let name): throw error(.unsupported("elements of type \(name)"), place)
    }
  }
}

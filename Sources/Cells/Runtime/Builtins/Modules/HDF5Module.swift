/// `h5py`: notebooks import it in their first cell, whether or not they read a file later.
package enum HDF5Module {
  package static func make() -> ModuleObject {
    ModuleObject("h5py", BuiltinModules.notOffered("h5py", "File", "Dataset", "Group", "is_hdf5"))
  }
}

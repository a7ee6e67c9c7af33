/* Why this exists: HDF5's predefined types, property classes and flags are macros that call a function first and then read a
   global variable, and Swift imports neither; what lists members has another signature in each version. Debian has the header
   in a folder of its own, the same on every processor, which needs no pkg-config: that would also link the shared library. */

#ifndef CNB_HDF5_SHIM_H
#define CNB_HDF5_SHIM_H

#define H5_USE_18_API
#if __has_include(<hdf5/serial/hdf5.h>)
#include <hdf5/serial/hdf5.h>
#else
#include <hdf5.h>
#endif

static inline hid_t cnb_h5_int(int size, int is_signed, int is_big_endian) {
  switch (size) {
  case 1: return is_signed ? H5T_STD_I8LE : H5T_STD_U8LE;
  case 2: return is_big_endian ? (is_signed ? H5T_STD_I16BE : H5T_STD_U16BE) : (is_signed ? H5T_STD_I16LE : H5T_STD_U16LE);
  case 4: return is_big_endian ? (is_signed ? H5T_STD_I32BE : H5T_STD_U32BE) : (is_signed ? H5T_STD_I32LE : H5T_STD_U32LE);
  case 8: return is_big_endian ? (is_signed ? H5T_STD_I64BE : H5T_STD_U64BE) : (is_signed ? H5T_STD_I64LE : H5T_STD_U64LE);
  default: return -1;
  }
}

static inline hid_t cnb_h5_float(int size, int is_big_endian) {
  if (size == 4) return is_big_endian ? H5T_IEEE_F32BE : H5T_IEEE_F32LE;
  return is_big_endian ? H5T_IEEE_F64BE : H5T_IEEE_F64LE;
}

static inline hid_t cnb_h5_text(void) { return H5T_C_S1; }
static inline size_t cnb_h5_variable(void) { return H5T_VARIABLE; }

enum cnb_h5_list { CNB_H5_FILE_ACCESS, CNB_H5_LINK_ACCESS, CNB_H5_LINK_CREATE, CNB_H5_DATASET_CREATE, CNB_H5_TRANSFER };

static inline hid_t cnb_h5_create_list(int kind) {
  switch (kind) {
  case CNB_H5_FILE_ACCESS: return H5Pcreate(H5P_FILE_ACCESS);
  case CNB_H5_LINK_ACCESS: return H5Pcreate(H5P_LINK_ACCESS);
  case CNB_H5_LINK_CREATE: return H5Pcreate(H5P_LINK_CREATE);
  case CNB_H5_DATASET_CREATE: return H5Pcreate(H5P_DATASET_CREATE);
  default: return H5Pcreate(H5P_DATASET_XFER);
  }
}

static inline unsigned cnb_h5_read_only(void) { return H5F_ACC_RDONLY; }
static inline unsigned cnb_h5_read_write(void) { return H5F_ACC_RDWR; }
static inline unsigned cnb_h5_truncate(void) { return H5F_ACC_TRUNC; }
static inline hid_t cnb_h5_default(void) { return H5P_DEFAULT; }
static inline hid_t cnb_h5_all(void) { return H5S_ALL; }
static inline hsize_t cnb_h5_unlimited(void) { return H5S_UNLIMITED; }

static inline void cnb_h5_silence(void) { H5Eset_auto2(H5E_DEFAULT, NULL, NULL); }

/* Called for each entry of the error stack, the innermost first. */
static inline void cnb_h5_walk_errors(H5E_walk2_t each, void *context) {
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, each, context);
}
static inline void cnb_h5_clear_errors(void) { H5Eclear2(H5E_DEFAULT); }

/* Whether links, or attributes, are kept in the order that they were made in. */
static inline int cnb_h5_tracks_order(unsigned flags) { return (flags & H5P_CRT_ORDER_TRACKED) != 0; }

typedef int (*cnb_h5_name)(const char *name, void *context);
struct cnb_h5_names {
  cnb_h5_name each;
  void *context;
};

static inline herr_t cnb_h5_link_name(hid_t group, const char *name, const H5L_info_t *info, void *data) {
  struct cnb_h5_names *names = (struct cnb_h5_names *)data;
  return names->each(name, names->context);
}

static inline herr_t cnb_h5_attribute_name(hid_t object, const char *name, const H5A_info_t *info, void *data) {
  struct cnb_h5_names *names = (struct cnb_h5_names *)data;
  return names->each(name, names->context);
}

/* Calls `each` with the names of a group's links, or of an object's attributes, until it gives something but 0. */
static inline herr_t cnb_h5_links(hid_t group, int by_creation, cnb_h5_name each, void *context) {
  struct cnb_h5_names names = {each, context};
  hsize_t position = 0;
  return H5Literate(
      group, by_creation ? H5_INDEX_CRT_ORDER : H5_INDEX_NAME, H5_ITER_INC, &position, cnb_h5_link_name, &names);
}

static inline herr_t cnb_h5_attributes(hid_t object, int by_creation, cnb_h5_name each, void *context) {
  struct cnb_h5_names names = {each, context};
  hsize_t position = 0;
  return H5Aiterate2(
      object, by_creation ? H5_INDEX_CRT_ORDER : H5_INDEX_NAME, H5_ITER_INC, &position, cnb_h5_attribute_name, &names);
}

/* What a link is: 0 leads to an object of the file, 1 by way of a name, 2 out of the file; negative where there is none. */
static inline int cnb_h5_link_kind(hid_t file, const char *path, hid_t access) {
  H5L_info_t info;
  if (H5Lget_info(file, path, &info, access) < 0) return -1;
  return info.type == H5L_TYPE_HARD ? 0 : info.type == H5L_TYPE_SOFT ? 1 : 2;
}

#endif

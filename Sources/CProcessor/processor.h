#pragma once

// What the processor has, and the system saves between threads. Swift has no name for these built-in functions.

static inline _Bool cnb_has_avx2(void) { return __builtin_cpu_supports("x86-64-v3"); }
static inline _Bool cnb_has_avx512(void) { return __builtin_cpu_supports("x86-64-v4"); }

// Stores of a whole line of memory, 64 bytes at an address that is a multiple of 64, past the caches: the line is not read
// before. Other threads see them after the fence.

typedef double cnb_double8 __attribute__((ext_vector_type(8)));
typedef float cnb_float16 __attribute__((ext_vector_type(16)));

static inline __attribute__((always_inline)) void cnb_stream_double8(cnb_double8 numbers, double *line) {
  __builtin_nontemporal_store(numbers, (cnb_double8 *)line);
}
static inline __attribute__((always_inline)) void cnb_stream_float16(cnb_float16 numbers, float *line) {
  __builtin_nontemporal_store(numbers, (cnb_float16 *)line);
}
static inline __attribute__((always_inline)) void cnb_stream_fence(void) { __builtin_ia32_sfence(); }

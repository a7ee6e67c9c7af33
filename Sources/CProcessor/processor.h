#pragma once

// What the processor has, and the system saves between threads. Swift has no name for these built-in functions.

static inline _Bool cnb_has_avx2(void) { return __builtin_cpu_supports("x86-64-v3"); }
static inline _Bool cnb_has_avx512(void) { return __builtin_cpu_supports("x86-64-v4"); }

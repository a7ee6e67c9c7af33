// What this processor can do at most: the figures that the kernels' are divided by.
#pragma once
#include <stdbool.h>
#include <stddef.h>

/// Does `operations` multiplications and additions (or a few more) in multiply-add instructions, in registers only, on
/// the widest vectors that the processor has. They are shared out among `threads` threads.
void peak_multiply_add(bool double_precision, int threads, double operations);

/// Those vectors' name, "AVX-512" for example.
const char *peak_instructions(void);

/// How many bytes `peak_read` reads.
extern const size_t peak_read_bytes;

/// Reads memory that is too large for any cache once, shared out among `threads` threads.
/// - Returns: false if there is no memory for it.
bool peak_read(int threads);

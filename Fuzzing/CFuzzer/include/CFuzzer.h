#pragma once

#include <stddef.h>
#include <stdint.h>

/// Of libFuzzer: reads its options, then calls the function with one input after another.
int LLVMFuzzerRunDriver(int *_Nonnull count, char *_Nullable *_Nonnull *_Nonnull arguments,
                        int (*_Nonnull run)(const uint8_t *_Nullable input, size_t count));

/// Of AddressSanitizer: bytes that are allocated now.
size_t __sanitizer_get_current_allocated_bytes(void);

/// What became of a child process.
enum child_ending {
  child_ended,
  /// A trap of Swift's, or a memory error found in Swift code.
  child_failed_in_swift,
  /// Anything else that ends a process, or five seconds.
  child_died,
};

/// Runs the function in a child process, and takes over which branches it took there.
enum child_ending run_in_child(void (*_Nonnull body)(void *_Nonnull context), void *_Nonnull context);

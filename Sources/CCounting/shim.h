#pragma once

// What code that is compiled with -assume-single-threaded calls: a reference count changes without locked instructions.
void *_Nonnull swift_nonatomic_retain(void *_Nonnull object);
void swift_nonatomic_release(void *_Nonnull object);

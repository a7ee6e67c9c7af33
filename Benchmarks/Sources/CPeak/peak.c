#include "CPeak.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__)
#define TARGET(FEATURES) __attribute__((target(FEATURES), noinline))
#else
#define TARGET(FEATURES) __attribute__((noinline))
#endif

/// The compiler may not know these, or it would compute beforehand.
static volatile double factor = 1.0000001, increment = 1e-9, sink;

/// Sums that do not wait for each other: enough for two units with five steps each, and few enough for 16 registers.
enum { chains = 12 };

#define MULTIPLY_ADD(NAME, NUMBER, BYTES, FEATURES)                                                                 \
  TARGET(FEATURES) static void NAME(double operations) {                                                            \
    _Pragma("clang fp contract(fast)") typedef NUMBER Vector __attribute__((vector_size(BYTES)));                   \
    Vector by = (Vector){0} + (NUMBER)factor, add = (Vector){0} + (NUMBER)increment, sums[chains];                  \
    _Pragma("clang loop unroll(full)") for (int i = 0; i < chains; i++) sums[i] = add + (NUMBER)i;                  \
    long turns = (long)(operations / (2.0 * chains * (BYTES / sizeof(NUMBER)))) + 1;                                \
    for (long turn = 0; turn < turns; turn++) {                                                                     \
      _Pragma("clang loop unroll(full)") for (int i = 0; i < chains; i++) sums[i] = sums[i] * by + add;             \
    }                                                                                                               \
    _Pragma("clang loop unroll(full)") for (int i = 1; i < chains; i++) sums[0] += sums[i];                         \
    sink = sums[0][0];                                                                                              \
  }

#define READ(NAME, BYTES, FEATURES)                                                                                 \
  TARGET(FEATURES) static void NAME(const void *from, size_t bytes) {                                               \
    typedef uint64_t Vector __attribute__((vector_size(BYTES)));                                                    \
    const Vector *next = from, *end = next + bytes / BYTES;                                                         \
    Vector a = {0}, b = {0}, c = {0}, d = {0};                                                                      \
    for (; next + 3 < end; next += 4) a += next[0], b += next[1], c += next[2], d += next[3];                       \
    a += b + c + d;                                                                                                 \
    sink = (double)a[0];                                                                                            \
  }

/// One processor's way of doing both.
typedef struct {
  const char *name;
  void (*multiply_add_double)(double operations);
  void (*multiply_add_float)(double operations);
  void (*read)(const void *from, size_t bytes);
} Instructions;

#if defined(__x86_64__)
MULTIPLY_ADD(double_512, double, 64, "avx512f,fma")
MULTIPLY_ADD(float_512, float, 64, "avx512f,fma")
MULTIPLY_ADD(double_256, double, 32, "avx2,fma")
MULTIPLY_ADD(float_256, float, 32, "avx2,fma")
READ(read_512, 64, "avx512f")
READ(read_256, 32, "avx2")
#endif
MULTIPLY_ADD(double_128, double, 16, "sse2")
MULTIPLY_ADD(float_128, float, 16, "sse2")
READ(read_128, 16, "sse2")

static Instructions instructions(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f")) return (Instructions){"AVX-512", double_512, float_512, read_512};
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    return (Instructions){"AVX2", double_256, float_256, read_256};
  }
  return (Instructions){"SSE2", double_128, float_128, read_128};
#else
  return (Instructions){"128 bits", double_128, float_128, read_128};
#endif
}

const char *peak_instructions(void) { return instructions().name; }

/// One thread's share: operations, or bytes if there is an address.
typedef struct {
  void (*multiply_add)(double operations);
  double operations;
  void (*read)(const void *from, size_t bytes);
  const char *from;
  size_t bytes;
} Share;

static void *work(void *argument) {
  Share *share = argument;
  if (share->from) {
    share->read(share->from, share->bytes);
  } else {
    share->multiply_add(share->operations);
  }
  return NULL;
}

enum { most_threads = 1024 };

/// Runs `count` shares at once, the last of them on this thread, as those too for which no thread can be had.
static void together(Share *shares, int count) {
  pthread_t threads[most_threads];
  bool runs[most_threads];
  for (int i = 0; i < count - 1; i++) runs[i] = pthread_create(&threads[i], NULL, work, &shares[i]) == 0;
  work(&shares[count - 1]);
  for (int i = 0; i < count - 1; i++) {
    if (runs[i]) {
      pthread_join(threads[i], NULL);
    } else {
      work(&shares[i]);
    }
  }
}

static int bounded(int threads) { return threads < 1 ? 1 : threads > most_threads ? most_threads : threads; }

void peak_multiply_add(bool double_precision, int threads, double operations) {
  Instructions own = instructions();
  Share shares[most_threads];
  threads = bounded(threads);
  for (int i = 0; i < threads; i++) {
    shares[i] = (Share){
      .multiply_add = double_precision ? own.multiply_add_double : own.multiply_add_float,
      .operations = operations / threads};
  }
  together(shares, threads);
}

const size_t peak_read_bytes = (size_t)1 << 29;

bool peak_read(int threads) {
  static char *memory = NULL;
  if (!memory) {
    memory = aligned_alloc(64, peak_read_bytes);
    if (!memory) return false;
    memset(memory, 1, peak_read_bytes);
  }
  Share shares[most_threads];
  threads = bounded(threads);
  size_t bytes = peak_read_bytes / threads / 256 * 256;
  for (int i = 0; i < threads; i++) {
    shares[i] = (Share){.read = instructions().read, .from = memory + i * bytes, .bytes = bytes};
  }
  together(shares, threads);
  return true;
}

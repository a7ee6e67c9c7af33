#define _GNU_SOURCE
#include "CFuzzer.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// libFuzzer's counters of branches lie between these, which the linker sets.
extern uint8_t __start___sancov_cntrs[] __attribute__((visibility("hidden")));
extern uint8_t __stop___sancov_cntrs[] __attribute__((visibility("hidden")));

void __asan_set_error_report_callback(void (*callback)(const char *report));

enum { swift_status = 98, library_status = 97 };

/// After so many inputs comes a new child: what the library left behind, or destroyed, goes with the old one.
enum { inputs_of_a_child = 200, seconds_of_an_input = 2 };

/// The child of now, and the pipes to it: a byte asks for the body, a byte answers.
static struct {
  pid_t id;
  int asks, answers, inputs;
  /// The counters of branches that it took.
  uint8_t *counters;
} child;

/// Swift's names begin with `$s`; libhdf5's do not. The innermost frame decides that is not the sanitizer's own.
static void end_by_report(const char *report) {
  const char *frame = report;
  while ((frame = strstr(frame, " in ")) != NULL) {
    frame += 4;
    if (strncmp(frame, "__asan", 6) == 0 || strncmp(frame, "__interceptor", 13) == 0 ||
        strncmp(frame, "mem", 3) == 0 || strncmp(frame, "str", 3) == 0)
      continue;
    size_t length = strcspn(frame, "\n");
    int is_swift = length > 2 && memmem(frame, length, ".swift:", 7) != NULL;
    _exit(is_swift || strncmp(frame, "$s", 2) == 0 ? swift_status : library_status);
  }
  _exit(library_status);
}

static size_t counters_size(void) { return (size_t)(__stop___sancov_cntrs - __start___sancov_cntrs); }

/// Reads or writes one byte; 0 where the other end is gone. libFuzzer's clock interrupts.
static int pass(ssize_t (*call)(int, void *, size_t), int pipe) {
  char byte = 0;
  ssize_t count;
  while ((count = call(pipe, &byte, 1)) < 0 && errno == EINTR) continue;
  return count == 1;
}

static ssize_t write_byte(int pipe, void *byte, size_t count) { return write(pipe, byte, count); }

_Noreturn static void serve(void (*body)(void *), void *context, int asks, int answers) {
  static const int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGALRM, SIGXCPU, SIGINT, SIGTERM};
  for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) signal(signals[i], SIG_DFL);
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  __asan_set_error_report_callback(end_by_report);
  while (pass(read, asks)) {
    memset(__start___sancov_cntrs, 0, counters_size());
    alarm(seconds_of_an_input);
    body(context);
    alarm(0);
    memcpy(child.counters, __start___sancov_cntrs, counters_size());
    if (!pass(write_byte, answers)) break;
  }
  _exit(0);
}

static void start_child(void (*body)(void *), void *context) {
  int asks[2], answers[2];
  if (child.counters == NULL) {
    child.counters = mmap(NULL, counters_size(), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (child.counters == MAP_FAILED) abort();
    signal(SIGPIPE, SIG_IGN);
  }
  if (pipe(asks) != 0 || pipe(answers) != 0) abort();
  child.id = fork();
  if (child.id < 0) abort();
  if (child.id == 0) {
    close(asks[1]);
    close(answers[0]);
    serve(body, context, asks[0], answers[1]);
  }
  close(asks[0]);
  close(answers[1]);
  child.asks = asks[1];
  child.answers = answers[0];
  child.inputs = 0;
}

/// Gives up the child, which ends if it has not yet, and tells how it ended.
static enum child_ending end_child(void) {
  close(child.asks);
  close(child.answers);
  int status = 0;
  while (waitpid(child.id, &status, 0) != child.id)
    if (errno != EINTR) abort();
  child.id = 0;
  if (WIFEXITED(status)) return WEXITSTATUS(status) == swift_status ? child_failed_in_swift : child_died;
  return WTERMSIG(status) == SIGILL || WTERMSIG(status) == SIGTRAP ? child_failed_in_swift : child_died;
}

static enum child_ending run_once(void (*body)(void *), void *context) {
  if (child.id == 0) start_child(body, context);
  child.inputs++;
  if (!pass(write_byte, child.asks) || !pass(read, child.answers)) return end_child();
  memcpy(__start___sancov_cntrs, child.counters, counters_size());
  if (child.inputs >= inputs_of_a_child) end_child();
  return child_ended;
}

enum child_ending run_in_child(void (*body)(void *), void *context) {
  enum child_ending ending = run_once(body, context);
  // What an earlier input made the library destroy is nobody's fault but the library's.
  return ending == child_failed_in_swift ? run_once(body, context) : ending;
}

#define _GNU_SOURCE
#include "forbidden.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* Asked for while that is allowed. */
static pid_t parent;
__attribute__((constructor)) static void note_parent(void) { parent = getppid(); }

static long open_file(void) { return syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY, 0); }
static long create_file(void) { return syscall(SYS_openat, AT_FDCWD, "/tmp/fence", O_WRONLY | O_CREAT, 0600); }
static long remove_file(void) { return syscall(SYS_unlinkat, AT_FDCWD, "/tmp/fence", 0); }
static long list_folder(void) { return syscall(SYS_openat, AT_FDCWD, "/", O_RDONLY | O_DIRECTORY, 0); }
static long inspect_file(void) {
  char status[256];
  return syscall(SYS_newfstatat, AT_FDCWD, "/etc/passwd", status, 0);
}
static long make_socket(void) { return syscall(SYS_socket, AF_INET, SOCK_STREAM, 0); }
static long make_local_socket(void) { return syscall(SYS_socket, AF_UNIX, SOCK_STREAM, 0); }
static long make_pipe(void) {
  int ends[2];
  return syscall(SYS_pipe2, ends, 0);
}
/* A child that came to be ends at once. */
static long child(long id) {
  if (id == 0) syscall(SYS_exit_group, 0);
  return id;
}
static long fork_process(void) { return child(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }
static long fork_anew(void) {
  unsigned long arguments[11] = {0, 0, 0, 0, SIGCHLD};
  return child(syscall(SYS_clone3, arguments, sizeof arguments));
}
static long execute(void) {
  char *none[] = {0};
  return syscall(SYS_execve, "/bin/true", none, none);
}
static long signal_parent(void) { return syscall(SYS_kill, parent, 0); }
static long signal_everybody(void) { return syscall(SYS_kill, -1, 0); }
static long trace_parent(void) { return syscall(SYS_ptrace, PTRACE_ATTACH, parent, 0, 0); }
static long read_parent(void) {
  char byte;
  struct iovec here = {&byte, 1}, there = {(void *)&open_file, 1};
  return syscall(SYS_process_vm_readv, parent, &here, 1, &there, 1, 0);
}
static long write_standard_output(void) { return syscall(SYS_write, 1, "x", 1); }
static long write_other_descriptor(void) { return syscall(SYS_write, 5, "x", 1); }
static long read_standard_input(void) {
  char byte;
  return syscall(SYS_read, 0, &byte, 1);
}
static long make_code(void) {
  return syscall(SYS_mmap, 0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}
static long turn_into_code(void) {
  long page = syscall(SYS_mmap, 0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return syscall(SYS_mprotect, page, 4096, PROT_READ | PROT_EXEC);
}
static long raise_limits(void) {
  struct rlimit limit = {1 << 20, 1 << 20};
  return syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, &limit, 0);
}
static long copy_descriptor(void) { return syscall(SYS_dup, 3); }
static long change_user(void) { return syscall(SYS_setuid, 0); }
static long make_namespace(void) { return syscall(SYS_unshare, 0x10000000); }
static long make_ring(void) {
  char parameters[120] = {0};
  return syscall(SYS_io_uring_setup, 1, parameters);
}
static long handle_signals(void) { return syscall(SYS_rt_sigaction, SIGTERM, 0, 0, 8); }

static const struct {
  const char *name;
  long (*run)(void);
} forbidden[] = {
    {"open a file", open_file},
    {"create a file", create_file},
    {"remove a file", remove_file},
    {"list a folder", list_folder},
    {"inspect a file", inspect_file},
    {"make a socket", make_socket},
    {"make a local socket", make_local_socket},
    {"make a pipe", make_pipe},
    {"fork", fork_process},
    {"fork anew", fork_anew},
    {"execute a program", execute},
    {"signal the parent", signal_parent},
    {"signal everybody", signal_everybody},
    {"trace the parent", trace_parent},
    {"read the parent's memory", read_parent},
    {"write to standard output", write_standard_output},
    {"write to another descriptor", write_other_descriptor},
    {"read standard input", read_standard_input},
    {"make memory for code", make_code},
    {"turn memory into code", turn_into_code},
    {"raise its limits", raise_limits},
    {"copy a descriptor", copy_descriptor},
    {"change the user", change_user},
    {"make a namespace", make_namespace},
    {"make an io_uring", make_ring},
    {"handle signals", handle_signals},
};

int cnb_forbidden_count(void) { return (int)(sizeof forbidden / sizeof forbidden[0]); }
const char *cnb_forbidden_name(int index) { return forbidden[index].name; }
int cnb_forbidden_try(int index) {
  errno = 0;
  return forbidden[index].run() < 0 ? errno : 0;
}

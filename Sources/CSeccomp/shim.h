/* Why this exists: libseccomp's constants are macros with arguments, and its functions take any number of arguments;
   prctl and syscall do, too, and the C library has no functions for Landlock. Swift can call none of them. */

#ifndef CNB_SECCOMP_SHIM_H
#define CNB_SECCOMP_SHIM_H

#include <errno.h>
#include <seccomp.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Shown by headers only to those who ask for GNU's additions, as Swift does not. */
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);

static inline int cnb_spawn_close_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

/* From now on no program that is started gets more rights than this process has. */
static inline int cnb_renounce_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

/* The process ends with the thread that started it, however that ends. */
static inline int cnb_end_with_parent(int signal) { return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0); }

/* Nobody of the same user reads this process's memory. */
static inline int cnb_hide_memory(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/* The kernel's own numbers, the same on all processors; headers older than the kernel lack them. */
#define CNB_LANDLOCK_CREATE_RULESET 444
#define CNB_LANDLOCK_ADD_RULE 445
#define CNB_LANDLOCK_RESTRICT_SELF 446
#define CNB_LANDLOCK_WRITE (1ull << 1)
#define CNB_LANDLOCK_READ (1ull << 2)
#define CNB_LANDLOCK_TRUNCATE (1ull << 14)

/* The version of Landlock that the kernel has; negative where it has none. */
static inline int cnb_landlock_version(void) { return (int)syscall(CNB_LANDLOCK_CREATE_RULESET, 0, 0, 1); }

struct cnb_landlock_ruleset {
  uint64_t handled_files, handled_network, scoped;
};

struct cnb_landlock_path {
  uint64_t rights;
  int32_t file;
} __attribute__((packed));

/* Forbids this thread, and those it starts, every connection and every access to files that `version` knows, but to open the
   one that `file` is a descriptor of anew: for reading, and for writing if it `may_write`. None where that is negative. */
static inline int cnb_landlock_forbid_all_but(int version, int file, int may_write) {
  static const int file_rights[] = {0, 13, 14, 15, 15, 16};
  struct cnb_landlock_ruleset ruleset = {0, 0, 0};
  size_t size = sizeof(uint64_t);
  ruleset.handled_files = (1ull << file_rights[version > 5 ? 5 : version]) - 1;
  if (version >= 4) {
    ruleset.handled_network = 3;
    size = 2 * sizeof(uint64_t);
  }
  if (version >= 6) {
    ruleset.scoped = 3;
    size = 3 * sizeof(uint64_t);
  }
  int rules = (int)syscall(CNB_LANDLOCK_CREATE_RULESET, &ruleset, size, 0);
  if (rules < 0) return -1;
  int status = 0;
  if (file >= 0) {
    struct cnb_landlock_path path = {CNB_LANDLOCK_READ, file};
    if (may_write) path.rights |= CNB_LANDLOCK_WRITE | CNB_LANDLOCK_TRUNCATE;
    path.rights &= ruleset.handled_files;
    status = (int)syscall(CNB_LANDLOCK_ADD_RULE, rules, 1, &path, 0);
  }
  if (status == 0) status = (int)syscall(CNB_LANDLOCK_RESTRICT_SELF, rules, 0);
  close(rules);
  return status;
}

/* A filter that refuses with EPERM what is not allowed, for all threads; null where there is none. */
static inline void *cnb_seccomp_start(void) {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter && seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) != 0) {
    seccomp_release(filter);
    return 0;
  }
  return filter;
}

static inline int cnb_seccomp_allow(void *filter, const char *name) {
  int number = seccomp_syscall_resolve_name(name);
  return number == __NR_SCMP_ERROR ? 0 : seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number, 0, 0);
}

/* Only where argument `place`, counted from 0, of its bits in `mask` has those of `value`. */
static inline int cnb_seccomp_allow_where(
    void *filter, const char *name, unsigned place, uint64_t mask, uint64_t value) {
  int number = seccomp_syscall_resolve_name(name);
  if (number == __NR_SCMP_ERROR) return 0;
  struct scmp_arg_cmp condition = {place, SCMP_CMP_MASKED_EQ, mask, value};
  return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number, 1, &condition);
}

static inline int cnb_seccomp_finish(void *filter) {
  int status = seccomp_load(filter);
  seccomp_release(filter);
  return status;
}

#endif

# What ./cnb and ./test share: sourced with `root` and `command_name` set. Everything is said on stderr.

debian_packages=(libhdf5-dev libreadline-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libseccomp-dev
  libcairo2 libchafa-dev)

say() { printf '%s: %s\n' "$command_name" "$*" >&2; }

# Runs a command while no other set-up or build of this checkout runs. The lock goes with the subshell.
exclusively() {
  mkdir -p "$root/.build"
  (
    if command -v flock >/dev/null; then
      flock -n 9 || { say "waiting for another build"; flock 9; }
    fi
    "$@" 9>&-
  ) 9>"$root/.build/set-up.lock"
}

# Installs the Debian packages that are missing. Never fails: without them the build says itself what it lacks.
install_packages() {
  command -v dpkg >/dev/null || return 0
  local missing=() package
  for package in "${debian_packages[@]}"; do
    dpkg -s "$package" 2>/dev/null | grep -q '^Status: .* installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local install=(apt-get -y -q -o DPkg::Lock::Timeout=120 install --no-install-recommends "${missing[@]}")
  local rights=()
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null; then
      rights=(sudo)
      [ -t 0 ] && [ -t 2 ] || rights=(sudo -n)
    else
      say "missing: ${missing[*]}. As root, run: apt-get install ${missing[*]}"
      return 0
    fi
  fi
  say "installing ${missing[*]} with ${rights[*]:+sudo }apt-get"
  export DEBIAN_FRONTEND=noninteractive
  # A machine without package lists finds a package only after it has fetched them.
  "${rights[@]}" "${install[@]}" >"$root/.build/apt.log" 2>&1 && return 0
  "${rights[@]}" apt-get -q update >"$root/.build/apt.log" 2>&1 &&
    "${rights[@]}" "${install[@]}" >>"$root/.build/apt.log" 2>&1 && return 0
  cat "$root/.build/apt.log" >&2
  say "could not install ${missing[*]}. As root, run: apt-get install ${missing[*]}"
  return 0
}

require_swift() {
  command -v swift >/dev/null && return 0
  say "needs the Swift toolchain, 6.2 or newer, and there is no 'swift' on the PATH: https://www.swift.org/install"
  return 127
}

# quietly LOG COMMAND...: keeps the output in LOG, shows its last line on a terminal, and all of it when the command
# fails.
quietly() {
  local log=$1 live=false status=0
  shift
  [ -t 2 ] && [ "${TERM:-dumb}" != dumb ] && live=true
  "$@" </dev/null 2>&1 | while IFS= read -r line; do
    printf '%s\n' "$line"
    if $live; then printf '\r\033[K%.76s' "$line" >&2; fi
  done >"$log" || status=$?
  if $live; then printf '\r\033[K' >&2; fi
  if [ "$status" != 0 ]; then
    cat "$log" >&2
    say "the build failed; its output is in $log"
    return 70
  fi
}

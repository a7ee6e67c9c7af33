#!/usr/bin/env bash
# scripts/install.sh [PREFIX]: builds the program and installs it with its manual page and its completions for bash, zsh
# and fish below PREFIX, ~/.local unless one is given. Needs rights to write there and nothing else.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
prefix=${1:-$HOME/.local}

"$root/cnb" --version >/dev/null
binary=$root/.build/release/cnb

install -D -m 755 "$binary" "$prefix/bin/cnb"
put() { mkdir -p "$(dirname "$2")" && "$binary" $1 >"$2"; }
put "manual" "$prefix/share/man/man1/cnb.1"
put "completions bash" "$prefix/share/bash-completion/completions/cnb"
put "completions zsh" "$prefix/share/zsh/site-functions/_cnb"
put "completions fish" "$prefix/share/fish/vendor_completions.d/cnb.fish"

printf 'installed %s, its manual page and its completions below %s/share\n' "$prefix/bin/cnb" "$prefix"
case :$PATH: in
  *:"$prefix/bin":*) ;;
  *) printf 'add %s to PATH to find it\n' "$prefix/bin" ;;
esac
if command -v zsh >/dev/null && ! zsh -ic 'printf "%s\n" $fpath' 2>/dev/null </dev/null | grep -qxF "$prefix/share/zsh/site-functions"; then
  printf 'zsh: put fpath+=(%s) in front of compinit in ~/.zshrc\n' "$prefix/share/zsh/site-functions"
fi

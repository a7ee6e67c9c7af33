#!/usr/bin/env bash
# Looks for functions that the kernels' modules for newer processors share with the rest of the program: the linker
# takes one of the copies for all, and one that was built for AVX would stop the program on a processor without it.
# Run it after ./cnb has built the program.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
tools=$(dirname "$(readlink -f "$(command -v swift)")")
newer='\s(v[a-z0-9]+|k[a-z]+[bwdq]|shlx|shrx|sarx|rorx|andn|bzhi|bextr|blsr|blsi|mulx|pdep|pext|lzcnt|tzcnt|movbe)\s'
status=0
for module in VectorKernelsAVX2 VectorKernelsAVX512; do
  objects=("$root/.build/release/$module.build"/*.o)
  if [ ! -e "${objects[0]}" ]; then
    echo "$module is not built"
    continue
  fi
  # Weak functions that are not named after the module.
  shared=$("$tools/llvm-nm" --defined-only "${objects[@]}" |
    awk -v own="$module" '$2 == "W" && index($3, own) == 0 { print $3 }' | sort -u)
  for name in $shared; do
    if "$tools/llvm-objdump" --disassemble-symbols="$name" "${objects[@]}" 2>/dev/null | grep -qE "$newer"; then
      echo "$module: $name is shared, and uses instructions that not every processor has"
      status=1
    fi
  done
  echo "$module: shared functions looked at: $(wc -w <<<"$shared")"
done
exit $status

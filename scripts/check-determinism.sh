#!/usr/bin/env bash
# scripts/check-determinism.sh [PROGRAM]: replays the notebooks with other numbers of threads, on lesser processors (the
# kernels' choice and the C library's), in another locale and time zone. All of them have to match to the last digit.
# PROGRAM is another build of cnb, such as a debug build.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
program=${1:-$root/cnb}

lesser_library=GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F,-AVX2,-AVX,-FMA,-FMA4,-AVX512F_Usable,-AVX2_Usable,-AVX_Usable,-FMA_Usable
circumstances=(
  "CNB_NUM_THREADS=1" "CNB_NUM_THREADS=2" "CNB_NUM_THREADS=8"
  "CNB_PROCESSOR=baseline" "CNB_PROCESSOR=avx2" "$lesser_library"
  "LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 TZ=Pacific/Chatham"
  "CNB_NUM_THREADS=2 CNB_PROCESSOR=baseline $lesser_library LC_ALL=C TZ=UTC"
)
status=0
for circumstance in "${circumstances[@]}"; do
  read -ra variables <<<"$circumstance"
  if output=$(env "${variables[@]}" "$program" replay "$root"/notebooks/*.cnb --compare exact 2>&1); then
    echo "same: $circumstance"
  else
    echo "differs: $circumstance"
    echo "$output"
    status=1
  fi
done
exit $status

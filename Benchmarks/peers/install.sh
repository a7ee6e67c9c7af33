#!/usr/bin/env bash
# Benchmarks/peers/install.sh DIR [PYTHON]: makes virtual environments with the peers in DIR, some GB. PYTHON is
# python3.11 unless it is given: NumPy 1.26.4 is what the cell language is compared with.
set -euo pipefail

[ $# = 1 ] || [ $# = 2 ] || { echo 'usage: install.sh DIR [PYTHON]' >&2; exit 64; }
directory=$1 python=${2:-python3.11}
mkdir -p "$directory"

# environment NAME PACKAGE...: an environment that is there already is brought up to date.
environment() {
  local name=$1
  shift
  [ -x "$directory/$name/bin/pip" ] || "$python" -m venv "$directory/$name"
  "$directory/$name/bin/pip" -q install "$@"
}

environment numpy numpy==1.26.4
environment torch numpy==1.26.4 torch
environment tf tensorflow-cpu
environment jax jax onnxruntime onnx

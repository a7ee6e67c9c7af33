#!/usr/bin/env bash
# scripts/grade-in-parallel.sh KEY SUBMISSIONS OUT PARTS [SEED]: grades SUBMISSIONS, a folder, in PARTS parts with GNU
# parallel, and puts their results together in OUT. The parts' own results stand in OUT.parts/1, OUT.parts/2 and so on;
# the same command again goes on with them. $CNB names the program where it is not this checkout's, and $PARALLEL is
# GNU parallel's own variable for more of its options. docs/grading-at-scale.md tells more.
set -euo pipefail

fail() {
  printf 'grade-in-parallel: %s\n' "$1" >&2
  exit "${2:-1}"
}

# A whole number from $2 to $3.
is_number() { [[ $1 =~ ^(0|[1-9][0-9]{0,9})$ ]] && [ "$1" -ge "$2" ] && [ "$1" -le "$3" ]; }

[ $# = 4 ] || [ $# = 5 ] || fail 'usage: grade-in-parallel.sh KEY SUBMISSIONS OUT PARTS [SEED]' 64
key=$1 submissions=$2 out=${3%/} parts=$4 seed=${5:-}

[ -f "$key" ] || fail "$key: there is no such key; cnb assign writes one"
[ -d "$submissions" ] || fail "$submissions: there is no such folder of submissions"
[ -n "$out" ] || fail 'OUT is the folder for the reports, and not /' 64
is_number "$parts" 1 9999 || fail "PARTS is a number from 1 to 9999, and not $parts" 64
[ -z "$seed" ] || is_number "$seed" 0 4294967295 || fail "SEED is a number from 0 to 4294967295, and not $seed" 64

# Another program has the same name.
version=$(parallel --version 2>/dev/null </dev/null || true)
[[ $version == 'GNU parallel'* ]] || fail 'needs GNU parallel, and it is not on the PATH: apt-get install parallel' 127

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cnb=${CNB:-$root/cnb}
# Also builds the program where it has to be built: once, and not in each part.
"$cnb" --version >/dev/null || fail "$cnb does not run; set CNB to the program's path"

# What all parts of a run have to agree on. Parts of different plans would not add up to one run.
folder=$out.parts
plan=$folder/plan
mkdir -p "$folder"
if [ -e "$plan" ]; then
  [ -n "$seed" ] || seed=$(sed -n 's/^seed=//p' "$plan")
else
  [ -n "$seed" ] || seed=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
fi
wanted=$(printf 'parts=%s\nseed=%s\nsubmissions=%s' "$parts" "$seed" "$submissions")
if [ -e "$plan" ]; then
  [ "$(cat "$plan")" = "$wanted" ] ||
    fail "$folder holds another run ($(paste -sd ' ' "$plan")); give its arguments to go on, another OUT, or remove it"
else
  printf '%s\n' "$wanted" >"$plan.new"
  mv "$plan.new" "$plan"
fi

printf 'grading %s in %s parts with --seed %s\n' "$submissions" "$parts" "$seed" >&2
# A part that is not there yet is begun by --resume as well. In whole command lines parallel replaces nothing.
status=0
for ((part = 1; part <= parts; part++)); do
  printf '%q ' "$cnb" grade --key "$key" "$submissions" --out "$folder/$part" --seed "$seed" --shard "$part/$parts" \
    --resume
  printf '\n'
done | PARALLEL_SHELL=$BASH parallel --will-cite >/dev/null || status=$?
[ "$status" = 0 ] || fail 'not all parts came to their end; the same command again goes on with them'

results=()
for ((part = 1; part <= parts; part++)); do results+=("$folder/$part"); done
"$cnb" merge --key "$key" --out "$out" "${results[@]}"

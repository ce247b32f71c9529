#!/bin/bash
# Runs a study in parts as a Slurm array, and a merge when all of them are done.
#
#   hpc/submit.sh [SBATCH OPTION…] PARTS DIR COMMAND…
#   hpc/submit.sh --time=02:00:00 --cpus-per-task=4 40 results/teams sweep baseline --vary team.linkWorkers=4:10:1
#
# Options of sbatch are written --name=value; those of the array hold for the merge too. PARTS may be 40%10: 40 parts,
# ten at a time. The parts go to DIR.parts, the results to DIR. Prints the numbers of the two jobs. Given again, it goes
# on where it was: parts that are done end at once.
set -euo pipefail

options=()
while [[ ${1-} == -* ]]; do
  options+=("$1")
  shift
done
if (($# < 3)) || [[ ! $1 =~ ^[1-9][0-9]*(%[1-9][0-9]*)?$ ]]; then
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
array=$1
dir=$2
shift 2

here=$(cd "$(dirname "$0")" && pwd)
folder=$dir.parts
if [[ -e $dir/manifest.json ]]; then
  echo "$dir holds results already; choose another folder." >&2
  exit 2
fi
mkdir -p "$folder/log"
# Every task reads this copy, so that a later build does not change the program between two of them.
node "$here/../scripts/build.mjs" --if-stale cli
[[ -e $folder/holdfast.mjs ]] || cp "$here/../dist-cli/holdfast.mjs" "$folder/holdfast.mjs"
HOLDFAST_PROGRAM=$(realpath "$folder/holdfast.mjs")
export HOLDFAST_PROGRAM

tasks=$(sbatch --parsable "${options[@]}" --array="1-$array" --output="$folder/log/part-%a.txt" \
  "$here/holdfast-array.sbatch" "${array%\%*}" "$folder" "$@")
merge=$(sbatch --parsable "${options[@]}" --dependency="afterok:$tasks" --kill-on-invalid-dep=yes \
  --output="$folder/log/merge.txt" "$here/holdfast-merge.sbatch" "$folder" "$dir")
echo "$tasks $merge"

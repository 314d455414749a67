#!/usr/bin/env bash
# Asks the live judges with a fresh seed: builds them where Go is present, within a time that fits into continuous
# integration. A judge that cannot run says so loudly and is never counted as agreement.
#
#   conformance/live.sh [SECONDS [WORLDS]]   SECONDS for asking (default 420), WORLDS of each area and minor (default 20)
set -u -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
seconds=${1:-420}
worlds=${2:-20}

if ! command -v go > /dev/null; then
  echo 'NOT JUDGED: there is no Go on this machine, so Istio itself was not asked (the recorded answers were replayed)'
  exit 0
fi
built=()
for file in conformance/versions/*.mod; do
  minor=$(basename "$file" .mod)
  # Cold, a build takes five minutes; warm, seconds.
  if timeout 1500 make -s -C conformance "bin/judge-$minor" > "${TMPDIR:-/tmp}/judge-$minor.log" 2>&1; then
    built+=("$minor")
  else
    echo "NOT JUDGED: the judge for Istio $minor does not build:"
    tail -n 20 "${TMPDIR:-/tmp}/judge-$minor.log"
  fi
done
[ "${#built[@]}" -gt 0 ] || exit 1
code=0
for minor in "${built[@]}"; do
  node conformance/main.ts --minor "$minor" --worlds "$worlds" --requests 50 --shrink 3 \
    --seconds "$((seconds / ${#built[@]}))" || code=1
done
[ "${#built[@]}" -eq "$(ls conformance/versions/*.mod | wc -l)" ] || code=1
exit "$code"

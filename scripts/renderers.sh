#!/usr/bin/env bash
# Builds the renderers that the tests start, from Go modules at fixed versions; go.sum's database answers for the
# sources. Does nothing where they are there already. Prints their folder.
set -eu
kustomize=v5.8.1
helm=v3.21.4
folder="${MESHPROOF_RENDERERS:-${XDG_CACHE_HOME:-$HOME/.cache}/meshproof/renderers}/$kustomize-$helm"
if [ ! -x "$folder/kustomize" ] || [ ! -x "$folder/helm" ]; then
  mkdir -p "$folder"
  export GOBIN="$folder" CGO_ENABLED=0 GOFLAGS="${GOFLAGS:--p=1}"
  # The main packages say their version by these variables; kustomize takes its own from the module.
  nice -n 10 go install -trimpath -ldflags '-s -w' "sigs.k8s.io/kustomize/kustomize/v5@$kustomize" >&2
  nice -n 10 go install -trimpath -ldflags "-s -w -X helm.sh/helm/v3/internal/version.version=$helm" \
    "helm.sh/helm/v3/cmd/helm@$helm" >&2
fi
echo "$folder"

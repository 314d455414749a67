package world

import (
	"runtime/debug"
	"slices"
	"strings"

	"istio.io/istio/pkg/env"
)

// Versions are the modules that decide what the judge says.
func Versions() map[string]string {
	all := map[string]string{"minor": Minor}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return all
	}
	all["go"] = info.GoVersion
	for _, module := range info.Deps {
		switch module.Path {
		case "istio.io/istio", "istio.io/api", "github.com/envoyproxy/go-control-plane/envoy", "sigs.k8s.io/gateway-api", "k8s.io/api":
			all[module.Path] = module.Version
		}
	}
	return all
}

// Flag is a feature flag: an environment variable that istiod reads.
type Flag struct {
	Name        string `json:"name"`
	Default     string `json:"default"`
	Description string `json:"description"`
}

// Flags are the environment variables that are registered by the code that is linked.
func Flags() []Flag {
	var all []Flag
	for _, v := range env.VarDescriptions() {
		if v.Hidden || v.Name == "" {
			continue
		}
		all = append(all, Flag{v.Name, v.DefaultValue, v.Description})
	}
	slices.SortFunc(all, func(a, b Flag) int { return strings.Compare(a.Name, b.Name) })
	return all
}

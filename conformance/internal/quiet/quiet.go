// Package quiet keeps Istio's test environment package from printing warnings on standard output,
// which carries the judge's answers.
//
// The warnings are printed while istio.io/istio/pkg/test/env is initialised, so the variables have
// to be set before that. Go initialises packages that are ready in the order of their import paths;
// this works as long as the module's name sorts before "istio.io".
package quiet

import "os"

func init() {
	for _, name := range []string{"TARGET_OUT", "LOCAL_OUT"} {
		if os.Getenv(name) == "" {
			_ = os.Setenv(name, os.TempDir())
		}
	}
}

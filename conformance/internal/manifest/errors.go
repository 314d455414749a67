package manifest

import "slices"

// Errors flattens an error of Istio's validators into its sorted texts; empty for nil.
func Errors(err error) []string {
	if err == nil {
		return []string{}
	}
	parts, many := err.(interface{ WrappedErrors() []error })
	if !many {
		return []string{err.Error()}
	}
	all := []string{}
	for _, part := range parts.WrappedErrors() {
		all = append(all, Errors(part)...)
	}
	slices.Sort(all)
	return all
}

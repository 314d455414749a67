package router

import (
	"regexp"
	"strings"
)

// The characters of a path segment that Envoy's URI template matcher takes for `*` and `**`
// (source/extensions/path/uri_template_lib/uri_template_internal.h).
const segment = `a-zA-Z0-9\-._~%!$&'()+,;:@=`

// templatePattern is the RE2 pattern of a URI template as istiod writes it: `*` is one segment that is
// not empty, `**` any text with slashes.
func templatePattern(template string) string {
	var pattern strings.Builder
	for template != "" {
		switch {
		case strings.HasPrefix(template, "{**}"):
			pattern.WriteString("[/" + segment + "]*")
			template = template[len("{**}"):]
		case strings.HasPrefix(template, "{*}"):
			pattern.WriteString("[" + segment + "]+")
			template = template[len("{*}"):]
		case strings.HasPrefix(template, "**"):
			pattern.WriteString("[/" + segment + "]*")
			template = template[len("**"):]
		case template[0] == '*':
			pattern.WriteString("[" + segment + "]+")
			template = template[1:]
		default:
			pattern.WriteString(regexp.QuoteMeta(template[:1]))
			template = template[1:]
		}
	}
	return pattern.String()
}

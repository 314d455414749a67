package decide

import (
	"fmt"
	"regexp"
	"strings"

	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"

	"conformance/internal/canonical"
)

// rewrite computes what the upstream receives: path and authority. Header operations are settings.
func (w *walk) rewrite(a canonical.Action, e *route.Route) {
	target := w.seen.Path
	if r := a.PathRewrite; r != nil {
		switch r.Kind {
		case "prefix":
			target = r.Value + w.seen.Path[len(matched(e.GetMatch(), w.seen.Path)):]
		case "regex":
			replaced, err := substitute(r.Pattern, r.Substitution, w.seen.Path)
			if err != nil {
				w.seen.Skip("regular expression of a rewrite: " + err.Error())
			}
			target = replaced
		}
	}
	if w.seen.HasQuery {
		target += "?" + w.seen.Query
	}
	w.out.Path = target
	w.out.Authority = w.request.Authority
	if a.AuthorityRewrite != "" {
		w.out.Authority = a.AuthorityRewrite
		return
	}
	for i, d := range a.Destinations {
		if d.AuthorityRewrite == "" {
			continue
		}
		if len(a.Destinations) > 1 && i >= 0 {
			w.seen.Skip("authority rewrite of one destination of several")
			return
		}
		w.out.Authority = d.AuthorityRewrite
	}
}

// matched is the part of the path that prefix_rewrite replaces: the prefix, or, for exact and regex
// matches, all of it (Envoy, RouteEntryImplBase::finalizePathHeader).
func matched(m *route.RouteMatch, path string) string {
	switch p := m.GetPathSpecifier().(type) {
	case *route.RouteMatch_Prefix:
		return path[:len(p.Prefix)]
	case *route.RouteMatch_PathSeparatedPrefix:
		return path[:len(p.PathSeparatedPrefix)]
	}
	return path
}

var groupReference = regexp.MustCompile(`\\([0-9\\])`)

// substitute is RE2::GlobalReplace: every match replaced, `\1` is a group.
func substitute(pattern, substitution, path string) (string, error) {
	expression, err := regexp.Compile(pattern)
	if err != nil {
		return path, err
	}
	template := groupReference.ReplaceAllStringFunc(strings.ReplaceAll(substitution, "$", "$$"), func(reference string) string {
		if reference == `\\` {
			return `\`
		}
		return "${" + reference[1:] + "}"
	})
	return expression.ReplaceAllString(path, template), nil
}

// redirect computes the Location header as Envoy's RouteEntryImplBase::newUri does.
func (w *walk) redirect(r *canonical.Redirect, e *route.Route) {
	w.out.Redirect, w.out.Status = r, r.Status
	w.end("redirect", "")
	if e == nil { // the virtual host requires TLS: Envoy's createSslRedirectPath keeps the authority
		w.out.Location = "https://" + w.request.Authority + strings.SplitN(w.request.Path, "#", 2)[0]
		return
	}
	scheme := w.seen.Scheme
	if r.Scheme != "" {
		scheme = r.Scheme
	}
	host := w.request.Authority
	port := ""
	if r.Host != "" {
		host = r.Host
	} else if schemeChanged(r.Scheme, w.seen.Scheme) {
		host = withoutDefaultPort(host, w.seen.Scheme)
	}
	if r.Port != 0 {
		if colon := strings.LastIndexByte(host, ':'); colon >= 0 && r.Host == "" {
			host = host[:colon]
		}
		port = fmt.Sprintf(":%d", r.Port)
	}
	path := w.seen.Path
	switch {
	case r.Path != "":
		path = r.Path
	case r.PrefixRewrite != "":
		path = r.PrefixRewrite + w.seen.Path[len(matched(e.GetMatch(), w.seen.Path)):]
	}
	if w.seen.HasQuery && !strings.Contains(path, "?") {
		path += "?" + w.seen.Query
	}
	w.out.Location = scheme + "://" + host + port + path
}

func schemeChanged(redirect, request string) bool { return redirect != "" && redirect != request }

func withoutDefaultPort(host, scheme string) string {
	if scheme == "http" {
		return strings.TrimSuffix(host, ":80")
	}
	return strings.TrimSuffix(host, ":443")
}

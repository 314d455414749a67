package decide

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
)

// refusedByCodec ends requests that Envoy's HTTP/1 codec does not take.
func (w *walk) refusedByCodec() bool {
	if !method.MatchString(w.request.Method) || !strings.HasPrefix(w.request.Path, "/") {
		w.seen.Skip("a request line that the codec may refuse")
	}
	return false
}

var method = regexp.MustCompile(`^[A-Z]+(-[A-Z]+)*$`)

// plainCharacters are those that Envoy's canonicaliser (chromium's, url_canon_path.cc) leaves as they are.
var plainCharacters = regexp.MustCompile(`^[A-Za-z0-9\-._~!$&'()*+,;=:@/\\%]*$`)

// normalise rewrites the path as the connection manager does before any filter sees it
// (source/common/http/conn_manager_utility.cc maybeNormalizePath).
func (w *walk) normalise(m *hcm.HttpConnectionManager) {
	path := w.seen.Path
	switch m.GetPathWithEscapedSlashesAction() {
	case hcm.HttpConnectionManager_IMPLEMENTATION_SPECIFIC_DEFAULT, hcm.HttpConnectionManager_KEEP_UNCHANGED:
	case hcm.HttpConnectionManager_UNESCAPE_AND_FORWARD:
		path = regexp.MustCompile(`(?i)%2f`).ReplaceAllString(path, "/")
		path = regexp.MustCompile(`(?i)%5c`).ReplaceAllString(path, `\`)
	default:
		w.seen.Skip("escaped slashes: " + m.GetPathWithEscapedSlashesAction().String())
	}
	if m.GetNormalizePath().GetValue() {
		if !plainCharacters.MatchString(path) {
			w.seen.Skip("path normalisation of " + path)
		}
		path = canonicalPath(path)
	}
	if m.GetMergeSlashes() {
		path = mergeSlashes(path)
	}
	w.seen.Path = path
}

// mergeSlashes keeps the first and the last slash, and one between any two segments
// (source/common/http/path_utility.cc).
func mergeSlashes(path string) string {
	if !strings.Contains(path, "//") {
		return path
	}
	segments := strings.FieldsFunc(path, func(c rune) bool { return c == '/' })
	merged := strings.Join(segments, "/")
	if strings.HasPrefix(path, "/") {
		merged = "/" + merged
	}
	if strings.HasSuffix(path, "/") {
		merged += "/"
	}
	return merged
}

// canonicalPath turns backslashes, decodes escapes of unreserved characters, and resolves dot segments.
func canonicalPath(path string) string {
	path = strings.ReplaceAll(path, `\`, "/")
	path = regexp.MustCompile(`%[0-9A-Fa-f]{2}`).ReplaceAllStringFunc(path, func(escape string) string {
		code, err := strconv.ParseUint(escape[1:], 16, 8)
		if err == nil && regexp.MustCompile(`[A-Za-z0-9\-._~]`).MatchString(string(rune(code))) {
			return string(rune(code))
		}
		return escape
	})
	var kept []string
	segments := strings.Split(strings.TrimPrefix(path, "/"), "/")
	for i, segment := range segments {
		last := i == len(segments)-1
		switch segment {
		case ".", "..":
			if segment == ".." && len(kept) > 0 {
				kept = kept[:len(kept)-1]
			}
			if last {
				kept = append(kept, "")
			}
		default:
			kept = append(kept, segment)
		}
	}
	return "/" + strings.Join(kept, "/")
}

// remote finds the client as forwarding headers say it
// (source/common/http/conn_manager_utility.cc mutateRequestHeaders).
func (w *walk) remote(m *hcm.HttpConnectionManager) {
	if w.request.RemoteIP != "" {
		return
	}
	back := int(m.GetXffNumTrustedHops())
	if m.GetUseRemoteAddress().GetValue() {
		if back == 0 {
			return
		}
		back--
	}
	var entries []string
	for _, line := range w.seen.Headers["x-forwarded-for"] {
		entries = append(entries, strings.Split(line, ",")...)
	}
	if slices.ContainsFunc(entries, func(e string) bool { return !address.MatchString(strings.TrimSpace(e)) }) {
		w.seen.Skip("an entry of x-forwarded-for that is no address")
	}
	if len(entries) > back {
		w.seen.Remote = strings.TrimSpace(entries[len(entries)-1-back])
	}
}

var address = regexp.MustCompile(`^\d{1,3}(\.\d{1,3}){3}$`)

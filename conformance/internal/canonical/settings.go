package canonical

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	cors "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/cors/v3"
	fault "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/fault/v3"
	xdstype "github.com/envoyproxy/go-control-plane/envoy/type/v3"
	"google.golang.org/protobuf/types/known/durationpb"
)

// Settings are all that does not decide where a request goes. Times are milliseconds, absent is none;
// shares are percentages.
type Settings struct {
	Timeout    *float64          `json:"timeout,omitempty"`
	Retries    *Retries          `json:"retries,omitempty"` // absent: no retries
	Fault      *Fault            `json:"fault,omitempty"`
	Mirrors    []Mirror          `json:"mirrors,omitempty"`
	Headers    *HeaderOperations `json:"headers,omitempty"`
	Cors       *Cors             `json:"cors,omitempty"`
	HashPolicy []HashPolicy      `json:"hashPolicy,omitempty"`
}

// Retries is Envoy's RetryPolicy.
type Retries struct {
	Attempts         uint32   `json:"attempts"`
	RetryOn          string   `json:"retryOn"`
	StatusCodes      []uint32 `json:"statusCodes,omitempty"`
	PerTryTimeout    *float64 `json:"perTryTimeout,omitempty"`
	PreviousHosts    bool     `json:"previousHosts"` // a retry prefers another host
	RemoteLocalities bool     `json:"remoteLocalities,omitempty"`
	Backoff          *float64 `json:"backoff,omitempty"`
}

// Fault is a delay or an abort with its share.
type Fault struct {
	Delay *FaultDelay `json:"delay,omitempty"`
	Abort *FaultAbort `json:"abort,omitempty"`
}

// FaultDelay is a fixed delay.
type FaultDelay struct {
	Percent      float64 `json:"percent"`
	Milliseconds float64 `json:"milliseconds"`
}

// FaultAbort is an HTTP status or a gRPC code.
type FaultAbort struct {
	Percent    float64 `json:"percent"`
	HTTPStatus uint32  `json:"httpStatus,omitempty"`
	GRPCStatus *uint32 `json:"grpcStatus,omitempty"`
}

// Mirror is a cluster that receives a copy. KeepHost is false where `-shadow` is added to the host.
type Mirror struct {
	Cluster  string  `json:"cluster"`
	Percent  float64 `json:"percent"`
	KeepHost bool    `json:"keepHost"`
}

// Cors is Envoy's CorsPolicy.
type Cors struct {
	AllowOrigins        []ValueMatch `json:"allowOrigins,omitempty"`
	AllowMethods        []string     `json:"allowMethods,omitempty"`
	AllowHeaders        []string     `json:"allowHeaders,omitempty"`
	ExposeHeaders       []string     `json:"exposeHeaders,omitempty"`
	MaxAge              *int64       `json:"maxAge,omitempty"` // seconds
	AllowCredentials    *bool        `json:"allowCredentials,omitempty"`
	UnmatchedPreflights string       `json:"unmatchedPreflights"` // forward or ignore
}

// HashPolicy is one key of consistent hashing: header, cookie, query or source-ip.
type HashPolicy struct {
	Kind string   `json:"kind"`
	Name string   `json:"name,omitempty"`
	TTL  *float64 `json:"ttl,omitempty"`
	Path string   `json:"path,omitempty"`
}

func milliseconds(d *durationpb.Duration) *float64 {
	if d == nil {
		return nil
	}
	value := float64(d.AsDuration()) / float64(time.Millisecond)
	return &value
}

func percent(p *xdstype.FractionalPercent) float64 {
	switch p.GetDenominator() {
	case xdstype.FractionalPercent_TEN_THOUSAND:
		return float64(p.GetNumerator()) / 100
	case xdstype.FractionalPercent_MILLION:
		return float64(p.GetNumerator()) / 10_000
	}
	return float64(p.GetNumerator())
}

func share(p *core.RuntimeFractionalPercent) float64 {
	if p == nil {
		return 100
	}
	return percent(p.GetDefaultValue())
}

func (r *reader) settings(e *route.Route) Settings {
	a := e.GetRoute()
	out := Settings{
		Headers: r.headers(e.GetRequestHeadersToAdd(), e.GetRequestHeadersToRemove(), e.GetResponseHeadersToAdd(), e.GetResponseHeadersToRemove()),
		Retries: r.retries(a.GetRetryPolicy()),
	}
	if a.GetTimeout().AsDuration() > 0 {
		out.Timeout = milliseconds(a.GetTimeout())
	}
	if a != nil && a.GetTimeout() == nil {
		r.unread["RouteAction.timeout is absent: Envoy's 15 s"] = true
	}
	for _, m := range a.GetRequestMirrorPolicies() {
		r.known(m, "cluster", "runtime_fraction", "trace_sampled", "disable_shadow_host_suffix_append")
		out.Mirrors = append(out.Mirrors, Mirror{m.GetCluster(), share(m.GetRuntimeFraction()), m.GetDisableShadowHostSuffixAppend()})
	}
	for _, h := range a.GetHashPolicy() {
		out.HashPolicy = append(out.HashPolicy, r.hashPolicy(h))
	}
	for name, config := range e.GetTypedPerFilterConfig() {
		message, err := config.UnmarshalNew()
		if err != nil {
			r.unread["typed_per_filter_config "+name+": "+err.Error()] = true
			continue
		}
		switch filter := message.(type) {
		case *fault.HTTPFault:
			out.Fault = r.fault(filter)
		case *cors.CorsPolicy:
			out.Cors = r.cors(filter)
		default:
			r.unread["typed_per_filter_config "+name] = true
		}
	}
	return out
}

func (r *reader) retries(p *route.RetryPolicy) *Retries {
	if p == nil {
		return nil
	}
	r.known(p, "retry_on", "num_retries", "per_try_timeout", "retry_host_predicate", "retry_priority", "retriable_status_codes",
		"retry_back_off", "host_selection_retry_max_attempts")
	return &Retries{
		Attempts: p.GetNumRetries().GetValue(), RetryOn: p.GetRetryOn(), StatusCodes: p.GetRetriableStatusCodes(),
		PerTryTimeout: milliseconds(p.GetPerTryTimeout()), PreviousHosts: len(p.GetRetryHostPredicate()) > 0,
		RemoteLocalities: p.GetRetryPriority() != nil, Backoff: milliseconds(p.GetRetryBackOff().GetBaseInterval()),
	}
}

func (r *reader) fault(f *fault.HTTPFault) *Fault {
	r.known(f, "delay", "abort")
	out := &Fault{}
	if d := f.GetDelay(); d != nil {
		out.Delay = &FaultDelay{percent(d.GetPercentage()), *milliseconds(d.GetFixedDelay())}
	}
	if a := f.GetAbort(); a != nil {
		out.Abort = &FaultAbort{Percent: percent(a.GetPercentage()), HTTPStatus: a.GetHttpStatus()}
		if code, is := a.GetErrorType().(*fault.FaultAbort_GrpcStatus); is {
			out.Abort.GRPCStatus = &code.GrpcStatus
		}
	}
	return out
}

func (r *reader) cors(c *cors.CorsPolicy) *Cors {
	r.known(c, "allow_origin_string_match", "allow_methods", "allow_headers", "expose_headers", "max_age", "allow_credentials",
		"filter_enabled", "forward_not_matching_preflights")
	out := &Cors{
		AllowMethods: list(c.GetAllowMethods()), AllowHeaders: list(c.GetAllowHeaders()), ExposeHeaders: list(c.GetExposeHeaders()),
		UnmatchedPreflights: "forward",
	}
	for _, origin := range c.GetAllowOriginStringMatch() {
		out.AllowOrigins = append(out.AllowOrigins, r.stringMatch(origin))
	}
	if seconds, err := strconv.ParseInt(c.GetMaxAge(), 10, 64); err == nil {
		out.MaxAge = &seconds
	}
	if credentials := c.GetAllowCredentials(); credentials != nil {
		out.AllowCredentials = &credentials.Value
	}
	if forward := c.GetForwardNotMatchingPreflights(); forward != nil && !forward.GetValue() {
		out.UnmatchedPreflights = "ignore"
	}
	return out
}

func list(joined string) []string {
	if joined == "" {
		return nil
	}
	return slices.Clone(strings.Split(joined, ","))
}

func (r *reader) hashPolicy(h *route.RouteAction_HashPolicy) HashPolicy {
	switch p := h.GetPolicySpecifier().(type) {
	case *route.RouteAction_HashPolicy_Header_:
		return HashPolicy{Kind: "header", Name: p.Header.GetHeaderName()}
	case *route.RouteAction_HashPolicy_Cookie_:
		r.known(p.Cookie, "name", "ttl", "path")
		return HashPolicy{Kind: "cookie", Name: p.Cookie.GetName(), TTL: milliseconds(p.Cookie.GetTtl()), Path: p.Cookie.GetPath()}
	case *route.RouteAction_HashPolicy_QueryParameter_:
		return HashPolicy{Kind: "query", Name: p.QueryParameter.GetName()}
	case *route.RouteAction_HashPolicy_ConnectionProperties_:
		return HashPolicy{Kind: "source-ip"}
	}
	r.unread[fmt.Sprintf("HashPolicy %T", h.GetPolicySpecifier())] = true
	return HashPolicy{Kind: "unknown"}
}

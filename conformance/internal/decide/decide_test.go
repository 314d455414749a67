package decide

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"strings"
	"testing"

	_ "conformance/internal/quiet"

	"istio.io/istio/pilot/pkg/simulation"
	"istio.io/istio/pkg/log"

	"conformance/internal/world"
)

func TestMain(m *testing.M) {
	for _, scope := range log.Scopes() {
		scope.SetOutputLevel(log.NoneLevel)
	}
	os.Exit(m.Run())
}

func open(t *testing.T, objects ...string) *world.World {
	t.Helper()
	w, err := world.Open(world.Spec{YAML: strings.Join(objects, "\n---\n")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	if len(w.Refused) > 0 {
		t.Fatalf("refused: %+v", w.Refused)
	}
	return w
}

func service(name, ports string) string {
	return fmt.Sprintf(`{apiVersion: v1, kind: Service, metadata: {name: %s, namespace: a}, spec: {selector: {app: %[1]s}, ports: [%s]}}`, name, ports)
}

func pod(name, app string) string {
	return fmt.Sprintf(`{apiVersion: v1, kind: Pod, metadata: {name: %s, namespace: a, labels: {app: %s}}, spec: {serviceAccountName: %[2]s, containers: [{name: c, image: c}]}}`, name, app)
}

func object(kind, name, spec string) string {
	group := "networking.istio.io/v1"
	if strings.HasSuffix(kind, "Policy") || strings.HasSuffix(kind, "Authentication") {
		group = "security.istio.io/v1"
	}
	return fmt.Sprintf("apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: a}\nspec: %s", group, kind, name, spec)
}

// TestAgainstSimulation compares the choice of listener, virtual host, route and cluster with Istio's own
// simulation, on what that can express: paths by prefix or exactly, single destinations.
func TestAgainstSimulation(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(from ...string) string { return from[random.IntN(len(from))] }
	path := func() string { return pick("/a", "/a/b", "/ab", "/", "/b", "/b/c") }
	names := []string{"one", "two", "three"}
	compared, without := 0, 0
	for range 12 {
		var objects []string
		for _, name := range names {
			objects = append(objects, service(name, pick("{name: http, port: 80}", "{name: http, port: 80}, {name: grpc, port: 7070}", "{name: web, port: 9000}")), pod(name+"-0", name))
			var rules []string
			for i := range 1 + random.IntN(4) {
				rules = append(rules, fmt.Sprintf(`{name: r%d, match: [{uri: {%s: %s}}], route: [{destination: {host: %s}}]}`, i, pick("prefix", "exact"), path(), pick(names...)))
			}
			hosts := pick(name, "*.a.svc.cluster.local", name+".a.svc.cluster.local")
			objects = append(objects, object("VirtualService", name, fmt.Sprintf(`{hosts: ["%s"], http: [%s]}`, hosts, strings.Join(rules, ", "))))
		}
		w := open(t, objects...)
		p, err := w.Proxy(world.ProxySpec{Pod: "a/one-0"})
		if err != nil {
			t.Fatal(err)
		}
		sim := &simulation.Simulation{Listeners: p.Listeners, Clusters: p.Clusters, Routes: p.Routes}
		judge := New(w)
		for range 40 {
			name := pick(names...)
			q := Request{
				From: From{Namespace: "a", Pod: "one-0"}, Address: p.Resolve(name), Authority: pick(name, name+".a", name+".a.svc.cluster.local", "other"),
				Port: []uint32{80, 7070, 9000}[random.IntN(3)], Path: path(),
			}
			got, err := judge.Decide(q)
			if err != nil || len(got.Unjudged) > 0 {
				t.Fatal(err, got.Unjudged)
			}
			want := sim.Run(simulation.Call{
				Address: q.Address, Port: int(q.Port), Path: q.Path, Protocol: simulation.HTTP, HostHeader: q.Authority,
				Headers: http.Header{}, CallMode: simulation.CallModeOutbound,
			})
			cluster := ""
			if len(got.Destinations) == 1 {
				cluster = fmt.Sprintf("outbound|%d||%s", got.Destinations[0].Port, got.Destinations[0].Host)
			}
			if got.Outcome == "passthrough" {
				cluster = "PassthroughCluster"
			}
			if got.Trace.Listener != want.ListenerMatched || got.Trace.VirtualHost != want.VirtualHostMatched || cluster != want.ClusterMatched {
				t.Errorf("%+v:\n got %s %s %s\nwant %s %s %s (%v)", q, got.Trace.Listener, got.Trace.VirtualHost, cluster,
					want.ListenerMatched, want.VirtualHostMatched, want.ClusterMatched, want.Error)
			}
			compared++
			if cluster == "" {
				without++
			}
		}
	}
	if compared < 400 || without < 10 || without > compared/2 {
		t.Errorf("%d compared, %d of them without a route: the draw is too narrow", compared, without)
	}
}

// TestAuthorization reads policies against truth tables written by hand.
func TestAuthorization(t *testing.T) {
	const web, other = "cluster.local/ns/a/sa/web", "cluster.local/ns/b/sa/web"
	type row struct {
		method, path, principal, header string
		port                            uint32
		want                            string
	}
	for name, c := range map[string]struct {
		policies []string
		rows     []row
	}{
		"no policy":     {nil, []row{{"GET", "/", "", "", 8080, "served"}, {"GET", "/", web, "", 8080, "served"}}},
		"allow nothing": {[]string{`{}`}, []row{{"GET", "/", web, "", 8080, "denied"}, {"GET", "/", "", "", 8080, "denied"}}},
		"allow all":     {[]string{`{rules: [{}]}`}, []row{{"GET", "/", "", "", 8080, "served"}}},
		"deny all":      {[]string{`{action: DENY, rules: [{}]}`}, []row{{"GET", "/", web, "", 8080, "denied"}}},
		"principal and path": {
			[]string{`{rules: [{from: [{source: {principals: ["` + web + `"]}}], to: [{operation: {methods: [GET], paths: ["/a*"]}}]}]}`},
			[]row{
				{"GET", "/a", web, "", 8080, "served"}, {"GET", "/ab", web, "", 8080, "served"}, {"GET", "/b", web, "", 8080, "denied"},
				{"POST", "/a", web, "", 8080, "denied"}, {"GET", "/a", other, "", 8080, "denied"}, {"GET", "/a", "", "", 8080, "denied"},
			},
		},
		"deny before allow": {
			[]string{`{rules: [{}]}`, `{action: DENY, rules: [{from: [{source: {notPrincipals: ["` + web + `"]}}]}]}`},
			[]row{{"GET", "/", web, "", 8080, "served"}, {"GET", "/", other, "", 8080, "denied"}, {"GET", "/", "", "", 8080, "denied"}},
		},
		"namespaces": {
			[]string{`{rules: [{from: [{source: {namespaces: [b]}}]}]}`},
			[]row{{"GET", "/", other, "", 8080, "served"}, {"GET", "/", web, "", 8080, "denied"}, {"GET", "/", "", "", 8080, "denied"}},
		},
		"condition": {
			[]string{`{rules: [{when: [{key: "request.headers[x]", values: [right]}]}]}`},
			[]row{{"GET", "/", "", "right", 8080, "served"}, {"GET", "/", "", "wrong", 8080, "denied"}, {"GET", "/", "", "", 8080, "denied"}},
		},
		"port of the pod": {
			[]string{`{rules: [{to: [{operation: {ports: ["8080"]}}]}]}`},
			[]row{{"GET", "/", "", "", 8080, "served"}, {"GET", "/", "", "", 8081, "denied"}},
		},
		"path templates": {
			[]string{`{rules: [{to: [{operation: {paths: ["/a/{*}/b"]}}]}]}`},
			[]row{{"GET", "/a/x/b", "", "", 8080, "served"}, {"GET", "/a//b", web, "", 8080, "denied"}, {"GET", "/a/x/y/b", "", "", 8080, "denied"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			objects := []string{service("app", "{name: http, port: 80, targetPort: 8080}, {name: http-b, port: 81, targetPort: 8081}"), pod("app-0", "app")}
			for i, spec := range c.policies {
				objects = append(objects, object("AuthorizationPolicy", fmt.Sprintf("p%d", i), spec))
			}
			judge := New(open(t, objects...))
			for _, r := range c.rows {
				q := Request{To: "a/app-0", Authority: "app", Port: r.port, Method: r.method, Path: r.path, Principal: r.principal}
				if r.principal != "" {
					q.Transport = "mtls"
				}
				if r.header != "" {
					q.Headers = map[string]Lines{"x": {r.header}}
				}
				got, err := judge.Decide(q)
				if err != nil {
					t.Fatal(err)
				}
				outcome := got.Outcome
				if len(got.Unjudged) > 0 {
					outcome = "unjudged"
				}
				if outcome != r.want {
					t.Errorf("%+v: %s (%v), want %s", r, outcome, got.Unjudged, r.want)
				}
			}
		})
	}
}

func TestMutualTLS(t *testing.T) {
	for mode, want := range map[string]struct{ plaintext, mtls string }{
		"STRICT": {"reset", "served"}, "PERMISSIVE": {"served", "served"}, "DISABLE": {"served", "bad-request"},
	} {
		judge := New(open(t, service("app", "{name: http, port: 80, targetPort: 8080}"), pod("app-0", "app"),
			object("PeerAuthentication", "default", "{mtls: {mode: "+mode+"}}")))
		for transport, outcome := range map[string]string{"plaintext": want.plaintext, "mtls": want.mtls} {
			got, err := judge.Decide(Request{To: "a/app-0", Authority: "app", Port: 8080, Transport: transport, Principal: "cluster.local/ns/a/sa/web"})
			if err != nil {
				t.Fatal(err)
			}
			if got.Outcome != outcome {
				t.Errorf("%s, %s: %s (%s), want %s", mode, transport, got.Outcome, got.Reason, outcome)
			}
		}
	}
}

func TestRewrite(t *testing.T) {
	for _, c := range []struct{ pattern, substitution, path, want string }{
		{"/a", "/z", "/a/b/a", "/z/b/z"}, {"^/([^/]*)/(.*)$", `/\2/\1`, "/x/y", "/y/x"}, {"v[0-9]", "$1", "/v1", "/$1"}, {"x", `\\`, "/x", `/\`},
	} {
		if got, err := substitute(c.pattern, c.substitution, c.path); err != nil || got != c.want {
			t.Errorf("%s → %s of %s: %s (%v), want %s", c.pattern, c.substitution, c.path, got, err, c.want)
		}
	}
}

package serve

import (
	"strings"
	"testing"

	"conformance/internal/world"
)

// A gateway and a client in one namespace without a Sidecar, and a service of that namespace that is exported
// to another alone but that a VirtualService names: sidecars of the namespace know it all the same
// (pilot/pkg/model/sidecar.go collectImportedServices).
const besideSidecars = `
{apiVersion: v1, kind: Pod, metadata: {name: gw, namespace: shop, labels: {istio: gw}}, spec: {containers: [{name: c, image: c}]}}
---
{apiVersion: v1, kind: Pod, metadata: {name: client, namespace: shop}, spec: {containers: [{name: c, image: c}]}}
---
{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{name: http, port: 80}]}}
---
{apiVersion: v1, kind: Service, metadata: {name: hidden, namespace: shop, annotations: {networking.istio.io/exportTo: a}}, spec: {ports: [{name: http, port: 80}]}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec: {hosts: [web.shop.svc.cluster.local], http: [{route: [{destination: {host: hidden.shop.svc.cluster.local}}]}]}`

const hiddenCluster = "outbound|80||hidden.shop.svc.cluster.local"

// The judge says what istiod sends to a gateway that comes first, wherever it stands in the list.
func TestGatewaysComeFirst(t *testing.T) {
	gateway, client := world.ProxySpec{Pod: "shop/gw", Type: "gateway"}, world.ProxySpec{Pod: "shop/client"}
	for _, order := range [][]world.ProxySpec{{gateway}, {gateway, client}, {client, gateway}} {
		answer := (&Worker{}).Do(Job{World: &World{Spec: world.Spec{YAML: besideSidecars}}, Proxies: order, Dump: []string{"clusters"}})
		if answer.Result != Answered {
			t.Fatalf("%s %s", answer.Result, answer.Error)
		}
		for i, config := range answer.Configs {
			var names []string
			for _, c := range config.Clusters {
				names = append(names, c.Name)
			}
			has := strings.Contains(strings.Join(names, " "), hiddenCluster)
			if isGateway := order[i].Type == "gateway"; isGateway && has {
				t.Errorf("order %v: the gateway has the cluster of a service that is not exported to it", order)
			}
		}
	}
}

// istiod itself gives a gateway the scope of a sidecar that it has compiled before. Where this stops, the
// judge need not take gateways first any more.
func TestIstiodGivesGatewaysTheScopeOfASidecar(t *testing.T) {
	w, err := world.Open(world.Spec{YAML: besideSidecars})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = w.Close() }()
	for _, spec := range []world.ProxySpec{{Pod: "shop/client"}, {Pod: "shop/gw", Type: "gateway"}} {
		p, err := w.Proxy(spec)
		if err != nil {
			t.Fatal(err)
		}
		if p.Cluster(hiddenCluster) == nil {
			t.Errorf("%s, asked after a sidecar, has no cluster %s", spec.Pod, hiddenCluster)
		}
	}
}

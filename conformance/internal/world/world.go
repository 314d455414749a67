// Package world builds, from YAML, the control plane that Istio's own tests build, and asks it what it
// sends to a proxy.
package world

import (
	"errors"
	"fmt"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"

	meshconfig "istio.io/api/mesh/v1alpha1"
	"istio.io/istio/pilot/test/xds"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/mesh"
	"istio.io/istio/pkg/kube/krt"

	"conformance/internal/manifest"
)

// Domain is the cluster domain of every world.
const Domain = "cluster.local"

// epoch is the creation time of objects that give none: all equal, so that names decide.
var epoch = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

// Spec is a mesh: its objects and its mesh configuration.
type Spec struct {
	YAML       string `json:"yaml"`
	MeshConfig string `json:"meshConfig,omitempty"` // YAML over the defaults
	// Admission leaves out the objects that Istio's webhook refuses, as a cluster would.
	Admission bool `json:"admission,omitempty"`
}

// Refusal is an object that did not get into the world, or would not get past the webhook.
type Refusal struct {
	manifest.Identity
	Errors  []string `json:"errors"`
	LeftOut bool     `json:"leftOut"`
}

// World is a running control plane.
type World struct {
	Refused []Refusal

	server  *xds.FakeDiscoveryServer
	attempt *attempt
	mesh    *meshconfig.MeshConfig
	pods    map[string]*corev1.Pod
	proxies map[string]*Proxy
}

// Open starts a control plane over the objects. A *Panic is Istio's own.
func Open(spec Spec) (*World, error) {
	w := &World{attempt: &attempt{}, mesh: mesh.DefaultMeshConfig(), proxies: map[string]*Proxy{}}
	if spec.MeshConfig != "" {
		applied, err := mesh.ApplyMeshConfigDefaults(spec.MeshConfig)
		if err != nil {
			return nil, fmt.Errorf("meshConfig: %w", err)
		}
		w.mesh = applied
	}
	documents, err := manifest.Split(spec.YAML)
	if err != nil {
		return nil, err
	}
	configs, objects, err := w.decode(documents, spec.Admission)
	if err != nil {
		return nil, err
	}
	objects, w.pods = complete(objects)
	// The debug handler keeps the collections of every world it has seen: without a new one, 4 MB a world.
	krt.GlobalDebugHandler = new(krt.DebugHandler)
	if err := w.attempt.run(func() {
		w.server = xds.NewFakeDiscoveryServer(w.attempt, xds.FakeOptions{
			Configs: configs, KubernetesObjects: objects, MeshConfig: w.mesh, DisableSecretAuthorization: true,
		})
	}); err != nil {
		return nil, errors.Join(err, w.attempt.close())
	}
	return w, nil
}

// Close stops the control plane.
func (w *World) Close() error { return w.attempt.close() }

// decode sends Istio's kinds to the configuration store and all others to the fake cluster.
func (w *World) decode(documents []manifest.Document, admission bool) ([]config.Config, []runtime.Object, error) {
	var configs []config.Config
	var objects []runtime.Object
	for _, d := range documents {
		if d.IsIstio() {
			decoded, errs := w.istio(d, admission)
			if decoded != nil {
				configs = append(configs, *decoded)
			}
			if len(errs) > 0 {
				w.Refused = append(w.Refused, Refusal{d.Identity(), errs, decoded == nil})
			}
			continue
		}
		d, err := d.WithDefaults()
		if err != nil {
			return nil, nil, err
		}
		object, err := d.Object()
		if err != nil {
			w.Refused = append(w.Refused, Refusal{d.Identity(), []string{err.Error()}, true})
			continue
		}
		meta, ok := object.(metav1.Object)
		if !ok {
			return nil, nil, fmt.Errorf("document %d: %s has no metadata", d.Index, d.Kind)
		}
		if meta.GetNamespace() == "" && !clusterScoped[d.Kind] {
			meta.SetNamespace("default")
		}
		if created := meta.GetCreationTimestamp(); created.IsZero() {
			meta.SetCreationTimestamp(metav1.NewTime(epoch))
		}
		objects = append(objects, object)
	}
	return configs, objects, nil
}

func (w *World) istio(d manifest.Document, admission bool) (*config.Config, []string) {
	decoded, schema, err := d.Config(Domain)
	if err != nil {
		return nil, []string{err.Error()}
	}
	if decoded.Namespace == "" {
		decoded.Namespace = "default"
	}
	if decoded.CreationTimestamp.IsZero() {
		decoded.CreationTimestamp = epoch
	}
	_, err = schema.ValidateConfig(*decoded)
	errs := manifest.Errors(err)
	if len(errs) > 0 && admission {
		return nil, errs
	}
	return decoded, errs
}

var clusterScoped = map[string]bool{
	"Namespace": true, "Node": true, "GatewayClass": true, "CustomResourceDefinition": true, "ClusterRole": true,
	"ClusterRoleBinding": true, "MutatingWebhookConfiguration": true, "ValidatingWebhookConfiguration": true,
}

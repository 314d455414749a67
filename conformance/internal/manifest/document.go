// Package manifest reads YAML as a cluster with Istio would: documents, the items of lists, and each
// object decoded by the code that decodes it in production.
package manifest

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	kubeyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"

	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"
	"istio.io/istio/pkg/kube"
)

// Document is one object of a YAML stream.
type Document struct {
	Index      int    // of the YAML document, from 0; the items of a List share it
	JSON       []byte // the object
	APIVersion string
	Kind       string
	Namespace  string
	Name       string
}

// Identity names a document in an answer.
type Identity struct {
	Document   int    `json:"document"`
	APIVersion string `json:"apiVersion"`
	Kind       string `json:"kind"`
	Namespace  string `json:"namespace"`
	Name       string `json:"name"`
}

// Identity names the document in an answer.
func (d Document) Identity() Identity {
	return Identity{d.Index, d.APIVersion, d.Kind, d.Namespace, d.Name}
}

// Split returns the objects of a YAML (or JSON) stream. Empty documents are left out.
func Split(text string) ([]Document, error) {
	reader := kubeyaml.NewYAMLReader(bufio.NewReader(strings.NewReader(text)))
	var all []Document
	for index := 0; ; index++ {
		raw, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, fmt.Errorf("document %d: %w", index, err)
		}
		object, err := yaml.YAMLToJSON(raw)
		if err != nil {
			return nil, fmt.Errorf("document %d: %w", index, err)
		}
		if string(object) == "null" {
			continue
		}
		found, err := open(index, object)
		if err != nil {
			return nil, fmt.Errorf("document %d: %w", index, err)
		}
		all = append(all, found...)
	}
}

func open(index int, object []byte) ([]Document, error) {
	var head struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
		Metadata   struct {
			Name      string `json:"name"`
			Namespace string `json:"namespace"`
		} `json:"metadata"`
		Items []json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal(object, &head); err != nil {
		return nil, err
	}
	if head.Kind != "List" {
		return []Document{{index, object, head.APIVersion, head.Kind, head.Metadata.Namespace, head.Metadata.Name}}, nil
	}
	var all []Document
	for _, item := range head.Items {
		found, err := open(index, item)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// GroupVersionKind is what apiVersion and kind say.
func (d Document) GroupVersionKind() config.GroupVersionKind {
	group, version, found := strings.Cut(d.APIVersion, "/")
	if !found {
		group, version = "", d.APIVersion
	}
	return config.GroupVersionKind{Group: group, Version: version, Kind: d.Kind}
}

// IsIstio tells Istio's own kinds, which are read by its configuration client, from all others, which
// come from a Kubernetes client.
func (d Document) IsIstio() bool {
	return strings.HasSuffix(d.GroupVersionKind().Group, "istio.io")
}

// IsGatewayAPI tells the kinds of the Gateway API and its extensions.
func (d Document) IsGatewayAPI() bool {
	group := d.GroupVersionKind().Group
	return strings.HasSuffix(group, "gateway.networking.k8s.io") || group == "gateway.networking.x-k8s.io"
}

// Schema is the schema of the kind, whatever its version, as the validating webhook looks it up.
func (d Document) Schema() (resource.Schema, bool) {
	return collections.PilotGatewayAPI().FindByGroupKind(d.GroupVersionKind())
}

// Config decodes an Istio kind as the configuration client and the webhook do.
func (d Document) Config(domain string) (*config.Config, resource.Schema, error) {
	schema, known := d.Schema()
	if !known {
		return nil, nil, fmt.Errorf("Istio knows no kind %s %s", d.APIVersion, d.Kind)
	}
	var kind crd.IstioKind
	if err := json.Unmarshal(d.JSON, &kind); err != nil {
		return nil, schema, err
	}
	decoded, err := crd.ConvertObject(schema, &kind, domain)
	return decoded, schema, err
}

// Object decodes a Kubernetes or Gateway API object with Istio's codec.
func (d Document) Object() (runtime.Object, error) {
	object, _, err := kube.IstioCodec.UniversalDeserializer().Decode(d.JSON, nil, nil)
	return object, err
}

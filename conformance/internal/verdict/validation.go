// Package verdict says what Istio's validator, the API server and Istio's analyzers say about objects.
package verdict

import (
	"fmt"
	"os"
	"strings"
	"sync"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	utiljson "k8s.io/apimachinery/pkg/util/json" // whole numbers as int64, as the API server decodes them

	"istio.io/istio/manifests"
	"istio.io/istio/pkg/config/crd"

	"conformance/internal/manifest"
)

// Validation asks for the verdict on each object of a text.
type Validation struct {
	YAML string `json:"yaml"`
}

// Verdict is what stands between an object and a cluster.
type Verdict struct {
	manifest.Identity
	// Webhook is whether Istio's validating webhook judges the kind; Errors refuse the object.
	Webhook  bool     `json:"webhook"`
	Errors   []string `json:"errors"`
	Warnings []string `json:"warnings"`
	// Undecoded: the webhook could not even read the object.
	Undecoded bool `json:"undecoded,omitempty"`
	// Schema is whether a CRD of this Istio (or of its Gateway API) holds the kind; SchemaErrors are the
	// API server's: structure, unknown fields, list types, CEL rules.
	Schema       bool     `json:"schema"`
	SchemaErrors []string `json:"schemaErrors"`
}

// The validators of the CRDs are not safe for concurrent use, and slow to make.
var (
	lock    sync.Mutex
	istio   = sync.OnceValues(istioDefinitions)
	gateway = sync.OnceValues(func() (*crd.Validator, error) {
		file := manifest.GatewayCRDs()
		if file == "" {
			return nil, fmt.Errorf("the Gateway API CRDs are not on this machine: set JUDGE_GATEWAY_CRDS")
		}
		return crd.NewValidatorFromFiles(file)
	})
)

// istioDefinitions are the CRDs embedded in the Istio module.
func istioDefinitions() (*crd.Validator, error) {
	text, err := manifests.FS.ReadFile("charts/base/files/crd-all.gen.yaml")
	if err != nil {
		return nil, err
	}
	file, err := os.CreateTemp("", "crds-*.yaml")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.Remove(file.Name()) }()
	if _, err := file.Write(text); err != nil {
		return nil, err
	}
	if err := file.Close(); err != nil {
		return nil, err
	}
	return crd.NewValidatorFromFiles(file.Name())
}

// Run judges every object.
func (v Validation) Run() ([]Verdict, error) {
	documents, err := manifest.Split(v.YAML)
	if err != nil {
		return nil, err
	}
	all := make([]Verdict, 0, len(documents))
	for _, d := range documents {
		verdict, err := judge(d)
		if err != nil {
			return nil, err
		}
		all = append(all, verdict)
	}
	return all, nil
}

func judge(d manifest.Document) (Verdict, error) {
	out := Verdict{Identity: d.Identity(), Errors: []string{}, Warnings: []string{}, SchemaErrors: []string{}}
	if _, known := d.Schema(); known {
		out.Webhook = true
		decoded, schema, err := d.Config("cluster.local")
		if err != nil {
			out.Errors, out.Undecoded = append(out.Errors, err.Error()), true
		} else {
			warnings, err := schema.ValidateConfig(*decoded)
			out.Errors, out.Warnings = manifest.Errors(err), manifest.Errors(warnings)
		}
	}
	object := &unstructured.Unstructured{}
	if err := utiljson.Unmarshal(d.JSON, &object.Object); err != nil {
		return out, err
	}
	definitions := istio
	if d.IsGatewayAPI() {
		definitions = gateway
	}
	validator, err := definitions()
	if err != nil {
		return out, err
	}
	lock.Lock()
	defer lock.Unlock()
	err = validator.ValidateCustomResource(object)
	if err != nil && strings.HasSuffix(err.Error(), "no validator found") {
		return out, nil
	}
	out.Schema, out.SchemaErrors = true, manifest.Errors(err)
	return out, nil
}

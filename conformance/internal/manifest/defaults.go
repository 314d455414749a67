package manifest

import (
	"fmt"
	"os"
	"sync"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	utiljson "k8s.io/apimachinery/pkg/util/json"

	"istio.io/istio/pkg/config"
)

// gatewayCRDs is set by the build: the Gateway API CRDs that this Istio version is tested with, in the
// module cache.
var gatewayCRDs string

// GatewayCRDs is the file with the Gateway API CRDs, "" where it is not on this machine.
func GatewayCRDs() string {
	file := gatewayCRDs
	if given := os.Getenv("JUDGE_GATEWAY_CRDS"); given != "" {
		file = given
	}
	if _, err := os.Stat(file); err != nil {
		return ""
	}
	return file
}

// schemas are the structural schemas of the Gateway API. istiod relies on the API server to fill in the
// defaults they hold; the fake API server does not.
var schemas = sync.OnceValues(func() (map[config.GroupVersionKind]*structuralschema.Structural, error) {
	file := GatewayCRDs()
	if file == "" {
		return nil, fmt.Errorf("the Gateway API CRDs are not on this machine: set JUDGE_GATEWAY_CRDS")
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	documents, err := Split(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	all := map[config.GroupVersionKind]*structuralschema.Structural{}
	for _, d := range documents {
		if d.Kind != "CustomResourceDefinition" {
			continue
		}
		var definition apiextensionsv1.CustomResourceDefinition
		if err := utiljson.Unmarshal(d.JSON, &definition); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", file, d.Name, err)
		}
		for _, version := range definition.Spec.Versions {
			if version.Schema == nil {
				continue
			}
			var internal apiextensions.JSONSchemaProps
			if err := apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(version.Schema.OpenAPIV3Schema, &internal, nil); err != nil {
				return nil, fmt.Errorf("%s: %s: %w", file, d.Name, err)
			}
			structural, err := structuralschema.NewStructural(&internal)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", file, d.Name, err)
			}
			all[config.GroupVersionKind{Group: definition.Spec.Group, Version: version.Name, Kind: definition.Spec.Names.Kind}] = structural
		}
	}
	return all, nil
})

// WithDefaults is the document after the API server's defaults; only the Gateway API has any that
// matter to istiod.
func (d Document) WithDefaults() (Document, error) {
	if !d.IsGatewayAPI() {
		return d, nil
	}
	known, err := schemas()
	if err != nil {
		return d, err
	}
	schema := known[d.GroupVersionKind()]
	if schema == nil {
		return d, nil
	}
	var object map[string]any
	if err := utiljson.Unmarshal(d.JSON, &object); err != nil {
		return d, err
	}
	defaulting.Default(object, schema)
	filled, err := utiljson.Marshal(object)
	if err != nil {
		return d, err
	}
	d.JSON = filled
	return d, nil
}

package verdict

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"istio.io/istio/pkg/config/analysis"
	"istio.io/istio/pkg/config/analysis/analyzers"
	"istio.io/istio/pkg/config/analysis/analyzers/maturity"
	"istio.io/istio/pkg/config/analysis/diag"
	"istio.io/istio/pkg/config/analysis/local"
	"istio.io/istio/pkg/config/resource"
)

// Analysis asks for one run of Istio's analyzers over a text.
type Analysis struct {
	YAML       string `json:"yaml"`
	MeshConfig string `json:"meshConfig,omitempty"` // YAML
	// MeshNetworks is YAML too.
	MeshNetworks string `json:"meshNetworks,omitempty"`
	Namespace    string `json:"namespace,omitempty"` // only its messages; also the namespace of objects that name none
	// Analyzers are names; none is istioctl's own set, "*" is that with those that it leaves out.
	Analyzers []string `json:"analyzers,omitempty"`
	// FilesOnly leaves out the kinds of Kubernetes, as `istioctl analyze --use-kube=false` does.
	FilesOnly bool `json:"filesOnly,omitempty"`
	// DefaultResources adds the ingress gateway that istioctl assumes in a run over files.
	DefaultResources bool `json:"defaultResources,omitempty"`
}

// Message is one message of an analyzer.
type Message struct {
	Code      string `json:"code"`
	Level     string `json:"level"`
	Analyzer  string `json:"analyzer"`
	Kind      string `json:"kind,omitempty"`
	Namespace string `json:"namespace,omitempty"`
	Name      string `json:"name,omitempty"`
	Text      string `json:"text"`
	Line      int    `json:"line,omitempty"`       // of the value, in the text
	StartLine int    `json:"objectLine,omitempty"` // of the object, in the text
}

// Run analyzes.
func (a Analysis) Run() ([]Message, error) {
	combined, err := a.combined()
	if err != nil {
		return nil, err
	}
	source := local.NewIstiodAnalyzer(combined, resource.Namespace(a.Namespace), "istio-system", nil)
	if err := addFile(a.MeshConfig, source.AddFileKubeMeshConfig); err != nil {
		return nil, err
	}
	if err := addFile(a.MeshNetworks, source.AddFileKubeMeshNetworks); err != nil {
		return nil, err
	}
	add := source.AddTestReaderKubeSource
	if a.FilesOnly {
		add = source.AddReaderKubeSource
	}
	if err := add([]local.ReaderSource{{Name: "text", Reader: strings.NewReader(a.YAML)}}); err != nil {
		return nil, err
	}
	if a.DefaultResources {
		if err := source.AddDefaultResources(); err != nil {
			return nil, err
		}
	}
	stop := make(chan struct{})
	defer close(stop)
	result, err := source.Analyze(stop)
	if err != nil {
		return nil, err
	}
	by := map[string]string{}
	for analyzer, messages := range result.MappedMessages {
		for _, m := range messages {
			by[m.String()] = analyzer
		}
	}
	all := make([]Message, 0, len(result.Messages))
	for _, m := range result.Messages {
		all = append(all, express(m, by[m.String()]))
	}
	return all, nil
}

// addFile gives a text to what reads it from a file; nothing where there is no text.
func addFile(text string, read func(path string) error) error {
	if text == "" {
		return nil
	}
	file, err := os.CreateTemp("", "mesh-*.yaml")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(file.Name()) }()
	if _, err := file.WriteString(text); err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	return read(file.Name())
}

func (a Analysis) combined() (analysis.CombinedAnalyzer, error) {
	if len(a.Analyzers) == 0 {
		return analyzers.AllCombined(), nil
	}
	if slices.Equal(a.Analyzers, []string{"*"}) {
		return analysis.Combine("every", every()...), nil
	}
	byName := map[string]analysis.Analyzer{}
	for _, each := range every() {
		byName[each.Metadata().Name] = each
	}
	var chosen []analysis.Analyzer
	for _, name := range a.Analyzers {
		if byName[name] == nil {
			return nil, fmt.Errorf("Istio has no analyzer %q", name)
		}
		chosen = append(chosen, byName[name])
	}
	return analysis.Combine("chosen", chosen...), nil
}

// every is istioctl's own set, and the one that it leaves out.
func every() []analysis.Analyzer {
	return append(analyzers.All(), &maturity.AlphaAnalyzer{})
}

func express(m diag.Message, analyzer string) Message {
	out := Message{
		Code: m.Type.Code(), Level: m.Type.Level().String(), Analyzer: analyzer,
		Text: fmt.Sprintf(m.Type.Template(), m.Parameters...), Line: m.Line,
	}
	if m.Resource == nil {
		return out
	}
	out.Kind = m.Resource.Metadata.Schema.Kind()
	out.Namespace, out.Name = string(m.Resource.Metadata.FullName.Namespace), string(m.Resource.Metadata.FullName.Name)
	if reference := m.Resource.Origin.Reference(); reference != nil {
		if colon := strings.LastIndexByte(reference.String(), ':'); colon >= 0 {
			out.StartLine, _ = strconv.Atoi(reference.String()[colon+1:])
		}
	}
	return out
}

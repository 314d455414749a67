// Answers vectors.json: what Kubernetes makes of each document, by the library that kubectl, the API server and
// istioctl read YAML with. From this folder: `go run . < vectors.json > answered.json`, then compare the two.
package main

import (
	"bytes"
	"encoding/json"
	"log"
	"os"

	"sigs.k8s.io/yaml"
)

type vector struct {
	YAML    string          `json:"yaml"`
	JSON    json.RawMessage `json:"json,omitempty"`
	Refused string          `json:"refused,omitempty"`
}

func main() {
	var vectors []vector
	if err := json.NewDecoder(os.Stdin).Decode(&vectors); err != nil {
		log.Fatal(err)
	}
	out := bytes.NewBufferString("[\n")
	for i, v := range vectors {
		answer := vector{YAML: v.YAML}
		if value, err := yaml.YAMLToJSON([]byte(v.YAML)); err != nil {
			answer.Refused = err.Error()
		} else {
			answer.JSON = value
		}
		line := new(bytes.Buffer)
		encoder := json.NewEncoder(line)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(answer); err != nil {
			log.Fatal(err)
		}
		out.Write(bytes.TrimRight(line.Bytes(), "\n"))
		if i < len(vectors)-1 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
	}
	out.WriteString("]\n")
	if _, err := out.WriteTo(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

{{- define "library.route" -}}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: {{ .Values.host }}
spec:
  hosts:
    - {{ .Values.host }}
  http:
    - route:
        - destination:
            host: {{ .Values.host }}
      timeout: {{ .Values.timeout }}
      retries:
        attempts: {{ .Values.retries }}
{{- end }}

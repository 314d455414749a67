/**
 * A line, a field's value or a list's item that begins with an unquoted template action: `{{- if … }}`,
 * `name: {{ .Values.name }}`. YAML reads braces there as maps inside maps, which no Kubernetes field is.
 */
const unquotedAction = /^[ \t]*(?:- +)*(?:[^\s#"'{][^\n"'{]*:[ \t]+)?\{\{/m

/**
 * Whether a document that could not be read as YAML is a template. `{{` inside quotes or a block scalar (Lua in an
 * EnvoyFilter, alert texts) is plain YAML, and such a document is read.
 */
export function isTemplate(content: string): boolean {
  return content.includes('{{') && unquotedAction.test(content)
}

/** What an engine has yet to fill in, in a name that could hold none of these characters once applied. */
export function placeholderIn(name: string): 'helm-template' | 'placeholder' | null {
  if (name.includes('{{')) return 'helm-template'
  return name.includes('${') || name.includes('$(') ? 'placeholder' : null
}

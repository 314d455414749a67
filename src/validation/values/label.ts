/**
 * Names as Istio tests them (pkg/config/labels/instance.go). Unlike in Kubernetes, upper case is allowed. Written so
 * that the time is linear in the text, whose length has no bound.
 */

/** A label of a domain name (RFC 1123): at most 63 letters, digits and dashes, none of which begins or ends it. */
export function isLabel(text: string): boolean {
  return text.length <= 63 && isLabelOfAnyLength(text)
}

/** The first label of a host: also `*`, `*label` or `*-label`. */
export function isWildcardLabel(text: string): boolean {
  if (text.length > 63) return false
  if (text === '*') return true
  return isLabelOfAnyLength(text.replace(/^\*-?/, ''))
}

/** The key of a label: a name of at most 63 characters, a domain before a slash. */
export function isLabelKey(text: string): boolean {
  const slash = text.indexOf('/')
  const name = text.slice(slash + 1)
  if (name.length > 63 || !isQualifiedName(name)) return false
  if (slash < 0) return true
  return slash <= 253 && text.slice(0, slash).split('.').every(isLabelOfAnyLength)
}

export function isLabelValue(text: string): boolean {
  return text === '' || isQualifiedName(text)
}

function isLabelOfAnyLength(text: string): boolean {
  return /^[-a-zA-Z0-9]+$/.test(text) && hasAlphanumericEnds(text)
}

function isQualifiedName(text: string): boolean {
  return /^[-A-Za-z0-9_.]+$/.test(text) && hasAlphanumericEnds(text)
}

function hasAlphanumericEnds(text: string): boolean {
  return /^[a-zA-Z0-9]/.test(text) && /[a-zA-Z0-9]$/.test(text.slice(-1))
}

import type { Json } from '../manifest/manifest.ts'
import { list, mapOrEmpty, text, textMap, texts } from './json.ts'

export type Labels = Readonly<Record<string, string>>

/** Every pair of `wanted` stands in `labels`. An empty selector selects everything. */
export function selects(wanted: Labels, labels: Labels): boolean {
  for (const key of Object.keys(wanted)) if (labels[key] !== wanted[key]) return false
  return true
}

/** Do both ask the same of every label that both name? Else nothing carries all of them. */
export function agree(one: Labels, other: Labels): boolean {
  for (const key of Object.keys(one)) {
    if (other[key] !== undefined && other[key] !== one[key]) return false
  }
  return true
}

export function isEmptySelector(wanted: Labels): boolean {
  return Object.keys(wanted).length === 0
}

/** The pairs of a selector in a stable order, for keys and for people: `app=a,version=v1`. */
export function selectorText(wanted: Labels): string {
  return Object.keys(wanted)
    .sort()
    .map(key => `${key}=${wanted[key]}`)
    .join(',')
}

/** Kubernetes LabelSelector with `matchLabels` and `matchExpressions`. */
export function selectsBy(selector: Json | undefined, labels: Labels): boolean {
  const spec = mapOrEmpty(selector)
  if (!selects(textMap(spec.matchLabels), labels)) return false
  for (const entry of list(spec.matchExpressions)) {
    const expression = mapOrEmpty(entry)
    const value = labels[text(expression.key) ?? '']
    const values = texts(expression.values)
    switch (text(expression.operator)) {
      case 'In':
        if (value === undefined || !values.includes(value)) return false
        break
      case 'NotIn':
        if (value !== undefined && values.includes(value)) return false
        break
      case 'Exists':
        if (value === undefined) return false
        break
      case 'DoesNotExist':
        if (value !== undefined) return false
        break
      default:
        return false
    }
  }
  return true
}

import type { FieldPath } from '../finding.ts'
import type { Json } from '../manifest/manifest.ts'

/** `spec.http[0].route[1].weight`, as istioctl and kubectl write it. */
export function describePath(path: FieldPath): string {
  return join(path, step => `[${step}]`)
}

/** The same without positions, so that it survives moved items: `spec.http[].route[].weight`. */
export function fieldOf(path: FieldPath): string {
  return join(path, () => '[]')
}

function join(path: FieldPath, index: (step: number) => string): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += index(step)
    else if (!/^[\w-]+$/.test(step)) text += `[${JSON.stringify(shorten(step, 60))}]`
    else text += text === '' ? step : `.${shorten(step, 60)}`
  }
  return text === '' ? 'the object' : text
}

/** In quotes, and no longer than a person reads. */
export function quote(text: string): string {
  return JSON.stringify(shorten(text, 60))
}

/** A value as a fact of a finding: enough of it to tell it from others. */
export function fact(value: Json): string {
  return shorten(typeof value === 'object' ? JSON.stringify(value) : String(value), 200)
}

/** Whole characters of a text that may be megabytes long. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  return `${[...text.slice(0, most * 2)].slice(0, most).join('')}…`
}

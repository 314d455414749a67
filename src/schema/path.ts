import type { FieldPath } from '../finding.ts'

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
    else if (!/^[\w-]+$/.test(step)) text += `[${JSON.stringify(step)}]`
    else text += text === '' ? step : `.${step}`
  }
  return text === '' ? 'the object' : text
}

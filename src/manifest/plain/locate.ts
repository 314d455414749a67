import type { FieldPath, Part } from '../../finding.ts'
import type { PathLocator, Span } from '../locate.ts'
import type { Json } from '../manifest.ts'
import { isMap } from '../map.ts'
import { noPlaces, type Places } from './places.ts'
import { PlainReader } from './reader.ts'

/** Finds fields in a document that the plain reader has read, by reading it once more with places. */
export class PlainLocator implements PathLocator {
  private readonly root: Json
  private readonly places: Places
  private readonly start: number

  constructor(text: string, start: number, end: number, returns: boolean) {
    this.start = start
    this.places = noPlaces()
    this.root = new PlainReader(text, start, end, returns, this.places).read()
  }

  span(path: FieldPath, part: Part): Span {
    let node: Json | undefined = this.root
    let nearest = this.places.root
    for (const [index, step] of path.entries()) {
      const last = index === path.length - 1
      if (Array.isArray(node)) {
        const item = typeof step === 'number' ? this.places.items.get(node)?.[step] : undefined
        if (item === undefined || typeof step !== 'number') break
        nearest = item
        node = node[step]
      } else if (isMap(node)) {
        const field = this.places.fields.get(node)?.get(String(step))
        if (field === undefined) break
        const ofValue = last && part === 'value' && field.value < field.valueEnd
        nearest = ofValue ? [field.value, field.valueEnd] : [field.key, field.keyEnd]
        node = node[String(step)]
      } else break
    }
    return [nearest[0] - this.start, nearest[1] - this.start]
  }
}

import type { Random } from '../generate/random.ts'
import { listOf, mapOf, textOf, textsOf } from '../generate/read.ts'
import type { Fields, Json, KubernetesObject } from '../generate/world.ts'

/** Two states that differ in one place; `null`: the world has no such place. */
export type Edit = (random: Random, objects: readonly KubernetesObject[]) => States | null

export interface States {
  readonly base: readonly KubernetesObject[]
  readonly head: readonly KubernetesObject[]
  /** A namespace whose pods have no proxy in head: whoever can connect there is served. */
  readonly unguarded?: string
}

export const policyKind = 'AuthorizationPolicy'

/** Changes one object of a kind, out of those for which there is a change. */
export function changeOne(
  kind: string,
  change: (random: Random, object: KubernetesObject) => KubernetesObject | null
): Edit {
  return (random, objects) => {
    for (const object of random.shuffle(objects.filter(each => each.kind === kind))) {
      const changed = change(random, object)
      if (changed !== null) return { base: objects, head: replaced(objects, object, changed) }
    }
    return null
  }
}

export function replaced(
  objects: readonly KubernetesObject[],
  old: KubernetesObject,
  changed: KubernetesObject
): readonly KubernetesObject[] {
  return objects.map(each => (each === old ? changed : each))
}

export function withSpec(object: KubernetesObject, spec: Fields): KubernetesObject {
  return { ...object, spec }
}

/** Changes the spec of one policy. */
export function changePolicy(change: (random: Random, spec: Fields) => Fields | null): Edit {
  return changeOne(policyKind, (random, object) => {
    const spec = change(random, mapOf(object.spec))
    return spec === null ? null : withSpec(object, spec)
  })
}

/** Changes one rule of one policy. */
export function changeRule(change: (random: Random, rule: Fields) => Fields | null): Edit {
  return changePolicy((random, spec) => {
    const rules = listOf(spec.rules)
    for (const place of random.shuffle(rules.map((_, index) => index))) {
      const changed = change(random, mapOf(rules[place]))
      if (changed !== null) return { ...spec, rules: rules.with(place, changed) }
    }
    return null
  })
}

/** Changes one source or operation of one rule. */
export function changePart(
  part: 'source' | 'operation',
  change: (random: Random, fields: Fields) => Fields | null
): Edit {
  const list = part === 'source' ? 'from' : 'to'
  return changeRule((random, rule) => {
    const entries = listOf(rule[list])
    for (const place of random.shuffle(entries.map((_, index) => index))) {
      const changed = change(random, mapOf(mapOf(entries[place])[part]))
      if (changed === null) continue
      // An entry without a field is refused by the webhook: then the whole list goes.
      if (Object.keys(changed).length > 0) {
        return { ...rule, [list]: entries.with(place, { [part]: changed }) }
      }
      const { [list]: _, ...without } = rule
      return without
    }
    return null
  })
}

/** Changes the values of one field; no values: the field goes. */
export function changeValues(
  part: 'source' | 'operation',
  name: string,
  change: (random: Random, values: readonly string[]) => readonly string[] | null
): Edit {
  return changePart(part, (random, fields) => {
    const values = textsOf(fields[name])
    const changed = values.length === 0 ? null : change(random, values)
    if (changed === null || JSON.stringify(changed) === JSON.stringify(values)) return null
    const { [name]: _, ...without } = fields
    return changed.length === 0 ? without : { ...without, [name]: [...changed] }
  })
}

/** Changes one value of a field that is of some form. */
export function changeValue(
  part: 'source' | 'operation',
  name: string,
  change: (value: string) => string | null
): Edit {
  return changeValues(part, name, (random, values) => {
    for (const place of random.shuffle(values.map((_, index) => index))) {
      const value = change(values[place] ?? '')
      if (value !== null && value !== values[place]) return [...new Set(values.with(place, value))]
    }
    return null
  })
}

export function actionOf(spec: Fields): string {
  return textOf(spec.action) ?? 'ALLOW'
}

/** A list in another order; `null` where there is none. */
export function reordered<T extends Json>(list: readonly T[]): readonly T[] | null {
  const turned = [...list].reverse()
  return JSON.stringify(turned) === JSON.stringify(list) ? null : turned
}

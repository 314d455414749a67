import type { Edit } from './edit.ts'
import { meshEdits } from './mesh-edits.ts'
import { neutralEdits } from './neutral-edits.ts'
import { policyEdits } from './policy-edits.ts'

/** Every kind of edit by its name. */
export const editKinds: Readonly<Record<string, Edit>> = {
  ...policyEdits,
  ...meshEdits,
  ...neutralEdits
}

/** Edits that change no request's fate, whatever the world. */
export function isNeutral(kind: string): boolean {
  return Object.hasOwn(neutralEdits, kind)
}

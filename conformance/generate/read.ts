import type { Fields, Json, KubernetesObject } from './world.ts'

/** The fields of a map; none for anything else. */
export function mapOf(value: Json | KubernetesObject['metadata'] | undefined): Fields {
  // Metadata is plain data too; only its type names its fields.
  if (value === null || value === undefined || typeof value !== 'object' || Array.isArray(value))
    return {}
  return value as Fields
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

export function textsOf(value: Json | undefined): readonly string[] {
  return listOf(value).filter(each => typeof each === 'string')
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}

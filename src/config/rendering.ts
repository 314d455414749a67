import type { RenderStep } from '../manifest/rendered.ts'
import type { Config } from './config.ts'

/** The meshes of a configuration that have a render step, in its order. */
export function meshesToRender(config: Config): {
  readonly name: string
  readonly step: RenderStep
  readonly defaultNamespace: string
}[] {
  return config.meshes.flatMap(({ name, render, defaultNamespace }) =>
    render === undefined
      ? []
      : [{ name, step: render, defaultNamespace: defaultNamespace ?? config.defaultNamespace }]
  )
}

/**
 * Whether a configuration could have a render step, before it is parsed: then a change of any file counts, not only of
 * those that can hold a manifest.
 */
export function mayRender(text: string | null): boolean {
  return text !== null && /["']?\brender["']?\s*:/.test(text)
}

/** Whether a configuration could put base under another version: then every object counts, changed or not. */
export function mayUpgrade(text: string | null): boolean {
  return text !== null && /["']?\bistioBase["']?\s*:/.test(text)
}

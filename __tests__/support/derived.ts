import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './golden.ts'

/** `no-traffic-loss` → `noTrafficLoss`. */
export function camel(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** Files `<name>.ts` of a folder, without those named, by name. */
export function filesOf(folder: string, without: readonly string[] = []): string[] {
  const names: string[] = []
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue
    const name = entry.name.slice(0, -'.ts'.length)
    if (!without.includes(name)) names.push(name)
  }
  return names.sort()
}

/** Sub-folders of a folder, by name. */
export function foldersOf(folder: string): string[] {
  const names: string[] = []
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.isDirectory()) names.push(entry.name)
  }
  return names.sort()
}

/** The list as biome formats it: on one line where it fits 100 columns. */
export function listOf(declaration: string, names: readonly string[]): string {
  const line = `${declaration} = [${names.join(', ')}]`
  if (line.length <= 100) return line
  return `${declaration} = [\n${names.map(name => `  ${name}`).join(',\n')}\n]`
}

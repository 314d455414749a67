import { posix } from 'node:path'
import type { SettingsFile } from '../manifest/rendered.ts'
import { lineAt, otherJob, RenderRefusal } from './refusal.ts'
import { inside, isBelow, nameOf, type Tree } from './tree.ts'
import { YamlPlaces } from './yaml-places.ts'

/** A chart with the charts below it, as they are put together for helm. */
export interface Chart {
  readonly name: string
  /** Where its files stand in the repository. */
  readonly folder: string
  /** By the name that templates and values use: the alias where there is one. */
  readonly below: ReadonlyMap<string, Chart>
}

export interface ChartSources {
  readonly chart: Chart
  /** Path for helm → content. */
  readonly placed: ReadonlyMap<string, Uint8Array>
  /** Path in the repository → content. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** `values.yaml` of each chart, outermost first. */
  readonly defaults: readonly SettingsFile[]
}

const depthLimit = 16

/**
 * Collects a chart and its local dependencies: those in its `charts/`, and those that it names by `file://`, which are
 * put where `helm dependency build` would put them.
 * @throws RenderRefusal for a dependency of a repository, a link that leaves the chart, a path outside
 */
export async function chartSources(tree: Tree, folder: string): Promise<ChartSources> {
  const search = new Search(tree)
  const chart = await search.place(folder, folder, [])
  const { placed, files, defaults } = search
  return { chart, placed, files, defaults }
}

class Search {
  readonly placed = new Map<string, Uint8Array>()
  readonly files = new Map<string, Uint8Array>()
  readonly defaults: SettingsFile[] = []
  readonly #tree: Tree

  constructor(tree: Tree) {
    this.#tree = tree
  }

  /** @param at where helm finds it */
  async place(folder: string, at: string, scope: readonly string[]): Promise<Chart> {
    const description = join(folder, 'Chart.yaml')
    if (this.#tree.entry(description) !== 'file') {
      const message = `${nameOf(folder)} is used as a Helm chart and holds no Chart.yaml. Correct the path.`
      throw new RenderRefusal('render/missing-chart', message, lineAt(folder || '.'), { folder })
    }
    await this.#copy(folder, at)
    const values = join(folder, 'values.yaml')
    if (this.files.has(values)) this.defaults.push({ file: values, scope })
    return this.#described(folder, at, scope)
  }

  async #described(folder: string, at: string, scope: readonly string[]): Promise<Chart> {
    const description = join(folder, 'Chart.yaml')
    const [own] = this.#read(description)
    const name = own?.get('name').text() ?? posix.basename(folder)
    const below = new Map<string, Chart>()
    const vendored = await this.#vendored(folder, at, scope)
    const named = new Set<string>()
    const requirements = this.#read(join(folder, 'requirements.yaml'))
    for (const document of [own, ...requirements]) {
      for (const dependency of document?.get('dependencies').items() ?? []) {
        const dependencyName = dependency.get('name').text() ?? ''
        const key = dependency.get('alias').text() ?? dependencyName
        named.add(dependencyName)
        const known = vendored.get(dependencyName)
        const chart = known ?? (await this.#dependency(dependency, folder, at, [...scope, key]))
        if (chart !== null) below.set(key, chart)
      }
    }
    for (const [chartName, chart] of vendored) {
      if (chart !== null && !named.has(chartName)) below.set(chartName, chart)
    }
    return { name, folder, below }
  }

  /** Charts in `charts/`; null for one in an archive, whose files have no lines here. */
  async #vendored(folder: string, at: string, scope: readonly string[]) {
    const found = new Map<string, Chart | null>()
    const charts = join(folder, 'charts')
    for (const child of this.#tree.children(charts)) {
      const archive = /^(.+?)-v?\d[^/]*\.tgz$/.exec(posix.basename(child))
      if (archive?.[1] !== undefined) found.set(archive[1], null)
      if (this.#tree.entry(join(child, 'Chart.yaml')) !== 'file') continue
      if (scope.length > depthLimit) throw tooDeep(folder)
      const [own] = this.#read(join(child, 'Chart.yaml'))
      const name = own?.get('name').text() ?? posix.basename(child)
      const inner = [...scope, name]
      const values = join(child, 'values.yaml')
      if (this.files.has(values)) this.defaults.push({ file: values, scope: inner })
      found.set(
        name,
        await this.#described(child, join(at, `charts/${posix.basename(child)}`), inner)
      )
    }
    return found
  }

  async #dependency(
    dependency: YamlPlaces,
    folder: string,
    at: string,
    scope: readonly string[]
  ): Promise<Chart | null> {
    const name = dependency.get('name').text() ?? ''
    const repository = dependency.get('repository').text() ?? ''
    const local = /^file:\/\/(.*)$/.exec(repository)?.[1]
    const place = dependency.get('name').at()
    if (local === undefined) {
      const from = repository === '' ? 'a repository' : repository
      const message = `The chart ${nameOf(folder)} depends on ${name} from ${from}, and its charts/ does not hold it: rendering asks no network. Run \`helm dependency build ${folder}\` and commit charts/. ${otherJob}`
      throw new RenderRefusal('render/missing-dependency', message, place, { dependency: name })
    }
    const path = inside(folder, local)
    if (path === null) {
      const message = `The chart ${nameOf(folder)} depends on ${repository}, which is outside of this repository. Copy that chart into it. ${otherJob}`
      throw new RenderRefusal('render/outside-folder', message, place, { dependency: name })
    }
    if (scope.length > depthLimit || isBelow(folder, path)) throw tooDeep(folder)
    return this.place(path, join(at, `charts/${posix.basename(path)}`), scope)
  }

  async #copy(folder: string, at: string): Promise<void> {
    const from = new Map<string, string>()
    for (const path of this.#tree.below(folder)) {
      const isLink = this.#tree.entry(path) === 'link'
      const files = isLink ? await this.#followed(path, folder) : [[path, path] as const]
      for (const [placed, source] of files) from.set(placed, source)
    }
    const contents = await this.#tree.read([...new Set(from.values())])
    for (const [path, source] of from) {
      const bytes = contents.get(source)
      if (bytes === undefined) continue
      this.files.set(source, bytes)
      this.placed.set(join(at, folder === '' ? path : path.slice(folder.length + 1)), bytes)
    }
  }

  /** Files that a link stands for, with their own paths: helm follows links, and here only those that stay in the chart. */
  async #followed(link: string, folder: string): Promise<(readonly [string, string])[]> {
    const target = await this.#tree.target(link)
    if (target === null || !isBelow(target, folder) || isBelow(link, target)) {
      const message = `${link} is a symbolic link that leaves the chart ${nameOf(folder)}, so it is not followed. Put the file in its place.`
      throw new RenderRefusal('render/symlink', message, lineAt(link), { link })
    }
    if (this.#tree.entry(target) === 'file') return [[link, target]]
    const found = this.#tree.below(target)
    if (found.length > 0 && found.every(path => this.#tree.entry(path) === 'file')) {
      return found.map(path => [link + path.slice(target.length), path])
    }
    const message = `${link} is a symbolic link to ${target}, which is not a file or a folder of files. Put the file in its place.`
    throw new RenderRefusal('render/symlink', message, lineAt(link), { link })
  }

  #read(path: string): YamlPlaces[] {
    const bytes = this.files.get(path)
    return bytes === undefined ? [] : YamlPlaces.of(path, new TextDecoder().decode(bytes))
  }
}

function tooDeep(folder: string): RenderRefusal {
  const message = `The chart ${nameOf(folder)} depends on itself, or on charts more than ${depthLimit} deep.`
  return new RenderRefusal(
    'render/missing-dependency',
    message,
    lineAt(join(folder, 'Chart.yaml')),
    {
      folder
    }
  )
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

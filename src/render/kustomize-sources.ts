import type { SourceRange } from '../finding.ts'
import { lineAt, otherJob, RenderRefusal } from './refusal.ts'
import { inside, isBelow, nameOf, type Tree } from './tree.ts'
import { type Written, YamlPlaces } from './yaml-places.ts'

/** Everything that building a kustomization reads. */
export interface KustomizeSources {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Files of kustomizations, the one that is built first, then in the order in which they are used. */
  readonly kustomizations: readonly string[]
}

/** kustomize api/konfig: the names of a kustomization file; two of them in one folder are an error of its own. */
const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** kustomize api/types/kustomization.go: fields whose entries may be folders, so may lead out of their own. */
const folderFields = ['resources', 'bases', 'components'] as const
const pluginFields = ['generators', 'transformers', 'validators'] as const
const fileListFields = ['crds', 'configurations', 'patchesStrategicMerge'] as const
const pathListFields = ['patches', 'patchesJson6902', 'replacements'] as const
const generatorFields = ['configMapGenerator', 'secretGenerator'] as const
const chartFields = ['helmCharts', 'helmChartInflationGenerator'] as const

const folderLimit = 1000

/**
 * Follows a kustomization to all that it uses, by reading alone: nothing has run when something is refused.
 * @throws RenderRefusal for what would need the network, a plugin or a file outside, at its place
 */
export async function kustomizeSources(tree: Tree, root: string): Promise<KustomizeSources> {
  return new Search(tree).of(root)
}

export function kustomizationIn(tree: Tree, folder: string): string | null {
  for (const name of names) {
    const path = folder === '' ? name : `${folder}/${name}`
    if (tree.entry(path) === 'file') return path
  }
  return null
}

class Search {
  readonly #tree: Tree
  readonly #files = new Map<string, Uint8Array>()
  readonly #kustomizations: string[] = []
  readonly #seen = new Set<string>()

  constructor(tree: Tree) {
    this.#tree = tree
  }

  async of(root: string): Promise<KustomizeSources> {
    await this.#folder(root, lineAt(root === '' ? '.' : root))
    return { files: this.#files, kustomizations: this.#kustomizations }
  }

  async #folder(folder: string, from: SourceRange): Promise<void> {
    if (this.#seen.has(folder)) return
    this.#seen.add(folder)
    const file = kustomizationIn(this.#tree, folder)
    if (file === null) {
      const message = `${nameOf(folder)} is used as a kustomization and holds none of ${names.join(', ')}. Correct the path.`
      throw new RenderRefusal('render/missing-kustomization', message, from, { folder })
    }
    if (this.#seen.size > folderLimit) {
      const message = `More than ${folderLimit} kustomizations are used. ${otherJob}`
      throw new RenderRefusal('render/too-large', message, from, { folder })
    }
    this.#kustomizations.push(file)
    await this.#take(file)
    const text = new TextDecoder().decode(this.#files.get(file))
    for (const document of YamlPlaces.of(file, text)) await this.#fields(document, folder)
  }

  async #fields(document: YamlPlaces, folder: string): Promise<void> {
    for (const field of chartFields) {
      if (document.get(field).isPresent()) throw chartRefusal(field, document.get(field).at())
    }
    for (const field of folderFields) {
      for (const entry of document.get(field).items()) await this.#entry(entry, folder)
    }
    for (const field of pluginFields) {
      for (const entry of document.get(field).items()) await this.#plugin(entry, folder)
    }
    const files: (Written | null)[] = []
    for (const field of fileListFields) {
      for (const entry of document.get(field).items()) files.push(entry.written())
    }
    for (const field of pathListFields) {
      for (const entry of document.get(field).items()) files.push(entry.get('path').written())
    }
    files.push(document.get('openapi').get('path').written())
    for (const field of generatorFields) {
      for (const generator of document.get(field).items()) {
        for (const list of ['files', 'envs']) {
          for (const entry of generator.get(list).items()) files.push(unkeyed(entry.written()))
        }
        files.push(generator.get('env').written())
      }
    }
    for (const written of files) {
      // A patch in place of a file's name.
      if (written !== null && !written.text.includes('\n')) await this.#file(written, folder)
    }
  }

  /** A file, or a folder that is built in its place. */
  async #entry(entry: YamlPlaces, folder: string): Promise<string | null> {
    const written = entry.written()
    if (written === null || written.text.includes('\n')) return null
    const path = this.#path(written, folder)
    if (this.#tree.entry(path) === 'folder') {
      await this.#folder(path, written.at)
      return null
    }
    await this.#takeNear(path, written, folder)
    return path
  }

  async #plugin(entry: YamlPlaces, folder: string): Promise<void> {
    const written = entry.written()
    if (written === null) return
    if (written.text.includes('\n')) {
      refusePlugins(written.text, written.at.file, written.at)
      return
    }
    const before = new Set(this.#files.keys())
    const path = await this.#entry(entry, folder)
    // A folder of plugins is a kustomization of its own, with them as its resources.
    const used = path === null ? this.#pluginFiles(this.#path(written, folder), before) : [path]
    for (const one of used) {
      refusePlugins(new TextDecoder().decode(this.#files.get(one)), one, null)
    }
  }

  #pluginFiles(folder: string, before: ReadonlySet<string>): string[] {
    const used = [...this.#files.keys()]
    const own = used.filter(path => !before.has(path) || isBelow(path, folder))
    return own.filter(path => !this.#kustomizations.includes(path))
  }

  async #file(written: Written, folder: string): Promise<void> {
    const path = this.#path(written, folder)
    await this.#takeNear(path, written, folder)
  }

  /** @throws RenderRefusal where an entry is remote, leaves the repository, or names nothing */
  #path(written: Written, folder: string): string {
    const path = inside(folder, written.text)
    const obstacle = path === null ? null : this.#tree.obstacle(path)
    if (path !== null && obstacle === null && this.#tree.entry(path) !== null) return path
    const { text, at } = written
    if (isRemote(text)) {
      const message = `${at.file} uses ${text}, which is not in this repository: rendering asks no network, so it would not be what this commit says. Copy it into the repository (vendor it) and name that folder. ${otherJob}`
      throw new RenderRefusal('render/remote-base', message, at, { entry: text })
    }
    if (path === null) throw outside(text, at)
    if (obstacle?.what === 'submodule') {
      const message = `${at.file} uses ${text}, which is in the submodule ${obstacle.path}: its files are not in this repository's commits. ${otherJob}`
      throw new RenderRefusal('render/submodule', message, at, { entry: text })
    }
    if (obstacle !== null) return path
    const message = `${at.file} uses ${text}, and there is no such file or folder. Correct the path, or add the file.`
    throw new RenderRefusal('render/missing-file', message, at, { entry: text })
  }

  /** The load restrictor: files lie in or below the folder of their kustomization. */
  async #takeNear(path: string, { text, at }: Written, folder: string): Promise<void> {
    if (!isBelow(path, folder)) throw outside(text, at)
    await this.#take(path, at, folder)
  }

  async #take(path: string, at: SourceRange = lineAt(path), folder = ''): Promise<void> {
    if (this.#files.has(path)) return
    let from = path
    for (let hops = 0; this.#tree.obstacle(from) !== null; hops++) {
      const obstacle = this.#tree.obstacle(from)
      if (obstacle === null) break
      const target = hops < 8 ? await this.#tree.target(obstacle.path) : null
      const whole = target === null ? null : `${target}${from.slice(obstacle.path.length)}`
      if (whole === null || !isBelow(whole, folder)) {
        const message = `${obstacle.path} is a symbolic link that leaves ${nameOf(folder)}, so it is not followed. Put the file in its place.`
        throw new RenderRefusal('render/symlink', message, at, { link: obstacle.path })
      }
      from = whole
    }
    if (this.#tree.entry(from) !== 'file') {
      const message = `${at.file} uses ${path}, which is not a file. Correct the path.`
      throw new RenderRefusal('render/missing-file', message, at, { entry: path })
    }
    const bytes = (await this.#tree.read([from])).get(from)
    if (bytes !== undefined) this.#files.set(path, bytes)
  }
}

/** `key=path` of a generator. */
function unkeyed(written: Written | null): Written | null {
  if (written === null) return null
  const equals = written.text.indexOf('=')
  return equals < 0 ? written : { ...written, text: written.text.slice(equals + 1) }
}

/** kustomize api/internal/git/repospec.go and api/loader: what is cloned or downloaded. */
function isRemote(entry: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:(?:\/\/|:)/i.test(entry) ||
    /^[\w.-]+@[\w.-]+:/.test(entry) ||
    /[?&]ref=/.test(entry) ||
    entry.slice(1).includes('//') ||
    /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}[:/]/i.test(entry) ||
    /^gh:/i.test(entry)
  )
}

function outside(text: string, at: SourceRange): RenderRefusal {
  const message = `${at.file} uses ${text}, which is outside of its own folder: kustomize's load restrictor lets files of a kustomization lie in or below it only. Move the file there, or make its folder a base with a kustomization.yaml.`
  return new RenderRefusal('render/outside-folder', message, at, { entry: text })
}

function chartRefusal(field: string, at: SourceRange): RenderRefusal {
  const message = `${at.file} inflates a Helm chart (${field}), for which kustomize would start helm and could download the chart. Give the chart a mesh with "render: {helm: …}", or commit what it renders to. ${otherJob}`
  return new RenderRefusal('render/plugin', message, at, { plugin: field })
}

/** Generators and transformers that kustomize would start: functions (exec, containers) and plugins of other APIs. */
function refusePlugins(text: string, file: string, at: SourceRange | null): void {
  for (const document of YamlPlaces.of(file, text)) {
    const annotations = document.get('metadata').get('annotations')
    const kind = document.get('kind').text() ?? 'a plugin'
    const starts = ['config.kubernetes.io/function', 'config.k8s.io/function'].find(name =>
      annotations.get(name).isPresent()
    )
    const api = document.get('apiVersion').text()
    const isChart = kind === 'HelmChartInflationGenerator'
    if (starts === undefined && !isChart && (api === 'builtin' || api === null)) continue
    const place =
      at ?? (starts === undefined ? document.get('kind').at() : annotations.get(starts).at())
    const message = `${file} asks kustomize to start a program (${kind}): plugins, exec and container functions never run here, since a pull request could run anything with them. ${otherJob}`
    throw new RenderRefusal('render/plugin', message, place, { plugin: kind })
  }
}

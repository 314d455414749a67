import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { defaultConfig } from '../../src/config/config.ts'
import { readConfig } from '../../src/config/read.ts'
import { UserError } from '../../src/errors.ts'

const schema: object = JSON.parse(
  readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8')
)
const read = (text: string) => readConfig({ file: '.github/meshproof.yaml', text, schema })

async function refused(text: string): Promise<string> {
  try {
    await read(text)
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  throw new Error('was accepted')
}

describe('readConfig', () => {
  test('gives the defaults where there is no file, and where it says nothing', async () => {
    expect(await readConfig(null)).toEqual(defaultConfig)
    expect(await read('')).toEqual(defaultConfig)
    expect(await read('# nothing yet\n')).toEqual({
      ...defaultConfig,
      file: '.github/meshproof.yaml'
    })
  })

  test('reads every key and says where each value came from', async () => {
    const config = await read(`istio: 1.30
defaultNamespace: shop
features:
  PILOT_ENABLE_IP_AUTOALLOCATE: false
meshConfig: {rootNamespace: istio-config}
meshes:
  - name: prod
    paths: [clusters/prod, 'shared/*.yaml']
    exclude: [clusters/prod/drafts]
    context: [platform]
    istio: 1.29.2
    defaultNamespace: checkout
    meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}
    features: {PILOT_ENABLE_ALPHA_GATEWAY_API: 'true'}
gates:
  no-traffic-loss: approve
  no-unknown:
    level: error
waivers:
  - gate: no-traffic-loss
    target: traffic-lost reviews
    reason: the old shop closes
    owner: team-shop
    expires: 2027-03-31
comment: {when: always, key: prod}
`)
    expect(config).toMatchObject({
      istio: '1.30',
      defaultNamespace: 'shop',
      features: { PILOT_ENABLE_IP_AUTOALLOCATE: 'false' },
      meshConfig: { rootNamespace: 'istio-config' },
      meshes: [
        {
          name: 'prod',
          paths: ['clusters/prod', 'shared/*.yaml'],
          exclude: ['clusters/prod/drafts'],
          context: ['platform'],
          istio: '1.29.2',
          defaultNamespace: 'checkout',
          meshConfig: { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
          features: { PILOT_ENABLE_ALPHA_GATEWAY_API: 'true' }
        }
      ],
      gates: { 'no-traffic-loss': 'approve', 'no-unknown': 'error' },
      waivers: [{ gate: 'no-traffic-loss', expires: '2027-03-31' }],
      comment: { when: 'always', key: 'prod' },
      file: '.github/meshproof.yaml'
    })
    expect(config.origins).toMatchObject({
      istio: '.github/meshproof.yaml:1',
      'gates.no-unknown.level': '.github/meshproof.yaml:18',
      'meshes.0.features.PILOT_ENABLE_ALPHA_GATEWAY_API': '.github/meshproof.yaml:14'
    })
  })

  test('lists every mistake with its line and what was meant', async () => {
    expect(
      await refused(`gate: {}
gates:
  no-trafic-loss: error
  no-unknown: eror
  no-new-findings: {level: warn, since: 2}
meshes:
  - name: Prod
    path: [a]
comment: {when: sometimes}
istio: latest
features: {pilot: 1}
`)
    ).toMatchInlineSnapshot(`
"The configuration cannot be used:
  .github/meshproof.yaml:1:1: unknown key "gate"; did you mean "gates"?
  .github/meshproof.yaml:3:3: unknown key "no-trafic-loss"; did you mean "no-traffic-loss"?
  .github/meshproof.yaml:4:3: gates.no-unknown must be one of off, note, warn, approve, error; did you mean "error"?
  .github/meshproof.yaml:5:34: unknown key "since"; known here: level
  .github/meshproof.yaml:7:5: meshes.0.name must be lower-case letters, digits, dots and hyphens
  .github/meshproof.yaml:8:5: unknown key "path"; did you mean "paths"?
  .github/meshproof.yaml:9:11: comment.when must be one of changes, always, on-failure, never
  .github/meshproof.yaml:10:1: istio must be an Istio version such as 1.29 or 1.29.2
  .github/meshproof.yaml:11:12: key "pilot" must be an environment variable name such as PILOT_ENABLE_ALPHA_GATEWAY_API"
`)
  })

  test('refuses what a schema cannot say: rendering, a mesh twice, a day that does not exist', async () => {
    expect(
      await refused(`meshes:
  - {name: a, paths: [x], render: {kustomize: x, command: [y]}}
  - {name: a, paths: [y]}
waivers:
  - {gate: no-unknown, target: field, reason: r, owner: o, expires: 2027-02-30}
`)
    ).toMatchInlineSnapshot(`
"The configuration cannot be used:
  .github/meshproof.yaml:2:27: a: render takes one of kustomize, helm, command or rendered, not kustomize and command; use a mesh for each
  .github/meshproof.yaml:3:6: the mesh "a" is declared twice
  .github/meshproof.yaml:5:60: waivers.0.expires is not a day of the calendar: 2027-02-30"
`)
  })

  test('reads render steps, and refuses paths that leave the repository', async () => {
    const { meshes, tools } = await read(`meshes:
  - {name: a, render: {kustomize: ./overlays/a/}}
  - name: b
    paths: [plain]
    render:
      helm:
        chart: charts/shop
        values: [env/b.yaml]
        set: {image.tag: '1.10', replicas: 2}
        kubeVersion: 1.34.0
tools:
  helm: {version: 3.19.4, mirror: https://mirror.example.com/helm}
`)
    expect(meshes.map(mesh => mesh.render)).toEqual([
      { kind: 'kustomize', path: 'overlays/a' },
      {
        kind: 'helm',
        chart: 'charts/shop',
        values: ['env/b.yaml'],
        set: { 'image.tag': '1.10', replicas: 2 },
        release: 'b',
        namespace: null,
        kubeVersion: '1.34.0',
        apiVersions: []
      }
    ])
    expect(meshes.map(mesh => mesh.paths)).toEqual([[], ['plain']])
    expect(tools.helm).toEqual({
      path: null,
      version: '3.19.4',
      sha256: null,
      mirror: 'https://mirror.example.com/helm'
    })
    for (const path of ['/etc', '../x', 'a/../../b', 'https://x.example.com/y', 'a/..']) {
      expect(await refused(`meshes:\n  - {name: a, render: {kustomize: '${path}'}}\n`)).toContain(
        'must be a path inside the repository'
      )
    }
    expect(await refused('meshes:\n  - {name: a}\n')).toContain('needs "paths" or "render"')
    expect(await refused('tools: {helm: {mirror: "http://x.example.com"}}\n')).toContain(
      'must be an https address'
    )
    const set = await refused(
      'meshes:\n  - {name: a, render: {helm: {chart: c, set: {"a=1,b": 2}}}}\n'
    )
    expect(set).toContain('a path of a value such as image.tag')
  })

  test('refuses what is not YAML with the place, and duplicate keys', async () => {
    expect(await refused('gates: [\n')).toContain('.github/meshproof.yaml:2:1')
    expect(await refused('gates: {}\ngates: {}\n')).toContain('.github/meshproof.yaml:2:1')
    expect(await refused('- a\n')).toContain('the configuration must be object')
  })

  test('stops at an alias bomb and at a file that is too large', async () => {
    const levels = Array.from({ length: 12 }, (_, i) =>
      i === 0
        ? 'a0: &a0 [x]'
        : `a${i}: &a${i} [${Array(9)
            .fill(`*a${i - 1}`)
            .join(', ')}]`
    )
    expect(await refused(levels.join('\n'))).toContain('more than 20000 values')
    expect(await refused(`# ${'x'.repeat(300_000)}`)).toContain('larger than 256 KiB')
  })

  test('keeps `__proto__` an unknown key', async () => {
    expect(await refused('__proto__: {gates: {}}\n')).toContain('unknown key "__proto__"')
  })
})

/**
 * A chart with 200 objects, both sides: what rendering takes over the renderer's own time, and the review after it.
 * `node bench/rendering.ts [ROUNDS]`, with helm on the PATH (`scripts/renderers.sh` builds it). Goal: at most 1 s over.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultConfig } from '../src/config/config.ts'
import { directoryTree } from '../src/git/source-tree.ts'
import type { HelmStep } from '../src/manifest/rendered.ts'
import { renderMeshes } from '../src/render/render.ts'
import { review } from '../src/review.ts'
import { openSchemaStore } from '../src/schema/store.ts'

const objects = 200
const rounds = Number(process.argv[2] ?? 5)
const root = mkdtempSync(join(tmpdir(), 'meshproof-bench-'))
const step: HelmStep = {
  kind: 'helm',
  chart: 'chart',
  values: [],
  set: {},
  release: 'bench',
  namespace: 'shop',
  kubeVersion: null,
  apiVersions: []
}

try {
  write('base', '10s')
  write('head', '3s')
  const own: number[] = []
  const rendering: number[] = []
  const whole: number[] = []
  for (let round = 0; round < rounds; round++) {
    own.push(await timed(async () => ['base', 'head'].forEach(renderedByHelm)))
    let report: { effects: readonly unknown[] } | null = null
    const start = performance.now()
    const rendered = await render()
    rendering.push(performance.now() - start)
    report = review({
      command: 'check',
      base: { name: 'base', files: [], skipped: [] },
      head: { name: 'head', files: [], skipped: [] },
      config: {
        ...defaultConfig,
        meshes: [
          {
            name: 'bench',
            paths: [],
            exclude: [],
            context: [],
            istio: null,
            defaultNamespace: null,
            meshConfig: null,
            features: {},
            render: step
          }
        ]
      },
      schemas: openSchemaStore(join(dirname(fileURLToPath(import.meta.url)), '..')),
      version: 'bench',
      rendered
    })
    whole.push(performance.now() - start)
    if (report.effects.length === 0) throw new Error('the change was not seen')
  }
  const line = (name: string, times: readonly number[]) =>
    process.stdout.write(`${name.padEnd(44)} ${Math.round(Math.min(...times))} ms\n`)
  line('helm itself, one side after the other', own)
  line('both sides rendered', rendering)
  line('both sides rendered and reviewed', whole)
} finally {
  rmSync(root, { recursive: true, force: true })
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function renderedByHelm(side: string): void {
  const program = 'helm'
  const { status } = spawnSync(program, ['template', 'bench', join(root, side, 'chart')])
  if (status !== 0) throw new Error('helm is not on the PATH, or refuses the chart')
}

function render() {
  const any = { path: null, version: null, sha256: null, mirror: null }
  return renderMeshes({
    meshes: [{ name: 'bench', step, defaultNamespace: 'default' }],
    base: directoryTree(join(root, 'base')),
    head: directoryTree(join(root, 'head')),
    tools: { kustomize: any, helm: any },
    env: process.env,
    directory: root,
    author: 'member',
    allowCommands: false
  })
}

function write(side: string, timeout: string): void {
  const chart = join(root, side, 'chart')
  mkdirSync(join(chart, 'templates'), { recursive: true })
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: bench\nversion: 1.0.0\n')
  writeFileSync(join(chart, 'values.yaml'), `timeout: ${timeout}\n`)
  for (let i = 0; i < objects / 2; i++) {
    writeFileSync(
      join(chart, 'templates', `service-${i}.yaml`),
      `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: service-${i}
spec:
  hosts: [service-${i}]
  http:
    - timeout: {{ .Values.timeout }}
      route:
        - destination: {host: service-${i}}
---
apiVersion: v1
kind: Service
metadata:
  name: service-${i}
spec:
  ports:
    - {name: http, port: 8080}
`
    )
  }
}

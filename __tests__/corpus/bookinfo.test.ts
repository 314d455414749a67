import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { corpus, describeCorpus } from '../support/corpus.ts'
import { diffOf, saidEffects } from '../support/reviewed.ts'

const folder = corpus('samples/bookinfo')

function text(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

function mesh(routes: string): Record<string, string> {
  return {
    'bookinfo.yaml': text('platform/kube/bookinfo.yaml'),
    'destination-rules.yaml': text('networking/destination-rule-all.yaml'),
    'routes.yaml': text(`networking/${routes}`)
  }
}

const host = (name: string) => `${name}:9080`

/** A VirtualService that head no longer has: its service is not pinned to v1 any more. */
const unpinned = (name: string) =>
  `rerouted ${host(name)}, every request: destinations ${name} v1 → ${name} (all pods)`

const moved = (name: string, to: string, which = 'every request') =>
  `rerouted ${host(name)}, ${which}: destinations ${name} v1 → ${to}`

const lost = (name: string, subset: string) =>
  `traffic-lost ${host(name)}, every request: destinations ${name} v1 → ${name} ${subset} (no pods: 503)`

const fault = (name: string, words: string, which = 'every request') =>
  `settings-changed ${host(name)}, ${which}: fault none → ${words}`

/** Written by hand from the files: what a reviewer should read where the routes to v1 are replaced by each file. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'virtual-service-all-v1.yaml': [],
  'virtual-service-details-v2.yaml': [
    lost('details', 'v2'),
    unpinned('productpage'),
    unpinned('ratings'),
    unpinned('reviews')
  ],
  'virtual-service-ratings-db.yaml': [
    lost('ratings', 'v2'),
    unpinned('details'),
    unpinned('productpage'),
    moved('reviews', 'reviews v3')
  ],
  'virtual-service-ratings-mysql-vm.yaml': [
    lost('ratings', 'v2-mysql-vm'),
    unpinned('details'),
    unpinned('productpage'),
    moved('reviews', 'reviews v3')
  ],
  'virtual-service-ratings-mysql.yaml': [
    lost('ratings', 'v2-mysql'),
    unpinned('details'),
    unpinned('productpage'),
    moved('reviews', 'reviews v3')
  ],
  'virtual-service-ratings-test-abort.yaml': [
    unpinned('details'),
    unpinned('productpage'),
    unpinned('reviews'),
    fault('ratings', 'abort with 500 for 100 % of requests', 'header end-user: jason')
  ],
  'virtual-service-ratings-test-delay.yaml': [
    unpinned('details'),
    unpinned('productpage'),
    unpinned('reviews'),
    fault('ratings', 'delay 7s for 100 % of requests', 'header end-user: jason')
  ],
  'virtual-service-reviews-50-v3.yaml': [
    unpinned('details'),
    unpinned('productpage'),
    unpinned('ratings'),
    moved('reviews', 'reviews v1 50 %, reviews v3 50 %')
  ],
  'virtual-service-reviews-80-20.yaml': [
    unpinned('details'),
    unpinned('productpage'),
    unpinned('ratings'),
    moved('reviews', 'reviews v1 80 %, reviews v2 20 %')
  ],
  'virtual-service-reviews-90-10.yaml': [
    unpinned('details'),
    unpinned('productpage'),
    unpinned('ratings'),
    moved('reviews', 'reviews v1 90 %, reviews v2 10 %')
  ],
  'virtual-service-reviews-jason-v2-v3.yaml': [
    unpinned('details'),
    unpinned('productpage'),
    unpinned('ratings'),
    moved('reviews', 'reviews v3', 'header end-user not jason'),
    moved('reviews', 'reviews v2', 'header end-user: jason')
  ],
  'virtual-service-reviews-test-v2.yaml': [
    unpinned('details'),
    unpinned('productpage'),
    unpinned('ratings'),
    moved('reviews', 'reviews v2', 'header end-user: jason')
  ],
  'virtual-service-reviews-v2-v3.yaml': [
    unpinned('details'),
    unpinned('productpage'),
    unpinned('ratings'),
    moved('reviews', 'reviews v2 50 %, reviews v3 50 %')
  ],
  'virtual-service-reviews-v3.yaml': [
    unpinned('details'),
    unpinned('productpage'),
    unpinned('ratings'),
    moved('reviews', 'reviews v3')
  ],
  'fault-injection-details-v1.yaml': [
    unpinned('productpage'),
    unpinned('ratings'),
    unpinned('reviews'),
    fault('details', 'abort with 555 for 100 % of requests')
  ]
}

/** The file has a second, different DestinationRule for details, so what rests on it is unknown. */
const ambiguous = 'fault-injection-details-v1.yaml'

describeCorpus('Bookinfo, its routes to v1 replaced by each other file', () => {
  test.each(Object.entries(expected))('%s', (file, effects) => {
    const report = diffOf(mesh('virtual-service-all-v1.yaml'), mesh(file))
    expect([...saidEffects(report)].sort()).toEqual([...effects].sort())
    expect(report.unknown.map(({ reason }) => reason)).toEqual(
      file === ambiguous ? ['duplicate'] : []
    )
    const loses = effects.some(effect => effect.startsWith('traffic-lost'))
    const outcome = loses ? 'block' : file === ambiguous ? 'warn' : 'pass'
    expect(report.verdict.outcome).toBe(outcome)
    for (const effect of report.effects) {
      expect(effect.proxy.names).toEqual(['all sidecars'])
      expect(effect.witness?.request.from).toMatchObject({ namespace: 'default' })
    }
  })

  test('no file of the folder is forgotten', () => {
    const files = readdirSync(join(folder, 'networking')).filter(name =>
      /^(?:virtual-service|fault-injection)-/.test(name)
    )
    expect(Object.keys(expected).sort()).toEqual(files.sort())
  })
})

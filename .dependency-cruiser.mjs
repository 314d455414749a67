/**
 * Who may import whom (docs/design and the table below). Data flows one way: git → manifest → mesh → dataplane →
 * analyzers and effects → gates → report → publish. Type-only imports count.
 */

/** Leaves that every room may import. */
const LEAVES = ['errors', 'finding', 'fingerprint']

/** A folder that is a leaf: what Go's standard library makes of a text, which both Kubernetes and Istio rely on. */
const LEAF_ROOM = 'go'

/** Room → what it may import besides the leaves, itself and packages. A `types:` entry is for types alone. */
const ROOMS = {
  decision: [],
  manifest: [],
  git: ['types:manifest'],
  render: ['types:manifest'],
  // What Go's standard library makes of text, since Istio's checks rest on it. Knows nothing of ours.
  go: [],
  schema: ['manifest', 'go'],
  mesh: ['manifest'],
  validation: ['mesh', 'manifest', 'go'],
  dataplane: ['mesh', 'manifest', 'decision'],
  expectations: ['dataplane', 'manifest'],
  analyzers: ['dataplane', 'decision', 'mesh', 'manifest'],
  effects: ['dataplane', 'decision', 'mesh', 'manifest'],
  gates: ['effects'],
  report: ['types:dataplane', 'types:gates', 'types:effects', 'types:manifest'],
  publish: ['report'],
  live: ['report', 'effects', 'expectations', 'manifest'],
  config: ['types:gates', 'types:manifest'],
  explain: ['review', 'config', 'dataplane', 'mesh', 'manifest'],
  review: ['config', 'report', 'gates', 'effects', 'analyzers', 'validation', 'dataplane', 'mesh', 'schema', 'manifest', 'decision']
}

/** Rooms that touch the world; all others would run in a browser. */
const WORLD = ['git', 'render', 'publish', 'live', 'action', 'cli']
const WORLD_FILES = ['src/schema/store\\.ts', 'src/root\\.ts', 'src/index\\.ts']

const rooms = Object.entries(ROOMS).flatMap(([room, allowed]) => {
  const whole = allowed.filter(name => !name.startsWith('types:'))
  const typed = allowed.filter(name => name.startsWith('types:')).map(name => name.slice('types:'.length))
  // The two pipelines are a file and a folder of its parts.
  const self = `^src/${room}(?:/|\\.ts$)`
  const reachable = [room, ...whole, ...typed]
  const names = `^src/(?:(?:${[...reachable, LEAF_ROOM].join('|')})/|(?:${LEAVES.join('|')})\\.ts$)`
  const forbidden = [
    {
      name: `${room}-imports-its-row`,
      comment: `${room} may import ${[...whole, ...typed.map(name => `${name} (types)`)].join(', ') || 'nothing'} besides the leaves: data flows one way, so that each room can be read and tested without those after it.`,
      severity: 'error',
      from: { path: self },
      to: { path: '^src/', pathNot: names }
    }
  ]
  if (typed.length > 0) {
    forbidden.push({
      name: `${room}-imports-types-only`,
      comment: `${room} knows the shape of ${typed.join(', ')} and none of its behaviour.`,
      severity: 'error',
      from: { path: self },
      to: { path: `^src/(?:${typed.join('|')})/`, dependencyTypesNot: ['type-only'] }
    })
  }
  return forbidden
})

export default {
  forbidden: [
    ...rooms,
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true }
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports is dead, or its test is missing what it tests.',
      severity: 'error',
      from: { orphan: true, pathNot: '^src/index\\.ts$' },
      to: {}
    },
    {
      name: 'leaves-are-leaves',
      comment: 'errors, finding and fingerprint are imported everywhere, so they import nothing.',
      severity: 'error',
      from: { path: `^src/(?:${LEAVES.join('|')})\\.ts$` },
      to: { path: '^src/', pathNot: `^src/(?:${LEAVES.join('|')})\\.ts$` }
    },
    {
      name: 'go-imports-nothing',
      comment: 'What Go makes of a text depends on the text alone.',
      severity: 'error',
      from: { path: `^src/${LEAF_ROOM}/` },
      to: { path: '^src/', pathNot: `^src/${LEAF_ROOM}/` }
    },
    {
      name: 'pure-rooms-stay-pure',
      comment: 'What is between git and publish sees no file, network, clock or environment: the same input gives the same bytes, and it could run in a browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(?:${WORLD.join('|')})/|^(?:${WORLD_FILES.join('|')})$` },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'pure-rooms-know-no-runner',
      comment: 'The toolkit of GitHub Actions belongs to the shell.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:action|publish|live|render)/' },
      to: { path: 'node_modules/(?:@actions|@octokit)/' }
    },
    {
      name: 'dataplane-never-compares',
      comment: 'Of the mathematics it knows the shape of a table alone: the evaluator is the independent witness of the comparison.',
      severity: 'error',
      from: { path: '^src/dataplane/' },
      to: { path: '^src/decision/', pathNot: '^src/decision/table\\.ts$' }
    },
    {
      name: 'shells-are-not-imported',
      comment: 'The shells import everything; nothing imports them but the entry and the other shell.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:action|cli)/|^src/index\\.ts$' },
      to: { path: '^src/(?:action|cli)/' }
    },
    {
      name: 'no-undeclared-packages',
      comment: 'What is imported stands in package.json, or it will be missing from the bundle one day.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown', 'undetermined'] }
    },
    {
      name: 'everything-resolves',
      comment: 'An import of nothing fails at run time.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] }
  }
}

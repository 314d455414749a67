/** What a page says of one id, with the file in which it is found and one in which it is not. */
export interface ReadingExample {
  readonly why: string
  readonly fix: string
  readonly bad: string
  readonly good: string
}

const service = (metadata: string, rest = 'spec: {ports: [{name: http, port: 80}]}\n') =>
  `apiVersion: v1\nkind: Service\nmetadata: ${metadata}\n${rest}`
const plain = service('{name: cart, namespace: shop}')
const route = (spec: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
${spec}`
const routed = '  hosts: [cart]\n  http: [{route: [{destination: {host: cart}}]}]\n'
const whole = `${plain}---\n${route(routed)}`
const withService = (spec: string) => `${plain}---\n${route(spec)}`
const MANY = 'Kubernetes reads each document into memory before it judges it, and so does this.'
const NOBODY = 'The API server refuses the object, and nobody else can tell what it is.'

/** How documents are read, before anybody asks what they mean. */
export const manifestExamples: Readonly<Record<string, ReadingExample>> = {
  'manifest/alias-bomb': {
    why: `${MANY} A few lines of nested aliases make gigabytes.`,
    fix: 'Write the values out.',
    bad: `${whole}  a:\n${Array.from({ length: 12 }, (_, i) => `    a${i}: &a${i} [${`*a${i - 1}, `.repeat(i === 0 ? 0 : 9)}x]\n`).join('')}`,
    good: whole
  },
  'manifest/ambiguous-character': {
    why: 'U+0085, U+2028 and U+2029 end a line for the reader of Kubernetes and for few others: a value may hold more, or less, than people see.',
    fix: 'Write it as an escape in double quotes, or remove it.',
    bad: whole.replace('port: 80', 'port: 80, appProtocol: "a\u0085b"'),
    good: whole
  },
  'manifest/cyclic-anchor': {
    why: 'A value that contains itself has no end.',
    fix: 'Name another anchor.',
    bad: withService('  hosts: &hosts [cart, *hosts]\n'),
    good: whole
  },
  'manifest/duplicate-key': {
    why: 'The last one counts, and the first is read by people alone. kubectl refuses the document since Kubernetes 1.27.',
    fix: 'Keep one of them.',
    bad: withService(`${routed}  hosts: [pay]\n`),
    good: whole
  },
  'manifest/duplicate-object': {
    why: 'Which definition is applied, or applied last, does not stand in git; what rests on the object is unknown until one is left.',
    fix: 'Keep one definition, or say in the configuration which folders belong to which mesh.',
    bad: `${whole}---\n${route(routed.replace('[{route', '[{timeout: 1s, route'))}`,
    good: whole
  },
  'manifest/invalid-anchor': {
    why: 'The reader of Kubernetes takes letters, digits, dashes and underscores only, and refuses the whole document.',
    fix: 'Rename the anchor.',
    bad: withService('  hosts: &a.b [cart]\n  http: [{route: [{destination: {host: cart}}]}]\n'),
    good: withService('  hosts: &a-b [cart]\n  http: [{route: [{destination: {host: cart}}]}]\n')
  },
  'manifest/invalid-annotations': {
    why: 'Annotations hold text. A number or a boolean without quotes is refused by the API server.',
    fix: 'Quote the value.',
    bad: service('{name: cart, namespace: shop, annotations: {team: 7}}'),
    good: service('{name: cart, namespace: shop, annotations: {team: "7"}}')
  },
  'manifest/invalid-api-version': {
    why: NOBODY,
    fix: 'Write it as text: `v1`, `networking.istio.io/v1`.',
    bad: plain.replace('apiVersion: v1', 'apiVersion: 1'),
    good: plain
  },
  'manifest/invalid-encoding': {
    why: 'Kubernetes reads UTF-8 alone, and replaces what is none: names and values are then not what they were.',
    fix: 'Save the file as UTF-8.',
    bad: `# caf\ufffd\n${plain}`,
    good: `# café\n${plain}`
  },
  'manifest/invalid-key': {
    why: 'JSON, which the API server is sent, has text as keys.',
    fix: 'Write a text.',
    bad: withService(`${routed}  ? [a]\n  : b\n`),
    good: whole
  },
  'manifest/invalid-kind': {
    why: NOBODY,
    fix: 'Write the kind as text.',
    bad: plain.replace('kind: Service', 'kind: [Service]'),
    good: plain
  },
  'manifest/invalid-labels': {
    why: 'Labels hold text. `version: 1` or `beta: true` without quotes is refused by the API server.',
    fix: 'Quote the value.',
    bad: service('{name: cart, namespace: shop, labels: {version: 1}}'),
    good: service('{name: cart, namespace: shop, labels: {version: "1"}}')
  },
  'manifest/invalid-merge': {
    why: 'A merge key (`<<`) takes a map or a list of maps; anything else is refused with the whole document.',
    fix: 'Name an anchor that is a map.',
    bad: withService(`${routed}  <<: cart\n`),
    good: whole
  },
  'manifest/invalid-metadata': {
    why: 'Without metadata an object has no name.',
    fix: 'Write `metadata` as a map with a name.',
    bad: service('cart'),
    good: plain
  },
  'manifest/invalid-name': {
    why: 'A name is text. Digits and words such as `yes` without quotes are numbers and booleans.',
    fix: 'Quote the name.',
    bad: service('{name: 0777, namespace: shop}'),
    good: service('{name: "0777", namespace: shop}')
  },
  'manifest/invalid-namespace': {
    why: 'A namespace is text. Digits and words such as `yes` without quotes are numbers and booleans.',
    fix: 'Quote the namespace.',
    bad: service('{name: cart, namespace: yes}'),
    good: service('{name: cart, namespace: "yes"}')
  },
  'manifest/invalid-scalar': {
    why: 'Kubernetes reads YAML 1.1: `.inf` and `.nan` have no JSON, and some values are not what they look like.',
    fix: 'Write a number, or quote the text.',
    bad: plain.replace('port: 80', 'port: .inf'),
    good: plain
  },
  'manifest/invalid-suppression': {
    why: 'A comment that cannot be read suppresses nothing, and one without a reason outlives whoever knew it.',
    fix: 'Write `# meshproof: ignore ID reason=…`.',
    bad: `# meshproof: ignore this please\n${plain}`,
    good: `# an ordinary comment\n${plain}`
  },
  'manifest/invalid-yaml': {
    why: 'Nothing of the document is applied.',
    fix: 'Correct the line; brackets, quotes and indentation are the usual reasons.',
    bad: withService('  hosts: [cart\n'),
    good: whole
  },
  'manifest/missing-api-version': {
    why: NOBODY,
    fix: 'Add `apiVersion`.',
    bad: plain.replace('apiVersion: v1\n', ''),
    good: plain
  },
  'manifest/missing-kind': {
    why: NOBODY,
    fix: 'Add `kind`.',
    bad: plain.replace('kind: Service\n', ''),
    good: plain
  },
  'manifest/missing-name': {
    why: 'The API server refuses an object without a name; with `generateName` it cannot be applied twice.',
    fix: 'Add `metadata.name`.',
    bad: service('{namespace: shop}'),
    good: plain
  },
  'manifest/too-deep': {
    why: 'No object of Kubernetes is nested like that, and readers run out of stack.',
    fix: 'Look for brackets that are not closed.',
    bad: withService(`${routed}  a: ${'['.repeat(200)}${']'.repeat(200)}\n`),
    good: whole
  },
  'manifest/too-large': {
    why: `${MANY} A file of this size is not read, and what it changes is unknown.`,
    fix: 'Split the file.',
    bad: `# ${'x'.repeat(9 * 1024 * 1024)}\n${plain}`,
    good: plain
  },
  'manifest/too-many-documents': {
    why: `${MANY} What stands behind the last document that is read is unknown.`,
    fix: 'Split the file.',
    bad: `---\n${plain}`.repeat(20_001),
    good: plain
  },
  'manifest/unknown-anchor': {
    why: 'Anchors hold within one document, from where they stand on.',
    fix: 'Define the anchor before it, in the same document.',
    bad: withService('  hosts: *hosts\n'),
    good: whole
  },
  'manifest/unsupported-version': {
    why: 'Kubernetes reads YAML 1.1, and a document that says otherwise is refused.',
    fix: 'Remove the line `%YAML`.',
    bad: `%YAML 1.2\n---\n${plain}`,
    good: plain
  },
  'manifest/unused-suppression': {
    why: 'What it was for is gone, or it never met anything: the next finding at its place would be hidden without a word.',
    fix: 'Remove it, or correct the id.',
    bad: `# meshproof: ignore virtual-service/unknown-host reason=deployed later\n${plain}`,
    good: plain
  }
}

const REFUSED =
  'The API server asks the schema of the CustomResourceDefinition first: it refuses the object, or drops the field where validation is not strict.'
const policy = (spec: string) => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop}
spec: ${spec}
`
const entry = (spec: string) => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: mail, namespace: shop}
spec: ${spec}
`
const mail = entry(
  '{hosts: [mail.example.com], ports: [{number: 443, name: tls, protocol: TLS}], resolution: DNS}'
)

const tcpRoute = (version: string) => `apiVersion: gateway.networking.k8s.io/${version}
kind: TCPRoute
metadata: {name: cart, namespace: shop}
spec:
  parentRefs: [{group: "", kind: Service, name: cart}]
  rules: [{backendRefs: [{name: cart, port: 80}]}]
`
const gateway = (address: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
  addresses: [{value: ${address}}]
`

/** What the API server says by the schemas of the definitions, of this minor and of the Gateway API. */
export const schemaExamples: Readonly<Record<string, ReadingExample>> = {
  'schema/conflicting-fields': {
    why: REFUSED,
    fix: 'Keep one of the fields.',
    bad: withService(
      routed.replace('route: [', 'match: [{uri: {exact: /a, prefix: /b}}], route: [')
    ),
    good: withService(routed.replace('route: [', 'match: [{uri: {exact: /a}}], route: ['))
  },
  'schema/deprecated-version': {
    why: 'A version that is called deprecated is served today and not by a later release.',
    fix: 'Write the version that the message names.',
    bad: `${plain}---\n${tcpRoute('v1alpha2')}`,
    good: `${plain}---\n${tcpRoute('v1')}`
  },
  'schema/duplicate-item': {
    why: 'Items of the list are told apart by this field: the API server refuses two with one value.',
    fix: 'Rename one of them.',
    bad: mail.replace('[{number: 443', '[{number: 80, name: tls, protocol: TLS}, {number: 443'),
    good: mail
  },
  'schema/experimental-kind': {
    why: 'The standard channel of the Gateway API does not have the kind in this version, so that a cluster with it refuses the object.',
    fix: 'Install the experimental channel, or use a kind and version of the standard one.',
    bad: `${plain}---\n${tcpRoute('v1alpha2')}`,
    good: `${plain}---\n${tcpRoute('v1')}`
  },
  'schema/failed-expression': {
    why: 'Rules in CEL are part of the definition: the API server refuses the object.',
    fix: 'As the message of the rule says.',
    bad: entry(
      '{hosts: ["*"], ports: [{number: 443, name: tls, protocol: TLS}], resolution: NONE}'
    ),
    good: mail
  },
  'schema/invalid-format': {
    why: REFUSED,
    fix: 'Write a value of the form that the message names.',
    bad: service('{name: cart, namespace: shop, labels: {app: "a b"}}'),
    good: service('{name: cart, namespace: shop, labels: {app: a-b}}')
  },
  'schema/invalid-value': {
    why: REFUSED,
    fix: 'Write one of the values that the message names.',
    bad: policy('{action: REFUSE, rules: [{}]}'),
    good: policy(
      '{action: DENY, rules: [{to: [{operation: {methods: [DELETE], ports: ["8080"]}}]}]}'
    )
  },
  'schema/missing-field': {
    why: REFUSED,
    fix: 'Add the field.',
    bad: withService('  hosts: [cart]\n  http: [{route: [{destination: {port: {number: 80}}}]}]\n'),
    good: whole
  },
  'schema/more-problems': {
    why: 'Nobody reads hundreds of messages about one object.',
    fix: 'Correct those that are listed.',
    bad: withService(
      `${routed}${Array.from({ length: 300 }, (_, i) => `  field${i}: x\n`).join('')}`
    ),
    good: whole
  },
  'schema/no-alternative': {
    why: REFUSED,
    fix: 'Write one of the forms.',
    bad: gateway('ingress'),
    good: gateway('192.0.2.1')
  },
  'schema/out-of-bounds': {
    why: REFUSED,
    fix: 'Write a value within the bounds.',
    bad: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: traces, namespace: shop}
spec: {tracing: [{randomSamplingPercentage: 101}]}
`,
    good: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: traces, namespace: shop}
spec: {tracing: [{randomSamplingPercentage: 10}]}
`
  },
  'schema/unknown-field': {
    why: `${REFUSED} A field that is misspelt or indented too little does nothing.`,
    fix: 'Correct the name or the indentation.',
    bad: withService(routed.replace('route: [', 'timeot: 1s, route: [')),
    good: whole
  },
  'schema/unknown-kind': {
    why: 'The API server refuses a kind that no definition of this version has.',
    fix: 'Correct the kind, or the Istio version in the configuration.',
    bad: whole.replace('kind: VirtualService', 'kind: VirtualServices'),
    good: whole
  },
  'schema/unknown-version': {
    why: 'The API server refuses a version that the definition does not serve.',
    fix: 'Write a version that the message names.',
    bad: whole.replace('networking.istio.io/v1\n', 'networking.istio.io/v2\n'),
    good: whole
  },
  'schema/wrong-type': {
    why: REFUSED,
    fix: 'Write a value of the type that the message names.',
    bad: withService('  hosts: cart\n  http: [{route: [{destination: {host: cart}}]}]\n'),
    good: whole
  }
}

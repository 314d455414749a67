import fc from 'fast-check'
import { stringify } from 'yaml'
import type { Json } from '../../src/manifest/manifest.ts'

const words = fc.constantFrom(
  ...[
    'a',
    'reviews.shop',
    'yes',
    'no',
    'null',
    '~',
    '1',
    '0777',
    '1_0',
    '.5',
    '',
    '#',
    'a # b',
    'a: b',
    '- a'
  ],
  ...[
    '{{ x }}',
    '[a]',
    "it's",
    '"',
    '\\',
    '\n',
    'a\nb\n',
    'a\n\n  b',
    'é\u{1F600}',
    '*',
    '&a',
    '!a',
    '%',
    '|',
    '>',
    '---',
    ':path',
    '?a'
  ]
)
const text = fc.oneof(words, fc.string({ maxLength: 8, unit: 'binary' }).map(printable))
const key = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'x/y.z', '__proto__', 'constructor', 'yes', '1'),
  text
)
const scalar: fc.Arbitrary<Json> = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 })
    .map(value => value || 0)
)

/** Any JSON that a manifest could hold. */
export const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 3, arbitrary: fc.dictionary(key, tie('value'), { maxKeys: 4 }) }
  )
})).value

/** How a text of the value looks: every choice that YAML gives a writer. */
export const style = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  defaultStringType: fc.constantFrom(
    'PLAIN',
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
    'BLOCK_LITERAL',
    'BLOCK_FOLDED'
  ),
  lineWidth: fc.constantFrom(0, 20, 80),
  collectionStyle: fc.constantFrom('any', 'flow')
} as const)

export type Style = typeof style extends fc.Arbitrary<infer T> ? T : never

/** As a writer that knows YAML 1.1 would put it. */
export function written(value: Json, options: Style): string {
  return stringify(value, { ...options, version: '1.1', aliasDuplicateObjects: false })
}

/** Pieces that YAML gives a meaning to, thrown together. */
export const soup = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b: ',
        'c:\n',
        '- ',
        '\n',
        '\n  ',
        '\n    ',
        ' ',
        '"',
        "'",
        '#',
        ' # c\n',
        '[',
        ']',
        '{',
        '}',
        ',',
        ':',
        '?',
        '|\n',
        '>-\n'
      ],
      ...[
        '&a ',
        '*a',
        '!!str ',
        '!x ',
        '<<: ',
        '---\n',
        '...\n',
        '%YAML 1.1\n',
        '\t',
        '\r\n',
        '\r',
        '\ufeff',
        '\u2028',
        '0777',
        'yes',
        '~',
        '\\'
      ],
      ...[
        'kind: VirtualService\n',
        'apiVersion: networking.istio.io/v1\n',
        'metadata: {name: a}\n',
        'items:\n',
        '{{ .Values.x }}',
        '__proto__: '
      ]
    ),
    { maxLength: 40 }
  )
  .map(pieces => pieces.join(''))

/** What Kubernetes accepts; and not of white space alone, which the writer loses in block scalars. */
function printable(value: string): string {
  if (value !== '' && value.trim() === '') return 'x'
  return value.replace(
    /[^\t\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffc]/g,
    'x'
  )
}

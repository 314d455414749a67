import type { Dimension, Matcher } from '../../decision/table.ts'
import { quoted } from '../security/pattern.ts'
import type { AccessQuestion } from './access-question.ts'
import { BETWEEN } from './conditions.ts'
import { isOpaque } from './opaque-dimension.ts'
import { pathDomain } from './path-domain.ts'

/** Combinations that no request is, by the dimensions that a table has. */
export function impossibleAccess(names: ReadonlySet<string>): Readonly<Record<string, Matcher>>[] {
  const exact = (value: string): Matcher => ({ is: 'exact', value })
  const result: Record<string, Matcher>[] = []
  if (names.has('principal')) {
    result.push({ transport: exact('mtls'), principal: { is: 'absent' } })
    result.push({
      transport: { is: 'any', of: [exact('plaintext'), exact('tls')] },
      principal: { is: 'present' }
    })
  }
  if (names.has('sni')) result.push({ transport: exact('plaintext'), sni: { is: 'present' } })
  return result
}

type DimensionQuestion = Pick<AccessQuestion, 'mesh' | 'natural' | 'trusted' | 'trustedAlone'>

/** The form of identities that Istio issues, of some trust domains or of any. Source: istio pkg/spiffe. */
function identities(trusted: readonly string[] | null): Matcher {
  const domains = trusted === null ? '[a-z0-9.\\-]+' : `(${trusted.map(quoted).join('|')})`
  return { is: 'regex', value: `${domains}/ns/[a-z0-9\\-]+/sa/[a-z0-9.\\-]+` }
}

/** A dimension of access by its name. */
export function accessDimension(
  name: string,
  { mesh, natural, trusted, trustedAlone }: DimensionQuestion
): Dimension {
  const text = { name, theory: 'string', optional: false, multiple: false } as const
  const known = FIXED[name]
  if (known !== undefined) {
    if (name === 'principal') {
      const domain = identities(trustedAlone === true ? trusted : null)
      return { ...known, domain, natural: natural?.principals ?? [] }
    }
    return known
  }
  if (name === 'path') {
    return { ...text, domain: pathDomain(mesh.config.pathNormalization), natural: ['/'] }
  }
  if (isOpaque(name)) return { ...text, optional: true, domain: { is: 'regex', value: '[ -~]*' } }
  if (name.startsWith('header:')) {
    const multiple = mesh.features.has('policy-header-lines-apart')
    return { ...text, optional: true, multiple, domain: HEADER_VALUE }
  }
  if (name === 'claim:[scope]' || name === 'claim:[permission]') {
    return { ...text, optional: true, multiple: true, domain: { is: 'regex', value: '[!-~]+' } }
  }
  return { ...text, optional: true, multiple: true, domain: { is: 'regex', value: '[ -~]*' } }
}

/** Visible characters; the codec refuses control characters. */
const HEADER_VALUE: Matcher = { is: 'regex', value: '([!-~]([ -~]*[!-~])?)?' }

const string = { theory: 'string', optional: false, multiple: false } as const

const FIXED: Readonly<Record<string, Dimension>> = {
  transport: {
    name: 'transport',
    theory: 'enumeration',
    values: ['mtls', 'plaintext', 'tls'],
    optional: false,
    multiple: false
  },
  principal: { ...string, name: 'principal', optional: true },
  'source ip': { name: 'source ip', theory: 'ip', optional: false, multiple: false },
  'remote ip': { name: 'remote ip', theory: 'ip', optional: false, multiple: false },
  'destination ip': { name: 'destination ip', theory: 'ip', optional: false, multiple: false },
  sni: {
    ...string,
    name: 'sni',
    optional: true,
    domain: { is: 'regex', value: '[a-z0-9_.\\-]+' }
  },
  authority: {
    ...string,
    name: 'authority',
    domain: { is: 'regex', value: '[A-Za-z0-9_.\\-]+(:[0-9]+)?' }
  },
  method: {
    ...string,
    name: 'method',
    domain: { is: 'regex', value: '[A-Z]+(-[A-Z]+)*' },
    natural: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']
  },
  'request principal': {
    ...string,
    name: 'request principal',
    domain: { is: 'regex', value: `[!-~]+${BETWEEN}[!-~]*` }
  },
  signature: {
    name: 'signature',
    theory: 'enumeration',
    values: ['good', 'broken'],
    optional: false,
    multiple: false
  }
}

const ORDER = [
  'transport',
  'principal',
  'source ip',
  'remote ip',
  'signature',
  'request principal',
  'authority',
  'method',
  'path'
]

export function inAccessOrder(a: string, b: string): number {
  const [left, right] = [ORDER.indexOf(a), ORDER.indexOf(b)]
  if (left >= 0 || right >= 0) return (left < 0 ? 99 : left) - (right < 0 ? 99 : right)
  return a < b ? -1 : a > b ? 1 : 0
}

import type { Attribute } from '../security/condition.ts'
import { readsServerName } from '../security/transport.ts'
import type { AccessQuestion } from './access-question.ts'
import type { AttributeValue } from './conditions.ts'
import { opaque, targetWords, writtenHeader } from './opaque-dimension.ts'

/** A way to arrive, as far as it says what conditions look at. */
export interface LoweredArrival {
  readonly question: AccessQuestion
  readonly reading: 'http' | 'tcp'
  /** The proxy knows the client's certificate. */
  readonly authenticated: boolean
  /** The token was read and is good; else conditions on it see none. */
  readonly tokensRead: boolean
}

const ABSENT: AttributeValue = { is: 'constant', values: [] }

const dimension = (name: string, mayBeEmpty = false): AttributeValue => ({
  is: 'dimension',
  name,
  mayBeEmpty
})

/** What a condition looks at: a dimension of the table, or what holds for all of its requests. */
export function attributeValue(attribute: Attribute, arrival: LoweredArrival): AttributeValue {
  const { question, reading, authenticated, tokensRead } = arrival
  switch (attribute.of) {
    case 'principal':
      return authenticated ? dimension('principal') : ABSENT
    case 'source-ip':
      return dimension('source ip')
    case 'remote-ip':
      // Bytes carry no forwarding headers.
      return dimension(reading === 'tcp' ? 'source ip' : 'remote ip')
    case 'destination-ip':
      return question.destinationIps.length === 1
        ? { is: 'constant', values: question.destinationIps }
        : dimension('destination ip')
    case 'port':
      return { is: 'constant', values: [String(question.port.port)] }
    case 'sni': {
      const mode = question.place === 'gateway' ? 'PERMISSIVE' : question.mode
      return readsServerName(mode, question.port) ? dimension('sni') : ABSENT
    }
    case 'authority':
    case 'method':
    case 'path':
      return reading === 'tcp' ? ABSENT : dimension(attribute.of)
    case 'header':
      return headerValue(attribute.name, arrival)
    case 'request-principal':
      return tokensRead ? dimension('request principal', true) : ABSENT
    case 'claim': {
      // The whole payload is no text.
      if (!tokensRead || attribute.path.length === 0) return ABSENT
      const [first = ''] = attribute.path
      const whole = attribute.path.length === 1 && (first === 'iss' || first === 'sub')
      return whole
        ? dimension('request principal', true)
        : dimension(`claim:${attribute.path.map(name => `[${name}]`).join('')}`, true)
    }
    case 'metadata':
      return metadataValue(attribute.filter, attribute.key, arrival)
  }
}

function headerValue(
  name: string,
  { question, reading, tokensRead }: LoweredArrival
): AttributeValue {
  if (reading === 'tcp') return ABSENT
  if (name === ':scheme') return { is: 'constant', values: ['http'] }
  if (name === ':path') {
    return dimension(opaque(targetWords, ''))
  }
  const written = question.keeper.jwt.some(
    ({ payloadHeader, claimHeaders }) =>
      payloadHeader === name || claimHeaders.some(({ header }) => header === name)
  )
  if (!written) return dimension(`header:${name}`, true)
  // What the client sends is taken away; a good token puts its own there.
  if (!tokensRead) return ABSENT
  const { tokens = '' } = question.apart ?? {}
  return dimension(opaque(writtenHeader(name), tokens), true)
}

/** Dry runs and CUSTOM leave verdicts behind; no other filter that istiod configures does. */
function metadataValue(
  filter: string,
  key: string,
  { question, reading }: LoweredArrival
): AttributeValue {
  const { custom, deny, allow } = reading === 'http' ? question.keeper.http : question.keeper.tcp
  const leaves = custom.length > 0 || [deny, allow].some(layer => layer?.shadow != null)
  const written = filter.endsWith('.rbac') && key.includes('shadow')
  if (!leaves || !written) return ABSENT
  const { verdicts = '' } = question.apart ?? {}
  return dimension(opaque(`${filter}[${key}] (the verdict of another policy)`, verdicts))
}

import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkScopedHost } from './host.ts'
import { isLabel } from './label.ts'

/** `namespace/host` of Gateway servers and Sidecar egress listeners (agent.ValidateNamespaceSlashWildcardHostname). */

const missingNamespace = refusal(
  'missing-host-namespace',
  '{field} has {host}, but a Sidecar names hosts with their namespace: write */{name} for any namespace or ./{name} for its own.'
)

const emptyHalf = refusal(
  'missing-host-part',
  '{field} has {host}, of which one side of the slash is empty: write namespace/host, with * for any.'
)

const invalidNamespace = refusal(
  'invalid-host-namespace',
  '{field} has {host}, whose namespace {namespace} is neither a name, nor . (its own), nor * (any).'
)

/** `~` is for those that istiod makes from a Gateway of the Gateway API without routes. */
export function checkGatewayHost(host: string, field: Field, isGenerated: boolean): void {
  const slash = host.indexOf('/')
  if (slash < 0) {
    checkScopedHost(host, field, { allowsAddress: true })
    return
  }
  const { namespace, name } = halves(host, slash, field)
  const isAnyOrOwn = namespace === '*' || namespace === '.' || (namespace === '~' && isGenerated)
  if (!isAnyOrOwn && !isLabel(namespace)) field.report(invalidNamespace, { host, namespace })
  checkScopedHost(name, field, { allowsAddress: true })
}

/** Since 1.31 `~namespace` takes hosts of a namespace out; before, `~` alone hides all. */
export function checkSidecarHost(host: string, field: Field): void {
  const slash = host.indexOf('/')
  if (slash < 0) {
    field.report(missingNamespace, { host, name: host })
    return
  }
  const { namespace, name } = halves(host, slash, field)
  if (!isSidecarNamespace(namespace, field)) field.report(invalidNamespace, { host, namespace })
  checkScopedHost(name, field, { allowsAddress: false })
}

function isSidecarNamespace(namespace: string, { recorder }: Field): boolean {
  if (recorder.features.has('sidecar-host-exclusion')) {
    const bare = namespace.replace(/^~/, '')
    return bare === '' || bare === '*' || bare === '.' || isLabel(bare)
  }
  return ['*', '.', '~'].includes(namespace) || isLabel(namespace)
}

function halves(host: string, slash: number, field: Field): { namespace: string; name: string } {
  const namespace = host.slice(0, slash)
  const name = host.slice(slash + 1)
  if (namespace === '' || name === '') field.report(emptyHalf, { host })
  return { namespace, name }
}

import type { Field } from '../field.ts'
import { refusal, warning } from '../problem.ts'
import { checkSidecarHost } from '../values/scoped-host.ts'

const noHosts = refusal(
  'missing-hosts',
  '{field} is empty: an egress listener names the hosts that it lets through, such as ./* or */*.'
)

const duplicateHost = warning(
  'duplicate-egress-host',
  '{field} is {value}, which an earlier entry already says. Remove one of them.'
)

const everything = warning(
  'ineffective-egress-hosts',
  '{field} holds */*, which is every host of every namespace, beside others, which add nothing.'
)

export function checkEgressHosts(hosts: readonly string[], field: Field): void {
  if (hosts.length === 0) field.report(noHosts)
  const namespaces = new Map<string, Set<string>>()
  for (const [index, host] of hosts.entries()) {
    if (isRepeated(host, namespaces, field)) field.at(index).report(duplicateHost)
    checkSidecarHost(host, field.at(index))
  }
  if (namespaces.get('*')?.has('*') === true && namespaces.size > 1) field.report(everything)
}

/** Notes a host. One is repeated by itself, by a `*` before it, and as a `*` by any before it. */
function isRepeated(host: string, namespaces: Map<string, Set<string>>, field: Field): boolean {
  const slash = host.indexOf('/')
  // Since 1.31 `~namespace/host` takes hosts out again; before, `~` was a name like any other.
  const isExclusion = host.startsWith('~') && field.recorder.features.has('sidecar-host-exclusion')
  if (slash < 0 || isExclusion) return false
  const written = host.slice(0, slash)
  const namespace = written === '.' ? field.recorder.manifest.ref.namespace : written
  const name = host.slice(slash + 1)
  const names = namespaces.get(namespace) ?? new Set<string>()
  const repeated = name === '*' ? names.size > 0 : names.has(name) || names.has('*')
  namespaces.set(namespace, names.add(name))
  return repeated
}

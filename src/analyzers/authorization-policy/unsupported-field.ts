import type { FieldPath } from '../../finding.ts'
import type { Json, Manifest } from '../../manifest/manifest.ts'
import { list, mapOrEmpty, text, texts } from '../../mesh/json.ts'
import { isHttpOrSniffed } from '../../mesh/protocol.ts'
import { defineAnalyzer } from '../analyzer.ts'
import { httpFields, isHttpCondition } from '../http-policies.ts'
import { policyPods, reachedPorts } from '../policy-pods.ts'
import { actionOf, partsOf } from '../rules-of.ts'

export const unsupportedField = defineAnalyzer({
  id: 'authorization-policy/unsupported-field',
  severity: 'warning',
  summary: 'A policy asks about HTTP on a port that carries TCP.',
  why: 'On a TCP port there is no method, path or host. There an ALLOW rule with such a field is dropped while the policy still counts, so that the port denies everybody; a DENY rule loses the field and denies every connection.',
  fix: 'Limit the rule to ports that speak HTTP (`ports`), or name the protocol of the port if it is HTTP.',
  message:
    'Port {port} of "{workload}" carries {protocol}, which has no {field}: there this rule {consequence}.',
  sources: [],
  check({ mesh, report }) {
    const portsOf = reachedPorts(mesh)
    for (const manifest of mesh.of('AuthorizationPolicy')) {
      const action = actionOf(manifest)
      if (action !== 'ALLOW' && action !== 'DENY') continue
      const used = httpUse(manifest)
      if (used.length === 0) continue
      for (const pod of policyPods(mesh, manifest)) {
        const plain = portsOf(pod).filter(
          ({ protocol }) => !isHttpOrSniffed(protocol) && protocol !== 'UDP'
        )
        const found = used.flatMap(use => {
          const port = plain.find(
            ({ target }) => use.ports.length === 0 || use.ports.includes(String(target))
          )
          return port === undefined ? [] : [{ use, port }]
        })
        const [first] = found
        if (first === undefined) continue
        const { use, port } = first
        report(
          manifest,
          use.path,
          {
            port: String(port.target ?? port.port),
            workload: pod.name,
            protocol: port.protocol,
            field: use.field,
            consequence:
              action === 'DENY'
                ? 'denies every connection'
                : 'lets nobody in, and others are denied'
          },
          // The name of a field, or the value of a condition's `key`.
          use.path.at(-1) === 'key' ? {} : { part: 'key' }
        )
        break
      }
    }
  }
})

interface Use {
  readonly field: string
  readonly path: FieldPath
  /** Ports that the rule is limited to; empty: all. */
  readonly ports: readonly string[]
}

function httpUse(manifest: Manifest): Use[] {
  const found: Use[] = []
  for (const { fields, path } of partsOf(manifest)) {
    const field = httpFields.find(name => texts(fields[name]).length > 0)
    const rule = mapOrEmpty(list(manifest.spec.rules)[Number(path[2])])
    if (field !== undefined) {
      found.push({ field, path: [...path, field], ports: limits(rule.to, texts(fields.ports)) })
    }
  }
  for (const [i, rule] of list(manifest.spec.rules).entries()) {
    const { when, to } = mapOrEmpty(rule)
    for (const [j, condition] of list(when).entries()) {
      if (!isHttpCondition(condition)) continue
      const field = text(mapOrEmpty(condition).key) ?? ''
      found.push({ field, path: ['spec', 'rules', i, 'when', j, 'key'], ports: limits(to, []) })
    }
  }
  return found
}

/** A source is limited by the operations of its rule where each of them names ports. */
function limits(to: Json | undefined, own: string[]): string[] {
  if (own.length > 0) return own
  const all = list(to).map(entry => texts(mapOrEmpty(mapOrEmpty(entry).operation).ports))
  return all.length > 0 && all.every(ports => ports.length > 0) ? all.flat() : []
}

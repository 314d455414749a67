import type { Caller } from '../dataplane/request.ts'
import { UserError } from '../errors.ts'

/** A workload as far as a caller is concerned. */
export interface CallerWorkload {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly serviceAccount: string
}

/** Who can call, looked up in the mesh. */
export interface Callers {
  workload(namespace: string, name: string): CallerWorkload | null
  withServiceAccount(namespace: string, serviceAccount: string): readonly CallerWorkload[]
}

const FORMS = 'NS/SERVICEACCOUNT, workload:NS/NAME, gateway:NS/NAME, waypoint:NS/NAME or outside'

/**
 * The shorthands for where a request starts.
 * @throws UserError for another form, for a workload that is not there, and where one account has several workloads
 * that are configured differently
 */
export function readCaller(text: string, where: string, callers: Callers): Caller {
  if (text === 'outside') return 'outside'
  const [, form, namespace, name] =
    /^(?:(workload|gateway|waypoint):)?([^/:\s]+)\/([^/\s]+)$/.exec(text) ?? []
  if (namespace === undefined || name === undefined) {
    throw new UserError(`${where}: "${text}" is no caller.`, `Write ${FORMS}.`)
  }
  if (form === 'gateway') return { gateway: `${namespace}/${name}` }
  if (form === 'waypoint') return { waypoint: `${namespace}/${name}` }
  if (form === 'workload') {
    const found = callers.workload(namespace, name)
    if (found === null) {
      throw new UserError(
        `${where}: there is no workload ${namespace}/${name} in the manifests.`,
        'Name a Deployment, StatefulSet or another kind that makes pods, or give labels as JSON.'
      )
    }
    const { labels, serviceAccount } = found
    return { namespace, serviceAccount, labels }
  }
  return withServiceAccount(namespace, name, where, callers)
}

function withServiceAccount(
  namespace: string,
  serviceAccount: string,
  where: string,
  callers: Callers
): Caller {
  const found = callers.withServiceAccount(namespace, serviceAccount)
  const [first] = found
  // An account that git does not know is taken as it is: a pod without labels that select anything.
  if (first === undefined) return { namespace, serviceAccount }
  const distinct = new Set(found.map(({ labels }) => JSON.stringify(Object.entries(labels).sort())))
  if (distinct.size > 1) {
    const names = found.map(({ name }) => `workload:${namespace}/${name}`).sort()
    throw new UserError(
      `${where}: several workloads with different labels run as ${namespace}/${serviceAccount}.`,
      `Name one of them: ${names.join(', ')}.`
    )
  }
  return { namespace, serviceAccount, labels: first.labels }
}

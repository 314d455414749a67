import type { Json, JsonMap } from '../../src/manifest/manifest.ts'
import { isMap } from '../../src/manifest/map.ts'
import type { Answer, Message } from '../judge/protocol.ts'
import { yamlOf } from './ours.ts'
import type { AnalysisWorld } from './world.ts'

/** Whoever answers a job: a running judge. */
export interface Asked {
  ask(job: { readonly analyze: AnalyzeJob }): Promise<Answer>
}

interface AnalyzeJob {
  readonly yaml: string
  readonly meshConfig?: string
  readonly meshNetworks?: string
  readonly analyzers: readonly string[]
}

/** Answers to one question: analyzers iterate over Go maps, so that what they say can vary. */
const TIMES = 3

/** What istioctl says of a world, several times; or why it does not. */
export async function judged(
  judge: Asked,
  world: AnalysisWorld
): Promise<{ readonly answers: readonly (readonly Message[])[] } | { readonly why: string }> {
  const objects = [...world.objects, ...podsOf(world)]
  const analyze = {
    yaml: yamlOf({ objects }),
    ...(world.meshConfig !== undefined && { meshConfig: world.meshConfig }),
    ...(world.meshNetworks !== undefined && { meshNetworks: world.meshNetworks }),
    analyzers: ['*']
  }
  const answers: (readonly Message[])[] = []
  for (let time = 0; time < TIMES; time++) {
    const { result, error, messages } = await judge.ask({ analyze })
    if (result !== 'answered' || messages === undefined) return { why: `${result} ${error ?? ''}` }
    answers.push(messages.filter(one => !isOfTemplate(one, world)))
  }
  return { answers }
}

/** A cluster makes pods of a Deployment; we read the template, and istioctl knows nothing but pods. */
function podsOf({ objects, deployed }: AnalysisWorld): JsonMap[] {
  if (!deployed) return []
  return objects
    .filter(({ kind }) => kind === 'Deployment')
    .map(({ metadata, spec }) => {
      const { name, namespace } = mapOf(metadata)
      const template = mapOf(mapOf(spec).template)
      const own = {
        ...mapOf(template.metadata),
        name: `${name}${OF_TEMPLATE}`,
        namespace: namespace ?? ''
      }
      return { apiVersion: 'v1', kind: 'Pod', metadata: own, spec: template.spec ?? {} }
    })
}

const OF_TEMPLATE = '-of-template'

/** What is said of those pods themselves is said of their Deployment, or is about running pods alone. */
function isOfTemplate({ kind, name, code }: Message, { deployed }: AnalysisWorld): boolean {
  if (kind === 'Pod' && name?.endsWith(OF_TEMPLATE) === true) return true
  return deployed && code === 'IST0158'
}

function mapOf(value: Json | undefined): JsonMap {
  return isMap(value) ? value : {}
}

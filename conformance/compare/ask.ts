import { areas } from '../generate/area.ts'
import { manifestText, type World } from '../generate/world.ts'
import type { IstioJudge } from '../judge/istio.ts'
import type { Answer } from '../judge/protocol.ts'

/** A world as Istio took it, and what Istio says about it. */
export interface Asked {
  /** Without the objects that the webhook refuses. */
  readonly world: World
  readonly refused: number
  readonly answer: Answer
}

/** Puts a world to the judge; its requests to Envoy too, where that is asked for. */
export async function askIstio(judge: IstioJudge, world: World, envoy = false): Promise<Asked> {
  const answer = await judge.ask({
    world: {
      yaml: manifestText(world.objects),
      meshConfig: JSON.stringify(world.meshConfig),
      admission: world.admission ?? true,
      ...(Object.keys(world.flags).length === 0 ? {} : { flags: world.flags })
    },
    proxies: world.proxies,
    dump: areas[world.area].access ? ['inbound'] : ['listeners', 'routes', 'clusters'],
    requests: world.requests,
    ...(envoy ? { envoy } : {})
  })
  const out = new Set(
    (answer.refused ?? []).filter(each => each.leftOut).map(each => keyOf(each.kind, each))
  )
  if (out.size === 0) return { world, refused: 0, answer }
  const objects = world.objects.filter(({ kind, metadata }) => !out.has(keyOf(kind, metadata)))
  return { world: { ...world, objects }, refused: out.size, answer }
}

function keyOf(
  kind: string,
  { namespace, name }: { readonly namespace?: string; readonly name: string }
): string {
  return `${kind} ${namespace ?? ''}/${name}`
}

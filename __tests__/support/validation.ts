import type { FindingDraft } from '../../src/finding.ts'
import type { Json, JsonMap, Manifest } from '../../src/manifest/manifest.ts'
import { isMap } from '../../src/manifest/map.ts'
import { features } from '../../src/mesh/features.ts'
import { decode } from '../../src/validation/decode/decode.ts'
import type { Message, MessageName } from '../../src/validation/decode/message.ts'
import { type Field, Recorder } from '../../src/validation/field.ts'
import { validateManifest } from '../../src/validation/validate.ts'
import { manifestsFrom } from './side.ts'

/** An object as a manifest without a file. */
export function manifestOf(object: JsonMap): Manifest {
  const [group = '', version = ''] = String(object.apiVersion).split('/')
  const metadata = isMap(object.metadata) ? object.metadata : {}
  const texts = (value: Json | undefined) =>
    Object.fromEntries(
      Object.entries(isMap(value) ? value : {}).map(([key, text]) => [key, String(text)])
    )
  return {
    ref: {
      group,
      kind: String(object.kind),
      namespace: String(metadata.namespace ?? ''),
      name: String(metadata.name ?? '')
    },
    apiVersion: String(object.apiVersion),
    version,
    namespaceGiven: true,
    side: 'head',
    file: 'object.yaml',
    object,
    spec: isMap(object.spec) ? object.spec : {},
    labels: texts(metadata.labels),
    annotations: texts(metadata.annotations),
    locate() {
      throw new Error('an object without a file has no places')
    }
  }
}

/** `id path` of what is found in the objects of a text, in order. */
export function found(yaml: string, minor = '1.31'): string[] {
  const findings = manifestsFrom(yaml).flatMap(manifest =>
    validateManifest(manifest, { features: features(minor) })
  )
  return findings.map(({ id, at }) => `${id} ${'path' in at ? at.path.slice(1).join('.') : ''}`)
}

/** What a check of one message finds in a value, which stands as the spec of an object. */
export function checked<Name extends MessageName>(
  name: Name,
  value: Json,
  check: (message: Message<Name>, field: Field) => void,
  namespace = 'shop'
): readonly FindingDraft[] {
  const object = {
    apiVersion: 'a/v1',
    kind: 'One',
    metadata: { name: 'one', namespace },
    spec: value
  }
  const recorder = new Recorder(manifestOf(object), features('1.31'))
  const { message, problems } = decode(name, value, recorder.minor, ['spec'])
  if (problems.length > 0) throw new Error(`undecodable: ${JSON.stringify(problems)}`)
  check(message, recorder.root.at('spec'))
  return recorder.findings
}

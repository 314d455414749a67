import type { FindingDraft } from '../finding.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Features } from '../mesh/features.ts'
import { decode } from './decode/decode.ts'
import type { Message } from './decode/message.ts'
import { Recorder } from './field.ts'
import { KINDS } from './kinds.ts'
import { checkAnnotations } from './metadata.ts'
import { refusal } from './problem.ts'

export interface ValidateOptions {
  /** The minor that judges, and the flags of its istiod. */
  readonly features: Features
}

const undecodable = refusal(
  'invalid-type',
  '{field} is {value}, but must be {expected}. istiod cannot read the object.'
)

const unknownField = refusal(
  'unknown-field',
  'The object has a field {name} beside apiVersion, kind, metadata, spec and status. Check the indentation.'
)

const FIELDS = ['apiVersion', 'kind', 'metadata', 'spec', 'status']

/**
 * What istiod's validating webhook says about an object: what it cannot read, what it refuses (IST0106) and what it
 * warns of (IST0133, IST0130, IST0131), and the warnings that it makes and loses. Kinds that it does not judge have no
 * findings. The API server asks the CRD's schema first (`schema`), so that some is said there as well.
 * Source: istio pkg/webhooks/validation/server/server.go.
 */
export function validateManifest(
  manifest: Manifest,
  { features }: ValidateOptions
): FindingDraft[] {
  const recorder = new Recorder(manifest, features)
  const kind = KINDS.get(manifest.ref.kind)
  if (kind === undefined || kind.group !== manifest.ref.group) return []
  if (recorder.minor < (kind.since ?? 0)) return []
  const { root } = recorder
  const { message, problems } = decode(kind.message, manifest.object.spec, recorder.minor, ['spec'])
  for (const { path, expected } of problems) {
    recorder.record({ problem: undecodable, params: { expected } }, path, undefined)
  }
  if (problems.length > 0) return recorder.findings
  const action =
    // The message of this kind has it.
    kind.message === 'AuthorizationPolicy'
      ? (message as Message<'AuthorizationPolicy'>).action
      : null
  if (checkAnnotations(root, action)) kind.check(message, root.at('spec'))
  if (recorder.findings.every(({ severity }) => severity !== 'error')) {
    for (const name of Object.keys(manifest.object)) {
      if (!FIELDS.includes(name)) root.key(name).report(unknownField, { name })
    }
  }
  return recorder.findings
}

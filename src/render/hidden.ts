import { isMap, isPair, isScalar, parseAllDocuments, visit } from 'yaml'

export const HIDDEN = '[hidden]'

/** Names of settings whose value is a credential. */
const secretName =
  /pass|secret|token|key|credential|cert|auth|private|signature|salt|pin$|dsn|connection|license/i

/** Looks like one: long, no space, letters and digits mixed. */
const secretShape = /^(?=[^\s]{20,}$)(?=.*[A-Za-z])(?=.*\d)(?!.*[/:]{1}.*[/:]{1})/

/**
 * What a renderer says may quote a value; those that are, or look like, credentials in the files that it was given
 * are taken out before anybody sees it. Also as base64, as templates write them.
 */
export function hideSecrets(message: string, files: Iterable<Uint8Array>): string {
  if (message === '') return message
  const secrets = new Set<string>()
  for (const bytes of files) for (const secret of secretsOf(bytes)) secrets.add(secret)
  let hidden = message
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    const encoded = Buffer.from(secret).toString('base64').replace(/=+$/, '')
    for (const form of [secret, encoded, JSON.stringify(secret).slice(1, -1)]) {
      hidden = hidden.replaceAll(form, HIDDEN)
    }
  }
  return hidden
}

function* secretsOf(bytes: Uint8Array): Generator<string> {
  const found: string[] = []
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not text, so nothing of it is quoted as a value.
    return
  }
  const documents = parseAllDocuments(text, { prettyErrors: false })
  if (!Array.isArray(documents)) return
  for (const document of documents) {
    visit(document, {
      Scalar(position, node, path) {
        const value = position === 'key' ? null : node.value
        if (typeof value !== 'string' && typeof value !== 'number') return
        const written = String(value)
        const named = path.some(
          above => isPair(above) && isScalar(above.key) && secretName.test(String(above.key.value))
        )
        const inSecret = path.some(above => isMap(above) && above.get('kind') === 'Secret')
        if (written.length >= 4 && (named || inSecret)) found.push(written)
        else if (secretShape.test(written)) found.push(written)
      }
    })
  }
  yield* found
}

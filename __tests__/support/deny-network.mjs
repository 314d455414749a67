// Loaded before the bundle (`--import`): every connection but to this machine ends the process, loudly.
import { appendFileSync } from 'node:fs'
import { Socket } from 'node:net'

const local = /^(?:127\.\d+\.\d+\.\d+|::1|localhost|0\.0\.0\.0)$/
const connect = Socket.prototype.connect

Socket.prototype.connect = function (...given) {
  const [options] = Array.isArray(given[0]) ? given[0] : given
  const host =
    typeof options === 'object' ? (options.host ?? 'localhost') : (given[1] ?? 'localhost')
  const isPath =
    typeof options === 'object' ? options.path !== undefined : typeof options === 'string'
  if (!isPath && !local.test(String(host))) {
    appendFileSync(process.env.MESHPROOF_DENIED ?? '/dev/stderr', `${host}\n`)
    throw new Error(`the network is denied in tests: ${host}`)
  }
  return connect.apply(this, given)
}

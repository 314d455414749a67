import { isCidr, isIp } from '../../go/address.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'

const invalidAddress = refusal('invalid-address', '{field} has {address}, which is no IP address.')

const invalidSubnet = refusal(
  'invalid-subnet',
  '{field} has {address}, which is no address block such as 10.0.0.0/16.'
)

const emptyUnixPath = refusal(
  'missing-unix-path',
  '{field} is a Unix domain socket without a path: write unix:///path/to/socket, or unix://@name for an abstract one.'
)

const relativeUnixPath = refusal(
  'invalid-unix-path',
  '{field} has the socket path {path}, which is not the absolute path of a file (or @name for an abstract socket).'
)

export const UNIX = 'unix://'

export function checkAddress(address: string, field: Field): void {
  if (!isIp(address)) field.report(invalidAddress, { address })
}

/** An address, or a block of them (agent.ValidateIPSubnet: one slash makes a block). */
export function checkSubnet(address: string, field: Field): void {
  if (address.split('/', 3).length !== 2) checkAddress(address, field)
  else if (!isCidr(address)) field.report(invalidSubnet, { address })
}

/** What follows `unix://`. */
export function checkUnixPath(path: string, field: Field): void {
  if (path === '') field.report(emptyUnixPath)
  else if (!path.startsWith('@') && (!path.startsWith('/') || path.endsWith('/'))) {
    field.report(relativeUnixPath, { path })
  }
}

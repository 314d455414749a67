import type { Message } from '../decode/message.ts'
import type { Field } from '../field.ts'
import { refusal } from '../problem.ts'
import { checkPathTemplates } from './path-template.ts'
import { checkFilled } from './values.ts'

const emptyOperation = refusal(
  'missing-operation',
  '{field} names nothing. Name an operation, or remove it: a rule without to is for every operation.'
)

const invalidPort = refusal(
  'invalid-port',
  '{field} is {value}, but a port is a number from 0 to 65535, in quotes.'
)

const FIELDS = [
  'ports',
  'notPorts',
  'methods',
  'notMethods',
  'paths',
  'notPaths',
  'hosts',
  'notHosts'
] as const

export function checkOperation(operation: Message<'Operation'>, field: Field): void {
  if (FIELDS.every(name => operation[name].length === 0)) field.report(emptyOperation)
  for (const name of ['ports', 'notPorts'] as const) checkPorts(operation[name], field.at(name))
  for (const name of FIELDS) checkFilled(operation[name], field.at(name))
  for (const name of ['paths', 'notPaths'] as const) {
    checkPathTemplates(operation[name], field.at(name))
  }
}

export function checkPorts(ports: readonly string[], field: Field): void {
  for (const [index, port] of ports.entries()) {
    if (!/^\d+$/.test(port) || Number(port) > 65535) field.at(index).report(invalidPort)
  }
}

import type { BothPorts } from './server-ports.ts'

/** `HOST:PORT` by which clients call a server's port: that of the Service that declares it; else undefined. */
export function dialled({ base, head }: BothPorts): string | undefined {
  const service = head.service ?? base.service
  if (service === undefined || service.host.startsWith('*')) return undefined
  return `${service.host.replace(/\.svc\..*$/, '')}:${service.port}`
}

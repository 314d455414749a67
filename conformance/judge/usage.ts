import { readdirSync, readFileSync } from 'node:fs'

/** What a process and its descendants have used. */
export interface Usage {
  /** Seconds, with those of children that have ended. */
  readonly cpu: number
  /** Megabytes: the most that each living process held, added up. */
  readonly memory: number
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly cpu: number
}

/** Linux counts clock ticks of 10 ms (sysconf _SC_CLK_TCK) in /proc. */
const ticksPerSecond = 100

/** Read from /proc; `null` where there is none. */
export function usageOf(pid: number): Usage | null {
  const all = processes()
  if (all.length === 0) return null
  const mine = new Set([pid])
  // A child has a higher number than its parent, but for numbers that come round again.
  for (const { pid: child, parent } of all.sort((a, b) => a.pid - b.pid)) {
    if (mine.has(parent)) mine.add(child)
  }
  let cpu = 0
  let memory = 0
  for (const each of all) {
    if (!mine.has(each.pid)) continue
    cpu += each.cpu
    memory += mostHeld(each.pid)
  }
  return { cpu, memory: Math.round(memory) }
}

function processes(): Process[] {
  const out: Process[] = []
  for (const name of list('/proc')) {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : ''
    // The command stands in brackets and may hold anything; the fields behind it are those of proc(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields.length < 15) continue
    const ticks = fields.slice(11, 15).map(Number)
    const cpu = ticks.reduce((sum, each) => sum + each, 0) / ticksPerSecond
    out.push({ pid: Number(name), parent: Number(fields[1]), cpu })
  }
  return out
}

function mostHeld(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // not Linux
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // the process has ended
  }
}

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Answer, Job } from './protocol.ts'
import { type Usage, usageOf } from './usage.ts'

const bin = new URL('../bin/', import.meta.url)

/** The program that links this Istio minor; `null` where it is not built (`make -C conformance`). */
export function judgeProgram(minor: string): string | null {
  const path = fileURLToPath(new URL(`judge-${minor}`, bin))
  return existsSync(path) ? path : null
}

/** A running Go judge. Jobs are answered in any order; `ask` waits for its own. */
export class IstioJudge {
  readonly minor: string
  private readonly child: ChildProcessWithoutNullStreams
  private readonly waiting = new Map<string, (answer: Answer) => void>()
  private ended: Error | null = null
  private count = 0

  constructor(minor: string, program: string, workers: number, envoy?: string) {
    this.minor = minor
    const options = ['-workers', String(workers), ...(envoy === undefined ? [] : ['-envoy', envoy])]
    this.child = spawn(program, ['serve', ...options], { stdio: ['pipe', 'pipe', 'pipe'] })
    let rest = ''
    this.child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.receive(line)
    })
    let said = ''
    this.child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      if (said.length < 2000) said += chunk
    })
    this.child.on('close', code => {
      this.ended = new Error(`the judge for Istio ${minor} ended with code ${code}: ${said.trim()}`)
      for (const [id, answer] of this.waiting) answer(this.died(id))
      this.waiting.clear()
    })
    this.child.stdin.on('error', () => undefined) // its end is reported by `close`
  }

  /** Asks one job; a judge that has ended answers `died`. */
  ask(job: Omit<Job, 'id'>): Promise<Answer> {
    const id = String(this.count++)
    if (this.ended !== null) return Promise.resolve(this.died(id))
    return new Promise(resolve => {
      this.waiting.set(id, resolve)
      this.child.stdin.write(`${JSON.stringify({ ...job, id })}\n`)
    })
  }

  /** What the judge has used so far, its workers and Envoys with it. */
  usage(): Usage | null {
    return this.child.pid === undefined ? null : usageOf(this.child.pid)
  }

  async close(): Promise<void> {
    if (this.ended !== null) return
    await new Promise<void>(resolve => {
      this.child.on('close', () => resolve())
      this.child.stdin.end()
    })
  }

  private receive(line: string): void {
    // The line was written by serve/job.go; the types of protocol.ts are its.
    const answer = JSON.parse(line) as Answer
    const resolve = this.waiting.get(answer.id ?? '')
    this.waiting.delete(answer.id ?? '')
    resolve?.(answer)
  }

  private died(id: string): Answer {
    return { id, istio: this.minor, result: 'died', error: this.ended?.message ?? 'ended' }
  }
}

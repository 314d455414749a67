import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Limits, processorSeconds } from './limits.ts'

/** How a renderer ended. */
export interface Ended {
  readonly how: 'exit' | 'time' | 'output' | 'killed'
  /** Null unless it exited. */
  readonly code: number | null
  readonly stdout: Buffer
  /** At most 64 KiB. */
  readonly stderr: string
}

export interface Launch {
  readonly cwd: string
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  readonly limits: Limits
}

const stderrBytes = 64 * 1024

/**
 * Runs a program without a shell of its own, without standard input, in bounded time, memory and output, and where the
 * system lets us without any network interface. Its whole process group ends with it.
 */
export function runBounded(
  program: string,
  args: readonly string[],
  { cwd, env, limits }: Launch
): Promise<Ended> {
  const [first = program, ...rest] = [
    ...withoutNetwork(),
    ...withinMemory(limits),
    program,
    ...args
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(first, rest, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true
    })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    let written = 0
    let complained = 0
    let how: Ended['how'] = 'exit'
    const end = (reason: Ended['how']): void => {
      if (how !== 'exit') return
      how = reason
      killGroup(child.pid)
    }
    const timer = setTimeout(() => end('time'), limits.seconds * 1000)
    child.stdout.on('data', (chunk: Buffer) => {
      written += chunk.length
      if (written > limits.outputBytes) end('output')
      else stdout.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (complained < stderrBytes) stderr.push(chunk.subarray(0, stderrBytes - complained))
      complained += chunk.length
    })
    child.on('error', error => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      // What it started may outlive it.
      killGroup(child.pid)
      resolve({
        how: how === 'exit' && signal !== null ? 'killed' : how,
        code,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString('utf8').trim()
      })
    })
  })
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // Every process of the group has ended.
  }
}

let networkless: readonly string[] | undefined

/**
 * A network namespace with nothing in it, as an unprivileged user where the kernel allows that. Where it does not,
 * what could ask the network was refused before anything runs, and no program that could fetch is on the path.
 */
function withoutNetwork(): readonly string[] {
  if (networkless !== undefined) return networkless
  networkless = []
  if (process.platform !== 'linux') return networkless
  const unshare = ['/usr/bin/unshare', '/bin/unshare'].find(path => existsSync(path))
  if (unshare === undefined) return networkless
  for (const flags of ['-rn', '-n']) {
    const probe = spawnSync(unshare, [flags, '--', '/bin/sh', '-c', ':'], {
      env: {},
      stdio: 'ignore',
      timeout: 5000
    })
    if (probe.status === 0) {
      networkless = [unshare, flags, '--']
      break
    }
  }
  return networkless
}

/** Whether renderers run where there is no network interface. */
export function isNetworkless(): boolean {
  return withoutNetwork().length > 0
}

/** Limits that the system keeps; those that it does not know (address space on macOS) are left out. */
function withinMemory({ memoryBytes, seconds }: Limits): readonly string[] {
  if (process.platform === 'win32') return []
  const limit = `ulimit -v ${Math.floor(memoryBytes / 1024)} 2>/dev/null; ulimit -t ${processorSeconds(seconds)} 2>/dev/null; ulimit -c 0 2>/dev/null; exec "$0" "$@"`
  return ['/bin/sh', '-c', limit]
}

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, jest, test } from '@jest/globals'
import { IstioJudge } from '../../conformance/judge/istio.ts'
import { usageOf } from '../../conformance/judge/usage.ts'
import { type AreaResult, runAreas } from '../../conformance/run.ts'

jest.setTimeout(60_000)

const folder = mkdtempSync(join(tmpdir(), 'judge-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A judge that is a shell script; `$id` is the number of the job. */
function judgeThat(name: string, answers: string): string {
  const path = join(folder, name)
  writeFileSync(
    path,
    `#!/bin/sh
while read -r line; do
  id=$(printf '%s' "$line" | sed 's/.*"id":"\\([0-9]*\\)"}$/\\1/')
  ${answers}
done
`
  )
  chmodSync(path, 0o755)
  return path
}

/** Worlds in turn: answered with nothing, panicked over, refused, lost with a worker, not sent to Envoy. */
const moody = `
  case $((id % 5)) in
    0) echo "{\\"id\\":\\"$id\\",\\"istio\\":\\"1.31\\",\\"result\\":\\"answered\\"}" ;;
    1) echo "{\\"id\\":\\"$id\\",\\"istio\\":\\"1.31\\",\\"result\\":\\"panicked\\",\\"error\\":\\"panic: index\\"}" ;;
    2) echo "{\\"id\\":\\"$id\\",\\"istio\\":\\"1.31\\",\\"result\\":\\"refused\\",\\"error\\":\\"no\\"}" ;;
    3) echo "{\\"id\\":\\"$id\\",\\"istio\\":\\"1.31\\",\\"result\\":\\"died\\",\\"error\\":\\"ended\\"}" ;;
    4) echo "{\\"id\\":\\"$id\\",\\"istio\\":\\"1.31\\",\\"result\\":\\"answered\\",\\"envoyError\\":\\"no Envoy\\"}" ;;
  esac`

async function run(program: string): Promise<{ result: AreaResult | undefined; lines: string[] }> {
  const lines: string[] = []
  const [result] = await runAreas({
    minor: '1.31',
    program,
    envoyEvery: 1,
    areas: ['http-sidecar'],
    seed: 'moods',
    worlds: 10,
    requests: 1,
    workers: 1,
    seconds: 60,
    shrink: 0,
    record: false,
    log: line => lines.push(line),
    done: () => undefined
  })
  return { result, lines }
}

describe('a judge', () => {
  test('whose jobs end in every way: each is counted apart, the next one runs', async () => {
    const { result, lines } = await run(judgeThat('moody', moody))
    expect(result?.results).toEqual({ answered: 4, panicked: 2, refused: 2, died: 2, invalid: 0 })
    expect(result?.withoutEnvoy).toBe(2)
    expect(result?.mismatches).toBe(0)
    expect(result?.tally.decisions).toBe(0)
    expect(lines.filter(line => line.startsWith('NOT JUDGED by Envoy'))).toHaveLength(2)
    expect(lines.filter(line => line.includes('panicked: panic: index'))).toHaveLength(2)
  })

  test('that dies half-way: what it was asked and all that follows is answered as that', async () => {
    const { result } = await run(judgeThat('mortal', `[ "$id" -ge 3 ] && exit 7\n${moody}`))
    expect(result?.results).toMatchObject({ answered: 1, panicked: 1, refused: 1, died: 7 })
  })

  test('that dies says with which code and last words', async () => {
    const judge = new IstioJudge('1.31', judgeThat('loud', 'echo oh >&2; exit 7'), 1)
    const { result, error } = await judge.ask({})
    expect(result).toBe('died')
    expect(error).toBe('the judge for Istio 1.31 ended with code 7: oh')
  })
})

test('what a process has used is read of the system, or not known', () => {
  const usage = usageOf(process.pid)
  if (process.platform !== 'linux') expect(usage).toBeNull()
  else {
    expect(usage?.cpu).toBeGreaterThan(0)
    expect(usage?.memory).toBeGreaterThan(10)
  }
})

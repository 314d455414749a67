import { replay } from './record/replay.ts'
import { readRecording, recordingFiles } from './record/store.ts'

/** Replays the recorded answers and prints what differs. Exit 1: something does. */
function main(): number {
  let wrong = 0
  for (const file of recordingFiles()) {
    const result = replay(readRecording(file))
    wrong += result.wrong.length
    const { proxies, decisions, observed } = result.tally
    process.stdout.write(
      `${result.area} ${result.istio}: ${proxies} proxies, ${decisions} decisions, ${observed} by Envoy, ${result.wrong.length} different\n`
    )
    for (const line of result.wrong.slice(0, 3)) process.stdout.write(`  ${line.slice(0, 200)}\n`)
  }
  process.stdout.write(`${wrong} different\n`)
  return wrong > 0 ? 1 : 0
}

process.exitCode = main()

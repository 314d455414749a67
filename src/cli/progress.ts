import type { World } from './world.ts'

const PATIENCE = 1000

/** Tells a person at a terminal what takes long; silent for a second, gone when the work is done. */
export interface Progress {
  phase(text: string): void
  done(): void
}

export function progress(world: World): Progress {
  const started = world.clock()
  let shown = false
  return {
    phase(text) {
      if (!world.stderr.isTerminal || world.clock() - started < PATIENCE) return
      world.stderr.write(`\r\u001b[Kmeshproof: ${text} …`)
      shown = true
    },
    done() {
      if (shown) world.stderr.write('\r\u001b[K')
      shown = false
    }
  }
}

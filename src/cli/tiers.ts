import { setFlagsFromString } from 'node:v8'

/**
 * Leaves out the last of V8's compilers. A run lasts a few seconds and goes over each object once or twice: what
 * TurboFan compiles is run too seldom to pay for it, and all measured estates, the largest too, take a fifth to a
 * quarter less processor time with Maglev alone. Results do not depend on it. Before 24 Node has no Maglev that is on.
 */
export function withoutLastTier(): void {
  if (Number.parseInt(process.versions.node, 10) < 24) return
  setFlagsFromString('--no-turbofan')
}

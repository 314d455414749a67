import { defineGate } from './gate.ts'
import { violationOf } from './violation.ts'

export const noExtensionChange = defineGate({
  id: 'no-extension-change',
  summary: 'No EnvoyFilter, Wasm plugin or other extension of proxies changes.',
  why: 'An EnvoyFilter or a Wasm plugin can change anything a proxy does, and no configuration says what.',
  level: 'approve',
  violatedBy({ effects }) {
    const found = effects.filter(({ kind }) => kind === 'extension-changed')
    return violationOf(found, subjects => `extensions of ${subjects} change`)
  }
})

import { defineGate } from './gate.ts'
import { violationOf } from './violation.ts'

export const noMeshExit = defineGate({
  id: 'no-mesh-exit',
  summary: 'No workload leaves the mesh, where no policy guards it and it has no identity.',
  why: 'A pod without a sidecar enforces no policy, takes plaintext, and is refused where others insist on mutual TLS.',
  level: 'approve',
  violatedBy({ effects }) {
    const found = effects.filter(
      ({ kind, direction }) => kind === 'mesh-membership-changed' && direction === 'widen'
    )
    return violationOf(found, subjects => `${subjects} leave the mesh`)
  }
})

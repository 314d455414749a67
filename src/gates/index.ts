// Derived from the files of this folder by __tests__/gates/index.test.ts (`-u` writes it).
import type { Gate } from './gate.ts'
import { noExtensionChange } from './no-extension-change.ts'
import { noFaultOrMirror } from './no-fault-or-mirror.ts'
import { noLostAccess } from './no-lost-access.ts'
import { noMeshExit } from './no-mesh-exit.ts'
import { noMtlsDowngrade } from './no-mtls-downgrade.ts'
import { noNewAccess } from './no-new-access.ts'
import { noNewExposure } from './no-new-exposure.ts'
import { noNewFindings } from './no-new-findings.ts'
import { noOrderDependence } from './no-order-dependence.ts'
import { noReroute } from './no-reroute.ts'
import { noTelemetryLoss } from './no-telemetry-loss.ts'
import { noTrafficLoss } from './no-traffic-loss.ts'
import { noUnknown } from './no-unknown.ts'

export const gates: readonly Gate[] = [
  noExtensionChange,
  noFaultOrMirror,
  noLostAccess,
  noMeshExit,
  noMtlsDowngrade,
  noNewAccess,
  noNewExposure,
  noNewFindings,
  noOrderDependence,
  noReroute,
  noTelemetryLoss,
  noTrafficLoss,
  noUnknown
]

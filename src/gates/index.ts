// Derived from the files of this folder by __tests__/gates/index.test.ts (`-u` writes it).
import type { Gate } from './gate.ts'
import { noNewFindings } from './no-new-findings.ts'
import { noTrafficLoss } from './no-traffic-loss.ts'
import { noUnknown } from './no-unknown.ts'

export const gates: readonly Gate[] = [noNewFindings, noTrafficLoss, noUnknown]

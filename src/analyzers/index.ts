// Derived from the folders beside it by __tests__/analyzers/index.test.ts (`-u` writes it).
import type { Analyzer } from './analyzer.ts'
import { conflictingHosts as virtualServiceConflictingHosts } from './virtual-service/conflicting-hosts.ts'
import { invalidWeights as virtualServiceInvalidWeights } from './virtual-service/invalid-weights.ts'
import { unknownGateway as virtualServiceUnknownGateway } from './virtual-service/unknown-gateway.ts'
import { unknownHost as virtualServiceUnknownHost } from './virtual-service/unknown-host.ts'
import { unknownSubset as virtualServiceUnknownSubset } from './virtual-service/unknown-subset.ts'
import { unreachableRoute as virtualServiceUnreachableRoute } from './virtual-service/unreachable-route.ts'

export const analyzers: readonly Analyzer[] = [
  virtualServiceConflictingHosts,
  virtualServiceInvalidWeights,
  virtualServiceUnknownGateway,
  virtualServiceUnknownHost,
  virtualServiceUnknownSubset,
  virtualServiceUnreachableRoute
]

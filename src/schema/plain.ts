import type { Manifest } from '../manifest/manifest.ts'
import type { Program } from './cel-program.ts'
import { type ExpressionFindings, runExpressions } from './expressions.ts'
import { plainExpression } from './plain-expression.ts'
import type { Schemas } from './schemas.ts'

/**
 * Runs the validation rules of Istio's CRDs without a library for CEL. A rule beyond what is read here is said to be
 * unknown, never passed: for kinds of others load `cel.ts`.
 */
export function validatePlainExpressions(
  manifest: Manifest,
  schemas: Schemas,
  base?: Manifest
): ExpressionFindings {
  return runExpressions(manifest, schemas, base, compile)
}

const programs = new Map<string, Program>()

function compile(text: string): Program {
  const found = programs.get(text) ?? plainExpression(text) ?? BEYOND
  programs.set(text, found)
  return found
}

const BEYOND: Program = {
  usesOldSelf: false,
  nesting: 0,
  footprint: { whole: true, tested: [], read: [] },
  run: () => ({ kind: 'unknown', message: 'it is written in a part of CEL that is not read here' })
}

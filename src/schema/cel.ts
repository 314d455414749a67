import type { Manifest } from '../manifest/manifest.ts'
import { compileExpression } from './cel-program.ts'
import { type ExpressionFindings, runExpressions } from './expressions.ts'
import type { Schemas } from './schemas.ts'

/**
 * Runs the validation rules (`x-kubernetes-validations`) of any CRD with `@bufbuild/cel`, which is costly to load:
 * shells load this module when something is to be validated whose rules may be beyond `plain.ts`.
 */
export function validateExpressions(
  manifest: Manifest,
  schemas: Schemas,
  base?: Manifest
): ExpressionFindings {
  return runExpressions(manifest, schemas, base, compileExpression)
}

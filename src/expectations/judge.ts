import type { Miss } from './expectation.ts'

/** What of an expectation a request misses, and what configuration does not decide. */
export class Judge {
  readonly misses: Miss[] = []
  readonly undecided: string[] = []
  compared = 0

  /** One requirement, met or not. */
  require(what: string, met: boolean, wanted: string, got: string): void {
    this.compared += 1
    if (!met) this.misses.push({ what, wanted, got })
  }

  /** The application or chance decides, not the configuration. */
  leave(what: string): void {
    this.undecided.push(what)
  }
}

/** A fault as dataplane/outcome-settings writes it; percentages from 0 to 100. */
interface Fault {
  readonly abort?: { readonly percent: number; readonly httpStatus?: number }
  readonly delay?: { readonly percent: number; readonly milliseconds: number }
}

export function faultOf(fault: Readonly<Record<string, unknown>> | undefined): Fault {
  return (fault ?? {}) as Fault // dataplane/outcome-settings copies it so
}

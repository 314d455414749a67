/** Emphasis for a terminal; without colour every function returns its text. */
export interface Paint {
  readonly good: (text: string) => string
  readonly warn: (text: string) => string
  readonly bad: (text: string) => string
  readonly strong: (text: string) => string
  readonly dim: (text: string) => string
}

export function paint(color: boolean): Paint {
  const sgr = (on: number, off: number) => (text: string) =>
    color ? `\u001b[${on}m${text}\u001b[${off}m` : text
  return {
    good: sgr(32, 39),
    warn: sgr(33, 39),
    bad: sgr(31, 39),
    strong: sgr(1, 22),
    dim: sgr(2, 22)
  }
}

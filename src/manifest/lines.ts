import type { SourcePosition } from '../finding.ts'

/** Offsets of a text as lines and columns; the table is made when the first one is asked for. */
export class Lines {
  private readonly text: string
  private starts: number[] | null = null

  constructor(text: string) {
    this.text = text
  }

  /** 1-based, in UTF-16 code units. */
  position(offset: number): SourcePosition {
    const starts = this.table()
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }

  private table(): number[] {
    if (this.starts !== null) return this.starts
    const starts = [0]
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) {
      starts.push(at + 1)
    }
    this.starts = starts
    return starts
  }
}

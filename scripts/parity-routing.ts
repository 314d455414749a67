/** Kept as the name by which package.json starts it: all areas, see parity.ts. */
import './parity.ts'

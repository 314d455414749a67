import { setFlagsFromString } from 'node:v8'

/**
 * Has V8 optimize a function only once it has run some ten thousand times. A command ends after a second, so that much
 * of what the optimizing compilers do in their threads never pays: without it 1,000 objects are analysed with a
 * quarter less processor time, 10,000 with a seventh less (bench/analyze.ts). The flags are those of V8 13 (Node 24);
 * other versions are left alone, since an unknown flag is an error on stderr.
 */
export function compileLate(): void {
  if (process.versions.v8.split('.')[0] !== '13') return
  setFlagsFromString('--invocation-count-for-maglev=8000')
  setFlagsFromString('--invocation-count-for-turbofan=40000')
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { envoyVersions } from '../../conformance/judge/envoy.ts'
import { root } from '../support/golden.ts'

test('the page and the script that fetches Envoy name the same versions', () => {
  const script = readFileSync(join(root, 'conformance/envoy.sh'), 'utf8')
  const named = [...script.matchAll(/^ {2}(1\.\d+)\) version=(\S+) ;;$/gm)]
  expect(Object.fromEntries(named.map(([, minor, version]) => [minor, version]))).toEqual(
    envoyVersions
  )
})

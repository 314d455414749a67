import base from './jest.config.mjs'

/** The suites over ../shared/corpus, which is not part of the repository. */
export default {
  ...base,
  testMatch: ['<rootDir>/__tests__/corpus/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/']
}

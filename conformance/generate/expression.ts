/** A regular expression with texts that it matches as a whole, and texts that it nearly matches. */
export interface Expression {
  readonly pattern: string
  readonly hits: readonly string[]
  readonly misses: readonly string[]
}

export const pathExpressions: readonly Expression[] = [
  { pattern: '.*', hits: ['/', '/a/b'], misses: [] },
  { pattern: '/.*', hits: ['/', '/api'], misses: [] },
  { pattern: '/a/[0-9]+', hits: ['/a/1', '/a/42'], misses: ['/a/', '/a/x', '/a/1/'] },
  { pattern: '/(a|api)(/.*)?', hits: ['/a', '/api/v1'], misses: ['/ab', '/apix'] },
  { pattern: '/a.b', hits: ['/a.b', '/aXb'], misses: ['/ab', '/a/b/'] },
  { pattern: '(?i)/api/.*', hits: ['/API/x', '/api/'], misses: ['/api'] },
  { pattern: '/api|/a/b', hits: ['/api', '/a/b'], misses: ['/api/', '/x/a/b'] },
  { pattern: '/[^/]+', hits: ['/a', '/api'], misses: ['/', '/a/b'] }
]

export const valueExpressions: readonly Expression[] = [
  { pattern: 'a.*', hits: ['a', 'abc'], misses: ['b', 'ba'] },
  { pattern: '.*', hits: ['', 'x'], misses: [] },
  { pattern: '.+', hits: ['x'], misses: [''] },
  { pattern: '(a|b)', hits: ['a', 'b'], misses: ['ab', 'A'] },
  { pattern: '[0-9]{2}', hits: ['12'], misses: ['1', '123'] },
  { pattern: '(?i)yes', hits: ['YES', 'yes'], misses: ['no', 'yess'] }
]

const byPattern = new Map(
  [...pathExpressions, ...valueExpressions].map(expression => [expression.pattern, expression])
)

/** What is known of a pattern that these lists hold. */
export function expressionOf(pattern: string): Expression {
  return byPattern.get(pattern) ?? { pattern, hits: [], misses: [] }
}

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UserError } from '../../src/errors.ts'
import { type EventContext, planEvent, plannedEvents } from '../../src/git/event.ts'
import { expectGolden } from '../support/golden.ts'
import { type EventCase, eventCases, eventContext } from './event-cases.ts'

describe('what an event compares', () => {
  test.each(eventCases.map(one => [one.event, one.situation, one] as const))(
    '%s: %s',
    (_event, _situation, { given, plan, refusal }) => {
      if (refusal === undefined) {
        expect(planEvent(eventContext(given))).toMatchObject(plan ?? {})
        return
      }
      const error = refused(eventContext(given))
      expect(error.message).toMatch(refusal[0])
      expect(error.hint).toMatch(refusal[1])
    }
  )

  test('every event that is planned has a case', () => {
    const covered = new Set(eventCases.map(({ event }) => event))
    expect(plannedEvents.filter(event => !covered.has(event))).toEqual([])
  })

  test('each row of the page is a case', () => expectGolden('docs/events.md', page(eventCases)))
})

test('any payload gives a plan or a refusal, never a defect', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...plannedEvents, 'release'),
      fc.anything({ maxDepth: 4 }),
      fc.string(),
      (name, payload, sha) => {
        try {
          planEvent(eventContext({ name, payload, sha }))
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }
    )
  )
})

function refused(event: EventContext): UserError {
  try {
    planEvent(event)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('it was not refused')
}

function page(cases: readonly EventCase[]): string {
  const rows = cases.map(
    ({ event, situation, answer, note }) =>
      `| ${event.startsWith('any') ? event : `\`${event}\``} | ${situation} | ${answer} | ${note} |`
  )
  return `# What is compared, by event

Both sides are read from git, never from the files on disk, and the configuration always comes from base.
Where a commit is missing (a shallow checkout), the least that is missing is fetched with \`github-token\`; where that
fails, the run ends with an error that names the commit and the \`fetch-depth\` that helps. In a workflow that is called
by another (\`workflow_call\`), the event is the caller's.

Each row is a test of \`__tests__/git/event-cases.ts\`, and this page is made from them.

| event | situation | compared | note |
|---|---|---|---|
${rows.join('\n')}

On a machine, \`meshproof check\` compares the files on disk (or \`--head\`) with where the branch left the default branch
(or \`--base\`), and fetches nothing.
`
}

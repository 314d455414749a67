/**
 * Pairs that are called text-only and do have an effect, each with what it is. The class was made by looking at objects
 * of the same ref; what came beside them, or fields that the compared version does not have, is not text.
 */
export const effective: Readonly<Record<string, string>> = {
  '44': 'EnvoyFilters changed, one of them went, beside the objects of which only the text changed',
  '55': 'a Service comes beside the objects of which only the text changed',
  '59': 'AuthorizationPolicies come beside the objects of which only the text changed',
  '61': 'ServiceEntries come beside the objects of which only the text changed',
  '62': '`appendHeaders`, which no version since 1.18 reads, becomes `headers`, which adds the header'
}

/** A path value that is a template: `{*}` is one segment, `{**}` the rest. */
export function isUriTemplate(value: string): boolean {
  return value.includes('{*}') || value.includes('{**}')
}

/** What `*` of Envoy's templates stands for, segment by segment. Source: Envoy uri_template_internal.h. */
const SEGMENT_CHARACTERS = "a-zA-Z0-9\\-._~%!$&'()+,;:@="

/**
 * A template as RE2 over the whole path. Stars that stand in no braces work like those in braces where
 * they are a whole segment; behind other text one repeats the letter before it, as in the regular
 * expression that Envoy makes of it. Source: Envoy uri_template_internal.cc toRegexPattern.
 */
export function uriTemplateRegex(template: string): string {
  const plain = template.replaceAll('{*}', '*').replaceAll('{**}', '**')
  return plain
    .split('/')
    .map(segment => {
      if (segment === '*') return `[${SEGMENT_CHARACTERS}]+`
      if (segment === '**') return `[${SEGMENT_CHARACTERS}/]*`
      return segment.replace(/[$()+.]/g, '\\$&')
    })
    .join('/')
}

/** Every finding of this room with what it means, in a sentence; for lists of findings, not for their messages. */
export const manifestFindings = {
  'manifest/alias-bomb': 'Aliases expand a document far beyond what is written.',
  'manifest/ambiguous-character':
    'A character breaks lines for Kubernetes and not for other readers of YAML.',
  'manifest/cyclic-anchor': 'An anchor contains itself.',
  'manifest/duplicate-key': 'A key stands twice in one map.',
  'manifest/invalid-anchor':
    'The name of an anchor holds characters that Kubernetes does not allow.',
  'manifest/invalid-annotations': 'Annotations are not a map of strings.',
  'manifest/invalid-api-version': 'apiVersion is not a string.',
  'manifest/invalid-encoding': 'A document holds bytes that are not UTF-8.',
  'manifest/invalid-key': 'A key is not a string and cannot be made one.',
  'manifest/invalid-kind': 'kind is not a string.',
  'manifest/invalid-labels': 'Labels are not a map of strings.',
  'manifest/invalid-merge': 'A merge key takes something that is no map.',
  'manifest/invalid-metadata': 'metadata is not a map.',
  'manifest/invalid-name': 'metadata.name is not a string.',
  'manifest/invalid-namespace': 'metadata.namespace is not a string.',
  'manifest/invalid-scalar': 'A value that Kubernetes refuses, or reads otherwise than it looks.',
  'manifest/invalid-suppression': 'A suppressing comment that suppresses nothing.',
  'manifest/invalid-yaml': 'A document is not YAML.',
  'manifest/missing-api-version': 'An object has no apiVersion.',
  'manifest/missing-kind': 'An object has no kind.',
  'manifest/missing-name': 'An object has no name.',
  'manifest/too-deep': 'A document is nested more deeply than any Kubernetes object.',
  'manifest/too-large': 'A file is larger than what is read.',
  'manifest/too-many-documents': 'A file has more documents than are read.',
  'manifest/unknown-anchor': 'An alias names no anchor before it.',
  'manifest/unsupported-version':
    'A document says that it is a YAML which Kubernetes does not read.'
} as const

export type ManifestFindingId = keyof typeof manifestFindings

/** Thrown by the plain reader at anything it does not read; one object, since a stack trace would cost more than it. */
export class Unusual extends Error {}
export const unusual = new Unusual('not the plain subset of YAML')

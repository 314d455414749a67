import type { EffectKind } from '../../src/effects/effect.ts'
import type { Random } from '../generate/random.ts'
import type { Fields } from '../generate/world.ts'
import { ofKind, specOf, type Tree, treeAt, treesAt } from './tree.ts'

/** The text of one side, by path. */
export type Texts = Readonly<Record<string, string>>

/** An edit that no request can tell: the same mesh, written otherwise. */
export interface NeutralEdit {
  readonly name: string
  /** Why it means the same, with the source. */
  readonly why: string
  /** Changes the objects, its own copy; false where the world has nothing to edit. */
  apply(objects: Tree[], random: Random): boolean
  /** Mesh configurations under which it is not neutral. */
  unless?(meshConfig: Fields): boolean
  /** How the edited side is written; default: one file of JSON documents. */
  write?(objects: readonly Tree[], random: Random): Texts
}

/** An edit that means something wherever a request can get there. */
export interface TellingEdit {
  readonly name: string
  /** Kinds of effects that say it rightly. */
  readonly kinds: readonly EffectKind[]
  apply(objects: Tree[], random: Random): boolean
}

/** One HTTP rule with the list and the VirtualService that hold it. */
export interface RuleSite {
  readonly service: Tree
  readonly rules: Tree[]
  readonly rule: Tree
  readonly index: number
}

/** Every HTTP rule that satisfies the condition. */
export function ruleSites(
  objects: readonly Tree[],
  meets: (rule: Tree, index: number, rules: readonly Tree[]) => boolean = () => true
): RuleSite[] {
  return ofKind(objects, 'VirtualService').flatMap(service => {
    const rules = treesAt(specOf(service), 'http')
    return rules.flatMap((rule, index) =>
      meets(rule, index, rules) ? [{ service, rules, rule, index }] : []
    )
  })
}

/** Those that some request reaches, as far as their list tells: none before them takes everything; else all. */
export function livelyOf(sites: readonly RuleSite[]): readonly RuleSite[] {
  const lively = sites.filter(({ rules, index }) => !rules.slice(0, index).some(isBare))
  return lively.length > 0 ? lively : sites
}

/** Chooses one site and edits it; false where there is none. */
export function atOne<Site>(
  random: Random,
  sites: readonly Site[],
  edit: (site: Site) => boolean | undefined
): boolean {
  if (sites.length === 0) return false
  return edit(random.pick(sites)) !== false
}

/** Puts the rules back: a VirtualService holds its list by reference, a changed length does not. */
export function setRules({ service }: RuleSite, rules: readonly Tree[]): void {
  specOf(service).http = [...rules]
}

/** Rules that a copy or a neighbour does not change: no delegate, which may be used once. */
export function isPlain(rule: Tree): boolean {
  return !('delegate' in rule)
}

export function isBare(rule: Tree): boolean {
  return treesAt(rule, 'match').length === 0
}

/** Matches of a delegate are merged with those of its roots, where prefix / says something. */
export function isRoot({ service }: RuleSite): boolean {
  return treeAt(service, 'spec').hosts !== undefined
}

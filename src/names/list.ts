export const nameKinds = ['person', 'organisation', 'brand', 'acronym', 'place'] as const

/** What sort of thing a name is the name of. */
export type NameKind = (typeof nameKinds)[number]

/** One entry of a site's list of names. */
export interface NameEntry {
  /** The accepted spelling. */
  readonly name: string
  readonly kind?: NameKind
  /** An acronym's full name. */
  readonly expansion?: string
  /** Other accepted spellings. */
  readonly also?: readonly string[]
  /** Wrong forms that are certain. */
  readonly not?: readonly string[]
  /** Look-alikes that are right. */
  readonly ignore?: readonly string[]
}

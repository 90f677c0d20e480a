import { methods, type CoreMethod } from '../../contract/api.ts'
import type { Grant } from '../../contract/library.ts'
import type { GrantedPath } from '../host.ts'
import type { Grants } from './grants.ts'

/** Which grants a call to the core names. Input that does not parse names none; the core then refuses it with its reason. */
const named: { readonly [M in CoreMethod]?: (input: unknown) => readonly Grant[] } = {
  'import.start': (input) => methods['import.start'].input.safeParse(input).data?.grants ?? [],
  'import.report': (input) => {
    const folder = methods['import.report'].input.safeParse(input).data?.folder
    return folder === undefined ? [] : [folder]
  },
  'judgements.export': (input) => {
    const folder = methods['judgements.export'].input.safeParse(input).data?.folder
    return folder === undefined ? [] : [folder]
  },
  'judgements.preview': (input) => {
    const file = methods['judgements.preview'].input.safeParse(input).data?.file
    return file === undefined ? [] : [file]
  },
  'judgements.import': (input) => {
    const file = methods['judgements.import'].input.safeParse(input).data?.file
    return file === undefined ? [] : [file]
  },
  'lexicon.export': (input) => {
    const folder = methods['lexicon.export'].input.safeParse(input).data?.folder
    return folder === undefined ? [] : [folder]
  },
  'codebook.export': (input) => {
    const folder = methods['codebook.export'].input.safeParse(input).data?.folder
    return folder === undefined ? [] : [folder]
  },
  'library.backup': (input) => {
    const to = methods['library.backup'].input.safeParse(input).data?.to ?? null
    return to === null ? [] : [to]
  },
  'pack.write': (input) => {
    const folder = methods['pack.write'].input.safeParse(input).data?.folder
    return folder === undefined ? [] : [folder]
  },
}

/** The calls that may name grants. */
export const NAMING: ReadonlySet<string> = new Set(Object.keys(named))

/** The paths behind the grants of one call. Throws NO_SUCH_GRANT. */
export function grantedPaths(grants: Grants, method: CoreMethod, input: unknown): readonly (readonly [Grant, GrantedPath])[] {
  return (named[method]?.(input) ?? []).map((grant) => [grant, grants.resolve(grant)])
}

/** The people of an entry as one line of names for each role, and the people that such lines name. */
import { AuthorRole, type Author } from '../../../../../../electron/contract/entry.ts'

const BETWEEN = /[、，,；;\n]/u

export const namesOf = (authors: readonly Author[], role: AuthorRole): string => authors.filter((author) => author.role === role).map(({ name }) => name).join('、')

export const namesIn = (line: string): readonly string[] => [...new Set(line.split(BETWEEN).map((name) => name.trim()).filter((name) => name !== ''))]

/** `lines` in the order of the roles. Roles stand in the order they stood in; what is known of somebody besides the name stays. */
export function peopleOf(before: readonly Author[], lines: readonly string[]): Author[] {
  const roles = [...new Set([...before.map(({ role }) => role), ...AuthorRole.options])]
  return roles.flatMap((role) => namesIn(lines[AuthorRole.options.indexOf(role)] ?? '').map((name) => before.find((author) => author.role === role && author.name === name) ?? { name, role, note: null }))
}

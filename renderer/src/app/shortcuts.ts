/** Which key runs which command on this host. Browsers keep some keys for themselves; those commands get another one there. */
import { COMMANDS, type CommandId } from '../../../electron/contract/commands.ts'
import type { HostKind } from '../../../electron/contract/host.ts'

const IN_BROWSERS: { readonly [K in CommandId]?: string } = {
  'entry.new': 'Alt+N',
  'import.files': 'Alt+O',
  'import.folder': 'Alt+Shift+O',
  'import.paste': 'Alt+V',
  'entry.copyCitation': 'Alt+C',
  'compare.add': 'Alt+B',
  'screen.library': 'Alt+1',
  'screen.compare': 'Alt+2',
  'screen.practices': 'Alt+3',
  'screen.facts': 'Alt+4',
  'screen.dictionary': 'Alt+5',
  'screen.import': 'Alt+6',
  'screen.trash': 'Alt+7',
  'screen.judgements': 'Alt+8',
  'screen.settings': 'Alt+9',
}

export const shortcutOf = (command: CommandId, host: HostKind): string | null => (host === 'browser' ? IN_BROWSERS[command] : undefined) ?? COMMANDS[command].key

/** Single letters that act while the reader has the focus. */
export const READER_KEYS = { original: 'O', notices: 'L', next: 'N', previous: 'P', edit: 'E', practices: 'T', mark: 'M', fact: 'F', margin: 'G', nextEvidence: ']', previousEvidence: '[' } as const
/** Single letters that act while the list of practices has the focus. */
export const PRACTICE_KEYS = { confirm: 'A', reject: 'X', adopt: 'D' } as const
/** Single letters that act while a fact of the card has the focus. */
export const FACT_KEYS = { confirm: 'A', reject: 'X', edit: 'E', adopt: 'D' } as const
/** Single letters that act in the review, wherever the focus is in it but a text field. */
export const REVIEW_KEYS = { next: 'J', previous: 'K', accept: 'A', skip: 'S', undo: 'Z', fields: 'F', edit: 'E', open: 'O', case: '1', other: '2' } as const
/** Single letters that act among the new words of the dictionary, wherever the focus is there but a text field. */
export const DICTIONARY_KEYS = { next: 'J', previous: 'K', accept: 'A', reject: 'S', undo: 'Z', open: 'O' } as const
/** Single letters that act among what is judged differently, wherever the focus is there; digits take over the word of that number. */
export const JUDGEMENT_KEYS = { next: 'J', previous: 'K', open: 'O', undo: 'Z' } as const
/** Keys that act while the lines of an original have the focus: they say where articles begin. */
export const CUT_KEYS = { add: 'Enter', join: 'Delete', up: 'Alt+↑', down: 'Alt+↓' } as const

import { initials } from '../i18n/initials.ts'

/** Whether a person who types `typed` means `label`: a part of it, or the first letters of its syllables (`dr` for 导入). */
export function fits(label: string, typed: string): boolean {
  const looked = fold(typed)
  return looked === '' || fold(label).includes(looked) || fold(initials(label)).includes(looked)
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')

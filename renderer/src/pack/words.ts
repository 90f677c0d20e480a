/** What the page says, in the language the pack was made in. */
import type { PackData } from '../../../electron/contract/pack-page.ts'
import { packPage as en } from '../i18n/en/pack-page.ts'
import { packPage as zh } from '../i18n/zh/pack-page.ts'

type Catalogue = (typeof zh)['packPage']
type Key = { [K in keyof Catalogue & string]: Catalogue[K] extends string ? `packPage.${K}` : `packPage.${K}.${keyof Catalogue[K] & string}` }[keyof Catalogue & string]
export type Words = (key: Key, values?: Readonly<Record<string, string | number>>) => string

export function wordsOf(language: PackData['language']): Words {
  const catalogue: object = language === 'en' ? en : zh
  return (key, values = {}) => {
    const found: unknown = key.split('.').reduce<unknown>((node, name) => (typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined), catalogue)
    return String(found).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}

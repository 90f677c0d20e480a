/** What the query was understood as, part by part, with what else its words are taken for. */
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { QueryChip } from '../../../../../electron/contract/searching.ts'
import { useView, useViewOf } from '../../../app/view.ts'
import { ChipRow, type Chip } from './ChipRow.tsx'

/** Operators in the label of a chip: the words of the query language are the same in every language of the window. */
const OPERATORS = /(\u975E(?=\uFF08)|^\u975E |(?<=[ \uFF08])(?:\u6216|\u4E0E|\u975E)(?= ))/

export const QueryChips = memo(function QueryChips({ chips }: { readonly chips: readonly z.infer<typeof QueryChip>[] }) {
  const { t } = useTranslation()
  const { filters, search, filter } = useViewOf('filters', 'search', 'filter')
  const cut = (start: number, end: number): void => {
    const { query } = useView.getState()
    search(`${query.slice(0, start)} ${query.slice(end)}`.replaceAll(/\s+/g, ' ').trim())
  }
  /** It is left out, or a part of what is left out. */
  const isExcluded = (chip: (typeof chips)[number] | undefined): boolean => chip !== undefined && (chip.kind === 'not' || (chip.group !== null && isExcluded(chips[chip.group])))
  const chipOf = (chip: (typeof chips)[number]): Chip => {
    const { kind, label, start, end, group, word, alternatives } = chip
    const key = `${kind}-${String(start)}-${label}`
    if ((kind === 'synonym' || kind === 'pinyin') && word !== null) {
      const also = alternatives.join(t('library.comma'))
      return {
        key,
        tone: 'also',
        label: <><span className="chip-word">{word}</span> <span className="chip-note">{t(kind === 'pinyin' ? 'library.chipPinyin' : 'library.chipAlso')}</span> {also}</>,
        title: also,
        removal: t('library.chipLiteral', { word }),
        onRemove: () => filter({ ...filters, literal: [...filters.literal.filter((one) => one !== word), word] }),
      }
    }
    return { key, tone: isExcluded(chip) ? (group === null ? 'not' : 'part-not') : group === null ? 'plain' : 'part', label: readable(label), title: label, removal: t('library.chipRemove', { label }), onRemove: () => cut(start, end) }
  }
  const literal = filters.literal.map((word): Chip => ({
    key: `literal-${word}`,
    tone: 'also',
    label: t('library.chipAsTyped', { word }),
    removal: t('library.chipWithSynonyms', { word }),
    onRemove: () => filter({ ...filters, literal: filters.literal.filter((one) => one !== word) }),
  }))
  const all = [...chips.map(chipOf), ...literal]
  return all.length === 0 ? null : <ChipRow label={t('library.understood')} chips={all} />
})

/** With its operators set apart. */
const readable = (label: string): ReactNode => label.split(OPERATORS).map((part, index) => (index % 2 === 1 ? <b key={String(index)} className="chip-operator">{part}</b> : part))

/** Making a change of the taxonomy: signed, told, and open to be taken back. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StepChange, TaxonomyChange, TaxonomyStep } from '../../../electron/contract/taxonomy.ts'
import { client } from '../api/index.ts'
import { refresh } from '../api/hooks.ts'
import { useFaults } from './faults.ts'
import { signature } from './person.tsx'
import type { Taxonomy } from './taxonomy.ts'

const RENEWED = ['practices.', 'taxonomy.', 'search.', 'entries.', 'compare.', 'labels.', 'codebook.'] as const

/** What a change did, in one line. */
export function useChangeWords(taxonomy: Taxonomy): (change: StepChange) => string {
  const { t } = useTranslation()
  return (change) => {
    if (change.type === 'label') return t(`labels.did.${change.before === null ? 'made' : change.after === null ? 'removed' : 'changed'}`, { name: (change.after ?? change.before)?.name ?? '' })
    if (change.type === 'codebook') return t('codebook.did', { file: change.file, practices: change.practices.length, labels: change.labels.length })
    const name = change.type === 'add' ? change.label : taxonomy.label(change.id)
    switch (change.type) {
      case 'words':
        return t('changing.did.words', { name, words: [...change.add.map((word) => `＋${word}`), ...change.remove.map((word) => `－${word}`)].join(' ') })
      case 'merge':
        return t('changing.did.merge', { name, into: taxonomy.label(change.into) })
      case 'move':
        return t('changing.did.move', { name, to: change.parent === null ? t('changing.firstLevel') : taxonomy.label(change.parent) })
      case 'rename':
        return t('changing.did.rename', { name: change.label })
      default:
        return t(`changing.did.${change.type}`, { name })
    }
  }
}

export interface TaxonomyChanging {
  /** Answers whether it was done. */
  readonly change: (change: TaxonomyChange) => Promise<boolean>
  readonly undo: (step: TaxonomyStep) => void
}

export function useChanging(taxonomy: Taxonomy): TaxonomyChanging {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fault = useFaults()
  const words = useChangeWords(taxonomy)
  return {
    change: async (change) => {
      try {
        const by = await signature()
        if (by === null) return false
        await client.call('taxonomy.change', { change, by })
        await refresh(RENEWED)
        void message.success(words(change))
        return true
      } catch (error) {
        fault(error)
        return false
      }
    },
    undo: (step) => {
      client.call('taxonomy.undo', { step: step.id }).then(async () => {
        await refresh(RENEWED)
        void message.success(t('undo.undone', { label: words(step.change) }))
      }).catch(fault)
    },
  }
}

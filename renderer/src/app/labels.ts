/** Own labels (标签) in the window: what they are, what each looks like, and what a person does with them. */
import { App } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, EntryId, Span } from '../../../electron/contract/entry.ts'
import { LABEL_COLOURS, type Label, type LabelColour, type LabelDefinition, type LabelId } from '../../../electron/contract/labels.ts'
import { client } from '../api/index.ts'
import { refresh, useCall } from '../api/hooks.ts'
import { useFaults } from './faults.ts'
import { signature } from './person.tsx'
import type { Coloured } from './practice-colours.ts'
import { useUndo } from './undo.tsx'

const LIKE: Readonly<Record<LabelColour, Coloured>> = { blue: 'grid', orange: 'fengqiao', teal: 'smart', yellow: 'mediation', red: 'party', pink: 'sanzhi', violet: 'safety', brown: 'petition', green: 'participation', lime: 'service', grey: 'system' }
/** The class that gives a part the colours of a label. */
export const labelClass = (colour: LabelColour): string => `practice-${LIKE[colour]}`

export interface Labels {
  /** Each followed by those that stand under it. */
  readonly all: readonly { readonly label: Label; readonly passages: number; readonly depth: number }[]
  readonly get: (id: LabelId) => Label | undefined
}

export function useLabels(enabled = true): Labels {
  const listed = useCall('labels.list', {}, { enabled }).data
  return useMemo(() => {
    const byId = new Map((listed ?? []).map(({ label }) => [label.id, label]))
    const depth = (label: Label): number => {
      const parent = label.parent === null ? undefined : byId.get(label.parent)
      return parent === undefined ? 0 : depth(parent) + 1
    }
    return { all: (listed ?? []).map((one) => ({ ...one, depth: depth(one.label) })), get: (id) => byId.get(id) }
  }, [listed])
}

/** A new label takes the next colour, so that those made one after another can be told apart. */
export const freshLabel = (name: string, known: number): LabelDefinition => ({ name: name.trim(), parent: null, colour: LABEL_COLOURS[known % LABEL_COLOURS.length] ?? 'blue', definition: '', counts: [], countsNot: [] })

const RENEWED = ['labels.', 'taxonomy.', 'codebook.'] as const

export interface Labelling {
  /** Makes or changes one; null when that was not done. */
  readonly put: (id: LabelId | null, label: LabelDefinition) => Promise<Label | null>
  readonly remove: (label: Label) => Promise<boolean>
  /** Gives a label to a passage; answers whether that was done. */
  readonly give: (entry: Pick<Entry, 'id' | 'revision'>, label: Pick<Label, 'id' | 'name'>, span: Span) => Promise<boolean>
  readonly take: (id: EntryId, label: Pick<Label, 'name'>, passage: string) => void
}

/** Signed, told, and open to be taken back. */
export function useLabelling(): Labelling {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fault = useFaults()
  const undo = useUndo()
  const done = async <T,>(work: () => Promise<T | null>): Promise<T | null> => {
    try {
      const result = await work()
      if (result !== null) await refresh(RENEWED)
      return result
    } catch (error) {
      fault(error)
      return null
    }
  }
  return {
    put: (id, label) => done(async () => {
      const by = await signature()
      if (by === null) return null
      const made = await client.call('labels.put', { id, label, by })
      void message.success(t(id === null ? 'labels.made' : 'labels.changed', { name: label.name }))
      return made.label
    }),
    remove: async ({ id, name }) => (await done(async () => {
      const by = await signature()
      if (by === null) return null
      await client.call('labels.remove', { id, by })
      void message.success(t('labels.removed', { name }))
      return true
    })) ?? false,
    give: async ({ id, revision }, label, span) => (await done(async () => {
      const by = await signature()
      if (by === null) return null
      const given = await client.call('labels.addPassage', { id, revision, label: label.id, span, by })
      undo.offer(t('labels.given', { name: label.name }), given.undo)
      return true
    })) ?? false,
    take: (id, { name }, passage) => void done(async () => {
      const by = await signature()
      if (by === null) return null
      const taken = await client.call('labels.removePassage', { id, passage, by })
      undo.offer(t('labels.taken', { name }), taken.undo)
      return true
    }),
  }
}

/** Marking a passage: the words that were chosen, and which practice they show or which label they get, found by a few letters. */
import { PlusOutlined } from '@ant-design/icons'
import { Modal } from 'antd'
import { Command } from 'cmdk'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Practice, PracticeId } from '../../../../../../electron/contract/practices.ts'
import type { Label } from '../../../../../../electron/contract/labels.ts'
import { labelClass, useLabels } from '../../../../app/labels.ts'
import { fits } from '../../../../app/matching.ts'
import { practiceClass } from '../../../../app/practice-colours.ts'
import type { Taxonomy } from '../../../../app/taxonomy.ts'

const LONGEST = 240
/** As long as the name of a label can be. */
const LONGEST_NAME = 40

export interface Marking {
  readonly onChoose: (practice: PracticeId) => void
  readonly onLabel: (label: Label) => void
  /** Makes a label of this name and gives it to the passage. */
  readonly onNewLabel: (name: string) => void
}

export function PassageDialog({ text, taxonomy, onClose, onClosed, ...marking }: Marking & {
  /** The passage; null while there is nothing to mark. */
  readonly text: string | null
  readonly taxonomy: Taxonomy
  readonly onClose: () => void
  readonly onClosed: () => void
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Modal open={text !== null} onCancel={onClose} footer={null} title={t('practice.markTitle')} width="35rem" destroyOnHidden afterOpenChange={(shown) => { if (shown) input.current?.focus(); else onClosed() }}>
      <blockquote className="marked-passage">{(text ?? '').length > LONGEST ? `${(text ?? '').slice(0, LONGEST)}…` : text}</blockquote>
      <Choices taxonomy={taxonomy} input={input} {...marking} />
    </Modal>
  )
}

function Choices({ taxonomy, input, onChoose, onLabel, onNewLabel }: Marking & { readonly taxonomy: Taxonomy; readonly input: React.Ref<HTMLInputElement> }) {
  const { t, i18n } = useTranslation()
  const [typed, setTyped] = useState('')
  const labels = useLabels()
  const fitting = labels.all.filter(({ label }) => fits(label.name, typed))
  const fresh = typed.trim().slice(0, LONGEST_NAME)
  const known = labels.all.some(({ label }) => label.name === fresh)
  const fullName = (practice: Practice): string => (i18n.language === 'en' ? practice.en : practice.zh)
  const found = ({ id, label, zh, en }: Practice): boolean => [taxonomy.label(id), label, zh, en].some((name) => fits(name, typed))
  const groups = taxonomy.under(null).flatMap((top) => {
    const subs = taxonomy.under(top.id).filter(found)
    return found(top) || subs.length > 0 ? [{ top, items: found(top) ? [top, ...subs] : subs }] : []
  })
  return (
    <Command label={t('practice.choose')} shouldFilter={false} loop className="palette">
      <Command.Input ref={input} value={typed} onValueChange={setTyped} placeholder={t('practice.chooseHint')} />
      <Command.List label={t('practice.choose')}>
        {fitting.length > 0 && (
          <Command.Group heading={t('labels.title')}>
            {fitting.map(({ label, depth }) => (
              <Command.Item key={label.id} value={`label ${label.id}`} onSelect={() => onLabel(label)}>
                <span style={{ paddingLeft: `${String(typed === '' ? depth : 0)}rem` }}><span className={`practice-dot ${labelClass(label.colour)}`} aria-hidden />{label.name}</span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {groups.map(({ top, items }) => (
          <Command.Group key={top.id} heading={<><span className={`practice-dot ${practiceClass(top.id)}`} aria-hidden />{fullName(top)}</>}>
            {items.map((practice) => (
              <Command.Item key={practice.id} value={practice.id} onSelect={() => onChoose(practice.id)}>
                <span>{fullName(practice)}</span>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {fresh !== '' && !known && (
          <Command.Group heading={t(groups.length + fitting.length === 0 ? 'practice.chooseEmpty' : 'labels.new')}>
            <Command.Item value="new label" onSelect={() => onNewLabel(fresh)}><span><PlusOutlined aria-hidden /> {t('labels.makeNamed', { name: fresh })}</span></Command.Item>
          </Command.Group>
        )}
      </Command.List>
    </Command>
  )
}

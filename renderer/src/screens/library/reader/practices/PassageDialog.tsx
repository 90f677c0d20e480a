/** Marking a passage: the words that were chosen, and which practice they show, found by a few letters. */
import { Modal } from 'antd'
import { Command } from 'cmdk'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Practice, PracticeId } from '../../../../../../electron/contract/practices.ts'
import { fits } from '../../../../app/matching.ts'
import { practiceClass } from '../../../../app/practice-colours.ts'
import type { Taxonomy } from '../../../../app/taxonomy.ts'

const LONGEST = 240

export function PassageDialog({ text, taxonomy, onChoose, onClose, onClosed }: {
  /** The passage; null while there is nothing to mark. */
  readonly text: string | null
  readonly taxonomy: Taxonomy
  readonly onChoose: (practice: PracticeId) => void
  readonly onClose: () => void
  readonly onClosed: () => void
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Modal open={text !== null} onCancel={onClose} footer={null} title={t('practice.markTitle')} width="35rem" destroyOnHidden afterOpenChange={(shown) => { if (shown) input.current?.focus(); else onClosed() }}>
      <blockquote className="marked-passage">{(text ?? '').length > LONGEST ? `${(text ?? '').slice(0, LONGEST)}…` : text}</blockquote>
      <PracticeList taxonomy={taxonomy} input={input} onChoose={onChoose} />
    </Modal>
  )
}

function PracticeList({ taxonomy, input, onChoose }: { readonly taxonomy: Taxonomy; readonly input: React.Ref<HTMLInputElement>; readonly onChoose: (practice: PracticeId) => void }) {
  const { t, i18n } = useTranslation()
  const [typed, setTyped] = useState('')
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
        <Command.Empty>{t('practice.chooseEmpty')}</Command.Empty>
        {groups.map(({ top, items }) => (
          <Command.Group key={top.id} heading={<><span className={`practice-dot ${practiceClass(top.id)}`} aria-hidden />{fullName(top)}</>}>
            {items.map((practice) => (
              <Command.Item key={practice.id} value={practice.id} onSelect={() => onChoose(practice.id)}>
                <span>{fullName(practice)}</span>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}

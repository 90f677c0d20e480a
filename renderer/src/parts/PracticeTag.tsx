/** A practice as a tag: its short label in its colours, how strongly the text shows it by its form, and what people decided by its icon. */
import { CheckCircleFilled, CloseCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { PracticeId, Strength, TagState } from '../../../electron/contract/practice-tag.ts'
import { practiceClass } from '../app/practice-colours.ts'

const ICONS = { draft: QuestionCircleOutlined, confirmed: CheckCircleFilled, rejected: CloseCircleOutlined } as const

/** Without `strength` and `state` only the label is shown, as in a list. */
export function PracticeTag({ id, label, strength, state }: { readonly id: PracticeId; readonly label: string; readonly strength?: Strength; readonly state?: TagState }) {
  const { t } = useTranslation()
  const Icon = state === undefined ? null : ICONS[state]
  const said = [strength === undefined ? null : t(`practice.strength.${strength}`), state === undefined ? null : t(`practice.state.${state}`)].filter((part) => part !== null)
  return (
    <span className={`practice ${practiceClass(id)} ${strength ?? 'plain'} ${state ?? 'unsaid'}`} {...(said.length === 0 ? {} : { title: [label, ...said].join(' · ') })}>
      {Icon !== null && <Icon aria-hidden />}
      <span className="practice-label">{label}</span>
      {said.length > 0 && <span className="unseen">{t('practice.said', { said: said.join(t('practice.comma')) })}</span>}
    </span>
  )
}

/** How strongly a text shows a practice and what people decided, in words: where the practice itself need not be named. */
export function Standing({ strength, state }: { readonly strength: Strength; readonly state: TagState }) {
  const { t } = useTranslation()
  const Icon = ICONS[state]
  return <span className="standing"><Icon aria-hidden /> {t(`practice.strength.${strength}`)} · {t(`practice.state.${state}`)}</span>
}

/** 输入一句 → 切分前后: the sentence a person typed, or that of an example, cut as it is and as it would be. */
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../electron/contract/api.ts'
import type { Draft } from '../../../../electron/contract/lexicon.ts'
import { useCall } from '../../api/hooks.ts'
import { isEmpty, useHere, useSettled } from './hooks.ts'

type Token = Output<'lexicon.try'>['before'][number]

export function LiveLine({ typed, onType, example, draft }: { readonly typed: string; readonly onType: (text: string) => void; readonly example: string; readonly draft: Draft }) {
  const { t } = useTranslation()
  const text = typed.trim() === '' ? example : typed
  const asked = useSettled({ text, draft })
  const here = useHere()
  const cut = useCall('lexicon.try', { text: asked.text, draft: asked.draft }, { enabled: here && asked.text.trim() !== '', keep: true }).data
  const drafted = !isEmpty(asked.draft)
  return (
    <section className="live-line" aria-label={t('dictionary.try')} data-pane>
      <Input className="live-text" allowClear value={typed} onChange={({ target }) => onType(target.value)} placeholder={example === '' ? t('dictionary.tryHint') : example} aria-label={t('dictionary.try')} maxLength={2000} />
      {cut !== undefined && asked.text.trim() !== '' && (
        <dl className="cuts" aria-live="polite">
          <div><dt>{t(drafted ? 'dictionary.before' : 'dictionary.shipped')}</dt><dd><Cut tokens={cut.before} other={cut.after} /></dd></div>
          <div><dt>{t(drafted ? 'dictionary.after' : 'dictionary.now')}</dt><dd><Cut tokens={cut.after} other={cut.before} /></dd></div>
        </dl>
      )}
    </section>
  )
}

/** Words that the other line does not have are marked. */
function Cut({ tokens, other }: { readonly tokens: readonly Token[]; readonly other: readonly Token[] }) {
  const known = new Set(other.map(({ start, end }) => `${String(start)} ${String(end)}`))
  return (
    <span className="tokens">
      {tokens.map(({ text, start, end }) => (known.has(`${String(start)} ${String(end)}`) ? <span key={start} className="token">{text}</span> : <mark key={start} className="token">{text}</mark>))}
    </span>
  )
}

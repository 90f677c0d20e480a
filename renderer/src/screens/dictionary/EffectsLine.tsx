/** What a change would do, before it is made. */
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../../electron/contract/lexicon.ts'
import { useViewOf } from '../../app/view.ts'
import { isEmpty, useEffects } from './hooks.ts'

export function EffectsLine({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation()
  const { read } = useViewOf('read')
  const effects = useEffects(draft)
  if (isEmpty(draft)) return null
  if (effects === undefined) return <p className="meta" role="status">{t('dictionary.counting')}</p>
  const { entries, titles, looked, rekeyed, examples } = effects
  return (
    <div className="effects">
      <p role="status">{entries === 0 ? t('dictionary.noEffect') : t(looked < entries ? 'dictionary.effectsOfSome' : 'dictionary.effects', { entries, titles, looked, rekeyed })}</p>
      {examples.length > 0 && (
        <ul className="plain-list">
          {examples.map(({ id, title, gained, lost }) => (
            <li key={id}>
              <button type="button" className="crumb" onClick={() => read(id)}>{title}</button>
              <span className="meta"> {[gained.length > 0 ? t('dictionary.gained', { words: gained.join(t('dictionary.comma')) }) : '', lost.length > 0 ? t('dictionary.lost', { words: lost.join(t('dictionary.comma')) }) : ''].filter((part) => part !== '').join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

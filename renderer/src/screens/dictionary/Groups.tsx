/** 同义词: words that stand for each other in a search, built-in and one's own. */
import { Button, Input, Segmented, Spin, Switch } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group } from '../../../../electron/contract/lexicon.ts'
import { client } from '../../api/index.ts'
import { usePaged } from '../../api/paged.ts'
import { Notice } from '../../app/Notice.tsx'
import { Badge } from '../../parts/Badge.tsx'
import { Failed } from './Failed.tsx'
import { type Changing, useHere, useSettled } from './hooks.ts'
import { List } from './List.tsx'

type Relation = Group['relation']

const SIGN = { same: ' = ', narrower: ' ⊃ ' } as const
const line = ({ relation, words: [first = '', ...others] }: Pick<Group, 'relation' | 'words'>): string => (relation === 'same' ? [first, ...others].join(SIGN.same) : `${first}${SIGN.narrower}${others.join('、')}`)

export function Groups({ changing }: { readonly changing: Changing }) {
  const { t } = useTranslation()
  const here = useHere()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [editing, setEditing] = useState<Group | null>(null)
  const query = useSettled(typed.trim())
  const list = usePaged('lexicon.groups', { query, source: null }, ({ groups }) => groups, here)
  useEffect(() => setAt(0), [query])
  const total = list.total ?? 0
  const chosen = Math.min(at, Math.max(0, total - 1))
  const current = list.at(chosen)
  return (
    <div className="dictionary-body">
      <aside className="dictionary-side" data-pane>
        <div className="dictionary-tools"><Input allowClear data-filter-box value={typed} onChange={({ target }) => setTyped(target.value)} placeholder={t('dictionary.findGroup')} aria-label={t('dictionary.findGroup')} maxLength={200} /></div>
        {list.error !== null && <Failed error={list.error} onRetry={list.retry} />}
        {list.total === undefined ? (list.error === null && <div className="opening"><Spin /></div>) : total === 0
          ? <Notice title={t('dictionary.noGroup')} text={t('dictionary.noGroupHint')}><Button onClick={() => setTyped('')}>{t('dictionary.clearFind')}</Button></Notice>
          : <List name="group" count={total} label={t('dictionary.groups')} estimate={2.75} chosen={chosen} onChoose={setAt} onShow={list.show} renderRow={(index) => <GroupRow group={list.at(index)} />} />}
      </aside>
      <section className="dictionary-detail" data-pane aria-label={t('dictionary.groups')}>
        <GroupForm key={editing?.id ?? ''} group={editing} changing={changing} onDone={() => setEditing(null)} />
        {current !== undefined && (
          <div className="word-detail">
            <h2 className="group-head">{line(current)}</h2>
            <p className="meta">{t(`dictionary.relations.${current.relation}`)} · {t(`dictionary.sources.${current.source}`)}</p>
            <div className="group-actions">
              <label><Switch checked={current.on} onChange={(on) => void changing.make(t(on ? 'dictionary.switchedOn' : 'dictionary.switchedOff', { word: line(current) }), () => client.call('lexicon.switchGroup', { id: current.id, on }))} aria-label={t('dictionary.enabledWord', { word: line(current) })} /> {t('dictionary.enabled')}</label>
              {current.source === 'user' && <Button onClick={() => setEditing(current)}>{t('dictionary.edit')}</Button>}
              {current.source === 'user' && <Button danger onClick={() => void changing.make(t('dictionary.removed', { word: line(current) }), () => client.call('lexicon.removeGroup', { id: current.id }))}>{t('dictionary.remove')}</Button>}
            </div>
            <p className="hint">{t('dictionary.groupEffect')}</p>
          </div>
        )}
      </section>
    </div>
  )
}

function GroupRow({ group }: { readonly group: Group | undefined }) {
  const { t } = useTranslation()
  if (group === undefined) return <span className="word-text">…</span>
  return (
    <>
      <span className={group.on ? 'word-text' : 'word-text off'} title={line(group)}>{line(group)}</span>
      {!group.on && <Badge tone="warning">{t('dictionary.off')}</Badge>}
      <span className="meta">{t(`dictionary.sources.${group.source}`)}</span>
    </>
  )
}

function GroupForm({ group, changing, onDone }: { readonly group: Group | null; readonly changing: Changing; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const [relation, setRelation] = useState<Relation>(group?.relation ?? 'same')
  const [typed, setTyped] = useState(group?.words.join('、') ?? '')
  const words = typed.split(/[、，,;；\s]+/u).filter((word) => word !== '')
  const save = async (): Promise<void> => {
    if (!(await changing.make(t('dictionary.added', { word: line({ relation, words }) }), () => client.call('lexicon.putGroup', { id: group?.id ?? null, relation, words })))) return
    setTyped('')
    onDone()
  }
  return (
    <form className="add-word" aria-label={t(group === null ? 'dictionary.addGroup' : 'dictionary.editGroup')} onSubmit={(event) => { event.preventDefault(); if (words.length > 1) void save() }}>
      <Segmented<Relation> value={relation} onChange={setRelation} aria-label={t('dictionary.relation')} options={(['same', 'narrower'] as const).map((value) => ({ value, label: t(`dictionary.relations.${value}`) }))} />
      <div className="add-fields">
        <Input value={typed} onChange={({ target }) => setTyped(target.value)} placeholder={t(`dictionary.groupHint.${relation}`)} aria-label={t('dictionary.groupWords')} maxLength={1000} />
        <Button type="primary" htmlType="submit" disabled={words.length < 2}>{t(group === null ? 'dictionary.add' : 'common.save')}</Button>
        {group !== null && <Button onClick={onDone}>{t('common.cancel')}</Button>}
      </div>
      {words.length > 1 && <p className="hint">{line({ relation, words })}</p>}
    </form>
  )
}

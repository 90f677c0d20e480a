/** Every key in one place. */
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { CommandId } from '../../../electron/contract/commands.ts'
import { useCommandName } from './command-names.ts'
import { shown } from './keyboard.ts'
import { hostKind } from './page.ts'
import { CUT_KEYS, JUDGEMENT_KEYS, shortcutOf } from './shortcuts.ts'
import { useViewOf } from './view.ts'

export function KeyMap() {
  const { t } = useTranslation()
  const { dialog, open } = useViewOf('dialog', 'open')
  const name = useCommandName()
  const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [t('keys.screens'), [
      ...CommandId.options.flatMap((command) => {
        const shortcut = shortcutOf(command, hostKind)
        return shortcut === null ? [] : [[shown(shortcut), name(command)] as const]
      }),
      [shown('CmdOrCtrl+Z'), name('edit.undo')], ['/', t('common.search')], ['F6', t('keys.panes')], ['?', t('keys.help')], ['Esc', t('keys.escape')],
    ]],
    [t('keys.list'), [['J / K  ↓ / ↑', t('keys.next')], ['Enter', t('keys.open')], ['W', t('library.whyTitle')], ['→ / ←', t('keys.unfold')], ['Shift+Enter', t('library.narrow')], ['Delete', t('row.remove')]]],
    [t('keys.reader'), [['N / P', t('keys.marks')], ['O', t('keys.original')], ['L', t('keys.notices')], ['E', t('row.edit')], ['T', t('keys.practices')], ['] / [', t('keys.evidence')], ['M', t('keys.mark')], ['Alt+←', t('keys.back')], ['F', t('card.add')], ['G', t('labels.showRules')]]],
    [t('keys.practiceList'), [['↓ / ↑', t('keys.walk')], ['→ / ←', t('keys.turn')], ['Enter', t('keys.showSentence')], ['A', t('keys.confirm')], ['X', t('keys.reject')], ['D', t('judgement.adopt')], ['E', t('card.editTitle')], ['Delete', t('keys.dropPassage')]]],
    [t('dictionary.keys'), [['J / K  ↓ / ↑', t('dictionary.walk')], ['A / S', t('dictionary.decide')], ['Z', t('dictionary.undoLast')], ['O  Enter', t('dictionary.openExample')]]],
    [t('review.keys'), [['J / K', t('review.walk')], ['A / S', t('review.judge')], ['Z', t('review.undoLast')], ['1 / 2', t('review.kinds')], ['F', t('review.fieldsKey')], ['E / O', t('review.editOpen')]]],
    [t('keys.cuts'), [['↓ / ↑', t('keys.walkLines')], [CUT_KEYS.add, t('reading.add')], [CUT_KEYS.join, t('reading.join')], [CUT_KEYS.up, t('reading.up')], [CUT_KEYS.down, t('reading.down')]]],
    [t('keys.judgements'), [['J / K  ↓ / ↑', t('keys.walk')], ['1–9', t('keys.adopt')], [JUDGEMENT_KEYS.open, t('keys.openText')], [JUDGEMENT_KEYS.undo, t('keys.undoLast')]]],
  ]
  return (
    <Modal open={dialog === 'keys'} onCancel={() => open(null)} footer={null} title={t('keys.title')} width="40rem">
      {groups.map(([title, rows]) => (
        <section key={title} className="key-group">
          <h3>{title}</h3>
          <dl>{rows.map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>)}</dl>
        </section>
      ))}
    </Modal>
  )
}

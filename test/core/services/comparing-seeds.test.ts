import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CoreMethod, Input, Output } from '../../../electron/contract/api.ts'
import type { Cell } from '../../../electron/contract/comparing.ts'
import { Grant } from '../../../electron/contract/library.ts'
import type { GrantedPaths } from '../../../electron/core/host.ts'
import { openCore } from '../../../electron/core/services.ts'
import { emptyFolder } from '../library/folder.ts'
import { overSharedTexts, root, shared } from '../../shared.ts'
import { readerHere } from './fake-reader.ts'
import { testPorts } from './ports.ts'

interface Gold {
  readonly articles: readonly { readonly practice_tags: readonly { readonly tag: string; readonly strength: string }[] }[]
}

/** A core that has imported all seeds. */
async function imported() {
  const { ports, heard } = testPorts({ spawnReader: () => readerHere(join(root, 'content')) })
  const core = await openCore(await emptyFolder(), ports)
  onTestFinished(() => core.close())
  const call = async <M extends CoreMethod>(method: M, input: Input<M>, granted: GrantedPaths = new Map()): Promise<Output<M>> => {
    const reply = await core.call(method, input, granted)
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value as Output<M>
  }
  const grant = Grant.parse('grant-for-test')
  await call('import.start', { grants: [grant], confirmed: true }, new Map([[grant, { path: join(shared ?? '', 'seeds'), name: 'seeds', folder: true, temporary: false }]]))
  while (!heard.some(({ event }) => event === 'import.finished')) await new Promise((resolve) => setTimeout(resolve, 20))
  return call
}

describe.skipIf(!shared)(overSharedTexts('the seeds on a board'), () => {
  it('have evidence for what the annotations show, sentence by sentence, and say honestly what they do not show', async () => {
    const call = await imported()
    const { practices } = await call('practices.list', {})
    const units = await call('compare.resolve', { names: ['八公山区', '淮安'] })
    const { columns, cells } = await call('compare.run', { units, rows: practices.map(({ id }) => id), sentences: null })
    expect(columns.map(({ label, level, entries }) => [label, level, entries])).toEqual([['八公山区', 'district', 1], ['淮安市', 'city', 1]])

    const gold = readdirSync(join(shared ?? '', 'gold')).filter((name) => name.endsWith('.json')).sort().map((name): Gold => JSON.parse(readFileSync(join(shared ?? '', 'gold', name), 'utf8')))
    // 003 breaks off in the middle, so what it does not show may stand in the missing half; 004 is whole.
    const silent: readonly Cell['state'][] = ['not-checked', 'not-stated']
    for (const [index, column] of columns.entries()) {
      const shown = new Set(gold[index]?.articles[0]?.practice_tags.flatMap(({ tag, strength }) => (strength === 'mention' ? [] : [tag, tag.split('.')[0]])))
      const named = new Set(gold[index]?.articles[0]?.practice_tags.flatMap(({ tag }) => [tag, tag.split('.')[0]]))
      const own = cells.filter((cell) => cell.column === column.id)
      expect(own.filter(({ row, state }) => shown.has(row) && state !== 'evidence').map(({ row }) => row)).toEqual([])
      expect(own.filter(({ row, state }) => !named.has(row) && state !== silent[index]).map(({ row, state }) => [row, state])).toEqual([])
      expect(own.filter(({ confirmed }) => confirmed)).toEqual([])
    }

    const bodies = new Map<string, string>()
    for (const { entryId } of cells.flatMap(({ sentences }) => sentences)) if (!bodies.has(entryId)) bodies.set(entryId, (await call('entries.get', { id: entryId })).body)
    for (const { state, lead, sentences, total, titles } of cells) {
      expect(sentences.map(({ entryId, start, end }) => bodies.get(entryId)?.slice(start, end))).toEqual(sentences.map(({ text }) => text))
      expect([total, lead]).toEqual([sentences.length, sentences[0]?.text ?? null])
      expect(sentences.length + titles.length > 0).toBe(state === 'evidence' || state === 'mention')
    }
  }, 60_000)
})

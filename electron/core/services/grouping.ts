/** 词典: groups of synonyms, what people changed of the whole as text, and text that comes in. */
import { join } from 'node:path'
import { Refusal } from '../../contract/errors.ts'
import type { Group, lexiconMethods } from '../../contract/lexicon.ts'
import { faultIn, foldText, formatWordList, type ListedGroup, parseWordList } from '../language/index.ts'
import { type GroupRow, type LexiconChanged, type LexiconRows, publish, type WordRow, wordKey } from '../library/index.ts'
import type { Context, Service } from './context.ts'
import { writingFault } from './writing-fault.ts'

type Rows<Row> = Map<string, Omit<Row, 'key' | 'at'> | null>
type Methods = 'lexicon.groups' | 'lexicon.putGroup' | 'lexicon.removeGroup' | 'lexicon.switchGroup' | 'lexicon.text' | 'lexicon.export' | 'lexicon.import'

const refusal = (reason: string): Refusal => new Refusal('INVALID_INPUT', { reason })
const named = (words: readonly string[]): string => `“${words.slice(0, 2).join('、')}${words.length > 2 ? '…' : ''}”`

export function groupingService({ library, lexicon }: Context, change: (label: string, rows: LexiconRows) => LexiconChanged): Service<Methods & keyof typeof lexiconMethods> {
  const { lexicon: rows } = library.reads
  const own = (id: string): GroupRow => {
    const row = rows.group(id)
    if (row?.source === 'user') return row
    throw refusal('这一组同义词已不在词典里，请刷新后再试')
  }
  const bare = ({ relation, words, source, enabled }: GroupRow): Omit<GroupRow, 'key' | 'at'> => ({ relation, words, source, enabled })
  const changed = () => {
    const words = rows.words()
    return {
      words: words.filter(({ source, enabled }) => source !== 'builtin' && enabled).map(({ text, frequency, note }) => ({ text, frequency, note })),
      off: words.filter(({ enabled }) => !enabled).map(({ text }) => text),
      groups: rows.groups().filter(({ source, enabled }) => source === 'user' || !enabled).map(({ relation, words: texts, enabled }): ListedGroup => ({ relation, words: texts, on: enabled })),
    }
  }
  const switchRows = (id: string, on: boolean): Rows<GroupRow> => {
    const row = rows.group(id)
    if (row?.source === 'user') return new Map([[id, { ...bare(row), enabled: on }]])
    const builtin = lexicon.groups().find((group) => group.id === id && group.source === 'builtin')
    if (builtin === undefined) throw refusal('这一组同义词已不在词典里，请刷新后再试')
    return new Map([[id, on ? null : { relation: builtin.relation, words: builtin.words, source: 'builtin', enabled: false }]])
  }

  return {
    'lexicon.groups': ({ query, source, offset, limit }) => {
      const wanted = foldText(query)
      const found = lexicon.groups().filter((group) => (source === null || group.source === source) && (wanted === '' || group.words.some((word) => foldText(word).includes(wanted))))
      return { total: found.length, groups: found.slice(offset, offset + limit).map((group) => ({ ...group, words: [...group.words] })) }
    },
    'lexicon.putGroup': ({ id, relation, words }) => {
      const wrong = faultIn(words)
      if (wrong !== null) throw refusal(wrong.replace('，以制表符分隔', ''))
      if (id === null && sameGroup(lexicon.groups(), relation, words)) throw refusal(`词典里已经有这一组：${named(words)}`)
      const key = id === null ? library.clock.id() : own(id).key
      return change(`${id === null ? '添加' : '修改'}同义词${named(words)}`, { groups: new Map([[key, { relation, words: [...words], source: 'user', enabled: true }]]) })
    },
    'lexicon.removeGroup': ({ id }) => change(`移出同义词${named(own(id).words)}`, { groups: new Map([[id, null]]) }),
    'lexicon.switchGroup': ({ id, on }) => {
      const wanted = switchRows(id, on)
      return change(`${on ? '打开' : '关掉'}同义词${named(lexicon.groups().find((group) => group.id === id)?.words ?? [])}`, { groups: wanted })
    },
    'lexicon.text': () => {
      const all = changed()
      return { text: formatWordList(all), words: all.words.length, off: all.off.length, groups: all.groups.length }
    },
    'lexicon.export': async ({ name, folder }, granted) => {
      const place = granted.get(folder)
      if (!place?.folder) throw new Refusal('NO_SUCH_GRANT')
      const file = join(place.path, `${name}.txt`)
      try {
        await publish(library.files, file, (temporary) => library.files.writeNew(temporary, new TextEncoder().encode(formatWordList(changed()))))
      } catch (error) {
        throw writingFault(error, place.path)
      }
      return { file }
    },
    'lexicon.import': ({ text, dry }) => {
      const list = parseWordList(text)
      const words: Rows<WordRow> = new Map()
      let same = 0
      for (const { text: word, frequency, note } of list.words) {
        const key = wordKey(word)
        const row = rows.word(key)
        if (row !== null && row.source !== 'builtin') {
          if (row.enabled && row.text === word && row.frequency === frequency && row.note === note) same++
          else words.set(key, { text: word, frequency, source: row.source, enabled: true, note })
        } else if (!lexicon.isBuiltin(key)) words.set(key, { text: word, frequency, source: 'user', enabled: true, note })
        else if (row?.enabled === false) words.set(key, null)
        else same++
      }
      const added = words.size
      for (const word of list.off) {
        const key = wordKey(word)
        const row = rows.word(key)
        if (row?.enabled === false) same++
        else words.set(key, { text: word, frequency: row?.frequency ?? null, source: row?.source ?? (lexicon.isBuiltin(key) ? 'builtin' : 'user'), enabled: false, note: row?.note ?? '' })
      }
      const groups: Rows<GroupRow> = new Map()
      for (const { relation, words: texts, on } of list.groups) {
        const known = sameGroup(lexicon.groups(), relation, texts)
        if (known === undefined) groups.set(library.clock.id(), { relation, words: [...texts], source: 'user', enabled: on })
        else if (known.on === on) same++
        else for (const [key, row] of switchRows(known.id, on)) groups.set(key, row)
      }
      const counts = { words: added, off: words.size - added, groups: groups.size, same, errors: [...list.errors] }
      if (dry || list.errors.length > 0) return { ...counts, undo: '' }
      return { ...counts, undo: change(`导入词典（${words.size + groups.size} 项）`, { words, groups }).undo }
    },
  }
}

const sameGroup = (groups: readonly Group[], relation: Group['relation'], words: readonly string[]): Group | undefined => {
  const keyOf = (all: readonly string[]): string => {
    const folded = all.map(foldText)
    return (relation === 'same' ? folded.toSorted() : [folded[0], ...folded.slice(1).toSorted()]).join('\n')
  }
  const key = keyOf(words)
  return groups.find((group) => group.relation === relation && keyOf(group.words) === key)
}

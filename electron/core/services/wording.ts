/** 词典: what a person asks of the dictionary, and every change of it. */
import { Refusal } from '../../contract/errors.ts'
import type { lexiconMethods, Word, WordCounts } from '../../contract/lexicon.ts'
import { NO_FILTERS } from '../../contract/searching.ts'
import { checkWord, foldText } from '../language/index.ts'
import { changeLexicon, type LexiconChanged, type LexiconRows, undoLexicon, type WordRow, wordKey } from '../library/index.ts'
import type { Context, Service } from './context.ts'
import { effectsOf } from './draft-effects.ts'
import { groupingService } from './grouping.ts'
import type { MiningRun } from './mining.ts'
import type { RekeyingRun } from './rekeying.ts'

const NOTHING = { undo: '', count: 0 }

export interface Wording {
  readonly service: Service<keyof typeof lexiconMethods>
  /** Takes a change of the dictionary back and answers what it was; null when `token` names none. */
  readonly undo: (token: string) => string | null
}

export function wording(context: Context, rekeying: RekeyingRun, mining: MiningRun): Wording {
  const { library, lexicon, indexing, ports } = context
  const { lexicon: rows } = library.reads
  const followed = (): void => {
    lexicon.changed()
    indexing.index.wordsChanged()
    ports.emit('lexicon.changed', {})
    rekeying.resume()
  }
  const change = (label: string, wanted: LexiconRows): LexiconChanged => {
    const done = changeLexicon(library, label, wanted)
    if (done.count > 0) {
      // What is turned down changes no word.
      if (wanted.words || wanted.groups) followed()
      else ports.emit('lexicon.changed', {})
    }
    return done
  }
  type Rows = NonNullable<LexiconRows['words']>
  const named = (texts: readonly string[]): string => `“${texts[0] ?? ''}”${texts.length > 1 ? `等 ${texts.length} 个词` : ''}`

  const service: Service<keyof typeof lexiconMethods> = {
    ...groupingService(context, change),
    'lexicon.words': ({ query, source, on, offset, limit }) => {
      const wanted = foldText(query)
      const all = lexicon.words()
      const found = all.filter((word) => (source === null || word.source === source) && (on === null || word.on === on) && (wanted === '' || foldText(word.text).includes(wanted)))
      return { total: found.length, counts: countsOf(all), words: found.slice(offset, offset + limit) }
    },
    'lexicon.put': ({ words }) => {
      const wanted: Map<string, Omit<WordRow, 'key' | 'at'>> = new Map()
      for (const { text, frequency, note } of words) {
        const word = text.trim()
        const wrong = whyNot(word)
        const key = wordKey(word)
        const present = rows.word(key)
        const own = present !== null && present.source !== 'builtin'
        if (wrong !== null) throw refusal(wrong)
        if (!own && lexicon.isBuiltin(key)) throw refusal(present?.enabled === false ? `“${word}”是内置词，已关掉；打开它就行` : `“${word}”是内置词，已经在词典里`)
        wanted.set(key, { text: word, frequency, source: own ? present.source : 'user', enabled: true, note })
      }
      return change(`添加${named(words.map(({ text }) => text.trim()))}`, { words: wanted })
    },
    'lexicon.remove': ({ texts }) => {
      const wanted: Rows = new Map(texts.map((text) => {
        const row = rows.word(wordKey(text))
        if (row !== null && row.source !== 'builtin') return [row.key, null]
        throw refusal(lexicon.isBuiltin(wordKey(text)) ? `“${text}”是内置词，不能移出词典，可以关掉` : `词典里没有“${text}”`)
      }))
      return change(`移出${named(texts)}`, { words: wanted })
    },
    'lexicon.switch': ({ texts, on }) => {
      const wanted: Map<string, Omit<WordRow, 'key' | 'at'> | null> = new Map()
      for (const given of texts) {
        const text = given.trim()
        const key = wordKey(text)
        const row = rows.word(key)
        if (row !== null && row.source !== 'builtin') wanted.set(key, { ...bare(row), enabled: on })
        else if (on) wanted.set(key, null)
        else {
          const wrong = whyNot(text)
          if (wrong !== null) throw refusal(wrong)
          wanted.set(key, { text, frequency: null, source: lexicon.isBuiltin(key) ? 'builtin' : 'user', enabled: false, note: '' })
        }
      }
      return wanted.size === 0 ? NOTHING : change(`${on ? '打开' : '关掉'}${named(texts)}`, { words: wanted })
    },
    'lexicon.try': ({ text, draft }) => {
      const isEmpty = draft.add.length + draft.remove.length + draft.off.length === 0
      refuseUnfit(draft.add.map(({ text: word }) => word))
      const [before, after] = isEmpty ? [lexicon.shipped(), lexicon.segmenter()] : [lexicon.segmenter(), lexicon.drafted(draft)]
      return { before: before.tokens(text), after: after.tokens(text) }
    },
    'lexicon.word': ({ text }) => {
      const word = text.trim()
      const key = wordKey(word)
      const count = (query: string): number => (key === '' ? 0 : indexing.all({ query, filters: NO_FILTERS, sort: 'imported' }).length)
      return {
        word: lexicon.words().find((one) => wordKey(one.text) === key) ?? null,
        cut: lexicon.segmenter().cut(word),
        alternatives: [...lexicon.thesaurus().alternatives(key)],
        groups: lexicon.groups().filter(({ words }) => words.some((one) => wordKey(one) === key)),
        entries: count(`“${word}”`),
        titles: count(`标题：“${word}”`),
      }
    },
    'lexicon.effects': ({ draft }) => {
      refuseUnfit(draft.add.map(({ text }) => text))
      return effectsOf(context, draft)
    },
    'lexicon.candidates': ({ offset, limit }) => {
      const { at, entries, words } = mining.found()
      return { total: words.length, found: at === null ? null : { at, entries }, candidates: mining.candidates(words.slice(offset, offset + limit)) }
    },
    'lexicon.mine': () => mining.start(),
    'lexicon.stopMining': () => mining.stop(),
    'lexicon.accept': ({ texts }) => {
      const wanted: Map<string, Omit<WordRow, 'key' | 'at'>> = new Map()
      for (const given of texts) {
        const text = given.trim()
        const wrong = whyNot(text)
        if (wrong !== null) throw refusal(wrong)
        if (rows.word(wordKey(text)) === null && !lexicon.isBuiltin(wordKey(text))) wanted.set(wordKey(text), { text, frequency: null, source: 'mined', enabled: true, note: '' })
      }
      return change(`收下${named(texts)}`, { words: wanted })
    },
    'lexicon.reject': ({ texts }) => change(`不收${named(texts)}`, { rejected: new Map(texts.map((text) => [wordKey(text), { text }])) }),
    'lexicon.rejected': ({ offset, limit }) => {
      const all = rows.rejected()
      return { total: all.length, words: all.slice(offset, offset + limit).map(({ text, at }) => ({ text, at })) }
    },
    'lexicon.reconsider': ({ texts }) => change(`重新考虑${named(texts)}`, { rejected: new Map(texts.map((text) => [wordKey(text), null])) }),
    'lexicon.state': () => ({ rekeying: rekeying.state(), mining: mining.state() }),
  }
  return {
    service,
    undo: (token) => {
      const label = undoLexicon(library, token)
      if (label !== null) followed()
      return label
    },
  }
}

const refusal = (reason: string): Refusal => new Refusal('INVALID_INPUT', { reason })

const bare = ({ text, frequency, source, enabled, note }: WordRow): Omit<WordRow, 'key' | 'at'> => ({ text, frequency, source, enabled, note })

/** A single character is a word in any case. */
const whyNot = (word: string): string | null => checkWord(word) ?? ([...word].length < 2 ? `“${word}”只有一个字，不必收进词典` : null)

function refuseUnfit(words: readonly string[]): void {
  for (const word of words) {
    const wrong = whyNot(word.trim())
    if (wrong !== null) throw refusal(wrong)
  }
}

function countsOf(words: readonly Word[]): WordCounts {
  const counts = { all: words.length, builtin: 0, user: 0, mined: 0, off: 0 }
  for (const { source, on } of words) {
    counts[source]++
    if (!on) counts.off++
  }
  return counts
}

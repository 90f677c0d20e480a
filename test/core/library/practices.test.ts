import { describe, expect, it } from 'vitest'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { addPassage, create, decide, edit, removePassage, tagStale, undo, wholeEntry, type Library } from '../../../electron/core/library/index.ts'
import { library } from './imported.ts'
import { grid, mediation, police, rulesWith } from './practice-rules.ts'

const code = (name: string) => expect.objectContaining({ fault: expect.objectContaining({ code: name }) })
const words = (): readonly string[] => []
const by = '李敏'
const at = '2026-11-22T08:00:00.000Z'
const body = '社区推行警网融合。\n网格员每天走访。\n邻里的事坐下来谈。'

async function written(text = body, title = '一则手记') {
  let rules = rulesWith('r1')
  const opened = await library({ now: () => new Date(at), rules: () => rules })
  opened.connection.write(() => opened.writes.practices.order(rules.ids))
  const { id, seq } = create(opened, title, text, words)
  const entry = () => wholeEntry(opened, opened.reads.entries.stored(id) ?? fail())
  return { opened, id, seq, entry, tags: () => shown(opened, id), change: (next: typeof rules) => { rules = next } }
}
const fail = (): never => {
  throw new Error('gone')
}
/** Each tag in one line: id, strength, state, and its sentences; a passage is marked with ⌖. */
function shown(opened: Library, id: EntryId): string[] {
  const { practices } = wholeEntry(opened, opened.reads.entries.stored(id) ?? fail())
  return practices.map((tag) => [tag.id, tag.strength, tag.state, ...tag.evidence.map(({ text, passage }) => `${passage === null ? '' : '⌖'}${text}`), ...tag.inTitle.map(({ text }) => `《${text}》`), ...tag.lost.map(({ quote }) => `✗${quote}`)].join(' '))
}
const listed = (opened: Library, seq: number) => opened.reads.entries.summaries([seq])[0]?.practices

const asFound = ['grid primary draft 社区推行警网融合。 网格员每天走访。', 'grid.police secondary draft 社区推行警网融合。']

describe('a text that comes in', () => {
  it('is read for practices, and every sentence is a slice of it', async () => {
    const { entry, tags, opened, seq } = await written()
    expect(tags()).toEqual(asFound)
    for (const tag of entry().practices) for (const { start, end, text, trigger, marks } of tag.evidence) {
      expect(entry().body.slice(start, end)).toBe(text)
      expect(marks.map((mark) => entry().body.slice(mark.start, mark.end)).join(' + ')).toBe(trigger)
    }
    expect(listed(opened, seq)).toEqual([grid, police])
  })

  it('shows in its title what the title says, and in lists nothing that is only named', async () => {
    expect((await written('无关的一段。', '一次调解')).tags()).toEqual(['mediation primary draft 《一次调解》'])
  })

  it('is read again when it is edited, and when that is undone', async () => {
    const { opened, id, tags } = await written()
    const { undo: token, lost } = edit(opened, id, 1, { body: '从此改为调解。' }, words)
    expect([lost, tags()]).toEqual([[], ['mediation secondary draft 从此改为调解。']])
    undo(opened, token)
    expect(tags()).toEqual(asFound)
  })

  it('is read again when a person says that it is a case, or is none', async () => {
    const { opened, id, tags, change } = await written()
    const { tag, ...rules } = rulesWith('r1')
    change({ ...rules, tag: (article) => (article.kind === 'case' ? tag(article) : []) })
    const { undo: token } = edit(opened, id, 1, { kind: 'other' }, words)
    expect(tags()).toEqual([])
    undo(opened, token)
    expect(tags()).toEqual(asFound)
  })
})

describe('a decision', () => {
  it('confirms or rejects, is signed, and is taken back by its undo', async () => {
    const { opened, id, seq, entry, tags } = await written()
    const token = decide(opened, { id, practice: police, by }, 'rejected')
    expect([tags()[1], entry().practices[1]?.decided, listed(opened, seq), entry().revision]).toEqual(['grid.police secondary rejected 社区推行警网融合。', { by, at }, [grid], 1])
    undo(opened, token)
    expect([tags(), listed(opened, seq)]).toEqual([asFound, [grid, police]])
    decide(opened, { id, practice: grid, by }, 'confirmed')
    expect(tags()[0]).toBe('grid primary confirmed 社区推行警网融合。 网格员每天走访。')
    expect(opened.reads.history.ofEntry(id).map(({ action, label }) => [action, label])).toEqual([['practice', 'grid'], ['undo', 'practice'], ['practice', 'grid.police'], ['create', '一则手记']])
  })

  it('says that a person has looked and it is not there', async () => {
    const { opened, id, tags } = await written()
    decide(opened, { id, practice: mediation, by }, 'rejected')
    expect(tags()).toEqual([...asFound, 'mediation mention rejected'])
  })

  it('outranks the rules of later days', async () => {
    const { opened, id, tags, change } = await written()
    decide(opened, { id, practice: police, by }, 'confirmed')
    decide(opened, { id, practice: grid, by }, 'rejected')
    change(rulesWith('r2', [[grid, ['走访']], [police, ['无人机']], [mediation, ['坐下来']]]))
    expect(tagStale(opened, 0, 1000)).toEqual({ seqs: [1], failed: [], next: 1 })
    expect(tags()).toEqual(['grid secondary rejected 网格员每天走访。', 'grid.police secondary confirmed 社区推行警网融合。', 'mediation secondary draft 邻里的事坐下来谈。'])
    expect(tagStale(opened, 1, 1000)).toEqual({ seqs: [], failed: [], next: null })
  })

  it('that confirmed what the rules of later days do not find keeps its sentences when it is taken back and given again, and when the text is edited and the edit undone', async () => {
    const { opened, id, tags, change } = await written()
    decide(opened, { id, practice: police, by }, 'confirmed')
    change(rulesWith('r2', [[grid, ['走访']], [police, ['无人机']], [mediation, ['调解']]]))
    tagStale(opened, 0, 1000)
    const kept = 'grid.police secondary confirmed 社区推行警网融合。'
    expect(tags()[1]).toBe(kept)
    const token = decide(opened, { id, practice: police, by }, null)
    expect(tags()).toEqual(['grid secondary draft 网格员每天走访。'])
    undo(opened, token)
    expect(tags()[1]).toBe(kept)
    const edited = edit(opened, id, 1, { body: '网格员每天走访。' }, words)
    expect([edited.lost.filter(({ what }) => what === 'evidence'), tags()]).toEqual([[{ what: 'evidence', label: '“警网融合”的依据', quote: '社区推行警网融合。' }], ['grid secondary draft 网格员每天走访。', 'grid.police mention confirmed']])
    undo(opened, edited.undo)
    expect(tags()[1]).toBe(kept)
  })

  it('keeps its sentences while the taxonomy has no such practice, through edits of the text, and shows them when it is back', async () => {
    const { opened, id, seq, tags, change } = await written()
    decide(opened, { id, practice: police, by }, 'confirmed')
    change(rulesWith('r2', [[grid, ['走访']], [mediation, ['调解']]]))
    tagStale(opened, 0, 1000)
    expect([tags(), listed(opened, seq)]).toEqual([['grid secondary draft 网格员每天走访。'], [grid]])
    edit(opened, id, 1, { body: `开头添一句。\n${body}` }, words)
    expect(tags()).toEqual(['grid secondary draft 网格员每天走访。'])
    change(rulesWith('r3', [[grid, ['走访']], [police, ['无人机']], [mediation, ['调解']]]))
    tagStale(opened, 0, 1000)
    expect([tags(), listed(opened, seq)]).toEqual([['grid secondary draft 网格员每天走访。', 'grid.police secondary confirmed 社区推行警网融合。'], [grid, police]])
  })

  it.each<[string, (opened: Library, id: EntryId) => unknown, string]>([
    ['of a practice that the text does not show cannot confirm it', (opened, id) => decide(opened, { id, practice: mediation, by }, 'confirmed'), 'EMPTY_PASSAGE'],
    ['on what is no practice is refused', (opened, id) => decide(opened, { id, practice: 'x' as typeof grid, by }, 'rejected'), 'NO_SUCH_PRACTICE'],
    ['on what is no entry is refused', (opened) => decide(opened, { id: '0'.repeat(26) as EntryId, practice: grid, by }, 'rejected'), 'NO_SUCH_ENTRY'],
  ])('%s', async (_, act, expected) => {
    const { opened, id, tags } = await written()
    expect(() => act(opened, id)).toThrow(code(expected))
    expect(tags()).toEqual(asFound)
  })

  it('is taken back in turn only', async () => {
    const { opened, id } = await written()
    const first = decide(opened, { id, practice: grid, by }, 'rejected')
    decide(opened, { id, practice: grid, by }, 'confirmed')
    expect(() => undo(opened, first)).toThrow(code('STALE_REVISION'))
  })
})

describe('a text that the rules cannot read', () => {
  it('is passed over, stays as it was, and the others are read', async () => {
    const { opened, tags, change } = await written()
    create(opened, '另一则', '网格员每天走访。', words)
    const { tag, ...rules } = rulesWith('r2', [[grid, ['走访']]])
    const fault = new RangeError('too deep')
    change({ ...rules, tag: (article) => { if (article.body === body) throw fault; return tag(article) } })
    expect(tagStale(opened, 0, 1000)).toEqual({ seqs: [2], failed: [fault], next: 2 })
    expect([tags(), [...opened.reads.practices.outdated('r2', [1, 2])]]).toEqual([asFound, [1]])
  })

  it('is no excuse for a disk that takes nothing', async () => {
    const { opened, change } = await written()
    change(rulesWith('r2'))
    opened.connection.write(() => opened.connection.db.exec("CREATE TRIGGER full BEFORE INSERT ON practice_tag BEGIN SELECT raise(ABORT, 'disk full'); END"))
    expect(() => tagStale(opened, 0, 1000)).toThrow('disk full')
  })
})

describe('a passage that a person chose', () => {
  const chosen = { start: body.indexOf('邻里'), end: body.length }

  it('is evidence, confirms its practice, and is held by the practice above it', async () => {
    const { opened, id, seq, tags, entry } = await written('邻里的事坐下来谈。')
    const { undo: token, passage } = addPassage(opened, { id, practice: police, by }, 1, { start: 0, end: 4 })
    expect(tags()).toEqual(['grid secondary confirmed ⌖邻里的事', 'grid.police secondary confirmed ⌖邻里的事'])
    expect([entry().practices[1]?.decided, entry().practices[1]?.evidence[0]?.passage, listed(opened, seq)]).toEqual([{ by, at }, passage, [grid, police]])
    undo(opened, token)
    expect([tags(), listed(opened, seq)]).toEqual([[], []])
    undo(opened, opened.reads.history.ofEntry(id)[0]?.id ?? '')
    expect(tags()).toHaveLength(2)
  })

  it('is taken away, and comes back', async () => {
    const { opened, id, tags } = await written()
    const { passage } = addPassage(opened, { id, practice: mediation, by }, 1, chosen)
    expect(tags()[2]).toBe('mediation secondary confirmed ⌖邻里的事坐下来谈。')
    expect(() => removePassage(opened, id, passage, '赵强')).toThrow(code('NOT_YOURS'))
    const token = removePassage(opened, id, passage, by)
    expect(tags()).toEqual(asFound)
    edit(opened, id, 1, { body: `新的第一行。\n${body}` }, words)
    undo(opened, token)
    expect(tags()[2]).toBe('mediation secondary confirmed ⌖邻里的事坐下来谈。')
  })

  it('whose words have moved since is taken back, and comes back where they stand then', async () => {
    const text = '第一条：坐下来谈。\n第二条：坐下来谈。'
    const { opened, id, entry } = await written(text)
    const start = text.lastIndexOf('坐下来谈。')
    const { undo: added } = addPassage(opened, { id, practice: mediation, by }, 1, { start, end: start + 5 })
    edit(opened, id, 1, { body: `开头一句。\n${text}` }, words)
    const spans = () => entry().practices.find((tag) => tag.id === mediation)?.evidence.map((one) => [one.start, one.text])
    undo(opened, added)
    expect(spans()).toBeUndefined()
    undo(opened, opened.reads.history.ofEntry(id)[0]?.id ?? '')
    expect(spans()).toEqual([[start + 6, '坐下来谈。']])
  })

  it('ends a rejection', async () => {
    const { opened, id, tags } = await written()
    decide(opened, { id, practice: police, by }, 'rejected')
    addPassage(opened, { id, practice: police, by }, 1, chosen)
    expect(tags()[1]).toBe('grid.police primary confirmed 社区推行警网融合。 ⌖邻里的事坐下来谈。')
  })

  it('goes with its words when the text is edited; lost ones are listed, kept, and found again', async () => {
    const { opened, id, tags } = await written()
    addPassage(opened, { id, practice: mediation, by }, 1, chosen)
    edit(opened, id, 1, { body: `先说一句。\n邻里的事坐下来谈。\n社区推行警网融合。` }, words)
    expect(tags().at(-1)).toBe('mediation secondary confirmed ⌖邻里的事坐下来谈。')
    const gone = edit(opened, id, 2, { body: '只剩这一段话。' }, words)
    expect([gone.lost.filter(({ what }) => what === 'passage'), tags()]).toEqual([[{ what: 'passage', label: '“调解品牌”的依据', quote: '邻里的事坐下来谈。' }], ['mediation mention confirmed ✗邻里的事坐下来谈。']])
    undo(opened, gone.undo)
    expect(tags().at(-1)).toBe('mediation secondary confirmed ⌖邻里的事坐下来谈。')
  })

  it.each(['完全别的话网格员每天走访登记。', '网格员每天走访登记。', '没有了。'])('stands where it stood once an edit to %j is undone, though its words stand elsewhere, too', async (text) => {
    const again = '网格员每天走访登记。'
    const twice = `第一条\n${again}\n院坝\n${again}`
    const { opened, id, entry } = await written(twice)
    const span = { start: 4, end: 4 + again.length }
    addPassage(opened, { id, practice: mediation, by }, 1, span)
    const { undo: token } = edit(opened, id, 1, { body: text }, words)
    undo(opened, token)
    expect(entry().practices.find((tag) => tag.id === mediation)?.evidence.map(({ start, end }) => ({ start, end }))).toEqual([span])
  })

  it('is trimmed to its words, and never cuts a character in two', async () => {
    const { opened, id, entry } = await written('  第一句。\n𠮷祥网格。')
    const text = entry().body
    addPassage(opened, { id, practice: mediation, by }, 1, { start: text.indexOf('𠮷') + 1, end: text.length })
    expect(entry().practices.at(-1)?.evidence.map((one) => one.text)).toEqual(['𠮷祥网格。'])
  })

  it.each<[string, { start: number; end: number }, number, string]>([
    ['nothing', { start: 3, end: 3 }, 1, 'EMPTY_PASSAGE'],
    ['a line break', { start: 9, end: 10 }, 1, 'EMPTY_PASSAGE'],
    ['what lies behind the text', { start: 900, end: 910 }, 1, 'EMPTY_PASSAGE'],
    ['another revision', { start: 0, end: 4 }, 2, 'STALE_REVISION'],
  ])('cannot be %s', async (_, span, revision, expected) => {
    const { opened, id } = await written()
    expect(() => addPassage(opened, { id, practice: mediation, by }, revision, span)).toThrow(code(expected))
  })

  it('is chosen once', async () => {
    const { opened, id } = await written()
    addPassage(opened, { id, practice: mediation, by }, 1, chosen)
    expect(() => addPassage(opened, { id, practice: mediation, by }, 1, chosen)).toThrow('已经标为这项做法的依据')
    expect(() => removePassage(opened, id, 'x', by)).toThrow(code('NO_SUCH_PASSAGE'))
  })
})

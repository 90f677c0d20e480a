import { describe, expect, it } from 'vitest'
import { LabelId, type LabelDefinition } from '../../../electron/contract/labels.ts'
import { labelsOf } from '../../../electron/core/describing/labels.ts'
import { addFact, addPassage, check, create, decide, decideFact, edit, findEntries, gather, labelPassage, present, relateUnprinted, remove, removePassage, tagStale, takeIn, undo, unlabelPassage } from '../../../electron/core/library/index.ts'
import { entriesOf, importTexts, library } from './imported.ts'
import { grid, mediation, police } from './practice-rules.ts'
import { between, body, brand, came, li, take, wang, words, written } from './written.ts'

const [label, other] = ['label-1', 'label-2'].map((id) => LabelId.parse(id)) as [LabelId, LabelId]

describe('judgements of another library', () => {
  it('stand beside one’s own, count where nobody here has judged, and go as they came', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    decide(a.opened, { id: a.id, practice: police, by: li }, 'rejected')
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    decideFact(a.opened, { id: a.id, fact: a.fact, by: li }, 'rejected')
    addFact(a.opened, { id: a.id, by: li }, 1, { start: 0, end: 4 }, brand('社区'))
    const b = await written(9)
    decide(b.opened, { id: b.id, practice: grid, by: wang }, 'confirmed')
    decideFact(b.opened, { id: b.id, fact: b.fact, by: wang }, 'confirmed')
    const before = b.shown()
    const { undo: token, tally } = await take(b.opened, a.line())
    expect(tally).toEqual({ fresh: 3, agree: 0, differ: 2, known: 0, older: 0, foreign: 0 })
    const after = ['grid confirmed ≠ 王芳:confirmed ←李敏:rejected', 'grid.police rejected ←李敏:rejected', 'mediation confirmed ←李敏:confirmed', '社区 confirmed ←李敏:added', '老马调解室 confirmed ≠ 王芳:confirmed ←李敏:rejected']
    expect(b.shown()).toEqual(after)
    expect(b.opened.reads.judgements.differing(0, 10)).toEqual({ total: 1, items: 2, seqs: [b.seq] })
    expect(b.opened.reads.judgements.signers()).toEqual([{ by: li, judgements: 5, here: 0 }, { by: wang, judgements: 2, here: 2 }])
    undo(b.opened, token)
    expect([b.shown(), came(b.opened, b.seq)]).toEqual([before, { decisions: [], passages: [], facts: [] }])
    undo(b.opened, b.opened.reads.history.ofEntry(b.id)[0]?.id ?? '')
    expect(b.shown()).toEqual(after)
    expect(b.opened.reads.history.ofEntry(b.id).map(({ action, label }) => [action, label]).slice(0, 3)).toEqual([['undo', 'judgements'], ['undo', 'judgements'], ['judgements', '意见.judgements']])
    expect((await check(b.opened)).every(({ ok }) => ok)).toBe(true)
  })

  it('taken in twice add nothing, and what comes back to whom it came from adds nothing', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    addFact(a.opened, { id: a.id, by: li }, 1, { start: 0, end: 4 }, brand('社区'))
    const b = await written(9)
    await take(b.opened, a.line())
    const once = came(b.opened, b.seq)
    const again = await take(b.opened, a.line())
    expect([again.undo, again.tally, came(b.opened, b.seq)]).toEqual(['', { fresh: 0, agree: 0, differ: 0, known: 3, older: 0, foreign: 0 }, once])
    // Also after the text was edited here.
    edit(b.opened, b.id, 1, { body: `先说一句。\n${body}` }, words)
    expect((await take(b.opened, a.line())).undo).toBe('')
    expect((await take(a.opened, b.line())).tally).toEqual({ fresh: 0, agree: 0, differ: 0, known: 3, older: 0, foreign: 0 })
  })

  it('that are read in the background later are no change of the rules', async () => {
    const a = await written(8)
    const b = await written(9)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    await take(b.opened, a.line())
    b.opened.connection.write(() => {
      b.opened.writes.practices.withdraw(b.seq, { practice: grid, by: li, came: true })
      b.opened.writes.judgements.unread(b.seq)
    })
    expect(b.shown()[0]).toMatch(/^grid rejected/)
    tagStale(b.opened, 0, 1000)
    expect([b.shown()[0], b.opened.reads.taxonomy.shiftCount()]).toEqual(['grid draft', 0])
  })

  it('exchanged both ways, everybody’s word is in both libraries', async () => {
    const [a, b] = [await written(8), await written(9)]
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    decideFact(a.opened, { id: a.id, fact: a.fact, by: li }, 'rejected')
    decide(b.opened, { id: b.id, practice: grid, by: wang }, 'confirmed')
    decideFact(b.opened, { id: b.id, fact: b.fact, by: wang }, 'confirmed')
    await take(b.opened, a.line())
    await take(a.opened, b.line())
    const words = ({ opened, seq }: typeof a): string[] => [
      ...opened.reads.practices.decisions(seq).map(({ practice, by, decision, at }) => `${practice} ${by} ${decision} ${at}`),
      ...opened.reads.practices.passages(seq).map(({ practice, by, quote }) => `${practice} ${by} ${quote}`),
      ...opened.reads.facts.decisions(seq).map(({ found, by, decision, at }) => `${found} ${by} ${decision} ${at}`),
    ].toSorted()
    expect(words(a)).toEqual(words(b))
    expect(words(a)).toHaveLength(5)
    // Each keeps its own word in force, and both see that they differ.
    expect([a.shown()[0], b.shown()[0]]).toEqual(['grid rejected ≠ 李敏:rejected ←王芳:confirmed', 'grid confirmed ≠ 王芳:confirmed ←李敏:rejected'])
  })

  it('a newer word of the same person replaces what came in before, an older one does not, and neither touches what they said here', async () => {
    const a = await written(8)
    const b = await written(9)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const first = a.line()
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'confirmed')
    const second = a.line()
    await take(b.opened, second)
    expect([(await take(b.opened, first)).tally.older, b.shown()[0]]).toEqual([1, 'grid confirmed ←李敏:confirmed'])
    decide(b.opened, { id: b.id, practice: grid, by: li }, 'rejected')
    expect(b.shown()[0]).toBe('grid rejected 李敏:rejected')
    expect([(await take(b.opened, second)).undo, b.shown()[0]]).toEqual(['', 'grid rejected 李敏:rejected'])
    const later = { ...second, practices: second.practices.map((one) => ({ ...one, at: '2027-01-01T00:00:00.000Z' })) }
    await take(b.opened, later)
    expect(b.shown()[0]).toBe('grid rejected ≠ 李敏:rejected ←李敏:confirmed')
  })

  it('of one person on one fact, told with more or fewer of its words than before, keep nothing else of the file out', async () => {
    const a = await written(8)
    decideFact(a.opened, { id: a.id, fact: a.fact, by: li }, 'rejected')
    const b = await written(9)
    await take(b.opened, a.line())
    const former = came(b.opened, b.seq)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    // Rules of later days take a word more, and the person has said anew what they think of it.
    const line = a.line()
    const later = { ...line, facts: line.facts.map((one) => ({ ...one, decision: 'confirmed' as const, quote: '老马调解室天天', at: '2026-11-22T08:30:00.000Z' })) }
    const { tally, undo: token } = await take(b.opened, later)
    expect(tally).toEqual({ fresh: 1, agree: 0, differ: 1, known: 0, older: 0, foreign: 0 })
    expect(b.shown()).toEqual(expect.arrayContaining(['grid rejected ←李敏:rejected', '老马调解室 confirmed ←李敏:confirmed']))
    expect((await take(b.opened, later)).undo).toBe('')
    undo(b.opened, token)
    expect(came(b.opened, b.seq)).toEqual(former)
  })

  it('of one person on two like places stay two, also where an edit took the words away', async () => {
    const text = `老马调解室开门。\n${body}`
    const a = await written(8, text)
    const facts = ['brand@0-5:老马调解室', `brand@${text.lastIndexOf('老马调解室')}-${text.lastIndexOf('老马调解室') + 5}:老马调解室`]
    for (const fact of facts) decideFact(a.opened, { id: a.id, fact, by: li }, 'rejected')
    const b = await written(9, text)
    await take(b.opened, a.line())
    expect(came(b.opened, b.seq).facts.length).toBe(2)
    edit(b.opened, b.id, 1, { body: text.replaceAll('老马调解室', '调解点') }, words)
    expect(came(b.opened, b.seq).facts.map(({ lost }) => lost)).toEqual([true, true])
    decideFact(a.opened, { id: a.id, fact: facts[0] ?? '', by: li }, 'confirmed')
    expect((await take(b.opened, a.line())).tally).toMatchObject({ fresh: 1, known: 1 })
    expect(came(b.opened, b.seq).facts.map(({ decision, span }) => [decision, span.start])).toEqual([['rejected', text.lastIndexOf('老马调解室')], ['confirmed', 0]])
    const c = await written(11, text.replaceAll('老马调解室', '调解点'))
    await take(c.opened, a.line())
    expect(came(c.opened, c.seq).facts.length).toBe(2)
  })

  it('of one person on two places that an edit here made one give way to their newer word, and keep nothing else of the file out', async () => {
    const text = `老马调解室开门。\n${body}\n老马调解室开门。\n完。`
    const a = await written(8, text)
    const [first = '', , last = ''] = [...text.matchAll(/老马调解室/g)].map(({ index }) => `brand@${String(index)}-${String(index + 5)}:老马调解室`)
    for (const fact of [first, last]) decideFact(a.opened, { id: a.id, fact, by: li }, 'rejected')
    const b = await written(9, text)
    await take(b.opened, a.line())
    const short = text.replace('老马调解室开门。\n', '').replace('老马调解室天天', '调解点天天')
    edit(b.opened, b.id, 1, { body: short }, words)
    const former = came(b.opened, b.seq)
    expect(former.facts.map(({ lost, span }) => [lost, span.start])).toEqual([[false, short.lastIndexOf('老马调解室')], [false, short.lastIndexOf('老马调解室')]])
    decideFact(a.opened, { id: a.id, fact: last, by: li }, 'confirmed')
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const { added, undo: token } = await take(b.opened, a.line())
    expect([added, came(b.opened, b.seq).facts.map(({ decision }) => decision), b.shown()[0]]).toEqual([2, ['confirmed'], 'grid rejected ←李敏:rejected'])
    expect((await take(b.opened, a.line())).undo).toBe('')
    expect(undo(b.opened, token)).toMatchObject({ left: 0 })
    expect(came(b.opened, b.seq).facts.toSorted((x, y) => (x.at < y.at ? -1 : 1))).toEqual(former.facts.toSorted((x, y) => (x.at < y.at ? -1 : 1)))
  })

  it('an undo leaves alone what has been replaced since, and takes back all the rest', async () => {
    const a = await written(8)
    const b = await written(9)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const { undo: token } = await take(b.opened, a.line())
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'confirmed')
    const { undo: second } = await take(b.opened, a.line())
    addPassage(b.opened, { id: b.id, practice: mediation, by: wang }, 1, { start: 10, end: 15 })
    expect(undo(b.opened, token)).toMatchObject({ ids: [], left: 1 })
    expect(undo(b.opened, second)).toMatchObject({ ids: [b.id], left: 0 })
    expect(b.shown()[0]).toBe('grid rejected ←李敏:rejected')
    expect(undo(b.opened, token)).toMatchObject({ ids: [b.id], left: 0 })
    expect(b.shown()[0]).toBe('grid draft')
  })

  it('a word withdrawn since keeps none of the others from being taken back', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    decideFact(a.opened, { id: a.id, fact: a.fact, by: li }, 'rejected')
    const { passage } = addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    expect(passage).not.toBe('')
    const b = await written(9)
    const { undo: token } = await take(b.opened, a.line())
    removePassage(b.opened, b.id, b.opened.reads.practices.passages(b.seq)[0]?.id ?? '', li)
    expect(undo(b.opened, token)).toMatchObject({ ids: [b.id], left: 1 })
    expect(came(b.opened, b.seq)).toEqual({ decisions: [], passages: [], facts: [] })
  })

  it('a passage that somebody took away here is not brought in again by a file of earlier days; giving it back makes it known', async () => {
    const [a, b] = [await written(8), await written(9)]
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    const file = a.line()
    await take(b.opened, file)
    const passages = () => b.opened.reads.practices.passages(b.seq)
    const token = removePassage(b.opened, b.id, passages()[0]?.id ?? '', li)
    expect([(await take(b.opened, file)).tally, passages()]).toEqual([{ fresh: 0, agree: 0, differ: 0, known: 0, older: 1, foreign: 0 }, []])
    undo(b.opened, token)
    expect([(await take(b.opened, file)).tally.known, passages().length]).toEqual([1, 1])
    // Taking an import back takes nothing away: the file can come in again.
    const c = await written(10)
    undo(c.opened, (await take(c.opened, file)).undo)
    expect((await take(c.opened, file)).tally.fresh).toBe(1)
  })

  it('come in as a whole or not at all', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const b = await written(9)
    const lines = Array.from({ length: 40 }, (_, n) => {
      const { seq } = create(b.opened, `第${String(n)}则`, `第${String(n)}则。${body}`, words)
      return { line: a.line(), found: { seq, same: false } }
    })
    const done: number[] = []
    await expect(takeIn(b.opened, lines, '意见.judgements', (n) => {
      done.push(n)
      return n < 40 ? Promise.resolve() : Promise.reject(new Error('the window is gone'))
    })).rejects.toThrow('the window is gone')
    expect([done, b.opened.reads.judgements.signers()]).toEqual([[32, 40], []])
    const { undo: token, seqs } = await takeIn(b.opened, lines, '意见.judgements', between)
    expect([seqs.length, b.opened.reads.judgements.signers()]).toEqual([40, [{ by: li, judgements: 40, here: 0 }]])
    expect(undo(b.opened, token)).toMatchObject({ left: 0 })
    expect(b.opened.reads.judgements.signers()).toEqual([])
  })

  it('are weighed against the text as it is when they are stored', async () => {
    const a = await written(8)
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    const b = await written(9)
    const found = findEntries(b.opened, [a.line()])[0]
    edit(b.opened, b.id, 1, { body: `先说一句。\n${body}` }, words)
    if (found) await takeIn(b.opened, [{ line: a.line(), found }], '意见.judgements', between)
    expect(b.opened.reads.practices.passages(b.seq).map(({ span, lost }) => [span.start, lost])).toEqual([[16, false]])
  })

  it('a word that settles is another than the same word that does not', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const b = await written(9)
    const { undo: token } = await take(b.opened, a.line())
    const [word] = b.opened.reads.practices.decisions(b.seq)
    if (word) b.opened.connection.write(() => b.opened.writes.practices.decide(b.seq, { ...word, settles: true }))
    expect(undo(b.opened, token)).toMatchObject({ ids: [], left: 1 })
  })

  it('bring passages of own labels, and the labels where there are none', async () => {
    const definition = (name: string, parent: LabelId | null): LabelDefinition => ({ name, parent, colour: 'teal', definition: '坐下来说事', counts: [], countsNot: [] })
    const labelled = async (hour: number, named: readonly (readonly [LabelId, string, LabelId | null])[]) => {
      const one = await written(hour)
      for (const [id, name, parent] of named) one.opened.connection.write(() => one.opened.writes.taxonomy.add({ id: `${id}-made`, at: '2026-11-22T00:00:00.000Z', by: li, change: { type: 'label', id, before: null, after: definition(name, parent) } }))
      return one
    }
    const a = await labelled(8, [[other, '群众会', null], [label, '院坝会', other]])
    labelPassage(a.opened, { id: a.id, label, by: li }, 1, { start: 10, end: 15 })
    expect(a.line().labels).toMatchObject([{ label, path: [{ name: '群众会' }, { name: '院坝会' }], quote: '老马调解室' }])
    const names = ({ opened }: typeof a) => labelsOf(opened.reads.taxonomy.steps()).map(({ name, parent }) => [name, parent !== null])
    const given = ({ opened, seq }: typeof a) => opened.reads.labels.ofEntry(seq).map(({ label: of, quote, span, by, came: in_ }) => [labelsOf(opened.reads.taxonomy.steps()).find(({ id }) => id === of)?.name, quote, span.start, by, in_])

    const b = await labelled(9, [])
    const { undo: token, tally } = await take(b.opened, a.line())
    expect([tally.fresh, names(b), given(b)]).toEqual([1, [['群众会', false], ['院坝会', true]], [['院坝会', '老马调解室', 10, li, true]]])
    expect((await take(b.opened, a.line())).tally).toMatchObject({ fresh: 0, known: 1 })
    expect((await take(a.opened, b.line())).tally).toMatchObject({ fresh: 0, known: 1 })
    expect(undo(b.opened, token)).toMatchObject({ left: 0 })
    expect([given(b), names(b).length]).toEqual([[], 2])
    expect((await take(b.opened, a.line())).tally.fresh).toBe(1)
    unlabelPassage(b.opened, b.id, b.opened.reads.labels.ofEntry(b.seq)[0]?.id ?? '', li)
    expect((await take(b.opened, a.line())).tally).toMatchObject({ fresh: 0, older: 1 })

    // A label that was removed here comes back with a passage that is new, not with those that are known or were taken away.
    const removed = await labelled(11, [])
    await take(removed.opened, a.line())
    const all = labelsOf(removed.opened.reads.taxonomy.steps())
    for (const { id, by: _by, at: _at, ...before } of all.toReversed()) removed.opened.connection.write(() => removed.opened.writes.taxonomy.add({ id: `${id}-removed`, at: '2026-11-22T12:00:00.000Z', by: li, change: { type: 'label', id, before, after: null } }))
    expect([await take(removed.opened, a.line()), names(removed)]).toMatchObject([{ tally: { fresh: 0, known: 1 }, undo: '', made: false }, []])

    // A label that is called so here is the one, whatever its number.
    const c = await labelled(10, [[LabelId.parse('own-7'), '群众会', null]])
    labelPassage(c.opened, { id: c.id, label: LabelId.parse('own-7'), by: wang }, 1, { start: 10, end: 15 })
    await take(c.opened, a.line())
    expect(names(c)).toEqual([['群众会', false], ['院坝会', true]])
    expect(given(c).map(([name]) => name)).toEqual(['群众会', '院坝会'])
  })

  it('find their text though it was edited here, and wait where their words are gone', async () => {
    const a = await written(8)
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    addPassage(a.opened, { id: a.id, practice: police, by: li }, 1, { start: 0, end: 9 })
    const b = await written(9, body.replace('社区推行警网融合。', '开头换了。'))
    await take(b.opened, a.line())
    expect(b.opened.reads.practices.passages(b.seq).map(({ quote, lost, span }) => [quote, lost, lost ? null : span.start])).toEqual([['社区推行警网融合。', true, null], ['老马调解室', false, 6]])
    edit(b.opened, b.id, 1, { body }, words)
    expect(b.opened.reads.practices.passages(b.seq).map(({ lost, span }) => [lost, span.start])).toEqual([[false, 0], [false, 10]])
  })

  it.each([['by what is left of it', { passage: false, first: false }], ['by the words that were judged, in a file of earlier days', { passage: true, first: true }]] as const)('find a short text that was edited here, %s', async (_how, { passage, first }) => {
    const short = '社区推行警网融合。老马调解室天天开门，居民有事上门说。'
    const a = await written(8, short)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    if (passage) addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 9, end: 14 })
    const line = { ...a.line(), ...(first ? { sketch: [] } : {}) }
    expect(line.keys).toEqual([])
    const b = await written(9, short.replace('居民有事上门说', '谁家有事都能来坐坐'))
    expect(findEntries(b.opened, [line])).toEqual([{ seq: b.seq, same: false }])
    // Another short text of the same title is another text.
    const c = await written(10, '今年的表彰名单已经公布，请各单位按时报送材料。')
    expect(findEntries(c.opened, [line])).toEqual([null])
  })

  it('find a short text of somebody’s own, whose title and body were both rewritten, once it has its title back and half of its words', async () => {
    const [a, b] = [await library(), await library()]
    const text = '网格员每天走访，老人有事就说。老马调解室天天开门，居民有事上门说。'
    const told = create(a, '一则手记', text, words)
    const here = create(b, '一则手记', text, words)
    const line = gather(a, present(a, told.id), null)
    edit(b, here.id, 1, { title: '换了题目', body: '网格员每天走访，老人有事就说。老马调解室换到凉亭里。' }, words)
    expect(findEntries(b, [line])).toEqual([null])
    edit(b, here.id, 2, { title: '一则手记' }, words)
    expect(findEntries(b, [line])).toEqual([{ seq: here.seq, same: false }])
  })

  it('find a short text of their file that was all but written anew here', async () => {
    const imported = async () => {
      const opened = await library()
      const [entry] = entriesOf(await importTexts(opened, { '短讯.txt': ['社区推行警网融合。老马调解室天天开门，居民有事上门说。'] }))
      if (entry === undefined) throw new Error('nothing imported')
      return { opened, id: entry.id, seq: opened.reads.entries.stored(entry.id)?.seq ?? 0 }
    }
    const [a, b] = [await imported(), await imported()]
    const line = gather(a.opened, present(a.opened, a.id), null)
    edit(b.opened, b.id, 1, { body: '老马调解室每周三换到凉亭里，名单另行公布。' }, words)
    expect(findEntries(b.opened, [line])).toEqual([{ seq: b.seq, same: false }])
    edit(b.opened, b.id, 2, { title: '换了题目' }, words)
    expect(findEntries(b.opened, [line])).toEqual([null])
  })

  it('are about no other text, nor about one in the trash', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const other = await written(9, `社区推行警网融合。\n${'别的事另有一篇文章来讲，与前面毫不相干。'.repeat(20)}`)
    expect(findEntries(other.opened, [a.line()])).toEqual([null])
    const b = await written(10, body, '另一个题目')
    relateUnprinted(b.opened, 10)
    expect(findEntries(b.opened, [a.line()])).toEqual([{ seq: b.seq, same: true }])
    remove(b.opened, [b.id])
    expect(findEntries(b.opened, [a.line()])).toEqual([null])
  })

  it('on a practice that each library made itself are left out', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const line = a.line()
    const b = await written(9)
    const foreign = { ...line, practices: line.practices.map((one) => ({ ...one, practice: 'grid.owna' as typeof grid, label: '自拟' })) }
    expect([(await take(b.opened, foreign)).tally, b.opened.reads.practices.decisions(b.seq)]).toEqual([{ fresh: 0, agree: 0, differ: 0, known: 0, older: 0, foreign: 1 }, []])
  })

  it('hold no word of the article that nobody judged', async () => {
    const a = await written(8)
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'confirmed')
    const text = JSON.stringify(a.line())
    expect([text.includes('老马调解室'), text.includes('天天开门'), text.includes('警网融合。'), text.includes('台账')]).toEqual([true, false, false, false])
  })
})

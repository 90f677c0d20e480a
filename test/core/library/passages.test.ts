import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addPassage, check, create, decide, edit, undo, type Library } from '../../../electron/core/library/index.ts'
import { library } from './imported.ts'
import { grid, mediation, police, rulesWith } from './practice-rules.ts'

const words = (): readonly string[] => []
const by = '李敏'

/** Few different pieces, so that the same words stand in many places. */
const piece = fc.constantFrom('网格', '警网', '调解', '社区里', '院坝', '𠮷', '。', '，', '\n', '第一条', ' ')
const text = fc.array(piece, { minLength: 6, maxLength: 60 }).map((parts) => `起${parts.join('')}`)
const splice = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.integer({ min: 0, max: 40 }), put: fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')) })
const chosen = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.integer({ min: 1, max: 30 }) })

const bodyOf = (opened: Library, id: string): string => opened.reads.entries.stored(id)?.state.body ?? ''
/** Of one that is lost, the surroundings it was last seen in may be those of a later text: they are only what it is looked for by. */
const passagesOf = (opened: Library, seq: number) => opened.reads.practices.passages(seq).map((one) => (one.lost ? { ...one, span: null, prefix: '', suffix: '' } : one))
const held = (opened: Library, seq: number) => ({ passages: passagesOf(opened, seq), tags: opened.reads.practices.tags(seq), decisions: opened.reads.practices.decisions(seq) })

it('whatever is edited, a passage stands where its words stand or is listed as lost; undone step by step, all is as it was', async () => {
  let rules = rulesWith('r1')
  const opened = await library({ rules: () => rules })
  await fc.assert(
    fc.asyncProperty(text, fc.array(chosen, { maxLength: 4 }), fc.array(splice, { minLength: 1, maxLength: 4 }), fc.boolean(), async (written, choices, splices, later) => {
      rules = rulesWith('r1')
      const { id, seq } = create(opened, '一则手记', written, words)
      const body = bodyOf(opened, id)
      for (const [n, { at, length }] of choices.entries()) {
        const start = Math.floor(at * body.length)
        try {
          addPassage(opened, { id, practice: n % 2 === 0 ? mediation : police, by }, 1, { start, end: Math.min(body.length, start + length) })
        } catch {
          // Blanks only, or the same words twice: refused, as they should be.
        }
      }
      if (opened.reads.practices.tags(seq).some((tag) => tag.id === grid)) decide(opened, { id, practice: grid, by }, 'confirmed')
      // What was confirmed under one set of rules is kept where the next no longer find it.
      if (later) rules = rulesWith('r2', [[grid, ['没有这个词']], [police, ['警网']], [mediation, ['调解']]])
      const first = opened.reads.practices.passages(seq)
      const steps: { readonly undo: string; readonly before: ReturnType<typeof held>; readonly body: string }[] = []
      for (const { at, cut, put } of splices) {
        const now = bodyOf(opened, id)
        const start = Math.floor(at * now.length)
        const before = held(opened, seq)
        const revised = edit(opened, id, opened.reads.entries.stored(id)?.revision ?? 0, { body: now.slice(0, start) + put + now.slice(start + cut) }, words)
        steps.push({ undo: revised.undo, before, body: now })
        const after = opened.reads.practices.passages(seq)
        for (const { lost, span, quote } of after) if (!lost) expect(bodyOf(opened, id).slice(span.start, span.end)).toBe(quote)
        const newly = after.filter(({ id: passage, lost }) => lost && before.passages.find((one) => one.id === passage)?.lost === false)
        expect(revised.lost.filter(({ what }) => what === 'passage').map(({ quote }) => quote).sort()).toEqual(newly.map(({ quote }) => quote).sort())
        expect(new Set(after.map((one) => one.id))).toEqual(new Set(first.map((one) => one.id)))
      }
      for (const [left, { undo: token, before, body: former }] of [...steps.entries()].toReversed()) {
        undo(opened, token)
        expect(bodyOf(opened, id)).toBe(former)
        expect(passagesOf(opened, seq)).toEqual(before.passages)
        expect(opened.reads.practices.decisions(seq)).toEqual(before.decisions)
        // Before the first edit the tags were those of the earlier rules.
        if (!later || left > 0) expect(opened.reads.practices.tags(seq)).toEqual(before.tags)
      }
    }),
    { numRuns: 60 },
  )
  expect((await check(opened)).every(({ ok }) => ok)).toBe(true)
}, 120_000)

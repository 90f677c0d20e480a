/** A search.db of which any one table is damaged begins anew, saying so, while queries go on. */
import { expect, onTestFinished, test } from 'vitest'
import { openIndex } from '../../../electron/core/searching/index.ts'
import { aged, entryOf, optionsFor, type Sample } from './library.ts'

const samples = new Map(Array.from({ length: 60 }, (_, i): [number, Sample] => [i + 1, { seq: i + 1, title: `走访第${i + 1}户`, body: `网格员走访，调解纠纷${i}。`.repeat(30), keywords: ['走访'] }]))
const QUERIES = ['走访', '"调解纠纷7"', '标题:走访', '关键词:走访', '走', '网格员 -调解', '']

test.each([
  ['the index of texts', "UPDATE f_data SET block = x'00ff00ff00ff' WHERE id > 10"],
  ['the structure of the index of texts', "UPDATE f_data SET block = zeroblob(3) WHERE id = 10"],
  ['the sizes of texts', "UPDATE f_docsize SET sz = x'ff'"],
  ['the index of titles', "UPDATE ft_data SET block = x'00ff00ff00ff' WHERE id > 10"],
  ['the index of keywords', "UPDATE fk_data SET block = x'00ff00ff00ff' WHERE id > 10"],
  ['the index of characters', "UPDATE ch_data SET block = x'00ff00ff00ff' WHERE id > 10"],
  ['the settings of an index', 'DELETE FROM f_config'],
  ['the columns', "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'doc'"],
  ['the index of texts, gone', 'DROP TABLE f_data'],
  ['the columns, gone', 'DROP TABLE doc'],
  ['what it says of itself, gone', 'DROP TABLE meta'],
])('%s', async (_, damage) => {
  const file = await aged(samples, damage)
  let said = 0
  const index = openIndex(file, { ...optionsFor(samples), onDamaged: () => said++, onFailed: (error) => expect.unreachable(String(error)) })
  onTestFinished(() => index.close())
  const ask = (): number[] => QUERIES.map((query) => index.search({ query }).total)
  ask()
  index.put([entryOf({ seq: 61, title: '走访途中', body: '网格员走访。' })])
  index.remove([61])
  ask()
  await index.catchUp()
  // What no query of these reads is found by the check of the library, which begins the index anew.
  try {
    index.verify()
  } catch {
    await index.rebuild()
  }
  expect(ask()).toEqual([60, 1, 60, 60, 60, 0, 60])
  expect(index.difference()).toEqual({ missing: [], behind: [], extra: [] })
  index.verify()
  expect(said).toBeLessThanOrEqual(1)
})

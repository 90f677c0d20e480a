/** SQL stands in this folder and in the migrations, nowhere else. Reads and writes are kept apart. */
import type { Database } from 'better-sqlite3'
import { batchReads, batchWrites } from './batches.ts'
import { boardReads, boardWrites } from './boards.ts'
import { bundledReads, bundledWrites } from './bundled.ts'
import { comparedReads } from './compared.ts'
import { documentReads, documentWrites } from './documents.ts'
import { entryReads, entryWrites } from './entries.ts'
import { factShiftReads, factShiftWrites } from './fact-shifts.ts'
import { factReads, factWrites } from './facts.ts'
import { historyReads, historyWrites } from './history.ts'
import { judgementReads, judgementWrites } from './judgements.ts'
import { labelReads, labelWrites } from './labels.ts'
import { lexiconReads, lexiconWrites } from './lexicon.ts'
import { practiceReads, practiceWrites } from './practices.ts'
import { preferenceReads, preferenceWrites } from './preferences.ts'
import { queueReads } from './queue.ts'
import { reportReads } from './reports.ts'
import { readingReads, readingWrites } from './readings.ts'
import { taxonomyReads, taxonomyWrites } from './taxonomy.ts'
import { storyReads, storyWrites } from './stories.ts'

export const openReads = (db: Database) => {
  const practices = practiceReads(db)
  const facts = factReads(db)
  const labels = labelReads(db)
  return {
    entries: entryReads(db, practices, facts, labels),
    documents: documentReads(db),
    history: historyReads(db),
    batches: batchReads(db),
    queue: queueReads(db),
    practices,
    facts,
    bundled: bundledReads(db),
    preferences: preferenceReads(db),
    boards: boardReads(db),
    compared: comparedReads(db),
    readings: readingReads(db),
    stories: storyReads(db),
    reports: reportReads(db),
    taxonomy: taxonomyReads(db),
    factShifts: factShiftReads(db),
    labels,
    lexicon: lexiconReads(db),
    judgements: judgementReads(db),
  }
}
export type Reads = ReturnType<typeof openReads>

export const openWrites = (db: Database) => ({
  entries: entryWrites(db),
  documents: documentWrites(db),
  history: historyWrites(db),
  batches: batchWrites(db),
  bundled: bundledWrites(db),
  practices: practiceWrites(db),
  facts: factWrites(db),
  preferences: preferenceWrites(db),
  boards: boardWrites(db),
  readings: readingWrites(db),
  stories: storyWrites(db),
  taxonomy: taxonomyWrites(db),
  factShifts: factShiftWrites(db),
  labels: labelWrites(db),
  lexicon: lexiconWrites(db),
  judgements: judgementWrites(db),
})
export type Writes = ReturnType<typeof openWrites>

/**
 * A library of any number of entries for benches of the window: the documents of the bench of search, stored in groups by the library's own door for imports.
 * Cleaning and the rules for practices and facts are left out: they would take hours and change nothing that a search looks at. Each entry counts as read under the rules of today.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { BatchId } from '../../electron/contract/importing.ts'
import type { Place } from '../../electron/contract/entry.ts'
import { FACTS_VERSION } from '../../electron/core/describing/facts/index.ts'
import { loadTaxonomy } from '../../electron/core/describing/practices/index.ts'
import { createSegmenter, loadDictionary } from '../../electron/core/language/index.ts'
import { disk, type FileToStore, GROUP, openLibrary, storeFiles } from '../../electron/core/library/index.ts'
import { preparedFile } from '../../test/core/library/prepared.ts'
import { root } from '../../test/shared.ts'
import { type Document, documents } from './search/documents.ts'

const content = join(root, 'content')
/** Of so many characters keywords are taken: of all of them it would take minutes, and find hardly others. */
const CUT = 600
const PLACES: readonly Place[] = [['山东省', '枣庄市', null], ['安徽省', '淮南市', '八公山区'], ['江苏省', '淮安市', null], ['浙江省', '绍兴市', '诸暨市'], ['上海市', null, null]].map(([province = null, city = null, district = null]) => ({ province, city, district, basis: 'stated' }))
const NOWHERE: Place = { province: null, city: null, district: null, basis: null }

/** The folder of a library of `entries` entries, made unless it is there; the program must be built. */
export async function largeLibrary(entries: number): Promise<string> {
  const folder = join(tmpdir(), `casebook-large-${String(entries)}`)
  if (!existsSync(folder)) {
    const part = `${folder}.part`
    rmSync(part, { recursive: true, force: true })
    await fill(part, entries)
    renameSync(part, folder)
  }
  // Opens it as a person would, so that the index is level before anything is measured.
  settle(folder)
  program(folder, 'search', '网格', '--limit', '1')
  settle(folder)
  return folder
}

const program = (folder: string, ...args: string[]): void => void execFileSync(process.execPath, [join(root, 'out/main/cli.js'), ...args, '--library', folder], { stdio: ['ignore', 'ignore', 'inherit'] })

async function fill(folder: string, entries: number): Promise<void> {
  // The program notes by which rules keywords are picked; where it finds entries without that note, it picks those of all anew.
  await (await openLibrary(folder)).close()
  program(folder, 'list')
  const segmenter = createSegmenter({ dictionary: loadDictionary(content) })
  // Forcing every file to the disk is left out: nothing is lost that could not be made again.
  const library = await openLibrary(folder, { files: { ...disk, sync: () => Promise.resolve(), syncFolder: () => Promise.resolve() } })
  const batch = BatchId.parse('LARGE')
  library.connection.write(() => library.writes.batches.add(batch, '大批', entries, library.clock.at()))
  let group: FileToStore[] = []
  const store = async (): Promise<void> => {
    await storeFiles(library, batch, group)
    group = []
  }
  for await (const one of documents(entries)) {
    group.push(fileOf(one, segmenter.keywords(one.title, one.body.slice(0, CUT))))
    if (group.length === GROUP) await store()
  }
  await store()
  await library.close()
}

function fileOf({ seq, title, body, date, source }: Document, keywords: readonly string[]): FileToStore {
  const { prepared, bytes } = preparedFile(`${String(seq)}.txt`, [body])
  const articles = prepared.articles.map(({ article, description, index }) => ({
    article: { ...article, title, source: { ...article.source, media: source }, date: { value: date, precision: 'day' as const, basis: 'stated' as const } },
    description: { ...description, title, kind: seq % 3 === 0 ? 'other' as const : 'case' as const, place: PLACES[seq % (PLACES.length + 1)] ?? NOWHERE, keywords, absent: {} },
    index,
    // The documents share sentences: as reposts of each other they would be compared for hours.
    fingerprint: [],
  }))
  return { n: seq, bytes, prepared: { ...prepared, articles } }
}

/** Nothing is left to be read in the background, whatever has changed since it was made. */
function settle(folder: string): void {
  const db = new Database(join(folder, 'library.db'))
  db.prepare('INSERT INTO fact_state (entry, rules, stamp) SELECT seq, ?, 1 FROM entry WHERE true ON CONFLICT (entry) DO UPDATE SET rules = excluded.rules').run(String(FACTS_VERSION))
  db.prepare('UPDATE practice_state SET rules = ?').run(loadTaxonomy(content).rules)
  db.exec('DELETE FROM lexicon_pending')
  db.close()
}

/** Composition: contract method → room. `openCore` is the one door for hosts. */
import { join } from 'node:path'
import type { AnyReply, CoreMethod } from '../contract/api.ts'
import { loadCases, type BundledCase } from './describing/cases/index.ts'
import { dispatch, type Table } from './dispatch.ts'
import type { CorePorts, GrantedPaths } from './host.ts'
import { CUT_FOR_KEYWORDS } from './language/index.ts'
import { createImports, libraryStore, openReaderDesk, READERS } from './jobs/index.ts'
import { boardsService } from './services/boards.ts'
import { practiceChangesOf } from './describing/practices/index.ts'
import { codebookService } from './services/codebook.ts'
import { labelsService } from './services/labels.ts'
import { lazyFacts, startExtracting } from './services/extracting.ts'
import { guarded, handOver, installBundled, libraryFault, openLibrary, type BundledMode, type Library } from './library/index.ts'
import { bundledService } from './services/bundled.ts'
import { factShiftsService } from './services/fact-shifts.ts'
import { factsService } from './services/facts.ts'
import { compareService } from './services/comparing.ts'
import { entriesService } from './services/entries.ts'
import { importService } from './services/importing.ts'
import { openIndexing } from './services/indexing.ts'
import { judgementsService } from './services/judgements.ts'
import { libraryService } from './services/library.ts'
import { ownLabels } from './services/own-labels.ts'
import { packingService } from './services/packing.ts'
import { practicesService } from './services/practices.ts'
import { recleaning } from './services/recleaning.ts'
import { rereadingService } from './services/rereading.ts'
import { searchService } from './services/searching.ts'
import { searchesService } from './services/searches.ts'
import { hiddenOrigins, settingsService } from './services/settings.ts'
import type { Context } from './services/context.ts'
import { reportingService } from './services/reporting.ts'
import { startRelating, storiesService } from './services/stories.ts'
import { reclassingService } from './services/reclassing.ts'
import { startTagging } from './services/tagging.ts'
import { lazyPractices, type Practices } from './services/taxonomy.ts'
import { knownWords } from './services/known-words.ts'
import { openLexicon } from './services/lexicon.ts'
import { startMining } from './services/mining.ts'
import { startRekeying } from './services/rekeying.ts'
import { wording } from './services/wording.ts'
import { openStaging } from './staging.ts'
import { outline } from './trouble.ts'

/** More changed entries than this are announced as: all of them. */
const MOST_NAMED = 1000

export interface Core {
  /** Checked in and out; never throws. */
  readonly call: (method: string, input: unknown, granted: GrantedPaths) => Promise<AnyReply>
  /**
   * Copies the library to an empty folder, verifies the copy, and takes no more changes from then on.
   * The answer lifts that again, for when the new folder cannot be opened. Throws a Refusal; nothing has changed then.
   */
  readonly handOver: (folder: string) => Promise<() => void>
  readonly close: () => Promise<void>
}

export interface CoreOptions {
  /** Whether bundled summaries are put into the library; left out, it is left as it is. */
  readonly bundled?: BundledMode
}

/** Opens the library in `folder`. Throws a Refusal (LIBRARY_…) when it cannot be opened. */
export async function openCore(folder: string, ports: CorePorts, { bundled = 'never' }: CoreOptions = {}): Promise<Core> {
  // The rules are asked for once the library is open, never before.
  let opened: Library | null = null
  const practices = lazyPractices(ports.content, () => practiceChangesOf(opened?.reads.taxonomy.steps() ?? []))
  const library = opened = await openLibrary(folder, { now: ports.now, rules: practices.rules, facts: lazyFacts(ports.content) })
  try {
    return guarded(folder, () => coreOf(folder, library, practices, ports, bundled))
  } catch (error) {
    await library.close()
    throw error
  }
}

function coreOf(folder: string, library: Library, practices: Practices, ports: CorePorts, bundled: BundledMode): Core {
  const lexicon = openLexicon(library, ports.content)
  const labels = ownLabels(library)
  const indexing = openIndexing(library, ports, lexicon, practices.named, labels, knownWords(lexicon, practices, labels))
  const tell = (ids: readonly string[] | null): void => ports.emit('library.changed', { ids: ids === null || ids.length > MOST_NAMED ? null : [...ids] })
  const changed = (ids: readonly string[]): void => {
    indexing.refresh(ids)
    tell(ids)
    extracting.resume()
  }
  indexing.index.hide(hiddenOrigins(library.reads.preferences.settings()))
  const cases = lazily(() => loadCases(ports.content))
  indexing.refresh(bundledInto(library, cases, bundled))
  // Files that were read under former words may have come in until now.
  const importEmit: CorePorts['emit'] = (event, value) => {
    ports.emit(event, value)
    if (event === 'import.finished' || event === 'import.paused') rekeying.resume()
  }
  const store = libraryStore(library, async (stored) => {
    await indexing.add(stored)
    tell(stored.map(({ id }) => id))
    extracting.resume()
  })
  const imports = createImports({ store, emit: importEmit, now: ports.now, spawnReader: ports.spawnReader, readers: READERS, words: lexicon.overlay, staging: openStaging(join(folder, 'unpacked')) })
  const desk = openReaderDesk(ports.spawnReader, lexicon.overlay)
  const context: Context = { library, ports, changed, lexicon, practices, indexing, cases, keywordsOf: (title, body) => lexicon.segmenter().keywords(title, body) }
  const tagging = startTagging(library, practices, indexing, ports, tell)
  const extracting = startExtracting(library, indexing, ports, tell)
  const relating = startRelating(library)
  const rekeying = startRekeying(library, indexing, (title, body) => context.keywordsOf(title, body.slice(0, CUT_FOR_KEYWORDS)), ports, tell, lexicon.keywordRules())
  const mining = startMining(library, lexicon, ports)
  const words = wording(context, rekeying, mining)
  const reclean = recleaning(context, desk)
  const table: Table<CoreMethod, GrantedPaths> = {
    ...libraryService(context),
    ...entriesService(context, { readOn: () => { tagging.resume() }, undoWords: words.undo }),
    ...words.service,
    ...importService(context, imports),
    ...rereadingService(context, desk),
    ...reclean.service,
    ...searchService(context),
    ...searchesService(context),
    ...settingsService(context),
    ...practicesService(context, tagging),
    ...factsService(context, extracting),
    ...factShiftsService(context),
    ...judgementsService(context, () => { tagging.resume(); extracting.resume() }),
    ...reclassingService(context, tagging),
    ...labelsService(context),
    ...codebookService(context, tagging),
    ...boardsService(context),
    ...bundledService(context),
    ...packingService(context),
    ...storiesService(context),
    ...reportingService(context),
    ...compareService(context),
  }
  return {
    call: (method, input, granted) => dispatch(table, method, input, granted, (error) => libraryFault(error, library.folder)),
    handOver: async (to) => {
      const goOn = await handOver(library, to)
      return () => {
        goOn()
        tagging.resume()
        extracting.resume()
        rekeying.resume()
      }
    },
    close: async () => {
      await imports.close()
      const recleaned = reclean.close()
      desk.close()
      await recleaned
      await tagging.close()
      await extracting.close()
      await relating.close()
      await rekeying.close()
      await mining.close()
      await indexing.close()
      await library.close()
    },
  }
}

/** A library that has no room for them opens all the same. */
function bundledInto(library: Library, cases: () => readonly BundledCase[], mode: BundledMode): readonly string[] {
  if (mode === 'never') return []
  try {
    return installBundled(library, cases(), mode)
  } catch (error) {
    console.error(`bundled: ${outline(error)}`)
    return []
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

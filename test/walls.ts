/** The walls between the rooms: who may import whom, and why. Pure rules; `boundaries.test.ts` holds the project against them. */
import { posix } from 'node:path'
import type { Import } from './sources.ts'

/** The rooms of the core in the order an article passes them. */
const FLOW = ['reading', 'cleaning', 'describing', 'library', 'searching', 'comparing', 'teaching', 'exporting', 'jobs', 'services'] as const
/** Small files beside the rooms that every room may use; `hosting/` is for the hosts, above all rooms. */
const SHARED = new Set(['host.ts', 'staging.ts', 'trouble.ts'])
/** The shape in which a reading helper hands a file over; the library stores it. */
const HANDED_OVER = 'electron/core/jobs/prepared.ts'
const PURE = new Set(['reading', 'cleaning', 'language', 'describing', 'comparing'])
const NETWORK = /^node:(http|https|http2|net|tls|dgram|dns|inspector)(\/|$)/

export interface Wall {
  readonly name: string
  readonly why: string
  /** Whether the wall stands around this file. */
  readonly around: (file: string) => boolean
  /** Whether this import passes. `target` is the imported file relative to the project, or null for a package. */
  readonly passes: (entry: Import, target: string | null, file: string) => boolean
}

const within = (...folders: string[]) => (file: string): boolean => folders.some((folder) => file.startsWith(folder))
/** The room of a file of the core, or the file itself when it stands beside the rooms. */
const core = (target: string): string => target.split('/')[2] ?? ''
const isRoom = (name: string): boolean => !name.endsWith('.ts')

/** Whether core file `file` may use `target`: to its left in the flow, language, the shared files, and library's types. */
function flows(file: string, target: string, typeOnly: boolean): boolean {
  const [from, to] = [core(file), core(target)]
  if (from === to || to === 'language' || (typeOnly && target === HANDED_OVER)) return true
  if (!isRoom(from)) return typeOnly || from === 'services.ts' || !isRoom(to)
  if (!isRoom(to)) return typeOnly || SHARED.has(to) || from === 'hosting' || from === 'services'
  if (to === 'library' && typeOnly && from !== 'language') return true
  const [here, there] = [FLOW.indexOf(from as (typeof FLOW)[number]), FLOW.indexOf(to as (typeof FLOW)[number])]
  return here !== -1 && there !== -1 && there < here
}

export const WALLS: readonly Wall[] = [
  {
    name: 'the contract imports zod only',
    why: 'The window, the preload, every host and the command line load it; whatever it imported would be in all of them.',
    around: within('electron/contract/'),
    passes: (entry, target) => entry.from === 'zod' || target?.startsWith('electron/contract/') === true,
  },
  {
    name: 'the core never imports Electron, a host, the window or tests',
    why: 'The same core runs in Electron, behind the browser host and on the command line, where there is no Electron.',
    around: within('electron/core/'),
    passes: (entry, target) => (target === null ? !/^electron(\/|$)/.test(entry.from) : within('electron/core/', 'electron/contract/')(target)),
  },
  {
    name: 'nothing but the browser host and its share of the core opens a connection',
    why: 'Nothing is sent out: what cannot be imported cannot be called, however an article or a later change tries.',
    around: within('electron/core/', 'electron/main/', 'electron/preload/', 'electron/workers/', 'electron/cli/', 'electron/contract/', 'renderer/'),
    passes: (entry) => !NETWORK.test(entry.from) && !(entry.from === 'electron' && entry.names.some((name) => ['net', 'autoUpdater', 'crashReporter'].includes(name))),
  },
  {
    name: 'core rooms import only rooms to their left',
    why: 'An article flows in one direction; a room that knew a later one could not be understood or tested without it.',
    around: within('electron/core/'),
    passes: (entry, target, file) => target === null || !target.startsWith('electron/core/') || flows(file, target, entry.typeOnly),
  },
  {
    name: 'pure rooms do not touch the world',
    why: 'Reading, cleaning, language, describing and comparing are functions of values: same input, same output, tested with strings. Unpacking bytes (node:zlib) is one, too.',
    around: (file) => file.startsWith('electron/core/') && PURE.has(core(file)),
    passes: (entry, _target, file) => entry.typeOnly || !entry.from.startsWith('node:') || entry.from === 'node:zlib' || (READS_CONTENT.has(file) && /^node:(fs|path|module)$/.test(entry.from)),
  },
  {
    name: 'SQLite is used by the library and by searching only',
    why: 'One place where the truth is written and one index beside it; SQL anywhere else would go around history and backups.',
    around: within('electron/', 'renderer/'),
    passes: (entry, _target, file) => entry.from !== 'better-sqlite3' || entry.typeOnly || within('electron/core/library/', 'electron/core/searching/')(file),
  },
  {
    name: 'jieba is used by language only',
    why: 'Queries and articles must be cut with the same dictionary, so there is one segmenter.',
    around: within('electron/', 'renderer/'),
    passes: (entry, _target, file) => !/^(jieba-wasm|pinyin-pro)/.test(entry.from) || file.startsWith('electron/core/language/'),
  },
  {
    name: 'the Electron host imports the core, the contract and Electron',
    why: 'Its files are the only ones that need a real Electron; the smaller they are, the more runs without it.',
    around: within('electron/main/'),
    passes: (entry, target) => (target === null ? /^(electron|zod|node:.*)$/.test(entry.from) : within('electron/main/', 'electron/core/', 'electron/contract/')(target) || (entry.typeOnly && target.startsWith('electron/workers/'))),
  },
  {
    name: 'the preload imports Electron and the contract only',
    why: 'It runs between page and program in the sandbox, where Node is absent and every line is attack surface.',
    around: within('electron/preload/'),
    passes: (entry, target) => (target === null ? entry.from === 'electron' : within('electron/preload/', 'electron/contract/')(target)),
  },
  {
    name: 'the browser host, the workers and the command line never import Electron or the Electron host',
    why: 'They exist for machines where Electron cannot be installed.',
    around: within('electron/browser-host/', 'electron/workers/', 'electron/cli/'),
    passes: (entry, target, file) => (target === null ? /^(zod|node:.*)$/.test(entry.from) : within('electron/core/', 'electron/contract/', folderOf(file))(target) || (!file.startsWith('electron/workers/') && target.startsWith('electron/browser-host/')) || (file.startsWith('electron/cli/') && target === 'electron/workers/readers.ts') || (entry.typeOnly && target.startsWith('electron/workers/'))),
  },
  {
    name: 'the window imports the contract, UI packages and its own files',
    why: 'The page must hold no power of its own: everything it can do goes through the checked calls of the contract.',
    around: within('renderer/'),
    passes: (entry, target, file) =>
      target === null
        ? !/^(node:|electron(\/|$)|better-sqlite3|jieba-wasm)/.test(entry.from)
        : within('renderer/', 'electron/contract/')(target) || (file.startsWith('renderer/src/pack/') && isFold(target)),
  },
  {
    name: "the pack's page imports nothing of the app but the fold, the rows of tables, its words and the composition guard",
    why: 'A portable pack is one file that works without the app for years.',
    around: within('renderer/src/pack/'),
    passes: (entry, target) =>
      target === null
        ? entry.from === 'lunr'
        : target.startsWith('renderer/src/pack/') || isFold(target) || /^renderer\/src\/(i18n\/\w+\/pack-page|app\/keyboard|parts\/rows)\.ts$/.test(target) || (entry.typeOnly && target.startsWith('electron/contract/')),
  },
  {
    name: 'what runs before the installation uses only Node',
    why: 'On a fresh clone there are no packages yet, and the Node at hand may not run TypeScript.',
    around: (file) => /^scripts\/(setup\/)?[^/]+\.mjs$/.test(file),
    passes: (entry, target) => (target === null ? entry.from.startsWith('node:') : target.startsWith('scripts/setup/')),
  },
  {
    name: 'the program never imports tests or scripts',
    why: 'Test equipment and build helpers must not reach a package.',
    around: within('electron/', 'renderer/'),
    passes: (_entry, target) => target === null || !within('test/', 'scripts/')(target),
  },
  {
    name: 'no import is computed',
    why: 'An address put together at run time can go through every wall above.',
    around: within('electron/', 'renderer/'),
    passes: (entry) => entry.from !== '<computed>',
  },
]

/** Files of pure rooms that read what ships with the program (bundled content, the wasm of jieba), each the one loader of its kind. */
const READS_CONTENT = new Set([
  'electron/core/language/dictionary.ts',
  'electron/core/language/synonyms.ts',
  'electron/core/language/jieba.ts',
  'electron/core/describing/gazetteer.ts', 'electron/core/describing/streets.ts',
  'electron/core/describing/cases/load.ts',
  'electron/core/describing/practices/load.ts',
])

/** The fold and the kinds of characters it agrees on with all that search folded text. */
const isFold = (target: string): boolean => /^electron\/core\/language\/(fold(-table)?|characters)\.ts$/.test(target)

const folderOf = (file: string): string => `${file.split('/').slice(0, 2).join('/')}/`

/** Every wall that an import of `file` goes through, as a sentence. */
export function breaches(file: string, entry: Import): string[] {
  const target = entry.from.startsWith('.') ? posix.join(posix.dirname(file), entry.from.replace(/\?.*$/, '')) : null
  return WALLS.filter((wall) => wall.around(file) && !wall.passes(entry, target, file)).map((wall) => `${file} imports ${entry.from}: ${wall.name}. ${wall.why}`)
}

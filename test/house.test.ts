import { describe, expect, it } from 'vitest'
import { loneStrings, senders, unguardedKeys } from './habits.ts'
import { files, imports, sources, text, topLevel } from './sources.ts'

const within = (...folders: string[]): string[] => sources.filter((file) => folders.some((folder) => file.startsWith(folder)))
const listing = (file: string, found: readonly string[]): string[] => found.map((item) => `${file}: ${item}`)

describe('the tree', () => {
  it('has nothing at the top but the rooms and what tools look for there', () => {
    const known = new Set(['.ci', '.gitattributes', '.gitignore', '.npmrc', '.oxlintrc.json', 'LICENSE', 'README.md', 'content', 'electron', 'electron-builder.yml', 'package-lock.json', 'package.json', 'renderer', 'scripts', 'test', 'tsconfig.json'])
    expect(topLevel.filter((name) => !known.has(name))).toEqual([])
  })

  it('has a README in every room', () => {
    const parents = ['electron', 'electron/core', 'renderer/src', 'scripts', 'test', 'content']
    const folders = new Set(files.flatMap((file) => parents.flatMap((parent) => (file.startsWith(`${parent}/`) ? [parent, ...(file.slice(parent.length + 1).includes('/') ? [`${parent}/${file.slice(parent.length + 1).split('/')[0]}`] : [])] : []))))
    expect([...folders].filter((folder) => !files.includes(`${folder}/README.md`))).toEqual([])
  })

  it('has no code file past 400 lines', () => {
    const long = files.filter((file) => /\.(ts|tsx|mts|mjs|js|css)$/.test(file) && !file.startsWith('test/standin/')).map((file) => ({ file, lines: text(file).split('\n').length - 1 }))
    expect(long.filter(({ lines }) => lines > 400)).toEqual([])
  })

  it('holds no work left for later', () => {
    expect(files.filter((file) => /\.(ts|tsx|mjs|js|css|html|md|yml|json)$/.test(file) && file !== 'package-lock.json' && file !== 'test/house.test.ts' && /\b(TODO|FIXME|XXX|HACK)\b/.test(text(file)))).toEqual([])
  })

  it('names no machine and no registry', () => {
    const machine = /(?<![\w.])\/(work|farm|root)\/|registry\.npm|deb\.debian\.org/
    expect(files.filter((file) => /\.(ts|tsx|mjs|js|css|html|md|yml|json|txt)$|\/run$|npmrc$/.test(file) && file !== 'test/house.test.ts' && machine.test(text(file)))).toEqual([])
  })

  it('has a lock file without addresses', () => {
    expect(text('package-lock.json')).not.toMatch(/"resolved": "http/)
  })

  it('has a lock file that is complete on every system: npm ci refuses one that lacks the parts for another', () => {
    const packages: Record<string, { readonly optionalDependencies?: Record<string, string> }> = JSON.parse(text('package-lock.json')).packages
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).filter((name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages)))
    expect(missing).toEqual([])
  })

  it('lists every decision in the index, in tens', () => {
    const pages = files.flatMap((file) => /^electron\/decisions\/(\d{4}-[a-z0-9-]+\.md)$/.exec(file)?.[1] ?? [])
    const index = text('electron/decisions/README.md')
    expect(pages.filter((page) => !index.includes(`(${page})`) || Number(page.slice(0, 4)) % 10 !== 0)).toEqual([])
    expect([...index.matchAll(/\]\((\d{4}-[^)]+)\)/g)].map((link) => link[1]).filter((page) => page === undefined || !pages.includes(page))).toEqual([])
  })
})

describe('nothing is sent out', () => {
  it('by the program, which has no use for any sender', () => {
    expect(within('electron/').filter((file) => !file.startsWith('electron/browser-host/')).flatMap((file) => listing(file, senders(file, text(file))))).toEqual([])
  })

  it('by the window, outside the client that talks to its own host', () => {
    expect(within('renderer/').filter((file) => !file.startsWith('renderer/src/api/')).flatMap((file) => listing(file, senders(file, text(file))))).toEqual([])
  })

  it.each(["fetch('https://a')", 'new WebSocket(url)', 'globalThis.fetch(url)', 'navigator.sendBeacon(url)', 'const { a } = new XMLHttpRequest()'])('finds %s', (source) => {
    expect(senders('a.ts', source)).toHaveLength(1)
  })
})

describe('the window', () => {
  const pages = within('renderer/src/').filter((file) => !file.startsWith('renderer/src/i18n/'))

  it('has no text outside the message catalogue', () => {
    expect(pages.flatMap((file) => listing(file, loneStrings(file, text(file))))).toEqual([])
  })

  it.each([
    ['<b>导入</b>', '导入'],
    ['<b>Import</b>', 'Import'],
    ['<input placeholder="Search" />', 'Search'],
    ["const label = '案例库'", '案例库'],
    ['const label = `共 ${count} 条`', '共'],
  ])('finds text in %s', (source, found) => {
    expect(loneStrings('a.tsx', source)).toContain(found)
  })

  it.each(["<b>{t('library.title')}</b>", '// 中文\nconst a = 1', 'const han = /[一-龥]/', '<b> · </b>'])('finds none in %s', (source) => {
    expect(loneStrings('a.tsx', source)).toEqual([])
  })

  it('handles no key without the composition guard', () => {
    expect(pages.filter((file) => !file.startsWith('renderer/src/app/keyboard')).flatMap((file) => listing(file, unguardedKeys(file, text(file))))).toEqual([])
  })

  it('no dialog is drawn before it is opened: to antd such a one lies on top for ever, and Escape no longer reaches the others', () => {
    expect(pages.filter((file) => text(file).includes('forceRender'))).toEqual([])
  })
  it.each(['<input onKeyDown={go} />', "window.addEventListener('keydown', go)"])('finds %s', (source) => {
    expect(unguardedKeys('renderer/src/screens/a.tsx', source)).toHaveLength(1)
    expect(unguardedKeys('renderer/src/screens/a.tsx', `import { guarded } from '../app/keyboard.ts'\n${source}`)).toEqual([])
  })
})

/** Where each package the project was asked to stand on does its work. */
const FOUNDATIONS: readonly [name: string, folder: string][] = [
  ['electron', 'electron/main/'],
  ['electron-vite', 'scripts/'],
  ['react', 'renderer/src/'],
  ['better-sqlite3', 'electron/core/library/'],
  ['unified', 'electron/core/reading/'],
  ['remark-parse', 'electron/core/reading/'],
  ['jieba-wasm', 'electron/core/language/'],
  ['vitest', 'test/'],
  ['lunr', 'electron/core/exporting/'],
  ['lunr', 'renderer/src/pack/'],
]

describe('the packages the project stands on', () => {
  const declared = new Set(Object.keys({ ...JSON.parse(text('package.json')).dependencies, ...JSON.parse(text('package.json')).devDependencies }))
  const uses = (name: string, folder: string): boolean => within(folder).some((file) => imports(file, text(file)).some((entry) => entry.from === name || entry.from.startsWith(`${name}/`)))

  it.each(FOUNDATIONS)('%s works in %s', (name, folder) => {
    expect(declared).toContain(name)
    expect(uses(name, folder)).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { imports, sources, text } from './sources.ts'
import { breaches, WALLS } from './walls.ts'

describe('walls between the rooms', () => {
  const found = sources.filter((file) => !file.startsWith('test/')).flatMap((file) => imports(file, text(file)).flatMap((entry) => breaches(file, entry)))
  it.each(WALLS)('$name', ({ name }) => {
    expect(found.filter((breach) => breach.includes(name))).toEqual([])
  })
})

const STOPPED: readonly [wall: string, file: string, source: string][] = [
  ['the contract imports zod only', 'electron/contract/a.ts', "import fs from 'node:fs'"],
  ['the contract imports zod only', 'electron/contract/a.ts', "import type { Core } from '../core/services.ts'"],
  ['the core never imports Electron', 'electron/core/library/a.ts', "import { app } from 'electron'"],
  ['the core never imports Electron', 'electron/core/library/a.ts', "const { app } = require('electron')"],
  ['the core never imports Electron', 'electron/core/services.ts', "import { open } from '../main/window.ts'"],
  ['nothing but the browser host', 'electron/core/jobs/a.ts', "import { get } from 'node:https'"],
  ['nothing but the browser host', 'electron/core/jobs/a.ts', "const dns = await import('node:dns/promises')"],
  ['nothing but the browser host', 'electron/main/a.ts', "import { app, net } from 'electron'"],
  ['core rooms import only rooms to their left', 'electron/core/reading/a.ts', "import { clean } from '../cleaning/index.ts'"],
  ['core rooms import only rooms to their left', 'electron/core/cleaning/a.ts', "import { openLibrary } from '../library/index.ts'"],
  ['core rooms import only rooms to their left', 'electron/core/language/a.ts', "import type { Library } from '../library/index.ts'"],
  ['core rooms import only rooms to their left', 'electron/core/searching/a.ts', "export { run } from '../jobs/index.ts'"],
  ['pure rooms do not touch the world', 'electron/core/cleaning/a.ts', "import { readFileSync } from 'node:fs'"],
  ['SQLite is used by the library', 'electron/core/jobs/a.ts', "import Database from 'better-sqlite3'"],
  ['jieba is used by language only', 'electron/core/searching/a.ts', "import { cut } from 'jieba-wasm'"],
  ['the Electron host imports', 'electron/main/a.ts', "import { serve } from '../browser-host/index.ts'"],
  ['the preload imports', 'electron/preload/index.ts', "import { join } from 'node:path'"],
  ['the browser host, the workers', 'electron/workers/library.ts', "import { app } from 'electron'"],
  ['the browser host, the workers', 'electron/cli/index.ts', "import { setUp } from '../main/menu.ts'"],
  ['the window imports', 'renderer/src/a.tsx', "import type { Core } from '../../electron/core/services.ts'"],
  ['the window imports', 'renderer/src/a.tsx', "import 'node:fs'"],
  ["the pack's page imports", 'renderer/src/pack/a.ts', "import React from 'react'"],
  ["the pack's page imports", 'renderer/src/pack/a.ts', "import { zh } from '../i18n/zh/index.ts'"],
  ["the pack's page imports", 'renderer/src/pack/a.ts', "import { Entry } from '../../../electron/contract/entry.ts'"],
  ['what runs before the installation', 'scripts/setup/a.mjs', "import { z } from 'zod'"],
  ['the program never imports tests', 'electron/main/a.ts', "import { standin } from '../../test/standin/electron.ts'"],
  ['no import is computed', 'electron/core/jobs/a.ts', 'await import(`node:${name}`)'],
]

describe('each wall stops what it is there to stop', () => {
  it.each(STOPPED)('%s: %s: %s', (wall, file, source) => {
    expect(imports(file, source).flatMap((entry) => breaches(file, entry)).join('\n')).toContain(wall)
  })

  it('has an example for every wall', () => {
    expect(WALLS.filter((wall) => !STOPPED.some(([name]) => wall.name.startsWith(name))).map((wall) => wall.name)).toEqual([])
  })

  it.each<[file: string, source: string]>([
    ['electron/core/cleaning/a.ts', "import { read } from '../reading/index.ts'"],
    ['electron/core/describing/a.ts', "import type { Segmenter } from '../language/index.ts'"],
    ['electron/core/reading/a.ts', "import { Refusal } from '../../contract/errors.ts'"],
    ['electron/core/cleaning/a.ts', "import type { Entry } from '../library/index.ts'"],
    ['electron/core/services.ts', "import { openLibrary } from './library/index.ts'"],
    ['electron/browser-host/server.ts', "import { createServer } from 'node:http'"],
    ['electron/cli/index.ts', "import { serve } from '../browser-host/index.ts'"],
    ['renderer/src/api/a.ts', "import { methods } from '../../../electron/contract/api.ts'"],
    ['renderer/src/pack/a.ts', "import { fold } from '../../../electron/core/language/fold.ts'"],
    ['renderer/src/pack/a.ts', "import type { PackData } from '../../../electron/contract/pack-page.ts'"],
    ['renderer/src/pack/a.ts', "import { composing } from '../app/keyboard.ts'"],
  ])('lets %s pass: %s', (file, source) => {
    expect(imports(file, source).flatMap((entry) => breaches(file, entry))).toEqual([])
  })
})

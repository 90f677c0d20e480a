import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { DARK, LIGHT, type Colours } from '../renderer/src/app/palette-colours.ts'

/** Chromium 69 opens a pack whose data was left plain; what unpacks it needs 80. */
const TARGET = 'chrome69'

/** Builds the page of the portable pack into one file: `out/pack/page.html`, with its script, its style and the policy that lets in these two and nothing else. */
export function packPage(root: string): Plugin {
  return {
    name: 'casebook:pack-page',
    async writeBundle() {
      const script = closed(await bundled(root))
      const style = `${tokens()}${readFileSync(join(root, 'renderer/src/pack/page.css'), 'utf8')}`
      const parts: Readonly<Record<string, string>> = { __PACK_POLICY__: policy(script, style), __PACK_STYLE__: style, __PACK_SCRIPT__: script }
      const page = readFileSync(join(root, 'renderer/pack.html'), 'utf8').replace(/__PACK_(POLICY|STYLE|SCRIPT)__/g, (place) => parts[place] ?? place)
      mkdirSync(join(root, 'out/pack'), { recursive: true })
      writeFileSync(join(root, 'out/pack/page.html'), page)
    },
  }
}

/** One classic script: from a disk, browsers load neither modules nor chunks. */
async function bundled(root: string): Promise<string> {
  const result = await build({
    root: join(root, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: TARGET, minify: 'oxc', modulePreload: false, rolldownOptions: { input: join(root, 'renderer/src/pack/main.ts'), output: { format: 'iife' } } },
  })
  const code = [result].flat().flatMap((output) => ('output' in output ? output.output.flatMap((part) => (part.type === 'chunk' ? [part.code] : [])) : []))
  if (code.length !== 1) throw new Error(`the pack's page must be one script, not ${String(code.length)}`)
  return code[0] ?? ''
}

/** Nothing in a script may end its element. */
const closed = (script: string): string => script.replace(/<(?=\/script|!--)/gi, '\\x3c')

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const policy = (script: string, style: string): string =>
  ["default-src 'none'", `script-src ${hash(script)}`, `style-src ${hash(style)}`, "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"].join('; ')

/** The app's own colours, by the system's choice of light and dark. */
function tokens(): string {
  const variables = (colours: Colours): string => Object.entries(colours).map(([name, value]) => `--${name}:${value}`).join(';')
  return `:root{color-scheme:light dark;${variables(LIGHT)}}\n@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}\n`
}

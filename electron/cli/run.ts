/** Arguments → command → output and exit code. */
import { resolve } from 'node:path'
import { EXIT, type Exit } from '../contract/cli.ts'
import { fault, Refusal, type ErrorCode, type Fault } from '../contract/errors.ts'
import type { ReaderChannel } from '../core/host.ts'
import { outline } from '../core/trouble.ts'
import { parse, wantsJson } from './arguments.ts'
import { commands, isCommand } from './commands/index.ts'
import { helpText } from './help.ts'
import { progressOn, type Screen } from './progress.ts'
import { openSession, partsOf, type Session } from './session.ts'

export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly screen: Screen
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly folder: string
  /** Calls back when the person wants it to stop. */
  readonly onStop: (stop: () => void) => void
  /** Where files are read, instead of in processes of their own. */
  readonly spawnReader?: (content: string) => ReaderChannel
}

/** What was typed names nothing, or several things. */
const MISUNDERSTOOD: ReadonlySet<ErrorCode> = new Set(['USAGE', 'UNKNOWN_FIELD', 'NO_SUCH_PRACTICE', 'NO_SUCH_PLACE', 'AMBIGUOUS_PLACE'])

/** `here` is the folder of the running entry. Never throws. */
export async function run(given: readonly string[], here: string, terminal: Terminal): Promise<Exit> {
  const json = wantsJson(given)
  const complain = (why: Fault): void => terminal.err(json ? `${JSON.stringify({ error: { code: why.code, message: why.message, file: why.details['file'] ?? why.details['folder'] ?? null } })}\n` : `${why.message}\n`)
  const progress = progressOn(terminal.screen)
  let session: Promise<Session> | null = null
  try {
    const line = parse(given)
    if (!isCommand(line.command)) {
      terminal.out(helpText(line.rest[0]))
      return EXIT.done
    }
    const path = (typed: string): string => resolve(terminal.environment['INIT_CWD'] ?? terminal.folder, typed)
    const parts = partsOf(here)
    const command = commands[line.command]
    const withBundled = line.values['with-bundled'] === true
    const options = { mayCreate: withBundled || line.command === 'import', withBundled, spawnReader: terminal.spawnReader }
    terminal.onStop(() => void session?.then((open) => open.close()).finally(() => process.exit(EXIT.failed)))
    const outcome = await command.run({ line, parts, progress, path, session: () => (session ??= openSession(line.values.library === undefined ? null : path(line.values.library), parts, options)) })
    progress.end()
    if (outcome.fault) complain(outcome.fault)
    if (json) terminal.out(`${JSON.stringify(command.output.parse(outcome.value))}\n`)
    else if (outcome.text !== '') terminal.out(`${outcome.text}\n`)
    return outcome.exit
  } catch (error) {
    progress.end()
    if (!(error instanceof Refusal)) console.error(outline(error))
    const why = error instanceof Refusal ? error.fault : fault('FAILED')
    complain(why)
    return MISUNDERSTOOD.has(why.code) ? EXIT.usage : EXIT.failed
  } finally {
    // A library that could not be opened needs no closing; its refusal was told above.
    await (session as Promise<Session> | null)?.then((open) => open.close()).catch(() => undefined)
  }
}

/** What every command is. */
import type { z } from 'zod'
import type { Exit } from '../contract/cli.ts'
import { Refusal, type Fault } from '../contract/errors.ts'
import type { Progress } from './progress.ts'
import type { Parts, Session } from './session.ts'

/** The command was not understood; `reason` is a sentence that says where. */
export const usage = (reason: string): Refusal => new Refusal('USAGE', { reason })

export interface CommandLine {
  readonly command: string
  readonly values: Readonly<{ library?: string | undefined; json?: boolean | undefined; 'with-bundled'?: boolean | undefined; help?: boolean | undefined; practice?: string | undefined; place?: string | undefined; units?: string | undefined; rows?: string | undefined; kind?: string | undefined; limit?: string | undefined; set?: readonly string[] | undefined; 'no-open'?: boolean | undefined; port?: string | undefined; out?: string | undefined; query?: string | undefined; title?: string | undefined; split?: boolean | undefined; plain?: boolean | undefined; report?: string | undefined; encoding?: string | undefined; columns?: string | undefined; 'dry-run'?: boolean | undefined; add?: string | undefined; off?: string | undefined; above?: string | undefined; batch?: string | undefined; not?: readonly string[] | undefined; within?: readonly string[] | undefined; facet?: string | undefined; explain?: boolean | undefined; all?: boolean | undefined; by?: string | undefined }>
  /** What follows the command, in order. */
  readonly rest: readonly string[]
}

export interface Surroundings {
  readonly line: CommandLine
  readonly parts: Parts
  readonly progress: Progress
  /** A path as the person typed it, from where they typed it. */
  readonly path: (typed: string) => string
  /** Opens the library once, however often it is asked for. */
  readonly session: () => Promise<Session>
}

export interface Outcome {
  /** Printed with `--json`. */
  readonly value: unknown
  /** Printed otherwise; '' prints nothing. */
  readonly text: string
  readonly exit: Exit
  /** Why it failed, when it did: goes to stderr. */
  readonly fault?: Fault | undefined
}

export interface Command {
  /** How it is typed, and what it does, for `help`. */
  readonly typed: string
  readonly does: string
  readonly options: readonly string[]
  readonly least: number
  readonly most: number
  readonly output: z.ZodType
  readonly run: (around: Surroundings) => Promise<Outcome>
}

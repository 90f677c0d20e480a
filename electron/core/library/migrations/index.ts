/** Every step from an empty file to today's shape, in order. A landed step is never edited; a change is a new step. */
import * as entries from './0010-entries.ts'
import * as practices from './0020-practices.ts'
import * as boards from './0030-boards.ts'
import * as bundled from './0040-bundled.ts'
import * as stories from './0060-stories.ts'
import * as formats from './0070-formats.ts'
import * as unpacked from './0080-unpacked.ts'
import * as readings from './0090-readings.ts'
import * as unfinishedImports from './0100-unfinished-imports.ts'
import * as columns from './0110-columns.ts'
import * as shelfLife from './0120-shelf-life.ts'
import * as facts from './0130-facts.ts'
import * as lexicon from './0140-lexicon.ts'
import * as taxonomy from './0180-taxonomy.ts'
import * as judgements from './0190-judgements.ts'
import * as labels from './0200-labels.ts'
import * as settled from './0210-settled.ts'
import * as exactly from './0220-exactly.ts'

export interface Migration {
  /** Becomes the database's `user_version`. */
  readonly version: number
  readonly sql: string
}

export const migrations: readonly Migration[] = [
  { version: 10, sql: entries.sql },
  { version: 20, sql: practices.sql },
  { version: 30, sql: boards.sql },
  { version: 40, sql: bundled.sql },
  { version: 60, sql: stories.sql },
  { version: 70, sql: formats.sql },
  { version: 80, sql: unpacked.sql },
  { version: 90, sql: readings.sql },
  { version: 100, sql: unfinishedImports.sql },
  { version: 110, sql: columns.sql },
  { version: 120, sql: shelfLife.sql },
  { version: 130, sql: facts.sql },
  { version: 140, sql: lexicon.sql },
  { version: 180, sql: taxonomy.sql },
  { version: 190, sql: judgements.sql },
  { version: 200, sql: labels.sql },
  { version: 210, sql: settled.sql },
  { version: 220, sql: exactly.sql },
]

/** 简体中文 is the language the program is written in; every other catalogue has the same keys. */
import { bundled } from './bundled.ts'
import { card } from './card.ts'
import { changing } from './changing.ts'
import { compare } from './compare.ts'
import { dictionary } from './dictionary.ts'
import { exporting } from './exporting.ts'
import { facts } from './facts.ts'
import { finding } from './finding.ts'
import { library } from './library.ts'
import { packPage } from './pack-page.ts'
import { practices } from './practices.ts'
import { reader } from './reader.ts'
import { reading } from './reading.ts'
import { review } from './review.ts'
import { screens } from './screens.ts'
import { shell } from './shell.ts'

export const zh = { ...shell, ...library, ...exporting, ...finding, ...packPage, ...reader, ...practices, ...card, ...changing, ...facts, ...bundled, ...reading, ...review, ...screens, ...compare, ...dictionary }

/** Every command, in the order `help` lists them. */
import type { Command } from '../command.ts'
import { backup } from './backup.ts'
import { check } from './check.ts'
import { compare } from './compare.ts'
import { edit } from './edit.ts'
import { facts } from './facts.ts'
import { importPaths } from './import.ts'
import { accept, skip } from './judge.ts'
import { judgements } from './judgements.ts'
import { list } from './list.ts'
import { pack } from './pack.ts'
import { practices } from './practices.ts'
import { reclean } from './reclean.ts'
import { reindex } from './reindex.ts'
import { remove } from './remove.ts'
import { restore } from './restore.ts'
import { review } from './review.ts'
import { search } from './search.ts'
import { segment } from './segment.ts'
import { serve } from './serve.ts'
import { show } from './show.ts'
import { similar } from './similar.ts'
import { suggest } from './suggest.ts'
import { words } from './words.ts'

export const commands = { import: importPaths, review, accept, skip, list, show, search, suggest, similar, practices, facts, judgements, compare, segment, words, edit, remove, reclean, reindex, check, backup, restore, pack, serve } as const satisfies Record<string, Command>

export const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name)

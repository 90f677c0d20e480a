/**
 * The one contract: every method and event between a window (or a command line) and the core.
 * The preload's allow list, the HTTP routes, the client and the handlers all derive from these two tables.
 */
import type { z } from 'zod'
import { bundledMethods } from './bundled.ts'
import { codebookMethods } from './codebook.ts'
import { boardMethods, compareMethods } from './comparing.ts'
import type { Fault } from './errors.ts'
import { factEvents, factMethods } from './facts.ts'
import { factShiftMethods } from './fact-shifts.ts'
import { hostEvents, hostMethods } from './host.ts'
import { importEvents, importMethods } from './importing.ts'
import { labelMethods } from './labels.ts'
import { lexiconEvents, lexiconMethods } from './lexicon.ts'
import { judgementEvents, judgementMethods } from './judgements.ts'
import { libraryMethods } from './library.ts'
import { packMethods } from './packing.ts'
import { practiceEvents, practiceMethods } from './practices.ts'
import { recleanEvents, recleanMethods } from './recleaning.ts'
import { rereadMethods } from './rereading.ts'
import { searchEvents, searchMethods } from './searching.ts'
import { queueMethods } from './queue.ts'
import { reportMethods } from './reporting.ts'
import { storyMethods } from './stories.ts'
import { taxonomyMethods } from './taxonomy.ts'
import { settingsEvents, settingsMethods } from './settings.ts'

/** Served where the library is open: the library worker. */
export const coreMethods = { ...libraryMethods, ...importMethods, ...queueMethods, ...rereadMethods, ...recleanMethods, ...searchMethods, ...practiceMethods, ...factMethods, ...factShiftMethods, ...taxonomyMethods, ...labelMethods, ...codebookMethods, ...settingsMethods, ...boardMethods, ...compareMethods, ...bundledMethods, ...packMethods, ...storyMethods, ...reportMethods, ...lexiconMethods, ...judgementMethods } as const
export const methods = { ...coreMethods, ...hostMethods } as const
export const events = { ...hostEvents, ...importEvents, ...recleanEvents, ...searchEvents, ...practiceEvents, ...factEvents, ...settingsEvents, ...lexiconEvents, ...judgementEvents } as const

export type Method = keyof typeof methods
export type CoreMethod = keyof typeof coreMethods
export type HostMethod = keyof typeof hostMethods
export type EventName = keyof typeof events
export type Input<M extends Method> = z.input<(typeof methods)[M]['input']>
export type Parsed<M extends Method> = z.output<(typeof methods)[M]['input']>
export type Output<M extends Method> = z.output<(typeof methods)[M]['output']>
export type EventValue<E extends EventName> = z.output<(typeof events)[E]>

export type Reply<M extends Method> = { readonly ok: true; readonly value: Output<M> } | { readonly ok: false; readonly error: Fault }
export type AnyReply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Fault }

/** What a window sees as `window.casebook`, whichever host is behind it. */
export interface Api {
  call<M extends Method>(method: M, input: Input<M>): Promise<Reply<M>>
  on<E extends EventName>(event: E, listener: (value: EventValue<E>) => void): () => void
}

export type Handlers<M extends Method> = { readonly [K in M]: (input: Parsed<K>) => Promise<Output<K>> | Output<K> }
export type Emit = <E extends EventName>(event: E, value: EventValue<E>) => void

export const isMethod = (name: unknown): name is Method => typeof name === 'string' && Object.hasOwn(methods, name)
export const isCoreMethod = (name: Method): name is CoreMethod => Object.hasOwn(coreMethods, name)
export const isEvent = (name: unknown): name is EventName => typeof name === 'string' && Object.hasOwn(events, name)

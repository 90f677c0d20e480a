import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CoreMethod, Input, Output } from '../../../electron/contract/api.ts'
import { Refusal } from '../../../electron/contract/errors.ts'
import type { BundledMode } from '../../../electron/core/library/index.ts'
import { openCore } from '../../../electron/core/services.ts'
import type { GrantedPaths } from '../../../electron/core/host.ts'
import { root } from '../../shared.ts'
import { emptyFolder } from '../library/folder.ts'
import { readerHere } from './fake-reader.ts'
import { testPorts } from './ports.ts'

interface Opening {
  /** An empty one of its own unless it is named. */
  readonly folder?: string | undefined
  readonly bundled?: BundledMode | undefined
  readonly now?: (() => Date) | undefined
}

/** An open core that reads files in this process and whose calls throw what is refused; it closes with the test. */
export async function openedCore({ folder, bundled, now }: Opening = {}) {
  const at = folder ?? (await emptyFolder())
  const { ports, heard } = testPorts({ spawnReader: () => readerHere(join(root, 'content')), ...(now === undefined ? {} : { now }) })
  const core = await openCore(at, ports, bundled === undefined ? {} : { bundled })
  onTestFinished(() => core.close())
  const call = async <M extends CoreMethod>(method: M, input: Input<M>, granted: GrantedPaths = new Map()): Promise<Output<M>> => {
    const reply = await core.call(method, input, granted)
    if (!reply.ok) throw new Refusal(reply.error.code, reply.error.details)
    return reply.value as Output<M>
  }
  return { core, call, ports, heard, folder: at }
}

import { Refusal, type Fault } from '../../../electron/contract/errors.ts'

/** The fault that `work` is refused with; null when it is not. */
export async function refusalOf(work: Promise<unknown>): Promise<Fault | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.fault
    throw error
  }
}

/** The fault that `run` is refused with; null when it is not. */
export function refusal(run: () => unknown): Fault | null {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.fault
    throw error
  }
}

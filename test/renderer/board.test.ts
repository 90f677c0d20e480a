import { beforeEach, describe, expect, it } from 'vitest'
import { BoardId, type Unit } from '../../electron/contract/comparing.ts'
import { EntryId } from '../../electron/contract/entry.ts'
import { PracticeId } from '../../electron/contract/practice-tag.ts'
import { MOST_UNITS } from '../../electron/contract/comparing.ts'
import { knownRows, useBoard } from '../../renderer/src/app/board.ts'

const place = (path: string): Unit => ({ kind: 'place', path })
const [north, south, entry]: readonly [Unit, Unit, Unit] = [place('安徽省/淮北市'), place('安徽省/淮南市'), { kind: 'entry', id: EntryId.parse('0'.repeat(26)) }]
const board = () => useBoard.getState()

beforeEach(() => board().clear())

describe('a board', () => {
  it('takes places and entries once, in the order they came', () => {
    expect([board().add(north), board().add(entry), board().add(place('安徽省/淮北市'))]).toEqual([true, true, false])
    expect(board().units).toEqual([north, entry])
    expect(board().changed).toBe(true)
  })

  it('takes no more than fit', () => {
    for (let n = 0; n < MOST_UNITS; n++) board().add(place(`甲省/${String(n)}市`))
    expect(board().add(north)).toBe(false)
    expect(board().units.length).toBe(MOST_UNITS)
  })

  it('moves a unit by one, and not past the end', () => {
    for (const unit of [north, south, entry]) board().add(unit)
    board().move(entry, -1)
    expect(board().units).toEqual([north, entry, south])
    board().move(south, 1)
    board().move(north, -1)
    expect(board().units).toEqual([north, entry, south])
    board().remove(entry)
    expect(board().units).toEqual([north, south])
  })

  it('that was removed comes back into view, but not over a change that nobody has saved', () => {
    const removed = { id: BoardId.parse('b1'), title: '两淮', units: [south], rows: null, createdAt: '', updatedAt: '', damaged: false }
    board().bringBack(removed)
    expect(board()).toMatchObject({ id: 'b1', units: [south] })
    board().clear()
    board().add(north)
    board().bringBack(removed)
    expect(board()).toMatchObject({ id: null, units: [north], changed: true })
  })

  it('shows the rows that the taxonomy has, names those it has no more, and keeps all of them', () => {
    const [grid, drones] = [PracticeId.parse('grid'), PracticeId.parse('drones')]
    const today = { practices: [{ id: grid }], former: [] }
    expect(knownRows([drones, grid], today)).toEqual({ known: [grid], gone: [{ id: drones, label: null }] })
    expect(knownRows(null, today)).toEqual({ known: null, gone: [] })
    // Merged: shown as what it lives on in, once; retired: told by its name.
    expect(knownRows([drones, grid], { ...today, former: [{ id: drones, label: '无人机巡查', now: grid }] })).toEqual({ known: [grid], gone: [] })
    expect(knownRows([drones, grid], { ...today, former: [{ id: drones, label: '无人机巡查', now: null }] })).toEqual({ known: [grid], gone: [{ id: drones, label: '无人机巡查' }] })
  })

  it('is unchanged when it has just been opened, and empty when it was cleared', () => {
    const saved = { id: BoardId.parse('b1'), title: '两淮', units: [north, south], rows: null, createdAt: '', updatedAt: '', damaged: false }
    board().load(saved)
    expect(board()).toMatchObject({ id: 'b1', title: '两淮', units: [north, south], changed: false })
    board().rename('淮上')
    expect(board().changed).toBe(true)
    board().clear()
    expect(board()).toMatchObject({ id: null, title: '', units: [], rows: null, changed: false })
  })
})

import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../../../electron/core/reading/archive/index.ts'
import { read, type ReadDocument } from '../../../../electron/core/reading/index.ts'
import { zip } from '../archive/zip.ts'

const TEXT = '网格员每周二在议事亭听居民说事，能办的当天就办，办不了的登记清楚，下一周再说给大家听。'
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001149444154789c63f8cfc0004460e23f03001df003fda03309890000000049454e44ae426082', 'hex')
const LIST = [['标题', '正文', '照片'], ['议事亭', TEXT, '=DISPIMG("ID_A1",1)'], [], ['板凳会', TEXT, '']]
const TABLE = [['街道', '件数'], ['某街道', '3'], ['某镇', '5']]

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const related = (all: readonly (readonly [id: string, type: string, target: string])[]): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`
const picture = (name: string, embed: string, words = ''): string => `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="${name}" descr="${words}"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${embed}"/></xdr:blipFill></xdr:pic>`
const anchored = (row: number, inside: string): string => `<xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>${row}</xdr:row></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:row>${row + 9}</xdr:row></xdr:to>${inside}</xdr:twoCellAnchor>`
const SPACES = `xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${RELATIONS}"`

/** A workbook with pictures over its first sheet, and with those that WPS puts into cells. */
async function book(rows: readonly (readonly string[])[], drawing: string, inCells = ''): Promise<ReadDocument> {
  const made = utils.book_new()
  utils.book_append_sheet(made, utils.aoa_to_sheet(rows.map((row) => [...row])), '案例')
  const archive = await openArchive({ name: '表.xlsx', bytes: new Uint8Array(write(made, { type: 'buffer', bookType: 'xlsx' })) })
  const members = await Promise.all(archive.members.map(async ({ name, read: bytes }) => ({ name, data: await bytes() })))
  const more: Readonly<Record<string, string | Uint8Array>> = {
    'xl/worksheets/_rels/sheet1.xml.rels': related([['r1', `${RELATIONS}/drawing`, '../drawings/drawing1.xml']]),
    'xl/drawings/drawing1.xml': `<xdr:wsDr ${SPACES}>${drawing}</xdr:wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': related([['r1', `${RELATIONS}/image`, '../media/image1.png'], ['r2', `${RELATIONS}/image`, '../media/image2.png']]),
    'xl/cellimages.xml': `<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" ${SPACES}>${inCells}</etc:cellImages>`,
    'xl/_rels/cellimages.xml.rels': related([['r9', `${RELATIONS}/image`, 'media/image3.png']]),
    ...Object.fromEntries([1, 2, 3].map((n) => [`xl/media/image${n}.png`, Buffer.concat([PNG, Buffer.of(n)])])),
  }
  const others = members.filter(({ name }) => !(name in more)).map(({ name, data }) => ({ name, data: name === 'xl/_rels/workbook.xml.rels' ? Buffer.from(Buffer.from(data).toString('utf8').replace('</Relationships>', '<Relationship Id="w1" Type="http://www.wps.cn/officeDocument/2020/cellImage" Target="cellimages.xml"/></Relationships>')) : data }))
  return read({ name: '表.xlsx', bytes: zip([...others, ...Object.entries(more).map(([name, data]) => ({ name, data: typeof data === 'string' ? new TextEncoder().encode(data) : data }))]) }, { characterMap: () => null })
}
const lines = ({ tree, text }: ReadDocument): readonly string[] => tree.children.map((node) => (node.type === 'paragraph' && node.children[0]?.type === 'image' ? `[${node.children[0].url.slice('casebook:picture/'.length)} ${node.children[0].alt}]` : text.slice(node.position?.start.offset, node.position?.end.offset)))
const said = ({ warnings }: ReadDocument): readonly string[] => warnings.map(({ text }) => text)

describe('pictures of a workbook', () => {
  it('belong to the article of their row, those of a row without words to the one above, those that WPS puts into a cell to its row', async () => {
    const document = await book(LIST, anchored(1, picture('图片 1', 'r1', '居民在议事亭里')) + anchored(2, picture('图片 2', 'r2')), `<etc:cellImage>${picture('ID_A1', 'r9', '值班表')}</etc:cellImage>`)
    expect(lines(document)).toEqual(['议事亭', TEXT, '[p1 居民在议事亭里]', '[p3 值班表]', '[p2 ]', '板凳会', TEXT])
    expect(document.boundaries.map(({ title, at }) => [title, document.text.slice(at, at + 3)])).toEqual([['议事亭', '议事亭'], ['板凳会', '板凳会']])
    expect([document.pictures.map(({ name, mime }) => [name, mime]), said(document)]).toEqual([[['image1.png', 'image/png'], ['image2.png', 'image/png'], ['image3.png', 'image/png']], []])
  })

  it('of a table come below it; those that stand nowhere are told', async () => {
    const document = await book(TABLE, anchored(40, picture('图片 1', 'r1')))
    expect([lines(document), said(document)]).toEqual([['街道\t件数\n某街道\t3\n某镇\t5', '[p1 ]'], ['表格里的 2 张图片没有读入']])
  })

  it('do not take the words with them when their drawing is damaged', async () => {
    const document = await book(TABLE, '<xdr:twoCellAnchor>')
    expect([lines(document), said(document)]).toEqual([['街道\t件数\n某街道\t3\n某镇\t5'], ['表格里的 3 张图片没有读入']])
  })
})

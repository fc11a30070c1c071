import { getDocumentProxy } from 'unpdf'

/** A PDF as a program that is not ours reads it. */
export interface ReadPdf {
  /** The text of each page, in the order in which it is tagged, then what stands around it. */
  readonly pages: readonly string[]
  readonly title: string
  readonly language: string
  readonly info: Readonly<Record<string, unknown>>
  /** Says of itself that all that it holds is tagged. */
  readonly marked: boolean
  /** How often each tag is there. */
  readonly tags: Readonly<Record<string, number>>
  /** Width and height of each page, in points of 1/72 inch. */
  readonly sizes: readonly (readonly [width: number, height: number])[]
  readonly outline: readonly string[]
  /** Scripts, attachments, forms and links: a paper has none. */
  readonly active: readonly string[]
}

interface TagNode {
  readonly role?: string
  readonly id?: string
  readonly type?: string
  readonly children?: readonly TagNode[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { info } = (await document.getMetadata()) as unknown as { info: Record<string, unknown> }
  const mark = (await document.getMarkInfo()) as { Marked?: boolean } | null
  const pages: string[] = []
  const sizes: (readonly [number, number])[] = []
  const tags: Record<string, number> = {}
  const active: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    sizes.push([right - left, top - bottom])
    const content = await page.getTextContent({ includeMarkedContent: true })
    const tree = (await page.getStructTree()) as TagNode | null
    const texts = textByMark(content.items as unknown as readonly ContentItem[])
    if (tree) pages.push([...inOrder(tree, texts), ...texts.values()].join(' ').replace(/\s+/gu, ' '))
    if (tree) count(tree, tags)
    for (const { subtype } of await page.getAnnotations()) active.push(String(subtype))
  }
  if (await document.getJSActions()) active.push('script')
  if (await document.getAttachments()) active.push('attachment')
  if (await document.getFieldObjects()) active.push('form')
  return {
    pages,
    sizes,
    tags,
    active,
    info,
    title: String(info.Title ?? ''),
    language: String(info.Language ?? ''),
    marked: mark?.Marked === true,
    outline: titlesOf((await document.getOutline()) as Outline | null),
  }
}

interface ContentItem {
  readonly type?: string
  readonly id?: string
  readonly str?: string
  readonly hasEOL?: boolean
}

/** What stands in each marked part; under '' what is in none, such as page numbers. */
function textByMark(items: readonly ContentItem[]): Map<string, string> {
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const { type, id, str, hasEOL } of items) {
    if (type === 'endMarkedContent') open.pop()
    else if (type !== undefined) open.push(id ?? open.at(-1) ?? '')
    else {
      const mark = open.at(-1) ?? ''
      texts.set(mark, `${texts.get(mark) ?? ''}${str ?? ''}${hasEOL ? '\n' : ''}`)
    }
  }
  return texts
}

function inOrder({ type, id, children = [] }: TagNode, texts: Map<string, string>): string[] {
  if (type === 'content' && id !== undefined) {
    const text = texts.get(id) ?? ''
    texts.delete(id)
    return [text]
  }
  return children.flatMap((child) => inOrder(child, texts))
}

function count({ role, children = [] }: TagNode, tags: Record<string, number>): void {
  if (role !== undefined) tags[role] = (tags[role] ?? 0) + 1
  for (const child of children) count(child, tags)
}

type Outline = readonly { readonly title: string; readonly items: Outline }[]
const titlesOf = (outline: Outline | null): string[] =>
  (outline ?? []).flatMap(({ title, items }) => [title, ...titlesOf(items)])

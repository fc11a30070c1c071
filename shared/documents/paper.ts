import { z } from 'zod'
import { locale } from '../app/app.contract.ts'

/** One piece of a document, in reading order. All of it is text: whoever shows it escapes it. */
const block = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  z.strictObject({ is: z.literal('text'), text: z.string() }),
  /** Names and what they stand for; several lines of one name are a list. */
  z.strictObject({
    is: z.literal('facts'),
    facts: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  }),
  z.strictObject({ is: z.literal('list'), items: z.array(z.string()) }),
  z.strictObject({
    is: z.literal('table'),
    caption: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  /** Lines to be signed or filled by hand. */
  z.strictObject({ is: z.literal('blank'), label: z.string() }),
])
export type Block = z.infer<typeof block>

/** A document before it is a page: what the preview shows and what is printed are made of the same blocks. */
export const paper = z.strictObject({
  locale,
  title: z.string(),
  /** “Confidentiel”, at the head of every page. */
  mark: z.string(),
  blocks: z.array(block),
})
export type Paper = z.infer<typeof paper>

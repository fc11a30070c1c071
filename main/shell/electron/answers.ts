import type { IpcMainInvokeEvent } from 'electron'
import type { Assets } from '../assets.ts'
import type { Sender } from '../door.ts'

/** Answers a request for one of the app's own files. */
export function answerWith(assets: Assets): (request: Request) => Response {
  return ({ method, url }) => {
    const { status, headers, body } = assets(method, url)
    return new Response(new Uint8Array(body), { status, headers: { ...headers } })
  }
}

/** Who calls, as Electron knows it. A frame that has gone or moved on in the meantime is nobody, and so foreign. */
export function senderOf({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): Sender {
  return senderFrame
    ? { isMainFrame: senderFrame.parent === null, url: senderFrame.url }
    : { isMainFrame: false, url: '' }
}

import encodeQR from 'qr'
import { useMemo } from 'react'

interface QrCodeProps {
  readonly text: string
  /** What a person who cannot see the code is told instead. */
  readonly alternative: string
  /** Side in pixels. */
  readonly size: number
}

/** Light modules around the code that readers need (ISO/IEC 18004). */
const quietZone = 4

/** A QR code as shapes of the page. Always dark on white: many readers do not recognise the inverse. */
export function QrCode({ text, alternative, size }: QrCodeProps) {
  const { side, path } = useMemo(() => drawn(text), [text])
  return (
    <svg
      role="img"
      aria-label={alternative}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** The dark modules as one path, a unit square each. */
function drawn(text: string): { side: number; path: string } {
  const rows = encodeQR(text, 'raw', { border: quietZone })
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { side: rows.length, path }
}

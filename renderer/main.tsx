import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { styleNonce } from './app/nonce.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './app/app.css'

// Mantine's scroll lock writes a style element of its own: it must bear the nonce before the first render.
setNonce(styleNonce())

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)

import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
// In a layer, so that what this app says of a look always comes after what Mantine says.
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './app/app.css'
import { App } from './app/app.tsx'
import { styleNonce } from './app/nonce.ts'

// Mantine's scroll lock writes a style element of its own: it must bear the nonce before the first render.
setNonce(styleNonce())

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)

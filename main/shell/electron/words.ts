import type { Locale } from '../../../shared/app/app.contract.ts'

/** What the menu and the native dialogs say: the only words of the product that are not the renderer's. */
interface DesktopWords {
  readonly file: string
  readonly lock: string
  readonly quit: string
  readonly edit: string
  readonly undo: string
  readonly redo: string
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly selectAll: string
  readonly view: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly resetZoom: string
  readonly fullScreen: string
  readonly window: string
  readonly minimize: string
  readonly hide: string
  readonly hideOthers: string
  readonly showAll: string
  readonly chooseFolder: string
  readonly saveFile: string
}

export const desktopWords: Readonly<Record<Locale, DesktopWords>> = {
  fr: {
    file: 'Fichier',
    lock: 'Verrouiller',
    quit: 'Quitter',
    edit: 'Édition',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    view: 'Affichage',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    resetZoom: 'Taille réelle',
    fullScreen: 'Plein écran',
    window: 'Fenêtre',
    minimize: 'Placer dans la barre',
    hide: 'Masquer Relais',
    hideOthers: 'Masquer les autres',
    showAll: 'Tout afficher',
    chooseFolder: 'Choisir un dossier',
    saveFile: 'Enregistrer le fichier',
  },
  en: {
    file: 'File',
    lock: 'Lock',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    resetZoom: 'Actual size',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimize',
    hide: 'Hide Relais',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    chooseFolder: 'Choose a folder',
    saveFile: 'Save the file',
  },
}

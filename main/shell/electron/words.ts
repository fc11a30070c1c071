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
  readonly pageLost: string
  readonly pageLostNext: string
  refused(option: string): string
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
    pageLost: 'Relais doit se fermer',
    pageLostNext:
      'Sa page s’est arrêtée plusieurs fois de suite. Le coffre est verrouillé et garde ce qui était enregistré. Relancez Relais; si cela recommence, redémarrez l’ordinateur.',
    refused: (option) =>
      `Relais ne démarre pas avec ${option}, qui l’ouvrirait à d’autres programmes : lancez-le sans cette option.`,
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
    pageLost: 'Relais has to close',
    pageLostNext:
      'Its page stopped several times in a row. The vault is locked and keeps what was saved. Start Relais again; if this happens again, restart the computer.',
    refused: (option) =>
      `Relais does not start with ${option}, which would open it to other programs: start it without.`,
  },
}

/**
 * Letter size, black on white, in the fonts that a computer has. Without ligatures, which some readers of PDFs take for
 * another letter. Long words break, rows and headings don’t stand apart from what they belong to.
 */
export const pageStyle = `
@page { size: letter; margin: 24mm 20mm 22mm; font: 9pt/1.3 sans-serif; color: #333; }
* { box-sizing: border-box; }
html { font: 11pt/1.5 'Segoe UI', 'Helvetica Neue', 'Open Sans', 'DejaVu Sans', Arial, sans-serif; color: #000; background: #fff;
  font-variant-ligatures: none; overflow-wrap: anywhere; }
body { margin: 0; }
h1 { margin: 0 0 14pt; font-size: 19pt; line-height: 1.25; }
h2 { margin: 20pt 0 6pt; padding-bottom: 3pt; border-bottom: 1pt solid #999; font-size: 14pt; line-height: 1.3; break-after: avoid; }
h3 { margin: 12pt 0 3pt; font-size: 11pt; line-height: 1.4; break-after: avoid; }
p { margin: 0 0 8pt; white-space: pre-wrap; unicode-bidi: plaintext; orphans: 3; widows: 3; }
ul { margin: 0 0 8pt; padding-inline-start: 16pt; }
table { width: 100%; margin: 0 0 10pt; border-collapse: collapse; }
th, td { padding: 3pt 6pt; text-align: start; vertical-align: top; white-space: pre-line; }
td ul { margin: 0; padding-inline-start: 14pt; }
/* A contact is not parted from the warning that goes with it. */
.facts { break-inside: avoid-page; }
.facts tr { border-top: .5pt solid #bbb; break-inside: avoid-page; }
.facts tr:last-child { border-bottom: .5pt solid #bbb; }
h2 + .facts tr:first-child, h3 + .facts tr:first-child { border-top: 0; }
.facts th { width: 34%; padding-inline-start: 0; font-weight: 600; }
.grid { font-size: 9.5pt; line-height: 1.35; }
.grid caption { padding-bottom: 4pt; font-weight: 600; text-align: start; }
.grid th, .grid td { border: .5pt solid #999; overflow-wrap: normal; }
.grid thead { display: table-header-group; }
.grid tr { break-inside: avoid-page; }
.ticks { list-style: none; padding: 0; }
.ticks li { position: relative; padding-inline-start: 18pt; margin-bottom: 3pt; }
.ticks li::before { content: ''; position: absolute; inset-inline-start: 0; top: 3pt; width: 10pt; height: 10pt;
  border: 1pt solid #000; }
.blank { display: flex; align-items: end; gap: 6pt; min-height: 24pt; margin: 6pt 0; break-inside: avoid; }
.blank::after { content: ''; flex: 1; min-width: 60mm; border-bottom: .75pt solid #000; }
.sheet { break-before: page; }
.sheet + h2 { margin-top: 0; }
`

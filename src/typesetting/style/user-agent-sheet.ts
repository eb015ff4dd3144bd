/** The defaults of every tag, beneath any style sheet: our own, for Japanese print. */

export const USER_AGENT_SHEET = `
h1 { font-size: 1.7em; margin: 0 0 0.6em }
h2 { font-size: 1.3em; margin: 1.2em 0 0.5em }
h3 { font-size: 1.1em; margin: 1em 0 0.4em }
h4 { font-size: 1em; margin: 0.8em 0 0.3em }
h1, h2, h3, h4 {
  font-weight: bold; line-height: 1.35; break-after: avoid; break-inside: avoid;
  text-wrap: balance; word-break: auto-phrase
}
p, ul, ol, dl, table, aside, figure, reading-aid { margin: 0 0 0.6em }
ul, ol { padding-left: 1.5em }
ul { list-style-type: disc }
ol { list-style-type: decimal }
li > ul, li > ol { margin-bottom: 0 }
dt { font-weight: bold; break-after: avoid }
dd { margin: 0 0 0.4em 1.5em }
table { border-collapse: collapse; text-indent: 0; text-align: start }
th, td { padding: 0.25em 0.5em; vertical-align: top }
th { font-weight: bold }
strong, em { font-weight: bold }
small { font-size: 0.85em }
figure { break-inside: avoid }
figcaption { font-size: 0.85em; margin: 0.3em 0 0 }
rt { font-size: 0.5em; line-height: 1; font-weight: normal; letter-spacing: normal; text-emphasis-style: none }
hr { border-top: 0.25pt solid currentcolor; margin: 0.8em 0 }
tick { width: 1em; height: 1em }
reading-aid { break-inside: avoid; text-indent: 0 }
@page {
  size: A4; margin: 15mm;
  @top-left { text-align: start; vertical-align: middle }
  @top-center { text-align: center; vertical-align: middle }
  @top-right { text-align: end; vertical-align: middle }
  @bottom-left { text-align: start; vertical-align: middle }
  @bottom-center { text-align: center; vertical-align: middle }
  @bottom-right { text-align: end; vertical-align: middle }
}
`;

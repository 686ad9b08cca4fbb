/** The style sheet of the page, light or dark as the reader's system is. */
export const pageStyles = `
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #3b424b); --quiet: light-dark(#57606a, #a2abb5); }
body { margin: 0 auto; padding: 24px; max-width: 1100px; background: light-dark(#fff, #1b1d21); color: light-dark(#1f2328, #d8dce2); font: 14px / 1.5 "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, p { margin: 0 0 8px; }
section { margin-top: 28px; }
.quiet { color: var(--quiet); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 16px; }
article, .verdict { padding: 12px 16px; border: 1px solid var(--line); border-radius: 6px; }
.verdict { border-left-width: 5px; margin-bottom: 12px; }
.verdict.errors, .failure { border-left-color: light-dark(#c4314b, #f3707f); }
.verdict.review { border-left-color: light-dark(#9a6700, #d5a63a); }
.verdict.ready { border-left-color: light-dark(#1a7f37, #4ac26b); }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 10px 4px 0; border-bottom: 1px solid var(--line); text-align: left; font-weight: normal; vertical-align: baseline; }
thead th, .badge.information, .badge.hint { color: var(--quiet); }
.badge { display: inline-block; width: 5.8em; font-weight: 600; }
.badge.error, .failure { color: light-dark(#a3243b, #f3707f); }
.badge.warning { color: light-dark(#7a5200, #d5a63a); }
@media print { article, tr { break-inside: avoid; } }
`;

/** The one style sheet of the HTML report. The policy names its hash, so nothing else can style the page. */
export const style = `:root{color-scheme:light dark;--line:#d0d7de;--dim:#59636e;--bad:#cf222e;--good:#1a7f37;--warn:#9a6700;--code:#eff1f3}
@media(prefers-color-scheme:dark){:root{--line:#3d444d;--dim:#9198a1;--bad:#ff7b72;--good:#57ab5a;--warn:#d29922;--code:#2a313c}}
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin-bottom:.3rem}
code,pre{font:13px/1.45 ui-monospace,monospace;background:var(--code);border-radius:4px;padding:.1em .3em;overflow-wrap:anywhere;white-space:pre-wrap}
table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.3rem 0 1.2rem}dt{color:var(--dim)}dd{margin:0}
.error,.block,.failed,.blocked{color:var(--bad)}.warning,.approve,.warn{color:var(--warn)}.pass,.clean{color:var(--good)}
footer{margin-top:3rem;color:var(--dim);font-size:.85rem}`

/** SHA-256 of `style`, base64: what `style-src` of the policy allows. Proven by its test. */
export const styleHash = 'sha256-+uo3XwrC6+pa17SPu5HWWTU0QlRwI0jnkU7AZCsZXBk='

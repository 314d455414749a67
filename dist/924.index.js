export const id = 924;
export const ids = [924];
export const modules = {

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ sarifText),
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   h$: () => (/* binding */ markdownProse),
/* harmony export */   plain: () => (/* binding */ plain),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/** A code span whose fence is longer than any run of backticks in it (CommonMark 0.31 §6.1). */
function markdownCode(text, place = 'text', limit = 160) {
    let shown = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text, limit).replaceAll('<!--', '<\\x21--');
    if (shown === '')
        shown = '""';
    // A table splits cells before it looks for code spans (GFM §4.10): only `\|` survives, without its backslash.
    if (place === 'cell') {
        shown = shown.replace(/(\\*)\|/g, (_, slashes) => `${'\\x5c'.repeat(slashes.length)}\\|`);
    }
    let longest = 0;
    for (const run of shown.match(/`+/g) ?? [])
        longest = Math.max(longest, run.length);
    const fence = '`'.repeat(longest + 1);
    const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
    return `${fence}${pad}${shown}${pad}${fence}`;
}
/** Lines to paste, in a fence longer than any run of backticks in them (CommonMark 0.31 §4.5). */
function markdownBlock(lines, indent, most = 60) {
    const shown = lines.slice(0, most).map(line => (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(line, 300).replaceAll('<!--', '<\\x21--'));
    if (lines.length > most)
        shown.push(`… (${lines.length - most} more lines)`);
    let longest = 2;
    for (const run of shown.join('\n').match(/`+/g) ?? [])
        longest = Math.max(longest, run.length);
    const fence = '`'.repeat(longest + 1);
    return [fence, ...shown, fence].map(line => `${indent}${line}`).join('\n');
}
/** Words that no renderer turns into anything else: letters, inner hyphens and apostrophes, small numbers. */
const INERT = /^(?:[A-Za-z]+(?:['-][A-Za-z]+)*|\d{1,5}|[→·%])$/;
/** Seven hex digits and more may be linked as a commit, what follows `www.` as an address. */
const LINKS = /^(?:[a-fA-F]{7,}|www)$/i;
const TOKEN = /"([^"]*)"([.,;:)]*)|(\(?)(\S+?)([.,;:)]*)(?=\s|$)/g;
/** A sentence: plain words stay prose, everything else (quoted, dotted, numbered, …) becomes code. */
function markdownProse(text, place = 'text', limit = 600) {
    const pieces = [];
    for (const match of (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text, limit).matchAll(TOKEN)) {
        const [, quoted, afterQuote, open = '', word = '', close = ''] = match;
        const piece = quoted === undefined
            ? { code: !isInert(word), open, text: word, close }
            : { code: true, open: '', text: quoted, close: afterQuote ?? '' };
        const last = pieces.at(-1);
        const joins = quoted === undefined && piece.code && last?.code === true && last.close === '' && open === '';
        if (joins && last !== undefined) {
            last.text += ` ${piece.text}`;
            last.close = piece.close;
        }
        else {
            pieces.push(piece);
        }
    }
    const parts = [];
    for (const { code, open, text: words, close } of pieces) {
        parts.push(`${open}${code ? markdownCode(words, place, limit) : words}${close}`);
    }
    return parts.join(' ');
}
function isInert(word) {
    return INERT.test(word) && !LINKS.test(word);
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '`': '&#96;'
};
/** For text and quoted attributes of HTML and XML. */
function escapeHtml(text, limit) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text, limit).replace(/[&<>"'`]/g, character => ENTITIES[character] ?? character);
}
/** For a terminal or a log: no escape sequence, no carriage return, one line. */
function plain(text, limit) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text, limit);
}
/** For SARIF `message.text`, where `[text](target)` would be a link (SARIF 2.1.0 §3.11.6). */
function sarifText(text, limit) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text, limit).replace(/[\\[\]]/g, '\\$&');
}
/** JSON whose strings hold no invisible characters: written as `\uNNNN`, which reads back the same. */
function jsonText(value) {
    // Only runs beyond ASCII can hold any; of ASCII, JSON leaves DEL alone unescaped.
    return JSON.stringify(value, null, 2).replace(/[^\n -~]+/g, run => run.replace(_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .UNSEEN */ .PR, character => character.replace(/[\s\S]/g, unit)));
}
function unit(half) {
    return `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`;
}


/***/ }),

/***/ 6257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PR: () => (/* binding */ UNSEEN),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   ml: () => (/* binding */ shorten)
/* harmony export */ });
/**
 * Characters that a reader cannot see or that change what he sees: controls, format characters (bidi,
 * zero-width, tags), line and paragraph separators, lone surrogates, private and unassigned code points,
 * whatever is ignorable by default (fillers, variation selectors), spaces other than the ordinary one.
 */
const UNSEEN = /[\p{DI}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|[^\P{Zs} ]/gu;
/** Nearly all text: letters, digits and signs of ASCII, which need no second look. */
const PRINTABLE = /^[ -~]*$/;
/** Text is cut here before anything else looks at it, so that no pattern runs over a megabyte. */
const HARD_LIMIT = 8192;
/** Shows what cannot be seen as an escape (`\n`, `\x1b`, `\u{202e}`) and cuts at `limit` code units. */
function visible(text, limit = HARD_LIMIT) {
    const cut = shorten(text, limit);
    return PRINTABLE.test(cut) ? cut : cut.replace(UNSEEN, escaped);
}
/** Cuts between characters and says how much is missing. */
function shorten(text, limit) {
    if (text.length <= limit)
        return text;
    const last = text.charCodeAt(limit - 1);
    const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
    return `${text.slice(0, end)}… (${text.length - end} more)`;
}
function escaped(character) {
    if (character === '\n')
        return '\\n';
    if (character === '\r')
        return '\\r';
    if (character === '\t')
        return '\\t';
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}


/***/ })

};

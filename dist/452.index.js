export const id = 452;
export const ids = [452,924,234];
export const modules = {

/***/ 34584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/**
 * 12 hex digits that name the same facts in every run and on every platform.
 * cyrb53 twice with different seeds (96 bits mixed, 48 kept): not for secrets, no node:crypto in pure rooms.
 */
function fingerprint(facts) {
    const text = canonical(facts);
    return hash(text, 0).slice(0, 6) + hash(text, 0x9e3779b9).slice(0, 6);
}
/** JSON with object keys in code-unit order; `undefined` members left out. Hot: it makes no list that it need not. */
function canonical(value) {
    if (value === null || typeof value !== 'object')
        return JSON.stringify(value) ?? 'null';
    if (Array.isArray(value)) {
        let text = '[';
        for (let i = 0; i < value.length; i++)
            text += i > 0 ? `,${canonical(value[i])}` : canonical(value[i]);
        return `${text}]`;
    }
    const record = value;
    let text = '{';
    for (const key of sortedKeys(record)) {
        const member = record[key];
        if (member === undefined)
            continue;
        if (text.length > 1)
            text += ',';
        text += quotedKey(key) + canonical(member);
    }
    return `${text}}`;
}
function sortedKeys(record) {
    const keys = Object.keys(record);
    for (let i = 1; i < keys.length; i++) {
        if ((keys[i - 1] ?? '') > (keys[i] ?? ''))
            return keys.sort();
    }
    return keys;
}
const keysRemembered = 1000;
const quotedKeys = new Map();
/** Names of fields are few, and quoted once. */
function quotedKey(key) {
    const known = quotedKeys.get(key);
    if (known !== undefined)
        return known;
    const quoted = `${JSON.stringify(key)}:`;
    if (quotedKeys.size < keysRemembered)
        quotedKeys.set(key, quoted);
    return quoted;
}
function hash(text, seed) {
    let high = 0xdeadbeef ^ seed;
    let low = 0x41c6ce57 ^ seed;
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        high = Math.imul(high ^ code, 2654435761);
        low = Math.imul(low ^ code, 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}


/***/ }),

/***/ 27571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ foldAssumptions)
/* harmony export */ });
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11283);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44702);


/** One line a kind, in the order of the words table. */
function foldAssumptions(assumptions) {
    const byKind = new Map();
    for (const { kind, params } of assumptions) {
        const items = byKind.get(kind) ?? new Set();
        items.add(_words_js__WEBPACK_IMPORTED_MODULE_1__/* .assumptionWords */ .TS[kind].item(params));
        byKind.set(kind, items);
    }
    const folded = [];
    // The keys of a total Record are its kinds, which Object.keys forgets.
    for (const kind of Object.keys(_words_js__WEBPACK_IMPORTED_MODULE_1__/* .assumptionWords */ .TS)) {
        const items = byKind.get(kind);
        if (items === undefined)
            continue;
        folded.push({
            kind,
            line: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .assumptionWords */ .TS[kind].fold(items.size),
            items: [...items].filter(item => item !== '').sort(_order_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)
        });
    }
    return folded;
}


/***/ }),

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

/***/ 2251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   tg: () => (/* binding */ stateMarkers)
/* harmony export */ });
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16034);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44702);


const LIMIT = 120;
/** Redundant to the words beside it. */
const stateMarkers = {
    failed: '💥',
    blocked: '⛔',
    'needs-approval': '✋',
    changed: '🔀',
    unknown: '❓',
    'proven-unchanged': '✅',
    'nothing-relevant': '➖',
    findings: '⚠️',
    clean: '✅'
};
/**
 * Answers "may I merge, and what will be different?" in at most 120 characters. It counts and never quotes:
 * nothing that the author of a change controls is in it.
 */
function headline(report) {
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .reportState */ .m)(report);
    return within(`Meshproof: ${opening(state, report)}`, clauses(state, report));
}
function opening(state, report) {
    switch (state) {
        case 'failed':
            return 'the analysis failed, nothing is proven';
        case 'blocked':
            return 'blocked';
        case 'needs-approval':
            return 'needs approval';
        case 'changed':
            return 'may be merged';
        case 'unknown':
            return report.sides.base === null
                ? `${count(report.unknown.length, 'thing')} not understood`
                : `no effect found, but ${count(notProven(report), 'thing')} not proven`;
        case 'proven-unchanged':
            return 'no behavioural change (proven)';
        case 'nothing-relevant':
            return 'nothing relevant changed';
        case 'findings':
            return severities(report.findings.remaining);
        case 'clean':
            return 'no findings';
    }
}
function clauses(state, report) {
    const { introduced, resolved } = report.findings;
    switch (state) {
        case 'failed':
            return { parts: [] };
        case 'findings':
        case 'clean':
            return {
                parts: report.unknown.length > 0 && state === 'findings'
                    ? [`${report.unknown.length} not understood`]
                    : [],
                last: `${count(report.coverage.manifests.head, 'object')} read`
            };
        case 'unknown':
        case 'proven-unchanged':
        case 'nothing-relevant':
            return { parts: resolved.length > 0 ? [`${count(resolved.length, 'finding')} fixed`] : [] };
        case 'blocked':
        case 'needs-approval':
        case 'changed':
            return {
                parts: [
                    ...effectCounts(report.effects),
                    ...(introduced.length > 0 ? [count(introduced.length, 'new finding')] : [])
                ],
                ...rest(report)
            };
    }
}
function notProven(report) {
    return report.unknown.length + (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .uncompared */ .N)(report);
}
function rest(report) {
    if (notProven(report) > 0)
        return { last: `${notProven(report)} not proven` };
    if (report.effects.length > 0)
        return { last: 'the rest proven unchanged' };
    return report.coverage.changed.manifests > 0 ? { last: 'no behavioural change (proven)' } : {};
}
/** As many clauses as fit; how many are missing is said, and the last word is kept. */
function within(start, { parts, last }) {
    for (let kept = parts.length; kept >= 0; kept--) {
        const missing = parts.length - kept;
        const said = [
            ...parts.slice(0, kept),
            ...(missing > 0 ? [`and ${missing} more`] : []),
            ...(last === undefined ? [] : [last])
        ];
        const text = said.length === 0 ? start : `${start}: ${said.join(', ')}`;
        if (text.length <= LIMIT)
            return text;
    }
    return start;
}
function effectCounts(effects) {
    const counts = new Map();
    for (const effect of effects) {
        counts.set(effect.kind, (counts.get(effect.kind) ?? 0) + 1 + effect.members.length);
    }
    return [...counts]
        .sort(([a], [b]) => (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .riskOf */ .bi)(a) - (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .riskOf */ .bi)(b))
        .map(([kind, n]) => _words_js__WEBPACK_IMPORTED_MODULE_0__/* .effectWords */ .zT[kind].count(n));
}
/** "2 errors, 1 warning". */
function severities(findings) {
    const parts = [];
    for (const severity of ['error', 'warning', 'info']) {
        const n = findings.filter(finding => finding.severity === severity).length;
        if (n > 0)
            parts.push(severity === 'info' ? `${n} info` : count(n, severity));
    }
    return parts.length === 0 ? 'no findings' : parts.join(', ');
}
/** "1 finding", "3 findings". */
function count(n, noun) {
    return `${n} ${noun}${n === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 9665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ json)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17234);


/** The report as data, `schemas/report.schema.json`; secrets redacted, otherwise complete. */
const json = {
    id: 'json',
    render(report) {
        return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s$)((0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(report))}\n`;
    }
};


/***/ }),

/***/ 5309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  markdown: () => (/* binding */ markdown)
});

;// CONCATENATED MODULE: ./build/report/blocks.js
function items(list, render) {
    const made = new Map();
    return {
        length: list.length,
        text(index) {
            let text = made.get(index);
            const item = list[index];
            if (text === undefined && item !== undefined) {
                text = render(item);
                made.set(index, text);
            }
            return text ?? '';
        }
    };
}
/** A block without items that is always printed. */
function fixed(text) {
    return { head: text, items: items([], String), foot: '', priority: 0, share: 0, left: () => '' };
}
const SEPARATOR = '\n\n';
/** UTF-8 bytes of the result are at most `budget` (0: unlimited), given that the fixed blocks fit. */
function assemble(blocks, budget) {
    const present = blocks.filter(block => block.head !== '' || block.items.length > 0);
    const taken = new Map();
    if (budget === 0) {
        for (const block of present)
            taken.set(block, block.items.length);
        return print(present, taken);
    }
    let free = budget - 1;
    for (const block of present) {
        // The line that counts what is missing is paid for in advance, so that it can always be said.
        free -= bytes(SEPARATOR) * 2;
        free -= block.priority === 0 ? bytes(block.head) : bytes(block.left(block.items.length));
    }
    const order = present.filter(block => block.priority > 0).sort((a, b) => a.priority - b.priority);
    for (const capped of [true, false]) {
        for (const block of order) {
            const cap = capped ? Math.min(free, Math.floor(budget * block.share)) : free;
            free -= take(block, taken, cap);
        }
    }
    return print(present, taken);
}
/** Takes items in order while they fit into `cap` bytes; returns what was spent. */
function take(block, taken, cap) {
    let count = taken.get(block) ?? 0;
    let spent = count === 0 ? bytes(block.head) + bytes(block.foot) : 0;
    const start = count;
    while (count < block.items.length) {
        const cost = bytes(block.items.text(count));
        if (spent + cost > cap)
            break;
        spent += cost;
        count++;
    }
    if (count === start)
        return 0;
    taken.set(block, count);
    return spent;
}
function print(blocks, taken) {
    const texts = [];
    for (const block of blocks) {
        const count = taken.get(block) ?? 0;
        if (block.priority === 0) {
            texts.push(block.head);
            continue;
        }
        const missing = block.items.length - count;
        if (count > 0) {
            const shown = Array.from({ length: count }, (_, index) => block.items.text(index));
            texts.push((block.head + shown.join('') + block.foot).trimEnd());
        }
        if (missing > 0)
            texts.push(block.left(missing));
    }
    return `${texts.join(SEPARATOR)}\n`;
}
function bytes(text) {
    let size = 0;
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code < 0x80)
            size += 1;
        else if (code < 0x800)
            size += 2;
        else if (code >= 0xd800 && code <= 0xdbff && i + 1 < text.length) {
            size += 4;
            i++;
        }
        else
            size += 3;
    }
    return size;
}

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/report/assumptions.js
var assumptions = __webpack_require__(27571);
// EXTERNAL MODULE: ./build/report/mesh-words.js
var mesh_words = __webpack_require__(89638);
// EXTERNAL MODULE: ./build/report/request-words.js
var request_words = __webpack_require__(20986);
// EXTERNAL MODULE: ./build/report/words.js
var report_words = __webpack_require__(44702);
;// CONCATENATED MODULE: ./build/report/markdown-effects.js







/** The table that a reviewer reads: one row an effect, most dangerous first. */
function effectsTable(report, effects, links) {
    const several = report.meshes.length > 1;
    return {
        head: '| | What changes | Request that shows it | Before → after | Why |\n|---|---|---|---|---|\n',
        items: items(effects, effect => row(effect, several, links)),
        foot: '',
        priority: 1,
        share: 0.4,
        left: missing => `**${(0,headline/* count */.U9)(missing, 'more effect')}** in the job summary.`
    };
}
function row(effect, several, links) {
    const words = report_words/* effectWords */.zT[effect.kind];
    const mesh = several ? ` (${meshWords(effect)})` : '';
    const others = (0,mesh_words/* otherSubjects */.O)(effect).length;
    const folded = others === 0 ? '' : ` and ${others} more`;
    const what = `**${words.title}** ${words.preposition} ${subject(effect.subject, 'cell')}${mesh}${folded}${certainty(effect)}`;
    const cells = [words.marker, what, request(effect), changes(effect), why(effect, links)];
    return `| ${cells.join(' | ')} |\n`;
}
const MANY_MESHES = 6;
function meshWords(effect) {
    const names = (0,mesh_words/* meshesOf */.L)(effect);
    const shown = names.slice(0, MANY_MESHES).map(name => (0,report_escape/* markdownCode */.D9)(name, 'cell', 60));
    const more = names.length - shown.length;
    const list = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
    return names.length === 1 ? `mesh ${list}` : `meshes ${list}`;
}
function certainty(effect) {
    if (effect.certainty === 'certain')
        return '';
    return effect.certainty === 'assumed' ? ' (assumed)' : ' (not proven)';
}
function request(effect) {
    if (effect.witness === null)
        return (0,report_escape/* markdownProse */.h$)(effect.region, 'cell', 200);
    const from = (0,request_words/* describeCaller */.jU)(effect.witness.request.from);
    return `${(0,report_escape/* markdownCode */.D9)((0,request_words/* shortCurl */.LA)(effect.witness.request), 'cell', 300)} from ${(0,report_escape/* markdownProse */.h$)(from, 'cell', 120)}`;
}
const MANY = 4;
function changes(effect) {
    const shown = effect.changes.slice(0, MANY).map(({ facet, before, after }) => {
        const values = `${(0,report_escape/* markdownCode */.D9)(before, 'cell', 120)} → **${(0,report_escape/* markdownCode */.D9)(after, 'cell', 120)}**`;
        return `${(0,report_escape/* markdownProse */.h$)(facet, 'cell', 60)}: ${values}`;
    });
    if (shown.length === 0 && effect.witness !== null) {
        const { before, after } = effect.witness;
        shown.push(`${(0,report_escape/* markdownProse */.h$)((0,request_words/* describeOutcome */.SS)(before), 'cell', 160)} → **${(0,report_escape/* markdownProse */.h$)((0,request_words/* describeOutcome */.SS)(after), 'cell', 160)}**`);
    }
    if (effect.changes.length > MANY)
        shown.push(`${effect.changes.length - MANY} more`);
    return shown.join('<br>');
}
function why(effect, links) {
    const { causes } = effect;
    const head = causes.filter(({ side }) => side === 'head');
    // A line that was edited where it stands is one place for a reader, though each side has it.
    const base = causes.filter(({ side, at }) => side === 'base' &&
        !head.some(one => one.at.file === at.file && one.at.start.line === at.start.line));
    const all = [...head, ...base];
    const [behaviour] = effect.behaviours ?? [];
    const shown = all.slice(0, 2).map(one => cause(one, 'cell', links));
    if (behaviour !== undefined)
        shown.unshift((0,report_escape/* markdownProse */.h$)((0,report_words/* behaviourText */.Lg)(behaviour), 'cell', 200));
    if (all.length > 2)
        shown.push(`${all.length - 2} more`);
    return shown.join('<br>');
}
function cause(one, place, links) {
    const note = one.note === '' ? '' : ` ${(0,report_escape/* markdownProse */.h$)(one.note, place, 160)}`;
    const side = one.side === 'base' ? ' (base)' : '';
    return `${permalink(one.at, one.side, place, links)}${side}${note}`;
}
/** `file:line`, linked to the commit of its side where the address is known. */
function permalink(at, side, place, links) {
    const label = (0,report_escape/* markdownCode */.D9)(`${at.file}:${at.start.line}`, place, 120);
    const root = links?.[side];
    if (root === undefined || at.file.length > 300)
        return label;
    const path = at.file.split('/').map(segment).join('/');
    return `[${label}](${root}${path}#L${at.start.line})`;
}
/** encodeURIComponent leaves `()'*!~` alone, which Markdown reads; a lone surrogate would throw. */
function segment(text) {
    return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(/[()'*!~]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** "`reviews` in `shop`, port 80"; "`shop.example.com` at gateway `shop/public`". */
function subject(of, place) {
    const parts = [(0,report_escape/* markdownCode */.D9)(of.name, place, 100)];
    if (of.namespace !== undefined && of.namespace !== '') {
        parts.push(`in ${(0,report_escape/* markdownCode */.D9)(of.namespace, place, 63)}`);
    }
    if (of.gateway !== undefined)
        parts.push(`at gateway ${(0,report_escape/* markdownCode */.D9)(of.gateway, place, 100)}`);
    const port = of.port === undefined ? '' : `, port ${of.port}`;
    return `${parts.join(' ')}${port}`;
}
/** Every differing class with its region, whole request, outcomes and steps for people. */
function effectDetails(report, effects, links) {
    const asking = new Map(report.verdict.reasons
        .filter(({ level }) => level === 'approve' || level === 'error')
        .flatMap(({ gate, evidence }) => evidence.map(one => [one, gate])));
    return {
        head: `<details><summary>${effects.length === 1 ? '1 differing request class' : `${effects.length} differing request classes`} in full</summary>\n\n`,
        items: items(effects, effect => detail(effect, links, asking.get(effect.fingerprint))),
        foot: '\n</details>',
        priority: 6,
        share: 0.25,
        left: missing => `${missing} request ${missing === 1 ? 'class' : 'classes'} in full in the job summary.`
    };
}
function detail(effect, links, asking) {
    const words = report_words/* effectWords */.zT[effect.kind];
    const lines = [
        `- **${words.title}** ${words.preposition} ${subject(effect.subject, 'text')}${certainty(effect)}`
    ];
    const add = (name, text) => {
        if (text !== '')
            lines.push(`  - ${name}: ${text}`);
    };
    add('requests', (0,report_escape/* markdownProse */.h$)(effect.region, 'text', 400));
    add('proxies', effect.proxy.names
        .slice(0, 4)
        .map(name => (0,report_escape/* markdownCode */.D9)(name, 'text', 100))
        .join(', ') +
        (effect.proxy.names.length > 4 ? ` and ${effect.proxy.names.length - 4} more` : ''));
    for (const { facet, before, after } of effect.changes.slice(0, 12)) {
        add((0,report_escape/* markdownProse */.h$)(facet, 'text', 60), `${(0,report_escape/* markdownCode */.D9)(before, 'text', 300)} → ${(0,report_escape/* markdownCode */.D9)(after, 'text', 300)}`);
    }
    if (effect.witness !== null) {
        add('request', (0,report_escape/* markdownCode */.D9)((0,request_words/* curl */.Vt)(effect.witness.request, effect.subject), 'text', 600));
        add('before', (0,report_escape/* markdownProse */.h$)((0,request_words/* describeOutcome */.SS)(effect.witness.before)));
        add('after', (0,report_escape/* markdownProse */.h$)((0,request_words/* describeOutcome */.SS)(effect.witness.after)));
    }
    for (const one of (effect.behaviours ?? []).slice(0, 4))
        add('because', (0,report_escape/* markdownProse */.h$)((0,report_words/* behaviourText */.Lg)(one)));
    for (const one of effect.causes.slice(0, 6))
        add('because', cause(one, 'text', links));
    add('the same for', members((0,mesh_words/* otherSubjects */.O)(effect)));
    for (const one of (0,assumptions/* foldAssumptions */.y)(effect.assumptions)) {
        add('assumed', folded(one.line, one.items, 3));
    }
    add('verify', command(effect.verify));
    add('watch', command(effect.watch));
    add('roll back', (0,report_escape/* markdownProse */.h$)(effect.rollback));
    if (asking !== undefined) {
        const target = (0,report_escape/* markdownCode */.D9)(effect.fingerprint, 'text', 60);
        add('to allow it', `a waiver of ${(0,report_escape/* markdownCode */.D9)(asking, 'text', 60)} on base, target ${target}`);
    }
    return `${lines.join('\n')}\n`;
}
/** Commands and queries are for pasting: code as a whole. */
function command(text) {
    return text === '' ? '' : (0,report_escape/* markdownCode */.D9)(text, 'text', 600);
}
function members(all) {
    const shown = all.slice(0, 5).map(one => subject(one.subject, 'text'));
    return `${shown.join('; ')}${all.length > 5 ? ` and ${all.length - 5} more` : ''}`;
}
/** "17 services are assumed to exist: `a`, `b` and 15 more". */
function folded(line, each, most) {
    if (each.length === 0)
        return line;
    const shown = each.slice(0, most).map(item => (0,report_escape/* markdownCode */.D9)(item, 'text', 100));
    const more = each.length > most ? ` and ${each.length - most} more` : '';
    return `${line}: ${shown.join(', ')}${more}`;
}

// EXTERNAL MODULE: ./build/report/order.js
var order = __webpack_require__(11283);
;// CONCATENATED MODULE: ./build/report/markdown-details.js







const MARKERS = {
    error: '⛔',
    warning: '⚠️',
    info: 'ℹ️'
};
const LEVELS = {
    off: '·',
    note: 'ℹ️',
    warn: '⚠️',
    approve: '✋',
    error: '⛔'
};
const MOST_GATES = 24;
/** "**Gates** `no-traffic-loss` ⛔ 1 · 9 others ✅", each with the strictest level it reached. */
function gatesLine(report) {
    const reached = new Map();
    for (const { gate, level, evidence } of report.verdict.reasons) {
        const seen = reached.get(gate);
        const violations = (seen?.violations ?? 0) + Math.max(1, evidence.length);
        reached.set(gate, {
            level: seen === undefined ? level : stricter(seen.level, level),
            violations
        });
    }
    const waived = new Map();
    for (const result of report.verdict.gates ?? [])
        waived.set(result.gate, result.waived);
    const names = [...new Set([...waived.keys(), ...reached.keys()])];
    if (names.length === 0)
        return '';
    const telling = names.filter(name => reached.has(name) || (waived.get(name) ?? 0) > 0);
    const shown = telling.slice(0, MOST_GATES).map(name => {
        const of = reached.get(name);
        const state = of === undefined ? '✅' : `${LEVELS[of.level]} ${of.violations}`;
        const taken = waived.get(name) ?? 0;
        return `${(0,report_escape/* markdownCode */.D9)(name, 'text', 60)} ${state}${taken === 0 ? '' : ` (${taken} waived)`}`;
    });
    if (telling.length > MOST_GATES)
        shown.push(`${telling.length - MOST_GATES} more`);
    const met = names.length - telling.length;
    if (met > 0)
        shown.push(`${telling.length === 0 ? `all ${met}` : `${met} ${met === 1 ? 'other' : 'others'}`} ✅`);
    return `**Gates** ${shown.join(' · ')}`;
}
const STRICTNESS = ['off', 'note', 'warn', 'approve', 'error'];
function stricter(a, b) {
    return STRICTNESS.indexOf(a) > STRICTNESS.indexOf(b) ? a : b;
}
function reasons(report) {
    return {
        head: '',
        items: items(report.verdict.reasons, ({ gate, level, message }) => `- ${LEVELS[level]} ${(0,report_escape/* markdownCode */.D9)(gate, 'text', 60)} ${(0,report_escape/* markdownProse */.h$)(message)}\n`),
        foot: '',
        priority: 2,
        share: 0.05,
        left: missing => `${(0,headline/* count */.U9)(missing, 'more reason')} in the job summary.`
    };
}
function waivers(report) {
    return {
        head: '**Waived**\n',
        items: items(report.verdict.waivers ?? [], ({ gate, target, reason, owner, expires }) => `- ${(0,report_escape/* markdownCode */.D9)(gate, 'text', 60)} for ${(0,report_escape/* markdownCode */.D9)(target, 'text', 100)}: ${(0,report_escape/* markdownProse */.h$)(reason, 'text', 200)} (owner ${(0,report_escape/* markdownCode */.D9)(owner, 'text', 60)}, until ${(0,report_escape/* markdownCode */.D9)(expires, 'text', 20)})\n`),
        foot: '',
        priority: 4,
        share: 0.05,
        left: missing => `${(0,headline/* count */.U9)(missing, 'more waiver')} in the job summary.`
    };
}
/** "**Findings** 1 introduced (1 error) · 2 fixed · 14 already there". */
function findingsLine(report) {
    const { introduced, resolved, remaining } = report.findings;
    if (introduced.length + resolved.length + remaining.length === 0)
        return '';
    if (report.sides.base === null)
        return `**Findings** ${(0,headline/* severities */.gO)(remaining)}`;
    const parts = [
        introduced.length === 0
            ? '0 introduced'
            : `${introduced.length} introduced (${(0,headline/* severities */.gO)(introduced)})`
    ];
    if (resolved.length > 0)
        parts.push(`${resolved.length} fixed`);
    if (remaining.length > 0)
        parts.push(`${remaining.length} already there`);
    return `**Findings** ${parts.join(' · ')}`;
}
/** Only what the change introduces; with one side, everything. */
function findings(report, links) {
    const shown = report.sides.base === null ? report.findings.remaining : report.findings.introduced;
    return {
        head: '',
        items: items((0,order/* findingsBySeverity */.fh)(shown), finding => findingLine(finding, links)),
        foot: '',
        priority: 3,
        share: 0.15,
        left: missing => `${(0,headline/* count */.U9)(missing, 'more finding')} in the job summary.`
    };
}
function resolved(report, links) {
    return {
        head: `<details><summary>Findings that this change fixes (${report.findings.resolved.length})</summary>\n\n`,
        items: items((0,order/* findingsBySeverity */.fh)(report.findings.resolved), finding => findingLine(finding, links, 'base')),
        foot: '\n</details>',
        priority: 9,
        share: 0.05,
        left: missing => `${(0,headline/* count */.U9)(missing, 'fixed finding')} in the job summary.`
    };
}
function findingLine(finding, links, side = 'head') {
    const codes = finding.sources.slice(0, 4).map(code => (0,report_escape/* markdownCode */.D9)(code, 'text', 20));
    const from = codes.length === 0 ? '' : ` (${codes.join(', ')})`;
    const sure = finding.certainty === 'certain' ? '' : ` (${finding.certainty})`;
    const at = permalink(finding.at, side, 'text', links);
    const related = finding.related
        .slice(0, 3)
        .map(one => ` (${(0,report_escape/* markdownProse */.h$)(one.note, 'text', 120)} ${permalink(one.at, side, 'text', links)})`);
    return `- ${MARKERS[finding.severity]} ${finding.severity} ${(0,report_escape/* markdownCode */.D9)(finding.id, 'text', 80)}${from} ${at}: ${(0,report_escape/* markdownProse */.h$)(finding.message)}${sure}${related.join('')}\n`;
}
function unknowns(report, links) {
    return {
        head: `**Not proven** (${report.unknown.length})\n`,
        items: items(report.unknown, one => unknownLine(one, links)),
        foot: '',
        priority: 4,
        share: 0.12,
        left: missing => `${(0,headline/* count */.U9)(missing, 'more thing')} that could not be proven in the job summary.`
    };
}
function unknownLine(one, links) {
    const at = one.at === null ? '' : ` ${permalink(one.at, 'head', 'text', links)}`;
    return `- ❓ ${report_words/* unknownWords */.ky[one.reason]}${at}: ${(0,report_escape/* markdownProse */.h$)(one.message)}\n`;
}
function proven(report) {
    const { proxies, tables, classes } = report.unchanged;
    const lines = [];
    if (tables > 0) {
        const what = [
            `${proxies} ${proxies === 1 ? 'class' : 'classes'} of proxies`,
            (0,headline/* count */.U9)(tables, 'table'),
            `${classes} request ${classes === 1 ? 'class' : 'classes'}`
        ];
        lines.push(`- compared: ${what.join(', ')}\n`);
    }
    for (const mesh of report.meshes) {
        const { base, head } = mesh.sides;
        const version = base !== null && base.istio !== head.istio ? `${base.istio} → ${head.istio}` : head.istio;
        lines.push(`- mesh ${(0,report_escape/* markdownCode */.D9)(mesh.name, 'text', 60)}: Istio ${(0,report_escape/* markdownCode */.D9)(version, 'text', 40)} (${(0,report_escape/* markdownProse */.h$)(head.why, 'text', 160)}), ${(0,headline/* count */.U9)(head.manifests, 'object')}\n`);
    }
    for (const { line, items: each } of (0,assumptions/* foldAssumptions */.y)([
        ...report.assumptions,
        ...report.unchanged.assumptions
    ])) {
        lines.push(`- ${folded(line, each, 8)}\n`);
    }
    return {
        head: '<details><summary>What was compared, and assumptions</summary>\n\n',
        items: items(lines, String),
        foot: '\n</details>',
        priority: 5,
        share: 0.1,
        left: missing => `${(0,headline/* count */.U9)(missing, 'assumption')} in the job summary.`
    };
}
function textOnly(report) {
    const { textOnly: changed } = report.unchanged;
    return {
        head: `<details><summary>Text-only changes (${(0,headline/* count */.U9)(changed.length, 'object')})</summary>\n\n`,
        items: items(changed, ({ ref, what, file }) => `- ${(0,report_escape/* markdownCode */.D9)(ref, 'text', 160)}: ${(0,report_escape/* markdownProse */.h$)(what, 'text', 160)} (${(0,report_escape/* markdownCode */.D9)(file, 'text', 160)})\n`),
        foot: '\n</details>',
        priority: 7,
        share: 0.08,
        left: missing => `${(0,headline/* count */.U9)(missing, 'text-only change')} in the job summary.`
    };
}
/** "apiVersion ×9, labels ×3": the sentence of a proven change of text. */
function textOnlySummary(report) {
    const counts = new Map();
    for (const { what } of report.unchanged.textOnly)
        counts.set(what, (counts.get(what) ?? 0) + 1);
    const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (0,order/* byText */.z4)(a, b));
    const shown = sorted.slice(0, 4).map(([what, n]) => `${(0,report_escape/* markdownProse */.h$)(what, 'text', 80)} ×${n}`);
    if (sorted.length > 4)
        shown.push(`${sorted.length - 4} more kinds of text`);
    return shown.join(', ');
}
function plan(report) {
    const steps = [
        ['roll out', report.plan.rollout],
        ['verify', report.plan.verify],
        ['watch', report.plan.watch],
        ['roll back', report.plan.rollback]
    ];
    const lines = [];
    for (const [name, list] of steps) {
        for (const step of list)
            lines.push(`- ${name}: ${(0,report_escape/* markdownCode */.D9)(step, 'text', 400)}\n`);
    }
    return {
        head: '<details><summary>Rolling out, verifying, rolling back</summary>\n\n',
        items: items(lines, String),
        foot: '\n</details>',
        priority: 8,
        share: 0.08,
        left: missing => `${(0,headline/* count */.U9)(missing, 'step')} in the job summary.`
    };
}
function coverage(report) {
    const { files, manifests, byKind, skipped } = report.coverage;
    const kinds = Object.entries(byKind).sort(([a, n], [b, m]) => m - n || (0,order/* byText */.z4)(a, b));
    const lines = [`- read: ${(0,headline/* count */.U9)(files.head, 'file')}, ${(0,headline/* count */.U9)(manifests.head, 'object')}\n`];
    if (kinds.length > 0) {
        const shown = kinds.slice(0, 16).map(([kind, n]) => `${(0,report_escape/* markdownCode */.D9)(kind, 'text', 60)} ×${n}`);
        if (kinds.length > 16)
            shown.push(`${kinds.length - 16} more kinds`);
        lines.push(`- objects of head: ${shown.join(', ')}\n`);
    }
    for (const { file, line, reason, detail } of skipped) {
        const place = line === null ? file : `${file}:${line}`;
        lines.push(`- skipped ${(0,report_escape/* markdownCode */.D9)(place, 'text', 160)}: ${report_words/* skipWords */.XY[reason]}${detail === '' ? '' : ` (${(0,report_escape/* markdownProse */.h$)(detail, 'text', 160)})`}\n`);
    }
    return {
        head: `<details><summary>What was read, and what was skipped (${skipped.length})</summary>\n\n`,
        items: items(lines, String),
        foot: '\n</details>',
        priority: 8,
        share: 0.08,
        left: missing => `${(0,headline/* count */.U9)(missing, 'more line')} about what was read in the job summary.`
    };
}

// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: ./build/report/state.js
var state = __webpack_require__(16034);
;// CONCATENATED MODULE: ./build/report/markdown.js








/** The comment and the job summary: the answer first, details folded, always within the budget. */
const markdown = {
    id: 'markdown',
    render(unsafe, options) {
        const report = (0,redact/* redact */.E$)(unsafe);
        const effects = (0,order/* effectsByRisk */.fO)(report.effects);
        const blocks = [
            fixed(`### ${headline/* stateMarkers */.tg[(0,state/* reportState */.m)(report)]} ${(0,headline/* headline */.Pl)(report)}`),
            fixed(summary(report)),
            effectsTable(report, effects, options.links),
            fixed(gatesLine(report)),
            reasons(report),
            waivers(report),
            fixed(findingsLine(report)),
            findings(report, options.links),
            unknowns(report, options.links),
            notes(report),
            effectDetails(report, effects, options.links),
            proven(report),
            textOnly(report),
            resolved(report, options.links),
            plan(report),
            coverage(report),
            fixed(footer(report, options))
        ];
        return assemble(blocks.filter(block => block.items.length > 0 || block.priority === 0), options.budget);
    }
};
/** One sentence below the headline where the headline alone leaves a question. */
function summary(report) {
    const changed = report.coverage.changed.manifests;
    switch ((0,state/* reportState */.m)(report)) {
        case 'failed':
            return 'This is a defect of Meshproof, not of your change. Nothing was proven, and nothing below is complete.';
        case 'proven-unchanged': {
            const { textOnly, tables } = report.unchanged;
            const kinds = textOnlySummary(report);
            const only = textOnly.length === 0 ? '' : `, ${textOnly.length} of them in text only (${kinds})`;
            return `${(0,headline/* count */.U9)(changed, 'object')} changed${only}; ${(0,headline/* count */.U9)(tables, 'table')} compared, 0 differences.`;
        }
        case 'unknown':
            return 'What was understood does not change behaviour. The rest could not be proven:';
        case 'nothing-relevant':
            return 'No Istio, Gateway API or related Kubernetes object differs between the two sides.';
        case 'blocked':
        case 'needs-approval':
        case 'changed':
        case 'findings':
        case 'clean':
            return '';
    }
}
/** A sentence, and below it as a block what it asks to paste. */
function noteItem(note) {
    const [sentence = '', ...block] = note.split('\n');
    const line = `- ℹ️ ${(0,report_escape/* markdownProse */.h$)(sentence)}\n`;
    return block.length === 0 ? line : `${line}\n${(0,report_escape/* markdownBlock */.dI)(block, '  ')}\n`;
}
function notes(report) {
    return {
        head: '',
        items: items(report.notes ?? [], noteItem),
        foot: '',
        priority: 5,
        share: 0.03,
        left: missing => `${(0,headline/* count */.U9)(missing, 'more note')} in the job summary.`
    };
}
function footer(report, options) {
    const { base, head } = report.sides;
    const parts = [
        base === null ? side(head) : `${side(base)} → ${side(head)}`,
        `Meshproof ${(0,report_escape/* markdownCode */.D9)(report.versions.meshproof, 'text', 30)}`
    ];
    if (options.fullReport !== undefined)
        parts.push(`[full report](${options.fullReport})`);
    return `<sub>${parts.join(' · ')}</sub>`;
}
function side({ name, commit }) {
    return (0,report_escape/* markdownCode */.D9)(commit === undefined ? name : commit.slice(0, 7), 'text', 80);
}


/***/ }),

/***/ 89638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ meshesOf),
/* harmony export */   O: () => (/* binding */ otherSubjects)
/* harmony export */ });
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34584);

/** The meshes of an effect, its own first: `dev`, `staging`. */
function meshesOf({ mesh, members }) {
    return [...new Set([mesh, ...members.map(member => member.mesh)])];
}
/** Members that are another subject, each once; those that differ by their mesh alone are named by that. */
function otherSubjects({ subject, members }) {
    const distinct = new Map(members.map(member => [(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(member.subject), member]));
    distinct.delete((0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(subject));
    return [...distinct.values()];
}


/***/ }),

/***/ 11283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fO: () => (/* binding */ effectsByRisk),
/* harmony export */   fh: () => (/* binding */ findingsBySeverity),
/* harmony export */   z4: () => (/* binding */ byText)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44702);

const SEVERITY = { error: 0, warning: 1, info: 2 };
/** By risk, then severity, then names; never by file. */
function effectsByRisk(effects) {
    return [...effects].sort((a, b) => (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .riskOf */ .bi)(a.kind) - (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .riskOf */ .bi)(b.kind) ||
        SEVERITY[a.severity] - SEVERITY[b.severity] ||
        byText(a.mesh, b.mesh) ||
        byText(a.subject.name, b.subject.name) ||
        byText(a.region, b.region) ||
        byText(a.fingerprint, b.fingerprint));
}
/** Most severe first, then by place. */
function findingsBySeverity(findings) {
    return [...findings].sort((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity] ||
        byPlace(a.at, b.at) ||
        byText(a.id, b.id) ||
        byText(a.fingerprint, b.fingerprint));
}
function byPlace(a, b) {
    return byText(a.file, b.file) || a.start.line - b.start.line || a.start.column - b.start.column;
}
/** Code-unit order: the same in every locale. */
function byText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 78495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ paint)
/* harmony export */ });
function paint(color) {
    const sgr = (on, off) => (text) => color ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    return {
        good: sgr(32, 39),
        warn: sgr(33, 39),
        bad: sgr(31, 39),
        strong: sgr(1, 22),
        dim: sgr(2, 22)
    };
}


/***/ }),

/***/ 17234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ redactNamed),
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   redactText: () => (/* binding */ redactText)
/* harmony export */ });
/* unused harmony export REDACTED */
/**
 * Secrets that a manifest may hold in the open never leave in a report, a comment, a log or an artifact.
 * Two nets: names of fields and headers whose value is a credential, and shapes that are one wherever they stand.
 * Patterns are linear: bounded repetition, and text is cut before they run.
 */
const REDACTED = '[redacted]';
const LIMIT = 8192;
const SENSITIVE_NAME = /^(?:(?:proxy-)?authorization|(?:set-)?cookie|passwd|credentials?|private-?key|jwks|stringData|(?:.{0,80}[-_.])?(?:api-?key|apikey|password|secret|token))$/i;
/** Cheap look before the patterns: most strings of a report hold none of this. */
const SUSPECT = /-----|eyJ|bearer|basic|digest|negotiate|authorization|cookie|api[-_]?key|token|secret|passw|credential|private|"k(?:ty|eys)?\\?"|gh[oprsu]_|github_pat_|glpat-|xox|AKIA|ASIA|AIza|hvs\.|sk_|npm_|:\/\//i;
const SHAPES = [
    // PEM, whole or cut short, with real or written-out line ends.
    [/-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]{0,8192}?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g, REDACTED],
    // Inline JSON Web Key Sets and private members of one key.
    [/\{\s{0,8}\\?"keys\\?"\s{0,8}:[\s\S]*/g, REDACTED],
    [/(\\?"(?:k|d|p|q|dp|dq|qi)\\?"\s{0,8}:\s{0,8}\\?")[A-Za-z0-9_-]{8,4096}/g, `$1${REDACTED}`],
    // A JSON Web Token or a part of one.
    [/\beyJ[A-Za-z0-9_-]{6,4096}(?:\.[A-Za-z0-9_-]{0,4096}){0,4}/g, REDACTED],
    // A scheme and its credential; plain words after `basic` or `bearer` are prose.
    [
        /\b([Bb]earer|BEARER|[Bb]asic|BASIC|[Dd]igest|DIGEST|[Nn]egotiate)(\s{1,4}|%20|\+)(?=[a-z.-]{0,256}[A-Z0-9+/=_~])[A-Za-z0-9._~+/=:-]{4,4096}/g,
        `$1$2${REDACTED}`
    ],
    [
        /\b((?:set-)?cookie)(["']?\s{0,4}[:=]\s{0,4}["']?)(?!\[redacted\]|\s)[^"'}\n]{1,4096}/gi,
        `$1$2${REDACTED}`
    ],
    [
        /\b((?:proxy-)?authorization|x-api-key|(?:[a-z0-9]{1,40}[-_.]){0,4}(?:api[-_]?key|password|passwd|secret|token))(["']?\s{0,4}[:=]\s{0,4}["']?)((?:bearer|basic|digest|negotiate)\s{1,4})?(?!\[redacted\]|(?:bearer|basic|digest|negotiate)\s)[^\s"'&,;}]{1,4096}/gi,
        `$1$2$3${REDACTED}`
    ],
    // user:password@ of an address.
    [/(:\/\/[^\s/:@]{1,256}:)(?!\[redacted\])[^\s/@]{1,256}@/g, `$1${REDACTED}@`],
    // Tokens that say themselves what they are.
    [
        /\b(?:gh[oprsu]_[A-Za-z0-9]{16,255}|github_pat_[A-Za-z0-9_]{16,255}|glpat-[A-Za-z0-9_-]{16,255}|xox[abeoprs]-[A-Za-z0-9-]{8,255}|A[KS]IA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{30,60}|hvs\.[A-Za-z0-9_-]{16,255}|[rs]k_(?:live|test)_[A-Za-z0-9]{8,255}|npm_[A-Za-z0-9]{30,60})/g,
        REDACTED
    ]
];
/** Free text with every credential in it replaced. Longer text than 8,192 code units is cut first. */
function redactText(text) {
    const cut = text.length > LIMIT ? `${text.slice(0, LIMIT)}…` : text;
    if (!SUSPECT.test(cut))
        return cut;
    let result = cut;
    for (const [pattern, replacement] of SHAPES)
        result = result.replace(pattern, replacement);
    return result;
}
const sensitive = new Map();
/** Reports have few names and many values. */
function isSensitive(name) {
    let known = sensitive.get(name);
    if (known === undefined) {
        known = SENSITIVE_NAME.test(name);
        // Header names come from manifests: the memory of an attack is bounded.
        if (sensitive.size < 1000)
            sensitive.set(name, known);
    }
    return known;
}
/** The value of a header or field, by its name and by its shape. A scheme word (`Bearer`) is kept. */
function redactNamed(name, value) {
    if (!isSensitive(name))
        return redactText(value);
    const scheme = /^(?:bearer|basic|digest|negotiate)(?=\s)/i.exec(value);
    return scheme === null ? REDACTED : `${scheme[0]} ${REDACTED}`;
}
/**
 * Plain data with every string redacted; keys too, since a key can hold anything. What holds no secret is handed
 * back as it is, so the result shares with what was given and neither may be changed.
 */
function redact(value) {
    // The walk keeps the shape, which the type system cannot see.
    return walk(value, '');
}
function walk(value, name) {
    if (typeof value === 'string')
        return redactNamed(name, value);
    if (value === null || typeof value !== 'object')
        return value;
    if (Array.isArray(value)) {
        let copy = null;
        for (const [index, item] of value.entries()) {
            const clean = walk(item, name);
            if (clean === item)
                continue;
            copy ??= [...value];
            copy[index] = clean;
        }
        return copy ?? value;
    }
    return walkMembers(value);
}
function walkMembers(value) {
    const entries = Object.entries(value);
    let dirty = false;
    for (const entry of entries) {
        const [key, member] = entry;
        entry[0] = redactText(key);
        entry[1] = walk(member, key);
        if (entry[0] !== key || entry[1] !== member)
            dirty = true;
    }
    // fromEntries defines its keys, so `__proto__` stays one.
    return dirty ? Object.fromEntries(entries) : value;
}


/***/ }),

/***/ 20986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LA: () => (/* binding */ shortCurl),
/* harmony export */   SS: () => (/* binding */ describeOutcome),
/* harmony export */   Vt: () => (/* binding */ curl),
/* harmony export */   jU: () => (/* binding */ describeCaller)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17234);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);


/** Where a request starts, in words. */
function describeCaller(from) {
    if (from === 'outside')
        return 'outside the mesh';
    if ('gateway' in from)
        return `gateway ${from.gateway}`;
    if ('waypoint' in from)
        return `waypoint ${from.waypoint}`;
    if (from.pod !== undefined)
        return `pod ${from.namespace}/${from.pod}`;
    if (from.serviceAccount !== undefined)
        return `${from.namespace}/${from.serviceAccount}`;
    const labels = Object.entries(from.labels ?? {});
    const selected = labels.map(([key, value]) => `${key}=${value}`).join(',');
    return selected === '' ? `namespace ${from.namespace}` : `${selected} in ${from.namespace}`;
}
/**
 * The request as one shell command, quoted so that nothing in it can end an argument. Credentials are
 * left out; a gateway's address is `$GATEWAY`, dialled on the port of its server that the subject names (its Service's;
 * pods may listen on another), that of a pod to which no known Service leads `$POD`: git does not
 * hold them.
 */
function curl(request, subject) {
    const port = subject?.gateway === undefined ? request.port : (subject.port ?? request.port);
    return command(request, { isFull: true, port });
}
/** The same for a table: at a gateway by the name that clients use, without where its pods listen. */
function shortCurl(request) {
    return command(request, { isFull: false, port: request.port });
}
function command(request, { isFull, port }) {
    if (request.protocol === 'tcp')
        return connect(request, port);
    const options = [];
    if (request.method === 'HEAD')
        options.push('--head');
    else if (request.method !== 'GET')
        options.push(`-X ${quote(request.method)}`);
    for (const [name, values] of Object.entries(request.headers)) {
        for (const value of typeof values === 'string' ? [values] : values) {
            const shown = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactNamed */ .Dx)(name, value);
            // curl sends an empty header only in the form `name;`.
            options.push(`-H ${quote(shown === '' ? `${name};` : `${name}: ${shown}`)}`);
        }
    }
    for (const token of request.tokens ?? []) {
        options.push(token.signature === 'good'
            ? '-H "Authorization: Bearer $TOKEN"'
            : '-H "Authorization: Bearer $BROKEN_TOKEN"');
    }
    if (/[[\]{}]/.test(request.path))
        options.push('-g');
    if (request.path.includes('/.'))
        options.push('--path-as-is');
    const scheme = request.transport === 'tls' ? 'https' : 'http';
    const direct = request.sni !== undefined && request.sni !== hostOf(request.authority);
    const host = direct ? (request.sni ?? '') : request.authority;
    if (direct)
        options.push(`-H ${quote(`Host: ${request.authority}`)}`);
    const implied = portOf(host) ?? (scheme === 'https' ? 443 : 80);
    if (request.from !== 'outside' && 'gateway' in request.from) {
        if (isFull)
            options.push(`--connect-to "::$GATEWAY:${port}"`);
    }
    else if (request.to !== undefined && request.address === undefined) {
        if (request.via === undefined)
            options.push(`--connect-to "::$POD:${request.port}"`);
        else if (request.via !== `${hostOf(host)}:${implied}`) {
            options.push(`--connect-to ${quote(`::${request.via}`)}`);
        }
    }
    else if (request.address !== undefined || implied !== request.port) {
        options.push(`--connect-to ${quote(`::${request.address ?? ''}:${request.port}`)}`);
    }
    const url = quote((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__.redactText)(`${scheme}://${host}${request.path}`));
    return ['curl', ...options, url].join(' ');
}
function connect(request, port) {
    const target = connected({ ...request, port });
    if (request.transport !== 'plaintext' && request.to === undefined && fromGateway(request)) {
        // What clients of the mesh offer: chains that pass mutual TLS on ask for it.
        const alpn = request.transport === 'mtls' ? ' -alpn istio' : '';
        const name = request.sni === undefined ? '-noservername' : `-servername ${quote(request.sni)}`;
        return `openssl s_client -connect "$GATEWAY:${port}" ${name}${alpn}`;
    }
    if (request.transport === 'tls') {
        const name = request.sni === undefined ? '-noservername' : `-servername ${quote(request.sni)}`;
        return `openssl s_client -connect ${target} ${name}`;
    }
    return `nc -zv ${target.replace(/:(\d+)(['"]?)$/, '$2 $1')}`;
}
function fromGateway({ from }) {
    return from !== 'outside' && 'gateway' in from;
}
/** Host and port of a connection, as one shell word. */
function connected({ address, authority, port, to, via }) {
    if (address !== undefined)
        return quote(`${address}:${port}`);
    if (via !== undefined)
        return quote(via);
    if (to !== undefined)
        return `"$POD:${port}"`;
    return authority === '' ? `"$ADDRESS:${port}"` : quote(`${hostOf(authority)}:${port}`);
}
/** One shell word. A newline or control character cannot be sent in a header and is shown, not sent. */
function quote(text) {
    const shown = (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(text, 2000);
    return /^[A-Za-z0-9_./:=@%+,-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
function hostOf(authority) {
    return authority.replace(/:\d+$/, '');
}
function portOf(authority) {
    const match = /:(\d+)$/.exec(authority);
    return match === null ? undefined : Number(match[1]);
}
const OUTCOMES = {
    served: 'served',
    'no-virtual-host': 'no virtual host, 404',
    'no-route': 'no route, 404',
    'no-cluster': 'no such cluster',
    'no-endpoints': 'no healthy endpoint, 503',
    redirect: 'redirected',
    'direct-response': 'answered by the proxy',
    denied: 'denied',
    unauthenticated: 'unauthenticated',
    'bad-request': 'bad request',
    reset: 'connection reset',
    closed: 'connection closed',
    passthrough: 'passed through',
    blackhole: 'blackholed',
    delegated: 'decided by an external provider',
    'config-refused': 'configuration refused by Envoy, the last good one stays',
    unknown: 'unknown'
};
/** "served by reviews.prod.svc.cluster.local subset v1 90 %, subset v2 10 %". */
function describeOutcome(outcome) {
    const parts = [OUTCOMES[outcome.outcome]];
    const { destinations } = outcome;
    if (destinations.length > 0) {
        let sum = 0;
        for (const destination of destinations)
            sum += destination.weight;
        const named = destinations.map(({ host, subset, port, weight, missing, empty }) => {
            const share = destinations.length === 1 ? '' : ` ${percent(weight, sum)}`;
            const by = `${host}${port === 0 ? '' : `:${port}`}${subset === undefined || subset === '' ? '' : ` subset ${subset}`}`;
            const failure = missing === true ? ' (missing)' : empty === true ? ' (no pods)' : '';
            return `${by}${share}${failure}`;
        });
        const isAnswered = outcome.outcome === 'served' || outcome.outcome === 'delegated';
        parts.push(`${isAnswered ? 'by' : 'for'} ${named.join(', ')}`);
    }
    if (outcome.redirect !== undefined) {
        const { scheme, host, port, path, status } = outcome.redirect;
        const target = `${scheme === undefined ? '' : `${scheme}://`}${host ?? ''}${port === undefined ? '' : `:${port}`}${path ?? ''}`;
        parts.push(`${status} to ${target}`);
    }
    else if (outcome.response !== undefined) {
        parts.push(`with ${outcome.response.status}`);
    }
    else if (outcome.status !== undefined && !parts[0]?.includes(String(outcome.status))) {
        parts.push(`with ${outcome.status}`);
    }
    if (outcome.outcome === 'unknown' && outcome.reason !== undefined)
        parts.push(`(${outcome.reason})`);
    return parts.join(' ');
}
/** Whole percents where they are whole, else the fraction as it stands. */
function percent(weight, sum) {
    if (sum === 0)
        return '0 %';
    const share = (weight * 100) / sum;
    return Number.isInteger(share) ? `${share} %` : `${weight}/${sum}`;
}


/***/ }),

/***/ 16034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ uncompared),
/* harmony export */   m: () => (/* binding */ reportState)
/* harmony export */ });
function reportState(report) {
    if (report.verdict.outcome === 'error')
        return 'failed';
    const { introduced, resolved, remaining } = report.findings;
    if (report.sides.base === null) {
        if (report.unknown.length > 0 && remaining.length === 0)
            return 'unknown';
        return remaining.length > 0 || report.verdict.outcome === 'block' ? 'findings' : 'clean';
    }
    if (report.verdict.outcome === 'block')
        return 'blocked';
    if (report.verdict.outcome === 'approve')
        return 'needs-approval';
    if (report.effects.length > 0 || introduced.length > 0)
        return 'changed';
    if (report.unknown.length > 0)
        return 'unknown';
    const isRelevant = report.coverage.changed.manifests > 0 || resolved.length > 0 || isUpgraded(report);
    if (!isRelevant)
        return 'nothing-relevant';
    return uncompared(report) > 0 ? 'unknown' : 'proven-unchanged';
}
/** Some mesh runs another version on each side, so that everything in it is compared. */
function isUpgraded({ meshes }) {
    return meshes.some(({ sides: { base, head } }) => base !== null && base.istio !== head.istio);
}
/**
 * Objects that changed in more than their text while no table was compared: nothing was proven about them,
 * whatever the rest of the report says.
 */
function uncompared(report) {
    const { tables, textOnly } = report.unchanged;
    if (tables > 0)
        return 0;
    // What is listed as unknown is not told twice.
    const told = new Set(report.unknown.flatMap(one => one.subject === null ? [] : [JSON.stringify([one.mesh, one.subject])]));
    return Math.max(0, report.coverage.changed.manifests - textOnly.length - told.size);
}


/***/ }),

/***/ 13920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ text)
/* harmony export */ });
/* harmony import */ var _assumptions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27571);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9924);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2251);
/* harmony import */ var _mesh_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89638);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11283);
/* harmony import */ var _paint_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78495);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17234);
/* harmony import */ var _request_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20986);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(16034);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(44702);










/** For a terminal: whole, nothing folded away but equal things; colour only where asked. */
const text = {
    id: 'text',
    render(unsafe, options) {
        const report = (0,_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E$)(unsafe);
        const look = (0,_paint_js__WEBPACK_IMPORTED_MODULE_8__/* .paint */ .n)(options.color);
        const sections = [
            [title(report, look)],
            ...(0,_order_js__WEBPACK_IMPORTED_MODULE_4__/* .effectsByRisk */ .fO)(report.effects).map(effect => effectLines(effect, look)),
            findingSection(report, look),
            unknownSection(report, look),
            gateSection(report, look),
            provenSection(report, look),
            coverageSection(report, look),
            (report.notes ?? []).flatMap(noteLines)
        ];
        const lines = [];
        for (const section of sections) {
            if (section.length > 0)
                lines.push(...(lines.length > 0 ? [''] : []), ...section);
        }
        return `${lines.join('\n')}\n`;
    }
};
/** A sentence, and below it what it asks to paste. */
function noteLines(note) {
    const [sentence = '', ...block] = note.split('\n');
    return [`note: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(sentence)}`, ...block.map(line => `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(line)}`)];
}
function title(report, look) {
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_9__/* .reportState */ .m)(report);
    const line = (0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .headline */ .Pl)(report);
    switch (state) {
        case 'failed':
        case 'blocked':
            return look.bad(line);
        case 'needs-approval':
        case 'unknown':
        case 'findings':
            return look.warn(line);
        case 'changed':
            return look.strong(line);
        case 'proven-unchanged':
        case 'clean':
            return look.good(line);
        case 'nothing-relevant':
            return line;
    }
}
function effectLines(effect, look) {
    const words = _words_js__WEBPACK_IMPORTED_MODULE_7__/* .effectWords */ .zT[effect.kind];
    const subject = subjectText(effect.subject);
    const sure = effect.certainty === 'certain' ? '' : ` (${effect.certainty})`;
    const lines = [`${look.strong(words.title)} ${words.preposition} ${subject}${sure}`];
    const add = (label, value) => {
        if (value !== '')
            lines.push(`  ${look.dim(label.padEnd(12))} ${value}`);
    };
    add('requests', (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(effect.region));
    add('proxies', proxiesText(effect));
    for (const { facet, before, after } of effect.changes) {
        add((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(facet), `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(before)} ${look.dim('→')} ${look.strong((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(after))}`);
    }
    if (effect.witness !== null) {
        const { request, before, after } = effect.witness;
        add('request', (0,_request_words_js__WEBPACK_IMPORTED_MODULE_6__/* .curl */ .Vt)(request, effect.subject));
        add('from', (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)((0,_request_words_js__WEBPACK_IMPORTED_MODULE_6__/* .describeCaller */ .jU)(request.from)));
        const [was, is] = [(0,_request_words_js__WEBPACK_IMPORTED_MODULE_6__/* .describeOutcome */ .SS)(before), (0,_request_words_js__WEBPACK_IMPORTED_MODULE_6__/* .describeOutcome */ .SS)(after)];
        // Where only settings differ, the outcome in words is the same.
        if (is !== was) {
            add('before', (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(was));
            add('after', (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(is));
        }
    }
    for (const one of effect.behaviours ?? [])
        add('because', (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)((0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .behaviourText */ .Lg)(one)));
    for (const cause of effect.causes.slice(0, causeLimit))
        add('because', causeText(cause));
    const further = effect.causes.length - causeLimit;
    if (further > 0)
        add('because', `and ${further} more of this kind`);
    const meshes = (0,_mesh_words_js__WEBPACK_IMPORTED_MODULE_3__/* .meshesOf */ .L)(effect);
    if (meshes.length > 1)
        add('meshes', meshes.map(mesh => (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(mesh)).join(', '));
    const others = (0,_mesh_words_js__WEBPACK_IMPORTED_MODULE_3__/* .otherSubjects */ .O)(effect);
    if (others.length > 0) {
        const shown = others.slice(0, 5).map(member => subjectText(member.subject));
        const more = others.length > 5 ? ` and ${others.length - 5} more` : '';
        add('also', shown.join('; ') + more);
    }
    add('verify', (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(effect.verify));
    add('watch', (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(effect.watch));
    add('roll back', (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(effect.rollback));
    return lines;
}
/** Who is configured so, where it is not everybody: clients of other pods see nothing of it. */
function proxiesText({ proxy: { type, names }, domain }) {
    if (type !== 'sidecar' || domain !== 'routing' || names.includes('all sidecars'))
        return '';
    const more = names.length > 4 ? ` and ${names.length - 4} more` : '';
    return (names
        .slice(0, 4)
        .map(name => (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(name))
        .join(', ') + more);
}
/** Many objects may say the same: the rest of their places is in the JSON. */
const causeLimit = 8;
function subjectText({ name, namespace, gateway, port }) {
    return [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(name),
        namespace === undefined || namespace === '' ? '' : ` in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(namespace)}`,
        gateway === undefined ? '' : ` at gateway ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(gateway)}`,
        port === undefined ? '' : `, port ${port}`
    ].join('');
}
function causeText({ at, side, note }) {
    return `${place(at)}${side === 'base' ? ' (base)' : ''}${note === '' ? '' : ` ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(note)}`}`;
}
/** `file:line:column`, which terminals and editors turn into a link. */
function place(at) {
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(at.file)}:${at.start.line}:${at.start.column}`;
}
function findingSection(report, look) {
    const { introduced, resolved, remaining } = report.findings;
    if (report.sides.base === null)
        return (0,_order_js__WEBPACK_IMPORTED_MODULE_4__/* .findingsBySeverity */ .fh)(remaining).flatMap(one => findingLines(one, look));
    if (introduced.length + resolved.length + remaining.length === 0)
        return [];
    const counts = [
        `${introduced.length} introduced${introduced.length > 0 ? ` (${(0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .gO)(introduced)})` : ''}`,
        `${resolved.length} fixed`,
        `${remaining.length} already there`
    ];
    const lines = [`${look.strong('Findings')} ${counts.join(', ')}`];
    for (const one of (0,_order_js__WEBPACK_IMPORTED_MODULE_4__/* .findingsBySeverity */ .fh)(introduced))
        lines.push(...findingLines(one, look));
    return lines;
}
function findingLines(finding, look) {
    const tone = { error: look.bad, warning: look.warn, info: look.dim }[finding.severity];
    const codes = finding.sources.length === 0 ? '' : ` (${finding.sources.map(code => (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(code)).join(', ')})`;
    const sure = finding.certainty === 'certain' ? '' : ` [${finding.certainty}]`;
    const lines = [
        `${place(finding.at)}: ${tone(finding.severity)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(finding.message)} ${look.dim(`${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(finding.id)}${codes}${sure}`)}`
    ];
    for (const { at, note } of finding.related)
        lines.push(`  ${place(at)}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(note)}`);
    return lines;
}
function unknownSection(report, look) {
    if (report.unknown.length === 0)
        return [];
    const lines = [`${look.warn('Not proven')} ${(0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(report.unknown.length, 'thing')}`];
    for (const { at, reason, message } of report.unknown) {
        lines.push(`  ${at === null ? '' : `${place(at)}: `}${_words_js__WEBPACK_IMPORTED_MODULE_7__/* .unknownWords */ .ky[reason]}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(message)}`);
    }
    return lines;
}
function gateSection(report, look) {
    const { outcome, reasons, waivers = [] } = report.verdict;
    const tone = {
        pass: look.good,
        warn: look.warn,
        approve: look.warn,
        block: look.bad,
        error: look.bad
    }[outcome];
    const lines = [`${look.strong('Verdict')} ${tone(_words_js__WEBPACK_IMPORTED_MODULE_7__/* .verdictWords */ .L2[outcome])}`];
    for (const { gate, level, message } of reasons) {
        lines.push(`  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(gate)} (${level}): ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(message)}`);
    }
    for (const { gate, target, reason, owner, expires } of waivers) {
        lines.push(`  waived until ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(expires)} by ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(owner)}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(gate)} for ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(target)}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(reason)}`);
    }
    return lines;
}
function provenSection(report, look) {
    const { proxies, tables, classes, textOnly, assumptions } = report.unchanged;
    const lines = [];
    if (tables > 0) {
        lines.push(`${look.strong('Compared')} ${proxies} ${proxies === 1 ? 'class' : 'classes'} of proxies, ${(0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(tables, 'table')}, ${classes} request ${classes === 1 ? 'class' : 'classes'}`);
    }
    const { changed } = report.coverage;
    if (changed.manifests > 0) {
        lines.push(`${look.strong('Changed')} ${(0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(changed.manifests, 'object')}${textOnlyWords(textOnly)}`);
    }
    for (const { line, items } of (0,_assumptions_js__WEBPACK_IMPORTED_MODULE_0__/* .foldAssumptions */ .y)([...report.assumptions, ...assumptions])) {
        const shown = items
            .slice(0, 8)
            .map(item => (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(item))
            .join(', ');
        const more = items.length > 8 ? ` and ${items.length - 8} more` : '';
        lines.push(`${look.dim('assumed')} ${line}${shown === '' ? '' : `: ${shown}${more}`}`);
    }
    return lines;
}
function textOnlyWords(textOnly) {
    if (textOnly.length === 0)
        return '';
    const counts = new Map();
    for (const { what } of textOnly)
        counts.set(what, (counts.get(what) ?? 0) + 1);
    const kinds = [...counts].map(([what, n]) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(what)} ×${n}`);
    return `, ${textOnly.length} of them in text only: ${kinds.join(', ')}`;
}
function versionText({ base, head }) {
    const after = `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(head.istio)} (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(head.why)})`;
    if (base === null || base.istio === head.istio)
        return after;
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(base.istio)} (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(base.why)}) → ${after}`;
}
function coverageSection(report, look) {
    const { files, manifests, skipped } = report.coverage;
    const lines = [
        `${look.dim('read')} ${(0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(files.head, 'file')}, ${(0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(manifests.head, 'object')}`
    ];
    for (const { name, sides } of report.meshes) {
        lines.push(`${look.dim('mesh')} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(name)}: Istio ${versionText(sides)}`);
    }
    for (const { file, line, reason, detail } of skipped.slice(0, 20)) {
        const at = line === null ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(file) : `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(file)}:${line}`;
        lines.push(`${look.dim('skipped')} ${at}: ${_words_js__WEBPACK_IMPORTED_MODULE_7__/* .skipWords */ .XY[reason]}${detail === '' ? '' : ` (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__.plain)(detail)})`}`);
    }
    if (skipped.length > 20)
        lines.push(`${look.dim('skipped')} ${skipped.length - 20} more`);
    return lines;
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


/***/ }),

/***/ 44702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   Lg: () => (/* binding */ behaviourText),
/* harmony export */   TS: () => (/* binding */ assumptionWords),
/* harmony export */   XY: () => (/* binding */ skipWords),
/* harmony export */   bi: () => (/* binding */ riskOf),
/* harmony export */   ky: () => (/* binding */ unknownWords),
/* harmony export */   zT: () => (/* binding */ effectWords)
/* harmony export */ });
/**
 * In order of risk, most dangerous first: access that opens, weaker transport, what fails from now on, what
 * goes elsewhere, what closes, attributes. Reports list effects in this order.
 */
const effectWords = {
    'access-granted': words('New access', 'to', '🔓', 'access granted', 'accesses granted'),
    exposed: words('Newly exposed', 'at', '🌐', 'exposure added', 'exposures added'),
    'mtls-weakened': words('Weaker mutual TLS', 'for', '🔻', 'weaker mutual TLS', 'weaker mutual TLS'),
    'authentication-changed': words('Authentication changed', 'for', '🪪', 'authentication changed', 'authentications changed'),
    'delegation-changed': words('External authorization changed', 'for', '🪪', 'delegation changed', 'delegations changed'),
    'traffic-lost': words('Traffic lost', 'on', '🛑', 'route lost', 'routes lost'),
    'connection-broken': words('Connection broken', 'to', '🛑', 'connection broken', 'connections broken'),
    'order-dependent': words('Depends on creation order', 'on', '🎲', 'order-dependent result', 'order-dependent results'),
    rerouted: words('Rerouted', 'on', '🔀', 'route changed', 'routes changed'),
    'weights-changed': words('Weights changed', 'on', '⚖️', 'split changed', 'splits changed'),
    'traffic-gained': words('Traffic gained', 'on', '🟢', 'route gained', 'routes gained'),
    'access-revoked': words('Access revoked', 'to', '🔒', 'access revoked', 'accesses revoked'),
    unexposed: words('No longer exposed', 'at', '🔒', 'exposure removed', 'exposures removed'),
    'visibility-changed': words('Visibility changed', 'of', '👁️', 'visibility changed', 'visibilities changed'),
    'settings-changed': words('Same route, other settings', 'on', '⏱️', 'setting changed', 'settings changed'),
    'upstream-changed': words('Upstream policy changed', 'for', '⚙️', 'upstream policy changed', 'upstream policies changed'),
    'mtls-strengthened': words('Stronger mutual TLS', 'for', '🔺', 'stronger mutual TLS', 'stronger mutual TLS'),
    'connection-repaired': words('Connection repaired', 'to', '🟢', 'connection repaired', 'connections repaired'),
    'audit-changed': words('Audit changed', 'for', '📋', 'audit changed', 'audits changed'),
    'mesh-membership-changed': words('Mesh membership changed', 'of', '🧩', 'membership changed', 'memberships changed'),
    'telemetry-changed': words('Telemetry changed', 'for', '📈', 'telemetry changed', 'telemetries changed'),
    'extension-changed': words('Extension changed', 'for', '🧩', 'extension changed', 'extensions changed')
};
const RANK = new Map(Object.keys(effectWords).map((kind, index) => [kind, index]));
/** Place in the order of risk; 0 is the most dangerous. */
function riskOf(kind) {
    return RANK.get(kind) ?? RANK.size;
}
/** A difference between two versions, as a cause. */
function behaviourText({ name, source }) {
    return `the versions differ in ${name}: ${source}`;
}
const assumptionWords = {
    'service-exists': {
        fold: n => `${n} ${n === 1 ? 'service is' : 'services are'} assumed to exist`,
        item: p => text(p, 'host', detail('in', p, 'namespace'), detail('ports', p, 'ports'))
    },
    'workload-exists': {
        fold: n => `${n} ${n === 1 ? 'group of workloads is' : 'groups of workloads are'} assumed to exist`,
        item: p => text(p, 'namespace', detail('with', p, 'labels'))
    },
    'gateway-workload-exists': {
        fold: n => `gateway pods are assumed for ${n} ${n === 1 ? 'selector' : 'selectors'}`,
        item: p => text(p, 'selector')
    },
    'gateway-service-ports': {
        fold: n => `server ports are taken as the gateway Service's for ${n} ${n === 1 ? 'gateway' : 'gateways'}`,
        item: p => text(p, 'gateway')
    },
    'gateway-reachable': {
        fold: n => `${n} ${n === 1 ? 'gateway is' : 'gateways are'} assumed to be reachable from outside, though no Service in git says so`,
        item: p => text(p, 'gateway')
    },
    'provider-exists': {
        fold: n => `${n} external ${n === 1 ? 'authorizer is' : 'authorizers are'} assumed to exist, since the mesh configuration is not in git`,
        item: p => text(p, 'provider')
    },
    'subset-has-endpoints': {
        fold: n => `${n} ${n === 1 ? 'subset is' : 'subsets are'} assumed to have endpoints`,
        item: p => text(p, 'subset', detail('of', p, 'host'))
    },
    'istio-version': {
        fold: () => 'the Istio version is taken to be',
        item: p => text(p, 'minor', p.why ?? '')
    },
    'mesh-config-default': {
        fold: () => 'mesh configuration is not in git, the defaults of the version hold',
        item: p => text(p, 'minor')
    },
    'opaque-unchanged': {
        fold: n => `${n} ${n === 1 ? 'opaque piece is' : 'opaque pieces are'} the same on both sides`,
        item: p => text(p, 'ref')
    },
    'default-namespace': {
        fold: () => 'manifests without a namespace are taken to be applied to',
        item: p => text(p, 'namespace')
    },
    'file-applied': {
        fold: () => 'of files that define the same object differently, this is taken to be the one applied',
        item: p => text(p, 'file')
    },
    'creation-order': {
        fold: n => `creation order is assumed for ${n} ${n === 1 ? 'pair of objects' : 'pairs of objects'}`,
        item: p => text(p, 'first', detail('before', p, 'second'))
    },
    'nothing-else-applied': {
        fold: n => `nothing else is assumed to be applied for ${n} ${n === 1 ? 'host' : 'hosts'}`,
        item: p => text(p, 'host', detail('in', p, 'namespace'))
    },
    'jwks-available': {
        fold: n => `the keys of ${n} token ${n === 1 ? 'issuer are' : 'issuers are'} assumed to be available`,
        item: p => text(p, 'uri')
    },
    'workload-in-mesh': {
        fold: n => `${n} ${n === 1 ? 'workload is' : 'workloads are'} assumed to have a sidecar, since no label in git says`,
        item: p => text(p, 'workload', detail('in', p, 'namespace'))
    },
    'version-behaviour': {
        fold: n => `${n} ${n === 1 ? 'difference' : 'differences'} between the versions that only a running mesh shows ${n === 1 ? 'is' : 'are'} left out`,
        item: p => text(p, 'what', p.source ?? '')
    },
    'weights-at-run-time': {
        fold: n => `weights of ${n} ${n === 1 ? 'object' : 'objects'} are rewritten by a controller while it rolls out, and hold in between`,
        item: p => text(p, 'ref', detail('by', p, 'owner'))
    },
    'objects-at-run-time': {
        fold: n => `what controllers write for ${n} ${n === 1 ? 'kind' : 'kinds'} of objects is not in git and changes nothing here`,
        item: p => text(p, 'kind', p.what ?? '')
    }
};
const unknownWords = {
    field: 'a field that is not analysed yet',
    opaque: 'a piece whose behaviour cannot be read from configuration',
    budget: 'too many cases to compare within the budget',
    duplicate: 'the same object declared more than once',
    template: 'a template that is not rendered',
    render: 'manifests that could not be rendered',
    unreadable: 'a file or document that could not be read',
    composition: 'layers whose combination cannot be expressed',
    witness: 'an effect whose witness did not replay (a defect of Meshproof)',
    internal: 'a step that failed (a defect of Meshproof)'
};
const skipWords = {
    'helm-template': 'Helm template, not rendered',
    'kustomize-patch': 'kustomize patch, not rendered',
    kustomization: 'kustomization file',
    placeholder: 'placeholders that something fills in later, not rendered',
    'helm-chart': 'Helm chart file',
    'helm-values': 'Helm values',
    'not-kubernetes': 'not a Kubernetes object',
    'other-kind': 'kind that nothing here uses',
    binary: 'binary',
    'too-large': 'too large',
    'too-many-documents': 'too many documents',
    symlink: 'symbolic link, not followed',
    submodule: 'submodule, not followed',
    'lfs-pointer': 'Git LFS pointer',
    unreadable: 'could not be read'
};
const verdictWords = {
    pass: 'pass',
    warn: 'pass with warnings',
    approve: 'needs approval',
    block: 'blocked',
    error: 'the analysis failed'
};
function words(title, preposition, marker, one, many) {
    return { title, preposition, marker, count: n => `${n} ${n === 1 ? one : many}` };
}
function text(params, name, ...details) {
    const said = details.filter(one => one !== '');
    const subject = params[name] ?? '';
    return said.length === 0 ? subject : `${subject} (${said.join(', ')})`.trimStart();
}
function detail(word, params, name) {
    const value = params[name];
    return value === undefined || value === '' ? '' : `${word} ${value}`;
}


/***/ })

};

export const id = 517;
export const ids = [517,234];
export const modules = {

/***/ 6517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46058);
/* harmony import */ var _publish_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68156);
/* harmony import */ var _publish_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23552);



/** Runs after the job, also when it was cancelled: a review that was cut off must not look like a clean one. */
async function post() {
    if (_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu('started') === '' || _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu('verdict') !== '')
        return;
    const message = 'Meshproof was stopped before it had a verdict: this commit is not reviewed. Run the job again.';
    _publish_log_js__WEBPACK_IMPORTED_MODULE_1__/* .log */ .R.warning(message);
    await (0,_publish_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSummary */ .S)(`### Meshproof: no verdict\n\n${message}\n`);
}


/***/ }),

/***/ 68156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ annotation),
  R: () => (/* binding */ log)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(46058);
// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/publish/harmless.js


/**
 * What the runner would act on in a line of the log: `::command::` after leading white space, and the older
 * `##[command]` anywhere (actions/runner ActionCommand.cs). Controls, line ends and escapes of the terminal
 * become visible; credentials are taken out.
 */
function harmless(text) {
    const shown = (0,visible/* visible */.RK)((0,redact.redactText)(text)).replace(/##(?=\[)/g, '#\\x23');
    return shown.replace(/^(\s*):(?=:)/, '$1\\x3a');
}
/**
 * A line of text that others wrote, quoted so that no problem matcher left by an earlier step takes it for a
 * message of a compiler: those of tsc, eslint, go and python want the line's start, eslint-compact its end.
 */
function quoted(line) {
    const shown = harmless(line);
    return `  | ${shown}${shown.endsWith(')') ? ' ' : ''}`;
}

;// CONCATENATED MODULE: ./build/publish/log.js




/** The runner cuts a message there (actions/runner ExecutionContext.cs). */
const MESSAGE_LIMIT = 4096;
const log = {
    line: text => core/* info */.pq(harmless(text)),
    block(title, text) {
        core/* startGroup */.Oh(harmless(title));
        for (const line of text.split('\n'))
            core/* info */.pq(quoted(line));
        core/* endGroup */.N4();
    },
    notice: message => core/* notice */.lm(annotation(message)),
    warning: message => core/* warning */.$e(annotation(message)),
    error: message => core/* error */.z3(annotation(message))
};
/** Text of an annotation: the toolkit escapes what a command needs, the rest is made visible here. */
function annotation(text) {
    return (0,visible/* shorten */.ml)((0,visible/* visible */.RK)((0,redact.redactText)(text)), MESSAGE_LIMIT - 40);
}


/***/ }),

/***/ 23552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeSummary),
/* harmony export */   p: () => (/* binding */ SUMMARY_BUDGET)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46058);

/** The runner drops a summary of more than 1 MiB whole; the text is rendered to this budget. */
const SUMMARY_BUDGET = 1024 * 1024 - 16 * 1024;
/** Markdown that is rendered already; added to what earlier calls of this step wrote. */
async function writeSummary(markdown) {
    if ((process.env.GITHUB_STEP_SUMMARY ?? '') === '')
        return;
    await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(markdown.endsWith('\n') ? markdown : `${markdown}\n`).write();
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.emptyBuffer();
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

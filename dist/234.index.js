export const id = 234;
export const ids = [234];
export const modules = {

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


/***/ })

};

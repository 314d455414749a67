export const id = 453;
export const ids = [453];
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

/***/ 42818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ changedFiles),
/* harmony export */   h: () => (/* binding */ unreadChanges)
/* harmony export */ });
/** What a change in something that was not read leaves open; null where it is nothing that a mesh could use. */
const reasonOf = {
    'helm-template': 'template',
    'helm-values': 'template',
    'helm-chart': 'template',
    placeholder: 'template',
    'kustomize-patch': 'render',
    kustomization: 'render',
    unreadable: 'unreadable',
    'too-large': 'unreadable',
    'too-many-documents': 'unreadable',
    'lfs-pointer': 'unreadable',
    symlink: 'unreadable',
    submodule: 'unreadable',
    binary: 'unreadable',
    'not-kubernetes': null,
    'other-kind': null
};
const wordsOf = {
    'helm-template': 'is a Helm template and was not rendered',
    'helm-values': 'holds Helm values and its chart was not rendered',
    'helm-chart': 'is a Helm chart and was not rendered',
    placeholder: 'holds placeholders that a tool fills in, and was not filled in',
    'kustomize-patch': 'is a kustomize patch and was not rendered',
    kustomization: 'is a kustomization and was not built',
    unreadable: 'could not be read',
    'too-large': 'is too large to be read',
    'too-many-documents': 'has more documents than are read',
    'lfs-pointer': 'is kept in Git LFS and was not fetched',
    symlink: 'is a symbolic link and was not followed',
    submodule: 'is a submodule and was not read',
    binary: 'is binary'
};
/**
 * Changed files that were seen and not read: one unknown per file and reason, so that a chart's edit never looks
 * like no change. What did not change needs no reading to be equal to itself.
 */
function unreadChanges(changed, skipped) {
    const unknown = new Map();
    for (const { file, line, reason } of skipped) {
        if (!changed.has(file) || reason === 'not-kubernetes' || reason === 'other-kind')
            continue;
        const why = reasonOf[reason];
        if (why === null)
            continue;
        const key = `${file}\n${reason}`;
        if (unknown.has(key))
            continue;
        unknown.set(key, {
            reason: why,
            message: `${file} changed, ${wordsOf[reason]}: what it does is not known`,
            subject: null,
            at: rangeOf(file, line)
        });
    }
    return [...unknown.values()];
}
/** Paths of files whose content is not the same on both sides, skipped ones included. */
function changedFiles(base, head) {
    const before = new Map(base.files.map(file => [file.path, file.bytes]));
    const changed = new Set();
    for (const { path, bytes } of head.files) {
        const old = before.get(path);
        if (old === undefined || (old !== bytes && !sameBytes(old, bytes)))
            changed.add(path);
        before.delete(path);
    }
    for (const path of before.keys())
        changed.add(path);
    // Entries that hold no bytes for us (links, submodules) are equal where both sides describe them alike.
    const entries = (side) => new Set(side.skipped.map(({ file, reason, detail, content }) => `${file}\n${reason}\n${detail}\n${content ?? ''}`));
    const own = entries(head);
    const other = entries(base);
    for (const entry of [...own, ...other]) {
        if (own.has(entry) !== other.has(entry))
            changed.add(entry.slice(0, entry.indexOf('\n')));
    }
    return changed;
}
function sameBytes(a, b) {
    if (a.length !== b.length)
        return false;
    for (let i = 0; i < a.length; i++)
        if (a[i] !== b[i])
            return false;
    return true;
}
function rangeOf(file, line) {
    const start = { line: line ?? 1, column: 1 };
    return { file, start, end: { line: start.line, column: 2 } };
}


/***/ })

};

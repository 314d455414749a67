export const id = 292;
export const ids = [292];
export const modules = {

/***/ 45169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ CONFIG_FILE),
/* harmony export */   s: () => (/* binding */ defaultConfig)
/* harmony export */ });
const CONFIG_FILE = '.github/meshproof.yaml';
const anyTool = { path: null, version: null, sha256: null, mirror: null };
const defaultConfig = {
    meshes: [],
    gates: {},
    waivers: [],
    suppressions: [],
    comment: { when: 'changes', key: null },
    defaultNamespace: 'default',
    istio: null,
    istioBase: null,
    meshConfig: null,
    features: {},
    tools: { kustomize: anyTool, helm: anyTool },
    origins: {},
    file: null
};


/***/ }),

/***/ 23610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ readBlobs)
});

// EXTERNAL MODULE: ./build/git/command.js
var command = __webpack_require__(43662);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/git/partial-clone.js


/**
 * In a partial clone (`--filter=blob:none`) git would fetch each missing blob alone, one connection each.
 * This asks once for all of them, as git itself does for a checkout.
 */
async function fetchMissingBlobs(git, commits, oids, access) {
    const remote = await promisor(git);
    if (remote === null)
        return;
    const missing = (await missingObjects(git, commits)).filter(oid => oids.has(oid));
    if (missing.length === 0)
        return;
    const answer = await git.run([
        '-c',
        'fetch.negotiationAlgorithm=noop',
        'fetch',
        '--no-tags',
        '--no-write-fetch-head',
        '--recurse-submodules=no',
        '--filter=blob:none',
        '--stdin',
        '--end-of-options',
        remote
    ], { ...access, input: `${missing.join('\n')}\n` });
    if (answer.code === 0)
        return;
    throw new errors/* UserError */.y(`This is a partial clone, and ${missing.length} blobs could not be fetched from ${remote}: ${answer.stderr || 'no message'}`, 'Give the step a token that can read the repository ("github-token"), or check out without "filter".');
}
/** The remote that has promised the objects this clone left out; null in an ordinary clone. */
async function promisor(git) {
    const answer = await git.run([
        'config',
        '-z',
        '--get-regexp',
        '^remote\\..*\\.promisor$',
        '^true$'
    ]);
    const key = (0,command/* nulText */.lh)(answer.stdout)[0]?.split('\n')[0];
    return key === undefined ? null : key.slice('remote.'.length, -'.promisor'.length);
}
/** `--missing=print` keeps rev-list from fetching what it finds missing. */
async function missingObjects(git, commits) {
    const output = await (0,command/* readGit */.lX)(git, [
        'rev-list',
        '--objects',
        '--no-object-names',
        '--missing=print',
        '--no-walk',
        ...commits
    ]);
    const missing = [];
    for (const line of output.toString('latin1').split('\n')) {
        if (line.startsWith('?'))
            missing.push(line.slice(1));
    }
    return missing;
}

;// CONCATENATED MODULE: ./build/git/blobs.js


/**
 * Reads each object once: equal oids give the same `Uint8Array`; an object that git does not have is left out. Sizes are asked for first, so that a blob
 * over the limit is never loaded.
 * @param commits those that hold the blobs, for a partial clone
 * @param limit bytes of one blob
 */
async function readBlobs(git, commits, oids, limit, access = {}) {
    const blobs = new Map();
    if (oids.size === 0)
        return blobs;
    await fetchMissingBlobs(git, commits, oids, access);
    const wanted = [];
    for (const [oid, size] of await readSizes(git, oids)) {
        if (size === null)
            continue;
        if (size > limit)
            blobs.set(oid, { tooLarge: size });
        else
            wanted.push(oid);
    }
    if (wanted.length === 0)
        return blobs;
    const output = await (0,command/* readGit */.lX)(git, ['cat-file', '--batch', '--buffer'], {
        input: `${wanted.join('\n')}\n`
    });
    let at = 0;
    for (const oid of wanted) {
        const end = output.indexOf(10, at);
        const size = Number(output.toString('latin1', at, end).split(' ')[2]);
        blobs.set(oid, { bytes: output.subarray(end + 1, end + 1 + size) });
        at = end + 1 + size + 1;
    }
    return blobs;
}
async function readSizes(git, oids) {
    const output = await (0,command/* readGit */.lX)(git, ['cat-file', '--batch-check', '--buffer'], {
        input: `${[...oids].join('\n')}\n`
    });
    const sizes = new Map();
    for (const line of output.toString('latin1').split('\n')) {
        const [oid = '', type, size] = line.split(' ');
        if (oid !== '')
            sizes.set(oid, type === 'blob' ? Number(size) : null);
    }
    return sizes;
}


/***/ }),

/***/ 3642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ treatmentOf),
/* harmony export */   z: () => (/* binding */ isManifestName)
/* harmony export */ });
/** Files that can hold Kubernetes objects: kubectl and istioctl read these three extensions. */
const manifestName = /\.(?:ya?ml|json)$/i;
/** Text that changes what manifests say once it is rendered, though it holds none itself. */
const templateName = /\.(?:tpl|gotmpl|jsonnet|libsonnet|cue)$/i;
const regularFile = new Set(['100644', '100755', '100664']);
const symlink = '120000';
const gitlink = '160000';
/** @param mode as git writes it, six octal digits */
function treatmentOf(path, mode) {
    if (mode === gitlink)
        return 'submodule';
    if (mode === symlink)
        return isManifestName(path) || !hasExtension(path) ? 'symlink' : 'ignore';
    if (!regularFile.has(mode))
        return 'ignore';
    if (isManifestName(path))
        return 'read';
    return templateName.test(path) ? 'template' : 'ignore';
}
function isManifestName(path) {
    return manifestName.test(path);
}
/** A link without an extension may stand for a directory of manifests. */
function hasExtension(path) {
    return path.slice(path.lastIndexOf('/') + 1).lastIndexOf('.') > 0;
}


/***/ }),

/***/ 35185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ collect),
/* harmony export */   G: () => (/* binding */ ByteBudget)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3642);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98034);



/** What is left of the bound on all bytes of a run. */
class ByteBudget {
    total;
    #left;
    #seen = new Set();
    constructor(total) {
        this.total = total;
        this.#left = total;
    }
    /** Bytes that both sides share are counted once. */
    spend(bytes) {
        if (this.#seen.has(bytes))
            return true;
        if (bytes.length > this.#left)
            return false;
        this.#left -= bytes.length;
        this.#seen.add(bytes);
        return true;
    }
}
/** Sorts the entries of one side into files to parse and files to account for. */
function collect(tree, side, blobOf, limits, budget) {
    const files = [];
    const skipped = [];
    for (const entry of [...tree].sort(byPath)) {
        const { path, mode } = entry;
        const treatment = (0,_candidate_js__WEBPACK_IMPORTED_MODULE_1__/* .treatmentOf */ .W)(path, mode);
        if (treatment === 'ignore')
            continue;
        if (treatment !== 'read') {
            const reason = treatment === 'template' ? 'helm-template' : treatment;
            skipped.push((0,_content_js__WEBPACK_IMPORTED_MODULE_2__/* .skippedFile */ .VY)(path, reason, entry.oid));
            continue;
        }
        const blob = blobOf(entry);
        if (blob === null)
            skipped.push((0,_content_js__WEBPACK_IMPORTED_MODULE_2__/* .skippedUnreadable */ .I$)(path, 'git does not have its content'));
        else if ('unreadable' in blob)
            skipped.push((0,_content_js__WEBPACK_IMPORTED_MODULE_2__/* .skippedUnreadable */ .I$)(path, blob.unreadable));
        else if ('tooLarge' in blob)
            skipped.push((0,_content_js__WEBPACK_IMPORTED_MODULE_2__/* .skippedTooLarge */ .s_)(path, blob.tooLarge, limits.file, entry.oid || undefined));
        else if ((0,_content_js__WEBPACK_IMPORTED_MODULE_2__/* .isLfsPointer */ .NS)(blob.bytes))
            skipped.push((0,_content_js__WEBPACK_IMPORTED_MODULE_2__/* .skippedFile */ .VY)(path, 'lfs-pointer', contentName(entry, blob.bytes)));
        else if ((0,_content_js__WEBPACK_IMPORTED_MODULE_2__/* .isOtherJson */ .Zb)(path, blob.bytes))
            continue;
        else if (!budget.spend(blob.bytes))
            skipped.push((0,_content_js__WEBPACK_IMPORTED_MODULE_2__/* .skippedOverTotal */ .bD)(path, budget.total, contentName(entry, blob.bytes)));
        else
            files.push({ path, bytes: blob.bytes, side });
    }
    return { files, skipped };
}
/** Git has named the content already; a directory has not. */
function contentName({ oid }, bytes) {
    return oid === '' ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex') : oid;
}
function byPath(a, b) {
    return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}


/***/ }),

/***/ 43662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N7: () => (/* binding */ gitError),
/* harmony export */   lX: () => (/* binding */ readGit),
/* harmony export */   lh: () => (/* binding */ nulText),
/* harmony export */   zY: () => (/* binding */ openGit)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);




const deadline = 120_000;
/**
 * What a repository's own configuration could make git start, switched off: fsmonitor, hooks, external diff,
 * background maintenance, `ext::` remotes. Replacement objects would show another tree than the commit's.
 */
const hardened = [
    '--no-pager',
    '--no-optional-locks',
    '--no-replace-objects',
    '--literal-pathspecs',
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.hooksPath=/dev/null',
    '-c',
    'diff.external=',
    '-c',
    'protocol.ext.allow=never',
    '-c',
    'gc.auto=0',
    '-c',
    'maintenance.auto=false',
    '-c',
    'fetch.recurseSubmodules=false',
    '-c',
    'submodule.recurse=false'
];
/**
 * @param directory absolute; also the one `safe.directory` of each command, since in a container job the
 * checkout belongs to another user
 * @throws UserError when no git is on the PATH
 */
function openGit(directory, environment) {
    const binary = findGit(environment);
    const base = ['-C', directory, '-c', `safe.directory=${directory}`, ...hardened];
    const clean = cleanEnvironment(environment);
    return {
        directory,
        run: (args, options = {}) => new Promise((resolve, reject) => {
            const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(binary, [...base, ...args], {
                env: { ...clean, ...options.env },
                stdio: ['pipe', 'pipe', 'pipe'],
                timeout: options.deadline ?? deadline,
                killSignal: 'SIGKILL',
                windowsHide: true
            });
            const stdout = [];
            const stderr = [];
            child.stdout.on('data', chunk => stdout.push(chunk));
            child.stderr.on('data', chunk => stderr.push(chunk));
            // A command that ends early closes its input; its exit code and stderr say why.
            child.stdin.on('error', () => { });
            child.on('error', reject);
            child.on('close', code => resolve({
                code,
                stdout: Buffer.concat(stdout),
                stderr: Buffer.concat(stderr).toString('utf8').trim()
            }));
            child.stdin.end(options.input ?? '');
        })
    };
}
/** @throws UserError with git's own words when the command fails */
async function readGit(git, args, options) {
    const answer = await git.run(args, options);
    if (answer.code === 0)
        return answer.stdout;
    throw gitError(args[0] ?? '', answer, git.directory);
}
function gitError(command, answer, directory) {
    const { code, stderr } = answer;
    if (code === null) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`git ${command} did not finish in time in ${directory}.`, 'Run the job again; if it happens each time, check the disk and the connection to the remote.');
    }
    if (stderr.includes('not a git repository')) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`${directory} is not a git repository.`, 'Run it inside a clone, or name one with --repo; in a workflow, use actions/checkout first. To compare two directories, use "diff BASE HEAD".');
    }
    if (stderr.includes('dubious ownership')) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`git refuses ${directory}: it belongs to another user.`, 'Name the top directory of the repository, or add it to safe.directory of your git configuration.');
    }
    if (stderr.includes('end-of-options')) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y('This git is too old.', 'Install git 2.30 or newer.');
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`git ${command} failed in ${directory} (exit ${code}): ${stderr || 'no message'}`, 'See what git says above.');
}
/** Only absolute entries of the PATH count: a repository must not bring its own git. */
function findGit(environment) {
    const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
    for (const directory of (environment.PATH ?? environment.Path ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter)) {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(directory))
            continue;
        for (const name of names) {
            const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name);
            try {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
                return candidate;
            }
            catch {
                // Not here: the next entry of the PATH.
            }
        }
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y('git was not found on the PATH.', 'Install git 2.30 or newer (in a container job, in the image of the job).');
}
/** GIT_* of the caller could point at another repository, index or configuration. */
function cleanEnvironment(environment) {
    const clean = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined || name.toUpperCase().startsWith('GIT_'))
            continue;
        clean[name] = value;
    }
    return {
        ...clean,
        LC_ALL: 'C',
        LANGUAGE: 'C',
        GIT_TERMINAL_PROMPT: '0'
    };
}
/** NUL-terminated records as text; for output that is UTF-8 for sure, such as keys of the configuration. */
function nulText(output) {
    return output
        .toString('utf8')
        .split('\0')
        .filter(record => record !== '');
}


/***/ }),

/***/ 98034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ readLimits),
/* harmony export */   I$: () => (/* binding */ skippedUnreadable),
/* harmony export */   NS: () => (/* binding */ isLfsPointer),
/* harmony export */   VY: () => (/* binding */ skippedFile),
/* harmony export */   Zb: () => (/* binding */ isOtherJson),
/* harmony export */   bD: () => (/* binding */ skippedOverTotal),
/* harmony export */   s_: () => (/* binding */ skippedTooLarge)
/* harmony export */ });
const readLimits = { file: 5 * 1024 * 1024, total: 512 * 1024 * 1024 };
const lfsHeader = new TextEncoder().encode('version https://git-lfs.github.com/spec/');
/** First line of a Git LFS pointer, https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. */
function isLfsPointer(bytes) {
    if (bytes.length > 1024 || bytes.length < lfsHeader.length)
        return false;
    for (let at = 0; at < lfsHeader.length; at++)
        if (bytes[at] !== lfsHeader[at])
            return false;
    return true;
}
/**
 * JSON that cannot hold a Kubernetes object (package.json, a lock file): without the word `apiVersion`, and
 * without an escape or another encoding that could spell it.
 */
function isOtherJson(path, bytes) {
    if (!/\.json$/i.test(path))
        return false;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return !text.includes('apiVersion') && !text.includes('\\u00') && !text.includes(0);
}
const details = {
    symlink: 'a symbolic link; links are not followed',
    submodule: 'a submodule; its repository is reviewed on its own',
    'lfs-pointer': 'a Git LFS pointer; its content is not in git',
    'helm-template': 'a template; it says something only once it is rendered'
};
/** `content` names what is not read, so that its change is seen all the same. */
function skippedFile(file, reason, content) {
    return { file, line: null, reason, detail: details[reason], content };
}
function skippedTooLarge(file, size, limit, content = `${size}`) {
    return {
        file,
        line: null,
        reason: 'too-large',
        detail: `${describeSize(size)}; files over ${describeSize(limit)} are not read`,
        content
    };
}
function skippedOverTotal(file, limit, content) {
    return {
        file,
        line: null,
        reason: 'too-large',
        detail: `the files before it already hold ${describeSize(limit)}, which is the bound of one run`,
        content
    };
}
function skippedUnreadable(file, cause) {
    return { file, line: null, reason: 'unreadable', detail: cause };
}
function describeSize(bytes) {
    return bytes < 1024 * 1024 ? `${bytes} bytes` : `${Math.floor(bytes / 104857.6) / 10} MiB`;
}


/***/ }),

/***/ 17354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode),
/* harmony export */   X: () => (/* binding */ readRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/**
 * Reads a regular file without following a link in its last part, and without waiting for a pipe.
 * Links in the directories above it are the caller's to refuse.
 * @returns null where nothing has this name
 */
function readRegularFile(path, limit) {
    let descriptor;
    try {
        descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | noFollow | nonBlocking);
    }
    catch (error) {
        const code = errorCode(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return null;
        return {
            unreadable: code === 'ELOOP' ? 'became a symbolic link' : `cannot be opened (${code})`
        };
    }
    try {
        const { size, isFile } = describe(descriptor);
        if (!isFile)
            return { unreadable: 'not a regular file' };
        if (size > limit)
            return { tooLarge: size };
        return { bytes: readAll(descriptor, size) };
    }
    catch (error) {
        return { unreadable: `cannot be read (${errorCode(error)})` };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
function errorCode(error) {
    return typeof error === 'object' && error !== null && 'code' in error
        ? String(error.code)
        : String(error);
}
/** Windows has neither flag. */
const noFollow = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0;
const nonBlocking = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0;
function describe(descriptor) {
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
    return { size: stat.size, isFile: stat.isFile() };
}
function readAll(descriptor, size) {
    const bytes = Buffer.allocUnsafe(size);
    let length = 0;
    while (length < size) {
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, bytes, length, size - length, length);
        if (read === 0)
            break;
        length += read;
    }
    return bytes.subarray(0, length);
}


/***/ }),

/***/ 87082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ pathName)
/* harmony export */ });
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/**
 * A path as git holds it (bytes) as text. Bytes that are not UTF-8 stand as `\xNN`; in such a name a backslash
 * stands as `\x5c`, so that two names never become one.
 */
function pathName(bytes) {
    try {
        return decoder.decode(bytes);
    }
    catch {
        return escapeInvalid(bytes);
    }
}
function escapeInvalid(bytes) {
    let name = '';
    for (let at = 0; at < bytes.length;) {
        const length = sequenceLength(bytes, at);
        if (length === 0) {
            name += `\\x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`;
            at += 1;
            continue;
        }
        const text = decoder.decode(bytes.subarray(at, at + length));
        name += text === '\\' ? '\\x5c' : text;
        at += length;
    }
    return name;
}
/** Length of the valid UTF-8 sequence that starts here; 0 where none does. */
function sequenceLength(bytes, at) {
    for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
        try {
            decoder.decode(bytes.subarray(at, at + length));
            return length;
        }
        catch {
            // Incomplete or invalid so far: one byte more may complete it.
        }
    }
    return 0;
}


/***/ }),

/***/ 91651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OL: () => (/* binding */ nulRecords),
/* harmony export */   j_: () => (/* binding */ diffTrees),
/* harmony export */   nT: () => (/* binding */ listTree)
/* harmony export */ });
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43662);
/* harmony import */ var _path_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87082);


/** @param commit 40 or 64 hex digits */
async function listTree(git, commit) {
    const output = await (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .readGit */ .lX)(git, ['ls-tree', '-r', '-z', '--full-tree', commit]);
    const entries = [];
    for (const record of nulRecords(output)) {
        // `<mode> SP <type> SP <oid> TAB <path>`
        const tab = record.indexOf(9);
        const [mode = '', , oid = ''] = record.toString('latin1', 0, tab).split(' ');
        entries.push({ mode, oid, path: (0,_path_name_js__WEBPACK_IMPORTED_MODULE_1__/* .pathName */ .D)(record.subarray(tab + 1)) });
    }
    return entries;
}
/** Renames stay a removal and an addition: what a manifest says does not depend on its file's name. */
async function diffTrees(git, base, head) {
    const output = await (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .readGit */ .lX)(git, [
        'diff-tree',
        '-r',
        '-z',
        '--raw',
        '--no-abbrev',
        '--no-renames',
        '--no-textconv',
        '--no-ext-diff',
        '--ignore-submodules=none',
        '--end-of-options',
        base,
        head
    ]);
    const changes = [];
    let meta = null;
    for (const record of nulRecords(output)) {
        // `:<mode> SP <mode> SP <oid> SP <oid> SP <status>` NUL `<path>` NUL
        if (meta === null) {
            meta = record.toString('latin1', 1).split(' ');
            continue;
        }
        const [baseMode = '', headMode = '', baseOid = '', headOid = ''] = meta;
        changes.push({
            path: (0,_path_name_js__WEBPACK_IMPORTED_MODULE_1__/* .pathName */ .D)(record),
            base: { mode: baseMode, oid: baseOid },
            head: { mode: headMode, oid: headOid }
        });
        meta = null;
    }
    return changes;
}
function* nulRecords(output) {
    let start = 0;
    while (start < output.length) {
        const end = output.indexOf(0, start);
        if (end === -1)
            return;
        yield output.subarray(start, end);
        start = end + 1;
    }
}


/***/ }),

/***/ 75395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ listWorkTree)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3642);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43662);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98034);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17354);
/* harmony import */ var _path_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87082);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91651);








/**
 * Tracked files and those that a commit of everything would add: what git ignores is left out.
 * @param hash the repository's object format, so that unchanged files get the oid of their blob
 */
async function listWorkTree(git, limits = _content_js__WEBPACK_IMPORTED_MODULE_4__/* .readLimits */ .BU, hash = 'sha1') {
    const [tracked, untracked] = await Promise.all([
        (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .readGit */ .lX)(git, ['ls-files', '-z', '-s', '-t', '--cached']),
        (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .readGit */ .lX)(git, ['ls-files', '-z', '--others', '--exclude-standard'])
    ]);
    const place = new Place(git.directory);
    const files = [];
    const seen = new Set();
    for (const { mode, oid, raw, sparse } of indexEntries(tracked)) {
        const path = (0,_path_name_js__WEBPACK_IMPORTED_MODULE_6__/* .pathName */ .D)(raw);
        if (seen.has(path))
            continue;
        seen.add(path);
        const file = mode === '160000' ? { mode, oid, path } : place.file(path, raw, limits.file, hash);
        if (file !== null)
            files.push(file);
        else if (sparse)
            files.push({ mode, oid, path });
    }
    for (const raw of (0,_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .nulRecords */ .OL)(untracked)) {
        const path = (0,_path_name_js__WEBPACK_IMPORTED_MODULE_6__/* .pathName */ .D)(raw);
        const nested = path.endsWith('/');
        const file = nested
            ? { mode: '160000', oid: '', path: path.slice(0, -1) }
            : place.file(path, raw, limits.file, hash);
        if (file !== null)
            files.push(file);
    }
    return files;
}
/** `<tag> SP <mode> SP <oid> SP <stage> TAB <path>`; an unmerged path has up to three. */
function* indexEntries(output) {
    for (const record of (0,_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .nulRecords */ .OL)(output)) {
        const tab = record.indexOf(9);
        const [tag = '', mode = '', oid = ''] = record.toString('latin1', 0, tab).split(' ');
        yield { mode, oid, raw: record.subarray(tab + 1), sparse: tag === 'S' };
    }
}
class Place {
    #top;
    #directories = new Map();
    constructor(top) {
        this.#top = Buffer.from(`${top}/`);
    }
    /** null: not there, or behind a link, which the tree of a commit could not hold either. */
    file(path, raw, limit, hash) {
        if (!this.#isReal(raw))
            return null;
        const full = Buffer.concat([this.#top, raw]);
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(full, { throwIfNoEntry: false });
        if (stat === undefined)
            return null;
        if (stat.isSymbolicLink()) {
            const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(full, { encoding: 'buffer' });
            return { mode: '120000', oid: blobOid(target, hash), path };
        }
        const mode = '100644';
        if ((0,_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .treatmentOf */ .W)(path, mode) === 'ignore')
            return { mode, oid: '', path };
        const content = (0,_disk_js__WEBPACK_IMPORTED_MODULE_5__/* .readRegularFile */ .X)(full, limit);
        if (content === null)
            return null;
        const oid = 'bytes' in content ? blobOid(content.bytes, hash) : `${path}\0${stat.size}\0${stat.mtimeMs}`;
        return { mode, oid, path, content };
    }
    /** Whether every directory above the file is a directory and not a link to one. */
    #isReal(raw) {
        const slash = raw.lastIndexOf(47);
        if (slash === -1)
            return true;
        const directory = raw.subarray(0, slash);
        const key = directory.toString('latin1');
        const known = this.#directories.get(key);
        if (known !== undefined)
            return known;
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(Buffer.concat([this.#top, directory]), { throwIfNoEntry: false });
        const real = stat?.isDirectory() === true && this.#isReal(directory);
        this.#directories.set(key, real);
        return real;
    }
}
/** gitformat-object: `blob <size> NUL <bytes>`. */
function blobOid(bytes, hash) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}


/***/ })

};

export const id = 500;
export const ids = [500];
export const modules = {

/***/ 3662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N7: () => (/* binding */ gitError),
/* harmony export */   lX: () => (/* binding */ readGit),
/* harmony export */   lh: () => (/* binding */ nulText),
/* harmony export */   zY: () => (/* binding */ openGit)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9473);




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

/***/ 4474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readCommits)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3662);


/**
 * Resolves revisions without running a line of them as an option: they go to standard input.
 * @returns one entry per revision, null where this clone has no such commit
 */
async function readCommits(git, revisions) {
    for (const revision of revisions) {
        if (/[\n\0]/.test(revision) || revision.trim() === '') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${JSON.stringify(revision)} is not a name of a commit.`, 'Give a branch, a tag or a commit id.');
        }
    }
    const input = revisions.map(revision => `${revision}^{commit}\n`).join('');
    const output = await (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .readGit */ .lX)(git, ['cat-file', '--batch'], { input });
    const commits = [];
    let at = 0;
    while (commits.length < revisions.length) {
        const end = output.indexOf(10, at);
        if (end === -1)
            throw new Error('git cat-file --batch answered fewer objects than asked for');
        const header = /^([0-9a-f]{40,64}) commit (\d+)$/.exec(output.toString('utf8', at, end));
        at = end + 1;
        if (header === null) {
            // `<name> missing` or `<name> ambiguous`
            commits.push(null);
            continue;
        }
        const size = Number(header[2]);
        commits.push(parseCommit(header[1] ?? '', output.toString('utf8', at, at + size)));
        at += size + 1;
    }
    return commits;
}
function parseCommit(sha, text) {
    const parents = [];
    let committedAt = '';
    for (const line of text.split('\n')) {
        if (line === '')
            break;
        const parent = /^parent ([0-9a-f]+)$/.exec(line);
        if (parent?.[1] !== undefined)
            parents.push(parent[1]);
        const committer = /^committer .*> (-?\d+) [+-]\d{4}$/.exec(line);
        if (committer !== null)
            committedAt = utc(Number(committer[1]));
    }
    return { sha, parents, committedAt };
}
/** Seconds beyond what a date can hold (a forged commit) count as the epoch. */
function utc(seconds) {
    const date = new Date(seconds * 1000);
    const valid = Number.isNaN(date.getTime()) ? new Date(0) : date;
    return `${valid.toISOString().slice(0, 19)}Z`;
}


/***/ }),

/***/ 5739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ readSides)
});

// EXTERNAL MODULE: ./build/git/command.js
var command = __webpack_require__(3662);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
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

// EXTERNAL MODULE: ./build/git/candidate.js
var candidate = __webpack_require__(3642);
// EXTERNAL MODULE: ./build/git/content.js
var content = __webpack_require__(8034);
;// CONCATENATED MODULE: ./build/git/changes.js


const absent = { mode: '000000', oid: '' };
/** Changes that can alter what manifests say, by name and mode alone. Code-unit order of the path. */
function relevantChanges(changes) {
    const relevant = [];
    for (const change of changes) {
        const { path, base, head } = change;
        if ((0,candidate/* treatmentOf */.W)(path, base.mode) !== 'ignore' || (0,candidate/* treatmentOf */.W)(path, head.mode) !== 'ignore') {
            relevant.push(change);
        }
    }
    return relevant.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
/** The differences of two listings, as diff-tree would give them. */
function* compareTrees(base, head) {
    const before = new Map(base.map(entry => [entry.path, entry]));
    for (const { path, mode, oid } of head) {
        const old = before.get(path) ?? absent;
        before.delete(path);
        if (old.oid !== oid)
            yield { path, base: old, head: { mode, oid } };
    }
    for (const { path, mode, oid } of before.values()) {
        yield { path, base: { mode, oid }, head: absent };
    }
}
/** A changed package.json is not a change of the mesh: JSON counts where one of its sides can hold an object. */
function withoutOtherJson(changes, blobs) {
    return changes.filter(({ path, base, head }) => !isPlainJson(path, base.mode, head.mode) ||
        [base.oid, head.oid].some(oid => {
            const blob = blobs.get(oid);
            return blob !== undefined && !('bytes' in blob && (0,content/* isOtherJson */.Zb)(path, blob.bytes));
        }));
}
/** JSON on each side where it exists: whether it counts depends on its content. */
function jsonOids(changes) {
    const oids = new Set();
    for (const { path, base, head } of changes) {
        if (!isPlainJson(path, base.mode, head.mode))
            continue;
        for (const { mode, oid } of [base, head])
            if (mode !== absent.mode)
                oids.add(oid);
    }
    return oids;
}
function isPlainJson(path, ...modes) {
    return ((0,candidate/* isManifestName */.z)(path) &&
        /\.json$/i.test(path) &&
        modes.every(mode => mode === absent.mode || (0,candidate/* treatmentOf */.W)(path, mode) === 'read'));
}

// EXTERNAL MODULE: ./build/git/collect.js
var collect = __webpack_require__(5185);
// EXTERNAL MODULE: ./build/git/path-name.js
var path_name = __webpack_require__(7082);
;// CONCATENATED MODULE: ./build/git/tree.js


/** @param commit 40 or 64 hex digits */
async function listTree(git, commit) {
    const output = await (0,command/* readGit */.lX)(git, ['ls-tree', '-r', '-z', '--full-tree', commit]);
    const entries = [];
    for (const record of nulRecords(output)) {
        // `<mode> SP <type> SP <oid> TAB <path>`
        const tab = record.indexOf(9);
        const [mode = '', , oid = ''] = record.toString('latin1', 0, tab).split(' ');
        entries.push({ mode, oid, path: (0,path_name/* pathName */.D)(record.subarray(tab + 1)) });
    }
    return entries;
}
/** Renames stay a removal and an addition: what a manifest says does not depend on its file's name. */
async function diffTrees(git, base, head) {
    const output = await (0,command/* readGit */.lX)(git, [
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
            path: (0,path_name/* pathName */.D)(record),
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/git/disk.js
var disk = __webpack_require__(7354);
;// CONCATENATED MODULE: ./build/git/work-tree.js








/**
 * Tracked files and those that a commit of everything would add: what git ignores is left out.
 * @param hash the repository's object format, so that unchanged files get the oid of their blob
 */
async function listWorkTree(git, limits = content/* readLimits */.BU, hash = 'sha1') {
    const [tracked, untracked] = await Promise.all([
        (0,command/* readGit */.lX)(git, ['ls-files', '-z', '-s', '-t', '--cached']),
        (0,command/* readGit */.lX)(git, ['ls-files', '-z', '--others', '--exclude-standard'])
    ]);
    const place = new Place(git.directory);
    const files = [];
    const seen = new Set();
    for (const { mode, oid, raw, sparse } of indexEntries(tracked)) {
        const path = (0,path_name/* pathName */.D)(raw);
        if (seen.has(path))
            continue;
        seen.add(path);
        const file = mode === '160000' ? { mode, oid, path } : place.file(path, raw, limits.file, hash);
        if (file !== null)
            files.push(file);
        else if (sparse)
            files.push({ mode, oid, path });
    }
    for (const raw of nulRecords(untracked)) {
        const path = (0,path_name/* pathName */.D)(raw);
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
    for (const record of nulRecords(output)) {
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
        const stat = (0,external_node_fs_.lstatSync)(full, { throwIfNoEntry: false });
        if (stat === undefined)
            return null;
        if (stat.isSymbolicLink()) {
            const target = (0,external_node_fs_.readlinkSync)(full, { encoding: 'buffer' });
            return { mode: '120000', oid: blobOid(target, hash), path };
        }
        const mode = '100644';
        if ((0,candidate/* treatmentOf */.W)(path, mode) === 'ignore')
            return { mode, oid: '', path };
        const content = (0,disk/* readRegularFile */.X)(full, limit);
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
        const stat = (0,external_node_fs_.lstatSync)(Buffer.concat([this.#top, directory]), { throwIfNoEntry: false });
        const real = stat?.isDirectory() === true && this.#isReal(directory);
        this.#directories.set(key, real);
        return real;
    }
}
/** gitformat-object: `blob <size> NUL <bytes>`. */
function blobOid(bytes, hash) {
    return (0,external_node_crypto_.createHash)(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

;// CONCATENATED MODULE: ./build/git/sides.js







/** Reads the whole mesh of both sides, not only changed files: what a route means depends on its neighbours. */
async function readSides(git, comparison, options = {}) {
    const { base, head } = comparison;
    const limits = options.limits ?? content/* readLimits */.BU;
    const commits = [];
    if (base !== null)
        commits.push(base.sha);
    if (head !== 'work tree')
        commits.push(head.sha);
    const read = (oids) => readBlobs(git, commits, oids, limits.file, options.access);
    // Two commits are compared by git, so that nothing is listed when nothing relevant changed.
    let changes = null;
    if (base !== null && head !== 'work tree') {
        changes = relevantChanges(await diffTrees(git, base.sha, head.sha));
        const json = jsonOids(changes);
        if (json.size > 0)
            changes = withoutOtherJson(changes, await read(json));
        if (changes.length === 0 && options.always !== true)
            return unread(base, head);
    }
    const [baseTree, headTree] = await Promise.all([
        base === null ? [] : listTree(git, base.sha),
        head === 'work tree' ? listWorkTree(git, limits, hashOf(base)) : listTree(git, head.sha)
    ]);
    changes ??= relevantChanges(compareTrees(baseTree, headTree));
    if (changes.length === 0 && options.always !== true)
        return unread(base, head);
    const onDisk = contents(headTree);
    const blobs = new Map([...onDisk, ...(await read(oidsToRead(onDisk, baseTree, headTree)))]);
    changes = withoutOtherJson(changes, blobs);
    if (changes.length === 0 && options.always !== true)
        return unread(base, head);
    const blobOf = ({ oid }) => blobs.get(oid) ?? null;
    const budget = new collect/* ByteBudget */.G(limits.total);
    return {
        head: { ...sideName(head), ...(0,collect/* collect */.F)(headTree, 'head', blobOf, limits, budget) },
        base: { ...sideName(base), ...(0,collect/* collect */.F)(baseTree, 'base', blobOf, limits, budget) },
        changed: changes.map(change => change.path)
    };
}
function unread(base, head) {
    return {
        base: { ...sideName(base), files: [], skipped: [] },
        head: { ...sideName(head), files: [], skipped: [] },
        changed: []
    };
}
function sideName(side) {
    if (side === null)
        return { name: 'nothing' };
    if (side === 'work tree')
        return { name: side };
    return { name: side.sha.slice(0, 12), commit: side.sha, committedAt: side.committedAt };
}
/** The repository's object format, by the length of an id. */
function hashOf(commit) {
    return commit?.sha.length === 64 ? 'sha256' : 'sha1';
}
/** Blobs that are on disk already need not be asked of git. */
function contents(tree) {
    const blobs = new Map();
    for (const { oid, content } of tree)
        if (content !== undefined)
            blobs.set(oid, content);
    return blobs;
}
function oidsToRead(known, ...trees) {
    const oids = new Set();
    for (const tree of trees) {
        for (const { path, mode, oid } of tree) {
            const wanted = (0,candidate/* isManifestName */.z)(path) && (0,candidate/* treatmentOf */.W)(path, mode) === 'read' && !known.has(oid);
            if (wanted)
                oids.add(oid);
        }
    }
    return oids;
}


/***/ })

};

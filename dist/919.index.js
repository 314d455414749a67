export const id = 919;
export const ids = [919,315];
export const modules = {

/***/ 46919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   init: () => (/* binding */ init)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45169);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _git_local_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63932);
/* harmony import */ var _git_sides_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44880);
/* harmony import */ var _review_render_suggestion_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(72106);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32315);








const init = {
    name: 'init',
    summary: 'write a configuration with the overlays and charts of this repository',
    usage: '',
    about: `Looks for kustomizations and Helm charts in the files on disk and writes ${_config_config_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_FILE */ .g} with a mesh for each
overlay and each values file. Read it before you commit it: names are taken from folders.`,
    options: {
        repo: { type: 'string', value: 'DIR', help: 'a folder of the repository (default: here)' },
        print: { type: 'boolean', help: 'print it and write nothing' },
        help: { type: 'boolean', short: 'h', help: 'this text' }
    },
    async run(args, world) {
        (0,_options_js__WEBPACK_IMPORTED_MODULE_6__/* .refusePositionals */ .Q)('init', args);
        const git = await (0,_git_local_js__WEBPACK_IMPORTED_MODULE_4__/* .openRepository */ .h)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(world.cwd, args.text('repo') ?? '.'), world.env);
        const { head } = await (0,_git_sides_js__WEBPACK_IMPORTED_MODULE_5__/* .readSides */ .h)(git, { base: null, head: 'work tree' }, { always: true });
        const meshes = (0,_review_render_suggestion_js__WEBPACK_IMPORTED_MODULE_7__/* .suggestedMeshes */ .Zg)(head);
        const found = meshes.length === 0
            ? '# No kustomization and no Helm chart was found: every manifest of the repository is one mesh.\n'
            : `${(0,_review_render_suggestion_js__WEBPACK_IMPORTED_MODULE_7__/* .meshesBlock */ .de)(meshes)}\n`;
        const text = `# Read from the base of each pull request. Every key: docs/configuration.md of Meshproof.\n${found}`;
        if (args.flag('print')) {
            world.stdout.write(text);
            return 0;
        }
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(git.directory, _config_config_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_FILE */ .g);
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`${_config_config_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_FILE */ .g} is there already and was left as it is.`, 'Use `meshproof init --print` to see what it would hold.');
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, text, { flag: 'wx' });
        world.stdout.write(`Wrote ${_config_config_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_FILE */ .g} with ${meshes.length} meshes.\n`);
        return 0;
    }
};


/***/ }),

/***/ 32315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ refusePositionals),
/* harmony export */   parseOptions: () => (/* binding */ parseOptions)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _config_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49445);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);



/**
 * @param command for the message alone
 * @throws UserError for an unknown flag, a flag without its value, a value that is no choice
 */
function parseOptions(command, args, options) {
    const { tokens, positionals } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: [...args],
        options: plainOptions(options),
        strict: false,
        allowPositionals: true,
        tokens: true
    });
    const given = new Map();
    for (const token of tokens) {
        if (token.kind !== 'option')
            continue;
        const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
        if (option === undefined)
            throw unknownFlag(command, token.rawName, options);
        if (option.type === 'boolean') {
            if (token.value !== undefined) {
                throw wrong(command, `${token.rawName} takes no value, but "${token.value}" was given.`);
            }
            given.set(token.name, []);
            continue;
        }
        // `--output --no-color` is a forgotten value, not a file named `--no-color`.
        if (token.value === undefined ||
            (!token.inlineValue && token.value.startsWith('-') && token.value !== '-')) {
            throw wrong(command, `${token.rawName} needs a value: ${token.rawName} ${option.value ?? 'VALUE'}.`);
        }
        if (option.choices !== undefined && !option.choices.includes(token.value)) {
            const near = (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(token.value, option.choices);
            throw wrong(command, `${token.rawName} ${token.value} is not known${near === undefined ? '' : `; did you mean ${near}?`}`, `Known are ${option.choices.join(', ')}.`);
        }
        given.set(token.name, [...(given.get(token.name) ?? []), token.value]);
    }
    return {
        positionals,
        text: name => given.get(name)?.at(-1),
        list: name => given.get(name) ?? [],
        flag: name => given.has(name)
    };
}
/** @throws UserError where a command that takes no path was given one */
function refusePositionals(command, args) {
    const [first] = args.positionals;
    if (first !== undefined)
        throw wrong(command, `\`meshproof ${command}\` takes no path, but "${first}" was given.`);
}
function plainOptions(options) {
    const plain = {};
    for (const [name, { type, short }] of Object.entries(options)) {
        plain[name] = { type, multiple: true, ...(short !== undefined && { short }) };
    }
    return plain;
}
function unknownFlag(command, flag, options) {
    const near = (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(flag.replace(/^-+/, ''), Object.keys(options));
    return wrong(command, `${flag} is not a flag of \`meshproof ${command}\`${near === undefined ? '.' : `; did you mean --${near}?`}`);
}
function wrong(command, message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(message, hint ?? `See \`meshproof ${command} --help\`.`);
}


/***/ }),

/***/ 94474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readCommits)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43662);


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

/***/ 63932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ openRepository),
/* harmony export */   i: () => (/* binding */ resolveLocal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43662);
/* harmony import */ var _commit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94474);



/** Where a branch usually left from; the first that exists counts. */
const defaultBranches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];
/**
 * The repository that a directory is in.
 * @throws UserError when it is in none
 */
async function openRepository(directory, environment) {
    const output = await (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .readGit */ .lX)((0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .openGit */ .zY)(directory, environment), ['rev-parse', '--show-toplevel']);
    return (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .openGit */ .zY)(output.toString('utf8').replace(/\n$/, ''), environment);
}
/**
 * What a command on somebody's machine compares. Nothing is fetched: the clone is theirs.
 * @param base default: where the head left the default branch
 * @param head default: the files on disk
 * @throws UserError when a name stands for no commit of this clone
 */
async function resolveLocal(git, base, head) {
    const [tip, ...known] = await (0,_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .readCommits */ .F)(git, [head ?? 'HEAD', ...defaultBranches]);
    if (head !== undefined && tip === null)
        throw unknownCommit(head, '--head');
    const side = head === undefined ? 'work tree' : (tip ?? 'work tree');
    if (base !== undefined) {
        const [commit] = await (0,_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .readCommits */ .F)(git, [base]);
        if (commit === null || commit === undefined)
            throw unknownCommit(base, '--base');
        return { base: commit, head: side, why: `against ${base}` };
    }
    if (tip === null || tip === undefined) {
        return { base: null, head: side, why: 'there is no commit yet: all of it' };
    }
    const at = known.findIndex(commit => commit !== null);
    const branch = known[at];
    if (branch === null || branch === undefined) {
        return { base: tip, head: side, why: 'against HEAD, since no default branch was found' };
    }
    const answer = await git.run(['merge-base', tip.sha, branch.sha]);
    const [left] = answer.code === 0 ? await (0,_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .readCommits */ .F)(git, [answer.stdout.toString().trim()]) : [];
    if (left === null || left === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${head ?? 'HEAD'} and ${defaultBranches[at]} have no common ancestor in this clone.`, 'Name the base with --base, or fetch more history ("git fetch --unshallow").');
    }
    return { base: left, head: side, why: `against where it left ${defaultBranches[at]}` };
}
function unknownCommit(name, flag) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${flag} ${name} is not a commit of this clone.`, 'Give a branch, a tag or a commit id that "git log" knows; fetch it first if it is only on the remote.');
}


/***/ }),

/***/ 44880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ readSides)
});

// EXTERNAL MODULE: ./build/git/blobs.js + 1 modules
var git_blobs = __webpack_require__(23610);
// EXTERNAL MODULE: ./build/git/candidate.js
var candidate = __webpack_require__(3642);
// EXTERNAL MODULE: ./build/git/content.js
var content = __webpack_require__(98034);
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
var collect = __webpack_require__(35185);
// EXTERNAL MODULE: ./build/git/tree.js
var tree = __webpack_require__(91651);
// EXTERNAL MODULE: ./build/git/work-tree.js
var work_tree = __webpack_require__(75395);
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
    const read = (oids) => (0,git_blobs/* readBlobs */.b)(git, commits, oids, limits.file, options.access);
    // Two commits are compared by git, so that nothing is listed when nothing relevant changed.
    let changes = null;
    if (base !== null && head !== 'work tree') {
        changes = relevantChanges(await (0,tree/* diffTrees */.j_)(git, base.sha, head.sha));
        const json = jsonOids(changes);
        if (json.size > 0)
            changes = withoutOtherJson(changes, await read(json));
        if (changes.length === 0 && options.always !== true)
            return unread(base, head);
    }
    const [baseTree, headTree] = await Promise.all([
        base === null ? [] : (0,tree/* listTree */.nT)(git, base.sha),
        head === 'work tree' ? (0,work_tree/* listWorkTree */.O)(git, limits, hashOf(base)) : (0,tree/* listTree */.nT)(git, head.sha)
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


/***/ }),

/***/ 87309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ baseName),
/* harmony export */   o1: () => (/* binding */ resolvePath),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/** Paths as git writes them: `/` between names, no leading slash. */
function folderOf(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? '' : path.slice(0, slash);
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** `null` where the path leaves the repository or is no path in it at all. */
function resolvePath(folder, relative) {
    if (relative.startsWith('/') || relative.includes('://'))
        return null;
    const parts = folder === '' ? [] : folder.split('/');
    for (const part of relative.split('/')) {
        if (part === '..') {
            if (parts.pop() === undefined)
                return null;
        }
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts.join('/');
}


/***/ }),

/***/ 72106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zg: () => (/* binding */ suggestedMeshes),
/* harmony export */   de: () => (/* binding */ meshesBlock),
/* harmony export */   tQ: () => (/* binding */ renderSuggestion)
/* harmony export */ });
/* harmony import */ var _manifest_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87309);

const meshLimit = 40;
const chartFile = /(?:^|\/)Chart\.yaml$/;
const kustomizationFile = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;
/**
 * Overlays that no other kustomization uses, and charts that no other chart holds: one mesh for each overlay, and one
 * for each values file beside a chart, or in a folder of environments.
 */
function suggestedMeshes(side) {
    const text = new Map();
    const decoder = new TextDecoder();
    for (const { path, bytes } of side.files) {
        if (chartFile.test(path) || kustomizationFile.test(path))
            text.set(path, decoder.decode(bytes));
    }
    const paths = side.files.map(({ path }) => path);
    const meshes = [...overlays(text), ...charts(text, paths, environmentFiles(side))];
    const names = new Set();
    return meshes.slice(0, meshLimit).map(mesh => {
        const name = freeName(mesh.name, names);
        names.add(name);
        return { ...mesh, name };
    });
}
function overlays(text) {
    const folders = [...text.keys()].filter(path => kustomizationFile.test(path)).map(_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS);
    const used = new Set();
    for (const [path, content] of text) {
        if (!kustomizationFile.test(path) || isComponent(content))
            continue;
        for (const entry of entriesOf(content))
            used.add((0,_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__/* .resolvePath */ .o1)((0,_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS)(path), entry) ?? '\n');
    }
    return folders
        .filter(folder => !used.has(folder) && !isComponent(contentOf(text, folder)))
        .sort()
        .map(folder => ({
        name: folder === '' ? 'default' : (0,_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(folder),
        step: { kustomize: folder || '.' }
    }));
}
function contentOf(text, folder) {
    const found = [...text].find(([path]) => kustomizationFile.test(path) && (0,_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS)(path) === folder);
    return found?.[1] ?? '';
}
function isComponent(content) {
    return /^kind:\s*["']?Component\b/m.test(content);
}
/** List items and items of `[a, b]`: more than the fields that name folders, which only makes fewer meshes of it. */
function entriesOf(content) {
    const items = [...content.matchAll(/^\s*-\s+["']?([^\s"'#:{[]+)["']?\s*$/gm)].map(([, item = '']) => item);
    for (const { 1: inner = '' } of content.matchAll(/\[([^\]\n]*)\]/g)) {
        items.push(...inner.split(',').map(item => item.trim().replace(/^["']|["']$/g, '')));
    }
    return items;
}
function charts(text, paths, environments) {
    const folders = [...text.keys()].filter(path => chartFile.test(path)).map(_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS);
    const own = new Set(folders);
    const isHeld = (folder) => {
        const above = (0,_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS)(folder);
        return (0,_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(above) === 'charts' && own.has((0,_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS)(above)) && above !== '';
    };
    const contentOfChart = (folder) => text.get(folder === '' ? 'Chart.yaml' : `${folder}/Chart.yaml`) ?? '';
    const applied = folders
        .filter(folder => !isHeld(folder) && !/^type:\s*["']?library\b/m.test(contentOfChart(folder)))
        .sort();
    const meshes = [];
    for (const folder of applied) {
        const content = contentOfChart(folder);
        const name = /^name:\s*["']?([\w.-]+)/m.exec(content)?.[1] ?? ((0,_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__/* .baseName */ .Fl)(folder) || 'chart');
        const chart = folder || '.';
        const beside = valuesFiles(folder, paths);
        // Values elsewhere are meant for the one chart that there is.
        const values = beside.length === 0 && applied.length === 1 ? environments : beside;
        if (values.length === 0)
            meshes.push({ name, step: { helm: { chart, values: [] } } });
        for (const { file, environment } of values) {
            meshes.push({ name: `${name}-${environment}`, step: { helm: { chart, values: [file] } } });
        }
    }
    return meshes;
}
/** `env/prod.yaml` and the like, which hold no Kubernetes object. */
function environmentFiles({ files }) {
    return files.flatMap(({ path: file, bytes }) => {
        const pattern = /(?:^|\/)(?:env|envs|environments|values)\/([\w-]+)\.ya?ml$/;
        const environment = pattern.exec(file)?.[1];
        if (environment === undefined || bytes.length > 1024 * 1024)
            return [];
        const isObject = /^(?:apiVersion|kind):/m.test(new TextDecoder().decode(bytes));
        return isObject ? [] : [{ file, environment }];
    });
}
/** `values-prod.yaml`, `values.prod.yaml`, and below the chart `values/prod.yaml`, `prod/values.yaml`. */
function valuesFiles(folder, paths) {
    const found = [];
    for (const file of paths) {
        if (folder !== '' && !file.startsWith(`${folder}/`))
            continue;
        const inner = folder === '' ? file : file.slice(folder.length + 1);
        if (/^(?:templates|charts|crds|ci)\//.test(inner))
            continue;
        const environment = /^values[-_.]([\w-]+)\.ya?ml$/.exec(inner)?.[1] ??
            /^(?:values|env|envs|environments)\/([\w-]+)\.ya?ml$/.exec(inner)?.[1] ??
            /^(?:env\/|envs\/|environments\/)?([\w-]+)\/values\.ya?ml$/.exec(inner)?.[1];
        if (environment !== undefined && environment !== 'schema')
            found.push({ file, environment });
    }
    return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}
/** A name that a mesh may have, and that none has yet. */
function freeName(wanted, taken) {
    const plain = wanted
        .toLowerCase()
        .replace(/[^a-z0-9.-]+/g, '-')
        .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
        .slice(0, 55)
        .replace(/[^a-z0-9]+$/, '') || 'mesh';
    let name = plain;
    for (let n = 2; taken.has(name); n++)
        name = `${plain}-${n}`;
    return name;
}
/** The `meshes:` block to paste. */
function meshesBlock(meshes) {
    const lines = ['meshes:'];
    for (const { name, step } of meshes) {
        lines.push(`  - name: ${name}`, '    render:');
        if ('kustomize' in step) {
            lines.push(`      kustomize: ${JSON.stringify(step.kustomize)}`);
            continue;
        }
        lines.push('      helm:', `        chart: ${JSON.stringify(step.helm.chart)}`);
        if (step.helm.values.length > 0) {
            lines.push(`        values: ${JSON.stringify(step.helm.values)}`);
        }
    }
    return lines.join('\n');
}
/** What a review without configuration leaves out, with the cure; null where there is no chart and no overlay. */
function renderSuggestion(side) {
    const meshes = suggestedMeshes(side);
    if (meshes.length === 0)
        return null;
    const overlaysFound = meshes.filter(({ step }) => 'kustomize' in step).length;
    const chartsFound = new Set(meshes.flatMap(({ step }) => ('helm' in step ? step.helm.chart : [])));
    const counts = [
        ...(overlaysFound > 0 ? [counted(overlaysFound, 'kustomization')] : []),
        ...(chartsFound.size > 0 ? [counted(chartsFound.size, 'Helm chart')] : [])
    ].join(' and ');
    return `Not rendered: ${counts}, so what they apply was not reviewed. To have both sides rendered, let \`meshproof init\` write .github/meshproof.yaml, or put this into it:\n${meshesBlock(meshes)}`;
}
function counted(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}


/***/ })

};

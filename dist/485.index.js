export const id = 485;
export const ids = [485,987,537,315];
export const modules = {

/***/ 90485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45169);
/* harmony import */ var _config_rendering_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(25735);
/* harmony import */ var _git_file_at_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68399);
/* harmony import */ var _git_local_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63932);
/* harmony import */ var _git_sides_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44880);
/* harmony import */ var _git_source_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43131);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38694);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6222);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(25350);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(32315);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(38288);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(20902);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5537);














const check = {
    name: 'check',
    summary: 'what the action does, in a terminal: compare with the base of this branch',
    usage: '',
    about: `Compares the files on disk (or --head) with the commit where this branch left the default branch (or --base).
The configuration is read from the base.`,
    options: {
        repo: { type: 'string', value: 'DIR', help: 'a folder of the repository (default: here)' },
        base: { type: 'string', value: 'REF', help: 'commit, branch or tag to compare with' },
        head: {
            type: 'string',
            value: 'REF',
            help: 'commit, branch or tag (default: the files on disk)'
        },
        ..._flags_js__WEBPACK_IMPORTED_MODULE_7__/* .commonOptions */ .OP,
        ..._flags_js__WEBPACK_IMPORTED_MODULE_7__/* .upgradeOptions */ .nQ
    },
    async run(args, world) {
        (0,_options_js__WEBPACK_IMPORTED_MODULE_9__/* .refusePositionals */ .Q)('check', args);
        const waiting = (0,_progress_js__WEBPACK_IMPORTED_MODULE_12__/* .progress */ .q)(world);
        waiting.phase('reading git');
        const git = await (0,_git_local_js__WEBPACK_IMPORTED_MODULE_3__/* .openRepository */ .h)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(world.cwd, args.text('repo') ?? '.'), world.env);
        const comparison = await (0,_git_local_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveLocal */ .i)(git, args.text('base'), args.text('head'));
        const text = (0,_config_file_js__WEBPACK_IMPORTED_MODULE_6__/* .namedConfig */ .ec)(args, world)?.text ?? (await textOfBase(git, comparison));
        const always = (0,_config_rendering_js__WEBPACK_IMPORTED_MODULE_13__/* .mayRender */ .Wn)(text) || (0,_config_rendering_js__WEBPACK_IMPORTED_MODULE_13__/* .mayUpgrade */ .K1)(text) || args.text('istio-base') !== undefined;
        const { base, head, changed } = await (0,_git_sides_js__WEBPACK_IMPORTED_MODULE_4__/* .readSides */ .h)(git, comparison, { always });
        if (changed.length === 0 && !always) {
            const { nothingRelevant } = await __webpack_require__.e(/* import() */ 994).then(__webpack_require__.bind(__webpack_require__, 50994));
            const report = nothingRelevant(base, head, (0,_version_js__WEBPACK_IMPORTED_MODULE_11__.productVersion)(world));
            waiting.done();
            (0,_output_js__WEBPACK_IMPORTED_MODULE_10__/* .writeReport */ .u5)(report, args, world);
            return (0,_output_js__WEBPACK_IMPORTED_MODULE_10__/* .exitOf */ .sX)(report);
        }
        const now = head.committedAt ?? base.committedAt;
        const trees = {
            base: comparison.base === null ? _git_source_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .emptyTree */ ["in"] : (0,_git_source_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .commitTree */ .SC)(git, comparison.base),
            head: comparison.head === 'work tree' ? (0,_git_source_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .workTree */ ._E)(git) : (0,_git_source_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .commitTree */ .SC)(git, comparison.head)
        };
        const read = { command: 'check', base, head, trees, ...(now !== undefined && { now }) };
        return (0,_judge_js__WEBPACK_IMPORTED_MODULE_8__/* .judge */ .S)(read, args, world, waiting);
    }
};
/** The configuration that will count, as text: what it says decides what has to be read. */
async function textOfBase(git, { base }) {
    const bytes = base === null ? null : await (0,_git_file_at_js__WEBPACK_IMPORTED_MODULE_2__/* .readFileAt */ ._)(git, base, _config_config_js__WEBPACK_IMPORTED_MODULE_1__/* .CONFIG_FILE */ .g);
    return bytes === null ? null : bytes.toString('utf8');
}


/***/ }),

/***/ 25350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var _config_sides_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23399);
/* harmony import */ var _review_load_rules_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(96607);
/* harmony import */ var _review_rule_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93563);
/* harmony import */ var _schema_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22987);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38694);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6222);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38288);
/* harmony import */ var _rendering_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94997);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5537);









/** From files to exit code, the same for every command that reports. */
async function judge(read, args, world, waiting) {
    const { config, notes } = await (0,_config_sides_js__WEBPACK_IMPORTED_MODULE_0__.configOfSides)(read, (0,_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .namedConfig */ .ec)(args, world), () => (0,_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .configSchema */ .Qn)(world));
    const chosen = (0,_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .withNamespace */ .iY)(config, args);
    const rendered = await (0,_rendering_js__WEBPACK_IMPORTED_MODULE_7__/* .renderedMeshes */ .Z)(chosen, read.trees, args, world, waiting);
    const report = await world.review({
        command: read.command,
        base: read.base,
        head: read.head,
        config: chosen,
        rendered,
        schemas: (0,_schema_store_js__WEBPACK_IMPORTED_MODULE_2__.openSchemaStore)(world.root),
        ...(await (0,_review_load_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .loadRules */ .A)((0,_review_rule_text_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleNeed */ .N)(read.base, read.head, rendered))),
        ...(read.now !== undefined && { now: read.now }),
        ...(0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .commonInput */ .oV)(args),
        ...(0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .upgradeInput */ .rL)(args),
        version: (0,_version_js__WEBPACK_IMPORTED_MODULE_6__.productVersion)(world),
        notes,
        progress: waiting.phase
    });
    waiting.done();
    (0,_output_js__WEBPACK_IMPORTED_MODULE_5__/* .writeReport */ .u5)(report, args, world);
    return (0,_output_js__WEBPACK_IMPORTED_MODULE_5__/* .exitOf */ .sX)(report);
}


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

/***/ 20902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ progress)
/* harmony export */ });
const PATIENCE = 1000;
function progress(world) {
    const started = world.clock();
    let shown = false;
    return {
        phase(text) {
            if (!world.stderr.isTerminal || world.clock() - started < PATIENCE)
                return;
            world.stderr.write(`\r\u001b[Kmeshproof: ${text} …`);
            shown = true;
        },
        done() {
            if (shown)
                world.stderr.write('\r\u001b[K');
            shown = false;
        }
    };
}


/***/ }),

/***/ 5537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   productVersion: () => (/* binding */ productVersion)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Version of Meshproof, from its package.json. */
function productVersion(world) {
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(world.root, 'package.json'), 'utf8');
    const { version } = JSON.parse(text);
    return typeof version === 'string' ? version : 'unknown';
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

/***/ 68399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readFileAt)
/* harmony export */ });
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43662);

/**
 * One file of a commit, without listing its tree.
 * @returns null where the commit has no such regular file
 */
async function readFileAt(git, commit, path) {
    if (path.includes('\n'))
        return null;
    const input = `${commit.sha}:${path}\n`;
    const output = await (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .readGit */ .lX)(git, ['cat-file', '--batch'], { input });
    const end = output.indexOf(10);
    const header = /^[0-9a-f]{40,64} blob (\d+)$/.exec(output.toString('latin1', 0, end));
    return header === null ? null : output.subarray(end + 1, end + 1 + Number(header[1]));
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

/***/ 96607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ loadRules)
/* harmony export */ });
/**
 * What runs the validation rules of objects. A library for all of CEL costs a tenth of a second to load, so that it is
 * loaded for kinds alone whose rules are not Istio's.
 */
async function loadRules(need) {
    if (need === 'none')
        return {};
    if (need === 'plain') {
        const { validatePlainExpressions } = await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(272), __webpack_require__.e(781)]).then(__webpack_require__.bind(__webpack_require__, 99781));
        return { expressions: validatePlainExpressions };
    }
    const { validateExpressions } = await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(707), __webpack_require__.e(272), __webpack_require__.e(317)]).then(__webpack_require__.bind(__webpack_require__, 9317));
    return { expressions: validateExpressions };
}


/***/ }),

/***/ 93563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ ruleNeed)
/* harmony export */ });
/* harmony import */ var _unread_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42818);

/**
 * Whether anything that is judged by itself may have validation rules: a file that differs between the sides, or any
 * file of one state, whose text names an API group of Istio or of the Gateway API. Escapes could hide a name, so that
 * they count as one. What a renderer wrote is not looked into.
 */
function ruleNeed(base, head, rendered) {
    if (rendered.length > 0)
        return 'library';
    const changed = base === null ? null : (0,_unread_js__WEBPACK_IMPORTED_MODULE_0__/* .changedFiles */ .Y)(base, head);
    let need = 'none';
    for (const file of [...(base?.files ?? []), ...head.files]) {
        if (changed?.has(file.path) === false)
            continue;
        const own = needOf(file);
        if (own === 'library')
            return own;
        if (own === 'plain')
            need = own;
    }
    return need;
}
function needOf({ bytes }) {
    // One character a byte: the names are ASCII, and other encodings are not decoded for this.
    const text = new TextDecoder('latin1').decode(bytes);
    if (/gateway\.networking|\\[xuU]|\0/.test(text))
        return 'library';
    return text.includes('.istio.io') ? 'plain' : 'none';
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


/***/ }),

/***/ 22987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openSchemaStore: () => (/* binding */ openSchemaStore)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);



/**
 * The tables in `<root>/schemas`, each read when it is first asked for.
 * Throws UserError for a version that is not there.
 */
function openSchemaStore(root) {
    const tables = new Map();
    const minors = new Map();
    function list(project) {
        const known = minors.get(project) ?? listMinors(root, project);
        minors.set(project, known);
        return known;
    }
    function load(project, minor) {
        const key = `${project}/${minor}`;
        let table = tables.get(key);
        if (table === undefined) {
            table = readTable(root, project, minor, list(project));
            tables.set(key, table);
        }
        return table;
    }
    return {
        minors: () => list('istio'),
        gatewayApiMinors: () => list('gateway-api'),
        load: minor => load('istio', minor),
        gatewayApi: minor => load('gateway-api', minor)
    };
}
function readTable(root, project, minor, minors) {
    // Only names that the folder lists become part of a path.
    if (!minors.includes(minor)) {
        const name = project === 'istio' ? 'Istio' : 'Gateway API';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`There is no schema for ${name} ${minor}.`, `Known versions are ${minors.join(', ')}: name one of them by its minor, such as ${minors.at(-1)}.`);
    }
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'schemas', project, `${minor}.json`), 'utf8');
    // The file is ours and scripts/schemas.ts wrote it; the format says which shape it has.
    const table = JSON.parse(text);
    if (table.format !== 'meshproof/schemas/v1') {
        throw new Error(`schemas/${project}/${minor}.json has format ${table.format}`);
    }
    return table;
}
function listMinors(root, project) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'schemas', project))
        .filter(name => /^\d+\.\d+\.json$/.test(name))
        .map(name => name.slice(0, -'.json'.length))
        .sort(byNumber);
}
function byNumber(a, b) {
    const [majorA = 0, minorA = 0] = a.split('.').map(Number);
    const [majorB = 0, minorB = 0] = b.split('.').map(Number);
    return majorA - majorB || minorA - minorB;
}


/***/ })

};

export const id = 510;
export const ids = [510,987,537,315];
export const modules = {

/***/ 2510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/git/command.js
var command = __webpack_require__(3662);
// EXTERNAL MODULE: ./build/git/commit.js
var git_commit = __webpack_require__(4474);
;// CONCATENATED MODULE: ./build/git/local.js



/** Where a branch usually left from; the first that exists counts. */
const defaultBranches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];
/**
 * The repository that a directory is in.
 * @throws UserError when it is in none
 */
async function openRepository(directory, environment) {
    const output = await (0,command/* readGit */.lX)((0,command/* openGit */.zY)(directory, environment), ['rev-parse', '--show-toplevel']);
    return (0,command/* openGit */.zY)(output.toString('utf8').replace(/\n$/, ''), environment);
}
/**
 * What a command on somebody's machine compares. Nothing is fetched: the clone is theirs.
 * @param base default: where the head left the default branch
 * @param head default: the files on disk
 * @throws UserError when a name stands for no commit of this clone
 */
async function resolveLocal(git, base, head) {
    const [tip, ...known] = await (0,git_commit/* readCommits */.F)(git, [head ?? 'HEAD', ...defaultBranches]);
    if (head !== undefined && tip === null)
        throw unknownCommit(head, '--head');
    const side = head === undefined ? 'work tree' : (tip ?? 'work tree');
    if (base !== undefined) {
        const [commit] = await (0,git_commit/* readCommits */.F)(git, [base]);
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
    const [left] = answer.code === 0 ? await (0,git_commit/* readCommits */.F)(git, [answer.stdout.toString().trim()]) : [];
    if (left === null || left === undefined) {
        throw new errors/* UserError */.y(`${head ?? 'HEAD'} and ${defaultBranches[at]} have no common ancestor in this clone.`, 'Name the base with --base, or fetch more history ("git fetch --unshallow").');
    }
    return { base: left, head: side, why: `against where it left ${defaultBranches[at]}` };
}
function unknownCommit(name, flag) {
    return new errors/* UserError */.y(`${flag} ${name} is not a commit of this clone.`, 'Give a branch, a tag or a commit id that "git log" knows; fetch it first if it is only on the remote.');
}

// EXTERNAL MODULE: ./build/git/sides.js + 5 modules
var sides = __webpack_require__(5739);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(6222);
// EXTERNAL MODULE: ./build/cli/judge.js
var judge = __webpack_require__(5350);
// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(2315);
// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(8288);
// EXTERNAL MODULE: ./build/cli/progress.js
var progress = __webpack_require__(902);
// EXTERNAL MODULE: ./build/cli/version.js
var version = __webpack_require__(5537);
;// CONCATENATED MODULE: ./build/cli/check.js









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
        ...flags/* commonOptions */.OP
    },
    async run(args, world) {
        (0,options/* refusePositionals */.Q)('check', args);
        const waiting = (0,progress/* progress */.q)(world);
        waiting.phase('reading git');
        const git = await openRepository((0,external_node_path_.resolve)(world.cwd, args.text('repo') ?? '.'), world.env);
        const comparison = await resolveLocal(git, args.text('base'), args.text('head'));
        const { base, head, changed } = await (0,sides/* readSides */.h)(git, comparison);
        if (changed.length === 0) {
            const { nothingRelevant } = await __webpack_require__.e(/* import() */ 994).then(__webpack_require__.bind(__webpack_require__, 994));
            const report = nothingRelevant(base, head, (0,version.productVersion)(world));
            waiting.done();
            (0,output/* writeReport */.u5)(report, args, world);
            return (0,output/* exitOf */.sX)(report);
        }
        const now = head.committedAt ?? base.committedAt;
        const read = { command: 'check', base, head, ...(now !== undefined && { now }) };
        return (0,judge/* judge */.S)(read, args, world, waiting);
    }
};


/***/ }),

/***/ 5350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var _config_sides_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3399);
/* harmony import */ var _schema_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2987);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8694);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6222);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8288);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5537);






/** From files to exit code, the same for every command that reports. */
async function judge(read, args, world, waiting) {
    const { config, notes } = await (0,_config_sides_js__WEBPACK_IMPORTED_MODULE_0__.configOfSides)(read, (0,_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .namedConfig */ .ec)(args, world), () => (0,_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .configSchema */ .Qn)(world));
    const report = await world.review({
        command: read.command,
        base: read.base,
        head: read.head,
        config: (0,_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .withNamespace */ .iY)(config, args),
        schemas: (0,_schema_store_js__WEBPACK_IMPORTED_MODULE_1__.openSchemaStore)(world.root),
        ...(read.now !== undefined && { now: read.now }),
        ...(0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .commonInput */ .oV)(args),
        version: (0,_version_js__WEBPACK_IMPORTED_MODULE_5__.productVersion)(world),
        notes,
        progress: waiting.phase
    });
    waiting.done();
    (0,_output_js__WEBPACK_IMPORTED_MODULE_4__/* .writeReport */ .u5)(report, args, world);
    return (0,_output_js__WEBPACK_IMPORTED_MODULE_4__/* .exitOf */ .sX)(report);
}


/***/ }),

/***/ 2315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ refusePositionals),
/* harmony export */   parseOptions: () => (/* binding */ parseOptions)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _config_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9445);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);



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

/***/ 902:
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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Version of Meshproof, from its package.json. */
function productVersion(world) {
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(world.root, 'package.json'), 'utf8');
    const { version } = JSON.parse(text);
    return typeof version === 'string' ? version : 'unknown';
}


/***/ }),

/***/ 2987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openSchemaStore: () => (/* binding */ openSchemaStore)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);



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

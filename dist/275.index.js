export const id = 275;
export const ids = [275,987,537];
export const modules = {

/***/ 66275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diff: () => (/* binding */ diff)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/git/directory.js
var directory = __webpack_require__(42468);
;// CONCATENATED MODULE: ./build/git/shared.js
/**
 * The files of `head`, those that are byte for byte what `base` has at the same path with base's bytes: what did not
 * change is then read and judged once for both sides, as it is where git names blobs by their content.
 */
function withSharedBytes(base, head) {
    const before = new Map(base.files.map(({ path, bytes }) => [path, bytes]));
    const shared = (file) => {
        const bytes = before.get(file.path);
        return bytes !== undefined && Buffer.compare(bytes, file.bytes) === 0
            ? { ...file, bytes }
            : file;
    };
    return { ...head, files: head.files.map(shared) };
}

// EXTERNAL MODULE: ./build/git/source-tree.js
var source_tree = __webpack_require__(43131);
// EXTERNAL MODULE: ./build/cli/disk.js
var disk = __webpack_require__(4668);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(6222);
// EXTERNAL MODULE: ./build/cli/judge.js
var judge = __webpack_require__(25350);
// EXTERNAL MODULE: ./build/cli/progress.js
var progress = __webpack_require__(20902);
;// CONCATENATED MODULE: ./build/cli/diff.js








const diff = {
    name: 'diff',
    summary: 'compare two directories or files',
    usage: 'BASE HEAD',
    about: `Shows what the manifests of HEAD do differently from those of BASE, each effect with a request that
shows it, or proves that nothing differs. BASE/.github/meshproof.yaml is read where it exists.
With --istio-base and --istio the sides are under two versions: the same directory twice, or one alone, shows
what an upgrade changes for it.`,
    options: { ...flags/* commonOptions */.OP, ...flags/* upgradeOptions */.nQ },
    async run(args, world) {
        const [base, second, ...more] = args.positionals;
        // What an upgrade does to one state is a comparison of it with itself.
        const head = second ?? (args.text('istio-base') === undefined ? undefined : base);
        if (base === undefined || head === undefined || more.length > 0) {
            throw new errors/* UserError */.y(`\`meshproof diff\` compares two paths; ${args.positionals.length} given.`, 'Write meshproof diff BASE HEAD, or meshproof diff DIR --istio-base 1.29 --istio 1.30 for an upgrade.');
        }
        const waiting = (0,progress/* progress */.q)(world);
        waiting.phase('reading');
        // Reports name the path as it was given, not this machine's.
        const read = (path, side) => ({
            ...(0,directory/* readDirectory */.g)((0,disk/* existingPath */.J)(path, world), side),
            name: path
        });
        const before = read(base, 'base');
        const sides = { base: before, head: withSharedBytes(before, read(head, 'head')) };
        refuseNothing(sides.base, sides.head);
        const tree = (path) => (0,source_tree/* directoryTree */.uY)((0,disk/* existingPath */.J)(path, world));
        const trees = { base: tree(base), head: tree(head) };
        return (0,judge/* judge */.S)({ command: 'diff', ...sides, trees }, args, world, waiting);
    }
};
function refuseNothing(base, head) {
    const empty = ({ files, skipped }) => files.length === 0 && skipped.length === 0;
    if (!empty(base) || !empty(head))
        return;
    throw new errors/* UserError */.y(`Neither ${base.name} nor ${head.name} holds a manifest: YAML, or JSON with a Kubernetes object.`, 'Name two directories with manifests, or two files.');
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

/***/ 42468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3642);
/* harmony import */ var _collect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35185);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98034);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17354);
/* harmony import */ var _path_name_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(87082);









/**
 * Reads a directory (names relative to it) or a single file (its own name, whatever its extension) as one side.
 * Links inside are seen and not followed; the path itself may be a link.
 * @throws UserError when the path does not exist or cannot be listed
 */
function readDirectory(path, side, limits = _content_js__WEBPACK_IMPORTED_MODULE_6__/* .readLimits */ .BU) {
    const root = realRoot(path);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(root).isDirectory())
        return readOneFile(path, root, side, limits);
    const { tree, blobs } = walk(root, limits.file);
    const budget = new _collect_js__WEBPACK_IMPORTED_MODULE_5__/* .ByteBudget */ .G(limits.total);
    return {
        name: path,
        ...(0,_collect_js__WEBPACK_IMPORTED_MODULE_5__/* .collect */ .F)(tree, side, ({ path }) => blobs.get(path) ?? null, limits, budget)
    };
}
function readOneFile(path, root, side, limits) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path);
    const blob = (0,_disk_js__WEBPACK_IMPORTED_MODULE_7__/* .readRegularFile */ .X)(Buffer.from(root), limits.file);
    if (blob !== null && 'bytes' in blob) {
        return { name: path, files: [{ path: file, bytes: blob.bytes, side }], skipped: [] };
    }
    const skipped = blob !== null && 'tooLarge' in blob
        ? (0,_content_js__WEBPACK_IMPORTED_MODULE_6__/* .skippedTooLarge */ .s_)(file, blob.tooLarge, limits.file)
        : (0,_content_js__WEBPACK_IMPORTED_MODULE_6__/* .skippedUnreadable */ .I$)(file, blob?.unreadable ?? 'went away while it was read');
    return { name: path, files: [], skipped: [skipped] };
}
function realRoot(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path);
    }
    catch (error) {
        const code = (0,_disk_js__WEBPACK_IMPORTED_MODULE_7__/* .errorCode */ .C)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(code === 'ENOENT' ? `${path} does not exist.` : `${path} cannot be read (${code}).`, 'Name a directory with manifests, or one file.', { cause: error });
    }
}
/** In code-unit order of the whole path; git's own directory is not part of it. */
function walk(root, limit) {
    const top = Buffer.from(`${root}/`);
    const tree = [];
    const blobs = new Map();
    const open = [Buffer.alloc(0)];
    for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
        for (const entry of list(Buffer.concat([top, directory]), directory)) {
            const raw = Buffer.concat([directory, entry.name]);
            if (entry.isDirectory()) {
                if (entry.name.toString('latin1') !== '.git')
                    open.push(Buffer.concat([raw, slash]));
                continue;
            }
            const path = (0,_path_name_js__WEBPACK_IMPORTED_MODULE_8__/* .pathName */ .D)(raw);
            const mode = entry.isSymbolicLink() ? '120000' : '100644';
            const full = Buffer.concat([top, raw]);
            const treatment = (0,_candidate_js__WEBPACK_IMPORTED_MODULE_4__/* .treatmentOf */ .W)(path, mode);
            const isUnread = treatment !== 'read' && treatment !== 'ignore';
            tree.push({
                mode,
                oid: isUnread ? unreadName(full, entry.isSymbolicLink(), limit) : '',
                path
            });
            if (treatment !== 'read')
                continue;
            const blob = (0,_disk_js__WEBPACK_IMPORTED_MODULE_7__/* .readRegularFile */ .X)(full, limit);
            if (blob !== null)
                blobs.set(path, blob);
        }
    }
    return { tree, blobs };
}
/** What stands for the content of an entry that is seen and not read: where a link leads, what a template says. */
function unreadName(full, isLink, limit) {
    try {
        if (isLink)
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(full, 'buffer').toString('latin1');
    }
    catch {
        // It went away; that it is there on the other side alone is seen by its path.
        return '';
    }
    const blob = (0,_disk_js__WEBPACK_IMPORTED_MODULE_7__/* .readRegularFile */ .X)(full, limit);
    if (blob === null || !('bytes' in blob))
        return '';
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(blob.bytes).digest('hex');
}
const slash = Buffer.from('/');
function list(full, directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(full, { withFileTypes: true, encoding: 'buffer' });
    }
    catch (error) {
        const name = (0,_path_name_js__WEBPACK_IMPORTED_MODULE_8__/* .pathName */ .D)(directory.length === 0 ? full : directory);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`The directory ${name} cannot be listed (${(0,_disk_js__WEBPACK_IMPORTED_MODULE_7__/* .errorCode */ .C)(error)}).`, 'Make it readable, or compare a directory without it.', { cause: error });
    }
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

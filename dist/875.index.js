export const id = 875;
export const ids = [875,987,537];
export const modules = {

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

/***/ 8164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _git_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2468);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4668);




/**
 * Several paths as one state. Files are named from the working directory where they are beneath it, so that a
 * terminal can open them and the patterns of a configuration mean what they mean in the repository.
 * @throws UserError when there is no path, or nothing to read in them
 */
function readState(command, paths, world) {
    if (paths.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`\`meshproof ${command}\` needs at least one path.`, `Write meshproof ${command} PATH, or \`.\` for the working directory.`);
    }
    const files = new Map();
    const skipped = new Map();
    for (const path of paths) {
        const full = (0,_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .existingPath */ .J)(path, world);
        const side = (0,_git_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .readDirectory */ .g)(full, 'head');
        const single = side.files.length + side.skipped.length === 1 && isFileOf(full, side);
        const name = (file) => {
            const absolute = single ? full : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(full, file);
            const fromHere = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(world.cwd, absolute);
            return fromHere.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) ? absolute : fromHere.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/');
        };
        for (const file of side.files)
            files.set(name(file.path), { ...file, path: name(file.path) });
        for (const one of side.skipped)
            skipped.set(name(one.file), { ...one, file: name(one.file) });
    }
    if (files.size === 0 && skipped.size === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`${paths.join(', ')} holds no manifest: YAML, or JSON with a Kubernetes object.`, 'Name a directory with manifests, or one file.');
    }
    const byName = ([a], [b]) => a < b ? -1 : 1;
    return {
        name: paths.join(', '),
        files: [...files].sort(byName).map(([, file]) => file),
        skipped: [...skipped].sort(byName).map(([, one]) => one)
    };
}
/** readDirectory names a file that was given by itself by its base name. */
function isFileOf(full, side) {
    const only = side.files[0]?.path ?? side.skipped[0]?.file ?? '';
    return full.endsWith(`${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}${only}`);
}


/***/ }),

/***/ 6875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6222);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5350);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(902);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8164);




const validate = {
    name: 'validate',
    summary: 'schema, CEL and admission checks only',
    usage: 'PATH…',
    about: `Checks each manifest by itself, as the API server and the admission webhook of the Istio version would.`,
    options: _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .commonOptions */ .OP,
    async run(args, world) {
        const waiting = (0,_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .progress */ .q)(world);
        waiting.phase('reading');
        const head = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .readState */ .u)('validate', args.positionals, world);
        return (0,_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .judge */ .S)({ command: 'validate', base: null, head }, args, world, waiting);
    }
};


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

/***/ 2468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3642);
/* harmony import */ var _collect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5185);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8034);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7354);
/* harmony import */ var _path_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7082);








/**
 * Reads a directory (names relative to it) or a single file (its own name, whatever its extension) as one side.
 * Links inside are seen and not followed; the path itself may be a link.
 * @throws UserError when the path does not exist or cannot be listed
 */
function readDirectory(path, side, limits = _content_js__WEBPACK_IMPORTED_MODULE_5__/* .readLimits */ .BU) {
    const root = realRoot(path);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(root).isDirectory())
        return readOneFile(path, root, side, limits);
    const { tree, blobs } = walk(root, limits.file);
    const budget = new _collect_js__WEBPACK_IMPORTED_MODULE_4__/* .ByteBudget */ .G(limits.total);
    return {
        name: path,
        ...(0,_collect_js__WEBPACK_IMPORTED_MODULE_4__/* .collect */ .F)(tree, side, ({ path }) => blobs.get(path) ?? null, limits, budget)
    };
}
function readOneFile(path, root, side, limits) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path);
    const blob = (0,_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .readRegularFile */ .X)(Buffer.from(root), limits.file);
    if (blob !== null && 'bytes' in blob) {
        return { name: path, files: [{ path: file, bytes: blob.bytes, side }], skipped: [] };
    }
    const skipped = blob !== null && 'tooLarge' in blob
        ? (0,_content_js__WEBPACK_IMPORTED_MODULE_5__/* .skippedTooLarge */ .s_)(file, blob.tooLarge, limits.file)
        : (0,_content_js__WEBPACK_IMPORTED_MODULE_5__/* .skippedUnreadable */ .I$)(file, blob?.unreadable ?? 'went away while it was read');
    return { name: path, files: [], skipped: [skipped] };
}
function realRoot(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch (error) {
        const code = (0,_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .C)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(code === 'ENOENT' ? `${path} does not exist.` : `${path} cannot be read (${code}).`, 'Name a directory with manifests, or one file.', { cause: error });
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
            const path = (0,_path_name_js__WEBPACK_IMPORTED_MODULE_7__/* .pathName */ .D)(raw);
            const mode = entry.isSymbolicLink() ? '120000' : '100644';
            tree.push({ mode, oid: '', path });
            if ((0,_candidate_js__WEBPACK_IMPORTED_MODULE_3__/* .treatmentOf */ .W)(path, mode) !== 'read')
                continue;
            const blob = (0,_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .readRegularFile */ .X)(Buffer.concat([top, raw]), limit);
            if (blob !== null)
                blobs.set(path, blob);
        }
    }
    return { tree, blobs };
}
const slash = Buffer.from('/');
function list(full, directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(full, { withFileTypes: true, encoding: 'buffer' });
    }
    catch (error) {
        const name = (0,_path_name_js__WEBPACK_IMPORTED_MODULE_7__/* .pathName */ .D)(directory.length === 0 ? full : directory);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`The directory ${name} cannot be listed (${(0,_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .C)(error)}).`, 'Make it readable, or compare a directory without it.', { cause: error });
    }
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

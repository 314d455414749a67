export const id = 522;
export const ids = [522,244,552];
export const modules = {

/***/ 38694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ configSchema),
/* harmony export */   ec: () => (/* binding */ namedConfig),
/* harmony export */   iY: () => (/* binding */ withNamespace)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4668);




/** The schema of the configuration file; read only where there is such a file. */
function configSchema(world) {
    // Our own file, proven to be a schema by the tests.
    return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(world.root, 'schemas', 'config.schema.json'), 'utf8'));
}
/** The file that `--config` names. */
function namedConfig(args, world) {
    const file = args.text('config');
    if (file === undefined)
        return null;
    try {
        return {
            file,
            text: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(world.cwd, file), 'utf8'),
            schema: configSchema(world)
        };
    }
    catch (error) {
        const code = (0,_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error);
        if (code === null)
            throw error;
        const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`--config ${file} ${why}.`, 'Name a YAML file; see docs/configuration.md.', {
            cause: error
        });
    }
}
/** `--namespace` is stronger than the file. */
function withNamespace(config, args) {
    const namespace = args.text('namespace');
    if (namespace === undefined)
        return config;
    if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`--namespace ${namespace} is not a Kubernetes namespace name.`, 'Use lower-case letters, digits and hyphens, at most 63.');
    }
    return {
        ...config,
        defaultNamespace: namespace,
        origins: { ...config.origins, defaultNamespace: '--namespace' }
    };
}


/***/ }),

/***/ 4668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ existingPath),
/* harmony export */   x: () => (/* binding */ systemCode)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);



/**
 * The code of a failed system call (`ENOENT`), or null for anything else. By shape: an error of node's own
 * modules is no instance of this realm's Error where tests run.
 */
function systemCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return null;
    return typeof error.code === 'string' ? error.code : null;
}
/**
 * A path that somebody typed, from the working directory.
 * @throws UserError that names it as it was typed
 */
function existingPath(path, world) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(world.cwd, path);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(full))
        return full;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${path} does not exist.`, 'Name a directory with manifests, or one file.');
}


/***/ }),

/***/ 6222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OP: () => (/* binding */ commonOptions),
/* harmony export */   bH: () => (/* binding */ knownMinor),
/* harmony export */   nQ: () => (/* binding */ upgradeOptions),
/* harmony export */   oV: () => (/* binding */ commonInput),
/* harmony export */   rL: () => (/* binding */ upgradeInput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _mesh_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81552);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(876);



/** Flags that every command which reports has. */
const commonOptions = {
    format: {
        type: 'string',
        short: 'f',
        value: 'FORMAT',
        choices: Object.keys(_report_index_js__WEBPACK_IMPORTED_MODULE_2__/* .reporters */ .R),
        help: 'how the report is written (default text)'
    },
    output: { type: 'string', short: 'o', value: 'FILE', help: 'write the report to a file' },
    istio: {
        type: 'string',
        value: 'VERSION',
        help: 'Istio version, such as 1.29 (default: detected)'
    },
    namespace: {
        type: 'string',
        short: 'n',
        value: 'NAME',
        help: 'namespace of manifests that name none (default: default)'
    },
    feature: {
        type: 'string',
        multiple: true,
        value: 'NAME=VALUE',
        help: "a variable of istiod's environment; may be repeated"
    },
    config: { type: 'string', short: 'c', value: 'FILE', help: 'configuration file' },
    'allow-render-command': {
        type: 'boolean',
        help: 'run the commands that render meshes of the configuration'
    },
    now: { type: 'string', value: 'TIME', help: 'the time by which waivers expire, RFC 3339' },
    'no-color': { type: 'boolean', help: 'no colour, even on a terminal' },
    help: { type: 'boolean', short: 'h', help: 'this text' }
};
/** For commands that compare: the version of base, where an upgrade is asked about. */
const upgradeOptions = {
    'istio-base': {
        type: 'string',
        value: 'VERSION',
        help: 'Istio version of base, to see what an upgrade to --istio changes'
    }
};
/** The version that base alone runs. */
function upgradeInput(args) {
    const istio = args.text('istio-base');
    if (istio === undefined)
        return {};
    return { istioBase: { minor: knownMinor(istio, '--istio-base'), why: '--istio-base' } };
}
/** The fields of the pipeline's input that come from common flags. */
function commonInput(args) {
    const istio = args.text('istio');
    const now = args.text('now');
    return {
        features: features(args.list('feature')),
        ...(istio !== undefined && { istio: { minor: knownMinor(istio), why: '--istio' } }),
        ...(now !== undefined && { now: time(now) })
    };
}
function knownMinor(version, where = '--istio') {
    const minor = (0,_mesh_version_js__WEBPACK_IMPORTED_MODULE_1__.minorOf)(version);
    if (minor !== null)
        return minor;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${where} ${version} is not a version that Meshproof knows.`, `Known are ${_mesh_version_js__WEBPACK_IMPORTED_MODULE_1__.MINORS[0]} to ${_mesh_version_js__WEBPACK_IMPORTED_MODULE_1__.MINORS.at(-1)}; give the minor, such as 1.29.`);
}
function features(given) {
    const result = {};
    for (const one of given) {
        const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(one) ?? [];
        if (name === undefined || value === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`--feature ${one} is not NAME=VALUE.`, 'Give a variable of istiod, such as --feature PILOT_ENABLE_IP_AUTOALLOCATE=false.');
        }
        result[name] = value;
    }
    return result;
}
function time(text) {
    const valid = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(text);
    const date = new Date(text);
    if (valid && !Number.isNaN(date.getTime()))
        return `${date.toISOString().slice(0, 19)}Z`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`--now ${text} is not a time.`, 'Write it as 2027-03-31 or 2027-03-31T12:00:00Z.');
}


/***/ }),

/***/ 38288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sX: () => (/* binding */ exitOf),
/* harmony export */   u5: () => (/* binding */ writeReport),
/* harmony export */   x3: () => (/* binding */ writeText),
/* harmony export */   zK: () => (/* binding */ wantsColor)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(876);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4668);





/** Writes the report where the flags want it. Only results go to standard output. */
function writeReport(report, args, world) {
    const reporter = _report_index_js__WEBPACK_IMPORTED_MODULE_3__/* .reporters */ .R[args.text('format') ?? 'text'];
    // parseOptions lets only known formats through.
    if (reporter === undefined)
        throw new Error(`no reporter for ${args.text('format')}`);
    const file = args.text('output');
    const color = file === undefined && wantsColor(args, world);
    writeText(reporter.render(report, { color, budget: 0 }), args, world);
}
/** To `--output`, else to standard output. */
function writeText(text, args, world) {
    const file = args.text('output');
    if (file === undefined || file === '-') {
        world.stdout.write(text);
        return;
    }
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(world.cwd, file), text);
    }
    catch (error) {
        const code = (0,_disk_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCode */ .x)(error);
        if (code === null)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`--output ${file} cannot be written (${code}).`, 'Name a file in a folder that exists and that you may write to.', { cause: error });
    }
}
/** Only for people at a terminal, and not against NO_COLOR (no-color.org) or a terminal without colours. */
function wantsColor(args, world) {
    const { NO_COLOR, TERM } = world.env;
    if (args.flag('no-color') || (NO_COLOR !== undefined && NO_COLOR !== ''))
        return false;
    return world.stdout.isTerminal && TERM !== 'dumb';
}
const EXIT = {
    pass: 0,
    warn: 0,
    approve: 1,
    block: 1,
    error: 3
};
/** What the verdict asks of whoever started the command. */
function exitOf(report) {
    const exit = EXIT[report.verdict.outcome];
    if (exit !== 0 || report.sides.base !== null)
        return exit;
    return report.findings.remaining.some(finding => finding.severity === 'error') ? 1 : 0;
}


/***/ }),

/***/ 94997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ renderedMeshes)
/* harmony export */ });
/* harmony import */ var _config_rendering_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25735);

/** The renderers are loaded only where a mesh has a render step. */
async function renderedMeshes(config, trees, args, world, waiting) {
    const meshes = (0,_config_rendering_js__WEBPACK_IMPORTED_MODULE_0__/* .meshesToRender */ .H3)(config);
    if (meshes.length === 0)
        return [];
    waiting?.phase('rendering');
    const { renderMeshes } = await __webpack_require__.e(/* import() */ 874).then(__webpack_require__.bind(__webpack_require__, 9874));
    return renderMeshes({
        meshes,
        ...trees,
        tools: config.tools,
        env: world.env,
        directory: world.cwd,
        author: 'member',
        allowCommands: args.flag('allow-render-command')
    });
}


/***/ }),

/***/ 52682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfig: () => (/* binding */ readConfig)
});

// EXTERNAL MODULE: ./build/config/config.js
var config = __webpack_require__(45169);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/config/document.js


const MAX_LENGTH = 256 * 1024;
const MAX_NODES = 20_000;
/** @throws UserError where the text is not YAML */
function readDocument(file, text) {
    if (text.length > MAX_LENGTH) {
        throw new errors/* UserError */.y(`The configuration ${file} is larger than 256 KiB.`, 'Keep only what Meshproof reads in it; see docs/configuration.md.');
    }
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) {
        const { line, col } = lines.linePos(error.pos[0]);
        throw new errors/* UserError */.y(`${file}:${line}:${col}: the configuration is not valid YAML: ${error.message}`, 'Correct the line; one YAML document is expected.');
    }
    const places = new Map();
    let nodes = 0;
    const walk = (node, pointer, key) => {
        if (++nodes > MAX_NODES) {
            throw new errors/* UserError */.y(`The configuration ${file} holds more than ${MAX_NODES} values (aliases counted as often as they are used).`, 'Write it without nested anchors.');
        }
        const target = (0,dist/* isAlias */.Vj)(node) ? node.resolve(document) : node;
        if ((0,dist/* isMap */.jh)(target)) {
            const map = Object.create(null);
            for (const { key: name, value } of target.items) {
                const text = (0,dist/* isScalar */.jn)(name) ? String(name.value) : String(name);
                const inner = `${pointer}/${escapePointer(text)}`;
                mark(inner, (0,dist/* isScalar */.jn)(name) ? name : undefined);
                map[text] = walk(value, inner, text);
            }
            return map;
        }
        if ((0,dist/* isSeq */.oP)(target)) {
            return target.items.map((item, index) => {
                const inner = `${pointer}/${index}`;
                // Items of a sequence are nodes in a parsed document.
                mark(inner, item);
                return walk(item, inner, key);
            });
        }
        if (!(0,dist/* isScalar */.jn)(target))
            return null;
        // A version is text: 1.30 read as a number would be 1.3.
        const versionLike = key === 'istio' && typeof target.value === 'number';
        return versionLike ? (target.source ?? String(target.value)) : target.value;
    };
    const mark = (pointer, node) => {
        const start = node?.range?.[0];
        if (start === undefined)
            return;
        const { line, col } = lines.linePos(start);
        places.set(pointer, { line, column: col });
    };
    return { value: walk(document.contents, '', ''), places };
}
/** JSON Pointer (RFC 6901): `~` and `/` within a key. */
function escapePointer(key) {
    return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

// EXTERNAL MODULE: ./build/config/nearest.js
var nearest = __webpack_require__(49445);
;// CONCATENATED MODULE: ./build/config/mistake.js


/** What the schema refuses. ajv is loaded here, so only where there is a file. */
async function schemaMistakes(document, schema) {
    // CommonJS: the bundler gives it as the default export alone, without the names that Node finds.
    const { Ajv2020 } = (await __webpack_require__.e(/* import() */ 210).then(__webpack_require__.t.bind(__webpack_require__, 52210, 19))).default;
    const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true });
    ajv.addKeyword('errorMessage');
    const check = ajv.compile(schema);
    if (check(document.value))
        return [];
    const mistakes = new Map();
    for (const error of check.errors ?? []) {
        // Both only say that something inside them failed, which is listed by itself.
        if (error.keyword === 'if' || error.keyword === 'propertyNames')
            continue;
        const mistake = describe(error, document);
        mistakes.set(`${mistake.place?.line ?? 0} ${mistake.message}`, mistake);
    }
    return [...mistakes.values()];
}
function describe(error, document) {
    const { instancePath, keyword, params } = error;
    const parent = error.parentSchema ?? {};
    const name = instancePath === '' ? 'the configuration' : instancePath.slice(1).replaceAll('/', '.');
    if (keyword === 'additionalProperties') {
        const key = String(params.additionalProperty);
        const known = (0,nearest/* nearest */.p)(key, Object.keys(parent.properties ?? {}));
        const advice = known === undefined ? knownKeys(parent.properties) : `did you mean "${known}"?`;
        const at = document.places.get(`${instancePath}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
        return { place: at, message: `unknown key "${key}"; ${advice}` };
    }
    const place = placeOf(instancePath, document);
    if (keyword === 'required') {
        return { place, message: `${name} needs the key "${String(params.missingProperty)}"` };
    }
    if (error.propertyName !== undefined) {
        const at = document.places.get(`${instancePath}/${error.propertyName}`) ?? place;
        return {
            place: at,
            message: `key "${error.propertyName}" must be ${parent.errorMessage ?? error.message}`
        };
    }
    if (keyword === 'enum' && Array.isArray(params.allowedValues)) {
        const allowed = params.allowedValues.map(String);
        const near = typeof error.data === 'string' ? (0,nearest/* nearest */.p)(error.data, allowed) : undefined;
        const advice = near === undefined ? '' : `; did you mean "${near}"?`;
        return { place, message: `${name} must be one of ${allowed.join(', ')}${advice}` };
    }
    if (parent.errorMessage !== undefined)
        return { place, message: `${name} must be ${parent.errorMessage}` };
    return { place, message: `${name} ${error.message ?? 'is not as the schema wants it'}` };
}
function knownKeys(properties) {
    const names = Object.keys(properties ?? {});
    return names.length === 0 ? 'no key is known here' : `known here: ${names.join(', ')}`;
}
/** The place of the value, or of the nearest parent that has one. */
function placeOf(pointer, document) {
    for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
        const place = document.places.get(path);
        if (place !== undefined)
            return place;
    }
    return undefined;
}
/** Every mistake with its line, in the order of the file. */
function refusal(file, mistakes) {
    const sorted = [...mistakes].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0));
    const lines = sorted
        .slice(0, 20)
        .map(({ place, message }) => place === undefined
        ? `${file}: ${message}`
        : `${file}:${place.line}:${place.column}: ${message}`);
    if (sorted.length > 20)
        lines.push(`and ${sorted.length - 20} more`);
    return new errors/* UserError */.y(`The configuration cannot be used:\n  ${lines.join('\n  ')}`, 'Every key is described in docs/configuration.md.');
}

;// CONCATENATED MODULE: ./build/config/render-step.js
/** What a schema cannot say in words that help; null where the step can be used. */
function renderMistake(file) {
    const given = Object.keys(file);
    if (given.length === 1)
        return null;
    const kinds = 'kustomize, helm, command or rendered';
    return given.length === 0
        ? `render needs one of ${kinds}`
        : `render takes one of ${kinds}, not ${given.join(' and ')}; use a mesh for each`;
}
/** @param mesh stands in for the release's name */
function renderStep(file, mesh) {
    if (file.kustomize !== undefined)
        return { kind: 'kustomize', path: plain(file.kustomize) };
    if (file.command !== undefined)
        return { kind: 'command', run: file.command };
    if (file.helm !== undefined) {
        const { chart, values, set, release, namespace, kubeVersion, apiVersions } = file.helm;
        return {
            kind: 'helm',
            chart: plain(chart),
            values: (values ?? []).map(plain),
            set: { ...set },
            release: release ?? mesh,
            namespace: namespace ?? null,
            kubeVersion: kubeVersion ?? null,
            apiVersions: apiVersions ?? []
        };
    }
    // renderMistake has let exactly one kind through.
    const { base = '', head = '', sources = [] } = file.rendered ?? {};
    return { kind: 'rendered', base, head, sources };
}
/** `./charts/shop/` → `charts/shop`; the root is `''`. */
function plain(path) {
    return path
        .split('/')
        .filter(segment => segment !== '' && segment !== '.')
        .join('/');
}

;// CONCATENATED MODULE: ./build/config/read.js




/**
 * The configuration of a file, or the defaults where there is none. ajv is loaded only where there is one.
 * @throws UserError that lists every mistake with its line
 */
async function readConfig(source) {
    if (source === null || source.text.trim() === '')
        return config/* defaultConfig */.s;
    const document = readDocument(source.file, source.text);
    // A file of comments alone says nothing.
    if (document.value === null)
        return { ...config/* defaultConfig */.s, file: source.file };
    const mistakes = await schemaMistakes(document, source.schema);
    if (mistakes.length === 0)
        mistakes.push(...beyondSchema(document));
    if (mistakes.length > 0)
        throw refusal(source.file, mistakes);
    // The schema has just proven this shape.
    return fill(document.value, source.file, document);
}
/** What a schema cannot say. */
function beyondSchema(document) {
    const mistakes = [];
    // The schema has proven the shape of the file.
    const file = document.value;
    const names = new Set();
    for (const [index, mesh] of (file.meshes ?? []).entries()) {
        const at = (key) => document.places.get(`/meshes/${index}/${key}`);
        if (names.has(mesh.name)) {
            mistakes.push({ place: at('name'), message: `the mesh "${mesh.name}" is declared twice` });
        }
        names.add(mesh.name);
        if (mesh.render === undefined) {
            if (mesh.paths === undefined) {
                const place = at('name');
                mistakes.push({ place, message: `the mesh "${mesh.name}" needs "paths" or "render"` });
            }
            continue;
        }
        const message = renderMistake(mesh.render);
        if (message !== null)
            mistakes.push({ place: at('render'), message: `${mesh.name}: ${message}` });
    }
    for (const [index, { expires }] of (file.waivers ?? []).entries()) {
        const day = new Date(`${expires}T00:00:00Z`);
        if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(expires)) {
            mistakes.push({
                place: document.places.get(`/waivers/${index}/expires`),
                message: `waivers.${index}.expires is not a day of the calendar: ${expires}`
            });
        }
    }
    return mistakes;
}
function fill(file, name, document) {
    const origins = {};
    for (const [pointer, { line }] of document.places) {
        origins[pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')] =
            `${name}:${line}`;
    }
    const gates = {};
    for (const [gate, setting] of Object.entries(file.gates ?? {})) {
        gates[gate] = typeof setting === 'string' ? setting : setting.level;
    }
    return {
        meshes: (file.meshes ?? []).map(selection),
        gates,
        waivers: file.waivers ?? [],
        suppressions: (file.suppressions ?? []).map((one, index) => ({
            finding: one.finding,
            object: one.object ?? null,
            paths: one.paths ?? [],
            reason: one.reason,
            at: rangeOf(`/suppressions/${index}/finding`, name, document)
        })),
        comment: {
            when: file.comment?.when ?? config/* defaultConfig */.s.comment.when,
            key: file.comment?.key ?? null
        },
        defaultNamespace: file.defaultNamespace ?? config/* defaultConfig */.s.defaultNamespace,
        istio: file.istio ?? null,
        istioBase: file.istioBase ?? null,
        meshConfig: file.meshConfig ?? null,
        features: texts(file.features),
        tools: {
            kustomize: { ...config/* defaultConfig */.s.tools.kustomize, ...file.tools?.kustomize },
            helm: { ...config/* defaultConfig */.s.tools.helm, ...file.tools?.helm }
        },
        origins,
        file: name
    };
}
/** The key, as a range of its own. */
function rangeOf(pointer, file, document) {
    const { line, column } = document.places.get(pointer) ?? { line: 1, column: 1 };
    const end = { line, column: column + pointer.length - pointer.lastIndexOf('/') - 1 };
    return { file, start: { line, column }, end };
}
function selection(mesh) {
    return {
        name: mesh.name,
        paths: mesh.paths ?? [],
        exclude: mesh.exclude ?? [],
        context: mesh.context ?? [],
        ...(mesh.render !== undefined && { render: renderStep(mesh.render, mesh.name) }),
        istio: mesh.istio ?? null,
        istioBase: mesh.istioBase ?? null,
        defaultNamespace: mesh.defaultNamespace ?? null,
        meshConfig: mesh.meshConfig ?? null,
        features: texts(mesh.features)
    };
}
function texts(features) {
    const result = {};
    for (const [name, value] of Object.entries(features ?? {}))
        result[name] = String(value);
    return result;
}


/***/ }),

/***/ 25735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H3: () => (/* binding */ meshesToRender),
/* harmony export */   K1: () => (/* binding */ mayUpgrade),
/* harmony export */   Wn: () => (/* binding */ mayRender)
/* harmony export */ });
/** The meshes of a configuration that have a render step, in its order. */
function meshesToRender(config) {
    return config.meshes.flatMap(({ name, render, defaultNamespace }) => render === undefined
        ? []
        : [{ name, step: render, defaultNamespace: defaultNamespace ?? config.defaultNamespace }]);
}
/**
 * Whether a configuration could have a render step, before it is parsed: then a change of any file counts, not only of
 * those that can hold a manifest.
 */
function mayRender(text) {
    return text !== null && /["']?\brender["']?\s*:/.test(text);
}
/** Whether a configuration could put base under another version: then every object counts, changed or not. */
function mayUpgrade(text) {
    return text !== null && /["']?\bistioBase["']?\s*:/.test(text);
}


/***/ }),

/***/ 23399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   configOfSides: () => (/* binding */ configOfSides)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45169);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52682);



/**
 * The configuration of a comparison. It is read from base: a change must not loosen the gate that judges it.
 * @param named stands in for base's file where somebody named one on the command line
 * @throws UserError where base's file cannot be used
 */
async function configOfSides(sides, named, schema) {
    if (named !== null)
        return { config: await (0,_read_js__WEBPACK_IMPORTED_MODULE_2__.readConfig)(named), notes: [] };
    const base = sides.base === null ? null : configText(sides.base);
    const head = configText(sides.head);
    if (sides.base === null)
        return { config: await (0,_read_js__WEBPACK_IMPORTED_MODULE_2__.readConfig)(source(head, schema)), notes: [] };
    const config = await (0,_read_js__WEBPACK_IMPORTED_MODULE_2__.readConfig)(source(base, schema));
    if (head === base)
        return { config, notes: [] };
    return { config, notes: await preview(base, head, schema) };
}
function source(text, schema) {
    return text === null ? null : { file: _config_js__WEBPACK_IMPORTED_MODULE_1__/* .CONFIG_FILE */ .g, text, schema: schema() };
}
/** What holds now, and whether head's file could be used. */
async function preview(base, head, schema) {
    const now = base === null ? 'the defaults hold' : "base's holds";
    if (head === null)
        return [`This change removes ${_config_js__WEBPACK_IMPORTED_MODULE_1__/* .CONFIG_FILE */ .g}; ${now} until it is merged.`];
    const verb = base === null ? 'adds' : 'edits';
    const notes = [`This change ${verb} ${_config_js__WEBPACK_IMPORTED_MODULE_1__/* .CONFIG_FILE */ .g}; ${now} until it is merged.`];
    try {
        const { gates, waivers, meshes } = await (0,_read_js__WEBPACK_IMPORTED_MODULE_2__.readConfig)({
            file: _config_js__WEBPACK_IMPORTED_MODULE_1__/* .CONFIG_FILE */ .g,
            text: head,
            schema: schema()
        });
        const levels = Object.entries(gates).map(([gate, level]) => `${gate} ${level}`);
        notes.push(`Afterwards: ${levels.length === 0 ? 'gates at their defaults' : levels.join(', ')}; ${waivers.length} waivers; ${meshes.length} meshes configured.`);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y))
            throw error;
        notes.push(`Once merged it stops every run: ${error.message.replace(/\s+/g, ' ')}`);
    }
    return notes;
}
function configText(side) {
    const file = side.files.find(({ path }) => path === _config_js__WEBPACK_IMPORTED_MODULE_1__/* .CONFIG_FILE */ .g);
    return file === undefined ? null : new TextDecoder().decode(file.bytes);
}


/***/ }),

/***/ 43131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SC: () => (/* binding */ commitTree),
/* harmony export */   _E: () => (/* binding */ workTree),
/* harmony export */   "in": () => (/* binding */ emptyTree),
/* harmony export */   uY: () => (/* binding */ directoryTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _blobs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23610);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98034);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17354);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91651);
/* harmony import */ var _work_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75395);







const symlink = '120000';
/** A side without a file. */
const emptyTree = {
    entries: async () => new Map(),
    read: async () => new Map()
};
/** Everything that a commit holds, whatever its name; nothing is listed or read before it is asked for. */
function commitTree(git, commit, access = {}) {
    const entries = once(async () => byPath(await (0,_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .listTree */ .nT)(git, commit.sha)));
    return {
        entries,
        async read(paths) {
            const known = await entries();
            const oids = new Set(paths.flatMap(path => known.get(path)?.oid ?? []));
            const blobs = await (0,_blobs_js__WEBPACK_IMPORTED_MODULE_2__/* .readBlobs */ .b)(git, [commit.sha], oids, _content_js__WEBPACK_IMPORTED_MODULE_3__/* .readLimits */ .BU.file, access);
            const found = new Map();
            for (const path of paths) {
                const blob = blobs.get(known.get(path)?.oid ?? '');
                if (blob === undefined)
                    found.set(path, { refused: 'git does not have its content' });
                else if ('bytes' in blob)
                    found.set(path, held(blob.bytes));
                else
                    found.set(path, { refused: refusal(blob) });
            }
            return found;
        }
    };
}
/** The files on disk that a commit of everything would hold. */
function workTree(git) {
    return onDisk(git.directory, once(async () => byPath(await (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .listWorkTree */ .O)(git))));
}
/** A directory as it is, links seen and not followed; git's own folder is not part of it. */
function directoryTree(root) {
    return onDisk(root, once(async () => {
        const found = new Map();
        const open = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(root).isDirectory() ? [''] : [];
        for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
            for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder), { withFileTypes: true })) {
                const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
                if (entry.isDirectory()) {
                    if (entry.name !== '.git')
                        open.push(path);
                }
                else
                    found.set(path, { mode: entry.isSymbolicLink() ? symlink : '100644', oid: '' });
            }
        }
        return found;
    }));
}
function onDisk(root, entries) {
    return {
        entries,
        async read(paths) {
            const known = await entries();
            const found = new Map();
            for (const path of paths) {
                if (!known.has(path))
                    continue;
                const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
                if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(full, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
                    found.set(path, Buffer.from((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(full)));
                    continue;
                }
                const blob = (0,_disk_js__WEBPACK_IMPORTED_MODULE_4__/* .readRegularFile */ .X)(Buffer.from(full), _content_js__WEBPACK_IMPORTED_MODULE_3__/* .readLimits */ .BU.file);
                if (blob === null)
                    found.set(path, { refused: 'it went away while it was read' });
                else
                    found.set(path, 'bytes' in blob ? held(blob.bytes) : { refused: refusal(blob) });
            }
            return found;
        }
    };
}
function held(bytes) {
    return (0,_content_js__WEBPACK_IMPORTED_MODULE_3__/* .isLfsPointer */ .NS)(bytes)
        ? { refused: 'it is a Git LFS pointer; its content is not in git' }
        : bytes;
}
function refusal(blob) {
    return 'tooLarge' in blob ? `it has ${blob.tooLarge} bytes, which is too large` : blob.unreadable;
}
function byPath(entries) {
    const found = new Map();
    for (const { path, mode, oid } of entries)
        found.set(path, { mode, oid });
    return found;
}
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}


/***/ }),

/***/ 83766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ emptyMap),
/* harmony export */   Vz: () => (/* binding */ noFields),
/* harmony export */   jh: () => (/* binding */ isMap)
/* harmony export */ });
/**
 * Maps without Object.prototype above them, so that `__proto__` and `constructor` are only keys. The prototype is an
 * empty object without one: V8 keeps such maps as fast as literals, which it does not for Object.create(null).
 */
const NullMap = function NullMap() { }; // a function, since a class has a fixed prototype
NullMap.prototype = Object.freeze(Object.create(null));
function emptyMap() {
    return new NullMap();
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const noFields = Object.freeze(emptyMap());


/***/ }),

/***/ 99348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ mapOrEmpty),
/* harmony export */   Bq: () => (/* binding */ filled),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   sP: () => (/* binding */ textMap)
/* harmony export */ });
/* harmony import */ var _manifest_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83766);

/** Readers of values whose shape the schema room judges: a value of the wrong type reads as absent. */
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function map(value) {
    return isMap(value) ? value : undefined;
}
const NO_FIELDS = Object.freeze(Object.create(null));
const NO_ELEMENTS = Object.freeze([]);
/** The map, or an empty one. */
function mapOrEmpty(value) {
    return isMap(value) ? value : NO_FIELDS;
}
/** The list, or an empty one. */
function list(value) {
    return Array.isArray(value) ? value : NO_ELEMENTS;
}
function text(value) {
    return typeof value === 'string' ? value : undefined;
}
/** Text that is not empty: proto3 does not tell an empty string from an absent one. */
function filled(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function number(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
function flag(value) {
    return typeof value === 'boolean' ? value : undefined;
}
/** The texts of a list, other elements left out. */
function texts(value) {
    return list(value).filter((element) => typeof element === 'string');
}
/** A map of texts; numbers and booleans are not label values and are left out. */
function textMap(value) {
    const result = (0,_manifest_map_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyMap */ .MZ)(); // only strings are put in
    if (!isMap(value))
        return result;
    for (const key of Object.keys(value)) {
        const entry = value[key];
        if (typeof entry === 'string')
            result[key] = entry;
    }
    return result;
}
const UNITS = {
    ns: 1e-6,
    us: 1e-3,
    µs: 1e-3,
    μs: 1e-3,
    ms: 1,
    s: 1000,
    m: 60_000,
    h: 3_600_000
};
/** Milliseconds of a Go duration (`1m30s`, `0.5s`); `undefined` where the text is none. Source: Go time.ParseDuration. */
function duration(value) {
    if (typeof value !== 'string')
        return undefined;
    if (/^[-+]?0$/.test(value))
        return 0;
    const body = /^([-+]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(value);
    if (body === null)
        return undefined;
    let total = 0;
    for (const part of (body[2] ?? '').matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) {
        total += Number(part[1]) * (UNITS[part[2] ?? ''] ?? 0);
    }
    return body[1] === '-' ? -total : total;
}


/***/ }),

/***/ 81552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MINORS: () => (/* binding */ MINORS),
/* harmony export */   NEWEST: () => (/* binding */ NEWEST),
/* harmony export */   detectVersion: () => (/* binding */ detectVersion),
/* harmony export */   minorOf: () => (/* binding */ minorOf),
/* harmony export */   versionReads: () => (/* binding */ versionReads)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99348);

/** Minors that the project knows, oldest first. */
const MINORS = Array.from({ length: 14 }, (_, i) => `1.${18 + i}`);
const NEWEST = '1.31';
/** Where installers say which version runs. */
const versionReads = [
    ['IstioOperator', 'spec.{tag,values.global.tag,values.pilot.tag}'],
    ['Istio', 'spec.version'],
    ['IstioRevision', 'spec.version']
];
/** `1.24` of `1.24`, `1.24.3`, `v1.24.3-distroless`, `1-24-3`; `null` where the text names no known minor. */
function minorOf(value) {
    const found = /(?:^|[^\d.])v?1[.-](\d{2})(?=$|[^\d])/.exec(value);
    const minor = found === null ? null : `1.${found[1]}`;
    return minor !== null && MINORS.includes(minor) ? minor : null;
}
/**
 * The Istio minor that a repository runs: what is given, else an IstioOperator or the Sail operator's
 * Istio, else the image of istiod or of a proxy in a workload, else values of the charts, else a revision
 * that is named after a version, else the newest known.
 */
function detectVersion(manifests, given, chartValues = []) {
    if (given !== undefined) {
        return { minor: given.minor, full: null, why: given.why, place: null, isKnown: true };
    }
    return (firstOf(manifests, installerVersion) ??
        firstOf(manifests, imageVersion) ??
        chartVersion(chartValues) ??
        firstOf(manifests, revisionVersion) ?? {
        minor: NEWEST,
        full: null,
        why: 'newest known',
        place: null,
        isKnown: false
    });
}
function firstOf(manifests, version) {
    for (const manifest of manifests) {
        const found = version(manifest);
        if (found !== null)
            return found;
    }
    return null;
}
const INSTALLERS = {
    IstioOperator: [
        ['spec', 'tag'],
        ['spec', 'values', 'global', 'tag'],
        ['spec', 'values', 'pilot', 'tag'],
        ['spec', 'revision']
    ],
    Istio: [['spec', 'version']],
    IstioRevision: [['spec', 'version']]
};
function installerVersion(manifest) {
    const { kind, name } = manifest.ref;
    for (const path of INSTALLERS[kind] ?? []) {
        const found = read(valueAt(manifest.object, path), `${path.join('.')} of ${kind} ${name}`);
        if (found !== null)
            return { ...found, place: { manifest, path } };
    }
    return null;
}
const IMAGES = /(?:^|\/)(pilot|proxyv2|istiod|install-cni|ztunnel):(.+)$/;
function imageVersion(manifest) {
    if (!['Deployment', 'DaemonSet', 'Pod', 'StatefulSet'].includes(manifest.ref.kind))
        return null;
    const root = manifest.ref.kind === 'Pod' ? [] : ['spec', 'template'];
    const containers = valueAt(manifest.object, [...root, 'spec', 'containers']);
    for (const [index, entry] of (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(containers).entries()) {
        const match = IMAGES.exec((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry).image) ?? '');
        const why = `image tag of ${match?.[1]} in ${manifest.ref.kind} ${manifest.ref.name}`;
        const found = read(match?.[2], why);
        if (found === null)
            continue;
        const path = [...root, 'spec', 'containers', index, 'image'];
        return { ...found, place: { manifest, path } };
    }
    return null;
}
function chartVersion(chartValues) {
    for (const values of chartValues) {
        for (const path of [['pilot', 'tag'], ['global', 'tag'], ['revision']]) {
            const found = read(valueAt(values, path), `${path.join('.')} of the chart's values`);
            if (found !== null)
                return found;
        }
    }
    return null;
}
/** Revisions are often named after the version that they run: `istio.io/rev: 1-24-3`. */
function revisionVersion(manifest) {
    if (manifest.ref.kind !== 'Namespace')
        return null;
    const why = `label istio.io/rev of Namespace ${manifest.ref.name}`;
    const found = read(manifest.labels['istio.io/rev'], why);
    if (found === null)
        return null;
    return { ...found, place: { manifest, path: ['metadata', 'labels', 'istio.io/rev'] } };
}
function read(value, why) {
    const full = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(value);
    const minor = full === undefined ? null : minorOf(full);
    if (full === undefined || minor === null)
        return null;
    return { minor, full, why, place: null, isKnown: true };
}
function valueAt(object, path) {
    let value = object;
    for (const key of path)
        value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(value)[key];
    return value;
}


/***/ }),

/***/ 876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ reporters)
});

// EXTERNAL MODULE: ./build/report/assumptions.js
var report_assumptions = __webpack_require__(27571);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(2251);
;// CONCATENATED MODULE: ./build/report/html-style.js
/** The one style sheet of the HTML report. The policy names its hash, so nothing else can style the page. */
const style = `:root{color-scheme:light dark;--line:#d0d7de;--dim:#59636e;--bad:#cf222e;--good:#1a7f37;--warn:#9a6700;--code:#eff1f3}
@media(prefers-color-scheme:dark){:root{--line:#3d444d;--dim:#9198a1;--bad:#ff7b72;--good:#57ab5a;--warn:#d29922;--code:#2a313c}}
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin-bottom:.3rem}
code,pre{font:13px/1.45 ui-monospace,monospace;background:var(--code);border-radius:4px;padding:.1em .3em;overflow-wrap:anywhere;white-space:pre-wrap}
table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.3rem 0 1.2rem}dt{color:var(--dim)}dd{margin:0}
.error,.block,.failed,.blocked{color:var(--bad)}.warning,.approve,.warn{color:var(--warn)}.pass,.clean{color:var(--good)}
footer{margin-top:3rem;color:var(--dim);font-size:.85rem}`;
/** SHA-256 of `style`, base64: what `style-src` of the policy allows. Proven by its test. */
const styleHash = 'sha256-+uo3XwrC6+pa17SPu5HWWTU0QlRwI0jnkU7AZCsZXBk=';

// EXTERNAL MODULE: ./build/report/mesh-words.js
var mesh_words = __webpack_require__(89638);
// EXTERNAL MODULE: ./build/report/order.js
var order = __webpack_require__(11283);
// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: ./build/report/request-words.js
var request_words = __webpack_require__(20986);
// EXTERNAL MODULE: ./build/report/state.js
var state = __webpack_require__(16034);
// EXTERNAL MODULE: ./build/report/words.js
var report_words = __webpack_require__(44702);
;// CONCATENATED MODULE: ./build/report/html.js










/**
 * One file that needs nothing else: no script, no image, no request, and a policy that would refuse them.
 * https://www.w3.org/TR/CSP3/
 */
const html = {
    id: 'html',
    render(unsafe, options) {
        const report = (0,redact/* redact */.E$)(unsafe);
        const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;
        const title = (0,report_escape/* escapeHtml */.ZD)((0,headline/* headline */.Pl)(report));
        return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1 class="${(0,state/* reportState */.m)(report)}">${title}</h1>
${[
            verdict(report),
            effects(report, options.links),
            findings(report, options.links),
            unknowns(report),
            compared(report),
            coverage(report)
        ]
            .filter(part => part !== '')
            .join('\n')}
<footer>${footer(report)}</footer>
</body>
</html>
`;
    }
};
function section(title, body) {
    return body === '' ? '' : `<section><h2>${title}</h2>\n${body}\n</section>`;
}
function list(items) {
    return items.length === 0
        ? ''
        : `<ul>\n${items.map(item => `<li>${item}</li>`).join('\n')}\n</ul>`;
}
function code(text) {
    return `<code>${(0,report_escape/* escapeHtml */.ZD)(text)}</code>`;
}
function place(at, side, links) {
    const label = code(`${at.file}:${at.start.line}:${at.start.column}`);
    const root = links?.[side];
    if (root === undefined)
        return label;
    const path = at.file
        .replace(/\p{Cs}/gu, '\ufffd')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
    return `<a href="${(0,report_escape/* escapeHtml */.ZD)(`${root}${path}#L${at.start.line}`)}">${label}</a>`;
}
function verdict(report) {
    const { outcome, reasons, waivers = [] } = report.verdict;
    const items = reasons.map(({ gate, level, message }) => `${code(gate)} <span class="${level}">${level}</span> ${(0,report_escape/* escapeHtml */.ZD)(message)}`);
    for (const { gate, target, reason, owner, expires } of waivers) {
        items.push(`waived: ${code(gate)} for ${code(target)}: ${(0,report_escape/* escapeHtml */.ZD)(reason)} (owner ${(0,report_escape/* escapeHtml */.ZD)(owner)}, until ${(0,report_escape/* escapeHtml */.ZD)(expires)})`);
    }
    return section('Verdict', `<p class="${outcome}">${report_words/* verdictWords */.L2[outcome]}</p>\n${list(items)}`);
}
function effects(report, links) {
    const items = (0,order/* effectsByRisk */.fO)(report.effects).map(effect => effectArticle(effect, links));
    return section(`Effects (${report.effects.length})`, items.join('\n'));
}
function effectArticle(effect, links) {
    const words = report_words/* effectWords */.zT[effect.kind];
    const subject = subjectText(effect.subject);
    const rows = [['requests', (0,report_escape/* escapeHtml */.ZD)(effect.region)]];
    for (const { facet, before, after } of effect.changes) {
        rows.push([(0,report_escape/* escapeHtml */.ZD)(facet), `${code(before)} → <strong>${code(after)}</strong>`]);
    }
    if (effect.witness !== null) {
        const { request, before, after } = effect.witness;
        rows.push(['request', code((0,request_words/* curl */.Vt)(request, effect.subject))], ['from', (0,report_escape/* escapeHtml */.ZD)((0,request_words/* describeCaller */.jU)(request.from))], ['before', (0,report_escape/* escapeHtml */.ZD)((0,request_words/* describeOutcome */.SS)(before))], ['after', (0,report_escape/* escapeHtml */.ZD)((0,request_words/* describeOutcome */.SS)(after))]);
    }
    for (const one of effect.behaviours ?? [])
        rows.push(['because', (0,report_escape/* escapeHtml */.ZD)((0,report_words/* behaviourText */.Lg)(one))]);
    for (const { at, side, note } of effect.causes) {
        rows.push(['because', `${place(at, side, links)} (${side}) ${(0,report_escape/* escapeHtml */.ZD)(note)}`]);
    }
    const meshes = (0,mesh_words/* meshesOf */.L)(effect);
    if (meshes.length > 1)
        rows.push(['meshes', meshes.map(mesh => code(mesh)).join(', ')]);
    const others = (0,mesh_words/* otherSubjects */.O)(effect);
    if (others.length > 0) {
        rows.push(['also', others.map(member => subjectText(member.subject)).join('; ')]);
    }
    rows.push(['certainty', effect.certainty], ['verify', code(effect.verify)], ['watch', code(effect.watch)]);
    rows.push(['roll back', (0,report_escape/* escapeHtml */.ZD)(effect.rollback)]);
    const body = rows
        .filter(([, value]) => value !== '' && value !== '<code></code>')
        .map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`);
    return `<article><h3>${words.title} ${words.preposition} ${subject}</h3>\n<dl>\n${body.join('\n')}\n</dl></article>`;
}
function subjectText({ name, namespace, gateway, port }) {
    return [
        code(name),
        namespace === undefined || namespace === '' ? '' : ` in ${code(namespace)}`,
        gateway === undefined ? '' : ` at gateway ${code(gateway)}`,
        port === undefined ? '' : `, port ${port}`
    ].join('');
}
function findings(report, links) {
    const groups = report.sides.base === null
        ? [['Findings', report.findings.remaining, 'head']]
        : [
            ['Findings introduced', report.findings.introduced, 'head'],
            ['Findings fixed', report.findings.resolved, 'base'],
            ['Findings already there', report.findings.remaining, 'head']
        ];
    return groups
        .map(([title, all, side]) => section(`${title} (${all.length})`, list((0,order/* findingsBySeverity */.fh)(all).map(finding => findingItem(finding, side, links)))))
        .filter(part => part !== '')
        .join('\n');
}
function findingItem(finding, side, links) {
    const codes = finding.sources.length === 0
        ? ''
        : ` (${finding.sources.map(one => (0,report_escape/* escapeHtml */.ZD)(one)).join(', ')})`;
    const related = finding.related.map(({ at, note }) => `${(0,report_escape/* escapeHtml */.ZD)(note)} ${place(at, side, links)}`);
    return `${place(finding.at, side, links)} <span class="${finding.severity}">${finding.severity}</span> ${(0,report_escape/* escapeHtml */.ZD)(finding.message)} ${code(finding.id)}${codes}${list(related)}`;
}
function unknowns(report) {
    const items = report.unknown.map(({ reason, message, at }) => `${at === null ? '' : `${place(at, 'head', undefined)} `}${report_words/* unknownWords */.ky[reason]}: ${(0,report_escape/* escapeHtml */.ZD)(message)}`);
    return section(`Not proven (${items.length})`, list(items));
}
function compared(report) {
    const { proxies, tables, classes, textOnly, assumptions } = report.unchanged;
    const items = [
        `${proxies} classes of proxies, ${(0,headline/* count */.U9)(tables, 'table')}, ${classes} request classes`
    ];
    for (const { name, sides } of report.meshes) {
        items.push(`mesh ${code(name)}: Istio ${(0,report_escape/* escapeHtml */.ZD)(sides.head.istio)} (${(0,report_escape/* escapeHtml */.ZD)(sides.head.why)})`);
    }
    for (const { line, items: each } of (0,report_assumptions/* foldAssumptions */.y)([...report.assumptions, ...assumptions])) {
        items.push(`${line}${each.length === 0 ? '' : `: ${each.map(code).join(', ')}`}`);
    }
    for (const { ref, what, file } of textOnly)
        items.push(`text only: ${code(ref)} ${(0,report_escape/* escapeHtml */.ZD)(what)} (${code(file)})`);
    return section('What was compared, and assumptions', list(items));
}
function coverage(report) {
    const { files, manifests, skipped } = report.coverage;
    const items = [`${(0,headline/* count */.U9)(files.head, 'file')}, ${(0,headline/* count */.U9)(manifests.head, 'object')} read`];
    for (const note of report.notes ?? [])
        items.push((0,report_escape/* escapeHtml */.ZD)(note));
    for (const { file, line, reason, detail } of skipped) {
        items.push(`skipped ${code(line === null ? file : `${file}:${line}`)}: ${report_words/* skipWords */.XY[reason]} ${(0,report_escape/* escapeHtml */.ZD)(detail)}`);
    }
    return section('What was read', list(items));
}
function footer({ sides, versions }) {
    const names = [sides.base, sides.head].flatMap(side => side === null ? [] : [code(side.commit ?? side.name)]);
    return `${names.join(' → ')} · Meshproof ${(0,report_escape/* escapeHtml */.ZD)(versions.meshproof)}`;
}

// EXTERNAL MODULE: ./build/report/json.js
var json = __webpack_require__(9665);
;// CONCATENATED MODULE: ./build/report/junit.js



/** JUnit XML: gates and findings as test cases, for systems that show test results. */
const junit = {
    id: 'junit',
    render(unsafe) {
        const report = (0,redact/* redact */.E$)(unsafe);
        const suites = [gateSuite(report), findingSuite(report)];
        const total = (pick) => {
            let sum = 0;
            for (const suite of suites)
                sum += pick(suite);
            return sum;
        };
        const lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            `<testsuites name="meshproof" tests="${total(({ cases }) => cases.length)}" failures="${total(failures)}" errors="${total(errors)}">`
        ];
        for (const suite of suites) {
            lines.push(`  <testsuite name="${suite.name}" tests="${suite.cases.length}" failures="${failures(suite)}" errors="${errors(suite)}">`);
            for (const one of suite.cases)
                lines.push(...caseLines(one));
            lines.push('  </testsuite>');
        }
        lines.push('</testsuites>');
        return `${lines.join('\n')}\n`;
    }
};
function failures({ cases }) {
    return cases.filter(one => one.failures.length > 0).length;
}
function errors({ cases }) {
    return cases.filter(one => one.error !== undefined).length;
}
/** A gate fails where it asks for a person: the levels `approve` and `error`. */
function gateSuite(report) {
    const { reasons, gates = [], outcome } = report.verdict;
    const names = new Set([...gates.map(({ gate }) => gate), ...reasons.map(({ gate }) => gate)]);
    const cases = [...names].sort(order/* byText */.z4).map(name => {
        const own = reasons.filter(({ gate }) => gate === name);
        const failed = own.filter(({ level }) => level === 'approve' || level === 'error');
        return {
            name,
            className: 'meshproof.gates',
            failures: failed.map(({ message }) => message),
            output: own.filter(reason => !failed.includes(reason)).map(({ message }) => message)
        };
    });
    if (outcome === 'error') {
        cases.push({
            name: 'analysis',
            className: 'meshproof.gates',
            failures: [],
            output: [],
            error: 'The analysis failed, nothing is proven.'
        });
    }
    return { name: 'gates', cases };
}
function findingSuite(report) {
    const { introduced, remaining } = report.findings;
    const shown = report.sides.base === null ? remaining : introduced;
    return { name: 'findings', cases: (0,order/* findingsBySeverity */.fh)(shown).map(findingCase) };
}
function findingCase(finding) {
    const { file, start } = finding.at;
    const text = `${file}:${start.line}:${start.column}: ${finding.message}`;
    const fails = finding.severity === 'error';
    return {
        name: `${finding.id} ${file}:${start.line}:${start.column}`,
        className: 'meshproof.findings',
        file,
        line: start.line,
        failures: fails ? [text] : [],
        output: fails ? [] : [`${finding.severity}: ${text}`]
    };
}
function caseLines({ name, className, file, line, failures, output, error }) {
    const place = file === undefined ? '' : ` file="${(0,report_escape/* escapeHtml */.ZD)(file)}" line="${line}"`;
    const open = `    <testcase classname="${className}" name="${(0,report_escape/* escapeHtml */.ZD)(name)}"${place}`;
    const inner = [];
    if (error !== undefined)
        inner.push(`      <error message="${(0,report_escape/* escapeHtml */.ZD)(error)}"/>`);
    const [first] = failures;
    if (first !== undefined) {
        inner.push(`      <failure message="${(0,report_escape/* escapeHtml */.ZD)(first, 200)}">${failures.map(text => (0,report_escape/* escapeHtml */.ZD)(text)).join('\n')}</failure>`);
    }
    if (output.length > 0) {
        inner.push(`      <system-out>${output.map(text => (0,report_escape/* escapeHtml */.ZD)(text)).join('\n')}</system-out>`);
    }
    return inner.length === 0 ? [`${open}/>`] : [`${open}>`, ...inner, '    </testcase>'];
}

// EXTERNAL MODULE: ./build/report/markdown.js + 3 modules
var markdown = __webpack_require__(5309);
// EXTERNAL MODULE: ./build/report/sarif.js + 1 modules
var sarif = __webpack_require__(91244);
// EXTERNAL MODULE: ./build/report/text.js
var report_text = __webpack_require__(13920);
;// CONCATENATED MODULE: ./build/report/index.js
// Derived from the files of this folder by __tests__/report/goldens.test.ts (`-u` writes it).






const reporters = {
    html: html,
    json: json/* json */.P,
    junit: junit,
    markdown: markdown.markdown,
    sarif: sarif.sarif,
    text: report_text/* text */.Q
};


/***/ }),

/***/ 91244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sarif: () => (/* binding */ sarif)
});

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/order.js
var report_order = __webpack_require__(11283);
;// CONCATENATED MODULE: ./build/report/page-of.js
/** The page of a finding, from the root of this program's repository. Those of rendering are one table. */
function pageOf(id) {
    return id.startsWith('render/') ? 'docs/configuration.md#rendering' : `docs/analyzers/${id}.md`;
}

// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: ./build/report/request-words.js
var request_words = __webpack_require__(20986);
// EXTERNAL MODULE: ./build/report/words.js
var report_words = __webpack_require__(44702);
;// CONCATENATED MODULE: ./build/report/sarif.js






/** GitHub keeps the 5,000 most severe results of an upload; what is left out is said in the run. */
const MOST_RESULTS = 5000;
/**
 * SARIF 2.1.0 for code scanning: the findings of head, the effects at the line that causes them, and what was
 * not understood. Findings that the change resolves are left out, so that their alerts close.
 */
const sarif = {
    id: 'sarif',
    render(unsafe, { pages }) {
        const report = (0,redact/* redact */.E$)(unsafe);
        const results = resultsOf(report, pages);
        const shown = results.slice(0, MOST_RESULTS);
        const rules = [...new Map(shown.map(({ rule }) => [rule.id, rule])).values()];
        rules.sort((a, b) => (0,report_order/* byText */.z4)(a.id, b.id));
        const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
        const log = {
            $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
            version: '2.1.0',
            runs: [
                {
                    tool: {
                        driver: { name: 'Meshproof', semanticVersion: report.versions.meshproof, rules }
                    },
                    columnKind: 'utf16CodeUnits',
                    automationDetails: { id: 'meshproof/' },
                    invocations: [
                        {
                            executionSuccessful: report.verdict.outcome !== 'error',
                            toolExecutionNotifications: notifications(report, results.length - shown.length)
                        }
                    ],
                    results: withOccurrence(shown).map(({ rule, ...result }) => ({
                        ruleId: rule.id,
                        ruleIndex: indexes.get(rule.id),
                        ...result
                    })),
                    properties: { verdict: report.verdict.outcome }
                }
            ]
        };
        return `${(0,report_escape/* jsonText */.s$)(log)}\n`;
    }
};
const LEVEL = {
    error: 'error',
    warning: 'warning',
    info: 'note'
};
function resultsOf(report, pages) {
    const { introduced, remaining } = report.findings;
    const compared = report.sides.base !== null;
    const all = [
        ...(0,report_order/* effectsByRisk */.fO)(report.effects).map(effectResult),
        ...(0,report_order/* findingsBySeverity */.fh)(introduced).map(one => findingResult(one, compared ? 'new' : undefined, pages)),
        ...(0,report_order/* findingsBySeverity */.fh)(remaining).map(one => findingResult(one, compared ? 'unchanged' : undefined, pages)),
        ...report.unknown.map(unknownResult)
    ];
    const order = { error: 0, warning: 1, note: 2 };
    return all.sort((a, b) => order[a.level] - order[b.level]);
}
function findingResult(finding, baselineState, pages) {
    return {
        rule: {
            ...rule(finding.id, finding.id, ['finding', ...finding.sources]),
            ...(pages !== undefined && { helpUri: `${pages}${pageOf(finding.id)}` })
        },
        level: LEVEL[finding.severity],
        message: { text: (0,report_escape/* sarifText */.BC)(finding.message) },
        locations: [sarif_location(finding.at)],
        ...(finding.related.length > 0 && {
            relatedLocations: finding.related.slice(0, 100).map(({ at, note }) => sarif_location(at, note))
        }),
        partialFingerprints: { 'meshproof/v1': finding.fingerprint },
        ...(baselineState !== undefined && { baselineState })
    };
}
function effectResult(effect) {
    const words = report_words/* effectWords */.zT[effect.kind];
    const parts = [`${words.title} ${words.preposition} ${effect.subject.name}: ${effect.region}.`];
    for (const { facet, before, after } of effect.changes)
        parts.push(`${facet}: ${before} → ${after}.`);
    if (effect.witness !== null) {
        const { request, before, after } = effect.witness;
        parts.push(`${(0,request_words/* curl */.Vt)(request, effect.subject)}: ${(0,request_words/* describeOutcome */.SS)(before)} → ${(0,request_words/* describeOutcome */.SS)(after)}.`);
    }
    // Code scanning shows an alert on a pull request only where its line is in the diff: head's cause first.
    const causes = [...effect.causes].sort((a, b) => (0,report_order/* byText */.z4)(b.side, a.side));
    const [first, ...others] = causes;
    return {
        rule: rule(`effect/${effect.kind}`, words.title, ['effect', effect.domain]),
        level: LEVEL[effect.severity],
        message: { text: (0,report_escape/* sarifText */.BC)(parts.join(' ')) },
        locations: first === undefined ? [] : [sarif_location(first.at)],
        ...(others.length > 0 && {
            relatedLocations: others
                .slice(0, 100)
                .map(({ at, side, note }) => sarif_location(at, `${side}: ${note}`))
        }),
        partialFingerprints: { 'meshproof/v1': effect.fingerprint }
    };
}
function unknownResult(unknown) {
    return {
        rule: rule(`unknown/${unknown.reason}`, report_words/* unknownWords */.ky[unknown.reason], ['unknown']),
        level: 'note',
        message: { text: (0,report_escape/* sarifText */.BC)(unknown.message) },
        locations: unknown.at === null ? [] : [sarif_location(unknown.at)],
        partialFingerprints: { 'meshproof/v1': unknown.fingerprint }
    };
}
function rule(id, text, tags) {
    // Code scanning shows at most ten tags.
    return {
        id,
        shortDescription: { text: (0,report_escape/* sarifText */.BC)(text) },
        properties: { tags: tags.slice(0, 10) }
    };
}
function sarif_location({ file, start, end }, note) {
    return {
        physicalLocation: {
            artifactLocation: { uri: uri(file), uriBaseId: '%SRCROOT%' },
            region: {
                startLine: start.line,
                startColumn: start.column,
                endLine: end.line,
                endColumn: end.column
            }
        },
        ...(note !== undefined && { message: { text: (0,report_escape/* sarifText */.BC)(note) } })
    };
}
/** A relative reference (RFC 3986): every segment encoded; a first segment with `:` would be a scheme. */
function uri(file) {
    const path = file.replace(/\p{Cs}/gu, '\ufffd');
    return path.split('/').map(encodeURIComponent).join('/');
}
/** Equal facts in one object are told apart by their number, or GitHub would fold them into one alert. */
function withOccurrence(results) {
    const seen = new Map();
    return results.map(result => {
        const key = `${result.rule.id} ${result.partialFingerprints['meshproof/v1']}`;
        const n = (seen.get(key) ?? 0) + 1;
        seen.set(key, n);
        if (n === 1)
            return result;
        const own = `${result.partialFingerprints['meshproof/v1']}:${n}`;
        return { ...result, partialFingerprints: { 'meshproof/v1': own } };
    });
}
function notifications(report, missing) {
    const texts = [];
    if (missing > 0)
        texts.push(`${missing} results of lower severity are left out.`);
    for (const { message, level } of report.verdict.reasons) {
        if (report.verdict.outcome === 'error' && level === 'error')
            texts.push(message);
    }
    return texts.slice(0, 20).map(text => ({ level: 'warning', message: { text: (0,report_escape/* sarifText */.BC)(text) } }));
}


/***/ })

};

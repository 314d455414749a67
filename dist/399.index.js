export const id = 399;
export const ids = [399,682];
export const modules = {

/***/ 49445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The known name that somebody meant, or undefined where none is near: at most a third of it is wrong. */
function nearest(name, known) {
    if (name.length > 64)
        return undefined;
    let best;
    let least = Math.max(1, Math.floor(name.length / 3)) + 1;
    for (const candidate of known) {
        if (Math.abs(candidate.length - name.length) >= least)
            continue;
        const far = distance(name.toLowerCase(), candidate.toLowerCase());
        if (far < least) {
            least = far;
            best = candidate;
        }
    }
    return best;
}
/** Edits (insert, delete, replace, swap of neighbours) between two short words. */
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                cost = Math.min(cost, at(before, j - 2) + 1);
            }
            row.push(cost);
        }
        before = last;
        last = row;
    }
    return at(last, b.length);
}
function at(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
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


/***/ })

};

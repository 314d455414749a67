export const id = 665;
export const ids = [665];
export const modules = {

/***/ 71665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain_explain)
});

// EXTERNAL MODULE: ./build/config/read.js + 3 modules
var read = __webpack_require__(52682);
// EXTERNAL MODULE: ./build/config/sides.js
var sides = __webpack_require__(23399);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/config/nearest.js
var nearest = __webpack_require__(49445);
// EXTERNAL MODULE: ./build/explain/callers.js
var explain_callers = __webpack_require__(30884);
;// CONCATENATED MODULE: ./build/explain/request.js



/** The field of a request, and the kind of value it wants. */
const FIELDS = {
    id: 'text',
    from: 'other',
    to: 'text',
    via: 'text',
    protocol: 'text',
    address: 'text',
    port: 'port',
    authority: 'text',
    method: 'text',
    path: 'text',
    headers: 'other',
    transport: 'text',
    sni: 'text',
    alpn: 'text',
    principal: 'text',
    ip: 'text',
    remoteIp: 'text',
    tokens: 'other',
    providers: 'other',
    now: 'text',
    url: 'text',
    jwt: 'other'
};
/**
 * A request as people and files write it: in full, or with the shorthands `url`, `from: "NS/ACCOUNT"` and `jwt`.
 * @param where for messages: `requests.jsonl:3`
 * @throws UserError that names the field
 */
function readRequest(value, where, callers) {
    if (!isRecord(value))
        throw new errors/* UserError */.y(`${where}: a request is an object.`, hint);
    for (const [key, member] of Object.entries(value)) {
        const kind = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined;
        if (kind === undefined) {
            const near = (0,nearest/* nearest */.p)(key, Object.keys(FIELDS));
            const meant = near === undefined ? '' : `; did you mean "${near}"?`;
            throw new errors/* UserError */.y(`${where}: unknown field "${key}"${meant}`, hint);
        }
        if (kind === 'text' && typeof member !== 'string')
            throw wrong(where, key, 'a string');
        if (kind === 'port' && !isPort(member))
            throw wrong(where, key, 'a port from 1 to 65535');
    }
    const field = (key) => {
        const member = value[key];
        return typeof member === 'string' ? member : undefined;
    };
    const url = field('url');
    const split = url === undefined ? null : splitUrl(url, where);
    const from = caller(value.from, where, callers);
    const protocol = oneOf(field('protocol') ?? split?.protocol ?? 'http', ['http', 'tcp'], where, 'protocol');
    const authority = field('authority') ?? split?.authority;
    const port = isPort(value.port) ? value.port : split?.port;
    if (port === undefined)
        throw new errors/* UserError */.y(`${where}: the request needs a "port", or a "url".`, hint);
    if (authority === undefined && protocol === 'http') {
        throw new errors/* UserError */.y(`${where}: the request needs an "authority", or a "url".`, hint);
    }
    // What the application sends; between proxies the mesh decides. A server asked alone hears its peer's proxy.
    const silent = field('to') === undefined ? 'plaintext' : 'mtls';
    const transport = field('transport') ?? split?.transport ?? silent;
    const tokens = [
        ...list(value.tokens, where),
        ...(value.jwt === undefined ? [] : [jwt(value.jwt, where)])
    ];
    const texts = {};
    for (const key of [
        'id',
        'to',
        'via',
        'address',
        'sni',
        'alpn',
        'principal',
        'ip',
        'remoteIp',
        'now'
    ]) {
        const text = field(key);
        if (text !== undefined)
            texts[key] = text;
    }
    if (texts.sni === undefined && split?.sni !== undefined)
        texts.sni = split.sni;
    return {
        ...texts,
        from,
        protocol,
        port,
        authority: authority ?? '',
        method: field('method') ?? 'GET',
        path: field('path') ?? split?.path ?? '/',
        headers: headers(value.headers, where),
        transport: oneOf(transport, ['mtls', 'plaintext', 'tls'], where, 'transport'),
        ...(tokens.length > 0 && { tokens }),
        ...(value.providers !== undefined && { providers: answers(value.providers, where) })
    };
}
/** `GET http://host/path`: method and url as a person types them. */
function readRequestLine(text) {
    const [, method = 'GET', url] = /^(?:([A-Z]+)\s+)?(\S.*)$/.exec(text.trim()) ?? [];
    if (url === undefined || !/^[a-z]+:\/\//.test(url)) {
        throw new errors/* UserError */.y(`--request "${text}" is no request.`, "Write it as 'GET http://host/path'.");
    }
    return { method, url };
}
/** Nothing is normalised: what stands between scheme and path is the authority, the rest the path as sent. */
function splitUrl(url, where) {
    const [, scheme, authority, rest = ''] = /^(https?|tcp|tls):\/\/([^/?#]*)([\s\S]*)$/.exec(url) ?? [];
    if (scheme === undefined || authority === undefined || authority === '') {
        throw new errors/* UserError */.y(`${where}: "${url}" is no address that can be asked.`, 'Write http://host:port/path, https://…, tcp://host:port or tls://host:port.');
    }
    const given = /:(\d{1,5})$/.exec(authority)?.[1];
    const port = given === undefined ? { http: 80, https: 443, tcp: undefined, tls: 443 }[scheme] : Number(given);
    if (port !== undefined && !isPort(port))
        throw wrong(where, 'url', 'an address with a port from 1 to 65535');
    const secure = scheme === 'https' || scheme === 'tls';
    return {
        protocol: scheme === 'tcp' || scheme === 'tls' ? 'tcp' : 'http',
        authority,
        port,
        path: rest === '' ? '/' : rest.startsWith('/') ? rest : `/${rest}`,
        transport: secure ? 'tls' : undefined,
        sni: secure ? serverName(authority) : undefined
    };
}
/** What a TLS client writes for the host of an address; nothing for an IP address. Source: RFC 6066 section 3. */
function serverName(authority) {
    const host = authority.replace(/:\d{1,5}$/, '').toLowerCase();
    return /^\[|^[\d.]+$/.test(host) ? undefined : host;
}
function caller(value, where, callers) {
    if (value === undefined) {
        throw new errors/* UserError */.y(`${where}: the request needs a "from".`, 'Say who calls: NS/SERVICEACCOUNT, gateway:NS/NAME or outside.');
    }
    if (typeof value === 'string')
        return (0,explain_callers/* readCaller */.w)(value, where, callers);
    if (isRecord(value)) {
        const { gateway, waypoint, namespace, serviceAccount, labels, pod } = value;
        if (typeof gateway === 'string')
            return { gateway };
        if (typeof waypoint === 'string')
            return { waypoint };
        if (typeof namespace === 'string') {
            return {
                namespace,
                ...(typeof serviceAccount === 'string' && { serviceAccount }),
                ...(isTextMap(labels) && { labels }),
                ...(typeof pod === 'string' && { pod })
            };
        }
    }
    throw wrong(where, 'from', 'a caller such as "shop/frontend" or {"gateway": "NS/NAME"}');
}
function headers(value, where) {
    if (value === undefined)
        return {};
    if (!isRecord(value))
        throw wrong(where, 'headers', 'a map of names to values');
    const result = Object.create(null);
    for (const [name, line] of Object.entries(value)) {
        if (typeof line === 'string')
            result[name] = line;
        else if (Array.isArray(line) && line.every(one => typeof one === 'string'))
            result[name] = line;
        else
            throw wrong(where, `headers.${name}`, 'a string or a list of strings');
    }
    return result;
}
function list(value, where) {
    if (value === undefined)
        return [];
    if (!Array.isArray(value))
        throw wrong(where, 'tokens', 'a list');
    return value.map(token => {
        if (!isRecord(token) || !isRecord(token.claims))
            throw wrong(where, 'tokens', 'a list of {claims, signature}');
        const signature = token.signature === 'broken' ? 'broken' : 'good';
        return {
            claims: token.claims,
            signature,
            ...(typeof token.in === 'string' && { in: token.in })
        };
    });
}
/** What providers of CUSTOM policies answer, by name. */
function answers(value, where) {
    if (!isTextMap(value))
        throw wrong(where, 'providers', 'a map of names to allow, deny or error');
    const result = Object.create(null);
    for (const [name, answer] of Object.entries(value)) {
        result[name] = oneOf(answer, ['allow', 'deny', 'error'], where, `providers.${name}`);
    }
    return result;
}
function jwt(value, where) {
    if (!isRecord(value))
        throw wrong(where, 'jwt', 'the claims of one good token');
    return { claims: value, signature: 'good' };
}
const hint = 'A request has from, url (or authority, port and path), method, headers, and what else docs/requests.md lists.';
function wrong(where, field, wanted) {
    return new errors/* UserError */.y(`${where}: "${field}" must be ${wanted}.`, hint);
}
function oneOf(value, known, where, field) {
    const found = known.find(one => one === value);
    if (found === undefined)
        throw wrong(where, field, `one of ${known.join(', ')}`);
    return found;
}
function isPort(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isTextMap(value) {
    return isRecord(value) && Object.values(value).every(one => typeof one === 'string');
}

// EXTERNAL MODULE: ./build/explain.js + 1 modules
var explain = __webpack_require__(73400);
// EXTERNAL MODULE: ./build/git/source-tree.js
var source_tree = __webpack_require__(43131);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/assumptions.js
var assumptions = __webpack_require__(27571);
// EXTERNAL MODULE: ./build/report/request-words.js
var request_words = __webpack_require__(20986);
;// CONCATENATED MODULE: ./build/report/outcome-text.js



/** The answer of `explain`: the outcome, each step with its line, what it rests on. */
function outcomeText(outcome, asked, look) {
    // An unknown outcome says so itself.
    const sure = outcome.certainty === 'assumed' ? ' (assumed)' : '';
    const lines = [look.strong((0,report_escape.plain)((0,request_words/* describeOutcome */.SS)(outcome))) + sure];
    const add = (label, value) => lines.push(`  ${look.dim(label.padEnd(14))} ${value}`);
    for (const { layer, text, file, line } of outcome.steps) {
        const at = file === undefined ? '' : ` ${(0,report_escape.plain)(file)}${line === undefined ? '' : `:${line}`}`;
        add((0,report_escape.plain)(layer), `${(0,report_escape.plain)(text)}${look.dim(at)}`);
    }
    if (outcome.path !== undefined)
        add('path', (0,report_escape.plain)(outcome.path));
    if (outcome.authority !== undefined)
        add('authority', (0,report_escape.plain)(outcome.authority));
    for (const [name, value] of Object.entries(outcome.settings ?? {})) {
        add((0,report_escape.plain)(name), (0,report_escape.plain)(typeof value === 'string' ? value : JSON.stringify(value)));
    }
    if (outcome.reason !== undefined && outcome.outcome !== 'unknown')
        add('because', (0,report_escape.plain)(outcome.reason));
    for (const { line, items } of (0,assumptions/* foldAssumptions */.y)(outcome.assumptions)) {
        add('assumed', `${line}${items.length === 0 ? '' : `: ${items.map(item => (0,report_escape.plain)(item)).join(', ')}`}`);
    }
    add('mesh', `${(0,report_escape.plain)(asked.mesh)}, Istio ${(0,report_escape.plain)(asked.istio.minor)} (${(0,report_escape.plain)(asked.istio.why)})`);
    return `${lines.join('\n')}\n`;
}

// EXTERNAL MODULE: ./build/report/paint.js
var paint = __webpack_require__(78495);
// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: ./build/cli/config-file.js
var config_file = __webpack_require__(38694);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(6222);
// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(38288);
// EXTERNAL MODULE: ./build/cli/rendering.js
var rendering = __webpack_require__(94997);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/cli/disk.js
var disk = __webpack_require__(4668);
;// CONCATENATED MODULE: ./build/cli/request-lines.js






/**
 * One answer a line, in the order of the requests.
 * @throws UserError with the line of the first request that cannot be read
 */
function answerLines(file, world, open) {
    const values = readLines(file, world);
    const [first] = values;
    const header = first === undefined ? null : headerOf(first.value, `${file}:${first.line}`);
    const asked = open(header ?? {});
    const answers = [];
    for (const { line, value } of header === null ? values : values.slice(1)) {
        const request = readRequest(value, `${file}:${line}`, asked.callers);
        answers.push(`${JSON.stringify((0,redact/* redact */.E$)(asked.answer(request)))}\n`);
    }
    return answers.join('');
}
function readLines(file, world) {
    const values = [];
    for (const [index, text] of readText(file, world).split('\n').entries()) {
        if (text.trim() === '')
            continue;
        try {
            values.push({ line: index + 1, value: JSON.parse(text) });
        }
        catch (error) {
            throw new errors/* UserError */.y(`${file}:${index + 1}: this line is no JSON.`, 'A request file holds one JSON object a line.', { cause: error });
        }
    }
    return values;
}
function readText(file, world) {
    try {
        return (0,external_node_fs_.readFileSync)(file === '-' ? 0 : (0,external_node_path_.resolve)(world.cwd, file), 'utf8');
    }
    catch (error) {
        const code = (0,disk/* systemCode */.x)(error);
        if (code === null)
            throw error;
        const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
        throw new errors/* UserError */.y(`--requests ${file} ${why}.`, 'Name a file of JSON lines, or - for standard input.', {
            cause: error
        });
    }
}
const KEYS = ['istio', 'flags', 'meshConfig'];
/** `null` where the line is a request. */
function headerOf(value, where) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return null;
    const keys = Object.keys(value);
    if (keys.length === 0 || !keys.every(key => KEYS.includes(key)))
        return null;
    const { istio, flags, meshConfig } = value;
    const bad = (key, wanted) => new errors/* UserError */.y(`${where}: "${key}" must be ${wanted}.`, 'The first line may hold istio, flags and meshConfig.');
    if (istio !== undefined && typeof istio !== 'string')
        throw bad('istio', 'a version such as "1.29"');
    if (flags !== undefined && !isMap(flags))
        throw bad('flags', 'a map of names to values');
    if (meshConfig !== undefined && !isMap(meshConfig))
        throw bad('meshConfig', 'a map');
    const texts = {};
    for (const [name, flag] of Object.entries(flags ?? {}))
        texts[name] = String(flag);
    return {
        ...(istio !== undefined && { istio }),
        flags: texts,
        // JSON that was just parsed.
        ...(meshConfig !== undefined && { meshConfig: meshConfig })
    };
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/cli/state.js
var state = __webpack_require__(38164);
;// CONCATENATED MODULE: ./build/cli/explain.js
















const { format: _, ...others } = flags/* commonOptions */.OP;
const options = {
    request: { type: 'string', short: 'r', value: "'GET URL'", help: 'the request' },
    from: {
        type: 'string',
        value: 'CALLER',
        help: 'NS/SERVICEACCOUNT, workload:NS/NAME, gateway:NS/NAME, outside'
    },
    header: {
        type: 'string',
        short: 'H',
        multiple: true,
        value: "'NAME: VALUE'",
        help: 'a header; may be repeated'
    },
    requests: {
        type: 'string',
        value: 'FILE',
        help: 'requests as JSON lines, answered as JSON lines'
    },
    mesh: { type: 'string', value: 'NAME', help: 'which mesh, where there are several' },
    format: {
        type: 'string',
        short: 'f',
        value: 'FORMAT',
        choices: ['text', 'json'],
        help: 'how the answer is written (default text)'
    },
    ...others
};
const explain_explain = {
    name: 'explain',
    summary: 'what becomes of one request, and why',
    usage: 'PATH…',
    about: `Follows a request through the configuration: which listener, virtual host and route take it, with the line
that says so, and who answers. What is not analysed yet answers unknown with the reason.`,
    options,
    async run(args, world) {
        const side = (0,state/* readState */.u)('explain', args.positionals, world);
        const named = (0,config_file/* namedConfig */.ec)(args, world);
        const { config } = named === null
            ? await (0,sides.configOfSides)({ base: null, head: side }, null, () => (0,config_file/* configSchema */.Qn)(world))
            : { config: await (0,read.readConfig)(named) };
        const mesh = args.text('mesh');
        const common = (0,flags/* commonInput */.oV)(args);
        const trees = { base: null, head: (0,source_tree/* directoryTree */.uY)(world.cwd) };
        const rendered = await (0,rendering/* renderedMeshes */.Z)((0,config_file/* withNamespace */.iY)(config, args), trees, args, world, null);
        const open = (head) => (0,explain/* explainer */.t)({
            side,
            rendered,
            config: {
                ...(0,config_file/* withNamespace */.iY)(config, args),
                meshConfig: head.meshConfig ?? config.meshConfig
            },
            features: { ...head.flags, ...common.features },
            ...(mesh !== undefined && { mesh }),
            ...versionOf(head, common.istio)
        });
        const file = args.text('requests');
        if (file !== undefined) {
            (0,output/* writeText */.x3)(answerLines(file, world, open), args, world);
            return 0;
        }
        const asked = open({});
        const outcome = (0,redact/* redact */.E$)(asked.explain(requestOf(args, asked)));
        const text = args.text('format') === 'json'
            ? `${(0,report_escape/* jsonText */.s$)(outcome)}\n`
            : outcomeText(outcome, asked, (0,paint/* paint */.n)((0,output/* wantsColor */.zK)(args, world)));
        (0,output/* writeText */.x3)(text, args, world);
        return 0;
    }
};
/** The flag goes before the file. */
function versionOf({ istio }, given) {
    if (given !== undefined)
        return { istio: given };
    if (istio === undefined)
        return {};
    return {
        istio: { minor: (0,flags/* knownMinor */.bH)(istio, 'the request file names Istio'), why: 'the request file' }
    };
}
function requestOf(args, { callers }) {
    const line = args.text('request');
    if (line === undefined) {
        throw new errors/* UserError */.y('`meshproof explain` needs a request.', "Write --request 'GET http://host/path', or --requests FILE.");
    }
    const headers = Object.create(null);
    for (const header of args.list('header')) {
        const [, name, value] = /^([^:\s]+):\s*(.*)$/.exec(header) ?? [];
        if (name === undefined || value === undefined) {
            throw new errors/* UserError */.y(`--header "${header}" is no header.`, "Write it as 'NAME: VALUE'.");
        }
        headers[name] = [...(headers[name] ?? []), value];
    }
    const from = args.text('from');
    if (from === undefined) {
        throw new errors/* UserError */.y('`meshproof explain` needs to know who calls.', 'Add --from NS/SERVICEACCOUNT, --from gateway:NS/NAME or --from outside.');
    }
    return readRequest({ ...readRequestLine(line), from, headers }, '--request', callers);
}


/***/ }),

/***/ 38164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _git_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42468);
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

/***/ 73400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ explainer)
});

// EXTERNAL MODULE: ./build/dataplane/answer.js + 1 modules
var answer = __webpack_require__(46647);
// EXTERNAL MODULE: ./build/dataplane/dataplane.js + 8 modules
var dataplane = __webpack_require__(48263);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/dataplane/answer-l4.js
var answer_l4 = __webpack_require__(69404);
// EXTERNAL MODULE: ./build/dataplane/evaluate.js + 2 modules
var evaluate = __webpack_require__(63435);
// EXTERNAL MODULE: ./build/dataplane/resolve.js
var resolve = __webpack_require__(3273);
// EXTERNAL MODULE: ./build/dataplane/trace-step.js
var trace_step = __webpack_require__(90703);
// EXTERNAL MODULE: ./build/dataplane/virtual-host-choice.js
var virtual_host_choice = __webpack_require__(26433);
// EXTERNAL MODULE: ./build/mesh/service.js
var service = __webpack_require__(4615);
;// CONCATENATED MODULE: ./build/explain/further.js







/**
 * The same answer with what would have taken the request at each layer, were the one that did not there, and with the
 * policy of each cluster. A proxy never falls back: this says which rule stands next, for whoever edits one.
 */
function withFurther(plane, request, outcome) {
    const { trace } = outcome;
    if (request.to !== undefined || trace?.listener === undefined)
        return outcome;
    const proxy = (0,answer/* proxyOf */.Ol)(plane, request);
    if (typeof proxy === 'string')
        return outcome;
    const isGateway = proxy.type === 'gateway';
    const address = request.address ?? (isGateway ? service/* UNSPECIFIED */.Ah : (0,resolve/* addressOfHost */.S)(plane, proxy, request.authority));
    const asked = { plane, view: plane.config(proxy), request, trace, address };
    return { ...outcome, steps: outcome.steps.flatMap(step => [step, ...furtherOf(step, asked)]) };
}
function furtherOf(step, asked) {
    switch (step.layer) {
        case 'listener':
            return nextListener(asked);
        case 'filter chain':
            return nextChain(asked);
        case 'virtual host':
            return nextHost(asked);
        case 'route':
            return nextRoute(asked);
        case 'cluster': {
            const cluster = asked.view.clusters.get(step.text);
            return cluster === undefined ? [] : [policyOf(cluster)];
        }
        default:
            return [];
    }
}
function listenerOf({ view, request, address }) {
    return (0,answer_l4/* chooseListener */.eE)(view, request.port, address);
}
function nextListener(asked) {
    const { view, request, address } = asked;
    const chosen = listenerOf(asked);
    const others = view.listenersOn(request.port).filter(one => one !== chosen);
    const next = others.find(one => one.address === address || one.address === service/* UNSPECIFIED */.Ah) ??
        (chosen === view.rest ? undefined : view.rest);
    return [{ layer: 'next listener', text: next?.name ?? 'none: the connection would be refused' }];
}
function nextChain(asked) {
    const { request, address } = asked;
    const listener = listenerOf(asked);
    const chosen = listener === undefined ? undefined : (0,answer_l4/* chainOf */.dR)(listener, request, address);
    if (listener === undefined || chosen === undefined)
        return [];
    const { defaultChain, ...rest } = listener;
    const left = {
        ...rest,
        filterChains: listener.filterChains.filter(chain => chain !== chosen),
        ...(defaultChain !== undefined && defaultChain !== chosen && { defaultChain })
    };
    const next = (0,answer_l4/* chainOf */.dR)(left, request, address);
    if (next === undefined) {
        return [{ layer: 'next chain', text: 'none: the connection would be reset' }];
    }
    return [(0,trace_step/* traceStep */.i)('next chain', chainText(next), next.origins[0])];
}
function chainText({ name, match, routeConfig, tcp }) {
    const names = match.sni === undefined ? '' : ` for ${match.sni.join(', ')}`;
    const to = routeConfig ?? tcp?.map(one => one.cluster).join(', ') ?? '';
    return `${name === '' ? (routeConfig === undefined ? 'bytes' : 'HTTP') : name}${names} to ${to}`;
}
function nextHost({ view, request, trace }) {
    const routes = view.routeConfigs.get(trace.routeConfig ?? '');
    const chosen = routes === undefined ? undefined : (0,virtual_host_choice/* chooseVirtualHost */.h)(routes, request.authority);
    if (routes === undefined || chosen === undefined)
        return [];
    const virtualHosts = routes.virtualHosts.filter(one => one !== chosen);
    const next = (0,virtual_host_choice/* chooseVirtualHost */.h)({ ...routes, virtualHosts }, request.authority);
    return next === undefined
        ? [{ layer: 'next host', text: 'none: 404' }]
        : [(0,trace_step/* traceStep */.i)('next host', next.name, next.origins[0])];
}
function nextRoute({ plane, view, request, trace }) {
    const routes = view.routeConfigs.get(trace.routeConfig ?? '');
    const host = routes === undefined ? undefined : (0,virtual_host_choice/* chooseVirtualHost */.h)(routes, request.authority);
    const index = trace.routeIndex;
    if (routes === undefined || host === undefined || index === undefined)
        return [];
    const rest = { ...host, requireTls: false, routes: host.routes.slice(index + 1) };
    const scheme = request.transport === 'tls' ? 'https' : 'http';
    const progress = { trace: {}, steps: [], scheme };
    const next = (0,evaluate/* evaluateRoutes */.k)(plane.mesh, view, { ...routes, virtualHosts: [rest] }, request, progress);
    const found = next.trace?.routeIndex;
    if (found === undefined)
        return [{ layer: 'next route', text: 'none: 404' }];
    const route = rest.routes[found];
    const name = route === undefined || route.name === '' ? '' : `, ${route.name}`;
    return [(0,trace_step/* traceStep */.i)('next route', `route ${index + 1 + found}${name}`, route?.origins[0])];
}
/** How the endpoints of a cluster are treated, and the DestinationRule that says so. */
function policyOf(cluster) {
    const blocks = { ...cluster.policy, tls: cluster.tls };
    const facets = Object.entries(blocks).map(([name, block]) => `${name} ${blockWords(block)}`);
    const own = cluster.origins.filter(({ manifest }) => manifest.ref.kind === 'DestinationRule');
    const rule = cluster.destinationRule === null
        ? "no DestinationRule, Istio's defaults"
        : `DestinationRule ${cluster.destinationRule}`;
    return (0,trace_step/* traceStep */.i)('policy', `${rule}: ${facets.join('; ')}`, own.at(-1));
}
/** `policy RANDOM, warmup {…}`: what a block holds, in its own words. */
function blockWords(block) {
    return Object.entries(block)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(', ');
}

// EXTERNAL MODULE: ./build/mesh/mesh.js + 3 modules
var mesh_mesh = __webpack_require__(95228);
// EXTERNAL MODULE: ./build/review/assumed-gateways.js
var assumed_gateways = __webpack_require__(69203);
// EXTERNAL MODULE: ./build/review/meshes.js + 3 modules
var review_meshes = __webpack_require__(50865);
// EXTERNAL MODULE: ./build/review/side.js + 2 modules
var side = __webpack_require__(7032);
;// CONCATENATED MODULE: ./build/explain.js








/**
 * Builds the mesh once; each request then costs only its own way. Pure.
 * @throws UserError where there are several meshes and none is named, or one that is not there or was not rendered
 */
function explainer(input) {
    const { meshes } = (0,review_meshes/* groupMeshes */.B)(null, input.side, input.config, input.rendered);
    const [first, ...others] = meshes;
    const wanted = input.mesh === undefined && others.length === 0
        ? first
        : meshes.find(({ name }) => name === input.mesh);
    if (wanted === undefined) {
        const names = meshes.map(({ name }) => name).join(', ');
        throw new errors/* UserError */.y(input.mesh === undefined
            ? `There are several meshes: ${names}.`
            : `There is no mesh named ${input.mesh}; there are: ${names}.`, 'Name one with --mesh, or give the folder of one mesh alone.');
    }
    refuseUnrendered(wanted.name, input.rendered ?? []);
    const { manifests } = wanted.head;
    const gateways = input.assumeGateways === true ? (0,assumed_gateways/* assumedGateways */.c)([], manifests).head : [];
    const mesh = (0,mesh_mesh/* buildMesh */.G)((0,side/* meshInput */.W)(wanted, 'head', [...manifests, ...gateways], input));
    const plane = (0,dataplane/* dataplane */.T)(mesh);
    return {
        mesh: wanted.name,
        istio: { minor: mesh.version.minor, why: mesh.version.why },
        callers: {
            workload: (namespace, name) => mesh.workloadsIn(namespace).find(one => one.name === name) ?? null,
            withServiceAccount: (namespace, serviceAccount) => mesh.workloadsIn(namespace).filter(one => one.serviceAccount === serviceAccount)
        },
        plane,
        answer: request => (0,answer/* answer */.ZF)(plane, request),
        explain: request => withFurther(plane, request, (0,answer/* answer */.ZF)(plane, request))
    };
}
/** A mesh without its objects would answer every request, and wrongly. */
function refuseUnrendered(name, rendered) {
    const head = rendered.find(({ mesh }) => mesh === name)?.head;
    if (head?.failed !== true)
        return;
    throw new errors/* UserError */.y(`The mesh ${name} could not be rendered: ${head.findings[0]?.message ?? 'its renderer failed'}`, 'Mend that first: nothing can be said of its requests.');
}


/***/ }),

/***/ 30884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readCaller)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

const FORMS = 'NS/SERVICEACCOUNT, workload:NS/NAME, gateway:NS/NAME, waypoint:NS/NAME or outside';
/**
 * The shorthands for where a request starts.
 * @throws UserError for another form, for a workload that is not there, and where one account has several workloads
 * that are configured differently
 */
function readCaller(text, where, callers) {
    if (text === 'outside')
        return 'outside';
    const [, form, namespace, name] = /^(?:(workload|gateway|waypoint):)?([^/:\s]+)\/([^/\s]+)$/.exec(text) ?? [];
    if (namespace === undefined || name === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${where}: "${text}" is no caller.`, `Write ${FORMS}.`);
    }
    if (form === 'gateway')
        return { gateway: `${namespace}/${name}` };
    if (form === 'waypoint')
        return { waypoint: `${namespace}/${name}` };
    if (form === 'workload') {
        const found = callers.workload(namespace, name);
        if (found === null) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${where}: there is no workload ${namespace}/${name} in the manifests.`, 'Name a Deployment, StatefulSet or another kind that makes pods, or give labels as JSON.');
        }
        const { labels, serviceAccount } = found;
        return { namespace, serviceAccount, labels };
    }
    return withServiceAccount(namespace, name, where, callers);
}
function withServiceAccount(namespace, serviceAccount, where, callers) {
    const found = callers.withServiceAccount(namespace, serviceAccount);
    const [first] = found;
    // An account that git does not know is taken as it is: a pod without labels that select anything.
    if (first === undefined)
        return { namespace, serviceAccount };
    const distinct = new Set(found.map(({ labels }) => JSON.stringify(Object.entries(labels).sort())));
    if (distinct.size > 1) {
        const names = found.map(({ name }) => `workload:${namespace}/${name}`).sort();
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${where}: several workloads with different labels run as ${namespace}/${serviceAccount}.`, `Name one of them: ${names.join(', ')}.`);
    }
    return { namespace, serviceAccount, labels: first.labels };
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


/***/ })

};

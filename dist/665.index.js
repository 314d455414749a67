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

// EXTERNAL MODULE: ./build/explain.js + 2 modules
var explain = __webpack_require__(83039);
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


/***/ })

};

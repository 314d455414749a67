export const id = 693;
export const ids = [693];
export const modules = {

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

/***/ 83039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ explainer)
});

// EXTERNAL MODULE: ./build/dataplane/dataplane.js + 6 modules
var dataplane = __webpack_require__(71341);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/dataplane/answer.js + 1 modules
var answer = __webpack_require__(46647);
// EXTERNAL MODULE: ./build/dataplane/gateway-config.js + 1 modules
var gateway_config = __webpack_require__(76361);
// EXTERNAL MODULE: ./build/mesh/ingress.js
var ingress = __webpack_require__(17379);
;// CONCATENATED MODULE: ./build/explain/arrival.js



/**
 * A request as its sender dials it. Outside the mesh people do not know which Gateway serves a host: it is the one
 * that answers. A gateway's address is that of its Service, whose port may lead to another one of the pods.
 */
function arrival(plane, request) {
    const { from, to } = request;
    if (to !== undefined || typeof from !== 'object') {
        return from === 'outside' && to === undefined
            ? atSomeGateway(plane, request)
            : asked(plane, request);
    }
    return 'gateway' in from ? atGateway(plane, request) : asked(plane, request);
}
function asked(plane, request) {
    return { request, outcome: (0,answer/* answer */.ZF)(plane, request) };
}
/** The port as it is given where something listens there, else the one to which the Service leads. */
function atGateway(plane, request) {
    const proxy = (0,answer/* proxyOf */.Ol)(plane, request);
    if (typeof proxy === 'string' || proxy.type !== 'gateway')
        return asked(plane, request);
    const view = plane.config(proxy);
    if (view.listenersOn(request.port).length > 0)
        return asked(plane, request);
    const servers = (0,gateway_config/* mergedGateway */.t)(plane.compilation, view.client).listeners.flatMap(listener => listener.servers);
    const led = servers.find(one => one.number === request.port);
    if (led === undefined || view.listenersOn(led.listenerPort).length === 0) {
        return asked(plane, request);
    }
    const found = asked(plane, { ...request, port: led.listenerPort });
    const text = `port ${request.port} of its Service leads to port ${led.listenerPort} of the pods`;
    const steps = [{ layer: 'gateway', text }, ...found.outcome.steps];
    return { ...found, outcome: { ...found.outcome, steps } };
}
const UNSERVED = new Set(['no-virtual-host', 'no-route']);
/** The first Gateway that routes it, else the first that takes the connection. */
function atSomeGateway(plane, request) {
    let taken = null;
    const tried = new Set();
    for (const { ref } of (0,ingress/* declared */.bu)(plane.mesh, 'Gateway')) {
        const gateway = `${ref.namespace}/${ref.name}`;
        const own = { ...request, from: { gateway } };
        const proxy = (0,answer/* proxyOf */.Ol)(plane, own);
        // The pods of several Gateways are asked once.
        if (typeof proxy === 'string' || tried.has(proxy.id))
            continue;
        tried.add(proxy.id);
        const found = atGateway(plane, own);
        const { outcome } = found.outcome;
        if (outcome === 'reset')
            continue;
        const said = { ...found, outcome: at(gateway, found.outcome) };
        if (!UNSERVED.has(outcome))
            return said;
        taken ??= said;
    }
    if (taken !== null)
        return taken;
    const { authority, port } = request;
    const reason = tried.size === 0
        ? 'no Gateway is in git, so nothing of the mesh takes requests from outside'
        : `no gateway of the mesh takes a connection for ${authority === '' ? 'it' : authority} on port ${port}`;
    return {
        request,
        outcome: {
            outcome: 'reset',
            destinations: [],
            steps: [],
            certainty: 'certain',
            assumptions: [],
            reason
        }
    };
}
function at(gateway, outcome) {
    return {
        ...outcome,
        steps: [{ layer: 'arrives at', text: `gateway ${gateway}` }, ...outcome.steps]
    };
}

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
var mesh_mesh = __webpack_require__(7751);
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
        answer: request => arrival(plane, request).outcome,
        explain: request => {
            const { request: arriving, outcome } = arrival(plane, request);
            return withFurther(plane, arriving, outcome);
        }
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

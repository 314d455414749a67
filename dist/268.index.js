export const id = 268;
export const ids = [268,537];
export const modules = {

/***/ 37268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  test: () => (/* binding */ test)
});

// EXTERNAL MODULE: ./build/config/read.js + 3 modules
var config_read = __webpack_require__(52682);
// EXTERNAL MODULE: ./build/config/sides.js
var sides = __webpack_require__(23399);
// EXTERNAL MODULE: ./build/dataplane/dataplane.js + 6 modules
var dataplane = __webpack_require__(71341);
// EXTERNAL MODULE: ./build/mesh/json.js
var json = __webpack_require__(99348);
;// CONCATENATED MODULE: ./build/dataplane/delegation.js

/**
 * The same mesh, in which every rule that delegates answers with the delegate's name: so a request shows to which
 * VirtualService it is handed, whether that one exists or not.
 */
function answeringDelegates(mesh) {
    const answering = new Map();
    return Object.create(mesh, {
        of: {
            value: (kind, group) => {
                const found = mesh.of(kind, group);
                if (kind !== 'VirtualService')
                    return found;
                const made = answering.get(kind) ?? found.map(answeringManifest);
                answering.set(kind, made);
                return made;
            }
        }
    });
}
function answeringManifest(manifest) {
    const rules = (0,json/* list */.p_)(manifest.spec.http);
    const delegates = rules.some(rule => (0,json/* map */.Tj)((0,json/* map */.Tj)(rule)?.delegate) !== undefined);
    if (!delegates || (0,json/* texts */.Te)(manifest.spec.hosts).length === 0)
        return manifest;
    const http = rules.map(rule => answeringRule(rule, manifest.ref.namespace));
    return Object.create(manifest, { spec: { value: { ...manifest.spec, http } } });
}
function answeringRule(rule, namespace) {
    const fields = (0,json/* map */.Tj)(rule);
    const delegate = (0,json/* map */.Tj)(fields?.delegate);
    if (fields === undefined || delegate === undefined)
        return rule;
    const { delegate: _, redirect: __, rewrite: ___, ...rest } = fields;
    const name = `${(0,json/* filled */.Bq)(delegate.namespace) ?? namespace}/${(0,json/* filled */.Bq)(delegate.name) ?? ''}`;
    return { ...rest, directResponse: { status: 200, body: { string: name } } };
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/dataplane/answer.js + 1 modules
var answer = __webpack_require__(46647);
// EXTERNAL MODULE: ./build/mesh/host.js
var mesh_host = __webpack_require__(65000);
// EXTERNAL MODULE: ./build/mesh/ingress.js
var ingress = __webpack_require__(17379);
// EXTERNAL MODULE: ./build/mesh/protocol.js
var mesh_protocol = __webpack_require__(70994);
// EXTERNAL MODULE: ./build/mesh/service.js
var service = __webpack_require__(4615);
// EXTERNAL MODULE: ./build/dataplane/answer-l4.js
var answer_l4 = __webpack_require__(69404);
// EXTERNAL MODULE: ./build/dataplane/proxies-gateway.js
var proxies_gateway = __webpack_require__(6578);
// EXTERNAL MODULE: ./build/dataplane/virtual-host-choice.js
var virtual_host_choice = __webpack_require__(26433);
// EXTERNAL MODULE: ./build/dataplane/virtual-service.js
var virtual_service = __webpack_require__(36080);
;// CONCATENATED MODULE: ./build/dataplane/entry.js









/**
 * Where a request enters that says no more than its host: the sidecar of a pod of the namespace whose VirtualService
 * binds the host to the mesh, else the gateway that it names, else a pod of the Service's own namespace.
 */
function entryOf(dataplane, wanted) {
    const { from, authority } = wanted;
    const host = hostOf(authority);
    if (from !== undefined && from !== 'outside') {
        return 'gateway' in from
            ? atGateway(dataplane, from, wanted)
            : atSidecar(dataplane, from, wanted);
    }
    const bound = (0,virtual_service/* virtualServices */.K)(dataplane.mesh).filter(one => takes(one, host, dataplane));
    for (const one of bound) {
        const gateway = one.gateways.find(name => name !== 'mesh');
        if (from === undefined && one.gateways.includes('mesh')) {
            const inMesh = atSidecar(dataplane, { namespace: one.namespace }, wanted);
            if (gateway === undefined || isRouted(dataplane, inMesh, authority))
                return inMesh;
        }
        if (gateway !== undefined)
            return atGateway(dataplane, { gateway }, wanted);
    }
    if (from === 'outside')
        return { from, ...plain(portOf(authority) ?? wanted.port ?? 80) };
    const [service] = dataplane.mesh.registry.byHost(host);
    const namespace = service?.namespace ?? namespaceIn(host) ?? 'default';
    return atSidecar(dataplane, { namespace }, wanted);
}
/** Does some virtual host of the sidecar take the host? A name that no registry knows needs a service on port 80. */
function isRouted(dataplane, entry, authority) {
    return (0,answer/* answer */.ZF)(dataplane, { ...probe, ...entry, authority }).trace?.virtualHost !== undefined;
}
/** Names are compared as clients write them too: `reviews` and `reviews.prod`. */
function takes({ hosts }, host, { mesh }) {
    const domain = mesh.config.clusterDomain;
    return hosts.some(written => {
        const full = written.toLowerCase();
        return (0,mesh_host/* overlaps */.$f)(full, host) || (full.startsWith(`${host}.`) && full.endsWith(`.svc.${domain}`));
    });
}
function atSidecar(dataplane, from, { authority, port }) {
    const given = port ?? portOf(authority);
    if (given !== undefined)
        return { from, ...plain(given) };
    const { mesh } = dataplane;
    const host = hostOf(authority);
    const domain = mesh.config.clusterDomain;
    const namespace = 'namespace' in from ? from.namespace : '';
    const names = [(0,mesh_host/* qualify */.Ss)(host, namespace, domain), `${host}.svc.${domain}`, `${host}.${domain}`];
    for (const name of names) {
        const ports = mesh.registry
            .byHost(name)
            .flatMap(service => service.ports)
            .filter(({ protocol }) => (0,mesh_protocol/* isHttpOrSniffed */.$p)(protocol))
            .map(({ number }) => number);
        if (ports.length === 0)
            continue;
        return { from, ...plain(ports.includes(80) ? 80 : Math.min(...ports)) };
    }
    return { from, ...plain(80) };
}
/** The listener whose virtual hosts take the host: in plaintext where that is no mere redirect, else over TLS. */
function atGateway(dataplane, from, wanted) {
    const { authority } = wanted;
    const sni = hostOf(authority);
    const view = viewOf(dataplane, from.gateway);
    const candidates = [];
    const redirecting = [];
    for (const listener of view?.listeners ?? []) {
        if (wanted.port !== undefined && listener.port !== wanted.port)
            continue;
        for (const transport of ['plaintext', 'tls']) {
            if ((wanted.scheme === 'https') !== (transport === 'tls') && wanted.scheme !== undefined)
                continue;
            const asked = { ...probe, authority, transport, sni };
            const routes = (0,answer_l4/* chainOf */.dR)(listener, asked, service/* UNSPECIFIED */.Ah)?.routeConfig;
            const config = routes === undefined ? undefined : view?.routeConfigs.get(routes);
            const host = config && (0,virtual_host_choice/* chooseVirtualHost */.h)(config, authority);
            if (host === undefined)
                continue;
            const entry = {
                from,
                port: listener.port,
                transport,
                ...(transport === 'tls' && { sni })
            };
            if (host.requireTls && transport === 'plaintext')
                redirecting.push(entry);
            else
                candidates.push(entry);
        }
    }
    const [found] = [...candidates, ...redirecting];
    if (found !== undefined)
        return found;
    const isTls = wanted.scheme === 'https';
    const port = wanted.port ?? (isTls ? 443 : 80);
    return isTls ? { from, port, transport: 'tls', sni } : { from, ...plain(port) };
}
const probe = {
    from: 'outside',
    protocol: 'http',
    port: 0,
    authority: '',
    method: 'GET',
    path: '/',
    headers: {},
    transport: 'plaintext'
};
function viewOf(dataplane, key) {
    const slash = key.indexOf('/');
    const [namespace, name] = [key.slice(0, slash), key.slice(slash + 1)];
    const { mesh } = dataplane;
    const workload = mesh.workloadsIn(namespace).find(one => one.name === name);
    const classes = (0,proxies_gateway/* gatewayClasses */.f)([mesh]);
    const resource = (0,ingress/* declared */.bu)(mesh, 'Gateway').find(({ ref }) => ref.namespace === namespace && ref.name === name);
    const proxy = workload !== undefined
        ? classes.find(({ id }) => id === `gateway ${key}`)
        : resource && classes.find(({ labels }) => selectsAll(resource.spec.selector, labels));
    return proxy === undefined ? undefined : dataplane.config(proxy);
}
function selectsAll(selector, labels) {
    if (typeof selector !== 'object' || selector === null)
        return true;
    return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
function plain(port) {
    return { port, transport: 'plaintext' };
}
function hostOf(authority) {
    return authority.replace(/:\d+$/, '').toLowerCase();
}
function portOf(authority) {
    const port = /:(\d{1,5})$/.exec(authority)?.[1];
    return port === undefined ? undefined : Number(port);
}
function namespaceIn(host) {
    return /^[^.]+\.([^.]+)\.svc\./.exec(host)?.[1];
}

// EXTERNAL MODULE: ./build/mesh/selector.js
var mesh_selector = __webpack_require__(99999);
;// CONCATENATED MODULE: ./build/dataplane/without-proxy.js



/**
 * A request of a pod that has no proxy: nothing routes it, the Service's pods receive it as it is sent. Pods that
 * differ in what they let in give `unknown`, since chance decides which of them is asked.
 */
function answerWithoutProxy(dataplane, namespace, request) {
    const { mesh } = dataplane;
    const domain = mesh.config.clusterDomain;
    const host = request.authority.replace(/:\d+$/, '').toLowerCase();
    const names = [(0,mesh_host/* qualify */.Ss)(host, namespace, domain), `${host}.svc.${domain}`, `${host}.${domain}`];
    const service = names.flatMap(name => [...mesh.registry.byHost(name)])[0];
    const selector = service?.selector ?? null;
    if (service === undefined || selector === null) {
        return unknown(`${host} is no Service whose pods git holds`);
    }
    const port = service.ports.find(({ number }) => number === request.port);
    if (port === undefined)
        return unknown(`${host} has no port ${request.port}`);
    const answers = [];
    for (const workload of mesh.workloadsIn(service.namespace)) {
        if (!(0,mesh_selector/* selects */.ko)(selector, workload.labels))
            continue;
        const target = port.targetPort ?? port.number;
        const number = typeof target === 'number'
            ? target
            : workload.ports.find(({ name }) => name === target)?.number;
        if (number === undefined)
            return unknown(`${workload.name} has no port named ${target}`);
        const to = `${workload.namespace}/${workload.name}`;
        answers.push((0,answer/* answer */.ZF)(dataplane, { ...request, from: { namespace }, to, port: number }));
    }
    const [first] = answers;
    if (first === undefined)
        return unknown(`git holds no pod of ${host}`);
    if (answers.some(({ outcome }) => outcome !== first.outcome)) {
        return unknown(`the pods of ${host} do not let in the same`);
    }
    const { host: served } = service;
    const destination = { cluster: '', host: served, port: request.port, weight: 1 };
    return first.outcome === 'served' ? { ...first, destinations: [destination] } : first;
}
function unknown(reason) {
    return {
        outcome: 'unknown',
        destinations: [],
        steps: [],
        certainty: 'unknown',
        assumptions: [],
        reason
    };
}

// EXTERNAL MODULE: ./build/fingerprint.js
var fingerprint = __webpack_require__(34584);
;// CONCATENATED MODULE: ./build/expectations/judge.js
/** What of an expectation a request misses, and what configuration does not decide. */
class Judge {
    misses = [];
    undecided = [];
    compared = 0;
    /** One requirement, met or not. */
    require(what, met, wanted, got) {
        this.compared += 1;
        if (!met)
            this.misses.push({ what, wanted, got });
    }
    /** The application or chance decides, not the configuration. */
    leave(what) {
        this.undecided.push(what);
    }
}
function faultOf(fault) {
    return (fault ?? {}); // dataplane/outcome-settings copies it so
}

;// CONCATENATED MODULE: ./build/expectations/words.js

/** What became of a request, in a few words. */
function outcomeWords({ outcome, status, reason, decidedBy }) {
    const by = decidedBy?.ref === undefined ? '' : ` by ${decidedBy.ref.namespace}/${decidedBy.ref.name}`;
    const code = status === undefined ? '' : ` (${status})`;
    const why = reason === undefined ? '' : `: ${reason}`;
    return `${outcome}${code}${outcome === 'denied' ? by : ''}${why}`;
}
/** Where a request goes, and where it does not arrive, why. */
function destinationWords(outcome) {
    const { destinations } = outcome;
    if (destinations.length === 0)
        return outcomeWords(outcome);
    let sum = 0;
    for (const { weight } of destinations)
        sum += weight;
    const parts = destinations.map(({ host, port, subset, weight }) => {
        const share = destinations.length === 1 ? '' : ` (${round((100 * weight) / sum)} %)`;
        return `${host}:${port}${subset === undefined ? '' : ` subset ${subset}`}${share}`;
    });
    return parts.join(', ');
}
/** Settings of a rule as one line of JSON. */
function settingsWords(value) {
    return value === undefined ? 'none' : (0,fingerprint/* canonical */.$)(value);
}
function round(value) {
    return Math.round(value * 100) / 100;
}

;// CONCATENATED MODULE: ./build/expectations/judge-headers.js

/** Headers that the configuration sets, adds or removes; all others are the client's or the application's. */
function judgeHeaders(judge, { requestHeaders, responseHeaders }, request, outcome) {
    const operations = operationsOf(outcome);
    if (requestHeaders !== undefined) {
        const received = outcome.outcome === 'served' ? receivedHeaders(request, outcome) : null;
        for (const [name, wanted] of Object.entries(requestHeaders)) {
            const got = received?.get(name.toLowerCase());
            const met = received !== null && (wanted === null ? got === undefined : got === wanted);
            const shown = received === null ? outcomeWords(outcome) : (got ?? 'absent');
            judge.require(`request header ${name}`, met, wanted ?? 'absent', shown);
        }
    }
    for (const [name, wanted] of Object.entries(responseHeaders ?? {})) {
        judgeResponseHeader(judge, name, wanted, operations.map(one => one.response ?? {}));
    }
}
function judgeResponseHeader(judge, name, wanted, operations) {
    const key = name.toLowerCase();
    const set = operations.flatMap(({ set }) => set?.[key] ?? []);
    const added = operations.flatMap(({ add }) => add?.[key] ?? []);
    const removed = operations.some(({ remove }) => remove?.includes(key) === true);
    const what = `response header ${name}`;
    const last = set.at(-1);
    if (wanted === null) {
        if (set.length > 0 || added.length > 0) {
            judge.require(what, false, 'absent', [...set, ...added].join(', '));
        }
        else if (removed)
            judge.require(what, true, 'absent', 'removed');
        else
            judge.leave(`${what}: the application writes it`);
        return;
    }
    if (last !== undefined)
        judge.require(what, last === wanted, wanted, last);
    else if (added.includes(wanted))
        judge.require(what, true, wanted, wanted);
    else if (removed)
        judge.require(what, false, wanted, 'removed');
    else
        judge.leave(`${what}: the application writes it`);
}
/** What the application is sent: removals first, then what is set, then what is added. */
function receivedHeaders(request, outcome) {
    const headers = new Map();
    for (const [name, value] of Object.entries(request.headers)) {
        headers.set(name.toLowerCase(), typeof value === 'string' ? value : value.join(','));
    }
    for (const { request: operation = {} } of operationsOf(outcome)) {
        for (const name of operation.remove ?? [])
            headers.delete(name);
        for (const [name, value] of Object.entries(operation.set ?? {}))
            headers.set(name, value);
        for (const [name, value] of Object.entries(operation.add ?? {})) {
            const known = headers.get(name);
            const added = typeof value === 'string' ? value : value.join(',');
            headers.set(name, known === undefined ? added : `${known},${added}`);
        }
    }
    for (const [name, value] of Object.entries(outcome.upstreamHeaders ?? {})) {
        if (value === null)
            headers.delete(name);
        else
            headers.set(name, value);
    }
    return headers;
}
/** The route's, then those of the only destination: which of several is chosen, chance decides. */
function operationsOf({ settings, destinations }) {
    const own = destinations.length === 1 ? destinations[0]?.headers : undefined;
    // dataplane/headers.ts makes both of this shape.
    return [settings?.headers, own].filter(one => one !== undefined);
}

// EXTERNAL MODULE: ./build/dataplane/headers.js
var headers = __webpack_require__(93787);
// EXTERNAL MODULE: ./build/dataplane/outcome-settings.js
var outcome_settings = __webpack_require__(33383);
// EXTERNAL MODULE: ./build/dataplane/settings.js
var dataplane_settings = __webpack_require__(48440);
;// CONCATENATED MODULE: ./build/expectations/judge-rule.js





/**
 * What a file of istio-config-validator asserts. That program compares the text of the rule; here the rule is compared
 * as Istio reads it, so that a short host equals its full name and weights are shares. With `wantMatch: false` every
 * part that is given must differ, as there.
 */
function judgeRule({ rule, wantMatch }, answered) {
    const misses = [];
    const parts = partsOf(rule, answered);
    for (const { name, equal, wanted, got } of parts) {
        if (equal === wantMatch)
            continue;
        misses.push({ what: name, wanted: wantMatch ? wanted : `anything but ${wanted}`, got });
    }
    return { misses, undecided: remarks(rule, answered), compared: parts.length };
}
/** Where Istio goes on from the rule that was asked for, or never takes it. */
function remarks(rule, { outcome, route, delegate }) {
    const found = [];
    const fails = outcome.outcome !== 'served' && outcome.destinations.length > 0;
    if (rule.route !== undefined && fails)
        found.push(`the request does not arrive: ${outcomeWords(outcome)}`);
    const isDropped = route === null || route.action.kind === 'passthrough' || route.action.kind === 'blackhole';
    const to = isDropped ? delegate() : null;
    if (to !== null) {
        found.push(`the rule delegates to ${to}, and Istio drops it: no such VirtualService, or their matches conflict (two paths of which one is a regex, or a path outside the root's)`);
    }
    return found;
}
function partsOf(rule, { outcome, route, delegate }) {
    const parts = [];
    const written = ruleOf(route);
    const add = (name, equal, wanted, got) => {
        parts.push({ name, equal, wanted: settingsWords(wanted), got });
    };
    if (rule.route !== undefined) {
        parts.push({
            name: 'route',
            equal: sameRoute(rule.route, outcome.destinations),
            wanted: rule.route.length === 0 ? 'no destination' : rule.route.map(writtenWords).join(', '),
            got: destinationWords(outcome)
        });
    }
    const { settings } = outcome;
    if (rule.redirect !== undefined) {
        const equal = same(rule.redirect, written.redirect) || sameRedirect(rule.redirect, outcome);
        add('redirect', equal, rule.redirect, settingsWords(outcome.redirect ?? written.redirect));
    }
    if (rule.rewrite !== undefined) {
        const equal = same(rule.rewrite, written.rewrite) || sameRewrite(rule.rewrite, route);
        add('rewrite', equal, rule.rewrite, settingsWords(written.rewrite));
    }
    if (rule.fault !== undefined) {
        const wanted = (0,dataplane_settings/* fault */.DG)(rule.fault);
        const meant = wanted === undefined ? undefined : (0,outcome_settings/* outcomeSettings */.C)({ fault: wanted }).fault;
        const equal = same(rule.fault, written.fault) || (meant !== undefined && same(meant, settings?.fault));
        add('fault', equal, rule.fault, settingsWords(settings?.fault));
    }
    if (rule.headers !== undefined) {
        const meant = (0,headers/* headerOperations */.qx)(rule.headers).operations;
        const equal = same(rule.headers, written.headers) || (meant !== undefined && same(meant, settings?.headers));
        add('headers', equal, rule.headers, settingsWords(settings?.headers));
    }
    if (rule.delegate !== undefined) {
        const got = delegate();
        const wanted = delegateName(rule.delegate);
        const equal = got !== null && (got === wanted || got.endsWith(`/${wanted}`));
        parts.push({ name: 'delegate', equal, wanted, got: got ?? 'none' });
    }
    return parts;
}
/** The http rule of the VirtualService that made the route, as it is written. */
function ruleOf(route) {
    const [place] = route?.origins ?? [];
    const [, section, index] = place?.path ?? [];
    if (place === undefined || section !== 'http' || typeof index !== 'number')
        return {};
    const { spec } = place.manifest; // a cause may be no manifest
    const rules = spec?.http;
    const rule = Array.isArray(rules) ? rules[index] : undefined;
    return typeof rule === 'object' && rule !== null && !Array.isArray(rule) ? rule : {};
}
function same(a, b) {
    return b !== undefined && (0,fingerprint/* canonical */.$)(a) === (0,fingerprint/* canonical */.$)(b);
}
function shareOf(entry) {
    const destination = mapOf(entry.destination);
    const port = mapOf(destination.port).number;
    return {
        host: textOf(destination.host),
        subset: textOf(destination.subset),
        port: typeof port === 'number' ? port : undefined,
        weight: typeof entry.weight === 'number' ? entry.weight : 0,
        headers: entry.headers === undefined ? undefined : mapOf(entry.headers)
    };
}
/** A destination of weight zero takes nothing where others have weight. */
function sameRoute(wanted, given) {
    const all = wanted.map(shareOf);
    const sum = total(all);
    const taking = all.length === 1 || sum === 0 ? all : all.filter(({ weight }) => weight > 0);
    if (taking.length !== given.length)
        return false;
    const whole = total(given);
    const left = [...given];
    for (const share of taking) {
        const index = left.findIndex(one => {
            const part = taking.length === 1 || sum === 0 ? 1 : share.weight / sum;
            const own = given.length === 1 || sum === 0 ? 1 : one.weight / whole;
            return isMeant(share, one) && Math.abs(part - own) < 1e-6;
        });
        if (index < 0)
            return false;
        left.splice(index, 1);
    }
    return true;
}
function total(shares) {
    let sum = 0;
    for (const { weight } of shares)
        sum += weight;
    return sum;
}
function isMeant(share, given) {
    if (!sameHost(share.host, given.host))
        return false;
    if ((given.subset ?? '') !== share.subset)
        return false;
    if (share.port !== undefined && share.port !== given.port)
        return false;
    if (share.headers === undefined)
        return true;
    const meant = (0,headers/* headerOperations */.qx)(share.headers).operations;
    return meant === undefined || given.headers === undefined || same(meant, given.headers);
}
/** A name without a dot is a Service of some namespace: which one, the rule has decided. */
function sameHost(written, full) {
    const [a, b] = [written.toLowerCase(), full.toLowerCase()];
    if (a === b)
        return true;
    const rest = b.startsWith(`${a}.`) ? b.slice(a.length + 1) : '';
    return a.includes('.') ? rest.startsWith('svc.') : /^[^.]+\.svc\./.test(rest);
}
/** Source: route.go ApplyRedirect; a port that the scheme implies is left out there. */
function sameRedirect(wanted, { redirect }) {
    if (redirect === undefined)
        return false;
    const code = typeof wanted.redirectCode === 'number' ? wanted.redirectCode : 301;
    const port = typeof wanted.port === 'number' ? wanted.port : undefined;
    return (redirect.status === (code === 0 ? 301 : code) &&
        (redirect.scheme ?? '') === textOf(wanted.scheme) &&
        (redirect.host ?? '') === textOf(wanted.authority) &&
        (redirect.path ?? '') === textOf(wanted.uri) &&
        (port === undefined || redirect.port === undefined || redirect.port === port));
}
function sameRewrite(wanted, route) {
    const action = route?.action;
    if (action?.kind !== 'forward')
        return false;
    const { pathRewrite, authorityRewrite } = action;
    const regex = wanted.uriRegexRewrite === undefined ? null : mapOf(wanted.uriRegexRewrite);
    const path = regex === null
        ? textOf(wanted.uri) === (pathRewrite?.kind === 'prefix' ? pathRewrite.value : '')
        : pathRewrite?.kind === 'regex' &&
            pathRewrite.pattern === textOf(regex.match) &&
            pathRewrite.substitution === textOf(regex.rewrite);
    return path && textOf(wanted.authority) === (authorityRewrite ?? '');
}
function delegateName(wanted) {
    const namespace = textOf(wanted.namespace);
    return `${namespace === '' ? '' : `${namespace}/`}${textOf(wanted.name)}`;
}
function writtenWords(entry) {
    const { host, subset, port, weight } = shareOf(entry);
    const at = `${host}${port === undefined ? '' : `:${port}`}${subset === '' ? '' : ` subset ${subset}`}`;
    return weight === 0 ? at : `${at} (weight ${weight})`;
}
function mapOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value // a map: neither null nor a list
        : {};
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./build/expectations/judge-timing.js


/** How long a request takes at least and at most, and how often it is tried, as far as the route says so. */
function judgeTiming(judge, { minDuration, maxDuration, attempts }, outcome) {
    const delay = faultOf(outcome.settings?.fault).delay;
    const least = delay !== undefined && delay.percent >= 100 ? delay.milliseconds : 0;
    const most = milliseconds(outcome.settings?.timeout);
    if (minDuration !== undefined) {
        if (least >= minDuration)
            judge.require('minDuration', true, '', '');
        else if (most !== null && most < minDuration) {
            judge.require('minDuration', false, `${minDuration}ms`, `a timeout of ${most}ms`);
        }
        else
            judge.leave('minDuration: the application takes its time');
    }
    if (maxDuration !== undefined) {
        if (least > maxDuration) {
            judge.require('maxDuration', false, `${maxDuration}ms`, `a delay of ${least}ms`);
        }
        else if (most !== null) {
            // The delay of a fault comes before the timeout of the route begins.
            judge.require('maxDuration', least + most <= maxDuration, `${maxDuration}ms`, `${least + most}ms`);
        }
        else
            judge.leave('maxDuration: the route has no timeout');
    }
    if (attempts !== undefined) {
        if (outcome.outcome !== 'served') {
            judge.require('attempts', false, String(attempts), outcomeWords(outcome));
            return;
        }
        const tries = triesOf(outcome);
        judge.require('attempts', tries === attempts, String(attempts), String(tries));
    }
}
/** The first try and its repetitions; Istio's own default repeats twice. Source: pilot route/retry/retry.go. */
function triesOf({ settings }) {
    const retries = settings?.retries;
    if (retries === 'off')
        return 1;
    const given = retries?.attempts;
    return 1 + (typeof given === 'number' ? given : 2);
}
function milliseconds(duration) {
    if (duration === undefined)
        return null;
    let total = 0;
    for (const [, amount = '', unit = ''] of duration.matchAll(/([\d.]+)(ms|h|m|s)/g)) {
        total += Number(amount) * ({ ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[unit] ?? 0);
    }
    return total;
}

;// CONCATENATED MODULE: ./build/expectations/judge-expect.js






/** The block `expect` against what the mesh would do with one request. */
function judgeExpectation(expect, request, outcome) {
    const judge = new Judge();
    if (expect.status !== undefined)
        judgeStatus(judge, expect.status, outcome);
    if (expect.denied !== undefined)
        judgeDenied(judge, expect.denied, outcome);
    if (expect.destination !== undefined)
        judgeDestination(judge, expect.destination, outcome);
    if (expect.distribution !== undefined)
        judgeDistribution(judge, expect.distribution, outcome);
    judgeReceived(judge, expect, outcome);
    judgeResponse(judge, expect, request, outcome);
    judgeHeaders(judge, expect, request, outcome);
    judgeTiming(judge, expect, outcome);
    if (expect.mirroredTo !== undefined)
        judgeMirrors(judge, expect.mirroredTo, outcome);
    return judge;
}
/** An application that is reached is taken to answer 2xx: that it is reached is what configuration decides. */
function judgeStatus(judge, wanted, outcome) {
    const status = statusOf(outcome);
    if (status === null) {
        const reached = outcome.outcome === 'served' || outcome.outcome === 'passthrough';
        if (reached) {
            judge.require('status', wanted < 300, String(wanted), 'what the application answers');
        }
        else
            judge.require('status', false, String(wanted), `${outcomeWords(outcome)}, no answer`);
        return;
    }
    judge.require('status', status === wanted, String(wanted), outcomeWords({ ...outcome, status }));
}
/** A fault that aborts every request decides before the application does. */
function statusOf({ status, settings, missingStatus, outcome }) {
    const abort = faultOf(settings?.fault).abort;
    if (abort !== undefined && abort.percent >= 100)
        return abort.httpStatus ?? null;
    if (outcome === 'served' && missingStatus !== undefined)
        return null;
    return status ?? null;
}
const denials = {
    rbac: 'denied',
    jwt: 'unauthenticated',
    tls: 'reset'
};
function judgeDenied(judge, wanted, outcome) {
    const kind = outcome.outcome;
    const refused = Object.values(denials).includes(kind);
    const met = typeof wanted === 'boolean' ? refused === wanted : kind === denials[wanted];
    judge.require('denied', met, String(wanted), outcomeWords(outcome));
}
function judgeDestination(judge, wanted, outcome) {
    const { host, subset, port } = wanted;
    const met = outcome.outcome === 'served' &&
        outcome.missingStatus === undefined &&
        outcome.destinations.length > 0 &&
        outcome.destinations.every(one => sameHost(host, one.host) &&
            (subset === undefined || (one.subset ?? '') === subset) &&
            (port === undefined || one.port === port));
    const at = `${host}${port === undefined ? '' : `:${port}`}${subset === undefined ? '' : ` subset ${subset}`}`;
    const arrives = outcome.outcome === 'served' ? '' : ` (${outcomeWords(outcome)})`;
    judge.require('destination', met, at, `${destinationWords(outcome)}${arrives}`);
}
function judgeDistribution(judge, wanted, outcome) {
    let sum = 0;
    for (const { weight } of outcome.destinations)
        sum += weight;
    const shares = new Map();
    for (const { host, subset, weight } of outcome.destinations) {
        const name = subset ?? host;
        shares.set(name, (shares.get(name) ?? 0) + (sum === 0 ? 0 : (100 * weight) / sum));
    }
    const left = new Map(shares);
    let met = outcome.outcome === 'served';
    for (const [name, percent] of Object.entries(wanted)) {
        const key = left.has(name) ? name : [...left.keys()].find(known => sameHost(name, known));
        const share = key === undefined ? 0 : (left.get(key) ?? 0);
        if (key !== undefined)
            left.delete(key);
        if (Math.abs(share - percent) > 0.01)
            met = false;
    }
    if ([...left.values()].some(share => share > 0.01))
        met = false;
    const got = [...shares].map(([name, share]) => `${name} ${round(share)} %`).join(', ');
    judge.require('distribution', met, Object.entries(wanted)
        .map(([name, percent]) => `${name} ${percent} %`)
        .join(', '), got === '' ? outcomeWords(outcome) : got);
}
function judgeReceived(judge, { mtls, path, authority }, outcome) {
    if (mtls !== undefined) {
        if (outcome.transport === undefined && outcome.outcome === 'served') {
            judge.leave('mtls: git does not hold the pods that are reached');
        }
        else {
            const met = (outcome.transport === 'mtls') === mtls;
            judge.require('mtls', met, String(mtls), outcome.transport ?? outcomeWords(outcome));
        }
    }
    if (path !== undefined) {
        judge.require('path', outcome.path === path, path, outcome.path ?? outcomeWords(outcome));
    }
    if (authority !== undefined) {
        const got = outcome.authority ?? outcomeWords(outcome);
        judge.require('authority', outcome.authority === authority, authority, got);
    }
}
function judgeResponse(judge, { location, body }, request, outcome) {
    if (location !== undefined) {
        const got = locationOf(request, outcome);
        judge.require('location', got === location, location, got ?? outcomeWords(outcome));
    }
    if (body === undefined)
        return;
    if (outcome.outcome === 'direct-response') {
        const got = outcome.response?.body ?? '';
        judge.require('body', got === body, (0,fingerprint/* canonical */.$)(body), (0,fingerprint/* canonical */.$)(got));
    }
    else if (outcome.outcome === 'served' || outcome.outcome === 'passthrough') {
        judge.leave('body: the application writes it');
    }
    else
        judge.require('body', false, (0,fingerprint/* canonical */.$)(body), outcomeWords(outcome));
}
/** The header as Envoy writes it. Source: Envoy router config_impl.cc newUri, http/utility.cc createSslRedirectPath. */
function locationOf(request, { redirect, trace }) {
    if (redirect === undefined)
        return null;
    const own = request.transport === 'tls' ? 'https' : 'http';
    const scheme = redirect.scheme ?? own;
    const [, name = request.authority, given] = /^(.*?)(?::(\d+))?$/.exec(request.authority) ?? [];
    // The port of the request stays, unless it is the old scheme's own; a redirect of the whole host keeps it always.
    const isOwn = scheme !== own && trace?.routeIndex !== undefined && given === ownPort[own];
    const kept = redirect.host === undefined && !isOwn ? given : undefined;
    const port = redirect.port ?? kept;
    const query = request.path.includes('?') ? request.path.slice(request.path.indexOf('?')) : '';
    const path = redirect.path === undefined ? request.path : withQuery(redirect.path, query);
    return `${scheme}://${redirect.host ?? name}${port === undefined ? '' : `:${port}`}${path}`;
}
const ownPort = { http: '80', https: '443' };
/** A path with a query of its own replaces both. */
function withQuery(path, query) {
    return path.includes('?') ? path : `${path}${query}`;
}
function judgeMirrors(judge, wanted, outcome) {
    const mirrors = (outcome.settings?.mirrors ?? []).map(({ cluster }) => String(cluster));
    const names = mirrors.map(cluster => {
        const [, , subset = '', host = cluster] = cluster.split('|');
        return { host, subset, words: subset === '' ? host : `${host}/${subset}` };
    });
    const met = wanted.length === names.length &&
        wanted.every(one => {
            const [host = '', subset] = one.split('/');
            return names.some(name => sameHost(host, name.host) && (subset === undefined || subset === name.subset));
        });
    const shown = names.map(({ words }) => words).join(', ');
    judge.require('mirroredTo', met, wanted.join(', ') || 'nothing', shown || 'nothing');
}

;// CONCATENATED MODULE: ./build/expectations/run.js






/** The time that tests are asked at: tokens that name none do not expire, expired ones ended before. */
const TEST_TIME = '2025-01-01T00:00:00Z';
/** More combinations than this in one case are a mistake. */
const MAX_REQUESTS = 10_000;
/**
 * Asks every request of a case. What cannot be told is `unknown` and never passes; what only a running mesh shows is
 * left undecided, and a case of nothing else is skipped.
 */
function runCase(test, tested) {
    const reason = skipReason(test);
    if (reason !== null)
        return { test, status: 'skipped', reason, requests: [] };
    const results = [];
    let compared = 0;
    let isUnknown = false;
    for (const request of requestsOf(test, tested)) {
        const outcome = test.from?.kind === 'bare'
            ? answerWithoutProxy(tested.plane, test.from.namespace, request)
            : (0,answer/* answer */.ZF)(tested.plane, request);
        if (outcome.outcome === 'unknown') {
            isUnknown = true;
            results.push({ request, outcome, misses: [], undecided: [] });
            continue;
        }
        const judged = judgements(test, tested, request, outcome);
        for (const one of judged)
            compared += one.compared;
        results.push({
            request,
            outcome,
            misses: judged.flatMap(({ misses }) => misses),
            undecided: judged.flatMap(({ undecided }) => undecided)
        });
    }
    if (results.some(({ misses }) => misses.length > 0)) {
        return { test, status: 'failed', requests: results };
    }
    if (isUnknown)
        return { test, status: 'unknown', requests: results };
    if (compared > 0)
        return { test, status: 'passed', requests: results };
    const live = [...new Set(results.flatMap(({ undecided }) => undecided))];
    const why = live.length === 0 ? 'it asserts nothing' : `only a running mesh shows ${live.join('; ')}`;
    return { test, status: 'skipped', reason: why, requests: results };
}
function skipReason({ skipReason, modes }) {
    if (skipReason !== undefined)
        return skipReason;
    return modes.includes('offline') ? null : 'it is for a running mesh alone';
}
function judgements(test, tested, request, outcome) {
    const route = (0,answer/* routeOf */.Lu)(tested.plane, request, outcome);
    const delegate = () => {
        const asked = (0,answer/* answer */.ZF)(tested.delegating(), request);
        // Only the marked rules answer 200 with a name.
        const body = asked.outcome === 'direct-response' ? asked.response?.body : undefined;
        return asked.status === 200 && body !== undefined ? body : null;
    };
    const byRule = judgeRule(test, { outcome, route, delegate });
    return test.expect === null ? [byRule] : [byRule, judgeExpectation(test.expect, request, outcome)];
}
function* requestsOf(test, tested) {
    const { request } = test;
    const where = `${test.file}:${test.line}`;
    const from = callerOf(test.from, tested, where);
    let count = 0;
    for (const uri of request.uri) {
        for (const authority of request.authority) {
            for (const method of request.method) {
                count += 1;
                if (count > MAX_REQUESTS)
                    throw tooMany(where);
                const { port, scheme } = request;
                const entry = entryOf(tested.plane, {
                    authority,
                    ...(port !== undefined && { port }),
                    ...(scheme !== undefined && { scheme }),
                    ...(from !== undefined && { from })
                });
                yield {
                    ...entry,
                    ...(request.sni !== undefined && { sni: request.sni }),
                    protocol: request.protocol,
                    authority,
                    method,
                    path: uri,
                    headers: headersOf(request, entry),
                    ...(request.tokens.length > 0 && { tokens: request.tokens, now: TEST_TIME })
                };
            }
        }
    }
}
/** A client names its scheme itself; at a gateway the connection says it. */
function headersOf({ headers, scheme }, { from }) {
    const isGateway = from === 'outside' || 'gateway' in from;
    return scheme === undefined || isGateway ? headers : { ...headers, ':scheme': scheme };
}
function tooMany(where) {
    return new errors/* UserError */.y(`${where}: the lists of this case make more than ${MAX_REQUESTS} requests.`, 'Split it into several cases.');
}
function callerOf(from, tested, where) {
    switch (from?.kind) {
        case undefined:
            return undefined;
        case 'caller':
            return from.caller;
        case 'shorthand':
            return tested.caller(from.text, where);
        case 'bare':
            return { namespace: from.namespace };
    }
}

// EXTERNAL MODULE: ./build/explain/callers.js
var explain_callers = __webpack_require__(30884);
// EXTERNAL MODULE: ./build/explain.js + 2 modules
var explain = __webpack_require__(83039);
// EXTERNAL MODULE: ./build/git/source-tree.js
var source_tree = __webpack_require__(43131);
// EXTERNAL MODULE: ./build/report/paint.js
var paint = __webpack_require__(78495);
// EXTERNAL MODULE: ./build/cli/config-file.js
var config_file = __webpack_require__(38694);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(6222);
// EXTERNAL MODULE: ./build/cli/output.js
var output = __webpack_require__(38288);
// EXTERNAL MODULE: ./build/cli/rendering.js
var rendering = __webpack_require__(94997);
// EXTERNAL MODULE: ./build/cli/state.js
var cli_state = __webpack_require__(38164);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/expectations/fields.js

/** Readers of fields that say where a value of another shape stands. */
function textField(placed, name) {
    if (placed === undefined || placed.value === null)
        return undefined;
    if (typeof placed.value === 'string')
        return placed.value;
    throw wrong(placed, name, 'a text');
}
function booleanField(placed, name) {
    if (placed === undefined || placed.value === null)
        return undefined;
    if (typeof placed.value === 'boolean')
        return placed.value;
    throw wrong(placed, name, 'true or false');
}
function numberField(placed, name, { from, to, whole = true }) {
    if (placed === undefined || placed.value === null)
        return undefined;
    const { value } = placed;
    if (typeof value === 'number' && value >= from && value <= to) {
        if (!whole || Number.isInteger(value))
            return value;
    }
    throw wrong(placed, name, `a ${whole ? 'whole ' : ''}number from ${from} to ${to}`);
}
/** One text, or a list of them. */
function textsField(placed, name) {
    if (placed === undefined || placed.value === null)
        return [];
    if (typeof placed.value === 'string')
        return [placed.value];
    if (placed.items === null)
        throw wrong(placed, name, 'a list of texts');
    return placed.items.map(item => {
        // `method: [ON]` reads as a boolean to YAML 1.1 alone; a number is what somebody typed for a text.
        if (typeof item.value === 'string')
            return item.value;
        throw wrong(item, name, 'a list of texts');
    });
}
/** Texts by name; numbers and booleans are taken as they are written, as istio-config-validator does not. */
function textMapField(placed, name) {
    const result = Object.create(null);
    for (const [key, value] of Object.entries(nullableMapField(placed, name))) {
        result[key] = value ?? '';
    }
    return result;
}
/** The same, where `null` means something. */
function nullableMapField(placed, name) {
    const result = Object.create(null);
    if (placed === undefined || placed.value === null)
        return result;
    if (!isMapped(placed))
        throw wrong(placed, name, 'a map of names to values');
    for (const [key, { value, where }] of placed.members) {
        if (value === null || typeof value === 'string')
            result[key] = value;
        else if (typeof value === 'number' || typeof value === 'boolean')
            result[key] = String(value);
        else
            throw new errors/* UserError */.y(`${where}: "${name}.${key}" must be a text.`, hint);
    }
    return result;
}
/** Part of an Istio object as JSON. */
function objectField(placed, name) {
    if (placed === undefined || placed.value === null)
        return undefined;
    if (!isMapped(placed))
        throw wrong(placed, name, 'a map, as in a VirtualService');
    // Values of YAML are JSON: maps, lists, texts, numbers, booleans and null.
    return placed.value;
}
function objectsField(placed, name) {
    if (placed === undefined || placed.value === null)
        return undefined;
    if (placed.items === null)
        throw wrong(placed, name, 'a list, as in a VirtualService');
    return placed.items.map(item => {
        if (!isMapped(item))
            throw wrong(item, name, 'a list of maps, as in a VirtualService');
        return item.value; // checked: a map
    });
}
function isMapped({ value }) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function wrong({ where }, name, wanted) {
    return new errors/* UserError */.y(`${where}: "${name}" must be ${wanted}.`, hint);
}
const hint = 'docs/tests.md shows what a test file holds.';
/** The name of a field in JSON for the name that the proto has. */
function camel(value) {
    if (Array.isArray(value))
        return value.map(camel);
    if (typeof value !== 'object' || value === null)
        return value;
    const result = {};
    for (const [key, member] of Object.entries(value)) {
        const name = protoNames.has(key)
            ? key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase())
            : key;
        result[name] = camel(member);
    }
    return result;
}
/** Fields of HTTPRoute's parts that are written otherwise in JSON; names of headers stay as they are. */
const protoNames = new Set([
    'redirect_code',
    'derive_port',
    'prefix_rewrite',
    'uri_regex_rewrite',
    'fixed_delay',
    'exponential_delay',
    'http_status',
    'grpc_status',
    'http2_error'
]);

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/expectations/place.js


/** More values than this are no test file. */
const MAX_VALUES = 200_000;
/** @throws UserError where the text is no YAML, with the line */
function placedDocuments(file, text) {
    const lines = new dist/* LineCounter */.HN();
    const documents = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter: lines, prettyErrors: false });
    if ('empty' in documents)
        return [];
    const placed = [];
    for (const document of documents) {
        const [error] = document.errors;
        if (error !== undefined) {
            const { line, col } = lines.linePos(error.pos[0]);
            throw new errors/* UserError */.y(`${file}:${line}:${col}: the test file is not valid YAML: ${error.message}`, 'Correct the line.');
        }
        placed.push(placedDocument(file, document, lines));
    }
    return placed;
}
function placedDocument(file, document, lines) {
    let count = 0;
    const walk = (node, near) => {
        count += 1;
        if (count > MAX_VALUES) {
            throw new errors/* UserError */.y(`${file} holds more than ${MAX_VALUES} values (aliases counted as often as they are used).`, 'Split it into several test files.');
        }
        // The library's own type of what an alias leads to is a node.
        const target = node !== null && node !== undefined && 'source' in node ? resolved(node) : node;
        const line = lineOf(node, near);
        const where = `${file}:${line}`;
        if ((0,dist/* isMap */.jh)(target)) {
            const members = new Map();
            for (const { key, value } of target.items) {
                const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : String(key);
                const at = (0,dist/* isScalar */.jn)(key) ? lineOf(key, line) : line;
                // Values of a parsed map are nodes or absent.
                members.set(name, { ...walk(value, at), line: at, where: `${file}:${at}` });
            }
            const value = Object.fromEntries([...members].map(([name, one]) => [name, one.value]));
            return { value, where, line, members, items: null };
        }
        if (target !== null && target !== undefined && 'items' in target) {
            // Items of a parsed sequence are nodes.
            const items = target.items.map(item => walk(item, line));
            return { value: items.map(one => one.value), where, line, members: new Map(), items };
        }
        const value = (0,dist/* isScalar */.jn)(target) ? target.value : null;
        return { value, where, line, members: new Map(), items: null };
    };
    const resolved = (node) => 'resolve' in node && typeof node.resolve === 'function' ? node.resolve(document) : node;
    const lineOf = (node, near) => node?.range === null || node?.range === undefined ? near : lines.linePos(node.range[0]).line;
    return walk(document.contents, 1);
}

;// CONCATENATED MODULE: ./build/expectations/read-caller.js


const CALLER = ['namespace', 'serviceAccount', 'labels', 'pod', 'sidecar', 'gateway', 'outside'];
const JWT = ['issuer', 'audience', 'claims', 'expired', 'signature'];
/** Who calls: a shorthand of docs/requests.md, or its parts. */
function readCallerField(placed) {
    if (placed === undefined || placed.value === null)
        return null;
    if (typeof placed.value === 'string')
        return { kind: 'shorthand', text: placed.value };
    if (!isMapped(placed))
        throw wrong(placed, 'from', 'a caller, such as shop/frontend');
    refuseUnknown(placed, 'from', CALLER);
    const field = (name) => placed.members.get(name);
    const gateway = textField(field('gateway'), 'from.gateway');
    if (gateway !== undefined)
        return { kind: 'caller', caller: { gateway } };
    if (booleanField(field('outside'), 'from.outside') === true) {
        return { kind: 'caller', caller: 'outside' };
    }
    const namespace = textField(field('namespace'), 'from.namespace');
    if (namespace === undefined) {
        throw wrong(placed, 'from', 'a caller with a namespace, a gateway, or outside: true');
    }
    if (booleanField(field('sidecar'), 'from.sidecar') === false)
        return { kind: 'bare', namespace };
    const serviceAccount = textField(field('serviceAccount'), 'from.serviceAccount');
    const labels = textMapField(field('labels'), 'from.labels');
    const pod = textField(field('pod'), 'from.pod');
    if (serviceAccount !== undefined && field('labels') === undefined && pod === undefined) {
        return { kind: 'shorthand', text: `${namespace}/${serviceAccount}` };
    }
    return {
        kind: 'caller',
        caller: {
            namespace,
            ...(serviceAccount !== undefined && { serviceAccount }),
            ...(field('labels') !== undefined && { labels }),
            ...(pod !== undefined && { pod })
        }
    };
}
/** One token of a test; an expired one ended long before the time that tests are asked at. */
function readTokens(placed) {
    if (placed === undefined || placed.value === null)
        return [];
    if (!isMapped(placed))
        throw wrong(placed, 'jwt', 'a map of issuer, audience and claims');
    refuseUnknown(placed, 'jwt', JWT);
    const field = (name) => placed.members.get(name);
    const issuer = textField(field('issuer'), 'jwt.issuer');
    const audience = textsField(field('audience'), 'jwt.audience');
    const claims = field('claims');
    if (claims !== undefined && !isMapped(claims))
        throw wrong(claims, 'jwt.claims', 'a map');
    const signature = textField(field('signature'), 'jwt.signature') ?? 'good';
    if (signature !== 'good' && signature !== 'broken') {
        throw wrong(field('signature') ?? placed, 'jwt.signature', 'good or broken');
    }
    const expired = booleanField(field('expired'), 'jwt.expired') === true;
    return [
        {
            claims: {
                ...(issuer !== undefined && { iss: issuer }),
                ...(audience.length > 0 && { aud: audience.length === 1 ? audience[0] : audience }),
                ...(expired && { exp: 946_684_800 }),
                ...claims?.value // a map, see above
            },
            signature
        }
    ];
}
/** Keys of ours are never ignored: a misspelt one would assert nothing. */
function refuseUnknown(placed, name, known) {
    for (const [key, { where }] of placed.members) {
        if (known.includes(key))
            continue;
        throw new errors/* UserError */.y(`${where}: unknown key "${key}" in "${name}"; known are ${known.join(', ')}.`, hint);
    }
}

;// CONCATENATED MODULE: ./build/expectations/read-expect.js



const EXPECT = [
    'status',
    'destination',
    'distribution',
    'denied',
    'mtls',
    'path',
    'authority',
    'requestHeaders',
    'responseHeaders',
    'location',
    'body',
    'minDuration',
    'maxDuration',
    'attempts',
    'mirroredTo'
];
/** The block `expect` of a case. */
function readExpectation(placed) {
    if (placed === undefined || placed.value === null)
        return null;
    if (!isMapped(placed))
        throw wrong(placed, 'expect', 'a map');
    refuseUnknown(placed, 'expect', EXPECT);
    const field = (name) => placed.members.get(name);
    const given = (name) => field(name) !== undefined;
    const texts = {
        path: textField(field('path'), 'expect.path'),
        authority: textField(field('authority'), 'expect.authority'),
        location: textField(field('location'), 'expect.location'),
        body: textField(field('body'), 'expect.body')
    };
    return defined({
        status: numberField(field('status'), 'expect.status', { from: 100, to: 599 }),
        destination: readDestination(field('destination')),
        distribution: readDistribution(field('distribution')),
        denied: readDenied(field('denied')),
        mtls: booleanField(field('mtls'), 'expect.mtls'),
        ...texts,
        requestHeaders: given('requestHeaders')
            ? nullableMapField(field('requestHeaders'), 'expect.requestHeaders')
            : undefined,
        responseHeaders: given('responseHeaders')
            ? nullableMapField(field('responseHeaders'), 'expect.responseHeaders')
            : undefined,
        minDuration: readDuration(field('minDuration'), 'expect.minDuration'),
        maxDuration: readDuration(field('maxDuration'), 'expect.maxDuration'),
        attempts: numberField(field('attempts'), 'expect.attempts', { from: 1, to: 1000 }),
        mirroredTo: given('mirroredTo')
            ? textsField(field('mirroredTo'), 'expect.mirroredTo')
            : undefined
    });
}
function readDestination(placed) {
    if (placed === undefined || placed.value === null)
        return undefined;
    if (typeof placed.value === 'string')
        return { host: placed.value };
    if (!isMapped(placed))
        throw wrong(placed, 'expect.destination', 'a host, or {host, subset, port}');
    refuseUnknown(placed, 'expect.destination', ['host', 'subset', 'port']);
    const host = textField(placed.members.get('host'), 'expect.destination.host');
    if (host === undefined)
        throw wrong(placed, 'expect.destination', 'a map with a host');
    const written = placed.members.get('port');
    // `port: {number: 80}` is how a VirtualService writes it.
    const inner = written !== undefined && isMapped(written) ? written.members.get('number') : written;
    const port = numberField(inner, 'expect.destination.port', { from: 1, to: 65535 });
    const subset = textField(placed.members.get('subset'), 'expect.destination.subset');
    return { host, ...(subset !== undefined && { subset }), ...(port !== undefined && { port }) };
}
function readDistribution(placed) {
    if (placed === undefined || placed.value === null)
        return undefined;
    if (!isMapped(placed))
        throw wrong(placed, 'expect.distribution', 'a map of subsets to percent');
    const shares = {};
    let sum = 0;
    for (const [name, value] of placed.members) {
        const where = `expect.distribution.${name}`;
        const share = numberField(value, where, { from: 0, to: 100, whole: false }) ?? 0;
        shares[name] = share;
        sum += share;
    }
    if (Math.abs(sum - 100) > 0.01) {
        throw new errors/* UserError */.y(`${placed.where}: "expect.distribution" adds up to ${sum} percent.`, 'Give every subset its share; together they are 100.');
    }
    return shares;
}
function readDenied(placed) {
    if (placed === undefined || placed.value === null)
        return undefined;
    const { value } = placed;
    if (typeof value === 'boolean' || value === 'rbac' || value === 'jwt' || value === 'tls') {
        return value;
    }
    throw wrong(placed, 'expect.denied', 'true, false, rbac, jwt or tls');
}
/** `500ms`, `1.5s`; a bare number is seconds to nobody and milliseconds to some. */
function readDuration(placed, name) {
    const text = textField(placed, name);
    if (text === undefined || placed === undefined)
        return undefined;
    const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? [];
    const milliseconds = { ms: 1, s: 1000, m: 60_000 }[unit ?? ''];
    if (amount === undefined || milliseconds === undefined) {
        throw new errors/* UserError */.y(`${placed.where}: "${name}" must be a duration such as 500ms or 2s.`, hint);
    }
    return Number(amount) * milliseconds;
}
function defined(fields) {
    const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
    // Only members without a value are left out.
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./build/expectations/read.js





/** The keys of a case. Those before `id` are istio-config-validator's own. */
const CASE = [
    'description',
    'wantMatch',
    'request',
    'route',
    'redirect',
    'rewrite',
    'fault',
    'headers',
    'delegate',
    'id',
    'from',
    'modes',
    'expect',
    'skipReason'
];
const REQUEST = [
    'authority',
    'method',
    'uri',
    'headers',
    'queryParams',
    'scheme',
    'port',
    'protocol',
    'sni',
    'body',
    'repeat',
    'jwt'
];
/**
 * The cases of a test file: that of istio-config-validator as it is, or with the keys that docs/tests.md adds.
 * Keys are compared without case, as Go's encoding/json does; unknown ones are kept as warnings, since that
 * program ignores them.
 * @returns `null` where no document has `testCases`
 * @throws UserError with file and line for what cannot be read
 */
function readTests(file, text) {
    // Most files of a repository are no tests, and reading them twice is not free.
    if (!/testcases/i.test(text))
        return null;
    const cases = [];
    let found = false;
    for (const document of placedDocuments(file, text)) {
        const list = membersOf(document, ['testCases']).known.testCases;
        if (list === undefined)
            continue;
        found = true;
        if (list.value === null)
            continue;
        if (list.items === null)
            throw wrong(list, 'testCases', 'a list');
        for (const item of list.items)
            cases.push(readCase(file, item));
    }
    return found ? cases : null;
}
function readCase(file, placed) {
    if (!isMapped(placed))
        throw wrong(placed, 'testCases', 'a list of maps');
    const { known, unknown } = membersOf(placed, CASE);
    const { request } = known;
    if (request === undefined || !isMapped(request)) {
        throw new errors/* UserError */.y(`${placed.where}: the test case has no "request".`, 'Give it authority, method and uri; docs/tests.md shows how.');
    }
    const asked = readRequests(request);
    const rule = readRule(known);
    const expect = readExpectation(known.expect);
    const wanted = booleanField(known.wantMatch, 'wantMatch');
    const id = textField(known.id, 'id');
    const skipReason = textField(known.skipReason, 'skipReason');
    const warnings = [
        ...[...unknown, ...asked.unknown].map(name => `unknown key "${name}" is not read`),
        ...(wanted === undefined && Object.keys(rule).length > 0
            ? ['no "wantMatch": it counts as false, so the rule must differ']
            : []),
        ...(Object.keys(rule).length > 0 && asked.requests.uri.some(uri => uri.includes('?'))
            ? ['the query of "uri" is sent; istio-config-validator drops it']
            : [])
    ];
    return {
        file,
        line: placed.line,
        ...(id !== undefined && { id }),
        description: textField(known.description, 'description') ?? '',
        request: asked.requests,
        from: readCallerField(known.from),
        rule,
        wantMatch: wanted ?? false,
        expect,
        modes: modesOf(known.modes),
        ...(skipReason !== undefined && { skipReason }),
        warnings
    };
}
function readRule(known) {
    const route = objectsField(known.route, 'route');
    const rule = {};
    if (route !== undefined)
        rule.route = camel(route);
    for (const name of ['redirect', 'rewrite', 'fault', 'headers', 'delegate']) {
        const value = objectField(known[name], name);
        if (value !== undefined)
            rule[name] = camel(value);
    }
    // Filled above with just these names and shapes.
    return rule;
}
function readRequests(placed) {
    const { known, unknown } = membersOf(placed, REQUEST);
    const protocol = choice(known.protocol, 'protocol', ['http', 'tcp']) ?? 'http';
    const authority = textsField(known.authority, 'authority');
    const method = textsField(known.method, 'method');
    const uri = textsField(known.uri, 'uri');
    if (authority.length === 0) {
        throw new errors/* UserError */.y(`${(known.authority ?? placed).where}: the request needs an "authority".`, 'Name at least one host, such as authority: [reviews].');
    }
    for (const one of uri) {
        if (!one.startsWith('/') && one !== '*') {
            throw wrong(known.uri ?? placed, 'uri', 'a list of paths that begin with /');
        }
    }
    const query = Object.entries(textMapField(known.queryParams, 'queryParams')).map(([name, value]) => (value === '' ? name : `${name}=${value}`));
    const port = numberField(known.port, 'port', { from: 1, to: 65535 });
    const scheme = textField(known.scheme, 'scheme');
    const sni = textField(known.sni, 'sni');
    numberField(known.repeat, 'repeat', { from: 1, to: 100_000 });
    textField(known.body, 'body');
    const paths = uri.length === 0 ? ['/'] : uri;
    return {
        requests: {
            authority,
            method: method.length === 0 ? ['GET'] : method,
            uri: paths.map(path => read_withQuery(path, query)),
            headers: textMapField(known.headers, 'headers'),
            ...(port !== undefined && { port }),
            ...(scheme !== undefined && { scheme: scheme === 'https' ? 'https' : 'http' }),
            protocol,
            ...(sni !== undefined && { sni }),
            tokens: readTokens(known.jwt)
        },
        unknown: unknown.map(name => `request.${name}`)
    };
}
function read_withQuery(path, query) {
    if (query.length === 0)
        return path;
    return `${path}${path.includes('?') ? '&' : '?'}${query.join('&')}`;
}
function modesOf(placed) {
    const modes = textsField(placed, 'modes');
    if (modes.length === 0)
        return ['offline', 'live'];
    return modes.map(mode => {
        if (mode === 'offline' || mode === 'live')
            return mode;
        throw new errors/* UserError */.y(`${placed?.where}: "modes" knows offline and live, not "${mode}".`, hint);
    });
}
function choice(placed, name, known) {
    const value = textField(placed, name);
    if (value === undefined || placed === undefined)
        return undefined;
    const found = known.find(one => one === value.toLowerCase());
    if (found === undefined)
        throw wrong(placed, name, known.join(' or '));
    return found;
}
/** Members by the known name they stand for, and the names that are none. */
function membersOf(placed, names) {
    const byFold = new Map(names.map(name => [name.toLowerCase(), name]));
    const known = {};
    const unknown = [];
    for (const [key, member] of placed.members) {
        const name = byFold.get(key.toLowerCase());
        if (name === undefined)
            unknown.push(key);
        else
            known[name] = member;
    }
    return { known, unknown };
}

// EXTERNAL MODULE: ./build/cli/disk.js
var disk = __webpack_require__(4668);
;// CONCATENATED MODULE: ./build/cli/test-files.js





/**
 * Test files that `--tests` names, and those among the manifests: every YAML file with `testCases`.
 * @throws UserError where a named file is none, or cannot be read
 */
function testFiles(patterns, state, world) {
    const cases = [];
    const taken = new Set();
    for (const path of patterns.flatMap(pattern => filesOf(pattern, world))) {
        const full = (0,external_node_path_.resolve)(world.cwd, path);
        if (taken.has(full))
            continue;
        const found = readTests(path, readText(full, path));
        if (found === null) {
            throw new errors/* UserError */.y(`${path} holds no test cases.`, 'A test file has a list named testCases; see docs/tests.md.');
        }
        taken.add(full);
        cases.push(...found);
    }
    const files = state.files.filter(({ path, bytes }) => {
        const full = (0,external_node_path_.resolve)(world.cwd, path);
        if (taken.has(full))
            return false;
        if (!/\.ya?ml$/i.test(path))
            return true;
        const found = readTests(path, Buffer.from(bytes).toString('utf8'));
        if (found === null)
            return true;
        taken.add(full);
        cases.push(...found);
        return false;
    });
    return { cases, files: taken.size, state: { ...state, files } };
}
/** A file, the YAML files of a folder, or those that a pattern names; in the order of their names. */
function filesOf(pattern, world) {
    const full = (0,external_node_path_.resolve)(world.cwd, pattern);
    const kind = (0,external_node_fs_.statSync)(full, { throwIfNoEntry: false });
    if (kind?.isFile() === true)
        return [pattern];
    if (kind?.isDirectory() === true) {
        const names = (0,external_node_fs_.readdirSync)(full, { recursive: true, encoding: 'utf8' });
        const found = names
            .filter(name => /\.ya?ml$/i.test(name))
            .map(name => nameOf((0,external_node_path_.resolve)(full, name), world))
            .filter(path => readTests(path, readText((0,external_node_path_.resolve)(world.cwd, path), path)) !== null);
        return some(found.sort(), pattern);
    }
    const found = (0,external_node_fs_.globSync)(pattern, { cwd: world.cwd });
    return some(found.map(name => name.split(external_node_path_.sep).join('/')).sort(), pattern);
}
function some(found, pattern) {
    if (found.length > 0)
        return found;
    throw new errors/* UserError */.y(`--tests ${pattern} names no test file.`, 'Name a YAML file with a list named testCases, a folder of them, or a pattern.');
}
function nameOf(full, { cwd }) {
    const fromHere = (0,external_node_path_.relative)(cwd, full);
    return fromHere.startsWith(`..${external_node_path_.sep}`) ? full : fromHere.split(external_node_path_.sep).join('/');
}
function readText(full, path) {
    try {
        return (0,external_node_fs_.readFileSync)(full, 'utf8');
    }
    catch (error) {
        const code = (0,disk/* systemCode */.x)(error);
        if (code === null)
            throw error;
        throw new errors/* UserError */.y(`${path} cannot be read (${code}).`, 'Make it readable.', { cause: error });
    }
}

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: ./build/report/request-words.js
var request_words = __webpack_require__(20986);
;// CONCATENATED MODULE: ./build/cli/test-report.js




function countsOf({ cases }) {
    const counts = { passed: 0, failed: 0, unknown: 0, skipped: 0, requests: 0 };
    for (const { status, requests } of cases) {
        counts[status] += 1;
        counts.requests += requests.length;
    }
    return counts;
}
/** What stands for a case: its id, its description, or its place. */
function caseName({ test }) {
    const parts = [test.id, test.description === '' ? undefined : test.description];
    const name = parts.filter(part => part !== undefined).join(': ');
    return name === '' ? `${test.file}:${test.line}` : name;
}
/** One line for each thing that a request misses, or why nobody can tell. */
function missLines({ request, outcome, misses }) {
    const caller = (0,request_words/* describeCaller */.jU)(request.from);
    const port = request.port === 80 ? '' : `, port ${request.port}`;
    const asked = `${request.method} ${request.authority}${request.path} from ${caller}${port}`;
    if (outcome.outcome === 'unknown')
        return [`${asked}: unknown: ${outcome.reason ?? 'not told'}`];
    return misses.map(({ what, wanted, got }) => `${asked}: ${what} is ${got}, not ${wanted}`);
}
/** The line of the configuration that decided, the last one that a step names. */
function decidingPlace({ outcome }) {
    const step = [...outcome.steps].reverse().find(({ file }) => file !== undefined);
    if (step === undefined)
        return null;
    return step.line === undefined ? (step.file ?? null) : `${step.file}:${step.line}`;
}
/** The whole run as data: `schema` names its shape, which only grows. */
function testJson(report) {
    const cases = report.cases.map(result => {
        const { test, status, reason, requests } = result;
        return {
            name: caseName(result),
            ...(test.id !== undefined && { id: test.id }),
            file: test.file,
            line: test.line,
            status,
            ...(reason !== undefined && { reason }),
            warnings: test.warnings,
            requests: requests.map(({ request, outcome, misses, undecided }) => ({
                request,
                outcome: outcome.outcome,
                words: outcomeWords(outcome),
                misses,
                undecided,
                certainty: outcome.certainty,
                steps: outcome.steps
            }))
        };
    });
    const { version, mesh, istio, files } = report;
    const whole = {
        schema: 'meshproof/tests/v1',
        versions: { meshproof: version },
        mesh,
        istio,
        files,
        counts: countsOf(report),
        cases
    };
    return `${(0,report_escape/* jsonText */.s$)((0,redact/* redact */.E$)(whole))}\n`;
}

;// CONCATENATED MODULE: ./build/cli/test-junit.js



/** JUnit XML, a suite for each test file. What nobody can tell is an error, so that it never counts as passed. */
function testJunit(report) {
    const counts = countsOf(report);
    const byFile = new Map();
    for (const result of report.cases) {
        byFile.set(result.test.file, [...(byFile.get(result.test.file) ?? []), result]);
    }
    const lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="meshproof test" tests="${report.cases.length}" failures="${counts.failed}" errors="${counts.unknown}" skipped="${counts.skipped}">`
    ];
    for (const [file, cases] of byFile) {
        const own = countsOf({ ...report, cases });
        lines.push(`  <testsuite name="${(0,report_escape/* escapeHtml */.ZD)(file)}" tests="${cases.length}" failures="${own.failed}" errors="${own.unknown}" skipped="${own.skipped}">`);
        for (const result of cases)
            lines.push(...caseLines(result));
        lines.push('  </testsuite>');
    }
    lines.push('</testsuites>');
    return `${lines.join('\n')}\n`;
}
function caseLines(result) {
    const { test, status, reason = '', requests } = result;
    const open = `    <testcase classname="${(0,report_escape/* escapeHtml */.ZD)(test.file)}" name="${test_junit_text(caseName(result))}" file="${(0,report_escape/* escapeHtml */.ZD)(test.file)}" line="${test.line}"`;
    const misses = requests.flatMap(one => missLines(one));
    const [first = ''] = misses;
    const all = misses.map(miss => test_junit_text(miss)).join('\n');
    const inner = [];
    if (status === 'failed') {
        inner.push(`      <failure message="${test_junit_text(first, 200)}">${all}</failure>`);
    }
    else if (status === 'unknown') {
        inner.push(`      <error message="${test_junit_text(first, 200)}">${all}</error>`);
    }
    else if (status === 'skipped')
        inner.push(`      <skipped message="${test_junit_text(reason)}"/>`);
    const output = [...test.warnings, ...new Set(requests.flatMap(one => one.undecided))];
    if (output.length > 0) {
        inner.push(`      <system-out>${output.map(one => test_junit_text(one)).join('\n')}</system-out>`);
    }
    return inner.length === 0 ? [`${open}/>`] : [`${open}>`, ...inner, '    </testcase>'];
}
function test_junit_text(value, limit) {
    return limit === undefined ? (0,report_escape/* escapeHtml */.ZD)((0,redact.redactText)(value)) : (0,report_escape/* escapeHtml */.ZD)((0,redact.redactText)(value), limit);
}

;// CONCATENATED MODULE: ./build/cli/test-text.js



/** Misses of one case beyond this many are counted. */
const SHOWN = 10;
/** The results for a terminal: what failed with its reasons, what passed in a line each. */
function testText(report, look) {
    const lines = [];
    for (const result of report.cases)
        lines.push(...test_text_caseLines(result, look));
    const { passed, failed, unknown, skipped, requests } = countsOf(report);
    const counts = [
        ...(passed > 0 ? [`${passed} passed`] : []),
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(unknown > 0 ? [`${unknown} unknown`] : []),
        ...(skipped > 0 ? [`${skipped} skipped`] : [])
    ];
    const total = `${report.cases.length} ${report.cases.length === 1 ? 'case' : 'cases'}`;
    const { minor, why } = report.istio;
    lines.push('', `${total}, ${requests} ${requests === 1 ? 'request' : 'requests'}: ${look.strong(counts.join(', '))} (mesh ${safe(report.mesh)}, Istio ${minor}, ${safe(why)})`);
    return `${lines.join('\n')}\n`;
}
function test_text_caseLines(result, look) {
    const { test, status, reason, requests } = result;
    const marks = {
        passed: look.good('pass'),
        failed: look.bad('FAIL'),
        unknown: look.warn('????'),
        skipped: look.warn('skip')
    };
    const count = requests.length > 1 ? look.dim(` (${requests.length} requests)`) : '';
    const place = look.dim(` ${safe(test.file)}:${test.line}`);
    const lines = [`${marks[status]} ${safe(caseName(result))}${count}${place}`];
    if (reason !== undefined)
        lines.push(`     ${safe(reason)}`);
    if (status === 'failed' || status === 'unknown') {
        const missing = requests.filter(one => missLines(one).length > 0);
        for (const one of missing.slice(0, SHOWN)) {
            for (const line of missLines(one))
                lines.push(`     ${safe(line)}`);
            const decided = decidingPlace(one);
            if (decided !== null)
                lines.push(look.dim(`       decided at ${safe(decided)}`));
        }
        if (missing.length > SHOWN)
            lines.push(`     … and ${missing.length - SHOWN} more requests`);
    }
    const undecided = new Set(requests.flatMap(one => one.undecided));
    if (reason === undefined)
        for (const one of undecided)
            lines.push(look.dim(`     note: ${safe(one)}`));
    for (const warning of test.warnings)
        lines.push(look.dim(`     note: ${safe(warning)}`));
    return lines;
}
function safe(text) {
    return (0,report_escape.plain)((0,redact.redactText)(text));
}

// EXTERNAL MODULE: ./build/cli/version.js
var version = __webpack_require__(5537);
;// CONCATENATED MODULE: ./build/cli/test.js




















const { format: _, now: __, ...others } = flags/* commonOptions */.OP;
const options = {
    tests: {
        type: 'string',
        short: 't',
        multiple: true,
        value: 'FILE',
        help: 'a test file, a folder of them or a pattern; may be repeated (default: those among PATH)'
    },
    mesh: { type: 'string', value: 'NAME', help: 'which mesh, where there are several' },
    format: {
        type: 'string',
        short: 'f',
        value: 'FORMAT',
        choices: ['text', 'json', 'junit'],
        help: 'how the results are written (default text)'
    },
    ...others
};
const test = {
    name: 'test',
    summary: 'whether requests meet what test files expect of them',
    usage: 'PATH…',
    about: `Asks the requests of test files and compares what becomes of them with what the files expect. Files of
istio-config-validator are read as they are; docs/tests.md shows what can be said beyond them. PATH names manifests
and test files, in any order; where it names tests alone, the manifests are those of the working directory.
Exit 1 where an expectation is not met, or where nobody can tell.`,
    options,
    async run(args, world) {
        const named = args.list('tests');
        const paths = args.positionals.length === 0 && named.length > 0 ? ['.'] : args.positionals;
        let read = testFiles(named, (0,cli_state/* readState */.u)('test', paths, world), world);
        if (read.state.files.length === 0) {
            const here = testFiles([], (0,cli_state/* readState */.u)('test', ['.'], world), world);
            read = { ...read, state: here.state };
        }
        const { cases, files, state } = read;
        if (cases.length === 0) {
            throw new errors/* UserError */.y(`${paths.join(', ')} holds no test cases.`, 'Name a test file with --tests; docs/tests.md shows what it holds.');
        }
        const source = (0,config_file/* namedConfig */.ec)(args, world);
        const { config } = source === null
            ? await (0,sides.configOfSides)({ base: null, head: state }, null, () => (0,config_file/* configSchema */.Qn)(world))
            : { config: await (0,config_read.readConfig)(source) };
        const chosen = (0,config_file/* withNamespace */.iY)(config, args);
        const trees = { base: null, head: (0,source_tree/* directoryTree */.uY)(world.cwd) };
        const rendered = await (0,rendering/* renderedMeshes */.Z)(chosen, trees, args, world, null);
        const mesh = args.text('mesh');
        const { features, istio } = (0,flags/* commonInput */.oV)(args);
        const asked = (0,explain/* explainer */.t)({
            side: state,
            rendered,
            config: chosen,
            features: features ?? {},
            assumeGateways: true,
            ...(mesh !== undefined && { mesh }),
            ...(istio !== undefined && { istio })
        });
        const tested = testedBy(asked);
        const report = {
            version: (0,version.productVersion)(world),
            mesh: asked.mesh,
            istio: asked.istio,
            files,
            cases: cases.map(one => runCase(one, tested))
        };
        const format = args.text('format') ?? 'text';
        (0,output/* writeText */.x3)(format === 'json'
            ? testJson(report)
            : format === 'junit'
                ? testJunit(report)
                : testText(report, (0,paint/* paint */.n)((0,output/* wantsColor */.zK)(args, world))), args, world);
        const fails = report.cases.some(({ status }) => status === 'failed' || status === 'unknown');
        return fails ? 1 : 0;
    }
};
function testedBy({ plane, callers }) {
    let delegating;
    return {
        plane,
        delegating: () => {
            delegating ??= (0,dataplane/* dataplane */.T)(answeringDelegates(plane.mesh));
            return delegating;
        },
        caller: (text, where) => (0,explain_callers/* readCaller */.w)(text, where, callers)
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


/***/ })

};

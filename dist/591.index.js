export const id = 591;
export const ids = [591,552];
export const modules = {

/***/ 9348:
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
    const result = Object.create(null);
    for (const [key, entry] of Object.entries(mapOrEmpty(value))) {
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

/***/ 1552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MINORS: () => (/* binding */ MINORS),
/* harmony export */   NEWEST: () => (/* binding */ NEWEST),
/* harmony export */   detectVersion: () => (/* binding */ detectVersion),
/* harmony export */   minorOf: () => (/* binding */ minorOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

/** Minors that the project knows, oldest first. */
const MINORS = Array.from({ length: 14 }, (_, i) => `1.${18 + i}`);
const NEWEST = '1.31';
/** `1.24` of `1.24`, `1.24.3`, `v1.24.3-distroless`, `1-24-3`; `null` where the text names no known minor. */
function minorOf(value) {
    const found = /(?:^|[^\d.])v?1[.-](\d{2})(?=$|[^\d])/.exec(value);
    const minor = found === null ? null : `1.${found[1]}`;
    return minor !== null && MINORS.includes(minor) ? minor : null;
}
/**
 * The Istio minor that a repository runs: what is given, else an IstioOperator, else the image of istiod
 * or of a proxy in a workload, else the newest known.
 */
function detectVersion(manifests, given) {
    if (given !== undefined) {
        return { minor: given.minor, full: null, why: given.why, place: null };
    }
    for (const manifest of manifests) {
        if (manifest.ref.kind !== 'IstioOperator')
            continue;
        for (const field of ['tag', 'revision']) {
            const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(manifest.spec[field]);
            const minor = value === undefined ? null : minorOf(value);
            if (value === undefined || minor === null)
                continue;
            const place = { manifest, path: ['spec', field] };
            return { minor, full: value, why: `${field} of IstioOperator ${manifest.ref.name}`, place };
        }
    }
    for (const manifest of manifests) {
        const found = imageVersion(manifest);
        if (found !== null)
            return found;
    }
    return { minor: NEWEST, full: null, why: 'newest known', place: null };
}
const IMAGES = /(?:^|\/)(pilot|proxyv2|istiod|install-cni|ztunnel):(.+)$/;
function imageVersion(manifest) {
    if (!['Deployment', 'DaemonSet', 'Pod', 'StatefulSet'].includes(manifest.ref.kind))
        return null;
    const root = manifest.ref.kind === 'Pod' ? [] : ['spec', 'template'];
    let template = manifest.object;
    for (const key of root)
        template = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(template[key]);
    for (const [index, entry] of (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(template.spec).containers).entries()) {
        const match = IMAGES.exec((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry).image) ?? '');
        const tag = match?.[2];
        const minor = tag === undefined ? null : minorOf(tag);
        if (tag === undefined || minor === null)
            continue;
        return {
            minor,
            full: tag,
            why: `image tag of ${match?.[1]} in ${manifest.ref.kind} ${manifest.ref.name}`,
            place: { manifest, path: [...root, 'spec', 'containers', index, 'image'] }
        };
    }
    return null;
}


/***/ }),

/***/ 7732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  review: () => (/* binding */ review)
});

// EXTERNAL MODULE: ./build/effects/manifest-change.js
var manifest_change = __webpack_require__(8925);
;// CONCATENATED MODULE: ./build/gates/gate.js
function defineGate(gate) {
    return gate;
}

;// CONCATENATED MODULE: ./build/gates/no-new-findings.js

const strictest = {
    error: 'error',
    warning: 'warn',
    info: 'note'
};
const severities = ['error', 'warning', 'info'];
const noNewFindings = defineGate({
    id: 'no-new-findings',
    summary: 'The change introduces no finding; errors count at the level of the gate, warnings at most as warn.',
    level: 'error',
    violatedBy({ findings, comparison }) {
        const violations = [];
        for (const severity of severities) {
            const found = findings.introduced.filter(finding => finding.severity === severity);
            if (found.length === 0)
                continue;
            violations.push({
                message: `${count(found, severity)}${comparison ? ' introduced' : ''}: ${ids(found)}`,
                evidence: found.map(finding => finding.fingerprint),
                atMost: strictest[severity]
            });
        }
        return violations;
    }
});
function count(found, severity) {
    const noun = severity === 'info' ? 'note' : severity;
    return `${found.length} ${noun}${found.length === 1 ? '' : 's'}`;
}
function ids(found) {
    return [...new Set(found.map(finding => finding.id))].sort().join(', ');
}

;// CONCATENATED MODULE: ./build/gates/no-traffic-loss.js

const noTrafficLoss = defineGate({
    id: 'no-traffic-loss',
    summary: 'No request that is served before the change fails after it.',
    level: 'error',
    violatedBy({ effects }) {
        const lost = [];
        for (const effect of effects) {
            if (effect.kind === 'traffic-lost' || losesInSomeOrder(effect))
                lost.push(effect);
        }
        if (lost.length === 0)
            return [];
        const [first] = lost;
        const more = lost.length > 1 ? ` and ${lost.length - 1} more` : '';
        return [
            {
                message: `requests to ${first === undefined ? '' : first.subject.name}${more} are no longer served`,
                evidence: lost.map(effect => effect.fingerprint)
            }
        ];
    }
});
/** An order-dependent effect breaks traffic where one of the possible creation orders does. */
function losesInSomeOrder(effect) {
    return effect.kind === 'order-dependent' && effect.direction === 'break';
}

;// CONCATENATED MODULE: ./build/gates/no-unknown.js

const noUnknown = defineGate({
    id: 'no-unknown',
    summary: 'Everything that the change touches was understood.',
    level: 'warn',
    violatedBy({ unknown, changed }) {
        const concerned = [];
        for (const one of unknown) {
            // Without a subject nobody can say that the change does not concern it.
            if (one.subject === null || changed(one.mesh, one.subject))
                concerned.push(one);
        }
        if (concerned.length === 0)
            return [];
        const what = concerned.length === 1 ? '1 thing was' : `${concerned.length} things were`;
        return [
            {
                message: `${what} not understood, so the comparison says nothing about ${concerned.length === 1 ? 'it' : 'them'}`,
                evidence: concerned.map(one => one.fingerprint)
            }
        ];
    }
});

;// CONCATENATED MODULE: ./build/gates/index.js



const gates = [noNewFindings, noTrafficLoss, noUnknown];

// EXTERNAL MODULE: ./build/finding.js
var build_finding = __webpack_require__(1633);
;// CONCATENATED MODULE: ./build/gates/waiver.js

/** `now` is RFC 3339. Without it nobody can say that the waiver still holds, so it does not. */
function holds(waiver, now) {
    return now !== undefined && now.slice(0, 10) <= waiver.expires;
}
/** The fingerprints that a waiver names in this evidence. */
function waived(waiver, evidence) {
    const fingerprints = new Set();
    for (const effect of evidence.effects) {
        if (names(waiver.target, effect.fingerprint, effect.kind, effect.subject.name)) {
            fingerprints.add(effect.fingerprint);
        }
    }
    for (const finding of evidence.findings.introduced) {
        const subject = finding.subject === null ? '' : (0,build_finding/* describeRef */.R)(finding.subject);
        if (names(waiver.target, finding.fingerprint, finding.id, subject)) {
            fingerprints.add(finding.fingerprint);
        }
    }
    for (const one of evidence.unknown) {
        const subject = one.subject === null ? '' : (0,build_finding/* describeRef */.R)(one.subject);
        if (names(waiver.target, one.fingerprint, one.reason, subject)) {
            fingerprints.add(one.fingerprint);
        }
    }
    return fingerprints;
}
/** The same evidence without some of it. */
function without(evidence, fingerprints) {
    const kept = (one) => !fingerprints.has(one.fingerprint);
    return {
        comparison: evidence.comparison,
        effects: evidence.effects.filter(kept),
        unknown: evidence.unknown.filter(kept),
        findings: { ...evidence.findings, introduced: evidence.findings.introduced.filter(kept) },
        changed: evidence.changed
    };
}
function names(target, fingerprint, id, subject) {
    return target === fingerprint || target === id || target === `${id} ${subject}`;
}

;// CONCATENATED MODULE: ./build/gates/judge.js

const strictness = {
    off: 0,
    note: 1,
    warn: 2,
    approve: 3,
    error: 4
};
const outcomeOf = {
    off: 'pass',
    note: 'pass',
    warn: 'warn',
    approve: 'approve',
    error: 'block'
};
const rank = {
    pass: 0,
    warn: 1,
    approve: 2,
    block: 3,
    error: 4
};
/**
 * The verdict of all gates. A defect of ours makes it `error`: what a failed part would have said is not known,
 * so it can never pass, but the reasons of everything else stay readable.
 */
function judge(evidence, options) {
    const reasons = [];
    const results = [];
    const applied = [];
    if (options.defects.length > 0) {
        reasons.push({
            gate: 'internal',
            level: 'error',
            message: `${options.defects.length} part${options.defects.length === 1 ? '' : 's'} of the review failed; please report it`,
            evidence: options.defects
        });
    }
    for (const gate of options.gates) {
        const level = options.levels[gate.id] ?? gate.level;
        if (level === 'off')
            continue;
        const excepted = exceptions(gate, evidence, options, applied);
        const before = countEvidence(reasons);
        for (const violation of gate.violatedBy(without(evidence, excepted))) {
            const { message, evidence: shown } = violation;
            reasons.push({
                gate: gate.id,
                level: milder(level, violation.atMost ?? level),
                message,
                evidence: shown
            });
        }
        results.push({
            gate: gate.id,
            level,
            violations: countEvidence(reasons) - before,
            waived: excepted.size
        });
    }
    // Strictest first; the sort is stable, so gates of one level stay in the order of their names.
    reasons.sort((a, b) => strictness[b.level] - strictness[a.level]);
    const outcome = outcomeOfAll(reasons, options.defects.length > 0);
    return {
        outcome,
        reasons,
        gates: results,
        ...(applied.length > 0 && { waivers: applied })
    };
}
/** What waivers take out of one gate: only what would have violated it. */
function exceptions(gate, evidence, options, applied) {
    const excepted = new Set();
    const waivers = options.waivers.filter(waiver => waiver.gate === gate.id && holds(waiver, options.now));
    if (waivers.length === 0)
        return excepted;
    const violating = new Set(gate.violatedBy(evidence).flatMap(violation => violation.evidence));
    for (const waiver of waivers) {
        const matched = [...waived(waiver, evidence)].filter(one => violating.has(one)).sort();
        if (matched.length === 0)
            continue;
        for (const one of matched)
            excepted.add(one);
        applied.push({ ...waiver, evidence: matched });
    }
    return excepted;
}
function outcomeOfAll(reasons, defect) {
    let outcome = defect ? 'error' : 'pass';
    for (const { level } of reasons) {
        if (rank[outcomeOf[level]] > rank[outcome])
            outcome = outcomeOf[level];
    }
    return outcome;
}
function countEvidence(reasons) {
    let count = 0;
    for (const reason of reasons)
        count += reason.evidence.length;
    return count;
}
function milder(a, b) {
    return strictness[a] <= strictness[b] ? a : b;
}

// EXTERNAL MODULE: ./build/mesh/mesh.js + 4 modules
var mesh = __webpack_require__(2982);
// EXTERNAL MODULE: ./build/mesh/order.js
var mesh_order = __webpack_require__(5728);
// EXTERNAL MODULE: ./build/dataplane/rules.js
var rules = __webpack_require__(426);
// EXTERNAL MODULE: ./build/mesh/json.js
var json = __webpack_require__(9348);
;// CONCATENATED MODULE: ./build/review/assumed-gateways.js


/**
 * Gateways that VirtualServices name and git does not hold: they often live in another repository. Where neither side
 * holds a Gateway of the namespace, one is taken to exist that listens for every host, on 80 and 443 and on the ports
 * that matches name; else its routes would reach no proxy and no change of them would ever be seen.
 * Where a sibling is there, a missing name is a mistake, and Istio binds the routes to nothing.
 */
function assumedGateways(base, head) {
    const held = new Set();
    for (const { ref } of [...base, ...head]) {
        if (ref.kind === 'Gateway' && groups.has(ref.group))
            held.add(ref.namespace);
    }
    const named = new Map();
    for (const manifest of [...base, ...head]) {
        if (manifest.ref.kind === 'VirtualService')
            collect(manifest, held, named);
    }
    const make = (side) => [...named.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => gateway(key, one, side));
    return { base: make('base'), head: make('head') };
}
const groups = new Set(['networking.istio.io', 'gateway.networking.k8s.io']);
function collect(manifest, held, named) {
    const { spec, ref } = manifest;
    const add = (written, path) => {
        const key = (0,rules/* gatewayName */.SN)(written, ref.namespace);
        if (key === 'mesh' || held.has(key.slice(0, key.indexOf('/'))))
            return;
        const known = named.get(key) ?? { ports: new Set([80, 443]), by: manifest, path };
        named.set(key, known);
        for (const port of matchPorts(spec))
            known.ports.add(port);
    };
    for (const [i, written] of (0,json/* texts */.Te)(spec.gateways).entries())
        add(written, ['spec', 'gateways', i]);
    for (const [i, rule] of (0,json/* list */.p_)(spec.http).entries()) {
        for (const [j, match] of (0,json/* list */.p_)((0,json/* map */.Tj)(rule)?.match).entries()) {
            for (const [k, written] of (0,json/* texts */.Te)((0,json/* map */.Tj)(match)?.gateways).entries()) {
                add(written, ['spec', 'http', i, 'match', j, 'gateways', k]);
            }
        }
    }
}
function matchPorts(spec) {
    return (0,json/* list */.p_)(spec.http).flatMap(rule => (0,json/* list */.p_)((0,json/* map */.Tj)(rule)?.match).flatMap(match => {
        const port = (0,json/* number */.ai)((0,json/* map */.Tj)(match)?.port);
        return port === undefined || port <= 0 ? [] : [port];
    }));
}
/** A manifest of nobody's: its places are those of the names that asked for it. */
function gateway(key, { ports, by, path }, side) {
    const slash = key.indexOf('/');
    const ref = {
        group: 'networking.istio.io',
        kind: 'Gateway',
        namespace: key.slice(0, slash),
        name: key.slice(slash + 1)
    };
    const spec = {
        // Pods of two unknown Gateways are not known to be the same ones.
        selector: { gateway: key },
        servers: [...ports]
            .sort((a, b) => a - b)
            .map(port => port === 443
            ? {
                port: { number: port, name: 'https', protocol: 'HTTPS' },
                hosts: ['*'],
                tls: { mode: 'SIMPLE', credentialName: 'assumed' }
            }
            : { port: { number: port, name: `http-${port}`, protocol: 'HTTP' }, hosts: ['*'] })
    };
    const metadata = { name: ref.name, namespace: ref.namespace };
    return {
        ref,
        apiVersion: 'networking.istio.io/v1',
        version: 'v1',
        namespaceGiven: true,
        side,
        file: by.file,
        object: { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata, spec },
        spec,
        labels: {},
        annotations: {},
        locate: () => by.locate(path)
    };
}

// EXTERNAL MODULE: ./build/fingerprint.js
var fingerprint = __webpack_require__(4584);
;// CONCATENATED MODULE: ./build/review/assumptions.js

/** Each assumption once, by kind and facts. */
function distinctAssumptions(assumptions) {
    const distinct = new Map();
    for (const assumption of assumptions)
        distinct.set((0,fingerprint/* canonical */.$)(assumption), assumption);
    return [...distinct.keys()].sort().flatMap(key => distinct.get(key) ?? []);
}

;// CONCATENATED MODULE: ./build/effects/risk.js
/** Highest risk first: the order in which people read effects. Total, so that no kind is forgotten. */
const riskOf = {
    'access-granted': 0,
    exposed: 1,
    'mtls-weakened': 2,
    'authentication-changed': 3,
    'traffic-lost': 4,
    'connection-broken': 5,
    'order-dependent': 6,
    rerouted: 7,
    'visibility-changed': 8,
    'access-revoked': 9,
    unexposed: 10,
    'delegation-changed': 11,
    'mesh-membership-changed': 12,
    'extension-changed': 13,
    'weights-changed': 14,
    'upstream-changed': 15,
    'settings-changed': 16,
    'audit-changed': 17,
    'telemetry-changed': 18,
    'mtls-strengthened': 19,
    'traffic-gained': 20,
    'connection-repaired': 21
};
const domainOf = {
    rerouted: 'routing',
    'traffic-lost': 'routing',
    'traffic-gained': 'routing',
    'weights-changed': 'routing',
    'settings-changed': 'routing',
    'upstream-changed': 'routing',
    'visibility-changed': 'routing',
    'order-dependent': 'routing',
    exposed: 'exposure',
    unexposed: 'exposure',
    'access-granted': 'access',
    'access-revoked': 'access',
    'delegation-changed': 'access',
    'audit-changed': 'access',
    'mtls-weakened': 'transport',
    'mtls-strengthened': 'transport',
    'connection-broken': 'transport',
    'connection-repaired': 'transport',
    'authentication-changed': 'authentication',
    'mesh-membership-changed': 'membership',
    'telemetry-changed': 'observability',
    'extension-changed': 'observability'
};
const severityRank = { error: 0, warning: 1, info: 2 };
const certaintyRank = { certain: 0, assumed: 1, unknown: 2 };
/** Severity, then risk of the kind, then names: nothing of files, maps or clocks decides. */
function byRisk(a, b) {
    return (severityRank[a.severity] - severityRank[b.severity] ||
        riskOf[a.kind] - riskOf[b.kind] ||
        certaintyRank[a.certainty] - certaintyRank[b.certainty] ||
        compareText(a.mesh, b.mesh) ||
        compareText(a.subject.name, b.subject.name) ||
        compareText(a.subject.namespace ?? '', b.subject.namespace ?? '') ||
        (a.subject.port ?? 0) - (b.subject.port ?? 0) ||
        compareText(a.region, b.region) ||
        compareText(a.fingerprint, b.fingerprint));
}
/** By code units: the same in every locale. */
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/effects/words.js
/** Phrases for people: hosts, shares, durations, settings. Untrusted names pass through as they are. */
/** `reviews` in its own namespace, `reviews.shop` elsewhere; hosts outside the cluster domain as written. */
function hostWords(host, namespace) {
    const service = serviceOf(host);
    if (service === null)
        return host;
    return service.namespace === namespace ? service.name : `${service.name}.${service.namespace}`;
}
/** The parts of `<name>.<namespace>.svc.<domain>`; null for any other host. */
function serviceOf(host) {
    const parts = /^([^.*]+)\.([^.*]+)\.svc\./.exec(host);
    const [, name, namespace] = parts ?? [];
    return name === undefined || namespace === undefined ? null : { name, namespace };
}
/** A share of a whole as a percentage with as few digits as tell it apart from its neighbours. */
function percentWords(part, whole) {
    const percent = (part * 100) / whole;
    const digits = Number.isInteger(percent) ? 0 : percent < 1 || percent > 99 ? 2 : 1;
    return `${percent.toFixed(digits)} %`;
}
/** Milliseconds as Go prints durations: `3s`, `1m30s`, `250ms`. */
function durationWords(milliseconds) {
    if (milliseconds < 1000)
        return `${milliseconds}ms`;
    const hours = Math.floor(milliseconds / 3_600_000);
    const minutes = Math.floor((milliseconds % 3_600_000) / 60_000);
    const seconds = (milliseconds % 60_000) / 1000;
    return [
        hours > 0 ? `${hours}h` : '',
        minutes > 0 ? `${minutes}m` : '',
        seconds > 0 ? `${seconds}s` : ''
    ].join('');
}
/** `a`, `a and b`, `a, b and c`. */
function listWords(items) {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
/** `1 field`, `5 fields`. */
function countWords(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
/** One argument for a POSIX shell: what a person pastes must not run what a manifest says. */
function shellWord(text) {
    return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./build/effects/fold.js




/**
 * Equal effects as one: the same requests of the same subject at several proxy classes, then the same subject at
 * several ports, then several subjects that one object changes alike.
 */
function folded(effects, sidecars) {
    const byProxy = fold_groups(effects, ({ draft }) => draft.fingerprint).map(group => acrossProxies(group, sidecars));
    return fold_groups(byProxy, likeness).map(withMembers);
}
/** The surest of them stands for all: what is certain at one proxy class is an effect whatever others assume. */
function acrossProxies(group, sidecars) {
    const [first, ...rest] = [...group].sort(bySureness);
    // Groups are made of members.
    if (first === undefined)
        throw new Error('an empty group of effects');
    const { type } = first.draft.proxy;
    const names = new Set([first, ...rest].map(({ proxy }) => proxy.description));
    return { ...first.draft, proxy: { type, names: namesOf([...names], type, sidecars) } };
}
/** More names than this are said by those that are left out, where these are few. */
const nameLimit = 4;
function namesOf(names, type, sidecars) {
    const sorted = [...names].sort();
    if (type !== 'sidecar' || sidecars.length < 2)
        return sorted;
    const others = sidecars.filter(name => !names.includes(name)).sort();
    if (others.length === 0)
        return ['all sidecars'];
    if (names.length <= nameLimit || others.length > nameLimit)
        return sorted;
    return [`all sidecars except ${listWords(others)}`];
}
function bySureness(a, b) {
    const rank = { certain: 0, assumed: 1, unknown: 2 };
    return (rank[a.draft.certainty] - rank[b.draft.certainty] ||
        remoteness(a) - remoteness(b) ||
        a.draft.assumptions.length - b.draft.assumptions.length ||
        compareText(a.proxy.id, b.proxy.id));
}
/** Pods of the subject's own namespace before others, and "any other namespace" last. */
function remoteness({ draft, proxy }) {
    if (proxy.namespace === draft.subject.namespace)
        return 0;
    return proxy.id.startsWith('sidecar *') ? 2 : 1;
}
/** What must be equal for two subjects to be told in one line. */
function likeness(draft) {
    return (0,fingerprint/* canonical */.$)([
        draft.kind,
        draft.mesh,
        draft.severity,
        draft.proxy.type,
        draft.changes,
        draft.region,
        [...new Set(draft.causes.map(cause => (0,mesh_order/* refKey */.XF)(cause.ref)))].sort(),
        draft.subject.gateway ?? ''
    ]);
}
function withMembers(group) {
    const [first, ...rest] = [...group].sort(bySubject);
    if (first === undefined)
        throw new Error('an empty group of effects');
    return { ...first, members: rest.map(memberOf) };
}
function memberOf({ mesh, subject, proxy, region, fingerprint }) {
    return { mesh, subject, proxy, region, fingerprint };
}
function bySubject(a, b) {
    const rank = { certain: 0, assumed: 1, unknown: 2 };
    return (rank[a.certainty] - rank[b.certainty] ||
        compareText(a.subject.name, b.subject.name) ||
        (a.subject.port ?? 0) - (b.subject.port ?? 0) ||
        compareText(a.subject.namespace ?? '', b.subject.namespace ?? '') ||
        compareText(a.fingerprint, b.fingerprint));
}
function fold_groups(values, key) {
    const found = new Map();
    for (const value of values) {
        const name = key(value);
        const group = found.get(name);
        if (group === undefined)
            found.set(name, [value]);
        else
            group.push(value);
    }
    return [...found.values()];
}

// EXTERNAL MODULE: ./build/mesh/host.js
var mesh_host = __webpack_require__(5000);
// EXTERNAL MODULE: ./build/mesh/protocol.js
var mesh_protocol = __webpack_require__(8613);
;// CONCATENATED MODULE: ./build/effects/layer4.js






/**
 * Changed objects that also decide what becomes of connections that do not speak HTTP. Fields of theirs are read for
 * HTTP routes, so the ledger alone would take them for compared; listeners and clusters for TCP and TLS are not yet.
 */
function layer4Unknowns(base, head, changes) {
    const unknown = [];
    for (const change of changes) {
        if (change.equal || (0,manifest_change/* sameJson */.Vk)(change.base?.spec ?? null, change.head?.spec ?? null))
            continue;
        const manifest = change.head ?? change.base;
        const read = readers[manifest?.ref.kind ?? ''];
        if (manifest === null || read === undefined)
            continue;
        const what = new Set([
            ...(change.base === null ? [] : read(change.base, base)),
            ...(change.head === null ? [] : read(change.head, head))
        ]);
        if (what.size === 0)
            continue;
        unknown.push({
            reason: 'field',
            message: `${(0,build_finding/* describeRef */.R)(manifest.ref)} also decides about ${named(what)}, which is not compared yet: it could change routing and mutual TLS`,
            subject: manifest.ref,
            at: { manifest, path: ['spec'], part: 'key' }
        });
    }
    return unknown;
}
/** What of an object is about other protocols than HTTP, in words. */
const readers = {
    Service: ownPorts,
    ServiceEntry: ownPorts,
    DestinationRule: ({ spec, ref }, mesh) => {
        const host = (0,mesh_host/* qualify */.Ss)((0,json/* text */.Qq)(spec.host) ?? '', ref.namespace, mesh.config.clusterDomain);
        const services = host.startsWith('*')
            ? mesh.registry.all.filter(service => (0,mesh_host/* isSubset */.HS)(service.host, host))
            : mesh.registry.byHost(host.toLowerCase());
        return services.flatMap(portsOf);
    },
    VirtualService: ({ spec }) => ['tcp', 'tls'].filter(rules => (0,json/* list */.p_)(spec[rules]).length > 0).map(rules => `${rules} rules`),
    Gateway: ({ spec }) => (0,json/* list */.p_)(spec.servers).flatMap(serverWords),
    Sidecar: (_, mesh) => {
        const other = mesh.registry.all.flatMap(portsOf);
        return other.length === 0 ? [] : ['ports that do not speak HTTP'];
    }
};
function ownPorts(manifest, mesh) {
    return mesh.registry.all.filter(service => service.manifest === manifest).flatMap(portsOf);
}
/** A sniffed port is compared as HTTP; UDP never enters the mesh. */
function portsOf({ ports }) {
    return ports
        .filter(({ protocol }) => !(0,mesh_protocol/* isHttp */.Zc)(protocol) && protocol !== 'auto' && protocol !== 'UDP')
        .map(({ number, protocol }) => `port ${number} (${protocol})`);
}
function serverWords(server) {
    const fields = (0,json/* map */.Tj)(server);
    const protocol = (0,mesh_protocol/* parseProtocol */.gR)((0,json/* text */.Qq)((0,json/* map */.Tj)(fields?.port)?.protocol) ?? '');
    const mode = (0,json/* text */.Qq)((0,json/* map */.Tj)(fields?.tls)?.mode) ?? '';
    if (protocol === 'HTTPS' && !mode.includes('PASSTHROUGH'))
        return [];
    return (0,mesh_protocol/* isHttp */.Zc)(protocol) ? [] : [`servers for ${(0,json/* text */.Qq)((0,json/* map */.Tj)(fields?.port)?.protocol) ?? 'TCP'}`];
}
function named(what) {
    const all = [...what].sort();
    const shown = all.slice(0, 3);
    return all.length > shown.length
        ? `${shown.join(', ')} and ${all.length - shown.length} more`
        : listWords(shown);
}

;// CONCATENATED MODULE: ./build/dataplane/ledger/compared.js
/**
 * The pieces that effects compare on both sides. A field that is compiled into another piece alone counts
 * as unread: whoever compares a further piece adds it here.
 */
const comparedPieces = new Set(['route-configs']);

;// CONCATENATED MODULE: ./build/dataplane/ledger/inert.js
const TELEMETRY_NAME = 'a name in statistics alone';
/** What the containers of a pod are and do is not the mesh's. */
const pod = (root) => [
    [`${root}containers[].{image,imagePullPolicy,command,args,env,envFrom}.**`, APPLICATION],
    [
        `${root}{containers,initContainers}[].{image,imagePullPolicy,command,args,workingDir}`,
        APPLICATION
    ],
    [`${root}{containers,initContainers}[].{command,args}[]`, APPLICATION],
    [
        `${root}{containers,initContainers}[].{env,envFrom,resources,volumeMounts,volumeDevices,lifecycle,livenessProbe,readinessProbe,startupProbe,securityContext,terminationMessagePath,terminationMessagePolicy,stdin,tty}.**`,
        APPLICATION
    ],
    [
        `${root}{volumes,affinity,tolerations,nodeSelector,topologySpreadConstraints,securityContext,imagePullSecrets}.**`,
        PLACEMENT
    ],
    [
        `${root}{restartPolicy,terminationGracePeriodSeconds,priorityClassName,priority,schedulerName,nodeName,enableServiceLinks,automountServiceAccountToken}`,
        PLACEMENT
    ]
];
const APPLICATION = 'what the application is, not how requests reach it';
const PLACEMENT = 'where and how pods are started, not how requests reach them';
const ROLLOUT = 'how pods are replaced, not how requests reach them';
const deployment = [
    ['spec.{strategy,updateStrategy}.**', ROLLOUT],
    [
        'spec.{minReadySeconds,revisionHistoryLimit,progressDeadlineSeconds,paused,podManagementPolicy,serviceName}',
        ROLLOUT
    ],
    ['spec.selector.**', 'finds pods of the object itself; their labels are in the template'],
    ['spec.{volumeClaimTemplates,persistentVolumeClaimRetentionPolicy,ordinals}.**', PLACEMENT],
    ...pod('spec.template.spec.')
];
/** Fields that no request can observe, by kind, each with the reason. */
const inertFields = {
    VirtualService: [['spec.http[].match[].statPrefix', TELEMETRY_NAME]],
    Gateway: [['spec.servers[].name', TELEMETRY_NAME]],
    Pod: pod('spec.'),
    Deployment: deployment,
    StatefulSet: deployment,
    DaemonSet: deployment,
    ReplicaSet: deployment,
    ReplicationController: deployment,
    Job: pod('spec.template.spec.'),
    CronJob: pod('spec.jobTemplate.spec.template.spec.')
};

;// CONCATENATED MODULE: ./build/dataplane/ledger/touches.js
/** What changes of each kind can touch, where nothing more is known of the field. */
const TOUCHES = {
    VirtualService: ['routing', 'exposure'],
    DestinationRule: ['routing', 'transport'],
    Gateway: ['routing', 'exposure'],
    ServiceEntry: ['routing', 'transport'],
    Sidecar: ['routing', 'transport'],
    WorkloadEntry: ['routing', 'access', 'transport'],
    WorkloadGroup: ['membership'],
    EnvoyFilter: ['extension', 'routing', 'access', 'transport', 'authentication', 'observability'],
    WasmPlugin: ['extension', 'routing', 'access', 'authentication'],
    TrafficExtension: ['extension', 'routing', 'access', 'authentication'],
    ProxyConfig: ['observability'],
    Telemetry: ['observability'],
    AuthorizationPolicy: ['access'],
    PeerAuthentication: ['transport', 'routing'],
    RequestAuthentication: ['authentication', 'access'],
    Service: ['routing', 'transport'],
    Endpoints: ['routing'],
    EndpointSlice: ['routing'],
    ServiceAccount: ['access'],
    Secret: ['exposure', 'transport'],
    Node: ['routing'],
    Namespace: ['membership', 'routing', 'access'],
    IstioOperator: ['routing', 'access', 'transport', 'observability'],
    ConfigMap: ['routing', 'access', 'transport', 'observability'],
    Ingress: ['routing', 'exposure'],
    IngressClass: ['routing', 'exposure']
};
const WORKLOAD = ['membership', 'routing', 'access', 'transport'];
const WORKLOADS = [
    'Pod',
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'ReplicaSet',
    'ReplicationController',
    'Job',
    'CronJob',
    'Rollout'
];
const GATEWAY_API = ['routing', 'exposure', 'transport'];
const EVERYTHING = [
    'routing',
    'exposure',
    'access',
    'transport',
    'authentication',
    'membership',
    'observability'
];
function touchedBy(group, kind) {
    if (group.endsWith('gateway.networking.k8s.io') || group.includes('x-k8s.io'))
        return GATEWAY_API;
    if (WORKLOADS.includes(kind))
        return WORKLOAD;
    return TOUCHES[kind] ?? EVERYTHING;
}

;// CONCATENATED MODULE: ./build/dataplane/ledger/metadata.js

/** Objects of which the older one wins somewhere. */
const ORDERED = [
    'VirtualService',
    'DestinationRule',
    'Gateway',
    'ServiceEntry',
    'Sidecar',
    'Service',
    'WorkloadEntry'
];
const metadata_WORKLOADS = {
    Pod: [],
    Deployment: ['spec', 'template'],
    StatefulSet: ['spec', 'template'],
    DaemonSet: ['spec', 'template'],
    ReplicaSet: ['spec', 'template'],
    ReplicationController: ['spec', 'template'],
    Job: ['spec', 'template'],
    CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
    Rollout: ['spec', 'template']
};
const inert = (reason) => ({ status: 'inert', reason, touches: [] });
/** Reading of fields of metadata, of the object and of a pod template; `null` for other fields. */
function metadataReading(group, kind, path) {
    const [first] = path;
    if (first === 'apiVersion' || first === 'kind') {
        return inert('all served versions of a kind are one object');
    }
    if (first === 'status')
        return inert('written by controllers, not by git');
    const template = metadata_WORKLOADS[kind];
    if (template !== undefined && startsWith(path, [...template, 'metadata'])) {
        return podMetadata(kind, path.slice(template.length + 1));
    }
    if (first !== 'metadata')
        return null;
    return objectMetadata(group, kind, path.slice(1));
}
function startsWith(path, prefix) {
    return prefix.every((segment, index) => path[index] === segment);
}
function objectMetadata(group, kind, path) {
    const [field, key] = path;
    const touches = touchedBy(group, kind);
    switch (field) {
        case 'name':
        case 'namespace':
            return { status: 'read', by: 'identity', touches };
        case 'creationTimestamp':
            return ORDERED.includes(kind)
                ? { status: 'read', by: 'order', touches }
                : inert('no younger or older object of this kind competes with it');
        case 'labels':
            return objectLabel(kind, typeof key === 'string' ? key : '', touches);
        case 'annotations':
            return annotation(kind, typeof key === 'string' ? key : '', touches);
        default:
            return inert('bookkeeping of Kubernetes');
    }
}
function objectLabel(kind, key, touches) {
    if (kind === 'Service' || kind === 'ServiceEntry' || kind === 'WorkloadEntry') {
        return isIstioKey(key) && key !== 'experimental.istio.io/disable-gateway-port-translation'
            ? { status: 'unknown', touches }
            : { status: 'read', by: 'service', touches };
    }
    if (kind === 'Namespace') {
        return isIstioKey(key) || isOpaqueNamespaceLabel(key)
            ? { status: 'unknown', touches }
            : inert('no selector over namespaces that Istio evaluates without being told to');
    }
    // Label istio.io/rev hides an object from control planes of other revisions.
    if (isIstioKey(key))
        return { status: 'unknown', touches };
    return inert('nothing selects objects of this kind by their labels');
}
/** `istio-injection` has no domain; the others have one. */
function isOpaqueNamespaceLabel(key) {
    return key === 'istio-injection' || key === 'istio-env' || key === '';
}
function isIstioKey(key) {
    const slash = key.indexOf('/');
    const domain = slash < 0 ? '' : key.slice(0, slash);
    return (domain === 'istio.io' ||
        domain.endsWith('.istio.io') ||
        domain.endsWith('gateway.networking.k8s.io') ||
        key.startsWith('istio-'));
}
function annotation(kind, key, touches) {
    if (kind === 'Service' && key === 'networking.istio.io/exportTo') {
        return { status: 'read', by: 'service', touches };
    }
    if (isIstioKey(key))
        return { status: 'unknown', touches };
    if (TOPOLOGY.has(key) && (kind === 'Service' || kind === 'ServiceEntry')) {
        return { status: 'unknown', touches };
    }
    return inert('Istio reads no annotation outside its own domains here');
}
const TOPOLOGY = new Set([
    'service.kubernetes.io/topology-mode',
    'service.kubernetes.io/topology-aware-hints'
]);
function podMetadata(kind, path) {
    const [field, key] = path;
    const touches = touchedBy('', kind);
    if (field === 'labels') {
        return isIstioKey(String(key ?? '')) && !READ_POD_LABELS.has(String(key))
            ? { status: 'unknown', touches }
            : { status: 'read', by: 'workload labels', touches };
    }
    if (field === 'annotations')
        return annotation(kind, String(key ?? ''), touches);
    return field === 'name' || field === 'namespace'
        ? { status: 'read', by: 'identity', touches }
        : inert('bookkeeping of Kubernetes');
}
const READ_POD_LABELS = new Set([
    'sidecar.istio.io/inject',
    'security.istio.io/tlsMode'
]);

;// CONCATENATED MODULE: ./build/dataplane/ledger/pattern.js
/** Patterns with what was said about them, for look-ups by path. */
class PatternTree {
    #root = { children: new Map(), value: undefined };
    add(pattern, value) {
        for (const segments of expand(pattern)) {
            let node = this.#root;
            for (const segment of segments) {
                let next = node.children.get(segment);
                if (next === undefined) {
                    next = { children: new Map(), value: undefined };
                    node.children.set(segment, next);
                }
                node = next;
            }
            node.value ??= value;
        }
    }
    /** What the most specific pattern says of a path, or of the fields beneath it. */
    get(path) {
        return find(this.#root, path, 0);
    }
    /** Every pattern as its segments. */
    *all() {
        yield* walk(this.#root, []);
    }
}
function find(node, path, at) {
    const segment = path[at];
    if (segment === undefined)
        return node.value ?? firstBeneath(node);
    const keys = typeof segment === 'number' ? ['[]'] : [segment, '*'];
    for (const key of keys) {
        const child = node.children.get(key);
        const found = child === undefined ? undefined : find(child, path, at + 1);
        if (found !== undefined)
            return found;
    }
    return node.children.get('**')?.value;
}
/** An empty map or list stands for what would be in it. */
function firstBeneath(node) {
    for (const child of node.children.values()) {
        const found = child.value ?? firstBeneath(child);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function* walk(node, segments) {
    if (node.value !== undefined)
        yield { segments, value: node.value };
    for (const [key, child] of node.children)
        yield* walk(child, [...segments, key]);
}
/** All alternatives of a pattern, as segments. */
function expand(pattern) {
    return alternatives(pattern).map(segmentsOf);
}
function alternatives(pattern) {
    const open = pattern.indexOf('{');
    if (open < 0)
        return [pattern];
    let depth = 0;
    let start = open + 1;
    const parts = [];
    for (let i = open; i < pattern.length; i++) {
        const character = pattern[i];
        if (character === '{')
            depth += 1;
        if (character === '}')
            depth -= 1;
        if ((character === ',' && depth === 1) || depth === 0) {
            parts.push(pattern.slice(start, i));
            start = i + 1;
        }
        if (depth > 0)
            continue;
        const [before, after] = [pattern.slice(0, open), pattern.slice(i + 1)];
        return parts.flatMap(part => alternatives(`${before}${part}${after}`));
    }
    throw new Error(`unbalanced braces in ${pattern}`);
}
function segmentsOf(pattern) {
    const segments = [];
    for (const part of pattern.matchAll(/"([^"]*)"|([^.[\]"]+)|\[\]/g)) {
        segments.push(part[1] ?? part[2] ?? '[]');
    }
    return segments;
}

// EXTERNAL MODULE: ./build/mesh/service-entry.js
var service_entry = __webpack_require__(9378);
// EXTERNAL MODULE: ./build/mesh/service-kubernetes.js
var service_kubernetes = __webpack_require__(5256);
// EXTERNAL MODULE: ./build/mesh/workload.js
var workload = __webpack_require__(9455);
// EXTERNAL MODULE: ./build/dataplane/delegate.js
var delegate = __webpack_require__(4074);
// EXTERNAL MODULE: ./build/dataplane/destination-rule.js
var destination_rule = __webpack_require__(168);
// EXTERNAL MODULE: ./build/dataplane/endpoints.js + 1 modules
var endpoints = __webpack_require__(8150);
// EXTERNAL MODULE: ./build/dataplane/gateway-servers.js
var gateway_servers = __webpack_require__(5158);
// EXTERNAL MODULE: ./build/dataplane/hash.js
var hash = __webpack_require__(178);
// EXTERNAL MODULE: ./build/dataplane/headers.js
var headers = __webpack_require__(3787);
// EXTERNAL MODULE: ./build/dataplane/redirect.js
var redirect = __webpack_require__(9285);
// EXTERNAL MODULE: ./build/dataplane/retry.js
var retry = __webpack_require__(19);
// EXTERNAL MODULE: ./build/dataplane/route-action.js
var route_action = __webpack_require__(1963);
// EXTERNAL MODULE: ./build/dataplane/route-match.js
var route_match = __webpack_require__(7012);
// EXTERNAL MODULE: ./build/dataplane/routes.js
var routes = __webpack_require__(1187);
// EXTERNAL MODULE: ./build/dataplane/scope.js + 2 modules
var scope = __webpack_require__(3489);
// EXTERNAL MODULE: ./build/dataplane/settings.js
var settings = __webpack_require__(8440);
// EXTERNAL MODULE: ./build/dataplane/sidecar.js
var sidecar = __webpack_require__(570);
// EXTERNAL MODULE: ./build/dataplane/tcp-chains.js
var tcp_chains = __webpack_require__(9897);
// EXTERNAL MODULE: ./build/dataplane/upstream-policy.js
var upstream_policy = __webpack_require__(5323);
// EXTERNAL MODULE: ./build/dataplane/upstream-tls.js
var upstream_tls = __webpack_require__(1400);
// EXTERNAL MODULE: ./build/dataplane/virtual-service.js
var virtual_service = __webpack_require__(6080);
;// CONCATENATED MODULE: ./build/dataplane/ledger/read.js





















/** What each step states to read, the step's name for people, and the pieces of configuration it goes into. */
const steps = [
    ['virtual services', ['route-configs'], virtual_service/* virtualServiceReads */.a],
    ['delegates', ['route-configs'], delegate/* delegateReads */.h],
    ['routes', ['route-configs'], routes/* routeReads */.h],
    ['route matches', ['route-configs'], route_match/* routeMatchReads */.wd],
    ['route actions', ['route-configs'], route_action/* routeActionReads */.Dj],
    ['redirects', ['route-configs'], redirect/* redirectReads */.W],
    ['header operations', ['route-configs'], headers/* headerReads */.$N],
    ['retries', ['route-configs'], retry/* retryReads */.AO],
    ['route settings', ['route-configs'], settings/* settingReads */.S4],
    ['gateway servers', ['route-configs'], gateway_servers/* gatewayReads */.qN],
    ['destination rules', ['route-configs'], destination_rule/* destinationRuleReads */.e1],
    ['hash policies', ['route-configs'], hash/* hashReads */.E2],
    ['sidecar selection', ['route-configs'], sidecar/* sidecarReads */.Tt],
    ['sidecar scope', ['route-configs'], scope/* scopeReads */.u],
    ['services', ['route-configs'], service_kubernetes/* serviceReads */.X],
    ['service entries', ['route-configs'], service_entry/* serviceEntryReads */.BA],
    ['clusters of service entries', ['clusters'], service_entry/* serviceEntryClusterReads */.hR],
    ['workloads', ['endpoints'], workload/* workloadReads */.$X],
    ['endpoints', ['endpoints'], endpoints/* endpointReads */.Jm],
    ['TCP and TLS routes', ['filter-chains'], tcp_chains/* tcpReads */.tc],
    ['upstream policies', ['clusters'], upstream_policy/* upstreamPolicyReads */.P],
    ['upstream TLS', ['clusters'], upstream_tls/* upstreamTlsReads */.k]
];
const readFields = steps.flatMap(([by, pieces, reads]) => reads.map(([kind, pattern]) => ({ kind, pattern, by, pieces })));

;// CONCATENATED MODULE: ./build/dataplane/ledger/ledger.js






/**
 * The ledger of design §6: every field of every kind is read by a compile step, stands on a list of inert
 * fields with the reason, or is unknown. The steps themselves state what they read, beside the code.
 */
function classify(group, kind, path) {
    const touches = touchedBy(group, kind);
    const metadata = metadataReading(group, kind, path);
    if (metadata !== null)
        return metadata;
    const found = tree(kindKey(group, kind)).get(path);
    if (found === undefined)
        return { status: 'unknown', touches };
    if ('by' in found) {
        const compared = found.pieces.every(piece => comparedPieces.has(piece));
        return compared ? { status: 'read', by: found.by, touches } : { status: 'unknown', touches };
    }
    return { status: 'inert', reason: found.reason, touches: [] };
}
const trees = new Map();
function tree(key) {
    let found = trees.get(key);
    if (found === undefined) {
        found = new PatternTree();
        for (const { kind, pattern, by, pieces } of readFields) {
            if (kind === key)
                found.add(pattern, { by, pieces });
        }
        for (const [pattern, reason] of inertFields[key] ?? [])
            found.add(pattern, { reason });
        trees.set(key, found);
    }
    return found;
}
/** Kinds that two groups share are told apart by their group. */
function kindKey(group, kind) {
    if (kind === 'Gateway' && group !== 'networking.istio.io')
        return `${group}/${kind}`;
    if (kind === 'Service' && group !== '')
        return `${group}/${kind}`;
    return kind;
}

;// CONCATENATED MODULE: ./build/effects/field-diff.js

/** Above this many element pairs a list is compared by position: more changes are named, none is missed. */
const pairBudget = 250_000;
/**
 * Every leaf in which two objects differ. Lists are aligned by their equal elements, so that an element put
 * in front does not make all that follow look edited.
 */
function fieldChanges(before, after) {
    const changes = [];
    diff(before, after, [], [], changes);
    return changes;
}
function diff(before, after, beforePath, afterPath, changes) {
    if (before === after)
        return;
    if (isMap(before) && isMap(after)) {
        diffMaps(before, after, beforePath, afterPath, changes);
    }
    else if (isList(before) && isList(after)) {
        diffLists(before, after, beforePath, afterPath, changes);
    }
    else {
        if (before !== undefined) {
            for (const path of leaves(before, beforePath))
                changes.push({ before: path, after: null });
        }
        if (after !== undefined) {
            for (const path of leaves(after, afterPath))
                changes.push({ before: null, after: path });
        }
    }
}
function diffMaps(before, after, beforePath, afterPath, changes) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    if (keys.size === 0)
        return;
    for (const key of keys) {
        diff(before[key], after[key], [...beforePath, key], [...afterPath, key], changes);
    }
    // An empty map is a leaf, and it may stand against keys on the other side.
    if (Object.keys(before).length === 0)
        changes.push({ before: beforePath, after: null });
    if (Object.keys(after).length === 0)
        changes.push({ before: null, after: afterPath });
}
function diffLists(before, after, beforePath, afterPath, changes) {
    let i = 0;
    let j = 0;
    for (const [nextI, nextJ] of [
        ...aligned(before, after),
        [before.length, after.length]
    ]) {
        // Between two equal elements: pair what stands on both sides, the rest was added or removed.
        while (i < nextI || j < nextJ) {
            const one = i < nextI ? before[i] : undefined;
            const other = j < nextJ ? after[j] : undefined;
            diff(one, other, [...beforePath, i], [...afterPath, j], changes);
            if (i < nextI)
                i++;
            if (j < nextJ)
                j++;
        }
        i = nextI + 1;
        j = nextJ + 1;
    }
    if (before.length === 0 && after.length > 0)
        changes.push({ before: beforePath, after: null });
    if (after.length === 0 && before.length > 0)
        changes.push({ before: null, after: afterPath });
}
/** Index pairs of equal elements: a longest common subsequence. */
function aligned(before, after) {
    const left = before.map(fingerprint/* canonical */.$);
    const right = after.map(fingerprint/* canonical */.$);
    const pairs = [];
    let start = 0;
    while (start < left.length && start < right.length && left[start] === right[start]) {
        pairs.push([start, start]);
        start++;
    }
    let end = 0;
    while (end < left.length - start &&
        end < right.length - start &&
        left[left.length - 1 - end] === right[right.length - 1 - end]) {
        end++;
    }
    const rows = left.length - start - end;
    const columns = right.length - start - end;
    if (rows * columns <= pairBudget)
        pairs.push(...middle(left, right, start, rows, columns));
    else
        pairs.push(...positions(left, right, start, Math.min(rows, columns)));
    for (let k = end; k > 0; k--)
        pairs.push([left.length - k, right.length - k]);
    return pairs;
}
function middle(left, right, start, rows, columns) {
    const width = columns + 1;
    const lengths = new Uint32Array((rows + 1) * width);
    const at = (i, j) => lengths[i * width + j] ?? 0;
    for (let i = rows - 1; i >= 0; i--) {
        for (let j = columns - 1; j >= 0; j--) {
            lengths[i * width + j] =
                left[start + i] === right[start + j]
                    ? at(i + 1, j + 1) + 1
                    : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const pairs = [];
    let i = 0;
    let j = 0;
    while (i < rows && j < columns) {
        if (left[start + i] === right[start + j])
            pairs.push([start + i++, start + j++]);
        else if (at(i + 1, j) >= at(i, j + 1))
            i++;
        else
            j++;
    }
    return pairs;
}
function positions(left, right, start, length) {
    const pairs = [];
    for (let k = start; k < start + length; k++)
        if (left[k] === right[k])
            pairs.push([k, k]);
    return pairs;
}
/** Paths of every scalar, empty map and empty list. */
function leaves(value, path) {
    const found = [];
    const visit = (at, here) => {
        if (isList(at) && at.length > 0)
            for (const [i, item] of at.entries())
                visit(item, [...here, i]);
        else if (isMap(at) && Object.keys(at).length > 0) {
            for (const key of Object.keys(at))
                visit(at[key] ?? null, [...here, key]);
        }
        else
            found.push(here);
    };
    visit(value, path);
    return found;
}
function isList(value) {
    return Array.isArray(value);
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/effects/ledger-words.js

const words = {
    routing: 'routing',
    exposure: 'what is reachable from outside',
    access: 'access',
    transport: 'mutual TLS',
    authentication: 'authentication',
    membership: 'which pods are in the mesh',
    observability: 'telemetry',
    extension: 'proxy extensions'
};
const order = [
    'routing',
    'exposure',
    'access',
    'authentication',
    'transport',
    'membership',
    'extension',
    'observability'
];
/** `it could change routing and access`. */
function touchWords(touches) {
    const wanted = new Set(touches);
    const named = order.filter(touch => wanted.has(touch)).map(touch => words[touch]);
    return `it could change ${named.length > 4 || named.length === 0 ? 'anything' : listWords(named)}`;
}
/** `spec.rules[].from[].source`: without indices, which say nothing a day later. */
function pathWords(path) {
    let text = '';
    for (const key of path) {
        if (typeof key === 'number')
            text += '[]';
        else if (/^[A-Za-z0-9_-]+$/.test(key))
            text += text === '' ? key : `.${key}`;
        else
            text += `["${key}"]`;
    }
    return text;
}
/** What kind of text changed: `apiVersion v1beta1 → v1, labels`. */
function textWords({ base, head }, paths) {
    if (base === null || head === null)
        return base === null ? 'added' : 'removed';
    const said = new Set();
    for (const path of paths) {
        const [first, second] = path;
        if (first === 'apiVersion')
            said.add(`apiVersion ${base.version} → ${head.version}`);
        else if (first === 'metadata')
            said.add(String(second ?? 'metadata'));
        else
            said.add(pathWords(path));
    }
    const all = [...said].sort();
    const shown = all.slice(0, 3);
    return all.length > shown.length
        ? `${shown.join(', ')} and ${all.length - shown.length} more`
        : listWords(shown);
}

;// CONCATENATED MODULE: ./build/effects/ledger.js






/**
 * Every changed field is either consumed by a compile step, and then the comparison answers for it; or inert, and then
 * the object changed in text only; or nothing reads it yet, and what it could touch is unknown.
 */
function readChanges(changes) {
    const unknown = [];
    const textOnly = [];
    for (const change of changes) {
        const manifest = change.head ?? change.base;
        if (manifest === null)
            continue;
        const ref = (0,build_finding/* describeRef */.R)(manifest.ref);
        if (change.equal) {
            textOnly.push({ file: manifest.file, what: `moved from ${change.base?.file ?? ''}`, ref });
            continue;
        }
        const fields = fieldsOf(change);
        const unread = fields.filter(field => field.status === 'unknown');
        if (unread.length > 0 || isUnreadObject(change, manifest)) {
            unknown.push(unreadFields(change, manifest, unread));
        }
        else if (fields.every(field => field.status === 'inert')) {
            const paths = fields.map(field => field.place.path);
            textOnly.push({ file: manifest.file, what: textWords(change, paths), ref });
        }
    }
    return { unknown, textOnly };
}
function fieldsOf({ base, head }) {
    const found = [];
    const add = (manifest, path) => {
        if (manifest === null || path === null)
            return;
        const { group, kind } = manifest.ref;
        const { status, touches } = classify(group, kind, path);
        found.push({ place: { manifest, path }, status, touches });
    };
    if (base === null || head === null) {
        const manifest = head ?? base;
        if (manifest !== null)
            for (const path of leaves(manifest.object, []))
                add(manifest, path);
        return found;
    }
    for (const { before, after } of fieldChanges(base.object, head.object)) {
        add(base, before);
        add(head, after);
    }
    return found;
}
const readKinds = new Set(readFields.map(({ kind }) => kind));
/** A policy without a field can still decide everything: an AuthorizationPolicy without a spec allows nothing. */
function isUnreadObject({ base, head }, { ref }) {
    if (base !== null && head !== null)
        return false;
    const own = ref.group.endsWith('istio.io') || ref.group.endsWith('gateway.networking.k8s.io');
    const key = ref.kind === 'Gateway' && ref.group !== 'networking.istio.io' ? `${ref.group}/` : '';
    return own && !readKinds.has(`${key}${ref.kind}`);
}
function unreadFields({ base, head }, manifest, fields) {
    const [first] = [...fields].sort((a, b) => ledger_rank(a) - ledger_rank(b));
    const touches = new Set(fields.flatMap(field => field.touches));
    if (touches.size === 0) {
        const { group, kind } = manifest.ref;
        for (const touch of classify(group, kind, ['spec']).touches)
            touches.add(touch);
    }
    return {
        reason: 'field',
        message: `${sentence(base, head, manifest, fields)}: ${touchWords(touches)}`,
        subject: manifest.ref,
        at: first?.place ?? { manifest, path: ['metadata', 'name'] }
    };
}
/** Places in head first: that is where people look. */
function ledger_rank({ place }) {
    return 'side' in place.manifest && place.manifest.side === 'head' ? 0 : 1;
}
function sentence(base, head, { ref }, fields) {
    const name = (0,build_finding/* describeRef */.R)(ref);
    const paths = [...new Set(fields.map(field => pathWords(field.place.path)))];
    const shown = paths.slice(0, 3);
    const more = paths.length - shown.length;
    const named = more > 0 ? `${shown.join(', ')} and ${more} more` : listWords(shown);
    if (base === null || head === null) {
        const what = base === null ? 'is new' : 'was removed';
        return readKinds.has(ref.kind) && paths.length > 0
            ? `${name} ${what}, and ${named} of it ${paths.length === 1 ? 'is' : 'are'} not analysed yet`
            : `${name} ${what}, and objects of this kind are not analysed yet`;
    }
    const changed = countWords(paths.length, 'changed field');
    return `${changed} of ${name} (${named}) ${paths.length === 1 ? 'is' : 'are'} not analysed yet`;
}

// EXTERNAL MODULE: ./build/mesh/selector.js
var mesh_selector = __webpack_require__(9999);
;// CONCATENATED MODULE: ./build/effects/opaque.js




/** Kinds that patch what istiod made, or run code of their own in a proxy. */
const opaqueKinds = ['EnvoyFilter', 'WasmPlugin', 'TrafficExtension'];
/** More of one kind than this are assumed unchanged in one line. */
const opaque_nameLimit = 3;
/** What is the same on both sides equals itself, whatever it does: an assumption, and no reason to warn. */
function opaqueAssumptions(head, changes) {
    const changed = changedKeys(changes);
    const assumptions = [];
    for (const kind of opaqueKinds) {
        const same = head.of(kind).filter(({ ref }) => !changed.has((0,mesh_order/* refKey */.XF)(ref)));
        const refs = same.length > opaque_nameLimit
            ? [`${same.length} objects of kind ${kind}`]
            : same.map(({ ref }) => (0,build_finding/* describeRef */.R)(ref)).sort();
        for (const ref of refs)
            assumptions.push({ kind: 'opaque-unchanged', params: { ref } });
    }
    return assumptions;
}
/** A table changed beneath a patch of routes: what the patch makes of the new one is not known. */
function beneathOpaque(head, changes, proxies) {
    if (proxies.length === 0)
        return [];
    const changed = changedKeys(changes);
    const unknown = [];
    for (const filter of head.of('EnvoyFilter')) {
        if (changed.has((0,mesh_order/* refKey */.XF)(filter.ref)) || !patchesRoutes(filter))
            continue;
        const touched = proxies.filter(proxy => appliesTo(filter, proxy, head.config.rootNamespace));
        const [first] = touched;
        if (first === undefined)
            continue;
        const others = touched.length > 1 ? ` and ${touched.length - 1} more` : '';
        unknown.push({
            reason: 'opaque',
            message: `routes of ${first.description}${others} changed beneath ${(0,build_finding/* describeRef */.R)(filter.ref)}, which patches routes: what it makes of them is unknown`,
            subject: filter.ref,
            at: { manifest: filter, path: ['spec', 'configPatches'], part: 'key' }
        });
    }
    return unknown;
}
const routePatches = new Set([
    'ROUTE_CONFIGURATION',
    'VIRTUAL_HOST',
    'HTTP_ROUTE'
]);
function patchesRoutes({ spec }) {
    return (0,json/* list */.p_)(spec.configPatches).some(patch => routePatches.has((0,json/* text */.Qq)((0,json/* map */.Tj)(patch)?.applyTo) ?? ''));
}
function appliesTo({ ref, spec }, proxy, root) {
    if (ref.namespace !== proxy.namespace && ref.namespace !== root)
        return false;
    const wanted = (0,json/* textMap */.sP)((0,json/* map */.Tj)(spec.workloadSelector)?.labels);
    return (0,mesh_selector/* selects */.ko)(wanted, proxy.labels);
}
function changedKeys(changes) {
    const keys = new Set();
    for (const { base, head, equal } of changes) {
        const ref = (head ?? base)?.ref;
        if (!equal && ref !== undefined)
            keys.add((0,mesh_order/* refKey */.XF)(ref));
    }
    return keys;
}

// EXTERNAL MODULE: ./build/dataplane/dataplane.js + 22 modules
var dataplane = __webpack_require__(3073);
;// CONCATENATED MODULE: ./build/effects/orders.js

/** The orders of creation that a group of rivals could have; the first is the one that is taken without a hint. */
function ordersOf({ members, manifests }) {
    const all = members.length <= 3 ? permutations(members) : rotations(members);
    return all.filter(order => respectsAges(order, manifests));
}
/** Each once in front and once at the end, the others as they are: who wins, and who never does. */
function rotations(members) {
    const orders = [[...members]];
    for (const one of members.slice(0, 8)) {
        const others = members.filter(key => key !== one);
        orders.push([one, ...others], [...others, one]);
    }
    const distinct = new Map(orders.map(order => [order.join('\n'), order]));
    return [...distinct.values()];
}
function permutations(members) {
    const [first, ...rest] = members;
    if (first === undefined)
        return [[]];
    const result = [];
    for (const order of permutations(rest)) {
        for (let i = 0; i <= order.length; i++)
            result.push([...order.slice(0, i), first, ...order.slice(i)]);
    }
    const given = members.join('\n');
    // The order by names comes first.
    return result.sort((a, b) => Number(b.join('\n') === given) - Number(a.join('\n') === given));
}
function respectsAges(order, manifests) {
    let oldest = Number.NEGATIVE_INFINITY;
    for (const key of order) {
        const manifest = manifests.get(key);
        const age = manifest === undefined ? null : (0,mesh_order/* createdAt */.CT)(manifest);
        if (age === null)
            continue;
        if (age < oldest)
            return false;
        oldest = age;
    }
    return true;
}
/** The same mesh, with rivals created in a certain order; all other objects keep their places. */
function inOrder(mesh, kind, order) {
    const wanted = new Set(order);
    const current = mesh.of(kind);
    const present = new Map(current.map(manifest => [(0,mesh_order/* refKey */.XF)(manifest.ref), manifest]));
    const queue = order.flatMap(key => present.get(key) ?? []);
    let next = 0;
    const reordered = current.map(manifest => wanted.has((0,mesh_order/* refKey */.XF)(manifest.ref)) ? (queue[next++] ?? manifest) : manifest);
    // Everything but the order of these objects is the mesh's own, made when it is asked for.
    return Object.create(mesh, {
        of: {
            value: (asked, group) => {
                const found = mesh.of(asked, group);
                return asked === kind && found === current ? reordered : found;
            }
        }
    });
}

;// CONCATENATED MODULE: ./build/effects/outcome-words.js

const outcome_words_words = {
    served: 'served',
    'no-virtual-host': '404 (host not served)',
    'no-route': '404 (no route matches)',
    'no-cluster': 'no such cluster',
    'no-endpoints': 'no pods',
    redirect: 'redirect',
    'direct-response': 'answered by the proxy',
    denied: 'denied',
    unauthenticated: 'unauthenticated',
    'bad-request': 'bad request',
    reset: 'connection refused',
    closed: 'connection closed',
    passthrough: 'passed through to the address dialled',
    blackhole: 'blackholed',
    delegated: 'decided by an external provider',
    'config-refused': 'configuration refused by Envoy',
    unknown: 'not understood'
};
/** `reviews v1 90 %, reviews v2 10 %`, `redirect 301`, `404 (no route matches)`; settings that are not the default follow. */
function outcomeWords(outcome, namespace) {
    const { destinations, status } = outcome;
    if (destinations.length === 0) {
        return status === undefined || outcome_words_words[outcome.outcome].includes(String(status))
            ? outcome_words_words[outcome.outcome]
            : `${outcome_words_words[outcome.outcome]} ${status}`;
    }
    let whole = 0;
    for (const one of destinations)
        whole += one.weight;
    const shares = destinations.map(({ host, subset, weight, missing }) => {
        const part = destinations.length > 1 ? ` ${percentWords(weight, whole)}` : '';
        const name = `${hostWords(host, namespace)}${subset === undefined ? '' : ` ${subset}`}`;
        return `${name}${part}${missing === true ? ` (missing: ${status ?? 503})` : ''}`;
    });
    const timeout = outcome.settings?.timeout;
    return [shares.join(', '), timeout === undefined ? '' : `timeout ${timeout}`]
        .filter(part => part !== '')
        .join(', ');
}

;// CONCATENATED MODULE: ./build/effects/pods.js

function podsIn(mesh) {
    const known = new Map();
    return cluster => {
        const key = `${cluster.host} ${(0,mesh_selector/* selectorText */.nM)(cluster.labels)}`;
        let pods = known.get(key);
        if (pods === undefined) {
            pods = selected(mesh, cluster);
            known.set(key, pods);
        }
        return pods;
    };
}
function selected(mesh, { host, labels }) {
    const names = new Set();
    const selectors = new Set();
    for (const service of mesh.registry.byHost(host)) {
        // Without a selector others say which addresses serve it, and the ledger watches those.
        if (service.selector === null)
            continue;
        const wanted = { ...service.selector, ...labels };
        selectors.add((0,mesh_selector/* selectorText */.nM)(wanted));
        for (const workload of mesh.workloadsBy(service.namespace, wanted))
            names.add(workload.name);
    }
    const all = selectors.size === 0 ? (0,mesh_selector/* selectorText */.nM)(labels) : [...selectors].sort().join(' or ');
    const sorted = [...names].sort();
    return { key: JSON.stringify([all, sorted]), names: sorted, labels: all };
}

// EXTERNAL MODULE: ./build/mesh/visibility.js
var visibility = __webpack_require__(722);
;// CONCATENATED MODULE: ./build/effects/rivals.js






/** Groups of rivals that a change touches; an order among objects that did not change is the same on both sides. */
function rivalsOf(base, head, changes) {
    const changed = new Set();
    for (const change of changes) {
        const ref = (change.head ?? change.base)?.ref;
        if (!change.equal && ref !== undefined)
            changed.add((0,mesh_order/* refKey */.XF)(ref));
    }
    const groups = [];
    for (const [kind, claims] of Object.entries(claimsOf)) {
        const objects = new Map();
        const claimed = new Map();
        for (const mesh of [base, head]) {
            for (const manifest of mesh.of(kind)) {
                const key = (0,mesh_order/* refKey */.XF)(manifest.ref);
                objects.set(key, manifest);
                const own = claimed.get(key) ?? new Set();
                for (const claim of claims(manifest, mesh))
                    own.add(claim);
                claimed.set(key, own);
            }
        }
        const oldestWins = [base, head].some(one => !one.features.has('most-specific-virtual-service'));
        const wildcards = (a, b) => kind === 'VirtualService' &&
            (oldestWins || [a, b].some(key => isPrivate(objects.get(key) ?? null)));
        for (const members of components(claimed, objects, changed, wildcards)) {
            groups.push({ kind, members, manifests: objects });
        }
    }
    return groups;
}
/** What objects of a kind compete for: two that make one claim are rivals. */
const claimsOf = {
    VirtualService: ({ spec, ref }, mesh) => {
        const gateways = (0,json/* texts */.Te)(spec.gateways).map(name => (0,rules/* gatewayName */.SN)(name, ref.namespace));
        const hosts = (0,json/* texts */.Te)(spec.hosts).map(host => (0,mesh_host/* qualify */.Ss)(host, ref.namespace, mesh.config.clusterDomain).toLowerCase());
        const scope = (0,visibility/* visibility */.XD)((0,json/* texts */.Te)(spec.exportTo), ref.namespace, mesh.config.defaultVirtualServiceExportTo);
        if (scope === 'none')
            return [];
        return (gateways.length === 0 ? ['mesh'] : gateways).flatMap(gateway => hosts.map(host => `${gateway} ${host}`));
    },
    DestinationRule: ({ spec, ref }, mesh) => {
        const host = (0,mesh_host/* qualify */.Ss)((0,json/* text */.Qq)(spec.host) ?? '', ref.namespace, mesh.config.clusterDomain);
        return [`${ref.namespace} ${host.toLowerCase()}`];
    },
    Gateway: ({ spec }) => {
        const selector = (0,mesh_selector/* selectorText */.nM)((0,json/* textMap */.sP)(spec.selector));
        return (0,json/* list */.p_)(spec.servers).map(server => `${selector} ${(0,json/* number */.ai)((0,json/* map */.Tj)((0,json/* map */.Tj)(server)?.port)?.number) ?? 0}`);
    },
    Sidecar: ({ spec, ref }) => [`${ref.namespace} ${(0,mesh_selector/* selectorText */.nM)(sidecarSelector(spec))}`]
};
/** Seen by named namespaces alone, and there before all that are public. */
function isPrivate(manifest) {
    if (manifest === null)
        return false;
    return (0,visibility/* visibility */.XD)((0,json/* texts */.Te)(manifest.spec.exportTo), manifest.ref.namespace, ['*']) !== 'public';
}
function sidecarSelector(spec) {
    return (0,json/* textMap */.sP)((0,json/* map */.Tj)(spec.workloadSelector)?.labels);
}
/** Rivals that are linked by claims, each group with a changed member and an order that git leaves open. */
function components(claimed, objects, changed, joins) {
    const byClaim = new Map();
    for (const [key, claims] of claimed) {
        for (const claim of claims)
            byClaim.set(claim, [...(byClaim.get(claim) ?? []), key]);
    }
    joinWildcards(byClaim, joins);
    const neighbours = new Map();
    for (const keys of byClaim.values()) {
        // Rivals without a changed one among them keep whatever order they have.
        if (keys.length < 2 || !keys.some(key => changed.has(key)))
            continue;
        for (const key of keys) {
            const own = neighbours.get(key) ?? new Set();
            for (const other of keys)
                if (other !== key)
                    own.add(other);
            neighbours.set(key, own);
        }
    }
    const groups = [];
    const seen = new Set();
    for (const start of [...neighbours.keys()].sort()) {
        if (seen.has(start))
            continue;
        const group = [];
        const open = [start];
        for (let key = open.pop(); key !== undefined; key = open.pop()) {
            if (seen.has(key))
                continue;
            seen.add(key);
            group.push(key);
            for (const next of neighbours.get(key) ?? [])
                open.push(next);
        }
        if (isOpen(group, objects))
            groups.push(group.sort(byName(objects)));
    }
    return groups;
}
/** A wildcard host competes with the hosts under it where the more specific one does not simply win. */
function joinWildcards(byClaim, joins) {
    const wildcards = [...byClaim.keys()].filter(claim => claim.startsWith('mesh *'));
    for (const wildcard of wildcards) {
        const own = byClaim.get(wildcard) ?? [];
        const joined = new Set(own);
        for (const [claim, keys] of byClaim) {
            const [scope, host] = split(claim);
            if (claim === wildcard || scope !== 'mesh' || !(0,mesh_host/* overlaps */.$f)(split(wildcard)[1], host))
                continue;
            for (const key of keys)
                if (own.some(one => joins(one, key)))
                    joined.add(key);
        }
        byClaim.set(wildcard, [...joined]);
    }
}
function split(claim) {
    const space = claim.indexOf(' ');
    return [claim.slice(0, space), claim.slice(space + 1)];
}
/** Two ages that both stand in git and differ leave nothing open between them. */
function isOpen(group, objects) {
    const ages = new Set();
    for (const key of group) {
        const manifest = objects.get(key);
        const age = manifest === undefined ? null : (0,mesh_order/* createdAt */.CT)(manifest);
        if (age === null || ages.has(age))
            return true;
        ages.add(age);
    }
    return false;
}
function byName(objects) {
    const nameOf = (key) => {
        const ref = objects.get(key)?.ref;
        return ref === undefined ? key : `${ref.name}\n${ref.namespace}`;
    };
    return (a, b) => (nameOf(a) < nameOf(b) ? -1 : 1);
}

// EXTERNAL MODULE: ./build/dataplane/proxies.js + 2 modules
var proxies = __webpack_require__(2179);
// EXTERNAL MODULE: ./build/decision/any-value.js
var any_value = __webpack_require__(9625);
// EXTERNAL MODULE: ./build/decision/bits.js
var bits = __webpack_require__(5523);
// EXTERNAL MODULE: ./build/decision/budget.js
var decision_budget = __webpack_require__(1862);
// EXTERNAL MODULE: ./build/decision/decide.js
var decide = __webpack_require__(9339);
// EXTERNAL MODULE: ./build/decision/indexed.js
var indexed = __webpack_require__(7882);
// EXTERNAL MODULE: ./build/decision/space.js + 2 modules
var decision_space = __webpack_require__(6395);
;// CONCATENATED MODULE: ./build/decision/region.js






function isEmpty(region) {
    return region.points === null;
}
/** Of regions of one comparison. */
function union(regions) {
    const [{ space, points: first }, ...rest] = regions;
    let points = first;
    for (const region of rest) {
        if (region.space !== space)
            throw new Error('regions of different comparisons have no union');
        points = space.diagrams.union(points, region.points);
    }
    const known = regions.find(region => region.known !== undefined)?.known;
    return known === undefined ? { space, points } : { space, points, known };
}
/** Asks the configured matchers, not the automata. */
function contains(region, point) {
    const { space, points } = region;
    const answers = new Map();
    const answerOn = (number) => {
        const axis = (0,indexed.at)(space.axes, number);
        const value = (0,decide/* valueAt */.fK)(point, axis.dimension.name);
        if (axis.is === 'literal') {
            return (0,decide/* matches */.cK)((0,indexed.at)(axis.demand.matchers, axis.matcher), value, axis.dimension) ? 1 : 0;
        }
        if (value !== null && typeof value !== 'string') {
            throw new Error(`dimension ${axis.dimension.name} takes one value, not a list`);
        }
        return axis.partition.classOf(value);
    };
    const classOf = (number) => {
        let known = answers.get(number);
        if (known === undefined) {
            known = answerOn(number);
            answers.set(number, known);
        }
        return known;
    };
    for (const [number, axis] of space.axes.entries()) {
        if (axis.is === 'classes' && axis.partition.outside !== null && classOf(number) < 0)
            return false;
    }
    return space.diagrams.contains(points, classOf);
}
/**
 * The most natural point: dimension by dimension in the tables' order, the best value that leaves the region a
 * point. So it depends on the region alone. Of a union that is too large to look for it: a point of its first part.
 * Throws on the empty region.
 */
function sample(region) {
    region.space.budget.renew();
    try {
        return bestPoint(region);
    }
    catch (error) {
        if (error instanceof decision_budget/* Exhausted */.mS && region.known !== undefined)
            return region.known;
        throw error;
    }
}
/** Throws `Exhausted`. */
function bestPoint(region) {
    const { space } = region;
    let points = region.points;
    if (points === null)
        throw new Error('an empty region has no point');
    const point = [];
    for (const dimension of space.dimensions) {
        const first = space.axes.findIndex(axis => axis.dimension === dimension);
        const axis = space.axes[first];
        if (axis === undefined) {
            point.push([dimension.name, (0,any_value/* anyValue */.m)(dimension, space.budget)]);
        }
        else if (axis.is === 'classes') {
            const { ranks, values } = axis.partition;
            const possible = (0,bits/* members */.ol)(project(space, points, first));
            let best = (0,indexed.at)(possible, 0);
            for (const one of possible)
                if ((0,indexed.at)(ranks, one) < (0,indexed.at)(ranks, best))
                    best = one;
            point.push([dimension.name, (0,indexed.at)(values, best)]);
            points = space.diagrams.restrict(points, first, (0,bits/* bitsOf */.e4)((0,decision_space/* sizeOf */.$d)(axis), [best]));
        }
        else {
            const chosen = answer(space, points, first, axis, []);
            if (chosen === undefined)
                throw new Error('a region holds a point on every dimension');
            point.push([dimension.name, chosen.value]);
            points = chosen.points;
        }
        if (points === null)
            throw new Error('a region holds a point on every dimension');
    }
    return Object.fromEntries(point);
}
/** Answers the matchers of one dimension one after the other, "no" where that is possible. */
function answer(space, points, number, first, literals) {
    let next = number;
    let axis = space.axes[next];
    const asked = askedAxes(points);
    while (axis !== undefined && axis.dimension === first.dimension && !asked.has(next)) {
        next += 1;
        axis = space.axes[next];
    }
    if (axis === undefined || axis.is !== 'literal' || axis.demand !== first.demand) {
        const value = first.demand.find(literals);
        return value === undefined ? undefined : { value, points };
    }
    for (const holds of [false, true]) {
        const rest = space.diagrams.restrict(points, next, (0,bits/* bitsOf */.e4)(2, [holds ? 1 : 0]));
        if (rest === null)
            continue;
        const more = [...literals, { matcher: axis.matcher, holds }];
        if (first.demand.find(more) === undefined)
            continue;
        const chosen = answer(space, rest, next + 1, first, more);
        if (chosen !== undefined)
            return chosen;
    }
    return undefined;
}
/** The axes that matter to a set. */
function askedAxes(points) {
    const asked = new Set();
    const seen = new Set([points]);
    for (const node of seen) {
        if (node.edges.length > 0)
            asked.add(node.axis);
        for (const edge of node.edges)
            seen.add(edge.to);
    }
    return asked;
}
/** The classes of an axis that occur in a set. */
function project(space, points, axis) {
    const size = (0,decision_space/* sizeOf */.$d)((0,indexed.at)(space.axes, axis));
    const found = (0,bits/* noBits */.aX)(size);
    const seen = new Set();
    const open = [points];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (seen.has(node))
            continue;
        seen.add(node);
        if (node.axis > axis)
            return (0,bits/* allBits */.YN)(size);
        for (const edge of node.edges) {
            if (node.axis === axis)
                (0,bits/* addAll */.RZ)(found, edge.classes);
            else
                open.push(edge.to);
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./build/effects/caller.js

/**
 * Who sends a witness: a workload of the class that both sides have, else the class itself. The workload's labels
 * must put it in this class and in no narrower one.
 */
function callerOf(proxy, classes, base, head, subject) {
    if (proxy.type === 'gateway')
        return { gateway: gatewayKey(proxy, subject) };
    const narrower = classes.filter(other => other.type === 'sidecar' &&
        other.namespace === proxy.namespace &&
        other.id !== proxy.id &&
        (0,mesh_selector/* selects */.ko)(proxy.labels, other.labels) &&
        Object.keys(other.labels).length > Object.keys(proxy.labels).length);
    const before = new Set(base.workloadsIn(proxy.namespace).map(one => one.name));
    const candidates = head
        .workloadsIn(proxy.namespace)
        .filter(workload => before.has(workload.name) &&
        workload.manifest.ref.kind !== 'WorkloadEntry' &&
        (0,mesh_selector/* selects */.ko)(proxy.labels, workload.labels) &&
        !narrower.some(other => (0,mesh_selector/* selects */.ko)(other.labels, workload.labels)))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    // A service that calls itself is no natural caller.
    const chosen = candidates.find(({ name }) => !name.startsWith(subject.name)) ?? candidates[0];
    if (chosen === undefined)
        return { namespace: proxy.namespace, labels: proxy.labels };
    const { namespace, serviceAccount, labels } = chosen;
    return { namespace, labels, ...(serviceAccount !== '' && { serviceAccount }) };
}
/** A workload in git by its name; else the Gateway that its pods are known by. */
function gatewayKey(proxy, { gateway }) {
    const [, key] = /^gateway (\S+\/\S+)$/.exec(proxy.id) ?? [];
    return key ?? gateway?.split(', ')[0] ?? `${proxy.namespace}/gateway`;
}

;// CONCATENATED MODULE: ./build/effects/phases.js



/**
 * The order in which changes reach a mesh without a gap: what routes point at is there before they do, and goes only
 * when none points at it any more. `forward` leads to head, `back` to base.
 * Source: istio.io/latest/docs/ops/best-practices/traffic-management, "make-before-break".
 */
function phases(changes, way) {
    const first = [];
    const middle = [];
    const last = [];
    for (const { base, head, equal } of changes) {
        if (equal)
            continue;
        const change = way === 'forward' ? { base, head, equal } : { base: head, head: base, equal };
        const kind = (change.head ?? change.base)?.ref.kind ?? '';
        if (!pointedAt.has(kind))
            middle.push(change);
        else if (loses(change))
            last.push(change);
        else
            first.push(change);
    }
    return [first, middle, last]
        .filter(group => group.length > 0)
        .map(group => ({
        apply: group.flatMap(change => change.head ?? []),
        remove: group.flatMap(change => (change.head === null && change.base ? [change.base] : []))
    }));
}
/** `apply DestinationRule shop/cart (cart.yaml)`. */
function stepWords({ apply, remove }) {
    const parts = [];
    if (apply.length > 0)
        parts.push(`apply ${phases_named(apply)}`);
    if (remove.length > 0)
        parts.push(`delete ${phases_named(remove)}`);
    return parts.join(' and ');
}
function phases_named(manifests) {
    const names = manifests.map(({ ref, file }) => `${(0,build_finding/* describeRef */.R)(ref)} (${file})`);
    const shown = names.slice(0, 5);
    return names.length > shown.length
        ? `${shown.join(', ')} and ${names.length - shown.length} more`
        : listWords(shown);
}
const pointedAt = new Set([
    'Service',
    'ServiceEntry',
    'DestinationRule',
    'Gateway',
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'WorkloadEntry'
]);
/** Something that routes may name is gone afterwards. */
function loses({ base, head }) {
    if (base === null)
        return false;
    if (head === null)
        return true;
    const after = offered(head.spec);
    return [...offered(base.spec)].some(name => !after.has(name));
}
/** Hosts, subsets and ports: the names by which routes reach an object. */
function offered(spec) {
    const names = new Set();
    for (const host of [(0,json/* text */.Qq)(spec.host) ?? '', ...(0,json/* texts */.Te)(spec.hosts)])
        names.add(`host ${host}`);
    for (const subset of (0,json/* list */.p_)(spec.subsets))
        names.add(`subset ${(0,json/* text */.Qq)((0,json/* map */.Tj)(subset)?.name) ?? ''}`);
    for (const port of (0,json/* list */.p_)(spec.ports)) {
        const { number, port: own } = (0,json/* map */.Tj)(port) ?? {};
        names.add(`port ${String(number ?? own ?? '')}`);
    }
    for (const server of (0,json/* list */.p_)(spec.servers)) {
        for (const host of (0,json/* texts */.Te)((0,json/* map */.Tj)(server)?.hosts))
            names.add(`server ${host}`);
    }
    return names;
}

;// CONCATENATED MODULE: ./build/decision/boxes.js





/** Beyond this many boxes, or sides of one, they are left as they are cut: making them wide is quadratic. */
const WIDENED = 64;
/**
 * A region as a union of few boxes, in the order of the tables' dimensions. They are made wider where that says
 * less (`cost` counts the matchers it takes to say a set of classes), over points of the region or points that
 * do not exist, so boxes may overlap.
 */
function boxesOf(region, cost, most) {
    const { space, points } = region;
    if (points === null)
        return [];
    const asked = askedAxes(points);
    const order = axesInOrder(space).filter(axis => asked.has(axis));
    const boxes = cut(space, points, order, 0, most);
    if (boxes.length > WIDENED || boxes.some(box => box.size > WIDENED))
        return boxes;
    const allowed = space.diagrams.union(points, space.impossible);
    const wide = boxes.map(box => {
        let widened = box;
        for (const axis of [...order].reverse()) {
            const less = new Map(widened);
            if (!less.delete(axis))
                continue;
            if (space.diagrams.covers(allowed, less) || implied(space, widened, axis))
                widened = less;
        }
        for (const axis of order)
            widened = widen(space, allowed, widened, axis, cost);
        return widened;
    });
    return withoutRedundant(space, points, wide);
}
function axesInOrder(space) {
    return space.dimensions.flatMap(dimension => space.axes.flatMap((axis, number) => (axis.dimension === dimension ? [number] : [])));
}
/** Disjoint boxes, axis by axis. Throws `Exhausted` where there are more than `most`. */
function cut(space, points, order, place, most) {
    const axis = order[place];
    if (axis === undefined)
        return [new Map()];
    const size = (0,decision_space/* sizeOf */.$d)((0,indexed.at)(space.axes, axis));
    const slices = [...space.diagrams.slices(points, axis)].sort((a, b) => (0,indexed.at)((0,bits/* members */.ol)(a.classes), 0) - (0,indexed.at)((0,bits/* members */.ol)(b.classes), 0));
    const { name } = (0,indexed.at)(space.axes, axis).dimension;
    const boxes = [];
    for (const { classes, to } of slices) {
        const rest = cut(space, to, order, place + 1, most);
        space.budget.spend(rest.length, name);
        for (const box of rest) {
            boxes.push((0,bits/* isAll */.kd)(classes, size) ? box : new Map([[axis, classes], ...box]));
        }
        if (boxes.length > most)
            throw new decision_budget/* Exhausted */.mS(name, 'steps', most);
    }
    return boxes;
}
/** On a dimension asked on demand: whether the other answers of the box leave no other answer on this axis. */
function implied(space, box, axis) {
    const question = (0,indexed.at)(space.axes, axis);
    if (question.is !== 'literal')
        return false;
    const literals = literalsOf(space, box, question).map(literal => literal.matcher === question.matcher ? { ...literal, holds: !literal.holds } : literal);
    return question.demand.find(literals) === undefined;
}
/** The answers of a box on the dimension of an axis. */
function literalsOf(space, box, axis) {
    return [...box].flatMap(([number, classes]) => {
        const other = (0,indexed.at)(space.axes, number);
        return other.is === 'literal' && other.demand === axis.demand
            ? [{ matcher: other.matcher, holds: (0,indexed.at)(classes, 0) === 2 }]
            : [];
    });
}
/** The smallest box that holds a region. */
function hullOf(space, points) {
    return new Map([...askedAxes(points)].map(axis => [axis, project(space, points, axis)]));
}
/** Adds the classes of one axis that the box may have as well, where that is said with less. */
function widen(space, allowed, box, axis, cost) {
    const classes = box.get(axis);
    if (classes === undefined || allowed === null)
        return box;
    const others = new Map(box);
    others.delete(axis);
    const wide = classes.slice();
    for (const slice of space.diagrams.slices(allowed, axis)) {
        if (space.diagrams.covers(slice.to, others))
            (0,bits/* addAll */.RZ)(wide, slice.classes);
    }
    return cost(axis, wide) < cost(axis, classes) ? new Map(box).set(axis, wide) : box;
}
/** Drops boxes whose points are in the others. */
function withoutRedundant(space, points, boxes) {
    const { diagrams } = space;
    const kept = [...boxes];
    for (const box of [...boxes].reverse()) {
        if (kept.length === 1)
            break;
        let union = space.impossible;
        for (const other of kept)
            if (other !== box)
                union = diagrams.union(union, diagrams.box(other));
        if (diagrams.union(union, points) === union)
            kept.splice(kept.indexOf(box), 1);
    }
    return kept;
}

;// CONCATENATED MODULE: ./build/decision/cover.js

/**
 * Few choices that cover all targets that can be covered: greedy by gain per cost, then everything that became
 * superfluous is dropped. In order of `order`.
 */
function cover(targets, choices, cost) {
    const open = new Set(targets);
    const gain = (choice) => {
        let count = 0;
        for (const one of choice.holds)
            if (open.has(one))
                count += 1;
        return count / cost(choice);
    };
    const queue = choices.map(choice => ({ choice, gain: gain(choice) })).sort(worseFirst);
    const chosen = [];
    while (open.size > 0) {
        const top = queue.pop();
        if (top === undefined || top.gain === 0)
            break;
        const now = { choice: top.choice, gain: gain(top.choice) };
        const next = queue.at(-1);
        if (next !== undefined && worseFirst(now, next) < 0) {
            insert(queue, now);
            continue;
        }
        if (now.gain === 0)
            break;
        chosen.push(top.choice);
        for (const one of top.choice.holds)
            open.delete(one);
    }
    return needed(targets, chosen).sort((a, b) => a.order - b.order);
}
function worseFirst(a, b) {
    return a.gain - b.gain || b.choice.order - a.choice.order;
}
/** Gains only shrink, so a choice that fell back is put where it now belongs. */
function insert(queue, ranked) {
    let low = 0;
    let high = queue.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (worseFirst((0,indexed.at)(queue, middle), ranked) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    queue.splice(low, 0, ranked);
}
/** Without choices all of whose targets others hold; the smallest are tried first. */
function needed(targets, chosen) {
    const wanted = new Set(targets);
    const times = new Map();
    for (const { holds } of chosen) {
        for (const one of holds)
            if (wanted.has(one))
                times.set(one, (times.get(one) ?? 0) + 1);
    }
    const kept = new Set(chosen);
    for (const choice of [...chosen].sort((a, b) => a.holds.length - b.holds.length)) {
        const mine = choice.holds.filter(one => wanted.has(one));
        if (!mine.every(one => (times.get(one) ?? 0) > 1))
            continue;
        kept.delete(choice);
        for (const one of mine)
            times.set(one, (times.get(one) ?? 0) - 1);
    }
    return [...kept];
}

;// CONCATENATED MODULE: ./build/decision/express.js



/** Says sets of classes in the configured matchers: exactly, and with few of them. */
function expressionsOf(partition) {
    const byClass = partition.values.map(() => []);
    for (const candidate of candidatesOf(partition)) {
        for (const one of candidate.holds)
            (0,indexed.at)(byClass, one).push(candidate);
    }
    const complete = partition.outside === null;
    return classes => {
        const wanted = (0,bits/* members */.ol)(classes);
        if (complete && wanted.length === byClass.length)
            return { within: [], except: [] };
        return expressionOf(wanted, classes, byClass);
    };
}
function expressionOf(wanted, classes, byClass) {
    const strays = (candidate) => candidate.holds.filter(one => !(0,bits/* hasBit */.c0)(classes, one));
    /** Matchers that touch nothing that is wanted may be taken away as a whole. */
    const removable = remembered((candidate) => candidate.matcher !== null && candidate.holds.every(one => !(0,bits/* hasBit */.c0)(classes, one)));
    const avoidable = remembered((one) => (0,indexed.at)(byClass, one).some(removable));
    const usable = [...new Set(wanted.flatMap(one => (0,indexed.at)(byClass, one)))].filter(candidate => !candidate.outside && strays(candidate).every(avoidable));
    const within = [...cover(wanted, usable, candidate => 1 + strays(candidate).length)];
    const covered = new Set(within.flatMap(({ holds }) => holds));
    for (const one of wanted) {
        if (covered.has(one))
            continue;
        const built = build(one, classes, byClass, avoidable);
        within.push(built);
        for (const other of built.holds)
            covered.add(other);
    }
    const stray = [...covered].filter(one => !(0,bits/* hasBit */.c0)(classes, one));
    const removals = new Set(stray.flatMap(one => (0,indexed.at)(byClass, one)).filter(removable));
    const except = cover(stray, [...removals], () => 1);
    return {
        within: within.flatMap(({ matcher }) => matcher ?? []),
        except: except.flatMap(({ matcher }) => matcher ?? [])
    };
}
/**
 * A conjunction for one class that no single matcher can say: what holds in it, and, where exceptions cannot do it,
 * what does not. Two classes that are treated apart differ in a matcher, so this always ends.
 */
function build(one, classes, byClass, avoidable) {
    const mine = new Set((0,indexed.at)(byClass, one));
    const [narrowest] = [...mine]
        .filter(candidate => !candidate.outside)
        .sort((a, b) => a.holds.length - b.holds.length || a.order - b.order);
    if (narrowest === undefined)
        throw new Error('every class lies in a matcher of its universe');
    const parts = [{ candidate: narrowest, holds: true }];
    let holds = narrowest.holds;
    for (;;) {
        const wrong = holds.find(other => !(0,bits/* hasBit */.c0)(classes, other) && !avoidable(other));
        if (wrong === undefined)
            break;
        const theirs = new Set((0,indexed.at)(byClass, wrong));
        const positive = [...mine].find(candidate => !theirs.has(candidate));
        const candidate = positive ?? [...theirs].find(other => !mine.has(other));
        if (candidate === undefined)
            throw new Error('classes that are treated apart differ in a matcher');
        parts.push({ candidate, holds: positive !== undefined });
        const touched = new Set(candidate.holds);
        holds = holds.filter(other => touched.has(other) === (positive !== undefined));
    }
    const said = parts
        .sort((x, y) => Number(y.holds) - Number(x.holds) || x.candidate.order - y.candidate.order)
        .flatMap(({ candidate: { matcher }, holds: positive }) => matcher === null ? [] : positive ? [matcher] : [{ is: 'not', of: matcher }]);
    const [first] = said;
    const matcher = first !== undefined && said.length === 1 ? first : { is: 'all', of: said };
    return { matcher, holds, outside: false, order: narrowest.order };
}
/** The configured matchers, presence and absence, and everything. */
function candidatesOf({ matchers, holds, outside, values, dimension }) {
    const found = matchers.map((matcher, index) => ({
        matcher,
        holds: (0,indexed.at)(holds, index),
        outside: outside?.[index] ?? false,
        order: simplicity(matcher) * 0x1000000 + index
    }));
    const all = values.map((_, one) => one);
    const partial = outside !== null;
    if (dimension.optional) {
        const absent = values.indexOf(null);
        const present = all.filter(one => one !== absent);
        found.push({ matcher: { is: 'present' }, holds: present, outside: partial, order: 1 });
        if (absent >= 0) {
            found.push({ matcher: { is: 'absent' }, holds: [absent], outside: false, order: 0 });
        }
    }
    found.push({ matcher: null, holds: all, outside: partial, order: 0 });
    return found;
}
/** What a reader takes in first. */
function simplicity(matcher) {
    switch (matcher.is) {
        case 'exact':
            return 1;
        case 'present':
        case 'absent':
        case 'prefix':
            return 2;
        case 'suffix':
        case 'between':
        case 'cidr':
            return 3;
        case 'regex':
            return 4;
        default:
            return 5;
    }
}
function remembered(ask) {
    const known = new Map();
    return key => {
        let answer = known.get(key);
        if (answer === undefined) {
            answer = ask(key);
            known.set(key, answer);
        }
        return answer;
    };
}

;// CONCATENATED MODULE: ./build/decision/describe.js






const describe_remembered = new WeakMap();
/**
 * The region as a union of clauses in the configured matchers, as Campion does it. Of all points that exist, exactly
 * those of the region lie in a clause. Few clauses and few matchers, not provably the fewest. Where that is more
 * than the budget (or `LONGEST`) allows, one clause that holds the region, marked `partly`.
 */
function describe(region) {
    const { space, points } = region;
    if (points === null)
        return [];
    const express = expressionsIn(space);
    const cost = (axis, classes) => {
        if ((0,indexed.at)(space.axes, axis).is === 'literal')
            return 1;
        const { within, except } = express(axis)(classes);
        let sum = 0;
        for (const matcher of [...within, ...except])
            sum += weight(matcher);
        return sum;
    };
    space.budget.renew();
    try {
        return boxesOf(region, cost, LONGEST).map(box => ({ terms: termsOf(space, box, express) }));
    }
    catch (error) {
        if (!(error instanceof decision_budget/* Exhausted */.mS))
            throw error;
        return [{ terms: termsOf(space, hullOf(space, points), express), partly: true }];
    }
}
/** Nobody reads more clauses than this. */
const LONGEST = 1_000;
function weight(matcher) {
    return matcher.is === 'all' || matcher.is === 'any' ? 1 + matcher.of.length : 1;
}
function expressionsIn(space) {
    const before = describe_remembered.get(space);
    if (before !== undefined)
        return before;
    const known = new Map();
    const express = (number) => {
        let made = known.get(number);
        if (made === undefined) {
            const axis = (0,indexed.at)(space.axes, number);
            if (axis.is !== 'classes')
                throw new Error('only classes are said as sets');
            made = expressionsOf(axis.partition);
            known.set(number, made);
        }
        return made;
    };
    describe_remembered.set(space, express);
    return express;
}
function termsOf(space, box, express) {
    const terms = [];
    for (const dimension of space.dimensions) {
        const number = space.axes.findIndex(axis => axis.dimension === dimension);
        const axis = space.axes[number];
        if (axis === undefined)
            continue;
        const expression = axis.is === 'classes'
            ? classTerm(axis.partition, box.get(number), express(number))
            : literalTerm(space, box, axis);
        if (expression.within.length + expression.except.length > 0) {
            terms.push({ dimension: dimension.name, ...expression });
        }
    }
    return terms;
}
/** An axis that the box does not name is still bounded by the universe of its partition. */
function classTerm(partition, classes, express) {
    if (classes !== undefined)
        return express(classes);
    return partition.outside === null
        ? { within: [], except: [] }
        : express((0,bits/* allBits */.YN)(partition.values.length));
}
function literalTerm(space, box, axis) {
    const literals = literalsOf(space, box, axis);
    const said = (holds) => literals
        .filter(literal => literal.holds === holds)
        .map(literal => (0,indexed.at)(axis.demand.matchers, literal.matcher));
    const positive = said(true);
    return {
        within: positive.length > 1 ? [{ is: 'all', of: positive }] : positive,
        except: said(false)
    };
}
/** Whether a point lies in a clause, by plain matching. */
function satisfiesClause(clause, point, dimensions) {
    return clause.terms.every(term => {
        const dimension = dimensions.find(one => one.name === term.dimension);
        if (dimension === undefined)
            throw new Error(`no dimension ${term.dimension}`);
        const value = valueAt(point, term.dimension);
        const holds = (matcher) => matches(matcher, value, dimension);
        return (term.within.length === 0 || term.within.some(holds)) && !term.except.some(holds);
    });
}

;// CONCATENATED MODULE: ./build/decision/words.js
function defaultWords(noun) {
    return {
        exact: `${noun} {}`,
        prefix: `${noun} beginning with {}`,
        suffix: `${noun} ending in {}`,
        regex: `${noun} matching {}`,
        between: `${noun} {} to {to}`,
        cidr: `${noun} in {}`,
        present: `${noun} present`,
        absent: `${noun} absent`,
        any: `any ${noun}`,
        except: {
            exact: '{}',
            prefix: 'those beginning with {}',
            suffix: 'those ending in {}',
            regex: 'those matching {}',
            between: '{} to {to}',
            cidr: '{}'
        }
    };
}
/** `paths under /users except /users/v2, method GET`. Values are put in as they are; the reporter escapes. */
function toWords(clause, vocabulary) {
    const words = clause.terms.length === 0
        ? vocabulary.everything
        : clause.terms.map(term => termWords(term, vocabulary)).join(', ');
    return clause.partly === true ? `${vocabulary.partly ?? 'some of'} ${words}` : words;
}
function termWords(term, vocabulary) {
    const own = vocabulary.words;
    const words = (Object.hasOwn(own, term.dimension) ? own[term.dimension] : undefined) ??
        defaultWords(term.dimension);
    const lists = {
        within: term.within.map(matcher => say(matcher, words, false)),
        except: term.except.map(matcher => say(matcher, words, true))
    };
    const within = lists.within.length === 0 ? words.any : join(lists.within, 'or', vocabulary.most);
    if (lists.except.length === 0)
        return within;
    return `${within} except ${join(lists.except, 'and', vocabulary.most)}`;
}
function join(parts, word, most) {
    const shown = most === undefined || parts.length <= most ? parts : parts.slice(0, most);
    const more = parts.length - shown.length;
    const all = more === 0 ? shown : [...shown, `${more} more`];
    const last = all.at(-1) ?? '';
    return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${word} ${last}`;
}
function say(matcher, words, short) {
    switch (matcher.is) {
        case 'present':
        case 'absent':
            return words[matcher.is];
        case 'not':
            return matcher.of.is === 'present'
                ? words.absent
                : matcher.of.is === 'absent'
                    ? words.present
                    : `not (${say(matcher.of, words, false)})`;
        case 'some':
            return say(matcher.of, words, short);
        case 'all':
        case 'any': {
            const parts = matcher.of.map(part => say(part, words, short));
            return parts.join(matcher.is === 'all' ? ' and ' : ' or ');
        }
        case 'between': {
            if (matcher.from === matcher.to)
                return fill(words_form(words, 'exact', short), String(matcher.from));
            const template = words_form(words, 'between', short);
            return fill(template, String(matcher.from)).replace('{to}', () => String(matcher.to));
        }
        case 'exact':
        case 'prefix':
        case 'suffix': {
            const text = fill(words_form(words, matcher.is, short), matcher.value);
            return matcher.ignoreCase === true ? `${text} in any case` : text;
        }
        case 'regex':
        case 'cidr':
            return fill(words_form(words, matcher.is, short), matcher.value);
    }
}
function words_form(words, kind, short) {
    return (short ? words.except?.[kind] : undefined) ?? words[kind];
}
/** A value may hold `{}` or `$&` itself. */
function fill(template, value) {
    return template.replace('{}', () => value);
}

;// CONCATENATED MODULE: ./build/effects/host-region.js


const dimension = { name: 'host', theory: 'string', optional: false, multiple: false };
/**
 * Which of a virtual host's names a term means: null where it means them all, since then the subject says it.
 * Undefined where names alone cannot say it: there are wildcards.
 */
function namesOfHost(term, host) {
    // A name with a dot at the end is the same name, sent by few.
    const domains = host.domains.filter(domain => !domain.endsWith('.'));
    if (domains.some(domain => domain.startsWith('*')))
        return undefined;
    const meant = domains.filter(domain => means(term, domain));
    if (meant.length === domains.length)
        return null;
    const full = host.name.replace(/:\d+$/, '');
    if (serviceOf(full) !== null && meant.length > 0) {
        if (meant.every(domain => domain === full))
            return 'by its full name';
        if (!meant.includes(full) && meant.length === domains.length - 1)
            return 'by its short names';
    }
    return meant.length === 0 ? undefined : `host ${meant.join(' or ')}`;
}
function means({ within, except }, domain) {
    const holds = (matcher) => (0,decide/* matches */.cK)(matcher, domain, dimension);
    return (within.length === 0 || within.some(holds)) && !except.some(holds);
}

;// CONCATENATED MODULE: ./build/effects/region-words.js



/** More clauses than this are named by their number: the witness shows one of them. */
const clauseLimit = 4;
/** "paths under /users except /users/v2, method GET": the requests of a region, without the host that is its subject. */
function regionWords(region, host) {
    const said = new Set();
    for (const { terms } of describe(region))
        said.add(clauseWords(terms, host));
    const all = [...said];
    if (all.includes(everything))
        return everything;
    if (all.length <= clauseLimit)
        return all.join('; or ');
    return `${all.slice(0, clauseLimit).join('; or ')}; or ${all.length - clauseLimit} more`;
}
function clauseWords(terms, host) {
    const others = terms.filter(term => !isHost(term));
    const names = terms.filter(isHost).flatMap(term => hostTerm(term, host) ?? []);
    if (others.length === 0 && names.length > 0)
        return names.join(', ');
    const clause = { terms: others };
    return [withOccurrence(toWords(clause, vocabularyFor(clause))), ...names].join(', ');
}
function isHost({ dimension }) {
    return dimension === 'host' || dimension === 'authority';
}
/** Null where the subject says already which hosts are meant. */
function hostTerm(term, host) {
    const names = host === null ? undefined : namesOfHost(term, host);
    if (names !== undefined)
        return names;
    if (host !== null && term.except.length === 0 && atoms(term.within) >= host.domains.length) {
        return null;
    }
    return toWords({ terms: [term] }, vocabularyFor({ terms: [term] }));
}
/** The pattern by which a regular rewrite's row is split is ours; people know the one inside. */
function withOccurrence(text) {
    return text.replace(/matching \[\\s\\S\]\*\(\?:(.*?)\)\[\\s\\S\]\*/g, 'in which $1 occurs');
}
const everything = 'every request';
const path = {
    exact: 'path {}',
    prefix: 'paths under {}',
    suffix: 'paths ending in {}',
    regex: 'paths matching {}',
    between: 'paths {} to {to}',
    cidr: 'paths in {}',
    present: 'any path',
    absent: 'no path',
    any: 'any path',
    except: {
        exact: 'exactly {}',
        prefix: '{}',
        suffix: 'those ending in {}',
        regex: 'those matching {}'
    }
};
const fixed = {
    path,
    host: { ...defaultWords('host'), suffix: 'hosts under {}' },
    authority: defaultWords('Host header'),
    method: defaultWords('method'),
    scheme: defaultWords('scheme')
};
function vocabularyFor({ terms }) {
    const words = {};
    for (const { dimension } of terms)
        words[dimension] = fixed[dimension] ?? fieldWords(dimension);
    return { words, everything, most: 6 };
}
/** `header:end-user` → "header end-user: jason", "without header end-user". */
function fieldWords(dimension) {
    const colon = dimension.indexOf(':');
    const kind = dimension.slice(0, colon);
    const noun = kind === 'query' ? 'query parameter' : kind;
    const name = `${noun} ${dimension.slice(colon + 1)}`;
    return {
        ...defaultWords(name),
        exact: `${name}: {}`,
        prefix: `${name} beginning with {}`,
        regex: `${name} matching {}`,
        present: `with ${name}`,
        absent: `without ${name}`,
        any: `any ${name}`
    };
}
function atoms(matchers) {
    let count = 0;
    for (const matcher of matchers)
        count += matcher.is === 'any' ? atoms(matcher.of) : 1;
    return count;
}

;// CONCATENATED MODULE: ./build/effects/cause.js




/**
 * The places that explain a difference: those that were removed, added, edited or moved. A place that stands
 * unchanged on both sides explains nothing by itself, so it is named only where no other is left.
 */
function causesOf(inputs, sides) {
    const causes = [];
    const still = [];
    for (const { side, places, noun } of inputs) {
        const opposite = side === 'base' ? 'head' : 'base';
        for (const place of places) {
            const own = sides.manifest(side, place);
            if (own === undefined)
                continue;
            const other = sides.manifest(opposite, place);
            const fate = fateOf(place.path, side, own, other);
            const at = fate.kind === 'edited' ? { ...place, path: fate.at } : place;
            const cause = { side, ref: own.ref, at, note: cause_words(fate.kind, side, noun) };
            if (fate.kind === 'same')
                still.push(cause);
            else
                causes.push(cause);
            if (fate.kind === 'moved' && other !== undefined) {
                const at = { manifest: other, path: fate.to };
                causes.push({ side: opposite, ref: other.ref, at, note: cause_words('moved', opposite, noun) });
            }
        }
    }
    const named = causes.length > 0 ? causes : still.filter(cause => cause.side === 'head');
    return distinct(named.length > 0 ? named : still);
}
function fateOf(path, side, own, other) {
    if (other === undefined)
        return { kind: 'object-gone' };
    const index = path.findIndex(key => typeof key === 'number');
    const at = path[index];
    if (typeof at !== 'number') {
        const value = cause_valueAt(own.object, path);
        const there = cause_valueAt(other.object, path);
        return alike(value, there) ? { kind: 'same' } : edited(path, value, there);
    }
    // The outermost list is the one whose order counts: rules of a VirtualService, subsets, servers.
    const list = path.slice(0, index);
    const ownList = listAt(own.object, list);
    const otherList = listAt(other.object, list);
    // Aligned the same way from both sides: of two that changed places the same one is said to have moved.
    const pairs = side === 'base'
        ? aligned(ownList, otherList)
        : aligned(otherList, ownList).map(([one, two]) => [two, one]);
    if (pairs.some(([one]) => one === at))
        return { kind: 'same' };
    const moved = otherList.findIndex(item => alike(item, ownList[at]));
    if (moved >= 0)
        return { kind: 'moved', to: [...list, moved, ...path.slice(index + 1)] };
    // Unequal elements that stand between the same neighbours are one that was edited.
    const there = counterpart(pairs, at, ownList.length, otherList.length);
    return there === null ? { kind: 'gone' } : edited([...list, at], ownList[at], otherList[there]);
}
/** The deepest field that holds every difference on this side. */
function edited(path, own, other) {
    let common = null;
    for (const { before } of fieldChanges(own, other)) {
        if (before === null)
            return { kind: 'edited', at: path };
        common = common === null ? before : shared(common, before);
    }
    return { kind: 'edited', at: [...path, ...(common ?? [])] };
}
function shared(a, b) {
    let length = 0;
    while (length < a.length && a[length] === b[length])
        length++;
    return a.slice(0, length);
}
/** The unpaired element of the other list that stands between the same neighbours as an unpaired one. */
function counterpart(pairs, at, ownLength, otherLength) {
    let before = [-1, -1];
    let after = [ownLength, otherLength];
    for (const pair of pairs) {
        if (pair[0] < at)
            before = pair;
        else if (pair[0] < after[0])
            after = pair;
    }
    const there = before[1] + (at - before[0]);
    return there < after[1] ? there : null;
}
function cause_words(fate, side, noun) {
    const base = side === 'base';
    switch (fate) {
        case 'same':
            return base ? `this ${noun} took the request before` : `this ${noun} takes the request now`;
        case 'moved':
            return base ? `this ${noun} stood here` : `this ${noun} moved here`;
        case 'edited':
            return base ? `this ${noun} was changed` : `this ${noun} is changed`;
        case 'gone':
            return base ? `this ${noun} was removed` : `this ${noun} is new`;
        case 'object-gone':
            return base
                ? `this ${noun} was removed with its object`
                : `this ${noun} is new with its object`;
    }
}
function alike(a, b) {
    return a !== undefined && b !== undefined && (0,manifest_change/* sameJson */.Vk)(a, b);
}
/** Undefined where the path leads nowhere. */
function cause_valueAt(value, path) {
    let at = value;
    for (const key of path) {
        if (Array.isArray(at) && typeof key === 'number')
            at = at[key];
        else if ((0,json/* isMap */.jh)(at) && typeof key === 'string' && Object.hasOwn(at, key))
            at = at[key];
        else
            return undefined;
    }
    return at;
}
function listAt(value, path) {
    const found = cause_valueAt(value, path);
    return Array.isArray(found) ? found : [];
}
function distinct(causes) {
    const kept = [];
    for (const cause of causes) {
        // A match lies in its rule: the rule says enough.
        const known = kept.some(other => other.side === cause.side &&
            (0,mesh_order/* sameRef */.WY)(other.ref, cause.ref) &&
            within(cause.at.path, other.at.path));
        if (!known)
            kept.push(cause);
    }
    return kept;
}
function within(path, outer) {
    return outer.length <= path.length && outer.every((key, index) => path[index] === key);
}

;// CONCATENATED MODULE: ./build/effects/upstream.js


/** How a cluster treats its endpoints, facet by facet. */
const upstreamFacets = [
    'load balancing',
    'connection pool',
    'outlier detection',
    'locality',
    'proxy protocol',
    'tunnel',
    'retry budget',
    'client TLS'
];
/** One facet of one cluster: as a value that is compared, and in words. */
function upstreamValue(cluster, facet) {
    const { policy, tls } = cluster;
    switch (facet) {
        case 'load balancing':
            return policy.loadBalancer;
        case 'connection pool':
            return policy.connectionPool;
        case 'outlier detection':
            return policy.outlierDetection;
        case 'locality':
            return policy.locality;
        case 'proxy protocol':
            return policy.proxyProtocol;
        case 'tunnel':
            return policy.tunnel;
        case 'retry budget':
            return policy.retryBudget;
        case 'client TLS':
            return { ...tls };
    }
}
const keys = new WeakMap();
/** Equal treatment of endpoints, equal key. */
function upstreamKey(cluster) {
    let key = keys.get(cluster);
    if (key === undefined) {
        key = (0,fingerprint/* canonical */.$)(upstreamFacets.map(facet => upstreamValue(cluster, facet) ?? null));
        keys.set(cluster, key);
    }
    return key;
}
/** `maxConnections 100, http.maxRetries 3`; `other` is the same facet on the other side: what is equal is left out. */
function upstreamWords(value, other) {
    if (value === undefined)
        return 'default';
    const own = flat(value, '');
    const there = new Map(other === undefined ? [] : flat(other, ''));
    const different = own.filter(([name, text]) => there.get(name) !== text);
    const shown = different.length === 0 && other !== undefined ? own : different;
    if (shown.length === 0)
        return other === undefined ? 'default' : 'without them';
    return shown
        .map(([name, text]) => (name === 'mode' || name === 'simple' ? text : `${name} ${text}`))
        .join(', ');
}
function flat(value, prefix) {
    const found = [];
    for (const key of Object.keys(value).sort()) {
        const item = value[key];
        if (item === undefined)
            continue;
        if (isRecord(item))
            found.push(...flat(item, `${prefix}${key}.`));
        else
            found.push([`${prefix}${key}`, scalarWords(key, item)]);
    }
    return found;
}
/** Durations are milliseconds in a normalised policy; their names say that they are durations. */
function scalarWords(key, value) {
    if (typeof value === 'number' && /(?:time|timeout|interval|duration|ttl|window)$/i.test(key)) {
        return durationWords(value);
    }
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/effects/route-causes.js




/** What in the files made a route behave differently: its rule, its clusters, the policies of these. */
function causesFor(change, sides, changes) {
    const inputs = [];
    for (const side of ['base', 'head']) {
        const places = change.origins[side].flatMap(origin => origin.origins);
        inputs.push({ side, places, noun: 'route' });
    }
    for (const [side, other] of [
        ['base', 'head'],
        ['head', 'base']
    ]) {
        const names = change[side === 'base' ? 'before' : 'after'].destinations;
        for (const { cluster: name } of names) {
            const own = change.configs[side].clusters.get(name);
            const there = change.configs[other].clusters.get(name);
            if (own === undefined)
                continue;
            const places = ruleOf(own, sides[side]);
            if (there !== undefined && upstreamKey(own) !== upstreamKey(there)) {
                inputs.push({ side, places, noun: 'policy' });
            }
            if (there !== undefined && there.endpoints === own.endpoints)
                continue;
            inputs.push({ side, places: own.origins, noun: own.subset === '' ? 'port' : 'subset' });
        }
    }
    const causes = causesOf(inputs, {
        manifest: (side, { manifest }) => sides[side].get(manifest.ref)
    });
    const edited = new Set(changes.filter(one => !one.equal).flatMap(refsOf));
    const moved = causes.filter(cause => edited.has((0,mesh_order/* refKey */.XF)(cause.ref)));
    return moved.length > 0 ? moved : [...fallback(changes), ...causes].slice(0, 3);
}
/** Where the DestinationRule of a cluster says how endpoints are treated. */
function ruleOf({ destinationRule, subset }, mesh) {
    if (destinationRule === null)
        return [];
    const [namespace = '', name = ''] = destinationRule.split('/');
    const ref = { group: 'networking.istio.io', kind: 'DestinationRule', namespace, name };
    const manifest = mesh.get(ref);
    if (manifest === undefined)
        return [];
    const places = [{ manifest, path: ['spec', 'trafficPolicy'] }];
    const index = (0,json/* list */.p_)(manifest.spec.subsets).findIndex(one => (0,json/* map */.Tj)(one)?.name === subset);
    if (index >= 0)
        places.push({ manifest, path: ['spec', 'subsets', index] });
    return places;
}
function refsOf({ base, head }) {
    return [base, head].flatMap(one => (one === null ? [] : (0,mesh_order/* refKey */.XF)(one.ref)));
}
/** Nothing that the routes were made from changed: something that they depend on did, a label or a Service. */
function fallback(changes) {
    return changes
        .filter(one => !one.equal)
        .flatMap(({ base, head }) => {
        const manifest = head ?? base;
        if (manifest === null)
            return [];
        const note = base === null
            ? 'this object is new'
            : head === null
                ? 'this object was removed'
                : 'this object changed';
        const side = head === null ? 'base' : 'head';
        return [
            { side, ref: manifest.ref, at: { manifest, path: ['metadata', 'name'] }, note }
        ];
    });
}

// EXTERNAL MODULE: ./build/dataplane/lower/routes.js + 2 modules
var lower_routes = __webpack_require__(9423);
;// CONCATENATED MODULE: ./build/decision/align.js

/**
 * Which rows of two lists are not part of one longest common subsequence of identities. A point that matches
 * none of them is decided by the common rows alone, so both lists decide it alike.
 * Equal identities are paired in order of occurrence, then the longest increasing run is kept: O(n log n).
 */
function changedRows(base, head) {
    const places = new Map();
    base.forEach((id, index) => {
        const list = places.get(id);
        if (list === undefined)
            places.set(id, [index]);
        else
            list.push(index);
    });
    const used = new Map();
    const pairs = [];
    head.forEach((id, index) => {
        const occurrence = used.get(id) ?? 0;
        const partner = places.get(id)?.[occurrence];
        if (partner === undefined)
            return;
        used.set(id, occurrence + 1);
        pairs.push({ base: partner, head: index });
    });
    const kept = longestIncreasing(pairs.map(pair => pair.base)).map(index => (0,indexed.at)(pairs, index));
    const keptBase = new Set(kept.map(pair => pair.base));
    const keptHead = new Set(kept.map(pair => pair.head));
    return {
        base: base.map((_, index) => index).filter(index => !keptBase.has(index)),
        head: head.map((_, index) => index).filter(index => !keptHead.has(index))
    };
}
/** Indexes of one longest strictly increasing subsequence. */
function longestIncreasing(values) {
    /** For each length, the index that ends the run with the least last value. */
    const ends = [];
    const previous = [];
    values.forEach((value, index) => {
        let low = 0;
        let high = ends.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((0,indexed.at)(values, (0,indexed.at)(ends, middle)) < value)
                low = middle + 1;
            else
                high = middle;
        }
        previous.push(low === 0 ? -1 : (0,indexed.at)(ends, low - 1));
        ends[low] = index;
    });
    const run = [];
    for (let index = ends.at(-1) ?? -1; index >= 0; index = (0,indexed.at)(previous, index))
        run.push(index);
    return run.reverse();
}

// EXTERNAL MODULE: ./build/decision/matcher-key.js
var matcher_key = __webpack_require__(7679);
;// CONCATENATED MODULE: ./build/decision/identity.js

/** Numbers for rows and actions: equal numbers are equal behaviour. */
class Identities {
    #keyOf;
    #actions = new Map();
    #rows = new Map();
    #known = new Map();
    constructor(keyOf) {
        this.#keyOf = keyOf;
    }
    action(action) {
        const known = this.#known.get(action);
        if (known !== undefined)
            return known;
        const number = numberIn(this.#actions, this.#keyOf(action));
        this.#known.set(action, number);
        return number;
    }
    row(row) {
        return numberIn(this.#rows, `${this.action(row.action)}|${whenKey(row.when)}`);
    }
}
function numberIn(numbers, key) {
    let number = numbers.get(key);
    if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
    }
    return number;
}
function whenKey(when) {
    return Object.keys(when)
        .sort()
        .map(name => `${JSON.stringify(name)}:${(0,matcher_key/* matcherKey */.i)(when[name] ?? { is: 'all', of: [] })}`)
        .join(';');
}
/**
 * Combinations that no point has: those that every table declares which knows all their dimensions. A table that
 * lacks a dimension says nothing about it.
 */
function impossibleCombinations(tables) {
    const declared = tables.map(table => new Map((table.impossible ?? []).map(when => [whenKey(when), when])));
    const all = new Map(declared.flatMap(combinations => [...combinations]));
    return [...all]
        .filter(([key, when]) => tables.every((table, index) => {
        const names = new Set(table.dimensions.map(dimension => dimension.name));
        return declared[index]?.has(key) === true || Object.keys(when).some(one => !names.has(one));
    }))
        .map(([, when]) => when);
}

// EXTERNAL MODULE: ./build/decision/malformed.js
var malformed = __webpack_require__(5658);
;// CONCATENATED MODULE: ./build/decision/merge-dimensions.js

/**
 * The dimensions of two tables as one list, in base's order and then head's own. A value exists where either table
 * says so: domains and bounds are joined, values and natural members are united, optional wins.
 */
function mergeDimensions(base, head) {
    const merged = new Map(base.map(dimension => [dimension.name, dimension]));
    for (const other of head) {
        const known = merged.get(other.name);
        merged.set(other.name, known === undefined ? other : merge(known, other));
    }
    return [...merged.values()];
}
function merge(base, head) {
    if (base === head)
        return base;
    if (base.theory !== head.theory || base.multiple !== head.multiple) {
        throw new Error(`dimension ${base.name} has another theory in each table`);
    }
    const domain = mergeDomain(base.domain, head.domain);
    const bounds = base.bounds !== undefined && head.bounds !== undefined
        ? {
            from: Math.min(base.bounds.from, head.bounds.from),
            to: Math.max(base.bounds.to, head.bounds.to)
        }
        : undefined;
    return {
        name: base.name,
        theory: base.theory,
        multiple: base.multiple,
        optional: base.optional || head.optional,
        ...(base.values === undefined && head.values === undefined
            ? {}
            : { values: [...new Set([...(base.values ?? []), ...(head.values ?? [])])] }),
        ...(bounds === undefined ? {} : { bounds }),
        ...(domain === undefined ? {} : { domain }),
        natural: [...new Set([...(base.natural ?? []), ...(head.natural ?? [])])]
    };
}
function mergeDomain(base, head) {
    if (base === undefined || head === undefined)
        return undefined;
    return (0,matcher_key/* matcherKey */.i)(base) === (0,matcher_key/* matcherKey */.i)(head) ? base : { is: 'any', of: [base, head] };
}

// EXTERNAL MODULE: ./build/decision/overlap.js
var overlap = __webpack_require__(9564);
;// CONCATENATED MODULE: ./build/decision/relevant.js

/** Comparing each row with each changed row beyond this costs more than it saves. */
const COMPARISONS = 200_000;
function reachOf(changed, rows, dimensions) {
    if (changed === null)
        return { touches: () => true, universe: () => null };
    const named = new Map(dimensions.map(dimension => [dimension.name, dimension]));
    const few = changed.length * rows <= COMPARISONS;
    return {
        touches: when => !few || changed.some(one => (0,overlap/* rowsMayMeet */.Gn)(one, when, named)),
        universe(dimension) {
            const matchers = [];
            for (const when of changed) {
                const matcher = Object.hasOwn(when, dimension) ? when[dimension] : undefined;
                if (matcher === undefined)
                    return null;
                matchers.push(matcher);
            }
            return matchers;
        }
    };
}

// EXTERNAL MODULE: ./build/decision/lines.js
var lines = __webpack_require__(6972);
;// CONCATENATED MODULE: ./build/decision/walk.js


const nothing = new Map();
/**
 * Every point whose two rows differ in action, by pair of rows. Both lists are split along the axes together; a
 * branch ends where the residual lists agree, where one action is all that is left, or where no axis is left.
 * Throws `Exhausted`.
 */
function differing(space, base, head) {
    const known = new Map();
    let depth = 0;
    function go(from, left, right, open) {
        if (agree(left, right) || oneAction(left, right))
            return nothing;
        const axis = (0,lines/* nextAxis */.F6)([left, right], from);
        if (axis === Number.POSITIVE_INFINITY) {
            const pair = { base: (0,indexed.at)(left, 0), head: (0,indexed.at)(right, 0), points: space.diagrams.everything };
            return new Map([[pairNumber(pair), pair]]);
        }
        const question = (0,indexed.at)(space.axes, axis);
        const here = question.is === 'literal'
            ? { axis: question, literals: open?.axis.demand === question.demand ? open.literals : [] }
            : null;
        const key = `${axis}|${numbers(left)}|${numbers(right)}|${here === null ? '' : literalsKey(here)}`;
        const before = known.get(key);
        if (before !== undefined)
            return before;
        depth += 1;
        space.budget.descend(depth, question.dimension.name);
        const found = ask(axis, left, right, here);
        depth -= 1;
        known.set(key, found);
        return found;
    }
    function ask(axis, left, right, open) {
        const branches = (0,lines/* split */.lD)(space, axis, [left, right]);
        space.budget.spend(branches.length, (0,indexed.at)(space.axes, axis).dimension.name);
        const edges = new Map();
        for (const branch of branches) {
            let inside = open;
            if (open !== null && branch.holds !== null) {
                const literal = { matcher: open.axis.matcher, holds: branch.holds };
                inside = { axis: open.axis, literals: [...open.literals, literal] };
                if (open.axis.demand.find(inside.literals) === undefined)
                    continue;
            }
            const found = go(axis + 1, (0,indexed.at)(branch.lists, 0), (0,indexed.at)(branch.lists, 1), inside);
            if (found.size === 0)
                continue;
            const classes = branch.classes();
            for (const [number, pair] of found) {
                const list = edges.get(number);
                const edge = { classes, to: pair.points };
                if (list === undefined)
                    edges.set(number, { pair, edges: [edge] });
                else
                    list.edges.push(edge);
            }
        }
        const made = new Map();
        for (const [number, { pair, edges: list }] of edges) {
            const points = space.diagrams.node(axis, list);
            if (points !== null)
                made.set(number, { ...pair, points });
        }
        space.budget.spend(made.size, (0,indexed.at)(space.axes, axis).dimension.name);
        return made;
    }
    return [...go(0, (0,lines/* reachable */.Gq)(base), (0,lines/* reachable */.Gq)(head), null).values()].sort((a, b) => a.base.number - b.base.number || a.head.number - b.head.number);
}
function pairNumber({ base, head }) {
    return base.number * 0x4000000 + head.number;
}
function agree(left, right) {
    if (left.length !== right.length)
        return false;
    for (let place = 0; place < left.length; place += 1) {
        if ((0,indexed.at)(left, place).identity !== (0,indexed.at)(right, place).identity)
            return false;
    }
    return true;
}
function oneAction(left, right) {
    const { action } = (0,indexed.at)(left, 0);
    for (const line of left)
        if (line.action !== action)
            return false;
    for (const line of right)
        if (line.action !== action)
            return false;
    return true;
}
function numbers(list) {
    let text = '';
    for (const line of list)
        text += `${line.number},`;
    return text;
}
function literalsKey({ literals }) {
    return literals.map(({ matcher, holds }) => (holds ? matcher : ~matcher)).join();
}

;// CONCATENATED MODULE: ./build/decision/compare.js










/** Every point on which two tables differ. Exact, or a typed reason why not. */
function compare(base, head, options) {
    const faults = [...(0,malformed/* malformed */.Q)(base), ...(0,malformed/* malformed */.Q)(head)];
    if (faults.length > 0)
        return { kind: 'malformed', matchers: faults };
    const budget = new decision_budget/* Budget */.__(options.limits);
    try {
        return compareWithin(base, head, options, budget);
    }
    catch (error) {
        if (!(error instanceof decision_budget/* Exhausted */.mS))
            throw error;
        const { dimension, limit, allowed } = error;
        return { kind: 'exhausted', dimension, limit, allowed };
    }
}
function compareWithin(base, head, options, budget) {
    const identities = new Identities(action => options.keyOf(action));
    const baseIds = base.rows.map(row => identities.row(row));
    const headIds = head.rows.map(row => identities.row(row));
    const changed = changedRows(baseIds, headIds);
    const otherwiseDiffers = identities.action(base.otherwise) !== identities.action(head.otherwise);
    const dimensions = mergeDimensions(base.dimensions, head.dimensions);
    const counts = {
        rows: { base: base.rows.length, head: head.rows.length },
        dimensions: dimensions.length
    };
    if (changed.base.length + changed.head.length === 0 && !otherwiseDiffers) {
        const none = { classes: 0, states: budget.states, steps: budget.steps };
        return { kind: 'compared', differences: [], counts: { ...counts, ...none } };
    }
    const changedWhens = [
        ...changed.base.map(index => (0,indexed.at)(base.rows, index).when),
        ...changed.head.map(index => (0,indexed.at)(head.rows, index).when)
    ];
    const reach = reachOf(otherwiseDiffers ? null : changedWhens, base.rows.length + head.rows.length, dimensions);
    const impossible = impossibleCombinations([base, head]).filter(reach.touches);
    const touched = [base, head].map(table => table.rows.map(row => reach.touches(row.when)));
    const space = (0,decision_space/* makeSpace */.T2)(dimensions, [base, head].flatMap((table, side) => table.rows.filter((_, index) => touched[side]?.[index]).map(row => row.when)), impossible, reach.universe, budget);
    const number = impossible.length;
    const shared = impossible.map((when, index) => lineOf(space, when, index, -1 - index, -1));
    const lists = [base, head].map((table, side) => {
        const first = number + side * (base.rows.length + 1);
        const ids = side === 0 ? baseIds : headIds;
        const lines = table.rows.map((row, index) => touched[side]?.[index] === true
            ? lineOf(space, row.when, first + index, (0,indexed.at)(ids, index), identities.action(row.action))
            : null);
        const action = identities.action(table.otherwise);
        const last = lineOf(space, {}, first + lines.length, Number.MIN_SAFE_INTEGER + action, action);
        return [...shared, ...lines, last].filter(line => line !== null);
    });
    const pairs = differing(space, (0,indexed.at)(lists, 0), (0,indexed.at)(lists, 1));
    const rowOf = (line) => {
        const index = line.number - number;
        return {
            base: base.rows[index] ?? null,
            head: head.rows[index - base.rows.length - 1] ?? null
        };
    };
    const differences = merged(pairs, options.mergeBy ?? 'rows', space).map(({ members, points }) => {
        const rows = members.map(pair => ({
            base: rowOf(pair.base).base,
            head: rowOf(pair.head).head
        }));
        const { base: left, head: right } = (0,indexed.at)(rows, 0);
        const known = bestPoint({ space, points });
        return {
            before: left === null ? base.otherwise : left.action,
            after: right === null ? head.otherwise : right.action,
            base: left,
            head: right,
            pairs: rows,
            region: { space, points, known },
            sample: known
        };
    });
    let classes = 0;
    for (const axis of space.axes)
        classes += (0,decision_space/* sizeOf */.$d)(axis);
    const spent = { classes, states: budget.states, steps: budget.steps };
    return { kind: 'compared', differences, counts: { ...counts, ...spent } };
}
function lineOf(space, when, number, identity, action) {
    const conditions = space.conditions(when);
    return conditions === null
        ? null
        : { number, identity, action, conditions, last: conditions.at(-1)?.axis ?? -1 };
}
function merged(pairs, by, space) {
    if (by === 'rows')
        return pairs.map(pair => ({ members: [pair], points: pair.points }));
    const groups = new Map();
    for (const pair of pairs) {
        const key = `${pair.base.action},${pair.head.action}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [pair]);
        else
            group.push(pair);
    }
    return [...groups.values()].map(members => {
        let points = (0,indexed.at)(members, 0).points;
        for (const member of members)
            points = space.diagrams.union(points, member.points) ?? points;
        return { members, points };
    });
}

// EXTERNAL MODULE: ./build/mesh/service.js
var mesh_service = __webpack_require__(4615);
;// CONCATENATED MODULE: ./build/effects/setting-words.js

/** Every setting in words; total, so that a new setting cannot be compared and not named. */
function settingWords(settings, hostOfCluster) {
    return {
        timeout: settings.timeout === undefined ? 'none' : durationWords(settings.timeout),
        retries: retryWords(settings.retries),
        fault: faultWords(settings.fault),
        mirrors: mirrorWords(settings.mirrors, hostOfCluster),
        headers: headerWords(settings.headers),
        cors: corsWords(settings.cors),
        hash: hashWords(settings.hashPolicy)
    };
}
function retryWords(retries) {
    if (retries === undefined)
        return 'default';
    if (retries === 'off')
        return 'off';
    return `${attemptWords(retries)} on ${[retries.retryOn, ...retries.statusCodes].join(',')}${[
        retries.perTryTimeout === undefined ? '' : `, ${durationWords(retries.perTryTimeout)} per try`,
        retries.backoff === undefined ? '' : `, ${durationWords(retries.backoff)} back-off`,
        retries.retryRemoteLocalities === true ? ', also in other localities' : '',
        retries.ignorePreviousHosts === false ? ', also on hosts tried before' : ''
    ].join('')}`;
}
function attemptWords({ attempts }) {
    return attempts === 1 ? '1 retry' : `${attempts} retries`;
}
function faultWords(fault) {
    const parts = [];
    if (fault?.delay !== undefined) {
        parts.push(`delay ${durationWords(fault.delay.milliseconds)} for ${fault.delay.percent} % of requests`);
    }
    if (fault?.abort !== undefined) {
        const { httpStatus, grpcStatus, percent } = fault.abort;
        const status = httpStatus ?? (grpcStatus === undefined ? 'error' : `gRPC ${grpcStatus}`);
        parts.push(`abort with ${status} for ${percent} % of requests`);
    }
    return parts.length === 0 ? 'none' : listWords(parts);
}
function mirrorWords(mirrors, hostOfCluster) {
    if (mirrors === undefined || mirrors.length === 0)
        return 'none';
    return listWords(mirrors.map(({ cluster, percent }) => percent === 100 ? hostOfCluster(cluster) : `${hostOfCluster(cluster)} (${percent} %)`));
}
/** `request: set x-a "1", remove x-b; response: …`. */
function headerWords(headers) {
    const sides = [];
    for (const side of ['request', 'response']) {
        const operation = headers?.[side];
        const parts = [];
        for (const [name, value] of Object.entries(operation?.set ?? {})) {
            parts.push(`set ${name} "${value}"`);
        }
        for (const [name, value] of Object.entries(operation?.add ?? {})) {
            parts.push(`add ${name} "${value}"`);
        }
        for (const name of operation?.remove ?? [])
            parts.push(`remove ${name}`);
        if (parts.length > 0)
            sides.push(`${side}: ${parts.join(', ')}`);
    }
    return sides.length === 0 ? 'unchanged' : sides.join('; ');
}
function corsWords(cors) {
    if (cors === undefined)
        return 'none';
    const parts = [];
    for (const key of Object.keys(cors).sort()) {
        const value = cors[key];
        parts.push(`${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
    }
    return parts.join(', ');
}
function hashWords(policies) {
    if (policies === undefined || policies.length === 0)
        return 'none';
    return policies.map(policy => JSON.stringify(policy)).join(', ');
}

;// CONCATENATED MODULE: ./build/effects/facet.js



/** The facets in which one request's treatment is compared, in the order in which people read them. */
const facets = [
    'destinations',
    'pods',
    'rewrite',
    'authority',
    'destination headers',
    'timeout',
    'retries',
    'fault',
    'mirrors',
    'headers',
    'cors',
    'hash',
    ...upstreamFacets
];
const none = { key: '', text: 'none' };
/** Every facet at rest: what an action without settings does. */
const plainFacets = {
    destinations: none,
    pods: none,
    rewrite: none,
    authority: { key: '', text: 'as sent' },
    'destination headers': { key: '', text: 'unchanged' },
    timeout: none,
    retries: none,
    fault: none,
    mirrors: none,
    headers: { key: '', text: 'unchanged' },
    cors: none,
    hash: none,
    'load balancing': none,
    'connection pool': none,
    'outlier detection': none,
    locality: none,
    'proxy protocol': none,
    tunnel: none,
    'retry budget': none,
    'client TLS': none
};
/** `clusterWords` names a mirror's cluster, and says so where it does not exist. */
function settingFacets(settings, clusterWords) {
    const words = settingWords(settings, clusterWords);
    const facet = (name, setting) => ({
        key: (0,fingerprint/* canonical */.$)(setting ?? null),
        text: words[name]
    });
    return {
        ...plainFacets,
        timeout: facet('timeout', settings.timeout),
        retries: facet('retries', settings.retries),
        fault: facet('fault', settings.fault),
        // Whether a mirror's cluster exists is behaviour too, and only the words know.
        mirrors: { key: (0,fingerprint/* canonical */.$)([settings.mirrors ?? null, words.mirrors]), text: words.mirrors },
        headers: facet('headers', settings.headers),
        cors: facet('cors', settings.cors),
        hash: facet('hash', settings.hashPolicy)
    };
}

;// CONCATENATED MODULE: ./build/effects/behaviour.js



/** Names a behaviour by its facets. */
function finish(fate, lost, destinations, values, { certainty, assumptions }) {
    const id = (0,fingerprint/* canonical */.$)([fate, facets.map(facet => values[facet].key)]);
    return { id, fate, lost, destinations, facets: values, certainty, assumptions };
}
/** `reviews v1 90 %, reviews v2 10 %`; hosts of `split` are told apart from their own subsets. */
function shareWords(shares, split) {
    return shares
        .map(({ host, subset, tail }) => {
        if (subset !== '')
            return `${host} ${subset}${tail}`;
        return split.has(host) ? `${host} (all pods)${tail}` : `${host}${tail}`;
    })
        .join(', ');
}
/** A mirror's cluster for people. */
function clusterWords(name, { config, namespace }) {
    const cluster = config.clusters.get(name);
    if (cluster === undefined)
        return `${name} (no such cluster)`;
    return `${hostWords(cluster.host, namespace)}${cluster.subset === '' ? '' : ` ${cluster.subset}`}`;
}

;// CONCATENATED MODULE: ./build/effects/forward.js







/** A route that forwards, seen with the clusters of its proxy: a share to a missing or empty cluster is lost. */
function forwarded(action, context) {
    const { config } = context;
    const shares = new Map();
    let total = 0;
    let lost = 0;
    let certainty = context.certainty;
    const assumptions = [...context.assumptions];
    for (const to of action.destinations) {
        total += to.weight;
        const cluster = config.clusters.get(to.cluster);
        if (cluster === undefined || cluster.endpoints === 0)
            lost += to.weight;
        if (cluster !== undefined) {
            certainty = (0,build_finding/* worst */.Q)(certainty, cluster.certainty);
            assumptions.push(...cluster.assumptions);
        }
        // The same cluster may stand twice, apart only in its header operations.
        const share = shares.get(to.cluster);
        shares.set(to.cluster, { to, weight: (share?.weight ?? 0) + to.weight });
    }
    const divisor = [...shares.values()].reduce((gcd, { weight }) => greatest(gcd, weight), 0);
    const ordered = [...shares.keys()].sort();
    const facetsHere = settingFacets(action.settings, name => clusterWords(name, context));
    const parts = ordered.flatMap(name => shareOf(name, shares, total, action, context) ?? []);
    const keys = ordered.map(name => {
        const cluster = config.clusters.get(name);
        const state = cluster === undefined ? 'missing' : cluster.endpoints === 0 ? 'empty' : '';
        return [name, (shares.get(name)?.weight ?? 0) / (divisor === 0 ? 1 : divisor), state];
    });
    const settled = {
        ...facetsHere,
        ...upstreamFacetsOf(parts),
        destinations: {
            key: (0,fingerprint/* canonical */.$)([keys, lost > 0 ? action.clusterNotFound : null]),
            text: shareWords(parts, noSubsets)
        },
        pods: { key: (0,fingerprint/* canonical */.$)(parts.map(one => one.pods?.key ?? null)), text: '' },
        rewrite: rewriteFacet(action, context),
        authority: authorityFacet(action, ordered),
        'destination headers': destinationHeaders(action)
    };
    const lostShare = total === 0 ? 1 : lost / total;
    return finish('served', lostShare, parts, settled, { ...context, certainty, assumptions });
}
/** Keys alone: their words depend on the other side. */
function upstreamFacetsOf(shares) {
    const value = (facet) => ({
        key: (0,fingerprint/* canonical */.$)(shares.map(({ upstream }) => upstream === null ? null : (upstreamValue(upstream, facet) ?? null))),
        text: ''
    });
    return {
        'load balancing': value('load balancing'),
        'connection pool': value('connection pool'),
        'outlier detection': value('outlier detection'),
        locality: value('locality'),
        'proxy protocol': value('proxy protocol'),
        tunnel: value('tunnel'),
        'retry budget': value('retry budget'),
        'client TLS': value('client TLS')
    };
}
const noSubsets = new Set();
function shareOf(name, shares, total, action, { config, namespace, pods }) {
    const share = shares.get(name);
    if (share === undefined)
        return null;
    const { to, weight } = share;
    const part = shares.size > 1 ? ` ${percentWords(weight, total)}` : '';
    const cluster = config.clusters.get(name);
    const what = to.subset === '' ? 'no such service or port' : 'no such subset';
    const why = cluster === undefined
        ? ` (${what}: ${action.clusterNotFound})`
        : cluster.endpoints === 0
            ? ' (no pods: 503)'
            : '';
    return {
        cluster: name,
        host: hostWords(to.host, namespace),
        subset: to.subset,
        pods: cluster === undefined ? null : pods(cluster),
        upstream: cluster ?? null,
        tail: part + why
    };
}
function rewriteFacet({ pathRewrite }, { matched }) {
    if (pathRewrite === undefined)
        return plainFacets.rewrite;
    if (pathRewrite.kind === 'regex') {
        const { pattern, substitution } = pathRewrite;
        return { key: (0,fingerprint/* canonical */.$)(pathRewrite), text: `${pattern} → ${substitution}` };
    }
    const part = matched === null ? 'whole path' : 'matched prefix';
    return { key: (0,fingerprint/* canonical */.$)([pathRewrite.value, matched]), text: `${part} → ${pathRewrite.value}` };
}
function authorityFacet(action, clusters) {
    if (action.authorityRewrite !== undefined) {
        return { key: action.authorityRewrite, text: action.authorityRewrite };
    }
    const byCluster = [];
    for (const to of action.destinations) {
        if (to.authorityRewrite !== undefined)
            byCluster.push([to.cluster, to.authorityRewrite]);
    }
    if (byCluster.length === 0)
        return plainFacets.authority;
    if (clusters.length === 1)
        return { key: byCluster[0]?.[1] ?? '', text: byCluster[0]?.[1] ?? '' };
    return { key: (0,fingerprint/* canonical */.$)(byCluster.sort()), text: byCluster.map(([, host]) => host).join(', ') };
}
function destinationHeaders({ destinations }) {
    const operations = [];
    for (const { cluster, weight, headers } of destinations) {
        if (headers !== undefined)
            operations.push({ cluster, weight, headers: headerWords(headers) });
    }
    if (operations.length === 0)
        return plainFacets['destination headers'];
    return {
        // With several destinations the share of each set of headers counts too.
        key: (0,fingerprint/* canonical */.$)(operations.map(one => (destinations.length === 1 ? one.headers : one))),
        text: operations.map(one => one.headers).join(' | ')
    };
}
function greatest(a, b) {
    return b === 0 ? a : greatest(b, a % b);
}

;// CONCATENATED MODULE: ./build/effects/action.js




function behaviourOf(action, context) {
    switch (action.kind) {
        case 'forward':
            return forwarded(action, context);
        case 'redirect': {
            const { status, scheme, host, port, path, prefixRewrite } = action;
            const target = [
                scheme === undefined ? '' : `${scheme}://`,
                host ?? '',
                port === undefined ? '' : `:${port}`,
                path ?? (prefixRewrite === undefined ? '' : `prefix → ${prefixRewrite}`)
            ].join('');
            const text = `redirect ${status} to ${target === '' ? 'the same URL' : target}`;
            const matched = prefixRewrite === undefined ? undefined : context.matched;
            const key = (0,fingerprint/* canonical */.$)({ status, scheme, host, port, path, prefixRewrite, matched });
            return ended('redirect', 0, { key, text }, context, action);
        }
        case 'direct-response': {
            const body = action.body === undefined ? '' : ` with a body of ${action.body.length} characters`;
            const text = `answered ${action.status} by the proxy${body}`;
            const key = (0,fingerprint/* canonical */.$)({ status: action.status, body: action.body });
            return ended('direct-response', action.status >= 400 ? 1 : 0, { key, text }, context, action);
        }
        case 'passthrough':
            return ended('passthrough', 0, { key: '', text: 'passed through to the address dialled' }, context);
        case 'blackhole':
            return ended('blackhole', 1, { key: `${action.status}`, text: `${action.status} (blackholed)` }, context);
        case 'no-route':
            return ended('no-route', 1, { key: '', text: '404 (no route matches)' }, context);
        case 'no-virtual-host':
            return ended('no-virtual-host', 1, { key: '', text: '404 (host not served)' }, context);
        case 'no-listener':
            return ended('no-listener', 1, { key: '', text: 'connection refused (no listener)' }, context);
        case 'no-service':
            return ended('no-service', 1, { key: '', text: `no such ${action.what}` }, context);
        case 'refused':
            return ended('refused', 1, { key: action.reason, text: `configuration refused by Envoy: ${action.reason}` }, context);
        case 'unknown': {
            const text = `not understood: ${action.reason}`;
            const behaviour = ended('unknown', 0, { key: action.reason, text }, context);
            return { ...behaviour, certainty: 'unknown', reason: action.reason, unknownAt: action.at };
        }
    }
}
function ended(fate, lost, destinations, context, action) {
    const settings = action === undefined
        ? plainFacets
        : settingFacets(action.settings, name => clusterWords(name, context));
    return finish(fate, lost, [], { ...settings, destinations }, context);
}

;// CONCATENATED MODULE: ./build/effects/rewrite.js
/** What a prefix rewrite of a route would replace. */
function matchedPath(route) {
    if (route === null)
        return null;
    const { path } = route.match;
    return path.kind === 'prefix' || path.kind === 'separated' ? path.value.length : null;
}
/**
 * Do two routes turn every path that both match into the same path, although they say so differently? `/a` → `/b` and
 * `/a/` → `/b/` do on paths under `/a/`. Only prefix rewrites can be written in two ways.
 */
function sameRewrite(before, after) {
    if (before === null || after === null)
        return false;
    const one = rewriteOf(before);
    const other = rewriteOf(after);
    if (one === null || other === null)
        return false;
    const longest = one.matched.length >= other.matched.length ? one : other;
    // Letters of either case match, so the bytes of the longer prefix are not known.
    if (one.matched !== other.matched && (one.ignoreCase || other.ignoreCase))
        return false;
    if (!longest.matched.startsWith(one.matched) || !longest.matched.startsWith(other.matched)) {
        return false;
    }
    const image = ({ matched, value }) => value + longest.matched.slice(matched.length);
    return image(one) === image(other);
}
/** No rewrite is one of nothing to nothing. Null where the image of a path is no prefix of it exchanged. */
function rewriteOf(route) {
    const rewrite = prefixRewriteOf(route.action);
    const { path } = route.match;
    if (rewrite === null)
        return null;
    if (rewrite === undefined)
        return { matched: '', value: '', ignoreCase: false };
    // Path-separated prefixes have a rule of their own for a slash at the end.
    if (path.kind !== 'prefix' && path.kind !== 'exact')
        return null;
    return { matched: path.value, value: rewrite, ignoreCase: path.ignoreCase };
}
function prefixRewriteOf(action) {
    if (action.kind === 'redirect')
        return action.path === undefined ? action.prefixRewrite : null;
    if (action.kind !== 'forward')
        return null;
    const { pathRewrite } = action;
    if (pathRewrite === undefined)
        return undefined;
    return pathRewrite.kind === 'prefix' ? pathRewrite.value : null;
}

;// CONCATENATED MODULE: ./build/effects/behaviour-table.js




/**
 * A lowered route configuration with every action seen in its proxy: clusters that do not exist, subsets without
 * pods. A regular rewrite acts only on paths that its pattern occurs in, so its row becomes two.
 */
function behaviourTable(table, config, pods) {
    const rows = [];
    for (const row of table.rows) {
        const origin = originOf(row);
        const route = origin?.route ?? null;
        const context = {
            config,
            pods,
            // Names are said as the owner of the host says them, so that all clients read the same.
            namespace: serviceOf(origin?.virtualHost.name ?? '')?.namespace ?? '',
            matched: matchedPath(route),
            certainty: (0,build_finding/* worst */.Q)(config.proxy.certainty, route?.certainty ?? 'certain'),
            assumptions: [...config.proxy.assumptions, ...(route?.assumptions ?? [])]
        };
        const { action } = row;
        if (action.kind === 'forward' && action.pathRewrite?.kind === 'regex') {
            const occurs = {
                is: 'regex',
                value: `[\\s\\S]*(?:${action.pathRewrite.pattern})[\\s\\S]*`
            };
            const path = row.when.path;
            const when = { ...row.when, path: path === undefined ? occurs : both(path, occurs) };
            rows.push({ when, action: behaviourOf(action, context), origin: row.origin });
            const { pathRewrite: _, ...plain } = action;
            rows.push({ when: row.when, action: behaviourOf(plain, context), origin: row.origin });
        }
        else {
            rows.push({ when: row.when, action: behaviourOf(action, context), origin: row.origin });
        }
    }
    const nowhere = {
        config,
        pods,
        namespace: '',
        matched: null,
        certainty: config.proxy.certainty,
        assumptions: config.proxy.assumptions
    };
    return { ...table, rows, otherwise: behaviourOf(table.otherwise, nowhere) };
}
/** The rows of lowered tables all have one; `null` stands for "no row matched". */
function originOf(row) {
    // Rows of this room come from lowerRoutes alone, which sets it.
    return row === null ? null : row.origin;
}
function both(a, b) {
    return { is: 'all', of: [a, b] };
}

;// CONCATENATED MODULE: ./build/effects/difference-words.js




/** One facet on both sides, each said with a view to the other. */
function facetWords(facet, before, after) {
    if (facet === 'destinations') {
        return { before: destinationWords(before, after), after: destinationWords(after, before) };
    }
    if (facet === 'pods')
        return { before: podWords(before, after), after: podWords(after, before) };
    const upstream = upstreamFacets.find(one => one === facet);
    if (upstream !== undefined) {
        return {
            before: policyWords(upstream, before, after),
            after: policyWords(upstream, after, before)
        };
    }
    return { before: before.facets[facet].text, after: after.facets[facet].text };
}
/** A host without a subset stands for all of its pods where the other side names one. */
function destinationWords(own, other) {
    if (own.destinations.length === 0)
        return own.facets.destinations.text;
    const split = new Set(other.destinations.filter(one => one.subset !== '').map(one => one.host));
    return shareWords(own.destinations, split);
}
/** The pods of those destinations alone that changed. */
function podWords(own, other) {
    const parts = [];
    for (const [index, share] of own.destinations.entries()) {
        const there = other.destinations[index];
        if (share.pods?.key === there?.pods?.key)
            continue;
        const name = own.destinations.length === 1 ? '' : `${nameOf(share)}: `;
        parts.push(`${name}${podsOf(share, there)}`);
    }
    return parts.join('; ');
}
/** Names where they tell the sides apart, else the labels that the pods must carry. */
function podsOf({ pods }, other) {
    if (pods === null)
        return 'none';
    const namesDiffer = listWords(pods.names) !== listWords(other?.pods?.names ?? []);
    if (namesDiffer)
        return pods.names.length === 0 ? 'no known pods' : `pods of ${listWords(pods.names)}`;
    return pods.labels === '' ? 'all pods' : `pods with ${pods.labels}`;
}
/** What differs in one facet of the clusters that differ. */
function policyWords(facet, own, other) {
    const said = new Set();
    for (const [index, share] of own.destinations.entries()) {
        const there = other.destinations[index]?.upstream ?? null;
        if (share.upstream === null || there === null)
            continue;
        const value = upstreamValue(share.upstream, facet);
        const otherValue = upstreamValue(there, facet);
        if ((0,fingerprint/* canonical */.$)(value ?? null) !== (0,fingerprint/* canonical */.$)(otherValue ?? null)) {
            said.add(upstreamWords(value, otherValue));
        }
    }
    return [...said].join('; ');
}
function nameOf({ host, subset }) {
    return subset === '' ? host : `${host} ${subset}`;
}

;// CONCATENATED MODULE: ./build/effects/kind.js



/** Null where both treat the request alike. A behaviour that was not understood is no effect: ask before. */
function difference(before, after) {
    if (before.id === after.id)
        return null;
    const changed = changedFacets(before, after);
    if (changed.length === 0)
        return null;
    const changes = [];
    for (const facet of changed) {
        const words = facetWords(facet, before, after);
        changes.push({ facet, before: words.before, after: words.after });
    }
    return { ...classified(before, after, changed), changes };
}
function classified(before, after, changed) {
    if (after.lost > before.lost) {
        return { kind: 'traffic-lost', direction: 'break', severity: 'error' };
    }
    if (after.lost < before.lost) {
        return { kind: 'traffic-gained', direction: 'repair', severity: 'info' };
    }
    if (!changed.includes('destinations')) {
        const severity = settingSeverity(before, after, changed);
        return changed.every(isUpstream)
            ? { kind: 'upstream-changed', direction: 'move', severity }
            : { kind: 'settings-changed', direction: 'neutral', severity };
    }
    if (before.fate === 'served' && after.fate === 'served' && sameClusters(before, after)) {
        return { kind: 'weights-changed', direction: 'move', severity: 'info' };
    }
    // From one failure to another: worth a line, not a warning.
    return { kind: 'rerouted', direction: 'move', severity: before.lost === 1 ? 'info' : 'warning' };
}
function changedFacets(before, after) {
    if (before.fate !== after.fate)
        return ['destinations'];
    const changed = facets.filter(facet => before.facets[facet].key !== after.facets[facet].key &&
        // Other destinations have other pods and policies: that is said already.
        (!isUpstream(facet) || sameClusters(before, after)));
    // Of requests that are served on one side alone, or on none, only that matters.
    const failing = before.lost === 1 || after.lost === 1;
    return failing && changed.includes('destinations') ? ['destinations'] : changed;
}
const upstream = new Set(['pods', ...upstreamFacets]);
/** Facets of the chosen clusters, not of the route. */
function isUpstream(facet) {
    return upstream.has(facet);
}
function sameClusters(before, after) {
    return (before.destinations.length === after.destinations.length &&
        before.destinations.every((one, index) => one.cluster === after.destinations[index]?.cluster));
}
/** Faults, copies of live traffic and pods that go are high in the risk order; timeouts, retries and headers medium. */
function settingSeverity(before, after, changed) {
    for (const facet of ['fault', 'mirrors', 'rewrite']) {
        if (changed.includes(facet) && after.facets[facet].text !== 'none')
            return 'warning';
    }
    if (changed.includes('client TLS'))
        return 'warning';
    return changed.includes('pods') && losesPods(before, after) ? 'warning' : 'info';
}
function losesPods(before, after) {
    return before.destinations.some((share, index) => {
        const names = after.destinations[index]?.pods?.names ?? [];
        const known = share.pods?.names ?? [];
        return known.length === 0 || known.some(name => !names.includes(name));
    });
}

;// CONCATENATED MODULE: ./build/effects/virtual-hosts.js


/**
 * Names of the virtual hosts whose requests can be treated differently. Where domains change hands, every wildcard is
 * looked at too, since it takes what no other host takes.
 */
function differingHosts(base, head, sides) {
    const before = new Map((base?.virtualHosts ?? []).map(host => [host.name, host]));
    const after = new Map((head?.virtualHosts ?? []).map(host => [host.name, host]));
    const differing = new Set();
    let domainsMoved = base?.ignorePortInHost !== head?.ignorePortInHost;
    for (const name of new Set([...before.keys(), ...after.keys()])) {
        const one = before.get(name);
        const other = after.get(name);
        if (one === undefined || other === undefined || !sameDomains(one, other)) {
            domainsMoved = true;
            differing.add(name);
        }
        else if (!sameHost(one, other, sides))
            differing.add(name);
    }
    if (domainsMoved) {
        for (const host of [...before.values(), ...after.values()]) {
            if (host.domains.some(domain => domain.startsWith('*')))
                differing.add(host.name);
        }
    }
    return differing;
}
function sameDomains(a, b) {
    return (a.domains.length === b.domains.length && a.domains.every((domain, i) => domain === b.domains[i]));
}
function sameHost(a, b, { configs, pods }) {
    if (a.requireTls !== b.requireTls || a.routes.length !== b.routes.length)
        return false;
    return a.routes.every((route, i) => {
        const other = b.routes[i];
        return (other !== undefined &&
            routeKey(route) === routeKey(other) &&
            clusterStates(route, configs.base, pods.base) ===
                clusterStates(other, configs.head, pods.head));
    });
}
const virtual_hosts_keys = new WeakMap();
/** What a route does without regard to names and places. Routes are shared by proxies, so each is read once. */
function routeKey(route) {
    let key = virtual_hosts_keys.get(route);
    if (key === undefined) {
        key = (0,fingerprint/* canonical */.$)([route.match, withoutPlaces(route.action)]);
        virtual_hosts_keys.set(route, key);
    }
    return key;
}
function withoutPlaces(action) {
    if (action.kind === 'unknown' || action.kind === 'refused')
        return [action.kind, action.reason];
    if (action.kind !== 'forward')
        return action;
    return { ...action, destinations: action.destinations.map(one => ({ ...one, at: null })) };
}
/** Which clusters of a route exist, and their pods: part of what it does, and not in the route itself. */
function clusterStates({ action }, { clusters }, pods) {
    if (action.kind !== 'forward')
        return '';
    const names = [
        ...action.destinations.map(one => one.cluster),
        ...(action.settings.mirrors ?? []).map(one => one.cluster)
    ];
    return names
        .map(name => {
        const cluster = clusters.get(name);
        if (cluster === undefined)
            return '-';
        return `${cluster.endpoints === 0 ? '0' : pods(cluster).key} ${upstreamKey(cluster)}`;
    })
        .join('\n');
}

;// CONCATENATED MODULE: ./build/effects/routing.js










/** Every request that a proxy class routes differently on the two sides. */
function compareRoutes(base, head, proxy, pods) {
    const configs = { base: base.config(proxy), head: head.config(proxy) };
    const changes = [];
    const gaps = [];
    let tables = 0;
    let classes = 0;
    const names = new Set([...configs.base.routeConfigs.keys(), ...configs.head.routeConfigs.keys()]);
    for (const name of [...names].sort()) {
        tables += 1;
        const before = configs.base.routeConfigs.get(name);
        const after = configs.head.routeConfigs.get(name);
        const hosts = differingHosts(before, after, { configs, pods });
        if (hosts.size === 0)
            continue;
        const sides = tablesOf(before, after, hosts, { base, head, configs, pods, proxy });
        if (sides === null)
            continue;
        const found = compare(sides.base, sides.head, { keyOf: behaviour => behaviour.id });
        if (found.kind === 'exhausted') {
            const where = found.dimension === null ? '' : ` of ${found.dimension}`;
            const message = `the routes${where} are too intertwined: more than ${found.allowed} ${found.limit}`;
            gaps.push({ kind: 'budget', message, proxy, routeConfig: name });
            continue;
        }
        if (found.kind === 'malformed') {
            const [first] = found.matchers;
            const message = `a pattern cannot be compiled: ${first?.reason ?? ''}`;
            gaps.push({ kind: 'malformed', message, proxy, routeConfig: name });
            continue;
        }
        classes += found.counts.classes;
        const common = {
            proxy,
            configs,
            routeConfig: name,
            port: (after ?? before)?.port ?? 0,
            tls: name.startsWith('https')
        };
        for (const group of grouped(found.differences)) {
            const before = settled(group.before, group.origins.head, base, configs.base, pods.base);
            const after = settled(group.after, group.origins.base, head, configs.head, pods.head);
            const understood = before.fate !== 'unknown' && after.fate !== 'unknown';
            const one = understood ? difference(before, after) : null;
            if (!understood || one !== null) {
                changes.push({ ...common, ...group, before, after, difference: one });
            }
        }
    }
    return { changes, gaps, tables, classes };
}
function tablesOf(before, after, virtualHosts, { base, head, configs, pods, proxy }) {
    const byAuthority = [before, after].some(one => one !== undefined && (0,lower_routes/* matchesAuthority */.l)(one));
    const scheme = (before ?? after)?.name.startsWith('https') === true ? 'https' : 'http';
    const options = { virtualHosts, byAuthority, schemes: [scheme] };
    const lower = (side, { mesh }, routes) => routes === undefined
        ? null
        : behaviourTable((0,lower_routes/* lowerRoutes */.E)(routes, mesh, options), configs[side], pods[side]);
    const one = lower('base', base, before);
    const other = lower('head', head, after);
    if (one === null && other === null)
        return null;
    return {
        base: one ?? routing_nothing(other, configs.base, pods.base, proxy),
        head: other ?? routing_nothing(one, configs.head, pods.head, proxy)
    };
}
/** The table of a port that the proxy does not listen on: a sidecar passes everything through. */
function routing_nothing(like, config, pods, proxy) {
    const context = {
        config,
        pods,
        namespace: proxy.namespace,
        matched: null,
        certainty: proxy.certainty,
        assumptions: proxy.assumptions
    };
    const action = proxy.type === 'sidecar'
        ? { kind: 'passthrough', cluster: 'PassthroughCluster' }
        : { kind: 'no-listener' };
    return {
        dimensions: like?.dimensions ?? [],
        rows: [],
        otherwise: behaviourOf(action, context),
        ...(like?.impossible !== undefined && { impossible: like.impossible })
    };
}
/** Pairs of rows of one virtual host between which the same changes are one difference with one region. */
function grouped(differences) {
    const groups = new Map();
    for (const one of differences) {
        if (isEmpty(one.region) || onlyRewrittenAlike(one))
            continue;
        const hosts = [originOf(one.base), originOf(one.head)].map(origin => origin?.virtualHost.name ?? '');
        const key = [...hosts, one.before.id, one.after.id].join('\n');
        groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    const result = [];
    for (const [first, ...rest] of groups.values()) {
        if (first === undefined)
            continue;
        const all = [first, ...rest];
        result.push({
            before: first.before,
            after: first.after,
            region: union([first.region, ...rest.map(one => one.region)]),
            origins: {
                base: all.flatMap(one => originOf(one.base) ?? []),
                head: all.flatMap(one => originOf(one.head) ?? [])
            }
        });
    }
    return result;
}
/**
 * What a sidecar passes through reaches nothing where the name is one of the cluster and no Service has it on this
 * side: the name does not resolve, or nothing answers on the port.
 */
function settled(behaviour, other, { mesh }, config, pods) {
    const name = other[0]?.virtualHost.name;
    if (behaviour.fate !== 'passthrough' || name === undefined || serviceOf(name) === null) {
        return behaviour;
    }
    const colon = name.lastIndexOf(':');
    const services = mesh.registry.byHost(name.slice(0, colon));
    const port = Number(name.slice(colon + 1));
    if (services.some(service => (0,mesh_service/* portOf */.HM)(service, port) !== undefined))
        return behaviour;
    const { certainty, assumptions } = behaviour;
    const what = services.length === 0 ? 'Service' : 'port';
    const context = { config, pods, namespace: '', matched: null, certainty, assumptions };
    return behaviourOf({ kind: 'no-service', what }, context);
}
/** The same path comes out although the two rewrites are written differently. */
function onlyRewrittenAlike({ before, after, base, head }) {
    const found = difference(before, after);
    const rewriteOnly = found?.changes.every(({ facet }) => facet === 'rewrite') === true;
    if (!rewriteOnly)
        return false;
    return sameRewrite(originOf(base)?.route ?? null, originOf(head)?.route ?? null);
}

;// CONCATENATED MODULE: ./build/effects/steps.js

/** The command that shows the routes, or the clusters, in question as a running proxy of the class holds them. */
function verifyCommand(proxy, routeConfig, cluster) {
    const labels = Object.entries(proxy.labels)
        .map(([key, value]) => `${key}=${value}`)
        .sort();
    const selector = labels.length === 0 ? '' : ` -l ${shellWord(labels.join(','))}`;
    const namespace = shellWord(proxy.namespace);
    const pod = `"$(kubectl get pod -n ${namespace}${selector} -o name | head -n 1 | cut -d / -f 2)"`;
    const what = cluster === null ? 'routes' : 'clusters';
    const which = cluster === null ? `--name ${shellWord(routeConfig)}` : `--fqdn ${shellWord(cluster.host)}`;
    return `istioctl proxy-config ${what} ${pod} -n ${namespace} ${which} -o json`;
}
/**
 * A PromQL expression over Istio's standard metrics that moves when the effect shows.
 * Source: istio.io/latest/docs/reference/config/metrics.
 */
function watchExpression(kind, hosts, facets) {
    // A request without a route or cluster has no destination: only its response flag tells.
    if (kind === 'traffic-lost' || kind === 'traffic-gained') {
        return rate('source_workload, response_code, response_flags', 'response_flags=~"NR|NC|UH|UF"');
    }
    const to = destinationMatcher(hosts);
    if (kind === 'settings-changed' && facets.some(facet => timing.has(facet))) {
        return rate('response_code, response_flags', to);
    }
    return rate(kind === 'settings-changed' ? 'response_code' : 'destination_service, destination_version', to);
}
const timing = new Set(['timeout', 'retries', 'fault']);
function rate(by, matcher) {
    const matchers = ['reporter="source"', matcher].filter(one => one !== '').join(', ');
    return `sum by (${by}) (rate(istio_requests_total{${matchers}}[5m]))`;
}
function destinationMatcher(hosts) {
    const names = [...new Set(hosts)].sort();
    const [only] = names;
    if (only === undefined)
        return '';
    if (names.length === 1)
        return `destination_service=${promString(only)}`;
    const pattern = names.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    return `destination_service=~${promString(pattern)}`;
}
function promString(text) {
    return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

;// CONCATENATED MODULE: ./build/effects/subject.js

/** What a person would name for the requests that a virtual host takes. */
function subjectOf(config, routeConfig, host) {
    const { name, port } = splitName(host.name);
    if (config.proxy.type === 'gateway') {
        const gateway = gatewayOf(config, routeConfig, host);
        return {
            kind: 'host',
            name: unknownHosts[name] ?? name,
            port,
            ...(gateway !== undefined && { gateway })
        };
    }
    const service = serviceOf(name);
    if (service !== null)
        return { kind: 'service', ...service, port };
    return { kind: 'host', name: unknownHosts[name] ?? name, port: port || portOf(routeConfig) };
}
/** Istio's names of virtual hosts that stand for no host. */
const unknownHosts = {
    blackhole: 'hosts without a route',
    allow_any: 'hosts outside the mesh',
    block_all: 'hosts outside the mesh',
    allow_any_dynamic_dns: 'hosts outside the mesh'
};
/** The one that the virtual host was made for; else the Gateways of the listener. */
function gatewayOf(config, routeConfig, host) {
    const names = new Set();
    for (const { manifest } of host.origins) {
        if (manifest.ref.kind === 'Gateway')
            names.add(`${manifest.ref.namespace}/${manifest.ref.name}`);
    }
    if (names.size === 0) {
        for (const { filterChains } of config.listeners) {
            for (const chain of filterChains) {
                if (chain.routeConfig !== routeConfig)
                    continue;
                for (const { manifest } of chain.origins) {
                    names.add(`${manifest.ref.namespace}/${manifest.ref.name}`);
                }
            }
        }
    }
    return names.size === 0 ? undefined : [...names].sort().join(', ');
}
function splitName(name) {
    const colon = name.lastIndexOf(':');
    const port = Number(name.slice(colon + 1));
    return colon < 0 || !Number.isInteger(port)
        ? { name, port: 0 }
        : { name: name.slice(0, colon), port };
}
function portOf(routeConfig) {
    const digits = /(\d+)$/.exec(routeConfig)?.[1];
    return digits === undefined ? 0 : Number(digits);
}

// EXTERNAL MODULE: ./build/dataplane/evaluate.js + 4 modules
var evaluate = __webpack_require__(7182);
;// CONCATENATED MODULE: ./build/effects/witness.js



/** A point of a region as a request that a person could send. Null where it cannot be written as one. */
function requestAt({ proxy, from, port, point, tls }) {
    const path = textOf(point, 'path') ?? '/';
    const query = [];
    const headers = {};
    const claims = {};
    for (const [name, value] of Object.entries(point)) {
        if (value === null)
            continue;
        const [kind, key] = splitDimension(name);
        if (kind === 'header' && !(Array.isArray(value) && value.length === 0))
            headers[key] = single(value);
        if (kind === 'claim')
            nest(claims, key.split('.'), value);
        if (kind === 'query') {
            const text = typeof value === 'string' ? value : (value[0] ?? '');
            query.push(`${key}=${text}`);
        }
    }
    const host = textOf(point, 'host');
    const authority = textOf(point, 'authority') ?? (host === undefined ? '' : withPort(host, port, proxy));
    const https = tls || textOf(point, 'scheme') === 'https';
    return {
        from,
        protocol: 'http',
        port,
        authority,
        method: textOf(point, 'method') ?? 'GET',
        path: query.length === 0 ? path : `${path}?${query.join('&')}`,
        headers,
        transport: https ? 'tls' : 'plaintext',
        ...(https && host !== undefined && { sni: host }),
        ...(Object.keys(claims).length > 0 && { tokens: [{ claims, signature: 'good' }] })
    };
}
/**
 * Replays a request on both sides by the plain evaluator, which knows nothing of tables: through the route
 * configuration that the claim is about, for filters before it are compared by themselves.
 */
function replay(input) {
    const request = requestAt(input);
    if (request === null)
        return null;
    return {
        request,
        before: replayRequest(input.base, input.pods.base, input, request),
        after: replayRequest(input.head, input.pods.head, input, request)
    };
}
/** What becomes of one request in one route configuration of one side. */
function replayRequest(dataplane, pods, { proxy, routeConfig }, request) {
    const config = dataplane.config(proxy);
    const routes = config.routeConfigs.get(routeConfig);
    if (routes !== undefined) {
        const scheme = request.transport === 'tls' ? 'https' : 'http';
        const outcome = (0,evaluate/* evaluateRoutes */.k)(dataplane.mesh, config, routes, request, {
            trace: {},
            steps: [],
            scheme
        });
        return { ...outcome, steps: [...outcome.steps, ...endpointSteps(outcome, config, pods)] };
    }
    const { certainty, assumptions } = proxy;
    const text = `nothing listens for port ${request.port}`;
    // A sidecar passes on what it has no listener for; at a gateway nothing answers.
    return {
        outcome: proxy.type === 'sidecar' ? 'passthrough' : 'reset',
        destinations: [],
        steps: [{ layer: 'listener', text }],
        certainty,
        assumptions
    };
}
/** Who receives it: the pods that the chosen clusters select. */
function endpointSteps({ destinations }, { clusters }, pods) {
    return destinations.flatMap(({ host, subset, port }) => {
        const cluster = clusters.get(`outbound|${port}|${subset ?? ''}|${host}`);
        if (cluster === undefined)
            return [];
        const { names, labels } = pods(cluster);
        const text = names.length > 0 ? `pods of ${names.join(', ')}` : 'no pods in git';
        return [
            { layer: witness_endpoints, text: labels === '' ? text : `${text}, selected by ${labels}` },
            { layer: policy, text: upstreamKey(cluster) }
        ];
    });
}
const witness_endpoints = 'endpoints';
const policy = 'upstream';
/** Does the replay show the claim: both fates, and a difference in every facet that was said to differ? */
function shows({ before, after }, claim) {
    if (!fits(before, claim.before) || !fits(after, claim.after))
        return false;
    // The names of facets in a change come from the closed list.
    return claim.difference.changes.every(({ facet }) => differs(facet, before, after));
}
const outcomesOf = {
    served: ['served', 'no-cluster', 'no-endpoints'],
    redirect: ['redirect'],
    'direct-response': ['direct-response'],
    passthrough: ['passthrough'],
    blackhole: ['blackhole', 'direct-response'],
    'no-route': ['no-route'],
    'no-virtual-host': ['no-virtual-host'],
    'no-listener': ['reset'],
    'no-service': ['passthrough'],
    refused: ['config-refused'],
    unknown: ['unknown']
};
function fits(outcome, behaviour) {
    return outcomesOf[behaviour.fate].includes(outcome.outcome);
}
const projections = {
    destinations: ({ outcome, status, destinations, redirect, response }) => [
        outcome,
        status,
        destinations.map(({ headers: _, authorityRewrite: __, ...rest }) => (0,fingerprint/* canonical */.$)(rest)).sort(),
        redirect,
        response
    ],
    pods: outcome => stepsOf(outcome, witness_endpoints),
    rewrite: outcome => outcome.path,
    authority: outcome => [outcome.authority, outcome.destinations.map(one => one.authorityRewrite)],
    'destination headers': outcome => outcome.destinations.map(one => one.headers),
    timeout: outcome => outcome.settings?.timeout,
    retries: outcome => outcome.settings?.retries,
    fault: outcome => outcome.settings?.fault,
    mirrors: outcome => outcome.settings?.mirrors,
    headers: outcome => outcome.settings?.headers,
    cors: outcome => outcome.settings?.cors,
    hash: outcome => outcome.settings?.hashPolicy,
    'load balancing': policyOf,
    'connection pool': policyOf,
    'outlier detection': policyOf,
    locality: policyOf,
    'proxy protocol': policyOf,
    tunnel: policyOf,
    'retry budget': policyOf,
    'client TLS': policyOf
};
function policyOf(outcome) {
    return stepsOf(outcome, policy);
}
function stepsOf({ steps }, layer) {
    return steps
        .filter(step => step.layer === layer)
        .map(step => step.text)
        .sort();
}
function differs(facet, before, after) {
    const project = projections[facet];
    return (0,fingerprint/* canonical */.$)(project(before) ?? null) !== (0,fingerprint/* canonical */.$)(project(after) ?? null);
}
function splitDimension(name) {
    const colon = name.indexOf(':');
    return colon < 0 ? [name, ''] : [name.slice(0, colon), name.slice(colon + 1)];
}
function textOf(point, name) {
    const value = point[name];
    return typeof value === 'string' ? value : undefined;
}
function single(value) {
    return typeof value !== 'string' && value.length === 1 ? (value[0] ?? '') : value;
}
/** Clients of the mesh name the port of a Service; at a gateway the port is the listener's, and left out. */
function withPort(host, port, proxy) {
    return proxy.type === 'sidecar' && port !== 80 ? `${host}:${port}` : host;
}
function nest(target, path, value) {
    const [key, ...rest] = path;
    if (key === undefined)
        return;
    if (rest.length === 0) {
        target[key] = value;
        return;
    }
    const known = target[key];
    const inner = witness_isRecord(known) ? known : {};
    target[key] = inner;
    nest(inner, rest, value);
}
function witness_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/effects/routing-effects.js















/** Everything that two sides of a mesh route differently. */
function routingEffects(base, head, changes) {
    const classes = (0,proxies/* proxyClasses */.z)(base.mesh, head.mesh);
    const effects = [];
    const unknown = [];
    let tables = 0;
    let requests = 0;
    const pods = { base: podsIn(base.mesh), head: podsIn(head.mesh) };
    const context = { base, head, pods, classes, changes };
    for (const proxy of classes) {
        const compared = compareRoutes(base, head, proxy, pods);
        tables += compared.tables;
        requests += compared.classes;
        for (const gap of compared.gaps)
            unknown.push(gapUnknown(gap));
        for (const change of compared.changes) {
            const made = effectOf(change, context);
            if ('draft' in made)
                effects.push(made);
            else
                unknown.push(made);
        }
    }
    const sidecars = classes.filter(({ type }) => type === 'sidecar').map(one => one.description);
    return { effects, unknown, proxies: classes.length, sidecars, tables, classes: requests };
}
function effectOf(change, context) {
    const { proxy, before, after, difference } = change;
    const host = hostOf(change)?.host ?? null;
    const subject = subjectFor(change);
    const region = regionWords(change.region, host);
    if (difference === null) {
        const side = after.fate === 'unknown' ? after : before;
        const [at] = side.unknownAt ?? [];
        return {
            reason: 'opaque',
            message: `${subjectWords(subject)}, ${region}: ${side.reason ?? 'not understood'}`,
            subject: at?.manifest.ref ?? null,
            at: at ?? null
        };
    }
    const meshes = { base: context.base.mesh, head: context.head.mesh };
    const causes = causesFor(change, meshes, context.changes);
    const point = sample(change.region);
    const from = callerOf(proxy, context.classes, context.base.mesh, context.head.mesh, subject);
    const { base, head, pods } = context;
    const { port, tls, routeConfig } = change;
    const witness = replay({ base, head, pods, proxy, from, routeConfig, port, point, tls });
    if (witness === null ||
        !contains(change.region, point) ||
        !shows(witness, { before, after, difference })) {
        return {
            reason: 'witness',
            message: `${subjectWords(subject)}, ${region}: the comparison says ${difference.kind}, and replaying the request does not show it (${replayed(witness)}); please report this defect with the input`,
            subject: causes[0]?.ref ?? null,
            at: causes[0]?.at ?? null
        };
    }
    const draft = draftOf(change, { subject, region, causes, witness, difference }, context);
    return { draft, proxy, routeConfig };
}
function replayed(witness) {
    if (witness === null)
        return 'it cannot be written as a request';
    return [witness.before, witness.after]
        .map(({ outcome, reason }) => (reason === undefined ? outcome : `${outcome}: ${reason}`))
        .join(' → ');
}
function draftOf(change, parts, context) {
    const { proxy, routeConfig, before, after } = change;
    const { subject, region, causes, witness, difference } = parts;
    const facets = difference.changes.map(one => one.facet);
    const hosts = [...hostsOf(before, change.configs.base), ...hostsOf(after, change.configs.head)];
    const mesh = context.head.mesh.name;
    return {
        kind: difference.kind,
        mesh,
        domain: domainOf[difference.kind],
        direction: difference.direction,
        severity: difference.severity,
        subject,
        proxy: { type: proxy.type, names: [proxy.description] },
        region,
        changes: difference.changes,
        witness,
        causes,
        members: [],
        certainty: (0,build_finding/* worst */.Q)(before.certainty, after.certainty),
        assumptions: routing_effects_distinct([...before.assumptions, ...after.assumptions]),
        fingerprint: (0,fingerprint/* fingerprint */.R)([difference.kind, mesh, subject, difference.changes, region]),
        verify: verifyCommand(proxy, routeConfig, upstreamOf(difference.kind, hosts)),
        watch: watchExpression(difference.kind, hosts, facets),
        rollback: rollbackOf(causes, context.changes)
    };
}
/** A policy of endpoints is seen in the cluster, everything else in the route. */
function upstreamOf(kind, [host]) {
    return kind === 'upstream-changed' && host !== undefined ? { host } : null;
}
function hostsOf({ destinations }, { clusters }) {
    return destinations.flatMap(({ cluster }) => clusters.get(cluster)?.host ?? []);
}
/** The virtual host that says more, whichever side has it: one that serves before one that catches the rest. */
function hostOf({ origins, configs }) {
    const base = origins.base[0]?.virtualHost;
    const head = origins.head[0]?.virtualHost;
    if (head === undefined && base === undefined)
        return null;
    if (head === undefined || (base !== undefined && saysMore(base, head))) {
        return base === undefined ? null : { host: base, config: configs.base };
    }
    return { host: head, config: configs.head };
}
function saysMore(one, other) {
    if (isRest(one) !== isRest(other))
        return isRest(other);
    return one.domains.length > other.domains.length;
}
function subjectFor(change) {
    const chosen = hostOf(change);
    if (chosen === null)
        return { kind: 'mesh', name: change.routeConfig };
    return subjectOf(chosen.config, change.routeConfig, chosen.host);
}
function isRest({ domains }) {
    return domains.includes('*');
}
function subjectWords({ name, namespace, port, gateway }) {
    const where = namespace === undefined ? '' : ` in ${namespace}`;
    return `${name}${where}${port === undefined ? '' : `, port ${port}`}${gateway === undefined ? '' : ` at gateway ${gateway}`}`;
}
function rollbackOf(causes, changes) {
    const involved = changes.filter(({ base, head }) => causes.some(cause => [base, head].some(one => one !== null && (0,mesh_order/* sameRef */.WY)(one.ref, cause.ref))));
    return phases(involved, 'back').map(stepWords).join(', then ');
}
function gapUnknown({ kind, message, proxy, routeConfig }) {
    return {
        reason: kind === 'budget' ? 'budget' : 'field',
        message: `routes ${routeConfig} of ${proxy.description}: ${message}`,
        subject: null,
        at: null
    };
}
function routing_effects_distinct(assumptions) {
    const seen = new Map(assumptions.map(one => [JSON.stringify(one), one]));
    return [...seen.values()];
}

;// CONCATENATED MODULE: ./build/effects/order-dependence.js











/** More comparisons than this for the sake of orders are not made. */
const runLimit = 24;
/**
 * What both sides route differently, whatever the order in which rivals were created. Git does not hold that order:
 * effects that all orders share are effects; where orders disagree there is one `order-dependent` effect that says
 * what each of them gives.
 */
function routingInEveryOrder(base, head, changes) {
    const compare = (one, other) => routingEffects((0,dataplane/* dataplane */.T)(one), (0,dataplane/* dataplane */.T)(other), changes);
    const given = compare(base, head);
    const unknown = [...given.unknown];
    const dependent = [];
    let shared = given.effects;
    let left = runLimit;
    for (const rivals of rivalsOf(base, head, changes)) {
        const [first, ...others] = ordersOf(rivals);
        if (first === undefined || others.length === 0)
            continue;
        if (others.length > left) {
            unknown.push(unchecked(rivals));
            continue;
        }
        left -= others.length;
        const runs = [{ order: first, base, head, effects: given.effects }];
        for (const order of others) {
            const sides = {
                base: inOrder(base, rivals.kind, order),
                head: inOrder(head, rivals.kind, order)
            };
            runs.push({ order, ...sides, effects: compare(sides.base, sides.head).effects });
        }
        const common = inAll(runs);
        dependent.push(...dependentEffects(runs, common, rivals));
        shared = shared.filter(effect => common.has(keyOf(effect)));
    }
    return { ...given, unknown, effects: [...shared, ...dependent] };
}
function keyOf({ draft, proxy }) {
    return `${proxy.id}\n${draft.fingerprint}`;
}
function inAll([first, ...rest]) {
    const common = new Set((first?.effects ?? []).map(keyOf));
    for (const { effects } of rest) {
        const own = new Set(effects.map(keyOf));
        for (const key of common)
            if (!own.has(key))
                common.delete(key);
    }
    return common;
}
/** One effect for each proxy class, subject and region about which the orders disagree. */
function dependentEffects(runs, common, rivals) {
    const disputed = new Map();
    for (const { effects } of runs) {
        for (const effect of effects) {
            if (common.has(keyOf(effect)))
                continue;
            const { name, namespace, port, gateway } = effect.draft.subject;
            const key = [effect.proxy.id, name, namespace, port, gateway, effect.draft.region].join('\n');
            disputed.set(key, [...(disputed.get(key) ?? []), effect]);
        }
    }
    return [...disputed.values()].flatMap(effects => dependentEffect(effects, runs, rivals) ?? []);
}
function dependentEffect(effects, runs, rivals) {
    const chosen = effects.find(({ draft }) => draft.direction === 'break') ?? effects[0];
    const request = chosen?.draft.witness?.request;
    if (chosen === undefined || request === undefined)
        return null;
    const { draft, proxy } = chosen;
    const changes = outcomesByOrder(runs, chosen, rivals);
    const names = rivals.members.map(key => order_dependence_nameOf(rivals, key));
    const breaks = effects.some(effect => effect.draft.direction === 'break');
    const made = {
        ...draft,
        kind: 'order-dependent',
        domain: domainOf['order-dependent'],
        direction: breaks ? 'break' : 'move',
        severity: breaks ? 'error' : 'warning',
        changes,
        causes: distinctCauses(effects),
        certainty: 'assumed',
        assumptions: [
            ...draft.assumptions,
            {
                kind: 'creation-order',
                params: { first: names[0] ?? '', second: listWords(names.slice(1)) }
            }
        ],
        fingerprint: (0,fingerprint/* fingerprint */.R)(['order-dependent', draft.mesh, draft.subject, names, draft.region])
    };
    return { draft: made, proxy, routeConfig: chosen.routeConfig };
}
/** What each order makes of the witness, orders with the same answer in one line. */
function outcomesByOrder(runs, { draft, proxy, routeConfig }, rivals) {
    const request = draft.witness?.request;
    if (request === undefined)
        return [];
    const answers = new Map();
    for (const { order, base, head } of runs) {
        const [before, after] = [base, head].map(mesh => outcomeWords(replayRequest((0,dataplane/* dataplane */.T)(mesh), podsIn(mesh), { proxy, routeConfig }, request), draft.subject.namespace));
        const key = `${before}\n${after}`;
        const known = answers.get(key) ?? { before: before ?? '', after: after ?? '', orders: [] };
        known.orders.push(orderWords(order, rivals));
        answers.set(key, known);
    }
    return [...answers.values()].map(({ before, after, orders }) => ({
        facet: `if ${[...new Set(orders)].slice(0, 3).join(' or ')}`,
        before,
        after
    }));
}
/** Who is oldest decides in most cases; only with more than two rivals the rest matters too. */
function orderWords(order, rivals) {
    const names = order.map(key => order_dependence_nameOf(rivals, key));
    if (order.length === 2)
        return `${names[0]} was created first`;
    return `created in the order ${listWords(names)}`;
}
function order_dependence_nameOf({ manifests }, key) {
    const ref = manifests.get(key)?.ref;
    return ref === undefined ? key : (0,build_finding/* describeRef */.R)(ref);
}
function distinctCauses(effects) {
    const seen = new Map();
    for (const { draft } of effects) {
        for (const cause of draft.causes) {
            seen.set(JSON.stringify([cause.side, cause.ref, cause.at.path]), cause);
        }
    }
    return [...seen.values()];
}
function unchecked(rivals) {
    const names = rivals.members.map(key => order_dependence_nameOf(rivals, key));
    const [first] = rivals.members;
    const manifest = first === undefined ? undefined : rivals.manifests.get(first);
    return {
        reason: 'budget',
        message: `${names.length} objects compete (${names.slice(0, 3).join(', ')}, …), the older ones win, git does not hold their age, and there are too many orders to compare`,
        subject: manifest?.ref ?? null,
        at: manifest === undefined ? null : { manifest, path: ['metadata', 'name'] }
    };
}

;// CONCATENATED MODULE: ./build/effects/selections.js





/**
 * Objects that nothing reads yet are equal to themselves only over equal inputs: where a pod's labels changed so that
 * an unchanged policy or filter selects it now, or no longer does, what that does is unknown.
 */
function selectionUnknowns(base, head, changes) {
    const moved = relabelled(base, head, changes);
    if (moved.length === 0)
        return [];
    const unknown = [];
    for (const manifest of head.manifests) {
        if (selections_readKinds.has(manifest.ref.kind))
            continue;
        const selector = selectorOf(manifest);
        if (selector === null)
            continue;
        const reach = (labels, namespace) => appliesIn(manifest, namespace, head.config.rootNamespace) && (0,mesh_selector/* selects */.ko)(selector, labels);
        const affected = moved.filter(({ before, after }) => reach(before.labels, before.namespace) !== reach(after.labels, after.namespace));
        if (affected.length === 0)
            continue;
        const names = affected.map(({ after }) => (0,build_finding/* describeRef */.R)(after.manifest.ref)).sort();
        unknown.push({
            reason: 'field',
            message: `the labels of ${listWords(names.slice(0, 3))}${names.length > 3 ? ' and others' : ''} changed, so ${(0,build_finding/* describeRef */.R)(manifest.ref)} selects other pods, and objects of this kind are not analysed yet`,
            subject: affected[0]?.after.manifest.ref ?? manifest.ref,
            at: { manifest, path: ['spec'], part: 'key' }
        });
    }
    return unknown;
}
const selections_readKinds = new Set(readFields.map(({ kind }) => kind));
/** Workloads that both sides have, with other labels. */
function relabelled(base, head, changes) {
    const edited = new Set(changes.flatMap(change => (change.equal ? [] : [change.head])));
    const before = new Map(base.workloads.map(one => [selections_keyOf(one), one]));
    const found = [];
    for (const after of head.workloads) {
        if (!edited.has(after.manifest))
            continue;
        const old = before.get(selections_keyOf(after));
        if (old === undefined)
            continue;
        const same = (0,mesh_selector/* selects */.ko)(old.labels, after.labels) &&
            Object.keys(old.labels).length === Object.keys(after.labels).length;
        if (!same)
            found.push({ before: old, after });
    }
    return found;
}
function selections_keyOf({ manifest, namespace, name }) {
    return `${manifest.ref.kind} ${namespace}/${name}`;
}
/** The labels by which a policy, filter or plugin selects pods; null where it selects none by labels. */
function selectorOf({ spec }) {
    const policy = (0,json/* map */.Tj)((0,json/* map */.Tj)(spec.selector)?.matchLabels);
    if (policy !== undefined)
        return (0,json/* textMap */.sP)(policy);
    const filter = (0,json/* map */.Tj)((0,json/* map */.Tj)(spec.workloadSelector)?.labels) ?? (0,json/* map */.Tj)((0,json/* map */.Tj)(spec.workloadSelector)?.matchLabels);
    return filter === undefined ? null : (0,json/* textMap */.sP)(filter);
}
function appliesIn({ ref }, namespace, root) {
    return ref.namespace === namespace || ref.namespace === root;
}

;// CONCATENATED MODULE: ./build/effects/compare.js






/** Everything that behaves differently in two sides of one mesh, what could not be said, and what was proven. */
function compareMeshes(base, head, changes) {
    const routing = routingInEveryOrder(base, head, changes);
    const ledger = readChanges(changes);
    const moved = routing.effects.map(effect => effect.proxy);
    return {
        effects: folded(routing.effects, routing.sidecars),
        unknown: [
            ...routing.unknown,
            ...ledger.unknown,
            ...layer4Unknowns(base, head, changes),
            ...selectionUnknowns(base, head, changes),
            ...beneathOpaque(head, changes, [...new Set(moved)]),
            ...versionUnknowns(base, head)
        ],
        proxies: routing.proxies,
        tables: routing.tables,
        classes: routing.classes,
        textOnly: ledger.textOnly,
        assumptions: [...opaqueAssumptions(head, changes), ...worldAssumptions(head)]
    };
}
/** Under another version everything could be different, and only what is compared is compared under both. */
function versionUnknowns(base, head) {
    const [before, after] = [base.version.minor, head.version.minor];
    if (before === after)
        return [];
    return [
        {
            reason: 'field',
            message: `Istio goes from ${before} to ${after}: HTTP routes were compared under both, everything else that a version changes was not`,
            subject: null,
            at: head.version.place
        }
    ];
}
/** What every statement about a mesh rests on and git does not hold. */
function worldAssumptions(head) {
    const { minor, why, place } = head.version;
    const assumptions = head.assumed.services.flatMap(service => service.assumptions);
    if (place === null && why === 'newest known') {
        assumptions.push({ kind: 'istio-version', params: { minor, why } });
    }
    return assumptions;
}

// EXTERNAL MODULE: ./build/review/findings.js
var review_findings = __webpack_require__(5287);
;// CONCATENATED MODULE: ./build/review/compared.js




const compared_nothing = {
    effects: [],
    unknown: [],
    proxies: 0,
    tables: 0,
    classes: 0,
    textOnly: [],
    assumptions: []
};
/**
 * Effects with their places resolved. What rests on an object that is defined more than once is left to its
 * `unknown(duplicate)`: a claim about the copy that happened to be read would be last-wins.
 */
function compareMesh(base, head, changes, ambiguous, failures, given) {
    const compared = failures.run('The comparison', head.name, compared_nothing, () => compareMeshes(base, head, changes));
    const effects = compared.effects.filter(effect => !effect.causes.some(cause => ambiguous.has((0,mesh_order/* refKey */.XF)(cause.ref))));
    return {
        ...compared,
        assumptions: [...compared.assumptions, ...inputAssumptions(head, changes, given)],
        effects: effects.sort(byRisk).map(compared_effectOf),
        unknown: compared.unknown.map(draft => (0,review_findings/* unknownOf */.KO)(draft, head.name))
    };
}
/** What was not given with the files and had to be taken. */
function inputAssumptions(head, changes, { meshConfig, defaultNamespace }) {
    const assumptions = [];
    if (!meshConfig) {
        assumptions.push({ kind: 'mesh-config-default', params: { minor: head.version.minor } });
    }
    if (changes.some(change => (change.head ?? change.base)?.namespaceGiven === false)) {
        assumptions.push({ kind: 'default-namespace', params: { namespace: defaultNamespace } });
    }
    return assumptions;
}
function compared_effectOf(draft) {
    return { ...draft, causes: draft.causes.map(cause => ({ ...cause, at: (0,review_findings/* resolved */.L$)(cause.at) })) };
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/review/failures.js


const failedAnalyzer = 'internal/analyzer-failed';
function failures() {
    const unknown = [];
    return {
        unknown,
        run(part, mesh, fallback, work) {
            try {
                return work();
            }
            catch (error) {
                if (error instanceof errors/* UserError */.y)
                    throw error;
                const message = `${part} failed, so nothing is known about what it would have said: ${reason(error)}. Please report this defect with the input.`;
                unknown.push((0,review_findings/* unknownOf */.KO)({ reason: 'internal', message, subject: null, at: null }, mesh));
                return fallback;
            }
        },
        findings(part, manifests, work) {
            try {
                return work();
            }
            catch (error) {
                if (error instanceof errors/* UserError */.y)
                    throw error;
                return [failedFinding(part, manifests, error)];
            }
        }
    };
}
function failedFinding(part, manifests, error) {
    const [first] = manifests;
    const start = { line: 1, column: 1 };
    return {
        id: failedAnalyzer,
        sources: [],
        severity: 'error',
        certainty: 'unknown',
        message: `${part} failed, so nothing is known about what it would have found: ${reason(error)}. Please report this defect with the input.`,
        params: { part },
        subject: manifests.length === 1 ? (first?.ref ?? null) : null,
        at: { file: first?.file ?? '', start, end: { line: 1, column: 2 } },
        related: []
    };
}
function reason(error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

// EXTERNAL MODULE: ./build/review/meshes.js + 38 modules
var review_meshes = __webpack_require__(3405);
;// CONCATENATED MODULE: ./build/review/plan.js

/** More steps than this are no plan any more; the effects themselves say the rest. */
const stepLimit = 20;
/** How to bring the change out, see that it works, and take it back. Empty where nothing behaves differently. */
function planOf(changes, effects) {
    if (effects.length === 0)
        return { rollout: [], verify: [], watch: [], rollback: [] };
    return {
        rollout: phases(changes, 'forward').map(stepWords),
        verify: plan_distinct(effects.map(effect => effect.verify)),
        watch: plan_distinct(effects.map(effect => effect.watch)),
        rollback: phases(changes, 'back').map(stepWords)
    };
}
function plan_distinct(steps) {
    return [...new Set(steps.filter(step => step !== ''))].slice(0, stepLimit);
}

// EXTERNAL MODULE: ./build/review/side.js + 38 modules
var side = __webpack_require__(4156);
;// CONCATENATED MODULE: ./build/review/text-only.js

/** Files whose text changed and whose objects did not: comments, order of keys, quotes. */
function textOnlyFiles(changed, manifests, changedObjects) {
    const byFile = new Map();
    for (const manifest of manifests) {
        if (!changed.has(manifest.file))
            continue;
        byFile.set(manifest.file, [...(byFile.get(manifest.file) ?? []), manifest]);
    }
    const found = [];
    for (const [file, own] of byFile) {
        if (own.some(manifest => changedObjects.has(manifest)))
            continue;
        const [first] = own;
        const ref = first === undefined ? '' : (0,build_finding/* describeRef */.R)(first.ref);
        found.push({
            file,
            what: 'comments or formatting',
            ref: own.length > 1 ? `${ref} and ${own.length - 1} more` : ref
        });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/review/unread.js
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
    const entries = (side) => new Set(side.skipped.map(({ file, reason, detail }) => `${file}\n${reason}\n${detail}`));
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

;// CONCATENATED MODULE: ./build/review.js















/**
 * The pipeline: two sides of files in, a report out. Pure: no file, clock, network or environment, and the same input
 * gives the same report. Throws `UserError` for a configuration that cannot hold, nothing else.
 */
function review(input) {
    const { base, head, config } = input;
    const failed = failures();
    const step = input.progress ?? (() => { });
    step('reading manifests');
    const { meshes, readings, notes } = (0,review_meshes/* groupMeshes */.B)(base, head, config);
    const files = base === null ? new Set() : changedFiles(base, head);
    const skipped = (0,review_meshes/* allSkipped */.c)(head, readings.head);
    const unknown = [];
    if (base !== null && readings.base !== null) {
        const unread = unreadChanges(files, [...skipped, ...(0,review_meshes/* allSkipped */.c)(base, readings.base)]);
        for (const draft of unread)
            unknown.push((0,review_findings/* unknownOf */.KO)(draft, meshes[0]?.name ?? 'default'));
    }
    const found = { base: [], head: [] };
    const reported = [];
    const compared = [];
    const changes = new Map();
    const schemas = (0,side/* schemaFindings */.I$)(input.schemas);
    for (const one of meshes) {
        step(meshes.length === 1 ? 'analysing' : `analysing ${one.name}`);
        const sides = buildSides(one, input);
        reported.push({
            name: one.name,
            sides: { base: sideOf(sides.base, one.base), head: sideOf(sides.head, one.head) }
        });
        const common = { input, failures: failed, schemaFindings: schemas };
        if (sides.base !== null && one.base !== null) {
            found.base.push(...(0,side/* sideFindings */.KG)({ ...common, ...one.base, mesh: sides.base }));
        }
        found.head.push(...(0,side/* sideFindings */.KG)({ ...common, ...one.head, mesh: sides.head }));
        for (const draft of one.unknown)
            unknown.push((0,review_findings/* unknownOf */.KO)(draft, one.name));
        if (sides.base === null || one.base === null)
            continue;
        step(meshes.length === 1 ? 'comparing' : `comparing ${one.name}`);
        const edits = (0,manifest_change/* manifestChanges */.tA)(one.base.manifests, one.head.manifests);
        const ambiguous = new Set([...one.base.ambiguous, ...one.head.ambiguous]);
        changes.set(one.name, edits);
        const given = {
            meshConfig: (one.selection?.meshConfig ?? config.meshConfig) !== null,
            defaultNamespace: one.selection?.defaultNamespace ?? config.defaultNamespace
        };
        compared.push(compareMesh(sides.base, sides.head, edits, ambiguous, failed, given));
    }
    step('judging');
    unknown.push(...compared.flatMap(one => one.unknown), ...failed.unknown);
    const effects = compared.flatMap(one => one.effects);
    const findings = base === null
        ? { introduced: [], resolved: [], remaining: (0,review_findings/* partition */.jB)([], found.head).introduced }
        : (0,review_findings/* partition */.jB)(found.base, found.head);
    const evidence = {
        comparison: base !== null,
        effects,
        unknown,
        findings: base === null ? { ...findings, introduced: findings.remaining } : findings,
        changed: changedRefs(meshes, changes)
    };
    const now = input.now ?? head.committedAt;
    const verdict = judge(evidence, {
        gates: gates,
        levels: config.gates,
        waivers: config.waivers,
        now,
        defects: [
            ...[...findings.introduced, ...findings.remaining].filter(({ id }) => id === failedAnalyzer),
            ...unknown.filter(({ reason }) => reason === 'internal' || reason === 'witness')
        ].map(({ fingerprint }) => fingerprint)
    });
    const edits = [...changes.values()].flat();
    const headManifests = meshes.flatMap(one => one.head.manifests);
    const textOnly = [
        ...compared.flatMap(one => one.textOnly),
        ...textOnlyFiles(files, headManifests, editedManifests(edits))
    ];
    const assumptions = distinctAssumptions([
        ...compared.flatMap(one => one.assumptions),
        ...effects.flatMap(effect => effect.assumptions)
    ]);
    return {
        schema: 'meshproof/report/v1',
        versions: { meshproof: input.version },
        command: input.command,
        sides: { base: base === null ? null : review_named(base), head: review_named(head) },
        meshes: reported,
        verdict,
        effects,
        unknown: (0,review_findings/* orderedUnknown */.gD)(unknown),
        findings,
        unchanged: {
            proxies: sum(compared.map(one => one.proxies)),
            tables: sum(compared.map(one => one.tables)),
            classes: sum(compared.map(one => one.classes)),
            textOnly,
            assumptions: distinctAssumptions(compared.flatMap(one => one.assumptions))
        },
        coverage: {
            files: { base: readings.base?.filesRead ?? 0, head: readings.head.filesRead },
            manifests: {
                base: readings.base?.manifests.length ?? 0,
                head: readings.head.manifests.length
            },
            changed: {
                files: files.size,
                manifests: edits.length + textOnly.filter(({ what }) => what.startsWith('comments')).length
            },
            byKind: readings.head.byKind,
            skipped
        },
        assumptions,
        plan: planOf(edits, effects),
        ...withNotes([...(input.notes ?? []), ...notes])
    };
}
function buildSides(files, input) {
    const gateways = assumedGateways(files.base?.manifests ?? [], files.head.manifests);
    const headManifests = [...files.head.manifests, ...gateways.head];
    const head = (0,side/* meshInput */.WO)(files, 'head', headManifests, input);
    if (files.base === null)
        return { base: null, head: (0,mesh/* buildMesh */.G)(head) };
    const baseManifests = [...files.base.manifests, ...gateways.base];
    return (0,mesh/* buildMeshes */.g)((0,side/* meshInput */.WO)(files, 'base', baseManifests, input), head);
}
function sideOf(mesh, files) {
    if (mesh === null || files === null)
        return null;
    const { minor, why } = mesh.version;
    return { istio: minor, why, manifests: files.manifests.length };
}
function changedRefs(meshes, changes) {
    const keys = new Set();
    for (const { name, unknown } of meshes) {
        for (const { subject } of unknown)
            if (subject !== null)
                keys.add(`${name}\n${(0,mesh_order/* refKey */.XF)(subject)}`);
    }
    for (const [mesh, edits] of changes) {
        for (const { base, head } of edits) {
            const ref = (head ?? base)?.ref;
            if (ref !== undefined)
                keys.add(`${mesh}\n${(0,mesh_order/* refKey */.XF)(ref)}`);
        }
    }
    return (mesh, ref) => keys.has(`${mesh}\n${(0,mesh_order/* refKey */.XF)(ref)}`);
}
function editedManifests(changes) {
    return new Set(changes.flatMap(({ base, head }) => [base, head]).filter(one => one !== null));
}
function review_named({ name, commit }) {
    return commit === undefined ? { name } : { name, commit };
}
function withNotes(notes) {
    return notes.length === 0 ? {} : { notes };
}
function sum(numbers) {
    let total = 0;
    for (const one of numbers)
        total += one;
    return total;
}


/***/ })

};

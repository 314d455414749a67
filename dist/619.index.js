export const id = 619;
export const ids = [619,552];
export const modules = {

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

/***/ 81552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MINORS: () => (/* binding */ MINORS),
/* harmony export */   NEWEST: () => (/* binding */ NEWEST),
/* harmony export */   detectVersion: () => (/* binding */ detectVersion),
/* harmony export */   minorOf: () => (/* binding */ minorOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99348);

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

/***/ 13452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  review: () => (/* binding */ review)
});

// EXTERNAL MODULE: ./build/effects/manifest-change.js
var manifest_change = __webpack_require__(48925);
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
var build_finding = __webpack_require__(51633);
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

// EXTERNAL MODULE: ./build/mesh/mesh.js + 5 modules
var mesh = __webpack_require__(83623);
// EXTERNAL MODULE: ./build/mesh/order.js
var mesh_order = __webpack_require__(95728);
// EXTERNAL MODULE: ./build/dataplane/rules.js
var rules = __webpack_require__(426);
// EXTERNAL MODULE: ./build/mesh/json.js
var json = __webpack_require__(99348);
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
    // What did not change is one object on both sides, and names the same.
    const seen = new Set();
    for (const manifest of [...base, ...head]) {
        if (manifest.ref.kind !== 'VirtualService' || seen.has(manifest.object))
            continue;
        seen.add(manifest.object);
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
var fingerprint = __webpack_require__(34584);
;// CONCATENATED MODULE: ./build/review/assumptions.js

/** Each assumption once, by kind and facts. */
function distinctAssumptions(assumptions) {
    const distinct = new Map();
    for (const assumption of assumptions)
        distinct.set((0,fingerprint/* canonical */.$)(assumption), assumption);
    return [...distinct.keys()].sort().flatMap(key => distinct.get(key) ?? []);
}

// EXTERNAL MODULE: ./build/dataplane/dataplane.js + 9 modules
var dataplane = __webpack_require__(28098);
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
var mesh_host = __webpack_require__(65000);
// EXTERNAL MODULE: ./build/mesh/protocol.js
var mesh_protocol = __webpack_require__(70994);
// EXTERNAL MODULE: ./build/mesh/selector.js
var mesh_selector = __webpack_require__(99999);
// EXTERNAL MODULE: ./build/mesh/workload.js
var workload = __webpack_require__(99455);
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
        if (manifest === null)
            continue;
        const isWorkload = workload/* WORKLOAD_KINDS */.i6.includes(manifest.ref.kind);
        if (isWorkload && (0,manifest_change/* sameJson */.Vk)(podOf(change.base), podOf(change.head)))
            continue;
        const read = isWorkload ? selectingPorts : readers[manifest.ref.kind];
        if (read === undefined)
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
/** What services see of pods. */
function podOf(manifest) {
    const pod = manifest === null ? null : (0,workload/* workload */.W_)(manifest);
    if (pod === null)
        return null;
    const { labels, ports, addresses, isEmpty } = pod;
    return {
        labels,
        ports: ports.map(({ name, number }) => ({ name, number })),
        addresses,
        isEmpty
    };
}
function selectingPorts(manifest, mesh) {
    const pod = (0,workload/* workload */.W_)(manifest);
    if (pod === null)
        return [];
    return mesh.registry
        .inNamespace(pod.namespace)
        .filter(({ selector }) => selector !== null && (0,mesh_selector/* selects */.ko)(selector, pod.labels))
        .flatMap(portsOf);
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
    Sidecar: ({ spec }, mesh) => {
        const other = mesh.registry.all.some(service => portsOf(service).length > 0);
        const bound = (0,json/* list */.p_)(spec.egress).some(one => boundBy(one));
        return [
            ...(other ? ['ports that do not speak HTTP'] : []),
            ...(bound ? ['the addresses that its listeners bind'] : [])
        ];
    }
};
/** A listener of its own address or port: whether traffic meets it at all is not compared. */
function boundBy(egress) {
    const { bind, captureMode, port } = (0,json/* map */.Tj)(egress) ?? {};
    return bind !== undefined || captureMode !== undefined || port !== undefined;
}
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
const comparedPieces = new Set([
    'route-configs',
    'inbound',
    'endpoints'
]);

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
        `${root}{volumes,affinity,tolerations,nodeSelector,topologySpreadConstraints,securityContext,imagePullSecrets,overhead,resources,readinessGates,schedulingGates,os}.**`,
        PLACEMENT
    ],
    [`${root}{dnsConfig,hostAliases}.**`, APPLICATION],
    [`${root}{dnsPolicy,hostname,subdomain,setHostnameAsFQDN,shareProcessNamespace}`, APPLICATION],
    [`${root}{containers,initContainers}[].{resizePolicy,restartPolicy}.**`, ROLLOUT],
    [`${root}{containers,initContainers}[].ports[].{protocol,hostPort,hostIP}`, PLACEMENT],
    [
        `${root}{runtimeClassName,preemptionPolicy,activeDeadlineSeconds,hostPID,hostIPC,hostUsers,restartPolicy,terminationGracePeriodSeconds,priorityClassName,priority,schedulerName,nodeName,enableServiceLinks,automountServiceAccountToken}`,
        PLACEMENT
    ]
];
const IDENTITY = 'Kubernetes alone reads it';
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
const job = (root) => [
    [
        `${root}{parallelism,completions,completionMode,backoffLimit,backoffLimitPerIndex,maxFailedIndexes,activeDeadlineSeconds,ttlSecondsAfterFinished,suspend,manualSelector,podReplacementPolicy}`,
        ROLLOUT
    ],
    [`${root}{selector,podFailurePolicy,successPolicy}.**`, ROLLOUT]
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
    Rollout: deployment,
    Job: [...job('spec.'), ...pod('spec.template.spec.')],
    CronJob: [
        [
            'spec.{schedule,timeZone,suspend,concurrencyPolicy,startingDeadlineSeconds,successfulJobsHistoryLimit,failedJobsHistoryLimit}',
            ROLLOUT
        ],
        ['spec.jobTemplate.metadata.**', IDENTITY],
        ...job('spec.jobTemplate.spec.'),
        ...pod('spec.jobTemplate.spec.template.spec.')
    ],
    Service: [
        ['spec.ports[].nodePort', 'a port of the node, which the mesh does not see'],
        ['spec.{healthCheckNodePort,allocateLoadBalancerNodePorts,loadBalancerClass}', IDENTITY],
        ['spec.sessionAffinity', 'kube-proxy alone heeds it'],
        ['spec.sessionAffinityConfig.**', 'kube-proxy alone heeds it']
    ],
    ServiceAccount: [
        ['{secrets,imagePullSecrets}.**', IDENTITY],
        ['automountServiceAccountToken', IDENTITY]
    ]
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
    'WorkloadEntry',
    'PeerAuthentication'
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
    if (kind === 'AuthorizationPolicy' && key === 'istio.io/dry-run') {
        return { status: 'read', by: 'authorization', touches };
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

// EXTERNAL MODULE: ./build/mesh/membership.js
var membership = __webpack_require__(9390);
// EXTERNAL MODULE: ./build/mesh/policy-attachment.js
var policy_attachment = __webpack_require__(29796);
// EXTERNAL MODULE: ./build/mesh/service-entry.js
var service_entry = __webpack_require__(79378);
// EXTERNAL MODULE: ./build/mesh/service-kubernetes.js
var service_kubernetes = __webpack_require__(15256);
// EXTERNAL MODULE: ./build/dataplane/delegate.js
var delegate = __webpack_require__(94074);
// EXTERNAL MODULE: ./build/dataplane/destination-rule.js
var destination_rule = __webpack_require__(168);
// EXTERNAL MODULE: ./build/dataplane/endpoints.js
var endpoints = __webpack_require__(9735);
// EXTERNAL MODULE: ./build/dataplane/gateway-servers.js
var gateway_servers = __webpack_require__(85158);
// EXTERNAL MODULE: ./build/dataplane/hash.js
var hash = __webpack_require__(7797);
// EXTERNAL MODULE: ./build/dataplane/headers.js
var headers = __webpack_require__(93787);
// EXTERNAL MODULE: ./build/dataplane/peer-authentication.js
var peer_authentication = __webpack_require__(33862);
// EXTERNAL MODULE: ./build/dataplane/redirect.js
var redirect = __webpack_require__(39285);
// EXTERNAL MODULE: ./build/dataplane/retry.js
var retry = __webpack_require__(19);
// EXTERNAL MODULE: ./build/dataplane/route-action.js
var route_action = __webpack_require__(31963);
// EXTERNAL MODULE: ./build/dataplane/route-match.js
var route_match = __webpack_require__(77012);
// EXTERNAL MODULE: ./build/dataplane/routes.js
var routes = __webpack_require__(61187);
// EXTERNAL MODULE: ./build/dataplane/scope.js + 3 modules
var scope = __webpack_require__(43409);
// EXTERNAL MODULE: ./build/dataplane/security/authorization.js + 1 modules
var authorization = __webpack_require__(21464);
// EXTERNAL MODULE: ./build/dataplane/security/inbound-ports.js
var inbound_ports = __webpack_require__(85344);
// EXTERNAL MODULE: ./build/dataplane/security/request-authentication.js
var request_authentication = __webpack_require__(99626);
// EXTERNAL MODULE: ./build/dataplane/security/rule.js + 4 modules
var rule = __webpack_require__(6667);
// EXTERNAL MODULE: ./build/dataplane/settings.js
var settings = __webpack_require__(48440);
// EXTERNAL MODULE: ./build/dataplane/sidecar.js
var sidecar = __webpack_require__(80570);
// EXTERNAL MODULE: ./build/dataplane/tcp-chains.js
var tcp_chains = __webpack_require__(59897);
// EXTERNAL MODULE: ./build/dataplane/upstream-policy.js
var upstream_policy = __webpack_require__(85323);
// EXTERNAL MODULE: ./build/dataplane/upstream-tls.js
var upstream_tls = __webpack_require__(61400);
// EXTERNAL MODULE: ./build/dataplane/virtual-service.js
var virtual_service = __webpack_require__(36080);
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
    ['sidecar scope', ['route-configs'], scope/* scopeReads */.u8],
    ['services', ['route-configs'], service_kubernetes/* serviceReads */.XZ],
    ['service entries', ['route-configs'], service_entry/* serviceEntryReads */.BA],
    ['clusters of service entries', ['clusters'], service_entry/* serviceEntryClusterReads */.hR],
    ['ports of pods', ['endpoints'], service_kubernetes/* serviceTargetReads */.Ys],
    ['workloads', ['endpoints'], workload/* workloadReads */.$X],
    ['pods', ['route-configs'], workload/* replicaReads */.EV],
    ['membership', ['inbound'], membership/* membershipReads */.A],
    ['endpoints', ['endpoints'], endpoints/* endpointReads */.Jm],
    ['TLS of endpoints', ['clusters'], endpoints/* endpointTlsReads */.av],
    ['TCP and TLS routes', ['filter-chains'], tcp_chains/* tcpReads */.tc],
    ['upstream policies', ['clusters'], upstream_policy/* upstreamPolicyReads */.P],
    ['upstream TLS', ['clusters'], upstream_tls/* upstreamTlsReads */.k],
    ['policy attachment', ['inbound'], policy_attachment/* policyAttachmentReads */.l9],
    ['authorization', ['inbound'], authorization/* authorizationReads */.fu],
    ['authorization rules', ['inbound'], rule/* authorizationRuleReads */.pS],
    ['request authentication', ['inbound'], request_authentication/* requestAuthenticationReads */.F],
    ['peer authentication', ['inbound'], peer_authentication/* peerAuthenticationReads */.w],
    ['inbound ports', ['inbound'], inbound_ports/* inboundPortReads */.q]
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
    const equal = (i, j) => (0,manifest_change/* sameJson */.Vk)(before[i] ?? null, after[j] ?? null);
    const pairs = [];
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && equal(start, start)) {
        pairs.push([start, start]);
        start++;
    }
    let end = 0;
    while (end < shorter - start && equal(before.length - 1 - end, after.length - 1 - end))
        end++;
    const rows = before.length - start - end;
    const columns = after.length - start - end;
    if (rows * columns > pairBudget) {
        const last = start + Math.min(rows, columns);
        for (let k = start; k < last; k++)
            if (equal(k, k))
                pairs.push([k, k]);
    }
    else if (rows > 0 && columns > 0) {
        const left = before.slice(start, start + rows).map(fingerprint/* canonical */.$);
        const right = after.slice(start, start + columns).map(fingerprint/* canonical */.$);
        for (const [i, j] of middle(left, right))
            pairs.push([start + i, start + j]);
    }
    for (let k = end; k > 0; k--)
        pairs.push([before.length - k, after.length - k]);
    return pairs;
}
function middle(left, right) {
    const rows = left.length;
    const columns = right.length;
    const width = columns + 1;
    const lengths = new Uint32Array((rows + 1) * width);
    const at = (i, j) => lengths[i * width + j] ?? 0;
    for (let i = rows - 1; i >= 0; i--) {
        for (let j = columns - 1; j >= 0; j--) {
            lengths[i * width + j] =
                left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const pairs = [];
    let i = 0;
    let j = 0;
    while (i < rows && j < columns) {
        if (left[i] === right[j])
            pairs.push([i++, j++]);
        else if (at(i + 1, j) >= at(i, j + 1))
            i++;
        else
            j++;
    }
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






/** An object whose fields are read, where no proxy is reached by it: labels that nothing selects. */
function dependedOnByNothing({ base, head }) {
    const manifest = head ?? base;
    if (manifest === null)
        return [];
    const what = base === null ? 'new' : head === null ? 'removed' : 'changed';
    const ref = (0,build_finding/* describeRef */.R)(manifest.ref);
    return [{ file: manifest.file, what: `${what}, and no proxy depends on it`, ref }];
}
/**
 * Every changed field is either consumed by a compile step, and then the comparison answers for it; or inert, and then
 * the object changed in text only; or nothing reads it yet, and what it could touch is unknown.
 */
function readChanges(changes) {
    const unknown = [];
    const read = [];
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
        else if (!readKinds.has(manifest.ref.kind) && fields.every(isIdentity)) {
            const what = change.base === null ? 'new' : 'removed';
            textOnly.push({ file: manifest.file, what: `${what}, and nothing reads it`, ref });
        }
        else
            read.push(change);
    }
    return { unknown, read, textOnly };
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
/** A name and a namespace alone matter only to what refers to them. */
function isIdentity({ status, place }) {
    return status === 'inert' || (status === 'read' && place.path[0] === 'metadata');
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

// EXTERNAL MODULE: ./build/dataplane/proxies.js + 1 modules
var proxies = __webpack_require__(80238);
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
var visibility = __webpack_require__(50722);
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
        const privates = new Set();
        for (const mesh of [base, head]) {
            for (const manifest of mesh.of(kind)) {
                const key = (0,mesh_order/* refKey */.XF)(manifest.ref);
                objects.set(key, manifest);
                if (isPrivate(manifest))
                    privates.add(key);
                const own = claimed.get(key) ?? new Set();
                for (const claim of claims(manifest, mesh))
                    own.add(claim);
                claimed.set(key, own);
            }
        }
        const oldestWins = [base, head].some(one => !one.features.has('most-specific-virtual-service'));
        const wildcards = (a, b) => kind === 'VirtualService' && (oldestWins || privates.has(a) || privates.has(b));
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
function isPrivate({ spec, ref }) {
    return (0,visibility/* visibility */.XD)((0,json/* texts */.Te)(spec.exportTo), ref.namespace, ['*']) !== 'public';
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

// EXTERNAL MODULE: ./build/dataplane/host-filter.js
var host_filter = __webpack_require__(23602);
;// CONCATENATED MODULE: ./build/dataplane/host-names.js


const indexes = new WeakMap();
/** One index a mesh. */
function hostNames(mesh) {
    let index = indexes.get(mesh);
    if (index === undefined) {
        index = build(mesh);
        indexes.set(mesh, index);
    }
    return index;
}
function build(mesh) {
    const domain = mesh.config.clusterDomain;
    const byShortName = new Map();
    const byAddress = new Map();
    const literal = new Set();
    for (const service of mesh.registry.all) {
        const host = service.host.toLowerCase();
        if (!literal.has(host))
            for (const form of shortForms(host, domain))
                put(byShortName, form, host);
        literal.add(host);
        for (const address of service.addresses)
            add(byAddress, address, host);
    }
    for (const { ref, spec } of mesh.of('VirtualService')) {
        for (const host of (0,json/* texts */.Te)(spec.hosts)) {
            literal.add((0,mesh_host/* qualify */.Ss)(host, ref.namespace, domain).toLowerCase());
        }
    }
    const names = {
        *rivals(host) {
            if ((0,mesh_host/* isWildcard */.z2)(host)) {
                for (const one of literal) {
                    if (!(0,mesh_host/* isWildcard */.z2)(one) && (0,mesh_host/* overlaps */.$f)(host, one))
                        yield* names.rivals(one);
                }
                return;
            }
            const services = mesh.registry.byHost(host);
            for (const form of [...shortForms(host, domain), `${host}.`]) {
                if (literal.has(form))
                    yield form;
            }
            yield* byShortName.get(host) ?? [];
            yield* byAddress.get(host) ?? [];
            for (const service of services) {
                yield* rivalsByAddress(service, byAddress, literal);
                if (service.externalName !== null)
                    yield service.externalName.toLowerCase();
            }
            for (const alias of mesh.registry.aliasesOf(host))
                yield alias.host.toLowerCase();
            if (host.endsWith('.') && literal.has(host.slice(0, -1)))
                yield host.slice(0, -1);
        }
    };
    return names;
}
function* rivalsByAddress(service, byAddress, literal) {
    for (const address of service.addresses) {
        yield* byAddress.get(address) ?? [];
        if (literal.has(address))
            yield address;
    }
}
/** `name`, `name.namespace`, `name.namespace.svc` of a Kubernetes service. */
function shortForms(host, domain) {
    const parts = (0,mesh_host/* kubernetesService */.eW)(host, domain);
    if (parts === null)
        return [];
    const { name, namespace } = parts;
    return [name, `${name}.${namespace}`, `${name}.${namespace}.svc`];
}
/** An address that many services share is listed once for each host. */
function add(index, key, host) {
    if (index.get(key)?.includes(host) !== true)
        put(index, key, host);
}
function put(index, key, host) {
    const known = index.get(key);
    if (known === undefined)
        index.set(key, [host]);
    else
        known.push(host);
}

// EXTERNAL MODULE: ./build/dataplane/destinations.js
var destinations = __webpack_require__(11984);
;// CONCATENATED MODULE: ./build/dataplane/destination-hosts.js



const destination_hosts_indexes = new WeakMap();
function destinationHosts(side) {
    let index = destination_hosts_indexes.get(side);
    if (index === undefined) {
        index = destination_hosts_build(side);
        destination_hosts_indexes.set(side, index);
    }
    return index;
}
/** Each index is made when it is first asked for: most changes need one of them. */
function destination_hosts_build(side) {
    const { all } = side.virtualServices;
    const byDestination = once(() => indexed(all, hostsOf));
    const byDelegate = once(() => indexed(all, delegatesOf));
    const byManifest = once(() => new Map(all.map(service => [service.manifest, service])));
    const byHost = once(() => indexed(all, ({ hosts }) => hosts.map(host => host.toLowerCase())));
    const wildcards = once(() => [...byHost().keys()].filter(mesh_host/* isWildcard */.z2));
    return {
        *besides(host) {
            const names = (0,mesh_host/* isWildcard */.z2)(host) ? [...byHost().keys()] : [host, ...wildcards()];
            for (const name of names) {
                if (!(0,mesh_host/* overlaps */.$f)(host, name))
                    continue;
                for (const service of byHost().get(name) ?? []) {
                    for (const one of service.hosts)
                        yield one.toLowerCase();
                }
            }
        },
        *routingTo(host) {
            const services = (0,mesh_host/* isWildcard */.z2)(host)
                ? [...byDestination()].flatMap(([name, found]) => ((0,mesh_host/* overlaps */.$f)(host, name) ? found : []))
                : (byDestination().get(host) ?? []);
            for (const service of services)
                for (const one of service.hosts)
                    yield one.toLowerCase();
        },
        of(manifest) {
            const service = byManifest().get(manifest);
            return service === undefined ? [] : hostsOf(service);
        },
        delegating: ({ namespace, name }) => byDelegate().get(`${namespace}/${name}`) ?? []
    };
}
function hostsOf(service) {
    return new Set([...(0,destinations/* destinations */.u)(service, null).keys()].map(host => host.toLowerCase()));
}
/** `namespace/name` of what the rules delegate to. */
function delegatesOf({ manifest, namespace }) {
    return (0,json/* list */.p_)(manifest.spec.http).flatMap(rule => {
        const delegate = (0,json/* map */.Tj)((0,json/* mapOrEmpty */.B4)(rule).delegate);
        return delegate === undefined
            ? []
            : `${(0,json/* filled */.Bq)(delegate.namespace) ?? namespace}/${(0,json/* text */.Qq)(delegate.name) ?? ''}`;
    });
}
function indexed(services, keysOf) {
    const index = new Map();
    for (const service of services) {
        for (const key of new Set(keysOf(service))) {
            const known = index.get(key);
            if (known === undefined)
                index.set(key, [service]);
            else
                known.push(service);
        }
    }
    return index;
}
function once(compute) {
    let box;
    return () => {
        box ??= { value: compute() };
        return box.value;
    };
}

;// CONCATENATED MODULE: ./build/dataplane/reach-kinds.js





/** What one object, as one side holds it, can touch. */
function reach_kinds_touchedBy(manifest, side, touched) {
    const { kind, group } = manifest.ref;
    if (workload/* WORKLOAD_KINDS */.i6.includes(kind)) {
        touchedByWorkload(manifest, side, touched);
        return;
    }
    switch (kind) {
        case 'VirtualService':
            touchedByVirtualService(manifest, side, touched);
            return;
        case 'Service':
            if (group === '')
                touchedByService(manifest, side, touched);
            return;
        case 'ServiceEntry':
            for (const host of (0,json/* texts */.Te)(manifest.spec.hosts))
                reachRegistry(host, side, touched);
            return;
        case 'DestinationRule': {
            const { namespace } = manifest.ref;
            const domain = side.mesh.config.clusterDomain;
            reachService((0,mesh_host/* qualify */.Ss)((0,json/* text */.Qq)(manifest.spec.host) ?? '', namespace, domain), side, touched);
            return;
        }
        case 'Gateway':
            if (group === 'networking.istio.io')
                touchedByGateway(manifest, touched);
            return;
        case 'Sidecar': {
            const { namespace } = manifest.ref;
            const everywhere = namespace === side.mesh.config.rootNamespace;
            touched.whole.push(proxy => proxy.type === 'sidecar' && (everywhere || proxy.namespace === namespace));
            return;
        }
        case 'PeerAuthentication':
            touchedByPeerAuthentication(manifest, side, touched);
            return;
        case 'HTTPRoute':
        case 'GRPCRoute':
        case 'TCPRoute':
        case 'TLSRoute':
            for (const [host, routes] of side.meshRoutes) {
                if (routes.includes(manifest))
                    reachService(host, side, touched);
            }
            return;
        case 'ConfigMap':
        case 'IstioOperator':
            touched.everything = true;
            return;
    }
}
/** A host, and the hosts of VirtualServices that route to it. */
function reachService(written, side, touched) {
    const host = written.toLowerCase();
    if (host === '')
        return;
    touched.hosts.add(host);
    for (const one of destinationHosts(side).routingTo(host))
        touched.hosts.add(one);
}
/**
 * A service that comes, goes or changes its ports takes the other hosts of its VirtualServices along: they
 * stand on the ports where a VirtualService has a service.
 */
function reachRegistry(host, side, touched) {
    reachService(host, side, touched);
    reachName(host.toLowerCase(), side, touched);
}
/** Who owns a name by specificity also decides on which ports the other hosts of its rivals stand. */
function reachName(host, side, touched) {
    touched.hosts.add(host);
    for (const one of destinationHosts(side).besides(host))
        touched.hosts.add(one);
}
function touchedByVirtualService(manifest, side, touched) {
    const domain = side.mesh.config.clusterDomain;
    const { namespace } = manifest.ref;
    const hosts = (0,json/* texts */.Te)(manifest.spec.hosts);
    // Without hosts it is a delegate: its roots route with its rules.
    const roots = hosts.length > 0 ? [] : destinationHosts(side).delegating(manifest.ref);
    const full = hosts.map(host => (0,mesh_host/* qualify */.Ss)(host, namespace, domain));
    for (const host of [...full, ...roots.flatMap(root => root.hosts)]) {
        reachName(host.toLowerCase(), side, touched);
    }
    // Destinations are imported into Sidecar scopes: their clusters may come and go.
    for (const host of destinationHosts(side).of(manifest)) {
        if (importMatters(host, side))
            reachService(host, side, touched);
    }
}
/** Only where some scope is narrower than everything that is visible, or the service is not public. */
function importMatters(host, { mesh }) {
    if (mesh.of('Sidecar').length > 0)
        return true;
    return mesh.registry.byHost(host.toLowerCase()).some(service => service.exportTo !== 'public');
}
function touchedByService(manifest, side, touched) {
    const { name, namespace } = manifest.ref;
    reachRegistry(`${name}.${namespace}.svc.${side.mesh.config.clusterDomain}`, side, touched);
    // The Service of a gateway translates the ports of its servers.
    const selector = (0,json/* textMap */.sP)(manifest.spec.selector);
    touched.whole.push(proxy => proxy.type === 'gateway' && proxy.namespace === namespace && (0,mesh_selector/* selects */.ko)(selector, proxy.labels));
}
function touchedByGateway(manifest, touched) {
    const selector = (0,json/* textMap */.sP)(manifest.spec.selector);
    touched.whole.push(proxy => proxy.type === 'gateway' && (0,mesh_selector/* selects */.ko)(selector, proxy.labels));
}
/** Pods are endpoints of the services that select them; gateway pods are what Gateways select. */
function touchedByWorkload(manifest, side, touched) {
    const found = (0,workload/* workload */.W_)(manifest);
    if (found === null)
        return;
    for (const service of side.mesh.registry.inNamespace(found.namespace)) {
        const { selector } = service;
        if (selector !== null && (0,mesh_selector/* selects */.ko)(selector, found.labels)) {
            reachService(service.host, side, touched);
        }
    }
    const labels = found.labels;
    const { namespace } = found;
    touched.whole.push(proxy => proxy.type === 'gateway' && proxy.namespace === namespace && (0,mesh_selector/* selects */.ko)(proxy.labels, labels));
}
function touchedByPeerAuthentication(manifest, side, touched) {
    const { namespace } = manifest.ref;
    if (namespace === side.mesh.config.rootNamespace) {
        touched.everything = true;
        return;
    }
    const selector = (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(manifest.spec.selector).matchLabels);
    for (const service of side.mesh.registry.inNamespace(namespace)) {
        const own = service.selector ?? {};
        const meets = Object.keys(selector).every(key => own[key] === undefined || own[key] === selector[key]);
        if (meets)
            reachService(service.host, side, touched);
    }
}

// EXTERNAL MODULE: ./build/dataplane/sidecar-view.js + 4 modules
var sidecar_view = __webpack_require__(46124);
;// CONCATENATED MODULE: ./build/dataplane/reach.js






function reach(base, head, changes) {
    const sides = [base, head];
    if (!sameGround(base.mesh, head.mesh))
        return reach_EVERYTHING;
    const touched = { everything: false, hosts: new Set(), whole: [] };
    for (const change of changes) {
        for (const [index, manifest] of [change.base, change.head].entries()) {
            const side = sides[index];
            if (manifest !== null && side !== undefined)
                reach_kinds_touchedBy(manifest, side, touched);
        }
        if (touched.everything)
            return reach_EVERYTHING;
    }
    return within(reach_closed(touched.hosts, sides), touched.whole, sides);
}
/** Minor, flags, mesh configuration and what is assumed are the same on both sides. */
function sameGround(base, head) {
    return (base.version.minor === head.version.minor &&
        base.features.key === head.features.key &&
        (0,fingerprint/* canonical */.$)(base.config.raw) === (0,fingerprint/* canonical */.$)(head.config.raw));
}
const reach_EVERYTHING = {
    everything: true,
    hosts: new Set(['*']),
    ports: [],
    includes: () => true,
    affects: () => true,
    wholly: () => true
};
function within(hosts, whole, sides) {
    const wildcards = [...hosts].filter(host => host.startsWith('*'));
    const wholly = (proxy) => whole.some(covers => covers(proxy));
    const includes = (host) => {
        if (hosts.has(host))
            return true;
        if (wildcards.some(wildcard => (0,mesh_host/* overlaps */.$f)(wildcard, host)))
            return true;
        if (!host.startsWith('*'))
            return false;
        for (const one of hosts)
            if ((0,mesh_host/* overlaps */.$f)(host, one))
                return true;
        return false;
    };
    // Names that no registry knows stand on port 80.
    const ports = new Set([80, ...sides.flatMap(side => [...(0,host_filter/* portsOf */.a)(side, hosts, includes)])]);
    const hostsAlone = {
        everything: false,
        hosts,
        ports: [...ports].sort((a, b) => a - b),
        includes,
        affects: proxy => hosts.size > 0 || wholly(proxy),
        wholly
    };
    const onOneSide = new Map();
    let filters;
    return {
        ...hostsAlone,
        wholly(proxy) {
            if (wholly(proxy))
                return true;
            let found = onOneSide.get(proxy.id);
            if (found === undefined) {
                filters ??= sides.map(side => (0,host_filter/* hostFilter */.h)(side, hostsAlone));
                found = hosts.size > 0 && sharedNameOnOneSide(proxy, sides, filters);
                onOneSide.set(proxy.id, found);
            }
            return found;
        }
    };
}
/**
 * The last service of a port takes the port's route configuration along, with the virtual hosts of names
 * that no registry knows; the first brings them.
 */
function sharedNameOnOneSide(proxy, sides, filters) {
    if (proxy.type !== 'sidecar')
        return false;
    const [base, head] = sides.map((side, index) => {
        const view = (0,sidecar_view/* sidecarView */.p)(side, proxy, filters[index] ?? null);
        const names = [...view.routeConfigs.keys()];
        return names.filter(name => !name.includes(':')).join(' ');
    });
    return base !== head;
}
/** Hosts that claim a domain which a reached host claims win or lose it with that host. */
function reach_closed(touched, sides) {
    const hosts = new Set(touched);
    const names = sides.map(side => hostNames(side.mesh));
    // A set grows while it is walked, and what is added is walked too.
    for (const host of hosts) {
        for (const one of names)
            for (const rival of one.rivals(host))
                hosts.add(rival);
    }
    return hosts;
}

// EXTERNAL MODULE: ./build/decision/any-value.js
var any_value = __webpack_require__(69625);
// EXTERNAL MODULE: ./build/decision/bits.js
var bits = __webpack_require__(85523);
// EXTERNAL MODULE: ./build/decision/budget.js
var decision_budget = __webpack_require__(11862);
// EXTERNAL MODULE: ./build/decision/decide.js
var decide = __webpack_require__(39339);
// EXTERNAL MODULE: ./build/decision/indexed.js
var decision_indexed = __webpack_require__(67882);
// EXTERNAL MODULE: ./build/decision/space.js + 2 modules
var decision_space = __webpack_require__(46395);
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
        const axis = (0,decision_indexed.at)(space.axes, number);
        const value = (0,decide/* valueAt */.fK)(point, axis.dimension.name);
        if (axis.is === 'literal') {
            return (0,decide/* matches */.cK)((0,decision_indexed.at)(axis.demand.matchers, axis.matcher), value, axis.dimension) ? 1 : 0;
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
            point.push([dimension.name, (0,any_value/* anyValue */.m)(dimension, space.budget.limits)]);
        }
        else if (axis.is === 'classes') {
            const { ranks, values } = axis.partition;
            const possible = (0,bits/* members */.ol)(project(space, points, first));
            let best = (0,decision_indexed.at)(possible, 0);
            for (const one of possible)
                if ((0,decision_indexed.at)(ranks, one) < (0,decision_indexed.at)(ranks, best))
                    best = one;
            point.push([dimension.name, (0,decision_indexed.at)(values, best)]);
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
    const size = (0,decision_space/* sizeOf */.$d)((0,decision_indexed.at)(space.axes, axis));
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
    const size = (0,decision_space/* sizeOf */.$d)((0,decision_indexed.at)(space.axes, axis));
    const slices = [...space.diagrams.slices(points, axis)].sort((a, b) => (0,decision_indexed.at)((0,bits/* members */.ol)(a.classes), 0) - (0,decision_indexed.at)((0,bits/* members */.ol)(b.classes), 0));
    const { name } = (0,decision_indexed.at)(space.axes, axis).dimension;
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
    const question = (0,decision_indexed.at)(space.axes, axis);
    if (question.is !== 'literal')
        return false;
    const literals = literalsOf(space, box, question).map(literal => literal.matcher === question.matcher ? { ...literal, holds: !literal.holds } : literal);
    return question.demand.find(literals) === undefined;
}
/** The answers of a box on the dimension of an axis. */
function literalsOf(space, box, axis) {
    return [...box].flatMap(([number, classes]) => {
        const other = (0,decision_indexed.at)(space.axes, number);
        return other.is === 'literal' && other.demand === axis.demand
            ? [{ matcher: other.matcher, holds: (0,decision_indexed.at)(classes, 0) === 2 }]
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
        if (worseFirst((0,decision_indexed.at)(queue, middle), ranked) < 0)
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
            (0,decision_indexed.at)(byClass, one).push(candidate);
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
    const avoidable = remembered((one) => (0,decision_indexed.at)(byClass, one).some(removable));
    const usable = [...new Set(wanted.flatMap(one => (0,decision_indexed.at)(byClass, one)))].filter(candidate => !candidate.outside && strays(candidate).every(avoidable));
    const within = [...cover(wanted, usable, candidate => 1 + strays(candidate).length)];
    const covered = new Set(within.flatMap(({ holds }) => holds));
    for (const one of wanted) {
        if (covered.has(one))
            continue;
        const built = express_build(one, classes, byClass, avoidable);
        within.push(built);
        for (const other of built.holds)
            covered.add(other);
    }
    const stray = [...covered].filter(one => !(0,bits/* hasBit */.c0)(classes, one));
    const removals = new Set(stray.flatMap(one => (0,decision_indexed.at)(byClass, one)).filter(removable));
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
function express_build(one, classes, byClass, avoidable) {
    const mine = new Set((0,decision_indexed.at)(byClass, one));
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
        const theirs = new Set((0,decision_indexed.at)(byClass, wrong));
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
        holds: (0,decision_indexed.at)(holds, index),
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
        if ((0,decision_indexed.at)(space.axes, axis).is === 'literal')
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
            const axis = (0,decision_indexed.at)(space.axes, number);
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
        .map(literal => (0,decision_indexed.at)(axis.demand.matchers, literal.matcher));
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
    const others = terms.filter(term => !isHost(term) && !leavesOut(term));
    const left = terms.filter(term => !isHost(term) && leavesOut(term)).map(withoutWords);
    const names = terms.filter(isHost).flatMap(term => hostTerm(term, host) ?? []);
    const rest = [...left, ...names];
    if (others.length === 0 && rest.length > 0)
        return rest.join(', ');
    const clause = { terms: others };
    return [withOccurrence(toWords(clause, vocabularyFor(clause))), ...rest].join(', ');
}
/** A header, query parameter or claim of which only some values are left out: it may be absent as well. */
function leavesOut({ dimension, within, except }) {
    return dimension.includes(':') && within.length === 0 && except.length > 0;
}
/** `header x not 1 or beginning with a`, `without header x`. */
function withoutWords({ dimension, except }) {
    const name = fieldName(dimension);
    if (except.some(({ is }) => is === 'present'))
        return `without ${name}`;
    const words = {
        ...defaultWords(''),
        exact: '{}',
        prefix: 'beginning with {}',
        regex: 'matching {}'
    };
    const vocabulary = { words: { [dimension]: words }, everything: '', most: 6 };
    return `${name} not ${toWords({ terms: [{ dimension, within: except, except: [] }] }, vocabulary)}`;
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
    const name = fieldName(dimension);
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
function fieldName(dimension) {
    const colon = dimension.indexOf(':');
    const kind = dimension.slice(0, colon);
    return `${kind === 'query' ? 'query parameter' : kind} ${dimension.slice(colon + 1)}`;
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
            cause_within(cause.at.path, other.at.path));
        if (!known)
            kept.push(cause);
    }
    return kept;
}
function cause_within(path, outer) {
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
    'client TLS',
    'endpoints'
];
/** One facet of one cluster: as a value that is compared, and in words. */
function upstreamValue(cluster, facet) {
    const { policy, tls, targets } = cluster;
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
        case 'endpoints':
            return targets.length === 0 ? undefined : { at: targets.join(' and ') };
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
/**
 * `maxConnections 100, maxRetries 3`: what differs from the same facet on the other side. What only the other side
 * sets is at its default here.
 */
function upstreamWords(value, other) {
    if (value === undefined)
        return 'default';
    const own = new Map(flat(value, ''));
    const there = new Map(other === undefined ? [] : flat(other, ''));
    const said = [];
    for (const name of [...new Set([...own.keys(), ...there.keys()])].sort()) {
        const text = own.get(name);
        if (text === there.get(name))
            continue;
        if (text === undefined)
            said.push(`${name} default`);
        else
            said.push(name === 'mode' || name === 'simple' ? text : `${name} ${text}`);
    }
    return said.length === 0 ? 'default' : said.join(', ');
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
        const places = change.group.origins[side].flatMap(origin => origin.origins);
        inputs.push({ side, places, noun: 'route' });
    }
    for (const [side, other] of [
        ['base', 'head'],
        ['head', 'base']
    ]) {
        const names = change.group[side === 'base' ? 'before' : 'after'].destinations;
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
    const kept = longestIncreasing(pairs.map(pair => pair.base)).map(index => (0,decision_indexed.at)(pairs, index));
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
            if ((0,decision_indexed.at)(values, (0,decision_indexed.at)(ends, middle)) < value)
                low = middle + 1;
            else
                high = middle;
        }
        previous.push(low === 0 ? -1 : (0,decision_indexed.at)(ends, low - 1));
        ends[low] = index;
    });
    const run = [];
    for (let index = ends.at(-1) ?? -1; index >= 0; index = (0,decision_indexed.at)(previous, index))
        run.push(index);
    return run.reverse();
}

// EXTERNAL MODULE: ./build/decision/matcher-key.js
var matcher_key = __webpack_require__(67679);
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
var malformed = __webpack_require__(55658);
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
var overlap = __webpack_require__(19564);
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
var lines = __webpack_require__(46972);
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
            const pair = { base: (0,decision_indexed.at)(left, 0), head: (0,decision_indexed.at)(right, 0), points: space.diagrams.everything };
            return new Map([[pairNumber(pair), pair]]);
        }
        const question = (0,decision_indexed.at)(space.axes, axis);
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
        space.budget.spend(branches.length, (0,decision_indexed.at)(space.axes, axis).dimension.name);
        const edges = new Map();
        for (const branch of branches) {
            let inside = open;
            if (open !== null && branch.holds !== null) {
                const literal = { matcher: open.axis.matcher, holds: branch.holds };
                inside = { axis: open.axis, literals: [...open.literals, literal] };
                if (open.axis.demand.find(inside.literals) === undefined)
                    continue;
            }
            const found = go(axis + 1, (0,decision_indexed.at)(branch.lists, 0), (0,decision_indexed.at)(branch.lists, 1), inside);
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
        space.budget.spend(made.size, (0,decision_indexed.at)(space.axes, axis).dimension.name);
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
        if ((0,decision_indexed.at)(left, place).identity !== (0,decision_indexed.at)(right, place).identity)
            return false;
    }
    return true;
}
function oneAction(left, right) {
    const { action } = (0,decision_indexed.at)(left, 0);
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
        ...changed.base.map(index => (0,decision_indexed.at)(base.rows, index).when),
        ...changed.head.map(index => (0,decision_indexed.at)(head.rows, index).when)
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
            ? lineOf(space, row.when, first + index, (0,decision_indexed.at)(ids, index), identities.action(row.action))
            : null);
        const action = identities.action(table.otherwise);
        const last = lineOf(space, {}, first + lines.length, Number.MIN_SAFE_INTEGER + action, action);
        return [...shared, ...lines, last].filter(line => line !== null);
    });
    const pairs = differing(space, (0,decision_indexed.at)(lists, 0), (0,decision_indexed.at)(lists, 1));
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
        const { base: left, head: right } = (0,decision_indexed.at)(rows, 0);
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
        let points = (0,decision_indexed.at)(members, 0).points;
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
    'client TLS': none,
    endpoints: none
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
        'client TLS': value('client TLS'),
        endpoints: value('endpoints')
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
            // Both are a 404 without a route: no request can tell them apart.
            return ended('no-route', 1, { key: '', text: '404 (host not served)' }, context);
        case 'no-listener':
            return ended('no-listener', 1, { key: '', text: 'connection refused (no listener)' }, context);
        case 'no-service':
            return ended('no-service', 1, { key: '', text: `no such ${action.what}` }, context);
        case 'refused':
            return ended('refused', 1, 
            // Whatever the reason, the request fares the same.
            { key: '', text: `configuration refused by Envoy: ${action.reason}` }, context);
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
            // What is not certain about the proxy itself is added where an effect names the proxy.
            certainty: route?.certainty ?? 'certain',
            assumptions: route?.assumptions ?? []
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
        certainty: 'certain',
        assumptions: []
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
    // Of requests of which one side loses more, or both lose all, only that matters.
    const failing = before.lost !== after.lost || before.lost === 1;
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

;// CONCATENATED MODULE: ./build/effects/route-groups.js








/** Everything in which two tables differ, or why that cannot be said. */
function routeGroups(tables, sides) {
    const found = compare(tables.base, tables.head, { keyOf: behaviour => behaviour.id });
    if (found.kind === 'exhausted') {
        const where = found.dimension === null ? '' : ` of ${found.dimension}`;
        const message = `the routes${where} are too intertwined: more than ${found.allowed} ${found.limit}`;
        return { kind: 'budget', message };
    }
    if (found.kind === 'malformed') {
        const [first] = found.matchers;
        return { kind: 'malformed', message: `a pattern cannot be compiled: ${first?.reason ?? ''}` };
    }
    const { base, head, configs, pods } = sides;
    const groups = [];
    for (const group of grouped(found.differences)) {
        const before = settled(group.before, group.origins.head, base, configs.base, pods.base);
        const after = settled(group.after, group.origins.base, head, configs.head, pods.head);
        const understood = before.fate !== 'unknown' && after.fate !== 'unknown';
        const one = understood ? difference(before, after) : null;
        if (!understood || one !== null)
            groups.push({ ...group, before, after, difference: one });
    }
    return groups;
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

// EXTERNAL MODULE: ./build/dataplane/lower/routes.js + 1 modules
var lower_routes = __webpack_require__(93912);
;// CONCATENATED MODULE: ./build/effects/route-tables.js





/** The virtual hosts in question of one route configuration as tables; null where neither side has it. */
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
    // The same dimensions in the same order on both sides: exchanging them exchanges the answer, word for word.
    const dimensions = joined(one?.dimensions ?? [], other?.dimensions ?? []);
    return {
        base: { ...(one ?? route_tables_nothing(other, configs.base, pods.base, proxy)), dimensions },
        head: { ...(other ?? route_tables_nothing(one, configs.head, pods.head, proxy)), dimensions }
    };
}
const leading = ['host', 'authority', 'path', 'method', 'scheme'];
function joined(a, b) {
    const names = new Map([...b, ...a].map(dimension => [dimension.name, dimension]));
    const rank = (name) => (leading.includes(name) ? leading.indexOf(name) : leading.length);
    return [...names.values()].sort((one, other) => rank(one.name) - rank(other.name) || compareText(one.name, other.name));
}
/** The table of a port that the proxy does not listen on: a sidecar passes everything through. */
function route_tables_nothing(like, config, pods, proxy) {
    const context = {
        config,
        pods,
        namespace: proxy.namespace,
        matched: null,
        certainty: 'certain',
        assumptions: []
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
/** Equal for equal tables: proxies that are sent the same are compared once. */
function tablesKey({ base, head }) {
    const rows = ({ rows, otherwise, impossible }) => [
        rows.map(row => [row.when, row.action.id, originOf(row)?.virtualHost.name]),
        otherwise.id,
        impossible
    ];
    return (0,fingerprint/* canonical */.$)([base.dimensions, rows(base), rows(head)]);
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
function compareRoutes(base, head, proxy, pods, compared) {
    const configs = { base: base.config(proxy), head: head.config(proxy) };
    const sides = { proxy, base, head, configs, pods };
    const changes = [];
    const gaps = [];
    let tables = 0;
    let classes = 0;
    const names = new Set([...configs.base.routeConfigs.keys(), ...configs.head.routeConfigs.keys()]);
    for (const name of [...names].sort()) {
        tables += 1;
        const before = configs.base.routeConfigs.get(name);
        const after = configs.head.routeConfigs.get(name);
        classes += routesOf(before);
        const hosts = differingHosts(before, after, { configs, pods });
        if (hosts.size === 0)
            continue;
        const both = tablesOf(before, after, hosts, sides);
        if (both === null)
            continue;
        const key = tablesKey(both);
        const found = compared.get(key) ?? routeGroups(both, sides);
        compared.set(key, found);
        if (!routing_isList(found)) {
            gaps.push({ ...found, proxy, routeConfig: name });
            continue;
        }
        const taking = found.filter(group => takesEffect(group, before, after));
        if (taking.length < found.length) {
            gaps.push({ ...refusedGap(before, after), proxy, routeConfig: name });
        }
        const port = (after ?? before)?.port ?? 0;
        const tls = name.startsWith('https');
        for (const group of taking)
            changes.push({ proxy, configs, routeConfig: name, port, tls, group });
    }
    return { changes, gaps, tables, classes };
}
/**
 * Envoy refuses a route configuration as a whole and keeps the last good one. So of a refused one only the requests that
 * it is refused for are told; what else changed in it is not what a proxy does.
 */
function takesEffect({ before, after }, base, head) {
    if (base?.refused === undefined && head?.refused === undefined)
        return true;
    return before.fate === 'refused' || after.fate === 'refused';
}
function refusedGap(base, head) {
    const reason = (head?.refused ?? base?.refused)?.reason ?? '';
    const whose = head?.refused === undefined ? 'base' : 'head';
    const message = `Envoy refuses them as ${whose} has them (${reason}) and keeps the last good ones, so their other changes are not what it does`;
    return { kind: 'refused', message };
}
function routing_isList(found) {
    return Array.isArray(found);
}
/** Every route takes a class of requests, if only one. */
function routesOf(config) {
    let count = 0;
    for (const { routes } of config?.virtualHosts ?? [])
        count += routes.length;
    return count;
}

;// CONCATENATED MODULE: ./build/effects/steps.js

/** The command that shows the routes, or the clusters, in question as a running proxy of the class holds them. */
function verifyCommand(proxy, routeConfig, cluster) {
    const namespace = shellWord(proxy.namespace);
    const what = cluster === null ? 'routes' : 'clusters';
    const which = cluster === null ? `--name ${shellWord(routeConfig)}` : `--fqdn ${shellWord(cluster.host)}`;
    return `istioctl proxy-config ${what} ${steps_podOf(proxy, namespace)} -n ${namespace} ${which} -o json`;
}
/** A pod of the class; of a gateway of which nobody knows the labels, the one that the reader knows. */
function steps_podOf({ labels, type }, namespace) {
    const known = Object.entries(labels)
        // No label of a pod holds a slash: this one stands for a Gateway that git does not hold.
        .filter(([, value]) => !value.includes('/'))
        .map(([key, value]) => `${key}=${value}`)
        .sort();
    if (type === 'gateway' && known.length === 0)
        return '"$GATEWAY_POD"';
    const selector = known.length === 0 ? '' : ` -l ${shellWord(known.join(','))}`;
    return `"$(kubectl get pod -n ${namespace}${selector} -o name | head -n 1 | cut -d / -f 2)"`;
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
            name: unknownHosts[name] ?? subject_hostsOf(host, name),
            port,
            ...(gateway !== undefined && { gateway })
        };
    }
    const service = serviceOf(name);
    if (service !== null)
        return { kind: 'service', ...service, port };
    return { kind: 'host', name: unknownHosts[name] ?? name, port: port || portOf(routeConfig) };
}
/** Gateways collapse virtual hosts with equal routes into one. Source: gateway.go collapseDuplicateRoutes. */
function subject_hostsOf(host, name) {
    const names = host.domains.map(domain => domain.replace(/:(\d+|\*)$/, ''));
    const hosts = [...new Set([name, ...names])].sort();
    return hosts.length > 4
        ? `${hosts.slice(0, 3).join(', ')} and ${hosts.length - 3} more`
        : hosts.join(', ');
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

// EXTERNAL MODULE: ./build/dataplane/evaluate.js + 3 modules
var evaluate = __webpack_require__(96004);
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
            { layer: policy, text: witness_policyWords(cluster) }
        ];
    });
}
/** Every facet of a cluster's policy in words: other policies, other words. */
function witness_policyWords(cluster) {
    return upstreamFacets
        .flatMap(facet => {
        const value = upstreamValue(cluster, facet);
        return value === undefined ? [] : [`${facet}: ${upstreamWords(value, undefined)}`];
    })
        .join('; ');
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
    'no-route': ['no-route', 'no-virtual-host'],
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
    'client TLS': policyOf,
    endpoints: policyOf
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
function routingEffects(input) {
    const { base, head, classes, changes } = input;
    const touched = reach(base.compilation, head.compilation, input.within ?? changes.filter(change => !change.equal));
    const reached = { base: base.reached(touched), head: head.reached(touched) };
    const pods = { base: podsIn(base.mesh), head: podsIn(head.mesh) };
    const context = { ...reached, pods, classes, changes };
    const unknown = [];
    const compared = new Map();
    const byGroup = new Map();
    const numbers = new Map();
    let tables = 0;
    let requests = 0;
    for (const proxy of classes) {
        if (!touched.affects(proxy))
            continue;
        const found = compareRoutes(reached.base, reached.head, proxy, pods, compared);
        tables += found.tables;
        requests += found.classes;
        for (const gap of found.gaps)
            unknown.push(gapUnknown(gap));
        for (const change of found.changes) {
            const number = numbers.get(change.group) ?? numbers.size;
            numbers.set(change.group, number);
            const key = `${number} ${change.routeConfig}`;
            byGroup.set(key, [...(byGroup.get(key) ?? []), change]);
        }
    }
    const effects = [];
    for (const same of byGroup.values()) {
        // One of the classes that are sent the same speaks for all.
        const [chosen] = [...same].sort(routing_effects_bySureness);
        if (chosen === undefined)
            continue;
        const made = effectOf(chosen, context);
        if (!('draft' in made))
            unknown.push(made);
        else
            for (const { proxy } of same)
                effects.push({ ...made, proxy });
    }
    const sidecars = classes.filter(({ type }) => type === 'sidecar').map(one => one.description);
    return {
        reached,
        effects,
        unknown,
        proxies: classes.length,
        sidecars,
        tables,
        classes: requests
    };
}
/** A class of pods that git holds before one that is assumed, "any other namespace" last. */
function routing_effects_bySureness({ proxy: a }, { proxy: b }) {
    const other = (proxy) => (proxy.id.startsWith('sidecar *') ? 1 : 0);
    return (Number(a.certainty !== 'certain') - Number(b.certainty !== 'certain') ||
        other(a) - other(b) ||
        compareText(a.id, b.id));
}
function effectOf(change, context) {
    const { proxy } = change;
    const { before, after, difference } = change.group;
    const host = hostOf(change)?.host ?? null;
    const subject = subjectFor(change);
    const region = regionWords(change.group.region, host);
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
    const point = sample(change.group.region);
    const from = callerOf(proxy, context.classes, context.base.mesh, context.head.mesh, subject);
    const { base, head, pods } = context;
    const { port, tls, routeConfig } = change;
    const witness = replay({ base, head, pods, proxy, from, routeConfig, port, point, tls });
    if (witness === null ||
        !contains(change.group.region, point) ||
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
    const { proxy, routeConfig } = change;
    const { before, after } = change.group;
    const { subject, region, causes, witness, difference } = parts;
    const facets = difference.changes.map(one => one.facet);
    const hosts = [...routing_effects_hostsOf(before, change.configs.base), ...routing_effects_hostsOf(after, change.configs.head)];
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
        certainty: (0,build_finding/* worst */.Q)(proxy.certainty, (0,build_finding/* worst */.Q)(before.certainty, after.certainty)),
        assumptions: routing_effects_distinct([...proxy.assumptions, ...before.assumptions, ...after.assumptions]),
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
function routing_effects_hostsOf({ destinations }, { clusters }) {
    return destinations.flatMap(({ cluster }) => clusters.get(cluster)?.host ?? []);
}
/** The virtual host that says more, whichever side has it: one that serves before one that catches the rest. */
function hostOf({ group: { origins }, configs }) {
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
    if (isWild(one) !== isWild(other))
        return isWild(other);
    if (one.domains.length !== other.domains.length)
        return one.domains.length > other.domains.length;
    return one.name < other.name;
}
function subjectFor(change) {
    const chosen = hostOf(change);
    if (chosen === null) {
        // No virtual host takes them on either side: the requests of a listener that nobody serves.
        const { base, head } = change.configs;
        const listening = head.routeConfigs.get(change.routeConfig) === undefined ? base : head;
        const name = `blackhole:${change.port}`;
        const nobody = { name, domains: [], routes: [], requireTls: false, origins: [] };
        return subjectOf(listening, change.routeConfig, nobody);
    }
    return subjectOf(chosen.config, change.routeConfig, chosen.host);
}
function isWild({ domains }) {
    return domains.some(domain => domain.startsWith('*'));
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
const runLimit = 96;
/**
 * What both sides route differently, whatever the order in which rivals were created. Git does not hold that order:
 * effects that all orders share are effects; where orders disagree there is one `order-dependent` effect that says
 * what each of them gives.
 */
function routingInEveryOrder(base, head, changes) {
    const classes = (0,proxies/* proxyClasses */.z)(base, head);
    const compiled = { base: (0,dataplane/* dataplane */.T)(base), head: (0,dataplane/* dataplane */.T)(head) };
    const given = routingEffects({ ...compiled, classes, changes });
    const unknown = [...given.unknown];
    const dependent = [];
    const disputed = new Set();
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
        const within = rivals.members.map(key => ({
            base: objectOf(base, rivals, key),
            head: objectOf(head, rivals, key)
        }));
        const run = (order, sides) => {
            const { reached, effects } = routingEffects({ ...sides, classes, changes, within });
            return { order, reached, effects };
        };
        const runs = [run(first, compiled)];
        for (const order of others) {
            runs.push(run(order, {
                base: (0,dataplane/* dataplane */.T)(inOrder(base, rivals.kind, order)),
                head: (0,dataplane/* dataplane */.T)(inOrder(head, rivals.kind, order))
            }));
        }
        const common = inAll(runs);
        for (const { effects } of runs) {
            for (const effect of effects)
                if (!common.has(keyOf(effect)))
                    disputed.add(keyOf(effect));
        }
        dependent.push(...dependentEffects(runs, common, rivals));
    }
    const shared = given.effects.filter(effect => !disputed.has(keyOf(effect)));
    return { ...given, unknown, effects: [...shared, ...dependent] };
}
/** The object as a side has it; null where it does not. */
function objectOf(mesh, { manifests }, key) {
    const manifest = manifests.get(key);
    return manifest === undefined ? null : (mesh.get(manifest.ref) ?? null);
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
    for (const { order, reached } of runs) {
        const [before = '', after = ''] = [reached.base, reached.head].map(side => outcomeWords(replayRequest(side, podsIn(side.mesh), { proxy, routeConfig }, request), draft.subject.namespace));
        const key = `${before}\n${after}`;
        const known = answers.get(key) ?? { before, after, orders: [] };
        answers.set(key, {
            ...known,
            orders: [...known.orders, order.map(one => shortName(rivals, one))]
        });
    }
    const all = [...answers.values()];
    return all.map(answer => ({
        facet: `if ${orderWords(answer, all)}`,
        before: answer.before,
        after: answer.after
    }));
}
/** Mostly the oldest alone decides; only where it does not, whole orders are named. */
function orderWords({ orders }, all) {
    const oldest = new Set(orders.map(([first = '']) => first));
    const decides = all.every(other => other.orders === orders || !other.orders.some(([first = '']) => oldest.has(first)));
    if (decides) {
        const isPair = orders[0]?.length === 2;
        return `${[...oldest].sort().join(' or ')} is ${isPair ? 'older' : 'the oldest'}`;
    }
    const said = orders.slice(0, 3).map(order => `${order.join(', ')} are of that age`);
    return `${said.join(' or ')}${orders.length > 3 ? ` or ${orders.length - 3} more orders` : ''}`;
}
function shortName({ manifests }, key) {
    const ref = manifests.get(key)?.ref;
    return ref === undefined ? key : `${ref.namespace}/${ref.name}`;
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

// EXTERNAL MODULE: ./build/dataplane/security/transport.js
var security_transport = __webpack_require__(33469);
// EXTERNAL MODULE: ./build/dataplane/security/pattern.js
var security_pattern = __webpack_require__(30394);
;// CONCATENATED MODULE: ./build/dataplane/lower/conditions.js

/** Between issuer and subject of a token, which neither can hold. */
const BETWEEN = '\n';
/** `null`: it never holds. */
function lowerConjunction(conjunction, attributeOf) {
    const all = new Map();
    let unknown = null;
    for (const condition of conjunction) {
        const value = attributeOf(condition);
        if (value.is === 'unknown') {
            unknown ??= value.reason;
            continue;
        }
        if (value.is === 'constant') {
            const holds = value.values.some(one => condition.patterns.some(pattern => (0,security_pattern/* matchesText */.Fm)(pattern, one)));
            if (holds === condition.negated)
                return null;
            continue;
        }
        const matcher = matcherOf(condition, value.mayBeEmpty);
        const known = all.get(value.name);
        if (known === undefined)
            all.set(value.name, [matcher]);
        else
            known.push(matcher);
    }
    const when = {};
    for (const [name, of] of all) {
        const [first] = of;
        if (first !== undefined)
            when[name] = of.length === 1 ? first : { is: 'all', of };
    }
    return { when, unknown };
}
function matcherOf({ attribute, patterns, negated }, mayBeEmpty) {
    const of = patterns.map(pattern => {
        if (attribute.of !== 'claim')
            return lowerPattern(pattern, mayBeEmpty);
        // Issuer and subject are one dimension with the rest of the token's principal.
        if (attribute.path.length === 1 && attribute.path[0] === 'iss') {
            return regex(`${source(pattern)}${BETWEEN}[^${BETWEEN}]*`);
        }
        if (attribute.path.length === 1 && attribute.path[0] === 'sub') {
            return regex(`[^${BETWEEN}]*${BETWEEN}${source(pattern)}`);
        }
        return lowerPattern(pattern, mayBeEmpty);
    });
    const [first] = of;
    const any = of.length === 1 && first !== undefined ? first : { is: 'any', of };
    return negated ? { is: 'not', of: any } : any;
}
function lowerPattern(pattern, mayBeEmpty) {
    switch (pattern.is) {
        case 'present':
            return { is: 'present' };
        case 'cidr':
            return { is: 'cidr', value: pattern.value };
        case 'regex':
            return pattern.value === '.+' && !mayBeEmpty ? { is: 'present' } : regex(pattern.value);
        case 'pair': {
            const { issuer, subject } = pattern;
            return issuer.is === 'exact' && subject.is === 'exact'
                ? { is: 'exact', value: `${issuer.value}${BETWEEN}${subject.value}` }
                : regex(`${source(issuer)}${BETWEEN}${source(subject)}`);
        }
        default: {
            const { is, value } = pattern;
            return pattern.ignoreCase === true ? { is, value, ignoreCase: true } : { is, value };
        }
    }
}
function regex(value) {
    return { is: 'regex', value };
}
/** A pattern of a part as RE2 that cannot cross the separator. */
function source(pattern) {
    const any = `[^${BETWEEN}]`;
    switch (pattern.is) {
        case 'present':
            return `${any}*`;
        case 'exact':
            return (0,security_pattern/* quoted */.TL)(pattern.value);
        case 'prefix':
            return `${(0,security_pattern/* quoted */.TL)(pattern.value)}${any}*`;
        case 'suffix':
            return `${any}*${(0,security_pattern/* quoted */.TL)(pattern.value)}`;
        case 'regex':
            return pattern.value === '.+' ? `${any}+` : `(?:${pattern.value})`;
        default:
            return `${any}*`;
    }
}
/** Conjunctions that ask one dimension alone are one, with either of their matchers. */
function mergedConjunctions(all) {
    const single = new Map();
    const result = [];
    for (const lowered of all) {
        const [name, ...others] = Object.keys(lowered.when);
        const matcher = name === undefined ? undefined : lowered.when[name];
        if (name === undefined && lowered.unknown === null)
            return [lowered];
        if (name === undefined ||
            matcher === undefined ||
            others.length > 0 ||
            lowered.unknown !== null) {
            result.push(lowered);
            continue;
        }
        const known = single.get(name);
        if (known === undefined)
            single.set(name, [matcher]);
        else
            known.push(matcher);
    }
    for (const [name, of] of single) {
        const [first] = of;
        if (first === undefined)
            continue;
        const flat = of.flatMap(matcher => (matcher.is === 'any' ? matcher.of : [matcher]));
        const matcher = of.length === 1 ? first : { is: 'any', of: flat };
        result.push({ when: { [name]: matcher }, unknown: null });
    }
    return result;
}
function joinedWhen(first, second) {
    const result = { ...first };
    for (const [name, matcher] of Object.entries(second)) {
        const known = result[name];
        result[name] = known === undefined ? matcher : { is: 'all', of: [known, matcher] };
    }
    return result;
}

// EXTERNAL MODULE: ./build/dataplane/lower/path-domain.js
var path_domain = __webpack_require__(19417);
;// CONCATENATED MODULE: ./build/dataplane/lower/access-dimensions.js



/** Combinations that no request is, by the dimensions that a table has. */
function impossibleAccess(names) {
    const exact = (value) => ({ is: 'exact', value });
    const result = [];
    if (names.has('principal')) {
        result.push({ transport: exact('mtls'), principal: { is: 'absent' } });
        result.push({
            transport: { is: 'any', of: [exact('plaintext'), exact('tls')] },
            principal: { is: 'present' }
        });
    }
    if (names.has('sni'))
        result.push({ transport: exact('plaintext'), sni: { is: 'present' } });
    return result;
}
/** The form of identities that Istio issues, of some trust domains or of any. Source: istio pkg/spiffe. */
function identities(trusted) {
    const domains = trusted === null ? '[a-z0-9.\\-]+' : `(${trusted.map(security_pattern/* quoted */.TL).join('|')})`;
    return { is: 'regex', value: `${domains}/ns/[a-z0-9\\-]+/sa/[a-z0-9.\\-]+` };
}
/** A dimension of access by its name. */
function accessDimension(name, { mesh, natural, trusted, trustedAlone }) {
    const text = { name, theory: 'string', optional: false, multiple: false };
    const known = FIXED[name];
    if (known !== undefined) {
        if (name === 'principal') {
            const domain = identities(trustedAlone === true ? trusted : null);
            return { ...known, domain, natural: natural?.principals ?? [] };
        }
        return known;
    }
    if (name === 'path') {
        return { ...text, domain: (0,path_domain/* pathDomain */.q)(mesh.config.pathNormalization), natural: ['/'] };
    }
    if (name.startsWith('header:')) {
        const multiple = mesh.features.has('policy-header-lines-apart');
        return { ...text, optional: true, multiple, domain: HEADER_VALUE };
    }
    if (name === 'claim:[scope]' || name === 'claim:[permission]') {
        return { ...text, optional: true, multiple: true, domain: { is: 'regex', value: '[!-~]+' } };
    }
    return { ...text, optional: true, multiple: true, domain: { is: 'regex', value: '[ -~]*' } };
}
/** Visible characters; the codec refuses control characters. */
const HEADER_VALUE = { is: 'regex', value: '([!-~]([ -~]*[!-~])?)?' };
const string = { theory: 'string', optional: false, multiple: false };
const FIXED = {
    transport: {
        name: 'transport',
        theory: 'enumeration',
        values: ['mtls', 'plaintext', 'tls'],
        optional: false,
        multiple: false
    },
    principal: { ...string, name: 'principal', optional: true },
    'source ip': { name: 'source ip', theory: 'ip', optional: false, multiple: false },
    'remote ip': { name: 'remote ip', theory: 'ip', optional: false, multiple: false },
    'destination ip': { name: 'destination ip', theory: 'ip', optional: false, multiple: false },
    sni: {
        ...string,
        name: 'sni',
        optional: true,
        domain: { is: 'regex', value: '[a-z0-9_.\\-]+' }
    },
    authority: {
        ...string,
        name: 'authority',
        domain: { is: 'regex', value: '[A-Za-z0-9_.\\-]+(:[0-9]+)?' }
    },
    method: {
        ...string,
        name: 'method',
        domain: { is: 'regex', value: '[A-Z]+(-[A-Z]+)*' },
        natural: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']
    },
    'request principal': {
        ...string,
        name: 'request principal',
        domain: { is: 'regex', value: `[!-~]+${BETWEEN}[!-~]*` }
    },
    signature: {
        name: 'signature',
        theory: 'enumeration',
        values: ['good', 'broken'],
        optional: false,
        multiple: false
    }
};
const ORDER = [
    'transport',
    'principal',
    'source ip',
    'remote ip',
    'signature',
    'request principal',
    'authority',
    'method',
    'path'
];
function inAccessOrder(a, b) {
    const [left, right] = [ORDER.indexOf(a), ORDER.indexOf(b)];
    if (left >= 0 || right >= 0)
        return (left < 0 ? 99 : left) - (right < 0 ? 99 : right);
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/dataplane/lower/attributes.js
const ABSENT = { is: 'constant', values: [] };
const attributes_dimension = (name, mayBeEmpty = false) => ({
    is: 'dimension',
    name,
    mayBeEmpty
});
/** What a condition looks at: a dimension of the table, or what holds for all of its requests. */
function attributeValue(attribute, arrival) {
    const { question, reading, authenticated, tokensRead } = arrival;
    switch (attribute.of) {
        case 'principal':
            return authenticated ? attributes_dimension('principal') : ABSENT;
        case 'source-ip':
            return attributes_dimension('source ip');
        case 'remote-ip':
            // Bytes carry no forwarding headers.
            return attributes_dimension(reading === 'tcp' ? 'source ip' : 'remote ip');
        case 'destination-ip':
            return question.destinationIps.length === 1
                ? { is: 'constant', values: question.destinationIps }
                : attributes_dimension('destination ip');
        case 'port':
            return { is: 'constant', values: [String(question.port.port)] };
        case 'sni':
            return attributes_dimension('sni');
        case 'authority':
        case 'method':
        case 'path':
            return reading === 'tcp' ? ABSENT : attributes_dimension(attribute.of);
        case 'header':
            return headerValue(attribute.name, arrival);
        case 'request-principal':
            return tokensRead ? attributes_dimension('request principal', true) : ABSENT;
        case 'claim': {
            if (!tokensRead)
                return ABSENT;
            const [first = ''] = attribute.path;
            const whole = attribute.path.length === 1 && (first === 'iss' || first === 'sub');
            return whole
                ? attributes_dimension('request principal', true)
                : attributes_dimension(`claim:${attribute.path.map(name => `[${name}]`).join('')}`, true);
        }
        case 'metadata':
            return metadataValue(attribute.filter, attribute.key, arrival);
    }
}
function headerValue(name, { question, reading, tokensRead }) {
    if (reading === 'tcp')
        return ABSENT;
    if (name === ':scheme')
        return { is: 'constant', values: ['http'] };
    if (name === ':path') {
        return { is: 'unknown', reason: 'a condition on :path, which holds the query' };
    }
    const written = question.keeper.jwt.some(({ payloadHeader, claimHeaders }) => payloadHeader === name || claimHeaders.some(({ header }) => header === name));
    if (!written)
        return attributes_dimension(`header:${name}`, true);
    // What the client sends is taken away; a good token puts its own there.
    return tokensRead
        ? { is: 'unknown', reason: `a condition on header ${name}, which the token filter writes` }
        : ABSENT;
}
/** Dry runs and CUSTOM leave verdicts behind; no other filter that istiod configures does. */
function metadataValue(filter, key, { question, reading }) {
    const { custom, deny, allow } = reading === 'http' ? question.keeper.http : question.keeper.tcp;
    const leaves = custom.length > 0 || [deny, allow].some(layer => layer?.shadow != null);
    const written = filter.endsWith('.rbac') && key.includes('shadow');
    return leaves && written
        ? { is: 'unknown', reason: `a condition on ${filter}[${key}], the verdict of another policy` }
        : ABSENT;
}

// EXTERNAL MODULE: ./build/dataplane/security/token-location.js
var token_location = __webpack_require__(83401);
;// CONCATENATED MODULE: ./build/dataplane/lower/tokens.js



/**
 * What becomes of one token at one place: `null` where no provider looks there, and it counts as none. Time
 * is folded into the signature: an expired token is a broken one.
 */
function refusedTokens(providers, location) {
    const reading = providers.flatMap(provider => {
        const reads = provider.locations.map(one => (0,token_location/* readFrom */.zP)(one, location));
        if (reads.includes('whole'))
            return [{ provider, whole: true }];
        return reads.includes('in part') ? [{ provider, whole: false }] : [];
    });
    const [first] = reading;
    if (first === undefined)
        return null;
    const able = reading.filter(one => one.whole).map(one => one.provider);
    const usable = able.filter(({ keyless }) => keyless === null);
    const refused = [];
    if (!usable.some(({ issuer }) => issuer === '')) {
        const issuers = usable.map(({ issuer }) => issuerIs(issuer));
        const when = issuers.length === 0
            ? {}
            : { 'request principal': { is: 'not', of: { is: 'any', of: issuers } } };
        const keyless = able.find(one => one.keyless !== null);
        const reason = keyless === undefined
            ? 'the issuer of the token is not configured'
            : `the issuer of the token is not configured, or no key verifies it: ${keyless.keyless}`;
        refused.push({ when, status: 401, reason, by: first.provider });
    }
    for (const [issuer, group] of byIssuer(usable)) {
        const [by] = group;
        if (by === undefined || group.some(({ audiences }) => audiences.length === 0))
            continue;
        const when = issuer === '' ? {} : { 'request principal': issuerIs(issuer) };
        const audiences = group.flatMap(provider => provider.audiences.flatMap(spellings));
        const wrong = { is: 'not', of: { is: 'any', of: audiences } };
        const reason = 'the audience of the token is not allowed';
        refused.push({ when: { ...when, 'claim:[aud]': wrong }, status: 403, reason, by });
    }
    refused.push({
        when: { signature: { is: 'exact', value: 'broken' } },
        status: 401,
        reason: 'the signature of the token is not good',
        by: first.provider
    });
    return refused;
}
function byIssuer(providers) {
    const groups = new Map();
    for (const provider of providers) {
        const known = groups.get(provider.issuer);
        if (known === undefined)
            groups.set(provider.issuer, [provider]);
        else
            known.push(provider);
    }
    // One that takes any issuer takes those of the others too.
    const any = groups.get('') ?? [];
    for (const [issuer, group] of groups)
        if (issuer !== '')
            group.push(...any);
    return groups;
}
function issuerIs(issuer) {
    return { is: 'regex', value: `${(0,security_pattern/* quoted */.TL)(issuer)}${BETWEEN}[^${BETWEEN}]*` };
}
/** Scheme and a slash at the end of an audience do not count. */
function spellings(audience) {
    const bare = audience.replace(/^https?:\/\//, '').replace(/\/$/, '');
    return ['', 'http://', 'https://'].flatMap(scheme => ['', '/'].map((end) => ({ is: 'exact', value: `${scheme}${bare}${end}` })));
}

;// CONCATENATED MODULE: ./build/dataplane/lower/access.js





const TRANSPORTS = ['mtls', 'plaintext', 'tls'];
/**
 * Transport, tokens and policies of one port as one ordered table: what is refused by transport, by a
 * provider that cannot be asked, by the token filter, by DENY, then what ALLOW and the providers let pass.
 */
function lowerAccess(question) {
    const rows = [];
    for (const { acceptance, transports } of acceptances(question)) {
        const when = transportIs(transports);
        if (acceptance.kind !== 'accepted') {
            const { kind, reason } = acceptance;
            rows.push({ when, action: action(kind, 'transport', reason), origin: null });
            continue;
        }
        const arrival = {
            question,
            reading: acceptance.reading,
            authenticated: acceptance.authenticated,
            tokensRead: false
        };
        for (const row of arrivalRows(arrival))
            rows.push({ ...row, when: joinedWhen(when, row.when) });
    }
    const names = new Set(['transport', ...rows.flatMap(row => Object.keys(row.when))]);
    if (question.location !== null)
        names.add('request principal').add('signature');
    return {
        dimensions: [...names].sort(inAccessOrder).map(name => accessDimension(name, question)),
        rows,
        otherwise: action('allow', 'none', 'nothing denies it'),
        impossible: impossibleAccess(names)
    };
}
function transportIs(transports) {
    const of = transports.map((value) => ({ is: 'exact', value }));
    const [first] = of;
    if (first === undefined || of.length === TRANSPORTS.length)
        return {};
    return { transport: of.length === 1 ? first : { is: 'any', of } };
}
/** Ways to arrive that the port treats alike. */
function acceptances({ mode, port, speaks, place }) {
    const groups = new Map();
    for (const transport of TRANSPORTS) {
        const acceptance = place === 'gateway'
            ? {
                kind: 'accepted',
                reading: port.reading === 'http' ? 'http' : 'tcp',
                authenticated: transport === 'mtls',
                arrived: transport
            }
            : (0,security_transport/* accept */.J)(mode, port, { transport, http: speaks === 'http', trusted: true });
        const { kind } = acceptance;
        const key = kind === 'accepted' ? `${acceptance.reading} ${acceptance.authenticated}` : acceptance.reason;
        const known = groups.get(key);
        if (known === undefined)
            groups.set(key, { acceptance, transports: [transport] });
        else
            known.transports.push(transport);
    }
    return groups.values();
}
function arrivalRows(arrival) {
    const { question, reading, authenticated } = arrival;
    const authorization = reading === 'http' ? question.keeper.http : question.keeper.tcp;
    const rows = [];
    const { trusted } = question;
    const asks = question.trustedAlone !== true && question.place === 'sidecar';
    if (authenticated && trusted !== null && asks) {
        const of = trusted.map((domain) => ({ is: 'prefix', value: `${domain}/` }));
        const reason = "the client's trust domain is neither the mesh's nor an alias";
        const when = { principal: { is: 'not', of: { is: 'any', of } } };
        rows.push({ when, action: action('reset', 'transport', reason), origin: null });
    }
    rows.push(...customDenials(authorization, arrival));
    const tokens = question.location === null || reading === 'tcp'
        ? null
        : refusedTokens(question.keeper.jwt, question.location);
    for (const { when, status, reason, by } of tokens ?? []) {
        const kind = status === 401 ? 'unauthenticated' : 'deny';
        rows.push({ when, action: { ...action(kind, 'token', reason), token: by }, origin: null });
    }
    rows.push(...policyRows(authorization, { ...arrival, tokensRead: tokens !== null }, arrival));
    return rows;
}
function customDenials(authorization, arrival) {
    const kind = arrival.reading === 'http' ? 'deny' : 'close';
    return authorization.custom.flatMap(({ provider, rules, denied }) => {
        const denying = 'unusable' in provider ? rules : denied;
        const reason = 'unusable' in provider ? provider.unusable : 'dry-run of CUSTOM denies';
        return denying.flatMap(rule => ruleRows(rule, arrival, action(kind, 'CUSTOM', reason, rule)));
    });
}
function policyRows(authorization, arrival, beforeTokens) {
    const refusal = arrival.reading === 'http' ? 'deny' : 'close';
    const denied = (authorization.deny?.enforced ?? []).flatMap(rule => ruleRows(rule, arrival, action(refusal, 'DENY', 'a DENY rule matches', rule)));
    const allowed = authorization.allow === null || authorization.allow.enforced === null
        ? [{ when: {}, action: action('allow', 'none', 'no ALLOW policy applies'), origin: null }]
        : authorization.allow.enforced.flatMap(rule => ruleRows(rule, arrival, action('allow', 'ALLOW', 'an ALLOW rule matches', rule)));
    const reason = 'ALLOW policies apply and no rule matches';
    const closed = {
        when: {},
        action: action(refusal, 'ALLOW', reason),
        origin: authorization.allow?.policies[0] ?? null
    };
    return [...denied, ...asked(authorization, beforeTokens, allowed), ...allowed, closed];
}
/** What passes ALLOW and matches CUSTOM passes if the provider agrees. */
function asked({ custom }, arrival, allowed) {
    const asking = custom.flatMap(({ provider, rules }) => 'unusable' in provider
        ? []
        : rules.flatMap(rule => {
            const reason = `provider ${provider.name} decides`;
            const one = { ...action('ask', 'CUSTOM', reason, rule), providers: [provider.name] };
            return ruleRows(rule, arrival, one);
        }));
    return allowed.flatMap(allow => asking.map(row => ({
        ...row,
        when: joinedWhen(row.when, allow.when),
        action: allow.action.kind === 'unknown' ? allow.action : row.action
    })));
}
function ruleRows(rule, arrival, decided) {
    const attributeOf = (condition) => attributeValue(condition.attribute, arrival);
    const lower = (conjunctions) => mergedConjunctions(conjunctions.flatMap(one => lowerConjunction(one, attributeOf) ?? []));
    const sources = lower(rule.from);
    return lower(rule.to).flatMap(to => sources.map(from => {
        const unknown = to.unknown ?? from.unknown;
        const said = unknown === null ? decided : { ...decided, kind: 'unknown', reason: unknown };
        return { when: joinedWhen(from.when, to.when), action: said, origin: rule.manifest };
    }));
}
function action(kind, layer, reason, rule = null) {
    return { kind, layer, reason, rule, providers: [], token: null };
}
/** Everything that AUDIT writes down, enforced or dry, and every rule that dry-run policies would decide. */
function lowerAudit(question) {
    const { keeper, speaks } = question;
    const reading = speaks === 'tcp' || question.port.reading === 'tcp' ? 'tcp' : 'http';
    const arrival = { question, reading, authenticated: true, tokensRead: true };
    const { audit, deny, allow } = reading === 'http' ? keeper.http : keeper.tcp;
    const rows = [];
    const put = (rules, action) => {
        for (const rule of rules) {
            for (const { when } of ruleRows(rule, arrival, NOTED)) {
                rows.push({ when, action, origin: rule.manifest });
            }
        }
    };
    put(audit?.enforced ?? [], 'written down');
    put(audit?.shadow ?? [], 'written down');
    put(deny?.shadow ?? [], 'counted as denied (dry-run)');
    put(allow?.shadow ?? [], 'counted as allowed (dry-run)');
    const names = new Set(rows.flatMap(row => Object.keys(row.when)));
    return {
        dimensions: [...names].sort(inAccessOrder).map(name => accessDimension(name, question)),
        rows,
        otherwise: 'nothing',
        impossible: []
    };
}
const NOTED = action('allow', 'none', '');

// EXTERNAL MODULE: ./build/dataplane/security/inbound.js + 1 modules
var security_inbound = __webpack_require__(60366);
// EXTERNAL MODULE: ./build/dataplane/security/gateway-pod.js
var gateway_pod = __webpack_require__(48460);
;// CONCATENATED MODULE: ./build/effects/server-ports.js




/**
 * Ports that a Service, a Sidecar or a policy names on either side, and one that stands for all others; of
 * gateways those on which they listen.
 */
function bothPorts(base, head, server) {
    if (server.role === 'gateway')
        return gatewayPorts(base, head, server);
    const before = (0,security_inbound/* securityOf */.K)(base.compilation).inbound(server.base);
    const after = (0,security_inbound/* securityOf */.K)(head.compilation).inbound(server.head);
    const numbers = new Set();
    for (const { ports, policies } of [before, after]) {
        for (const { port } of ports.declared)
            numbers.add(port);
        for (const { spec } of policies)
            for (const port of portsNamed(spec))
                numbers.add(port);
    }
    for (const mesh of [base.mesh, head.mesh]) {
        for (const port of peerPorts(mesh, server.namespace))
            numbers.add(port);
    }
    let other = 8080;
    while (numbers.has(other))
        other += 1;
    const all = [...numbers].sort((a, b) => a - b);
    const both = (port, sample) => ({
        port,
        sample,
        base: before.ports.port(sample),
        head: after.ports.port(sample)
    });
    return [...all.map(port => both(port, port)), both(null, other)];
}
function portsNamed(spec) {
    const named = (0,json/* list */.p_)((0,json/* mapOrEmpty */.B4)(spec).rules).flatMap(rule => {
        const { to, when } = (0,json/* mapOrEmpty */.B4)(rule);
        const operations = (0,json/* list */.p_)(to).flatMap(entry => {
            const operation = (0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)(entry).operation);
            return [...(0,json/* texts */.Te)(operation.ports), ...(0,json/* texts */.Te)(operation.notPorts)];
        });
        const conditions = (0,json/* list */.p_)(when).flatMap(entry => {
            const { key, values, notValues } = (0,json/* mapOrEmpty */.B4)(entry);
            return key === 'destination.port' ? [...(0,json/* texts */.Te)(values), ...(0,json/* texts */.Te)(notValues)] : [];
        });
        return [...operations, ...conditions];
    });
    return named.map(Number).filter(port => Number.isInteger(port) && port > 0 && port < 65536);
}
function peerPorts(mesh, namespace) {
    return mesh
        .of('PeerAuthentication')
        .filter(({ ref }) => ref.namespace === namespace)
        .flatMap(({ spec }) => Object.keys((0,json/* mapOrEmpty */.B4)(spec.portLevelMtls)).map(Number))
        .filter(port => Number.isInteger(port) && port > 0);
}
function gatewayPorts(base, head, server) {
    const before = listening(base, server.base);
    const after = listening(head, server.head);
    const ports = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b);
    return ports.flatMap(port => {
        const [one, other] = [before.get(port), after.get(port)];
        // What listens on one side alone is exposure, not access.
        if (one === undefined || other === undefined)
            return [];
        return [{ port, sample: port, base: one, head: other }];
    });
}
function listening(plane, pod) {
    const found = new Map();
    if (pod.labels[policy_attachment/* GATEWAY_NAME */.te] !== undefined) {
        for (const { spec } of plane.mesh.of('Gateway', 'gateway.networking.k8s.io')) {
            for (const entry of (0,json/* list */.p_)(spec.listeners)) {
                const port = (0,json/* number */.ai)((0,json/* mapOrEmpty */.B4)(entry).port);
                const reading = port === undefined ? null : (0,gateway_pod/* gatewayApiReading */.F)(plane.mesh, pod, port);
                if (port !== undefined && reading !== null)
                    found.set(port, { port, reading, origins: [] });
            }
        }
        return found;
    }
    const view = plane.config({
        type: 'gateway',
        id: `gateway of ${pod.namespace} ${JSON.stringify(pod.labels)}`,
        description: `gateway pods in ${pod.namespace}`,
        namespace: pod.namespace,
        labels: pod.labels,
        certainty: 'certain',
        assumptions: []
    });
    for (const { port, filterChains } of view.listeners) {
        const http = filterChains.some(chain => chain.routeConfig !== undefined);
        found.set(port, { port, reading: http ? 'http' : 'tcp', origins: [] });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/effects/access.js







/** Everything that one server class lets in differently. */
function compareAccess(base, head, server, callers, memory) {
    const changes = [];
    const audits = [];
    const gaps = [];
    let tables = 0;
    let classes = 0;
    const sides = { base: sideOf(base, server, 'base'), head: sideOf(head, server, 'head') };
    const trustedAlone = (0,fingerprint/* canonical */.$)(sides.base.trusted) === (0,fingerprint/* canonical */.$)(sides.head.trusted);
    for (const port of bothPorts(base, head, server)) {
        tables += 1;
        if (sameEverywhere(sides, port, base, head))
            continue;
        for (const speaks of speaking(port)) {
            for (const location of locationsOf(sides, speaks)) {
                const ask = (side) => questionOf(sides[side], side, { server, port, speaks, location, callers, trustedAlone });
                const questions = { base: ask('base'), head: ask('head') };
                const found = memory.access(access_keyOf(sides, port, server, speaks, location), () => compare(lowerAccess(questions.base), lowerAccess(questions.head), {
                    keyOf: behaviourKey,
                    mergeBy: 'actions'
                }));
                if (found.kind !== 'compared') {
                    gaps.push({ server, message: gapWords(found) });
                    continue;
                }
                classes += found.counts.classes;
                for (const difference of found.differences) {
                    changes.push({ server, port, speaks, location, difference, questions });
                }
            }
            const question = { server, port, speaks, location: null, callers, trustedAlone };
            const audit = memory.audit(access_keyOf(sides, port, server, speaks, null), () => compare(lowerAudit(questionOf(sides.base, 'base', question)), lowerAudit(questionOf(sides.head, 'head', question)), { keyOf: action => action, mergeBy: 'actions' }));
            if (audit.kind !== 'compared')
                continue;
            for (const difference of audit.differences)
                audits.push({ server, port, difference });
        }
    }
    return { changes, audits, gaps, tables, classes };
}
/** Comparisons of equal questions are made once: thousands of pods share the same few policies. */
class ComparisonMemory {
    #access = new Map();
    #audit = new Map();
    access(key, make) {
        return access_remembered(this.#access, key, make);
    }
    audit(key, make) {
        return access_remembered(this.#audit, key, make);
    }
}
function access_remembered(known, key, make) {
    let found = known.get(key);
    if (found === undefined) {
        found = make();
        known.set(key, found);
    }
    return found;
}
function access_keyOf(sides, port, { role }, speaks, location) {
    return [
        role,
        speaks,
        location === null ? '' : (0,token_location/* locationText */.fN)(location),
        port.sample,
        portKey(sides.base, port, 'base'),
        portKey(sides.head, port, 'head'),
        policyKey(sides.base),
        policyKey(sides.head)
    ].join('\n\n');
}
/** Equal keys: no request tells the difference. Which rule decides is not behaviour. */
function behaviourKey({ kind, providers, reason, layer }) {
    if (layer === 'token')
        return 'token refused';
    if (kind === 'unknown')
        return `unknown ${reason}`;
    return kind === 'ask' ? `ask ${providers.join()}` : kind;
}
function sideOf(plane, server, side) {
    const security = (0,security_inbound/* securityOf */.K)(plane.compilation);
    const inbound = security.inbound(server[side]);
    return { plane, keeper: inbound.keeper, mode: inbound.mode, trusted: security.trusted };
}
/** The same policies, mode and reading of bytes under the same version and configuration. */
function sameEverywhere(sides, port, base, head) {
    return (base.mesh.version.minor === head.mesh.version.minor &&
        contentOf(base.mesh.config.raw) === contentOf(head.mesh.config.raw) &&
        portKey(sides.base, port, 'base') === portKey(sides.head, port, 'head') &&
        policyKey(sides.base) === policyKey(sides.head));
}
const contents = new WeakMap();
function contentOf(value) {
    let text = contents.get(value);
    if (text === undefined) {
        text = JSON.stringify(value);
        contents.set(value, text);
    }
    return text;
}
function portKey(side, port, name) {
    const { reading, tls } = port[name];
    return `${side.mode(port.sample).mode} ${reading} ${tls?.mode ?? ''}`;
}
const keeperKeys = new WeakMap();
/** A short name for each content. */
const access_numbers = new Map();
/** Equal keys: the same policies by content. */
function policyKey({ keeper }) {
    let key = keeperKeys.get(keeper);
    if (key === undefined) {
        const manifests = new Set([...keeper.policies, ...keeper.jwt.map(({ manifest }) => manifest)]);
        const content = (0,fingerprint/* canonical */.$)([...manifests].map(one => [one.ref, one.spec, (0,authorization/* isDryRun */.vG)(one)]));
        key = access_numbers.get(content) ?? String(access_numbers.size);
        access_numbers.set(content, key);
        keeperKeys.set(keeper, key);
    }
    return key;
}
/** Clients that speak HTTP and, where either side does not read it everywhere, clients that do not. */
function speaking({ base, head }) {
    const readings = [base.reading, head.reading];
    if (readings.every(reading => reading === 'http'))
        return ['http'];
    return readings.every(reading => reading === 'tcp') ? ['tcp'] : ['http', 'tcp'];
}
/** No token, and one at each place where some provider of a side looks. */
function locationsOf({ base, head }, speaks) {
    if (speaks === 'tcp')
        return [null];
    const found = new Map();
    for (const { locations } of [...base.keeper.jwt, ...head.keeper.jwt]) {
        for (const location of locations)
            found.set((0,token_location/* locationText */.fN)(location), location);
    }
    return [null, ...found.values()];
}
function questionOf({ plane, keeper, mode, trusted }, side, { server, port, speaks, location, callers, trustedAlone }) {
    return {
        mesh: plane.mesh,
        keeper,
        port: port[side],
        mode: mode(port.sample).mode,
        trusted,
        trustedAlone,
        speaks,
        location,
        destinationIps: [],
        place: server.role,
        natural: { principals: callers.principals }
    };
}
function gapWords(found) {
    if (found.kind === 'malformed') {
        return `a pattern cannot be compiled: ${found.matchers[0]?.reason ?? ''}`;
    }
    const where = found.dimension === null ? '' : ` of ${found.dimension}`;
    return `the rules${where} are too intertwined: more than ${found.allowed} ${found.limit}`;
}

;// CONCATENATED MODULE: ./build/effects/access-causes.js



/** Changed objects that bear on what a server lets in, as their changed lines. */
function accessCauses(server, topic, context) {
    const bearing = context.changes.filter(one => !one.equal && bears(one, server, context));
    const close = bearing.filter(one => topicOf(one) === topic);
    const relevant = close.length > 0 ? close : bearing;
    return relevant.flatMap(causesOfChange);
}
const causesKnown = new WeakMap();
/** The changed lines of one object. */
function causesOfChange(change) {
    let found = causesKnown.get(change);
    if (found === undefined) {
        found = changedLines(change);
        causesKnown.set(change, found);
    }
    return found;
}
/** The lines of one object that differ, on each side that has them. */
function changedLines({ base, head }) {
    if (base === null && head === null)
        return [];
    if (base === null || head === null) {
        const [side, manifest] = base === null ? ['head', head] : ['base', base];
        if (manifest === null)
            return [];
        const note = side === 'head' ? 'this object is new' : 'this object was removed';
        return [{ side, ref: manifest.ref, at: { manifest, path: ['metadata', 'name'] }, note }];
    }
    const fields = fieldChanges(base.object, head.object);
    const before = access_causes_shared(fields.map(field => field.before));
    const after = access_causes_shared(fields.map(field => field.after));
    const causes = [];
    if (before !== null) {
        const at = { manifest: base, path: before };
        causes.push({ side: 'base', ref: base.ref, at, note: 'this was changed or removed' });
    }
    if (after !== null) {
        const at = { manifest: head, path: after };
        causes.push({ side: 'head', ref: head.ref, at, note: 'this is changed or new' });
    }
    return causes;
}
/** The deepest field that holds all of these; `null`: there is none. */
function access_causes_shared(paths) {
    let common = null;
    for (const path of paths) {
        if (path === null)
            continue;
        if (common === null)
            common = path;
        else {
            let length = 0;
            while (length < common.length && common[length] === path[length])
                length++;
            common = common.slice(0, length);
        }
    }
    return common;
}
/** Mutual TLS has policies of its own; everything else can decide about either. */
function topicOf({ base, head }) {
    switch ((head ?? base)?.ref.kind) {
        case 'PeerAuthentication':
            return 'transport';
        case 'AuthorizationPolicy':
        case 'RequestAuthentication':
            return 'policy';
        default:
            return 'pods';
    }
}
/** Policies that apply to the pods on either side, and what makes them be those pods. */
function bears({ base, head }, server, context) {
    const manifest = head ?? base;
    if (manifest === null)
        return false;
    const { kind, namespace, name } = manifest.ref;
    switch (kind) {
        case 'AuthorizationPolicy':
        case 'RequestAuthentication':
            return applying(server, context).has((0,mesh_order/* refKey */.XF)(manifest.ref));
        case 'PeerAuthentication':
            return (namespace === server.namespace ||
                namespace === context.head.mesh.config.rootNamespace ||
                namespace === context.base.mesh.config.rootNamespace);
        case 'Service':
        case 'Sidecar':
            return namespace === server.namespace;
        case 'Namespace':
            return name === server.namespace;
        default:
            return server.workloads.includes(name) && namespace === server.namespace;
    }
}
const known = new WeakMap();
function applying(server, { base, head }) {
    let found = known.get(server);
    if (found === undefined) {
        const keys = new Set();
        for (const [plane, pod] of [
            [base, server.base],
            [head, server.head]
        ]) {
            for (const { ref } of policiesOf(plane, pod))
                keys.add((0,mesh_order/* refKey */.XF)(ref));
        }
        found = keys;
        known.set(server, found);
    }
    return found;
}
function policiesOf({ compilation }, pod) {
    const security = (0,security_inbound/* securityOf */.K)(compilation);
    return [...security.authorization.policies(pod), ...security.authentication.policies(pod)];
}
/** Changes that a set of causes names. */
function changesOf(causes, changes) {
    return changes.filter(({ base, head }) => causes.some(cause => [base, head].some(one => one !== null && (0,mesh_order/* sameRef */.WY)(one.ref, cause.ref))));
}

;// CONCATENATED MODULE: ./build/effects/access-kind.js
function access_kind_fateOf({ kind }) {
    switch (kind) {
        case 'allow':
            return 'passes';
        case 'ask':
            return 'asked';
        case 'deny':
        case 'close':
            return 'denied';
        case 'unauthenticated':
            return 'unauthenticated';
        case 'reset':
        case 'bad-request':
            return 'refused';
        case 'unknown':
            return null;
    }
}
/**
 * The name of a change from one fate to another; `null`: no person would call it one, since the request fails
 * on both sides. `mutual`: the client brings a certificate of the mesh.
 */
function accessVerdict(before, after, mutual) {
    const [from, to] = [access_kind_fateOf(before), access_kind_fateOf(after)];
    if (from === null || to === null)
        return 'unknown';
    if (to === 'refused')
        return refused(from, mutual);
    if (from === 'refused')
        return accepted(to, mutual);
    if (before.layer === 'token' || after.layer === 'token')
        return tokens(from, to);
    if (from === 'asked' || to === 'asked')
        return delegated(from, to);
    if (from === to)
        return null;
    return to === 'passes'
        ? { kind: 'access-granted', direction: 'widen', severity: 'error' }
        : { kind: 'access-revoked', direction: 'narrow', severity: 'warning' };
}
function refused(from, mutual) {
    if (from === 'refused')
        return null;
    const lost = from === 'passes' || from === 'asked';
    if (mutual) {
        return lost ? { kind: 'connection-broken', direction: 'break', severity: 'error' } : null;
    }
    const severity = lost ? 'warning' : 'info';
    return { kind: 'mtls-strengthened', direction: 'narrow', severity };
}
function accepted(to, mutual) {
    const gained = to === 'passes' || to === 'asked';
    if (mutual) {
        return gained ? { kind: 'connection-repaired', direction: 'repair', severity: 'info' } : null;
    }
    const severity = gained ? 'error' : 'warning';
    return { kind: 'mtls-weakened', direction: 'widen', severity };
}
function tokens(from, to) {
    if (from === to)
        return null;
    const gained = to === 'passes' || to === 'asked';
    const lost = from === 'passes' || from === 'asked';
    if (gained === lost)
        return null;
    return gained
        ? { kind: 'authentication-changed', direction: 'widen', severity: 'error' }
        : { kind: 'authentication-changed', direction: 'narrow', severity: 'warning' };
}
function delegated(from, to) {
    if (from === 'asked' && to === 'asked') {
        return { kind: 'delegation-changed', direction: 'move', severity: 'warning' };
    }
    const widens = to === 'passes' || (to === 'asked' && from !== 'passes');
    if (to !== 'asked' && !widens) {
        return { kind: 'access-revoked', direction: 'narrow', severity: 'warning' };
    }
    return widens
        ? { kind: 'delegation-changed', direction: 'widen', severity: 'error' }
        : { kind: 'delegation-changed', direction: 'narrow', severity: 'warning' };
}

;// CONCATENATED MODULE: ./build/effects/access-steps.js



/** The command that shows what a running pod of the class enforces. */
function verifyAccess(server, { port }, kind) {
    const namespace = shellWord(server.namespace);
    const pod = access_steps_podOf(server, namespace);
    if (kind.startsWith('mtls') || kind.startsWith('connection')) {
        const which = port === null ? '--port 15006' : `--port 15006 -o json | grep -n ${port}`;
        return `istioctl proxy-config listeners ${pod} -n ${namespace} ${which}`;
    }
    return `istioctl experimental authz check ${pod} -n ${namespace}`;
}
function access_steps_podOf({ head, workloads }, namespace) {
    const labels = Object.entries(head.labels)
        .filter(([key]) => !key.includes('pod-template-hash'))
        .map(([key, value]) => `${key}=${value}`)
        .sort();
    const selector = labels.length === 0 ? '' : ` -l ${shellWord(labels.join(','))}`;
    if (workloads.length === 0 && labels.length === 0)
        return '"$POD"';
    return `"$(kubectl get pod -n ${namespace}${selector} -o name | head -n 1 | cut -d / -f 2)"`;
}
/**
 * What moves when the effect shows, as the server's proxy reports it.
 * Source: istio.io/latest/docs/reference/config/metrics.
 */
function watchAccess({ namespace, workloads }, speaks, kind) {
    const [only] = workloads;
    const workload = only === undefined || workloads.length > 1 ? '' : `, destination_workload="${only}"`;
    const matcher = `reporter="destination", destination_workload_namespace="${namespace}"${workload}`;
    const transport = kind.startsWith('mtls') || kind.startsWith('connection');
    const by = transport ? 'connection_security_policy, source_workload' : 'source_principal';
    if (speaks === 'tcp') {
        return `sum by (${by}) (rate(istio_tcp_connections_opened_total{${matcher}}[5m]))`;
    }
    const codes = transport ? 'response_flags' : 'response_code, response_flags';
    return `sum by (${by}, ${codes}) (rate(istio_requests_total{${matcher}}[5m]))`;
}
/**
 * Back in an order that opens nothing on the way: policies first, what exposes and labels next, mutual TLS
 * last.
 */
function rollbackSecurity(causes, changes) {
    const groups = [[], [], []];
    for (const change of changesOf(causes, changes)) {
        if (!change.equal)
            groups[rankOf(change)]?.push(change);
    }
    return groups
        .filter(group => group.length > 0)
        .map(group => stepWords({
        apply: group.flatMap(({ base }) => base ?? []),
        remove: group.flatMap(({ base, head }) => (base === null && head !== null ? [head] : []))
    }))
        .join(', then ');
}
function rankOf({ base, head }) {
    const kind = (head ?? base)?.ref.kind ?? '';
    if (kind === 'AuthorizationPolicy' || kind === 'RequestAuthentication')
        return 0;
    return kind === 'PeerAuthentication' ? 2 : 1;
}

;// CONCATENATED MODULE: ./build/effects/servers.js





/** More sets of labels than this in one namespace are not told apart. */
const MAX_SELECTORS = 64;
/** The server classes of the namespaces in question, refined over both sides. */
function serverClasses(base, head, scope) {
    const classes = [];
    const namespaces = scope.namespaces ?? namespacesOf(base, head);
    for (const namespace of [...namespaces].sort())
        classes.push(...inNamespace(base, head, namespace));
    if (scope.namespaces === null)
        classes.push(...inNamespace(base, head, ANY_NAMESPACE));
    return classes;
}
/** Stands for namespaces that git does not name. */
const ANY_NAMESPACE = 'any-other-namespace';
function namespacesOf(base, head) {
    return new Set([...base.namespaces, ...head.namespaces]);
}
function inNamespace(base, head, namespace) {
    const selectors = selectorsIn(base, head, namespace);
    const satisfied = (labels) => selectors
        .filter(selector => (0,mesh_selector/* selects */.ko)(selector, labels))
        .map(mesh_selector/* selectorText */.nM)
        .join(' & ');
    const groups = new Map();
    const met = new Set();
    const before = new Map(base.workloadsIn(namespace).map(one => [servers_keyOf(one), one]));
    for (const after of head.workloadsIn(namespace)) {
        const old = before.get(servers_keyOf(after));
        const pods = old ?? after;
        met.add(satisfied(pods.labels)).add(satisfied(after.labels));
        if (old === undefined || !serves(base, old) || !serves(head, after))
            continue;
        const role = roleOf(head, after);
        const parts = [role, satisfied(old.labels), satisfied(after.labels), after.labels[policy_attachment/* GATEWAY_NAME */.te]];
        const ports = old.ports === after.ports ? '' : [old.ports, after.ports].map(portsText).join();
        const key = JSON.stringify([...parts, portsText(after.ports), ports]);
        const known = groups.get(key);
        const one = { name: after.name, base: old, head: after };
        if (known === undefined)
            groups.set(key, [one]);
        else
            known.push(one);
    }
    const classes = [];
    for (const [key, group] of groups)
        classes.push(knownClass(namespace, key, group, head));
    const assumed = [...selectors].map(selector => ({ selector, key: satisfied(selector) }));
    for (const { selector, key } of [{ selector: {}, key: satisfied({}) }, ...assumed]) {
        if (met.has(key) && !(0,mesh_selector/* isEmptySelector */.xh)(selector))
            continue;
        met.add(key);
        classes.push(assumedClass(namespace, selector, groups.size > 0 || selectors.length > 0));
    }
    return classes;
}
function servers_keyOf({ manifest, name }) {
    return `${manifest.ref.kind} ${name}`;
}
function portsText(ports) {
    return ports.map(({ name, number }) => `${name}:${number}`).join();
}
/** Pods whose proxy is a sidecar or a gateway: others are compared as membership, or not at all. */
function serves(mesh, workload) {
    if (workload.manifest.ref.kind === 'WorkloadEntry')
        return false;
    return (0,membership/* membership */.x)(workload, mesh.namespaceLabelsOf(workload.namespace)).mode === 'sidecar';
}
function roleOf(mesh, workload) {
    const role = (0,gateway_pod/* proxyRole */.n)(mesh, workload);
    return role === 'sidecar' ? 'sidecar' : 'gateway';
}
function knownClass(namespace, key, group, head) {
    const [first] = group;
    if (first === undefined)
        throw new Error('an empty class of servers');
    const workloads = group.map(one => one.name).sort();
    const { known } = (0,membership/* membership */.x)(first.head, head.namespaceLabelsOf(namespace));
    return {
        id: `server ${namespace} ${key}`,
        namespace,
        description: workloads.join(', '),
        workloads,
        base: servers_podOf(first.base),
        head: servers_podOf(first.head),
        role: roleOf(head, first.head),
        assumptions: known
            ? []
            : workloads.map(workload => ({ kind: 'workload-in-mesh', params: { namespace, workload } }))
    };
}
function servers_podOf({ namespace, labels, ports }) {
    return { namespace, labels, ports };
}
function assumedClass(namespace, selector, divided) {
    const words = (0,mesh_selector/* isEmptySelector */.xh)(selector)
        ? divided
            ? 'other pods'
            : 'pods'
        : `pods with ${(0,mesh_selector/* selectorText */.nM)(selector)}`;
    const pod = { namespace, labels: selector, ports: [] };
    const anywhere = namespace === ANY_NAMESPACE;
    return {
        id: `server ${namespace} assumed ${(0,mesh_selector/* selectorText */.nM)(selector)}`,
        namespace,
        description: words,
        workloads: [],
        base: pod,
        head: pod,
        role: 'sidecar',
        assumptions: [
            {
                kind: 'workload-exists',
                params: { namespace: anywhere ? '*' : namespace, labels: (0,mesh_selector/* selectorText */.nM)(selector) }
            }
        ]
    };
}
/** Label sets by which policies, Services and Sidecars tell the pods of a namespace apart, on either side. */
function selectorsIn(base, head, namespace) {
    const found = new Map();
    const put = (labels) => {
        if (!(0,mesh_selector/* isEmptySelector */.xh)(labels) && found.size < MAX_SELECTORS) {
            found.set((0,mesh_selector/* selectorText */.nM)(labels), labels);
        }
    };
    for (const mesh of [base, head]) {
        for (const labels of indexOf(mesh).get(namespace) ?? [])
            put(labels);
        const { rootNamespace } = mesh.config;
        if (namespace === rootNamespace)
            continue;
        for (const labels of policySelectors(mesh, rootNamespace))
            put(labels);
    }
    return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, labels]) => labels);
}
const POLICIES = ['AuthorizationPolicy', 'RequestAuthentication', 'PeerAuthentication'];
const servers_indexes = new WeakMap();
function indexOf(mesh) {
    const known = servers_indexes.get(mesh);
    if (known !== undefined)
        return known;
    const index = new Map();
    const put = (namespace, labels) => {
        const own = index.get(namespace);
        if (own === undefined)
            index.set(namespace, [labels]);
        else
            own.push(labels);
    };
    for (const kind of POLICIES) {
        for (const { ref, spec } of mesh.of(kind)) {
            put(ref.namespace, (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(spec.selector).matchLabels));
        }
    }
    for (const { ref, spec } of mesh.of('Sidecar')) {
        put(ref.namespace, (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(spec.workloadSelector).labels));
    }
    for (const { namespace, selector } of mesh.registry.all) {
        if (selector !== null)
            put(namespace, selector);
    }
    servers_indexes.set(mesh, index);
    return index;
}
/** A PeerAuthentication of the root namespace selects nothing by labels. */
function policySelectors(mesh, root) {
    return POLICIES.slice(0, 2)
        .flatMap(kind => mesh.of(kind))
        .filter(({ ref }) => ref.namespace === root)
        .map(({ spec }) => (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(spec.selector).matchLabels));
}

;// CONCATENATED MODULE: ./build/effects/access-subject.js

/** `pay` in `shop`, port 8080; "pods with app=pay" where git holds none; all of a namespace. */
function accessSubject(server, { port }) {
    const own = port === null ? {} : { port };
    if (server.role === 'gateway') {
        return { kind: 'gateway', name: server.description, namespace: server.namespace, ...own };
    }
    if (server.namespace === ANY_NAMESPACE) {
        return { kind: 'mesh', name: `${server.description} in any other namespace`, ...own };
    }
    return { kind: 'workload', name: server.description, namespace: server.namespace, ...own };
}
function access_subject_subjectWords({ name, namespace, port }) {
    const where = namespace === undefined ? '' : ` in ${namespace}`;
    return `${name}${where}${port === undefined ? '' : `, port ${port}`}`;
}

// EXTERNAL MODULE: ./build/dataplane/security/evaluate-inbound.js + 1 modules
var evaluate_inbound = __webpack_require__(76925);
;// CONCATENATED MODULE: ./build/effects/access-witness.js




/** A point of a region as a request at the server. */
function accessRequest(change, point) {
    const { server, port, speaks, location, questions } = change;
    const transport = transportOf(point);
    // Where no condition asks for it, any identity will do.
    const [anyone] = questions.head.natural?.principals ?? [];
    const principal = access_witness_textOf(point, 'principal') ?? (transport === 'mtls' ? anyone : undefined);
    const headers = {};
    for (const [name, value] of Object.entries(point)) {
        if (!name.startsWith('header:') || value === null || value.length === 0)
            continue;
        const [only, ...more] = typeof value === 'string' ? [value] : value;
        headers[name.slice('header:'.length)] = more.length === 0 ? (only ?? '') : value;
    }
    const sourceIp = access_witness_textOf(point, 'source ip');
    const remoteIp = access_witness_textOf(point, 'remote ip');
    const sni = access_witness_textOf(point, 'sni');
    const address = access_witness_textOf(point, 'destination ip');
    const [name] = server.workloads;
    const authority = `${name ?? 'service'}.${server.namespace}`;
    return {
        from: callerFrom(principal, server.namespace, server.role),
        ...(name === undefined ? {} : { to: `${server.namespace}/${name}` }),
        protocol: speaks,
        port: port.sample,
        authority: access_witness_textOf(point, 'authority') ?? authority,
        method: access_witness_textOf(point, 'method') ?? 'GET',
        path: access_witness_textOf(point, 'path') ?? '/',
        headers,
        transport,
        ...(principal === undefined ? {} : { principal }),
        ...(sni === undefined ? {} : { sni }),
        ...(sourceIp === undefined ? {} : { ip: sourceIp }),
        ...(remoteIp === undefined ? {} : { remoteIp }),
        ...(address === undefined ? {} : { address }),
        ...(location === null ? {} : { tokens: [tokenOf(point, (0,token_location/* locationText */.fN)(location))] })
    };
}
function transportOf(point) {
    const transport = access_witness_textOf(point, 'transport');
    return transport === 'plaintext' || transport === 'tls' ? transport : 'mtls';
}
function callerFrom(principal, namespace, role) {
    const [, own, serviceAccount] = /\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(principal ?? '') ?? [];
    if (own !== undefined && serviceAccount !== undefined)
        return { namespace: own, serviceAccount };
    return role === 'gateway' ? 'outside' : { namespace };
}
function tokenOf(point, location) {
    const [issuer = '', subject = ''] = (access_witness_textOf(point, 'request principal') ?? '').split(BETWEEN);
    const claims = { iss: issuer };
    if (subject !== '')
        claims.sub = subject;
    for (const [name, value] of Object.entries(point)) {
        if (!name.startsWith('claim:[') || value === null || value.length === 0)
            continue;
        access_witness_put(claims, name.slice('claim:['.length, -1).split(']['), value);
    }
    const signature = access_witness_textOf(point, 'signature') === 'broken' ? 'broken' : 'good';
    return { claims, signature, in: location };
}
function access_witness_put(target, path, value) {
    const [key, ...rest] = path;
    if (key === undefined)
        return;
    if (rest.length === 0) {
        target[key] = Array.isArray(value) && value.length === 1 ? value[0] : value;
        return;
    }
    const inner = {};
    access_witness_put(inner, rest, value);
    target[key] = inner;
}
function access_witness_textOf(point, name) {
    const value = point[name];
    return typeof value === 'string' ? value : undefined;
}
/** The plain evaluator's answer on both sides, which knows nothing of tables. */
function replayAccess(base, head, change, request) {
    return {
        request,
        before: outcomeAt(base, change, 'base', request),
        after: outcomeAt(head, change, 'head', request)
    };
}
function outcomeAt(plane, { server, port }, side, request) {
    const pod = server[side];
    const ask = (asked) => server.role === 'gateway'
        ? (0,evaluate_inbound/* evaluatePod */.$F)(plane, pod, asked, port[side].reading === 'http' ? 'http' : 'tcp')
        : (0,evaluate_inbound/* evaluateSidecar */.dg)(plane, pod, asked);
    const first = ask(request);
    if (first.outcome !== 'delegated')
        return first;
    // Tables say what becomes of a request if the providers agree.
    const agreed = ask({ ...request, providers: agreement(plane) });
    return agreed.outcome === 'served' ? first : agreed;
}
function agreement(plane) {
    const entries = (0,json/* list */.p_)(plane.mesh.config.raw.extensionProviders);
    return Object.fromEntries(entries.map(entry => [(0,json/* text */.Qq)((0,json/* mapOrEmpty */.B4)(entry).name) ?? '', 'allow']));
}
/** Does the replay show what the tables say? */
function showsAccess({ before, after }, claim) {
    return access_witness_fits(before, claim.before) && access_witness_fits(after, claim.after);
}
function access_witness_fits({ outcome, decidedBy, provider }, action) {
    // Of several faults of one token the proxy tells one.
    if (action.layer === 'token')
        return decidedBy?.filter === 'jwt_authn';
    switch (action.kind) {
        case 'allow':
            return outcome === 'served';
        case 'ask':
            return outcome === 'delegated' && action.providers.includes(provider?.name ?? '');
        case 'deny':
            return outcome === 'denied';
        case 'close':
            return outcome === 'closed';
        case 'unauthenticated':
            return outcome === 'unauthenticated';
        case 'reset':
        case 'bad-request':
            return outcome === action.kind;
        case 'unknown':
            return false;
    }
}

;// CONCATENATED MODULE: ./build/effects/access-words.js





/** More clauses than this are named by their number. */
const access_words_clauseLimit = 3;
/** "callers in namespace shop, paths beginning with /admin": the requests of a region. */
function accessRegion(region, what) {
    let words = said.get(region);
    if (words === undefined) {
        words = regionText(region, what);
        said.set(region, words);
    }
    return words;
}
/** A region is one way to speak, and many servers share it. */
const said = new WeakMap();
function regionText(region, what) {
    const clauses = describe(region);
    const all = [...new Set(clauses.map(one => access_words_clauseWords(one, anyCaller(clauses), what)))];
    if (all.length <= access_words_clauseLimit)
        return all.join('; or ');
    return `${all.slice(0, access_words_clauseLimit).join('; or ')}; or ${all.length - access_words_clauseLimit} more`;
}
/** Conditions that hold for callers with any identity and for callers without one: the caller does not matter. */
function anyCaller(clauses) {
    const known = new Set();
    const without = new Set();
    for (const clause of clauses) {
        const transport = clause.terms.find(({ dimension }) => dimension === 'transport');
        const principal = clause.terms.find(({ dimension }) => dimension === 'principal');
        const plaintext = transport?.within.some(one => one.is === 'exact' && one.value === 'plaintext');
        const mutual = transport?.within.some(one => one.is === 'exact' && one.value === 'mtls');
        if (plaintext === true)
            without.add(restOf(clause));
        if (mutual === true || (principal !== undefined && isAnyIdentity(principal))) {
            known.add(restOf(clause));
        }
    }
    return new Set([...known].filter(rest => without.has(rest)));
}
function isAnyIdentity({ within, except }) {
    return except.length === 0 && within.every(({ is }) => is === 'present');
}
function restOf({ terms }) {
    return JSON.stringify(terms.filter(({ dimension }) => !isCaller(dimension)));
}
function isCaller(dimension) {
    return dimension === 'transport' || dimension === 'principal';
}
function access_words_clauseWords(clause, anyone, what) {
    const whole = anyone.has(restOf(clause)) && saysWholeCaller(clause);
    const terms = clause.terms
        .filter(term => !isImplied(term, clause) && !isUsual(term))
        .filter(term => !(whole && isCaller(term.dimension)))
        .map(inWords);
    const partly = clause.partly === true ? { partly: true } : {};
    return toWords({ terms, ...partly }, { ...vocabulary, everything: `all ${what}` });
}
function saysWholeCaller({ terms }) {
    return terms.every(term => term.dimension !== 'principal' || isAnyIdentity(term));
}
/** A caller's identity says the transport. */
function isImplied({ dimension }, { terms }) {
    return dimension === 'transport' && terms.some(term => term.dimension === 'principal');
}
/** What HTTP clients send: all but the application's own TLS, in which nobody sees the request. */
function isUsual({ dimension, within, except }) {
    const [only, ...more] = except;
    const tls = only?.is === 'exact' && only.value === 'tls' && more.length === 0;
    return dimension === 'transport' && within.length === 0 && tls;
}
/** Identities and tokens as people write them, in place of our own patterns. */
function inWords(term) {
    const { dimension } = term;
    if (dimension === 'principal')
        return mapped(term, callerWords);
    if (dimension === 'transport')
        return mapped(term, transportWords);
    if (dimension === 'request principal')
        return mapped(term, tokenWords);
    if (dimension === 'claim:[aud]')
        return { ...term, ...spelledOnce(term) };
    return term;
}
/** Scheme and a slash at the end of an audience do not count where a provider asks for it. */
function spelledOnce({ within, except }) {
    const once = (matchers) => {
        const seen = new Map();
        for (const matcher of matchers) {
            if (matcher.is !== 'exact')
                seen.set(JSON.stringify(matcher), matcher);
            else {
                const value = matcher.value.replace(/^https?:\/\//, '').replace(/\/$/, '');
                seen.set(value, { is: 'exact', value });
            }
        }
        return [...seen.values()];
    };
    return { within: once(within), except: once(except) };
}
function mapped(term, words) {
    const say = (matcher) => {
        const text = words(matcher);
        return text === null ? matcher : { is: 'exact', value: text };
    };
    return { ...term, within: term.within.map(say), except: term.except.map(say) };
}
function transportWords(matcher) {
    if (matcher.is !== 'exact')
        return null;
    return access_words_TRANSPORTS[matcher.value] ?? null;
}
const access_words_TRANSPORTS = {
    mtls: 'callers with a mesh identity',
    plaintext: 'plaintext connections',
    tls: "connections with the application's own TLS"
};
/** `null`: said by the vocabulary. */
function callerWords(matcher) {
    switch (matcher.is) {
        case 'exact': {
            const [, namespace, account] = /^[^/]+\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(matcher.value) ?? [];
            if (namespace === undefined)
                return `callers with the identity ${matcher.value}`;
            return `callers running as ${namespace}/${account}`;
        }
        case 'prefix': {
            const [, namespace] = /^[^/]+\/ns\/([^/]+)\/(?:sa\/)?$/.exec(matcher.value) ?? [];
            if (namespace !== undefined)
                return `callers in namespace ${namespace}`;
            const [, domain] = /^([^/]+)\/$/.exec(matcher.value) ?? [];
            return domain === undefined
                ? `callers whose identity begins with ${matcher.value}`
                : `callers of trust domain ${domain}`;
        }
        case 'suffix':
            return `callers whose identity ends in ${matcher.value}`;
        case 'regex': {
            const text = matcher.value;
            const [, namespace] = /^\.\*\/ns\/(.+)\/\.\*$/.exec(text) ?? [];
            if (namespace !== undefined)
                return `callers in namespace ${unquoted(namespace)}`;
            const [, where, account] = /^\.\+\/ns\/(.+)\/\(\.\+\/\|\)sa\/(.+)\(\/\.\+\)\?$/.exec(text) ?? [];
            if (where !== undefined && account !== undefined) {
                return `callers running as ${unquoted(where)}/${unquoted(account)}`;
            }
            return `callers whose identity matches ${text}`;
        }
        case 'not': {
            const inner = callerWords(matcher.of);
            return inner === null ? null : `no ${inner}`;
        }
        case 'any':
        case 'all': {
            const parts = matcher.of.map(callerWords);
            return parts.some(part => part === null)
                ? null
                : parts.join(matcher.is === 'any' ? ' or ' : ' and ');
        }
        default:
            return null;
    }
}
/** `a.*` as a policy writes it: `a*`. */
function unquoted(pattern) {
    return pattern.replaceAll('.*', '*').replace(/\\(.)/g, '$1');
}
function tokenWords(matcher) {
    if (matcher.is === 'exact')
        return `tokens of ${matcher.value.replaceAll(BETWEEN, '/')}`;
    if (matcher.is === 'any' || matcher.is === 'all') {
        const parts = matcher.of.map(tokenWords);
        return parts.some(part => part === null)
            ? null
            : parts.join(matcher.is === 'any' ? ' or ' : ' and ');
    }
    if (matcher.is === 'not') {
        const inner = tokenWords(matcher.of);
        return inner === null ? null : inner.replace(/^tokens /, 'tokens not ');
    }
    if (matcher.is !== 'regex')
        return null;
    const [issuer = '', subject = ''] = matcher.value.includes(BETWEEN)
        ? splitPattern(matcher.value)
        : [];
    if (issuer === '' && subject === '')
        return null;
    if (issuer === '+' && subject === '+')
        return 'tokens with issuer and subject';
    if (subject === '*')
        return `tokens of issuer ${issuer}`;
    if (subject === '+')
        return `tokens of issuer ${issuer} with a subject`;
    return `tokens of ${issuer}/${subject}`;
}
/** Both halves of a pattern, with `*` for what may be anything. */
function splitPattern(pattern) {
    const any = `[^${BETWEEN}]`;
    const marked = pattern.replaceAll(`${any}*`, '\u0000').replaceAll(`${any}+`, '\u0001');
    const [issuer = '', subject = ''] = marked.split(BETWEEN);
    return [issuer, subject].map(half => unquoted(half).replaceAll('\u0000', '*').replaceAll('\u0001', '+'));
}
const access_words_words = (noun, plural) => ({
    ...defaultWords(noun),
    any: `any ${noun}`,
    exact: `${noun} {}`,
    prefix: `${plural} beginning with {}`,
    suffix: `${plural} ending in {}`,
    regex: `${plural} matching {}`
});
const plainWords = { ...defaultWords(''), exact: '{}', except: { exact: '{}' } };
const vocabulary = {
    words: {
        transport: { ...plainWords, any: 'connections' },
        principal: {
            ...plainWords,
            any: 'callers with a mesh identity',
            present: 'callers with a mesh identity',
            absent: 'callers without a mesh identity (plaintext)'
        },
        'request principal': { ...plainWords, any: 'any token', present: 'any token' },
        signature: { ...plainWords, exact: '{} tokens', any: 'tokens', except: { exact: '{} ones' } },
        'claim:[aud]': { ...access_words_words('audience', 'audiences'), absent: 'no audience' },
        path: access_words_words('path', 'paths'),
        method: access_words_words('method', 'methods'),
        authority: access_words_words('host', 'hosts'),
        'source ip': access_words_words('source address', 'source addresses'),
        'remote ip': access_words_words('client address', 'client addresses')
    },
    everything: 'all requests',
    most: 6
};
/** What decides, as a sentence's end: "denied: ALLOW policies apply and no rule matches". */
function actionWords(action, apply) {
    const { kind, reason, rule, layer } = action;
    switch (kind) {
        case 'allow':
            return rule === null ? `allowed: ${reason}` : `allowed by ${ruleWords(rule)}`;
        case 'ask':
            return `decided by external provider ${action.providers.join(', ')}`;
        case 'deny':
        case 'close': {
            const verb = kind === 'deny' ? 'denied' : 'connection closed';
            if (rule === null)
                return `${verb}: ${reason}`;
            const trap = layer === 'DENY' && apply.allow && matchesEverything(rule)
                ? ', whose empty rule matches everything: a DENY beats every ALLOW'
                : '';
            return `${verb} by ${ruleWords(rule)}${trap}`;
        }
        case 'unauthenticated':
            return action.token === null
                ? `401: ${reason}`
                : `refused by ${(0,build_finding/* describeRef */.R)(action.token.manifest.ref)} (${reason})`;
        case 'reset':
            return `connection reset: ${reason}`;
        case 'bad-request':
            return `400: ${reason}`;
        case 'unknown':
            return `unknown: ${reason}`;
    }
}
function matchesEverything({ from, to }) {
    return from.some(one => one.length === 0) && to.some(one => one.length === 0);
}
function ruleWords({ manifest, index }) {
    const only = (0,json/* list */.p_)(manifest.spec.rules).length < 2;
    return `${(0,build_finding/* describeRef */.R)(manifest.ref)}${only ? '' : `, rule ${index + 1}`}`;
}

;// CONCATENATED MODULE: ./build/effects/access-effect.js









/** One change of access as an effect; `null` where no person would call it one. */
function accessEffect(change, context) {
    const { difference, server, port, speaks, location } = change;
    const { before, after, sample, region } = difference;
    const verdict = turnedOff(change) ?? accessVerdict(before, after, sample.transport === 'mtls');
    if (verdict === null)
        return null;
    const subject = accessSubject(server, port);
    const transport = [before, after].some(({ layer }) => layer === 'transport');
    const causes = accessCauses(server, transport ? 'transport' : 'policy', context);
    const { words, changes } = toldOf(change, context);
    const at = { subject: causes[0]?.ref ?? null, at: causes[0]?.at ?? null };
    if (verdict === 'unknown') {
        const side = after.kind === 'unknown' ? after : before;
        const message = `${access_subject_subjectWords(subject)}, ${words}: ${side.reason} cannot be decided from configuration`;
        return { reason: 'opaque', message, ...at };
    }
    const replay = () => {
        const request = calledFrom(accessRequest(change, sample), context);
        return replayAccess(context.base, context.head, change, request);
    };
    const fault = replayFault(difference, replay, contains(region, sample));
    if (fault !== null) {
        const message = `${access_subject_subjectWords(subject)}, ${words}: the comparison says ${before.kind} → ${after.kind}, and replaying the request does not show it (${fault}); please report this defect with the input`;
        return { reason: 'witness', message, ...at };
    }
    const { kind, direction, severity } = verdict;
    const draft = {
        kind,
        mesh: context.head.mesh.name,
        domain: domainOf[kind],
        direction,
        severity,
        subject,
        proxy: { type: server.role, names: [server.description] },
        region: words,
        changes,
        witness: null,
        causes,
        members: [],
        ...standing(server.assumptions),
        fingerprint: '',
        verify: verifyAccess(server, port, kind),
        watch: watchAccess(server, speaks, kind),
        rollback: rollbackSecurity(causes, context.changes)
    };
    return { draft, server, port, speaks, location: location !== null, sample, replay };
}
const told = new WeakMap();
/** The words of a difference, which all servers of equal policies share. */
function toldOf(change, context) {
    const { difference, speaks } = change;
    let found = told.get(difference);
    if (found === undefined) {
        const said = accessRegion(difference.region, speaks === 'http' ? 'requests' : 'connections');
        const before = actionWords(withReasons(change, 'base'), { allow: hasAllow(change, 'base') });
        const after = actionWords(withReasons(change, 'head'), { allow: hasAllow(change, 'head') });
        found = {
            words: `${said}${callersAmong(change, said, context)}`,
            changes: [{ facet: 'access', before, after: withNote(after, change) }]
        };
        told.set(difference, found);
    }
    return found;
}
const faults = new WeakMap();
/** Each distinct difference is replayed; those that are told of servers are replayed there once more. */
function replayFault(difference, replay, within) {
    let fault = faults.get(difference);
    if (fault === undefined) {
        const witness = replay();
        const seen = [witness.before, witness.after].map(({ outcome }) => outcome).join(' → ');
        fault = within && showsAccess(witness, difference) ? '' : seen;
        faults.set(difference, fault);
    }
    return fault === '' ? null : fault;
}
/**
 * Where mutual TLS is switched off or on, clients with a sidecar follow by themselves: nothing breaks, but
 * nobody is known any more. Source: pilot xds/endpoints/mtls_checker.go.
 */
function turnedOff({ questions, difference }) {
    const [off, was] = [questions.head.mode === 'DISABLE', questions.base.mode === 'DISABLE'];
    if (off === was || difference.sample.transport !== 'mtls')
        return null;
    const refused = (off ? difference.after : difference.before).kind;
    if (refused !== 'bad-request' && refused !== 'reset')
        return null;
    return off
        ? { kind: 'mtls-weakened', direction: 'widen', severity: 'error' }
        : { kind: 'mtls-strengthened', direction: 'narrow', severity: 'info' };
}
/** A new RequestAuthentication refuses bad tokens and asks for none. */
function withNote(text, { difference, location, questions }) {
    const { before, after } = difference;
    const added = questions.base.keeper.jwt.length === 0 && questions.head.keeper.jwt.length > 0;
    if (location === null || !added || after.layer !== 'token' || before.kind !== 'allow')
        return text;
    return `${text}; requests without a token are treated as before: RequestAuthentication alone does not require one`;
}
/** Tokens are refused for several reasons in one region. */
function withReasons({ difference }, side) {
    const action = side === 'base' ? difference.before : difference.after;
    if (action.layer !== 'token')
        return action;
    const reasons = new Set(difference.pairs.flatMap(pair => pair[side]?.action.reason ?? []));
    return { ...action, kind: 'unauthenticated', reason: [...reasons].join('; ') };
}
function hasAllow({ questions, speaks }, side) {
    const { keeper } = questions[side];
    return (speaks === 'http' ? keeper.http : keeper.tcp).allow !== null;
}
/** Without a certificate the caller is a workload without a proxy, where git holds one. */
function calledFrom(request, { callers }) {
    const [outside] = callers.outside;
    if (request.transport !== 'plaintext' || request.from === 'outside' || outside === undefined) {
        return request;
    }
    const { namespace, serviceAccount, labels } = outside;
    return { ...request, from: { namespace, serviceAccount, labels } };
}
/** Known accounts among the callers of a region, where the words do not name them and they are not all. */
function callersAmong({ difference }, said, { callers }) {
    const { region, sample } = difference;
    if (sample.transport === 'plaintext' && callers.outside.length > 0) {
        return ` (callers without a proxy in git: ${few(callers.outside.map(one => `${one.namespace}/${one.name}`))})`;
    }
    if (typeof sample.principal !== 'string')
        return '';
    const known = callers.principals.slice(0, -1);
    const among = known.filter(principal => contains(region, { ...sample, principal })).map(accountOf);
    if (among.length === 0 || among.length === known.length)
        return '';
    if (among.every(name => said.includes(`running as ${name}`)))
        return '';
    return ` (of known callers: ${few(among)})`;
}
function few(names) {
    const shown = names.slice(0, 5);
    const more = names.length - shown.length;
    return more > 0 ? `${shown.join(', ')} and ${more} more` : listWords(shown);
}
function accountOf(principal) {
    const [, namespace, account] = /\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(principal) ?? [];
    return namespace === undefined ? principal : `${namespace}/${account}`;
}
function standing(assumptions) {
    return { certainty: assumptions.length === 0 ? 'certain' : 'assumed', assumptions };
}
/** What AUDIT and dry runs write down: nothing is decided by it. */
function auditEffect(change, context) {
    const { difference, server, port } = change;
    const subject = accessSubject(server, port);
    const region = accessRegion(difference.region, 'requests');
    const changes = [{ facet: 'audit', before: difference.before, after: difference.after }];
    const causes = accessCauses(server, 'policy', context);
    const mesh = context.head.mesh.name;
    const draft = {
        kind: 'audit-changed',
        mesh,
        domain: domainOf['audit-changed'],
        direction: 'neutral',
        severity: 'info',
        subject,
        proxy: { type: server.role, names: [server.description] },
        region,
        changes,
        witness: null,
        causes,
        members: [],
        ...standing(server.assumptions),
        fingerprint: '',
        verify: verifyAccess(server, port, 'audit-changed'),
        watch: watchAccess(server, 'http', 'audit-changed'),
        rollback: rollbackSecurity(causes, context.changes)
    };
    return { draft, server, port, speaks: 'http', location: false };
}

;// CONCATENATED MODULE: ./build/effects/access-fold.js



/**
 * Equal effects as one: of one server at its ports and ways to come, then of several servers, then of all of
 * a namespace or mesh. What is certain stands for what is assumed; a declared port for those that nothing
 * declares; HTTP for bytes.
 */
function foldedAccess(effects, servers) {
    const own = groupsOf(effects, access_fold_topicOf).flatMap(atOneServer);
    const folded = groupsOf(own, ({ draft }) => access_fold_likeness(draft)).map(group => {
        const [first, ...rest] = [...group].sort(byStanding);
        // Groups are made of members.
        if (first === undefined)
            throw new Error('an empty group of effects');
        return finished(acrossServers(first, rest, servers), first);
    });
    return folded.sort(byRisk);
}
/** With its witness, at the server that is told, and its name. */
function finished(draft, { replay }) {
    const witness = draft.witness ?? replay?.() ?? null;
    return { ...draft, witness, fingerprint: access_fold_nameOf(draft) };
}
function access_fold_nameOf({ kind, mesh, subject, changes, region }) {
    return (0,fingerprint/* fingerprint */.R)([kind, mesh, subject, changes, region]);
}
/** One server, one kind of change, by the same objects. */
function access_fold_topicOf({ draft, server }) {
    return (0,fingerprint/* canonical */.$)([server.id, draft.kind, draft.severity, access_fold_refsOf(draft)]);
}
/** Other ports and ways to come are notes on the first, where they are no change of their own. */
function atOneServer(group) {
    const alike = groupsOf(group, ({ draft }) => access_fold_likeness(draft)).map(one => {
        const [first] = [...one].sort(byPort);
        if (first === undefined)
            throw new Error('an empty group of effects');
        const ports = new Set(one.map(({ port }) => port.port));
        return ports.size > 1 && ports.has(null) ? withoutPort(first) : first;
    });
    const [first, ...rest] = alike.sort(byPort);
    if (first === undefined)
        return [];
    const separate = [];
    const notes = [];
    for (const other of rest) {
        const note = noteOn(first, other);
        if (note === null)
            separate.push(other);
        else if (!notes.some(({ facet }) => facet === note.facet))
            notes.push(note);
    }
    const changes = [...first.draft.changes, ...notes];
    return [{ ...first, draft: { ...first.draft, changes } }, ...separate];
}
function noteOn(first, { draft, port, speaks, location, sample }) {
    const [change] = draft.changes;
    const facet = port.port === null && first.port.port !== null
        ? 'other ports'
        : port.port !== first.port.port
            ? null
            : location && !first.location
                ? 'with a token'
                : speaks === 'tcp' && first.speaks === 'http'
                    ? 'other protocols'
                    : sample?.transport === 'tls'
                        ? "the application's own TLS"
                        : null;
    if (facet === null || change === undefined)
        return null;
    const { before, after } = change;
    return { facet, before, after: `${after} (${draft.region})` };
}
function acrossServers(first, rest, servers) {
    const all = [first, ...rest];
    const covered = new Set(all.map(({ server }) => server.id));
    const { draft } = first;
    if (servers.some(({ namespace }) => namespace === ANY_NAMESPACE)) {
        if (servers.every(({ id }) => covered.has(id))) {
            return { ...draft, subject: { kind: 'mesh', name: 'every workload of the mesh' } };
        }
    }
    const { namespace } = first.server;
    const inNamespace = servers.filter(server => server.namespace === namespace);
    const elsewhere = all.some(({ server }) => server.namespace !== namespace);
    if (!elsewhere && inNamespace.length > 1 && inNamespace.every(({ id }) => covered.has(id))) {
        return { ...draft, subject: { kind: 'namespace', name: `every workload of ${namespace}` } };
    }
    return { ...draft, members: rest.map(access_fold_memberOf) };
}
/** The same at every port of the server, declared or not. */
function withoutPort(effect) {
    const { port: _, ...subject } = effect.draft.subject;
    return { ...effect, draft: { ...effect.draft, subject } };
}
/** The same change in the same words by the same objects. */
function access_fold_likeness(draft) {
    const { kind, severity, region, changes } = draft;
    const by = access_fold_refsOf(draft);
    // That a port takes plaintext now is one thing, whatever stands behind it.
    if (kind.startsWith('mtls'))
        return (0,fingerprint/* canonical */.$)([kind, severity, by]);
    const words = region.replace(/^all (requests|connections)/, 'all');
    const [change] = changes;
    return (0,fingerprint/* canonical */.$)([kind, words, change === undefined ? [] : plain(change), by]);
}
function access_fold_refsOf({ causes }) {
    return causes.map(({ ref, side }) => [ref, side]);
}
/** A refused request and a closed connection are one thing to say. */
function plain({ facet, before, after }) {
    return [facet, ...[before, after].map(text => text.replace(/^(denied|connection closed)/, 'no'))];
}
function byPort(a, b) {
    return access_fold_rank(a) - access_fold_rank(b) || (a.port.port ?? 0) - (b.port.port ?? 0);
}
function access_fold_rank({ port, speaks, location, sample }) {
    const own = sample?.transport === 'tls';
    const ways = [port.port === null, speaks === 'tcp', location, own];
    return ways.reduce((sum, one, index) => sum + (one ? 8 >> index : 0), 0);
}
function byStanding(a, b) {
    return (a.server.assumptions.length - b.server.assumptions.length ||
        Number(a.server.workloads.length === 0) - Number(b.server.workloads.length === 0) ||
        compareText(a.server.namespace, b.server.namespace) ||
        compareText(a.server.description, b.server.description) ||
        byPort(a, b));
}
function access_fold_memberOf({ draft }) {
    const { mesh, subject, proxy, region } = draft;
    return { mesh, subject, proxy, region, fingerprint: access_fold_nameOf(draft) };
}
function groupsOf(values, key) {
    const groups = new Map();
    for (const value of values) {
        const name = key(value);
        const known = groups.get(name);
        if (known === undefined)
            groups.set(name, [value]);
        else
            known.push(value);
    }
    return [...groups.values()];
}

// EXTERNAL MODULE: ./build/dataplane/security/caller-identity.js
var caller_identity = __webpack_require__(19800);
;// CONCATENATED MODULE: ./build/effects/callers-known.js


/** More accounts than this are not named one by one. */
const MOST = 200;
function knownCallers(base, head) {
    const found = new Set();
    const outside = new Map();
    for (const mesh of [base, head]) {
        for (const workload of mesh.workloads) {
            const { namespace, serviceAccount, manifest, name } = workload;
            if (manifest.ref.kind === 'WorkloadEntry' || serviceAccount === '')
                continue;
            if ((0,membership/* membership */.x)(workload, mesh.namespaceLabelsOf(namespace)).mode === 'none') {
                if (outside.size < MOST)
                    outside.set(`${namespace}/${name}`, workload);
            }
            else if (found.size < MOST)
                found.add((0,caller_identity/* identity */.D_)(mesh, namespace, serviceAccount));
        }
    }
    return {
        principals: [...[...found].sort(), (0,caller_identity/* identity */.D_)(head, 'elsewhere', 'default')],
        outside: [...outside.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
    };
}

// EXTERNAL MODULE: ./build/dataplane/answer.js + 4 modules
var dataplane_answer = __webpack_require__(69093);
;// CONCATENATED MODULE: ./build/effects/connections.js







/**
 * Clients with a sidecar send mutual TLS by themselves, unless the namespace's PeerAuthentication switches it
 * off: then they send plaintext, whatever single workloads want. Where that turns, both ends are asked.
 * Source: pilot model/push_context.go BestEffortInferServiceMTLSMode.
 */
function connectionEffects(server, context) {
    const { base, head } = context;
    const off = (plane) => plane.compilation.peerAuthentication.namespaceMode(server.namespace) === 'DISABLE';
    if (off(base) === off(head) || server.role !== 'sidecar')
        return [];
    const effects = [];
    for (const port of bothPorts(base, head, server)) {
        const service = connections_serviceOf(head.mesh, port);
        if (service === null)
            continue;
        const request = {
            from: { namespace: server.namespace },
            protocol: port.head.reading === 'tcp' ? 'tcp' : 'http',
            port: service.port,
            authority: `${service.name}.${server.namespace}.svc.${head.mesh.config.clusterDomain}`,
            method: 'GET',
            path: '/',
            headers: {},
            transport: 'plaintext'
        };
        const witness = { request, before: (0,dataplane_answer/* answer */.Z)(base, request), after: (0,dataplane_answer/* answer */.Z)(head, request) };
        const verdict = verdictOf(witness);
        if (verdict !== null)
            effects.push(connections_effectOf(server, port, witness, verdict, context));
    }
    return effects;
}
/** The Service and its port that lead to a port of the pods. */
function connections_serviceOf(mesh, { head: { origins } }) {
    const [origin] = origins;
    const manifest = origin === undefined ? undefined : mesh.get(origin.manifest.ref);
    const index = origin?.path.at(-1);
    if (manifest?.ref.kind !== 'Service' || typeof index !== 'number')
        return null;
    const port = (0,json/* number */.ai)((0,json/* mapOrEmpty */.B4)((0,json/* list */.p_)(manifest.spec.ports)[index]).port);
    return port === undefined ? null : { name: manifest.ref.name, port };
}
function verdictOf({ before, after }) {
    const [was, is] = [before.outcome === 'served', after.outcome === 'served'];
    if (was && !is)
        return { kind: 'connection-broken', direction: 'break', severity: 'error' };
    if (!was && is)
        return { kind: 'connection-repaired', direction: 'repair', severity: 'info' };
    if (!was || before.transport === after.transport)
        return null;
    return after.transport === 'plaintext'
        ? { kind: 'mtls-weakened', direction: 'widen', severity: 'error' }
        : { kind: 'mtls-strengthened', direction: 'narrow', severity: 'info' };
}
function connections_effectOf(server, port, witness, { kind, direction, severity }, context) {
    const causes = accessCauses(server, 'transport', context);
    const draft = {
        kind,
        mesh: context.head.mesh.name,
        domain: domainOf[kind],
        direction,
        severity,
        subject: accessSubject(server, port),
        proxy: { type: 'sidecar', names: [server.description] },
        region: 'requests of callers with a sidecar, whose DestinationRules say nothing of TLS',
        changes: [
            { facet: 'connection', before: stateOf(witness.before), after: stateOf(witness.after) }
        ],
        witness,
        causes,
        members: [],
        certainty: server.assumptions.length === 0 ? 'certain' : 'assumed',
        assumptions: server.assumptions,
        fingerprint: '',
        verify: verifyAccess(server, port, kind),
        watch: watchAccess(server, 'http', kind),
        rollback: rollbackSecurity(causes, context.changes)
    };
    return { draft, server, port, speaks: 'http', location: false };
}
function stateOf({ outcome, transport, reason }) {
    if (outcome === 'served')
        return transport === 'mtls' ? 'mutual TLS' : 'plaintext';
    return `broken: ${reason ?? outcome}`;
}

;// CONCATENATED MODULE: ./build/effects/membership.js






/** Workloads that enter or leave the mesh: by labels and annotations of their own or of their namespace. */
function membershipEffects(context) {
    const { base, head, changes } = context;
    const touched = changes.filter(({ equal }) => !equal);
    if (!touched.some(decides))
        return [];
    const before = new Map(base.mesh.workloads.map(one => [membership_keyOf(one), one]));
    const groups = new Map();
    for (const now of head.mesh.workloads) {
        const old = before.get(membership_keyOf(now));
        if (old === undefined)
            continue;
        const [was, is] = [modeOf(base.mesh, old), modeOf(head.mesh, now)];
        if (was === is)
            continue;
        const causing = touched.filter(change => membership_bears(change, now));
        const draft = membership_effectOf(now, was, is, causing, context);
        const key = `${was} ${is} ${causing.map(({ head: one }) => one?.file).join()} ${now.namespace}`;
        const known = groups.get(key);
        if (known === undefined)
            groups.set(key, [draft]);
        else
            known.push(draft);
    }
    return [...groups.values()].flatMap(membership_folded);
}
const WORDS = {
    sidecar: 'has a sidecar',
    ambient: 'is in the ambient mesh',
    none: 'is outside the mesh'
};
function modeOf(mesh, workload) {
    return (0,membership/* membership */.x)(workload, mesh.namespaceLabelsOf(workload.namespace)).mode;
}
function membership_keyOf({ manifest, namespace, name }) {
    return `${manifest.ref.kind} ${namespace}/${name}`;
}
/** Only these can change who is in the mesh. */
function decides({ base, head }) {
    const { kind } = (head ?? base)?.ref ?? { kind: '' };
    return kind === 'Namespace' || !['VirtualService', 'DestinationRule', 'Gateway'].includes(kind);
}
function membership_bears({ base, head }, workload) {
    const ref = (head ?? base)?.ref;
    if (ref === undefined)
        return false;
    if (ref.kind === 'Namespace')
        return ref.name === workload.namespace;
    const own = workload.manifest.ref;
    return ref.kind === own.kind && ref.name === own.name && ref.namespace === own.namespace;
}
function membership_effectOf(workload, was, is, causing, context) {
    const { namespace, name } = workload;
    const mesh = context.head.mesh.name;
    const subject = { kind: 'workload', name, namespace };
    const changes = [{ facet: 'membership', before: WORDS[was], after: WORDS[is] }];
    const region = is === 'none' ? LEFT : was === 'none' ? ENTERED : 'all requests';
    const causes = causing.flatMap(causesOfChange);
    return {
        kind: 'mesh-membership-changed',
        mesh,
        domain: 'membership',
        direction: is === 'none' ? 'widen' : 'narrow',
        severity: is === 'none' ? 'error' : 'warning',
        subject,
        proxy: { type: is === 'none' ? 'none' : 'sidecar', names: [name] },
        region,
        changes,
        witness: witnessOf(workload, context),
        causes,
        members: [],
        certainty: 'certain',
        assumptions: [],
        fingerprint: (0,fingerprint/* fingerprint */.R)(['mesh-membership-changed', mesh, subject, changes, region]),
        verify: `kubectl get pod -n ${shellWord(namespace)} -o custom-columns=NAME:.metadata.name,CONTAINERS:.spec.containers[*].name`,
        watch: `sum by (connection_security_policy) (rate(istio_requests_total{destination_workload_namespace="${namespace}", destination_workload="${name}"}[5m]))`,
        rollback: rollbackSecurity(causes, context.changes)
    };
}
const LEFT = 'all requests: no policy guards the pods once they are restarted, and what they send has no identity';
const ENTERED = 'all requests: policies and mutual TLS hold for the pods once they are restarted';
/** The first of these that tells the sides apart; `null`: how requests fare does not change. */
function witnessOf(workload, { base, head, callers }) {
    const { namespace, name, ports } = workload;
    const [principal] = callers.principals;
    const common = {
        to: `${namespace}/${name}`,
        protocol: 'http',
        port: ports[0]?.number ?? 8080,
        authority: `${name}.${namespace}`,
        method: 'GET',
        path: '/',
        headers: {}
    };
    const requests = [
        { ...common, from: { namespace }, transport: 'plaintext' },
        {
            ...common,
            from: { namespace },
            transport: 'mtls',
            ...(principal === undefined ? {} : { principal })
        }
    ];
    for (const request of requests) {
        const [before, after] = [ask(base, request), ask(head, request)];
        const known = before.outcome !== 'unknown' && after.outcome !== 'unknown';
        if (known && before.outcome !== after.outcome)
            return { request, before, after };
    }
    return null;
}
function ask(plane, request) {
    return (0,evaluate_inbound/* evaluateInbound */.nw)(plane, request);
}
/** One effect for all of a namespace that one label moves. */
function membership_folded([first, ...rest]) {
    if (first === undefined)
        return [];
    const members = rest.map(({ mesh, subject, proxy, region, fingerprint: name }) => ({
        mesh,
        subject,
        proxy,
        region,
        fingerprint: name
    }));
    return [{ ...first, members }];
}

;// CONCATENATED MODULE: ./build/effects/peer-rivals.js






/**
 * PeerAuthentications of one level of which only the oldest counts, where git does not say which that is and
 * one of them changed. They are compared as if the first by name were the oldest.
 */
function peerRivals({ base, head, changes }) {
    const changed = new Set();
    for (const { base: before, head: after, equal } of changes) {
        const manifest = after ?? before;
        if (!equal && manifest?.ref.kind === 'PeerAuthentication')
            changed.add((0,mesh_order/* refKey */.XF)(manifest.ref));
    }
    if (changed.size === 0)
        return [];
    const found = new Map();
    for (const mesh of [base.mesh, head.mesh]) {
        for (const rivals of levels(mesh)) {
            if (!rivals.some(({ ref }) => changed.has((0,mesh_order/* refKey */.XF)(ref))) || isSettled(rivals))
                continue;
            const names = listWords(rivals.map(({ ref }) => (0,build_finding/* describeRef */.R)(ref)));
            const [first] = rivals;
            if (first === undefined)
                continue;
            found.set(names, {
                reason: 'field',
                message: `of ${names} only the oldest counts, and git does not say which that is: compared as if it were the first`,
                subject: first.ref,
                at: { manifest: first, path: ['metadata', 'name'] }
            });
        }
    }
    return [...found.values()];
}
/** Those of one namespace without a selector, and pairs whose selectors one pod can satisfy. */
function levels(mesh) {
    const whole = new Map();
    const selecting = new Map();
    for (const manifest of mesh.of('PeerAuthentication')) {
        const labels = (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(manifest.spec.selector).matchLabels);
        const { namespace } = manifest.ref;
        if ((0,mesh_selector/* isEmptySelector */.xh)(labels))
            peer_rivals_put(whole, namespace, manifest);
        else if (namespace !== mesh.config.rootNamespace)
            peer_rivals_put(selecting, namespace, { manifest, labels });
    }
    const groups = [...whole.values()].filter(group => group.length > 1);
    for (const group of selecting.values()) {
        for (const [index, one] of group.entries()) {
            for (const other of group.slice(index + 1)) {
                if (compatible(one.labels, other.labels))
                    groups.push([one.manifest, other.manifest]);
            }
        }
    }
    return groups;
}
function peer_rivals_put(groups, key, value) {
    const known = groups.get(key);
    if (known === undefined)
        groups.set(key, [value]);
    else
        known.push(value);
}
/** No key wants two values. */
function compatible(a, b) {
    return Object.keys(a).every(key => b[key] === undefined || b[key] === a[key]);
}
/** Ages stand in git, or all say the same. */
function isSettled([first, ...rest]) {
    if (first === undefined)
        return true;
    if (rest.every(({ spec }) => (0,manifest_change/* sameJson */.Vk)(spec, first.spec)))
        return true;
    return [first, ...rest].every(manifest => (0,mesh_order/* createdAt */.CT)(manifest) !== null);
}

;// CONCATENATED MODULE: ./build/effects/server-scope.js


const server_scope_POLICIES = new Set([
    'AuthorizationPolicy',
    'RequestAuthentication',
    'PeerAuthentication'
]);
const LOCAL = new Set([
    ...workload/* WORKLOAD_KINDS */.i6,
    'Service',
    'ServiceEntry',
    'Sidecar',
    'Namespace'
]);
/** Policies of the root namespace, the mesh configuration and the version reach every server. */
function serverScope(base, head, changes) {
    const namespaces = new Set();
    const roots = [base.config.rootNamespace, head.config.rootNamespace];
    const sameWorld = base.version.minor === head.version.minor && (0,manifest_change/* sameJson */.Vk)(base.config.raw, head.config.raw);
    let everywhere = !sameWorld;
    for (const { base: before, head: after, equal } of changes) {
        const manifest = after ?? before;
        if (equal || manifest === null)
            continue;
        const { kind, namespace, name } = manifest.ref;
        if (server_scope_POLICIES.has(kind)) {
            if (roots.includes(namespace))
                everywhere = true;
            namespaces.add(namespace);
        }
        else if (LOCAL.has(kind)) {
            if (kind === 'Sidecar' && roots.includes(namespace))
                everywhere = true;
            namespaces.add(kind === 'Namespace' ? name : namespace);
        }
        else if (kind === 'Gateway') {
            // Gateway pods stand anywhere.
            for (const one of [...base.workloads, ...head.workloads])
                namespaces.add(one.namespace);
        }
    }
    if (everywhere && !holdsPolicies(base) && !holdsPolicies(head))
        everywhere = false;
    return { namespaces: everywhere ? null : namespaces, empty: !everywhere && namespaces.size === 0 };
}
function holdsPolicies(mesh) {
    return [...server_scope_POLICIES].some(kind => mesh.of(kind).length > 0);
}

;// CONCATENATED MODULE: ./build/effects/token-effects.js









/** What becomes of good tokens that are accepted on both sides: whether and how they reach the application. */
function tokenEffects(server, context) {
    const before = (0,security_inbound/* securityOf */.K)(context.base.compilation).inbound(server.base).jwt;
    const after = (0,security_inbound/* securityOf */.K)(context.head.compilation).inbound(server.head).jwt;
    const effects = [];
    const unknown = [];
    for (const old of before) {
        const now = after.find(one => one.issuer === old.issuer);
        if (now === undefined)
            continue;
        if (old.keys !== now.keys)
            unknown.push(otherKeys(old, now));
        if ((0,fingerprint/* canonical */.$)(old.spaceDelimited) !== (0,fingerprint/* canonical */.$)(now.spaceDelimited)) {
            unknown.push(otherClaims(now));
        }
        const changes = onward(old, now);
        if (changes.length === 0)
            continue;
        const port = bothPorts(context.base, context.head, server).find(({ base, head }) => base.reading !== 'tcp' && head.reading !== 'tcp');
        const effect = port && onwardEffect(server, port, now, changes, context);
        if (effect !== undefined)
            effects.push(effect);
    }
    return { effects, unknown };
}
/** Differences in what goes on to the application, in words. */
function onward(old, now) {
    const changes = [];
    const put = (facet, before, after) => {
        if (before !== after)
            changes.push({ facet, before, after });
    };
    put('token', forwarding(old), forwarding(now));
    put('payload header', old.payloadHeader || 'none', now.payloadHeader || 'none');
    put('claim headers', claimHeaders(old), claimHeaders(now));
    return changes;
}
function forwarding({ forward }) {
    return forward ? 'passed on to the application' : 'taken away before the application';
}
function claimHeaders({ claimHeaders: headers }) {
    return headers.length === 0
        ? 'none'
        : headers.map(({ header, claim }) => `${header} from ${claim}`).join(', ');
}
function onwardEffect(server, port, provider, changes, context) {
    const witness = token_effects_replay(server, port, provider, context);
    if ((0,fingerprint/* canonical */.$)(witness.before.upstreamHeaders) === (0,fingerprint/* canonical */.$)(witness.after.upstreamHeaders)) {
        return undefined;
    }
    const subject = accessSubject(server, port);
    const region = `tokens of ${provider.issuer === '' ? 'any issuer' : provider.issuer}`;
    const causes = accessCauses(server, 'policy', context);
    const mesh = context.head.mesh.name;
    const draft = {
        kind: 'authentication-changed',
        mesh,
        domain: 'authentication',
        direction: 'neutral',
        severity: 'warning',
        subject,
        proxy: { type: server.role, names: [server.description] },
        region,
        changes,
        witness,
        causes,
        members: [],
        certainty: server.assumptions.length === 0 ? 'certain' : 'assumed',
        assumptions: server.assumptions,
        fingerprint: '',
        verify: verifyAccess(server, port, 'authentication-changed'),
        watch: watchAccess(server, 'http', 'authentication-changed'),
        rollback: rollbackSecurity(causes, context.changes)
    };
    return { draft, server, port, speaks: 'http', location: true };
}
/** A good token that every claim header can be taken from. */
function token_effects_replay(server, port, provider, { base, head, callers }) {
    const claims = { iss: provider.issuer || 'issuer', sub: 'subject' };
    for (const { claim } of provider.claimHeaders)
        claims[claim] ??= 'value';
    if (provider.audiences.length > 0)
        claims.aud = provider.audiences[0];
    const [location] = provider.locations;
    const [name] = server.workloads;
    const principal = callers.principals[0] ?? '';
    const request = {
        from: { namespace: server.namespace },
        ...(name === undefined ? {} : { to: `${server.namespace}/${name}` }),
        protocol: 'http',
        port: port.sample,
        authority: `${name ?? 'service'}.${server.namespace}`,
        method: 'GET',
        path: '/',
        headers: {},
        transport: server.role === 'gateway' ? 'plaintext' : 'mtls',
        ...(server.role === 'gateway' ? {} : { principal }),
        tokens: [
            {
                claims,
                signature: 'good',
                ...(location === undefined ? {} : { in: (0,token_location/* locationText */.fN)(location) })
            }
        ]
    };
    const ask = (plane, side) => server.role === 'gateway'
        ? (0,evaluate_inbound/* evaluatePod */.$F)(plane, server[side], request, 'http')
        : (0,evaluate_inbound/* evaluateSidecar */.dg)(plane, server[side], request);
    return { request, before: ask(base, 'base'), after: ask(head, 'head') };
}
function otherKeys(old, now) {
    return {
        reason: 'opaque',
        message: `${(0,build_finding/* describeRef */.R)(now.manifest.ref)}: the keys for issuer ${now.issuer || '(any)'} change from ${keyWords(old)} to ${keyWords(now)}, so which tokens are good cannot be told from git`,
        subject: now.manifest.ref,
        at: { manifest: now.manifest, path: now.path }
    };
}
function keyWords({ keys }) {
    return keys.startsWith('inline') ? 'keys given inline' : keys.replace(/^\w+ /, '');
}
function otherClaims(now) {
    return {
        reason: 'field',
        message: `${(0,build_finding/* describeRef */.R)(now.manifest.ref)}: other claims are lists separated by spaces, which conditions on claims could see`,
        subject: now.manifest.ref,
        at: { manifest: now.manifest, path: [...now.path, 'spaceDelimitedClaims'] }
    };
}

;// CONCATENATED MODULE: ./build/effects/security.js










/** Everything that servers let in differently on two sides: transport, tokens, policies, what is written down. */
function securityEffects(base, head, changes) {
    const scope = serverScope(base.mesh, head.mesh, changes);
    if (scope.empty)
        return { effects: [], unknown: [], servers: 0, tables: 0, classes: 0 };
    const servers = serverClasses(base.mesh, head.mesh, scope);
    const callers = knownCallers(base.mesh, head.mesh);
    const effects = [];
    const unknown = [];
    let tables = 0;
    let classes = 0;
    const memory = new ComparisonMemory();
    const context = { base, head, changes, callers };
    for (const server of servers) {
        const found = compareAccess(base, head, server, callers, memory);
        tables += found.tables;
        classes += found.classes;
        for (const { message } of found.gaps) {
            const where = `what ${server.description} in ${server.namespace} let in`;
            unknown.push({ reason: 'budget', message: `${where}: ${message}`, subject: null, at: null });
        }
        for (const change of found.changes) {
            const made = accessEffect(change, context);
            if (made === null)
                continue;
            if ('draft' in made)
                effects.push(made);
            else
                unknown.push(made);
        }
        for (const audit of found.audits)
            effects.push(auditEffect(audit, context));
        effects.push(...connectionEffects(server, context));
        const tokens = tokenEffects(server, context);
        effects.push(...tokens.effects);
        unknown.push(...tokens.unknown);
    }
    return {
        effects: [...foldedAccess(effects, servers), ...membershipEffects(context)],
        unknown: security_distinct([...unknown, ...peerRivals(context)]),
        servers: servers.length,
        tables,
        classes
    };
}
function security_distinct(all) {
    const seen = new Map(all.map(one => [one.message, one]));
    return [...seen.values()];
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
    const security = securityEffects((0,dataplane/* dataplane */.T)(base), (0,dataplane/* dataplane */.T)(head), changes);
    const ledger = readChanges(changes);
    const unreached = ({ base: before, head: after }) => (decidesAccess(after ?? before) ? security.tables : routing.tables) === 0;
    const moved = routing.effects.map(effect => effect.proxy);
    return {
        effects: [...folded(routing.effects, routing.sidecars), ...security.effects].sort(byRisk),
        unknown: [
            ...routing.unknown,
            ...security.unknown,
            ...ledger.unknown,
            ...layer4Unknowns(base, head, changes),
            ...selectionUnknowns(base, head, changes),
            ...beneathOpaque(head, changes, [...new Set(moved)]),
            ...versionUnknowns(base, head)
        ],
        proxies: routing.proxies,
        tables: routing.tables + security.tables,
        classes: routing.classes + security.classes,
        textOnly: [...ledger.textOnly, ...ledger.read.filter(unreached).flatMap(dependedOnByNothing)],
        assumptions: [...opaqueAssumptions(head, changes), ...worldAssumptions(head)]
    };
}
/** Policies are compared at servers, everything else at least where it is routed. */
function decidesAccess(manifest) {
    return ['AuthorizationPolicy', 'RequestAuthentication', 'PeerAuthentication'].includes(manifest?.ref.kind ?? '');
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
    const causes = draft.causes.flatMap(cause => [
        { ...cause, at: (0,review_findings/* resolved */.L$)(cause.at) },
        ...(0,review_findings/* alsoResolved */.sg)(cause.at).map(({ at, note }) => ({ ...cause, at, note }))
    ]);
    return { ...draft, causes };
}

;// CONCATENATED MODULE: ./build/review/counterparts.js


function counterparts(others) {
    // Files that are equal on both sides are parsed once, and one object has one name.
    const shared = new Set(others.map(({ object }) => object));
    let index;
    const copies = (manifest) => {
        index ??= byRef(others);
        return index.get((0,mesh_order/* refKey */.XF)(manifest.ref)) ?? [];
    };
    return {
        isUnchanged: manifest => shared.has(manifest.object) ||
            copies(manifest).some(({ object }) => (0,manifest_change/* sameJson */.Vk)(object, manifest.object)),
        of(manifest) {
            const [first, ...more] = copies(manifest);
            return more.length === 0 ? first : undefined;
        }
    };
}
function byRef(manifests) {
    const found = new Map();
    for (const manifest of manifests) {
        const key = (0,mesh_order/* refKey */.XF)(manifest.ref);
        const known = found.get(key);
        if (known === undefined)
            found.set(key, [manifest]);
        else
            known.push(manifest);
    }
    return found;
}
/** For one state by itself, and where both sides are judged by different versions. */
const noCounterparts = {
    isUnchanged: () => false,
    of: () => undefined
};

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
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

;// CONCATENATED MODULE: ./build/review/fold-meshes.js


/**
 * Equal effects of several meshes as one, whose members name the others: one base that three overlays build is told
 * once. Equal is all that a reader sees but the mesh; where each is set may differ.
 * @param effects in the order of the report; the first of equal ones stands for them
 */
function foldedAcrossMeshes(effects) {
    const groups = new Map();
    for (const effect of effects) {
        const key = fold_meshes_likeness(effect);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [effect]);
        // Two effects of one mesh are two, however alike.
        else if (group.every(({ mesh }) => mesh !== effect.mesh))
            group.push(effect);
        else
            groups.set(`${key}\n${effect.fingerprint}`, [effect]);
    }
    return [...groups.values()].flatMap(group => {
        const [first, ...rest] = group;
        if (first === undefined)
            return [];
        const others = rest.flatMap(({ mesh, subject, proxy, region, fingerprint, members }) => [
            { mesh, subject, proxy, region, fingerprint },
            ...members
        ]);
        return [others.length === 0 ? first : { ...first, members: [...first.members, ...others] }];
    });
}
function fold_meshes_likeness(effect) {
    const { kind, direction, severity, certainty, subject, proxy, region, changes, causes } = effect;
    return (0,fingerprint/* canonical */.$)([
        kind,
        direction,
        severity,
        certainty,
        subject,
        proxy,
        region,
        changes,
        [...new Set(causes.map(cause => (0,mesh_order/* refKey */.XF)(cause.ref)))].sort(),
        effect.members.map(member => [member.subject, member.region]),
        effect.witness === null ? null : [effect.witness.before.outcome, effect.witness.after.outcome]
    ]);
}

// EXTERNAL MODULE: ./build/review/meshes.js + 2 modules
var review_meshes = __webpack_require__(87405);
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

// EXTERNAL MODULE: ./build/review/rendered.js + 5 modules
var review_rendered = __webpack_require__(99929);
// EXTERNAL MODULE: ./build/review/side.js + 2 modules
var side = __webpack_require__(7032);
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

// EXTERNAL MODULE: ./build/review/unread.js
var review_unread = __webpack_require__(42818);
// EXTERNAL MODULE: ./build/schema/schemas.js + 7 modules
var schema_schemas = __webpack_require__(26710);
// EXTERNAL MODULE: ./build/schema/validate.js + 2 modules
var validate = __webpack_require__(29167);
;// CONCATENATED MODULE: ./build/go/duration.js
const UNITS = {
    ns: 1n,
    us: 1000n,
    µs: 1000n,
    μs: 1000n,
    ms: 1000000n,
    s: 1000000000n,
    m: 60000000000n,
    h: 3600000000000n
};
const LIMIT = 1n << 63n;
/** Nanoseconds of a Go duration (`1m30s`, `.5s`, `-2h`); `null` where Go's time.ParseDuration reports an error. */
function parseDuration(text) {
    if (/^[-+]?0$/.test(text))
        return 0n;
    const written = /^([-+]?)((?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(text);
    if (written === null)
        return null;
    let total = 0n;
    for (const part of (written[2] ?? '').matchAll(/(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g)) {
        const unit = UNITS[part[3] ?? ''] ?? 0n;
        total += BigInt(part[1] || '0') * unit + fraction(part[2] ?? '', unit);
        if (total > LIMIT)
            return null;
    }
    const negative = written[1] === '-';
    if (total === LIMIT && !negative)
        return null;
    return negative ? -total : total;
}
/** As Go computes it: with floats, and digits beyond an int64 cut off. */
function fraction(digits, unit) {
    let value = 0n;
    let scale = 1;
    for (const digit of digits) {
        const next = value * 10n + BigInt(digit);
        if (next >= LIMIT)
            break;
        value = next;
        scale *= 10;
    }
    return value === 0n ? 0n : BigInt(Math.trunc(Number(value) * (Number(unit) / scale)));
}

// EXTERNAL MODULE: ./build/manifest/map.js
var map = __webpack_require__(83766);
;// CONCATENATED MODULE: ./build/validation/decode/messages.js
/* Written by scripts/messages.ts from the protobuf files of istio.io/api. */
/**
 * Fields of the messages that istiod decodes a spec into, in the order of their declaration. A type is a scalar, a
 * message or an enum; `[T]` is a list, `{T}` a map (`{K=T}` where its keys are
 * no text), and `?T` tells absent from zero. After `@` stands the oneof.
 */
const MESSAGES = {
    AccessLogging: {
        match: 'AccessLogging.LogSelector',
        providers: '[ProviderRef]',
        disabled: '?bool',
        filter: 'AccessLogging.Filter'
    },
    'AccessLogging.Filter': {
        expression: 'string'
    },
    'AccessLogging.LogSelector': {
        mode: 'WorkloadMode'
    },
    AuthorizationPolicy: {
        selector: 'type.WorkloadSelector',
        targetRef: 'type.PolicyTargetReference',
        targetRefs: '[type.PolicyTargetReference]',
        rules: '[Rule]',
        action: 'AuthorizationPolicy.Action',
        provider: 'AuthorizationPolicy.ExtensionProvider@action_detail'
    },
    'AuthorizationPolicy.ExtensionProvider': {
        name: 'string'
    },
    ClaimToHeader: {
        header: 'string',
        claim: 'string'
    },
    ClientTLSSettings: {
        mode: 'ClientTLSSettings.TLSmode',
        client_certificate: 'string',
        private_key: 'string',
        ca_certificates: 'string',
        credential_name: 'string',
        subject_alt_names: '[string]',
        sni: 'string',
        insecure_skip_verify: '?bool',
        ca_crl: 'string'
    },
    Condition: {
        key: 'string',
        values: '[string]',
        not_values: '[string]'
    },
    ConnectionPoolSettings: {
        tcp: 'ConnectionPoolSettings.TCPSettings',
        http: 'ConnectionPoolSettings.HTTPSettings'
    },
    'ConnectionPoolSettings.HTTPSettings': {
        http1_max_pending_requests: 'int32',
        http2_max_requests: 'int32',
        max_requests_per_connection: 'int32',
        max_retries: 'int32',
        idle_timeout: 'Duration',
        h2_upgrade_policy: 'ConnectionPoolSettings.HTTPSettings.H2UpgradePolicy',
        use_client_protocol: 'bool',
        max_concurrent_streams: 'int32',
        http2_keep_alive: 'ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive'
    },
    'ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive': {
        interval: 'Duration',
        timeout: 'Duration'
    },
    'ConnectionPoolSettings.TCPSettings': {
        max_connections: 'int32',
        connect_timeout: 'Duration',
        tcp_keepalive: 'ConnectionPoolSettings.TCPSettings.TcpKeepalive',
        max_connection_duration: 'Duration',
        idle_timeout: 'Duration'
    },
    'ConnectionPoolSettings.TCPSettings.TcpKeepalive': {
        probes: 'uint32',
        time: 'Duration',
        interval: 'Duration'
    },
    CorsPolicy: {
        allow_origin: '[string]',
        allow_origins: '[StringMatch]',
        allow_methods: '[string]',
        allow_headers: '[string]',
        expose_headers: '[string]',
        max_age: 'Duration',
        allow_credentials: '?bool',
        unmatched_preflights: 'CorsPolicy.UnmatchedPreflights'
    },
    Delegate: {
        name: 'string',
        namespace: 'string'
    },
    Destination: {
        host: 'string',
        subset: 'string',
        port: 'PortSelector'
    },
    DestinationRule: {
        host: 'string',
        traffic_policy: 'TrafficPolicy',
        subsets: '[Subset]',
        export_to: '[string]',
        workload_selector: 'type.WorkloadSelector'
    },
    EnvVar: {
        name: 'string',
        value_from: 'EnvValueSource',
        value: 'string'
    },
    EnvoyFilter: {
        workload_selector: 'WorkloadSelector',
        targetRefs: '[type.PolicyTargetReference]',
        config_patches: '[EnvoyFilter.EnvoyConfigObjectPatch]',
        priority: 'int32'
    },
    'EnvoyFilter.ClusterMatch': {
        port_number: 'uint32',
        service: 'string',
        subset: 'string',
        name: 'string'
    },
    'EnvoyFilter.EnvoyConfigObjectMatch': {
        context: 'EnvoyFilter.PatchContext',
        proxy: 'EnvoyFilter.ProxyMatch',
        listener: 'EnvoyFilter.ListenerMatch@object_types',
        route_configuration: 'EnvoyFilter.RouteConfigurationMatch@object_types',
        cluster: 'EnvoyFilter.ClusterMatch@object_types',
        waypoint: 'EnvoyFilter.WaypointMatch@object_types'
    },
    'EnvoyFilter.EnvoyConfigObjectPatch': {
        apply_to: 'EnvoyFilter.ApplyTo',
        match: 'EnvoyFilter.EnvoyConfigObjectMatch',
        patch: 'EnvoyFilter.Patch'
    },
    'EnvoyFilter.ListenerMatch': {
        port_number: 'uint32',
        port_name: 'string',
        filter_chain: 'EnvoyFilter.ListenerMatch.FilterChainMatch',
        listener_filter: 'string',
        name: 'string'
    },
    'EnvoyFilter.ListenerMatch.FilterChainMatch': {
        name: 'string',
        sni: 'string',
        transport_protocol: 'string',
        application_protocols: 'string',
        filter: 'EnvoyFilter.ListenerMatch.FilterMatch',
        destination_port: 'uint32'
    },
    'EnvoyFilter.ListenerMatch.FilterMatch': {
        name: 'string',
        sub_filter: 'EnvoyFilter.ListenerMatch.SubFilterMatch'
    },
    'EnvoyFilter.ListenerMatch.SubFilterMatch': {
        name: 'string'
    },
    'EnvoyFilter.Patch': {
        operation: 'EnvoyFilter.Patch.Operation',
        value: 'Struct',
        filter_class: 'EnvoyFilter.Patch.FilterClass'
    },
    'EnvoyFilter.ProxyMatch': {
        proxy_version: 'string',
        metadata: '{string}'
    },
    'EnvoyFilter.RouteConfigurationMatch': {
        port_number: 'uint32',
        port_name: 'string',
        gateway: 'string',
        vhost: 'EnvoyFilter.RouteConfigurationMatch.VirtualHostMatch',
        name: 'string'
    },
    'EnvoyFilter.RouteConfigurationMatch.RouteMatch': {
        name: 'string',
        action: 'EnvoyFilter.RouteConfigurationMatch.RouteMatch.Action'
    },
    'EnvoyFilter.RouteConfigurationMatch.VirtualHostMatch': {
        name: 'string',
        domain_name: 'string',
        route: 'EnvoyFilter.RouteConfigurationMatch.RouteMatch'
    },
    'EnvoyFilter.WaypointMatch': {
        port_number: 'uint32',
        route: 'EnvoyFilter.WaypointMatch.RouteMatch',
        filter: 'EnvoyFilter.WaypointMatch.FilterMatch'
    },
    'EnvoyFilter.WaypointMatch.FilterMatch': {
        name: 'string',
        sub_filter: 'EnvoyFilter.WaypointMatch.FilterMatch.SubFilterMatch'
    },
    'EnvoyFilter.WaypointMatch.FilterMatch.SubFilterMatch': {
        name: 'string'
    },
    'EnvoyFilter.WaypointMatch.RouteMatch': {
        name: 'string'
    },
    ExecHealthCheckConfig: {
        command: '[string]'
    },
    Gateway: {
        servers: '[Server]',
        selector: '{string}'
    },
    GrpcHealthCheckConfig: {
        port: 'uint32',
        service: 'string'
    },
    HTTPBody: {
        string: '?string@specifier',
        bytes: '?bytes@specifier'
    },
    HTTPDirectResponse: {
        status: 'uint32',
        body: 'HTTPBody'
    },
    HTTPFaultInjection: {
        delay: 'HTTPFaultInjection.Delay',
        abort: 'HTTPFaultInjection.Abort'
    },
    'HTTPFaultInjection.Abort': {
        http_status: '?int32@error_type',
        grpc_status: '?string@error_type',
        http2_error: '?string@error_type',
        percentage: 'Percent'
    },
    'HTTPFaultInjection.Delay': {
        percent: 'int32',
        fixed_delay: 'Duration@http_delay_type',
        exponential_delay: 'Duration@http_delay_type',
        percentage: 'Percent'
    },
    HTTPHeader: {
        name: 'string',
        value: 'string'
    },
    HTTPHealthCheckConfig: {
        path: 'string',
        port: 'uint32',
        host: 'string',
        scheme: 'string',
        http_headers: '[HTTPHeader]'
    },
    HTTPMatchRequest: {
        name: 'string',
        uri: 'StringMatch',
        scheme: 'StringMatch',
        method: 'StringMatch',
        authority: 'StringMatch',
        headers: '{StringMatch}',
        port: 'uint32',
        source_labels: '{string}',
        gateways: '[string]',
        query_params: '{StringMatch}',
        ignore_uri_case: 'bool',
        without_headers: '{StringMatch}',
        source_namespace: 'string',
        stat_prefix: 'string'
    },
    HTTPMirrorPolicy: {
        destination: 'Destination',
        percentage: 'Percent'
    },
    HTTPRedirect: {
        uri: 'string',
        authority: 'string',
        port: '?uint32@redirect_port',
        derive_port: '?HTTPRedirect.RedirectPortSelection@redirect_port',
        scheme: 'string',
        redirect_code: 'uint32',
        prefix_rewrite: 'string'
    },
    HTTPRetry: {
        attempts: 'int32',
        per_try_timeout: 'Duration',
        retry_on: 'string',
        retry_remote_localities: '?bool',
        retry_ignore_previous_hosts: '?bool',
        backoff: 'Duration'
    },
    HTTPRewrite: {
        uri: 'string',
        authority: 'string',
        uri_regex_rewrite: 'RegexRewrite'
    },
    HTTPRoute: {
        name: 'string',
        match: '[HTTPMatchRequest]',
        route: '[HTTPRouteDestination]',
        redirect: 'HTTPRedirect',
        direct_response: 'HTTPDirectResponse',
        delegate: 'Delegate',
        rewrite: 'HTTPRewrite',
        timeout: 'Duration',
        retries: 'HTTPRetry',
        fault: 'HTTPFaultInjection',
        mirror: 'Destination',
        mirrors: '[HTTPMirrorPolicy]',
        mirror_percent: '?uint32',
        mirror_percentage: 'Percent',
        cors_policy: 'CorsPolicy',
        headers: 'Headers'
    },
    HTTPRouteDestination: {
        destination: 'Destination',
        weight: 'int32',
        headers: 'Headers'
    },
    Headers: {
        request: 'Headers.HeaderOperations',
        response: 'Headers.HeaderOperations'
    },
    'Headers.HeaderOperations': {
        set: '{string}',
        add: '{string}',
        remove: '[string]'
    },
    IstioEgressListener: {
        port: 'SidecarPort',
        bind: 'string',
        capture_mode: 'CaptureMode',
        hosts: '[string]'
    },
    IstioIngressListener: {
        port: 'SidecarPort',
        bind: 'string',
        capture_mode: 'CaptureMode',
        default_endpoint: 'string',
        tls: 'ServerTLSSettings',
        connection_pool: 'ConnectionPoolSettings'
    },
    JWTHeader: {
        name: 'string',
        prefix: 'string'
    },
    JWTRule: {
        issuer: 'string',
        audiences: '[string]',
        jwks_uri: 'string',
        jwks: 'string',
        from_headers: '[JWTHeader]',
        from_params: '[string]',
        output_payload_to_header: 'string',
        from_cookies: '[string]',
        forward_original_token: 'bool',
        output_claim_to_headers: '[ClaimToHeader]',
        timeout: 'Duration',
        space_delimited_claims: '[string]'
    },
    L4MatchAttributes: {
        destination_subnets: '[string]',
        port: 'uint32',
        source_subnet: 'string',
        source_labels: '{string}',
        gateways: '[string]',
        source_namespace: 'string'
    },
    LoadBalancerSettings: {
        simple: '?LoadBalancerSettings.SimpleLB@lb_policy',
        consistent_hash: 'LoadBalancerSettings.ConsistentHashLB@lb_policy',
        locality_lb_setting: 'LocalityLoadBalancerSetting',
        zone_aware_lb_setting: 'ZoneAwareLoadBalancerSetting',
        warmup_duration_secs: 'Duration',
        warmup: 'WarmupConfiguration'
    },
    'LoadBalancerSettings.ConsistentHashLB': {
        http_header_name: '?string@hash_key',
        http_cookie: 'LoadBalancerSettings.ConsistentHashLB.HTTPCookie@hash_key',
        use_source_ip: '?bool@hash_key',
        http_query_parameter_name: '?string@hash_key',
        ring_hash: 'LoadBalancerSettings.ConsistentHashLB.RingHash@hash_algorithm',
        maglev: 'LoadBalancerSettings.ConsistentHashLB.MagLev@hash_algorithm',
        minimum_ring_size: 'uint64'
    },
    'LoadBalancerSettings.ConsistentHashLB.HTTPCookie': {
        name: 'string',
        path: 'string',
        ttl: 'Duration',
        attributes: '[LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute]'
    },
    'LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute': {
        name: 'string',
        value: 'string'
    },
    'LoadBalancerSettings.ConsistentHashLB.MagLev': {
        table_size: 'uint64'
    },
    'LoadBalancerSettings.ConsistentHashLB.RingHash': {
        minimum_ring_size: 'uint64'
    },
    LocalityLoadBalancerSetting: {
        distribute: '[LocalityLoadBalancerSetting.Distribute]',
        failover: '[LocalityLoadBalancerSetting.Failover]',
        failover_priority: '[string]',
        enabled: '?bool'
    },
    'LocalityLoadBalancerSetting.Distribute': {
        from: 'string',
        to: '{uint32}'
    },
    'LocalityLoadBalancerSetting.Failover': {
        from: 'string',
        to: 'string'
    },
    LuaConfig: {
        inline_code: 'string'
    },
    MetricSelector: {
        metric: '?MetricSelector.IstioMetric@metric_match',
        custom_metric: '?string@metric_match',
        mode: 'WorkloadMode'
    },
    Metrics: {
        providers: '[ProviderRef]',
        overrides: '[MetricsOverrides]',
        reporting_interval: 'Duration'
    },
    MetricsOverrides: {
        match: 'MetricSelector',
        disabled: '?bool',
        tag_overrides: '{MetricsOverrides.TagOverride}'
    },
    'MetricsOverrides.TagOverride': {
        operation: 'MetricsOverrides.TagOverride.Operation',
        value: 'string'
    },
    Operation: {
        hosts: '[string]',
        not_hosts: '[string]',
        ports: '[string]',
        not_ports: '[string]',
        methods: '[string]',
        not_methods: '[string]',
        paths: '[string]',
        not_paths: '[string]'
    },
    OutboundTrafficPolicy: {
        mode: 'OutboundTrafficPolicy.Mode',
        egress_proxy: 'Destination'
    },
    OutlierDetection: {
        consecutive_errors: 'int32',
        split_external_local_origin_errors: 'bool',
        consecutive_local_origin_failures: '?uint32',
        consecutive_gateway_errors: '?uint32',
        consecutive_5xx_errors: '?uint32',
        interval: 'Duration',
        base_ejection_time: 'Duration',
        max_ejection_percent: 'int32',
        min_health_percent: 'int32',
        outlier_detection_http_error_codes: '[uint32]'
    },
    PeerAuthentication: {
        selector: 'type.WorkloadSelector',
        mtls: 'PeerAuthentication.MutualTLS',
        port_level_mtls: '{uint32=PeerAuthentication.MutualTLS}'
    },
    'PeerAuthentication.MutualTLS': {
        mode: 'PeerAuthentication.MutualTLS.Mode'
    },
    Percent: {
        value: 'double'
    },
    Port: {
        number: 'uint32',
        protocol: 'string',
        name: 'string',
        target_port: 'uint32'
    },
    PortSelector: {
        number: 'uint32'
    },
    ProviderRef: {
        name: 'string'
    },
    ProxyConfig: {
        selector: 'type.WorkloadSelector',
        concurrency: '?int32',
        environment_variables: '{string}',
        image: 'ProxyImage'
    },
    ProxyImage: {
        image_type: 'string'
    },
    ReadinessProbe: {
        initial_delay_seconds: 'int32',
        timeout_seconds: 'int32',
        period_seconds: 'int32',
        success_threshold: 'int32',
        failure_threshold: 'int32',
        http_get: 'HTTPHealthCheckConfig@health_check_method',
        tcp_socket: 'TCPHealthCheckConfig@health_check_method',
        exec: 'ExecHealthCheckConfig@health_check_method',
        grpc: 'GrpcHealthCheckConfig@health_check_method'
    },
    RegexRewrite: {
        match: 'string',
        rewrite: 'string'
    },
    RequestAuthentication: {
        selector: 'type.WorkloadSelector',
        targetRef: 'type.PolicyTargetReference',
        targetRefs: '[type.PolicyTargetReference]',
        jwt_rules: '[JWTRule]'
    },
    RouteDestination: {
        destination: 'Destination',
        weight: 'int32'
    },
    Rule: {
        from: '[Rule.From]',
        to: '[Rule.To]',
        when: '[Condition]'
    },
    'Rule.From': {
        source: 'Source'
    },
    'Rule.To': {
        operation: 'Operation'
    },
    Server: {
        port: 'Port',
        bind: 'string',
        hosts: '[string]',
        tls: 'ServerTLSSettings',
        default_endpoint: 'string',
        name: 'string'
    },
    ServerTLSSettings: {
        https_redirect: 'bool',
        mode: 'ServerTLSSettings.TLSmode',
        server_certificate: 'string',
        private_key: 'string',
        ca_certificates: 'string',
        ca_crl: 'string',
        credential_name: 'string',
        credential_names: '[string]',
        ca_cert_credential_name: 'string',
        tls_certificates: '[ServerTLSSettings.TLSCertificate]',
        subject_alt_names: '[string]',
        verify_certificate_spki: '[string]',
        verify_certificate_hash: '[string]',
        min_protocol_version: 'ServerTLSSettings.TLSProtocol',
        max_protocol_version: 'ServerTLSSettings.TLSProtocol',
        cipher_suites: '[string]',
        insecure_skip_verify: '?bool'
    },
    'ServerTLSSettings.TLSCertificate': {
        server_certificate: 'string',
        private_key: 'string',
        ca_certificates: 'string'
    },
    ServiceEntry: {
        hosts: '[string]',
        addresses: '[string]',
        ports: '[ServicePort]',
        location: 'ServiceEntry.Location',
        resolution: 'ServiceEntry.Resolution',
        endpoints: '[WorkloadEntry]',
        workload_selector: 'WorkloadSelector',
        export_to: '[string]',
        subject_alt_names: '[string]'
    },
    ServiceEntryAddress: {
        value: 'string',
        host: 'string'
    },
    ServiceEntryStatus: {
        conditions: '[meta.v1alpha1.IstioCondition]',
        validation_messages: '[analysis.v1alpha1.AnalysisMessageBase]',
        observed_generation: 'int64',
        addresses: '[ServiceEntryAddress]'
    },
    ServicePort: {
        number: 'uint32',
        protocol: 'string',
        name: 'string',
        target_port: 'uint32'
    },
    Sidecar: {
        workload_selector: 'WorkloadSelector',
        ingress: '[IstioIngressListener]',
        egress: '[IstioEgressListener]',
        inbound_connection_pool: 'ConnectionPoolSettings',
        outbound_traffic_policy: 'OutboundTrafficPolicy'
    },
    SidecarPort: {
        number: 'uint32',
        protocol: 'string',
        name: 'string',
        target_port: 'uint32'
    },
    Source: {
        principals: '[string]',
        not_principals: '[string]',
        request_principals: '[string]',
        not_request_principals: '[string]',
        namespaces: '[string]',
        not_namespaces: '[string]',
        service_accounts: '[string]',
        not_service_accounts: '[string]',
        ip_blocks: '[string]',
        not_ip_blocks: '[string]',
        remote_ip_blocks: '[string]',
        not_remote_ip_blocks: '[string]',
        trust_domains: '[string]',
        not_trust_domains: '[string]'
    },
    StringMatch: {
        exact: '?string@match_type',
        prefix: '?string@match_type',
        regex: '?string@match_type'
    },
    Subset: {
        name: 'string',
        labels: '{string}',
        traffic_policy: 'TrafficPolicy'
    },
    TCPHealthCheckConfig: {
        host: 'string',
        port: 'uint32'
    },
    TCPRoute: {
        match: '[L4MatchAttributes]',
        route: '[RouteDestination]'
    },
    TLSMatchAttributes: {
        sni_hosts: '[string]',
        destination_subnets: '[string]',
        port: 'uint32',
        source_labels: '{string}',
        gateways: '[string]',
        source_namespace: 'string'
    },
    TLSRoute: {
        match: '[TLSMatchAttributes]',
        route: '[RouteDestination]'
    },
    Telemetry: {
        selector: 'type.WorkloadSelector',
        targetRef: 'type.PolicyTargetReference',
        targetRefs: '[type.PolicyTargetReference]',
        tracing: '[Tracing]',
        metrics: '[Metrics]',
        access_logging: '[AccessLogging]'
    },
    Tracing: {
        match: 'Tracing.TracingSelector',
        providers: '[ProviderRef]',
        random_sampling_percentage: '?double',
        disable_span_reporting: '?bool',
        custom_tags: '{Tracing.CustomTag}',
        use_request_id_for_trace_sampling: '?bool',
        enable_istio_tags: '?bool',
        disable_context_propagation: '?bool'
    },
    'Tracing.CustomTag': {
        literal: 'Tracing.Literal@type',
        environment: 'Tracing.Environment@type',
        header: 'Tracing.RequestHeader@type',
        formatter: 'Tracing.Formatter@type'
    },
    'Tracing.Environment': {
        name: 'string',
        default_value: 'string'
    },
    'Tracing.Formatter': {
        value: 'string'
    },
    'Tracing.Literal': {
        value: 'string'
    },
    'Tracing.RequestHeader': {
        name: 'string',
        default_value: 'string'
    },
    'Tracing.TracingSelector': {
        mode: 'WorkloadMode'
    },
    TrafficExtension: {
        selector: 'type.WorkloadSelector',
        targetRefs: '[type.PolicyTargetReference]',
        phase: 'TrafficExtension.ExecutionPhase',
        priority: '?int32',
        match: '[TrafficSelector]',
        wasm: 'WasmConfig@filter_config',
        lua: 'LuaConfig@filter_config'
    },
    TrafficPolicy: {
        load_balancer: 'LoadBalancerSettings',
        connection_pool: 'ConnectionPoolSettings',
        outlier_detection: 'OutlierDetection',
        tls: 'ClientTLSSettings',
        port_level_settings: '[TrafficPolicy.PortTrafficPolicy]',
        tunnel: 'TrafficPolicy.TunnelSettings',
        proxy_protocol: 'TrafficPolicy.ProxyProtocol',
        retry_budget: 'TrafficPolicy.RetryBudget'
    },
    'TrafficPolicy.PortTrafficPolicy': {
        port: 'PortSelector',
        load_balancer: 'LoadBalancerSettings',
        connection_pool: 'ConnectionPoolSettings',
        outlier_detection: 'OutlierDetection',
        tls: 'ClientTLSSettings'
    },
    'TrafficPolicy.ProxyProtocol': {
        version: 'TrafficPolicy.ProxyProtocol.VERSION'
    },
    'TrafficPolicy.RetryBudget': {
        percent: '?double',
        min_retry_concurrency: 'uint32',
        budget_interval: 'Duration'
    },
    'TrafficPolicy.TunnelSettings': {
        protocol: 'string',
        target_host: 'string',
        target_port: 'uint32'
    },
    TrafficSelector: {
        mode: 'type.WorkloadMode',
        ports: '[type.PortSelector]'
    },
    VirtualService: {
        hosts: '[string]',
        gateways: '[string]',
        http: '[HTTPRoute]',
        tls: '[TLSRoute]',
        tcp: '[TCPRoute]',
        export_to: '[string]'
    },
    VmConfig: {
        env: '[EnvVar]'
    },
    WarmupConfiguration: {
        duration: 'Duration',
        minimum_percent: '?double',
        aggression: '?double'
    },
    WasmConfig: {
        url: 'string',
        sha256: 'string',
        image_pull_policy: 'PullPolicy',
        image_pull_secret: 'string',
        verification_key: 'string',
        plugin_config: 'Struct',
        plugin_name: 'string',
        fail_strategy: 'FailStrategy',
        vm_config: 'VmConfig',
        type: 'PluginType'
    },
    WasmPlugin: {
        selector: 'type.WorkloadSelector',
        targetRef: 'type.PolicyTargetReference',
        targetRefs: '[type.PolicyTargetReference]',
        url: 'string',
        sha256: 'string',
        image_pull_policy: 'PullPolicy',
        image_pull_secret: 'string',
        verification_key: 'string',
        plugin_config: 'Struct',
        plugin_name: 'string',
        phase: 'PluginPhase',
        priority: '?int32',
        fail_strategy: 'FailStrategy',
        vm_config: 'VmConfig',
        match: '[WasmPlugin.TrafficSelector]',
        type: 'PluginType'
    },
    'WasmPlugin.TrafficSelector': {
        mode: 'type.WorkloadMode',
        ports: '[type.PortSelector]'
    },
    WorkloadEntry: {
        address: 'string',
        ports: '{uint32}',
        labels: '{string}',
        network: 'string',
        locality: 'string',
        weight: 'uint32',
        service_account: 'string'
    },
    WorkloadGroup: {
        metadata: 'WorkloadGroup.ObjectMeta',
        template: 'WorkloadEntry',
        probe: 'ReadinessProbe'
    },
    'WorkloadGroup.ObjectMeta': {
        labels: '{string}',
        annotations: '{string}'
    },
    WorkloadSelector: {
        labels: '{string}'
    },
    ZoneAwareLoadBalancerSetting: {
        enabled: '?bool',
        failover: '[ZoneAwareLoadBalancerSetting.Failover]',
        failover_priority: '[string]',
        min_cluster_size: '?uint32'
    },
    'ZoneAwareLoadBalancerSetting.Failover': {
        from: 'string',
        to: 'string'
    },
    'type.PolicyTargetReference': {
        group: 'string',
        kind: 'string',
        name: 'string',
        namespace: 'string'
    },
    'type.PortSelector': {
        number: 'uint32'
    },
    'type.WorkloadSelector': {
        match_labels: '{string}'
    }
};
/** Values of enums by their number. */
const ENUMS = {
    'AuthorizationPolicy.Action': { ALLOW: 0, DENY: 1, AUDIT: 2, CUSTOM: 3 },
    CaptureMode: { DEFAULT: 0, IPTABLES: 1, NONE: 2 },
    'ClientTLSSettings.TLSmode': { DISABLE: 0, SIMPLE: 1, MUTUAL: 2, ISTIO_MUTUAL: 3 },
    'ConnectionPoolSettings.HTTPSettings.H2UpgradePolicy': {
        DEFAULT: 0,
        DO_NOT_UPGRADE: 1,
        UPGRADE: 2
    },
    'CorsPolicy.UnmatchedPreflights': { UNSPECIFIED: 0, FORWARD: 1, IGNORE: 2 },
    EnvValueSource: { INLINE: 0, HOST: 1 },
    'EnvoyFilter.ApplyTo': {
        INVALID: 0,
        LISTENER: 1,
        FILTER_CHAIN: 2,
        NETWORK_FILTER: 3,
        HTTP_FILTER: 4,
        ROUTE_CONFIGURATION: 5,
        VIRTUAL_HOST: 6,
        HTTP_ROUTE: 7,
        CLUSTER: 8,
        EXTENSION_CONFIG: 9,
        BOOTSTRAP: 10,
        LISTENER_FILTER: 11
    },
    'EnvoyFilter.Patch.FilterClass': { UNSPECIFIED: 0, AUTHN: 1, AUTHZ: 2, STATS: 3 },
    'EnvoyFilter.Patch.Operation': {
        INVALID: 0,
        MERGE: 1,
        ADD: 2,
        REMOVE: 3,
        INSERT_BEFORE: 4,
        INSERT_AFTER: 5,
        INSERT_FIRST: 6,
        REPLACE: 7,
        MERGE_AND_REPLACE_LIST: 8
    },
    'EnvoyFilter.PatchContext': {
        ANY: 0,
        SIDECAR_INBOUND: 1,
        SIDECAR_OUTBOUND: 2,
        GATEWAY: 3,
        WAYPOINT: 4
    },
    'EnvoyFilter.RouteConfigurationMatch.RouteMatch.Action': {
        ANY: 0,
        ROUTE: 1,
        REDIRECT: 2,
        DIRECT_RESPONSE: 3
    },
    FailStrategy: { FAIL_CLOSE: 0, FAIL_OPEN: 1, FAIL_RELOAD: 2 },
    'HTTPRedirect.RedirectPortSelection': { FROM_PROTOCOL_DEFAULT: 0, FROM_REQUEST_PORT: 1 },
    'LoadBalancerSettings.SimpleLB': {
        UNSPECIFIED: 0,
        LEAST_CONN: 1,
        RANDOM: 2,
        PASSTHROUGH: 3,
        ROUND_ROBIN: 4,
        LEAST_REQUEST: 5
    },
    'MetricSelector.IstioMetric': {
        ALL_METRICS: 0,
        REQUEST_COUNT: 1,
        REQUEST_DURATION: 2,
        REQUEST_SIZE: 3,
        RESPONSE_SIZE: 4,
        TCP_OPENED_CONNECTIONS: 5,
        TCP_CLOSED_CONNECTIONS: 6,
        TCP_SENT_BYTES: 7,
        TCP_RECEIVED_BYTES: 8,
        GRPC_REQUEST_MESSAGES: 9,
        GRPC_RESPONSE_MESSAGES: 10
    },
    'MetricsOverrides.TagOverride.Operation': { UPSERT: 0, REMOVE: 1 },
    'OutboundTrafficPolicy.Mode': { REGISTRY_ONLY: 0, ALLOW_ANY: 1 },
    'PeerAuthentication.MutualTLS.Mode': { UNSET: 0, DISABLE: 1, PERMISSIVE: 2, STRICT: 3 },
    PluginPhase: { UNSPECIFIED_PHASE: 0, AUTHN: 1, AUTHZ: 2, STATS: 3 },
    PluginType: { UNSPECIFIED_PLUGIN_TYPE: 0, HTTP: 1, NETWORK: 2 },
    PullPolicy: { UNSPECIFIED_POLICY: 0, IfNotPresent: 1, Always: 2 },
    'ServerTLSSettings.TLSProtocol': { TLS_AUTO: 0, TLSV1_0: 1, TLSV1_1: 2, TLSV1_2: 3, TLSV1_3: 4 },
    'ServerTLSSettings.TLSmode': {
        PASSTHROUGH: 0,
        SIMPLE: 1,
        MUTUAL: 2,
        AUTO_PASSTHROUGH: 3,
        ISTIO_MUTUAL: 4,
        OPTIONAL_MUTUAL: 5
    },
    'ServiceEntry.Location': { MESH_EXTERNAL: 0, MESH_INTERNAL: 1 },
    'ServiceEntry.Resolution': { NONE: 0, STATIC: 1, DNS: 2, DNS_ROUND_ROBIN: 3, DYNAMIC_DNS: 4 },
    'TrafficExtension.ExecutionPhase': { UNSPECIFIED: 0, AUTHN: 1, AUTHZ: 2, STATS: 3 },
    'TrafficPolicy.ProxyProtocol.VERSION': { V1: 0, V2: 1 },
    WorkloadMode: { CLIENT_AND_SERVER: 0, CLIENT: 1, SERVER: 2 },
    'type.WorkloadMode': { UNDEFINED: 0, CLIENT: 1, SERVER: 2, CLIENT_AND_SERVER: 3 }
};
/** The first minor (1.x) of fields and enum values that came after 1.18. */
const SINCE = {
    'AuthorizationPolicy.targetRef': 20,
    'AuthorizationPolicy.targetRefs': 22,
    'ClientTLSSettings.ca_crl': 22,
    'ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive.interval': 31,
    'ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive.timeout': 31,
    'ConnectionPoolSettings.HTTPSettings.http2_keep_alive': 31,
    'ConnectionPoolSettings.HTTPSettings.max_concurrent_streams': 21,
    'ConnectionPoolSettings.TCPSettings.idle_timeout': 21,
    'CorsPolicy.UnmatchedPreflights.FORWARD': 23,
    'CorsPolicy.UnmatchedPreflights.IGNORE': 23,
    'CorsPolicy.UnmatchedPreflights.UNSPECIFIED': 23,
    'CorsPolicy.unmatched_preflights': 23,
    'EnvoyFilter.EnvoyConfigObjectMatch.waypoint': 29,
    'EnvoyFilter.Patch.Operation.MERGE_AND_REPLACE_LIST': 31,
    'EnvoyFilter.PatchContext.WAYPOINT': 29,
    'EnvoyFilter.RouteConfigurationMatch.VirtualHostMatch.domain_name': 25,
    'EnvoyFilter.WaypointMatch.FilterMatch.SubFilterMatch.name': 29,
    'EnvoyFilter.WaypointMatch.FilterMatch.name': 29,
    'EnvoyFilter.WaypointMatch.FilterMatch.sub_filter': 29,
    'EnvoyFilter.WaypointMatch.RouteMatch.name': 29,
    'EnvoyFilter.WaypointMatch.filter': 29,
    'EnvoyFilter.WaypointMatch.port_number': 29,
    'EnvoyFilter.WaypointMatch.route': 29,
    'EnvoyFilter.targetRefs': 22,
    'FailStrategy.FAIL_CLOSE': 19,
    'FailStrategy.FAIL_OPEN': 19,
    'FailStrategy.FAIL_RELOAD': 27,
    'GrpcHealthCheckConfig.port': 25,
    'GrpcHealthCheckConfig.service': 25,
    'HTTPMirrorPolicy.destination': 19,
    'HTTPMirrorPolicy.percentage': 19,
    'HTTPRedirect.prefix_rewrite': 31,
    'HTTPRetry.backoff': 26,
    'HTTPRetry.retry_ignore_previous_hosts': 26,
    'HTTPRewrite.uri_regex_rewrite': 19,
    'HTTPRoute.mirrors': 19,
    'IstioIngressListener.connection_pool': 20,
    'JWTRule.from_cookies': 21,
    'JWTRule.space_delimited_claims': 28,
    'JWTRule.timeout': 22,
    'LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute.name': 28,
    'LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute.value': 28,
    'LoadBalancerSettings.ConsistentHashLB.HTTPCookie.attributes': 28,
    'LoadBalancerSettings.warmup': 24,
    'LoadBalancerSettings.zone_aware_lb_setting': 31,
    'LuaConfig.inline_code': 30,
    'OutlierDetection.outlier_detection_http_error_codes': 31,
    'PluginType.HTTP': 20,
    'PluginType.NETWORK': 20,
    'PluginType.UNSPECIFIED_PLUGIN_TYPE': 20,
    'ReadinessProbe.grpc': 25,
    'RegexRewrite.match': 19,
    'RegexRewrite.rewrite': 19,
    'RequestAuthentication.targetRef': 20,
    'RequestAuthentication.targetRefs': 22,
    'ServerTLSSettings.TLSCertificate.ca_certificates': 26,
    'ServerTLSSettings.TLSCertificate.private_key': 26,
    'ServerTLSSettings.TLSCertificate.server_certificate': 26,
    'ServerTLSSettings.TLSmode.OPTIONAL_MUTUAL': 19,
    'ServerTLSSettings.ca_cert_credential_name': 28,
    'ServerTLSSettings.ca_crl': 22,
    'ServerTLSSettings.credential_names': 26,
    'ServerTLSSettings.insecure_skip_verify': 31,
    'ServerTLSSettings.tls_certificates': 26,
    'ServiceEntry.Resolution.DYNAMIC_DNS': 28,
    'Sidecar.inbound_connection_pool': 20,
    'Source.not_service_accounts': 25,
    'Source.not_trust_domains': 30,
    'Source.service_accounts': 25,
    'Source.trust_domains': 30,
    'Telemetry.targetRef': 20,
    'Telemetry.targetRefs': 22,
    'Tracing.CustomTag.formatter': 29,
    'Tracing.Formatter.value': 29,
    'Tracing.disable_context_propagation': 30,
    'Tracing.enable_istio_tags': 25,
    'TrafficExtension.ExecutionPhase.AUTHN': 30,
    'TrafficExtension.ExecutionPhase.AUTHZ': 30,
    'TrafficExtension.ExecutionPhase.STATS': 30,
    'TrafficExtension.ExecutionPhase.UNSPECIFIED': 30,
    'TrafficExtension.lua': 30,
    'TrafficExtension.match': 30,
    'TrafficExtension.phase': 30,
    'TrafficExtension.priority': 30,
    'TrafficExtension.selector': 30,
    'TrafficExtension.targetRefs': 30,
    'TrafficExtension.wasm': 30,
    'TrafficPolicy.ProxyProtocol.VERSION.V1': 21,
    'TrafficPolicy.ProxyProtocol.VERSION.V2': 21,
    'TrafficPolicy.ProxyProtocol.version': 21,
    'TrafficPolicy.RetryBudget.budget_interval': 31,
    'TrafficPolicy.RetryBudget.min_retry_concurrency': 27,
    'TrafficPolicy.RetryBudget.percent': 27,
    'TrafficPolicy.proxy_protocol': 21,
    'TrafficPolicy.retry_budget': 27,
    'TrafficSelector.mode': 30,
    'TrafficSelector.ports': 30,
    'WarmupConfiguration.aggression': 24,
    'WarmupConfiguration.duration': 24,
    'WarmupConfiguration.minimum_percent': 24,
    'WasmConfig.fail_strategy': 30,
    'WasmConfig.image_pull_policy': 30,
    'WasmConfig.image_pull_secret': 30,
    'WasmConfig.plugin_config': 30,
    'WasmConfig.plugin_name': 30,
    'WasmConfig.sha256': 30,
    'WasmConfig.type': 30,
    'WasmConfig.url': 30,
    'WasmConfig.verification_key': 30,
    'WasmConfig.vm_config': 30,
    'WasmPlugin.fail_strategy': 19,
    'WasmPlugin.targetRef': 20,
    'WasmPlugin.targetRefs': 22,
    'WasmPlugin.type': 20,
    'ZoneAwareLoadBalancerSetting.Failover.from': 31,
    'ZoneAwareLoadBalancerSetting.Failover.to': 31,
    'ZoneAwareLoadBalancerSetting.enabled': 31,
    'ZoneAwareLoadBalancerSetting.failover': 31,
    'ZoneAwareLoadBalancerSetting.failover_priority': 31,
    'ZoneAwareLoadBalancerSetting.min_cluster_size': 31,
    'type.PolicyTargetReference.group': 20,
    'type.PolicyTargetReference.kind': 20,
    'type.PolicyTargetReference.name': 20,
    'type.PolicyTargetReference.namespace': 20
};

;// CONCATENATED MODULE: ./build/validation/decode/scalar.js
/**
 * Scalars as golang/protobuf's jsonpb reads them, which is more lenient than JSON's types: numbers may stand in quotes
 * (jsonpb/decode.go: unmarshalSingularValue, trimQuote).
 */
const SCALARS = {
    bool: value => (value === null ? false : typeof value === 'boolean' ? value : undefined),
    string: value => (value === null ? '' : typeof value === 'string' ? value : undefined),
    int32: value => integer(value, -2147483648, 2147483647),
    uint32: value => integer(value, 0, 4294967295),
    uint64: value => integer(value, 0, 2 ** 64),
    double: floating,
    float: floating,
    bytes
};
function integer(value, least, most) {
    const read = scalar_unquoted(value, /^-?(?:0|[1-9]\d*)$/);
    if (read === undefined || !Number.isInteger(read) || read < least || read > most)
        return undefined;
    // An unsigned integer has no sign, also not before a zero.
    return least === 0 && Object.is(read, -0) && typeof value === 'string' ? undefined : read;
}
function floating(value) {
    if (value === 'NaN')
        return Number.NaN;
    if (value === 'Infinity')
        return Number.POSITIVE_INFINITY;
    if (value === '-Infinity')
        return Number.NEGATIVE_INFINITY;
    const read = scalar_unquoted(value, /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/);
    return read === undefined || !Number.isFinite(read) ? undefined : read;
}
/** The number, or the one that a text is when its quotes are taken away. */
function scalar_unquoted(value, form) {
    if (value === null || value === 'null')
        return 0;
    if (typeof value === 'number')
        return value;
    if (typeof value !== 'string')
        return undefined;
    const text = value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
    return form.test(text) ? Number(text) : undefined;
}
/** Go's base64.StdEncoding, which skips line ends; the number of bytes. */
function bytes(value) {
    if (value === null)
        return 0;
    if (typeof value !== 'string')
        return undefined;
    const text = value.replace(/[\r\n]/g, '');
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
        return undefined;
    return (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
}

;// CONCATENATED MODULE: ./build/validation/decode/decode.js




/**
 * Decodes a spec as istiod does on its way to the webhook: jsonpb with unknown fields allowed (istio
 * pkg/util/protomarshal ApplyJSON). Fields that the minor does not have yet are unknown to it. `path` is where `json`
 * stands in the object.
 */
function decode(name, json, minor, path) {
    const decoder = new Decoder(minor, path);
    const message = decoder.message(name, json ?? null);
    // The tables that the type is made of are those that the decoder works by.
    return { message: message, problems: decoder.problems };
}
class Decoder {
    problems = [];
    minor;
    path;
    constructor(minor, path) {
        this.minor = minor;
        this.path = [...path];
    }
    message(name, json) {
        const shape = shapeOf(name);
        const message = Object.create(shape.zero);
        if (json === null)
            return message;
        if (!(0,map/* isMap */.jh)(json))
            return this.fail('a map', message);
        for (const field of shape.fields) {
            if (field.since > this.minor)
                continue;
            const key = own(json, field.json) ? field.json : field.name;
            if (!own(json, key))
                continue;
            const value = json[key];
            if (value === undefined || value === null)
                continue;
            this.path.push(key);
            const read = this.value(field, value);
            this.path.pop();
            if (field.oneof !== undefined)
                for (const other of field.rivals)
                    message[other] = undefined;
            message[field.json] = read;
        }
        return message;
    }
    value({ kind, type, key }, value) {
        if (kind === 'single')
            return this.item(type, value);
        if (kind === 'list') {
            if (!Array.isArray(value))
                return this.fail('a list', NO_ITEMS);
            return value.map((each, index) => this.at(index, () => this.item(type, each)));
        }
        const entries = new Map();
        if (!(0,map/* isMap */.jh)(value))
            return this.fail('a map', entries);
        for (const name of Object.keys(value)) {
            this.at(name, () => {
                const read = key === undefined ? name : SCALARS[key]?.(name);
                if (read === undefined)
                    this.fail(`named by ${decode_WORDS[key ?? ''] ?? 'a number'}`, undefined);
                else
                    entries.set(String(read), this.item(type, value[name] ?? null));
            });
        }
        return entries;
    }
    at(step, work) {
        this.path.push(step);
        const result = work();
        this.path.pop();
        return result;
    }
    item(type, value) {
        const scalar = SCALARS[type];
        if (scalar !== undefined)
            return this.scalar(type, scalar, value);
        if (type === 'Duration')
            return this.duration(value);
        if (type === 'Struct')
            return (0,map/* isMap */.jh)(value) ? value : this.fail('a map', undefined);
        return Object.hasOwn(ENUMS, type) ? this.enum(type, value) : this.message(type, value);
    }
    scalar(type, read, value) {
        return read(value) ?? this.fail(decode_WORDS[type] ?? type, read(null));
    }
    duration(value) {
        const read = typeof value === 'string' ? parseDuration(value) : null;
        return read ?? this.fail('a duration such as 5s, 100ms or 1m30s', 0n);
    }
    /** By its name, or by its number, which need not be a known one. */
    enum(type, value) {
        const numbers = enumOf(type);
        if (typeof value === 'string') {
            const known = Object.hasOwn(numbers, value) && (SINCE[`${type}.${value}`] ?? 0) <= this.minor;
            return known ? value : this.fail(`one of ${this.names(type).join(', ')}`, zeroOf(type));
        }
        const number = SCALARS.int32?.(value);
        if (typeof number !== 'number')
            return this.fail(`one of ${this.names(type).join(', ')}`, zeroOf(type));
        return Object.keys(numbers).find(name => numbers[name] === number) ?? String(number);
    }
    names(type) {
        return Object.keys(enumOf(type)).filter(name => (SINCE[`${type}.${name}`] ?? 0) <= this.minor);
    }
    fail(expected, fallback) {
        this.problems.push({ path: [...this.path], expected });
        return fallback;
    }
}
const NO_ITEMS = [];
const decode_WORDS = {
    bool: 'true or false',
    string: 'a string',
    int32: 'a whole number',
    uint32: 'a whole number from 0 to 4294967295',
    uint64: 'a whole number of at least 0',
    double: 'a number',
    float: 'a number',
    bytes: 'base64 with padding'
};
const shapes = new Map();
function shapeOf(name) {
    const known = shapes.get(name);
    if (known !== undefined)
        return known;
    // Names of types stand in the table itself, so each is one of its keys.
    const written = MESSAGES[name];
    const parsed = Object.entries(written).map(([field, type]) => fieldShape(name, field, type));
    const fields = parsed.map(field => ({
        ...field,
        rivals: parsed
            .filter(({ oneof, json }) => oneof === field.oneof && json !== field.json)
            .map(({ json }) => json)
    }));
    const zero = Object.create(null);
    for (const { json, kind, type, optional } of parsed) {
        zero[json] =
            kind === 'list' ? NO_ITEMS : kind === 'map' ? NO_ENTRIES : optional ? undefined : zeroOf(type);
    }
    const shape = { fields, zero };
    shapes.set(name, shape);
    return shape;
}
const NO_ENTRIES = new Map();
function fieldShape(message, name, written) {
    const [, list, key, map, optional, single, oneof] = /^(?:\[([\w.]+)\]|\{(?:(\w+)=)?([\w.]+)\}|(\?)?([\w.]+))(?:@(\w+))?$/.exec(written) ?? [];
    return {
        name,
        json: name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()),
        since: SINCE[`${message}.${name}`] ?? 0,
        kind: list !== undefined
            ? 'list'
            : map !== undefined
                ? 'map'
                : 'single',
        type: list ?? map ?? single ?? '',
        key,
        optional: optional !== undefined,
        oneof
    };
}
function zeroOf(type) {
    if (Object.hasOwn(ENUMS, type))
        return Object.keys(enumOf(type))[0] ?? '';
    // A scalar's zero, and nothing for a message; the caller's type says which.
    return SCALARS[type]?.(null);
}
function enumOf(type) {
    // Asked only of names that are keys of the table.
    return ENUMS[type];
}
function own(map, key) {
    return Object.hasOwn(map, key);
}

;// CONCATENATED MODULE: ./build/validation/words.js
/** `spec.http[0].route[1].weight`, as istioctl and kubectl write it. */
function describePath(path) {
    return words_join(path, step => `[${step}]`);
}
/** The same without positions, so that it survives moved items: `spec.http[].route[].weight`. */
function fieldOf(path) {
    return words_join(path, () => '[]');
}
function words_join(path, index) {
    let text = '';
    for (const step of path) {
        if (typeof step === 'number')
            text += index(step);
        else if (!/^[\w-]+$/.test(step))
            text += `[${JSON.stringify(shorten(step, 60))}]`;
        else
            text += text === '' ? step : `.${shorten(step, 60)}`;
    }
    return text === '' ? 'the object' : text;
}
/** In quotes, and no longer than a person reads. */
function quote(text) {
    return JSON.stringify(shorten(text, 60));
}
/** A value as a fact of a finding: enough of it to tell it from others. */
function fact(value) {
    return shorten(typeof value === 'object' ? JSON.stringify(value) : String(value), 200);
}
/** Whole characters of a text that may be megabytes long. */
function shorten(text, most) {
    if (text.length <= most)
        return text;
    return `${[...text.slice(0, most * 2)].slice(0, most).join('')}…`;
}

;// CONCATENATED MODULE: ./build/validation/field.js


/** Findings kept of one object: nobody reads more, and each has its price. */
const field_MOST = 200;
/** What one manifest is judged by, and what was found in it. */
class Recorder {
    findings = [];
    manifest;
    features;
    minor;
    places = new Set();
    constructor(manifest, features) {
        this.manifest = manifest;
        this.features = features;
        this.minor = Number(features.minor.split('.')[1]);
    }
    /** The object as a whole. */
    get root() {
        return new Field(this, null, '');
    }
    get isFull() {
        return this.findings.length >= field_MOST;
    }
    record({ problem, params }, path, part, related = null) {
        if (this.isFull)
            return;
        if (this.minor < (problem.since ?? 0) || this.minor >= (problem.until ?? 99))
            return;
        const { manifest } = this;
        const { written, value } = asWritten(manifest.object, path);
        // The same is not said twice of one place.
        const place = JSON.stringify([problem.name, written, part ?? '', params, related?.path]);
        if (this.places.has(place))
            return;
        this.places.add(place);
        const whole = value === undefined || (value !== null && typeof value === 'object');
        const isNamed = typeof written.at(-1) === 'string';
        this.findings.push({
            id: `${kebab(manifest.ref.kind)}/${problem.name}`,
            sources: problem.sources,
            severity: problem.severity,
            certainty: 'certain',
            message: this.message(problem.message, written, value, params),
            params: this.facts(problem.message, written, value, params),
            subject: manifest.ref,
            at: { manifest, path: written, part: part ?? (whole && isNamed ? 'key' : 'value') },
            related: related === null
                ? []
                : [
                    {
                        at: { manifest, path: asWritten(manifest.object, related.path).written },
                        note: related.note
                    }
                ]
        });
    }
    message(template, path, value, params) {
        const text = template.replace(/\{(\w+)\}/g, (whole, name) => {
            if (name === 'field')
                return describePath(path);
            if (name === 'kind')
                return this.manifest.ref.kind;
            const filled = Object.hasOwn(params, name) ? params[name] : name === 'value' ? value : whole;
            return typeof filled === 'string' ? quote(filled) : fact(filled ?? null);
        });
        return text.replace(/^the /, 'The ');
    }
    facts(template, path, value, params) {
        const facts = { field: fieldOf(path) };
        if (template.includes('{value}') && value !== undefined)
            facts.value = fact(value);
        for (const [name, param] of Object.entries(params))
            facts[name] = fact(param);
        return facts;
    }
}
/** A field of the manifest under validation: where its faults are reported. */
class Field {
    recorder;
    parent;
    step;
    part;
    constructor(recorder, parent, step, part) {
        this.recorder = recorder;
        this.parent = parent;
        this.step = step;
        this.part = part;
    }
    at(...steps) {
        let field = this;
        for (const step of steps)
            field = new Field(this.recorder, field, step);
        return field;
    }
    /** The name of an entry of a map instead of its value. */
    key(name) {
        return new Field(this.recorder, this, name, 'key');
    }
    report(problem, ...[params]) {
        this.recorder.record({ problem, params: params ?? {} }, this.path(), this.part);
    }
    /** The same with the place of the other party and what it is. */
    reportWith(problem, related, ...[params]) {
        const { field, note } = related;
        const found = { problem, params: params ?? {} };
        this.recorder.record(found, this.path(), this.part, { path: field.path(), note });
    }
    /** Reports what a look at a text found, if anything. */
    check(found) {
        if (found !== null)
            this.recorder.record(found, this.path(), this.part);
    }
    path() {
        const steps = [];
        for (let field = this; field.parent !== null; field = field.parent) {
            steps.push(field.step);
        }
        return steps.reverse();
    }
}
/** A path in the names that the document uses (jsonpb reads `mirror_percent` as `mirrorPercent`), and its value. */
function asWritten(object, path) {
    let value = object;
    const written = [];
    for (const step of path) {
        let name = step;
        if (typeof step === 'string' && (0,map/* isMap */.jh)(value) && !Object.hasOwn(value, step)) {
            const snake = step.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
            if (Object.hasOwn(value, snake))
                name = snake;
        }
        written.push(name);
        if (typeof name === 'number')
            value = Array.isArray(value) ? value[name] : undefined;
        else
            value = (0,map/* isMap */.jh)(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    }
    return { written, value };
}
/** `VirtualService` → `virtual-service`. */
function kebab(kind) {
    return kind.replace(/(?!^)[A-Z]/g, letter => `-${letter}`).toLowerCase();
}

;// CONCATENATED MODULE: ./build/validation/problem.js
/** The webhook refuses the object; istioctl says so as IST0106. */
function refusal(name, message, minors = {}) {
    return { name, severity: 'error', sources: ['IST0106'], message, ...minors };
}
/** The webhook warns; istioctl says so as IST0133. */
function warning(name, message, minors = {}) {
    return { name, severity: 'warning', sources: ['IST0133'], message, ...minors };
}
/**
 * A warning that Istio's validator makes and loses, since it keeps only the errors of some parts (agent.AppendErrors).
 * No source: istioctl never shows it.
 */
function lostWarning(name, message, minors = {}) {
    return { name, severity: 'warning', sources: [], message, ...minors };
}
function fault(problem, ...[params]) {
    return { problem, params: params ?? {} };
}

;// CONCATENATED MODULE: ./build/validation/values/selector.js

const emptyKey = refusal('missing-selector-key', '{field} selects by a label without a name.');
const wildcard = refusal('invalid-selector-wildcard', '{field} selects by {key}={label}, but a selector knows no wildcards: labels are compared as they stand.');
const emptySelector = warning('ineffective-selector', '{field} names no labels, so that the {kind} applies to every workload of its namespace. Leave the selector out to say so, or name labels.');
/** The selector of policies, which names `matchLabels`. */
function checkSelector(selector, field) {
    if (selector === undefined)
        return;
    checkSelectorLabels(selector.matchLabels, field.at('matchLabels'));
    if (selector.matchLabels.size === 0)
        field.report(emptySelector);
}
/**
 * The selector of Sidecar, ServiceEntry and EnvoyFilter, which names `labels`. Istio reports nothing else of an object
 * whose selector is wrong: false means to stop.
 */
function checkWorkloadSelector(selector, field) {
    return selector === undefined || checkSelectorLabels(selector.labels, field.at('labels'));
}
function warnOfEmptySelector(selector, field) {
    if (selector?.labels.size === 0)
        field.report(emptySelector);
}
function checkSelectorLabels(labels, field) {
    let isValid = true;
    for (const [key, label] of labels) {
        if (key === '')
            field.key(key).report(emptyKey);
        if (key.includes('*') || label.includes('*'))
            field.at(key).report(wildcard, { key, label });
        if (key === '' || key.includes('*') || label.includes('*'))
            isValid = false;
    }
    return isValid;
}

;// CONCATENATED MODULE: ./build/validation/values/target-ref.js


const conflictingTargets = refusal('conflicting-targets', '{field} names its workloads by {names}, of which only one may be set. Remove all but one.');
const missingName = refusal('missing-target-name', '{field} names no object: set its name.');
const foreignNamespace = refusal('unsupported-target-namespace', '{field} is {value}, but a {kind} can only be attached to objects of its own namespace: remove it, and put the {kind} there.');
const unknownTarget = refusal('invalid-target-kind', '{field} is a {group}/{target}, to which a {kind} cannot be attached. Possible are {possible}.');
/** Which workloads a policy is for: at most one of three ways. */
function checkTargets(spec, field) {
    const names = [];
    if (spec.selector !== undefined)
        names.push('selector');
    if (spec.targetRef !== undefined)
        names.push('targetRef');
    if (spec.targetRefs.length > 0)
        names.push('targetRefs');
    if (names.length > 1)
        field.report(conflictingTargets, { names: names.join(' and ') });
    checkSelector(spec.selector, field.at('selector'));
    if (spec.targetRef !== undefined)
        checkTargetRef(spec.targetRef, field.at('targetRef'));
    for (const [index, target] of spec.targetRefs.entries()) {
        checkTargetRef(target, field.at('targetRefs', index));
    }
}
/** The kinds by the minor (1.x) that allows them. Versions do not count. */
const TARGETS = [
    { group: 'gateway.networking.k8s.io', kind: 'Gateway', since: 20 },
    { group: 'core', kind: 'Service', since: 22 },
    { group: 'networking.istio.io', kind: 'ServiceEntry', since: 24 },
    { group: 'gateway.networking.k8s.io', kind: 'GatewayClass', since: 25 }
];
function checkTargetRef(target, field) {
    if (target.name === '')
        field.report(missingName);
    if (target.namespace !== '')
        field.at('namespace').report(foreignNamespace);
    const allowed = TARGETS.filter(({ since }) => since <= field.recorder.minor);
    const group = target.group === '' ? 'core' : target.group;
    if (allowed.some(each => each.kind === target.kind && each.group === group))
        return;
    field.report(unknownTarget, {
        group,
        target: target.kind,
        possible: allowed.map(each => `${each.group}/${each.kind}`).join(', ')
    });
}

;// CONCATENATED MODULE: ./build/validation/authorization-policy/custom.js

const unsupported = refusal('unsupported-custom-condition', '{field} is set, but action CUSTOM is decided before identities are known: only methods, paths, hosts, ports, headers and addresses can be matched. Leave it to the provider.');
const unsupportedKey = refusal('unsupported-custom-key', '{field} is {key}, but action CUSTOM is decided before identities are known. Leave it to the provider.');
const SOURCE_FIELDS = [
    'namespaces',
    'notNamespaces',
    'serviceAccounts',
    'notServiceAccounts',
    'trustDomains',
    'notTrustDomains',
    'principals',
    'notPrincipals',
    'requestPrincipals',
    'notRequestPrincipals'
];
const KEYS = ['source.namespace', 'source.serviceAccount', 'source.trustDomain', 'source.principal'];
/** What rules of action CUSTOM cannot look at. */
function checkCustomRule(rule, field) {
    for (const [index, { source }] of rule.from.entries()) {
        for (const name of SOURCE_FIELDS) {
            if (source === undefined || source[name].length === 0)
                continue;
            field.at('from', index, 'source', name).report(unsupported);
        }
    }
    for (const [index, { key }] of rule.when.entries()) {
        if (KEYS.includes(key) || key.startsWith('request.auth.')) {
            field.at('when', index, 'key').report(unsupportedKey, { key });
        }
    }
}

;// CONCATENATED MODULE: ./build/validation/authorization-policy/path-template.js

const since22 = { since: 22 };
const lastOperator = refusal('invalid-template-order', '{field} is {value}, but the template of two stars takes the rest of the path, so that no other can follow it.', since22);
const brace = refusal('invalid-template', '{field} is {value}, in which {segment} is no template: a template is one or two stars in braces, and a whole part between slashes.', since22);
const literal = refusal('invalid-template-segment', '{field} is {value}, in which {segment} holds characters that a path with templates cannot have.', since22);
/** Characters of a path segment (RFC 3986 pchar, as Istio lists them). */
const LITERAL = /^[a-zA-Z0-9\-._~%!$&'()+,;:@=]+$/;
/** Templates came with 1.22. Istio reports the first fault alone (security.CheckValidPathTemplate). */
function checkPathTemplates(paths, field) {
    for (const [index, path] of paths.entries()) {
        const found = templateFault(path);
        if (found === null)
            continue;
        field.at(index).check(found);
        return;
    }
}
function templateFault(path) {
    const isTemplate = path.includes('{*}') || path.includes('{**}');
    let hasRest = false;
    for (const segment of trimmed(path).split('/')) {
        if (segment === '{*}' || segment === '{**}') {
            if (hasRest)
                return fault(lastOperator);
            hasRest = segment === '{**}';
        }
        else if (/[{}]/.test(segment))
            return fault(brace, { segment });
        else if (isTemplate && !LITERAL.test(segment))
            return fault(literal, { segment });
    }
    return null;
}
/** Without slashes at either end. */
function trimmed(path) {
    let start = 0;
    let end = path.length;
    while (start < end && path[start] === '/')
        start += 1;
    while (end > start && path[end - 1] === '/')
        end -= 1;
    return path.slice(start, end);
}

;// CONCATENATED MODULE: ./build/validation/authorization-policy/values.js

const empty = refusal('missing-value', '{field} is empty: name a value, or remove the entry.');
const severalWildcards = refusal('invalid-wildcard-count', '{field} is {value}, but at most one * is allowed.');
const innerWildcard = refusal('invalid-wildcard', '{field} is {value}, but * may only stand at the begin or at the end.');
/** Istio reports the first empty one alone (security.CheckEmptyValues). */
function checkFilled(values, field) {
    const index = values.indexOf('');
    if (index >= 0)
        field.at(index).report(empty);
    return index < 0;
}
/** The first whose `*` stands where none may (security.CheckWildcardValues). */
function checkWildcards(values, field) {
    if (!checkFilled(values, field))
        return false;
    for (const [index, value] of values.entries()) {
        const stars = value.split('*').length - 1;
        if (stars > 1) {
            field.at(index).report(severalWildcards);
            return false;
        }
        if (stars === 1 && !value.startsWith('*') && !value.endsWith('*')) {
            field.at(index).report(innerWildcard);
            return false;
        }
    }
    return true;
}

;// CONCATENATED MODULE: ./build/validation/authorization-policy/operation.js



const emptyOperation = refusal('missing-operation', '{field} names nothing. Name an operation, or remove it: a rule without to is for every operation.');
const invalidPort = refusal('invalid-port', '{field} is {value}, but a port is a number from 0 to 65535, in quotes.');
const FIELDS = [
    'ports',
    'notPorts',
    'methods',
    'notMethods',
    'paths',
    'notPaths',
    'hosts',
    'notHosts'
];
function checkOperation(operation, field) {
    if (FIELDS.every(name => operation[name].length === 0))
        field.report(emptyOperation);
    for (const name of ['ports', 'notPorts'])
        checkPorts(operation[name], field.at(name));
    for (const name of FIELDS)
        checkFilled(operation[name], field.at(name));
    for (const name of ['paths', 'notPaths']) {
        checkPathTemplates(operation[name], field.at(name));
    }
}
function checkPorts(ports, field) {
    for (const [index, port] of ports.entries()) {
        if (!/^\d+$/.test(port) || Number(port) > 65535)
            field.at(index).report(invalidPort);
    }
}

;// CONCATENATED MODULE: ./build/go/text.js
/** The length of a text in bytes of UTF-8, which is what Go counts. */
function byteLength(text) {
    let bytes = 0;
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (code < 0x80)
            bytes += 1;
        else if (code < 0x800)
            bytes += 2;
        // Two halves of a pair are four bytes; a half alone becomes U+FFFD, which is three.
        else if (code >= 0xd800 && code < 0xdc00 && isLowHalf(text.charCodeAt(index + 1))) {
            bytes += 4;
            index += 1;
        }
        else
            bytes += 3;
    }
    return bytes;
}
function isLowHalf(code) {
    return code >= 0xdc00 && code < 0xe000;
}
const LARGEST = (1n << 63n) - 1n;
/** Go's strconv.Atoi on 64 bits; `null` where it reports an error. */
function parseInteger(text) {
    // Twenty characters hold every int64; leading zeros may make it longer.
    if (!/^[-+]?\d+$/.test(text))
        return null;
    const value = BigInt(text.replace(/^\+/, ''));
    return value > LARGEST || value < -LARGEST - 1n ? null : value;
}

;// CONCATENATED MODULE: ./build/validation/authorization-policy/service-accounts.js


const many = refusal('invalid-service-account-count', '{field} lists {count} accounts, but at most 16 are allowed.');
const service_accounts_empty = refusal('missing-value', '{field} is empty: name a value, or remove the entry.');
const service_accounts_wildcard = refusal('invalid-service-account-wildcard', '{field} is {value}, but service accounts are named in full. Use principals for patterns.');
const service_accounts_form = refusal('invalid-service-account', '{field} is {value}, but a service account is named as account, or namespace/account.');
const service_accounts_long = refusal('invalid-service-account-length', '{field} has {length} characters, but at most 320 are allowed.');
/** Since 1.25. Istio reports the first fault alone (security.CheckServiceAccount). */
function checkServiceAccounts(accounts, field) {
    if (accounts.length > 16) {
        field.report(many, { count: accounts.length });
        return;
    }
    for (const [index, account] of accounts.entries()) {
        const found = accountFault(account);
        if (found === null)
            continue;
        field.at(index).check(found);
        return;
    }
}
function accountFault(account) {
    if (account === '')
        return fault(service_accounts_empty);
    if (account.includes('*'))
        return fault(service_accounts_wildcard);
    const parts = account.split('/');
    if (parts.length > 2)
        return fault(service_accounts_form);
    const length = byteLength(account);
    if (length > 320)
        return fault(service_accounts_long, { length });
    return parts.includes('') ? fault(service_accounts_form) : null;
}

// EXTERNAL MODULE: ./build/go/address.js
var go_address = __webpack_require__(47075);
;// CONCATENATED MODULE: ./build/validation/authorization-policy/source.js




const accountsAndMore = refusal('conflicting-service-accounts', '{field} names serviceAccounts beside principals or namespaces, which say the same in other words. Use one of them.', { since: 25 });
const emptySource = refusal('missing-source', '{field} names nothing. Name a source, or remove it: a rule without from is for every source.');
const invalidAddress = refusal('invalid-address', '{field} has {address}, which is neither an IP address nor a block such as 10.0.0.0/16.');
const trustDomainWithPath = refusal('invalid-trust-domain', '{field} has {value}, which holds a slash, but a trust domain is the first part of a principal alone, such as cluster.local.');
const ADDRESSES = ['ipBlocks', 'notIpBlocks', 'remoteIpBlocks', 'notRemoteIpBlocks'];
const NAMES = [
    'principals',
    'notPrincipals',
    'requestPrincipals',
    'notRequestPrincipals',
    'namespaces',
    'notNamespaces'
];
const ACCOUNTS = ['serviceAccounts', 'notServiceAccounts'];
const TRUST_DOMAINS = ['trustDomains', 'notTrustDomains'];
function checkSource(source, field) {
    const { serviceAccounts, notServiceAccounts, principals, notPrincipals } = source;
    const accounts = serviceAccounts.length + notServiceAccounts.length;
    const others = principals.length +
        notPrincipals.length +
        source.namespaces.length +
        source.notNamespaces.length;
    if (accounts > 0 && others > 0)
        field.report(accountsAndMore);
    const all = [...ADDRESSES, ...NAMES, ...ACCOUNTS, ...TRUST_DOMAINS];
    if (all.every(name => source[name].length === 0))
        field.report(emptySource);
    for (const name of ADDRESSES)
        checkAddresses(source[name], field.at(name));
    for (const name of [...ADDRESSES, ...NAMES])
        checkFilled(source[name], field.at(name));
    for (const name of ACCOUNTS)
        checkServiceAccounts(source[name], field.at(name));
    for (const name of TRUST_DOMAINS)
        checkTrustDomains(source[name], field.at(name));
}
function checkAddresses(addresses, field) {
    for (const [index, address] of addresses.entries()) {
        if (address.includes('/') ? (0,go_address/* isCidr */.JR)(address) : (0,go_address/* isIp */.SC)(address))
            continue;
        field.at(index).report(invalidAddress, { address });
    }
}
function checkTrustDomains(domains, field) {
    if (!checkWildcards(domains, field))
        return;
    const index = domains.findIndex(domain => domain.includes('/'));
    if (index >= 0)
        field.at(index).report(trustDomainWithPath);
}

;// CONCATENATED MODULE: ./build/validation/authorization-policy/condition.js





const noKey = refusal('missing-condition-key', '{field} is not set: a condition needs what it looks at.');
const noValues = refusal('missing-condition-values', '{field} has neither values nor notValues for {key}: say what it must be, or must not be.');
const invalidKey = refusal('invalid-condition-key', '{field} is {key}, but names what it looks at in brackets, as in request.headers[x-user].');
const replacedKey = refusal('unsupported-condition-key', '{field} is {key}, which is no condition any more: the namespace of the policy and its selector say which workloads it is for.');
const unknownKey = refusal('unknown-condition-key', '{field} is {key}, which Istio does not know. See request.headers[…], source.ip, source.principal, request.auth.claims[…], destination.port, connection.sni and others.');
const REPLACED = ['destination.namespace', 'destination.name', 'destination.user'];
const TEXTS = [
    'source.namespace',
    'source.principal',
    'request.auth.principal',
    'request.auth.audiences',
    'request.auth.presenter',
    'connection.sni'
];
const condition_ADDRESSES = ['source.ip', 'remote.ip', 'destination.ip'];
const IN_BRACKETS = ['request.headers', 'request.auth.claims', 'experimental.envoy.filters.'];
function checkCondition(condition, field) {
    const { key, values, notValues } = condition;
    if (key === '')
        field.at('key').report(noKey);
    else if (values.length + notValues.length === 0)
        field.report(noValues, { key });
    else
        for (const name of ['values', 'notValues'])
            checkAttribute(key, condition[name], field, name);
}
/** Istio reports empty values before it looks at the key (security.ValidateAttribute). */
function checkAttribute(key, values, field, name) {
    const place = field.at(name);
    if (!checkFilled(values, place))
        return;
    const { minor } = field.recorder;
    if (key === 'source.serviceAccount' && minor >= 25)
        checkServiceAccounts(values, place);
    else if (key === 'source.trustDomain' && minor >= 30)
        checkWildcards(values, place);
    else if (condition_ADDRESSES.includes(key))
        checkAddresses(values, place);
    else if (key === 'destination.port')
        checkPorts(values, place);
    else if (IN_BRACKETS.some(prefix => key.startsWith(prefix))) {
        if (!hasBrackets(key))
            field.at('key').report(invalidKey, { key });
    }
    else if (REPLACED.includes(key) || key.startsWith('destination.labels')) {
        field.at('key').report(replacedKey, { key });
    }
    else if (!TEXTS.includes(key))
        field.at('key').report(unknownKey, { key });
}
/** `a[b]`, neither part empty (security.validateMapKey). */
function hasBrackets(key) {
    const open = key.indexOf('[');
    return key.endsWith(']') && open > 0 && open < key.length - 2;
}

;// CONCATENATED MODULE: ./build/validation/authorization-policy/rule.js




const noSource = refusal('missing-source', '{field} is not set: an entry of from holds a source.');
const noOperation = refusal('missing-operation', '{field} is not set: an entry of to holds an operation.');
const deniesTcp = warning('insecure-deny-over-tcp', '{field} names only what HTTP requests have. On ports without HTTP that counts as met, so that all their traffic is denied: name ports in to.');
/** Fields of a source that connections without HTTP have as well. */
const CONNECTION_FIELDS = [
    'principals',
    'notPrincipals',
    'ipBlocks',
    'notIpBlocks',
    'namespaces',
    'notNamespaces',
    'remoteIpBlocks',
    'notRemoteIpBlocks',
    'serviceAccounts',
    'notServiceAccounts'
];
function checkRule(rule, field, denies) {
    for (const [index, { source }] of rule.from.entries()) {
        const place = field.at('from', index, 'source');
        if (source === undefined)
            place.report(noSource);
        else
            checkSource(source, place);
    }
    for (const [index, { operation }] of rule.to.entries()) {
        const place = field.at('to', index, 'operation');
        if (operation === undefined)
            place.report(noOperation);
        else
            checkOperation(operation, place);
    }
    for (const [index, condition] of rule.when.entries()) {
        checkCondition(condition, field.at('when', index));
    }
    if (denies && isHttpAlone(rule))
        field.report(deniesTcp);
}
function isHttpAlone(rule) {
    const sources = rule.from.flatMap(({ source }) => source ?? []);
    const operations = rule.to.flatMap(({ operation }) => operation ?? []);
    if (operations.length > 0) {
        return operations.every(({ ports, notPorts }) => ports.length + notPorts.length === 0);
    }
    const named = sources.some(source => CONNECTION_FIELDS.some(name => source[name].length > 0));
    return sources.length > 0 && !named;
}

;// CONCATENATED MODULE: ./build/validation/authorization-policy/authorization-policy.js




const noCustomRules = refusal('missing-rules', '{field} is empty, so that the {kind} with action {action} would never act. Add a rule; an empty one is every request.');
const noProvider = refusal('missing-provider', '{field} is not set: action CUSTOM needs the name of an extension provider of the mesh.');
const providerOfOther = refusal('conflicting-provider', '{field} is set beside action {action}, but only CUSTOM asks a provider. Set action CUSTOM, or remove it.');
/** Source: istio pkg/config/validation/validation.go ValidateAuthorizationPolicy. */
function checkAuthorizationPolicy(spec, field) {
    checkTargets(spec, field);
    const { action, provider, rules } = spec;
    if (rules.length === 0 && (action === 'CUSTOM' || action === 'DENY')) {
        field.at('rules').report(noCustomRules, { action });
    }
    if (action === 'CUSTOM') {
        if (rules.length > 0 && (provider?.name ?? '') === '') {
            field.at('provider', 'name').report(noProvider);
        }
        for (const [index, rule] of rules.entries())
            checkCustomRule(rule, field.at('rules', index));
    }
    else if (provider !== undefined)
        field.at('provider').report(providerOfOther, { action });
    for (const [index, rule] of rules.entries()) {
        checkRule(rule, field.at('rules', index), action === 'DENY');
    }
}

;// CONCATENATED MODULE: ./build/validation/values/label.js
/**
 * Names as Istio tests them (pkg/config/labels/instance.go). Unlike in Kubernetes, upper case is allowed. Written so
 * that the time is linear in the text, whose length has no bound.
 */
/** A label of a domain name (RFC 1123): at most 63 letters, digits and dashes, none of which begins or ends it. */
function isLabel(text) {
    return text.length <= 63 && isLabelOfAnyLength(text);
}
/** The first label of a host: also `*`, `*label` or `*-label`. */
function isWildcardLabel(text) {
    if (text.length > 63)
        return false;
    if (text === '*')
        return true;
    return isLabelOfAnyLength(text.replace(/^\*-?/, ''));
}
/** The key of a label: a name of at most 63 characters, a domain before a slash. */
function isLabelKey(text) {
    const slash = text.indexOf('/');
    const name = text.slice(slash + 1);
    if (name.length > 63 || !isQualifiedName(name))
        return false;
    if (slash < 0)
        return true;
    return slash <= 253 && text.slice(0, slash).split('.').every(isLabelOfAnyLength);
}
function isLabelValue(text) {
    return text === '' || isQualifiedName(text);
}
function isLabelOfAnyLength(text) {
    return /^[-a-zA-Z0-9]+$/.test(text) && hasAlphanumericEnds(text);
}
function isQualifiedName(text) {
    return /^[-A-Za-z0-9_.]+$/.test(text) && hasAlphanumericEnds(text);
}
function hasAlphanumericEnds(text) {
    return /^[a-zA-Z0-9]/.test(text) && /[a-zA-Z0-9]$/.test(text.slice(-1));
}

;// CONCATENATED MODULE: ./build/validation/values/host.js




/** Host names as Istio tests them (pkg/config/validation/agent/validation.go). */
const emptyHost = refusal('missing-host', '{field} is empty, but must be a host name such as reviews.shop.svc.cluster.local.');
const longHost = refusal('invalid-host-length', '{field} has {length} characters, but a host name has at most 255.');
const invalidLabel = refusal('invalid-host', '{field} has {host}, which is no host name: {label} is not made of letters, digits and inner dashes only (at most 63).');
const numericDomain = refusal('invalid-top-level-domain', '{field} has {host}, which is no host name: its last part {label} is a number. Write an address only where addresses are allowed.');
const partialWildcard = refusal('invalid-partial-wildcard', '{field} has the partial wildcard {host}, but * may only stand alone or before a dot, as in *.example.com.');
const shortHost = refusal('invalid-short-host', '{field} has the short name {host}, which is not completed here: write a full name such as reviews.shop.svc.cluster.local, or *.');
const invalidOutboundHost = refusal('invalid-outbound-host', '{field} has {host}, which begins like a name that Istio makes for AUTO_PASSTHROUGH, but is not of the form outbound_.<port>_._.<host>.');
function boundsFault(host) {
    if (host.length > 255)
        return fault(longHost, { length: host.length });
    return host === '' ? fault(emptyHost) : null;
}
/** Labels between dots; the last may be empty (`example.com.`) and is no number. */
function labelsFault(host, domain) {
    const labels = domain.split('.');
    const last = labels.pop() ?? '';
    if (parseInteger(last) !== null)
        return fault(numericDomain, { host, label: last });
    for (const label of labels)
        if (!isLabel(label))
            return fault(invalidLabel, { host, label });
    return last === '' || isLabel(last) ? null : fault(invalidLabel, { host, label: last });
}
/** A name without a wildcard. */
function fqdnFault(host) {
    return boundsFault(host) ?? labelsFault(host, host);
}
/** A name whose first label may be, or begin with, a wildcard. */
function wildcardDomainFault(host) {
    const bounds = boundsFault(host);
    if (bounds !== null)
        return bounds;
    const dot = host.indexOf('.');
    const first = dot < 0 ? host : host.slice(0, dot);
    if (!isWildcardLabel(first))
        return fault(invalidLabel, { host, label: first });
    return dot < 0 ? null : labelsFault(host, host.slice(dot + 1));
}
/**
 * The same for a VirtualService at a gateway. With SNI hosts, `outbound_.80_._.reviews.shop.svc.cluster.local` is
 * allowed: what clients of another network send.
 */
function gatewayDomainFault(host, hasSniHosts) {
    const bounds = boundsFault(host);
    if (bounds !== null)
        return bounds;
    if (!hasSniHosts || !host.startsWith('outbound_'))
        return wildcardDomainFault(host);
    const parts = host.split('_');
    const port = (parts[1] ?? '').replace(/^\.+|\.+$/g, '');
    const name = (parts[3] ?? '').replace(/^\.+|\.+$/g, '');
    const isWellFormed = parts.length >= 4 && /[0-9]/.test(port) && /[a-zA-Z]/.test(name);
    return isWellFormed ? null : fault(invalidOutboundHost, { host });
}
function partialWildcardFault(host) {
    const isPartial = host.includes('*') && host.length !== 1 && !host.startsWith('*.');
    return isPartial ? fault(partialWildcard, { host }) : null;
}
/** The host after the slash of a Gateway's or a Sidecar's `namespace/host`. */
function checkScopedHost(host, field, options) {
    if (host !== '*' && !host.includes('.'))
        field.report(shortHost, { host });
    const found = wildcardDomainFault(host);
    if (found !== null && !(options.allowsAddress && (0,go_address/* isIp */.SC)(host)))
        field.check(found);
    field.check(partialWildcardFault(host));
}

;// CONCATENATED MODULE: ./build/validation/values/port.js


const port_invalidPort = refusal('invalid-port', '{field} is {port}, but a port is a number from 1 to 65535.');
const invalidPortName = refusal('invalid-port-name', '{field} has the port name {name}, but a name is made of letters, digits and inner dashes (at most 63).');
const unknownProtocol = refusal('unknown-protocol', '{field} is {value}, which is no protocol that Istio knows: use HTTP, HTTP2, GRPC, GRPC-Web, HTTPS, TLS, TCP, MONGO, REDIS or MYSQL.');
function isPort(port) {
    return port >= 1 && port <= 65535;
}
function checkPort(port, field) {
    if (!isPort(port))
        field.report(port_invalidPort, { port });
}
function checkPortName(name, field) {
    if (!isLabel(name))
        field.report(invalidPortName, { name });
}
/** Empty is allowed: then the protocol is found out from the first bytes. */
function checkProtocol(protocol, field) {
    if (protocol !== '' && protocolOf(protocol) === null)
        field.report(unknownProtocol);
}
/** Words in lower case; `http_proxy` is for egress listeners. Source: istio pkg/config/protocol/instance.go Parse. */
const PROTOCOLS = {
    tcp: { isHttp: false, isTls: false, isTcp: true },
    udp: { isHttp: false, isTls: false, isTcp: false },
    grpc: { isHttp: true, isTls: false, isTcp: false },
    'grpc-web': { isHttp: true, isTls: false, isTcp: false },
    http: { isHttp: true, isTls: false, isTcp: false },
    http_proxy: { isHttp: true, isTls: false, isTcp: false },
    http2: { isHttp: true, isTls: false, isTcp: false },
    https: { isHttp: false, isTls: true, isTcp: true },
    tls: { isHttp: false, isTls: true, isTcp: true },
    mongo: { isHttp: false, isTls: false, isTcp: true },
    redis: { isHttp: false, isTls: false, isTcp: true },
    mysql: { isHttp: false, isTls: false, isTcp: true }
};
/** `null` where Istio does not know the word. Case does not count. */
function protocolOf(word) {
    const lower = word.toLowerCase();
    return Object.hasOwn(PROTOCOLS, lower) ? (PROTOCOLS[lower] ?? null) : null;
}
function isHttpProtocol(word) {
    return protocolOf(word)?.isHttp === true;
}
function isTlsProtocol(word) {
    return protocolOf(word)?.isTls === true;
}

;// CONCATENATED MODULE: ./build/validation/values/destination.js




const anyHost = refusal('invalid-destination-host', '{field} is *, but a destination is one host.');
const emptySubset = refusal('missing-subset-name', '{field} is empty: a subset needs a name.');
const invalidSubset = refusal('invalid-subset-name', '{field} is {name}, but the name of a subset is made of letters, digits and inner dashes (at most 63).');
function checkDestination(destination, field) {
    if (destination === undefined)
        return;
    if (destination.host === '*')
        field.at('host').report(anyHost);
    else
        field.at('host').check(wildcardDomainFault(destination.host));
    if (destination.subset !== '')
        checkSubsetName(destination.subset, field.at('subset'));
    if (destination.port !== undefined)
        checkPort(destination.port.number, field.at('port', 'number'));
}
function checkSubsetName(name, field) {
    if (name === '')
        field.report(emptySubset);
    else if (!isLabel(name))
        field.report(invalidSubset, { name });
}

;// CONCATENATED MODULE: ./build/validation/values/export-to.js


const duplicateEntry = refusal('duplicate-export', '{field} names the namespace {namespace} a second time (. is the own one). Remove one.');
const nobody = refusal('invalid-export-to-nobody', '{field} is ~ (nobody), which only a ServiceEntry may say.');
const invalidNamespace = refusal('invalid-export', '{field} is {value}, which is neither a namespace, nor . (the own one), nor * (all).');
const publicAndMore = refusal('conflicting-exports', '{field} holds * (all namespaces) beside others, which adds nothing: leave * alone or remove it.');
const nobodyAndMore = refusal('conflicting-export-to-nobody', '{field} holds ~ (nobody) beside others: leave ~ alone or remove it.');
const selectorAndSeveral = refusal('invalid-selector-exports', '{field} has several entries, but a DestinationRule with a workloadSelector holds for its own namespace alone: leave . alone.');
const selectorAndOthers = refusal('invalid-selector-export', '{field} leaves out the own namespace, but a DestinationRule with a workloadSelector holds there alone: write . or nothing.');
function checkExportTo(exportTo, field, { allowsNobody = false, hasSelector = false } = {}) {
    const { namespace } = field.recorder.manifest.ref;
    const seen = new Set();
    for (const [index, entry] of exportTo.entries()) {
        const key = entry === '.' ? namespace : entry;
        if (seen.has(key))
            field.at(index).report(duplicateEntry, { namespace: key });
        else if (entry === '~' && allowsNobody)
            seen.add(key);
        else if (key === '~')
            field.at(index).report(nobody);
        else if (key !== '*' && key !== '.' && !isLabel(key))
            field.at(index).report(invalidNamespace);
        else
            seen.add(key);
    }
    if (hasSelector && seen.size > 0) {
        if (!seen.has(namespace))
            field.report(selectorAndOthers);
        else if (seen.size > 1)
            field.report(selectorAndSeveral);
    }
    if (exportTo.length < 2)
        return;
    if (seen.has('*'))
        field.report(publicAndMore);
    if (seen.has('~'))
        field.report(nobodyAndMore);
}

;// CONCATENATED MODULE: ./build/validation/values/labels.js


const labels_invalidKey = refusal('invalid-label-key', '{field} has the label key {key}, which Kubernetes does not allow: a name of at most 63 letters, digits, dashes, dots and underscores, if need be after a domain and a slash.');
const invalidValue = refusal('invalid-label-value', '{field} has the label value {label}, which Kubernetes does not allow: letters, digits and inner dashes, dots and underscores.');
/** Labels that workloads carry or are chosen by (labels.Instance.Validate). */
function checkLabels(labels, field) {
    for (const [key, label] of labels) {
        if (!isLabelKey(key))
            field.key(key).report(labels_invalidKey, { key });
        if (!isLabelValue(label))
            field.at(key).report(invalidValue, { label });
    }
}
function areLabels(labels) {
    for (const [key, label] of labels)
        if (!isLabelKey(key) || !isLabelValue(label))
            return false;
    return true;
}

;// CONCATENATED MODULE: ./build/validation/destination-rule/client-tls.js

const invalidConfigMap = refusal('invalid-config-map-name', '{field} is {value}, but a ConfigMap is named as configmap://namespace/name.', { since: 26 });
const foreignConfigMap = refusal('invalid-config-map-namespace', '{field} is {value}, but the ConfigMap must be in the namespace of the DestinationRule, {namespace}.', { since: 26 });
const skipWithAuthority = refusal('conflicting-skip-verify', '{field} is true, so that no certificate is verified, but {names} is set to verify it. Remove one of them.', { since: 19 });
const credentialWithFiles = refusal('conflicting-credential', '{field} is set beside {names}: credentialName already holds certificates. Remove one of them.');
const noCertificate = refusal('missing-client-certificate', '{field} is not set, but mode MUTUAL shows the certificate of the client. Set it, or credentialName; ISTIO_MUTUAL uses the one of the mesh.');
const client_tls_noKey = refusal('missing-client-key', '{field} is not set, but mode MUTUAL needs the key of its certificate. Set it, or credentialName.');
const CONFIG_MAP = 'configmap://';
/** TLS of the client towards a destination (agent.ValidateTLS). */
function checkClientTls(tls, field) {
    if (tls === undefined)
        return;
    if (tls.credentialName.startsWith(CONFIG_MAP)) {
        checkConfigMap(tls.credentialName, field.at('credentialName'));
    }
    const { mode } = tls;
    if (tls.insecureSkipVerify === true && (mode === 'SIMPLE' || mode === 'MUTUAL')) {
        checkSkip(tls, field.at('insecureSkipVerify'));
    }
    if ((mode === 'SIMPLE' || mode === 'MUTUAL') && tls.credentialName !== '') {
        const files = ['clientCertificate', 'caCertificates', 'privateKey', 'caCrl'];
        const names = files.filter(name => tls[name] !== '');
        if (names.length > 0) {
            field.at('credentialName').report(credentialWithFiles, { names: names.join(', ') });
        }
        return;
    }
    if (mode !== 'MUTUAL')
        return;
    if (tls.clientCertificate === '')
        field.at('clientCertificate').report(noCertificate);
    if (tls.privateKey === '')
        field.at('privateKey').report(client_tls_noKey);
}
function checkSkip(tls, field) {
    const names = [];
    if (tls.caCertificates !== '')
        names.push('caCertificates');
    // With MUTUAL, a credential may hold the certificate of the client alone.
    if (tls.mode === 'SIMPLE' && tls.credentialName !== '')
        names.push('credentialName');
    if (tls.subjectAltNames.length > 0)
        names.push('subjectAltNames');
    if (names.length > 0)
        field.report(skipWithAuthority, { names: names.join(', ') });
}
function checkConfigMap(name, field) {
    const { namespace: own } = field.recorder.manifest.ref;
    const [namespace, map] = name.slice(CONFIG_MAP.length).split('/');
    if (!namespace || !map)
        field.report(invalidConfigMap);
    else if (namespace !== own)
        field.report(foreignConfigMap, { namespace: own });
}

;// CONCATENATED MODULE: ./build/validation/values/duration.js

const MILLISECOND = 1000000n;
const shortDuration = refusal('invalid-duration', '{field} is {value}, but must be at least 1ms. Leave it out to have the default.');
const fineDuration = refusal('invalid-duration-precision', '{field} is {value}, but is applied in whole milliseconds: round it.');
/** Nanoseconds: at least one millisecond, and whole ones (agent.ValidateDuration). */
function checkDuration(duration, field) {
    if (duration === undefined)
        return;
    if (duration < MILLISECOND)
        field.report(shortDuration);
    else if (duration % MILLISECOND !== 0n)
        field.report(fineDuration);
}

;// CONCATENATED MODULE: ./build/validation/destination-rule/connection-pool.js


const emptyPool = refusal('missing-connection-pool', '{field} sets neither http nor tcp, so that it does nothing. Remove it, or set one.');
const negative = refusal('invalid-limit', '{field} is {limit}, but must be 0 or more.');
const upgradeOfClients = refusal('conflicting-upgrade-policy', '{field} is true beside h2UpgradePolicy UPGRADE: connections either follow the client or are always HTTP/2. Remove one of them.');
const noKeepAlive = refusal('missing-keep-alive', '{field} is not set: http2KeepAlive needs interval and timeout.', { since: 31 });
function checkConnectionPool(pool, field) {
    if (pool === undefined)
        return;
    const { http, tcp } = pool;
    if (http === undefined && tcp === undefined)
        field.report(emptyPool);
    if (http !== undefined)
        checkHttp(http, field.at('http'));
    if (tcp !== undefined)
        checkTcp(tcp, field.at('tcp'));
}
function checkHttp(http, field) {
    for (const name of [
        'http1MaxPendingRequests',
        'http2MaxRequests',
        'maxRequestsPerConnection',
        'maxRetries',
        'maxConcurrentStreams'
    ]) {
        if (http[name] < 0)
            field.at(name).report(negative, { limit: http[name] });
    }
    checkDuration(http.idleTimeout, field.at('idleTimeout'));
    if (http.h2UpgradePolicy === 'UPGRADE' && http.useClientProtocol) {
        field.at('useClientProtocol').report(upgradeOfClients);
    }
    if (http.http2KeepAlive === undefined)
        return;
    for (const name of ['interval', 'timeout']) {
        const duration = http.http2KeepAlive[name];
        const place = field.at('http2KeepAlive', name);
        if (duration === undefined)
            place.report(noKeepAlive);
        else
            checkDuration(duration, place);
    }
}
function checkTcp(tcp, field) {
    if (tcp.maxConnections < 0) {
        field.at('maxConnections').report(negative, { limit: tcp.maxConnections });
    }
    checkDuration(tcp.connectTimeout, field.at('connectTimeout'));
    checkDuration(tcp.maxConnectionDuration, field.at('maxConnectionDuration'));
    // Less than a millisecond turns the timeout off.
    if (tcp.idleTimeout !== undefined && tcp.idleTimeout / 1000000n !== 0n) {
        checkDuration(tcp.idleTimeout, field.at('idleTimeout'));
    }
    checkDuration(tcp.tcpKeepalive?.time, field.at('tcpKeepalive', 'time'));
    checkDuration(tcp.tcpKeepalive?.interval, field.at('tcpKeepalive', 'interval'));
}

;// CONCATENATED MODULE: ./build/validation/destination-rule/failover.js

const OUTLIER = '{field} sets failover, but without outlierDetection no endpoint is ever taken for unhealthy, so that nothing fails over. Set outlierDetection beside it.';
const withoutDetection = warning('ineffective-failover', OUTLIER);
const lostWithoutDetection = lostWarning('ineffective-failover', OUTLIER);
const sameRegion = refusal('invalid-failover-target', '{field} leads from {region} to itself. Name another region.');
const zone = refusal('invalid-failover-zone', '{field} names a zone, but failover is between regions: zones within a region are tried by themselves.');
const failover_wildcard = refusal('invalid-failover-wildcard', '{field} has *, but failover is between named regions.');
/** Labels of where a pod runs, which locality settings order by themselves. */
const TOPOLOGY_LABELS = [
    'topology.kubernetes.io/region',
    'topology.kubernetes.io/zone',
    'topology.istio.io/subzone'
];
function checkFailover({ failover, failoverPriority }, field, { isDetecting, losesWarnings = false }) {
    if (failover.length + failoverPriority.length > 0 && !isDetecting) {
        field.report(losesWarnings ? lostWithoutDetection : withoutDetection);
    }
    for (const [index, { from, to }] of failover.entries()) {
        const place = field.at('failover', index);
        if (from === to)
            place.report(sameRegion, { region: from });
        if (from.includes('/') || to.includes('/'))
            place.report(zone);
        if (from.includes('*') || to.includes('*'))
            place.report(failover_wildcard);
    }
}

;// CONCATENATED MODULE: ./build/validation/destination-rule/localities.js

const localities_wildcard = refusal('invalid-locality-wildcard', '{field} has the locality {locality}, but * may only stand once and at the end.');
const emptyPart = refusal('missing-locality-part', '{field} has the locality {locality}, one part of which is empty. Write region, region/zone or region/zone/subzone.');
const localities_overlap = refusal('overlapping-localities', '{field} has the locality {locality}, which overlaps another one of the list, so that it is not clear which holds.');
/** Istio reads localities in their order, and order matters: `a/*` after `a/b` passes (validateLocalities). */
function localitiesFault(localities) {
    const seen = new Map();
    for (const locality of localities) {
        const stars = locality.split('*').length - 1;
        if (stars > 1 || (stars === 1 && !locality.endsWith('*')))
            return fault(localities_wildcard, { locality });
        if (seen.has('*'))
            return fault(localities_overlap, { locality });
        const parts = localities_split(locality);
        if (parts.includes(''))
            return fault(emptyPart, { locality });
        if (isSeen(seen, parts))
            return fault(localities_overlap, { locality });
        note(seen, parts);
    }
    return null;
}
/** At most three parts: the last keeps its slashes. */
function localities_split(locality) {
    const [region = '', zone, ...rest] = locality.split('/');
    if (zone === undefined)
        return [region];
    return rest.length === 0 ? [region, zone] : [region, zone, rest.join('/')];
}
function isSeen(seen, [region = '', zone, subzone]) {
    const zones = seen.get(region);
    if (zones === undefined)
        return false;
    if (zone === undefined || zones.has('*'))
        return true;
    const subzones = zones.get(zone);
    if (subzones === undefined)
        return false;
    return subzone === undefined || subzones.has('*') || subzones.has(subzone);
}
function note(seen, [region = '', zone = '*', subzone = '*']) {
    const zones = seen.get(region) ?? new Map();
    const subzones = zones.get(zone) ?? new Set();
    seen.set(region, zones.set(zone, subzones.add(subzone)));
}

;// CONCATENATED MODULE: ./build/validation/destination-rule/locality.js



const locality_both = refusal('conflicting-failover', '{field} sets both distribute and failover, of which only one may be set.');
const failoverByLabel = refusal('conflicting-failover-priority', '{field} is {value} beside failover, which orders regions as well. Remove one of them.');
const invalidWeight = refusal('invalid-locality-weight', '{field} is {weight}, but must be from 1 to 100.');
const invalidTotal = refusal('invalid-locality-total', 'The weights of {field} add up to {total}, but must add up to 100.');
/** Where traffic goes by place. Istio stops at the first fault of several (ValidateLocalityLbSetting). */
function checkLocality(setting, field, options) {
    if (setting === undefined)
        return;
    const { distribute, failover, failoverPriority } = setting;
    if (distribute.length > 0 && failover.length > 0) {
        field.report(locality_both);
        return;
    }
    if (failover.length > 0) {
        const index = failoverPriority.findIndex(label => TOPOLOGY_LABELS.includes(label));
        if (index >= 0) {
            field.at('failoverPriority', index).report(failoverByLabel);
            return;
        }
    }
    for (const [index, { to }] of distribute.entries()) {
        const place = field.at('distribute', index, 'to');
        if (!checkWeights(to, place))
            return;
        place.check(localitiesFault([...to.keys()]));
    }
    field.at('distribute').check(localitiesFault(distribute.map(({ from }) => from)));
    checkFailover(setting, field, options);
}
function checkWeights(weights, field) {
    let total = 0;
    for (const [locality, weight] of weights) {
        if (weight <= 0 || weight > 100) {
            field.at(locality).report(invalidWeight, { weight });
            return false;
        }
        total += weight;
    }
    if (total !== 100)
        field.report(invalidTotal, { total });
    return total === 100;
}

;// CONCATENATED MODULE: ./build/validation/destination-rule/zone-aware.js


const priorityByPlace = refusal('conflicting-zone-priority', '{field} is {value}, but zone-aware balancing orders regions and zones by itself. Remove it; failover orders regions.');
/** Since 1.31 (ValidateZoneAwareLbSetting). */
function checkZoneAware(setting, field, options) {
    if (setting === undefined)
        return;
    for (const [index, label] of setting.failoverPriority.entries()) {
        if (TOPOLOGY_LABELS.includes(label))
            field.at('failoverPriority', index).report(priorityByPlace);
    }
    checkFailover(setting, field, options);
}

;// CONCATENATED MODULE: ./build/validation/destination-rule/load-balancer.js




const noCookieName = refusal('missing-cookie-name', '{field} is not set: the cookie to hash by needs a name.');
const noCookieTtl = refusal('missing-cookie-ttl', '{field} is not set: before Istio 1.20 the cookie to hash by needs one; 0s makes it a cookie of the session.', { until: 20 });
const noAttributeName = refusal('missing-cookie-attribute-name', '{field} is not set: an attribute of the cookie needs a name.', { since: 28 });
const duplicateAttribute = refusal('duplicate-cookie-attribute', '{field} is {value}, as is the name of an earlier attribute of the cookie.', { since: 28 });
const RING = '{field} is deprecated: write ringHash.minimumRingSize.';
const deprecatedRing = warning('deprecated-minimum-ring-size', RING);
const lostDeprecatedRing = lostWarning('deprecated-minimum-ring-size', RING);
const ringWithAlgorithm = refusal('conflicting-ring-size', '{field} is set beside an algorithm (ringHash or maglev). Put it into ringHash.');
const noTable = refusal('missing-table-size', '{field} is not set: maglev needs the size of its table.', {
    since: 22
});
const largeTable = refusal('invalid-table-size', '{field} is {value}, but must be below 5000011.', {
    since: 22
});
const compositeTable = refusal('invalid-table-prime', '{field} is {size}, but maglev needs a prime number, such as 65537.', {
    since: 22
});
const twoLocalities = refusal('conflicting-locality', '{field} sets both localityLbSetting and zoneAwareLbSetting, of which only one may be set.', { since: 31 });
const noWarmup = refusal('missing-warmup-duration', '{field} is not set: warmup needs a duration.');
const highMinimum = refusal('invalid-warmup-percent', '{field} is {value}, but must be at most 100.');
const lowAggression = refusal('invalid-aggression', '{field} is {value}, but must be above 0.', {
    since: 31
});
const lowAggressionBefore = refusal('invalid-aggression', '{field} is {value}, but must be at least 1.', {
    until: 31
});
function checkLoadBalancer(balancer, outlier, field, options) {
    if (balancer === undefined)
        return;
    if (balancer.consistentHash !== undefined) {
        checkHash(balancer.consistentHash, field.at('consistentHash'), options);
    }
    const { localityLbSetting, zoneAwareLbSetting, warmup } = balancer;
    if (localityLbSetting !== undefined && zoneAwareLbSetting !== undefined) {
        field.report(twoLocalities);
    }
    const failover = { isDetecting: outlier !== undefined, ...options };
    checkLocality(localityLbSetting, field.at('localityLbSetting'), failover);
    checkZoneAware(zoneAwareLbSetting, field.at('zoneAwareLbSetting'), failover);
    if (warmup !== undefined)
        checkWarmup(warmup, field.at('warmup'));
}
function checkHash(hash, field, { losesWarnings = false }) {
    if (hash.httpCookie !== undefined)
        checkCookie(hash.httpCookie, field.at('httpCookie'));
    if (hash.minimumRingSize !== 0) {
        const place = field.at('minimumRingSize');
        place.report(losesWarnings ? lostDeprecatedRing : deprecatedRing);
        if ((hash.ringHash ?? hash.maglev) !== undefined)
            place.report(ringWithAlgorithm);
    }
    if (hash.maglev === undefined)
        return;
    const size = hash.maglev.tableSize;
    const place = field.at('maglev', 'tableSize');
    if (size === 0)
        place.report(noTable);
    if (size >= 5000011)
        place.report(largeTable);
    if (!isPrime(size))
        place.report(compositeTable, { size });
}
function checkCookie(cookie, field) {
    if (cookie.name === '')
        field.at('name').report(noCookieName);
    if (cookie.ttl === undefined)
        field.at('ttl').report(noCookieTtl);
    const names = new Set();
    for (const [index, { name }] of cookie.attributes.entries()) {
        const place = field.at('attributes', index, 'name');
        if (name === '')
            place.report(noAttributeName);
        else if (names.has(name))
            place.report(duplicateAttribute);
        names.add(name);
    }
}
function checkWarmup(warmup, field) {
    if (warmup.duration === undefined)
        field.at('duration').report(noWarmup);
    else
        checkDuration(warmup.duration, field.at('duration'));
    if ((warmup.minimumPercent ?? 0) > 100)
        field.at('minimumPercent').report(highMinimum);
    const { aggression } = warmup;
    if (aggression === undefined)
        return;
    if (aggression <= 0)
        field.at('aggression').report(lowAggression);
    if (aggression < 1)
        field.at('aggression').report(lowAggressionBefore);
}
/** As Envoy tests it, which takes 1 for a prime and 0 for none. What is far too large is not factored. */
function isPrime(size) {
    if (size >= 2 ** 32)
        return true;
    if (size !== 0 && size < 4)
        return true;
    if (size % 2 === 0)
        return false;
    for (let factor = 3; factor <= Math.sqrt(size); factor += 2)
        if (size % factor === 0)
            return false;
    return true;
}

;// CONCATENATED MODULE: ./build/validation/destination-rule/outlier-detection.js


const DEPRECATED = '{field} is deprecated and does nothing any more: use consecutiveGatewayErrors or consecutive5xxErrors.';
const deprecatedErrors = warning('deprecated-consecutive-errors', DEPRECATED);
const lostDeprecatedErrors = lostWarning('deprecated-consecutive-errors', DEPRECATED);
const localWithoutSplit = refusal('conflicting-local-origin-failures', '{field} is set, but failures of the connection are only counted apart where splitExternalLocalOriginErrors is true. Set that, or leave it out.');
const invalidPercent = refusal('invalid-percent', '{field} is {percent}, but must be from 0 to 100.');
function checkOutlierDetection(outlier, field, { losesWarnings = false }) {
    if (outlier === undefined)
        return;
    checkDuration(outlier.baseEjectionTime, field.at('baseEjectionTime'));
    if (outlier.consecutiveErrors !== 0) {
        field.at('consecutiveErrors').report(losesWarnings ? lostDeprecatedErrors : deprecatedErrors);
    }
    const failures = outlier.consecutiveLocalOriginFailures ?? 0;
    if (!outlier.splitExternalLocalOriginErrors && failures > 0) {
        field.at('consecutiveLocalOriginFailures').report(localWithoutSplit);
    }
    checkDuration(outlier.interval, field.at('interval'));
    for (const name of ['maxEjectionPercent', 'minHealthPercent']) {
        const percent = outlier[name];
        if (percent < 0 || percent > 100)
            field.at(name).report(invalidPercent, { percent });
    }
}

;// CONCATENATED MODULE: ./build/validation/destination-rule/traffic-policy.js








const emptyPolicy = refusal('missing-traffic-policy', '{field} sets none of its fields, so that it does nothing. Remove it, or set one.');
const tunnelWithProxyProtocol = refusal('conflicting-tunnel', '{field} sets both tunnel and proxyProtocol, of which only one may be set.', { since: 21 });
const noPort = refusal('missing-policy-port', '{field} is not set: settings of a port need the number of the port.');
const invalidTunnelProtocol = refusal('invalid-tunnel-protocol', '{field} is {value}, but must be CONNECT or POST.');
const invalidTunnelHost = refusal('invalid-tunnel-host', '{field} is {host}, which is neither a host name nor an IP address.');
const unknownProxyProtocol = refusal('invalid-proxy-protocol', '{field} is {value}, but must be V1 or V2.', { since: 21 });
function checkTrafficPolicy(policy, field, options = {}) {
    if (policy === undefined)
        return;
    if (traffic_policy_isEmpty(policy)) {
        field.report(emptyPolicy);
        return;
    }
    const { tunnel, proxyProtocol } = policy;
    if (tunnel !== undefined && proxyProtocol !== undefined) {
        field.report(tunnelWithProxyProtocol);
        return;
    }
    checkSettings(policy, field, options);
    for (const [index, port] of policy.portLevelSettings.entries()) {
        checkPortPolicy(port, field.at('portLevelSettings', index));
    }
    if (tunnel !== undefined)
        checkTunnel(tunnel, field.at('tunnel'));
    if (proxyProtocol !== undefined && !['V1', 'V2'].includes(proxyProtocol.version)) {
        field.at('proxyProtocol', 'version').report(unknownProxyProtocol);
    }
}
function traffic_policy_isEmpty(policy) {
    return (hasNoSettings(policy) &&
        policy.portLevelSettings.length === 0 &&
        (policy.tunnel ?? policy.proxyProtocol ?? policy.retryBudget) === undefined);
}
function hasNoSettings({ outlierDetection, connectionPool, loadBalancer, tls }) {
    return (outlierDetection ?? connectionPool ?? loadBalancer ?? tls) === undefined;
}
function checkSettings(settings, field, options) {
    const { outlierDetection, connectionPool, loadBalancer, tls } = settings;
    checkOutlierDetection(outlierDetection, field.at('outlierDetection'), options);
    checkConnectionPool(connectionPool, field.at('connectionPool'));
    checkLoadBalancer(loadBalancer, outlierDetection, field.at('loadBalancer'), options);
    checkClientTls(tls, field.at('tls'));
}
function checkPortPolicy(policy, field) {
    if (policy.port === undefined)
        field.at('port').report(noPort);
    if (hasNoSettings(policy))
        field.report(emptyPolicy);
    else
        checkSettings(policy, field, { losesWarnings: true });
}
function checkTunnel(tunnel, field) {
    if (!['', 'CONNECT', 'POST'].includes(tunnel.protocol)) {
        field.at('protocol').report(invalidTunnelProtocol);
    }
    const host = tunnel.targetHost;
    if (fqdnFault(host) !== null && !(0,go_address/* isIp */.SC)(host)) {
        field.at('targetHost').report(invalidTunnelHost, { host });
    }
    checkPort(tunnel.targetPort, field.at('targetPort'));
}

;// CONCATENATED MODULE: ./build/validation/destination-rule/destination-rule.js







const duplicateSubset = refusal('duplicate-subset', '{field} is {name}, as is the name of an earlier subset. Give each a name of its own.', { since: 22 });
/** Source: istio pkg/config/validation/validation.go ValidateDestinationRule. */
function checkDestinationRule(spec, field) {
    field.at('host').check(wildcardDomainFault(spec.host));
    checkTrafficPolicy(spec.trafficPolicy, field.at('trafficPolicy'));
    const names = new Set();
    for (const [index, subset] of spec.subsets.entries()) {
        const place = field.at('subsets', index);
        if (names.has(subset.name))
            place.at('name').report(duplicateSubset, { name: subset.name });
        names.add(subset.name);
        checkSubsetName(subset.name, place.at('name'));
        checkLabels(subset.labels, place.at('labels'));
        checkTrafficPolicy(subset.trafficPolicy, place.at('trafficPolicy'), { losesWarnings: true });
    }
    checkExportTo(spec.exportTo, field.at('exportTo'), {
        hasSelector: spec.workloadSelector !== undefined
    });
    checkSelector(spec.workloadSelector, field.at('workloadSelector'));
}

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var re2js_build = __webpack_require__(2856);
;// CONCATENATED MODULE: ./build/validation/values/pattern.js



const DUPLICATE = '{field} is {value}, in which two groups have one name. Istio takes it, but Envoy refuses the whole configuration.';
const emptyPrefix = refusal('missing-prefix', '{field} is an empty prefix, which would match everything: leave the match out.', { since: 22 });
const emptyPattern = refusal('missing-regex', '{field} is an empty regular expression.');
const longPattern = refusal('invalid-regex-length', '{field} has {length} bytes, but a regular expression has at most 1024.');
const invalidPattern = refusal('invalid-regex', '{field} is {value}, which is no RE2 expression: {why}. RE2 has no lookaround and no backreferences.');
/** The webhook takes it: no code of istioctl. */
const duplicateGroup = {
    name: 'duplicate-regex-group',
    severity: 'error',
    sources: [],
    message: DUPLICATE
};
const LONGEST_PATTERN = 1024;
/** Why a text is no expression of Go's regexp; `null` where it is one. */
function patternFault(text) {
    const why = re2Fault(text);
    if (why === null || !NAMED_GROUP.test(text))
        return why;
    // Go allows two groups of one name, RE2 does not.
    let count = 0;
    return re2Fault(text.replace(NAMED_GROUPS, () => `(?P<group${count++}>`));
}
const NAMED_GROUP = /\(\?P?<\w+>/;
const NAMED_GROUPS = new RegExp(NAMED_GROUP, 'g');
function re2Fault(text) {
    try {
        re2js_build/* RE2JS */.L3.compile(text);
        return null;
    }
    catch (error) {
        if (error instanceof re2js_build/* RE2JSException */.o_)
            return error.message;
        throw error;
    }
}
/** A regular expression of a match or a rewrite. */
function checkPattern(text, field) {
    const length = byteLength(text);
    if (length > LONGEST_PATTERN) {
        field.report(longPattern, { length });
        return;
    }
    const why = patternFault(text);
    if (why !== null)
        field.report(invalidPattern, { why });
    else if (re2Fault(text) !== null)
        field.report(duplicateGroup);
}
/** A match of a header, parameter, method, …; an empty prefix is an error but for URIs. */
function checkStringMatch(match, field) {
    if (match?.prefix === '')
        field.at('prefix').report(emptyPrefix);
    checkMatchPattern(match, field);
}
function checkMatchPattern(match, field) {
    if (match?.regex === undefined)
        return;
    if (match.regex === '')
        field.at('regex').report(emptyPattern);
    else
        checkPattern(match.regex, field.at('regex'));
}

;// CONCATENATED MODULE: ./build/validation/envoy-filter/deprecated-names.js
const HTTP = 'envoy.filters.http';
const LISTENER = 'envoy.filters.listener';
const NETWORK = 'envoy.filters.network';
/** Names of filters before Envoy 1.14, and those that istiod gives them (istio pkg/config/xds/deprecated.go). */
const DEPRECATED_NAMES = new Map([
    ['envoy.buffer', `${HTTP}.buffer`],
    ['envoy.cors', `${HTTP}.cors`],
    ['envoy.csrf', `${HTTP}.csrf`],
    // Also the old name of the network filter.
    ['envoy.ext_authz', `${HTTP}.ext_authz`],
    ['envoy.fault', `${HTTP}.fault`],
    ['envoy.grpc_http1_bridge', `${HTTP}.grpc_http1_bridge`],
    ['envoy.grpc_json_transcoder', `${HTTP}.grpc_json_transcoder`],
    ['envoy.grpc_web', `${HTTP}.grpc_web`],
    ['envoy.gzip', `${HTTP}.gzip`],
    ['envoy.health_check', `${HTTP}.health_check`],
    ['envoy.http_dynamo_filter', `${HTTP}.dynamo`],
    ['envoy.ip_tagging', `${HTTP}.ip_tagging`],
    ['envoy.lua', `${HTTP}.lua`],
    ['envoy.rate_limit', `${HTTP}.ratelimit`],
    ['envoy.router', `${HTTP}.router`],
    ['envoy.squash', `${HTTP}.squash`],
    ['envoy.listener.http_inspector', `${LISTENER}.http_inspector`],
    ['envoy.listener.original_dst', `${LISTENER}.original_dst`],
    ['envoy.listener.original_src', `${LISTENER}.original_src`],
    ['envoy.listener.proxy_protocol', `${LISTENER}.proxy_protocol`],
    ['envoy.listener.tls_inspector', `${LISTENER}.tls_inspector`],
    ['envoy.client_ssl_auth', `${NETWORK}.client_ssl_auth`],
    ['envoy.http_connection_manager', `${NETWORK}.http_connection_manager`],
    ['envoy.mongo_proxy', `${NETWORK}.mongo_proxy`],
    ['envoy.ratelimit', `${NETWORK}.ratelimit`],
    ['envoy.redis_proxy', `${NETWORK}.redis_proxy`],
    ['envoy.tcp_proxy', `${NETWORK}.tcp_proxy`]
]);

;// CONCATENATED MODULE: ./build/validation/envoy-filter/match.js


const otherMatch = refusal('conflicting-match', '{field} is for another kind of object than {applyTo}, which is matched by {needed}.');
const ineffectiveFilter = warning('ineffective-filter-match', '{field} does nothing beside {applyTo}, which is a whole listener or chain. Remove it.');
const noFilterName = refusal('missing-filter-name', '{field} is not set: name the filter to match.');
const subFilterOfOther = refusal('conflicting-sub-filter', '{field} is set beside {applyTo}, but only an HTTP_FILTER stands within another filter.');
const subFilterElsewhere = refusal('invalid-sub-filter-parent', '{field} is {name}, but HTTP filters stand within envoy.filters.network.http_connection_manager.');
const noSubFilterName = refusal('missing-sub-filter-name', '{field} is not set: name the HTTP filter to match.');
const deprecatedName = warning('deprecated-filter-name', '{field} is {name}, the old name of {better}, which is the one that istiod makes.');
const CONNECTION_MANAGERS = [
    'envoy.filters.network.http_connection_manager',
    'envoy.http_connection_manager'
];
const match_LISTENER = ['LISTENER', 'FILTER_CHAIN', 'NETWORK_FILTER', 'HTTP_FILTER'];
const ROUTE = ['ROUTE_CONFIGURATION', 'VIRTUAL_HOST', 'HTTP_ROUTE'];
/** False where Istio looks no further into the patch. */
function checkMatch(applyTo, match, field) {
    const { listener, routeConfiguration, cluster, waypoint } = match;
    if ((listener ?? routeConfiguration ?? cluster ?? waypoint) === undefined)
        return true;
    if (match_LISTENER.includes(applyTo)) {
        if (listener === undefined) {
            field.report(otherMatch, { applyTo, needed: 'listener' });
            return false;
        }
        const filter = listener.filterChain?.filter;
        const place = field.at('listener', 'filterChain', 'filter');
        return filter === undefined || checkFilter(applyTo, filter, place);
    }
    if (ROUTE.includes(applyTo) && routeConfiguration === undefined) {
        field.report(otherMatch, { applyTo, needed: 'routeConfiguration' });
    }
    if (applyTo === 'CLUSTER' && cluster === undefined) {
        field.report(otherMatch, { applyTo, needed: 'cluster' });
    }
    return true;
}
function checkFilter(applyTo, { name, subFilter }, field) {
    if (applyTo === 'LISTENER' || applyTo === 'FILTER_CHAIN') {
        field.report(ineffectiveFilter, { applyTo });
    }
    if (name === '') {
        field.at('name').report(noFilterName);
        return false;
    }
    if (subFilter !== undefined) {
        if (applyTo !== 'HTTP_FILTER') {
            field.at('subFilter').report(subFilterOfOther, { applyTo });
            return false;
        }
        if (!CONNECTION_MANAGERS.includes(name)) {
            field.at('name').report(subFilterElsewhere, { name });
            return false;
        }
        if (subFilter.name === '') {
            field.at('subFilter', 'name').report(noSubFilterName);
            return false;
        }
    }
    checkName(name, field.at('name'));
    checkName(subFilter?.name ?? '', field.at('subFilter', 'name'));
    return true;
}
function checkName(name, field) {
    const better = DEPRECATED_NAMES.get(name);
    if (better !== undefined)
        field.report(deprecatedName, { name, better });
}

;// CONCATENATED MODULE: ./build/validation/envoy-filter/objects.js
/* Written by scripts/envoy-objects.ts from the Go module of the API of Envoy. */
/** Fields of the objects that an EnvoyFilter patches, by applyTo. */
const OBJECTS = {
    BOOTSTRAP: {
        node: 'message',
        node_context_params: 'strings',
        static_resources: 'message',
        dynamic_resources: 'message',
        cluster_manager: 'message',
        hds_config: 'message',
        flags_path: 'string',
        stats_sinks: 'messages',
        deferred_stat_options: 'message',
        stats_config: 'message',
        stats_flush_interval: 'duration',
        stats_flush_on_admin: 'bool',
        stats_eviction_interval: 'duration',
        watchdog: 'message',
        watchdogs: 'message',
        tracing: 'message',
        layered_runtime: 'message',
        admin: 'message',
        overload_manager: 'message',
        enable_dispatcher_stats: 'bool',
        header_prefix: 'string',
        stats_server_version_override: 'number',
        use_tcp_for_dns_lookups: 'bool',
        dns_resolution_config: 'message',
        typed_dns_resolver_config: 'message',
        bootstrap_extensions: 'messages',
        fatal_actions: 'messages',
        config_sources: 'messages',
        default_config_source: 'message',
        default_socket_interface: 'string',
        certificate_provider_instances: 'map',
        inline_headers: 'messages',
        perf_tracing_file_path: 'string',
        default_regex_engine: 'message',
        xds_delegate_extension: 'message',
        xds_config_tracker_extension: 'message',
        listener_manager: 'message',
        application_log_config: 'message',
        grpc_async_client_manager_config: 'message',
        memory_allocator_manager: 'message',
        enable_worker_cpu_affinity: 'bool'
    },
    CLUSTER: {
        transport_socket_matches: 'messages',
        transport_socket_matcher: 'message',
        name: 'string',
        alt_stat_name: 'string',
        type: 'enum',
        cluster_type: 'message',
        eds_cluster_config: 'message',
        connect_timeout: 'duration',
        per_connection_buffer_limit_bytes: 'number',
        per_connection_buffer_high_watermark_timeout: 'duration',
        lb_policy: 'enum',
        load_assignment: 'message',
        health_checks: 'messages',
        max_requests_per_connection: 'number',
        circuit_breakers: 'message',
        upstream_http_protocol_options: 'message',
        common_http_protocol_options: 'message',
        http_protocol_options: 'message',
        http2_protocol_options: 'message',
        typed_extension_protocol_options: 'map',
        dns_refresh_rate: 'duration',
        dns_jitter: 'duration',
        dns_failure_refresh_rate: 'message',
        respect_dns_ttl: 'bool',
        dns_lookup_family: 'enum',
        dns_resolvers: 'messages',
        use_tcp_for_dns_lookups: 'bool',
        dns_resolution_config: 'message',
        typed_dns_resolver_config: 'message',
        wait_for_warm_on_init: 'bool',
        outlier_detection: 'message',
        cleanup_interval: 'duration',
        upstream_bind_config: 'message',
        lb_subset_config: 'message',
        ring_hash_lb_config: 'message',
        maglev_lb_config: 'message',
        original_dst_lb_config: 'message',
        least_request_lb_config: 'message',
        round_robin_lb_config: 'message',
        common_lb_config: 'message',
        transport_socket: 'message',
        metadata: 'message',
        protocol_selection: 'enum',
        upstream_connection_options: 'message',
        close_connections_on_host_health_failure: 'bool',
        ignore_health_on_host_removal: 'bool',
        filters: 'messages',
        load_balancing_policy: 'message',
        lrs_server: 'message',
        lrs_report_endpoint_metrics: 'strings',
        track_timeout_budgets: 'bool',
        upstream_config: 'message',
        track_cluster_stats: 'message',
        preconnect_policy: 'message',
        connection_pool_per_downstream_connection: 'bool'
    },
    EXTENSION_CONFIG: {
        name: 'string',
        typed_config: 'any'
    },
    FILTER_CHAIN: {
        filter_chain_match: 'message',
        filters: 'messages',
        use_proxy_proto: 'bool',
        metadata: 'message',
        transport_socket: 'message',
        transport_socket_connect_timeout: 'duration',
        name: 'string'
    },
    HTTP_FILTER: {
        name: 'string',
        typed_config: 'any',
        config_discovery: 'message',
        is_optional: 'bool',
        disabled: 'bool'
    },
    HTTP_ROUTE: {
        name: 'string',
        match: 'message',
        route: 'message',
        redirect: 'message',
        direct_response: 'message',
        filter_action: 'message',
        non_forwarding_action: 'message',
        metadata: 'message',
        decorator: 'message',
        typed_per_filter_config: 'map',
        request_headers_to_add: 'messages',
        request_headers_to_remove: 'strings',
        response_headers_to_add: 'messages',
        response_headers_to_remove: 'strings',
        tracing: 'message',
        per_request_buffer_limit_bytes: 'number',
        stat_prefix: 'string',
        request_body_buffer_limit: 'number'
    },
    LISTENER: {
        name: 'string',
        address: 'message',
        additional_addresses: 'messages',
        stat_prefix: 'string',
        filter_chains: 'messages',
        fcds_config: 'message',
        filter_chain_matcher: 'message',
        use_original_dst: 'bool',
        default_filter_chain: 'message',
        per_connection_buffer_limit_bytes: 'number',
        per_connection_buffer_high_watermark_timeout: 'duration',
        metadata: 'message',
        deprecated_v1: 'message',
        drain_type: 'enum',
        listener_filters: 'messages',
        listener_filters_timeout: 'duration',
        continue_on_listener_filters_timeout: 'bool',
        transparent: 'bool',
        freebind: 'bool',
        socket_options: 'messages',
        tcp_fast_open_queue_length: 'number',
        traffic_direction: 'enum',
        udp_listener_config: 'message',
        api_listener: 'message',
        connection_balance_config: 'message',
        reuse_port: 'bool',
        enable_reuse_port: 'bool',
        access_log: 'messages',
        tcp_backlog_size: 'number',
        max_connections_to_accept_per_socket_event: 'number',
        bind_to_port: 'bool',
        internal_listener: 'message',
        enable_mptcp: 'bool',
        ignore_global_conn_limit: 'bool',
        bypass_overload_manager: 'bool',
        tcp_keepalive: 'message'
    },
    LISTENER_FILTER: {
        name: 'string',
        typed_config: 'any',
        config_discovery: 'message',
        filter_disabled: 'message'
    },
    NETWORK_FILTER: {
        name: 'string',
        typed_config: 'any',
        config_discovery: 'message'
    },
    ROUTE_CONFIGURATION: {
        name: 'string',
        virtual_hosts: 'messages',
        vhds: 'message',
        internal_only_headers: 'strings',
        response_headers_to_add: 'messages',
        response_headers_to_remove: 'strings',
        request_headers_to_add: 'messages',
        request_headers_to_remove: 'strings',
        most_specific_header_mutations_wins: 'bool',
        validate_clusters: 'bool',
        max_direct_response_body_size_bytes: 'number',
        cluster_specifier_plugins: 'messages',
        request_mirror_policies: 'messages',
        ignore_port_in_host_matching: 'bool',
        vhost_header: 'string',
        ignore_path_parameters_in_path_matching: 'bool',
        typed_per_filter_config: 'map',
        metadata: 'message'
    },
    VIRTUAL_HOST: {
        name: 'string',
        domains: 'strings',
        routes: 'messages',
        matcher: 'message',
        require_tls: 'enum',
        virtual_clusters: 'messages',
        rate_limits: 'messages',
        request_headers_to_add: 'messages',
        request_headers_to_remove: 'strings',
        response_headers_to_add: 'messages',
        response_headers_to_remove: 'strings',
        cors: 'message',
        typed_per_filter_config: 'map',
        include_request_attempt_count: 'bool',
        include_attempt_count_in_response: 'bool',
        retry_policy: 'message',
        retry_policy_typed_config: 'any',
        hedge_policy: 'message',
        include_is_timeout_retry_header: 'bool',
        per_request_buffer_limit_bytes: 'number',
        request_body_buffer_limit: 'number',
        request_mirror_policies: 'messages',
        metadata: 'message'
    }
};

;// CONCATENATED MODULE: ./build/validation/envoy-filter/old-api.js

/** Beyond, nothing is said, as of the types of Envoy as a whole. */
const DEEPEST = 64;
/** The first type of the v2 API in a value. */
function oldType(value, field, depth = 0) {
    if (value === null || typeof value !== 'object' || depth > DEEPEST)
        return null;
    if ((0,map/* isMap */.jh)(value)) {
        const type = value['@type'];
        if (typeof type === 'string' && isOld(type))
            return { field: field.at('@type'), type };
    }
    for (const [step, inner] of (0,map/* isMap */.jh)(value) ? Object.entries(value) : value.entries()) {
        if (inner === null || typeof inner !== 'object')
            continue;
        const found = oldType(inner, field.at(step), depth + 1);
        if (found !== null)
            return found;
    }
    return null;
}
function isOld(type) {
    return /^type\.googleapis\.com\/envoy\..*\.v2(?:alpha\d*)?\./.test(type);
}

;// CONCATENATED MODULE: ./build/validation/envoy-filter/value.js





const value_unknownTarget = refusal('unknown-apply-to', '{field} is for applyTo {applyTo}, which Istio does not know.');
const wrongType = refusal('invalid-envoy-type', '{field} must be {expected}: as it is, istiod cannot make the object of Envoy.');
const oldApi = refusal('unsupported-envoy-api', '{field} is {type}, a type of the old API of Envoy, which Istio no longer knows. Use its successor, with .v3. in its name.');
const unknownField = warning('unknown-envoy-field', '{field} is no field of the object of Envoy that {applyTo} stands for, and is left out. Check the name and the indentation.');
const untyped = warning('deprecated-untyped-filter', '{field} names a filter and does not configure it: Envoy will no longer find filters by name. Set typed_config with its @type.');
/** Objects that are a name with a configuration of any type. */
const TYPED = [
    'HTTP_FILTER',
    'NETWORK_FILTER',
    'LISTENER_FILTER',
    'EXTENSION_CONFIG'
];
/**
 * Whether a patch is an object of Envoy, as far as its first level and the names of types say; what lies deeper needs
 * the types of Envoy and is left to istiod. It makes the object twice: where it can, it warns of what it leaves out.
 */
function checkValue(applyTo, value, field) {
    const fields = OBJECTS[applyTo];
    if (fields === undefined) {
        field.report(value_unknownTarget, { applyTo });
        return;
    }
    const wrong = Object.entries(value).find(([name, inner]) => !value_fits(fields[snake(name)], inner));
    if (wrong !== undefined) {
        const type = fields[snake(wrong[0])];
        field.at(wrong[0]).report(wrongType, { expected: value_WORDS[type ?? 'message'] });
        return;
    }
    for (const [name, inner] of Object.entries(value)) {
        const old = fields[snake(name)] === undefined ? null : oldType(inner, field.at(name));
        if (old === null)
            continue;
        old.field.report(oldApi, { type: old.type });
        return;
    }
    const unknown = Object.keys(value).find(name => !Object.hasOwn(fields, snake(name)));
    if (unknown !== undefined) {
        field.key(unknown).report(unknownField, { applyTo });
        return;
    }
    if (TYPED.includes(applyTo) && !isTyped(value))
        field.report(untyped);
    for (const name of ['transport_socket', 'transportSocket']) {
        const socket = value[name];
        if ((0,map/* isMap */.jh)(socket) && !isTyped(socket))
            field.at(name).report(untyped);
    }
}
const value_WORDS = {
    string: 'a string',
    bool: 'true or false',
    number: 'a number',
    duration: 'a duration such as 5s',
    enum: 'the name of a value',
    message: 'a map',
    any: 'a map with @type, the type of what it holds',
    strings: 'a list of strings',
    messages: 'a list of maps',
    map: 'a map'
};
/** Unknown fields and absent ones pass. */
function value_fits(type, value) {
    if (type === undefined || value === null)
        return true;
    switch (type) {
        case 'string':
            return typeof value === 'string';
        case 'bool':
            return typeof value === 'boolean';
        case 'number':
            return typeof value === 'number' || (typeof value === 'string' && /^-?\d/.test(value));
        case 'duration':
            return typeof value === 'string' && parseDuration(value) !== null;
        case 'enum':
            return typeof value === 'string' || typeof value === 'number';
        case 'any':
            return (0,map/* isMap */.jh)(value) && typeof value['@type'] === 'string';
        case 'strings':
            return Array.isArray(value) && value.every(each => each === null || typeof each === 'string');
        case 'messages':
            return Array.isArray(value) && value.every(each => each === null || (0,map/* isMap */.jh)(each));
        case 'message':
        case 'map':
            return (0,map/* isMap */.jh)(value);
    }
}
function isTyped(value) {
    return ['typed_config', 'typedConfig', 'config_discovery', 'configDiscovery'].some(name => (value[name] ?? null) !== null);
}
/** Both spellings of a field name a field. */
function snake(name) {
    return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

;// CONCATENATED MODULE: ./build/validation/envoy-filter/envoy-filter.js





const internals = warning('deprecated-internals', '{field} patches what istiod makes for Envoy, which changes without notice between versions. Prefer an API of Istio where there is one. The patches are not checked against the types of Envoy here.', { since: 22 });
const noTarget = refusal('missing-apply-to', '{field} is not set: say what to patch, such as HTTP_FILTER.');
const noPatch = refusal('missing-patch', '{field} is not set: say what to do.');
const envoy_filter_noOperation = refusal('missing-operation', '{field} is not set: say what to do, such as MERGE.');
const noValue = refusal('missing-patch-value', '{field} is not set: operation {operation} needs what to add, merge or put in place.');
const longVersion = warning('invalid-proxy-version-length', '{field} has more than 1024 characters, so that it is ignored and the patch holds for every version of the proxy.', { since: 30 });
const invalidVersion = refusal('invalid-proxy-version', '{field} is {value}, which is no RE2 expression: {why}.');
/** Source: istio pkg/config/validation/envoyfilter/envoyfilter.go. What needs the types of Envoy is left out. */
function checkEnvoyFilter(spec, field) {
    if (!checkWorkloadSelector(spec.workloadSelector, field.at('workloadSelector')))
        return;
    warnOfEmptySelector(spec.workloadSelector, field.at('workloadSelector'));
    field.report(internals);
    for (const [index, patch] of spec.configPatches.entries()) {
        checkPatch(patch, field.at('configPatches', index));
    }
}
/** Istio goes on to the next patch after a fault of the first steps. */
function checkPatch({ applyTo, match, patch }, field) {
    if (match?.context === 'WAYPOINT')
        return;
    if (applyTo === 'INVALID') {
        field.at('applyTo').report(noTarget);
        return;
    }
    if (patch === undefined) {
        field.at('patch').report(noPatch);
        return;
    }
    const { operation, value } = patch;
    if (operation === 'INVALID') {
        field.at('patch', 'operation').report(envoy_filter_noOperation);
        return;
    }
    if (operation !== 'REMOVE' && value === undefined) {
        field.at('patch', 'value').report(noValue, { operation });
        return;
    }
    if (!checkVersion(match?.proxy?.proxyVersion ?? '', field.at('match', 'proxy', 'proxyVersion'))) {
        return;
    }
    if (match !== undefined && !checkMatch(applyTo, match, field.at('match')))
        return;
    if (value !== undefined)
        checkValue(applyTo, value, field.at('patch', 'value'));
}
function checkVersion(version, field) {
    if (version.length > LONGEST_PATTERN && field.recorder.minor >= 30) {
        field.report(longVersion);
        return true;
    }
    const why = version === '' ? null : patternFault(version);
    if (why !== null)
        field.report(invalidVersion, { why });
    return why === null;
}

;// CONCATENATED MODULE: ./build/validation/values/address.js


const address_invalidAddress = refusal('invalid-address', '{field} has {address}, which is no IP address.');
const invalidSubnet = refusal('invalid-subnet', '{field} has {address}, which is no address block such as 10.0.0.0/16.');
const emptyUnixPath = refusal('missing-unix-path', '{field} is a Unix domain socket without a path: write unix:///path/to/socket, or unix://@name for an abstract one.');
const relativeUnixPath = refusal('invalid-unix-path', '{field} has the socket path {path}, which is not the absolute path of a file (or @name for an abstract socket).');
const UNIX = 'unix://';
function checkAddress(address, field) {
    if (!(0,go_address/* isIp */.SC)(address))
        field.report(address_invalidAddress, { address });
}
/** An address, or a block of them (agent.ValidateIPSubnet: one slash makes a block). */
function checkSubnet(address, field) {
    if (address.split('/', 3).length !== 2)
        checkAddress(address, field);
    else if (!(0,go_address/* isCidr */.JR)(address))
        field.report(invalidSubnet, { address });
}
/** What follows `unix://`. */
function checkUnixPath(path, field) {
    if (path === '')
        field.report(emptyUnixPath);
    else if (!path.startsWith('@') && (!path.startsWith('/') || path.endsWith('/'))) {
        field.report(relativeUnixPath, { path });
    }
}

;// CONCATENATED MODULE: ./build/validation/values/scoped-host.js



/** `namespace/host` of Gateway servers and Sidecar egress listeners (agent.ValidateNamespaceSlashWildcardHostname). */
const missingNamespace = refusal('missing-host-namespace', '{field} has {host}, but a Sidecar names hosts with their namespace: write */{name} for any namespace or ./{name} for its own.');
const emptyHalf = refusal('missing-host-part', '{field} has {host}, of which one side of the slash is empty: write namespace/host, with * for any.');
const scoped_host_invalidNamespace = refusal('invalid-host-namespace', '{field} has {host}, whose namespace {namespace} is neither a name, nor . (its own), nor * (any).');
/** `~` is for those that istiod makes from a Gateway of the Gateway API without routes. */
function checkGatewayHost(host, field, isGenerated) {
    const slash = host.indexOf('/');
    if (slash < 0) {
        checkScopedHost(host, field, { allowsAddress: true });
        return;
    }
    const { namespace, name } = halves(host, slash, field);
    const isAnyOrOwn = namespace === '*' || namespace === '.' || (namespace === '~' && isGenerated);
    if (!isAnyOrOwn && !isLabel(namespace))
        field.report(scoped_host_invalidNamespace, { host, namespace });
    checkScopedHost(name, field, { allowsAddress: true });
}
/** Since 1.31 `~namespace` takes hosts of a namespace out; before, `~` alone hides all. */
function checkSidecarHost(host, field) {
    const slash = host.indexOf('/');
    if (slash < 0) {
        field.report(missingNamespace, { host, name: host });
        return;
    }
    const { namespace, name } = halves(host, slash, field);
    if (!isSidecarNamespace(namespace, field))
        field.report(scoped_host_invalidNamespace, { host, namespace });
    checkScopedHost(name, field, { allowsAddress: false });
}
function isSidecarNamespace(namespace, { recorder }) {
    if (recorder.features.has('sidecar-host-exclusion')) {
        const bare = namespace.replace(/^~/, '');
        return bare === '' || bare === '*' || bare === '.' || isLabel(bare);
    }
    return ['*', '.', '~'].includes(namespace) || isLabel(namespace);
}
function halves(host, slash, field) {
    const namespace = host.slice(0, slash);
    const name = host.slice(slash + 1);
    if (namespace === '' || name === '')
        field.report(emptyHalf, { host });
    return { namespace, name };
}

;// CONCATENATED MODULE: ./build/validation/gateway/ciphers.js

const oldVersion = warning('insecure-tls-version', '{field} is {value}, for which no cipher is enabled by default: list cipherSuites that it can use, or better require TLSV1_2.', { since: 22 });
const unknownCiphers = warning('unknown-cipher', '{field} lists {names}, which Envoy does not know and Istio leaves out. Use names of OpenSSL, such as ECDHE-RSA-AES128-GCM-SHA256.');
const duplicateCiphers = warning('duplicate-cipher', '{field} lists {names} more than once.');
function checkCiphers(tls, field) {
    const isOld = tls.minProtocolVersion === 'TLSV1_0' || tls.minProtocolVersion === 'TLSV1_1';
    if (isOld && tls.cipherSuites.length === 0)
        field.at('minProtocolVersion').report(oldVersion);
    const known = new Set();
    const unknown = new Set();
    const duplicate = new Set();
    for (const cipher of tls.cipherSuites) {
        if (!isCipher(cipher))
            unknown.add(cipher);
        else if (known.has(cipher))
            duplicate.add(cipher);
        else
            known.add(cipher);
    }
    const place = field.at('cipherSuites');
    if (unknown.size > 0)
        place.report(unknownCiphers, { names: [...unknown].sort().join(', ') });
    if (duplicate.size > 0)
        place.report(duplicateCiphers, { names: [...duplicate].sort().join(', ') });
}
/** Operators such as `-` and `@` begin no name and are left to Envoy (security.IsValidCipherSuite). */
function isCipher(text) {
    if (text === '' || text === 'ALL' || !isAlphanumeric(text))
        return true;
    return CIPHERS.has(text);
}
/** Go looks at the first byte as if it were a character of Latin-1. */
function isAlphanumeric(text) {
    const [first = 0] = new TextEncoder().encode(text.slice(0, 2));
    return /^[\p{L}\p{N}]/u.test(String.fromCharCode(first));
}
const CIPHERS = new Set([
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-SHA',
    'ECDHE-RSA-AES128-SHA',
    'ECDHE-ECDSA-AES256-SHA',
    'ECDHE-RSA-AES256-SHA',
    'AES128-GCM-SHA256',
    'AES256-GCM-SHA384',
    'AES128-SHA',
    'AES256-SHA',
    'DES-CBC3-SHA'
]);

;// CONCATENATED MODULE: ./build/validation/gateway/tls.js


const certificateOfMesh = refusal('conflicting-mesh-certificate', '{field} is set beside mode ISTIO_MUTUAL, which uses the certificate of the workload. Remove it, or choose mode MUTUAL.');
const unusedCertificate = warning('ineffective-certificate', '{field} holds certificates beside mode {mode}, which hands TLS on unopened. Remove them, or choose a mode that terminates TLS.');
const severalSources = refusal('conflicting-certificates', '{field} names its certificate in several ways ({names}), of which only one may be set.');
const noAuthority = refusal('missing-ca-certificates', '{field} is not set, but mode {mode} needs it to verify the certificates of clients. Set it, or credentialName.');
const tls_noCertificate = refusal('missing-server-certificate', '{field} is not set, but mode {mode} needs a certificate. Set it and privateKey, or credentialName.');
const tls_noKey = refusal('missing-private-key', '{field} is not set, but mode {mode} needs the key of its certificate. Set it and serverCertificate, or credentialName.');
const manyCertificates = warning('unsupported-certificate-count', '{field} lists {count} certificates, of which Envoy can use two (RSA and ECDSA).', { since: 27 });
const listWithCredential = refusal('conflicting-crl-credential', '{field} is set beside credentialName: put the revocation list into the Secret.', { since: 22 });
const listWithoutClients = refusal('conflicting-crl-mode', '{field} is set beside mode SIMPLE, which asks no client for a certificate. Remove it, or choose mode MUTUAL.', { since: 22 });
/** TLS of a Gateway server or a Sidecar ingress listener (validateTLSOptions). */
function checkServerTls(tls, field) {
    checkCiphers(tls, field);
    if (tls.mode === 'ISTIO_MUTUAL') {
        for (const name of CERTIFICATES)
            if (isSet(tls[name]))
                field.at(name).report(certificateOfMesh);
        return;
    }
    if (tls.mode === 'PASSTHROUGH' || tls.mode === 'AUTO_PASSTHROUGH') {
        const isUnused = tls.caCrl !== '' || CERTIFICATES.some(name => isSet(tls[name]));
        if (isUnused)
            field.report(unusedCertificate, { mode: tls.mode });
    }
    checkSources(tls, field);
    const mode = tls.mode;
    const terminates = mode === 'SIMPLE' || mode === 'MUTUAL' || mode === 'OPTIONAL_MUTUAL';
    // Credentials hold everything else.
    if (terminates && (tls.credentialName !== '' || tls.credentialNames.length > 0))
        return;
    if (terminates)
        checkCertificates(tls, field);
    if (tls.caCrl === '')
        return;
    if (tls.credentialName !== '')
        field.at('caCrl').report(listWithCredential);
    if (mode === 'SIMPLE')
        field.at('caCrl').report(listWithoutClients);
}
function checkSources(tls, field) {
    const names = [];
    if (tls.serverCertificate !== '' && tls.privateKey !== '') {
        names.push('serverCertificate and privateKey');
    }
    for (const name of ['credentialName', 'credentialNames', 'tlsCertificates']) {
        if (isSet(tls[name]))
            names.push(name);
    }
    // Before 1.27 there were no lists, and a credential went before files.
    if (names.length > 1 && field.recorder.minor >= 27) {
        field.report(severalSources, { names: names.join(', ') });
    }
}
function checkCertificates(tls, field) {
    const { mode } = tls;
    if (mode !== 'SIMPLE' && tls.caCertificates === '') {
        field.at('caCertificates').report(noAuthority, { mode });
    }
    const count = tls.tlsCertificates.length;
    if (count > 2)
        field.at('tlsCertificates').report(manyCertificates, { count });
    const certificates = count > 0
        ? [...tls.tlsCertificates.entries()].map(([index, certificate]) => ({
            certificate,
            place: field.at('tlsCertificates', index)
        }))
        : [{ certificate: tls, place: field }];
    for (const { certificate, place } of certificates) {
        if (certificate.serverCertificate === '') {
            place.at('serverCertificate').report(tls_noCertificate, { mode });
        }
        if (certificate.privateKey === '')
            place.at('privateKey').report(tls_noKey, { mode });
    }
}
const CERTIFICATES = [
    'serverCertificate',
    'privateKey',
    'caCertificates',
    'tlsCertificates',
    'credentialName',
    'credentialNames'
];
function isSet(value) {
    return value.length > 0;
}

;// CONCATENATED MODULE: ./build/validation/gateway/server.js





const noHosts = refusal('missing-hosts', '{field} is empty, so that the server would answer for no host. List host names, or * for any.');
const server_noPort = refusal('missing-port', '{field} is not set: a server needs a port.');
const server_unknownProtocol = refusal('invalid-protocol', '{field} is {protocol}, but a Gateway needs one of HTTP, HTTPS, GRPC, GRPC-Web, HTTP2, MONGO, REDIS, MYSQL, TCP and TLS.');
const targetPort = refusal('unsupported-target-port', '{field} is set, but does nothing at a Gateway: the port of its Service says where requests go. Remove it.', { since: 20 });
const noPortName = refusal('missing-port-name', '{field} is not set: the port of a server needs a name.');
const portOfSocket = refusal('conflicting-bind-port', '{field} is {port}, but a server that is bound to a Unix domain socket has port 0.');
const noTls = refusal('missing-tls', '{field} is not set, but a server with protocol {protocol} needs it: say how TLS is terminated, or mode PASSTHROUGH.');
const tlsOverHttp = refusal('conflicting-http-tls', '{field} terminates TLS on a port with protocol {protocol}, which is plain HTTP. Use protocol HTTPS, or keep httpsRedirect alone.');
const tlsOverOther = refusal('conflicting-tls', '{field} is set on a port with protocol {protocol}, which is not encrypted. Use protocol TLS or HTTPS, or remove it.');
function checkServer(server, field, isGenerated) {
    if (server.hosts.length === 0)
        field.at('hosts').report(noHosts);
    for (const [index, host] of server.hosts.entries()) {
        checkGatewayHost(host, field.at('hosts', index), isGenerated);
    }
    const isPortValid = checkServerPort(server, field.at('port'));
    checkBind(server, field);
    if (server.tls !== undefined)
        checkServerTls(server.tls, field.at('tls'));
    if (isPortValid)
        checkTlsOfProtocol(server, field.at('tls'));
}
/** False where the port has an error: then nothing is said about its protocol and TLS. */
function checkServerPort({ port, bind }, field) {
    if (port === undefined) {
        field.report(server_noPort);
        return false;
    }
    const isKnown = protocolOf(port.protocol) !== null;
    if (!isKnown)
        field.at('protocol').report(server_unknownProtocol, { protocol: port.protocol });
    const isNumbered = port.number === 0 && bind.startsWith(UNIX) ? true : isPort(port.number);
    if (!isNumbered)
        checkPort(port.number, field.at('number'));
    const hasTarget = port.targetPort > 0 && field.recorder.minor >= 20;
    if (hasTarget)
        field.at('targetPort').report(targetPort);
    if (port.name === '')
        field.at('name').report(noPortName);
    return isKnown && isNumbered && !hasTarget && port.name !== '';
}
function checkBind({ port, bind }, field) {
    if (bind.startsWith(UNIX)) {
        checkUnixPath(bind.slice(UNIX.length), field.at('bind'));
        const number = port?.number ?? 0;
        if (number !== 0)
            field.at('port', 'number').report(portOfSocket, { port: number });
    }
    else if (bind !== '')
        checkAddress(bind, field.at('bind'));
}
/** Plain HTTP may hold what a bare `httpsRedirect` leaves at its default. */
function checkTlsOfProtocol({ port, tls }, field) {
    const protocol = port?.protocol ?? '';
    const facts = protocolOf(protocol);
    if (facts?.isTls === true) {
        if (tls === undefined)
            field.report(noTls, { protocol });
        return;
    }
    if (tls === undefined)
        return;
    if (facts?.isHttp !== true)
        field.report(tlsOverOther, { protocol });
    else if (!isPassthrough(tls) ||
        tls.caCertificates + tls.privateKey + tls.serverCertificate !== '') {
        field.report(tlsOverHttp, { protocol });
    }
}
function isPassthrough({ mode }) {
    return mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH';
}

;// CONCATENATED MODULE: ./build/validation/gateway/gateway.js




const invalidName = refusal('invalid-name', '{field} is {value}, but the name of a Gateway is made of letters, digits and inner dashes only (at most 63), since VirtualServices refer to it as namespace/name.');
const noServers = refusal('missing-servers', '{field} is empty, so that the Gateway would open no port. List at least one server.');
const duplicatePortName = refusal('duplicate-port-name', '{field} is {value}, as is the name of an earlier server of this Gateway. Give each server a name of its own.');
const redirectWithoutHttp = warning('ineffective-https-redirect', '{field} is true on a port whose protocol is {protocol}, but only plain HTTP can be redirected to HTTPS. Set it on the HTTP server.');
/** Set on Gateways that istiod makes from the Gateway API. */
const SEMANTICS = 'internal.istio.io/gateway-semantics';
/** Source: istio pkg/config/validation/validation.go ValidateGateway. */
function checkGateway(spec, field) {
    const { manifest } = field.recorder;
    const isGenerated = manifest.annotations[SEMANTICS] === 'gateway';
    if (!isLabel(manifest.ref.name) && !isGenerated) {
        field.recorder.root.at('metadata', 'name').report(invalidName);
    }
    if (spec.servers.length === 0)
        field.at('servers').report(noServers);
    for (const [index, server] of spec.servers.entries()) {
        checkServer(server, field.at('servers', index), isGenerated);
    }
    checkPortNames(spec, field);
}
function checkPortNames(spec, field) {
    const names = new Set();
    for (const [index, { port, tls }] of spec.servers.entries()) {
        if (port === undefined)
            continue;
        const server = field.at('servers', index);
        if (names.has(port.name))
            server.at('port', 'name').report(duplicatePortName);
        names.add(port.name);
        if (tls?.httpsRedirect === true && !isHttpProtocol(port.protocol)) {
            server.at('tls', 'httpsRedirect').report(redirectWithoutHttp, { protocol: port.protocol });
        }
    }
}

;// CONCATENATED MODULE: ./build/validation/peer-authentication.js


const withoutSelector = refusal('missing-selector', '{field} is set without a selector, but ports are those of workloads: select some by labels, or say mtls.mode for all.');
const noPorts = refusal('missing-ports', '{field} is empty: name a port, or remove it.');
const peer_authentication_invalidPort = refusal('invalid-port', '{field} is for port {port}, but a port is a number from 1 to 65535.', {
    since: 23
});
const portZero = refusal('invalid-port', '{field} is for port {port}, but ports begin with 1.', {
    until: 23
});
/** Source: istio pkg/config/validation/validation.go ValidatePeerAuthentication. */
function checkPeerAuthentication(spec, field) {
    const ports = field.at('portLevelMtls');
    const isSelecting = (spec.selector?.matchLabels.size ?? 0) > 0;
    if (!isSelecting && spec.portLevelMtls.size > 0)
        ports.report(withoutSelector);
    if (isWrittenEmpty(spec, field))
        ports.report(noPorts);
    for (const port of spec.portLevelMtls.keys()) {
        const number = Number(port);
        const place = ports.key(port);
        if (number === 0 || number > 65535)
            place.report(peer_authentication_invalidPort, { port });
        if (number === 0)
            place.report(portZero, { port });
    }
    checkSelector(spec.selector, field.at('selector'));
}
/** Go tells an empty map from none. */
function isWrittenEmpty({ portLevelMtls }, { recorder }) {
    const { spec } = recorder.manifest;
    const written = spec.portLevelMtls ?? spec.port_level_mtls ?? null;
    return written !== null && portLevelMtls.size === 0;
}

;// CONCATENATED MODULE: ./build/validation/proxy-config.js


const proxy_config_negative = refusal('invalid-concurrency', '{field} is {value}, but must be 0 (as many threads as cores) or more.');
/** Source: istio pkg/config/validation/validation.go ValidateProxyConfig. */
function checkProxyConfig(spec, field) {
    checkSelector(spec.selector, field.at('selector'));
    if ((spec.concurrency ?? 0) < 0)
        field.at('concurrency').report(proxy_config_negative);
}

;// CONCATENATED MODULE: ./build/validation/values/header.js

/** Names of HTTP headers, which each part of Istio's API tests in its own way. */
const emptyName = refusal('missing-header-name', '{field} names a header without a name.');
const header_invalidName = refusal('invalid-header-name', '{field} has the header name {name}, which holds characters that are not allowed there.');
const pseudoHeader = refusal('invalid-header-operation', '{field} changes the pseudo-header {name}, which Envoy does not allow here.');
const hostHeader = refusal('invalid-host-operation', '{field} changes {name}, which Envoy does not allow here: use rewrite.authority.');
/** RFC 7230: the characters of a token. */
const TOKEN = /^[!#$%&'*+\-.^_`|~A-Za-z0-9]+$/;
const WORD = /^[-_A-Za-z0-9]+$/;
const PROBE = /^[-A-Za-z0-9]+$/;
function checkForm(name, form, field) {
    if (name === '')
        field.report(emptyName);
    else if (!form.test(name))
        field.report(header_invalidName, { name });
}
/** Where claims of a token go. */
function checkStrictHeaderName(name, field) {
    checkForm(name, WORD, field);
}
/** As Kubernetes tests headers of its probes. Before 1.23 underscores were allowed as well. */
function checkProbeHeaderName(name, field) {
    checkForm(name, field.recorder.minor < 23 ? WORD : PROBE, field);
}
function checkCorsHeaderName(name, field) {
    if (name !== '*')
        checkForm(name, tokenIn(field), field);
}
const PSEUDO_HEADERS = [':method', ':scheme', ':authority', ':path', ':status'];
/** A header that a match looks at, or a claim of the token. */
function checkMatchHeaderName(name, field) {
    if (isClaimHeader(name) || PSEUDO_HEADERS.includes(name))
        return;
    checkForm(name, tokenIn(field), field);
}
/** Before 1.23 names were words everywhere. */
function tokenIn({ recorder }) {
    return recorder.minor < 23 ? WORD : TOKEN;
}
const CLAIMS = '@request.auth.claims';
/** `@request.auth.claims.group` or `@request.auth.claims[group]` (istio pkg/jwt/routing.go). */
function isClaimHeader(name) {
    if (!name.toLowerCase().startsWith(CLAIMS))
        return false;
    const claim = name.slice(CLAIMS.length);
    return ((claim.startsWith('.') && claim.length > 1) ||
        (claim.startsWith('[') && claim.endsWith(']') && claim.length > 2));
}
function isAuthorityHeader(name) {
    return [':authority', 'host'].includes(name.toLowerCase());
}
/** A header that is added to or set in requests: the authority may be. */
function checkRequestHeaderName(name, field) {
    if (name === '')
        field.report(emptyName);
    else if (name.startsWith(':') && !isAuthorityHeader(name))
        field.report(pseudoHeader, { name });
}
/** A header that is removed, or changed in responses. */
function checkOtherHeaderName(name, field) {
    if (name === '')
        field.report(emptyName);
    else if (name.toLowerCase() === 'host')
        field.report(hostHeader, { name });
    else if (name.startsWith(':'))
        field.report(pseudoHeader, { name });
}

;// CONCATENATED MODULE: ./build/validation/request-authentication/json-object.js

/** The JSON object that a text begins with: Go's decoder looks no further than its end. `null` where there is none. */
function jsonObjectOf(text) {
    const end = endOfObject(text);
    if (end < 0)
        return null;
    try {
        const value = JSON.parse(text.slice(0, end));
        return (0,map/* isMap */.jh)(value) ? value : null; // JSON.parse gives JSON
    }
    catch {
        return null;
    }
}
/** The position behind the brace that closes the first one; -1 where none does. */
function endOfObject(text) {
    let depth = 0;
    for (let index = 0; index < text.length; index++) {
        const character = text[index];
        if (character === '"') {
            index += 1;
            while (index < text.length && text[index] !== '"')
                index += text[index] === '\\' ? 2 : 1;
        }
        else if (character === '{' || character === '[')
            depth += 1;
        else if (character === '}' || character === ']') {
            depth -= 1;
            if (depth === 0)
                return index + 1;
        }
    }
    return -1;
}

;// CONCATENATED MODULE: ./build/validation/request-authentication/jwks.js


/** A set of keys (`{"keys": [...]}`), or one key, as lestrrat-go/jwx v1 reads it for Istio; else why not. */
function readJwks(text) {
    const set = jsonObjectOf(text);
    if (set === null)
        return { fault: 'it is no JSON object' };
    const list = Object.hasOwn(set, 'keys') ? set.keys : [set];
    // Go decodes null into no list at all.
    if (list !== null && !Array.isArray(list))
        return { fault: 'keys is no list' };
    const keys = [];
    for (const [index, key] of (list ?? []).entries()) {
        if (!(0,map/* isMap */.jh)(key))
            return { fault: `key ${index + 1} is no object` };
        const fault = keyFault(key);
        if (fault !== null)
            return { fault: `key ${index + 1} ${fault}` };
        const id = typeof key.kid === 'string' ? key.kid : `number ${index + 1}`;
        keys.push({ id, isPrivate: jwks_folded(key, 'kty') === 'oct' || jwks_isPrivate(key) });
    }
    return { keys };
}
/** Fields of a key by its type, beside those that any key may have. */
const jwks_FIELDS = {
    RSA: {
        n: 'required',
        e: 'required',
        d: 'private',
        p: 'private',
        q: 'private',
        dp: 'private',
        dq: 'private',
        qi: 'private'
    },
    EC: { crv: 'required', x: 'required', y: 'required', d: 'private' },
    OKP: { crv: 'required', x: 'required', d: 'private' },
    oct: { k: 'required' }
};
function keyFault(key) {
    const type = jwks_folded(key, 'kty');
    const fields = typeof type === 'string' && Object.hasOwn(jwks_FIELDS, type) ? jwks_FIELDS[type] : undefined;
    if (fields === undefined)
        return 'has no type (kty) of RSA, EC, OKP and oct';
    for (const [name, use] of Object.entries(fields)) {
        const value = key[name];
        if (value === undefined) {
            if (use === 'required')
                return `has no ${name}`;
        }
        else if (name === 'crv') {
            if (!isText(value))
                return 'has a crv that is no text';
        }
        else if ((use === 'required' || jwks_isPrivate(key)) && !isBytes(value)) {
            // What only private keys have is not looked at in public ones.
            return `has a ${name} that is no base64`;
        }
    }
    return commonFault(key);
}
function jwks_isPrivate(key) {
    return jwks_folded(key, 'd') !== undefined;
}
/** What decides of the type is read by Go's encoding/json, which takes any case; the last one counts. */
function jwks_folded(key, name) {
    const written = Object.keys(key).findLast(each => each.toLowerCase() === name);
    return written === undefined ? undefined : key[written];
}
/** Certificates (x5c) are not parsed here: that they are texts in base64 is all that is asked. */
function commonFault(key) {
    for (const name of ['alg', 'kid', 'use', 'x5t', 'x5t#S256', 'x5u']) {
        if (!isText(key[name] ?? null))
            return `has a ${name} that is no text`;
    }
    for (const name of ['key_ops', 'x5c']) {
        const list = key[name] ?? null;
        if (list === null)
            continue;
        if (!Array.isArray(list) || !list.every(isText))
            return `has ${name} that are no list of texts`;
        if (name === 'x5c' && !list.every(isStandardBase64))
            return 'has an x5c that is no certificate';
    }
    return null;
}
function isText(value) {
    return value === null || typeof value === 'string';
}
function isStandardBase64(value) {
    return typeof value === 'string' && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);
}
/** With or without padding, in either alphabet; null reads as an empty text. */
function isBytes(value) {
    if (value === null)
        return true;
    if (typeof value !== 'string')
        return false;
    const text = value.replace(/[\r\n]/g, '');
    const bare = text.replace(/={1,2}$/, '');
    const isPadded = bare !== text;
    const alphabet = /[+/]/.test(text) ? /^[A-Za-z0-9+/]*$/ : /^[A-Za-z0-9_-]*$/;
    if (!alphabet.test(bare) || bare.length % 4 === 1)
        return false;
    return !isPadded || text.length % 4 === 0;
}

// EXTERNAL MODULE: ./build/go/url.js
var go_url = __webpack_require__(12974);
;// CONCATENATED MODULE: ./build/validation/request-authentication/jwks-uri.js


/** Whether istiod could fetch keys from there (security.ParseJwksURI). */
function isJwksUri(text) {
    const url = (0,go_url/* parseUrl */.D)(text);
    if (url === null || (url.scheme !== 'http' && url.scheme !== 'https'))
        return false;
    return url.port === '' || parseInteger(url.port) !== null;
}

;// CONCATENATED MODULE: ./build/validation/request-authentication/request-authentication.js






const emptyAudience = refusal('missing-audience', '{field} is empty: name an audience, or remove the entry.');
const noIssuer = refusal('missing-issuer', '{field} has neither issuer nor jwksUri: say who issues the tokens, or where their keys are.', { since: 27 });
const noIssuerBefore = refusal('missing-issuer', '{field} has no issuer: say who issues the tokens.', { until: 27 });
const invalidUri = refusal('invalid-jwks-uri', '{field} is {value}, but must be a URL with http:// or https:// from which istiod can fetch keys.');
const invalidJwks = refusal('invalid-jwks', '{field} is no set of JSON Web Keys: {why}.');
const privateKey = warning('insecure-private-jwk', '{field} holds the private part of key {key}, which every proxy would receive and none needs. Remove it from there and from git, and replace the key.', { since: 30 });
const noHeaderName = refusal('missing-token-header', '{field} is not set: name the header that carries the token.');
const noParameter = refusal('missing-token-parameter', '{field} is empty: name the parameter that carries the token.');
const noCookie = refusal('missing-token-cookie', '{field} is empty: name the cookie that carries the token.', {
    since: 21
});
const halfClaim = refusal('missing-claim-header', '{field} needs both a claim and the header that it goes to.');
/** Source: istio pkg/config/validation/validation.go ValidateRequestAuthentication. */
function checkRequestAuthentication(spec, field) {
    checkTargets(spec, field);
    for (const [index, rule] of spec.jwtRules.entries())
        request_authentication_checkRule(rule, field.at('jwtRules', index));
}
function request_authentication_checkRule(rule, field) {
    request_authentication_checkFilled(rule.audiences, field.at('audiences'), emptyAudience);
    if (rule.issuer === '') {
        field.report(noIssuerBefore);
        if (rule.jwksUri === '')
            field.report(noIssuer);
    }
    if (rule.jwksUri !== '' && !isJwksUri(rule.jwksUri))
        field.at('jwksUri').report(invalidUri);
    if (rule.jwks !== '')
        checkJwks(rule.jwks, field.at('jwks'));
    for (const [index, { name }] of rule.fromHeaders.entries()) {
        if (name === '')
            field.at('fromHeaders', index, 'name').report(noHeaderName);
    }
    request_authentication_checkFilled(rule.fromParams, field.at('fromParams'), noParameter);
    request_authentication_checkFilled(rule.fromCookies, field.at('fromCookies'), noCookie);
    for (const [index, { claim, header }] of rule.outputClaimToHeaders.entries()) {
        const place = field.at('outputClaimToHeaders', index);
        if (claim === '' || header === '')
            place.report(halfClaim);
        else
            checkStrictHeaderName(header, place.at('header'));
    }
    checkDuration(rule.timeout, field.at('timeout'));
}
function request_authentication_checkFilled(texts, field, problem) {
    for (const [index, text] of texts.entries()) {
        if (text === '')
            field.at(index).check({ problem, params: {} });
    }
}
function checkJwks(text, field) {
    const set = readJwks(text);
    if ('fault' in set) {
        field.report(invalidJwks, { why: set.fault });
        return;
    }
    for (const { id, isPrivate } of set.keys)
        if (isPrivate)
            field.report(privateKey, { key: id });
}

;// CONCATENATED MODULE: ./build/validation/service-entry/ports.js


const duplicateName = refusal('duplicate-port-name', '{field} is {name}, as is the name of an earlier port. Give each port a name of its own.');
const duplicateNumber = refusal('duplicate-port', '{field} is {port}, as is the number of an earlier port.');
const noAddresses = warning('missing-addresses', '{field} speaks TCP, which carries no host, and the ServiceEntry has no addresses and is given none: its traffic is told from others by port alone. Set addresses, or let Istio allocate them.');
function ports_checkPorts(spec, field) {
    const names = new Set();
    const numbers = new Set();
    const lacksAddresses = spec.addresses.length === 0 && !allocatesAddresses(spec, field);
    for (const [index, port] of spec.ports.entries()) {
        const place = field.at('ports', index);
        if (names.has(port.name))
            place.at('name').report(duplicateName, { name: port.name });
        if (numbers.has(port.number))
            place.at('number').report(duplicateNumber, { port: port.number });
        names.add(port.name);
        numbers.add(port.number);
        if (port.targetPort !== 0)
            checkPort(port.targetPort, place.at('targetPort'));
        // In capitals alone, as Istio compares it.
        if (lacksAddresses && (port.protocol === '' || port.protocol === 'TCP')) {
            place.report(noAddresses);
        }
        checkPortName(port.name, place.at('name'));
        checkProtocol(port.protocol, place.at('protocol'));
        checkPort(port.number, place.at('number'));
    }
}
/** Source: istio pilot/pkg/networking/serviceentry ShouldV2AutoAllocateIPFromConfig. */
function allocatesAddresses({ resolution }, { recorder }) {
    if (!recorder.features.has('auto-allocate-addresses') || resolution === 'NONE')
        return false;
    const wish = recorder.manifest.labels['networking.istio.io/enable-autoallocate-ip'];
    return wish?.toLowerCase() !== 'false';
}

;// CONCATENATED MODULE: ./build/validation/workload/endpoint.js






const noAddress = refusal('missing-address', '{field} is not set: a workload needs an address, or a network through whose gateway it is reached.');
const addressless = warning('missing-network-address', '{field} is not set, so that the workload is reached through the gateway of network {network} alone.');
const portsOfSocket = refusal('conflicting-socket-ports', '{field} is set, but a Unix domain socket has no ports.');
const notStatic = refusal('invalid-static-endpoint', '{field} has {address}, which is no IP address, but resolution STATIC needs one. Use DNS for names.', { since: 20 });
const invalidEndpoint = refusal('invalid-endpoint-address', '{field} has {address}, which is neither an IP address nor a host name.');
const unknownPort = refusal('unknown-endpoint-port', '{field} is for the port {name}, which the ServiceEntry does not define. Use the name of one of its ports.');
const severalPorts = refusal('invalid-socket-port-count', '{field} is a Unix domain socket, which can stand for one port, but the ServiceEntry has {count}.');
/**
 * A WorkloadEntry, or an endpoint of a ServiceEntry with resolution STATIC, which has the names of its ports and no
 * host names (validateWorkloadEntry).
 */
function checkEndpoint(endpoint, field, servicePorts) {
    const { address, network } = endpoint;
    if (address === '') {
        if (network === '') {
            field.at('address').report(noAddress);
            return;
        }
        field.at('address').report(addressless, { network });
    }
    const isSocket = address.startsWith(UNIX);
    if (isSocket) {
        checkUnixPath(address.slice(UNIX.length), field.at('address'));
        if (endpoint.ports.size > 0)
            field.at('ports').report(portsOfSocket);
    }
    else if (address !== '' && !(0,go_address/* isIp */.SC)(address)) {
        if (servicePorts !== null)
            field.at('address').report(notStatic, { address });
        else if (fqdnFault(address) !== null)
            field.at('address').report(invalidEndpoint, { address });
    }
    checkEndpointPorts(endpoint.ports, field.at('ports'), servicePorts);
    checkLabels(endpoint.labels, field.at('labels'));
    if (isSocket && servicePorts !== null && servicePorts.size !== 1) {
        field.at('address').report(severalPorts, { count: servicePorts.size });
    }
}
function checkEndpointPorts(ports, field, servicePorts) {
    for (const [name, port] of ports) {
        if (servicePorts !== null && !servicePorts.has(name)) {
            field.at(name).report(unknownPort, { name });
        }
        checkPortName(name, field.key(name));
        checkPort(port, field.at(name));
    }
}

;// CONCATENATED MODULE: ./build/validation/service-entry/dynamic-dns.js

const since28 = { since: 28 };
const noWildcard = refusal('missing-wildcard-host', '{field} is empty: DYNAMIC_DNS needs a host with a wildcard, such as *.example.com.', since28);
const exactHost = refusal('invalid-dynamic-host', '{field} is {value}, but DYNAMIC_DNS is for hosts with a wildcard. Use DNS for one host.', since28);
const withAddresses = refusal('conflicting-dynamic-addresses', '{field} is set beside DYNAMIC_DNS, which looks the host of each request up. Remove it.', since28);
const withEndpoints = refusal('conflicting-dynamic-endpoints', '{field} is set beside DYNAMIC_DNS, which looks the host of each request up. Remove it.', since28);
const hostlessProtocol = refusal('unsupported-dynamic-protocol', '{field} is {protocol}, but DYNAMIC_DNS needs the host of the request: HTTP, HTTP2, GRPC or TLS.', since28);
const internalWithWaypoint = refusal('unsupported-dynamic-location', '{field} is MESH_INTERNAL beside DYNAMIC_DNS, which a waypoint does not support. Use MESH_EXTERNAL, or take the label istio.io/use-waypoint away.', { since: 30 });
const unknownLocation = refusal('unknown-location', '{field} is {value}, which is no location that Istio knows.', since28);
function checkDynamicDns(spec, field) {
    if (spec.hosts.length === 0)
        field.at('hosts').report(noWildcard);
    for (const [index, host] of spec.hosts.entries()) {
        if (!host.startsWith('*'))
            field.at('hosts', index).report(exactHost);
    }
    if (spec.addresses.length > 0)
        field.at('addresses').report(withAddresses);
    if (spec.endpoints.length > 0)
        field.at('endpoints').report(withEndpoints);
    for (const [index, { protocol }] of spec.ports.entries()) {
        if (!['http', 'tls', 'grpc', 'http2'].includes(protocol.toLowerCase())) {
            field.at('ports', index, 'protocol').report(hostlessProtocol, { protocol });
        }
    }
    if (spec.location === 'MESH_INTERNAL' && usesWaypoint(field)) {
        field.at('location').report(internalWithWaypoint);
    }
    else if (!['MESH_INTERNAL', 'MESH_EXTERNAL'].includes(spec.location)) {
        field.at('location').report(unknownLocation);
    }
}
function usesWaypoint({ recorder }) {
    const waypoint = recorder.manifest.labels['istio.io/use-waypoint'] ?? '';
    return waypoint !== '' && waypoint.toLowerCase() !== 'none';
}

;// CONCATENATED MODULE: ./build/validation/service-entry/resolution.js







const endpointsOfNone = refusal('conflicting-resolution', '{field} is set beside resolution NONE, which sends requests to the address that the client dialled. Remove them, or use STATIC or DNS.');
const selectorOfNone = warning('ineffective-workload-selector', '{field} is set beside resolution NONE, which sends requests to the address that the client dialled, so that it selects nothing. Use STATIC.');
const nameOfNone = refusal('invalid-dns-host', '{field} has {host}, which cannot be looked up, and {resolution} without endpoints looks up the hosts. List endpoints, or name a full host without wildcard.');
const severalEndpoints = refusal('invalid-endpoint-count', '{field} lists {count} endpoints, but DNS_ROUND_ROBIN follows one name.');
const severalHosts = warning('conflicting-tcp-hosts', '{field} has several hosts with addresses and the port {port}, whose protocol does not tell them apart: all go to the first. Give each host a ServiceEntry of its own.');
const unknownResolution = refusal('unknown-resolution', '{field} is {value}, which is no resolution that Istio knows.');
/** What each way of finding endpoints needs and allows. */
function checkResolution(spec, field) {
    switch (spec.resolution) {
        case 'NONE':
            if (spec.endpoints.length > 0)
                field.at('endpoints').report(endpointsOfNone);
            if (spec.workloadSelector !== undefined)
                field.at('workloadSelector').report(selectorOfNone);
            return;
        case 'STATIC':
            for (const [index, endpoint] of spec.endpoints.entries()) {
                checkEndpoint(endpoint, field.at('endpoints', index), portNames(spec));
            }
            return;
        case 'DNS':
        case 'DNS_ROUND_ROBIN':
            checkDns(spec, field);
            return;
        case 'DYNAMIC_DNS':
            checkDynamicDns(spec, field);
            return;
        default:
            field.at('resolution').report(unknownResolution);
    }
}
function portNames({ ports }) {
    return new Set(ports.map(({ name }) => name));
}
function checkDns(spec, field) {
    const { endpoints, hosts, resolution } = spec;
    if (endpoints.length === 0) {
        const index = hosts.findIndex(host => fqdnFault(host) !== null);
        if (index >= 0) {
            field.at('hosts', index).report(nameOfNone, { host: hosts[index] ?? '', resolution });
        }
    }
    if (resolution === 'DNS_ROUND_ROBIN' && endpoints.length > 1) {
        field.at('endpoints').report(severalEndpoints, { count: endpoints.length });
    }
    const names = portNames(spec);
    for (const [index, endpoint] of endpoints.entries()) {
        const place = field.at('endpoints', index);
        const { address } = endpoint;
        if (!(0,go_address/* isIp */.SC)(address) && fqdnFault(address) !== null) {
            place.at('address').report(invalidEndpoint, { address });
        }
        checkLabels(endpoint.labels, place.at('labels'));
        checkEndpointPorts(endpoint.ports, place.at('ports'), names);
    }
    if (spec.addresses.length === 0 || hosts.length < 2)
        return;
    const port = spec.ports.find(({ protocol }) => protocolOf(protocol)?.isTcp === true);
    if (port !== undefined)
        field.at('hosts').report(severalHosts, { port: port.number });
}

;// CONCATENATED MODULE: ./build/validation/service-entry/service-entry.js








const selectorWithEndpoints = refusal('conflicting-endpoints', '{field} is set beside workloadSelector: endpoints are either listed or selected. Remove one of them.');
const service_entry_noHosts = refusal('missing-hosts', '{field} is empty: a ServiceEntry needs at least one host.');
const service_entry_anyHost = refusal('invalid-any-host', '{field} is *, which would stand for every host there is. Name one, such as *.example.com.');
const service_entry_partialWildcard = warning('unsupported-partial-wildcard', '{field} has the partial wildcard {host}, but * should stand alone before a dot, as in *.example.com.');
const blockOfName = refusal('invalid-address-block', '{field} holds a block of addresses, which only resolution NONE and STATIC can have, not {resolution}.');
const service_entry_severalHosts = refusal('conflicting-hosts', '{field} has several hosts, but nothing tells them apart on port {port}, which is neither HTTP nor TLS. Give each host a ServiceEntry of its own.');
/** Source: istio pkg/config/validation/validation.go ValidateServiceEntry. */
function checkServiceEntry(spec, field) {
    if (!checkWorkloadSelector(spec.workloadSelector, field.at('workloadSelector')))
        return;
    warnOfEmptySelector(spec.workloadSelector, field.at('workloadSelector'));
    if (spec.workloadSelector !== undefined && spec.endpoints.length > 0) {
        field.at('endpoints').report(selectorWithEndpoints);
    }
    checkHosts(spec, field.at('hosts'));
    service_entry_checkAddresses(spec, field.at('addresses'));
    ports_checkPorts(spec, field);
    checkResolution(spec, field);
    if (spec.resolution !== 'NONE' && spec.hosts.length > 1)
        checkProtocols(spec, field);
    checkExportTo(spec.exportTo, field.at('exportTo'), { allowsNobody: true });
}
function checkHosts({ hosts, resolution }, field) {
    if (hosts.length === 0)
        field.report(service_entry_noHosts);
    for (const [index, host] of hosts.entries()) {
        const place = field.at(index);
        if (host === '*') {
            place.report(service_entry_anyHost);
            continue;
        }
        place.check(wildcardDomainFault(host));
        if (resolution !== 'DYNAMIC_DNS' && partialWildcardFault(host) !== null) {
            place.report(service_entry_partialWildcard, { host });
        }
    }
}
function service_entry_checkAddresses({ addresses, resolution }, field) {
    for (const [index, address] of addresses.entries())
        checkSubnet(address, field.at(index));
    const hasBlock = addresses.some(address => address.includes('/'));
    if (hasBlock && resolution !== 'NONE' && resolution !== 'STATIC') {
        field.report(blockOfName, { resolution });
    }
}
/** Hosts are told apart by the authority of HTTP or the server name of TLS, and not where addresses are kept. */
function checkProtocols({ ports }, field) {
    for (const { protocol, number } of ports) {
        const facts = protocolOf(protocol);
        if (facts?.isHttp === true || facts?.isTls === true)
            continue;
        field.at('hosts').report(service_entry_severalHosts, { port: number });
        return;
    }
}

;// CONCATENATED MODULE: ./build/validation/sidecar/egress-hosts.js


const egress_hosts_noHosts = refusal('missing-hosts', '{field} is empty: an egress listener names the hosts that it lets through, such as ./* or */*.');
const duplicateHost = warning('duplicate-egress-host', '{field} is {value}, which an earlier entry already says. Remove one of them.');
const egress_hosts_everything = warning('ineffective-egress-hosts', '{field} holds */*, which is every host of every namespace, beside others, which add nothing.');
function checkEgressHosts(hosts, field) {
    if (hosts.length === 0)
        field.report(egress_hosts_noHosts);
    const namespaces = new Map();
    for (const [index, host] of hosts.entries()) {
        if (isRepeated(host, namespaces, field))
            field.at(index).report(duplicateHost);
        checkSidecarHost(host, field.at(index));
    }
    if (namespaces.get('*')?.has('*') === true && namespaces.size > 1)
        field.report(egress_hosts_everything);
}
/** Notes a host. One is repeated by itself, by a `*` before it, and as a `*` by any before it. */
function isRepeated(host, namespaces, field) {
    const slash = host.indexOf('/');
    // Since 1.31 `~namespace/host` takes hosts out again; before, `~` was a name like any other.
    const isExclusion = host.startsWith('~') && field.recorder.features.has('sidecar-host-exclusion');
    if (slash < 0 || isExclusion)
        return false;
    const written = host.slice(0, slash);
    const namespace = written === '.' ? field.recorder.manifest.ref.namespace : written;
    const name = host.slice(slash + 1);
    const names = namespaces.get(namespace) ?? new Set();
    const repeated = name === '*' ? names.size > 0 : names.has(name) || names.has('*');
    namespaces.set(namespace, names.add(name));
    return repeated;
}

;// CONCATENATED MODULE: ./build/go/host-port.js
/** Go's net.SplitHostPort; `null` where it reports an error. An IPv6 address stands in brackets. */
function splitHostPort(text) {
    const colon = text.lastIndexOf(':');
    if (colon < 0)
        return null;
    const port = text.slice(colon + 1);
    if (text.startsWith('[')) {
        const end = text.indexOf(']');
        const host = text.slice(1, end);
        if (end < 0 || end + 1 !== colon || /[[]/.test(host) || /[[\]]/.test(port))
            return null;
        return { host, port };
    }
    const host = text.slice(0, colon);
    return /[:[\]]/.test(host) || /[[\]]/.test(port) ? null : { host, port };
}

;// CONCATENATED MODULE: ./build/validation/sidecar/ingress.js







const ingress_noPort = refusal('missing-ingress-port', '{field} is not set: an ingress listener needs a port.');
const ingress_targetPort = refusal('unsupported-target-port', '{field} is set, but does nothing in a Sidecar: defaultEndpoint says where requests go. Remove it.', { since: 20 });
const duplicatePort = refusal('duplicate-port', '{field} is {port}, as is the port of an earlier listener. Give each a port of its own.');
const ingress_invalidEndpoint = refusal('invalid-default-endpoint', '{field} is {value}, but must be 127.0.0.1:port, 0.0.0.0:port, [::1]:port, [::]:port or unix:///path: the application that the sidecar stands beside.');
const ingress_unsupported = refusal('unsupported-tls-field', '{field} is set, but a sidecar does not support it. Remove it.');
const unsupportedMode = refusal('unsupported-tls-mode', '{field} is {mode}, which a sidecar does not support: use SIMPLE, MUTUAL or OPTIONAL_MUTUAL.');
const ingress_tlsOverOther = refusal('conflicting-tls', '{field} is set on a port with protocol {protocol}, which is not encrypted. Use protocol TLS or HTTPS, or remove it.');
const httpPoolOfOther = warning('ineffective-http-pool', '{field} is set on a port with protocol {protocol}, to which only settings of tcp apply.', { since: 21 });
function checkIngress(listeners, field) {
    const ports = new Set();
    for (const [index, listener] of listeners.entries()) {
        const place = field.at(index);
        const { port } = listener;
        if (port === undefined) {
            place.at('port').report(ingress_noPort);
            continue;
        }
        checkListenerPort(port, listener.bind, place);
        if (ports.has(port.number)) {
            place.at('port', 'number').report(duplicatePort, { port: port.number });
        }
        ports.add(port.number);
        if (listener.defaultEndpoint !== '') {
            checkDefaultEndpoint(listener.defaultEndpoint, place.at('defaultEndpoint'));
        }
        if (listener.tls !== undefined)
            checkTls(listener.tls, port.protocol, place.at('tls'));
        checkConnectionPool(listener.connectionPool, place.at('connectionPool'));
        if (listener.connectionPool?.http !== undefined && !isHttpProtocol(port.protocol)) {
            place.at('connectionPool', 'http').report(httpPoolOfOther, { protocol: port.protocol });
        }
    }
}
function checkListenerPort(port, bind, field) {
    const place = field.at('port');
    if (port.targetPort > 0)
        place.at('targetPort').report(ingress_targetPort);
    if (port.name !== '')
        checkPortName(port.name, place.at('name'));
    checkProtocol(port.protocol, place.at('protocol'));
    checkPort(port.number, place.at('number'));
    if (bind !== '')
        checkAddress(bind, field.at('bind'));
}
const HERE = ['', '127.0.0.1', '0.0.0.0', '::1', '::'];
function checkDefaultEndpoint(endpoint, field) {
    if (endpoint.startsWith(UNIX)) {
        checkUnixPath(endpoint.slice(UNIX.length), field);
        return;
    }
    const parts = splitHostPort(endpoint);
    const port = parseInteger(parts?.port ?? '');
    if (parts === null || !HERE.includes(parts.host) || port === null)
        field.report(ingress_invalidEndpoint);
    if (port !== null)
        checkPort(Number(port), field);
}
function checkTls(tls, protocol, field) {
    if (tls.httpsRedirect)
        field.at('httpsRedirect').report(ingress_unsupported);
    for (const name of [
        'subjectAltNames',
        'credentialName',
        'credentialNames',
        'tlsCertificates'
    ]) {
        if (tls[name].length > 0)
            field.at(name).report(ingress_unsupported);
    }
    const { mode } = tls;
    if (mode === 'ISTIO_MUTUAL' || mode === 'AUTO_PASSTHROUGH') {
        field.at('mode').report(unsupportedMode, { mode });
    }
    if (!isTlsProtocol(protocol))
        field.report(ingress_tlsOverOther, { protocol });
    checkServerTls(tls, field);
}

;// CONCATENATED MODULE: ./build/validation/sidecar/egress.js





const earlyCatchAll = refusal('invalid-egress-order', '{field} has no port, so that it takes everything that others leave, and must be the last one.');
const duplicateSocket = refusal('duplicate-socket', '{field} is {value}, as is that of an earlier listener. Give each a socket of its own.');
const portless = refusal('missing-egress-port', '{field} is 0, which is for Unix domain sockets, but bind is none. Set the number of the port, or bind unix:///path.');
const capturedSocket = refusal('conflicting-capture-mode', '{field} is {mode}, but connections to a Unix domain socket cannot be captured. Use DEFAULT or NONE.');
function checkEgress(listeners, field) {
    const ports = new Set();
    const sockets = new Set();
    for (const [index, listener] of listeners.entries()) {
        const place = field.at(index);
        const { port, bind } = listener;
        if (port === undefined) {
            // Only the last can be the catch-all, so there is never a second one.
            if (index < listeners.length - 1)
                place.report(earlyCatchAll);
        }
        else {
            egress_checkListenerPort(listener, port, place);
            if (port.number === 0) {
                if (sockets.has(bind))
                    place.at('bind').report(duplicateSocket);
                sockets.add(bind);
            }
            else {
                if (ports.has(port.number)) {
                    place.at('port', 'number').report(duplicatePort, { port: port.number });
                }
                ports.add(port.number);
            }
        }
        checkEgressHosts(listener.hosts, place.at('hosts'));
    }
}
function egress_checkListenerPort({ bind, captureMode }, port, field) {
    const place = field.at('port');
    if (port.targetPort > 0)
        place.at('targetPort').report(ingress_targetPort);
    if (port.name !== '')
        checkPortName(port.name, place.at('name'));
    checkProtocol(port.protocol, place.at('protocol'));
    if (port.number !== 0) {
        checkPort(port.number, place.at('number'));
        if (bind !== '')
            checkAddress(bind, field.at('bind'));
        return;
    }
    if (bind.startsWith(UNIX))
        checkUnixPath(bind.slice(UNIX.length), field.at('bind'));
    else
        place.at('number').report(portless);
    if (captureMode !== 'DEFAULT' && captureMode !== 'NONE') {
        field.at('captureMode').report(capturedSocket, { mode: captureMode });
    }
}

;// CONCATENATED MODULE: ./build/validation/sidecar/sidecar.js







const sidecar_empty = refusal('missing-configuration', '{field} has none of ingress, egress, outboundTrafficPolicy and inboundConnectionPool, so that it would do nothing. Add one, or remove the Sidecar.');
const proxyWithoutAny = refusal('conflicting-egress-proxy', '{field} is set beside mode {mode}, but only unknown destinations go through it, which ALLOW_ANY lets out. Set mode ALLOW_ANY, or remove it.');
const noProxyPort = refusal('missing-egress-proxy-port', '{field} is not set: the egress proxy needs a port.');
const dynamicMode = refusal('unsupported-outbound-mode', '{field} is ALLOW_ANY_DYNAMIC_DNS, which only the configuration of the mesh may say.');
/** Source: istio pkg/config/validation/validation.go ValidateSidecar. */
function checkSidecar(spec, field) {
    if (!checkWorkloadSelector(spec.workloadSelector, field.at('workloadSelector')))
        return;
    const { ingress, egress, outboundTrafficPolicy, inboundConnectionPool } = spec;
    const isEmpty = ingress.length + egress.length === 0;
    if (isEmpty && (outboundTrafficPolicy ?? inboundConnectionPool) === undefined) {
        field.report(sidecar_empty);
        return;
    }
    warnOfEmptySelector(spec.workloadSelector, field.at('workloadSelector'));
    checkIngress(ingress, field.at('ingress'));
    checkConnectionPool(inboundConnectionPool, field.at('inboundConnectionPool'));
    checkEgress(egress, field.at('egress'));
    if (outboundTrafficPolicy !== undefined) {
        checkOutbound(outboundTrafficPolicy, field.at('outboundTrafficPolicy'));
    }
}
/** By its number: the enum of a Sidecar has no such name. */
const DYNAMIC_DNS = '3';
function checkOutbound(policy, field) {
    const mode = policy.mode;
    if (mode === DYNAMIC_DNS && field.recorder.features.has('dynamic-dns-outbound')) {
        field.at('mode').report(dynamicMode);
        return;
    }
    const proxy = policy.egressProxy;
    if (proxy === undefined)
        return;
    const place = field.at('egressProxy');
    if (mode !== 'ALLOW_ANY') {
        place.report(proxyWithoutAny, { mode });
        return;
    }
    place.at('host').check(fqdnFault(proxy.host));
    if (proxy.port === undefined)
        place.at('port').report(noProxyPort);
    else
        checkDestination(proxy, place);
}

;// CONCATENATED MODULE: ./build/validation/telemetry/expression-tokens.js
const ESCAPE = '\\\\(?:[abfnrtv"\'\\\\?`]|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})';
const STRING = [
    `"""(?:${ESCAPE}|[^\\\\])*?"""`,
    `'''(?:${ESCAPE}|[^\\\\])*?'''`,
    `"(?:${ESCAPE}|[^\\\\"\\n\\r])*"`,
    `'(?:${ESCAPE}|[^\\\\'\\n\\r])*'`,
    '[rR]"""[\\s\\S]*?"""',
    "[rR]'''[\\s\\S]*?'''",
    '[rR]"[^"\\n\\r]*"',
    "[rR]'[^'\\n\\r]*'"
].join('|');
/** In the order in which they are tried (cel-go parser/gen/CEL.g4). The longest match wins there, as it does here. */
const FORMS = [
    ['space', '[\\t \\r\\n\\f]+|//[^\\n]*'],
    ['bytes', `[bB](?:${STRING})`],
    ['string', STRING],
    ['float', '\\d+\\.\\d+(?:[eE][-+]?\\d+)?|\\d+[eE][-+]?\\d+|\\.\\d+(?:[eE][-+]?\\d+)?'],
    ['uint', '(?:0x[0-9a-fA-F]+|\\d+)[uU]'],
    ['int', '0x[0-9a-fA-F]+|\\d+'],
    ['name', '[A-Za-z_]\\w*'],
    ['escaped', '`[\\w.\\-/ ]+`'],
    ['sign', '==|!=|<=|>=|&&|\\|\\||[-<>[\\]{}().,!?:+*/%]']
];
const expression_tokens_WORDS = ['in', 'true', 'false', 'null'];
let tokenForm = null;
/** The tokens of a text, or what it holds that is none. */
function tokensOf(text) {
    tokenForm ??= new RegExp(FORMS.map(([kind, form]) => `(?<${kind}>${form})`).join('|'), 'uy');
    const form = tokenForm;
    const tokens = [];
    let position = 0;
    while (position < text.length) {
        form.lastIndex = position;
        const found = form.exec(text);
        if (found === null) {
            const [character = ''] = text.slice(position);
            return `${JSON.stringify(character)} is not expected there`;
        }
        const [written] = found;
        position += written.length;
        const kind = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined)?.[0];
        if (kind === undefined || kind === 'space')
            continue;
        const fault = numberFault(kind, written) ?? escapeFault(kind, written);
        if (fault !== null)
            return fault;
        const isWord = kind === 'sign' || (kind === 'name' && expression_tokens_WORDS.includes(written));
        const isLowest = kind === 'int' && BigInt(written) === LOWEST;
        tokens.push({ kind: isWord ? written : isLowest ? 'lowest' : kind, text: written });
    }
    return tokens;
}
/** Without its sign. */
const LOWEST = 1n << 63n;
function numberFault(kind, text) {
    const fault = `${text} is too large a number`;
    if (kind === 'int' && BigInt(text) > LOWEST)
        return fault;
    if (kind === 'uint' && BigInt(text.slice(0, -1)) >= 1n << 64n)
        return fault;
    return kind === 'float' && !Number.isFinite(Number(text)) ? fault : null;
}
/** Escapes that stand for no character. */
function escapeFault(kind, text) {
    if (kind !== 'string' && kind !== 'bytes')
        return null;
    if (/^[bB]?[rR]/.test(text))
        return null;
    for (const [whole, hex] of text.matchAll(/\\\\|\\[uU]([0-9a-fA-F]{8}|[0-9a-fA-F]{4})/g)) {
        if (hex === undefined)
            continue;
        const code = Number.parseInt(hex, 16);
        if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000) || kind === 'bytes') {
            return `${whole} stands for no character`;
        }
    }
    return null;
}

;// CONCATENATED MODULE: ./build/validation/telemetry/expression.js

/**
 * Whether a text parses as CEL does by cel-go in its standard environment, and if not, why. Istio only parses filters of
 * access logs; whether names and types are right, Envoy sees. The project's CEL library is not used, since it takes a
 * tenth of a second to load.
 */
function expressionFault(text) {
    // A code point is at least a unit of a JavaScript string.
    if (text.length > expression_LONGEST && [...text].length > expression_LONGEST)
        return 'it is too long';
    const tokens = tokensOf(text);
    if (typeof tokens === 'string')
        return tokens;
    const parser = new Parser(tokens);
    try {
        parser.whole();
        return null;
    }
    catch (error) {
        if (error instanceof SyntaxFault)
            return error.message;
        throw error;
    }
}
const expression_LONGEST = 100_000;
/** How often cel-go enters one rule of its grammar within itself; operators of a chain count. */
const expression_DEEPEST = 250;
class SyntaxFault extends Error {
}
/** Names that stand for no variable (cel-go parser.go reservedIds). */
const RESERVED = new Set('as break const continue else false for function if import in let loop package namespace null return true var void while'.split(' '));
const RELATIONS = ['<', '<=', '>=', '>', '==', '!=', 'in'];
/** `lowest`: what only the lowest integer has behind its sign. */
const LITERALS = ['int', 'lowest', 'uint', 'float', 'string', 'bytes', 'true', 'false', 'null'];
/** Macros on a receiver by the number of their arguments; the first names a variable. */
const MACROS = {
    all: [2],
    exists: [2],
    exists_one: [2],
    map: [2, 3],
    filter: [2]
};
class Parser {
    tokens;
    position = 0;
    depths = { expression: 0, relation: 0, calc: 0, member: 0 };
    constructor(tokens) {
        this.tokens = tokens;
    }
    whole() {
        this.expression();
        this.expect('end');
    }
    expression() {
        this.enter('expression');
        let shape = this.or();
        if (this.take('?')) {
            this.or();
            this.expect(':');
            this.expression();
            shape = 'other';
        }
        this.depths.expression -= 1;
        return shape;
    }
    or() {
        return this.chain(['||'], null, () => this.chain(['&&'], null, () => this.chain(RELATIONS, 'relation', () => this.chain(['+', '-'], 'calc', () => this.chain(['*', '/', '%'], 'calc', () => this.unary())))));
    }
    chain(operators, rule, part) {
        let shape = part();
        let count = 0;
        while (operators.some(operator => this.take(operator))) {
            if (rule !== null)
                this.enter(rule);
            count += 1;
            part();
            shape = 'other';
        }
        if (rule !== null)
            this.depths[rule] -= count;
        return shape;
    }
    enter(rule) {
        this.depths[rule] += 1;
        if (this.depths[rule] > expression_DEEPEST)
            throw new SyntaxFault('it is nested too deeply');
    }
    /** One kind of sign, repeated; a minus before a number may also be the number's own. */
    unary() {
        for (const sign of ['!', '-']) {
            if (!this.take(sign))
                continue;
            let count = 1;
            while (this.take(sign))
                count += 1;
            if (sign === '-' && count === 1 && this.take('lowest'))
                this.position -= 1;
            else if (this.peek() === 'lowest')
                throw this.tooLarge();
            this.member();
            return 'other';
        }
        if (this.peek() === 'lowest')
            throw this.tooLarge();
        return this.member();
    }
    member() {
        let shape = this.primary();
        let count = 0;
        while (this.peek() === '.' || this.peek() === '[') {
            this.enter('member');
            count += 1;
            if (this.take('[')) {
                this.noOptional();
                this.expression();
                this.expect(']');
                shape = 'other';
            }
            else {
                this.take('.');
                shape = this.selected();
            }
        }
        this.depths.member -= count;
        return shape;
    }
    selected() {
        if (this.peek() === '?')
            throw new SyntaxFault('".?" is not supported');
        if (this.take('escaped'))
            return 'selection';
        const name = this.expect('name');
        if (!this.take('('))
            return 'selection';
        this.checkMacro(name, this.list(')'));
        return 'other';
    }
    primary() {
        if (this.take('(')) {
            const shape = this.expression();
            this.expect(')');
            return shape;
        }
        if (this.take('[')) {
            this.entries(']', () => {
                this.noOptional();
                this.expression();
            });
            return 'other';
        }
        if (this.take('{')) {
            this.pairs(() => this.expression());
            return 'other';
        }
        if (this.take('-')) {
            if (!['int', 'lowest', 'float'].some(kind => this.take(kind)))
                throw this.unexpected();
            return 'other';
        }
        if (LITERALS.some(literal => this.take(literal)))
            return 'other';
        return this.named();
    }
    /** A variable, a call, or the name of a message with its fields. */
    named() {
        const hasDot = this.take('.');
        const name = this.expect('name');
        const start = this.position;
        while (this.take('.') && this.take('name'))
            ;
        if (this.take('{')) {
            this.pairs(() => this.take('escaped') || this.expect('name'));
            return 'other';
        }
        this.position = start;
        if (RESERVED.has(name))
            throw new SyntaxFault(`${JSON.stringify(name)} is a reserved word`);
        if (!this.take('('))
            return { name: hasDot ? `.${name}` : name };
        const shapes = this.list(')');
        if (name === 'has' && !hasDot && shapes.length === 1 && shapes[0] !== 'selection') {
            throw new SyntaxFault('has() needs a field, as in has(request.auth)');
        }
        return 'other';
    }
    checkMacro(name, shapes) {
        const counts = Object.hasOwn(MACROS, name) ? MACROS[name] : undefined;
        const [first] = shapes;
        if (counts === undefined || first === undefined || !counts.includes(shapes.length))
            return;
        if (typeof first === 'string')
            throw new SyntaxFault(`${name}() needs the name of a variable`);
        if (['__result__', '@result'].includes(first.name)) {
            throw new SyntaxFault(`${name}() cannot use the name ${first.name}`);
        }
    }
    list(end) {
        const shapes = [];
        if (this.take(end))
            return shapes;
        do
            shapes.push(this.expression());
        while (this.take(','));
        this.expect(end);
        return shapes;
    }
    /** Entries after which a comma may stand. */
    entries(end, entry) {
        if (this.peek() === ',')
            this.take(',');
        else {
            while (this.peek() !== end) {
                entry();
                if (!this.take(','))
                    break;
            }
        }
        this.expect(end);
    }
    pairs(key) {
        this.entries('}', () => {
            this.noOptional();
            key();
            this.expect(':');
            this.expression();
        });
    }
    noOptional() {
        if (this.peek() === '?')
            throw new SyntaxFault('"?" is not supported');
    }
    peek() {
        return this.tokens[this.position]?.kind ?? 'end';
    }
    take(kind) {
        if (this.peek() !== kind)
            return false;
        this.position += 1;
        return true;
    }
    expect(kind) {
        const token = this.tokens[this.position];
        if (!this.take(kind))
            throw this.unexpected();
        return token?.text ?? '';
    }
    tooLarge() {
        return new SyntaxFault('2^63 is too large a number');
    }
    unexpected() {
        const token = this.tokens[this.position];
        const found = token === undefined || token.kind === 'end' ? 'its end' : JSON.stringify(token.text);
        return new SyntaxFault(`${found} is not expected there`);
    }
}

;// CONCATENATED MODULE: ./build/validation/telemetry/providers.js

const noName = refusal('missing-provider-name', '{field} is not set: name a provider of the mesh.');
/** Istio reports the first alone. */
function checkProviders(providers, field) {
    const index = providers.findIndex(({ name }) => name === '');
    if (index >= 0)
        field.at(index, 'name').report(noName);
}

;// CONCATENATED MODULE: ./build/validation/telemetry/metrics.js


const noTagName = warning('missing-tag-name', '{field} overrides a tag without a name.');
const noTagValue = refusal('missing-tag-value', '{field} is not set: operation UPSERT needs the value of the tag. REMOVE takes the tag away.');
const valueOfRemoved = refusal('conflicting-tag-value', '{field} is set beside operation REMOVE, which takes the tag away. Use UPSERT, or remove it.');
const noMetric = refusal('missing-custom-metric', '{field} is empty: name the metric.');
function checkMetrics(metrics, field) {
    checkProviders(metrics.providers, field.at('providers'));
    for (const [index, override] of metrics.overrides.entries()) {
        const place = field.at('overrides', index);
        for (const [name, { operation, value }] of override.tagOverrides) {
            const tag = place.at('tagOverrides', name);
            if (name === '')
                place.at('tagOverrides').key(name).report(noTagName);
            if (operation === 'UPSERT' && value === '')
                tag.at('value').report(noTagValue);
            if (operation === 'REMOVE' && value !== '')
                tag.at('value').report(valueOfRemoved);
        }
        if (override.match?.customMetric === '')
            place.at('match', 'customMetric').report(noMetric);
    }
}

;// CONCATENATED MODULE: ./build/validation/telemetry/tracing.js


const several = warning('unsupported-tracing-count', '{field} has several entries, but Istio supports one. Put them together.');
const severalProviders = warning('unsupported-provider-count', '{field} names several providers, but tracing has one.');
const invalidSampling = refusal('invalid-sampling', '{field} is {percentage}, but must be from 0 to 100.');
const tracing_noTagName = refusal('missing-custom-tag-name', '{field} holds a tag without a name.');
const tracing_noTagValue = refusal('missing-custom-tag-value', '{field} is not set: a tag needs where its value comes from.');
function checkTracing(tracing, field) {
    if (tracing.length > 1)
        field.report(several);
    for (const [index, each] of tracing.entries()) {
        const place = field.at(index);
        if (each.providers.length > 1)
            place.at('providers').report(severalProviders);
        checkProviders(each.providers, place.at('providers'));
        const percentage = each.randomSamplingPercentage ?? 0;
        if (percentage < 0 || percentage > 100) {
            place.at('randomSamplingPercentage').report(invalidSampling, { percentage });
        }
        checkTags(each, place.at('customTags'));
    }
}
function checkTags({ customTags }, field) {
    for (const [name, { literal, header, environment }] of customTags) {
        if (name === '')
            field.key(name).report(tracing_noTagName);
        const tag = field.at(name);
        if (literal?.value === '')
            tag.at('literal', 'value').report(tracing_noTagValue);
        if (header?.name === '')
            tag.at('header', 'name').report(tracing_noTagValue);
        if (environment?.name === '')
            tag.at('environment', 'name').report(tracing_noTagValue);
    }
}

;// CONCATENATED MODULE: ./build/validation/telemetry/telemetry.js






const invalidFilter = refusal('invalid-filter-expression', '{field} is {value}, which is no expression of CEL: {why}.');
/** Source: istio pkg/config/validation/validation.go ValidateTelemetry. */
function checkTelemetry(spec, field) {
    checkTargets(spec, field);
    for (const [index, metrics] of spec.metrics.entries()) {
        checkMetrics(metrics, field.at('metrics', index));
    }
    checkTracing(spec.tracing, field.at('tracing'));
    for (const [index, logging] of spec.accessLogging.entries()) {
        const place = field.at('accessLogging', index);
        telemetry_checkFilter(logging.filter, place.at('filter', 'expression'));
        checkProviders(logging.providers, place.at('providers'));
    }
}
function telemetry_checkFilter(filter, field) {
    if (filter === undefined)
        return;
    const why = expressionFault(filter.expression);
    if (why !== null)
        field.report(invalidFilter, { why });
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/gateway-names.js



const LEGACY = '{field} names a Gateway as {value}, the old form of a host name. Write namespace/name: {better}.';
const legacyName = warning('deprecated-gateway-name', LEGACY);
const lostLegacyName = lostWarning('deprecated-gateway-name', LEGACY);
const gateway_names_emptyHalf = refusal('missing-gateway-part', '{field} names a Gateway as {value}, of which one side of the slash is empty. Write namespace/name.');
const gateway_names_invalidNamespace = refusal('invalid-gateway-namespace', '{field} names a Gateway as {value}, but {namespace} is no name of a namespace.');
const gateway_names_invalidName = refusal('invalid-gateway-name', '{field} names a Gateway as {value}, but {name} is no name that a Gateway may have.');
/** Istio looks no further after the first name without a slash (validateGatewayNames). */
function checkGatewayNames(names, field, { isGenerated = false, losesWarnings = false } = {}) {
    for (const [index, written] of names.entries()) {
        const place = field.at(index);
        const slash = written.indexOf('/');
        if (slash < 0) {
            if (written.includes('.')) {
                const [name, namespace] = written.split('.');
                place.report(losesWarnings ? lostLegacyName : legacyName, {
                    better: `${namespace}/${name}`
                });
            }
            place.check(fqdnFault(written));
            return;
        }
        const namespace = written.slice(0, slash);
        const name = written.slice(slash + 1);
        if (namespace === '' || name === '')
            place.report(gateway_names_emptyHalf);
        if (!isLabel(namespace))
            place.report(gateway_names_invalidNamespace, { namespace });
        if (!isLabel(name) && !isGenerated)
            place.report(gateway_names_invalidName, { name });
    }
}

;// CONCATENATED MODULE: ./build/validation/values/host-set.js
/** Host names and wildcards, found by name in time that follows the length of the name. Wildcards cover by suffix. */
class HostSet {
    exact = new Map();
    /** What follows the `*`. */
    suffixes = new Map();
    constructor(hosts = []) {
        for (const [position, host] of hosts.entries())
            this.add(host, position);
    }
    add(host, position) {
        const isWildcard = host.startsWith('*');
        const map = isWildcard ? this.suffixes : this.exact;
        const key = isWildcard ? host.slice(1) : host;
        const known = map.get(key);
        if (known === undefined)
            map.set(key, [position]);
        else
            known.push(position);
    }
    /** The positions of those that cover every name of `host`; an equal one among them. */
    *covering(host) {
        const isWildcard = host.startsWith('*');
        const name = isWildcard ? host.slice(1) : host;
        if (!isWildcard)
            yield* this.exact.get(name) ?? [];
        for (let start = 0; start <= name.length; start++) {
            yield* this.suffixes.get(name.slice(start)) ?? [];
        }
    }
    covers(host) {
        return this.covering(host).next().done !== true;
    }
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/hosts.js




const anyHostAtMesh = refusal('invalid-mesh-host', '{field} is *, but sidecars route by host: * is for gateways alone. Name the hosts, or leave mesh out of gateways.');
const hosts_duplicateHost = refusal('duplicate-host', '{field} is {value}, which shares names with {other} of the same VirtualService. Remove one of them.');
function hosts_checkHosts(hosts, field, options) {
    let areValid = true;
    for (const [index, host] of hosts.entries()) {
        const found = options.isAtGateway
            ? gatewayDomainFault(host, options.hasSniHosts)
            : wildcardDomainFault(host);
        if (found !== null) {
            if ((0,go_address/* isIp */.SC)(host))
                continue;
            field.at(index).check(found);
            areValid = false;
        }
        else if (!options.isAtGateway && host === '*') {
            field.at(index).report(anyHostAtMesh);
            areValid = false;
        }
    }
    if (areValid)
        checkDuplicates(hosts, field);
}
/** Names overlap where one covers the other. */
function checkDuplicates(hosts, field) {
    const set = new HostSet(hosts);
    for (const [index, host] of hosts.entries()) {
        for (const other of set.covering(host)) {
            if (field.recorder.isFull)
                return;
            // Equal ones cover each other: each pair once, at its second.
            if (other === index || (hosts[other] === host && other > index))
                continue;
            const [first, second] = other < index ? [other, index] : [index, other];
            field
                .at(second)
                .reportWith(hosts_duplicateHost, { field: field.at(first), note: 'the other host' }, { other: hosts[first] ?? '' });
        }
    }
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/cors.js




const emptyOrigin = refusal('missing-cors-origin', '{field} matches no origin: set one of exact, prefix and regex.');
const unknownMethod = refusal('invalid-cors-method', '{field} is {value}, which is no HTTP method. Write one in capitals, such as GET.');
const fineAge = refusal('invalid-cors-max-age', '{field} is {value}, but browsers keep the answer for whole seconds: round it.');
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE'];
function checkCors(policy, field) {
    if (policy === undefined)
        return;
    for (const [index, origin] of policy.allowOrigins.entries()) {
        const place = field.at('allowOrigins', index);
        if ((origin.exact ?? origin.prefix ?? origin.regex ?? '') === '')
            place.report(emptyOrigin);
        else
            checkMatchPattern(origin, place);
    }
    // `*` came with 1.23.
    const methods = field.recorder.minor < 23 ? METHODS : [...METHODS, '*'];
    for (const [index, method] of policy.allowMethods.entries()) {
        if (!methods.includes(method))
            field.at('allowMethods', index).report(unknownMethod);
    }
    for (const list of ['allowHeaders', 'exposeHeaders']) {
        for (const [index, name] of policy[list].entries()) {
            checkCorsHeaderName(name, field.at(list, index));
        }
    }
    if (policy.maxAge === undefined)
        return;
    checkDuration(policy.maxAge, field.at('maxAge'));
    if (policy.maxAge % 1000000000n > 0n)
        field.at('maxAge').report(fineAge);
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/http-status.js

const invalidStatus = refusal('invalid-http-status', '{field} is {status}, but must be from 200 to 599.');
/** 600 passes, as it does in Istio (validateHTTPStatus). */
function checkHttpStatus(status, field) {
    // An int32, as Istio converts it.
    const signed = status | 0;
    if (signed < 200 || signed > 600)
        field.report(invalidStatus, { status });
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/direct-response.js



const KILOBYTE = 1024;
const hugeBody = refusal('invalid-body-size', '{field} has {size} bytes, but every proxy receives it: at most 1 MiB is allowed.');
const largeBody = warning('ineffective-body-size', '{field} has {size} bytes, and every proxy receives it: keep it below 100 KiB, or serve it from a workload.');
function checkDirectResponse(response, field) {
    if (response === undefined)
        return;
    const { body, status } = response;
    const size = body?.bytes ?? byteLength(body?.string ?? '');
    if (size > 1024 * KILOBYTE)
        field.at('body').report(hugeBody, { size });
    else if (size > 100 * KILOBYTE)
        field.at('body').report(largeBody, { size });
    checkHttpStatus(status, field.at('status'));
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/fault.js



const noFault = refusal('missing-fault', '{field} has neither abort nor delay, so that it does nothing.');
const invalidPercentage = refusal('invalid-percentage', '{field} is {percentage}, but must be 0 or from 0.0001 to 100.');
const unknownStatus = refusal('unknown-grpc-status', '{field} is {value}, which is no status of gRPC. Write its name in capitals, such as NOT_FOUND.');
const http2Error = refusal('unsupported-http2-error', '{field} is set, but errors of HTTP/2 cannot be injected: use httpStatus or grpcStatus.');
const noStatus = lostWarning('ineffective-abort', '{field} says how many requests to abort and not with which status, so that it does nothing: set httpStatus or grpcStatus.');
const exponentialDelay = refusal('unsupported-exponential-delay', '{field} is set, but is not supported: use fixedDelay.');
function checkFault(fault, field) {
    if (fault === undefined)
        return;
    if (fault.abort === undefined && fault.delay === undefined)
        field.report(noFault);
    if (fault.abort !== undefined)
        checkAbort(fault.abort, field.at('abort'));
    if (fault.delay !== undefined)
        checkDelay(fault.delay, field.at('delay'));
}
function checkAbort(abort, field) {
    checkPercentage(abort.percentage, field.at('percentage'));
    if (abort.grpcStatus !== undefined) {
        if (!STATUSES.has(abort.grpcStatus))
            field.at('grpcStatus').report(unknownStatus);
    }
    else if (abort.http2Error !== undefined)
        field.at('http2Error').report(http2Error);
    else if (abort.httpStatus !== undefined) {
        checkHttpStatus(abort.httpStatus, field.at('httpStatus'));
    }
    else
        field.report(noStatus);
}
function checkDelay(delay, field) {
    checkPercentage(delay.percentage, field.at('percentage'));
    checkDuration(delay.fixedDelay, field.at('fixedDelay'));
    if (delay.exponentialDelay === undefined)
        return;
    checkDuration(delay.exponentialDelay, field.at('exponentialDelay'));
    field.at('exponentialDelay').report(exponentialDelay);
}
function checkPercentage(percentage, field) {
    const value = percentage?.value ?? 0;
    if (value < 0 || value > 100 || (value > 0 && value < 0.0001)) {
        field.at('value').report(invalidPercentage, { percentage: value });
    }
}
/** Source: istio pkg/util/grpc SupportedGRPCStatus. */
const STATUSES = new Set([
    'OK',
    'CANCELLED',
    'UNKNOWN',
    'INVALID_ARGUMENT',
    'DEADLINE_EXCEEDED',
    'NOT_FOUND',
    'ALREADY_EXISTS',
    'PERMISSION_DENIED',
    'RESOURCE_EXHAUSTED',
    'FAILED_PRECONDITION',
    'ABORTED',
    'OUT_OF_RANGE',
    'UNIMPLEMENTED',
    'INTERNAL',
    'UNAVAILABLE',
    'DATA_LOSS',
    'UNAUTHENTICATED'
]);

;// CONCATENATED MODULE: ./build/validation/values/header-value.js

const control = refusal('invalid-header-value', '{field} is {value}, which holds control characters. Envoy does not allow them in a header.');
const format = refusal('invalid-header-format', '{field} is {value}, in which Envoy reads % as the begin of a variable such as %DOWNSTREAM_REMOTE_ADDRESS%, and {why}. Write %% for a percent sign.');
/** Envoy's own reading of a value with `%VARIABLE(arguments)%`. */
function checkHeaderValue(value, field) {
    if (hasControlCharacters(value))
        field.report(control);
    else {
        const why = formatFault(value);
        if (why !== null)
            field.report(format, { why });
    }
}
/** All but tab. */
function hasControlCharacters(text) {
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if ((code < 0x20 && code !== 0x09) || code === 0x7f)
            return true;
    }
    return false;
}
/** What each state does with a character that is neither its own nor, where allowed, a space. */
function formatFault(text) {
    let state = 'literal';
    for (let index = 0; index < text.length; index++) {
        const character = text[index] ?? '';
        const isLast = index === text.length - 1;
        if (state === 'literal') {
            if (character !== '%')
                continue;
            if (isLast)
                return 'the last % begins none';
            if (text[index + 1] === '%')
                index += 1;
            else
                state = 'name';
        }
        else if (state === 'name') {
            if (character === '%')
                state = 'literal';
            else if (character === '(')
                state = 'arguments';
        }
        else if (state === 'arguments') {
            if (character === '[')
                state = 'list';
            else if (character !== ' ')
                state = 'text';
        }
        else if (state === 'text') {
            if (character === '\\') {
                if (isLast)
                    return 'its text ends in a backslash';
                index += 1;
            }
            else if (character === ')')
                state = 'after arguments';
            else if (character === '"')
                state = 'after text';
        }
        else if (character !== ' ') {
            const next = AFTER[state][character];
            if (next === undefined)
                return `${JSON.stringify(character)} cannot stand where it does`;
            state = next;
        }
    }
    return state === 'literal' ? null : 'the variable is not closed';
}
/** What may follow, besides spaces, in the states that wait for a sign. */
const AFTER = {
    list: { '"': 'text' },
    'after text': { ',': 'list', ']': 'after list' },
    'after list': { ')': 'after arguments' },
    'after arguments': { '%': 'literal' }
};

;// CONCATENATED MODULE: ./build/validation/virtual-service/headers.js



const secondAuthority = refusal('conflicting-authority', '{field} sets the authority of the request, which {other} sets as well. Leave it to one of them.');
/** Headers that a route, or a destination of it, adds, sets and removes. */
function checkHeaders(headers, field) {
    if (headers === undefined)
        return;
    checkOperations(headers.request, field.at('request'), checkRequestHeaderName);
    checkOperations(headers.response, field.at('response'), checkOtherHeaderName);
}
function checkOperations(operations, field, checkName) {
    if (operations === undefined)
        return;
    for (const operation of ['add', 'set']) {
        for (const [name, value] of operations[operation]) {
            checkName(name, field.at(operation).key(name));
            checkHeaderValue(value, field.at(operation, name));
        }
    }
    for (const [index, name] of operations.remove.entries()) {
        checkOtherHeaderName(name, field.at('remove', index));
    }
}
/** The authority is set once, by rewrite or by a header (validateAuthorityRewrite). */
function checkAuthority({ rewrite, headers }, field) {
    let current = rewrite?.authority ?? '';
    let setter = 'rewrite.authority';
    for (const operation of ['set', 'add']) {
        for (const [name, value] of headers?.request?.[operation] ?? []) {
            if (!isAuthorityHeader(name))
                continue;
            if (current !== '') {
                field.at('headers', 'request', operation, name).report(secondAuthority, { other: setter });
                return;
            }
            current = value;
            setter = `headers.request.${operation}`;
        }
    }
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/http-conflicts.js

const rootWith = refusal('conflicting-root-route', '{field} is set beside delegate: the VirtualService that is delegated to says where requests go. Remove one of them.');
const delegateInDelegate = refusal('unsupported-nested-delegate', '{field} is set in a VirtualService without hosts, which is itself a delegate: delegation has one level.');
const conflictingAction = refusal('conflicting-action', '{field} is set beside {action}, which already answers the request. Remove one of them.');
const noAction = refusal('missing-action', '{field} says nothing about what becomes of its requests: add one of route, redirect and directResponse.');
const twoMirrors = refusal('conflicting-mirrors', '{field} is set beside mirrors. Put all of them into mirrors.', { since: 20 });
/** What a route may not say at once (validateHTTPRouteConflict). */
function checkConflicts(route, field, isDelegate) {
    if (route.delegate !== undefined) {
        if (!isDelegate) {
            if (route.redirect !== undefined)
                field.at('redirect').report(rootWith);
            if (route.route.length > 0)
                field.at('route').report(rootWith);
            return;
        }
        field.at('delegate').report(delegateInDelegate);
    }
    if (route.redirect !== undefined)
        checkAnswer('redirect', route, field);
    else if (route.directResponse !== undefined)
        checkAnswer('directResponse', route, field);
    else if (route.route.length === 0)
        field.report(noAction);
    if (route.mirror !== undefined && route.mirrors.length > 0)
        field.at('mirror').report(twoMirrors);
}
function checkAnswer(action, route, field) {
    if (route.route.length > 0)
        field.at('route').report(conflictingAction, { action });
    for (const other of ['fault', 'rewrite']) {
        if (route[other] !== undefined)
            field.at(other).report(conflictingAction, { action });
    }
    if (action === 'redirect' && route.directResponse !== undefined) {
        field.at('directResponse').report(conflictingAction, { action });
    }
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/http-match.js







const http_match_invalidNamespace = refusal('invalid-source-namespace', '{field} is {value}, which is no name of a namespace.');
function checkHttpMatch(match, field) {
    for (const [name, header] of match.headers) {
        checkMatchHeaderName(name, field.at('headers').key(name));
        checkStringMatch(header, field.at('headers', name));
    }
    for (const [name, header] of match.withoutHeaders) {
        checkMatchHeaderName(name, field.at('withoutHeaders').key(name));
        // Not an expression: any value at all.
        if (header.regex !== '*')
            checkStringMatch(header, field.at('withoutHeaders', name));
    }
    checkMatchPattern(match.uri, field.at('uri'));
    for (const name of ['scheme', 'method', 'authority']) {
        checkStringMatch(match[name], field.at(name));
    }
    for (const [name, parameter] of match.queryParams) {
        checkStringMatch(parameter, field.at('queryParams', name));
    }
    if (match.port !== 0)
        checkPort(match.port, field.at('port'));
    checkLabels(match.sourceLabels, field.at('sourceLabels'));
    checkGatewayNames(match.gateways, field.at('gateways'), { losesWarnings: true });
    if (match.sourceNamespace !== '' && !isLabel(match.sourceNamespace)) {
        field.at('sourceNamespace').report(http_match_invalidNamespace);
    }
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/mirrors.js


const deprecatedPercent = warning('deprecated-mirror-percent', '{field} is deprecated: write mirrorPercentage with a value.');
const highPercentage = refusal('invalid-mirror-percentage', '{field} is {percentage}, but must be from 0 to 100.');
const noDestination = refusal('missing-mirror-destination', '{field} is not set: a mirror needs it.');
function checkMirrors(route, field) {
    if (route.mirrorPercent !== undefined) {
        if (route.mirrorPercent > 100) {
            field.at('mirrorPercent').report(highPercentage, { percentage: route.mirrorPercent });
        }
        field.at('mirrorPercent').report(deprecatedPercent);
    }
    mirrors_checkPercentage(route.mirrorPercentage, field.at('mirrorPercentage', 'value'));
    for (const [index, mirror] of route.mirrors.entries()) {
        const place = field.at('mirrors', index);
        if (mirror.destination === undefined) {
            place.at('destination').report(noDestination);
            continue;
        }
        checkDestination(mirror.destination, place.at('destination'));
        mirrors_checkPercentage(mirror.percentage, place.at('percentage', 'value'));
    }
}
function mirrors_checkPercentage(percentage, field) {
    const value = percentage?.value ?? 0;
    if (value > 100 || value < 0)
        field.report(highPercentage, { percentage: value });
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/redirect.js


const twoPaths = refusal('conflicting-redirect-path', '{field} sets both uri and prefixRewrite, of which only one may be set.');
const prefixWithoutMatch = refusal('conflicting-prefix-rewrite', '{field} replaces the prefix that was matched, so each uri match of the route must be a prefix.');
const redirect_nothing = refusal('missing-redirect-target', '{field} changes nothing, so that it would lead back to itself: set uri, authority, scheme or port.');
const invalidCode = refusal('invalid-redirect-code', '{field} is {code}, but must be from 300 to 399.');
const invalidScheme = refusal('invalid-redirect-scheme', '{field} is {value}, but must be http or https.');
/** Istio reports the first of these alone (validateHTTPRedirect). */
function checkRedirect(redirect, matches, field) {
    if (redirect === undefined)
        return;
    const { uri, prefixRewrite, authority, scheme, port, derivePort, redirectCode } = redirect;
    if (uri !== '' && prefixRewrite !== '')
        field.report(twoPaths);
    else if (prefixRewrite !== '' && !matches.every(isPrefixOrAny)) {
        field.at('prefixRewrite').report(prefixWithoutMatch);
    }
    else if (uri + prefixRewrite + authority + scheme === '' &&
        (port ?? derivePort) === undefined) {
        field.report(redirect_nothing);
    }
    else if (redirectCode !== 0 && (redirectCode < 300 || redirectCode > 399)) {
        field.at('redirectCode').report(invalidCode, { code: redirectCode });
    }
    else if (!['', 'http', 'https'].includes(scheme))
        field.at('scheme').report(invalidScheme);
    else if (port !== undefined && port > 0 && !isPort(port))
        checkPort(port, field.at('port'));
}
function isPrefixOrAny({ uri }) {
    return uri === undefined || uri.prefix !== undefined;
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/retries.js



const negativeAttempts = refusal('invalid-attempts', '{field} is {attempts}, but must be 0 or more.');
const unusedRetries = refusal('conflicting-retries', '{field} sets {names}, but attempts is 0, which turns retries off. Set attempts, or leave the others out.');
const unknownCondition = refusal('unknown-retry-condition', '{field} lists {condition}, which is neither a condition that Envoy knows nor a status of HTTP. Conditions stand between commas without spaces.');
/** Source: istio pkg/config/validation/validation.go validateHTTPRetry. */
function checkRetries(retries, field) {
    if (retries === undefined)
        return;
    const { attempts, retryOn } = retries;
    if (attempts < 0)
        field.at('attempts').report(negativeAttempts, { attempts });
    const names = [];
    if (retries.perTryTimeout !== undefined)
        names.push('perTryTimeout');
    if (retryOn !== '')
        names.push('retryOn');
    if (retries.retryRemoteLocalities !== undefined)
        names.push('retryRemoteLocalities');
    if (attempts === 0 && names.length > 0) {
        field.report(unusedRetries, { names: names.join(', ') });
    }
    checkDuration(retries.perTryTimeout, field.at('perTryTimeout'));
    if (retryOn !== '') {
        for (const condition of retryOn.split(',')) {
            if (!CONDITIONS.has(condition) && !isStatus(condition)) {
                field.at('retryOn').report(unknownCondition, { condition });
            }
        }
    }
    checkDuration(retries.backoff, field.at('backoff'));
}
const CONDITIONS = new Set([
    '5xx',
    'gateway-error',
    'reset',
    'reset-before-request',
    'connect-failure',
    'retriable-4xx',
    'refused-stream',
    'retriable-status-codes',
    'retriable-headers',
    'envoy-ratelimited',
    'http3-post-connect-failure',
    'cancelled',
    'deadline-exceeded',
    'internal',
    'resource-exhausted',
    'unavailable'
]);
/** Statuses that Go's net/http has a text for. */
const retries_STATUSES = [
    [100, 103],
    [200, 208],
    [226, 226],
    [300, 305],
    [307, 308],
    [400, 418],
    [421, 426],
    [428, 429],
    [431, 431],
    [451, 451],
    [500, 508],
    [510, 511]
];
function isStatus(text) {
    const status = Number(parseInteger(text) ?? 0n);
    return retries_STATUSES.some(([first, last]) => status >= first && status <= last);
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/rewrite.js


const rewrite_twoPaths = refusal('conflicting-rewrite', '{field} sets both uri and uriRegexRewrite, of which only one may be set.');
const rewrite_nothing = refusal('missing-rewrite', '{field} changes nothing: set uri, uriRegexRewrite or authority.');
const half = refusal('missing-regex-rewrite', '{field} needs both match, what is replaced, and rewrite, what comes instead.');
/** Istio reports the first of these alone (validateHTTPRewrite). */
function checkRewrite(rewrite, field) {
    if (rewrite === undefined)
        return;
    const { uri, uriRegexRewrite, authority } = rewrite;
    if (uri !== '' && uriRegexRewrite !== undefined)
        field.report(rewrite_twoPaths);
    else if (uri === '' && uriRegexRewrite === undefined && authority === '')
        field.report(rewrite_nothing);
    else
        checkRegexRewrite(uriRegexRewrite, field.at('uriRegexRewrite'));
}
function checkRegexRewrite(rewrite, field) {
    if (rewrite === undefined)
        return;
    if (rewrite.match === '' || rewrite.rewrite === '')
        field.report(half);
    else
        checkPattern(rewrite.match, field.at('match'));
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/route-destinations.js


const route_destinations_noDestination = refusal('missing-destination', '{field} is not set: a route needs a destination, with the host of a service.');
const negativeWeight = refusal('invalid-weight', '{field} is {weight}, but must be 0 or more.');
const noWeight = refusal('invalid-total-weight', 'The weights of {field} add up to 0, so that no destination would receive anything. Give at least one a weight.');
/** Destinations of an HTTP, TLS or TCP route. Those that istiod makes are not tested. */
function checkRouteDestinations(routes, field, isGenerated) {
    let total = 0;
    for (const [index, { destination, weight }] of routes.entries()) {
        const place = field.at(index);
        if (destination === undefined)
            place.at('destination').report(route_destinations_noDestination);
        if (!isGenerated)
            checkDestination(destination, place.at('destination'));
        if (weight < 0)
            place.at('weight').report(negativeWeight, { weight });
        // An int32, which wraps around.
        total = (total + weight) | 0;
    }
    if (routes.length > 1 && total === 0)
        field.report(noWeight);
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/http-route.js













/** Source: istio pkg/config/validation/virtualservice.go validateHTTPRoute. */
function checkHttpRoute(route, field, { isDelegate, isGenerated }) {
    checkConflicts(route, field, isDelegate);
    for (const [index, match] of route.match.entries()) {
        checkHttpMatch(match, field.at('match', index));
    }
    checkHeaders(route.headers, field.at('headers'));
    checkCors(route.corsPolicy, field.at('corsPolicy'));
    checkFault(route.fault, field.at('fault'));
    checkMirrors(route, field);
    checkRedirect(route.redirect, route.match, field.at('redirect'));
    checkDirectResponse(route.directResponse, field.at('directResponse'));
    checkRetries(route.retries, field.at('retries'));
    checkRewrite(route.rewrite, field.at('rewrite'));
    checkAuthority(route, field);
    for (const [index, { headers }] of route.route.entries()) {
        checkHeaders(headers, field.at('route', index, 'headers'));
    }
    checkRouteDestinations(route.route, field.at('route'), isGenerated);
    checkDuration(route.timeout, field.at('timeout'));
    checkDestination(route.mirror, field.at('mirror'));
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/overlaps.js
const OVERLAP = '{field} is never used for prefix {prefix}: an earlier rule takes requests with prefix {other} and the same conditions. Put the longer prefix first.';
/** What istioctl reports as IST0131. */
const overlappingMatch = {
    name: 'overlapping-match',
    severity: 'info',
    sources: ['IST0131'],
    message: OVERLAP
};
/** Comparisons of matches per object: rules of one prefix each are a few, and thousands on one prefix are an attack. */
const BUDGET = 1_000_000;
/**
 * Prefixes that an earlier rule covers. Istio compares port, method, authority, headers and parameters by their exact
 * or prefix text, and neither source labels, gateways, namespaces nor case (coveredValidation): it is wrong where rules
 * differ in those alone. What is really unreachable, the analyzers say.
 */
function checkOverlaps(rules, distinct, field) {
    const earlier = new Map();
    let budget = BUDGET;
    for (const [rule, position] of distinct) {
        const match = rules[rule]?.match[position];
        const prefix = match?.uri?.prefix ?? '';
        if (match === undefined || prefix === '')
            continue;
        for (let length = 1; length < prefix.length; length++) {
            for (const other of earlier.get(prefix.slice(0, length)) ?? []) {
                budget -= 1;
                if (budget < 0 || field.recorder.isFull)
                    return;
                if (!covers(other.match, match))
                    continue;
                const related = { field: field.at(other.rule), note: 'takes its requests' };
                const params = { prefix, other: other.prefix };
                field.at(rule, 'match', position).reportWith(overlappingMatch, related, params);
            }
        }
        const known = earlier.get(prefix);
        const candidate = { rule, position, prefix, match };
        if (known === undefined)
            earlier.set(prefix, [candidate]);
        else
            known.push(candidate);
    }
}
function covers(earlier, later) {
    return (earlier.port === later.port &&
        overlaps_textOf(earlier.method, 'exact:GET').startsWith(overlaps_textOf(later.method, 'exact:GET')) &&
        overlaps_textOf(earlier.authority).startsWith(overlaps_textOf(later.authority)) &&
        allCover(earlier.headers, later.headers) &&
        allCover(earlier.queryParams, later.queryParams) &&
        allCover(earlier.withoutHeaders, later.withoutHeaders));
}
function allCover(earlier, later) {
    if (earlier.size !== later.size)
        return false;
    for (const [name, match] of earlier) {
        const other = later.get(name);
        if (other === undefined || !overlaps_textOf(match).startsWith(overlaps_textOf(other)))
            return false;
    }
    return true;
}
function overlaps_textOf(match, missing = '') {
    if (match?.exact)
        return `exact:${match.exact}`;
    return match?.prefix ? `prefix:${match.prefix}` : missing;
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/tcp-route.js






const noRoute = refusal('missing-tcp-route', '{field} is empty: a TCP route needs a destination.');
function checkTcpRoute(route, field, isGenerated) {
    for (const [index, match] of route.match.entries())
        tcp_route_checkMatch(match, field.at('match', index));
    if (route.route.length === 0)
        field.at('route').report(noRoute);
    checkRouteDestinations(route.route, field.at('route'), isGenerated);
}
function tcp_route_checkMatch(match, field) {
    for (const [index, subnet] of match.destinationSubnets.entries()) {
        checkSubnet(subnet, field.at('destinationSubnets', index));
    }
    if (match.port !== 0)
        checkPort(match.port, field.at('port'));
    checkLabels(match.sourceLabels, field.at('sourceLabels'));
    checkGatewayNames(match.gateways, field.at('gateways'), { losesWarnings: true });
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/tls-route.js









const noMatch = refusal('missing-tls-match', '{field} is empty: a TLS route is chosen by the server name of the client, so it needs a match with sniHosts.');
const tls_route_noRoute = refusal('missing-tls-route', '{field} is empty: a TLS route needs a destination.');
const noSniHosts = refusal('missing-sni-hosts', '{field} is empty: name the server names that the route is for.');
const address = warning('ineffective-sni-address', '{field} is the address {value}, but clients send no server name when they dial an address (RFC 6066), so most will never match.');
const foreignHost = refusal('invalid-sni-host', '{field} is {value}, which no entry of hosts covers. Add it to hosts of the VirtualService, or route it elsewhere.');
function sniHosts(hosts, isAtGateway) {
    return { hosts: new HostSet(hosts), isAtGateway };
}
function checkTlsRoute(route, field, sni, isGenerated) {
    if (route.match.length === 0)
        field.at('match').report(noMatch);
    for (const [index, match] of route.match.entries()) {
        tls_route_checkMatch(match, field.at('match', index), sni);
    }
    if (route.route.length === 0)
        field.at('route').report(tls_route_noRoute);
    checkRouteDestinations(route.route, field.at('route'), isGenerated);
}
function tls_route_checkMatch(match, field, sni) {
    if (match.sniHosts.length === 0)
        field.at('sniHosts').report(noSniHosts);
    for (const [index, host] of match.sniHosts.entries()) {
        checkSniHost(host, field.at('sniHosts', index), sni);
    }
    for (const [index, subnet] of match.destinationSubnets.entries()) {
        checkSubnet(subnet, field.at('destinationSubnets', index));
    }
    if (match.port !== 0)
        checkPort(match.port, field.at('port'));
    checkLabels(match.sourceLabels, field.at('sourceLabels'));
    checkGatewayNames(match.gateways, field.at('gateways'));
}
function checkSniHost(host, field, { hosts, isAtGateway }) {
    const found = isAtGateway ? gatewayDomainFault(host, true) : wildcardDomainFault(host);
    if (found !== null) {
        if ((0,go_address/* isIp */.SC)(host))
            field.report(address);
        else
            field.check(found);
    }
    else if (!hosts.covers(host))
        field.report(foreignHost);
}

;// CONCATENATED MODULE: ./build/validation/decode/canonical.js
/**
 * A decoded message as text: equal for messages that protobuf holds for equal, so without what is zero and in one order
 * of map keys.
 */
function canonical(message, without = []) {
    const zero = Object.getPrototypeOf(message);
    const parts = [];
    for (const [name, value] of Object.entries(message)) {
        if (without.includes(name) || isZero(value, name, zero))
            continue;
        parts.push(`${JSON.stringify(name)}:${canonical_text(value)}`);
    }
    return `{${parts.sort().join()}}`;
}
function canonical_text(value) {
    if (typeof value === 'bigint')
        return `${value}ns`;
    if (Array.isArray(value))
        return `[${value.map(canonical_text).join()}]`;
    if (value instanceof Map) {
        const entries = [...value].map(([key, entry]) => `${JSON.stringify(key)}:${canonical_text(entry)}`);
        return `{${entries.sort().join()}}`;
    }
    return typeof value === 'object' && value !== null ? canonical(value) : JSON.stringify(value);
}
/** Absent lists and maps are empty; absent scalars are what the prototype holds. */
function isZero(value, name, zero) {
    if (value === undefined)
        return true;
    if (Array.isArray(value))
        return value.length === 0;
    if (value instanceof Map)
        return value.size === 0;
    return typeof zero === 'object' && zero !== null && Reflect.get(zero, name) === value;
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/unreachable.js

/** What istioctl reports as IST0130. */
function unreachable(name, message) {
    return { name, severity: 'warning', sources: ['IST0130'], message };
}
const secondCatchAll = unreachable('unreachable-catch-all', '{field} has no match, as an earlier rule, which takes every request: it is never used. Keep one rule without match, at the end.');
const afterCatchAll = unreachable('unreachable-match', '{field} is never used, since an earlier rule has no match and takes every request. Move that rule to the end.');
const allUsed = unreachable('unreachable-rule', '{field} is never used: earlier rules have each of its matches. Remove it, or match something else.');
const duplicateMatch = {
    name: 'ineffective-match',
    severity: 'info',
    sources: ['IST0131'],
    message: '{field} is never used: an earlier rule has the same match. Remove one of them.'
};
/**
 * Rules behind one that takes everything, and matches that stand twice (analyzeUnreachableHTTPRules). Returns the
 * matches that are left, as positions.
 */
function checkReachable(rules, field) {
    const first = new Map();
    const distinct = [];
    let catchAll = null;
    for (const [index, { match }] of rules.entries()) {
        const rule = field.at(index);
        const behind = catchAll === null ? null : { field: field.at(catchAll), note: 'takes everything' };
        if (match.length === 0) {
            if (behind !== null)
                rule.reportWith(secondCatchAll, behind);
            catchAll = index;
            continue;
        }
        let duplicates = 0;
        for (const [position, each] of match.entries()) {
            const place = rule.at('match', position);
            if (behind !== null) {
                place.reportWith(afterCatchAll, behind);
                continue;
            }
            const key = canonical(each, ['name']);
            const earlier = first.get(key);
            if (earlier === undefined) {
                first.set(key, index);
                distinct.push([index, position]);
            }
            else {
                place.reportWith(duplicateMatch, { field: field.at(earlier), note: 'has the same match' });
                duplicates += 1;
            }
        }
        if (duplicates === match.length)
            rule.report(allUsed);
    }
    return distinct;
}

;// CONCATENATED MODULE: ./build/validation/virtual-service/virtual-service.js










const delegateWith = refusal('conflicting-delegate-field', '{field} is set, but a VirtualService without hosts is a delegate, which only holds http: the one that delegates to it says the rest. Remove it, or set hosts.');
const claimAtMesh = refusal('unsupported-claim-match', '{field} looks at a claim of the token, which only gateways do: bind the VirtualService to gateways without mesh, or leave the match out.');
const noRoutes = refusal('missing-routes', '{field} has none of http, tls and tcp, so that it would route nothing. Add routes.');
/** Set on VirtualServices that istiod makes from routes of the Gateway API. */
const virtual_service_SEMANTICS = 'internal.istio.io/route-semantics';
/** Source: istio pkg/config/validation/validation.go ValidateVirtualService. */
function checkVirtualService(spec, field) {
    const isGenerated = field.recorder.manifest.annotations[virtual_service_SEMANTICS] === 'gateway';
    const isDelegate = spec.hosts.length === 0;
    if (isDelegate) {
        for (const name of ['gateways', 'tls', 'tcp']) {
            if (spec[name].length > 0)
                field.at(name).report(delegateWith);
        }
    }
    if (spec.gateways.length > 0) {
        checkGatewayNames(spec.gateways, field.at('gateways'), { isGenerated });
    }
    const isAtGateway = spec.gateways.length > 0 && !spec.gateways.includes('mesh');
    if (!isAtGateway)
        checkClaims(spec, field);
    hosts_checkHosts(spec.hosts, field.at('hosts'), { isAtGateway, hasSniHosts: hasSniHosts(spec) });
    if (spec.http.length + spec.tls.length + spec.tcp.length === 0)
        field.report(noRoutes);
    for (const [index, route] of spec.http.entries()) {
        checkHttpRoute(route, field.at('http', index), { isDelegate, isGenerated });
    }
    // The lists of gateways without mesh; none at all counts as well (isGateway).
    const sni = sniHosts(spec.hosts, !spec.gateways.includes('mesh'));
    for (const [index, route] of spec.tls.entries()) {
        checkTlsRoute(route, field.at('tls', index), sni, isGenerated);
    }
    for (const [index, route] of spec.tcp.entries()) {
        checkTcpRoute(route, field.at('tcp', index), isGenerated);
    }
    checkExportTo(spec.exportTo, field.at('exportTo'));
    for (const protocol of ['http', 'tcp', 'tls']) {
        const distinct = checkReachable(spec[protocol], field.at(protocol));
        if (protocol === 'http')
            checkOverlaps(spec.http, distinct, field.at('http'));
    }
}
function hasSniHosts(spec) {
    return spec.tls.some(({ match }) => match.some(each => each.sniHosts.length > 0));
}
function checkClaims({ http }, field) {
    for (const [index, { match }] of http.entries()) {
        for (const [position, each] of match.entries()) {
            for (const list of ['headers', 'withoutHeaders']) {
                for (const name of each[list].keys()) {
                    if (!isClaimHeader(name))
                        continue;
                    field.at('http', index, 'match', position, list).key(name).report(claimAtMesh);
                }
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/validation/wasm/match.js

/** Which traffic a plugin sees. Istio reports the first fault alone. */
function checkTrafficMatch(match, field) {
    for (const [index, { ports }] of match.entries()) {
        const position = ports.findIndex(({ number }) => !isPort(number));
        const port = ports[position];
        if (port === undefined)
            continue;
        checkPort(port.number, field.at(index, 'ports', position, 'number'));
        return;
    }
}

;// CONCATENATED MODULE: ./build/validation/wasm/environment.js


const environment_noName = refusal('missing-env-name', '{field} is not set: a variable needs a name.');
const longName = refusal('invalid-env-name-length', '{field} has {length} characters, but at most 256 are allowed.');
const duplicate = refusal('duplicate-env', '{field} is {value}, as is the name of an earlier variable.');
const valueOfHost = refusal('conflicting-env-value', '{field} is set beside valueFrom HOST, which takes the value of the proxy. Use INLINE, or remove it.');
/** Since 1.23. Istio reports the first fault alone (validateWasmPluginVMConfig). */
function checkEnvironment(variables, field) {
    if (field.recorder.minor < 23)
        return;
    const names = new Set();
    for (const [index, { name, value, valueFrom }] of variables.entries()) {
        const place = field.at(index);
        const length = byteLength(name);
        if (name === '')
            place.at('name').report(environment_noName);
        else if (length > 256)
            place.at('name').report(longName, { length });
        else if (names.has(name))
            place.at('name').report(duplicate);
        else if (valueFrom !== 'INLINE' && value !== '')
            place.at('value').report(valueOfHost);
        else {
            names.add(name);
            continue;
        }
        return;
    }
}

;// CONCATENATED MODULE: ./build/validation/wasm/module-url.js


const noUrl = refusal('missing-url', '{field} is not set: say where the module is.');
const invalidUrl = refusal('invalid-url', '{field} is {value}, which is no URL: write oci://registry/name:tag, https://…, or file:///path.');
const unknownScheme = refusal('invalid-url-scheme', '{field} is {value}, but modules are fetched by oci, https, http and file alone.');
const SCHEMES = ['', 'file', 'http', 'https', 'oci'];
/** Without a scheme it is the name of an image. */
function checkModuleUrl(text, field) {
    if (text === '') {
        field.report(noUrl);
        return;
    }
    const url = strictUrl(text) ?? strictUrl(`http://${text}`);
    if (url === null)
        field.report(invalidUrl);
    else if (!SCHEMES.includes(url.scheme))
        field.report(unknownScheme);
}
/** A request URI that also parses as a URL with a fragment (strictParseURL). */
function strictUrl(text) {
    const url = (0,go_url/* parseRequestUri */.H)(text);
    return url !== null && (0,go_url/* parseUrl */.D)(text) !== null ? url : null;
}

;// CONCATENATED MODULE: ./build/validation/wasm/wasm.js




const invalidDigest = refusal('invalid-sha256', '{field} is {value}, but must be the 64 hexadecimal digits, in lower case, of the digest of the module.');
const longSecret = refusal('invalid-pull-secret-length', '{field} has {length} characters, but the name of a Secret has at most 253.');
const wasm_longName = refusal('invalid-plugin-name-length', '{field} has {length} characters, but at most 256 are allowed.');
function checkWasm(wasm, field) {
    checkModuleUrl(wasm.url, field.at('url'));
    if (wasm.sha256 !== '' && !/^[a-f0-9]{64}$/.test(wasm.sha256)) {
        field.at('sha256').report(invalidDigest);
    }
    checkLength(wasm.imagePullSecret, 253, field.at('imagePullSecret'), longSecret);
    checkLength(wasm.pluginName, 256, field.at('pluginName'), wasm_longName);
    checkEnvironment(wasm.vmConfig?.env ?? [], field.at('vmConfig', 'env'));
}
function checkLength(text, most, field, problem) {
    const length = byteLength(text);
    if (length > most)
        field.check({ problem, params: { length } });
}

;// CONCATENATED MODULE: ./build/validation/wasm/traffic-extension.js





const noExtension = refusal('missing-extension', '{field} has neither wasm nor lua: say what extends the traffic.');
const noCode = refusal('missing-lua-code', '{field} is not set: lua needs the code that runs.');
const longCode = refusal('invalid-lua-code-length', '{field} has {length} bytes, but at most 65536 are allowed.');
/** Since 1.30. Both of wasm and lua never come through the decoder: they are a oneof (ValidateTrafficExtension). */
function checkTrafficExtension(spec, field) {
    const { wasm, lua } = spec;
    if ((wasm ?? lua) === undefined)
        field.report(noExtension);
    checkTargets(spec, field);
    if (lua !== undefined) {
        const length = byteLength(lua.inlineCode);
        if (length === 0)
            field.at('lua', 'inlineCode').report(noCode);
        else if (length > 65536)
            field.at('lua', 'inlineCode').report(longCode, { length });
    }
    if (wasm !== undefined)
        checkWasm(wasm, field.at('wasm'));
    checkTrafficMatch(spec.match, field.at('match'));
}

;// CONCATENATED MODULE: ./build/validation/wasm/wasm-plugin.js



/** Source: istio pkg/config/validation/validation.go ValidateWasmPlugin. */
function checkWasmPlugin(spec, field) {
    checkTargets(spec, field);
    checkWasm(spec, field);
    checkTrafficMatch(spec.match, field.at('match'));
}

;// CONCATENATED MODULE: ./build/validation/workload/workload-entry.js

/** Source: istio pkg/config/validation/validation.go ValidateWorkloadEntry. */
function checkWorkloadEntry(spec, field) {
    checkEndpoint(spec, field, null);
}

;// CONCATENATED MODULE: ./build/validation/workload/probe.js



const probe_negative = refusal('invalid-probe-number', '{field} is {number}, but must be 0 or more.');
const probe_invalidScheme = refusal('invalid-probe-scheme', '{field} is {value}, but must be HTTP or HTTPS.');
const noCommand = refusal('missing-probe-command', '{field} is empty: a probe by exec needs a command.');
const noMethod = refusal('missing-probe-method', '{field} has none of httpGet, tcpSocket and exec, so that nothing is probed. Add one.');
const grpcProbe = refusal('unsupported-grpc-probe', '{field} is accepted by the schema and refused by the webhook of Istio: probe by httpGet, tcpSocket or exec.');
/** Source: istio pkg/config/validation/validation.go validateReadinessProbe. */
function checkProbe(probe, field) {
    for (const name of [
        'periodSeconds',
        'initialDelaySeconds',
        'timeoutSeconds',
        'successThreshold',
        'failureThreshold'
    ]) {
        if (probe[name] < 0)
            field.at(name).report(probe_negative, { number: probe[name] });
    }
    const { httpGet, tcpSocket, exec, grpc } = probe;
    if (httpGet !== undefined)
        checkHttpGet(httpGet, field.at('httpGet'));
    else if (tcpSocket !== undefined)
        checkPort(tcpSocket.port, field.at('tcpSocket', 'port'));
    else if (exec !== undefined) {
        if (exec.command.length === 0)
            field.at('exec', 'command').report(noCommand);
    }
    else if (grpc !== undefined)
        field.at('grpc').report(grpcProbe);
    else
        field.report(noMethod);
}
function checkHttpGet(probe, field) {
    checkPort(probe.port, field.at('port'));
    if (!['', 'HTTP', 'HTTPS'].includes(probe.scheme))
        field.at('scheme').report(probe_invalidScheme);
    for (const [index, { name }] of probe.httpHeaders.entries()) {
        checkProbeHeaderName(name, field.at('httpHeaders', index, 'name'));
    }
}

;// CONCATENATED MODULE: ./build/validation/workload/workload-group.js



const noTemplate = refusal('missing-template', '{field} is not set: a WorkloadGroup needs the template of its WorkloadEntries, be it empty.');
/** The template itself is not tested; what is wrong with labels hides the rest (ValidateWorkloadGroup). */
function checkWorkloadGroup(spec, field) {
    if (spec.template === undefined) {
        field.at('template').report(noTemplate);
        return;
    }
    const labels = spec.metadata?.labels ?? new Map();
    if (areLabels(labels)) {
        if (spec.probe !== undefined)
            checkProbe(spec.probe, field.at('probe'));
    }
    else
        checkLabels(labels, field.at('metadata', 'labels'));
}

;// CONCATENATED MODULE: ./build/validation/kinds.js















/** Ties the check to the message that it is for. */
function kind(group, message, check, since = 0) {
    // Whoever calls `check` decodes `message` for it.
    return { group, message, since, check: check };
}
const networking = 'networking.istio.io';
const security = 'security.istio.io';
const extensions = 'extensions.istio.io';
/** The version of an object does not count: all have one message. */
const KINDS = new Map([
    ['AuthorizationPolicy', kind(security, 'AuthorizationPolicy', checkAuthorizationPolicy)],
    ['DestinationRule', kind(networking, 'DestinationRule', checkDestinationRule)],
    ['EnvoyFilter', kind(networking, 'EnvoyFilter', checkEnvoyFilter)],
    ['Gateway', kind(networking, 'Gateway', checkGateway)],
    ['PeerAuthentication', kind(security, 'PeerAuthentication', checkPeerAuthentication)],
    ['ProxyConfig', kind(networking, 'ProxyConfig', checkProxyConfig)],
    ['RequestAuthentication', kind(security, 'RequestAuthentication', checkRequestAuthentication)],
    ['ServiceEntry', kind(networking, 'ServiceEntry', checkServiceEntry)],
    ['Sidecar', kind(networking, 'Sidecar', checkSidecar)],
    ['Telemetry', kind('telemetry.istio.io', 'Telemetry', checkTelemetry)],
    ['TrafficExtension', kind(extensions, 'TrafficExtension', checkTrafficExtension, 30)],
    ['VirtualService', kind(networking, 'VirtualService', checkVirtualService)],
    ['WasmPlugin', kind(extensions, 'WasmPlugin', checkWasmPlugin)],
    ['WorkloadEntry', kind(networking, 'WorkloadEntry', checkWorkloadEntry)],
    ['WorkloadGroup', kind(networking, 'WorkloadGroup', checkWorkloadGroup)]
]);

;// CONCATENATED MODULE: ./build/validation/metadata.js

const dryRun = 'istio.io/dry-run';
const unsupportedDryRun = refusal('unsupported-dry-run', 'The annotation istio.io/dry-run is for AuthorizationPolicy alone: a {kind} cannot be tried without effect. Remove it.');
const dryRunAction = refusal('unsupported-dry-run-action', 'The annotation istio.io/dry-run is for actions ALLOW and DENY, not for {action}. Remove it.');
const invalidDryRun = refusal('invalid-dry-run', 'The annotation istio.io/dry-run is {value}, but must be true or false.');
const rejected = refusal('unsupported-annotation', 'The annotation {annotation} is for istiod itself: it refuses every object of others that has it. Remove it.');
const internalAnnotation = refusal('unsupported-annotation', 'The annotation {annotation} is for istiod itself: it refuses every object of others that has it. Remove it.', { since: 26 });
/** Go's strconv.ParseBool. */
const BOOLEANS = ['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False'];
/**
 * Annotations that the webhook looks at before the spec. It says nothing else then: false means to stop (istio
 * pkg/config/validation/validation.go validateMetadata).
 */
function checkAnnotations(field, action) {
    const { annotations } = field.recorder.manifest;
    const before = field.recorder.findings.length;
    const value = annotations[dryRun];
    const place = field.at('metadata', 'annotations');
    if (value !== undefined) {
        const written = place.at(dryRun);
        if (action === null)
            written.report(unsupportedDryRun);
        else if (action !== 'ALLOW' && action !== 'DENY')
            written.report(dryRunAction, { action });
        else if (!BOOLEANS.includes(value))
            written.report(invalidDryRun);
    }
    for (const [annotation, problem] of INTERNAL) {
        if (annotations[annotation] === undefined)
            continue;
        if (field.recorder.findings.length > before)
            break;
        place.key(annotation).report(problem, { annotation });
    }
    return field.recorder.findings.length === before;
}
const INTERNAL = [
    ['internal.istio.io/webhook-always-reject', rejected],
    ['internal.istio.io/parent-namespace', internalAnnotation],
    ['internal.istio.io/parents', internalAnnotation]
];

;// CONCATENATED MODULE: ./build/validation/validate.js





const undecodable = refusal('invalid-type', '{field} is {value}, but must be {expected}. istiod cannot read the object.');
const validate_unknownField = refusal('unknown-field', 'The object has a field {name} beside apiVersion, kind, metadata, spec and status. Check the indentation.');
const validate_FIELDS = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];
/**
 * What istiod's validating webhook says about an object: what it cannot read, what it refuses (IST0106) and what it
 * warns of (IST0133, IST0130, IST0131), and the warnings that it makes and loses. Kinds that it does not judge have no
 * findings. The API server asks the CRD's schema first (`schema`), so that some is said there as well.
 * Source: istio pkg/webhooks/validation/server/server.go.
 */
function validateManifest(manifest, { features }) {
    const recorder = new Recorder(manifest, features);
    const kind = KINDS.get(manifest.ref.kind);
    if (kind === undefined || kind.group !== manifest.ref.group)
        return [];
    if (recorder.minor < (kind.since ?? 0))
        return [];
    const { root } = recorder;
    const { message, problems } = decode(kind.message, manifest.object.spec, recorder.minor, ['spec']);
    for (const { path, expected } of problems) {
        recorder.record({ problem: undecodable, params: { expected } }, path, undefined);
    }
    if (problems.length > 0)
        return recorder.findings;
    const action = 
    // The message of this kind has it.
    kind.message === 'AuthorizationPolicy'
        ? message.action
        : null;
    if (checkAnnotations(root, action))
        kind.check(message, root.at('spec'));
    if (recorder.findings.every(({ severity }) => severity !== 'error')) {
        for (const name of Object.keys(manifest.object)) {
            if (!validate_FIELDS.includes(name))
                root.key(name).report(validate_unknownField, { name });
        }
    }
    return recorder.findings;
}

;// CONCATENATED MODULE: ./build/review/validation.js



/**
 * Schema and webhook judge every object of both sides; an object that did not change is judged once for both. The
 * validation rules (CEL) cost a tenth of a second to load, so that in a comparison only objects that differ are run
 * through them: equal objects have equal findings, which are neither introduced nor resolved, and are not among the
 * remaining ones. `validate` and `analyze` run them on all.
 */
function validation({ schemas: source, expressions }, failures) {
    const schemas = new Map();
    const schemasOf = (minor) => {
        const known = schemas.get(minor) ?? (0,schema_schemas/* createSchemas */.xn)(source, { istio: minor });
        schemas.set(minor, known);
        return known;
    };
    const structure = onceForEqual((manifest, { version }) => failures.findings('The schema validation', [manifest], () => (0,validate/* validateSchema */.i6)(manifest, schemasOf(version.minor))));
    const webhook = onceForEqual((manifest, { features }) => failures.findings('The webhook validation', [manifest], () => validateManifest(manifest, { features })));
    const rules = (manifest, mesh, others) => {
        if (expressions === undefined || others.isUnchanged(manifest))
            return NOTHING;
        let unknown = [];
        const findings = failures.findings('The validation by CEL rules', [manifest], () => {
            // Rules about a change hold for the new object.
            const old = mesh.side === 'head' ? others.of(manifest) : undefined;
            const result = expressions(manifest, schemasOf(mesh.version.minor), old);
            unknown = result.unknown;
            return result.findings;
        });
        return { findings, unknown };
    };
    return {
        of(manifest, mesh, others) {
            const { findings, unknown } = rules(manifest, mesh, others);
            const all = [...structure(manifest, mesh), ...findings, ...webhook(manifest, mesh)];
            return { findings: all, unknown };
        }
    };
}
const NOTHING = { findings: [], unknown: [] };
/** Equal files are parsed once, so that equal objects are one object; a place also depends on the file. */
function onceForEqual(judge) {
    const first = new WeakMap();
    /** The same object in other files, or under other versions. */
    const more = new WeakMap();
    return (manifest, mesh) => {
        const { object } = manifest;
        const { minor } = mesh.version;
        const allocates = mesh.features.has('auto-allocate-addresses');
        const one = first.get(object);
        const known = one !== undefined && one.minor === minor && one.allocates === allocates && same(one, manifest)
            ? one
            : more.get(object)?.get(validation_keyOf(manifest, minor, allocates));
        if (known !== undefined) {
            if (known.findings.length === 0)
                return NO_FINDINGS;
            return known.findings.map(draft => moved(draft, known.manifest, manifest));
        }
        const findings = judge(manifest, mesh);
        const judged = { manifest, minor, allocates, findings };
        if (one === undefined)
            first.set(object, judged);
        else {
            const others = more.get(object) ?? new Map();
            more.set(object, others);
            others.set(validation_keyOf(manifest, minor, allocates), judged);
        }
        return findings;
    };
}
function same({ manifest }, { file, ref }) {
    return manifest.file === file && manifest.ref.namespace === ref.namespace;
}
function validation_keyOf({ file, ref }, minor, allocates) {
    return `${minor} ${allocates} ${ref.namespace} ${file}`;
}
const NO_FINDINGS = [];
/** What was found in an object, as a finding in its equal: analyzers and this room look for twins by manifest. */
function moved(draft, from, to) {
    const place = (at) => 'manifest' in at && at.manifest === from ? { ...at, manifest: to } : at;
    const related = draft.related.map(one => ({ ...one, at: place(one.at) }));
    return { ...draft, at: place(draft.at), related };
}

// EXTERNAL MODULE: ./build/analyzers/index.js + 121 modules
var analyzers = __webpack_require__(19090);
;// CONCATENATED MODULE: ./build/review/suppressed.js

/**
 * Takes out what comments and annotations of the manifests suppress. A failure of ours cannot be suppressed, and what
 * is told of a file as a whole neither.
 */
function applied(findings, suppressions) {
    if (suppressions.length === 0)
        return { kept: findings, suppressed: [], unused: [] };
    const byFile = new Map();
    for (const suppression of suppressions) {
        const { file } = suppression.covers;
        const byId = byFile.get(file) ?? new Map();
        byFile.set(file, byId);
        const group = byId.get(suppression.id);
        if (group === undefined)
            byId.set(suppression.id, [suppression]);
        else
            group.push(suppression);
    }
    const used = new Set();
    const kept = [];
    const suppressed = [];
    for (const finding of findings) {
        const by = suppressionOf(finding, byFile.get(finding.at.file));
        if (by === undefined)
            kept.push(finding);
        else {
            used.add(by);
            suppressed.push({ finding, by });
        }
    }
    return { kept, suppressed, unused: suppressions.filter(one => !used.has(one)) };
}
function suppressionOf(finding, byId) {
    if (byId === undefined || finding.id.startsWith('internal/'))
        return undefined;
    for (const id of [finding.id, ...finding.sources, '*']) {
        for (const suppression of byId.get(id) ?? []) {
            if (id === '*' && !finding.sources.some(code => isCodeOf(code, suppression)))
                continue;
            if (!suppressed_holds(suppression.covers, finding.at.start))
                continue;
            if (suppression.origin === 'comment' || isAbout(finding, suppression))
                return suppression;
        }
    }
    return undefined;
}
/** `*` is all codes of the tool whose annotation it is. */
function isCodeOf(code, { origin }) {
    return code.startsWith(origin === 'galley.istio.io/analyze-suppress' ? 'IST' : 'KIA');
}
function isAbout({ subject }, { manifest }) {
    return subject !== null && manifest !== null && (0,mesh_order/* sameRef */.WY)(subject, manifest.ref);
}
function suppressed_holds({ start, end }, at) {
    const isBefore = at.line < start.line || (at.line === start.line && at.column < start.column);
    const isBehind = at.line > end.line || (at.line === end.line && at.column >= end.column);
    return !isBefore && !isBehind;
}
/**
 * A finding for each suppression that met nothing. What a comparison asks of changed objects alone (`schema/…`) and
 * codes that the tools know and nothing here has are left out: they may well meet something elsewhere.
 */
function unusedSuppressions(unused, codes) {
    return unused
        .filter(({ id, origin }) => origin === 'comment' && !/^(?:IST|KIA)\d{4}$/.test(id)
        ? !/^(?:schema|manifest)\//.test(id)
        : codes.has(id))
        .map(({ id, origin, at, manifest }) => ({
        id: 'manifest/unused-suppression',
        sources: [],
        severity: origin === 'comment' ? 'warning' : 'info',
        certainty: 'certain',
        message: `Nothing is suppressed here: no finding ${id} begins in what this covers. Remove it, or correct the id.`,
        params: { id, origin },
        subject: manifest?.ref ?? null,
        at,
        related: []
    }));
}
/** The sentence of the report: nothing that is left out is left out in silence. */
function suppressedNote(suppressed) {
    if (suppressed.length === 0)
        return null;
    const shown = suppressed.slice(0, 10).map(({ finding, by }) => {
        const where = `${finding.id} at ${finding.at.file}:${finding.at.start.line}`;
        return by.reason === null ? `${where} (${by.origin})` : `${where} (${by.reason})`;
    });
    if (suppressed.length > shown.length)
        shown.push(`${suppressed.length - shown.length} more`);
    const count = suppressed.length === 1 ? '1 finding is' : `${suppressed.length} findings are`;
    return `${count} suppressed in the manifests: ${shown.join('; ')}.`;
}
/** Findings of base without those that head has suppressed: they are not resolved. */
function withoutSuppressed(base, suppressed) {
    if (suppressed.length === 0)
        return base;
    const left = new Map();
    for (const { finding } of suppressed) {
        const key = suppressed_keyOf(finding);
        left.set(key, (left.get(key) ?? 0) + 1);
    }
    return base.filter(finding => {
        const key = suppressed_keyOf(finding);
        const count = left.get(key) ?? 0;
        if (count === 0)
            return true;
        left.set(key, count - 1);
        return false;
    });
}
function suppressed_keyOf({ mesh, fingerprint }) {
    return `${mesh}\n${fingerprint}`;
}

;// CONCATENATED MODULE: ./build/review/with-suppressions.js



/** Both sides without what their manifests suppress, and with what they suppress in vain. */
function withSuppressions(found, readings, { command }, mesh) {
    const codes = new Set(analyzers/* analyzers */.q.flatMap(({ id, sources }) => [id, ...sources]));
    const side = (findings, reading) => {
        const result = applied(findings, reading?.suppressions ?? []);
        // Analyzers did not run: most suppressions meet nothing.
        const unused = command === 'validate' ? [] : unusedSuppressions(result.unused, codes);
        return { ...result, kept: [...result.kept, ...unused.map(draft => (0,review_findings/* findingOf */.hD)(draft, mesh))] };
    };
    const base = side(found.base, readings.base);
    const head = side(found.head, readings.head);
    const note = suppressedNote(head.suppressed);
    return {
        base: withoutSuppressed(base.kept, head.suppressed),
        head: head.kept,
        notes: note === null ? [] : [note]
    };
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
    const rendered = input.rendered ?? [];
    const isUsed = (0,review_rendered/* usedByRenderers */.$e)(rendered);
    const { meshes, readings, notes } = (0,review_meshes/* groupMeshes */.B)(base, head, config, rendered);
    const files = base === null ? new Set() : (0,review_unread/* changedFiles */.Y)(base, head);
    const skippedOf = (side, reading) => (0,review_meshes/* allSkipped */.c)(side, reading).filter(({ file }) => !isUsed(file));
    const skipped = skippedOf(head, readings.head);
    const unknown = [];
    if (base !== null && readings.base !== null) {
        const unread = (0,review_unread/* unreadChanges */.h)(files, [...skipped, ...skippedOf(base, readings.base)]);
        for (const draft of unread)
            unknown.push((0,review_findings/* unknownOf */.KO)(draft, meshes[0]?.name ?? 'default'));
    }
    const found = { base: [], head: [] };
    const reported = [];
    const compared = [];
    const changes = new Map();
    const validating = validation(input, failed);
    for (const one of meshes) {
        step(meshes.length === 1 ? 'analysing' : `analysing ${one.name}`);
        const sides = buildSides(one, input);
        reported.push({
            name: one.name,
            sides: { base: review_sideOf(sides.base, one.base), head: review_sideOf(sides.head, one.head) }
        });
        const common = { input, failures: failed, validation: validating };
        const isOneVersion = sides.base?.version.minor === sides.head.version.minor;
        const others = (side) => side !== null && isOneVersion ? counterparts(side.manifests) : noCounterparts;
        if (sides.base !== null && one.base !== null) {
            const ofBase = { ...common, ...one.base, mesh: sides.base, others: others(one.head) };
            found.base.push(...(0,side/* sideFindings */.K)(ofBase).findings);
        }
        const ofHead = { ...common, ...one.head, mesh: sides.head, others: others(one.base) };
        const { findings: inHead, unknown: notRun } = (0,side/* sideFindings */.K)(ofHead);
        found.head.push(...inHead);
        for (const draft of [...one.unknown, ...notRun])
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
    const wanted = withSuppressions(found, readings, input, meshes[0]?.name ?? 'default');
    step('judging');
    unknown.push(...compared.flatMap(one => one.unknown), ...failed.unknown);
    const effects = compared.flatMap(one => one.effects);
    const findings = base === null
        ? { introduced: [], resolved: [], remaining: (0,review_findings/* partition */.jB)([], wanted.head).introduced }
        : (0,review_findings/* partition */.jB)(wanted.base, wanted.head);
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
        effects: foldedAcrossMeshes(effects),
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
                base: (readings.base?.manifests.length ?? 0) + sum(meshes.map(one => one.rendered.base)),
                head: readings.head.manifests.length + sum(meshes.map(one => one.rendered.head))
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
        ...withNotes([...(input.notes ?? []), ...notes, ...wanted.notes])
    };
}
function buildSides(files, input) {
    const gateways = assumedGateways(files.base?.manifests ?? [], files.head.manifests);
    const headManifests = [...files.head.manifests, ...gateways.head];
    const head = (0,side/* meshInput */.W)(files, 'head', headManifests, input);
    if (files.base === null)
        return { base: null, head: (0,mesh/* buildMesh */.G)(head) };
    const baseManifests = [...files.base.manifests, ...gateways.base];
    return (0,mesh/* buildMeshes */.g)((0,side/* meshInput */.W)(files, 'base', baseManifests, input), head);
}
function review_sideOf(mesh, files) {
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

export const id = 308;
export const ids = [308];
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

/***/ 57979:
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

;// CONCATENATED MODULE: ./build/gates/violation.js
/** One violation for all of these effects, `say` given the first subject and how many more there are. */
function violationOf(effects, say) {
    const [first] = effects;
    if (first === undefined)
        return [];
    const more = countOf(effects) - 1;
    const subjects = `${subjectOf(first.subject)}${more > 0 ? ` and ${more} more` : ''}`;
    return [{ message: say(subjects), evidence: effects.map(effect => effect.fingerprint) }];
}
/** How many there are, those that others stand for among them. */
function countOf(effects) {
    let count = 0;
    for (const { members } of effects)
        count += 1 + members.length;
    return count;
}
function subjectOf({ name, namespace }) {
    return namespace === undefined || namespace === '' ? name : `${name} in ${namespace}`;
}

;// CONCATENATED MODULE: ./build/gates/no-extension-change.js


const noExtensionChange = defineGate({
    id: 'no-extension-change',
    summary: 'No EnvoyFilter, Wasm plugin or other extension of proxies changes.',
    why: 'An EnvoyFilter or a Wasm plugin can change anything a proxy does, and no configuration says what.',
    level: 'approve',
    violatedBy({ effects }) {
        const found = effects.filter(({ kind }) => kind === 'extension-changed');
        return violationOf(found, subjects => `extensions of ${subjects} change`);
    }
});

;// CONCATENATED MODULE: ./build/gates/no-fault-or-mirror.js


const noFaultOrMirror = defineGate({
    id: 'no-fault-or-mirror',
    summary: 'No fault is injected and no copy of requests is sent that was not before.',
    why: 'Faults hurt real callers, and copies of requests carry their content to whoever receives them.',
    level: 'off',
    violatedBy({ effects }) {
        return violationOf(effects.filter(adds), subjects => `faults or copies of requests to ${subjects} change`);
    }
});
function adds({ changes }) {
    return changes.some(({ facet, after }) => (facet === 'fault' || facet === 'mirrors') && after !== 'none');
}

;// CONCATENATED MODULE: ./build/gates/no-lost-access.js


const noLostAccess = defineGate({
    id: 'no-lost-access',
    summary: 'No caller that is let in before the change is refused after it.',
    why: 'Callers that depend on a service fail from the moment on at which it refuses them.',
    level: 'off',
    violatedBy({ effects }) {
        const found = effects.filter(({ kind, direction }) => kind === 'access-revoked' || (kind === 'authentication-changed' && direction === 'narrow'));
        return violationOf(found, subjects => `callers of ${subjects} are refused`);
    }
});

;// CONCATENATED MODULE: ./build/gates/no-mesh-exit.js


const noMeshExit = defineGate({
    id: 'no-mesh-exit',
    summary: 'No workload leaves the mesh, where no policy guards it and it has no identity.',
    why: 'A pod without a sidecar enforces no policy, takes plaintext, and is refused where others insist on mutual TLS.',
    level: 'approve',
    violatedBy({ effects }) {
        const found = effects.filter(({ kind, direction }) => kind === 'mesh-membership-changed' && direction === 'widen');
        return violationOf(found, subjects => `${subjects} leave the mesh`);
    }
});

;// CONCATENATED MODULE: ./build/gates/no-mtls-downgrade.js


const noMtlsDowngrade = defineGate({
    id: 'no-mtls-downgrade',
    summary: 'No connection that is mutual TLS before the change can be plaintext after it, at either end.',
    why: 'Over plaintext nobody is known: callers have no identity, so policies that ask for one no longer mean what they say.',
    level: 'approve',
    violatedBy({ effects }) {
        const found = effects.filter(({ kind }) => kind === 'mtls-weakened');
        return violationOf(found, subjects => `mutual TLS of ${subjects} gets weaker`);
    }
});

;// CONCATENATED MODULE: ./build/gates/no-new-access.js


const noNewAccess = defineGate({
    id: 'no-new-access',
    summary: 'No caller that is refused before the change is let in after it.',
    why: 'One dropped condition, a DENY that no longer applies or a token that is no longer asked for lets callers in, and the line itself does not say whom.',
    level: 'approve',
    violatedBy({ effects }) {
        return violationOf(effects.filter(opens), subjects => `callers get new access to ${subjects}`);
    }
});
/** Policies, tokens and external authorizers: whichever of them no longer stands in the way. */
function opens({ kind, direction }) {
    if (kind === 'access-granted')
        return true;
    const asks = kind === 'authentication-changed' || kind === 'delegation-changed';
    return asks && direction === 'widen';
}

;// CONCATENATED MODULE: ./build/gates/no-new-exposure.js


const noNewExposure = defineGate({
    id: 'no-new-exposure',
    summary: 'Nothing becomes reachable from outside through a gateway that was not before.',
    why: 'What answers to the internet is chosen by a Gateway, a route, labels, ports and policies together: each of them can publish a path by itself.',
    level: 'approve',
    violatedBy({ effects }) {
        const found = effects.filter(({ kind }) => kind === 'exposed');
        return violationOf(found, subjects => `more of ${subjects} can be reached from outside`);
    }
});

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
    why: 'A mistake is cheapest before it is merged; what was there before does not count.',
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

;// CONCATENATED MODULE: ./build/gates/no-order-dependence.js


const noOrderDependence = defineGate({
    id: 'no-order-dependence',
    summary: 'Nothing that the change touches depends on which object was created first, which git does not hold.',
    why: 'Of competing objects the oldest wins, and a cluster that is built anew from the same files has other ages.',
    level: 'warn',
    violatedBy({ effects }) {
        const found = effects.filter(({ kind }) => kind === 'order-dependent');
        return violationOf(found, subjects => `what happens to ${subjects} depends on creation order`);
    }
});

;// CONCATENATED MODULE: ./build/gates/no-reroute.js


const noReroute = defineGate({
    id: 'no-reroute',
    summary: 'No request goes to another destination than before.',
    why: 'For hosts whose traffic must stay where it is while other things change.',
    level: 'off',
    violatedBy({ effects }) {
        const found = effects.filter(({ kind }) => kind === 'rerouted');
        return violationOf(found, subjects => `requests to ${subjects} go elsewhere`);
    }
});

;// CONCATENATED MODULE: ./build/gates/no-telemetry-loss.js


const noTelemetryLoss = defineGate({
    id: 'no-telemetry-loss',
    summary: 'No access log, trace or metric is switched off.',
    why: 'What is not written down cannot be looked up after an incident.',
    level: 'warn',
    violatedBy({ effects }) {
        const found = effects.filter(({ kind, direction }) => kind === 'telemetry-changed' && direction === 'break');
        return violationOf(found, subjects => `telemetry of ${subjects} is switched off`);
    }
});

;// CONCATENATED MODULE: ./build/gates/no-traffic-loss.js


const noTrafficLoss = defineGate({
    id: 'no-traffic-loss',
    summary: 'No request that is served before the change fails after it.',
    why: 'A request that ends in 404, 503 or a reset connection is an outage for whoever sends it.',
    level: 'error',
    violatedBy({ effects }) {
        const lost = effects.filter(loses);
        if (lost.length === 0)
            return [];
        const [first] = lost;
        const others = countOf(lost) - 1;
        const more = others > 0 ? ` and ${others} more` : '';
        return [
            {
                message: `requests to ${first === undefined ? '' : first.subject.name}${more} are no longer served`,
                evidence: lost.map(effect => effect.fingerprint)
            }
        ];
    }
});
/**
 * Routes that are gone, clients and servers that no longer agree on TLS, and what one of the possible creation
 * orders breaks. A refusal by policy is access, and a gate of its own.
 */
function loses({ kind, direction, severity }) {
    if (kind === 'traffic-lost')
        return true;
    if (kind === 'connection-broken')
        return severity === 'error';
    return kind === 'order-dependent' && direction === 'break';
}

;// CONCATENATED MODULE: ./build/gates/no-unknown.js

const noUnknown = defineGate({
    id: 'no-unknown',
    summary: 'Everything that the change touches was understood.',
    why: 'Where something was not understood, nothing is proven about it.',
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













const gates = [
    noExtensionChange,
    noFaultOrMirror,
    noLostAccess,
    noMeshExit,
    noMtlsDowngrade,
    noNewAccess,
    noNewExposure,
    noNewFindings,
    noOrderDependence,
    noReroute,
    noTelemetryLoss,
    noTrafficLoss,
    noUnknown
];

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
        // One that stands for others is excepted by a subject only where it is that of all of them.
        const subjects = new Set([effect, ...effect.members].map(({ subject }) => subject.name));
        const subject = subjects.size === 1 ? effect.subject.name : '';
        if (names(waiver.target, effect.fingerprint, effect.kind, subject)) {
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

// EXTERNAL MODULE: ./build/mesh/order.js
var mesh_order = __webpack_require__(95728);
// EXTERNAL MODULE: ./build/fingerprint.js
var build_fingerprint = __webpack_require__(34584);
;// CONCATENATED MODULE: ./build/review/assumptions.js

/** Each assumption once, by kind and facts. */
function distinctAssumptions(assumptions) {
    const distinct = new Map();
    for (const assumption of assumptions)
        distinct.set((0,build_fingerprint/* canonical */.$)(assumption), assumption);
    return [...distinct.keys()].sort().flatMap(key => distinct.get(key) ?? []);
}

// EXTERNAL MODULE: ./build/mesh/mesh.js + 3 modules
var mesh = __webpack_require__(7751);
// EXTERNAL MODULE: ./build/review/assumed-gateways.js
var assumed_gateways = __webpack_require__(69203);
// EXTERNAL MODULE: ./build/dataplane/ledger/ledger.js + 6 modules
var ledger = __webpack_require__(35153);
// EXTERNAL MODULE: ./build/mesh/json.js
var json = __webpack_require__(99348);
// EXTERNAL MODULE: ./build/schema/schemas.js + 7 modules
var schema_schemas = __webpack_require__(26710);
// EXTERNAL MODULE: ./build/schema/validate.js + 2 modules
var validate = __webpack_require__(29167);
;// CONCATENATED MODULE: ./build/review/new-fields.js





function knownFields(source) {
    const schemas = new Map();
    const found = new WeakMap();
    const told = (manifest, minor) => {
        const byMinor = found.get(manifest.object) ?? new Map();
        found.set(manifest.object, byMinor);
        const before = byMinor.get(minor);
        if (before !== undefined)
            return before;
        const known = schemas.get(minor) ?? (0,schema_schemas/* createSchemas */.xn)(source, { istio: minor });
        schemas.set(minor, known);
        const now = tell(manifest, known);
        byMinor.set(minor, now);
        return now;
    };
    return {
        unknown: (manifest, minor) => told(manifest, minor).unknown,
        refuses: (manifest, minor) => told(manifest, minor).refused
    };
}
function tell({ object, ref, version }, schemas) {
    const kind = schemas.hasGroup(ref.group) ? schemas.kind(ref.group, ref.kind, version) : undefined;
    const table = kind?.version(version);
    if (kind === undefined || table === undefined)
        return { unknown: [], refused: false };
    const problems = (0,validate/* findProblems */.o6)(object, kind, table);
    return {
        unknown: problems.flatMap(one => (one.id === 'unknown-field' ? [one.path] : [])),
        refused: problems.some(one => one.id !== 'unknown-field')
    };
}
/** Whether the API server of a side drops a field, as it does what the schema of its version does not have. */
function droppedFields(known, sides) {
    return (manifest, path) => known
        .unknown(manifest, sides[manifest.side].version.minor)
        .some(field => field.every((key, index) => path[index] === key));
}
/** Objects with fields that the minor of their side does not know: the API server drops these when it stores them. */
function newFields(manifests, { version: { minor } }, known) {
    const found = [];
    for (const manifest of manifests) {
        const paths = known.unknown(manifest, minor);
        if (paths.length === 0)
            continue;
        const fields = paths.map(path => ({ name: nameOf(manifest, path), path }));
        found.push({ manifest, fields });
    }
    return found;
}
/**
 * What two versions take differently and the comparison cannot answer for: new fields that no compile step reads, and
 * objects that one of the two refuses, of which nobody knows what is there instead.
 */
function takenDifferently(manifests, minors, known) {
    const [before, after] = minors;
    const unknown = [];
    for (const manifest of manifests) {
        const { group, kind } = manifest.ref;
        const name = (0,build_finding/* describeRef */.R)(manifest.ref);
        const refusing = minors.filter(minor => known.refuses(manifest, minor));
        if (refusing.length === 1) {
            unknown.push({
                reason: 'field',
                message: `Istio ${refusing[0]} refuses ${name} and ${refusing[0] === before ? after : before} takes it: what is in the cluster under ${refusing[0]} is not known`,
                subject: manifest.ref,
                at: { manifest, path: ['metadata', 'name'] }
            });
            continue;
        }
        for (const path of known.unknown(manifest, before)) {
            if (known
                .unknown(manifest, after)
                .some(other => nameOf(manifest, other) === nameOf(manifest, path)))
                continue;
            if ((0,ledger/* classify */.L)(group, kind, path).status !== 'unknown')
                continue;
            unknown.push({
                reason: 'field',
                message: `Istio ${before} does not know ${nameOf(manifest, path)} of ${name} and ${after} does, and it is not analysed yet`,
                subject: manifest.ref,
                at: { manifest, path, part: 'key' }
            });
        }
    }
    return unknown;
}
/** The manifests as the API server of their minor stores them, but for the fields that are kept. */
function withoutFields(manifests, mesh, known, kept = new Set()) {
    const pruned = new Map();
    for (const { manifest, fields } of newFields(manifests, mesh, known)) {
        const gone = fields.filter(({ name }) => !kept.has(name)).map(({ path }) => path);
        if (gone.length > 0)
            pruned.set(manifest, withoutPaths(manifest, gone));
    }
    return pruned.size === 0 ? manifests : manifests.map(one => pruned.get(one) ?? one);
}
function withoutPaths(manifest, paths) {
    let object = manifest.object;
    for (const path of paths)
        object = new_fields_without(object, path);
    // What is left of a map is a map.
    const map = object;
    const spec = (0,json/* isMap */.jh)(map.spec) ? map.spec : {};
    // Places stay those of the file.
    return Object.create(manifest, { object: { value: map }, spec: { value: spec } });
}
function new_fields_without(value, [key, ...rest]) {
    if (key === undefined)
        return value;
    if (typeof key === 'number') {
        if (!isList(value))
            return value;
        return value.map((item, index) => (index === key ? new_fields_without(item, rest) : item));
    }
    if (!(0,json/* isMap */.jh)(value) || !Object.hasOwn(value, key))
        return value;
    if (rest.length > 0)
        return { ...value, [key]: new_fields_without(value[key] ?? null, rest) };
    const { [key]: _, ...others } = value;
    return others;
}
function isList(value) {
    return Array.isArray(value);
}
function nameOf({ ref }, path) {
    let text = '';
    for (const key of path)
        text += typeof key === 'number' ? '[]' : text === '' ? key : `.${key}`;
    return `${ref.kind} ${text}`;
}

// EXTERNAL MODULE: ./build/review/side.js + 2 modules
var side = __webpack_require__(7032);
;// CONCATENATED MODULE: ./build/review/built-sides.js




/** Both sides of a mesh. Under two versions each holds what the API server of its own would have stored. */
function buildSides(files, input) {
    const gateways = (0,assumed_gateways/* assumedGateways */.c)(files.base?.manifests ?? [], files.head.manifests);
    const headManifests = [...files.head.manifests, ...gateways.head];
    const head = (0,side/* meshInput */.W)(files, 'head', headManifests, input);
    if (files.base === null)
        return { base: null, head: (0,mesh/* buildMesh */.G)(head), versions: null };
    const base = (0,side/* meshInput */.W)(files, 'base', [...files.base.manifests, ...gateways.base], input);
    const built = (0,mesh/* buildMeshes */.g)(base, head);
    if (built.base.version.minor === built.head.version.minor)
        return { ...built, versions: null };
    const known = knownFields(input.schemas);
    // Both sides of a table are of one theory; where versions differ in it, the row is told as not proven.
    const asIn = { rows: new Set(OF_ONE_THEORY), features: built.base.features };
    const stored = (one, mesh) => ({
        ...one,
        manifests: withoutFields(one.manifests, mesh, known)
    });
    return {
        ...(0,mesh/* buildMeshes */.g)(stored(base, built.base), { ...stored(head, built.head), asIn }),
        versions: { inputs: { base, head }, known }
    };
}
/** Whether conditions on headers see one line or all decides what values their dimension has. */
const OF_ONE_THEORY = ['policy-header-lines-apart'];

// EXTERNAL MODULE: ./build/dataplane/dataplane.js + 6 modules
var dataplane = __webpack_require__(71341);
// EXTERNAL MODULE: ./build/dataplane/proxies-gateway.js
var proxies_gateway = __webpack_require__(6578);
// EXTERNAL MODULE: ./build/mesh/policy-attachment.js
var policy_attachment = __webpack_require__(29796);
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
function textWords({ base, head }, fields) {
    if (base === null || head === null) {
        const what = base === null ? 'new' : 'removed';
        const why = fields.find(field => field.why !== undefined)?.why;
        return why === undefined ? what : `${what}, and ${why}`;
    }
    const said = new Set();
    for (const { path, why } of fields) {
        const [first, second] = path;
        if (why !== undefined)
            said.add(`${pathWords(path)} (${why})`);
        else if (first === 'apiVersion')
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

;// CONCATENATED MODULE: ./build/effects/attached.js






const POLICIES = new Set([
    'AuthorizationPolicy',
    'RequestAuthentication',
    'Telemetry'
]);
/**
 * Policies that are attached by reference are enforced by waypoints, which are not compared, or by pods of a
 * Gateway that its controller makes, which git seldom holds.
 */
function attachedUnknowns(base, head, changes) {
    const unknown = [];
    for (const change of changes) {
        if (change.equal)
            continue;
        const sides = [
            { manifest: change.base, mesh: base },
            { manifest: change.head, mesh: head }
        ];
        const targets = sides.flatMap(({ manifest, mesh }) => manifest === null || !POLICIES.has(manifest.ref.kind) ? [] : uncompared(manifest, mesh));
        const manifest = change.head ?? change.base;
        if (targets.length === 0 || manifest === null)
            continue;
        const names = listWords([...new Set(targets)].sort());
        const { group, kind } = manifest.ref;
        unknown.push({
            reason: 'field',
            message: `${(0,build_finding/* describeRef */.R)(manifest.ref)} is attached to ${names}, whose proxies are not compared: ${touchWords((0,ledger/* classify */.L)(group, kind, ['spec']).touches)}`,
            subject: manifest.ref,
            at: { manifest, path: ['spec'], part: 'key' }
        });
    }
    return unknown;
}
/** Targets whose proxies nothing here compares: all but Gateways whose pods git holds. */
function uncompared({ ref, spec }, mesh) {
    const targets = [...(0,json/* list */.p_)(spec.targetRefs), spec.targetRef ?? null].filter(json/* isMap */.jh);
    return targets.flatMap(target => {
        const [kind, name] = [(0,json/* text */.Qq)(target.kind) ?? '', (0,json/* text */.Qq)(target.name) ?? ''];
        const pods = mesh.workloadsIn(ref.namespace);
        const held = kind === 'Gateway' && pods.some(({ labels }) => labels[policy_attachment/* GATEWAY_NAME */.te] === name);
        return held ? [] : [`${kind} ${ref.namespace}/${name}`];
    });
}

// EXTERNAL MODULE: ./build/mesh/host.js
var mesh_host = __webpack_require__(65000);
// EXTERNAL MODULE: ./build/dataplane/host-filter.js
var host_filter = __webpack_require__(23602);
// EXTERNAL MODULE: ./build/mesh/assumed-address.js
var assumed_address = __webpack_require__(14295);
// EXTERNAL MODULE: ./build/mesh/ingress.js
var ingress = __webpack_require__(17379);
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
    const { registry, config } = mesh;
    const domain = config.clusterDomain;
    const claimed = once(() => claimedHosts(mesh));
    const byShortName = once(() => shortNames(mesh));
    const byAddress = once(() => addresses(registry.all));
    const isLiteral = (host) => registry.byHost(host).length > 0 || claimed().has(host);
    const names = {
        *rivals(host) {
            if ((0,mesh_host/* isWildcard */.z2)(host)) {
                const literal = new Set(registry.all.map(one => one.host.toLowerCase()));
                for (const one of claimed())
                    literal.add(one);
                for (const one of literal) {
                    if (!(0,mesh_host/* isWildcard */.z2)(one) && (0,mesh_host/* overlaps */.$f)(host, one))
                        yield* names.rivals(one);
                }
                return;
            }
            for (const form of [...shortForms(host, domain), `${host}.`]) {
                if (isLiteral(form))
                    yield form;
            }
            if (canBeShort(host))
                yield* byShortName().get(host) ?? [];
            if (isAddress(host))
                yield* byAddress().get(host) ?? [];
            for (const service of registry.byHost(host)) {
                for (const address of addressesOf(service)) {
                    yield* byAddress().get(address) ?? [];
                    if (isLiteral(address))
                        yield address;
                }
                if (service.externalName !== null)
                    yield service.externalName.toLowerCase();
            }
            for (const alias of registry.aliasesOf(host))
                yield alias.host.toLowerCase();
            if (host.endsWith('.') && isLiteral(host.slice(0, -1)))
                yield host.slice(0, -1);
        }
    };
    return names;
}
/** Hosts, lower case, of VirtualServices. */
function claimedHosts(mesh) {
    const found = new Set();
    for (const { ref, spec } of (0,ingress/* declared */.bu)(mesh, 'VirtualService')) {
        for (const host of (0,json/* texts */.Te)(spec.hosts)) {
            found.add((0,mesh_host/* qualify */.Ss)(host, ref.namespace, mesh.config.clusterDomain).toLowerCase());
        }
    }
    return found;
}
function shortNames({ registry, config }) {
    const index = new Map();
    for (const host of new Set(registry.all.map(one => one.host.toLowerCase()))) {
        for (const form of shortForms(host, config.clusterDomain))
            put(index, form, host);
    }
    return index;
}
function addresses(services) {
    const index = new Map();
    for (const service of services) {
        for (const address of addressesOf(service)) {
            add(index, address, service.host.toLowerCase());
        }
    }
    return index;
}
/** `name`, `name.namespace`, `name.namespace.svc`. */
function canBeShort(host) {
    const labels = host.split('.');
    return labels.length < 3 || (labels.length === 3 && labels[2] === 'svc');
}
/** Every spelling of an address, or of a block of them, begins with a digit or holds a colon. */
function isAddress(host) {
    return /^\d|:/.test(host);
}
/** Without the one that is made up from the host alone: no other host has it. */
function addressesOf({ host, addresses, allocated }) {
    const all = allocated === undefined ? addresses : [allocated];
    const [only] = all;
    return all.length === 1 && only === (0,assumed_address/* assumedAddress */.Fv)(host) ? [] : all;
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
function once(compute) {
    let box;
    return () => {
        box ??= { value: compute() };
        return box.value;
    };
}

// EXTERNAL MODULE: ./build/mesh/selector.js
var mesh_selector = __webpack_require__(99999);
// EXTERNAL MODULE: ./build/mesh/workload.js
var workload = __webpack_require__(99455);
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
    const byDestination = destination_hosts_once(() => indexed(all, hostsOf));
    const byDelegate = destination_hosts_once(() => indexed(all, delegatesOf));
    const byManifest = destination_hosts_once(() => new Map(all.map(service => [service.manifest, service])));
    const byHost = destination_hosts_once(() => indexed(all, ({ hosts }) => hosts.map(host => host.toLowerCase())));
    const wildcards = destination_hosts_once(() => [...byHost().keys()].filter(mesh_host/* isWildcard */.z2));
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
function destination_hosts_once(compute) {
    let box;
    return () => {
        box ??= { value: compute() };
        return box.value;
    };
}

;// CONCATENATED MODULE: ./build/dataplane/reach-kinds.js





/** What one object, as one side holds it, can touch. */
function touchedBy(manifest, side, sides, touched) {
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
            touchedByPeerAuthentication(manifest, sides, side, touched);
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
        case 'Ingress':
        case 'IngressClass':
            // Routes of gateways alone.
            touched.whole.push(proxy => proxy.type === 'gateway');
            return;
        case 'Namespace':
            // Its labels decide whether istiod watches its objects.
            if (sides.some(one => (0,json/* list */.p_)(one.mesh.config.raw.discoverySelectors).length > 0)) {
                touched.everything = true;
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
    const named = touched.named.get(side) ?? new Set();
    if (named.has(host))
        return;
    touched.named.set(side, named.add(host));
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
/** Clients notice of it whether they may use mutual TLS, and nothing else: not the modes that accept it. */
function touchedByPeerAuthentication(manifest, sides, side, touched) {
    const { namespace } = manifest.ref;
    const refuses = (where) => (one) => one.peerAuthentication.namespaceMode(where) === 'DISABLE';
    if (namespace === side.mesh.config.rootNamespace) {
        const namespaces = new Set(side.mesh.registry.all.map(service => service.namespace));
        for (const one of namespaces) {
            if (sides.every(refuses(one)) || !sides.some(refuses(one)))
                continue;
            for (const service of side.mesh.registry.inNamespace(one)) {
                reachService(service.host, side, touched);
            }
        }
    }
    if (!sides.some(refuses(namespace)) && !says(manifest, 'DISABLE'))
        return;
    const selector = (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(manifest.spec.selector).matchLabels);
    for (const service of side.mesh.registry.inNamespace(namespace)) {
        const own = service.selector ?? {};
        const meets = Object.keys(selector).every(key => own[key] === undefined || own[key] === selector[key]);
        if (meets)
            reachService(service.host, side, touched);
    }
}
/** Any mode of the policy, of all its ports or of one. */
function says({ spec }, mode) {
    const ports = Object.values((0,json/* mapOrEmpty */.B4)(spec.portLevelMtls));
    return [spec.mtls, ...ports].some(one => (0,json/* text */.Qq)((0,json/* mapOrEmpty */.B4)(one).mode) === mode);
}

// EXTERNAL MODULE: ./build/dataplane/redirect.js
var dataplane_redirect = __webpack_require__(39285);
// EXTERNAL MODULE: ./build/dataplane/refused-expression.js + 1 modules
var refused_expression = __webpack_require__(34391);
// EXTERNAL MODULE: ./build/dataplane/weights.js
var weights = __webpack_require__(76084);
;// CONCATENATED MODULE: ./build/dataplane/refused-routes.js




/**
 * Hosts (lower case) of the VirtualServices with a route that Envoy does not take. It refuses the whole route
 * configuration for that one, so that a change of any other host in it does nothing.
 */
function refusedHosts({ mesh, virtualServices }) {
    const written = mesh
        .of('VirtualService')
        .some(({ spec }) => (0,json/* list */.p_)(spec.http).some(rule => isRefusedAsWritten((0,json/* mapOrEmpty */.B4)(rule))));
    if (!written)
        return [];
    return virtualServices.all
        .filter(({ http }) => http.some(({ fields, matches }) => isRefused(fields, matches)))
        .flatMap(({ hosts }) => hosts.map(host => host.toLowerCase()));
}
/** A rule that delegates has what its delegate's rules have, which are written as well. */
function isRefusedAsWritten(rule) {
    return isRefused(rule) || (0,json/* map */.Tj)(rule.delegate) !== undefined;
}
function isRefused(rule, matches) {
    const { redirect, directResponse, route } = rule;
    const conditions = matches?.map(({ fields }) => fields);
    if ((0,refused_expression/* hasRefusedExpression */.$8)(conditions === undefined ? rule : { ...rule, match: conditions })) {
        return true;
    }
    if ((0,json/* map */.Tj)(redirect) !== undefined) {
        const code = (0,json/* number */.ai)((0,json/* map */.Tj)(redirect)?.redirectCode) ?? 0;
        return code !== 0 && !(0,dataplane_redirect/* isRedirectCode */._E)(code);
    }
    return (0,json/* map */.Tj)(directResponse) === undefined && (0,weights/* refusedWeights */.U)((0,json/* list */.p_)(route)) !== null;
}

// EXTERNAL MODULE: ./build/dataplane/sidecar-view.js + 4 modules
var sidecar_view = __webpack_require__(46124);
;// CONCATENATED MODULE: ./build/dataplane/reach.js







function reach(base, head, changes) {
    const sides = [base, head];
    if (!sameGround(base.mesh, head.mesh))
        return EVERYTHING;
    const touched = { everything: false, hosts: new Set(), named: new Map(), whole: [] };
    // One object may stand for many services.
    const seen = new Map(sides.map(side => [side, new Set()]));
    for (const change of changes) {
        for (const [index, manifest] of [change.base, change.head].entries()) {
            const side = sides[index];
            if (manifest === null || side === undefined || seen.get(side)?.has(manifest))
                continue;
            seen.get(side)?.add(manifest);
            touchedBy(manifest, side, sides, touched);
        }
        if (touched.everything)
            return EVERYTHING;
    }
    if (touched.hosts.size > 0) {
        for (const host of sides.flatMap(refusedHosts))
            touched.hosts.add(host);
    }
    return within(reach_closed(touched.hosts, sides), touched.whole, sides);
}
/** Minor, flags, mesh configuration and what is assumed are the same on both sides. */
function sameGround(base, head) {
    return (base.version.minor === head.version.minor &&
        base.features.key === head.features.key &&
        (0,build_fingerprint/* canonical */.$)(base.config.raw) === (0,build_fingerprint/* canonical */.$)(head.config.raw));
}
const EVERYTHING = {
    everything: true,
    hosts: new Set(['*']),
    ports: [],
    includes: () => true,
    affects: () => true,
    wholly: () => true,
    wholeRoutes: () => new Set()
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
    const onOneSide = new Map();
    let filters;
    const reached = {
        everything: false,
        hosts,
        ports: [...ports].sort((a, b) => a - b),
        includes,
        affects: proxy => hosts.size > 0 || wholly(proxy),
        wholly,
        wholeRoutes(proxy) {
            let found = onOneSide.get(proxy.id);
            if (found === undefined) {
                filters ??= sides.map(side => (0,host_filter/* hostFilter */.h)(side, reached));
                found = hosts.size > 0 ? sharedNamesOnOneSide(proxy, sides, filters) : new Set();
                onOneSide.set(proxy.id, found);
            }
            return found;
        }
    };
    return reached;
}
/**
 * The last service of a port takes the port's route configuration along, with the virtual hosts of names
 * that no registry knows; the first brings them.
 */
function sharedNamesOnOneSide(proxy, sides, filters) {
    if (proxy.type !== 'sidecar')
        return new Set();
    const counts = new Map();
    for (const [index, side] of sides.entries()) {
        const view = (0,sidecar_view/* sidecarView */.p)(side, proxy, filters[index] ?? null);
        for (const name of view.routeConfigs.keys()) {
            if (!name.includes(':'))
                counts.set(name, (counts.get(name) ?? 0) + 1);
        }
    }
    return new Set([...counts.keys()].filter(name => counts.get(name) === 1));
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

// EXTERNAL MODULE: ./build/dataplane/lower/opaque-dimension.js
var opaque_dimension = __webpack_require__(31337);
// EXTERNAL MODULE: ./build/dataplane/lower/routes.js + 1 modules
var lower_routes = __webpack_require__(93912);
// EXTERNAL MODULE: ./build/decision/indexed.js
var decision_indexed = __webpack_require__(67882);
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

// EXTERNAL MODULE: ./build/decision/budget.js
var decision_budget = __webpack_require__(11862);
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

// EXTERNAL MODULE: ./build/decision/any-value.js
var any_value = __webpack_require__(69625);
// EXTERNAL MODULE: ./build/decision/bits.js
var bits = __webpack_require__(85523);
// EXTERNAL MODULE: ./build/decision/decide.js
var decide = __webpack_require__(39339);
// EXTERNAL MODULE: ./build/decision/space.js + 3 modules
var decision_space = __webpack_require__(68855);
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
/** The dimensions that matter to a region, by name. */
function askedDimensions({ space, points }) {
    if (points === null)
        return [];
    const names = [...askedAxes(points)].map(number => (0,decision_indexed.at)(space.axes, number).dimension.name);
    return [...new Set(names)];
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

;// CONCATENATED MODULE: ./build/decision/settled.js



/** @param isOpen names dimensions that nobody can say the values of */
function settled(region, isOpen) {
    const { space, points } = region;
    if (points === null)
        return { certain: region, open: region };
    const asked = askedAxes(points);
    const sets = new Sets(space.diagrams);
    let certain = points;
    for (const [number, axis] of space.axes.entries()) {
        if (!isOpen(axis.dimension.name))
            continue;
        // Values outside of what the tables ask for are in no region.
        if (axis.is === 'classes' && axis.partition.outside !== null)
            certain = null;
        else if (asked.has(number))
            certain = sets.always(certain, number, (0,decision_space/* sizeOf */.$d)(axis));
    }
    if (certain === points)
        return { certain: region, open: { space, points: null } };
    return {
        certain: { space, points: certain },
        open: { space, points: sets.minus(points, certain) }
    };
}
class Sets {
    #diagrams;
    #known = new Map();
    constructor(diagrams) {
        this.#diagrams = diagrams;
    }
    minus(a, b) {
        if (a === null || a === b || b === this.#diagrams.everything)
            return null;
        if (b === null)
            return a;
        const key = `${a.id},${b.id}`;
        const known = this.#known.get(key);
        if (known !== undefined)
            return known;
        const axis = Math.min(a.axis, b.axis);
        const edges = [];
        const others = this.#diagrams.edges(b, axis);
        for (const { classes, to } of this.#diagrams.edges(a, axis)) {
            let rest = classes;
            for (const other of others) {
                const shared = (0,bits/* both */.WP)(classes, other.classes);
                if ((0,bits/* isNone */.$I)(shared))
                    continue;
                rest = (0,bits/* without */.FF)(rest, other.classes);
                const left = this.minus(to, other.to);
                if (left !== null)
                    edges.push({ classes: shared, to: left });
            }
            if (!(0,bits/* isNone */.$I)(rest))
                edges.push({ classes: rest, to });
        }
        const made = this.#diagrams.node(axis, edges);
        this.#known.set(key, made);
        return made;
    }
    /** The points that lie in a set with each class of one axis. */
    always(points, axis, size, known = new Map()) {
        if (points === null || points.axis > axis)
            return points;
        const before = known.get(points);
        if (before !== undefined)
            return before;
        let result;
        if (points.axis === axis) {
            const covered = (0,bits/* noBits */.aX)(size);
            for (const { classes } of points.edges)
                (0,bits/* addAll */.RZ)(covered, classes);
            result = (0,bits/* isAll */.kd)(covered, size) ? this.#diagrams.everything : null;
            for (const { to } of points.edges) {
                if (result !== null)
                    result = this.minus(result, this.minus(result, to));
            }
        }
        else {
            const edges = [];
            for (const { classes, to } of points.edges) {
                const kept = this.always(to, axis, size, known);
                if (kept !== null)
                    edges.push({ classes, to: kept });
            }
            result = this.#diagrams.node(points.axis, edges);
        }
        known.set(points, result);
        return result;
    }
}

// EXTERNAL MODULE: ./build/dataplane/cluster-name.js
var cluster_name = __webpack_require__(82227);
// EXTERNAL MODULE: ./build/dataplane/retry.js
var retry = __webpack_require__(19);
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
        return `2 retries on ${retry/* DEFAULT_RETRY_ON */.vN} (default)`;
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
    return listWords(mirrors.map(({ cluster, percent, shadowSuffix }) => {
        const notes = [
            ...(percent === 100 ? [] : [`${percent} %`]),
            ...(shadowSuffix === true ? ['Host with -shadow'] : [])
        ];
        return `${hostOfCluster(cluster)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
    }));
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
    return listWords(policies.map(keyWords));
}
/** What requests are hashed by: those with the same go to the same pod. */
function keyWords(policy) {
    const { header, cookie, sourceIp, queryParameter, ...rest } = policy;
    const said = [];
    if (header !== undefined)
        said.push(`header ${header}`);
    if (queryParameter !== undefined)
        said.push(`query parameter ${queryParameter}`);
    if (sourceIp !== undefined)
        said.push(sourceIp === true ? 'source address' : 'nothing');
    if (isRecord(cookie))
        said.push(cookieWords(cookie));
    if (Object.keys(rest).length > 0)
        said.push(JSON.stringify(rest));
    return said.join(', ');
}
function cookieWords({ name, ttl, path, attributes }) {
    const made = ttl === undefined
        ? ''
        : ttl === 0
            ? ' (made for the session)'
            : ` (made for ${durationWords(Number(ttl))})`;
    const at = path === undefined ? '' : `, path ${path}`;
    return `cookie ${name}${made}${at}${attributes === undefined ? '' : `, attributes ${JSON.stringify(attributes)}`}`;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
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
    'discovery',
    'endpoints'
];
/** One facet of one cluster: as a value that is compared, and in words. */
function upstreamValue(cluster, facet, bytes = false) {
    const { policy, tls, targets, type, unmarked } = cluster;
    switch (facet) {
        case 'load balancing':
            return withoutKey(policy.loadBalancer);
        case 'connection pool':
            return bytes ? ofConnections(policy.connectionPool) : policy.connectionPool;
        case 'outlier detection':
            return policy.outlierDetection;
        case 'locality':
            return localityOf(policy.locality);
        case 'proxy protocol':
            return policy.proxyProtocol;
        case 'tunnel':
            return policy.tunnel;
        case 'retry budget':
            return bytes ? undefined : policy.retryBudget;
        case 'client TLS':
            return { ...tls, ...(unmarked.length > 0 && { 'plaintext to': plaintextWords(unmarked) }) };
        case 'discovery':
            return { by: discoveryWords[type] };
        case 'endpoints':
            if (type === 'dynamic-forward-proxy')
                return { at: 'what DNS gives for the name' };
            return targets.length === 0
                ? undefined
                : { at: listWords(targets.map(target => targetWords(target, type))) };
    }
}
/** What is hashed stands at the route, and for bytes at the filter chain: a cluster holds the ring alone. */
function withoutKey({ key: _, ...ring }) {
    return ring;
}
function localityOf(locality) {
    if (locality?.failover !== true)
        return locality;
    const { failover: _, ...rest } = locality;
    return { mode: 'failover to other localities', ...rest };
}
const discoveryWords = {
    eds: 'the control plane (EDS)',
    'strict-dns': 'DNS, every address (STRICT_DNS)',
    'logical-dns': 'DNS, one address (LOGICAL_DNS)',
    'original-dst': 'the address that the client dialled (ORIGINAL_DST)',
    'dynamic-forward-proxy': 'DNS, by the name in the request (dynamic forward proxy)'
};
/** `:8080`: of endpoints whose address git does not hold, or the port that takes the place of the dialled one. */
function targetWords(target, type) {
    if (!target.startsWith(':'))
        return target;
    const port = `port ${target.slice(1)}`;
    return type === 'original-dst' ? `the dialled address, ${port}` : port;
}
/** Endpoints that are not in the mesh, or not by what the rule says. */
function plaintextWords(unmarked) {
    return listWords(unmarked.map(target => targetWords(target, 'eds')));
}
/** What of a pool counts where bytes are forwarded; the rest is of requests. */
function ofConnections(pool) {
    const kept = Object.entries(pool ?? {}).filter(([name]) => connectionFields.has(name));
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
const connectionFields = new Set([
    'maxConnections',
    'connectTimeout',
    'maxConnectionDuration',
    'idleTimeout',
    'tcpKeepalive'
]);
const facetKeys = new WeakMap();
/** Equal values of a facet, equal key; read once for each cluster. */
function upstreamFacetKey(cluster, facet, bytes) {
    let known = facetKeys.get(cluster);
    if (known === undefined) {
        known = new Map();
        facetKeys.set(cluster, known);
    }
    const name = bytes ? `${facet} of bytes` : facet;
    let key = known.get(name);
    if (key === undefined) {
        key = (0,build_fingerprint/* canonical */.$)(upstreamValue(cluster, facet, bytes) ?? null);
        known.set(name, key);
    }
    return key;
}
const keys = new WeakMap();
/** Equal treatment of endpoints, equal key; what is hashed, which is compared at the route, counts too. */
function upstreamKey(cluster) {
    let key = keys.get(cluster);
    if (key === undefined) {
        const values = upstreamFacets.map(facet => upstreamValue(cluster, facet) ?? null);
        key = (0,build_fingerprint/* canonical */.$)([...values, cluster.policy.loadBalancer.key ?? null]);
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
    const isOther = other !== undefined && ['policy', 'mode'].some(name => own.get(name) !== there.get(name));
    const names = [...new Set([...own.keys(), ...there.keys()])];
    for (const name of [...names.filter(isMode), ...names.filter(one => !isMode(one)).sort()]) {
        const text = own.get(name);
        if (text === there.get(name))
            continue;
        // Nothing that is left out is meant by it; and a policy of another kind has no such setting.
        if (text === undefined && (name === 'plaintext to' || isOther))
            continue;
        // The server name that istiod makes up says the host once more.
        if (name === 'sni' && isOther && text?.startsWith('outbound_') === true)
            continue;
        if (text === undefined)
            said.push(`${name} default`);
        else
            said.push(isMode(name) ? (modes[text] ?? text) : `${name} ${text}`);
    }
    return said.length === 0 ? 'default' : said.join(', ');
}
const modes = { 'auto-mtls': 'automatic mutual TLS' };
/** Names of which the value says enough. */
function isMode(name) {
    return name === 'mode' || name === 'simple' || name === 'policy';
}
function flat(value, prefix) {
    const found = [];
    for (const key of Object.keys(value).sort()) {
        const item = value[key];
        if (item === undefined)
            continue;
        if (upstream_isRecord(item))
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
function upstream_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
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
    'server TLS',
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
    'server TLS': none,
    'load balancing': none,
    'connection pool': none,
    'outlier detection': none,
    locality: none,
    'proxy protocol': none,
    tunnel: none,
    'retry budget': none,
    'client TLS': none,
    discovery: none,
    endpoints: none
};
/** `clusterWords` names a mirror's cluster, and says so where it does not exist. */
function settingFacets(settings, clusterWords) {
    const words = settingWords(settings, clusterWords);
    const facet = (name, setting) => ({
        key: (0,build_fingerprint/* canonical */.$)(setting ?? null),
        text: words[name]
    });
    return {
        ...plainFacets,
        timeout: facet('timeout', settings.timeout),
        retries: facet('retries', settings.retries),
        fault: facet('fault', settings.fault),
        // Whether a mirror's cluster exists is behaviour too, and only the words know.
        mirrors: { key: (0,build_fingerprint/* canonical */.$)([settings.mirrors ?? null, words.mirrors]), text: words.mirrors },
        headers: facet('headers', settings.headers),
        cors: facet('cors', settings.cors),
        hash: facet('hash', settings.hashPolicy)
    };
}

;// CONCATENATED MODULE: ./build/effects/behaviour.js




/** Names a behaviour by its facets. */
function finish(fate, lost, destinations, values, { certainty, assumptions }) {
    const id = (0,build_fingerprint/* canonical */.$)([fate, facets.map(facet => values[facet].key)]);
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
    if (cluster === undefined) {
        const meant = (0,cluster_name/* parseCluster */.Oh)(name);
        if (meant === null)
            return `${name} (no such cluster)`;
        const subset = meant.subset === '' ? '' : ` ${meant.subset}`;
        return `${hostWords(meant.host, namespace)}${subset}, port ${meant.port} (no such cluster)`;
    }
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
    // Of clusters that do not exist no request can tell which one it was.
    const isNowhere = keys.length > 0 && keys.every(([, , state]) => state === 'missing');
    const settled = {
        ...facetsHere,
        ...upstreamFacetsOf(parts, context.bytes === true),
        destinations: {
            key: (0,build_fingerprint/* canonical */.$)(isNowhere
                ? ['missing', action.clusterNotFound]
                : [keys, lost > 0 ? action.clusterNotFound : null]),
            text: shareWords(parts, noSubsets)
        },
        pods: { key: (0,build_fingerprint/* canonical */.$)(parts.map(one => one.pods?.key ?? null)), text: '' },
        rewrite: rewriteFacet(action, context),
        authority: authorityFacet(action, ordered),
        'destination headers': destinationHeaders(action)
    };
    const lostShare = total === 0 ? 1 : lost / total;
    return finish('served', lostShare, parts, settled, { ...context, certainty, assumptions });
}
/** Keys alone: their words depend on the other side. */
function upstreamFacetsOf(shares, bytes) {
    const value = (facet) => ({
        key: shares
            .map(({ upstream }) => (upstream === null ? '' : upstreamFacetKey(upstream, facet, bytes)))
            .join('\n'),
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
        discovery: value('discovery'),
        endpoints: value('endpoints')
    };
}
const noSubsets = new Set();
function shareOf(name, shares, total, action, { config, namespace, pods, bytes }) {
    const share = shares.get(name);
    if (share === undefined)
        return null;
    const { to, weight } = share;
    const part = shares.size > 1 ? ` ${percentWords(weight, total)}` : '';
    const cluster = config.clusters.get(name);
    const what = to.subset === '' ? 'no such service or port' : 'no such subset';
    const failure = bytes === true ? 'closed' : null;
    const why = cluster === undefined
        ? ` (${what}: ${failure ?? action.clusterNotFound})`
        : cluster.endpoints === 0
            ? ` (no pods: ${failure ?? 503})`
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
        return { key: (0,build_fingerprint/* canonical */.$)(pathRewrite), text: `${pattern} → ${substitution}` };
    }
    // Every path begins with the one prefix of one byte: / for / changes nothing.
    if (matched === 1 && pathRewrite.value === '/')
        return plainFacets.rewrite;
    const part = matched === null ? 'whole path' : 'matched prefix';
    return { key: (0,build_fingerprint/* canonical */.$)([pathRewrite.value, matched]), text: `${part} → ${pathRewrite.value}` };
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
    return { key: (0,build_fingerprint/* canonical */.$)(byCluster.sort()), text: byCluster.map(([, host]) => host).join(', ') };
}
/** What happens to headers on the way to each cluster, and to which part of its requests: one cluster may stand twice. */
function destinationHeaders({ destinations }) {
    const words = new Set();
    const byCluster = new Map();
    for (const { cluster, weight, headers } of destinations) {
        const said = headers === undefined ? '' : headerWords(headers);
        if (said !== '')
            words.add(said);
        const own = byCluster.get(cluster) ?? new Map();
        own.set(said, (own.get(said) ?? 0) + weight);
        byCluster.set(cluster, own);
    }
    if (words.size === 0)
        return plainFacets['destination headers'];
    const operations = [...byCluster].map(([cluster, own]) => {
        const divisor = [...own.values()].reduce(greatest, 0) || 1;
        const parts = [...own].map(([said, weight]) => [said, weight / divisor]);
        return { cluster: byCluster.size === 1 ? '' : cluster, parts: parts.sort() };
    });
    return {
        key: (0,build_fingerprint/* canonical */.$)(operations.sort((a, b) => (a.cluster < b.cluster ? -1 : 1))),
        text: [...words].join(' | ')
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
            const key = (0,build_fingerprint/* canonical */.$)({ status, scheme, host, port, path, prefixRewrite, matched });
            return ended('redirect', 0, { key, text }, context, action);
        }
        case 'direct-response': {
            const body = action.body === undefined ? '' : ` with a body of ${action.body.length} characters`;
            const text = `answered ${action.status} by the proxy${body}`;
            const key = (0,build_fingerprint/* canonical */.$)({ status: action.status, body: action.body });
            return ended('direct-response', action.status >= 400 ? 1 : 0, { key, text }, context, action);
        }
        case 'passthrough':
            // A forward proxy asks DNS for the Host, whatever address was dialled.
            if (action.cluster === 'AllowAnyDynamicDNSCluster') {
                const text = 'passed through to the address that DNS gives for the Host';
                return ended('served', 0, { key: action.cluster, text }, context);
            }
            return ended('passthrough', 0, { key: '', text: 'passed through to the address dialled' }, context);
        case 'blackhole':
            return ended('blackhole', 1, { key: `${action.status}`, text: `${action.status} (blackholed)` }, context);
        case 'no-route':
            return ended('no-route', 1, { key: '', text: '404 (no route matches)' }, context);
        case 'no-virtual-host':
            // Both are a 404 without a route: no request can tell them apart.
            return ended('no-route', 1, { key: '', text: '404 (host not served)' }, context);
        case 'no-listener':
            return ended('no-listener', 1, { key: '', text: closedWords(action.listens) }, context);
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
function closedWords(listens) {
    return listens === true
        ? 'connection reset (no server takes it)'
        : 'connection refused (no listener)';
}
function ended(fate, lost, destinations, context, action) {
    const settings = action === undefined
        ? plainFacets
        : settingFacets(action.settings, name => clusterWords(name, context));
    return finish(fate, lost, [], { ...settings, destinations }, context);
}

// EXTERNAL MODULE: ./build/dataplane/security/pattern.js
var security_pattern = __webpack_require__(30394);
;// CONCATENATED MODULE: ./build/effects/before-rewrite.js


function isUnsaid(value) {
    return 'unsaid' in value;
}
/**
 * A condition on the rewritten path as one on the path that arrives; `true` and `false`: it always, or never,
 * holds. A prefix rewrite replaces what the route matched: the prefix, or all of any other path.
 * Source: Envoy config/route/v3 prefix_rewrite.
 */
function beforeRewrite(matcher, { match, rewrite, merges }) {
    if (rewrite === undefined)
        return matcher;
    if (rewrite.kind === 'regex')
        return { unsaid: 'the path is rewritten by a regular expression' };
    if (match.kind === 'exact' || match.kind === 'regex')
        return (0,decide/* matches */.cK)(matcher, rewrite.value, PATH);
    if (match.ignoreCase)
        return { unsaid: 'a prefix in any case is rewritten' };
    if (merges && rewrite.value.endsWith('/'))
        return { unsaid: 'slashes of a rewritten path are merged' };
    return before_rewrite_image(matcher, match.value, rewrite.value);
}
const PATH = { name: 'path', theory: 'string', optional: false, multiple: false };
function before_rewrite_image(matcher, from, to) {
    switch (matcher.is) {
        case 'present':
            return true;
        case 'absent':
            return false;
        case 'exact':
            if (matcher.ignoreCase === true)
                return { unsaid: 'a path in any case is rewritten' };
            return matcher.value.startsWith(to)
                ? { is: 'exact', value: `${from}${matcher.value.slice(to.length)}` }
                : false;
        case 'prefix':
            if (matcher.ignoreCase === true)
                return { unsaid: 'a path in any case is rewritten' };
            if (to.startsWith(matcher.value))
                return true;
            return matcher.value.startsWith(to)
                ? { is: 'prefix', value: `${from}${matcher.value.slice(to.length)}` }
                : false;
        case 'suffix':
            return suffix(matcher.value, from, to);
        case 'not': {
            const inner = before_rewrite_image(matcher.of, from, to);
            if (typeof inner === 'boolean')
                return !inner;
            return isUnsaid(inner) ? inner : { is: 'not', of: inner };
        }
        case 'all':
        case 'any':
            return several(matcher.is, matcher.of, from, to);
        default:
            return { unsaid: 'a policy of the server matches the rewritten path by a pattern' };
    }
}
function several(is, parts, from, to) {
    const of = [];
    for (const part of parts) {
        const inner = before_rewrite_image(part, from, to);
        if (typeof inner === 'boolean') {
            if (inner === (is === 'any'))
                return inner;
        }
        else if (isUnsaid(inner))
            return inner;
        else
            of.push(inner);
    }
    return of.length === 0 ? is === 'all' : { is, of };
}
/** The end lies in what is kept, or reaches into what was put in its place. */
function suffix(value, from, to) {
    const of = [{ is: 'regex', value: `${(0,security_pattern/* quoted */.TL)(from)}[\\s\\S]*${(0,security_pattern/* quoted */.TL)(value)}` }];
    for (let kept = 0; kept < value.length; kept++) {
        const put = value.slice(0, value.length - kept);
        const rest = value.slice(value.length - kept);
        if (to.endsWith(put))
            of.push({ is: 'exact', value: `${from}${rest}` });
    }
    return { is: 'any', of };
}

;// CONCATENATED MODULE: ./build/effects/exposure-layers.js




/** A table of access as rows over what is not settled yet; the last row takes the rest. */
function specialised(table, fixed, say) {
    const dimensions = new Map(table.dimensions.map(one => [one.name, one]));
    const rows = [];
    for (const { when, action } of table.rows) {
        const rest = {};
        let holds = true;
        for (const [name, matcher] of Object.entries(when)) {
            const dimension = dimensions.get(name);
            const value = fixed[name];
            if (value === undefined || dimension === undefined)
                rest[name] = matcher;
            else if (!(0,decide/* matches */.cK)(matcher, value, dimension))
                holds = false;
        }
        if (!holds)
            continue;
        rows.push({ when: rest, passage: passageOf(action, say) });
        if (Object.keys(rest).length === 0)
            return rows;
    }
    return [...rows, { when: {}, passage: passageOf(table.otherwise, say) }];
}
function passageOf(action, say) {
    const words = say(action);
    if (action.kind === 'allow')
        return { kind: 'open', words };
    return { kind: action.kind === 'ask' ? 'asked' : 'closed', words };
}
/** Headers that a gateway writes itself, whatever the client sent. Source: Envoy http_conn_man/headers. */
const OWN_HEADERS = /^header:x-(forwarded-|envoy-|request-id|b3-)/;
/**
 * Rows of a server in terms of what its gateway received: the path and host before the rewrite, the client's
 * address where the gateway wrote it down.
 */
function beforeRoute(rows, action, rewritten, client) {
    const result = [];
    for (const { when, passage } of rows) {
        const before = {};
        let unsaid = null;
        let holds = true;
        for (const [name, matcher] of Object.entries(when)) {
            const image = name === 'remote ip' ? { name: client, matcher } : imageOf(name, matcher, action, rewritten);
            if (image === false)
                holds = false;
            else if (image !== true && isUnsaid(image))
                unsaid ??= image.unsaid;
            else if (image !== true)
                exposure_layers_put(before, image.name, image.matcher);
        }
        if (!holds)
            continue;
        const said = unsaid === null ? passage : { kind: 'unknown', words: unsaid };
        result.push({ when: before, passage: said });
        if (Object.keys(before).length === 0)
            break;
    }
    return result;
}
function imageOf(name, matcher, action, rewritten) {
    if (name === 'path') {
        const image = beforeRewrite(matcher, rewritten);
        return typeof image === 'boolean' || isUnsaid(image) ? image : { name, matcher: image };
    }
    if (name === 'authority') {
        const written = action.authorityRewrite ??
            action.destinations.find(one => one.authorityRewrite)?.authorityRewrite;
        return written === undefined ? { name, matcher } : (0,decide/* matches */.cK)(matcher, written, SINGLE);
    }
    if (name.startsWith('header:'))
        return headerImage(name, matcher, action);
    // The address of the gateway's pod: any, but on both sides the same.
    if (name === 'source ip')
        return { name: behindGateway({ name }).name, matcher };
    if (name === 'destination ip' || name === 'sni') {
        return { unsaid: `a policy of the server looks at the ${name} behind the gateway` };
    }
    if ((0,opaque_dimension/* isOpaque */.qp)(name) && !(0,opaque_dimension/* isWrittenHeader */.rn)(name)) {
        return { unsaid: `a policy of the server looks at ${(0,opaque_dimension/* opaqueWords */.r4)(name)}` };
    }
    return { name, matcher };
}
/** An address as the pods behind a gateway see it. */
function behindGateway(dimension) {
    return { ...dimension, name: (0,opaque_dimension/* opaque */.OZ)(`the ${dimension.name} behind the gateway`, '') };
}
function headerImage(name, matcher, action) {
    const header = name.slice('header:'.length);
    const operations = [
        action.settings.headers?.request,
        ...action.destinations.map(one => one.headers?.request)
    ];
    const touched = operations.some(operation => has(operation?.set, header) ||
        has(operation?.add, header) ||
        removes(operation?.remove, header));
    if (!touched && !OWN_HEADERS.test(name))
        return { name, matcher };
    // Of one request the same is written where it is written alike.
    const mark = touched ? (0,build_fingerprint/* fingerprint */.R)([operations.map(each => each ?? null)]) : '';
    return { name: (0,opaque_dimension/* opaque */.OZ)(`header ${header} (written by the gateway)`, mark), matcher };
}
function has(values, header) {
    return Object.keys(values ?? {}).some(name => name.toLowerCase() === header);
}
function removes(names, header) {
    return (names ?? []).some(name => name.toLowerCase() === header);
}
const SINGLE = { name: 'authority', theory: 'string', optional: false, multiple: false };
function exposure_layers_put(target, name, matcher) {
    const known = target[name];
    target[name] = known === undefined ? matcher : { is: 'all', of: [known, matcher] };
}
/** Both conditions. */
function joined(first, second) {
    const result = { ...first };
    for (const [name, matcher] of Object.entries(second))
        exposure_layers_put(result, name, matcher);
    return result;
}

;// CONCATENATED MODULE: ./build/effects/pods.js

function podsIn(mesh) {
    const known = new Map();
    return cluster => {
        const key = `${cluster.namespace} ${cluster.host} ${(0,mesh_selector/* selectorText */.nM)(labelsOf(cluster))}`;
        let pods = known.get(key);
        if (pods === undefined) {
            pods = selected(mesh, cluster);
            known.set(key, pods);
        }
        return pods;
    };
}
/** Labels of a subset choose nothing where requests go to the address that the client dialled, a pod of the Service. */
function labelsOf({ type, labels }) {
    return type === 'original-dst' ? {} : labels;
}
function selected(mesh, cluster) {
    const { host, namespace } = cluster;
    const labels = labelsOf(cluster);
    const names = new Set();
    const selectors = new Set();
    const namespaces = new Set();
    for (const service of mesh.registry.byHost(host)) {
        // Without a selector others say which addresses serve it, and the ledger watches those.
        if (service.selector === null || service.namespace !== namespace)
            continue;
        const wanted = { ...service.selector, ...labels };
        namespaces.add(service.namespace);
        if (!(0,mesh_selector/* agree */.d5)(service.selector, labels)) {
            selectors.add(`${(0,mesh_selector/* selectorText */.nM)(service.selector)},${(0,mesh_selector/* selectorText */.nM)(labels)}`);
            continue;
        }
        selectors.add((0,mesh_selector/* selectorText */.nM)(wanted));
        for (const workload of mesh.workloadsBy(service.namespace, wanted))
            names.add(workload.name);
    }
    const all = selectors.size === 0 ? (0,mesh_selector/* selectorText */.nM)(labels) : [...selectors].sort().join(' or ');
    const sorted = [...names].sort();
    const key = JSON.stringify([all, sorted]);
    return { key, names: sorted, labels: all, namespaces: [...namespaces].sort() };
}

;// CONCATENATED MODULE: ./build/effects/exposure-table.js





/** More rows than this are not composed. */
const rowLimit = 20_000;
class TooManyRows extends Error {
}
/**
 * Routes, the gateway's policies and those of the pods behind it as one ordered table: within each route,
 * each row of the gateway, and within that each row of each pod. First match in each is first match in all.
 * Throws `TooManyRows`.
 */
function exposureTable(side, routes, question) {
    if (routes === undefined)
        return closedTable('connection refused (no listener)');
    if (!side.open)
        return closedTable('no Service leads to the gateway from outside');
    const chain = side.chain(routes.name);
    if (chain === undefined)
        return closedTable('connection refused (no listener)');
    if (wantsCertificate(chain.tls?.mode)) {
        return closedTable('connection reset: the gateway wants a client certificate');
    }
    const { hosts, byAuthority, location } = question;
    const scheme = chain.tls === undefined ? 'http' : 'https';
    const lowered = (0,lower_routes/* lowerRoutes */.E)(routes, side.plane.mesh, {
        virtualHosts: hosts,
        byAuthority,
        schemes: [scheme]
    });
    const gate = side.gate(routes, location);
    const rows = [];
    const put = (when, action, origin) => {
        rows.push({ when, action, origin });
        if (rows.length > rowLimit)
            throw new TooManyRows();
    };
    for (const row of lowered.rows) {
        // The rows of this table come from routes alone.
        const origin = row.origin;
        const inner = gated(gate, passages(side, row.action, origin.route, location));
        for (const one of inner)
            put(joined(row.when, one.when), one.action, origin);
    }
    const names = new Set(rows.flatMap(({ when }) => Object.keys(when)));
    const known = new Set(lowered.dimensions.map(({ name }) => name));
    const added = [...names].filter(name => !known.has(name)).sort();
    return {
        dimensions: [...lowered.dimensions, ...added.flatMap(name => side.dimension(name) ?? [])],
        rows,
        otherwise: exposure_table_closed('routes', '404 (host not served)'),
        ...(lowered.impossible === undefined ? {} : { impossible: lowered.impossible })
    };
}
/** Clients that nobody knows have none. */
function wantsCertificate(mode) {
    return mode === 'MUTUAL' || mode === 'ISTIO_MUTUAL';
}
function closedTable(words) {
    return { dimensions: [], rows: [], otherwise: exposure_table_closed('listener', words) };
}
function exposure_table_closed(layer, words) {
    return { kind: 'closed', layer, words, served: [] };
}
/** What the gateway lets through goes on, the rest ends there. */
function gated(gate, beyond) {
    return gate.flatMap(({ when, passage }) => {
        if (passage.kind === 'closed' || passage.kind === 'unknown') {
            // What no route serves is not reachable, whatever the gateway's policies would say.
            const nowhere = beyond.every(({ action }) => action.kind === 'closed');
            if (passage.kind === 'unknown' && nowhere)
                return beyond.map(one => exposure_table_within(when, one));
            return [{ when, action: { ...passage, layer: 'gateway', served: [] } }];
        }
        return beyond.map(one => {
            const asked = passage.kind === 'asked' && one.action.kind === 'open';
            return exposure_table_within(when, asked ? { ...one, action: { ...one.action, ...passage } } : one);
        });
    });
}
function exposure_table_within(when, { when: own, action }) {
    return { when: joined(when, own), action };
}
function passages(side, action, route, location) {
    if (action.kind === 'unknown' || action.kind === 'refused') {
        return [
            { when: {}, action: { kind: 'unknown', layer: 'routes', words: action.reason, served: [] } }
        ];
    }
    if (action.kind !== 'forward') {
        return [{ when: {}, action: exposure_table_closed('routes', routeWords(side, action)) }];
    }
    const { pathNormalization } = side.plane.mesh.config;
    const rewritten = {
        match: route?.match.path ?? ANY_PATH,
        rewrite: action.pathRewrite,
        merges: pathNormalization !== 'BASE' && pathNormalization !== 'NONE'
    };
    const served = [...new Set(action.destinations.map(({ host }) => hostWords(host, undefined)))];
    let failing = 'no destination';
    let result = [];
    // What any of the destinations serves is reachable.
    for (const destination of action.destinations) {
        const cluster = side.view.clusters.get(destination.cluster);
        if (cluster === undefined || cluster.endpoints === 0) {
            failing = cluster === undefined ? '503 (no such cluster)' : '503 (no healthy endpoint)';
            continue;
        }
        for (const { rows } of side.servers(cluster, location)) {
            result = either(beforeRoute(rows, action, rewritten, side.clientAddress), served, result);
        }
    }
    return result.length > 0 ? [...result] : [{ when: {}, action: exposure_table_closed('servers', failing) }];
}
const ANY_PATH = { kind: 'prefix', value: '/', ignoreCase: false };
/** Requests that these pods serve, then those that the others do. */
function either(rows, served, others) {
    return rows.flatMap(({ when, passage }) => {
        const opens = passage.kind === 'open' || passage.kind === 'asked';
        const action = { ...passage, layer: 'servers', served: opens ? served : [] };
        if (opens || others.length === 0)
            return [{ when, action }];
        return others.map(other => {
            const stopped = other.action.kind === 'closed' && passage.kind === 'unknown';
            return exposure_table_within(when, stopped ? { ...other, action } : other);
        });
    });
}
/** The same words as routes have. */
function routeWords(side, action) {
    const context = {
        config: side.view,
        pods: podsIn(side.plane.mesh),
        namespace: '',
        matched: null,
        certainty: 'certain',
        assumptions: []
    };
    return behaviourOf(action, context).facets.destinations.text;
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
/** A class of pods that git holds before one that is assumed, "any other namespace" last. */
function byProxySureness(a, b) {
    const other = ({ id }) => (id.startsWith('sidecar *') ? 1 : 0);
    return (Number(a.certainty !== 'certain') - Number(b.certainty !== 'certain') ||
        other(a) - other(b) ||
        compareText(a.id, b.id));
}
/** By code units: the same in every locale. */
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./build/dataplane/answer-l4.js
var answer_l4 = __webpack_require__(69404);
// EXTERNAL MODULE: ./build/dataplane/chain-choice.js
var chain_choice = __webpack_require__(87210);
// EXTERNAL MODULE: ./build/mesh/protocol.js
var mesh_protocol = __webpack_require__(70994);
// EXTERNAL MODULE: ./build/mesh/service.js
var mesh_service = __webpack_require__(4615);
;// CONCATENATED MODULE: ./build/effects/server-names.js




/**
 * Which server names other filter chains of a gateway take than before, as when a Gateway with a narrower host comes
 * or goes: their requests meet other routes although no route changed. Names whose bytes are forwarded on a side are
 * compared as connections. `isOne`: whether two names are of one route configuration.
 */
function movedNames(views, isOne) {
    const found = [];
    const all = [...views.base.listeners, ...views.head.listeners];
    for (const port of new Set(all.map(one => one.port))) {
        const [before, after] = [chainsOf(views.base, port), chainsOf(views.head, port)];
        if (before === null || after === null)
            continue;
        const patterns = new Set([...before.keys(), ...after.keys()]);
        const moved = new Map();
        for (const pattern of patterns) {
            const [base, head] = [takes(before, pattern), takes(after, pattern)];
            if (base?.tcp !== undefined || head?.tcp !== undefined)
                continue;
            const [one, other] = [base?.routeConfig, head?.routeConfig];
            if (one === other || (one !== undefined && other !== undefined && isOne(one, other)))
                continue;
            moved.set(pattern, { base, head });
        }
        if (moved.size > 0)
            found.push({ port, patterns, moved });
    }
    return found;
}
/** Null where Envoy refuses the listener: connections are compared, and say so. */
function chainsOf(view, port) {
    const chains = new Map();
    const listener = (0,answer_l4/* chooseListener */.eE)(view, port, mesh_service/* UNSPECIFIED */.Ah);
    if (listener?.refused !== undefined)
        return null;
    for (const chain of listener?.filterChains ?? []) {
        if (chain.match.transport === 'raw_buffer' || chain.match.alpn !== undefined)
            continue;
        // A chain that ends no TLS and asks for no name reads plaintext.
        if (chain.tls === undefined && chain.match.sni === undefined)
            continue;
        for (const written of chain.match.sni ?? ['*']) {
            const name = written.toLowerCase();
            if (!chains.has(name))
                chains.set(name, chain);
        }
    }
    return chains;
}
/** Envoy's choice for the names of a pattern: itself, then suffixes from the longest, then any name. */
function takes(chains, pattern) {
    const owner = ownerOf(pattern, chains);
    return owner === null ? null : (chains.get(owner) ?? null);
}
/** The pattern that takes all names of a domain; null: none. */
function ownerOf(domain, patterns) {
    const name = domain.toLowerCase();
    if (patterns.has(name))
        return name;
    const first = name.startsWith('*.') ? name.indexOf('.', 2) : name.indexOf('.');
    for (let dot = first; dot >= 0; dot = name.indexOf('.', dot + 1)) {
        const wild = `*${name.slice(dot)}`;
        if (patterns.has(wild))
            return wild;
    }
    return patterns.has('*') ? '*' : null;
}
/** The requests of one moved pattern on both sides, without those of narrower patterns. */
function routesFor(views, { patterns }, pattern, leading) {
    const narrower = pattern.startsWith('*')
        ? [...patterns].filter(one => one !== pattern && (0,mesh_host/* isSubset */.HS)(one, pattern))
        : [];
    const own = (side) => {
        const chain = leading[side];
        const config = chain?.routeConfig === undefined ? undefined : views[side].routeConfigs.get(chain.routeConfig);
        if (config === undefined || chain === null)
            return undefined;
        const virtualHosts = [...reached(config, pattern, patterns)];
        const unserved = { routes: [], requireTls: false, origins: chain.origins };
        const taken = new Set(virtualHosts.flatMap(({ domains }) => domains));
        const name = (what) => `${what}:${config.port}`;
        if (!taken.has(pattern)) {
            virtualHosts.push({ ...unserved, name: name('blackhole'), domains: [pattern] });
        }
        if (narrower.length > 0) {
            virtualHosts.push({ ...unserved, name: name(otherNames), domains: narrower });
        }
        return { ...config, virtualHosts };
    };
    return { base: own('base'), head: own('head') };
}
/** Requests that are not asked about here. */
const otherNames = 'other names';
/** The virtual hosts of a route configuration, with the domains that names of the pattern meet. */
function reached(config, pattern, patterns) {
    const taken = new Set();
    return config.virtualHosts.flatMap(host => {
        const domains = host.domains.flatMap(domain => {
            const both = narrowerOf(domain.toLowerCase(), pattern);
            if (both === null || taken.has(both) || ownerOf(both, patterns) !== pattern)
                return [];
            taken.add(both);
            return [both];
        });
        const [first] = domains;
        if (first === undefined)
            return [];
        const [own = '', port = ''] = apart(host.name);
        return [{ ...host, domains, name: domains.includes(own) ? host.name : `${first}:${port}` }];
    });
}
/** `host:port`, the name of a virtual host. */
function apart(name) {
    const colon = name.lastIndexOf(':');
    return [name.slice(0, colon), name.slice(colon + 1)];
}
function narrowerOf(domain, pattern) {
    if ((0,mesh_host/* isSubset */.HS)(domain, pattern))
        return domain;
    return (0,mesh_host/* isSubset */.HS)(pattern, domain) ? pattern : null;
}
/** Without the domains whose requests are those of a moved pattern. */
function withoutMoved(config, moved) {
    const here = moved.filter(({ port }) => port === config?.port);
    if (config === undefined || here.length === 0 || !config.name.startsWith('https'))
        return config;
    const isMoved = (domain) => here.some(one => one.moved.has(ownerOf(domain, one.patterns) ?? ''));
    const virtualHosts = config.virtualHosts.flatMap(host => {
        const domains = host.domains.filter(domain => !isMoved(domain));
        return domains.length === 0 ? [] : [{ ...host, domains }];
    });
    return { ...config, virtualHosts };
}
/**
 * The name that a client has to ask for in TLS so that its requests meet the routes of these names: the host itself,
 * else one whose filter chain leads there; null: none is known to.
 */
function serverNameTo(views, names, port, host) {
    const leads = (sni) => ['base', 'head'].every(side => {
        const isThere = views[side].routeConfigs.has(names[side]);
        return !isThere || chosen(views[side], port, sni)?.routeConfig === names[side];
    });
    if (leads(host))
        return host;
    for (const { listeners } of [views.head, views.base]) {
        for (const { filterChains } of listeners.filter(one => one.port === port)) {
            for (const { match, routeConfig } of filterChains) {
                if (routeConfig !== names.head && routeConfig !== names.base)
                    continue;
                const found = (match.sni ?? ['*']).map(someName).find(leads);
                if (found !== undefined)
                    return found;
            }
        }
    }
    return null;
}
/** The filter chain that takes a server name. */
function chosen(view, port, sni) {
    const listener = (0,answer_l4/* chooseListener */.eE)(view, port, mesh_service/* UNSPECIFIED */.Ah);
    if (listener === undefined)
        return undefined;
    return (0,chain_choice/* chooseChain */.N)(listener, { address: mesh_service/* UNSPECIFIED */.Ah, sni, transport: 'tls', alpn: [] });
}
/** The routes that a request's server name leads to: which of two Gateways has them depends on the side. */
function routesNamed(view, { sni, port }) {
    if (view.proxy.type !== 'gateway' || sni === undefined)
        return undefined;
    return chosen(view, port, sni)?.routeConfig;
}
/** A name that a pattern stands for, and that hardly anybody has written. */
function someName(pattern) {
    return pattern === '*' ? 'another.example' : pattern.replace(/^\*/, 'another');
}

;// CONCATENATED MODULE: ./build/effects/route-pairs.js






/**
 * Which route configurations to hold against each other. Most have one name on both sides. At gateways the name of an
 * HTTPS server's holds names of its Gateway and port, which no request sees: those that the same connections lead to
 * are one, and requests whose server name leads elsewhere are held against what they meet there. At sidecars the
 * routes of a port that is sniffed stand apart, those of an HTTP port with all of the port.
 */
function routePairs(views) {
    const names = new Set([...views.base.routeConfigs.keys(), ...views.head.routeConfigs.keys()]);
    if (views.head.proxy.type === 'gateway')
        return gatewayPairs(views, names);
    return [...names].sort().map(name => {
        const base = views.base.routeConfigs.get(name);
        const head = views.head.routeConfigs.get(name);
        const pair = { name, names: { base: name, head: name }, base, head };
        return base === undefined || head === undefined ? sniffedPair(pair, views) : pair;
    });
}
function gatewayPairs(views, names) {
    const renamed = renamedServers(views, names);
    const taken = new Set(renamed.values());
    const moved = movedNames(views, (base, head) => renamed.get(base) === head);
    const pairs = [];
    const refused = refusedPorts(views);
    for (const name of [...names].sort()) {
        if (taken.has(name))
            continue;
        const after = renamed.get(name) ?? name;
        const { port } = views.head.routeConfigs.get(after) ?? views.base.routeConfigs.get(name) ?? {};
        const reasons = port === undefined ? undefined : refused.get(port);
        if (reasons !== undefined) {
            pairs.push(...refusedPair(views, { base: name, head: after }, reasons));
            continue;
        }
        const base = withoutMoved(views.base.routeConfigs.get(name), moved);
        const head = withoutMoved(views.head.routeConfigs.get(after), moved);
        // Every name that leads to the routes of one side alone is a moved one.
        const [own, other] = base === undefined ? [head, base] : [base, head];
        if (other === undefined && isMoved(own, moved))
            continue;
        if (isApart(views, { base, head }, { base: name, head: after }))
            continue;
        pairs.push({ name: after, names: { base: name, head: after }, base, head });
    }
    for (const port of moved) {
        for (const [pattern, leading] of port.moved) {
            const { base = '', head = '' } = {
                base: leading.base?.routeConfig,
                head: leading.head?.routeConfig
            };
            const routes = routesFor(views, port, pattern, leading);
            pairs.push({ name: head || base, names: { base, head }, ...routes, moved: true });
        }
    }
    return pairs;
}
/** Ports of which Envoy refuses the listener, on either side, with why. */
function refusedPorts({ base, head }) {
    const found = new Map();
    for (const { port, refused } of [...base.listeners, ...head.listeners]) {
        if (refused === undefined || found.has(port))
            continue;
        const on = (view) => (0,answer_l4/* chooseListener */.eE)(view, port, mesh_service/* UNSPECIFIED */.Ah)?.refused;
        found.set(port, { base: on(base), head: on(head) });
    }
    return found;
}
/** None where one side alone is refused: its routes are not what requests meet, and the comparison of connections says so. */
function refusedPair(views, names, { base, head }) {
    if (base === undefined || head === undefined)
        return [];
    const [before, after] = [
        views.base.routeConfigs.get(names.base),
        views.head.routeConfigs.get(names.head)
    ];
    return [{ name: names.head, names, base: before, head: after, refused: head }];
}
/** Does no server name lead to the routes on both sides? Then no request meets both: all their names are moved ones. */
function isApart(views, { base, head }, names) {
    if (base === undefined || head?.name.startsWith('https') !== true)
        return false;
    return serverNameTo(views, names, head.port, '') === null;
}
function isMoved(config, moved) {
    return config?.name.startsWith('https') === true && moved.some(one => one.port === config.port);
}
/** From names that base alone has to those that head alone has for the same port and server names. */
function renamedServers(views, names) {
    const only = (own, other) => {
        const found = new Map();
        const gone = new Set([...names].filter(name => own.routeConfigs.has(name) && !other.routeConfigs.has(name)));
        if (gone.size === 0)
            return found;
        for (const { name: listener, filterChains } of own.listeners) {
            for (const { match, routeConfig } of filterChains) {
                if (routeConfig === undefined || !gone.has(routeConfig))
                    continue;
                found.set(`${listener} ${match.sni?.join() ?? '*'}`, routeConfig);
            }
        }
        return found;
    };
    const after = only(views.head, views.base);
    const renamed = new Map();
    if (after.size === 0)
        return renamed;
    for (const [key, name] of only(views.base, views.head)) {
        const other = after.get(key);
        if (other !== undefined)
            renamed.set(name, other);
    }
    return renamed;
}
/** `host:port` of one side alone, and the routes of the same host among those of the port on the other. */
function sniffedPair(pair, views) {
    const own = pair.base ?? pair.head;
    const other = pair.base === undefined ? 'base' : 'head';
    const colon = pair.name.lastIndexOf(':');
    if (own === undefined || colon < 0)
        return pair;
    const shared = pair.name.slice(colon + 1);
    const routes = views[other].routeConfigs.get(shared);
    const host = routes?.virtualHosts.find(one => one.name === pair.name);
    if (routes === undefined || host === undefined)
        return pair;
    // Under its own listener every Host leads there: compared are those by which it is known.
    const alone = {
        ...own,
        virtualHosts: own.virtualHosts.map(one => ({ ...one, domains: host.domains }))
    };
    const found = { ...routes, virtualHosts: [host] };
    const side = other === 'base' ? { base: found, head: alone } : { base: alone, head: found };
    return { ...pair, ...side, names: { ...pair.names, [other]: shared } };
}
/**
 * Is what one side lacks in these routes elsewhere there? A service's port that is sniffed has routes of its own, and
 * bytes are compared as connections.
 */
function standsElsewhere({ origins }, { name, base, head }, views, meshes) {
    if (views.head.proxy.type === 'gateway')
        return isPassedOn(origins, { name, base, head }, views);
    const sniffed = name.includes(':');
    for (const [own, other] of [
        ['base', 'head'],
        ['head', 'base']
    ]) {
        const host = origins[own][0]?.virtualHost;
        if (host === undefined || route_pairs_ownerOf(host) === null)
            continue;
        const there = other === 'base' ? base : head;
        if (there?.virtualHosts.some(one => one.name === host.name))
            continue;
        const protocol = protocolOf(host, meshes[other]);
        if (protocol === undefined || (0,mesh_protocol/* isHttp */.Zc)(protocol))
            continue;
        if (!sniffed || protocol !== 'auto')
            return true;
    }
    return false;
}
/** Does the side that has no such routes forward the bytes of the same connections, at a gateway? */
function isPassedOn(origins, { name, base, head }, views) {
    const own = base ?? head;
    const lacking = base === undefined ? 'base' : head === undefined ? 'head' : null;
    if (own === undefined || lacking === null)
        return false;
    const [domain = ''] = (origins.base[0] ?? origins.head[0])?.virtualHost.domains ?? [];
    const sni = domain.replace(/:\d+$/, '').replace(/^\*/, 'a');
    const tls = name.startsWith('https');
    for (const listener of views[lacking].listenersOn(own.port)) {
        const shown = { address: mesh_service/* UNSPECIFIED */.Ah, sni: tls ? sni : '', alpn: tls ? [] : ['http/1.1'] };
        const chain = (0,chain_choice/* chooseChain */.N)(listener, { ...shown, transport: tls ? 'tls' : 'raw_buffer' });
        if (chain?.tcp !== undefined)
            return true;
    }
    return false;
}
/** What the port of a virtual host's service speaks; undefined where there is no such port. */
function protocolOf(host, mesh) {
    const owner = route_pairs_ownerOf(host);
    if (owner === null)
        return undefined;
    for (const service of mesh.registry.byHost(owner.host.toLowerCase())) {
        const port = (0,mesh_service/* portOf */.HM)(service, owner.port);
        if (port !== undefined)
            return port.protocol;
    }
    return undefined;
}
/** `host:port` apart; null for virtual hosts that stand for no service. */
function route_pairs_ownerOf({ name }) {
    const colon = name.lastIndexOf(':');
    if (colon < 0)
        return null;
    return (0,cluster_name/* parseCluster */.Oh)(`outbound|${name.slice(colon + 1)}||${name.slice(0, colon)}`);
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
/**
 * Of the hosts that differ, those that can be compared each by itself, with a key that is equal where two proxies'
 * comparisons are. Both sides give the same domains to the same hosts, all of these exact and no other host's, and none of their routes asks for the Host header itself: then a request of such a host meets its routes and no others on both sides.
 */
function hostsApart(base, head, names, { configs, pods }) {
    const found = new Map();
    if (base === undefined || head === undefined || names.size < 2)
        return found;
    if (base.ignorePortInHost !== head.ignorePortInHost)
        return found;
    if ((0,lower_routes/* matchesAuthority */.l)(base, names) || (0,lower_routes/* matchesAuthority */.l)(head, names))
        return found;
    const after = new Map(head.virtualHosts.map(host => [host.name, host]));
    if (after.size !== base.virtualHosts.length || after.size !== head.virtualHosts.length) {
        return found;
    }
    const owners = new Map();
    for (const one of base.virtualHosts) {
        const other = after.get(one.name);
        if (other === undefined || !sameDomains(one, other))
            return new Map();
        for (const domain of one.domains) {
            const folded = domain.toLowerCase();
            owners.set(folded, owners.has(folded) ? '' : one.name);
        }
    }
    for (const one of base.virtualHosts) {
        const other = after.get(one.name);
        if (other === undefined || !names.has(one.name))
            continue;
        const isAlone = one.domains.every(domain => !domain.startsWith('*') && owners.get(domain.toLowerCase()) === one.name);
        if (!isAlone)
            continue;
        const key = [
            one.name,
            one.domains.join(' '),
            stateOf(one, configs.base, pods.base),
            stateOf(other, configs.head, pods.head)
        ].join('\n\n');
        found.set(one.name, { base: one, head: other, key });
    }
    return found;
}
function stateOf({ requireTls, routes }, config, pods) {
    const states = routes.map(route => `${numberOf(route)} ${clusterStates(route, config, pods)}`);
    return [requireTls, ...states].join('\n');
}
const virtual_hosts_numbers = new WeakMap();
let routesNumbered = 0;
/** Routes are shared by proxies that cannot tell them apart: one number for each. */
function numberOf(route) {
    const known = virtual_hosts_numbers.get(route);
    if (known !== undefined)
        return known;
    routesNumbered += 1;
    virtual_hosts_numbers.set(route, routesNumbered);
    return routesNumbered;
}
const virtual_hosts_keys = new WeakMap();
/** What a route does without regard to names and places. Routes are shared by proxies, so each is read once. */
function routeKey(route) {
    let key = virtual_hosts_keys.get(route);
    if (key === undefined) {
        key = (0,build_fingerprint/* canonical */.$)([route.match, withoutPlaces(route.action)]);
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

;// CONCATENATED MODULE: ./build/effects/exposure-compare.js










/** Everything that one gateway serves to the outside on one side alone. */
function compareExposure(sides) {
    const { base, head } = sides;
    const changes = [];
    const gaps = [];
    let tables = 0;
    for (const pair of routePairs({ base: base.view, head: head.view })) {
        const { name, base: before, head: after } = pair;
        const locations = locationsOf(sides);
        for (const location of locations) {
            const hosts = hostsInQuestion(before, after, sides, location);
            if (hosts.size === 0)
                continue;
            tables += 1;
            const found = compareOne(pair, sides, hosts, location);
            // A token adds nothing to what can be had without one.
            if (location !== null && changes.some(one => one.routeConfig === name))
                continue;
            changes.push(...found.changes);
            gaps.push(...found.gaps);
        }
    }
    return { changes, gaps, tables };
}
/** No token, and one where the gateway's providers look. */
function locationsOf({ base, head }) {
    const found = new Map();
    for (const { keeper } of [base, head]) {
        for (const { locations } of keeper.jwt) {
            for (const location of locations)
                found.set(JSON.stringify(location), location);
        }
    }
    return [null, ...found.values()];
}
function hostsInQuestion(before, after, { base, head, pods }, location) {
    const both = [...(before?.virtualHosts ?? []), ...(after?.virtualHosts ?? [])];
    const whole = before === undefined ||
        after === undefined ||
        base.open !== head.open ||
        frameKey(base, before, location) !== frameKey(head, after, location);
    if (whole)
        return new Set(both.map(({ name }) => name));
    const configs = { base: base.view, head: head.view };
    const hosts = new Set(differingHosts(before, after, { configs, pods }));
    const later = new Map(after.virtualHosts.map(host => [host.name, host]));
    for (const host of before.virtualHosts) {
        const other = later.get(host.name);
        if (other === undefined || hosts.has(host.name))
            continue;
        const same = base.serversKey(clustersOf(host), location) === head.serversKey(clustersOf(other), location);
        if (!same)
            hosts.add(host.name);
    }
    return hosts;
}
/** The gateway's own part: what it lets in, and how its listener ends TLS. */
function frameKey(side, routes, location) {
    return (0,build_fingerprint/* canonical */.$)([side.gate(routes, location), side.chain(routes.name)?.tls?.mode ?? null]);
}
function clustersOf({ routes }) {
    return routes.flatMap(({ action }) => action.kind === 'forward' ? action.destinations.map(({ cluster }) => cluster) : []);
}
function compareOne({ name: routeConfig, names, base: before, head: after }, { base, head }, hosts, location) {
    const byRoutes = [before, after].some(one => one !== undefined && (0,lower_routes/* matchesAuthority */.l)(one, hosts));
    const lower = (byAuthority) => ({
        base: exposureTable(base, before, { hosts, byAuthority, location }),
        head: exposureTable(head, after, { hosts, byAuthority, location })
    });
    const gap = (reason, message) => ({
        changes: [],
        gaps: [{ routeConfig, reason, message }]
    });
    let tables;
    try {
        tables = lower(byRoutes);
        // Policies ask for the Host header as sent, so routes must be asked for it too.
        if (!byRoutes && asksAuthority(tables))
            tables = lower(true);
    }
    catch (error) {
        if (!(error instanceof TooManyRows))
            throw error;
        return gap('budget', 'routes and policies together have too many combinations');
    }
    const found = compare(...aligned(tables, [base, head]), { keyOf: openness });
    if (found.kind !== 'compared') {
        const why = found.kind === 'exhausted' ? `more than ${found.allowed} ${found.limit}` : 'a pattern';
        return gap('budget', `routes and policies together are too intertwined: ${why}`);
    }
    const frame = {
        routeConfig,
        names,
        location,
        port: (after ?? before)?.port ?? 0,
        tls: routeConfig.startsWith('https')
    };
    return grouped(found.differences, frame);
}
function openness({ kind, words }) {
    return kind === 'unknown' ? `unknown ${words}` : kind === 'closed' ? 'closed' : 'open';
}
function asksAuthority({ base, head }) {
    return [base, head].some(({ rows }) => rows.some(({ when }) => when.authority !== undefined));
}
const leading = ['host', 'authority', 'path', 'method', 'scheme'];
/** The same dimensions in the same order on both sides, and what cannot be on one side on neither. */
function aligned({ base, head }, sides) {
    const all = new Map();
    for (const { dimensions } of [base, head])
        for (const one of dimensions)
            all.set(one.name, one);
    for (const { rows } of [base, head]) {
        for (const name of rows.flatMap(({ when }) => Object.keys(when))) {
            const dimension = all.get(name) ?? sides.flatMap(one => one.dimension(name) ?? [])[0];
            if (dimension !== undefined)
                all.set(name, dimension);
        }
    }
    const rank = (name) => (leading.includes(name) ? leading.indexOf(name) : leading.length);
    const dimensions = [...all.values()].sort((a, b) => rank(a.name) - rank(b.name) || compareText(a.name, b.name));
    const impossible = base.impossible ?? head.impossible;
    const common = { dimensions, ...(impossible === undefined ? {} : { impossible }) };
    const of = (table) => ({
        ...table,
        ...common,
        ...(table.rows.length > 0 && table.impossible !== undefined && { impossible: table.impossible })
    });
    return [of(base), of(head)];
}
/** One change for each virtual host and way, and one gap for each reason. */
function grouped(differences, frame) {
    const groups = new Map();
    const gaps = new Map();
    for (const one of differences) {
        const { before, after } = one;
        const { routeConfig } = frame;
        const unknown = [before, after].find(({ kind }) => kind === 'unknown');
        if (unknown !== undefined && !isEmpty(one.region)) {
            gaps.set(unknown.words, { routeConfig, reason: 'composition', message: unknown.words });
            continue;
        }
        const { certain, open } = settled(one.region, opaque_dimension/* isOpaque */.qp);
        for (const name of askedDimensions(open).filter(opaque_dimension/* isOpaque */.qp)) {
            const message = `a policy looks at ${(0,opaque_dimension/* opaqueWords */.r4)(name)}`;
            gaps.set(message, { routeConfig, reason: 'composition', message });
        }
        if (isEmpty(certain))
            continue;
        const opens = after.kind !== 'closed';
        const host = originOf(opens ? one.head : one.base)?.virtualHost.name ?? '';
        const key = `${opens} ${host}`;
        groups.set(key, [...(groups.get(key) ?? []), { ...one, region: certain }]);
    }
    const changes = [];
    for (const [first, ...rest] of groups.values()) {
        if (first === undefined)
            continue;
        const all = [first, ...rest];
        changes.push({
            ...frame,
            opens: first.after.kind !== 'closed',
            region: union([first.region, ...rest.map(({ region }) => region)]),
            before: all.map(({ before }) => before),
            after: all.map(({ after }) => after),
            origins: {
                base: all.flatMap(({ base }) => originOf(base) ?? []),
                head: all.flatMap(({ head }) => originOf(head) ?? [])
            }
        });
    }
    return { changes, gaps: [...gaps.values()] };
}
function originOf(row) {
    // The rows of these tables come from routes alone.
    return row === null ? null : row.origin;
}

// EXTERNAL MODULE: ./build/dataplane/answer.js + 1 modules
var dataplane_answer = __webpack_require__(46647);
// EXTERNAL MODULE: ./build/mesh/membership.js
var membership = __webpack_require__(9390);
// EXTERNAL MODULE: ./build/dataplane/endpoint-marks.js
var endpoint_marks = __webpack_require__(64927);
// EXTERNAL MODULE: ./build/dataplane/endpoints.js
var dataplane_endpoints = __webpack_require__(9735);
// EXTERNAL MODULE: ./build/dataplane/security/connection.js
var connection = __webpack_require__(91882);
// EXTERNAL MODULE: ./build/dataplane/security/evaluate-inbound.js
var evaluate_inbound = __webpack_require__(49569);
// EXTERNAL MODULE: ./build/dataplane/security/intercepted-ports.js
var intercepted_ports = __webpack_require__(59766);
// EXTERNAL MODULE: ./build/dataplane/security/pod-behind.js
var pod_behind = __webpack_require__(20428);
;// CONCATENATED MODULE: ./build/dataplane/security/backends.js










/**
 * Everything that a cluster leads to. Where git holds no pods, those that its Service would select, with a
 * sidecar.
 */
function backendsOf(dataplane, { client }, cluster) {
    const endpoints = (0,endpoint_marks/* markedEndpoints */.D)(dataplane.compilation, client, cluster.name);
    if (endpoints !== null)
        return endpoints.map(one => atEndpoint(dataplane, cluster, one));
    const service = client.scope.service((0,cluster_name/* parseCluster */.Oh)(cluster.name)?.host ?? '');
    return service === undefined ? [] : [assumedPods(dataplane, cluster, service)];
}
/**
 * Pods that a connection comes to which a proxy passes on to the address that was dialled: the cluster's own balancing
 * picks one, and nobody adds mutual TLS.
 */
function dialledBackends(dataplane, service, port) {
    const transport = (0,mesh_protocol/* isTls */.yj)(port.protocol) ? 'tls' : 'plaintext';
    const endpoints = (0,dataplane_endpoints/* endpointsOf */.uY)(dataplane.compilation, service, port);
    if (endpoints !== null) {
        return endpoints.map(one => ({
            ...podAt(dataplane, one),
            port: one.port,
            transport,
            sni: null
        }));
    }
    const { namespace, selector, assumptions } = service;
    if (selector === null)
        return [];
    const number = typeof port.targetPort === 'number' ? port.targetPort : port.number;
    const pod = { namespace, labels: selector, ports: [] };
    return [
        {
            namespace,
            pod,
            guard: 'sidecar',
            port: number || port.number,
            transport,
            sni: null,
            assumptions
        }
    ];
}
function atEndpoint(dataplane, cluster, endpoint) {
    const transport = (0,connection/* transportTo */.r2)(cluster.tls.mode, endpoint.mtls);
    const { port } = endpoint;
    return { ...podAt(dataplane, endpoint), port, transport, sni: sniOf(cluster, transport) };
}
/** Who stands behind an endpoint. */
function podAt({ mesh }, endpoint) {
    const { namespace, labels, port, inMesh } = endpoint;
    const workload = (0,pod_behind/* podBehind */.Y)(mesh, endpoint);
    if (workload === undefined) {
        // Of a machine git holds labels alone: where it speaks mutual TLS, a proxy of the mesh stands before it.
        const guard = inMesh ? 'sidecar' : 'none';
        return { namespace, pod: { namespace, labels, ports: [] }, guard, assumptions: [] };
    }
    const { mode, known } = (0,membership/* membership */.xU)(workload, mesh.namespaceLabelsOf(namespace));
    const bypassed = (0,intercepted_ports/* bypassesProxy */.Z)(workload, port);
    const guard = mode === 'ambient' ? 'unknown' : mode === 'none' || bypassed ? 'none' : 'sidecar';
    const assumed = {
        kind: 'workload-in-mesh',
        params: { namespace, workload: workload.name }
    };
    return { namespace, pod: workload, guard, assumptions: known ? [] : [assumed] };
}
function assumedPods(dataplane, cluster, service) {
    const { namespace, selector } = service;
    const labels = { ...selector, ...cluster.labels };
    const target = (0,mesh_service/* portOf */.HM)(service, cluster.port)?.targetPort;
    const port = typeof target === 'number' && target > 0 ? target : cluster.port;
    const outside = service.registry === 'External' && selector === null;
    const mode = dataplane.compilation.peerAuthentication.mode(namespace, labels, port);
    const transport = (0,connection/* transportTo */.r2)(cluster.tls.mode, !outside && mode.mode !== 'DISABLE');
    return {
        namespace,
        pod: { namespace, labels, ports: [] },
        guard: outside ? 'none' : 'sidecar',
        port,
        transport,
        sni: sniOf(cluster, transport),
        assumptions: service.assumptions
    };
}
function sniOf({ host, port, subset }, transport) {
    return transport === 'mtls' ? (0,cluster_name/* snatName */.SZ)(port, subset || '_', host) : null;
}
/** A request that a gateway has routed, as it comes to a backend; by the plain evaluator. */
function atBackend(dataplane, backend, request, routed, principal) {
    const { transport, port, pod, guard, sni } = backend;
    const { address: _, principal: __, sni: ___, ip, ...rest } = request;
    const arriving = {
        ...rest,
        port,
        path: routed.path ?? request.path,
        authority: routed.authority ?? request.authority,
        transport,
        ...(transport === 'mtls' ? { principal } : {}),
        ...(sni === null ? {} : { sni }),
        // The gateway writes down where the request came from.
        ...(request.remoteIp === undefined && ip !== undefined ? { remoteIp: ip } : {})
    };
    if (guard === 'sidecar')
        return (0,evaluate_inbound/* evaluateSidecar */.dg)(dataplane, pod, arriving);
    const common = { destinations: [], steps: [], assumptions: [] };
    if (guard === 'unknown') {
        const reason = 'ambient pods are not built yet';
        return { ...common, outcome: 'unknown', certainty: 'unknown', reason };
    }
    if (transport !== 'mtls')
        return { ...common, outcome: 'served', transport, certainty: 'certain' };
    const reason = 'no proxy ends mutual TLS there';
    return { ...common, outcome: 'reset', certainty: 'certain', reason };
}

// EXTERNAL MODULE: ./build/dataplane/security/token-location.js
var token_location = __webpack_require__(83401);
// EXTERNAL MODULE: ./build/dataplane/security/inbound.js + 1 modules
var security_inbound = __webpack_require__(60366);
;// CONCATENATED MODULE: ./build/effects/changes-by-ref.js

/** Each effect asks which changes are about it, and there can be as many effects as changes. */
const known = new WeakMap();
function changesByRef(changes) {
    const found = known.get(changes) ?? index(changes);
    known.set(changes, found);
    return found;
}
function index(changes) {
    const places = new Map();
    const edited = new Set();
    for (const [at, { base, head, equal }] of changes.entries()) {
        for (const key of new Set([base, head].flatMap(one => (one === null ? [] : (0,mesh_order/* refKey */.XF)(one.ref))))) {
            if (!equal)
                edited.add(key);
            const own = places.get(key);
            if (own === undefined)
                places.set(key, [at]);
            else
                own.push(at);
        }
    }
    return {
        edited,
        of(keys) {
            const found = new Set([...new Set(keys)].flatMap(key => places.get(key) ?? []));
            return [...found].sort((a, b) => a - b).flatMap(at => changes[at] ?? []);
        }
    };
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
    else if (field_diff_isList(before) && field_diff_isList(after)) {
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
    // The order in which a file names its keys is no difference, and shows nowhere.
    for (const key of [...keys].sort()) {
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
        ...field_diff_aligned(before, after),
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
function field_diff_aligned(before, after) {
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
        const left = before.slice(start, start + rows).map(build_fingerprint/* canonical */.$);
        const right = after.slice(start, start + columns).map(build_fingerprint/* canonical */.$);
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
        if (field_diff_isList(at) && at.length > 0)
            for (const [i, item] of at.entries())
                visit(item, [...here, i]);
        else if (isMap(at) && Object.keys(at).length > 0) {
            for (const key of Object.keys(at).sort())
                visit(at[key] ?? null, [...here, key]);
        }
        else
            found.push(here);
    };
    visit(value, path);
    return found;
}
function field_diff_isList(value) {
    return Array.isArray(value);
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
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
    const before = shared(fields.map(field => field.before));
    const after = shared(fields.map(field => field.after));
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
function shared(paths) {
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
            if (holdsMeshConfig((0,mesh_order/* refKey */.XF)(manifest.ref), context))
                return true;
            return server.workloads.includes(name) && namespace === server.namespace;
    }
}
/** Trust domains, normalisation of paths and providers are settings of the whole mesh. */
function holdsMeshConfig(key, { base, head }) {
    return [base, head].some(({ mesh }) => {
        const { at } = mesh.config;
        return at !== null && (0,mesh_order/* refKey */.XF)(at.manifest.ref) === key;
    });
}
const access_causes_known = new WeakMap();
function applying(server, { base, head }) {
    let found = access_causes_known.get(server);
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
        access_causes_known.set(server, found);
    }
    return found;
}
function policiesOf({ compilation }, pod) {
    const security = (0,security_inbound/* securityOf */.K)(compilation);
    return [...security.authorization.policies(pod), ...security.authentication.policies(pod)];
}
/** Changes that a set of causes names. */
function changesOf(causes, changes) {
    return changesByRef(changes).of(causes.map(({ ref }) => (0,mesh_order/* refKey */.XF)(ref)));
}

;// CONCATENATED MODULE: ./build/effects/phases.js



/**
 * The order in which changes reach a mesh without a gap: what routes point at is there before they do, and goes only
 * when none points at it any more. `forward` leads to head, `back` to base.
 * Source: istio.io/latest/docs/ops/best-practices/traffic-management, "make-before-break".
 */
function phases(changes, way) {
    const directed = changes
        .filter(({ equal }) => !equal)
        .map(change => (way === 'forward' ? change : reversed(change)));
    return phaseGroups(directed).map(stepOf);
}
function reversed({ base, head, equal }) {
    return { base: head, head: base, equal };
}
/** The way back goes through the same states, the other way round. */
function backwards(groups) {
    return groups.map(group => stepOf(group.map(reversed))).reverse();
}
/** What is applied at once, in the order that is recommended. */
function phaseGroups(moving) {
    const groups = [
        [],
        [],
        [],
        []
    ];
    const [first, middle, leaving, last] = groups;
    const takenOver = hostsTakenOver(moving);
    for (const change of moving) {
        if (isPointedAt(change))
            (phases_loses(change) ? last : first).push(change);
        else if (takenOver(change))
            leaving.push(change);
        else
            middle.push(change);
    }
    return [first, middle, ...phases_apart(leaving), last].filter(group => group.length > 0);
}
/** More than so many that exchange hosts are applied together, which nobody foresees either. */
const exchangeLimit = 3;
/** VirtualServices that exchange hosts are steps of their own, of which none can come first. */
function phases_apart(leaving) {
    const given = new Set(leaving.flatMap(({ base, head }) => difference(phases_hostsOf(base), phases_hostsOf(head))));
    const exchanging = leaving.filter(({ base, head }) => difference(phases_hostsOf(head), phases_hostsOf(base)).some(host => given.has(host)));
    if (exchanging.length < 2 || exchanging.length > exchangeLimit)
        return [[...leaving]];
    return [leaving.filter(one => !exchanging.includes(one)), ...exchanging.map(one => [one])];
}
function stepOf(group) {
    return {
        apply: group.flatMap(change => change.head ?? []),
        remove: group.flatMap(change => (change.head === null && change.base ? [change.base] : []))
    };
}
/** `apply DestinationRule shop/cart (cart.yaml)`. */
function stepWords({ apply, remove }) {
    const parts = [];
    if (apply.length > 0)
        parts.push(`apply ${named(apply)}`);
    if (remove.length > 0)
        parts.push(`delete ${named(remove)}`);
    return parts.join(' and ');
}
function named(manifests) {
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
/** A VirtualService without hosts holds for no host: other ones name it. */
function isPointedAt({ base, head }) {
    const manifest = head ?? base;
    if (manifest === null)
        return false;
    const { kind } = manifest.ref;
    return pointedAt.has(kind) || (kind === 'VirtualService' && isDelegate(manifest));
}
function isDelegate({ spec }) {
    return (0,json/* texts */.Te)(spec.hosts).length === 0;
}
/** VirtualServices that give a host away, which another one takes: it has to be there first. */
function hostsTakenOver(moving) {
    const isRoute = ({ base, head }) => (head ?? base)?.ref.kind === 'VirtualService';
    const routes = moving.filter(one => isRoute(one) && !isPointedAt(one));
    if (routes.length < 2)
        return () => false;
    const taken = new Set(routes.flatMap(one => difference(phases_hostsOf(one.head), phases_hostsOf(one.base))));
    if (taken.size === 0)
        return () => false;
    return one => isRoute(one) && difference(phases_hostsOf(one.base), phases_hostsOf(one.head)).some(host => taken.has(host));
}
function phases_hostsOf(manifest) {
    return manifest === null ? [] : (0,json/* texts */.Te)(manifest.spec.hosts);
}
function difference(all, without) {
    const left = new Set(without);
    return [...all].filter(name => !left.has(name));
}
/** Can the order of these changes matter: does something come or go that another one of them may name, or brings? */
function orderCanMatter(changes) {
    const points = changes.filter(one => !isPointedAt(one));
    const aims = changes.filter(isPointedAt);
    const moves = (one) => phases_loses(one) || phases_loses(reversed(one));
    if (points.length > 0 && aims.some(moves))
        return true;
    const takenOver = hostsTakenOver(changes);
    return points.some(takenOver) || namesMove(aims);
}
/** One object brings what another one takes away. */
function namesMove(aims) {
    if (aims.length < 2)
        return false;
    const names = (manifest) => manifest === null ? [] : [...offered(manifest.spec)];
    const gained = aims.map(({ base, head }) => difference(names(head), names(base)));
    const lost = aims.map(({ base, head }) => difference(names(base), names(head)));
    const owners = new Map(gained.flatMap((all, index) => all.map(name => [name, index])));
    return lost.some((all, index) => all.some(name => (owners.get(name) ?? index) !== index));
}
/** Each effect of an object asks again, and a Gateway can have thousands of servers. */
const lost = new WeakMap();
/** Something that routes may name is gone afterwards. */
function phases_loses({ base, head }) {
    if (base === null)
        return false;
    if (head === null)
        return true;
    const found = lost.get(base.spec)?.get(head.spec);
    if (found !== undefined)
        return found;
    const after = offered(head.spec);
    const answer = [...offered(base.spec)].some(name => !after.has(name));
    const of = lost.get(base.spec) ?? new WeakMap();
    lost.set(base.spec, of.set(head.spec, answer));
    return answer;
}
/** Hosts, subsets and ports: the names by which routes reach an object. */
function offered(spec) {
    const names = new Set();
    const host = (0,json/* text */.Qq)(spec.host);
    for (const one of [...(host === undefined ? [] : [host]), ...(0,json/* texts */.Te)(spec.hosts)]) {
        names.add(`host ${one}`);
    }
    for (const subset of (0,json/* list */.p_)(spec.subsets))
        names.add(`subset ${(0,json/* text */.Qq)((0,json/* map */.Tj)(subset)?.name) ?? ''}`);
    for (const port of (0,json/* list */.p_)(spec.ports)) {
        const { number, port: own } = (0,json/* map */.Tj)(port) ?? {};
        const written = number ?? own;
        if (typeof written === 'number' || typeof written === 'string')
            names.add(`port ${written}`);
    }
    for (const server of (0,json/* list */.p_)(spec.servers)) {
        for (const host of (0,json/* texts */.Te)((0,json/* map */.Tj)(server)?.hosts))
            names.add(`server ${host}`);
    }
    return names;
}

;// CONCATENATED MODULE: ./build/effects/access-steps.js



/** The command that shows what a running pod of the class enforces. */
function verifyAccess(server, { port }, kind) {
    const namespace = shellWord(server.namespace);
    const pod = podOf(server, namespace);
    if (kind.startsWith('mtls') || kind.startsWith('connection')) {
        const which = port === null ? '--port 15006' : `--port 15006 -o json | grep -n ${port}`;
        return `istioctl proxy-config listeners ${pod} -n ${namespace} ${which}`;
    }
    return `istioctl experimental authz check ${pod} -n ${namespace}`;
}
function podOf({ head, workloads }, namespace) {
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

// EXTERNAL MODULE: ./build/dataplane/lower/conditions.js
var conditions = __webpack_require__(37817);
;// CONCATENATED MODULE: ./build/effects/dialled.js
/** `HOST:PORT` by which clients call a server's port: that of the Service that declares it; else undefined. */
function dialled({ base, head }) {
    const service = head.service ?? base.service;
    if (service === undefined || service.host.startsWith('*'))
        return undefined;
    return `${service.host.replace(/\.svc\..*$/, '')}:${service.port}`;
}

;// CONCATENATED MODULE: ./build/effects/access-witness.js






/** A point of a region as a request at the server. */
function accessRequest(change, point) {
    const { server, port, speaks, location, questions } = change;
    const transport = transportOf(point);
    // Where no condition asks for it, any identity will do.
    const [anyone] = questions.head.natural?.principals ?? [];
    const principal = textOf(point, 'principal') ?? (transport === 'mtls' ? anyone : undefined);
    const headers = {};
    for (const [name, value] of Object.entries(point)) {
        if (!name.startsWith('header:') || value === null || value.length === 0)
            continue;
        const [only, ...more] = typeof value === 'string' ? [value] : value;
        headers[name.slice('header:'.length)] = more.length === 0 ? (only ?? '') : value;
    }
    const sourceIp = textOf(point, 'source ip');
    const remoteIp = textOf(point, 'remote ip');
    const sni = textOf(point, 'sni');
    const address = textOf(point, 'destination ip');
    const [name] = server.workloads;
    const via = server.role === 'sidecar' ? dialled(port) : undefined;
    const authority = via?.replace(/:\d+$/, '') ?? `${name ?? 'service'}.${server.namespace}`;
    return {
        from: callerFrom(principal, server.namespace, server.role),
        ...(name === undefined ? {} : { to: `${server.namespace}/${name}` }),
        ...(via === undefined ? {} : { via }),
        protocol: speaks,
        port: port.sample,
        authority: textOf(point, 'authority') ?? authority,
        method: textOf(point, 'method') ?? 'GET',
        path: textOf(point, (0,opaque_dimension/* opaque */.OZ)(opaque_dimension/* targetWords */.LT, '')) ?? textOf(point, 'path') ?? '/',
        headers,
        transport,
        ...(principal === undefined ? {} : { principal }),
        ...(sni === undefined ? {} : { sni }),
        ...(sourceIp === undefined ? {} : { ip: sourceIp }),
        ...(remoteIp === undefined ? {} : { remoteIp }),
        ...(address === undefined ? {} : { address }),
        ...(location === null
            ? {}
            : { tokens: [writing(questions.head.keeper, point, tokenOf(point, (0,token_location/* locationText */.fN)(location)))] })
    };
}
/** The token with claims of which the filter writes the headers that a point has. */
function writing({ jwt }, point, token) {
    const by = jwt.find(({ issuer }) => issuer === token.claims.iss || issuer === '');
    if (by === undefined)
        return token;
    const claims = { ...token.claims };
    for (const { header, claim } of by.claimHeaders) {
        const written = Object.keys(point).find(name => (0,opaque_dimension/* isOpaque */.qp)(name) && (0,opaque_dimension/* opaqueWords */.r4)(name) === (0,opaque_dimension/* writtenHeader */.HT)(header));
        const value = written === undefined ? undefined : textOf(point, written);
        if (value !== undefined && claims[claim] === undefined)
            access_witness_put(claims, claim.split('.'), value);
    }
    return { ...token, claims };
}
function transportOf(point) {
    const transport = textOf(point, 'transport');
    return transport === 'plaintext' || transport === 'tls' ? transport : 'mtls';
}
function callerFrom(principal, namespace, role) {
    const [, own, serviceAccount] = /\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(principal ?? '') ?? [];
    if (own !== undefined && serviceAccount !== undefined)
        return { namespace: own, serviceAccount };
    return role === 'gateway' ? 'outside' : { namespace };
}
/** A token with what a point says of it. */
function tokenOf(point, location) {
    const [issuer = '', subject = ''] = (textOf(point, 'request principal') ?? '').split(conditions/* BETWEEN */.j2);
    const claims = { iss: issuer };
    if (subject !== '')
        claims.sub = subject;
    for (const [name, value] of Object.entries(point)) {
        if (!name.startsWith('claim:[') || value === null || value.length === 0)
            continue;
        access_witness_put(claims, name.slice('claim:['.length, -1).split(']['), value);
    }
    const signature = textOf(point, 'signature') === 'broken' ? 'broken' : 'good';
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
function textOf(point, name) {
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
        ? (0,evaluate_inbound/* evaluatePod */.$F)(plane, pod, asked, port[side].reading === 'http' ? 'http' : 'tcp', port[side].unreadNames !== true)
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
    return fits(before, claim.before) && fits(after, claim.after);
}
function fits({ outcome, decidedBy, provider }, action) {
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
    }
}

;// CONCATENATED MODULE: ./build/effects/caller.js

/**
 * Who sends a witness: a workload of the class that both sides have, else the class itself. The workload's labels
 * must put it in this class and in no narrower one.
 */
function callerOf(proxy, classes, base, head, subject) {
    if (proxy.type === 'gateway')
        return { gateway: gatewayKey(proxy, subject) };
    const candidates = workloadsOf(proxy, classes, base, head);
    // A service that calls itself is no natural caller.
    const chosen = candidates.find(({ name }) => !name.startsWith(subject.name)) ?? candidates[0];
    return chosen === undefined
        ? { namespace: proxy.namespace, labels: proxy.labels }
        : caller_callerFrom(chosen);
}
/** Every workload of a class that both sides have, as a caller. */
function callersOf(proxy, classes, base, head) {
    return workloadsOf(proxy, classes, base, head).map(caller_callerFrom);
}
function caller_callerFrom({ namespace, serviceAccount, labels }) {
    return { namespace, labels, ...(serviceAccount !== '' && { serviceAccount }) };
}
function workloadsOf(proxy, classes, base, head) {
    const narrower = classes.filter(other => other.type === 'sidecar' &&
        other.namespace === proxy.namespace &&
        other.id !== proxy.id &&
        (0,mesh_selector/* selects */.ko)(proxy.labels, other.labels) &&
        Object.keys(other.labels).length > Object.keys(proxy.labels).length);
    const before = new Set(base.workloadsIn(proxy.namespace).map(one => one.name));
    return head
        .workloadsIn(proxy.namespace)
        .filter(workload => before.has(workload.name) &&
        workload.manifest.ref.kind !== 'WorkloadEntry' &&
        (0,mesh_selector/* selects */.ko)(proxy.labels, workload.labels) &&
        !narrower.some(other => (0,mesh_selector/* selects */.ko)(other.labels, workload.labels)))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** A workload in git by its name; else the Gateway that its pods are known by. */
function gatewayKey(proxy, { gateway }) {
    const [, key] = /^gateway (\S+\/\S+)$/.exec(proxy.id) ?? [];
    return key ?? gateway?.split(', ')[0] ?? `${proxy.namespace}/gateway`;
}

;// CONCATENATED MODULE: ./build/effects/exposure-causes.js





/** The changed objects that open or close the way, those of the layer that stopped it first. */
function exposureCauses(change, sides, changes) {
    const bearing = [];
    const ways = [wayOf(sides, change, 'base'), wayOf(sides, change, 'head')];
    for (const one of changes) {
        if (one.equal)
            continue;
        const layers = new Set();
        for (const [index, manifest] of [one.base, one.head].entries()) {
            const way = ways[index];
            // A removed object bears on the side that has it, a new one on the other, which may not know it yet.
            if (manifest !== null && way !== undefined)
                for (const layer of way(manifest))
                    layers.add(layer);
        }
        if (layers.size > 0)
            bearing.push({ one, layers: [...layers] });
    }
    const stopping = new Set((change.opens ? change.before : change.after).map(({ layer }) => layer));
    const close = bearing.filter(({ layers }) => layers.some(layer => stopping.has(layer)));
    return (close.length > 0 ? close : bearing).flatMap(({ one }) => causesOfChange(one));
}
/** Says of an object of one side at which layers of the way it stands. */
function wayOf(sides, { names, location, origins: all }, name) {
    const side = sides[name];
    const origins = all[name];
    const { plane, proxy, keeper } = side;
    const routing = new Set();
    for (const { virtualHost, origins: own } of origins) {
        for (const { manifest } of [...virtualHost.origins, ...own])
            routing.add((0,mesh_order/* refKey */.XF)(manifest.ref));
    }
    const listening = new Set((side.chain(names[name])?.origins ?? []).map(({ manifest }) => (0,mesh_order/* refKey */.XF)(manifest.ref)));
    const gateway = refs([...keeper.policies, ...keeper.jwt.map(({ manifest }) => manifest)]);
    const security = (0,security_inbound/* securityOf */.K)(plane.compilation);
    const servers = new Set();
    const namespaces = new Set();
    const pods = [];
    const hosts = new Set();
    for (const { route } of origins) {
        if (route?.action.kind !== 'forward')
            continue;
        for (const destination of route.action.destinations) {
            hosts.add(destination.host);
            const cluster = side.view.clusters.get(destination.cluster);
            if (cluster === undefined)
                continue;
            for (const { backend } of side.servers(cluster, location)) {
                const { pod, namespace } = backend;
                pods.push(pod);
                namespaces.add(namespace);
                const own = security.gatekeeper(pod);
                for (const key of refs([...own.policies, ...own.jwt.map(one => one.manifest)]))
                    servers.add(key);
            }
        }
    }
    const root = plane.mesh.config.rootNamespace;
    return ({ ref, spec, object }) => {
        const key = (0,mesh_order/* refKey */.XF)(ref);
        switch (ref.kind) {
            case 'VirtualService':
                return routing.has(key) ? ['routes', 'listener'] : [];
            case 'Gateway':
                return routing.has(key) || listening.has(key) ? ['routes', 'listener'] : [];
            case 'AuthorizationPolicy':
            case 'RequestAuthentication': {
                const at = gateway.has(key) ? ['gateway'] : [];
                return servers.has(key) ? [...at, 'servers'] : at;
            }
            case 'PeerAuthentication':
                return namespaces.has(ref.namespace) || ref.namespace === root ? ['servers'] : [];
            case 'Service': {
                const own = (0,json/* textMap */.sP)(spec.selector);
                const leads = ref.namespace === proxy.namespace && (0,mesh_selector/* selects */.ko)(own, proxy.labels);
                const serves = namespaces.has(ref.namespace) && pods.some(pod => (0,mesh_selector/* selects */.ko)(own, pod.labels));
                return [...(leads ? ['listener', 'routes'] : []), ...(serves ? BEHIND : [])];
            }
            case 'ServiceEntry':
            case 'DestinationRule':
                return namespaces.has(ref.namespace) || hosts.size > 0 ? BEHIND : [];
            case 'Namespace':
                return namespaces.has(ref.name) ? ['servers'] : [];
            case 'Sidecar':
                return namespaces.has(ref.namespace) ? ['servers'] : [];
            default: {
                const gatewayPods = proxy.id.startsWith(`gateway ${ref.namespace}/${ref.name}`);
                if (gatewayPods)
                    return ['listener', 'routes', 'gateway'];
                const isServer = plane.mesh
                    .workloadsIn(ref.namespace)
                    .some(one => one.manifest.object === object && pods.some(pod => (0,mesh_selector/* selects */.ko)(one.labels, pod.labels)));
                return isServer ? BEHIND : [];
            }
        }
    };
}
const BEHIND = ['servers', 'routes'];
function refs(manifests) {
    return new Set(manifests.map(({ ref }) => (0,mesh_order/* refKey */.XF)(ref)));
}

;// CONCATENATED MODULE: ./build/effects/steps.js


/** The command that shows what is in question as a running proxy of the class holds it. */
function verifyCommand(proxy, layer) {
    const namespace = shellWord(proxy.namespace);
    const which = selection(layer);
    return `istioctl proxy-config ${layer.what} ${steps_podOf(proxy, namespace)} -n ${namespace} ${which} -o json`;
}
function selection(layer) {
    switch (layer.what) {
        case 'routes':
            return `--name ${shellWord(layer.name)}`;
        case 'clusters':
            return `--fqdn ${shellWord(layer.host)}`;
        case 'listeners':
            // The listener behind all others, where no port is meant.
            return `--port ${layer.port <= 0 ? 15001 : layer.port}`;
    }
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
function watchExpression(kind, hosts, facets, connections = false) {
    if (connections)
        return connectionRate(kind, destinationMatcher(hosts));
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
/** Connections have metrics of their own. */
function connectionRate(kind, matcher) {
    const lost = kind === 'traffic-lost' || kind === 'traffic-gained';
    const matchers = ['reporter="source"', lost ? '' : matcher].filter(one => one !== '').join(', ');
    const by = lost ? 'source_workload, response_flags' : 'destination_service, destination_version';
    return `sum by (${by}) (rate(istio_tcp_connections_opened_total{${matchers}}[5m]))`;
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
    const pattern = names.map(security_pattern/* quoted */.TL).join('|');
    return `destination_service=~${promString(pattern)}`;
}
function promString(text) {
    return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

;// CONCATENATED MODULE: ./build/effects/exposure-steps.js



/** The request from outside, as a command that prints the status alone. */
function verifyExposure({ plane, proxy, view }, request) {
    const [service] = plane.mesh.registry
        .inNamespace(proxy.namespace)
        .filter(({ selector }) => selector !== null && (0,mesh_selector/* selects */.ko)(selector, proxy.labels));
    const scheme = request.transport === 'tls' ? 'https' : 'http';
    const host = request.authority.replace(/:\d+$/, '');
    const port = service?.ports.find(({ number, targetPort }) => {
        return (typeof targetPort === 'number' ? targetPort : number) === request.port;
    })?.number;
    const dialled = port ?? serverPort(view, request.port) ?? (scheme === 'https' ? 443 : 80);
    const address = addressOf(proxy, service);
    const options = [
        `curl -sk -o /dev/null -w '%{http_code}\\n'`,
        `--connect-to ::${address}:${dialled}`,
        ...(request.method === 'GET' ? [] : [`-X ${shellWord(request.method)}`]),
        ...Object.entries(request.headers).flatMap(([name, values]) => (typeof values === 'string' ? [values] : values).map(one => `-H ${shellWord(`${name}: ${one}`)}`)),
        ...(request.tokens ?? []).map(() => '-H "Authorization: Bearer $TOKEN"')
    ];
    return [...options, shellWord(`${scheme}://${host}${request.path}`)].join(' ');
}
/** Of the gateway's Service; of a gateway that git does not hold, the one that the reader knows. */
function addressOf({ namespace, labels }, service) {
    // No label of a pod holds a slash: this one stands for a Gateway that git does not hold.
    const own = Object.fromEntries(Object.entries(labels).filter(([, value]) => !value.includes('/')));
    if (service === undefined && Object.keys(own).length === 0)
        return '"$GATEWAY"';
    const which = service === undefined ? `-l ${shellWord((0,mesh_selector/* selectorText */.nM)(own))}` : shellWord(service.name);
    const root = service === undefined ? '.items[0]' : '';
    const ingress = `${root}.status.loadBalancer.ingress[0]`;
    return `"$(kubectl get service -n ${shellWord(namespace)} ${which} -o jsonpath='{${ingress}.ip}{${ingress}.hostname}')"`;
}
/** The port that clients dial, where git holds no Service: that of the Gateway's server. */
function serverPort({ routeConfigs }, listening) {
    for (const routes of routeConfigs.values()) {
        if (routes.port !== listening)
            continue;
        const [, port] = /:(\d+)$/.exec(routes.virtualHosts[0]?.name ?? '') ?? [];
        if (port !== undefined)
            return Number(port);
    }
    return undefined;
}
/**
 * Requests that the gateway forwards, by what becomes of them.
 * Source: istio.io/latest/docs/reference/config/metrics.
 */
function watchExposure({ proxy }) {
    const matcher = `reporter="source", source_workload_namespace=${promString(proxy.namespace)}`;
    const [, name] = /^gateway [^/ ]+\/([^ ]+)/.exec(proxy.id) ?? [];
    const own = name === undefined ? '' : `, source_workload=${promString(name)}`;
    return `sum by (destination_service, response_code, response_flags) (rate(istio_requests_total{${matcher}${own}}[5m]))`;
}

// EXTERNAL MODULE: ./build/dataplane/lower/domain.js
var lower_domain = __webpack_require__(28471);
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
    for (const { terms, partly } of describe(region)) {
        // The clause holds the region and more: only some of what it says is meant.
        said.add(`${partly === true ? 'some of: ' : ''}${clauseWords(terms, host)}`);
    }
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
/** A wildcard domain leaves out its own end, `.example.com`, which nobody sends. */
function ofWildcard(matcher) {
    if (matcher.is !== 'all')
        return matcher;
    const [wide, rest] = matcher.of;
    const leaves = rest?.is === 'not' && rest.of.is === 'exact' ? rest.of.value : null;
    return matcher.of.length === 2 && wide?.is === 'suffix' && wide.value === leaves ? wide : matcher;
}
/** Domains alone are said alike, whether a route beside them asks for the bytes of the Host header or not. */
function ofFolded(term) {
    if (term.dimension !== 'authority')
        return term;
    const within = term.within.map(lower_domain/* foldedFromRaw */.hT);
    const except = term.except.map(lower_domain/* foldedFromRaw */.hT);
    const isDomain = (one) => one !== null;
    if (!within.every(isDomain) || !except.every(isDomain))
        return term;
    return { dimension: 'host', within, except };
}
/** Null where the subject says already which hosts are meant. */
function hostTerm(written, host) {
    const folded = ofFolded(written);
    const term = {
        ...folded,
        within: folded.within.map(ofWildcard),
        except: folded.except.map(ofWildcard)
    };
    const names = host === null ? undefined : namesOfHost(term, host);
    if (names !== undefined)
        return names;
    if (host !== null && term.except.length === 0 && namesAll(term.within, host))
        return null;
    const raw = term.dimension === 'authority' ? bytesOfDomains(term) : null;
    return raw ?? toWords({ terms: [term] }, vocabularyFor({ terms: [term] }));
}
/** `hosts under .example.com except host a.example.com or Host header www.example.com`: bytes left out of domains. */
function bytesOfDomains({ dimension, within, except }) {
    const own = ofFolded({ dimension, within, except: [] });
    if (within.length === 0 || own.dimension === dimension)
        return null;
    const said = (of, matchers) => {
        const terms = [{ dimension: of, within: matchers.map(ofWildcard), except: [] }];
        return toWords({ terms }, vocabularyFor({ terms }));
    };
    const names = except.flatMap(one => (0,lower_domain/* foldedFromRaw */.hT)(one) ?? []);
    const bytes = except.filter(one => (0,lower_domain/* foldedFromRaw */.hT)(one) === null);
    const left = [...(names.length > 0 ? [said(own.dimension, names)] : []), said(dimension, bytes)];
    return `${said(own.dimension, own.within)} except ${left.join(' or ')}`;
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
    scheme: defaultWords('scheme'),
    'source ip': defaultWords('address of the last proxy'),
    'remote ip': defaultWords('client address'),
    'request principal': { ...defaultWords('token of'), any: 'any token', present: 'any token' },
    signature: { ...defaultWords('token'), exact: '{} tokens', any: 'tokens' }
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
/** Does each domain of the host stand among the matchers, whole? No matcher stands for `*`, which asks for nothing. */
function namesAll(matchers, { domains }) {
    const said = new Set(atomsOf(matchers).map(one => (0,build_fingerprint/* canonical */.$)((0,lower_domain/* foldedFromRaw */.hT)(one) ?? one)));
    const isSaid = (domain) => {
        const asked = (0,lower_domain/* domainMatcher */.HH)([domain], false);
        return asked !== null && (said.has((0,build_fingerprint/* canonical */.$)(asked)) || said.has((0,build_fingerprint/* canonical */.$)(ofWildcard(asked))));
    };
    return domains.every(isSaid);
}
function atomsOf(matchers) {
    return matchers.flatMap(one => (one.is === 'any' ? atomsOf(one.of) : [one]));
}

;// CONCATENATED MODULE: ./build/effects/subject.js

/** What a person would name for the requests that a virtual host takes. */
function subject_subjectOf(config, routeConfig, host) {
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
    const at = port || portOf(routeConfig);
    return { kind: 'host', name: unknownHosts[name] ?? name, ...(at > 0 && { port: at }) };
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

// EXTERNAL MODULE: ./build/dataplane/evaluate.js + 2 modules
var evaluate = __webpack_require__(63435);
// EXTERNAL MODULE: ./build/dataplane/plain-http.js
var plain_http = __webpack_require__(73806);
// EXTERNAL MODULE: ./build/dataplane/resolve.js
var resolve = __webpack_require__(3273);
;// CONCATENATED MODULE: ./build/effects/dialled-address.js




/** An address that no Service has (RFC 5737). */
const elsewhere = '192.0.2.1';
/**
 * The address that a client in the mesh has to dial so that its request meets these routes, where that of the name does
 * not lead to them: a listener of its own may take the address, as of a Service that a Sidecar says is TCP. Undefined:
 * the name leads there, or no address is known to.
 */
function addressTo({ base, head, configs, names }, request) {
    const sides = ['base', 'head'];
    const planes = { base, head };
    const { port } = request;
    const isPlain = request.protocol === 'http' && request.transport === 'plaintext';
    const leads = (addressOn) => sides.every(side => {
        const view = configs[side];
        if (!view.routeConfigs.has(names[side]))
            return true;
        if (isPlain && names[side] === `${port}`) {
            if ((0,plain_http/* meetsRoutesAnywhere */.q)(planes[side].mesh.registry, view.client, port))
                return true;
        }
        const address = addressOn(side);
        const listener = (0,answer_l4/* chooseListener */.eE)(view, port, address);
        const chain = listener === undefined ? undefined : (0,answer_l4/* chainOf */.dR)(listener, request, address);
        return chain?.routeConfig === names[side];
    });
    if (leads(side => (0,resolve/* addressOfHost */.S)(planes[side], configs[side].proxy, request.authority))) {
        return undefined;
    }
    const own = sides.flatMap(side => configs[side]
        .listenersOn(port)
        .filter(({ filterChains, defaultChain }) => [...filterChains, defaultChain].some(one => one?.routeConfig === names[side]))
        .map(({ address }) => (address === mesh_service/* UNSPECIFIED */.Ah ? elsewhere : address)));
    return own.find(address => leads(() => address));
}

// EXTERNAL MODULE: ./build/dataplane/catch-all.js
var catch_all = __webpack_require__(60964);
// EXTERNAL MODULE: ./build/dataplane/http-chain.js
var http_chain = __webpack_require__(64005);
;// CONCATENATED MODULE: ./build/effects/connection-behaviour.js








/** What becomes of a connection, seen with the clusters of its proxy. */
function connectionBehaviour(action, given) {
    const context = {
        ...given,
        matched: null,
        certainty: 'certain',
        assumptions: [],
        bytes: true
    };
    switch (action.kind) {
        case 'chain':
            return chainBehaviour(action.chain, context);
        case 'reset':
            return behaviourOf({ kind: 'no-listener' }, context);
        case 'refused': {
            const { refused } = action.listener;
            const at = refused === undefined ? [] : [refused.at];
            return behaviourOf({ kind: 'refused', reason: refused?.reason ?? '', at }, context);
        }
        case 'unknown': {
            const { filterChains } = action.listener;
            const at = filterChains.flatMap(chain => chain.origins);
            const reason = 'the address of the Service decides, and git does not hold it';
            const unknown = behaviourOf({ kind: 'unknown', reason, at }, context);
            const chains = filterChains.map(({ match, tcp }) => [match, tcp?.map(one => one.cluster)]);
            return { ...unknown, id: (0,build_fingerprint/* canonical */.$)([unknown.id, chains]) };
        }
    }
}
function chainBehaviour(chain, plain) {
    // Names are said as the object says them that made the chain.
    const namespace = chain.origins[0]?.manifest.ref.namespace ?? homeOf(chain) ?? plain.namespace;
    const { certainty: sure, assumptions } = chain;
    const context = { ...plain, namespace, certainty: sure, assumptions };
    if (chain.tcp === undefined)
        return throughHttp(chain, context);
    const [only] = chain.tcp;
    if (only?.cluster === 'PassthroughCluster') {
        return behaviourOf({ kind: 'passthrough', cluster: only.cluster }, context);
    }
    if (only?.cluster === 'BlackHoleCluster') {
        const text = 'closed by the proxy (blackholed)';
        return finish('blackhole', 1, [], { ...plainFacets, destinations: { key: '', text } }, context);
    }
    const settings = chain.hashSourceIp === true ? { hashPolicy: [{ sourceIp: true }] } : {};
    const forward = { kind: 'forward', destinations: chain.tcp, settings };
    const made = forwarded({ ...forward, clusterNotFound: 503 }, context);
    const values = { ...made.facets, 'server TLS': tlsFacet(chain.tls) };
    const settled = { ...context, assumptions: made.assumptions };
    const certainty = (0,build_finding/* worst */.Q)(made.certainty, context.certainty);
    return finish(made.fate, made.lost, made.destinations, values, { ...settled, certainty });
}
/** A chain that no object wrote is the Service's own, which git may not hold. */
function homeOf({ tcp }) {
    const host = (0,cluster_name/* parseCluster */.Oh)(tcp?.[0]?.cluster ?? '')?.host;
    return host === undefined ? undefined : serviceOf(host)?.namespace;
}
/** HTTP is compared by its routes; here only that it is HTTP counts, and how its TLS ends. */
function throughHttp({ tls }, context) {
    const destinations = { key: 'http', text: 'read as HTTP, by its routes' };
    const values = { ...plainFacets, destinations, 'server TLS': tlsFacet(tls) };
    return finish('http', 0, [], values, context);
}
function tlsFacet(tls) {
    if (tls === undefined)
        return { key: '', text: 'none' };
    return { key: (0,build_fingerprint/* canonical */.$)([tls.mode, tls.settings]), text: serverTlsWords(tls) };
}
/** `SIMPLE, credentialName shop-cert`. */
function serverTlsWords({ mode, settings }) {
    const said = [mode];
    for (const name of Object.keys(settings).sort()) {
        const value = settings[name];
        if (name === 'mode' || value === undefined)
            continue;
        const list = Array.isArray(value)
            ? listWords(value.map(one => (typeof one === 'object' ? (0,build_fingerprint/* canonical */.$)(one) : String(one))))
            : null;
        said.push(`${name} ${list ?? (typeof value === 'string' ? value : JSON.stringify(value))}`);
    }
    return said.join(', ');
}

;// CONCATENATED MODULE: ./build/effects/no-routes.js








/**
 * What a sidecar does with requests to a port that it has no such routes for: another listener of the port takes them,
 * else the one behind all others, and the outbound policy of its scope decides.
 * Source: pilot networking/core/listener_builder.go buildVirtualOutboundListener.
 */
function withoutRoutes(view, port, context) {
    const listener = (0,answer_l4/* chooseListener */.eE)(view, port, mesh_service/* UNSPECIFIED */.Ah);
    const chain = listener === undefined ? undefined : (0,chain_choice/* chooseChain */.N)(listener, plainHttp);
    if (chain === undefined)
        return behaviourOf({ kind: 'no-listener' }, context);
    if (chain.routeConfig === undefined)
        return connectionBehaviour({ kind: 'chain', chain }, context);
    const [route] = (0,catch_all/* catchAll */.h9)(view.client.scope).routes;
    return behaviourOf(route?.action ?? { kind: 'no-route' }, context);
}
const plainHttp = {
    address: mesh_service/* UNSPECIFIED */.Ah,
    sni: '',
    transport: 'raw_buffer',
    alpn: http_chain/* PLAINTEXT_HTTP */.v.slice(0, 1)
};
/** The same for one request, as the plain evaluator sees it. */
function replayWithoutRoutes(mesh, view, request) {
    const { certainty, assumptions } = view.proxy;
    const text = `nothing listens for port ${request.port}`;
    const steps = [{ layer: 'listener', text }];
    const refused = { outcome: 'reset', destinations: [], steps, certainty, assumptions };
    if (view.proxy.type !== 'sidecar')
        return refused;
    const listener = (0,answer_l4/* chooseListener */.eE)(view, request.port, mesh_service/* UNSPECIFIED */.Ah);
    const chain = listener && (0,answer_l4/* chainOf */.dR)(listener, request, mesh_service/* UNSPECIFIED */.Ah);
    if (listener === undefined || chain === undefined)
        return refused;
    const walked = [{ layer: 'listener', text: listener.name }];
    const trace = { listener: listener.name };
    return chain.routeConfig === undefined
        ? (0,answer_l4/* overBytes */.Q_)(view, chain, trace, walked)
        : (0,evaluate/* evaluateRoutes */.k)(mesh, view, restOfPort(view, chain, request.port), request, {
            trace,
            steps: walked,
            scheme: 'http'
        });
}
/** The routes of a port for hosts that it does not know. */
function restOfPort(view, { routeConfig = '' }, port) {
    const virtualHosts = [(0,catch_all/* catchAll */.h9)(view.client.scope)];
    return { name: routeConfig, port, virtualHosts, ignorePortInHost: true };
}

;// CONCATENATED MODULE: ./build/effects/witness.js





/** A point of a region as a request that a person could send. Null where it cannot be written as one. */
function requestAt({ proxy, from, port, point, tls, sni = null }) {
    const path = witness_textOf(point, 'path') ?? '/';
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
    const host = witness_textOf(point, 'host');
    const authority = witness_textOf(point, 'authority') ?? (host === undefined ? '' : withPort(host, port, proxy));
    const https = tls || witness_textOf(point, 'scheme') === 'https';
    return {
        from,
        protocol: 'http',
        port,
        authority,
        method: witness_textOf(point, 'method') ?? 'GET',
        path: query.length === 0 ? path : `${path}?${query.join('&')}`,
        headers,
        transport: https ? 'tls' : 'plaintext',
        ...(https && { sni: sni ?? host ?? serverName(authority) }),
        ...(Object.keys(claims).length > 0 && { tokens: [{ claims, signature: 'good' }] })
    };
}
/**
 * Replays a request on both sides by the plain evaluator, which knows nothing of tables: through the route
 * configuration that the claim is about, for filters before it are compared by themselves.
 */
function replay(input) {
    const written = requestAt(input);
    if (written === null)
        return null;
    const address = input.proxy.type === 'sidecar' ? addressTo(input, written) : undefined;
    const request = address === undefined ? written : { ...written, address };
    return {
        request,
        before: replayRequest(input.base, input.pods.base, input.proxy, input.names.base, request),
        after: replayRequest(input.head, input.pods.head, input.proxy, input.names.head, request)
    };
}
/** What becomes of one request in one route configuration of one side. */
function replayRequest(dataplane, pods, proxy, routeConfig, request) {
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
    const outcome = replayWithoutRoutes(dataplane.mesh, config, request);
    return { ...outcome, steps: [...outcome.steps, ...endpointSteps(outcome, config, pods)] };
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
            { layer: endpoints, text: labels === '' ? text : `${text}, selected by ${labels}` },
            { layer: policy, text: policyWords(cluster) }
        ];
    });
}
/** Every facet of a cluster's policy in words: other policies, other words. */
function policyWords(cluster) {
    return upstreamFacets
        .flatMap(facet => {
        const value = upstreamValue(cluster, facet);
        return value === undefined ? [] : [`${facet}: ${upstreamWords(value, undefined)}`];
    })
        .join('; ');
}
const endpoints = 'endpoints';
const policy = 'upstream';
/** The layer of a step that says how a proxy ends TLS. */
const serverTls = 'server TLS';
/**
 * Does the replay show the claim: both fates, and a difference in every facet that was said to differ? Where it goes
 * elsewhere, that is enough: one request need not show the rewrite of all others, such as that of `/` to `/`.
 */
function shows({ before, after }, claim) {
    if (!witness_fits(before, claim.before) || !witness_fits(after, claim.after))
        return false;
    // The names of facets in a change come from the closed list.
    const facets = claim.difference.changes.map(({ facet }) => facet);
    if (facets.includes('destinations') && differs('destinations', before, after))
        return true;
    return facets.every(facet => differs(facet, before, after));
}
const outcomesOf = {
    served: ['served', 'no-cluster', 'no-endpoints', 'closed'],
    // Read as HTTP, whether or not a virtual host takes it.
    http: ['served', 'no-virtual-host'],
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
function witness_fits(outcome, behaviour) {
    return outcomesOf[behaviour.fate].includes(outcome.outcome);
}
const projections = {
    destinations: ({ outcome, status, destinations, redirect, response }) => [
        outcome,
        status,
        destinations.map(({ headers: _, authorityRewrite: __, ...rest }) => (0,build_fingerprint/* canonical */.$)(rest)).sort(),
        redirect,
        response
    ],
    pods: outcome => stepsOf(outcome, endpoints),
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
    'server TLS': outcome => stepsOf(outcome, serverTls),
    'load balancing': policyOf,
    'connection pool': policyOf,
    'outlier detection': policyOf,
    locality: policyOf,
    'proxy protocol': policyOf,
    tunnel: policyOf,
    'retry budget': policyOf,
    'client TLS': policyOf,
    discovery: policyOf,
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
    return (0,build_fingerprint/* canonical */.$)(project(before) ?? null) !== (0,build_fingerprint/* canonical */.$)(project(after) ?? null);
}
function splitDimension(name) {
    const colon = name.indexOf(':');
    return colon < 0 ? [name, ''] : [name.slice(0, colon), name.slice(colon + 1)];
}
function witness_textOf(point, name) {
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
/** What a client names in its TLS hello: the host without its port. */
function serverName(authority) {
    return authority.replace(/:[0-9]*$/, '').toLowerCase();
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

;// CONCATENATED MODULE: ./build/effects/exposure-effect.js

















/**
 * One change of what the outside reaches, with a request that shows it. Null where every such request has a claim and
 * no token: claims come from tokens that the gateway has verified. Source: pilot security/authn, Envoy jwt_authn.
 */
function exposureEffect(change, context) {
    const { base, head, changes, proxy } = context;
    const kind = change.opens ? 'exposed' : 'unexposed';
    const side = change.opens ? head : base;
    const [origin] = change.origins[change.opens ? 'head' : 'base'];
    const host = origin?.virtualHost ?? null;
    const subject = host === null
        ? { kind: 'gateway', name: proxy.description }
        : subject_subjectOf(side.view, change.routeConfig, host);
    const region = `${regionWords(change.region, host)}${change.location === null ? '' : ', with a good token'}`;
    const causes = exposureCauses(change, { base, head }, changes);
    const point = sample(change.region);
    if (change.location === null && hasClaim(point))
        return null;
    const witness = witnessAt(change, point, subject, context);
    const fits = witness !== null &&
        contains(change.region, point) &&
        reaches(witness.before) === !change.opens &&
        reaches(witness.after) === change.opens;
    // What the name itself leads to lets it through on both sides.
    if (fits && isReachedOtherwise(change, context, witness.request))
        return null;
    if (!fits) {
        const seen = witness === null ? 'no request' : `${witness.before.outcome} → ${witness.after.outcome}`;
        return {
            reason: 'witness',
            message: `${subject.name}, ${region}: the comparison says ${kind}, and replaying the request does not show it (${seen}); please report this defect with the input`,
            subject: causes[0]?.ref ?? null,
            at: causes[0]?.at ?? null
        };
    }
    const assumptions = assumptionsOf(context, witness);
    const shown = [
        { facet: 'from outside', before: exposure_effect_words(change.before), after: exposure_effect_words(change.after) }
    ];
    const mesh = head.plane.mesh.name;
    return {
        kind,
        mesh,
        domain: domainOf[kind],
        direction: change.opens ? 'widen' : 'narrow',
        severity: change.opens ? 'error' : 'warning',
        subject,
        proxy: { type: 'gateway', names: [proxy.description] },
        region,
        changes: shown,
        witness,
        causes,
        members: [],
        certainty: assumptions.length === 0 ? 'certain' : 'assumed',
        assumptions,
        fingerprint: (0,build_fingerprint/* fingerprint */.R)([kind, mesh, subject, shown, region]),
        verify: verifyExposure(side, witness.request),
        watch: watchExposure(side),
        rollback: rollbackSecurity(causes, changes)
    };
}
function assumptionsOf({ assumptions }, { before, after }) {
    const all = [...assumptions, ...before.assumptions, ...after.assumptions];
    return [...new Map(all.map(one => [JSON.stringify(one), one])).values()];
}
/** "404 (no route matches)" → "served by accounts.bank". */
function exposure_effect_words(all) {
    const served = [...new Set(all.flatMap(one => one.served))].sort();
    const asked = all.some(({ kind }) => kind === 'asked');
    const said = new Set(all.filter(({ kind }) => kind === 'closed').map(one => one.words));
    const shown = [...said].slice(0, 3);
    if (said.size > shown.length)
        shown.push(`${said.size - shown.length} other reasons`);
    if (served.length === 0)
        return shown.join('; ');
    const few = served.length > 4 ? [...served.slice(0, 3), `${served.length - 3} more`] : served;
    return `served by ${listWords(few)}${asked ? ', if the external provider agrees' : ''}`;
}
function witnessAt({ names, port, tls, location, opens }, point, subject, { base, head, proxy }) {
    const { mesh } = head.plane;
    const views = { base: base.view, head: head.view };
    const from = callerOf(proxy, [], base.plane.mesh, mesh, subject);
    const made = requestAt({ proxy, from, port, point: pathsOf(point), tls });
    if (made === null)
        return null;
    const sni = made.sni === undefined ? null : serverNameTo(views, names, port, made.sni);
    const { remoteIp, ip = head.clientAddress === 'remote ip' ? remoteIp : undefined } = exposure_effect_addressesOf(point);
    const { tokens: _, ...plain } = made;
    const address = opens ? head.address(names.head) : base.address(names.base);
    const request = {
        ...plain,
        ...(sni === null ? {} : { sni }),
        ...(address === undefined ? {} : { address }),
        ...(ip === undefined ? {} : { ip }),
        ...(remoteIp === undefined ? {} : { remoteIp }),
        ...(location === null ? {} : { tokens: [tokenOf(point, (0,token_location/* locationText */.fN)(location))] })
    };
    return {
        request,
        before: exposure_effect_outcomeAt(base, names.base, request),
        after: exposure_effect_outcomeAt(head, names.head, request)
    };
}
/** Claims of tokens are said by the token alone. */
function pathsOf(point) {
    return Object.fromEntries(Object.entries(point).filter(([name]) => !name.startsWith('claim:')));
}
function hasClaim(point) {
    return Object.entries(point).some(([name, value]) => name.startsWith('claim:') && value !== null && !(Array.isArray(value) && value.length === 0));
}
function exposure_effect_addressesOf(point) {
    const { 'source ip': ip, 'remote ip': remoteIp } = point;
    return {
        ...(typeof ip === 'string' ? { ip } : {}),
        ...(typeof remoteIp === 'string' ? { remoteIp } : {})
    };
}
/** The plain evaluator's answer through all layers, which knows nothing of tables. */
function exposure_effect_outcomeAt(side, routeConfig, request) {
    const { plane, proxy, view, open, principal } = side;
    const ended = { destinations: [], steps: [], certainty: 'certain', assumptions: [] };
    if (!open)
        return { ...ended, outcome: 'reset', reason: 'no Service leads to it from outside' };
    const chain = side.chain(routeConfig);
    if (chain === undefined)
        return { ...ended, outcome: 'reset', reason: 'nothing listens' };
    if (wantsCertificate(chain.tls?.mode)) {
        return { ...ended, outcome: 'reset', reason: 'the gateway wants a client certificate' };
    }
    const routed = (0,dataplane_answer/* evaluate */._3)(plane, proxy, request);
    if (routed.outcome !== 'served')
        return routed;
    let refused = null;
    for (const { cluster: name } of routed.destinations) {
        const cluster = view.clusters.get(name);
        if (cluster === undefined || cluster.endpoints === 0)
            continue;
        for (const backend of backendsOf(plane, view, cluster)) {
            const answer = atBackend(plane, backend, request, routed, principal);
            const assumptions = [...routed.assumptions, ...backend.assumptions, ...answer.assumptions];
            const { destinations } = routed;
            const steps = [...routed.steps, ...answer.steps];
            if (reaches(answer)) {
                const own = answer.outcome === 'served' ? routed : answer;
                return { ...own, destinations, assumptions, steps };
            }
            refused ??= { ...answer, destinations, assumptions, steps };
        }
    }
    return refused ?? routed;
}
/** A client that asks for the host as its server name is served on the side where these routes do not serve it. */
function isReachedOtherwise({ opens, port }, { base, head }, request) {
    const host = request.authority.replace(/:\d+$/, '').toLowerCase();
    if (request.sni === undefined || request.sni === host)
        return false;
    const side = opens ? base : head;
    const chain = chosen(side.view, port, host);
    if (chain?.routeConfig === undefined)
        return false;
    return reaches(exposure_effect_outcomeAt(side, chain.routeConfig, { ...request, sni: host }));
}
function reaches({ outcome }) {
    return outcome === 'served' || outcome === 'delegated';
}

// EXTERNAL MODULE: ./build/dataplane/security/caller-identity.js
var caller_identity = __webpack_require__(19800);
;// CONCATENATED MODULE: ./build/effects/exposure-gateways.js




/** The pods as each side labels them; what one side alone holds is taken to run beside both. */
function gatewaySides(proxy, base, head) {
    // Gateways of the Gateway API are compared elsewhere.
    if (proxy.labels[policy_attachment/* GATEWAY_NAME */.te] !== undefined)
        return null;
    const before = workloadOf(base, proxy);
    const after = workloadOf(head, proxy);
    const one = as(proxy, before ?? after);
    const other = as(proxy, after ?? before);
    const doors = { base: doorOf(base, one), head: doorOf(head, other) };
    const side = (mesh, own, door, across) => ({
        proxy: own,
        principal: principalOf(mesh, own),
        open: door === 'public' || door === 'unknown' || (door === 'inside' && across !== 'public'),
        assumptions: door === 'inside' ? [{ kind: 'gateway-reachable', params: exposure_gateways_nameOf(own) }] : []
    });
    return {
        base: side(base, one, doors.base, doors.head),
        head: side(head, other, doors.head, doors.base)
    };
}
function exposure_gateways_nameOf({ description, namespace }) {
    return { gateway: description, namespace };
}
/** The workload in git by the name of its class. */
function workloadOf(mesh, { id }) {
    const [, namespace, name] = /^gateway ([^/ ]+)\/(\S+)$/.exec(id) ?? [];
    if (namespace === undefined)
        return undefined;
    return mesh.workloadsIn(namespace).find(one => one.name === name);
}
function as(proxy, workload) {
    if (workload === undefined)
        return proxy;
    const { labels, serviceAccount } = workload;
    const same = (0,mesh_selector/* selects */.ko)(labels, proxy.labels) && Object.keys(labels).length === Object.keys(proxy.labels).length;
    if (same)
        return proxy;
    return { ...proxy, id: `${proxy.id} with ${JSON.stringify(labels)}`, labels, serviceAccount };
}
const PUBLIC = new Set(['LoadBalancer', 'NodePort']);
function doorOf(mesh, { namespace, labels, description }) {
    const services = mesh.registry.inNamespace(namespace).filter(({ selector, registry }) => {
        return registry === 'Kubernetes' && selector !== null && (0,mesh_selector/* selects */.ko)(selector, labels);
    });
    if (services.some(isPublic))
        return 'public';
    const names = [description, ...Object.values(labels), ...services.map(({ name }) => name)];
    if (names.some(name => /egress|east-?west/.test(name)))
        return 'egress';
    return services.length === 0 ? 'unknown' : 'inside';
}
function isPublic({ manifest }) {
    const spec = (0,json/* mapOrEmpty */.B4)(manifest?.spec);
    return PUBLIC.has((0,json/* text */.Qq)(spec.type) ?? '') || (0,json/* texts */.Te)(spec.externalIPs).length > 0;
}
/** Accounts of Istio's own installations. Source: istio manifests/charts/gateways. */
const INSTALLED = 'istio-ingressgateway-service-account';
/** Of pods that git does not hold: the account that policies name for that namespace, else the installed one. */
function principalOf(mesh, { namespace, serviceAccount }) {
    return (0,caller_identity/* identity */.D_)(mesh, namespace, serviceAccount ?? accountNamed(mesh, namespace) ?? INSTALLED);
}
function accountNamed(mesh, namespace) {
    const found = new Set();
    for (const { spec } of mesh.of('AuthorizationPolicy')) {
        for (const rule of (0,json/* list */.p_)(spec.rules)) {
            for (const from of (0,json/* list */.p_)((0,json/* mapOrEmpty */.B4)(rule).from)) {
                const { principals, serviceAccounts } = (0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)(from).source);
                for (const one of (0,json/* texts */.Te)(principals)) {
                    const [, account] = one.split(`/ns/${namespace}/sa/`);
                    if (account !== undefined && !account.includes('*'))
                        found.add(account);
                }
                for (const one of (0,json/* texts */.Te)(serviceAccounts)) {
                    const [where, account] = one.split('/');
                    if (where === namespace && account !== undefined)
                        found.add(account);
                }
            }
        }
    }
    const all = [...found].sort();
    return all.find(account => /gateway|ingress/.test(account)) ?? all[0];
}

// EXTERNAL MODULE: ./build/dataplane/security/transport.js
var security_transport = __webpack_require__(33469);
// EXTERNAL MODULE: ./build/dataplane/lower/access-dimensions.js
var access_dimensions = __webpack_require__(82603);
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
        case 'sni': {
            const mode = question.place === 'gateway' ? 'PERMISSIVE' : question.mode;
            return (0,security_transport/* readsServerName */.u)(mode, question.port) ? attributes_dimension('sni') : ABSENT;
        }
        case 'authority':
        case 'method':
        case 'path':
            return reading === 'tcp' ? ABSENT : attributes_dimension(attribute.of);
        case 'header':
            return headerValue(attribute.name, arrival);
        case 'request-principal':
            return tokensRead ? attributes_dimension('request principal', true) : ABSENT;
        case 'claim': {
            // The whole payload is no text.
            if (!tokensRead || attribute.path.length === 0)
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
        return attributes_dimension((0,opaque_dimension/* opaque */.OZ)(opaque_dimension/* targetWords */.LT, ''));
    }
    const written = question.keeper.jwt.some(({ payloadHeader, claimHeaders }) => payloadHeader === name || claimHeaders.some(({ header }) => header === name));
    if (!written)
        return attributes_dimension(`header:${name}`, true);
    // What the client sends is taken away; a good token puts its own there.
    if (!tokensRead)
        return ABSENT;
    const { tokens = '' } = question.apart ?? {};
    return attributes_dimension((0,opaque_dimension/* opaque */.OZ)((0,opaque_dimension/* writtenHeader */.HT)(name), tokens), true);
}
/** Dry runs and CUSTOM leave verdicts behind; no other filter that istiod configures does. */
function metadataValue(filter, key, { question, reading }) {
    const { custom, deny, allow } = reading === 'http' ? question.keeper.http : question.keeper.tcp;
    const leaves = custom.length > 0 || [deny, allow].some(layer => layer?.shadow != null);
    const written = filter.endsWith('.rbac') && key.includes('shadow');
    if (!leaves || !written)
        return ABSENT;
    const { verdicts = '' } = question.apart ?? {};
    return attributes_dimension((0,opaque_dimension/* opaque */.OZ)(`${filter}[${key}] (the verdict of another policy)`, verdicts));
}

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
    return { is: 'regex', value: `${(0,security_pattern/* quoted */.TL)(issuer)}${conditions/* BETWEEN */.j2}[^${conditions/* BETWEEN */.j2}]*` };
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
            rows.push({ ...row, when: (0,conditions/* joinedWhen */.Qn)(when, row.when) });
    }
    const names = new Set(['transport', ...rows.flatMap(row => Object.keys(row.when))]);
    if (question.location !== null)
        names.add('request principal').add('signature');
    return {
        dimensions: [...names].sort(access_dimensions/* inAccessOrder */.wV).map(name => (0,access_dimensions/* accessDimension */.Dp)(name, question)),
        rows,
        otherwise: action('allow', 'none', 'nothing denies it'),
        impossible: (0,access_dimensions/* impossibleAccess */.SJ)(names)
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
            const { name, settings } = provider;
            const one = action('ask', 'CUSTOM', reason, rule);
            return ruleRows(rule, arrival, { ...one, providers: [name], asked: [settings] });
        }));
    return allowed.flatMap(allow => asking.map(row => ({
        ...row,
        when: (0,conditions/* joinedWhen */.Qn)(row.when, allow.when)
    })));
}
function ruleRows(rule, arrival, decided) {
    const attributeOf = (condition) => attributeValue(condition.attribute, arrival);
    const lower = (conjunctions) => (0,conditions/* mergedConjunctions */.m6)(conjunctions.flatMap((one) => {
        const when = (0,conditions/* lowerConjunction */.ax)(one, attributeOf);
        return when === null ? [] : [when];
    }));
    const sources = lower(rule.from);
    return lower(rule.to).flatMap(to => sources
        .map(from => ({ when: (0,conditions/* joinedWhen */.Qn)(from, to), action: decided, origin: rule.manifest }))
        .flatMap(access_apart));
}
/** More alternatives than this stand in rows of their own, so that one that is changed is compared alone. */
const alternativeLimit = 64;
function access_apart(row) {
    for (const [name, matcher] of Object.entries(row.when)) {
        if (!access_SINGLE.has(name) || matcher.is !== 'any' || matcher.of.length <= alternativeLimit)
            continue;
        return matcher.of.map(one => ({ ...row, when: { ...row.when, [name]: one } }));
    }
    return [row];
}
/** Dimensions of one value, of which alternatives are rows. */
const access_SINGLE = new Set(['path', 'authority', 'method', 'principal']);
function action(kind, layer, reason, rule = null) {
    return { kind, layer, reason, rule, providers: [], asked: [], token: null };
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
    return textTable(rows, question);
}
/** The name of the first of some rules that matches. */
function firstRule(rules, arrival) {
    const rows = rules.flatMap(rule => ruleRows(rule, arrival, NOTED).map(({ when }) => ({ when, action: rule.name, origin: null })));
    return textTable(rows, arrival.question);
}
function textTable(rows, question) {
    const names = new Set(rows.flatMap(row => Object.keys(row.when)));
    return {
        dimensions: [...names].sort(access_dimensions/* inAccessOrder */.wV).map(name => (0,access_dimensions/* accessDimension */.Dp)(name, question)),
        rows,
        otherwise: 'nothing',
        impossible: []
    };
}
const NOTED = action('allow', 'none', '');

// EXTERNAL MODULE: ./build/mesh/mesh-config.js
var mesh_config = __webpack_require__(62390);
;// CONCATENATED MODULE: ./build/dataplane/lower/verdicts.js

/**
 * What dry runs and CUSTOM write down for conditions of other policies, by who writes it: the name of the first rule
 * that matches. Source: Envoy rbac filter setDynamicMetadata.
 */
function lowerVerdicts(question) {
    const result = new Map();
    for (const reading of ['http', 'tcp']) {
        const { custom, deny, allow } = question.keeper[reading];
        const put = (name, rules) => {
            if (rules == null)
                return;
            // Before tokens are read, and after it.
            for (const tokensRead of [false, true]) {
                const arrival = { question, reading, authenticated: true, tokensRead };
                result.set(`${name} ${reading} ${tokensRead}`, firstRule(rules, arrival));
            }
        };
        for (const { provider, rules, denied } of custom) {
            put(`asked ${provider.name}`, rules);
            put(`denied ${provider.name}`, denied);
        }
        put('deny', deny?.shadow);
        put('allow', allow?.shadow);
    }
    return result;
}

// EXTERNAL MODULE: ./build/dataplane/security/authorization.js + 1 modules
var authorization = __webpack_require__(21464);
;// CONCATENATED MODULE: ./build/effects/access-apart.js




const alike = { tokens: '', verdicts: '' };
/** Whether the token filter writes the same, and other policies leave the same verdicts, on both sides. */
function apartFrom(base, head) {
    const tokens = tokensKey(base.keeper) === tokensKey(head.keeper);
    const verdicts = tokens && verdictsKey(base) === verdictsKey(head);
    if (verdicts)
        return { base: alike, head: alike };
    const of = (mark) => ({ tokens: tokens ? '' : mark, verdicts: mark });
    return { base: of('before'), head: of('after') };
}
/** Equal keys: the token filter does the same with every request. */
function tokensKey({ jwt }) {
    return (0,build_fingerprint/* canonical */.$)(jwt.map(({ manifest: _, path: __, assumptions: ___, ...own }) => own));
}
function verdictsKey({ plane: { mesh }, keeper }) {
    return (0,build_fingerprint/* canonical */.$)([mesh.version.minor, mesh.config.raw, policiesKey(keeper)]);
}
/** Equal keys: the same policies leave verdicts behind. */
function policiesKey({ policies }) {
    const deciding = policies.filter(one => one.spec.action === 'CUSTOM' || (0,authorization/* isDryRun */.vG)(one));
    return (0,build_fingerprint/* canonical */.$)(deciding.map(one => [one.ref.namespace, one.ref.name, one.spec, (0,authorization/* isDryRun */.vG)(one)]));
}
/** Questions of one mark, where other policies are written otherwise and leave the same verdicts behind. */
function alignedQuestions(questions) {
    const { base, head } = questions;
    const { apart = alike } = base;
    if (apart.verdicts === '' || apart.tokens !== '')
        return questions;
    if (![base, head].some(({ keeper }) => asksVerdicts(keeper)))
        return questions;
    if (!sameVerdicts(base, head))
        return questions;
    return { base: { ...base, apart: alike }, head: { ...head, apart: alike } };
}
function asksVerdicts({ http, tcp }) {
    return [http, tcp].some(({ custom, audit, deny, allow }) => {
        const layers = [audit, deny, allow].flatMap(one => [one?.enforced ?? [], one?.shadow ?? []]);
        const asked = custom.flatMap(({ rules, denied }) => [rules, denied]);
        return [...layers, ...asked]
            .flat()
            .some(({ from, to }) => [...from, ...to].flat().some(({ attribute }) => attribute.of === 'metadata'));
    });
}
function sameVerdicts(base, head) {
    const [before, after] = [lowerVerdicts(base), lowerVerdicts(head)];
    if (before.size !== after.size)
        return false;
    return [...before].every(([name, table]) => {
        const other = after.get(name);
        if (other === undefined)
            return false;
        const found = compare(table, other, { keyOf: rule => rule });
        return found.kind === 'compared' && found.differences.length === 0;
    });
}

;// CONCATENATED MODULE: ./build/effects/tidy-term.js

/**
 * A term without what says nothing: alternatives that are wholly left out again, and exceptions that meet none of
 * those that stay. A long list of a policy then reads as the entry that makes the difference.
 */
function tidied(term) {
    const except = tidy_term_flat(term.except);
    const left = new Set(except.map(build_fingerprint/* canonical */.$));
    const own = tidy_term_flat(term.within);
    const within = own.filter(one => !left.has((0,build_fingerprint/* canonical */.$)(one)));
    // Everything is left out: the words as they are say so.
    if (own.length > 0 && within.length === 0)
        return term;
    if (within.length === 0)
        return { ...term, except };
    return { ...term, within, except: except.filter(one => within.some(kept => meets(one, kept))) };
}
function tidy_term_flat(matchers) {
    return matchers.flatMap(one => (one.is === 'any' ? tidy_term_flat(one.of) : [one]));
}
/** Whether some value satisfies both; where in doubt, yes. */
function meets(one, other) {
    if (!isPlain(one) || !isPlain(other))
        return true;
    if (one.ignoreCase === true || other.ignoreCase === true)
        return true;
    if (one.is === 'exact' && other.is === 'exact')
        return one.value === other.value;
    if (one.is === 'exact')
        return one.value.startsWith(other.value);
    if (other.is === 'exact')
        return other.value.startsWith(one.value);
    return one.value.startsWith(other.value) || other.value.startsWith(one.value);
}
function isPlain(matcher) {
    return matcher.is === 'exact' || matcher.is === 'prefix';
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
function inWords(written) {
    const { dimension } = written;
    const term = tidied(written);
    if ((0,opaque_dimension/* isOpaque */.qp)(dimension))
        return { ...term, dimension: (0,opaque_dimension/* opaqueWords */.r4)(dimension) };
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
    if (matcher.is === 'any') {
        const parts = matcher.of.map(transportWords);
        return parts.some(part => part === null) ? null : parts.join(' or ');
    }
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
        return `tokens of ${matcher.value.replaceAll(conditions/* BETWEEN */.j2, '/')}`;
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
    const [issuer = '', subject = ''] = matcher.value.includes(conditions/* BETWEEN */.j2)
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
    const any = `[^${conditions/* BETWEEN */.j2}]`;
    const marked = pattern.replaceAll(`${any}*`, '\u0000').replaceAll(`${any}+`, '\u0001');
    const [issuer = '', subject = ''] = marked.split(conditions/* BETWEEN */.j2);
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
            return `delegated to external provider ${action.providers.join(', ')}`;
        case 'deny':
        case 'close': {
            const verb = kind === 'deny' ? 'denied' : 'connection closed';
            if (rule === null)
                return `${verb}: ${reason}`;
            const trap = layer === 'DENY' && apply.allow && matchesEverything(rule)
                ? ', whose empty rule matches everything: a DENY beats every ALLOW'
                : '';
            const why = layer === 'CUSTOM' ? `: ${reason}` : '';
            return `${verb} by ${ruleWords(rule)}${why}${trap}`;
        }
        case 'unauthenticated':
            return action.token === null
                ? `401: ${reason}`
                : `refused by ${(0,build_finding/* describeRef */.R)(action.token.manifest.ref)} (${reason})`;
        case 'reset':
            return `connection reset: ${reason}`;
        case 'bad-request':
            return `400: ${reason}`;
    }
}
function matchesEverything({ from, to }) {
    return from.some(one => one.length === 0) && to.some(one => one.length === 0);
}
function ruleWords({ manifest, index }) {
    const only = (0,json/* list */.p_)(manifest.spec.rules).length < 2;
    return `${(0,build_finding/* describeRef */.R)(manifest.ref)}${only ? '' : `, rule ${index + 1}`}`;
}

;// CONCATENATED MODULE: ./build/effects/exposure-side.js












/** One side of one gateway, for requests that come from outside. */
class ExposureSide {
    plane;
    proxy;
    view;
    /** The identity of the gateway towards the pods behind it. */
    principal;
    /** Something outside of the cluster leads to it. */
    open;
    keeper;
    /** Dimensions of the tables that were asked, by name. */
    #dimensions = new Map();
    #servers = new Map();
    #chains = new Map();
    #addresses = new Map();
    constructor(plane, proxy, principal, open) {
        this.plane = plane;
        this.proxy = proxy;
        this.principal = principal;
        this.open = open;
        this.view = plane.config(proxy);
        this.keeper = (0,security_inbound/* securityOf */.K)(plane.compilation).gatekeeper(proxy);
        for (const { filterChains, refused, address } of this.view.listeners) {
            if (refused !== undefined)
                continue;
            for (const chain of filterChains) {
                if (chain.routeConfig === undefined)
                    continue;
                this.#chains.set(chain.routeConfig, chain);
                this.#addresses.set(chain.routeConfig, address);
            }
        }
    }
    chain(routeConfig) {
        return this.#chains.get(routeConfig);
    }
    /** Where its listener is bound; `undefined`: at any address. */
    address(routeConfig) {
        const address = this.#addresses.get(routeConfig);
        return address === mesh_service/* UNSPECIFIED */.Ah ? undefined : address;
    }
    /**
     * The dimension of the address that the gateway writes down for the pods behind it. Where it trusts no proxy,
     * the client is who connects.
     */
    get clientAddress() {
        return (0,mesh_config/* trustedProxies */.g)(this.plane.mesh.config) === 0 ? 'remote ip' : 'source ip';
    }
    /** What the gateway's own policies make of requests, in their order. */
    gate(routes, location) {
        const tls = this.chain(routes.name)?.tls !== undefined;
        const port = { port: routes.port, reading: 'http', origins: [] };
        const table = lowerAccess(this.#question(this.keeper, port, 'gateway', location));
        this.#learn(table.dimensions);
        this.#learn([
            (0,access_dimensions/* accessDimension */.Dp)(this.clientAddress, this.#question(this.keeper, port, 'gateway', null))
        ]);
        const fixed = { transport: tls ? 'tls' : 'plaintext', principal: null };
        const rows = specialised(table, fixed, action => this.#say(action, this.keeper));
        if (this.clientAddress === 'source ip')
            return rows;
        return rows.map(({ when: { 'source ip': peer, ...rest }, passage }) => {
            return { when: peer === undefined ? rest : joined(rest, { 'remote ip': peer }), passage };
        });
    }
    /** What the pods behind a cluster make of what the gateway sends. */
    servers(cluster, location) {
        const kept = location !== null && this.#passesOn(location) ? location : null;
        const key = `${cluster.name}\n${kept === null ? '' : (0,token_location/* locationText */.fN)(kept)}`;
        let found = this.#servers.get(key);
        if (found === undefined) {
            const backends = backendsOf(this.plane, this.view, cluster);
            found = distinct(backends.map(one => ({ backend: one, rows: this.#rows(one, kept) })));
            this.#servers.set(key, found);
        }
        return found;
    }
    /** Equal keys: the pods behind these clusters treat requests alike. */
    serversKey(clusters, location) {
        return (0,build_fingerprint/* canonical */.$)(clusters.map(name => {
            const cluster = this.view.clusters.get(name);
            if (cluster === undefined)
                return null;
            return [cluster.endpoints === 0, this.servers(cluster, location).map(({ rows }) => rows)];
        }));
    }
    #rows(backend, location) {
        const { guard, transport, pod, sni } = backend;
        if (guard === 'unknown') {
            return [
                { when: {}, passage: { kind: 'unknown', words: 'ambient pods are not analysed yet' } }
            ];
        }
        if (guard === 'none') {
            const words = 'connection reset: no proxy ends mutual TLS there';
            const kind = transport === 'mtls' ? 'closed' : 'open';
            return [{ when: {}, passage: { kind, words: kind === 'open' ? 'no proxy' : words } }];
        }
        const inbound = (0,security_inbound/* securityOf */.K)(this.plane.compilation).inbound(pod);
        const port = inbound.ports.port(backend.port);
        const question = this.#question(inbound.keeper, port, 'sidecar', location);
        const table = lowerAccess({ ...question, mode: inbound.mode(backend.port).mode });
        this.#learn([...table.dimensions, (0,access_dimensions/* accessDimension */.Dp)(this.clientAddress, question)]);
        this.#learn([behindGateway((0,access_dimensions/* accessDimension */.Dp)('source ip', question))]);
        const principal = transport === 'mtls' ? this.principal : null;
        return specialised(table, { transport, principal, ...(sni === null ? {} : { sni }) }, action => this.#say(action, inbound.keeper));
    }
    /** A gateway takes tokens away that it has read, unless it is told to leave them. */
    #passesOn(location) {
        return this.keeper.jwt.every(({ locations, forward }) => forward || locations.every(one => (0,token_location/* readFrom */.zP)(one, location) === 'not there'));
    }
    #question(keeper, port, place, location) {
        const { trusted } = (0,security_inbound/* securityOf */.K)(this.plane.compilation);
        const { mesh } = this.plane;
        const apart = {
            tokens: (0,build_fingerprint/* fingerprint */.R)(tokensKey(keeper)),
            verdicts: (0,build_fingerprint/* fingerprint */.R)(policiesKey(keeper))
        };
        const common = { mode: 'PERMISSIVE', speaks: 'http', destinationIps: [] };
        return { ...common, mesh, keeper, port, trusted, location, place, apart };
    }
    #say(action, keeper) {
        return actionWords(action, { allow: keeper.http.allow !== null });
    }
    /** A dimension of the tables that were asked, or of what the gateway writes. */
    dimension(name) {
        const found = this.#dimensions.get(name);
        if (found !== undefined || !(0,opaque_dimension/* isOpaque */.qp)(name))
            return found;
        return (0,access_dimensions/* accessDimension */.Dp)(name, { mesh: this.plane.mesh, trusted: null });
    }
    #learn(dimensions) {
        for (const one of dimensions)
            if (!this.#dimensions.has(one.name))
                this.#dimensions.set(one.name, one);
    }
}
/** Pods that treat everything alike are asked once. */
function distinct(all) {
    const seen = new Map();
    for (const one of all) {
        const key = (0,build_fingerprint/* canonical */.$)(one.rows);
        if (!seen.has(key))
            seen.set(key, one);
    }
    return [...seen.values()];
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

;// CONCATENATED MODULE: ./build/effects/exposure.js








/**
 * What is reachable from outside through a gateway on one side alone: by its listeners, its routes, its own
 * policies, and the transport, tokens and policies of the pods behind it.
 */
function exposureEffects(base, head, gateways, changes) {
    const edited = changes.filter(({ equal }) => !equal);
    if (gateways.length === 0 || edited.length === 0)
        return { effects: [], unknown: [], tables: 0 };
    const touched = reach(base.compilation, head.compilation, [
        ...edited,
        ...servedBy(base, head, edited)
    ]);
    const reached = { base: base.reached(touched), head: head.reached(touched) };
    const pods = { base: podsIn(base.mesh), head: podsIn(head.mesh) };
    const effects = [];
    const unknown = new Map();
    let tables = 0;
    for (const proxy of gateways) {
        const sides = gatewaySides(proxy, base.mesh, head.mesh);
        if (sides === null)
            continue;
        const moved = sides.base.proxy.id !== sides.head.proxy.id || sides.base.open !== sides.head.open;
        const whole = moved || guarded(edited, sides.base.proxy, [base, head]);
        if (!whole && !touched.affects(proxy))
            continue;
        const planes = whole ? { base, head } : reached;
        const one = new ExposureSide(planes.base, sides.base.proxy, sides.base.principal, sides.base.open);
        const other = new ExposureSide(planes.head, sides.head.proxy, sides.head.principal, sides.head.open);
        const found = compareExposure({ base: one, head: other, pods });
        tables += found.tables;
        for (const { message, reason, routeConfig } of found.gaps) {
            const where = `what ${proxy.description} serves to the outside (${routeConfig})`;
            unknown.set(message, { reason, message: `${where}: ${message}`, subject: null, at: null });
        }
        const assumptions = [...proxy.assumptions, ...sides.head.assumptions];
        const context = { base: one, head: other, changes, proxy, assumptions };
        for (const change of found.changes) {
            const made = exposureEffect(change, context);
            if (made === null)
                continue;
            if ('kind' in made)
                effects.push(made);
            else
                unknown.set(made.message, made);
        }
    }
    return { effects: exposure_distinct(effects), unknown: [...unknown.values()], tables };
}
/** Policies of gateway pods decide about everything that the gateway serves. */
function guarded(edited, { namespace }, planes) {
    const roots = planes.map(({ mesh }) => mesh.config.rootNamespace);
    return edited.some(({ base, head }) => {
        const ref = (head ?? base)?.ref;
        const policy = ref?.kind === 'AuthorizationPolicy' || ref?.kind === 'RequestAuthentication';
        return policy && (ref.namespace === namespace || roots.includes(ref.namespace));
    });
}
/** Services whose pods a change of policies or labels can reach, as changes of what routes lead to. */
function servedBy(base, head, edited) {
    const scope = serverScope(base.mesh, head.mesh, edited);
    if (scope.empty)
        return [];
    const found = new Map();
    for (const { mesh } of [base, head]) {
        const services = scope.namespaces === null
            ? mesh.registry.all
            : [...scope.namespaces].flatMap(one => mesh.registry.inNamespace(one));
        for (const { host, manifest } of services) {
            if (manifest !== null)
                found.set(host, { base: manifest, head: manifest });
        }
    }
    return [...found.entries()].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}
/** Gateways of several classes that serve the same are one to a reader. */
function exposure_distinct(effects) {
    const found = new Map();
    for (const effect of effects) {
        const known = found.get(effect.fingerprint);
        if (known === undefined)
            found.set(effect.fingerprint, effect);
        else {
            const names = [...new Set([...known.proxy.names, ...effect.proxy.names])].sort(compareText);
            found.set(effect.fingerprint, { ...known, proxy: { ...known.proxy, names } });
        }
    }
    return [...found.values()];
}

;// CONCATENATED MODULE: ./build/effects/exposure-fold.js

/**
 * Routes of gateways and what the outside reaches by them, each told once: a host that is served now is exposed,
 * a route that is gone is traffic lost, and a 404 where nothing listened is neither.
 */
function withExposure(routing, exposure) {
    const lost = new Set();
    const moved = new Set();
    for (const { kind, subject, proxy, members } of routing) {
        if (proxy.type !== 'gateway')
            continue;
        for (const one of [subject, ...members.map(member => member.subject)]) {
            if (kind === 'traffic-lost')
                lost.add(keyOf(one));
            if (kind === 'rerouted')
                moved.add(keyOf(one));
        }
    }
    const exposed = new Set();
    const gateways = new Set();
    for (const { kind, subject, region } of exposure) {
        if (kind === 'exposed')
            exposed.add(keyOf(subject)).add(keyOf(subject, region));
        gateways.add(subject.gateway);
    }
    const told = routing.filter(({ kind, subject, members, proxy, witness, region }) => {
        if (proxy.type !== 'gateway')
            return true;
        const subjects = [subject, ...members.map(member => member.subject)];
        if (kind === 'traffic-gained')
            return !subjects.every(one => exposed.has(keyOf(one)));
        if (kind === 'rerouted' && subjects.every(one => exposed.has(keyOf(one, region))))
            return false;
        const isNowhere = (side) => nowhere.has(witness?.[side].outcome ?? 'unknown');
        const nothing = kind === 'rerouted' && isNowhere('before') && isNowhere('after');
        return !(nothing && gateways.has(subject.gateway));
    });
    const own = exposure.filter(({ kind, subject, witness }) => {
        if (kind === 'exposed')
            return true;
        const isRouted = moved.has(keyOf(subject)) && byRoutes.has(witness?.after.outcome ?? 'unknown');
        return !isRouted && !lost.has(keyOf(subject));
    });
    return [...told, ...acrossPorts(own)];
}
/** Nobody answers: the 404 of a listener that has no route, and no listener. A server that comes or goes changes one into the other. */
const nowhere = new Set([
    'no-route',
    'no-virtual-host',
    'reset',
    'closed'
]);
/** What routes alone make of a request. */
const byRoutes = new Set([
    'redirect',
    'direct-response',
    'no-route',
    'no-virtual-host',
    'no-cluster',
    'no-endpoints'
]);
/** The same paths of the same host at several ports of a gateway are one thing to say. */
function acrossPorts(effects) {
    const groups = new Map();
    for (const effect of effects) {
        const { kind, subject, region, changes, causes } = effect;
        const { port: _, ...host } = subject;
        const key = (0,build_fingerprint/* canonical */.$)([kind, host, region, changes, causes.map(({ ref, side }) => [ref, side])]);
        const first = groups.get(key);
        if (first === undefined) {
            groups.set(key, effect);
            continue;
        }
        const { mesh, proxy, fingerprint } = effect;
        const member = { mesh, subject, proxy, region, fingerprint };
        groups.set(key, { ...first, members: [...first.members, member] });
    }
    return [...groups.values()];
}
function keyOf({ name, gateway, port }, region) {
    return JSON.stringify([name, gateway, port, region]);
}

// EXTERNAL MODULE: ./build/dataplane/proxies.js + 1 modules
var proxies = __webpack_require__(80238);
;// CONCATENATED MODULE: ./build/effects/extension/kinds.js
/** Kinds that patch what istiod made, or run code of their own in a proxy. */
const EXTENSION_KINDS = ['EnvoyFilter', 'WasmPlugin', 'TrafficExtension'];
function isExtension({ base, head }) {
    const kind = (head ?? base)?.ref.kind;
    return EXTENSION_KINDS.some(one => one === kind);
}

;// CONCATENATED MODULE: ./build/effects/extension/patch.js


/**
 * The patches of an EnvoyFilter, in order of the kinds of objects that they apply to: istiod keeps the order within a
 * kind alone. A patch without `patch` is thrown away, an absent context is ANY, and insertion where the order does not
 * count is addition. Source: pilot model/envoyfilter.go convertToEnvoyFilterWrapper.
 */
function patchesOf({ spec }) {
    const patches = [];
    for (const [index, entry] of (0,json/* list */.p_)(spec.configPatches).entries()) {
        const fields = (0,json/* mapOrEmpty */.B4)(entry);
        const patch = (0,json/* map */.Tj)(fields.patch);
        if (patch === undefined)
            continue;
        const { context, proxy, ...match } = (0,json/* mapOrEmpty */.B4)(fields.match);
        const applyTo = (0,json/* text */.Qq)(fields.applyTo) ?? 'INVALID';
        const wanted = (0,json/* mapOrEmpty */.B4)(proxy);
        const made = {
            applyTo,
            context: (0,json/* filled */.Bq)(context) ?? 'ANY',
            operation: operationOf((0,json/* text */.Qq)(patch.operation) ?? 'INVALID', applyTo),
            match: withoutEmpty(match),
            proxyVersion: (0,json/* filled */.Bq)(wanted.proxyVersion) ?? null,
            metadata: (0,json/* mapOrEmpty */.B4)(wanted.metadata),
            value: patch.value ?? null,
            filterClass: (0,json/* filled */.Bq)(patch.filterClass) ?? 'UNSPECIFIED'
        };
        patches.push({ ...made, path: ['spec', 'configPatches', index], key: (0,build_fingerprint/* canonical */.$)(made) });
    }
    return patches.sort((a, b) => (a.applyTo < b.applyTo ? -1 : a.applyTo > b.applyTo ? 1 : 0));
}
const ORDERED = new Set([
    'HTTP_FILTER',
    'NETWORK_FILTER',
    'HTTP_ROUTE',
    'LISTENER_FILTER'
]);
function operationOf(written, applyTo) {
    return written.startsWith('INSERT_') && !ORDERED.has(applyTo) ? 'ADD' : written;
}
/** A match of nothing matches all. */
function withoutEmpty(match) {
    const entries = Object.entries(match).filter(([, value]) => Object.keys((0,json/* mapOrEmpty */.B4)(value)).length > 0);
    return Object.fromEntries(entries);
}
/** Lower values are applied first. */
function priorityOf({ spec }) {
    return (0,json/* number */.ai)(spec.priority) ?? 0;
}
/**
 * Patches that one side has and the other has not, or has elsewhere in the order of their kind.
 */
function changedPatches(base, head) {
    const kept = commonKeys(base.map(({ key }) => key), head.map(({ key }) => key));
    const left = [...kept.base];
    const right = [...kept.head];
    return {
        removed: base.filter((_, index) => !left.includes(index)),
        added: head.filter((_, index) => !right.includes(index))
    };
}
/** More patches than this are compared as sets of positions from both ends. */
const MOST = 400;
/** Places of the longest common sequence. */
function commonKeys(base, head) {
    const rows = base.length > MOST || head.length > MOST ? 0 : base.length;
    const table = Array.from({ length: rows + 1 }, () => new Array(head.length + 1).fill(0));
    const at = (i, j) => table[i]?.[j] ?? 0;
    for (let i = rows - 1; i >= 0; i--) {
        const row = table[i];
        if (row === undefined)
            continue;
        for (let j = head.length - 1; j >= 0; j--) {
            row[j] = base[i] === head[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const own = [];
    const other = [];
    for (let i = 0, j = 0; i < rows && j < head.length;) {
        if (base[i] === head[j]) {
            own.push(i++);
            other.push(j++);
        }
        else if (at(i + 1, j) >= at(i, j + 1))
            i++;
        else
            j++;
    }
    return { base: own, head: other };
}

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var re2js_build = __webpack_require__(2856);
;// CONCATENATED MODULE: ./build/effects/extension/attach.js



/** Labels that an extension asks of pods; `null`: it names objects of the Gateway API instead. */
function wantedLabels({ ref, spec }) {
    if ((0,json/* list */.p_)(spec.targetRefs).length > 0 || (0,json/* map */.Tj)(spec.targetRef) !== undefined)
        return null;
    return ref.kind === 'EnvoyFilter'
        ? (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(spec.workloadSelector).labels)
        : (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(spec.selector).matchLabels);
}
/**
 * Whether an extension reaches a proxy class: by namespace (the root namespace is everybody's), then by labels.
 * Those with targetRefs reach gateways of the Gateway API and waypoints alone.
 * Source: pilot model/push_context.go EnvoyFilters, policyattachment.go ShouldAttachPolicy.
 */
function attaches(extension, proxy, root) {
    const { namespace } = extension.ref;
    if (namespace !== root && namespace !== proxy.namespace)
        return false;
    const wanted = wantedLabels(extension);
    if (wanted === null)
        return false;
    if ((0,mesh_selector/* selects */.ko)(wanted, proxy.labels))
        return true;
    // Pods that git does not hold may carry more labels than their class is known by.
    return proxy.certainty !== 'certain' && !contradicts(wanted, proxy.labels);
}
function contradicts(wanted, labels) {
    if ((0,mesh_selector/* isEmptySelector */.xh)(wanted))
        return false;
    return Object.entries(wanted).some(([key, value]) => labels[key] !== undefined && labels[key] !== value);
}
/** Patch levels of a minor that are tried; none was ever larger. */
const PATCHES = 60;
/**
 * Whether the expression could match the version of some proxy of these minors. What is no RE2 expression matches every
 * version, an overlong one none. Source: pilot model/envoyfilter.go proxyMatch.
 */
function matchesVersion({ proxyVersion }, meshes) {
    if (proxyVersion === null)
        return true;
    if (proxyVersion.length > 1024)
        return false;
    let program;
    try {
        program = re2js_build/* RE2JS */.L3.compile(proxyVersion);
    }
    catch {
        return true;
    }
    for (const { version } of meshes) {
        const { minor, full } = version;
        const written = [minor, `${minor}-dev`, `${minor}-alpha.0`, ...(full === null ? [] : [full])];
        for (let patch = 0; patch < PATCHES; patch++)
            written.push(`${minor}.${patch}`);
        for (const one of written) {
            if (program.matcher(one).find() || program.matcher(`${one}-distroless`).find())
                return true;
        }
    }
    return false;
}

;// CONCATENATED MODULE: ./build/effects/extension/meets.js


/** Directions of a proxy class that the context of a patch names. Source: listener_patch.go patchContextMatch. */
function directionsOf({ context }, proxy) {
    if (proxy.type === 'gateway')
        return context === 'ANY' || context === 'GATEWAY' ? ['gateway'] : [];
    if (proxy.type !== 'sidecar')
        return [];
    if (context === 'SIDECAR_INBOUND')
        return ['inbound'];
    if (context === 'SIDECAR_OUTBOUND')
        return ['outbound'];
    return context === 'ANY' ? ['outbound', 'inbound'] : [];
}
/**
 * Whether a patch finds something to patch in what a proxy is sent, or could: what git does not hold is never taken for
 * absent. Source: networking/core/envoyfilter listener_patch.go, rc_patch.go, cluster_patch.go.
 */
function meets_meets(patch, proxy, direction, sides) {
    return sides.some(side => {
        const view = side.config(proxy);
        switch (patch.applyTo) {
            case 'CLUSTER':
                return meetsCluster(patch, view, direction);
            case 'ROUTE_CONFIGURATION':
            case 'VIRTUAL_HOST':
            case 'HTTP_ROUTE':
                return meetsRoutes(patch, view, direction);
            case 'LISTENER':
            case 'FILTER_CHAIN':
            case 'NETWORK_FILTER':
            case 'HTTP_FILTER':
            case 'LISTENER_FILTER':
                return meetsListener(patch, view, proxy, direction, side);
            default:
                return true;
        }
    });
}
/** New objects need nothing that is there. */
function isAddition({ operation, applyTo }) {
    return operation === 'ADD' && (applyTo === 'LISTENER' || applyTo === 'CLUSTER');
}
function meetsCluster(patch, view, direction) {
    const match = (0,json/* map */.Tj)(patch.match.cluster);
    // Inbound clusters are named after ports of pods, which git may not hold.
    if (match === undefined || isAddition(patch) || direction === 'inbound')
        return true;
    const name = (0,json/* filled */.Bq)(match.name);
    if (name !== undefined)
        return view.clusters.has(name) || !name.startsWith('outbound|');
    for (const cluster of view.clusters.keys()) {
        const [, port, subset = '', host] = cluster.split('|');
        if ((0,json/* filled */.Bq)(match.subset) !== undefined && match.subset !== subset)
            continue;
        if ((0,json/* filled */.Bq)(match.service) !== undefined && match.service !== host)
            continue;
        const wanted = (0,json/* number */.ai)(match.portNumber) ?? 0;
        if (wanted !== 0 && wanted !== Number(port))
            continue;
        return true;
    }
    return false;
}
function meetsRoutes(patch, view, direction) {
    const match = (0,json/* map */.Tj)(patch.match.routeConfiguration);
    if (match === undefined || direction === 'inbound')
        return true;
    for (const config of view.routeConfigs.keys()) {
        if (!namesRoutes(match, config, direction))
            continue;
        const vhost = (0,json/* map */.Tj)(match.vhost);
        if (vhost === undefined || patch.applyTo === 'ROUTE_CONFIGURATION')
            return true;
        const routes = view.routeConfigs.get(config);
        if (routes !== undefined && meetsHost(patch, vhost, routes))
            return true;
    }
    return false;
}
/** Whether a match names a route configuration. */
function namesRoutes(match, config, direction) {
    const name = (0,json/* filled */.Bq)(match.name);
    if (name !== undefined && name !== config)
        return false;
    const wanted = (0,json/* number */.ai)(match.portNumber) ?? 0;
    if (direction !== 'gateway') {
        return wanted === 0 || wanted === Number(config.slice(config.lastIndexOf(':') + 1));
    }
    // `http.8080`, `https.443.https.gateway.namespace`
    const [kind, port, portName, gateway, namespace] = config.split('.');
    if ((0,json/* filled */.Bq)(match.portName) !== undefined && match.portName !== portName)
        return false;
    if ((0,json/* filled */.Bq)(match.gateway) !== undefined && match.gateway !== `${namespace}/${gateway}`)
        return false;
    // The Service of a gateway may translate its ports: only a name of one's own settles it.
    return wanted === 0 || kind === 'http' || wanted === Number(port);
}
function meetsHost(patch, vhost, { virtualHosts }) {
    const [name, domain] = [(0,json/* filled */.Bq)(vhost.name), (0,json/* filled */.Bq)(vhost.domainName)];
    const route = (0,json/* map */.Tj)(vhost.route);
    for (const host of virtualHosts) {
        if (name !== undefined && name !== host.name)
            continue;
        if (domain !== undefined && !host.domains.includes(domain))
            continue;
        if (patch.applyTo !== 'HTTP_ROUTE' || route === undefined)
            return true;
        const wanted = (0,json/* filled */.Bq)(route.name);
        if (wanted === undefined || host.routes.some(one => one.name === wanted))
            return true;
    }
    return false;
}
function meetsListener(patch, view, proxy, direction, side) {
    const match = (0,json/* map */.Tj)(patch.match.listener);
    if (match === undefined || isAddition(patch))
        return true;
    if (direction === 'inbound')
        return meetsInbound(match, proxy, side);
    return view.listeners.some(listener => namesListener(patch, match, listener));
}
const VIRTUAL = ['virtualInbound', 'virtualOutbound'];
function namesListener(patch, match, listener) {
    const name = (0,json/* filled */.Bq)(match.name);
    if (name !== undefined && name !== listener.name) {
        // An address that the cluster gives is none that git knows.
        const own = /^(?!0\.0\.0\.0_)[\d.:a-f]+_(\d+)$/.exec(name)?.[1];
        if (own === undefined || Number(own) !== listener.port)
            return false;
    }
    const wanted = (0,json/* number */.ai)(match.portNumber) ?? 0;
    const isVirtual = VIRTUAL.includes(listener.name);
    if (wanted !== 0 && wanted !== listener.port && !(isVirtual && patch.applyTo !== 'LISTENER'))
        return false;
    // Chains of the virtual listener for what is sent have no port of their own.
    if (wanted !== 0 && isVirtual && patch.applyTo !== 'LISTENER')
        return patch.applyTo === 'LISTENER_FILTER';
    const chain = (0,json/* map */.Tj)(match.filterChain);
    if (chain === undefined || patch.applyTo === 'LISTENER' || patch.applyTo === 'LISTENER_FILTER')
        return true;
    const chains = [
        ...listener.filterChains,
        ...(listener.defaultChain === undefined ? [] : [listener.defaultChain])
    ];
    return chains.some(one => namesChain(chain, one));
}
function namesChain(match, { name, match: own }) {
    if ((0,json/* filled */.Bq)(match.name) !== undefined && match.name !== name)
        return false;
    const sni = (0,json/* filled */.Bq)(match.sni);
    if (sni !== undefined && own.sni?.includes(sni) !== true)
        return false;
    const transport = (0,json/* filled */.Bq)(match.transportProtocol);
    return transport === undefined || own.transport === undefined || own.transport === transport;
}
/** Chains of `virtualInbound` are those of the pod's Services; what git does not hold, nobody knows. */
function meetsInbound(match, proxy, { mesh }) {
    const name = (0,json/* filled */.Bq)(match.name);
    if (name === 'virtualOutbound')
        return false;
    const wanted = (0,json/* number */.ai)(match.portNumber) ?? (0,json/* number */.ai)((0,json/* mapOrEmpty */.B4)(match.filterChain).destinationPort) ?? 0;
    if (wanted === 0 || proxy.certainty !== 'certain')
        return true;
    if (mesh.of('Sidecar').some(({ spec }) => (0,json/* list */.p_)(spec.ingress).length > 0))
        return true;
    const services = mesh.registry
        .inNamespace(proxy.namespace)
        .filter(({ selector }) => selector !== null && (0,mesh_selector/* selects */.ko)(selector, proxy.labels));
    return services.some(({ ports }) => ports.some(({ number: own, targetPort }) => typeof targetPort === 'string' ? true : (targetPort ?? own) === wanted));
}
/** The filter that a patch of filters is placed by: `envoy.filters.http.router`. */
function placedBy({ match }) {
    const filter = (0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)(match.listener).filterChain).filter);
    return (0,json/* text */.Qq)((0,json/* mapOrEmpty */.B4)(filter.subFilter).name) ?? (0,json/* text */.Qq)(filter.name) ?? null;
}

;// CONCATENATED MODULE: ./build/effects/extension/scope.js




/** `null`: no proxy has what the patch asks for, and git holds what it would take to know. */
function reachedBy(extension, patch, ground) {
    const meshes = ground.sides.map(({ mesh }) => mesh);
    if (!matchesVersion(patch, meshes))
        return null;
    const directions = new Set();
    const proxies = new Set();
    let asked = false;
    for (const { proxy, labels, known } of targetsOf(extension, ground)) {
        const found = directionsOf(patch, proxy);
        asked ||= found.length > 0;
        for (const direction of found) {
            if (!meets_meets(patch, { ...proxy, labels, certainty: known ? 'certain' : 'assumed' }, direction, ground.sides))
                continue;
            directions.add(direction);
            proxies.add(proxy);
        }
    }
    if (proxies.size > 0)
        return { proxies: [...proxies], directions };
    // Of proxies that git does not hold, nothing is known, and so nothing is proven.
    return asked ? null : { proxies: [], directions };
}
/** Gateways by their class; sidecars by their pods, where git holds any of the namespace. */
function targetsOf(extension, { sides, classes, root }) {
    const wanted = wantedLabels(extension);
    const targets = [];
    for (const proxy of classes) {
        const { namespace, labels } = proxy;
        const isIn = extension.ref.namespace === root || extension.ref.namespace === namespace;
        if (!isIn || wanted === null)
            continue;
        const pods = sides.flatMap(({ mesh }) => mesh.workloadsIn(namespace));
        if (proxy.type !== 'sidecar' || pods.length === 0) {
            const known = proxy.certainty === 'certain';
            if (attaches(extension, proxy, root))
                targets.push({ proxy, labels, known });
            continue;
        }
        const seen = new Set();
        for (const pod of pods) {
            if (!(0,mesh_selector/* selects */.ko)(wanted, pod.labels) || classOf(pod.labels, namespace, classes) !== proxy)
                continue;
            const key = (0,mesh_selector/* selectorText */.nM)(pod.labels);
            if (!seen.has(key))
                targets.push({ proxy, labels: pod.labels, known: true });
            seen.add(key);
        }
    }
    return targets;
}
/** The class that says most of the pod's labels. */
function classOf(labels, namespace, classes) {
    let best;
    for (const one of classes) {
        if (one.type !== 'sidecar' || one.namespace !== namespace || !(0,mesh_selector/* selects */.ko)(one.labels, labels))
            continue;
        const more = Object.keys(one.labels).length - Object.keys(best?.labels ?? {}).length;
        if (best === undefined || more > 0)
            best = one;
    }
    return best;
}
/** Whose proxies an extension is for, where none of git's is known. */
function audienceWords(extension, root) {
    const { spec, ref } = extension;
    const labels = wantedLabels(extension);
    if (labels === null) {
        const targets = [...(0,json/* list */.p_)(spec.targetRefs), spec.targetRef].flatMap((one) => (0,json/* isMap */.jh)(one) ? [one] : []);
        const names = targets.map(one => `${(0,json/* text */.Qq)(one.kind) ?? 'object'} ${(0,json/* text */.Qq)(one.name) ?? ''}`);
        return `${names.join(', ')} in ${ref.namespace}`;
    }
    const where = ref.namespace === root ? 'every namespace' : ref.namespace;
    return (0,mesh_selector/* isEmptySelector */.xh)(labels)
        ? `all proxies in ${where}`
        : `pods with ${(0,mesh_selector/* selectorText */.nM)(labels)} in ${where}`;
}
const DIRECTIONS = {
    inbound: 'requests that sidecars receive',
    outbound: 'requests that sidecars send',
    gateway: 'requests at gateways'
};
/** Directions that the context names, where no proxy is known. */
function meantBy({ context }) {
    const one = CONTEXTS[context];
    return new Set(one === undefined ? [] : [one]);
}
const CONTEXTS = {
    SIDECAR_INBOUND: 'inbound',
    SIDECAR_OUTBOUND: 'outbound',
    GATEWAY: 'gateway'
};
/** Which requests a patch can meet, as far as its match says. */
function scope_regionWords(patch, { directions }) {
    const meant = directions.size === 0 ? meantBy(patch) : directions;
    const all = ['inbound', 'outbound', 'gateway'].filter(one => meant.has(one));
    const named = all.map(one => DIRECTIONS[one]);
    const start = named.length === 0 ? 'requests' : named.join(' and ');
    const details = [];
    const listener = (0,json/* mapOrEmpty */.B4)(patch.match.listener);
    const routes = (0,json/* mapOrEmpty */.B4)(patch.match.routeConfiguration);
    const cluster = (0,json/* mapOrEmpty */.B4)(patch.match.cluster);
    const chain = (0,json/* mapOrEmpty */.B4)(listener.filterChain);
    const port = [listener.portNumber, chain.destinationPort, routes.portNumber, cluster.portNumber]
        .map(one => (0,json/* number */.ai)(one) ?? 0)
        .find(one => one !== 0);
    if (port !== undefined)
        details.push(`port ${port}`);
    const vhost = (0,json/* mapOrEmpty */.B4)(routes.vhost);
    const add = (label, value) => {
        if (typeof value === 'string' && value !== '')
            details.push(`${label} ${value}`);
    };
    add('listener', listener.name);
    add('server name', chain.sni);
    add('route configuration', routes.name);
    add('gateway', routes.gateway);
    add('virtual host', vhost.name);
    add('domain', vhost.domainName);
    add('route', (0,json/* mapOrEmpty */.B4)(vhost.route).name);
    add('cluster', cluster.name);
    add('service', cluster.service);
    add('subset', cluster.subset);
    return details.length === 0 ? start : `${start}, ${details.join(', ')}`;
}

;// CONCATENATED MODULE: ./build/effects/extension/words.js




/** Filters of Envoy by a word in their name or type, the first that fits. */
const FILTERS = [
    [/ext_authz|extauthz/i, 'external authorization (ext_authz)'],
    [/local_?rate_?limit/i, 'a local rate limit'],
    [/rate_?limit/i, 'a rate limit'],
    [/jwt_?authn/i, 'JWT authentication'],
    [/\brbac|\.rbac/i, 'RBAC'],
    [/lua/i, 'Lua'],
    [/wasm/i, 'a Wasm module'],
    [/ext_proc|externalprocessor/i, 'external processing (ext_proc)'],
    [/header_?mutation|header_to_metadata/i, 'a header filter'],
    [/oauth2/i, 'OAuth2'],
    [/csrf/i, 'CSRF protection'],
    [/\bcors/i, 'CORS'],
    [/fault/i, 'fault injection'],
    [/compressor|gzip|decompressor/i, 'compression'],
    [/buffer/i, 'buffering'],
    [/grpc_?web|grpc_json|grpc_stats/i, 'a gRPC filter'],
    [/tap\b/i, 'a tap'],
    [/\bstats|istio\.stats/i, 'metrics'],
    [/health_?check/i, 'a health check filter'],
    [/http_connection_manager|httpconnectionmanager/i, 'the HTTP connection manager'],
    [/tcp_proxy|tcpproxy/i, 'the TCP proxy'],
    [/router/i, 'the router'],
    [/proxy_?protocol/i, 'PROXY protocol'],
    [/original_?(?:src|dst)/i, 'original addresses']
];
/** Filters that decide who may call: without them, everybody may. */
const GUARDS = /RBAC|JWT|authorization|Wasm|OAuth2|CSRF/;
const OBJECTS = {
    LISTENER: 'a listener',
    FILTER_CHAIN: 'a filter chain',
    NETWORK_FILTER: 'a network filter',
    HTTP_FILTER: 'an HTTP filter',
    LISTENER_FILTER: 'a listener filter',
    ROUTE_CONFIGURATION: 'a route configuration',
    VIRTUAL_HOST: 'a virtual host',
    HTTP_ROUTE: 'a route',
    CLUSTER: 'a cluster',
    EXTENSION_CONFIG: 'an extension configuration',
    BOOTSTRAP: "the proxies' bootstrap"
};
const VERBS = {
    ADD: 'adds',
    INSERT_BEFORE: 'adds',
    INSERT_AFTER: 'adds',
    INSERT_FIRST: 'adds',
    REMOVE: 'removes',
    REPLACE: 'replaces',
    MERGE: 'merges into'
};
/** What a patch does, in a few words: `adds Lua`, `merges into a route: timeout`. */
function patchWords(patch) {
    const verb = VERBS[patch.operation] ?? 'patches';
    const object = OBJECTS[patch.applyTo] ?? 'configuration';
    const isFilter = patch.applyTo.endsWith('FILTER') || patch.applyTo === 'EXTENSION_CONFIG';
    if (!isFilter)
        return `${verb} ${object}${memberWords(patch.value)}`;
    const isAdded = verb === 'adds';
    const named = filterWords(isAdded || patch.operation === 'REPLACE' ? patch.value : null);
    const placed = placedBy(patch);
    const existing = placed === null ? null : filterName(placed);
    if (isAdded)
        return `adds ${named ?? object}`;
    if (patch.operation === 'REPLACE') {
        return `replaces ${existing ?? object}${named === null ? '' : ` by ${named}`}`;
    }
    const target = existing ?? filterWords(patch.value) ?? object;
    return `${verb} ${target}${patch.operation === 'MERGE' ? memberWords(typedOf(patch.value)) : ''}`;
}
/** A patch that takes away or changes what decides who may call. */
function touchesGuards(patch) {
    return (GUARDS.test(patchWords(patch)) ||
        JSON.stringify(patch.value).includes('typed_per_filter_config'));
}
function filterWords(value) {
    const fields = (0,json/* map */.Tj)(value);
    if (fields === undefined)
        return null;
    const type = (0,json/* text */.Qq)((0,json/* mapOrEmpty */.B4)(fields.typed_config ?? fields.typedConfig)['@type']);
    const url = (0,json/* text */.Qq)((0,json/* mapOrEmpty */.B4)(fields.typed_config ?? fields.typedConfig).type_url);
    for (const written of [url, type, (0,json/* text */.Qq)(fields.name)]) {
        if (written === undefined || written.endsWith('udpa.type.v1.TypedStruct'))
            continue;
        const known = FILTERS.find(([pattern]) => pattern.test(written))?.[1];
        if (known !== undefined)
            return known;
    }
    const name = (0,json/* filled */.Bq)(fields.name);
    return name === undefined ? null : `the filter ${name}`;
}
function filterName(name) {
    return FILTERS.find(([pattern]) => pattern.test(name))?.[1] ?? `the filter ${name}`;
}
function typedOf(value) {
    const fields = (0,json/* mapOrEmpty */.B4)(value);
    return fields.typed_config ?? fields.typedConfig ?? value;
}
/** The fields that a value sets, those that a reader knows by name. */
function memberWords(value) {
    if (!(0,json/* isMap */.jh)(value))
        return '';
    const paths = [];
    const walk = (one, path) => {
        if (!(0,json/* isMap */.jh)(one) || paths.length > 3)
            return;
        for (const [key, member] of Object.entries(one)) {
            if (key === '@type' || member === undefined)
                continue;
            const here = path === '' ? key : `${path}.${key}`;
            if ((0,json/* isMap */.jh)(member) && path.split('.').length < 2)
                walk(member, here);
            else
                paths.push(here);
        }
    };
    walk(value, '');
    const shown = paths.slice(0, 3);
    if (shown.length === 0)
        return '';
    return `: ${listWords(shown)}${paths.length > 3 ? ' and more' : ''}`;
}
/** What a Wasm plugin or another extension runs, and where among the filters. */
function moduleWords({ ref, spec }) {
    const url = (0,json/* filled */.Bq)(spec.url) ?? (0,json/* filled */.Bq)((0,json/* mapOrEmpty */.B4)(spec.wasm).url);
    const lua = (0,json/* map */.Tj)(spec.lua) !== undefined;
    const phase = (0,json/* text */.Qq)(spec.phase) ?? 'UNSPECIFIED_PHASE';
    const where = { AUTHN: ' before authentication', AUTHZ: ' before authorization', STATS: ' before metrics' }[phase] ?? '';
    if (lua)
        return `runs Lua${where}`;
    if (ref.kind === 'TrafficExtension' && url === undefined)
        return `runs an extension${where}`;
    return `runs the Wasm module ${url ?? 'of no address'}${where}`;
}
/** Ports and direction that a Wasm plugin names. */
function trafficWords({ spec }) {
    const said = (0,json/* list */.p_)(spec.match).map(entry => {
        const { mode, ports } = (0,json/* mapOrEmpty */.B4)(entry);
        const numbers = (0,json/* list */.p_)(ports).flatMap(one => (0,json/* number */.ai)((0,json/* map */.Tj)(one)?.number) ?? []);
        const direction = { CLIENT: 'sent', SERVER: 'received' }[(0,json/* text */.Qq)(mode) ?? ''] ?? '';
        return [direction, numbers.length === 0 ? '' : `port ${listWords(numbers.map(String))}`]
            .filter(word => word !== '')
            .join(', ');
    });
    return listWords(said.filter(word => word !== ''));
}
function priorityWords(manifest) {
    return `is applied at priority ${priorityOf(manifest)}`;
}

;// CONCATENATED MODULE: ./build/effects/extension/extension.js











/**
 * What changes of EnvoyFilters and Wasm plugins can touch: which proxies, which way, which listeners, routes and
 * clusters. What they make of it is never guessed, so each effect is unknown; edits that no proxy meets are none.
 */
function extensionEffects(base, head, changes) {
    const edited = changes.filter(change => !change.equal && isExtension(change));
    if (edited.length === 0)
        return { effects: [], unknown: [], textOnly: [] };
    const ground = {
        sides: [base, head],
        classes: (0,proxies/* proxyClasses */.z)(base.mesh, head.mesh),
        root: head.mesh.config.rootNamespace
    };
    const effects = [];
    const unknown = [];
    const textOnly = [];
    for (const change of edited) {
        const manifest = change.head ?? change.base;
        if (manifest === null)
            continue;
        const moves = movesOf(change, ground);
        if (moves.length === 0) {
            const what = 'no proxy meets what changed';
            textOnly.push({ file: manifest.file, what, ref: (0,build_finding/* describeRef */.R)(manifest.ref) });
            continue;
        }
        const effect = effectOf(change, manifest, moves, ground, changes);
        effects.push(effect);
        unknown.push(unknownOf(manifest, moves, effect));
    }
    return { effects, unknown, textOnly };
}
function movesOf(change, ground) {
    const { base, head } = change;
    const kind = (head ?? base)?.ref.kind;
    return kind === 'EnvoyFilter' ? filterMoves(base, head, ground) : moduleMoves(base, head, ground);
}
function filterMoves(base, head, ground) {
    const before = base === null ? [] : patchesOf(base);
    const after = head === null ? [] : patchesOf(head);
    const moves = [];
    const add = (side, manifest, patches) => {
        if (manifest === null)
            return;
        for (const patch of patches) {
            const reached = reachedBy(manifest, patch, ground);
            if (reached === null)
                continue;
            const region = scope_regionWords(patch, reached);
            const words = patchWords(patch);
            const guards = touchesGuards(patch);
            moves.push({ side, manifest, path: patch.path, words, region, reached, guards });
        }
    };
    if (base !== null && head !== null && sameAudience(base, head)) {
        const { removed, added } = changedPatches(before, after);
        add('base', base, removed);
        add('head', head, added);
        if (moves.length === 0 && priorityOf(base) !== priorityOf(head) && hasRivals(head, ground)) {
            for (const patch of after) {
                const reached = reachedBy(head, patch, ground);
                if (reached === null)
                    continue;
                const region = scope_regionWords(patch, reached);
                const words = priorityWords(head);
                moves.push({
                    side: 'head',
                    manifest: head,
                    path: ['spec', 'priority'],
                    words,
                    region,
                    reached,
                    guards: false
                });
                break;
            }
        }
        return moves;
    }
    add('base', base, before);
    add('head', head, after);
    return moves;
}
/** The same proxies are asked for. */
function sameAudience(base, head) {
    const of = ({ spec }) => [
        spec.workloadSelector ?? null,
        spec.targetRefs ?? null,
        spec.selector ?? null,
        spec.targetRef ?? null
    ];
    return (0,manifest_change/* sameJson */.Vk)(of(base), of(head));
}
/** The order among filters counts only where there are others. */
function hasRivals(own, { sides, root }) {
    const key = (0,mesh_order/* refKey */.XF)(own.ref);
    return sides.some(({ mesh }) => mesh
        .of('EnvoyFilter')
        .some(other => (0,mesh_order/* refKey */.XF)(other.ref) !== key &&
        (other.ref.namespace === own.ref.namespace ||
            other.ref.namespace === root ||
            own.ref.namespace === root)));
}
function moduleMoves(base, head, ground) {
    if (base !== null && head !== null && (0,manifest_change/* sameJson */.Vk)(base.spec, head.spec))
        return [];
    const moves = [];
    const fields = Object.keys({ ...base?.spec, ...head?.spec })
        .filter(key => !(0,manifest_change/* sameJson */.Vk)(base?.spec[key] ?? null, head?.spec[key] ?? null))
        .sort();
    const edited = base === null || head === null ? '' : ` (${listWords(fields)} changed)`;
    for (const [side, manifest] of [
        ['base', base],
        ['head', head]
    ]) {
        if (manifest === null)
            continue;
        const anywhere = {
            applyTo: 'BOOTSTRAP',
            context: 'ANY',
            operation: 'ADD',
            match: {},
            proxyVersion: null,
            metadata: {},
            value: null,
            path: ['spec'],
            key: ''
        };
        const reached = reachedBy(manifest, anywhere, ground) ?? { proxies: [], directions: new Set() };
        const traffic = trafficWords(manifest);
        moves.push({
            side,
            manifest,
            path: ['spec'],
            words: `${moduleWords(manifest)}${edited}`,
            region: traffic === '' ? scope_regionWords(anywhere, reached) : `requests ${traffic}`,
            reached,
            guards: true
        });
    }
    return moves;
}
function effectOf(change, manifest, moves, ground, changes) {
    const { ref } = manifest;
    const mesh = ground.sides[1]?.mesh.name ?? 'default';
    const words = (side) => {
        const own = [...new Set(moves.filter(move => move.side === side).map(move => move.words))];
        if (own.length === 0)
            return 'nothing of this';
        return own.length > 3
            ? `${own.slice(0, 3).join('; ')} and ${own.length - 3} more`
            : own.join('; ');
    };
    const facets = [{ facet: ref.kind, before: words('base'), after: words('head') }];
    const regions = [...new Set(moves.map(({ region }) => region))];
    const region = regions.length > 3 ? `${regions.slice(0, 3).join('; ')} and more` : regions.join('; ');
    const subject = { kind: 'namespace', name: audienceWords(manifest, ground.root) };
    const reached = new Map(moves.flatMap(({ reached: { proxies } }) => proxies.map(one => [one.id, one])));
    const causes = moves.map(causeOf);
    const guards = moves.some(one => one.guards);
    return {
        kind: 'extension-changed',
        mesh,
        domain: 'observability',
        direction: 'neutral',
        severity: guards ? 'error' : 'warning',
        subject,
        proxy: {
            type: [...reached.values()].every(({ type }) => type === 'gateway') && reached.size > 0
                ? 'gateway'
                : 'sidecar',
            names: proxyNames([...reached.values()].map(({ description }) => description))
        },
        region,
        changes: facets,
        witness: null,
        causes,
        members: [],
        certainty: 'unknown',
        assumptions: [],
        fingerprint: (0,build_fingerprint/* fingerprint */.R)(['extension-changed', mesh, ref, facets, region]),
        verify: `istioctl proxy-config all "$POD" -n ${ref.namespace} -o json`,
        watch: `sum by (response_code, response_flags) (rate(istio_requests_total{reporter="destination", destination_workload_namespace="${ref.namespace}"}[5m]))`,
        rollback: phases([change], 'back').map(stepWords).join(', then ') || rollbackAll(changes)
    };
}
function rollbackAll(changes) {
    return phases(changes, 'back').map(stepWords).join(', then ');
}
const nameLimit = 4;
function proxyNames(names) {
    const sorted = [...new Set(names)].sort();
    if (sorted.length <= nameLimit)
        return sorted;
    return [...sorted.slice(0, nameLimit - 1), `${sorted.length - nameLimit + 1} more`];
}
function causeOf({ side, manifest, path, words }) {
    const note = side === 'head' ? `it ${words}` : `it no longer ${words}`;
    return { side, ref: manifest.ref, at: { manifest, path, part: 'key' }, note };
}
function unknownOf(manifest, moves, effect) {
    const [first] = [...moves].sort((a, b) => (a.side === b.side ? 0 : a.side === 'head' ? -1 : 1));
    const names = effect.proxy.names.length === 0 ? effect.subject.name : effect.proxy.names.join(', ');
    const does = first === undefined ? '' : first.side === 'head' ? first.words : `no longer ${first.words}`;
    const others = new Set(moves.filter(one => one.side === first?.side).map(one => one.words)).size - 1;
    const more = others > 0 ? ` (and ${others} more)` : '';
    return {
        reason: 'opaque',
        message: `${(0,build_finding/* describeRef */.R)(manifest.ref)} ${does}${more}, for ${effect.region}, at ${names}: what that makes of them is not known, everything else was compared`,
        subject: manifest.ref,
        at: first === undefined ? null : { manifest: first.manifest, path: first.path, part: 'key' }
    };
}

;// CONCATENATED MODULE: ./build/effects/draft-parts.js







function draftFrom(parts) {
    const { mesh, proxy, before, after, difference, subject, region, causes, witness } = parts;
    const { kind, direction, severity } = difference;
    const facets = difference.changes.map(one => one.facet);
    const hosts = [...draft_parts_hostsOf(before, parts.configs.base), ...draft_parts_hostsOf(after, parts.configs.head)];
    const [host] = hosts;
    const unheld = facets.includes('pods') ? unheldPods([before, after]) : [];
    const sure = (0,build_finding/* worst */.Q)(proxy.certainty, (0,build_finding/* worst */.Q)(before.certainty, after.certainty));
    const layer = kind === 'upstream-changed' && host !== undefined ? { what: 'clusters', host } : parts.layer;
    return {
        kind,
        mesh,
        domain: domainOf[kind],
        direction,
        severity,
        subject,
        proxy: { type: proxy.type, names: [proxy.description] },
        region,
        changes: difference.changes,
        witness,
        causes,
        members: [],
        certainty: unheld.length > 0 ? (0,build_finding/* worst */.Q)(sure, 'assumed') : sure,
        assumptions: draft_parts_distinctAssumptions([
            ...proxy.assumptions,
            ...before.assumptions,
            ...after.assumptions,
            ...unheld
        ]),
        fingerprint: (0,build_fingerprint/* fingerprint */.R)([kind, mesh, subject, difference.changes, region]),
        verify: verifyCommand(proxy, layer),
        watch: watchExpression(kind, hosts, facets, parts.layer.what === 'listeners'),
        rollback: rollbackOf(causes, parts.changes)
    };
}
/**
 * Pods that a Service selects on one side and git does not hold: that they exist is taken for granted, else requests
 * would meet nobody there.
 */
function unheldPods(sides) {
    return sides.flatMap(({ destinations }) => destinations.flatMap(({ pods, upstream }) => {
        if (upstream?.endpoints !== null || pods === null || pods.names.length > 0)
            return [];
        return pods.namespaces.map((namespace) => ({
            kind: 'workload-exists',
            params: { namespace, labels: pods.labels }
        }));
    }));
}
function draft_parts_hostsOf({ destinations }, { clusters }) {
    return destinations.flatMap(({ cluster }) => clusters.get(cluster)?.host ?? []);
}
/** What was replayed, for a claim that it does not show. */
function replayedWords(witness) {
    if (witness === null)
        return 'it cannot be written as a request';
    return [witness.before, witness.after]
        .map(({ outcome, reason }) => (reason === undefined ? outcome : `${outcome}: ${reason}`))
        .join(' → ');
}
/** `orders in shop, port 8080`. */
function subjectWords({ name, namespace, port, gateway }) {
    const where = namespace === undefined ? '' : ` in ${namespace}`;
    return `${name}${where}${port === undefined ? '' : `, port ${port}`}${gateway === undefined ? '' : ` at gateway ${gateway}`}`;
}
/** How to undo what the causes did: their objects, in the order that leaves no gap. */
function rollbackOf(causes, changes) {
    const involved = changesByRef(changes).of(causes.map(({ ref }) => (0,mesh_order/* refKey */.XF)(ref)));
    return phases(involved, 'back').map(stepWords).join(', then ');
}
function draft_parts_distinctAssumptions(assumptions) {
    const seen = new Map(assumptions.map(one => [JSON.stringify(one), one]));
    return [...seen.values()];
}

;// CONCATENATED MODULE: ./build/effects/fold.js






/**
 * Equal effects as one: the same requests of the same subject at several proxy classes, then the same subject at
 * several ports, then several subjects that one object changes alike, then many that many objects change alike.
 */
function folded(effects, sidecars, changes = []) {
    const byProxy = groups(effects, ({ draft }) => draft.fingerprint).map(group => acrossProxies(group, sidecars));
    const bySubject = groups(byProxy, sameSubject).map(acrossRegions);
    const byObject = groups(bySubject, likeness).map(withMembers);
    const alike = groups(byObject, sameWords).flatMap(group => acrossObjects(group, changes));
    return groups(alike, sameChange).flatMap(group => acrossRequests(group, changes));
}
/** The same change of the same subject, of several kinds of traffic: HTTP, TLS, other bytes. */
function sameSubject(draft) {
    const { kind, mesh, severity, subject, proxy, changes, causes } = draft;
    const files = [...new Set(causes.map(cause => (0,mesh_order/* refKey */.XF)(cause.ref)))].sort();
    const isPolicy = kind === 'upstream-changed';
    // Requests that are told apart are told apart for a reason, but for what their endpoints are sent.
    return (0,build_fingerprint/* canonical */.$)([
        kind,
        mesh,
        severity,
        subject,
        proxy,
        changes,
        files,
        isPolicy ? '' : draft.region
    ]);
}
function acrossRegions(group) {
    const [first, ...rest] = [...group].sort((a, b) => Number(a.witness?.request.protocol === 'tcp') - Number(b.witness?.request.protocol === 'tcp'));
    if (first === undefined)
        throw new Error('an empty group of effects');
    const regions = [...new Set([first, ...rest].map(one => one.region))];
    return { ...first, region: regions.join('; or ') };
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
const fold_nameLimit = 4;
function namesOf(names, type, sidecars) {
    const sorted = [...names].sort();
    if (type !== 'sidecar' || sidecars.length < 2)
        return sorted;
    const others = sidecars.filter(name => !names.includes(name)).sort();
    if (others.length === 0)
        return ['all sidecars'];
    if (names.length <= fold_nameLimit || others.length > fold_nameLimit)
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
    return (0,build_fingerprint/* canonical */.$)([
        draft.kind,
        draft.mesh,
        draft.severity,
        // What lies beneath a patch is told apart from what does not.
        draft.certainty === 'unknown',
        draft.proxy.type,
        draft.changes,
        draft.region,
        [...new Set(draft.causes.map(cause => (0,mesh_order/* refKey */.XF)(cause.ref)))].sort(),
        draft.subject.gateway ?? ''
    ]);
}
function sameWords(draft) {
    return (0,build_fingerprint/* canonical */.$)([...whatChanges(draft), draft.region]);
}
/** The same of other requests of each subject. */
function sameChange(draft) {
    return (0,build_fingerprint/* canonical */.$)(whatChanges(draft));
}
function whatChanges({ kind, mesh, severity, certainty, proxy, changes, subject }) {
    return [
        kind,
        mesh,
        severity,
        certainty === 'unknown',
        proxy.type,
        changes.map(({ facet, before, after }) => [
            facet,
            unnamed(before, subject),
            unnamed(after, subject)
        ]),
        subject.gateway ?? ''
    ];
}
/** Words about a subject itself are the same words of another one. */
function unnamed(words, { name, namespace }) {
    const own = (0,security_pattern/* quoted */.TL)(name);
    const place = namespace === undefined ? '' : `(?:\\.${(0,security_pattern/* quoted */.TL)(namespace)})?`;
    return words.replace(new RegExp(`(?<![\\w.*-])${own}${place}(?![\\w.-])`, 'g'), '\u0000');
}
/** Fewer objects than this that say the same are each told: every one is a change that somebody wrote. */
const alikeLimit = 4;
/** A namespace that was renamed, a port that moved: many objects say the same, and one line says it of all. */
function acrossObjects(group, changes) {
    if (group.length < alikeLimit)
        return group;
    const [first, ...rest] = [...group].sort(bySubject);
    if (first === undefined)
        return group;
    const causes = [first, ...rest].flatMap(one => one.causes);
    const members = [...first.members, ...rest.flatMap(one => [memberOf(one), ...one.members])];
    // A waiver of one of them is none of all.
    const own = (0,build_fingerprint/* fingerprint */.R)([first, ...members].map(one => one.fingerprint));
    const rollback = rollbackOf(causes, changes);
    return [{ ...first, causes, members, rollback, fingerprint: own }];
}
/** So many that change alike are one thing that somebody did, whichever requests of each it is about. */
const manyLimit = 10;
function acrossRequests(group, changes) {
    if (group.length < manyLimit)
        return group;
    const folded = acrossObjects(group, changes);
    return folded.map(one => ({
        ...one,
        region: `${one.region} (of the others: see the JSON report)`
    }));
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
function groups(values, key) {
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

;// CONCATENATED MODULE: ./build/effects/callers-known.js


/** More accounts than this are not named one by one. */
const callers_known_MOST = 200;
function knownCallers(base, head) {
    const found = new Set();
    const outside = new Map();
    for (const mesh of [base, head]) {
        for (const workload of mesh.workloads) {
            const { namespace, serviceAccount, manifest, name } = workload;
            if (manifest.ref.kind === 'WorkloadEntry' || serviceAccount === '')
                continue;
            if ((0,membership/* membership */.xU)(workload, mesh.namespaceLabelsOf(namespace)).mode === 'none') {
                if (outside.size < callers_known_MOST)
                    outside.set(`${namespace}/${name}`, workload);
            }
            else if (found.size < callers_known_MOST)
                found.add((0,caller_identity/* identity */.D_)(mesh, namespace, serviceAccount));
        }
    }
    return {
        principals: [...[...found].sort(), (0,caller_identity/* identity */.D_)(head, 'elsewhere', 'default')],
        outside: [...outside.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
    };
}

;// CONCATENATED MODULE: ./build/effects/pair-fold.js

/**
 * What a client's proxy sends and what the servers make of it are told once: where both ends were asked, the
 * client's setting alone says less.
 */
function withPairs(routing, security) {
    const told = new Set();
    for (const { changes, subject, members } of security) {
        if (!changes.some(({ facet }) => facet === 'connection'))
            continue;
        for (const one of [subject, ...members.map(member => member.subject)])
            told.add(pair_fold_keyOf(one));
    }
    if (told.size === 0)
        return [...routing];
    return routing.flatMap(effect => {
        const { kind, subject, members, changes } = effect;
        if (kind !== 'upstream-changed')
            return [effect];
        const rest = changes.filter(({ facet }) => facet !== 'client TLS');
        const all = [subject, ...members.map(member => member.subject)];
        if (rest.length === changes.length || !all.every(one => told.has(pair_fold_keyOf(one))))
            return [effect];
        return rest.length === 0 ? [] : [{ ...effect, changes: rest }];
    });
}
/** The same of several services and ports by the same objects. */
function acrossServices(effects) {
    const groups = new Map();
    for (const effect of effects) {
        const { kind, region, changes, causes, certainty } = effect;
        const by = causes.map(({ ref, side }) => [ref, side]);
        const key = (0,build_fingerprint/* canonical */.$)([kind, region, changes, by, certainty]);
        const first = groups.get(key);
        if (first === undefined) {
            groups.set(key, effect);
            continue;
        }
        const { mesh, subject, proxy, fingerprint } = effect;
        const member = { mesh, subject, proxy, region, fingerprint };
        groups.set(key, { ...first, members: [...first.members, member] });
    }
    return [...groups.values()];
}
function pair_fold_keyOf({ name, namespace, port }) {
    return JSON.stringify([name, namespace ?? '', port ?? 0]);
}

;// CONCATENATED MODULE: ./build/effects/pair-services.js





/** Services of which clients' TLS, or what their pods take, can differ. */
function touchedServices({ base, head, changes }) {
    const hosts = new Set();
    const whole = new Set();
    let everything = false;
    for (const { base: before, head: after, equal } of changes) {
        if (equal || isPodAlike(before, after))
            continue;
        for (const [manifest, { mesh }] of [
            [before, base],
            [after, head]
        ]) {
            if (manifest === null)
                continue;
            const { kind, namespace, name } = manifest.ref;
            if (kind === 'DestinationRule') {
                const host = (0,json/* text */.Qq)(manifest.spec.host) ?? '';
                hosts.add((0,mesh_host/* qualify */.Ss)(host, namespace, mesh.config.clusterDomain).toLowerCase());
            }
            else if (kind === 'PeerAuthentication') {
                if (namespace === mesh.config.rootNamespace)
                    everything = true;
                whole.add(namespace);
            }
            else if (kind === 'Sidecar')
                whole.add(namespace);
            else if (kind === 'Namespace')
                whole.add(name);
            else if (kind === 'ConfigMap' || kind === 'IstioOperator')
                everything = true;
            else {
                const template = (0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)(manifest.spec.template).metadata);
                const labels = (0,json/* textMap */.sP)(kind === 'Pod' ? manifest.labels : template.labels);
                for (const one of mesh.registry.inNamespace(namespace)) {
                    const own = one.manifest?.ref;
                    const isIt = own?.kind === kind && own.name === name;
                    const selected = one.selector !== null && (0,mesh_selector/* selects */.ko)(one.selector, labels);
                    if (isIt || (selected && Object.keys(one.selector ?? {}).length > 0)) {
                        hosts.add(one.host.toLowerCase());
                    }
                }
            }
        }
    }
    const wild = [...hosts].filter(host => host.startsWith('*')).map(host => host.slice(1));
    const otherwise = readOtherwise([base.mesh, head.mesh]);
    return head.mesh.registry.all
        .filter(({ host, namespace }) => {
        const name = host.toLowerCase();
        return (everything ||
            whole.has(namespace) ||
            hosts.has(name) ||
            otherwise(name) ||
            wild.some(suffix => name.endsWith(suffix)));
    })
        .sort((a, b) => compareText(a.host, b.host) ||
        Number(a.registry === 'External') - Number(b.registry === 'External'));
}
/** Two versions choose otherwise among DestinationRules, and among Services of one host. */
function readOtherwise(meshes) {
    const [one, other] = meshes.map(({ features }) => features.key);
    if (one === other)
        return () => false;
    const [ruled, shared] = [ruledHosts(meshes), sharedHosts(meshes)];
    return host => ruled(host) || shared(host);
}
/** A workload of which neither labels nor what decides about its proxy differ: another image, say. */
function isPodAlike(before, after) {
    if (before === null || after === null || before.ref.kind !== 'Deployment')
        return false;
    const [one, other] = [before, after].map(({ spec }) => {
        const { metadata, spec: pod } = (0,json/* mapOrEmpty */.B4)(spec.template);
        return (0,build_fingerprint/* canonical */.$)([metadata ?? null, (0,json/* mapOrEmpty */.B4)(pod).hostNetwork ?? null, portsOf(pod)]);
    });
    return one === other;
}
function portsOf(pod) {
    const { containers } = (0,json/* mapOrEmpty */.B4)(pod);
    return (0,json/* list */.p_)(containers).map(one => [(0,json/* mapOrEmpty */.B4)(one).name ?? null, (0,json/* mapOrEmpty */.B4)(one).ports ?? null]);
}
/** Hosts for which some DestinationRule of a side speaks of TLS. */
function ruledHosts(meshes) {
    const exact = new Set();
    const wild = new Set();
    for (const mesh of meshes) {
        for (const { ref, spec } of mesh.of('DestinationRule')) {
            const policies = [
                spec.trafficPolicy,
                ...(0,json/* list */.p_)(spec.subsets).map(one => (0,json/* mapOrEmpty */.B4)(one).trafficPolicy)
            ];
            const speaks = policies.map(json/* mapOrEmpty */.B4).some(({ tls, portLevelSettings }) => {
                return tls !== undefined || (0,json/* list */.p_)(portLevelSettings).length > 0;
            });
            if (!speaks)
                continue;
            const host = (0,mesh_host/* qualify */.Ss)((0,json/* text */.Qq)(spec.host) ?? '', ref.namespace, mesh.config.clusterDomain);
            if (host.startsWith('*'))
                wild.add(host.slice(1).toLowerCase());
            else
                exact.add(host.toLowerCase());
        }
    }
    const suffixes = [...wild];
    return host => {
        const name = host.toLowerCase();
        return exact.has(name) || suffixes.some(suffix => name.endsWith(suffix));
    };
}
/** Hosts that Services of several namespaces have: which of them it is depends on the client's. */
function sharedHosts(meshes) {
    return host => {
        const all = meshes.flatMap(({ registry }) => registry.byHost(host.toLowerCase()));
        return new Set(all.map(({ namespace }) => namespace)).size > 1;
    };
}

;// CONCATENATED MODULE: ./build/effects/pairs.js



const WORST = ['broken', 'plaintext', 'tls', 'mutual'];
/** Whether both ends agree on TLS, and on which; `null`: there is no such cluster, or nobody behind it. */
function pairState(dataplane, view, cluster) {
    if (cluster === undefined || cluster.endpoints === 0)
        return null;
    const states = backendsOf(dataplane, view, cluster).flatMap(one => pairs_stateOf(dataplane, cluster, one) ?? []);
    const [worst] = states.sort((a, b) => WORST.indexOf(a.kind) - WORST.indexOf(b.kind));
    return worst ?? null;
}
function pairs_stateOf(dataplane, { tls }, backend) {
    const { transport, guard, pod, port } = backend;
    if (guard === 'unknown')
        return null;
    if (guard === 'none') {
        if (transport !== 'mtls')
            return sent(transport, tls.mode, backend);
        const words = 'broken: the client sends mutual TLS, and no proxy ends it there';
        return { kind: 'broken', words, backend };
    }
    const inbound = (0,security_inbound/* securityOf */.K)(dataplane.compilation).inbound(pod);
    const found = (0,security_transport/* accept */.J)(inbound.mode(port).mode, inbound.ports.port(port), {
        transport,
        http: inbound.ports.port(port).reading !== 'tcp',
        trusted: true
    });
    if (found.kind === 'accepted')
        return sent(found.arrived, tls.mode, backend);
    const words = `broken: the client sends ${sentWords[transport]}, and ${found.reason}`;
    return { kind: 'broken', words, backend };
}
/** What a client's proxy sends, in words. */
const sentWords = {
    mtls: 'mutual TLS',
    plaintext: 'plaintext',
    tls: 'TLS of its own'
};
function sent(transport, mode, backend) {
    if (transport === 'mtls')
        return { kind: 'mutual', words: 'mutual TLS', backend };
    if (transport === 'plaintext')
        return { kind: 'plaintext', words: 'plaintext', backend };
    return { kind: 'tls', words: `TLS of its own (${mode})`, backend };
}

;// CONCATENATED MODULE: ./build/effects/pair-effects.js














/** More pairs of a client and a port than this are not asked. */
const pairLimit = 20_000;
/**
 * Clients and servers that agree on TLS otherwise than before, or no longer: what each client's proxy sends
 * against what the pods take. Source: pilot core/cluster_tls.go, core/filterchain_options.go.
 */
function pairEffects(context) {
    const { base, head, changes } = context;
    const services = touchedServices(context);
    if (services.length === 0)
        return { effects: [], unknown: [] };
    const classes = (0,proxies/* proxyClasses */.z)(base.mesh, head.mesh);
    const found = new Map();
    let left = pairLimit;
    const meshes = [base.mesh, head.mesh];
    const [ruled, shared] = [ruledHosts(meshes), sharedHosts(meshes)];
    for (const service of services) {
        // Where no DestinationRule speaks of TLS, and one Service has the host, all clients send the same.
        const alike = !ruled(service.host) && !shared(service.host);
        const asking = alike ? anyClient(classes, service) : classes;
        for (const proxy of asking) {
            for (const change of pair_effects_changesOf(service, proxy, base, head)) {
                const { port, subset, before, after } = change;
                const key = (0,build_fingerprint/* canonical */.$)([service.host, port.number, subset, before.words, after.words]);
                const known = found.get(key);
                if (known === undefined)
                    found.set(key, { changes: [change], isWhole: alike });
                // Of several Services of one host a client has one.
                else if (!known.changes.some(one => one.proxy === proxy))
                    known.changes.push(change);
            }
            left -= service.ports.length;
        }
        if (left < 0)
            break;
    }
    const effects = [...found.values()].flatMap(group => pairEffect(group.changes, group.isWhole, classes, context) ?? []);
    const told = acrossServices(effects);
    if (left >= 0)
        return { effects: told, unknown: [] };
    const message = `TLS between clients and servers: more than ${pairLimit} pairs of a client and a port are touched`;
    const at = changes.find(({ equal }) => !equal)?.head?.ref ?? null;
    return { effects: told, unknown: [{ reason: 'budget', message, subject: at, at: null }] };
}
/** A client of the service's own namespace, which sees it, else any. */
function anyClient(classes, { namespace }) {
    const sidecars = classes.filter(({ type }) => type === 'sidecar');
    const own = sidecars.find(one => one.namespace === namespace);
    return [own ?? sidecars[0]].filter(one => one !== undefined);
}
function* pair_effects_changesOf(service, proxy, base, head) {
    const [one, other] = [base.config(proxy), head.config(proxy)];
    for (const port of service.ports) {
        if (port.protocol === 'UDP')
            continue;
        const subsets = new Set([
            '',
            ...subsetsOf(base, proxy, service),
            ...subsetsOf(head, proxy, service)
        ]);
        const plain = [];
        for (const subset of subsets) {
            const name = `outbound|${port.number}|${subset}|${service.host}`;
            const before = pairState(base, one, one.clusters.get(name));
            const after = pairState(head, other, other.clusters.get(name));
            if (before === null || after === null || before.kind === after.kind)
                continue;
            if (isMembership(before, after))
                continue;
            // A subset that turns as the whole service does is told with it.
            const key = `${before.words} ${after.words}`;
            if (subset === '')
                plain.push(key);
            else if (plain.includes(key))
                continue;
            yield { proxy, service, port, subset, before, after };
        }
    }
}
/** Pods that enter or leave the mesh take their clients along, which is told of the pods. */
function isMembership(before, after) {
    const agree = before.kind !== 'broken' && after.kind !== 'broken';
    const [was, is] = [before.backend, after.backend];
    return agree && was.guard !== is.guard && podKey(was) === podKey(is);
}
function podKey({ pod: { namespace, labels } }) {
    return (0,build_fingerprint/* canonical */.$)([namespace, labels]);
}
function subsetsOf({ compilation }, proxy, service) {
    const rule = compilation.destinationRule(proxy.namespace, proxy.labels, service);
    return [...(rule?.subsets.keys() ?? [])];
}
function verdictOf(before, after) {
    if (after.kind === 'broken') {
        return { kind: 'connection-broken', direction: 'break', severity: 'error' };
    }
    if (before.kind === 'broken') {
        return { kind: 'connection-repaired', direction: 'repair', severity: 'info' };
    }
    const rank = { mutual: 2, tls: 1, plaintext: 0, broken: 0 };
    return rank[after.kind] < rank[before.kind]
        ? { kind: 'mtls-weakened', direction: 'widen', severity: 'error' }
        : { kind: 'mtls-strengthened', direction: 'narrow', severity: 'info' };
}
/** All clients for which the same turns. */
function pairEffect(group, isWhole, classes, context) {
    const [first] = [...group].sort((a, b) => Number(a.proxy.certainty !== 'certain') - Number(b.proxy.certainty !== 'certain') ||
        Number(a.proxy.type !== 'sidecar') - Number(b.proxy.type !== 'sidecar') ||
        compareText(a.proxy.id, b.proxy.id));
    if (first === undefined)
        return null;
    const { service, port, subset, before, after, proxy } = first;
    const verdict = verdictOf(before, after);
    const causes = causesOf(first, context);
    const sidecars = classes.filter(({ type }) => type === 'sidecar');
    const asking = group.filter(one => one.proxy.type === 'sidecar');
    const all = isWhole || (asking.length === sidecars.length && sidecars.length > 1);
    const others = group.filter(one => one.proxy.type !== 'sidecar');
    const names = [
        ...(all ? ['all sidecars'] : asking.map(one => one.proxy.description)),
        ...others.map(one => one.proxy.description)
    ];
    const mesh = context.head.mesh.name;
    const subject = {
        kind: 'service',
        name: service.registry === 'External' ? service.host : service.name,
        namespace: service.namespace,
        port: port.number
    };
    const changes = [{ facet: 'connection', before: before.words, after: after.words }];
    const region = `connections${subset === '' ? '' : ` to subset ${subset}`} of ${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`;
    const assumptions = [
        ...proxy.assumptions,
        ...before.backend.assumptions,
        ...after.backend.assumptions
    ];
    return {
        kind: verdict.kind,
        mesh,
        domain: domainOf[verdict.kind],
        direction: verdict.direction,
        severity: verdict.severity,
        subject,
        proxy: { type: proxy.type, names },
        region,
        changes,
        witness: witnessOf(first, classes, context),
        causes,
        members: [],
        certainty: assumptions.length === 0 ? 'certain' : 'assumed',
        assumptions: [...new Map(assumptions.map(one => [(0,build_fingerprint/* canonical */.$)(one), one])).values()],
        fingerprint: (0,build_fingerprint/* fingerprint */.R)([verdict.kind, mesh, subject, changes, region]),
        verify: verifyCommand(proxy, { what: 'clusters', host: service.host }),
        watch: `sum by (source_workload, connection_security_policy, response_flags) (rate(istio_requests_total{destination_service=${promString(service.host)}}[5m]))`,
        rollback: rollbackSecurity(causes, context.changes)
    };
}
/** Both ends by the plain evaluator. */
function witnessOf({ proxy, service, port, before, after }, classes, { base, head }) {
    const { name, namespace, host } = service;
    const subject = { kind: 'service', name, namespace, port: port.number };
    const from = callerOf(proxy, classes, base.mesh, head.mesh, subject);
    const request = {
        from,
        protocol: port.protocol === 'TCP' ? 'tcp' : 'http',
        port: port.number,
        authority: host,
        method: 'GET',
        path: '/',
        headers: {},
        transport: 'plaintext'
    };
    const routed = {
        outcome: 'served',
        destinations: [],
        steps: [],
        certainty: 'certain',
        assumptions: []
    };
    const account = typeof from === 'object' && 'namespace' in from ? from.serviceAccount : undefined;
    const at = (plane, { backend }) => {
        const principal = (0,caller_identity/* identity */.D_)(plane.mesh, proxy.namespace, account ?? proxy.serviceAccount ?? 'default');
        return atBackend(plane, backend, request, routed, principal);
    };
    return { request, before: at(base, before), after: at(head, after) };
}
/** DestinationRules of the host, what the pods take, and what makes them be those pods. */
function causesOf({ service, before, after }, context) {
    const { changes, head } = context;
    const root = head.mesh.config.rootNamespace;
    const pods = [before.backend, after.backend];
    const namespaces = new Set([service.namespace, ...pods.map(({ namespace }) => namespace)]);
    const bears = ({ base: one, head: other, equal }) => {
        const manifest = other ?? one;
        if (equal || manifest === null)
            return false;
        const { kind, namespace, name } = manifest.ref;
        switch (kind) {
            case 'DestinationRule': {
                const host = (0,mesh_host/* qualify */.Ss)((0,json/* text */.Qq)(manifest.spec.host) ?? '', namespace, head.mesh.config.clusterDomain);
                return host.startsWith('*') ? service.host.endsWith(host.slice(1)) : host === service.host;
            }
            case 'PeerAuthentication':
                return namespaces.has(namespace) || namespace === root;
            case 'Namespace':
                return namespaces.has(name);
            case 'ConfigMap':
            case 'IstioOperator':
                return true;
            default:
                return (namespaces.has(namespace) &&
                    ![
                        'AuthorizationPolicy',
                        'RequestAuthentication',
                        'VirtualService',
                        'Gateway',
                        'Telemetry'
                    ].includes(kind));
        }
    };
    return changes.filter(bears).flatMap(causesOfChange);
}

;// CONCATENATED MODULE: ./build/effects/hidden-pairs.js











/** More callers of one class than this are not asked one by one. */
const callerLimit = 50;
/**
 * Services that one side's proxies do not see although they are there. Their requests go past the mesh to the address
 * that was dialled, without its mutual TLS: what the servers make of that is the other half of a visibility that changed.
 */
function hiddenPairs(routing, base, head, changes) {
    const found = new Map();
    const asked = new Set();
    const hidden = routing.filter(({ draft, proxy }) => draft.kind === 'visibility-changed' && proxy.type === 'sidecar');
    if (hidden.length === 0)
        return { effects: [], unknown: [] };
    const classes = (0,proxies/* proxyClasses */.z)(base.mesh, head.mesh);
    const context = { base, head, changes, callers: knownCallers(base.mesh, head.mesh) };
    for (const { draft, proxy } of hidden) {
        const { name, namespace = '', port: number = 0 } = draft.subject;
        const [one, other] = [base.mesh, head.mesh].map(mesh => serviceIn(mesh, name, namespace));
        const port = other === undefined ? undefined : (0,mesh_service/* portOf */.HM)(other, number);
        const question = (0,build_fingerprint/* canonical */.$)([proxy.id, name, namespace, number]);
        if (one === undefined || other === undefined || port === undefined || asked.has(question))
            continue;
        if (asked.size >= pairLimit)
            return { effects: [], unknown: [tooMany(draft)] };
        asked.add(question);
        const turned = turn({ proxy, services: [one, other], port }, classes, context);
        if (turned === null)
            continue;
        const { before, after } = turned.change;
        const key = (0,build_fingerprint/* canonical */.$)([other.host, number, before.words, after.words]);
        found.set(key, [...(found.get(key) ?? []), { ...turned, draft }]);
    }
    const effects = acrossServices([...found.values()].flatMap(group => {
        const [first] = group;
        const changes = group.map(one => one.change);
        const made = pairEffect(changes, false, classes, context);
        if (made === null || first === undefined)
            return [];
        const { causes, rollback, verify } = first.draft;
        return [{ ...made, witness: first.witness, causes, rollback, verify }];
    }));
    return { effects, unknown: [] };
}
function tooMany({ causes: [cause] }) {
    const message = `what servers make of requests that go past the mesh: more than ${pairLimit} pairs of a client and a port change`;
    return { reason: 'budget', message, subject: cause?.ref ?? null, at: cause?.at ?? null };
}
/** The first caller of the class for which the two sides differ; a failure says more than another transport. */
function turn({ proxy, services, port }, classes, { base, head }) {
    const [one, other] = services;
    const known = callersOf(proxy, classes, base.mesh, head.mesh).slice(0, callerLimit);
    const callers = known.length > 0 ? known : [{ namespace: proxy.namespace, labels: proxy.labels }];
    let quiet = null;
    for (const from of callers) {
        const request = requestTo(other, port, from);
        const before = meet(base, proxy, one, port, request);
        const after = meet(head, proxy, other, port, request);
        if (before === null || after === null || before.state.kind === after.state.kind)
            continue;
        const change = { proxy, service: other, port, subset: '' };
        const witness = { request, before: before.outcome, after: after.outcome };
        const found = { change: { ...change, before: before.state, after: after.state }, witness };
        if ([before, after].some(({ state }) => state.kind === 'broken'))
            return found;
        quiet ??= found;
    }
    return quiet;
}
function serviceIn(mesh, name, namespace) {
    return mesh.registry
        .inNamespace(namespace)
        .find(one => one.registry === 'Kubernetes' && one.name === name);
}
function requestTo(service, port, from) {
    return {
        from,
        protocol: port.protocol === 'TCP' ? 'tcp' : 'http',
        port: port.number,
        authority: service.host,
        method: 'GET',
        path: '/',
        headers: {},
        transport: 'plaintext'
    };
}
/** What the pods make of it: by the cluster that the proxy has, else as it is passed on. Null: nobody is asked. */
function meet(plane, proxy, service, port, request) {
    const view = plane.config(proxy);
    const cluster = view.clusters.get(`outbound|${port.number}||${service.host}`);
    if (cluster === undefined && (0,dataplane_answer/* evaluate */._3)(plane, proxy, request).outcome !== 'passthrough')
        return null;
    const backends = cluster === undefined ? dialledBackends(plane, service, port) : backendsOf(plane, view, cluster);
    const { from } = request;
    const account = typeof from === 'object' && 'namespace' in from ? from.serviceAccount : undefined;
    const principal = (0,caller_identity/* identity */.D_)(plane.mesh, proxy.namespace, account ?? 'default');
    let best = null;
    for (const backend of backends) {
        if (backend.guard === 'unknown')
            continue;
        const outcome = atBackend(plane, backend, request, routed, principal);
        const meeting = { state: hidden_pairs_stateOf(backend, outcome, cluster === undefined), outcome };
        if (meeting.state.kind === 'broken')
            return meeting;
        best ??= meeting;
    }
    return best;
}
const routed = {
    outcome: 'served',
    destinations: [],
    steps: [],
    certainty: 'certain',
    assumptions: []
};
const kinds = { mtls: 'mutual', plaintext: 'plaintext', tls: 'tls' };
function hidden_pairs_stateOf(backend, outcome, isPassed) {
    const { transport } = backend;
    const how = `${sentWords[transport]}${isPassed ? ', past the mesh to the address dialled' : ''}`;
    if (!refusals.has(outcome.outcome))
        return { kind: kinds[transport], words: how, backend };
    return { kind: 'broken', words: `broken: ${how}, and ${whyNot(outcome)}`, backend };
}
const refusals = new Set([
    'reset',
    'closed',
    'denied',
    'unauthenticated',
    'bad-request'
]);
function whyNot({ outcome, reason, decidedBy, status }) {
    if (outcome !== 'denied')
        return reason ?? 'the server does not take it';
    const ref = decidedBy?.ref;
    const by = ref === undefined
        ? 'no ALLOW policy lets it in'
        : `${ref.kind} ${ref.namespace}/${ref.name} denies it`;
    return `${by} (${status ?? 403})`;
}

// EXTERNAL MODULE: ./build/dataplane/ledger/read.js + 1 modules
var read = __webpack_require__(7004);
// EXTERNAL MODULE: ./build/mesh/embedded.js
var embedded = __webpack_require__(4792);
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
const noFacts = { isDropped: () => false, unheeded: () => null };
/**
 * Every changed field is either consumed by a compile step, and then the comparison answers for it; or inert, and then
 * the object changed in text only; or nothing reads it yet, and what it could touch is unknown.
 */
function readChanges(changes, facts = noFacts) {
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
        const fields = fieldsOf(change, facts);
        const unread = fields.filter(field => field.status === 'unknown');
        if (unread.length > 0 || isUnreadObject(change, manifest)) {
            unknown.push(unreadFields(change, manifest, unread));
        }
        else if (fields.every(field => field.status === 'inert')) {
            textOnly.push({ file: manifest.file, what: textWords(change, fields), ref });
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
function fieldsOf(change, facts) {
    const { base, head } = change;
    const found = [];
    const add = (manifest, path) => {
        if (manifest === null || path === null)
            return;
        const { group, kind } = manifest.ref;
        const place = { manifest, path: (0,embedded/* writtenPath */.dR)(manifest, path) };
        const { status, touches } = (0,embedded/* isEmptyText */.NO)((0,embedded/* withEmbedded */.tn)(manifest), path)
            ? { status: 'read', touches: [] }
            : (0,ledger/* classify */.L)(group, kind, path);
        const why = status === 'unknown' ? unheeded(change, manifest, path, facts) : null;
        if (why === null)
            found.push({ place, path, status, touches });
        else
            found.push({ place, path, status: 'inert', touches: [], why });
    };
    if (base === null || head === null) {
        const manifest = head ?? base;
        if (manifest === null)
            return found;
        for (const path of leaves((0,embedded/* withEmbedded */.tn)(manifest), []))
            add(manifest, path);
        return found;
    }
    for (const { before, after } of fieldChanges((0,embedded/* withEmbedded */.tn)(base), (0,embedded/* withEmbedded */.tn)(head))) {
        add(base, before);
        add(head, after);
    }
    if (base.digest !== head.digest)
        add(head, ['data']);
    return found;
}
function unheeded(change, manifest, path, facts) {
    if (facts.isDropped(manifest, path))
        return 'a field that this version does not have';
    return facts.unheeded(change, path);
}
/** A name and a namespace alone matter only to what refers to them. */
function isIdentity({ status, place }) {
    const [first, second] = place.path;
    const named = first === 'metadata' && (second === 'name' || second === 'namespace');
    return status === 'inert' || (status === 'read' && named);
}
const readKinds = new Set(read/* readFields */.q.map(({ kind }) => kind));
/** A policy without a field can still decide everything: an AuthorizationPolicy without a spec allows nothing. */
function isUnreadObject({ base, head }, { ref }) {
    if ((base !== null && head !== null) || (0,ledger/* isRetired */.a)(ref.group))
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
        for (const touch of (0,ledger/* classify */.L)(group, kind, ['spec']).touches)
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
    const paths = [...new Set(fields.map(field => pathWords(field.path)))];
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

// EXTERNAL MODULE: ./build/dataplane/path.js
var dataplane_path = __webpack_require__(46302);
;// CONCATENATED MODULE: ./build/effects/path-draft.js


/** More requests than this are not put to both sides. */
const askLimit = 20_000;
/** The parts that all drafts of other paths share. */
function draftOf(kind, direction, subject, region, changes, { head, causes }) {
    const mesh = head.mesh.name;
    return {
        kind,
        mesh,
        domain: domainOf[kind],
        direction,
        subject,
        region,
        changes,
        causes,
        members: [],
        certainty: 'certain',
        assumptions: [],
        fingerprint: (0,build_fingerprint/* fingerprint */.R)([kind, mesh, subject, region, changes])
    };
}

;// CONCATENATED MODULE: ./build/effects/raw-paths.js


const raw_paths_forms = [
    { name: 'with dot segments', of: path => `/x/..${path}` },
    { name: 'with doubled slashes', of: path => `/${path}` },
    { name: 'with escaped letters', of: escapedLetter },
    { name: 'with escaped slashes', of: path => `/x/..%2F${path.slice(1)}` }
];
/** Escapes the last letter or digit. */
function escapedLetter(path) {
    return path.replace(/[A-Za-z0-9](?=[^A-Za-z0-9]*$)/, letter => {
        return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
    });
}
/** The ways to write a path that two normalisations read differently. */
function formsApart(before, after) {
    return raw_paths_forms.filter(({ of }) => {
        const raw = of('/a');
        return (0,dataplane_path/* normalizePath */.F)(raw, before).path !== (0,dataplane_path/* normalizePath */.F)(raw, after).path;
    });
}
/** Paths that a policy names, with something in the place of what varies. */
function policyPaths({ spec }) {
    const named = (0,json/* list */.p_)(spec.rules).flatMap(rule => (0,json/* list */.p_)((0,json/* mapOrEmpty */.B4)(rule).to).flatMap(to => {
        const { paths, notPaths } = (0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)(to).operation);
        return [...(0,json/* texts */.Te)(paths), ...(0,json/* texts */.Te)(notPaths)];
    }));
    return named.flatMap(value => {
        const path = value.replace(/\{\*\*?\}/g, 'x').replace(/^\*|\*$/g, '');
        return path.startsWith('/') && path.length > 1 ? [path] : [];
    });
}
/** Methods that a policy names. */
function policyMethods({ spec }) {
    return (0,json/* list */.p_)(spec.rules).flatMap(rule => (0,json/* list */.p_)((0,json/* mapOrEmpty */.B4)(rule).to).flatMap(to => {
        const { methods } = (0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)(to).operation);
        return (0,json/* texts */.Te)(methods).filter(method => /^[A-Z]+$/.test(method));
    }));
}
/** Paths that the rules of a VirtualService name by themselves or by their beginning. */
function routePaths({ spec }) {
    return (0,json/* list */.p_)(spec.http).flatMap(rule => (0,json/* list */.p_)((0,json/* mapOrEmpty */.B4)(rule).match).flatMap(match => {
        const { exact, prefix } = (0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)(match).uri);
        const path = (0,json/* text */.Qq)(exact) ?? (0,json/* text */.Qq)(prefix) ?? '';
        return path.startsWith('/') && path.length > 1 ? [path] : [];
    }));
}

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
        const unread = filterChains.every(({ unreadNames }) => unreadNames === true);
        const names = unread ? { unreadNames: true } : {};
        found.set(port, { port, reading: http ? 'http' : 'tcp', origins: [], ...names });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/effects/policy-selectors.js

const policy_selectors_POLICIES = ['AuthorizationPolicy', 'RequestAuthentication', 'PeerAuthentication'];
/** The label sets by which policies and Sidecars choose pods of their namespace. */
function policySelectors(mesh) {
    const policies = policy_selectors_POLICIES.flatMap(kind => mesh.of(kind)).map(({ ref, spec }) => ({
        namespace: ref.namespace,
        labels: (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(spec.selector).matchLabels)
    }));
    const sidecars = mesh.of('Sidecar').map(({ ref, spec }) => ({
        namespace: ref.namespace,
        labels: (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(spec.workloadSelector).labels)
    }));
    return [...policies, ...sidecars];
}
/** Those of the root namespace that hold everywhere; a PeerAuthentication there selects nothing by labels. */
function meshWideSelectors(mesh) {
    return policy_selectors_POLICIES.slice(0, 2)
        .flatMap(kind => mesh.of(kind))
        .filter(({ ref }) => ref.namespace === mesh.config.rootNamespace)
        .map(({ spec }) => (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(spec.selector).matchLabels));
}

;// CONCATENATED MODULE: ./build/effects/coming-pods.js


/**
 * Pods that git knows by nothing but a Service that is new or gone as a whole: they are taken to come and go with it,
 * as a workload that stands on one side alone does. By `podsKey`.
 */
function comingPods(base, head) {
    const coming = new Set();
    const staying = new Set();
    for (const [mesh, other] of [
        [base, head],
        [head, base]
    ]) {
        for (const { namespace, selector, host } of mesh.registry.all) {
            if (selector === null)
                continue;
            const stays = other.registry.byHost(host).some(one => one.namespace === namespace);
            const known = stays ? staying : coming;
            known.add(podsKey(namespace, selector));
        }
    }
    if (coming.size === 0)
        return coming;
    for (const mesh of [base, head]) {
        for (const { namespace, labels } of policySelectors(mesh))
            staying.add(podsKey(namespace, labels));
    }
    for (const key of staying)
        coming.delete(key);
    return coming;
}
/** Pods of a namespace by the labels that tell them apart. */
function podsKey(namespace, labels) {
    return `${namespace} ${(0,mesh_selector/* selectorText */.nM)(labels)}`;
}

;// CONCATENATED MODULE: ./build/effects/servers.js






/** The server classes of the namespaces in question, refined over both sides. */
function serverClasses(base, head, scope) {
    const classes = [];
    const namespaces = scope.namespaces ?? namespacesOf(base, head);
    const coming = comingPods(base, head);
    for (const namespace of [...namespaces].sort())
        classes.push(...inNamespace(base, head, namespace, coming));
    if (scope.namespaces === null)
        classes.push(...inNamespace(base, head, ANY_NAMESPACE, coming));
    return classes;
}
/** Stands for namespaces that git does not name. */
const ANY_NAMESPACE = 'any-other-namespace';
function namespacesOf(base, head) {
    return new Set([...base.namespaces, ...head.namespaces]);
}
function inNamespace(base, head, namespace, coming) {
    const selectors = selectorsIn(base, head, namespace);
    const satisfied = satisfiedBy(selectors);
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
        if (coming.has(podsKey(namespace, selector)))
            continue;
        met.add(key);
        classes.push(assumedClass(namespace, selector, groups.size > 0 || selectors.length > 0));
    }
    return classes;
}
/** Which selectors labels satisfy, as a text: each selector is looked up by one of its labels. */
function satisfiedBy(selectors) {
    const byLabel = new Map();
    for (const selector of selectors) {
        const [first] = Object.entries(selector);
        if (first === undefined)
            continue;
        const entry = { selector, text: (0,mesh_selector/* selectorText */.nM)(selector) };
        const key = first.join('=');
        const known = byLabel.get(key);
        if (known === undefined)
            byLabel.set(key, [entry]);
        else
            known.push(entry);
    }
    return labels => {
        const met = [];
        for (const label of Object.entries(labels)) {
            for (const { selector, text } of byLabel.get(label.join('=')) ?? []) {
                if ((0,mesh_selector/* selects */.ko)(selector, labels))
                    met.push(text);
            }
        }
        return met.sort().join(' & ');
    };
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
    return (0,membership/* membership */.xU)(workload, mesh.namespaceLabelsOf(workload.namespace)).mode === 'sidecar';
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
    const { known } = (0,membership/* membership */.xU)(first.head, head.namespaceLabelsOf(namespace));
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
        if (!(0,mesh_selector/* isEmptySelector */.xh)(labels))
            found.set((0,mesh_selector/* selectorText */.nM)(labels), labels);
    };
    for (const mesh of [base, head]) {
        for (const labels of indexOf(mesh).get(namespace) ?? [])
            put(labels);
        const { rootNamespace } = mesh.config;
        if (namespace === rootNamespace)
            continue;
        for (const labels of meshWideSelectors(mesh)) {
            const holding = holders([base, head], labels);
            // Pods that git holds somewhere are those that a policy of the whole mesh means.
            if (holding.size === 0 ? namespace === ANY_NAMESPACE : holding.has(namespace))
                put(labels);
        }
    }
    return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, labels]) => labels);
}
const held = new WeakMap();
/** Namespaces of workloads in git that carry all of these labels. */
function holders(meshes, labels) {
    const found = new Set();
    for (const mesh of meshes) {
        const known = held.get(mesh) ?? new Map();
        held.set(mesh, known);
        const key = (0,mesh_selector/* selectorText */.nM)(labels);
        let own = known.get(key);
        if (own === undefined) {
            const carrying = mesh.workloads.filter(one => (0,mesh_selector/* selects */.ko)(labels, one.labels));
            own = new Set(carrying.map(({ namespace }) => namespace));
            known.set(key, own);
        }
        for (const one of own)
            found.add(one);
    }
    return found;
}
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
    for (const { namespace, labels } of policySelectors(mesh))
        put(namespace, labels);
    for (const { namespace, selector } of mesh.registry.all) {
        if (selector !== null)
            put(namespace, selector);
    }
    servers_indexes.set(mesh, index);
    return index;
}

;// CONCATENATED MODULE: ./build/effects/policies-by-path.js








/** Policies that a path written otherwise slips past, or falls under: the first example of each port. */
function admittedOtherwise(apart, made) {
    const { base, head } = made;
    const effects = [];
    const principals = knownCallers(base.mesh, head.mesh).principals;
    let left = askLimit;
    for (const server of serverClasses(base.mesh, head.mesh, { namespaces: null, empty: false })) {
        if (server.role === 'gateway')
            continue;
        const policies = [
            ...(0,security_inbound/* securityOf */.K)(base.compilation).authorization.policies(server.base),
            ...(0,security_inbound/* securityOf */.K)(head.compilation).authorization.policies(server.head)
        ];
        const paths = [...new Set(policies.flatMap(policyPaths))].sort();
        if (paths.length === 0)
            continue;
        const methods = [...new Set(['GET', ...policies.flatMap(policyMethods)])];
        for (const ports of bothPorts(base, head, server)) {
            if (ports.port === null)
                continue;
            const found = new Map();
            for (const request of requests({
                server,
                port: ports.sample,
                paths,
                methods,
                apart,
                principals
            })) {
                if (left-- <= 0)
                    return effects;
                const before = (0,evaluate_inbound/* evaluateSidecar */.dg)(base, server.base, request);
                const after = (0,evaluate_inbound/* evaluateSidecar */.dg)(head, server.head, request);
                const kind = turned(before, after);
                if (kind === null || found.has(kind))
                    continue;
                found.set(kind, accessEffect(server, ports, kind, { request, before, after }, made));
            }
            effects.push(...found.values());
        }
    }
    return effects;
}
function* requests({ server, port, paths, methods, apart, principals }) {
    const name = server.workloads[0] ?? server.description;
    for (const path of paths) {
        for (const { of } of apart) {
            for (const method of methods) {
                for (const principal of principals) {
                    const [, namespace = '', , serviceAccount = ''] = /\/ns\/([^/]*)\/(sa)\/(.*)$/.exec(principal) ?? [];
                    yield {
                        from: { namespace, serviceAccount },
                        to: `${server.namespace}/${name}`,
                        protocol: 'http',
                        port,
                        authority: `${name}.${server.namespace}`,
                        method,
                        path: of(path),
                        headers: {},
                        transport: 'mtls',
                        principal
                    };
                }
            }
        }
    }
}
function turned(before, after) {
    if (before.outcome === 'denied' && after.outcome === 'served')
        return 'access-granted';
    return before.outcome === 'served' && after.outcome === 'denied' ? 'access-revoked' : null;
}
function accessEffect(server, ports, kind, witness, made) {
    const isGrant = kind === 'access-granted';
    const { namespace, description, workloads, assumptions } = server;
    const subject = {
        kind: 'workload',
        name: workloads.length === 0 ? description : workloads.join(', '),
        namespace,
        ...(ports.port !== null && { port: ports.port })
    };
    const { request } = witness;
    const region = `paths that are not written in their normal form, such as ${request.path}, method ${request.method}`;
    const changes = [
        { facet: 'access', before: accessWords(witness.before), after: accessWords(witness.after) }
    ];
    const [direction, severity] = isGrant
        ? ['widen', 'error']
        : ['narrow', 'warning'];
    return {
        ...draftOf(kind, direction, subject, region, changes, made),
        severity,
        proxy: { type: 'sidecar', names: [description] },
        witness,
        certainty: assumptions.length === 0 ? 'certain' : 'assumed',
        assumptions,
        verify: verifyAccess(server, ports, kind),
        watch: watchAccess(server, 'http', kind),
        rollback: rollbackSecurity(made.causes, made.changes)
    };
}
function accessWords({ outcome, decidedBy }) {
    if (outcome === 'served')
        return 'allowed';
    const ref = decidedBy?.ref;
    return ref === undefined ? 'denied' : `denied by ${ref.kind} ${ref.namespace}/${ref.name}`;
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
    const shares = destinations.map(({ host, subset, weight, missing, empty }) => {
        const part = destinations.length > 1 ? ` ${percentWords(weight, whole)}` : '';
        const name = `${hostWords(host, namespace)}${subset === undefined ? '' : ` ${subset}`}`;
        const failure = missing === true ? 'missing' : empty === true ? 'no pods' : null;
        return `${name}${part}${failure === null ? '' : ` (${failure}: ${status ?? 503})`}`;
    });
    const timeout = outcome.settings?.timeout;
    return [shares.join(', '), timeout === undefined ? '' : `timeout ${timeout}`]
        .filter(part => part !== '')
        .join(', ');
}

;// CONCATENATED MODULE: ./build/effects/routes-by-path.js













/** Routes that a path written otherwise takes, or takes no more: the first example of each host and port. */
function routedOtherwise(apart, made) {
    const { base, head } = made;
    const classes = (0,proxies/* proxyClasses */.z)(base.mesh, head.mesh);
    const policies = head.mesh.of('AuthorizationPolicy').flatMap(policyPaths);
    const effects = [];
    const told = new Set();
    let left = askLimit;
    for (const service of head.mesh.of('VirtualService')) {
        const own = routePaths(service);
        for (const proxy of askedProxies(service, classes)) {
            const paths = [...new Set([...own, ...(proxy.type === 'gateway' ? policies : [])])].sort();
            if (paths.length === 0)
                continue;
            for (const target of routes_by_path_targetsOf(service, proxy, made)) {
                for (const path of paths) {
                    for (const { of } of apart) {
                        if (left-- <= 0)
                            return effects;
                        const found = routes_by_path_turn(proxy, target, of(path), classes, made);
                        const key = (0,build_fingerprint/* canonical */.$)([found?.kind ?? null, target.subject]);
                        if (found === null || told.has(key))
                            continue;
                        told.add(key);
                        effects.push(found);
                    }
                }
            }
        }
    }
    return effects;
}
/** A sidecar of the VirtualService's own namespace speaks for all, every gateway for itself. */
function askedProxies({ ref }, classes) {
    const sidecars = classes.filter(({ type }) => type === 'sidecar');
    const sidecar = sidecars.find(one => one.namespace === ref.namespace) ?? sidecars[0];
    const gateways = classes.filter(({ type }) => type === 'gateway');
    return sidecar === undefined ? gateways : [sidecar, ...gateways];
}
function routes_by_path_targetsOf({ ref, spec }, proxy, { head }) {
    const { config, registry } = head.mesh;
    return (0,json/* texts */.Te)(spec.hosts).flatMap((named) => {
        const host = (0,mesh_host/* qualify */.Ss)(named, ref.namespace, config.clusterDomain).replace(/^\*/, 'a');
        const service = serviceOf(host);
        if (proxy.type === 'sidecar') {
            const ports = registry
                .byHost(host.toLowerCase())
                .flatMap(one => one.ports)
                .filter(({ protocol }) => (0,mesh_protocol/* isHttpOrSniffed */.$p)(protocol))
                .map(({ number }) => number);
            return (ports.length === 0 ? [80] : ports).map(port => {
                const subject = service === null
                    ? { kind: 'host', name: host, port }
                    : { kind: 'service', ...service, port };
                return { subject, authority: port === 80 ? host : `${host}:${port}`, port, tls: false };
            });
        }
        const listeners = head.config(proxy).listeners;
        return listeners.flatMap(({ port, filterChains }) => {
            const chain = filterChains.find(one => one.routeConfig !== undefined);
            if (chain === undefined)
                return [];
            const subject = { kind: 'host', name: host, port, gateway: proxy.description };
            return [{ subject, authority: host, port, tls: chain.tls !== undefined }];
        });
    });
}
function routes_by_path_turn(proxy, { subject, authority, port, tls }, path, classes, made) {
    const { base, head, changes, causes } = made;
    const request = {
        from: callerOf(proxy, classes, base.mesh, head.mesh, subject),
        protocol: 'http',
        port,
        authority,
        method: 'GET',
        path,
        headers: {},
        transport: tls ? 'tls' : 'plaintext',
        ...(tls && { sni: authority })
    };
    const before = (0,dataplane_answer/* evaluate */._3)(base, proxy, request);
    const after = (0,dataplane_answer/* evaluate */._3)(head, proxy, request);
    if (fate(before) === fate(after))
        return null;
    const witness = { request, before, after };
    const verdict = routes_by_path_verdictOf(before, after);
    const words = (outcome) => outcomeWords(outcome, subject.namespace);
    const facets = [{ facet: 'destinations', before: words(before), after: words(after) }];
    const region = `paths that are not written in their normal form, such as ${path}`;
    return {
        ...draftOf(verdict.kind, verdict.direction, subject, region, facets, made),
        severity: verdict.severity,
        proxy: { type: proxy.type, names: [proxy.description] },
        witness,
        certainty: proxy.certainty,
        assumptions: proxy.assumptions,
        verify: verifyCommand(proxy, { what: 'listeners', port }),
        watch: watchExpression(verdict.kind, after.destinations.map(({ host }) => host), []),
        rollback: rollbackOf(causes, changes)
    };
}
/** Where it goes; what of it is forwarded is told of the whole mesh. */
function fate({ outcome, status, destinations, redirect }) {
    const shares = destinations.map(({ cluster, weight }) => [cluster, weight]);
    return (0,build_fingerprint/* canonical */.$)([outcome, status ?? null, shares, redirect ?? null]);
}
function routes_by_path_verdictOf(before, after) {
    if (before.outcome === 'denied' && after.outcome !== 'denied') {
        return { kind: 'access-granted', direction: 'widen', severity: 'error' };
    }
    if (after.outcome === 'denied' && before.outcome !== 'denied') {
        return { kind: 'access-revoked', direction: 'narrow', severity: 'warning' };
    }
    if (after.outcome === 'no-route') {
        return { kind: 'traffic-lost', direction: 'break', severity: 'error' };
    }
    if (before.outcome === 'no-route') {
        return { kind: 'traffic-gained', direction: 'repair', severity: 'info' };
    }
    return { kind: 'rerouted', direction: 'move', severity: 'warning' };
}

;// CONCATENATED MODULE: ./build/effects/normalisation.js














/**
 * Tables are compared by the paths that matchers see. Where the two sides make those of what was sent in different ways,
 * a path that one of them rewrites fares otherwise though no matcher changed: such requests are put to both sides, as
 * examples, and that the rest of them was not compared is said.
 * Source: pilot core/listener_builder.go buildHTTPConnectionManager (MeshConfig.pathNormalization).
 */
function normalisationEffects(base, head, changes) {
    const [before, after] = [base, head].map(({ mesh }) => mesh.config.pathNormalization);
    if (before === undefined || after === undefined || before === after) {
        return { effects: [], unknown: [] };
    }
    const apart = formsApart(before, after);
    const causes = causesOfSetting(changes);
    const made = { base, head, changes, causes };
    const effects = [
        meshEffect(apart, made),
        ...acrossServices(admittedOtherwise(apart, made)),
        ...routedOtherwise(apart, made)
    ];
    const message = `paths ${apart.map(({ name }) => name).join(', ')}: ${before} and ${after} make different paths of them, which is told by examples`;
    const at = causes[0]?.at ?? null;
    return {
        effects,
        unknown: [{ reason: 'composition', message, subject: causes[0]?.ref ?? null, at }]
    };
}
/** The field itself where a file holds it, else the objects that hold the configuration. */
function causesOfSetting(changes) {
    const holders = changes.filter(({ base, head, equal }) => {
        return !equal && configKinds.has((head ?? base)?.ref.kind ?? '');
    });
    const named = holders.flatMap(({ base, head }) => {
        if (base === null || head === null)
            return [];
        return fieldChanges((0,embedded/* withEmbedded */.tn)(base), (0,embedded/* withEmbedded */.tn)(head)).flatMap(({ before, after }) => {
            const path = after ?? before ?? [];
            if (!path.includes('pathNormalization'))
                return [];
            const [side, manifest] = after === null ? ['base', base] : ['head', head];
            const at = { manifest, path: (0,embedded/* writtenPath */.dR)(manifest, path) };
            return [{ side, ref: manifest.ref, at, note: 'pathNormalization changed' }];
        });
    });
    const now = named.filter(({ side }) => side === 'head');
    if (named.length > 0)
        return now.length > 0 ? now : named;
    return holders.flatMap(causesOfChange);
}
const configKinds = new Set(['ConfigMap', 'IstioOperator', 'Istio']);
/** What every proxy forwards otherwise. */
function meshEffect(apart, made) {
    const { base, head, causes, changes } = made;
    const [before, after] = [base.mesh.config, head.mesh.config].map(one => one.pathNormalization);
    const facets = [
        { facet: 'path normalisation', before: String(before), after: String(after) }
    ];
    for (const { of } of apart) {
        const raw = of('/a/b');
        const [was, is] = [base, head].map(plane => normalised(plane, raw));
        facets.push({ facet: `path ${raw}`, before: String(was), after: String(is) });
    }
    const subject = { kind: 'mesh', name: 'every HTTP port of the mesh' };
    const region = `paths ${apart.map(({ name }) => name).join(', ')}`;
    return {
        ...draftOf('settings-changed', 'neutral', subject, region, facets, made),
        severity: 'warning',
        proxy: { type: 'sidecar', names: ['every proxy'] },
        witness: forwardedOtherwise(apart, made),
        verify: 'istioctl proxy-config listeners "$POD" -n "$NAMESPACE" --port 15006 -o json | grep -n -i "normalize_path\\|normalizePath\\|mergeSlashes\\|pathWithEscapedSlashesAction"',
        watch: 'sum by (destination_service, response_code) (rate(istio_requests_total{reporter="destination"}[5m]))',
        rollback: rollbackSecurity(causes, changes)
    };
}
function normalised({ mesh }, raw) {
    return (0,dataplane_path/* normalizePath */.F)(raw, mesh.config.pathNormalization).path;
}
/** A request to a service of the mesh that is forwarded otherwise; null: git holds none. */
function forwardedOtherwise(apart, { base, head }) {
    const classes = (0,proxies/* proxyClasses */.z)(base.mesh, head.mesh);
    const proxy = classes.find(({ type }) => type === 'sidecar');
    if (proxy === undefined)
        return null;
    for (const { name, namespace, host, ports } of head.mesh.registry.all) {
        const port = ports.find(({ protocol }) => (0,mesh_protocol/* isHttp */.Zc)(protocol))?.number;
        if (port === undefined || host.startsWith('*'))
            continue;
        const subject = { kind: 'service', name, namespace, port };
        for (const { of } of apart) {
            const request = {
                from: callerOf(proxy, classes, base.mesh, head.mesh, subject),
                protocol: 'http',
                port,
                authority: port === 80 ? host : `${host}:${port}`,
                method: 'GET',
                path: of('/a/b'),
                headers: {},
                transport: 'plaintext'
            };
            const [before, after] = [(0,dataplane_answer/* evaluate */._3)(base, proxy, request), (0,dataplane_answer/* evaluate */._3)(head, proxy, request)];
            const arrives = before.outcome === 'served' && after.outcome === 'served';
            if (arrives && before.path !== after.path)
                return { request, before, after };
        }
    }
    return null;
}

;// CONCATENATED MODULE: ./build/effects/opaque.js









/** More of one kind than this are assumed unchanged in one line. */
const opaque_nameLimit = 3;
/** What is the same on both sides equals itself, whatever it does: an assumption, and no reason to warn. */
function opaqueAssumptions(head, changes) {
    const changed = changedKeys(changes);
    const assumptions = [];
    for (const kind of EXTENSION_KINDS) {
        const same = head.of(kind).filter(({ ref }) => !changed.has((0,mesh_order/* refKey */.XF)(ref)));
        const refs = same.length > opaque_nameLimit
            ? [`${same.length} objects of kind ${kind}`]
            : same.map(({ ref }) => (0,build_finding/* describeRef */.R)(ref)).sort();
        for (const ref of refs)
            assumptions.push({ kind: 'opaque-unchanged', params: { ref } });
    }
    return assumptions;
}
/**
 * A route or a cluster changed beneath a patch of it: what the patch makes of the new one is not known, so just these
 * effects are not certain. Effects that no patch meets stay as they are.
 */
function beneathPatches(head, effects) {
    const filters = head.of('EnvoyFilter').map(filter => ({
        filter,
        patches: patchesOf(filter).filter(patch => PATCHED.has(patch.applyTo))
    }));
    if (filters.every(({ patches }) => patches.length === 0))
        return { effects, unknown: [] };
    const met = new Map();
    const root = head.config.rootNamespace;
    const lowered = effects.map(effect => {
        let isBeneath = false;
        for (const { filter, patches } of filters) {
            if (patches.length === 0 || !attaches(filter, effect.proxy, root))
                continue;
            const patch = patches.find(one => covers(one, effect, head));
            if (patch === undefined)
                continue;
            isBeneath = true;
            const known = met.get(filter) ?? { patch, effects: [] };
            met.set(filter, known);
            known.effects.push(effect);
        }
        if (!isBeneath)
            return effect;
        // Not one with what is certain elsewhere.
        const named = (0,build_fingerprint/* fingerprint */.R)([effect.draft.fingerprint, 'beneath']);
        const draft = { ...effect.draft, certainty: 'unknown', fingerprint: named };
        return { ...effect, draft };
    });
    const unknown = [...met].map(([filter, { patch, effects: own }]) => {
        const names = [...new Set(own.map(({ proxy }) => proxy.description))];
        const more = names.length > 1 ? ` and ${names.length - 1} more` : '';
        return {
            reason: 'opaque',
            message: `routes of ${names[0]}${more} changed beneath ${(0,build_finding/* describeRef */.R)(filter.ref)}, which ${patchWords(patch)}: what it makes of them is unknown`,
            subject: filter.ref,
            at: { manifest: filter, path: patch.path, part: 'key' }
        };
    });
    return { effects: lowered, unknown };
}
const PATCHED = new Set([
    'ROUTE_CONFIGURATION',
    'VIRTUAL_HOST',
    'HTTP_ROUTE',
    'CLUSTER'
]);
function covers(patch, { proxy, draft }, mesh) {
    if (!matchesVersion(patch, [mesh]))
        return false;
    const direction = directionsOf(patch, proxy).find(one => one !== 'inbound');
    if (direction === undefined)
        return false;
    if (patch.applyTo === 'CLUSTER')
        return coversCluster((0,json/* mapOrEmpty */.B4)(patch.match.cluster), draft);
    const traces = [draft.witness?.before.trace, draft.witness?.after.trace];
    const configs = traces.flatMap(trace => trace?.routeConfig ?? []);
    // Connections that no route configuration takes are none of its business.
    if (configs.length === 0)
        return false;
    const match = (0,json/* map */.Tj)(patch.match.routeConfiguration);
    if (match === undefined)
        return true;
    return (configs.some(config => namesRoutes(match, config, direction)) &&
        coversHost((0,json/* map */.Tj)(match.vhost), draft));
}
function coversHost(vhost, { witness }) {
    if (vhost === undefined || witness === null)
        return true;
    const name = (0,json/* filled */.Bq)(vhost.name);
    const hosts = [witness.before, witness.after].flatMap(({ trace }) => trace?.virtualHost ?? []);
    if (name !== undefined && hosts.length > 0 && !hosts.includes(name))
        return false;
    const domain = (0,json/* filled */.Bq)(vhost.domainName);
    const { authority } = witness.request;
    return domain === undefined || domain.includes('*') || authority.startsWith(domain);
}
function coversCluster(match, { witness, kind }) {
    if (kind !== 'upstream-changed')
        return false;
    const destinations = [witness?.before, witness?.after].flatMap(one => one?.destinations ?? []);
    const wanted = (0,json/* number */.ai)(match.portNumber) ?? 0;
    return destinations.some(({ cluster, host, subset = '', port }) => ((0,json/* filled */.Bq)(match.name) ?? cluster) === cluster &&
        ((0,json/* filled */.Bq)(match.service) ?? host) === host &&
        ((0,json/* filled */.Bq)(match.subset) ?? subset) === subset &&
        (wanted === 0 || wanted === port));
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

// EXTERNAL MODULE: ./build/mesh/registry.js
var registry = __webpack_require__(96789);
;// CONCATENATED MODULE: ./build/effects/orders.js


/** Up to so many rivals all orders are compared. */
const everyOrderLimit = 4;
/**
 * The orders of creation that a group of rivals could have; the first is the one that is taken without a hint. Null:
 * more than `limit`.
 *
 * Of more than four rivals, each two of which one changed stand once in front, in either order. Of the objects whose
 * rules take a request the oldest decides, on each side; objects that did not change take the same requests on both,
 * so where the sides differ, one of the two that decide changed. Whatever an order gives, one of these gives it.
 */
function ordersOf(rivals, limit) {
    const { members, manifests, tied, changed } = rivals;
    const agedBy = (key) => {
        const manifest = manifests.get(key);
        return manifest === undefined ? null : (0,mesh_order/* agedOf */.R)(manifest);
    };
    if (members.length > everyOrderLimit) {
        const moving = members.filter(key => changed.has(key)).length;
        if (2 * moving * members.length > limit)
            return null;
    }
    const all = members.length <= everyOrderLimit ? permutations(members) : fronts(rivals, agedBy);
    return all.filter(order => respectsAges(order, agedBy, tied));
}
/** More changed rivals than this are not each put in front. */
const frontLimit = 4;
/** Where there are too many orders: each of the first changed ones in front. It shows, and proves nothing. */
function changedFirst({ members, changed, manifests }) {
    const open = (key) => {
        const manifest = manifests.get(key);
        return changed.has(key) && manifest !== undefined && (0,mesh_order/* agedOf */.R)(manifest).created === null;
    };
    const fronts = members.filter(open).slice(0, frontLimit);
    return [members, ...fronts.map(key => [key, ...members.filter(other => other !== key)])];
}
/** Every two of which one changed in front, the others as they are, those of known age in their order. */
function fronts({ members, tied, changed }, agedBy) {
    const isDated = (key) => agedBy(key)?.created !== null;
    const dated = members.filter(isDated);
    dated.sort((a, b) => {
        const [one, other] = [agedBy(a), agedBy(b)];
        if (one === null || other === null)
            return 0;
        return (one.created ?? 0) - (other.created ?? 0) || (tied?.(one, other) ?? 0);
    });
    const plain = [...members.filter(key => !isDated(key)), ...dated];
    const orders = [plain];
    for (const one of plain) {
        for (const other of plain) {
            if (one === other || !(changed.has(one) || changed.has(other)))
                continue;
            orders.push([one, other, ...plain.filter(key => key !== one && key !== other)]);
        }
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
function respectsAges(order, agedBy, tied) {
    let oldest = null;
    for (const key of order) {
        const aged = agedBy(key);
        if (aged === null || aged.created === null)
            continue;
        if (oldest !== null) {
            const apart = aged.created - (oldest.created ?? 0);
            if (apart < 0 || (apart === 0 && (tied?.(aged, oldest) ?? 0) < 0))
                return false;
        }
        oldest = aged;
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
    const services = kind === 'ServiceEntry' ? reaged(mesh, order) : null;
    return Object.create(mesh, {
        of: {
            value: (asked, group) => {
                const found = mesh.of(asked, group);
                return asked === kind && found === current ? reordered : found;
            }
        },
        ...(services === null ? {} : { registry: { get: services } })
    });
}
/** Less than the second that Kubernetes counts in. */
const moment = 1e-6;
/** The services of a mesh, those of some objects of such ages that they come in an order. */
function reaged(mesh, order) {
    let made;
    return () => {
        if (made !== undefined)
            return made;
        const ages = new Map();
        let last = 0;
        for (const key of order) {
            const manifest = mesh.of('ServiceEntry').find(one => (0,mesh_order/* refKey */.XF)(one.ref) === key);
            const created = manifest === undefined ? null : (0,mesh_order/* agedOf */.R)(manifest).created;
            last = created ?? last + moment;
            ages.set(key, last);
        }
        const services = mesh.registry.all.map(service => {
            const key = service.manifest === null ? undefined : (0,mesh_order/* refKey */.XF)(service.manifest.ref);
            const created = key === undefined ? undefined : ages.get(key);
            return created === undefined ? service : { ...service, created };
        });
        made = (0,registry/* registry */.u)(services, mesh.features);
        return made;
    };
}

// EXTERNAL MODULE: ./build/dataplane/rules.js
var rules = __webpack_require__(426);
// EXTERNAL MODULE: ./build/mesh/visibility.js
var visibility = __webpack_require__(50722);
;// CONCATENATED MODULE: ./build/effects/gateway-claims.js



/**
 * What the servers of a Gateway compete for at the pods that take it: those that end TLS for a server name on the port,
 * the others for the port. Source: pilot model/gateway.go mergeGateways.
 */
function gatewayClaims(manifest, mesh) {
    return claimsOf(mesh).get(manifest) ?? [];
}
const gateway_claims_known = new WeakMap();
function claimsOf(mesh) {
    let found = gateway_claims_known.get(mesh);
    if (found === undefined) {
        found = gateway_claims_read(mesh);
        gateway_claims_known.set(mesh, found);
    }
    return found;
}
function gateway_claims_read(mesh) {
    const classes = (0,proxies_gateway/* gatewayClasses */.f)([mesh]);
    const claims = [];
    for (const manifest of mesh.of('Gateway')) {
        const labels = (0,json/* textMap */.sP)(manifest.spec.selector);
        const pods = classes.filter(one => (0,mesh_selector/* selects */.ko)(labels, one.labels)).map(one => one.id);
        for (const entry of (0,json/* list */.p_)(manifest.spec.servers)) {
            const server = (0,json/* map */.Tj)(entry);
            const port = (0,json/* number */.ai)((0,json/* map */.Tj)(server?.port)?.number) ?? 0;
            const mode = (0,json/* text */.Qq)((0,json/* map */.Tj)(server?.tls)?.mode);
            const ends = mode !== undefined && !mode.includes('PASSTHROUGH');
            for (const pod of pods) {
                for (const host of ends ? (0,json/* texts */.Te)(server?.hosts) : ['']) {
                    claims.push({ manifest, place: `${pod} ${port}`, host });
                }
            }
        }
    }
    // Where one server takes the whole port, all others of it are its rivals.
    const whole = new Set(claims.filter(({ host }) => host === '').map(({ place }) => place));
    const result = new Map();
    for (const { manifest, place, host } of claims) {
        const own = result.get(manifest) ?? [];
        if (whole.has(place))
            own.push(place);
        if (host !== '')
            own.push(`${place} ${host}`);
        result.set(manifest, own);
    }
    return result;
}

;// CONCATENATED MODULE: ./build/effects/ingress-claims.js


/**
 * What the rules of an Ingress compete for: the paths of a host, of which the older Ingress takes equal ones, and the
 * server names that it has a certificate for.
 * Source: pilot config/kube/ingress/virtualservices.go sortRulesByCreationTimestamp, model/gateway.go mergeGateways.
 */
function ingressClaims(manifest, mesh) {
    if (!(0,ingress/* isServed */.SM)(manifest, mesh))
        return [];
    const claims = (0,json/* list */.p_)(manifest.spec.rules).flatMap(entry => {
        const fields = (0,json/* mapOrEmpty */.B4)(entry);
        return (0,json/* map */.Tj)(fields.http) === undefined ? [] : [`host ${(0,json/* filled */.Bq)(fields.host) ?? '*'}`];
    });
    for (const entry of (0,json/* list */.p_)(manifest.spec.tls)) {
        const hosts = (0,json/* texts */.Te)((0,json/* mapOrEmpty */.B4)(entry).hosts);
        for (const host of hosts.length === 0 ? ['*'] : hosts)
            claims.push(`certificate ${host}`);
    }
    return claims;
}

;// CONCATENATED MODULE: ./build/effects/service-entry-claims.js



/**
 * What ServiceEntries compete for: a host, of which the oldest is taken where none is of the client's namespace, and a
 * port whose bytes are forwarded unread, of which the first that has no address of its own has the listener.
 * Source: pilot model/sidecar.go appendSidecarServices, networking/core/listener.go buildListenerFromEntry.
 */
function serviceEntryClaims({ spec, ref }, mesh) {
    const scope = (0,visibility/* visibility */.XD)((0,json/* texts */.Te)(spec.exportTo), ref.namespace, mesh.config.defaultServiceExportTo);
    if (scope === 'none')
        return [];
    const hosts = (0,json/* texts */.Te)(spec.hosts).map(host => `host ${host.toLowerCase()}`);
    if ((0,json/* texts */.Te)(spec.addresses).length > 0)
        return hosts;
    const ports = (0,json/* list */.p_)(spec.ports).flatMap(one => {
        const protocol = (0,mesh_protocol/* parseProtocol */.gR)((0,json/* text */.Qq)((0,json/* map */.Tj)(one)?.protocol) ?? '');
        const port = (0,json/* number */.ai)((0,json/* map */.Tj)(one)?.number);
        const isUnread = !(0,mesh_protocol/* isHttp */.Zc)(protocol) && !['TLS', 'HTTPS', 'UDP'].includes(protocol);
        return port === undefined || !isUnread ? [] : [`port ${port}`];
    });
    return [...hosts, ...ports];
}

;// CONCATENATED MODULE: ./build/effects/rivals.js









/** Groups of rivals that a change touches; an order among objects that did not change is the same on both sides. */
function rivalsOf(base, head, changes) {
    const changed = new Set();
    for (const change of changes) {
        const ref = (change.head ?? change.base)?.ref;
        if (!change.equal && ref !== undefined)
            changed.add((0,mesh_order/* refKey */.XF)(ref));
    }
    const [one, other] = [base.features, head.features];
    const settled = one.has(TIES) === other.has(TIES);
    const tied = settled ? (0,mesh_order/* byAge */.jI)(head.features) : null;
    const groups = [];
    for (const [kind, claims] of Object.entries(rivals_claimsOf)) {
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
            if (!isOpen(members, objects, settled))
                continue;
            groups.push({ kind, members, manifests: objects, tied, changed });
        }
    }
    return groups;
}
/** The behaviour by which equally old objects are told apart. */
const TIES = 'order-by-name-then-namespace';
/** What objects of a kind compete for: two that make one claim are rivals. */
const rivals_claimsOf = {
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
    Gateway: gatewayClaims,
    Ingress: ingressClaims,
    ServiceEntry: serviceEntryClaims,
    Sidecar: ({ spec, ref }) => [`${ref.namespace} ${(0,mesh_selector/* selectorText */.nM)(sidecarSelector(spec))}`]
};
/** Seen by named namespaces alone, and there before all that are public. */
function isPrivate({ spec, ref }) {
    return (0,visibility/* visibility */.XD)((0,json/* texts */.Te)(spec.exportTo), ref.namespace, ['*']) !== 'public';
}
function sidecarSelector(spec) {
    return (0,json/* textMap */.sP)((0,json/* map */.Tj)(spec.workloadSelector)?.labels);
}
/** Rivals that are linked by claims, each group with a changed member. */
function components(claimed, objects, changed, joins) {
    const byClaim = new Map();
    for (const [key, claims] of claimed) {
        for (const claim of claims) {
            const known = byClaim.get(claim);
            if (known === undefined)
                byClaim.set(claim, [key]);
            else
                known.push(key);
        }
    }
    joinWildcards(byClaim, joins);
    const neighbours = new Map();
    for (const keys of byClaim.values()) {
        // Rivals without a changed one among them keep whatever order they have.
        if (keys.length < 2 || !keys.some(key => changed.has(key)))
            continue;
        // A chain links them as well as all pairs would.
        for (const [index, key] of keys.entries()) {
            const own = neighbours.get(key) ?? new Set();
            for (const other of [keys[index - 1], keys[index + 1]])
                if (other !== undefined)
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
/**
 * Ages that all stand in git leave nothing open: of equally old objects the name decides, then the namespace
 * (pilot model/config.go sortByCreationComparator).
 */
function isOpen(group, objects, settled) {
    const ages = new Set();
    for (const key of group) {
        const manifest = objects.get(key);
        const age = manifest === undefined ? null : (0,mesh_order/* createdAt */.CT)(manifest);
        if (age === null || (!settled && ages.has(age)))
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

;// CONCATENATED MODULE: ./build/effects/by-address.js


/**
 * Changes that proxies are sent alike, apart where their requests have to be dialled differently: what is said of one
 * class then holds of all that it speaks for, whichever classes it is compared beside.
 */
function byAddress(changes, pointOf, { base, head }) {
    const [first] = changes;
    if (first?.proxy.type !== 'sidecar' || changes.length < 2)
        return [changes];
    const apart = new Map();
    const point = pointOf(first);
    for (const change of changes) {
        const { proxy, configs, names, port, tls } = change;
        const from = { namespace: proxy.namespace };
        const request = requestAt({ proxy, from, port, point, tls });
        const address = request === null ? undefined : addressTo({ base, head, configs, names }, request);
        const known = apart.get(address);
        if (known === undefined)
            apart.set(address, [change]);
        else
            known.push(change);
    }
    return [...apart.values()];
}

// EXTERNAL MODULE: ./node_modules/ipaddr.js/lib/ipaddr.js
var ipaddr = __webpack_require__(48280);
;// CONCATENATED MODULE: ./build/dataplane/lower/connections.js


/** What the first bytes of a connection show: TLS, Istio's own mutual TLS, plaintext HTTP, anything else. */
const openings = (/* unused pure expression or super */ null && (['bytes', 'http', 'tls', 'mtls']));
/**
 * The listeners of one port as an ordered table over the address that was dialled, the first bytes and the server
 * name. Envoy narrows by address, name, transport and protocol and never goes back, so every group of rows is closed
 * by one that says what becomes of the rest of it. Source: Envoy filter_chain_manager_impl.cc findFilterChain.
 */
function lowerConnections({ listeners, rest, without, openings: allowed }) {
    const rows = [];
    const open = listeners.find(({ address }) => connections_isOpen(address)) ?? rest;
    for (const listener of listeners) {
        if (connections_isOpen(listener.address))
            continue;
        rows.push(...listenerRows(listener, blockOf(listener.address), allowed));
    }
    if (open === null)
        rows.push(row({}, { kind: 'reset' }, { listener: null, chain: null }));
    else
        rows.push(...listenerRows(open, null, allowed));
    const impossible = [
        { sni: { is: 'present' }, speaks: anyOf(allowed.filter(one => !isTls(one))) }
    ];
    if (without.length > 0) {
        impossible.push({ to: { is: 'any', of: without.map(address => cidr(blockOf(address))) } });
    }
    return { dimensions: dimensions(allowed), rows, otherwise: { kind: 'reset' }, impossible };
}
function connections_isOpen(address) {
    return address === mesh_service/* UNSPECIFIED */.Ah || address === '::';
}
function dimensions(allowed) {
    return [
        { name: 'to', theory: 'ip', optional: false, multiple: false },
        {
            name: 'speaks',
            theory: 'enumeration',
            values: [...allowed],
            optional: false,
            multiple: false
        },
        {
            name: 'sni',
            theory: 'string',
            optional: true,
            multiple: false,
            // Envoy folds names: they are lower case. A host name has no empty label in front (RFC 1123 section 2.1).
            domain: { is: 'regex', value: '[!-\\-/-@\\[-~][!-@\\[-~]*' }
        }
    ];
}
function row(when, action, origin) {
    return { when, action, origin };
}
function listenerRows(listener, own, allowed) {
    const within = own === null ? {} : { to: cidr(own) };
    if (listener.refused !== undefined) {
        return [row(within, { kind: 'refused', listener }, { listener, chain: null })];
    }
    if (listener.filterChains.some(chain => chain.certainty === 'unknown')) {
        return [row(within, { kind: 'unknown', listener }, { listener, chain: null })];
    }
    const rows = [];
    const blocks = new Map();
    for (const chain of listener.filterChains) {
        for (const written of chain.match.destinations ?? []) {
            const block = blockOf(written);
            const known = blocks.get(block);
            if (known === undefined)
                blocks.set(block, [chain]);
            else if (!known.includes(chain))
                known.push(chain);
        }
    }
    for (const block of [...blocks.keys()].sort(narrowFirst)) {
        const to = cidr(block);
        const when = own === null ? { to } : { to: { is: 'all', of: [cidr(own), to] } };
        rows.push(...namedRows(listener, blocks.get(block) ?? [], when, allowed));
    }
    const others = listener.filterChains.filter(chain => chain.match.destinations === undefined);
    rows.push(...namedRows(listener, others, within, allowed));
    return rows;
}
/** By server name: exact ones, wildcards from the longest, then chains that ask for none. */
function namedRows(listener, chains, within, allowed) {
    const rows = [];
    const names = new Map();
    for (const chain of chains) {
        for (const written of chain.match.sni ?? []) {
            const name = written.toLowerCase();
            const known = names.get(name);
            if (known === undefined)
                names.set(name, [chain]);
            else if (!known.includes(chain))
                known.push(chain);
        }
    }
    const tls = allowed.filter(isTls);
    for (const name of [...names.keys()].sort(specificFirst)) {
        const sni = name.startsWith('*.')
            ? { is: 'suffix', value: name.slice(1) }
            : { is: 'exact', value: name };
        rows.push(...openingRows(listener, names.get(name) ?? [], { ...within, sni }, tls));
    }
    const others = chains.filter(chain => chain.match.sni === undefined);
    rows.push(...openingRows(listener, others, within, allowed));
    return rows;
}
/** By what the first bytes show, each opening answered; equal answers in one row. */
function openingRows(listener, chains, within, allowed) {
    const answers = new Map();
    for (const opening of allowed) {
        const found = connections_chosen(chains, opening) ?? listener.defaultChain ?? null;
        // What is no TLS ends with the handshake.
        const chain = found?.tls === undefined || isTls(opening) ? found : null;
        answers.set(chain, [...(answers.get(chain) ?? []), opening]);
    }
    return [...answers].map(([chain, taken]) => {
        const when = taken.length === allowed.length ? within : { ...within, speaks: anyOf(taken) };
        const action = chain === null ? { kind: 'reset' } : { kind: 'chain', chain };
        return row(when, action, { listener, chain });
    });
}
function connections_chosen(chains, opening) {
    const transport = isTls(opening) ? 'tls' : 'raw_buffer';
    const asking = chains.filter(({ match }) => match.transport === transport);
    const left = asking.length > 0 ? asking : chains.filter(one => one.match.transport === undefined);
    const shown = opening === 'http' ? 'http/1.1' : opening === 'mtls' ? 'istio' : '';
    return (left.find(({ match }) => match.alpn?.includes(shown)) ??
        left.find(({ match }) => match.alpn === undefined));
}
function isTls(opening) {
    return opening === 'tls' || opening === 'mtls';
}
function anyOf(values) {
    return { is: 'any', of: values.map(value => ({ is: 'exact', value })) };
}
function cidr(value) {
    return { is: 'cidr', value };
}
/** An address or block as a block, without the bits that do not count. */
function blockOf(written) {
    const whole = written.includes('/') ? written : `${written}/${written.includes(':') ? 128 : 32}`;
    if (!ipaddr.isValidCIDR(whole))
        return whole;
    const [, bits] = ipaddr.parseCIDR(whole);
    const network = whole.includes(':')
        ? ipaddr.IPv6.networkAddressFromCIDR(whole)
        : ipaddr.IPv4.networkAddressFromCIDR(whole);
    return `${network.toString()}/${bits}`;
}
function narrowFirst(a, b) {
    return connections_bits(b) - connections_bits(a) || (a < b ? -1 : 1);
}
function connections_bits(block) {
    return Number(block.slice(block.indexOf('/') + 1));
}
function specificFirst(a, b) {
    const wild = Number(a.startsWith('*.')) - Number(b.startsWith('*.'));
    return wild || b.length - a.length || (a < b ? -1 : 1);
}

;// CONCATENATED MODULE: ./build/effects/connection-tables.js



/** One port on both sides, the listeners that differ alone; null where none does. */
function connectionTables(port, { proxy, configs, pods }, refine = (row, action) => [{ ...row, action }]) {
    const sides = { base: configs.base.listenersOn(port), head: configs.head.listenersOn(port) };
    const keys = ['base', 'head'].map(side => {
        const behave = behaviours(side, configs, pods);
        return new Map(sides[side].map(listener => [listener.name, listenerKey(listener, behave)]));
    });
    const [before = new Map(), after = new Map()] = keys;
    const names = new Set([...before.keys(), ...after.keys()]);
    const differing = new Set([...names].filter(name => before.get(name) !== after.get(name)));
    if (differing.size === 0 && (port !== otherPorts || sameRest(configs, pods)))
        return null;
    const same = [...sides.base, ...sides.head].filter(({ name }) => !differing.has(name));
    const without = [...new Set(same.map(one => one.address))].filter(address => !connections_isOpen(address));
    const made = ['base', 'head'].map(side => {
        const lowered = lowerConnections({
            listeners: sides[side].filter(one => differing.has(one.name) || connections_isOpen(one.address)),
            rest: connection_tables_restOf(configs[side]),
            without,
            openings: openingsOf(proxy)
        });
        const context = contextOf(side, configs, pods);
        return seen(lowered, context, refine);
    });
    const [base, head] = made;
    return base === undefined || head === undefined ? null : { base, head };
}
function behaviours(side, configs, pods) {
    const context = contextOf(side, configs, pods);
    return action => connectionBehaviour(action, context);
}
function contextOf(side, configs, pods) {
    return { config: configs[side], pods: pods[side], namespace: '' };
}
/** Stands for every port that no listener has. */
const otherPorts = -1;
/** A port that no listener has on either side. */
function unusedPort({ base, head }) {
    const used = (port) => base.listenersOn(port).length > 0 || head.listenersOn(port).length > 0;
    let port = 4444;
    while (used(port))
        port += 1;
    return port;
}
function sameRest(configs, pods) {
    const [before, after] = ['base', 'head'].map(side => {
        const rest = connection_tables_restOf(configs[side]);
        return rest === null ? '' : listenerKey(rest, behaviours(side, configs, pods));
    });
    return before === after;
}
/** What a sidecar does with ports that no listener has; a gateway refuses them. */
function connection_tables_restOf(view) {
    return view.proxy.type === 'sidecar' ? view.rest : null;
}
function openingsOf({ type }) {
    return type === 'sidecar' ? ['bytes', 'http', 'tls'] : ['bytes', 'http', 'tls', 'mtls'];
}
function listenerKey(listener, behave) {
    const { filterChains, defaultChain, refused } = listener;
    if (refused !== undefined)
        return (0,build_fingerprint/* canonical */.$)(['refused', refused.reason]);
    return (0,build_fingerprint/* canonical */.$)([
        filterChains.map(chain => [chain.match, behave({ kind: 'chain', chain }).id]),
        defaultChain === undefined ? null : behave({ kind: 'chain', chain: defaultChain }).id
    ]);
}
function seen(table, context, refine) {
    const behave = (action) => connectionBehaviour(action, context);
    const rows = table.rows.flatMap(row => refine(row, behave(row.action), context));
    return { ...table, rows, otherwise: behave(table.otherwise) };
}
/** Rows of these tables come from lowerConnections alone, which sets it; null where no row matched. */
function connectionOrigin(row) {
    return row === null ? { listener: null, chain: null } : row.origin;
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
            before: difference_words_policyWords(upstream, before, after),
            after: difference_words_policyWords(upstream, after, before)
        };
    }
    const [was, is] = [before.facets[facet], after.facets[facet]];
    if (facet === 'rewrite' && was.text === is.text) {
        return { before: lengthWords(was), after: lengthWords(is) };
    }
    return { before: was.text, after: is.text };
}
/** `/api` and `/api/` are both a matched prefix: how much of the path is replaced tells them apart. */
function lengthWords({ key, text }) {
    const length = /,(\d+)\]$/.exec(key)?.[1];
    return length === undefined ? text : text.replace('matched prefix', `first ${length} characters`);
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
        const name = own.destinations.length === 1 ? '' : `${difference_words_nameOf(share)}: `;
        parts.push(`${name}${podsOf(share, there)}`);
    }
    return parts.join('; ');
}
/** Names where they tell the sides apart, else the labels that the pods must carry. */
function podsOf({ pods }, other) {
    if (pods === null)
        return 'none';
    if (pods.namespaces.length === 0)
        return 'addresses that are written down';
    const namesDiffer = listWords(pods.names) !== listWords(other?.pods?.names ?? []);
    if (namesDiffer)
        return pods.names.length === 0 ? 'no known pods' : `pods of ${listWords(pods.names)}`;
    return pods.labels === '' ? 'all pods' : `pods with ${pods.labels}`;
}
/** What differs in one facet of the clusters that differ. */
function difference_words_policyWords(facet, own, other) {
    const said = new Set();
    for (const [index, share] of own.destinations.entries()) {
        const there = other.destinations[index]?.upstream ?? null;
        if (share.upstream === null || there === null)
            continue;
        const value = upstreamValue(share.upstream, facet);
        const otherValue = upstreamValue(there, facet);
        if ((0,build_fingerprint/* canonical */.$)(value ?? null) !== (0,build_fingerprint/* canonical */.$)(otherValue ?? null)) {
            said.add(upstreamWords(value, otherValue));
        }
    }
    return [...said].join('; ');
}
function difference_words_nameOf({ host, subset }) {
    return subset === '' ? host : `${host} ${subset}`;
}

;// CONCATENATED MODULE: ./build/effects/kind.js



/** Null where both treat the request alike. A behaviour that was not understood is no effect: ask before. */
function kind_difference(before, after) {
    if (before.id === after.id || isSameNobody(before, after))
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
/**
 * A service that one side's proxy does not see although it is there: the Sidecar, `exportTo` or the outbound policy
 * decides, not a route. Requests go where they were dialled, without the mesh's routes and policies.
 */
function ofVisibility(found, before, after, isHidden) {
    if (found.kind !== 'rerouted')
        return found;
    const hides = after.fate === 'passthrough' && before.fate === 'served' && isHidden('head');
    const shows = before.fate === 'passthrough' && after.fate === 'served' && isHidden('base');
    if (!hides && !shows)
        return found;
    const direction = hides ? 'narrow' : 'widen';
    return { ...found, kind: 'visibility-changed', direction };
}
function classified(before, after, changed) {
    if (after.lost > before.lost) {
        return { kind: 'traffic-lost', direction: 'break', severity: 'error' };
    }
    if (after.lost < before.lost) {
        return { kind: 'traffic-gained', direction: 'repair', severity: 'info' };
    }
    if (changed.includes('pods')) {
        const [loses, gains] = [losesAllPods(before, after), losesAllPods(after, before)];
        if (loses && !gains)
            return { kind: 'traffic-lost', direction: 'break', severity: 'error' };
        if (gains && !loses)
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
    const nowhere = isNowhere(before) && isNowhere(after);
    const changed = facets.filter(facet => before.facets[facet].key !== after.facets[facet].key &&
        (!nowhere || answered.has(facet)) &&
        // Other destinations have other pods and policies: that is said already.
        (!isUpstream(facet) || sameClusters(before, after)));
    // Of requests of which one side loses more, or both lose all, only that matters.
    const failing = before.lost !== after.lost || before.lost === 1;
    return failing && changed.includes('destinations') ? ['destinations'] : changed;
}
/**
 * The same labels that no pod in git carries. Whether pods that git does not hold are assumed to carry them is asked of
 * the Service: one that takes the subset's label into its selector still has those pods, or none.
 */
function isSameNobody(before, after) {
    if (before.lost === after.lost || !sameClusters(before, after))
        return false;
    const isAlike = before.destinations.every((one, index) => {
        const other = after.destinations[index];
        if (other === undefined || weightOf(one) !== weightOf(other))
            return false;
        if (one.tail === other.tail)
            return true;
        return isNobody(one) && isNobody(other) && one.pods?.key === other.pods?.key;
    });
    // What is passed on, refused or answered by the proxy itself has no cluster of nobody.
    const isOfNobody = before.destinations.some(isNobody);
    const isSame = (facet) => before.facets[facet].key === after.facets[facet].key;
    return (isOfNobody &&
        isAlike &&
        facets.every(one => one === 'destinations' || isUpstream(one) || isSame(one)));
}
/** A cluster whose labels no pod in git carries. */
function isNobody({ upstream, pods }) {
    return upstream !== null && pods !== null && pods.names.length === 0 && pods.labels !== '';
}
function weightOf({ tail }) {
    return tail.replace(/ \(no pods: .*\)$/, '');
}
/** Forwarded, and to nobody: the proxy itself answers 503. */
function isNowhere({ fate, lost }) {
    return fate === 'served' && lost === 1;
}
/** Facets that show in an answer of the proxy itself; all others are of requests that arrive somewhere. */
const answered = new Set(['destinations', 'fault', 'headers', 'cors']);
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
/** A share of the requests went to pods that git holds, and its Service selects none that it holds. */
function losesAllPods(before, after) {
    return before.destinations.some((share, index) => {
        const left = after.destinations[index]?.pods;
        // Without a selector it is written elsewhere which addresses serve.
        const isSelected = left !== undefined && left !== null && left.namespaces.length > 0;
        return (share.pods?.names.length ?? 0) > 0 && isSelected && left.names.length === 0;
    });
}
function losesPods(before, after) {
    return before.destinations.some((share, index) => {
        const names = after.destinations[index]?.pods?.names ?? [];
        const known = share.pods?.names ?? [];
        return known.length === 0 || known.some(name => !names.includes(name));
    });
}

;// CONCATENATED MODULE: ./build/effects/scope-view.js
/** The services of a host (lower case) that a client has listeners or routes for. */
function sees({ scope }, host) {
    return scope.listeners.flatMap(listener => listener.servicesOf(host));
}

;// CONCATENATED MODULE: ./build/effects/unserved-names.js



/**
 * Names that a gateway ends TLS for on one side alone, though no virtual host of it has a route for them: the
 * comparison of routes says nothing of them, and a client sees a handshake and a 404 instead of a closed connection.
 */
function unservedNames(port, differences, sides) {
    if (sides.proxy.type !== 'gateway' || !differences.some(opensHttp))
        return null;
    const tables = connectionTables(port, sides, unserved_names_byName);
    if (tables === null)
        return null;
    const found = compare(tables.base, tables.head, { keyOf: behaviour => behaviour.id });
    return found.kind === 'compared'
        ? { ...found, differences: found.differences.filter(isUnserved) }
        : found;
}
function opensHttp({ before, after }) {
    return [`${before.fate} ${after.fate}`, `${after.fate} ${before.fate}`].includes('http no-listener');
}
function isUnserved({ before, after }) {
    return ((before.fate === 'no-route' && after.fate === 'no-listener') ||
        (before.fate === 'no-listener' && after.fate === 'no-route'));
}
/** Parts HTTP by the server names that a virtual host has routes for; clients ask for the name that they dialled. */
const unserved_names_byName = (row, action, given) => {
    if (row.action.kind !== 'chain' || action.fate !== 'http')
        return [{ ...row, action }];
    if (row.action.chain.tls === undefined)
        return [{ ...row, action }];
    const served = servedNames(row.action.chain, given.config);
    const { sni } = row.when;
    if (served.includes('*'))
        return [{ ...row, action }];
    const { certainty, assumptions } = action;
    const context = { ...given, matched: null, certainty, assumptions };
    const unserved = behaviourOf({ kind: 'no-virtual-host' }, context);
    const rest = { ...row, action: unserved };
    if (served.length === 0)
        return [rest];
    const names = { is: 'any', of: served.map(ofName) };
    // A client that shows no name comes to a chain for any, and may ask its routes for any host.
    const asked = sni === undefined
        ? { is: 'any', of: [{ is: 'absent' }, names] }
        : { is: 'all', of: [sni, names] };
    return [{ ...row, when: { ...row.when, sni: asked }, action }, rest];
};
function servedNames({ routeConfig }, { routeConfigs }) {
    const config = routeConfig === undefined ? undefined : routeConfigs.get(routeConfig);
    const hosts = (config?.virtualHosts ?? []).filter(({ routes }) => routes.length > 0);
    const names = hosts.flatMap(({ domains }) => domains);
    return [...new Set(names.map(name => name.replace(/:\d+$/, '').toLowerCase()))];
}
function ofName(name) {
    return name.startsWith('*')
        ? { is: 'suffix', value: name.slice(1) }
        : { is: 'exact', value: name };
}

;// CONCATENATED MODULE: ./build/effects/unwatched.js

/** Is it a host of a Service that is in the cluster, in a namespace that istiod does not watch? Its address answers. */
function isUnwatched(mesh, host) {
    const service = serviceOf(host);
    if (service === null || mesh.discovers(service.namespace) !== false)
        return false;
    return mesh.manifests.some(({ ref: { kind, group, name, namespace } }) => kind === 'Service' && group === '' && name === service.name && namespace === service.namespace);
}

;// CONCATENATED MODULE: ./build/effects/connection-groups.js













/** Every connection on these ports that becomes of something else. */
function compareConnections(ports, sides) {
    const groups = [];
    const gaps = [];
    for (const port of ports) {
        const tables = connectionTables(port, sides);
        if (tables === null)
            continue;
        const found = compare(tables.base, tables.head, { keyOf: behaviour => behaviour.id });
        const names = found.kind === 'compared' ? unservedNames(port, found.differences, sides) : null;
        for (const one of [found, ...(names === null ? [] : [names])]) {
            if (one.kind === 'compared')
                groups.push(...connection_groups_grouped(port, one.differences, sides));
            else
                gaps.push({ ...gapOf(one), port });
        }
    }
    return { groups, gaps, tables: ports.length };
}
function gapOf(found) {
    if (found.kind === 'malformed') {
        const [first] = found.matchers;
        return {
            kind: 'malformed',
            message: `a filter chain cannot be compiled: ${first?.reason ?? ''}`
        };
    }
    const where = found.dimension === null ? '' : ` of ${found.dimension}`;
    const message = `the filter chains${where} are too intertwined: more than ${found.allowed} ${found.limit}`;
    return { kind: 'budget', message };
}
function connection_groups_grouped(port, differences, sides) {
    const { configs, pods, meshes } = sides;
    const byKey = new Map();
    for (const one of differences) {
        if (isEmpty(one.region) || connection_groups_byRoutes(one, sides))
            continue;
        const places = [one.base, one.head].map(row => {
            const { listener, chain } = connectionOrigin(row);
            return `${listener?.address ?? ''} ${chain?.match.sni?.join() ?? ''}`;
        });
        const key = [...places, one.before.id, one.after.id].join('\n');
        byKey.set(key, [...(byKey.get(key) ?? []), one]);
    }
    const groups = [];
    for (const [first, ...rest] of byKey.values()) {
        if (first === undefined)
            continue;
        const all = [first, ...rest];
        const before = connection_groups_settled(first.before, first.head, meshes.base, configs.base, pods.base);
        const after = connection_groups_settled(first.after, first.base, meshes.head, configs.head, pods.head);
        const understood = before.fate !== 'unknown' && after.fate !== 'unknown';
        const plain = understood ? kind_difference(before, after) : null;
        const change = plain === null
            ? null
            : ofVisibility(plain, before, after, side => isHidden(side === 'base' ? after : before, port, meshes[side], configs[side]));
        if (understood && change === null)
            continue;
        if (saidByRoutes(before, first.head) || saidByRoutes(after, first.base))
            continue;
        groups.push({
            port,
            before,
            after,
            difference: change,
            region: union([first.region, ...rest.map(one => one.region)]),
            origins: {
                base: all.map(one => connectionOrigin(one.base)),
                head: all.map(one => connectionOrigin(one.head))
            }
        });
    }
    return groups;
}
/** Does the mesh have the service of a forwarded connection, and the proxy not see it? */
function isHidden({ destinations }, port, mesh, { client }) {
    return destinations.some(({ upstream }) => {
        const host = upstream?.host.toLowerCase() ?? '';
        const has = (service) => (0,mesh_service/* portOf */.HM)(service, port) !== undefined;
        return mesh.registry.byHost(host).some(has) && !sees(client, host).some(has);
    });
}
/** Where a sniffed port is gone with its Service, the comparison of its routes says so. */
function saidByRoutes({ fate }, other) {
    const chains = connectionOrigin(other).listener?.filterChains ?? [];
    return fate === 'no-service' && chains.some(chain => chain.routeConfig !== undefined);
}
/**
 * What a sidecar passes through reaches nothing where the address is that of a Service of the cluster, and no Service
 * has the host, or the port, on this side.
 */
function connection_groups_settled(behaviour, other, mesh, config, pods) {
    const { listener } = connectionOrigin(other);
    if (behaviour.fate !== 'passthrough' || listener === null || connections_isOpen(listener.address)) {
        return behaviour;
    }
    const [host = ''] = (other?.action.destinations ?? []).map(one => one.cluster.split('|')[3]);
    if (serviceOf(host) === null || isUnwatched(mesh, host))
        return behaviour;
    const services = mesh.registry.byHost(host);
    if (services.some(service => (0,mesh_service/* portOf */.HM)(service, listener.port) !== undefined))
        return behaviour;
    const { certainty, assumptions } = behaviour;
    const what = services.length === 0 ? 'Service' : 'port';
    const context = { config, pods, namespace: '', matched: null, certainty, assumptions };
    return behaviourOf({ kind: 'no-service', what }, context);
}
/**
 * Where one side reads HTTP and the other forwards nothing of its own, the comparison of routes says it: at gateways
 * always, since server names and virtual hosts come from the same hosts; at sidecars where the routes are gone too.
 */
function connection_groups_byRoutes({ before, after, base, head }, { proxy, configs }) {
    const isBase = before.fate === 'http';
    if (isBase === (after.fate === 'http'))
        return false;
    const other = isBase ? after.fate : before.fate;
    // Of a listener that Envoy refuses on one side no routes are held against others: see route-pairs.ts.
    if (other === 'served' || other === 'unknown' || other === 'refused')
        return false;
    if (proxy.type === 'gateway')
        return true;
    const name = connectionOrigin(isBase ? base : head).chain?.routeConfig;
    return name !== undefined && !configs[isBase ? 'head' : 'base'].routeConfigs.has(name);
}
/** Ports whose connections a change can reach at one proxy, ascending. */
function connectionPorts({ configs, proxy }, reached) {
    const ports = new Set();
    if (proxy.type === 'sidecar' && reached !== null)
        for (const port of reached)
            ports.add(port);
    else {
        for (const { listeners } of [configs.base, configs.head]) {
            for (const { port, name } of listeners)
                if (name !== 'virtualOutbound')
                    ports.add(port);
        }
        if (proxy.type === 'sidecar')
            ports.add(otherPorts);
    }
    // No connection goes to port 0.
    ports.delete(0);
    return [...ports].sort((a, b) => a - b);
}
/** Does nothing but HTTP stand on a port, on both sides? Then its routes say all. */
function isHttpAlone(port, sides) {
    const speaksHttp = ({ ports }) => ports.every(({ number, protocol }) => number !== port || (0,mesh_protocol/* isHttp */.Zc)(protocol));
    return sides.every(({ mesh }) => mesh.registry.onPort(port).every(speaksHttp) && !bytesToSidecars(mesh).has(port));
}
const bytePorts = new WeakMap();
/** Ports of which some Sidecar's `egress` says that they are no HTTP, whatever their Services say. */
function bytesToSidecars(mesh) {
    let found = bytePorts.get(mesh);
    if (found === undefined) {
        const ports = mesh.of('Sidecar').flatMap(({ spec }) => (0,json/* list */.p_)(spec.egress).map(portOfEntry));
        const bytes = ports.filter(({ protocol }) => !(0,mesh_protocol/* isHttp */.Zc)((0,mesh_protocol/* parseProtocol */.gR)((0,json/* text */.Qq)(protocol) ?? '')));
        found = new Set(bytes.flatMap(one => (0,json/* number */.ai)(one.number) ?? []));
        bytePorts.set(mesh, found);
    }
    return found;
}
function portOfEntry(entry) {
    return (0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)(entry).port);
}

;// CONCATENATED MODULE: ./build/effects/passed-on.js

/** The service that a server name of AUTO_PASSTHROUGH stands for; null: it is another name. */
function passedOnTo(serverName) {
    const cluster = (0,cluster_name/* acrossNetworks */.n_)(serverName);
    return cluster === null ? null : ((0,cluster_name/* parseCluster */.Oh)(cluster)?.host ?? null);
}
/**
 * A server with AUTO_PASSTHROUGH has a chain for each port and subset of each service. What one of them says it says of
 * all, so that they are told as one.
 */
function asOneOfAll(draft) {
    const { subject, changes, witness } = draft;
    const own = passedOnTo(witness?.request.sni ?? '');
    if (subject.gateway === undefined || own !== subject.name)
        return draft;
    return {
        ...draft,
        region: 'mutual TLS that is passed on by its server name, outbound_.PORT_.SUBSET_.HOST',
        changes: changes.map(one => {
            if (one.facet !== 'destinations')
                return one;
            return { ...one, before: passed_on_named(one.before), after: passed_on_named(one.after) };
        })
    };
}
/** What ends a connection is told as it is, where it goes by the name alone. */
function passed_on_named(words) {
    return words.includes('(') ? words : 'the service that the server name names';
}

;// CONCATENATED MODULE: ./build/effects/connection-subject.js




function connectionPlace(group, point, views, meshes) {
    const { port } = group;
    if (views.head.proxy.type === 'gateway')
        return gatewayPlace(group, meshes);
    const service = serviceAt(typeof point.to === 'string' ? point.to : '', port, views);
    const host = service ?? connection_subject_namesOf(group)[0] ?? targetOf(group);
    if (host === undefined) {
        const any = { kind: 'host', name: 'hosts outside the mesh' };
        return { subject: port === otherPorts ? any : { ...any, port }, host: '' };
    }
    const known = serviceOf(host);
    const subject = known === null ? { kind: 'host', name: host, port } : { kind: 'service', ...known, port };
    return { subject, host };
}
/** The host of the service that has an address, on either side. */
function serviceAt(address, port, views) {
    const owns = ({ addresses, podAddress, allocated, ports }) => (addresses.includes(address) || podAddress === address || allocated === address) &&
        ports.some(one => one.number === port);
    for (const { client } of [views.head, views.base]) {
        for (const listener of client.scope.listeners) {
            const found = listener.services.find(owns);
            if (found !== undefined)
                return found.host;
        }
    }
    return undefined;
}
function connection_subject_namesOf({ origins }) {
    for (const { chain } of [...origins.head, ...origins.base]) {
        const names = chain?.match.sni;
        if (names !== undefined)
            return names;
    }
    return [];
}
/** The first cluster that either side forwards to. */
function targetOf({ origins }) {
    for (const { chain } of [...origins.head, ...origins.base]) {
        const host = chain?.tcp?.[0]?.host;
        if (host !== undefined && host !== '')
            return host;
    }
    return undefined;
}
/** At a gateway: the server names that the chains ask for, else the hosts of their servers. */
function gatewayPlace(group, meshes) {
    const gateways = new Set();
    const hosts = new Set();
    for (const { chain } of [...group.origins.head, ...group.origins.base]) {
        for (const { manifest, path } of chain?.origins ?? []) {
            if (manifest.ref.kind !== 'Gateway')
                continue;
            gateways.add(`${manifest.ref.namespace}/${manifest.ref.name}`);
            for (const mesh of meshes) {
                const server = (0,json/* map */.Tj)((0,json/* list */.p_)(mesh.get(manifest.ref)?.spec.servers)[Number(path[2])]);
                for (const host of (0,json/* texts */.Te)(server?.hosts))
                    hosts.add(host.slice(host.indexOf('/') + 1));
            }
        }
    }
    const names = connection_subject_namesOf(group);
    const passed = [...new Set(names.flatMap(name => passedOnTo(name) ?? []))];
    const all = passed.length > 0 ? passed : names.length > 0 ? [...names] : [...hosts].sort();
    const shown = all.slice(0, 3);
    const more = all.length > shown.length ? ` and ${all.length - shown.length} more` : '';
    const name = all.length === 0 ? 'connections' : `${shown.join(', ')}${more}`;
    return {
        subject: {
            kind: 'host',
            name,
            port: group.port,
            ...(gateways.size > 0 && { gateway: [...gateways].sort().join(', ') })
        },
        host: names[0] ?? all[0] ?? ''
    };
}

// EXTERNAL MODULE: ./build/dataplane/trace-step.js
var trace_step = __webpack_require__(90703);
// EXTERNAL MODULE: ./build/dataplane/virtual-host-choice.js
var virtual_host_choice = __webpack_require__(26433);
;// CONCATENATED MODULE: ./build/effects/connection-witness.js







/**
 * A point of a region as a connection that a person could open: by the host, or (`dialled`) to its address.
 */
function connectionAt({ from, port, point, host }, dialled) {
    const opening = String(point.speaks ?? 'bytes'); // the closed list of the table's dimension
    const sni = typeof point.sni === 'string' ? point.sni : undefined;
    const address = typeof point.to === 'string' ? point.to : undefined;
    return {
        from,
        protocol: opening === 'http' ? 'http' : 'tcp',
        ...(dialled && address !== undefined && { address }),
        port,
        authority: host.startsWith('*') ? (sni ?? '') : host,
        method: 'GET',
        path: '/',
        headers: {},
        transport: opening === 'tls' || opening === 'mtls' ? opening : 'plaintext',
        ...(sni !== undefined && { sni }),
        ...(opening === 'mtls' && { alpn: 'istio' })
    };
}
/** What becomes of one connection on one side, by the walk that `explain` takes, up to where HTTP is read. */
function replayConnection(dataplane, view, pods, request) {
    const { certainty, assumptions } = view.proxy;
    const ended = { destinations: [], certainty, assumptions };
    const address = request.address ??
        (view.proxy.type === 'gateway' || request.authority === ''
            ? mesh_service/* UNSPECIFIED */.Ah
            : (0,resolve/* addressOfHost */.S)(dataplane, view.proxy, request.authority));
    const listener = (0,answer_l4/* chooseListener */.eE)(view, request.port, address);
    if (listener === undefined) {
        return { ...ended, outcome: 'reset', steps: [], reason: 'nothing listens' };
    }
    const steps = [{ layer: 'listener', text: listener.name }];
    const trace = { listener: listener.name };
    if (listener.refused !== undefined) {
        const { reason, at } = listener.refused;
        const all = [...steps, (0,trace_step/* traceStep */.i)('listener', reason, at)];
        return { ...ended, outcome: 'config-refused', trace, steps: all, reason };
    }
    const chain = (0,answer_l4/* chainOf */.dR)(listener, request, address);
    if (chain === undefined) {
        const reason = 'no filter chain takes the connection';
        return { ...ended, outcome: 'reset', trace, steps, reason };
    }
    if ((0,answer_l4/* isUnreadable */.GZ)(chain, request)) {
        return { ...ended, outcome: 'reset', trace, steps, reason: answer_l4/* unreadable */.O$ };
    }
    if (chain.tls !== undefined)
        steps.push({ layer: serverTls, text: serverTlsWords(chain.tls) });
    if (chain.routeConfig !== undefined) {
        const all = [...steps, { layer: 'filter chain', text: 'read as HTTP' }];
        const routed = { ...trace, routeConfig: chain.routeConfig };
        if (view.proxy.type === 'gateway' && connection_witness_isUnserved(view, chain.routeConfig, request)) {
            return { ...ended, outcome: 'no-virtual-host', status: 404, trace: routed, steps: all };
        }
        return { ...ended, outcome: 'served', trace: routed, steps: all };
    }
    const outcome = withoutEndpoints((0,answer_l4/* overBytes */.Q_)(view, chain, trace, steps));
    return { ...outcome, steps: [...outcome.steps, ...endpointSteps(outcome, view, pods)] };
}
/** No virtual host has a route for the name that the client asks for, or, where it shows none, for any. */
function connection_witness_isUnserved({ routeConfigs }, name, { sni }) {
    const config = routeConfigs.get(name);
    if (config === undefined)
        return false;
    if (sni === undefined)
        return config.virtualHosts.every(({ routes }) => routes.length === 0);
    return ((0,virtual_host_choice/* chooseVirtualHost */.h)(config, sni)?.routes.length ?? 0) === 0;
}
/** A cluster in which git knows no pod fails as one that is missing does. */
function withoutEndpoints(outcome) {
    const { destinations } = outcome;
    const failing = destinations.length > 0 && destinations.every(one => one.missing === true || one.empty === true);
    if (!failing || outcome.outcome !== 'served')
        return outcome;
    return { ...outcome, outcome: 'closed', reason: 'no pods' };
}

;// CONCATENATED MODULE: ./build/effects/connection-words.js




const connection_words_everything = 'every connection';
/** "TLS with server name a.example.com": the connections of a region, without the place that is its subject. */
function connectionWords(region) {
    const said = new Set();
    for (const { terms, partly } of describe(region)) {
        const words = terms.flatMap(term => connection_words_termWords(term, terms)).join(', ');
        said.add(`${partly === true ? 'some of ' : ''}${words === '' ? connection_words_everything : words}`);
    }
    return said.has(connection_words_everything) ? connection_words_everything : [...said].join('; or ');
}
function connection_words_termWords(term, all) {
    if (term.dimension === 'speaks')
        return openingWords(term, all);
    if (term.dimension === 'to')
        return addressWords(term);
    const words = { ...defaultWords('server name'), suffix: 'server names under {}' };
    return [toWords({ terms: [term] }, { words: { sni: words }, everything: connection_words_everything, most: 6 })];
}
const openingNames = {
    bytes: 'bytes that are neither HTTP nor TLS',
    http: 'plaintext HTTP',
    tls: 'TLS',
    mtls: "Istio's mutual TLS"
};
/** A server name says already that it is TLS. */
function openingWords({ within, except }, all) {
    const named = valuesOf(within);
    const isNamed = all.some(one => one.dimension === 'sni' && one.within.length > 0);
    if (isNamed && named.every(name => name.includes('tls')))
        return [];
    const left = valuesOf(except).map(name => openingNames[name] ?? name);
    if (named.length === 0)
        return [`everything but ${listWords(left)}`];
    return [named.map(name => openingNames[name] ?? name).join(' or ')];
}
function valuesOf(matchers) {
    return matchers.flatMap(one => one.is === 'exact' ? [one.value] : one.is === 'any' ? valuesOf(one.of) : []);
}
/** Single addresses are those of the subject itself, or of listeners that are not meant. */
function addressWords({ within, except }) {
    const blocks = [...within, ...except].flatMap(blocksOf).filter(isBlock);
    if (blocks.length === 0)
        return [];
    const inside = within.flatMap(blocksOf).filter(isBlock);
    const outside = except.flatMap(blocksOf).filter(isBlock);
    const parts = [
        inside.length === 0 ? 'to other addresses' : `to ${inside.join(' or ')}`,
        outside.length === 0 ? '' : `except ${outside.join(' and ')}`
    ];
    return [parts.filter(part => part !== '').join(' ')];
}
function blocksOf(matcher) {
    if (matcher.is === 'cidr')
        return [matcher.value];
    return matcher.is === 'any' || matcher.is === 'all' ? matcher.of.flatMap(blocksOf) : [];
}
function isBlock(value) {
    return !(0,assumed_address/* isAssumedAddress */.T4)(value) && !/\/(?:32|128)$/.test(value);
}

;// CONCATENATED MODULE: ./build/effects/exposed-connection.js




/** A gateway forwards the bytes of connections that it did not take before. */
function exposed_connection_opens({ kind }, after, proxy) {
    return proxy.type === 'gateway' && kind === 'traffic-gained' && after.fate === 'served';
}
/**
 * Do policies of the gateway, and those of the servers, let the connection in? Mutual TLS that is passed on carries the
 * identity of its client, whom git does not name: what servers make of it is theirs.
 */
function isAnswered({ request }, proxy, head) {
    const { outcome } = request.transport === 'mtls' ? (0,dataplane_answer/* evaluate */._3)(head, proxy, request) : (0,dataplane_answer/* answer */.ZF)(head, request);
    return outcome === 'served';
}
/** The same, named for what it is to those outside. */
function exposed(draft, { destinations }, { clusters }) {
    const kind = 'exposed';
    const { mesh, subject, changes, region } = draft;
    const hosts = destinations.flatMap(({ cluster }) => clusters.get(cluster)?.host ?? []);
    return {
        ...draft,
        kind,
        domain: domainOf[kind],
        direction: 'widen',
        severity: 'error',
        watch: watchExpression(kind, hosts, [], true),
        fingerprint: (0,build_fingerprint/* fingerprint */.R)([kind, mesh, subject, changes, region])
    };
}

;// CONCATENATED MODULE: ./build/effects/alignment.js


/** Each effect of an object asks again how its two lists are aligned, and there can be one for each element. */
const alignment_known = new WeakMap();
const places = new WeakMap();
/**
 * Index pairs of equal elements of a list and its counterpart, aligned from base to head whichever side `own` is: of
 * two that changed places the same one is said to have moved.
 */
function alignment(own, other, side) {
    const of = alignment_known.get(own) ?? new WeakMap();
    alignment_known.set(own, of);
    let pairs = of.get(other);
    if (pairs === undefined) {
        pairs =
            side === 'base'
                ? field_diff_aligned(own, other)
                : field_diff_aligned(other, own).map(([one, two]) => [two, one]);
        of.set(other, pairs);
    }
    return pairs;
}
/** The first place in a list where an equal element stands; -1 for nowhere. */
function placeOf(element, list) {
    if (element === undefined)
        return -1;
    let found = places.get(list);
    if (found === undefined) {
        const firsts = new Map();
        for (const [index, one] of list.entries()) {
            const key = (0,build_fingerprint/* canonical */.$)(one);
            if (!firsts.has(key))
                firsts.set(key, index);
        }
        found = firsts;
        places.set(list, found);
    }
    return found.get((0,build_fingerprint/* canonical */.$)(element)) ?? -1;
}

;// CONCATENATED MODULE: ./build/effects/cause.js





/**
 * The places that explain a difference: those that were removed, added, edited or moved. A place that stands
 * unchanged on both sides explains nothing by itself, so it is named only where no other is left.
 */
function cause_causesOf(inputs, sides) {
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
            const paths = fate.kind === 'edited' ? inFileOrder(fate.at, own) : [place.path];
            const note = cause_words(fate.kind, side, noun);
            for (const path of paths) {
                const cause = { side, ref: own.ref, at: { ...place, path }, note };
                if (fate.kind === 'same')
                    still.push(cause);
                else
                    causes.push(cause);
            }
            if (fate.kind === 'moved' && other !== undefined) {
                const at = { manifest: other, path: fate.to };
                causes.push({ side: opposite, ref: other.ref, at, note: cause_words('moved', opposite, noun) });
            }
        }
    }
    const named = causes.length > 0 ? causes : still.filter(cause => cause.side === 'head');
    return cause_distinct(named.length > 0 ? named : still);
}
function inFileOrder(paths, manifest) {
    if (paths.length < 2)
        return paths;
    const lineOf = (path) => manifest.locate(path).start.line;
    return [...paths].sort((a, b) => lineOf(a) - lineOf(b));
}
function fateOf(path, side, own, other) {
    if (other === undefined)
        return { kind: 'object-gone' };
    const index = path.findIndex(key => typeof key === 'number');
    const at = path[index];
    if (typeof at !== 'number') {
        const value = cause_valueAt(own.object, path);
        const there = cause_valueAt(other.object, path);
        return cause_alike(value, there) ? { kind: 'same' } : edited(path, value, there);
    }
    // The outermost list is the one whose order counts: rules of a VirtualService, subsets, servers.
    const list = path.slice(0, index);
    const ownList = listAt(own.object, list);
    const otherList = listAt(other.object, list);
    const pairs = alignment(ownList, otherList, side);
    if (pairs.some(([one]) => one === at))
        return { kind: 'same' };
    const moved = placeOf(ownList[at], otherList);
    if (moved >= 0)
        return { kind: 'moved', to: [...list, moved, ...path.slice(index + 1)] };
    // Unequal elements that stand between the same neighbours are one that was edited.
    const there = counterpart(pairs, at, ownList.length, otherList.length);
    return there === null ? { kind: 'gone' } : edited([...list, at], ownList[at], otherList[there]);
}
/** More blocks than this are named by what holds them. */
const blockLimit = 2;
/**
 * The fields of this side that differ, each block's as deep as one field says it; where only the other side has what
 * this one lacks, what would hold it.
 */
function edited(path, own, other) {
    const blocks = new Map();
    for (const { before } of fieldChanges(own, other)) {
        if (before === null)
            continue;
        const block = String(before[0] ?? '');
        const known = blocks.get(block);
        blocks.set(block, known === undefined ? before : cause_shared(known, before));
    }
    // By name: the order of keys is nobody's intention.
    const fields = [...blocks.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, field]) => field);
    const isOne = fields.length === 0 || fields.length > blockLimit;
    return { kind: 'edited', at: isOne ? [path] : fields.map(field => [...path, ...field]) };
}
function cause_shared(a, b) {
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
function cause_alike(a, b) {
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
function cause_distinct(causes) {
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

;// CONCATENATED MODULE: ./build/effects/route-causes.js









/** What in the files made a difference: a rule, its clusters, the policies of these. */
function causesFor(made, sides, changes) {
    const inputs = [];
    for (const side of ['base', 'head']) {
        for (const place of made.places[side]) {
            inputs.push({ side, places: [place], noun: made.noun ?? nounOf(place) });
        }
    }
    for (const [side, other] of [
        ['base', 'head'],
        ['head', 'base']
    ]) {
        for (const name of made.clusters[side]) {
            const own = made.configs[side].clusters.get(name);
            const there = made.configs[other].clusters.get(name);
            if (own === undefined) {
                inputs.push(...declaredAs(name, sides[side]).map(place => hostOf(side, place)));
                continue;
            }
            const places = ruleOf(own, sides[side]);
            if (there !== undefined && upstreamKey(own) !== upstreamKey(there)) {
                inputs.push({ side, places, noun: 'policy' });
            }
            if (there !== undefined && there.endpoints === own.endpoints)
                continue;
            inputs.push({ side, places: own.origins, noun: own.subset === '' ? 'port' : 'subset' });
        }
    }
    const causes = cause_causesOf(inputs, {
        manifest: (side, { manifest }) => sides[side].get(manifest.ref)
    });
    const { edited } = changesByRef(changes);
    const moved = causes.filter(cause => edited.has((0,mesh_order/* refKey */.XF)(cause.ref)));
    if (moved.length > 0)
        return moved;
    const changed = fallback(changes);
    return (changed.length > 0 ? changed : causes).slice(0, causeLimit);
}
function hostOf(side, place) {
    return { side, places: [place], noun: 'host' };
}
/** Where the host of a cluster that there is not is declared all the same. */
function declaredAs(name, { registry }) {
    const host = (0,cluster_name/* parseCluster */.Oh)(name)?.host;
    if (host === undefined)
        return [];
    return registry
        .byHost(host.toLowerCase())
        .flatMap(({ manifest }) => (manifest === null ? [] : [{ manifest, path: ['spec'] }]));
}
function nounOf({ path: [, field] }) {
    if (field === 'servers')
        return 'server';
    return field === 'tcp' || field === 'tls' ? 'rule' : 'port';
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
    const places = [];
    if ((0,json/* map */.Tj)(manifest.spec.trafficPolicy) !== undefined) {
        places.push({ manifest, path: ['spec', 'trafficPolicy'] });
    }
    const index = (0,json/* list */.p_)(manifest.spec.subsets).findIndex(one => (0,json/* map */.Tj)(one)?.name === subset);
    if (index >= 0)
        places.push({ manifest, path: ['spec', 'subsets', index] });
    return places;
}
/** More fields of one object than this say less than the object itself. */
const fieldLimit = 3;
/** Causes that nothing but the change itself points at. */
const causeLimit = 3;
/** Nothing that the routes were made from changed: something that they depend on did, a label, a Service, a setting. */
function fallback(changes) {
    const causes = [];
    for (const { base, head, equal } of changes) {
        if (causes.length >= causeLimit)
            break;
        if (equal)
            continue;
        if (base !== null && head !== null) {
            causes.push(...changedFields(base, head));
            continue;
        }
        const manifest = head ?? base;
        if (manifest === null)
            continue;
        const note = base === null ? 'this object is new' : 'this object was removed';
        const at = { manifest, path: ['metadata', 'name'] };
        causes.push({ side: head === null ? 'base' : 'head', ref: manifest.ref, at, note });
    }
    return causes;
}
/** The fields that differ, by name: `outboundTrafficPolicy.mode changed`. */
function changedFields(base, head) {
    const causes = [];
    for (const { before, after } of fieldChanges((0,embedded/* withEmbedded */.tn)(base), (0,embedded/* withEmbedded */.tn)(head))) {
        const [side, manifest] = after === null ? ['base', base] : ['head', head];
        const path = after ?? before ?? [];
        const written = (0,embedded/* writtenPath */.dR)(manifest, path);
        const name = pathWords(written.length < path.length ? path.slice(written.length) : path);
        const note = `${name} ${after === null ? 'was here' : 'changed'}`;
        causes.push({ side, ref: manifest.ref, at: { manifest, path: written }, note });
    }
    // A value that was replaced is named once, where it stands now.
    const now = causes.filter(cause => cause.side === 'head');
    const named = now.length > 0 ? now : causes;
    if (named.length > 0 && named.length <= fieldLimit)
        return named;
    const at = { manifest: head, path: ['metadata', 'name'] };
    return [{ side: 'head', ref: head.ref, at, note: 'this object changed' }];
}

;// CONCATENATED MODULE: ./build/effects/connection-effects.js















/** Every connection that becomes of something else before HTTP is read: TCP, TLS, and how gateways end TLS. */
function connectionEffects(input) {
    const { base, head, pods, classes, touched } = input;
    const reached = touched.everything
        ? null
        : touched.ports.filter(port => !isHttpAlone(port, [base, head]));
    const unknown = [];
    const alike = new Map();
    let tables = 0;
    for (const proxy of classes) {
        if (!touched.affects(proxy))
            continue;
        const configs = { base: base.config(proxy), head: head.config(proxy) };
        const meshes = { base: base.mesh, head: head.mesh };
        const sides = { proxy, configs, pods, meshes };
        const ports = connectionPorts(sides, touched.wholly(proxy) ? null : reached);
        const found = compareConnections(ports, sides);
        tables += found.tables;
        for (const { kind, message, port } of found.gaps) {
            unknown.push({
                reason: kind === 'budget' ? 'budget' : 'field',
                message: `connections to port ${port} of ${proxy.description}: ${message}`,
                subject: null,
                at: null
            });
        }
        for (const group of found.groups) {
            const key = connection_effects_keyOf(group, proxy);
            alike.set(key, [...(alike.get(key) ?? []), { group, sides }]);
        }
    }
    const effects = [];
    for (const same of alike.values()) {
        // One of the classes that are sent the same speaks for all.
        const [chosen] = [...same].sort((a, b) => byProxySureness(a.sides.proxy, b.sides.proxy));
        if (chosen === undefined)
            continue;
        const made = connection_effects_effectOf(chosen, input);
        if (!('draft' in made))
            unknown.push(made);
        else
            for (const { sides } of same)
                effects.push({ ...made, proxy: sides.proxy });
    }
    return { effects, unknown, tables };
}
function connection_effects_keyOf({ port, before, after, region, origins }, { type }) {
    const places = [...origins.base, ...origins.head].map(({ listener, chain }) => [
        listener?.name,
        chain?.match
    ]);
    return (0,build_fingerprint/* canonical */.$)([type, port, before.id, after.id, connectionWords(region), places]);
}
function connection_effects_effectOf({ group, sides }, context) {
    const { proxy, configs } = sides;
    const { before, after, difference, port } = group;
    const point = sample(group.region);
    const meshes = { base: context.base.mesh, head: context.head.mesh };
    const place = connectionPlace(group, point, configs, [meshes.head, meshes.base]);
    const region = connectionWords(group.region);
    const { subject } = place;
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
    const causes = causesFor(madeFrom(group, sides), meshes, context.changes);
    const found = contains(group.region, point)
        ? connection_effects_witnessOf({ group, sides }, difference, place, point, context)
        : null;
    if (found === null || !found.shows) {
        return {
            reason: 'witness',
            message: `${subjectWords(subject)}, ${region}: the comparison says ${difference.kind}, and replaying the connection does not show it (${replayedWords(found?.witness ?? null)}); please report this defect with the input`,
            subject: causes[0]?.ref ?? null,
            at: causes[0]?.at ?? null
        };
    }
    const { witness } = found;
    const draft = draftFrom({
        mesh: meshes.head.name,
        proxy,
        before,
        after,
        difference,
        subject,
        region,
        causes,
        witness,
        configs,
        layer: { what: 'listeners', port },
        changes: context.changes
    });
    const again = (plane, podsOf) => replayConnection(plane, plane.config(proxy), podsOf, witness.request);
    const opened = exposed_connection_opens(difference, after, proxy) && isAnswered(witness, proxy, context.head);
    const told = asOneOfAll(opened ? exposed(draft, after, configs.head) : draft);
    return { draft: told, proxy, again };
}
/**
 * By the host that clients dial where that shows it, else by the address; the other way round where DNS gives other
 * addresses for the host than before.
 */
function connection_effects_witnessOf({ group, sides: { proxy, configs } }, difference, { subject, host }, point, context) {
    const { base, head, classes, pods } = context;
    const from = callerOf(proxy, classes, base.mesh, head.mesh, subject);
    const { before, after } = group;
    const isOneName = proxy.type === 'gateway' ||
        (0,resolve/* addressOfHost */.S)(base, proxy, host) === (0,resolve/* addressOfHost */.S)(head, proxy, host);
    let last = null;
    for (const dialled of isOneName ? [false, true] : [true, false]) {
        const port = group.port === otherPorts ? unusedPort(configs) : group.port;
        const request = connectionAt({ from, port, point, host }, dialled);
        last = {
            request,
            before: replayConnection(base, configs.base, pods.base, request),
            after: replayConnection(head, configs.head, pods.head, request)
        };
        if (shows(last, { before, after, difference }))
            return { witness: last, shows: true };
    }
    return last === null ? null : { witness: last, shows: false };
}
function madeFrom({ origins, before, after }, { configs }) {
    const places = (side) => origins[side].flatMap(({ chain }) => chain?.origins ?? []);
    return {
        places: { base: places('base'), head: places('head') },
        clusters: {
            base: before.destinations.map(one => one.cluster),
            head: after.destinations.map(one => one.cluster)
        },
        configs
    };
}

;// CONCATENATED MODULE: ./build/effects/route-gaps.js


/** More classes of proxies than this are said by their number. */
const namedClasses = 3;
/** Comparisons that could not be made, each said once, whichever classes of proxies are sent the routes. */
function gapUnknowns(gaps) {
    const alike = new Map();
    for (const gap of gaps) {
        const key = (0,build_fingerprint/* canonical */.$)([gap.kind, gap.routeConfig, gap.proxy.type, gap.message]);
        const known = alike.get(key);
        if (known === undefined)
            alike.set(key, [gap]);
        else
            known.push(gap);
    }
    return [...alike.values()].flatMap(gapUnknown);
}
function gapUnknown(same) {
    const [first] = same;
    if (first === undefined)
        return [];
    const { kind, routeConfig, message, at } = first;
    const all = [...new Set(same.map(({ proxy }) => proxy.description))].sort();
    const named = all.slice(0, namedClasses);
    if (all.length > named.length)
        named.push(`${all.length - named.length} more classes`);
    return [
        {
            reason: kind === 'budget' ? 'budget' : 'field',
            message: `routes ${routeConfig} of ${listWords(named)}: ${message}`,
            // The object that is refused need not have changed: what is not known is what others do.
            subject: null,
            at: at ?? null
        }
    ];
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
        const origin = behaviour_table_originOf(row);
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
function behaviour_table_originOf(row) {
    // Rows of this room come from lowerRoutes alone, which sets it.
    return row === null ? null : row.origin;
}
function both(a, b) {
    return { is: 'all', of: [a, b] };
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
    for (const group of route_groups_grouped(found.differences)) {
        const before = route_groups_settled(group.before, group.origins.head, base, configs.base, pods.base);
        const after = route_groups_settled(group.after, group.origins.base, head, configs.head, pods.head);
        const understood = before.fate !== 'unknown' && after.fate !== 'unknown';
        const plain = understood ? kind_difference(before, after) : null;
        const one = plain === null
            ? null
            : ofVisibility(plain, before, after, side => route_groups_isHidden(side === 'base' ? base : head, sides.proxy, seenName(group, side)));
        if (!understood || one !== null)
            groups.push({ ...group, before, after, difference: one });
    }
    return groups;
}
/** The virtual host by which the other side, which sees it, has it. */
function seenName({ origins }, side) {
    return origins[side === 'base' ? 'head' : 'base'][0]?.virtualHost.name ?? '';
}
/** Does the mesh have the service and port that a virtual host is named after, and the proxy not see them? */
function route_groups_isHidden(plane, proxy, name) {
    const colon = name.lastIndexOf(':');
    const host = name.slice(0, colon).toLowerCase();
    const has = (service) => (0,mesh_service/* portOf */.HM)(service, Number(name.slice(colon + 1))) !== undefined;
    return (plane.mesh.registry.byHost(host).some(has) && !sees(plane.config(proxy).client, host).some(has));
}
/** Pairs of rows of one virtual host between which the same changes are one difference with one region. */
function route_groups_grouped(differences) {
    const groups = new Map();
    for (const one of differences) {
        if (isEmpty(one.region) || onlyRewrittenAlike(one))
            continue;
        const hosts = [behaviour_table_originOf(one.base), behaviour_table_originOf(one.head)].map(origin => origin?.virtualHost.name ?? '');
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
                base: all.flatMap(one => behaviour_table_originOf(one.base) ?? []),
                head: all.flatMap(one => behaviour_table_originOf(one.head) ?? [])
            }
        });
    }
    return result;
}
/**
 * What a sidecar passes through reaches nothing where the name is one of the cluster and no Service has it on this
 * side: the name does not resolve, or nothing answers on the port.
 */
function route_groups_settled(behaviour, other, { mesh }, config, pods) {
    const name = other[0]?.virtualHost.name;
    if (behaviour.fate !== 'passthrough' || name === undefined || serviceOf(name) === null) {
        return behaviour;
    }
    const colon = name.lastIndexOf(':');
    const host = name.slice(0, colon);
    if (isUnwatched(mesh, host))
        return behaviour;
    const services = mesh.registry.byHost(host);
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
    const found = kind_difference(before, after);
    const rewriteOnly = found?.changes.every(({ facet }) => facet === 'rewrite') === true;
    if (!rewriteOnly)
        return false;
    return sameRewrite(behaviour_table_originOf(base)?.route ?? null, behaviour_table_originOf(head)?.route ?? null);
}

;// CONCATENATED MODULE: ./build/effects/route-tables.js







/** The virtual hosts in question of one route configuration as tables; null where neither side has it. */
function tablesOf(before, after, virtualHosts, { base, head, configs, pods }) {
    const byAuthority = [before, after].some(one => one !== undefined && (0,lower_routes/* matchesAuthority */.l)(one, virtualHosts));
    const scheme = (before ?? after)?.name.startsWith('https') === true ? 'https' : 'http';
    const port = (after ?? before)?.port ?? 0;
    const options = { virtualHosts, byAuthority, schemes: [scheme] };
    const lower = (side, { mesh }, routes) => routes === undefined
        ? null
        : behaviourTable((0,lower_routes/* lowerRoutes */.E)(routes, mesh, options), configs[side], pods[side]);
    const one = lower('base', base, before);
    const other = lower('head', head, after);
    if (one === null && other === null)
        return null;
    // The same dimensions in the same order on both sides: exchanging them exchanges the answer, word for word.
    const dimensions = route_tables_joined(one?.dimensions ?? [], other?.dimensions ?? []);
    return {
        base: { ...(one ?? route_tables_nothing(other, configs.base, pods.base, port)), dimensions },
        head: { ...(other ?? route_tables_nothing(one, configs.head, pods.head, port)), dimensions }
    };
}
const route_tables_leading = ['host', 'authority', 'path', 'method', 'scheme'];
function route_tables_joined(a, b) {
    const names = new Map([...b, ...a].map(dimension => [dimension.name, dimension]));
    const rank = (name) => (route_tables_leading.includes(name) ? route_tables_leading.indexOf(name) : route_tables_leading.length);
    return [...names.values()].sort((one, other) => rank(one.name) - rank(other.name) || compareText(one.name, other.name));
}
/** The table of routes that the proxy does not have, where the other side has them for this port. */
function route_tables_nothing(like, config, pods, port) {
    const context = {
        config,
        pods,
        namespace: config.proxy.namespace,
        matched: null,
        certainty: 'certain',
        assumptions: []
    };
    const otherwise = config.proxy.type === 'sidecar'
        ? withoutRoutes(config, port, context)
        : behaviourOf({ kind: 'no-listener', listens: config.listenersOn(port).length > 0 }, context);
    return {
        dimensions: like?.dimensions ?? [],
        rows: [],
        otherwise,
        ...(like?.impossible !== undefined && { impossible: like.impossible })
    };
}
/** Equal for equal tables: proxies that are sent the same are compared once. */
function tablesKey({ base, head }) {
    return [(0,build_fingerprint/* canonical */.$)(base.dimensions), sideKey(base), sideKey(head)].join('\n\n');
}
/** What a row asks follows from its route and the domains of its host; both are read once, whoever is sent them. */
function sideKey({ rows, otherwise, impossible }) {
    const parts = rows.map(row => {
        const origin = behaviour_table_originOf(row);
        const asks = origin?.route === null || origin === null
            ? (0,build_fingerprint/* canonical */.$)(row.when)
            : `${route_tables_numberOf(routeKey(origin.route))} ${domainsOf(origin.virtualHost)}`;
        return `${asks} ${route_tables_numberOf(row.action.id)}`;
    });
    return [...parts, otherwise.id, (0,build_fingerprint/* canonical */.$)(impossible ?? null)].join('\n');
}
const route_tables_numbers = new Map();
/** A short name for a long text. */
function route_tables_numberOf(text) {
    const known = route_tables_numbers.get(text);
    if (known !== undefined)
        return known;
    route_tables_numbers.set(text, route_tables_numbers.size);
    return route_tables_numbers.size - 1;
}
const domains = new WeakMap();
function domainsOf(host) {
    const known = domains.get(host);
    if (known !== undefined)
        return known;
    const number = route_tables_numberOf([host.name, ...host.domains].join(' '));
    domains.set(host, number);
    return number;
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
    const meshes = { base: base.mesh, head: head.mesh };
    for (const pair of routePairs(configs)) {
        tables += 1;
        const { name, names, base: before, head: after } = pair;
        classes += routesOf(before);
        const hosts = differingHosts(before, after, { configs, pods });
        if (hosts.size === 0)
            continue;
        const all = groupsOf(before, after, hosts, sides, compared);
        for (const gap of all.gaps)
            gaps.push({ ...gap, proxy, routeConfig: name });
        const here = all.groups.filter(group => !(standsElsewhere(group, pair, configs, meshes) || (pair.moved && routing_isUnserved(group))));
        if (pair.refused !== undefined) {
            if (here.length > 0)
                gaps.push({ ...refusedBy(pair.refused), proxy, routeConfig: name });
            continue;
        }
        const taking = here.filter(group => takesEffect(group, before, after));
        if (taking.length < here.length) {
            gaps.push({ ...refusedGap(before, after), proxy, routeConfig: name });
        }
        const port = (after ?? before)?.port || unusedPort(configs);
        const tls = name.startsWith('https');
        for (const group of taking)
            changes.push({ proxy, configs, routeConfig: name, names, port, tls, group });
    }
    return { changes, gaps, tables, classes };
}
/** Hosts that no other host's requests meet are compared each by itself: most are the same for most proxies. */
function groupsOf(before, after, hosts, sides, compared) {
    const groups = [];
    const gaps = [];
    const add = (key, lower) => {
        let found = compared.get(key);
        if (found === undefined) {
            const tables = lower();
            found = tables === null ? [] : routeGroups(tables, sides);
            compared.set(key, found);
        }
        if (!routing_isList(found))
            gaps.push(found);
        else
            for (const group of found)
                groups.push(group);
    };
    const apart = hostsApart(before, after, hosts, sides);
    const together = new Set([...hosts].filter(name => !apart.has(name)));
    const both = together.size === 0 ? null : tablesOf(before, after, together, sides);
    if (both !== null)
        add(tablesKey(both), () => both);
    if (before === undefined || after === undefined)
        return { groups, gaps };
    const scheme = before.name.startsWith('https') ? 'https' : 'http';
    for (const [name, { base, head, key }] of apart) {
        const lower = () => tablesOf({ ...before, virtualHosts: [base] }, { ...after, virtualHosts: [head] }, new Set([name]), sides);
        add(`${scheme}\n\n${key}`, lower);
    }
    return { groups, gaps };
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
/** A 404 on one side and a connection that is reset on the other: the comparison of connections says so. */
function routing_isUnserved({ before, after }) {
    const fates = [before.fate, after.fate].sort().join();
    return fates === 'no-listener,no-route';
}
function refusedGap(base, head) {
    const refused = head?.refused ?? base?.refused;
    const whose = head?.refused === undefined ? 'base has' : 'head has';
    const both = base?.refused !== undefined && head?.refused !== undefined;
    const message = `Envoy refuses them as ${both ? 'both sides have' : whose} them (${refused?.reason ?? ''}) and keeps the last good ones, so their other changes are not what it does`;
    return { kind: 'refused', message, ...(refused === undefined ? {} : { at: refused.at }) };
}
function refusedBy({ reason, at }) {
    const message = `Envoy refuses their listener as both sides have it (${reason}) and keeps the last good one, so what changes in them is not what it does`;
    return { kind: 'refused', message, at };
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
    const gaps = [];
    let tables = 0;
    let requests = 0;
    for (const proxy of classes) {
        if (!touched.affects(proxy))
            continue;
        const found = compareRoutes(reached.base, reached.head, proxy, pods, compared);
        tables += found.tables;
        requests += found.classes;
        gaps.push(...found.gaps);
        for (const change of found.changes) {
            const number = numbers.get(change.group) ?? numbers.size;
            numbers.set(change.group, number);
            const key = `${number} ${change.routeConfig}`;
            byGroup.set(key, [...(byGroup.get(key) ?? []), change]);
        }
    }
    unknown.push(...gapUnknowns(gaps));
    for (const namespace of (0,proxies/* crowdedNamespaces */.r)(base.mesh, head.mesh)) {
        const here = classes.some(one => one.namespace === namespace && touched.affects(one));
        if (here)
            unknown.push(crowded(namespace));
    }
    const connections = connectionEffects({ ...context, touched });
    unknown.push(...connections.unknown);
    const effects = [...connections.effects];
    const pointOf = (change) => routing_effects_named(change, sample(change.group.region));
    const alike = [...byGroup.values()].flatMap(same => byAddress(same, pointOf, context));
    for (const same of alike) {
        // One of the classes that are sent the same speaks for all.
        const [chosen] = [...same].sort((a, b) => byProxySureness(a.proxy, b.proxy));
        if (chosen === undefined)
            continue;
        const made = routing_effects_effectOf(chosen, context);
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
        tables: tables + connections.tables,
        classes: requests
    };
}
function crowded(namespace) {
    return {
        reason: 'budget',
        message: `pods of ${namespace} that git does not hold: selectors of Sidecars, DestinationRules and sourceLabels combine in more ways than are told apart, so only some were compared`,
        subject: null,
        at: null
    };
}
function routing_effects_effectOf(change, context) {
    const { proxy } = change;
    const { before, after, difference } = change.group;
    const host = routing_effects_hostOf(change)?.host ?? null;
    const subject = subjectFor(change);
    const words = regionWords(change.group.region, host);
    if (difference === null) {
        const side = after.fate === 'unknown' ? after : before;
        const [at] = side.unknownAt ?? [];
        return {
            reason: 'opaque',
            message: `${subjectWords(subject)}, ${words}: ${side.reason ?? 'not understood'}`,
            subject: at?.manifest.ref ?? null,
            at: at ?? null
        };
    }
    const meshes = { base: context.base.mesh, head: context.head.mesh };
    const causes = causesFor(routing_effects_madeFrom(change), meshes, context.changes);
    const from = callerOf(proxy, context.classes, context.base.mesh, context.head.mesh, subject);
    const { routeConfig, names } = change;
    const { witness, shown } = routing_effects_witnessOf(change, difference, from, context);
    if (witness === null || !shown) {
        return {
            reason: 'witness',
            message: `${subjectWords(subject)}, ${words}: the comparison says ${difference.kind}, and replaying the request does not show it (${replayedWords(witness)}); please report this defect with the input`,
            subject: causes[0]?.ref ?? null,
            at: causes[0]?.at ?? null
        };
    }
    const draft = draftFrom({
        mesh: context.head.mesh.name,
        proxy,
        before,
        after,
        difference,
        subject,
        region: `${words}${leadingWords(witness)}`,
        causes,
        witness,
        configs: change.configs,
        layer: { what: 'routes', name: routeConfig },
        changes: context.changes
    });
    const again = (plane, podsOf) => {
        const routes = routesNamed(plane.config(proxy), witness.request) ?? names[plane.mesh.side];
        return replayRequest(plane, podsOf, proxy, routes, witness.request);
    };
    return { draft, proxy, again };
}
/** A request of the region that shows the difference: the most natural one, else one with another end of its path. */
function routing_effects_witnessOf(change, difference, from, { base, head, pods }) {
    const { proxy, group, configs, names, port, tls } = change;
    const { before, after, region } = group;
    const natural = routing_effects_named(change, sample(region));
    let first = null;
    for (const point of [natural, ...longer(natural)]) {
        if (!contains(region, point))
            continue;
        const sni = serverNameOf(change, point);
        const input = { base, head, pods, proxy, from, names, port, point, tls, sni };
        const found = replay({ ...input, configs });
        if (found !== null && shows(found, { before, after, difference })) {
            return { witness: found, shown: true };
        }
        first ??= found;
    }
    return { witness: first, shown: false };
}
/** What routes rewrite of a path is the part that they match: the path alone may not show that they differ in it. */
function longer(point) {
    const { path } = point;
    if (typeof path !== 'string')
        return [];
    return ['x', '/x', '/'].map(end => ({ ...point, path: `${path}${end}` }));
}
/** How a client comes to routes to which the name that it asks for does not lead. */
function leadingWords({ request }) {
    const { authority, sni, address } = request;
    if (sni !== undefined && sni !== serverName(authority)) {
        return `, where TLS asks for another name, such as ${sni}`;
    }
    return address === elsewhere ? `, at an address of no Service, such as ${address}` : '';
}
/** Routes of one service's own listener take every host: people dial the service. */
function routing_effects_named({ proxy, routeConfig, group }, point) {
    const colon = routeConfig.lastIndexOf(':');
    if (proxy.type !== 'sidecar' || colon < 0)
        return point;
    const host = routeConfig.slice(0, colon);
    const own = point.host !== undefined
        ? [{ ...point, host }]
        : [routeConfig, host].map(authority => ({ ...point, authority }));
    return own.find(one => contains(group.region, one)) ?? point;
}
/** Where clients that ask in TLS for the host itself meet other routes: the name that leads to these. */
function serverNameOf({ proxy, configs, names, port, tls }, point) {
    if (proxy.type !== 'gateway' || !tls)
        return null;
    const host = point.host ?? point.authority;
    if (typeof host !== 'string')
        return null;
    const name = serverName(host);
    const leading = serverNameTo(configs, names, port, name);
    return leading === name ? null : leading;
}
function routing_effects_madeFrom({ group, configs }) {
    const { origins, before, after } = group;
    const places = (side) => origins[side].flatMap(origin => origin.origins);
    return {
        places: { base: places('base'), head: places('head') },
        noun: 'route',
        clusters: {
            base: before.destinations.map(one => one.cluster),
            head: after.destinations.map(one => one.cluster)
        },
        configs
    };
}
/** The virtual host that says more, whichever side has it: one that serves before one that catches the rest. */
function routing_effects_hostOf({ group: { origins }, configs }) {
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
    const chosen = routing_effects_hostOf(change);
    if (chosen === null) {
        // No virtual host takes them on either side: the requests of a listener that nobody serves.
        const { base, head } = change.configs;
        const listening = head.routeConfigs.get(change.routeConfig) === undefined ? base : head;
        const name = `blackhole:${change.port}`;
        const nobody = { name, domains: [], routes: [], requireTls: false, origins: [] };
        return subject_subjectOf(listening, change.routeConfig, nobody);
    }
    return subject_subjectOf(chosen.config, change.routeConfig, chosen.host);
}
function isWild({ domains }) {
    return domains.some(domain => domain.startsWith('*'));
}
function isRest({ domains }) {
    return domains.includes('*');
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
        const all = ordersOf(rivals, left);
        const isAll = all !== null && all.length <= left + 1;
        if (!isAll)
            unknown.push(unchecked(rivals));
        const orders = isAll ? all : changedFirst(rivals).slice(0, left + 1);
        const [first, ...others] = orders;
        if (first === undefined || others.length === 0)
            continue;
        left -= others.length;
        const within = rivals.members.map(key => ({
            base: objectOf(base, rivals, key),
            head: objectOf(head, rivals, key)
        }));
        const run = (order, sides) => {
            const { reached, effects } = routingEffects({ ...sides, classes, changes, within });
            return { order, reached, effects };
        };
        const ordered = (order) => run(order, {
            base: (0,dataplane/* dataplane */.T)(inOrder(base, rivals.kind, order)),
            head: (0,dataplane/* dataplane */.T)(inOrder(head, rivals.kind, order))
        });
        // Services are ordered by host, not by the names of the objects that bring them.
        const runs = [rivals.kind === 'ServiceEntry' ? ordered(first) : run(first, compiled)];
        for (const order of others)
            runs.push(ordered(order));
        const common = inAll(runs);
        for (const { effects } of runs) {
            for (const effect of effects)
                if (!common.has(order_dependence_keyOf(effect)))
                    disputed.add(order_dependence_keyOf(effect));
        }
        dependent.push(...dependentEffects(runs, common, rivals));
    }
    const shared = given.effects.filter(effect => !disputed.has(order_dependence_keyOf(effect)));
    return { ...given, unknown, effects: [...shared, ...dependent] };
}
/** The object as a side has it; null where it does not. */
function objectOf(mesh, { manifests }, key) {
    const manifest = manifests.get(key);
    return manifest === undefined ? null : (mesh.get(manifest.ref) ?? null);
}
/** Which Gateways and Ingresses a host is told with follows from their order, and no request shows it. */
function order_dependence_keyOf({ draft: { kind, mesh, subject, changes, region }, proxy }) {
    const { gateway: _, ...place } = subject;
    return (0,build_fingerprint/* canonical */.$)([proxy.id, kind, mesh, place, changes, region]);
}
function inAll([first, ...rest]) {
    const common = new Set((first?.effects ?? []).map(order_dependence_keyOf));
    for (const { effects } of rest) {
        const own = new Set(effects.map(order_dependence_keyOf));
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
            if (common.has(order_dependence_keyOf(effect)))
                continue;
            const key = order_dependence_placeOf(effect);
            disputed.set(key, [...(disputed.get(key) ?? []), effect]);
        }
    }
    return [...disputed.values()].flatMap(effects => dependentEffect(effects, runs, rivals) ?? []);
}
function order_dependence_placeOf({ draft: { subject, region }, proxy }) {
    const { name, namespace, port, gateway } = subject;
    return [proxy.id, name, namespace, port, gateway, region].join('\n');
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
        fingerprint: (0,build_fingerprint/* fingerprint */.R)(['order-dependent', draft.mesh, draft.subject, names, draft.region])
    };
    return { draft: made, proxy, again: chosen.again };
}
/** What each order makes of the witness, orders with the same answer in one line. */
function outcomesByOrder(runs, chosen, rivals) {
    const { draft, again } = chosen;
    const request = draft.witness?.request;
    if (request === undefined)
        return [];
    const routed = runs.map(({ order, reached }) => {
        const [before = '', after = ''] = [reached.base, reached.head].map(side => outcomeWords(again(side, podsIn(side.mesh)), draft.subject.namespace));
        return { order, before, after };
    });
    const isOne = new Set(routed.map(({ before, after }) => `${before}\n${after}`)).size < 2;
    const told = isOne ? settingsByOrder(runs, order_dependence_placeOf(chosen), rivals) : routed;
    const answers = new Map();
    for (const { order, before, after } of told) {
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
/** Where requests go alike in every order: what is set otherwise for them. */
function settingsByOrder(runs, place, { manifests, members }) {
    const found = runs.map(({ effects }) => effects.find(one => order_dependence_placeOf(one) === place)?.draft.changes);
    // One rival alone has no order: base is the same in each.
    const [first] = runs;
    const mesh = first?.reached.base.mesh;
    const inBase = members.filter(key => {
        const manifest = manifests.get(key);
        return manifest !== undefined && mesh?.get(manifest.ref) !== undefined;
    });
    const told = found.find(changes => changes !== undefined) ?? [];
    const words = (side, changes) => changes.map(one => `${one.facet} ${one[side]}`).join(', ');
    const unchanged = inBase.length < 2 ? words('before', told) : 'as before';
    return runs.map(({ order }, index) => {
        const changes = found[index];
        return changes === undefined
            ? { order, before: unchanged, after: unchanged }
            : { order, before: words('before', changes), after: words('after', changes) };
    });
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

;// CONCATENATED MODULE: ./build/effects/run-time-owners.js



/**
 * Objects whose weights and subsets a controller rewrites while it rolls out: what git says of them holds between two
 * roll-outs alone. By the key of the object.
 * Source: Argo Rollouts trafficRouting.istio; Flagger's router of Istio, which names objects after its target.
 */
function runTimeOwners(mesh) {
    const owners = new Map();
    const add = (owner, kind, name, routes = []) => {
        const written = (0,json/* filled */.Bq)(name);
        if (written === undefined)
            return;
        // Argo Rollouts takes `name.namespace` too.
        const [own = '', namespace = owner.ref.namespace] = written.split('.');
        const ref = { group: 'networking.istio.io', kind, namespace, name: own };
        const params = { ref: (0,build_finding/* describeRef */.R)(ref), owner: (0,build_finding/* describeRef */.R)(owner.ref) };
        owners.set((0,mesh_order/* refKey */.XF)(ref), { assumption: { kind: 'weights-at-run-time', params }, routes });
    };
    for (const rollout of mesh.of('Rollout')) {
        const strategy = (0,json/* mapOrEmpty */.B4)(rollout.spec.strategy);
        const istio = (0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)(strategy.canary).trafficRouting).istio);
        for (const one of [istio.virtualService, ...(0,json/* list */.p_)(istio.virtualServices)]) {
            add(rollout, 'VirtualService', (0,json/* map */.Tj)(one)?.name, (0,json/* texts */.Te)((0,json/* map */.Tj)(one)?.routes));
        }
        add(rollout, 'DestinationRule', (0,json/* map */.Tj)(istio.destinationRule)?.name);
    }
    for (const canary of mesh.of('Canary')) {
        const target = (0,json/* filled */.Bq)((0,json/* mapOrEmpty */.B4)(canary.spec.targetRef).name);
        const name = (0,json/* filled */.Bq)((0,json/* mapOrEmpty */.B4)(canary.spec.service).name) ?? target;
        add(canary, 'VirtualService', name);
        if (name !== undefined) {
            for (const suffix of ['primary', 'canary'])
                add(canary, 'DestinationRule', `${name}-${suffix}`);
        }
    }
    return owners;
}
/** Where requests go: the rest of a route, and of a policy, is left as git has it. */
const rewritten = new Set(['destinations', 'pods', 'endpoints']);
/** Effects of what a controller rewrites are assumed: they hold while it lets the objects be. */
function withRunTimeOwners(base, head, effects) {
    const owners = new Map([...runTimeOwners(base), ...runTimeOwners(head)]);
    if (owners.size === 0)
        return effects;
    return effects.map(effect => {
        const { draft } = effect;
        if (draft.kind !== 'order-dependent' && !draft.changes.some(one => rewritten.has(one.facet)))
            return effect;
        const found = new Map();
        for (const { ref, at, side } of draft.causes) {
            const owner = owners.get((0,mesh_order/* refKey */.XF)(ref));
            const manifest = (side === 'base' ? base : head).get(ref);
            if (owner === undefined || !isRewritten(at.path, manifest, owner))
                continue;
            found.set((0,mesh_order/* refKey */.XF)(ref), owner.assumption);
        }
        if (found.size === 0)
            return effect;
        const certainty = (0,build_finding/* worst */.Q)('assumed', draft.certainty);
        const assumptions = [...draft.assumptions, ...found.values()];
        return { ...effect, draft: { ...draft, certainty, assumptions } };
    });
}
/** Routes of other names than those that the controller was given are not its. */
function isRewritten(path, manifest, { routes }) {
    const [spec, kind, index] = path;
    if (routes.length === 0 || spec !== 'spec' || kind !== 'http' || typeof index !== 'number') {
        return true;
    }
    const name = (0,json/* text */.Qq)((0,json/* map */.Tj)((0,json/* list */.p_)(manifest?.spec.http)[index])?.name);
    return name === undefined || routes.includes(name);
}

;// CONCATENATED MODULE: ./build/effects/open-parts.js



const parts = new WeakMap();
/** What differs whatever stands behind opaque dimensions, and what differs with some of their values. */
function partsOf(whole) {
    let found = parts.get(whole);
    if (found === undefined) {
        const { certain, open } = settled(whole.region, opaque_dimension/* isOpaque */.qp);
        found = isEmpty(open)
            ? [{ difference: whole, open: [] }]
            : [certain, open]
                .filter(region => !isEmpty(region))
                .map(region => ({
                difference: { ...whole, region, sample: sample(region) },
                open: region === open ? askedDimensions(region).filter(opaque_dimension/* isOpaque */.qp) : []
            }));
        parts.set(whole, found);
    }
    // Remembered by the difference they are parts of.
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
    const trustedAlone = (0,build_fingerprint/* canonical */.$)(sides.base.trusted) === (0,build_fingerprint/* canonical */.$)(sides.head.trusted);
    const apart = apartFrom(sides.base, sides.head);
    for (const port of bothPorts(base, head, server)) {
        tables += 1;
        if (sameEverywhere(sides, port, base, head))
            continue;
        for (const speaks of speaking(port)) {
            for (const location of access_locationsOf(sides, speaks)) {
                const ask = (side) => questionOf(sides[side], side, {
                    server,
                    port,
                    speaks,
                    location,
                    callers,
                    trustedAlone,
                    apart: apart[side]
                });
                const questions = alignedQuestions({ base: ask('base'), head: ask('head') });
                const found = memory.access(access_keyOf(sides, port, server, speaks, location), () => compare(lowerAccess(questions.base), lowerAccess(questions.head), {
                    keyOf: behaviourKey,
                    mergeBy: 'actions'
                }));
                if (found.kind !== 'compared') {
                    gaps.push({ server, message: gapWords(found) });
                    continue;
                }
                classes += found.counts.classes;
                for (const { difference, open } of found.differences.flatMap(partsOf)) {
                    changes.push({ server, port, speaks, location, difference, open, questions });
                }
            }
            const asked = { server, port, speaks, location: null, callers, trustedAlone };
            const questions = alignedQuestions({
                base: questionOf(sides.base, 'base', { ...asked, apart: apart.base }),
                head: questionOf(sides.head, 'head', { ...asked, apart: apart.head })
            });
            const audit = memory.audit(access_keyOf(sides, port, server, speaks, null), () => compare(lowerAudit(questions.base), lowerAudit(questions.head), {
                keyOf: action => action,
                mergeBy: 'actions'
            }));
            if (audit.kind !== 'compared') {
                gaps.push({ server, message: `what is written down: ${gapWords(audit)}` });
                continue;
            }
            for (const { difference, open } of audit.differences.flatMap(partsOf)) {
                audits.push({ server, port, speaks, difference, open, questions });
            }
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
function behaviourKey({ kind, providers, asked, layer }) {
    if (layer === 'token')
        return 'token refused';
    return kind === 'ask' ? `ask ${providers.join()} ${asked.join()}` : kind;
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
    const { reading, tls, unreadNames } = port[name];
    return `${side.mode(port.sample).mode} ${reading} ${tls?.mode ?? ''} ${unreadNames ?? ''}`;
}
const keeperKeys = new WeakMap();
/** A short name for each content. */
const access_numbers = new Map();
/** Equal keys: the same policies by content. */
function policyKey({ keeper }) {
    let key = keeperKeys.get(keeper);
    if (key === undefined) {
        const manifests = new Set([...keeper.policies, ...keeper.jwt.map(({ manifest }) => manifest)]);
        const content = (0,build_fingerprint/* canonical */.$)([...manifests].map(one => [one.ref, one.spec, (0,authorization/* isDryRun */.vG)(one)]));
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
function access_locationsOf({ base, head }, speaks) {
    if (speaks === 'tcp')
        return [null];
    const found = new Map();
    for (const { locations } of [...base.keeper.jwt, ...head.keeper.jwt]) {
        for (const location of locations)
            found.set((0,token_location/* locationText */.fN)(location), location);
    }
    return [null, ...found.values()];
}
function questionOf({ plane, keeper, mode, trusted }, side, { server, port, speaks, location, callers, trustedAlone, apart }) {
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
        apart,
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
    }
}
/**
 * The name of a change from one fate to another; `null`: no person would call it one, since the request fails
 * on both sides. `mutual`: the client brings a certificate of the mesh.
 */
function accessVerdict(before, after, mutual) {
    const [from, to] = [access_kind_fateOf(before), access_kind_fateOf(after)];
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

;// CONCATENATED MODULE: ./build/effects/provider-words.js
/**
 * What of the definition of a provider differs, said of one side; empty: nothing, or they are other providers. Settings
 * as a mesh configuration writes them. Source: api mesh/v1alpha1 EnvoyExternalAuthorizationGrpcProvider.
 */
function providerDetails(own, other) {
    if (own.kind !== 'ask' || other.kind !== 'ask')
        return '';
    if (own.providers.join() !== other.providers.join())
        return '';
    const parts = own.asked.flatMap((text, place) => {
        const [mine, theirs] = [settingsOf(text), settingsOf(other.asked[place] ?? '')];
        const names = [...new Set([...mine.keys(), ...theirs.keys()])].sort(serviceFirst);
        return names.flatMap(name => {
            const value = mine.get(name);
            if (value === theirs.get(name))
                return [];
            return value === undefined ? `no ${name}` : `${name} ${value}`;
        });
    });
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
function serviceFirst(a, b) {
    const [left, right] = [Number(a !== 'service'), Number(b !== 'service')];
    return left - right || (a < b ? -1 : 1);
}
function settingsOf(text) {
    if (text === '')
        return new Map();
    // Written by extensionProviders.
    const settings = JSON.parse(text);
    return new Map(Object.entries(settings).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value)
    ]));
}

;// CONCATENATED MODULE: ./build/effects/access-effect.js











/** One change of access as an effect; `null` where no person would call it one. */
function access_effect_accessEffect(change, context) {
    const { difference, server, port, speaks, location } = change;
    const { before, after, sample, region } = difference;
    const verdict = turnedOff(change) ?? accessOf(change);
    if (verdict === null)
        return null;
    const subject = accessSubject(server, port);
    const transport = [before, after].some(({ layer }) => layer === 'transport');
    const causes = accessCauses(server, transport ? 'transport' : 'policy', context);
    const { words, changes } = toldOf(change, context);
    const at = { subject: causes[0]?.ref ?? null, at: causes[0]?.at ?? null };
    const replay = () => {
        const request = calledFrom(accessRequest(change, sample), context);
        return replayAccess(context.base, context.head, change, request);
    };
    const fault = replayFault(difference, replay, contains(region, sample));
    if (fault !== null && change.open.length > 0) {
        const asked = listWords(change.open.map(opaque_dimension/* opaqueWords */.r4));
        const message = `${access_subject_subjectWords(subject)}, ${words}: a condition on ${asked} cannot be decided from configuration`;
        return { reason: 'opaque', message, ...at };
    }
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
        ...standing([...server.assumptions, ...authorizers(change)]),
        fingerprint: '',
        verify: verifyAccess(server, port, kind),
        watch: watchAccess(server, speaks, kind),
        rollback: rollbackSecurity(causes, context.changes)
    };
    const moves = isLetIn(before) !== isLetIn(after);
    return { draft, server, port, speaks, location: location !== null, sample, moves, replay };
}
function isLetIn({ kind }) {
    return kind === 'allow' || kind === 'ask';
}
/** Providers that are asked and of which git says nothing more. */
function authorizers({ difference, questions, speaks }) {
    const sides = [
        [difference.before, questions.base.keeper],
        [difference.after, questions.head.keeper]
    ];
    return sides.flatMap(([{ kind }, keeper]) => {
        if (kind !== 'ask')
            return [];
        return (speaks === 'http' ? keeper.http : keeper.tcp).assumptions;
    });
}
const told = new WeakMap();
/** The words of a difference, which all servers of equal policies share. */
function toldOf(change, context) {
    const { difference, speaks } = change;
    let found = told.get(difference);
    if (found === undefined) {
        const bare = accessRegion(difference.region, speaks === 'http' ? 'requests' : 'connections');
        const said = speaks === 'tcp' && readsHttp(change) ? `${bare} that do not speak HTTP` : bare;
        const before = actionWords(withReasons(change, 'base'), { allow: hasAllow(change, 'base') });
        const after = actionWords(withReasons(change, 'head'), { allow: hasAllow(change, 'head') });
        const was = `${before}${providerDetails(difference.before, difference.after)}`;
        const is = `${after}${providerDetails(difference.after, difference.before)}`;
        found = {
            words: `${said}${callersAmong(change, said, context)}`,
            changes: [{ facet: 'access', before: was, after: withNote(is, change) }]
        };
        told.set(difference, found);
    }
    return found;
}
/** The port reads HTTP on a side, and the client speaks something else. */
function readsHttp({ port }) {
    return port.base.reading === 'http' || port.head.reading === 'http';
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
 * Under one mode of mutual TLS on both sides, a connection that the port begins or ceases to understand is
 * no matter of mutual TLS: its protocol is another. Few clients speak what its name does not say.
 */
function accessOf({ difference, questions, speaks }) {
    const { before, after, sample } = difference;
    const verdict = accessVerdict(before, after, sample.transport === 'mtls');
    if (verdict === null)
        return null;
    if (questions.base.mode !== questions.head.mode)
        return verdict;
    const [was, is] = [before.kind, after.kind];
    const unread = speaks === 'tcp' && (was === 'bad-request' || is === 'bad-request');
    if (sample.transport !== 'tls' && !unread)
        return verdict;
    if (before.layer !== 'transport' && after.layer !== 'transport')
        return verdict;
    if (isLetIn(before) === isLetIn(after))
        return null;
    return isLetIn(after)
        ? { kind: 'connection-repaired', direction: 'repair', severity: 'info' }
        : { kind: 'connection-broken', direction: 'break', severity: 'warning' };
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

;// CONCATENATED MODULE: ./build/effects/access-fold.js



/**
 * Equal effects as one: of one server at its ports and ways to come, then of several servers, then of all of
 * a namespace or mesh. What is certain stands for what is assumed; a declared port for those that nothing
 * declares; HTTP for bytes.
 */
function foldedAccess(effects, servers) {
    const own = access_fold_groupsOf(effects, access_fold_topicOf).flatMap(atOneServer);
    const folded = access_fold_groupsOf(own, ({ draft }) => access_fold_likeness(draft)).map(group => {
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
    return (0,build_fingerprint/* fingerprint */.R)([kind, mesh, subject, changes, region]);
}
/** One server, one kind of change, by the same objects. */
function access_fold_topicOf({ draft, server }) {
    return (0,build_fingerprint/* canonical */.$)([server.id, draft.kind, draft.severity, refsOf(draft)]);
}
/** Other ports and ways to come are notes on the first, where they are no change of their own. */
function atOneServer(group) {
    const alike = access_fold_groupsOf(group, ({ draft }) => access_fold_likeness(draft)).map(one => {
        const [first] = [...one].sort((a, b) => byMove(a, b) || byPort(a, b));
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
            ? draft.kind === 'audit-changed'
                ? `at port ${port.port ?? port.sample}`
                : null
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
    // What is written down decides nothing: it is one thing at all ports of a server.
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
    const by = refsOf(draft);
    // That a port takes plaintext now is one thing, whatever stands behind it.
    if (kind.startsWith('mtls'))
        return (0,build_fingerprint/* canonical */.$)([kind, severity, by, isMutual(draft)]);
    const words = region.replace(/^all (requests|connections)/, 'all');
    const [change] = changes;
    return (0,build_fingerprint/* canonical */.$)([kind, words, change === undefined ? [] : plain(change), by]);
}
/** Clients that spoke mutual TLS, and now do otherwise: another thing than who is let in besides them. */
function isMutual({ changes: [change] }) {
    return change !== undefined && [change.before, change.after].some(text => /^400\b/.test(text));
}
function refsOf({ causes }) {
    return causes.map(({ ref, side }) => [ref, side]);
}
/** A refused request and a closed connection are one thing to say. */
function plain({ facet, before, after }) {
    return [facet, ...[before, after].map(text => text.replace(/^(denied|connection closed)/, 'no'))];
}
function byMove(a, b) {
    return Number(b.moves === true) - Number(a.moves === true);
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
    return (byMove(a, b) ||
        a.server.assumptions.length - b.server.assumptions.length ||
        Number(a.server.workloads.length === 0) - Number(b.server.workloads.length === 0) ||
        compareText(a.server.namespace, b.server.namespace) ||
        compareText(a.server.description, b.server.description) ||
        byPort(a, b));
}
function access_fold_memberOf({ draft }) {
    const { mesh, subject, proxy, region } = draft;
    return { mesh, subject, proxy, region, fingerprint: access_fold_nameOf(draft) };
}
function access_fold_groupsOf(values, key) {
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

;// CONCATENATED MODULE: ./build/effects/membership.js








/** Workloads that enter or leave the mesh, or another revision of it, by labels and annotations of their own or of their namespace. */
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
        const [was, is] = [standingOf(base.mesh, old), standingOf(head.mesh, now)];
        const moved = was.revision !== is.revision && was.revision !== '' && is.revision !== '';
        if (was.mode === is.mode && !(moved && is.mode === 'sidecar'))
            continue;
        const causing = touched.filter(change => membership_bears(change, now));
        const key = [wordsOf(was), wordsOf(is), causing.map(fileOf).join(), now.namespace].join('\n');
        const known = groups.get(key) ?? [];
        groups.set(key, known);
        // Of those that one label moves, the first is told and the others are named.
        known.push(membership_effectOf(now, was, is, causing, context, known.length === 0));
    }
    return [...groups.values()].flatMap(membership_folded);
}
const WORDS = {
    sidecar: 'has a sidecar',
    ambient: 'is in the ambient mesh',
    none: 'is outside the mesh'
};
function standingOf(mesh, workload) {
    const labels = mesh.namespaceLabelsOf(workload.namespace);
    return { mode: (0,membership/* membership */.xU)(workload, labels).mode, revision: (0,membership/* revisionOf */.DT)(workload, labels) };
}
function wordsOf({ mode, revision }) {
    if (mode !== 'sidecar' || revision === '')
        return WORDS[mode];
    const of = revision === 'default' ? 'the default revision' : `revision ${revision}`;
    return `${WORDS[mode]} of ${of}`;
}
function fileOf({ base, head }) {
    return (head ?? base)?.file ?? '';
}
function membership_keyOf({ manifest, namespace, name }) {
    return `${manifest.ref.kind} ${namespace}/${name}`;
}
/** Only these can change who is in the mesh. */
function decides({ base, head }) {
    const { kind } = (head ?? base)?.ref ?? { kind: '' };
    return kind === 'Namespace' || !['VirtualService', 'DestinationRule', 'Gateway'].includes(kind);
}
/** Does a change decide about the membership of a workload? */
function membership_bears({ base, head }, workload) {
    const ref = (head ?? base)?.ref;
    if (ref === undefined)
        return false;
    if (ref.kind === 'Namespace')
        return ref.name === workload.namespace;
    const own = workload.manifest.ref;
    return ref.kind === own.kind && ref.name === own.name && ref.namespace === own.namespace;
}
function membership_effectOf(workload, was, is, causing, context, isTold) {
    const { namespace, name } = workload;
    const mesh = context.head.mesh.name;
    const subject = { kind: 'workload', name, namespace };
    const sameMode = was.mode === is.mode;
    const changes = [
        {
            facet: 'membership',
            before: sameMode ? wordsOf(was) : WORDS[was.mode],
            after: sameMode ? wordsOf(is) : WORDS[is.mode]
        },
        ...(isTold && !sameMode ? calls(workload, was.mode, is.mode, context) : [])
    ];
    const region = sameMode ? MOVED : is.mode === 'none' ? LEFT : was.mode === 'none' ? ENTERED : ALL;
    const causes = causing.flatMap(causesOfChange);
    const leaves = is.mode === 'none';
    return {
        kind: 'mesh-membership-changed',
        mesh,
        domain: 'membership',
        direction: sameMode ? 'move' : leaves ? 'widen' : 'narrow',
        severity: leaves ? 'error' : 'warning',
        subject,
        proxy: { type: leaves ? 'none' : 'sidecar', names: [name] },
        region,
        changes,
        witness: isTold ? membership_witnessOf(workload, context) : null,
        causes,
        members: [],
        certainty: 'certain',
        assumptions: [],
        fingerprint: (0,build_fingerprint/* fingerprint */.R)(['mesh-membership-changed', mesh, subject, changes, region]),
        verify: `kubectl get pod -n ${shellWord(namespace)} -o custom-columns=NAME:.metadata.name,CONTAINERS:.spec.containers[*].name,REVISION:.metadata.labels.istio\\.io/rev`,
        watch: `sum by (connection_security_policy) (rate(istio_requests_total{destination_workload_namespace="${namespace}", destination_workload="${name}"}[5m]))`,
        rollback: rollbackSecurity(causes, context.changes)
    };
}
const LEFT = 'all requests: no policy guards the pods once they are restarted, and what they send has no identity';
const ENTERED = 'all requests: policies and mutual TLS hold for the pods once they are restarted';
const MOVED = 'all requests: another control plane configures the pods once they are restarted, and its version and settings hold';
const ALL = 'all requests';
/** More servers than this are not asked. */
const serverLimit = 200;
function standsOutside(server, mesh) {
    return (0,membership/* membership */.xU)(server, mesh.namespaceLabelsOf(server.namespace)).mode === 'none';
}
/** Whom the pods can no longer call, or can again: servers that insist on mutual TLS or on an identity. */
function calls(workload, was, is, { base, head }) {
    const { namespace, serviceAccount } = workload;
    const lost = [];
    const gained = [];
    for (const server of head.mesh.workloads.slice(0, serverLimit)) {
        if (membership_keyOf(server) === membership_keyOf(workload) || server.manifest.ref.kind === 'WorkloadEntry')
            continue;
        // Pods without a proxy are marked as such, and clients send them plaintext: they take what they took.
        if ([base, head].every(({ mesh }) => standsOutside(server, mesh)))
            continue;
        const request = (mesh, mode) => ({
            from: { namespace, serviceAccount },
            to: `${server.namespace}/${server.name}`,
            protocol: 'http',
            port: membership_portOf(server, mesh),
            authority: `${server.name}.${server.namespace}`,
            method: 'GET',
            path: '/',
            headers: {},
            transport: mode === 'none' ? 'plaintext' : 'mtls',
            ...(mode === 'none' ? {} : { principal: (0,caller_identity/* identity */.D_)(mesh, namespace, serviceAccount) })
        });
        const before = ask(base, request(base.mesh, was)).outcome;
        const after = ask(head, request(head.mesh, is)).outcome;
        if (before === 'served' && after !== 'served' && after !== 'unknown')
            lost.push(server.name);
        if (before !== 'served' && before !== 'unknown' && after === 'served')
            gained.push(server.name);
    }
    const facets = [];
    if (lost.length > 0) {
        facets.push({ facet: 'calls', before: `reach ${membership_few(lost)}`, after: `refused by ${membership_few(lost)}` });
    }
    if (gained.length > 0) {
        facets.push({
            facet: 'calls',
            before: `refused by ${membership_few(gained)}`,
            after: `reach ${membership_few(gained)}`
        });
    }
    return facets;
}
/** Where the pods' Services lead, else a port of theirs. */
function membership_portOf(server, mesh) {
    const [service] = mesh.registry
        .inNamespace(server.namespace)
        .filter(({ selector }) => selector !== null && (0,mesh_selector/* selects */.ko)(selector, server.labels));
    const target = service?.ports[0]?.targetPort;
    if (typeof target === 'number' && target > 0)
        return target;
    return server.ports[0]?.number ?? service?.ports[0]?.number ?? 8080;
}
function membership_few(names) {
    const shown = names.slice(0, 4);
    const more = names.length - shown.length;
    return more > 0 ? `${shown.join(', ')} and ${more} more` : listWords(shown);
}
/** A caller without a proxy, which both a policy and STRICT tell apart; `null`: it fares alike on both sides. */
function membership_witnessOf(workload, { base, head }) {
    const { namespace, name } = workload;
    const request = {
        from: { namespace },
        to: `${namespace}/${name}`,
        protocol: 'http',
        port: membership_portOf(workload, head.mesh),
        authority: `${name}.${namespace}`,
        method: 'GET',
        path: '/',
        headers: {},
        transport: 'plaintext'
    };
    const [before, after] = [ask(base, request), ask(head, request)];
    const known = before.outcome !== 'unknown' && after.outcome !== 'unknown';
    return known && before.outcome !== after.outcome ? { request, before, after } : null;
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

;// CONCATENATED MODULE: ./build/effects/ambient-moves.js


/**
 * Workloads that begin to be guarded by ztunnel and waypoints, or by a sidecar in their place: what the former let in
 * is not built. Those that leave the mesh from there are guarded by nothing, which is known.
 */
function ambientMoves({ base, head, changes }) {
    if (changes.every(({ equal }) => equal))
        return [];
    const before = new Map(base.mesh.workloads.map(one => [membership_keyOf(one), one]));
    const moved = new Map();
    for (const now of head.mesh.workloads) {
        const old = before.get(membership_keyOf(now));
        if (old === undefined)
            continue;
        const [was, is] = [standingOf(base.mesh, old).mode, standingOf(head.mesh, now).mode];
        if (was === is || is === 'none' || (was !== 'ambient' && is !== 'ambient'))
            continue;
        const known = moved.get(now.namespace) ?? [];
        moved.set(now.namespace, known);
        known.push(now);
    }
    return [...moved].map(([namespace, workloads]) => {
        const names = workloads.slice(0, 4).map(({ name }) => name);
        const more = workloads.length - names.length;
        const who = more > 0 ? `${names.join(', ')} and ${more} more` : listWords(names);
        const message = `what ${who} in ${namespace} let in: pods of the ambient mesh are guarded by ztunnel and waypoints, which are not analysed yet`;
        const [first] = workloads;
        const cause = changes.find(one => !one.equal && first !== undefined && membership_bears(one, first));
        const manifest = cause?.head ?? cause?.base ?? null;
        const at = manifest === null ? null : { manifest, path: ['metadata'] };
        return { reason: 'opaque', message, subject: manifest?.ref ?? null, at };
    });
}

;// CONCATENATED MODULE: ./build/effects/audit-effect.js









/** What AUDIT and dry runs write down: nothing is decided by it. */
function auditEffect(change, context) {
    const { difference, server, port, speaks } = change;
    const subject = accessSubject(server, port);
    const region = accessRegion(difference.region, speaks === 'http' ? 'requests' : 'connections');
    const changes = [{ facet: 'audit', before: difference.before, after: difference.after }];
    const causes = accessCauses(server, 'policy', context);
    const witness = audit_effect_witnessOf(change, context);
    if (witness === null && change.open.length > 0) {
        const asked = listWords(change.open.map(opaque_dimension/* opaqueWords */.r4));
        const message = `${access_subject_subjectWords(subject)}, ${region}: what is written down asks for ${asked}, which cannot be decided from configuration`;
        return { reason: 'opaque', message, subject: causes[0]?.ref ?? null, at: causes[0]?.at ?? null };
    }
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
        witness,
        causes,
        members: [],
        ...standing(server.assumptions),
        fingerprint: '',
        verify: verifyAccess(server, port, 'audit-changed'),
        watch: watchAccess(server, speaks, 'audit-changed'),
        rollback: rollbackSecurity(causes, context.changes)
    };
    return { draft, server, port, speaks, location: false };
}
/** A request about which other rules are written down; `null`: a policy or the transport stops it before. */
function audit_effect_witnessOf(change, context) {
    const asked = accessRequest({ ...change, location: null }, change.difference.sample);
    const request = calledFrom(asked, context);
    const witness = replayAccess(context.base, context.head, change, request);
    return notes(witness.before) === notes(witness.after) ? null : witness;
}
function notes({ steps }) {
    return steps
        .map(({ text }) => text)
        .filter(text => /^(AUDIT|dry-run (DENY|ALLOW)) rule /.test(text))
        .join();
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

;// CONCATENATED MODULE: ./build/effects/claim-texts.js


/**
 * Conditions that read a text with spaces in two ways, since the sides split other claims: of all others the texts are
 * the same. Null: something reads claims that is no policy of the server, such as routes of a gateway.
 */
function splitOtherwise(server, old, now, { base, head }) {
    const policies = [
        ...(0,security_inbound/* securityOf */.K)(base.compilation).authorization.policies(server.base),
        ...(0,security_inbound/* securityOf */.K)(head.compilation).authorization.policies(server.head)
    ];
    const differing = policies
        .flatMap(conditionsOf)
        .filter(({ path }) => splits(old, path) !== splits(now, path));
    if (server.role === 'gateway' &&
        [base, head].some(({ mesh }) => routesByClaims(mesh.of('VirtualService'))))
        return null;
    return differing;
}
function splits({ spaceDelimited }, path) {
    const [first = ''] = path;
    return spaceDelimited === null || (path.length === 1 && spaceDelimited.includes(first));
}
function conditionsOf({ spec }) {
    return (0,json/* list */.p_)(spec.rules).flatMap(rule => (0,json/* list */.p_)((0,json/* mapOrEmpty */.B4)(rule).when).flatMap(entry => {
        const { key, values, notValues } = (0,json/* mapOrEmpty */.B4)(entry);
        const named = /^request\.auth\.claims((?:\[[^\]]*\])+)$/.exec((0,json/* text */.Qq)(key) ?? '')?.[1];
        if (named === undefined)
            return [];
        const path = [...named.matchAll(/\[([^\]]*)\]/g)].map(([, name = '']) => name);
        return [{ path, values: [...(0,json/* texts */.Te)(values), ...(0,json/* texts */.Te)(notValues)] }];
    }));
}
function routesByClaims(services) {
    return services.some(({ spec }) => JSON.stringify(spec).includes('@request.auth.claims'));
}
/** Claims of a token in which one condition's value is a word among others. */
function claimsWith({ path, values }) {
    const [first = '', ...rest] = path;
    const value = `${(values[0] ?? '').replaceAll('*', 'x')} other`;
    return { [first]: rest.reduceRight((inner, name) => ({ [name]: inner }), value) };
}

;// CONCATENATED MODULE: ./build/effects/token-effects.js












/** What becomes of good tokens that are accepted on both sides: whether and how they reach the application. */
function tokenEffects(server, context) {
    const before = (0,security_inbound/* securityOf */.K)(context.base.compilation).inbound(server.base).jwt;
    const after = (0,security_inbound/* securityOf */.K)(context.head.compilation).inbound(server.head).jwt;
    const effects = [];
    const unknown = [];
    for (const [old, now] of counterparts(before, after)) {
        if (old.keys !== now.keys)
            unknown.push(otherKeys(old, now));
        if ((0,build_fingerprint/* canonical */.$)(old.spaceDelimited) !== (0,build_fingerprint/* canonical */.$)(now.spaceDelimited)) {
            const read = claimsRead(server, old, now, context);
            effects.push(...read.effects);
            if (!read.isTold)
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
/**
 * Texts with spaces that one side reads as lists: nothing where no condition reads such a claim, else what a token with
 * the value among other words meets.
 */
function claimsRead(server, old, now, context) {
    const conditions = splitOtherwise(server, old, now, context);
    if (conditions === null)
        return { effects: [], isTold: false };
    const port = bothPorts(context.base, context.head, server).find(({ base, head }) => base.reading !== 'tcp' && head.reading !== 'tcp');
    if (conditions.length === 0 || port === undefined)
        return { effects: [], isTold: true };
    const told = new Map();
    for (const condition of conditions) {
        const witness = token_effects_replay(server, port, now, context, claimsWith(condition));
        const [was, is] = [witness.before.outcome, witness.after.outcome];
        if (was === is)
            continue;
        const name = `request.auth.claims[${condition.path.join('][')}]`;
        const kind = is === 'served' ? 'access-granted' : 'access-revoked';
        const facet = { facet: 'access', before: was, after: is };
        const region = `tokens of ${now.issuer || 'any issuer'} whose ${name} is a text with spaces`;
        const shown = { kind, region, changes: [facet], witness };
        told.set(name, token_effects_effectOf(server, port, shown, context));
    }
    return { effects: [...told.values()], isTold: told.size > 0 };
}
/** Providers of one issuer on both sides: those that changed, in their order. */
function counterparts(before, after) {
    const result = [];
    for (const issuer of new Set(before.map(one => one.issuer))) {
        const olds = before.filter(one => one.issuer === issuer);
        const nows = after.filter(one => one.issuer === issuer);
        const [kept, there] = [new Set(nows.map(treatment)), new Set(olds.map(treatment))];
        const changed = nows.filter(one => !there.has(treatment(one)));
        for (const [place, old] of olds.filter(one => !kept.has(treatment(one))).entries()) {
            const now = changed[place];
            if (now !== undefined)
                result.push([old, now]);
        }
    }
    return result;
}
/** All that a provider does with its tokens. */
function treatment(provider) {
    const { manifest: _, path: __, assumptions: ___, ...rest } = provider;
    return (0,build_fingerprint/* canonical */.$)(rest);
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
    if ((0,build_fingerprint/* canonical */.$)(witness.before.upstreamHeaders) === (0,build_fingerprint/* canonical */.$)(witness.after.upstreamHeaders)) {
        return undefined;
    }
    const region = `tokens of ${provider.issuer === '' ? 'any issuer' : provider.issuer}`;
    const shown = { kind: 'authentication-changed', region, changes, witness };
    return token_effects_effectOf(server, port, shown, context);
}
function token_effects_effectOf(server, port, { kind, region, changes, witness }, context) {
    const causes = accessCauses(server, 'policy', context);
    const draft = {
        kind,
        mesh: context.head.mesh.name,
        domain: domainOf[kind],
        direction: kind === 'access-granted' ? 'widen' : kind === 'access-revoked' ? 'narrow' : 'neutral',
        severity: kind === 'access-granted' ? 'error' : 'warning',
        subject: accessSubject(server, port),
        proxy: { type: server.role, names: [server.description] },
        region,
        changes,
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
    return { draft, server, port, speaks: 'http', location: true };
}
/** A good token that every claim header can be taken from. */
function token_effects_replay(server, port, provider, { base, head, callers }, more = {}) {
    const claims = {
        iss: provider.issuer || 'issuer',
        sub: 'subject',
        ...more
    };
    for (const { claim } of provider.claimHeaders)
        claims[claim] ??= 'value';
    if (provider.audiences.length > 0)
        claims.aud = provider.audiences[0];
    const [location] = provider.locations;
    const [name] = server.workloads;
    const via = server.role === 'sidecar' ? dialled(port) : undefined;
    const principal = callers.principals[0] ?? '';
    const request = {
        from: { namespace: server.namespace },
        ...(name === undefined ? {} : { to: `${server.namespace}/${name}` }),
        ...(via === undefined ? {} : { via }),
        protocol: 'http',
        port: port.sample,
        authority: via?.replace(/:\d+$/, '') ?? `${name ?? 'service'}.${server.namespace}`,
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
        message: `${(0,build_finding/* describeRef */.R)(now.manifest.ref)}: the keys for issuer ${now.issuer || '(any)'} change from ${token_effects_keyWords(old)} to ${token_effects_keyWords(now)}, so which tokens are good cannot be told from git`,
        subject: now.manifest.ref,
        at: { manifest: now.manifest, path: now.path }
    };
}
function token_effects_keyWords({ keys }) {
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
    const callers = knownCallers(base.mesh, head.mesh);
    const context = { base, head, changes, callers };
    const pairs = pairEffects(context);
    if (scope.empty)
        return { ...pairs, servers: 0, tables: 0, classes: 0 };
    const servers = serverClasses(base.mesh, head.mesh, scope);
    const effects = [];
    const unknown = [];
    let tables = 0;
    let classes = 0;
    const memory = new ComparisonMemory();
    for (const server of servers) {
        const found = compareAccess(base, head, server, callers, memory);
        tables += found.tables;
        classes += found.classes;
        for (const { message } of found.gaps) {
            const where = `what ${server.description} in ${server.namespace} let in`;
            unknown.push({ reason: 'budget', message: `${where}: ${message}`, subject: null, at: null });
        }
        for (const change of found.changes) {
            const made = access_effect_accessEffect(change, context);
            if (made === null)
                continue;
            if ('draft' in made)
                effects.push(made);
            else
                unknown.push(made);
        }
        for (const audit of found.audits) {
            const made = auditEffect(audit, context);
            if ('draft' in made)
                effects.push(made);
            else
                unknown.push(made);
        }
        const tokens = tokenEffects(server, context);
        effects.push(...tokens.effects);
        unknown.push(...tokens.unknown);
    }
    return {
        effects: [...foldedAccess(effects, servers), ...pairs.effects, ...membershipEffects(context)],
        unknown: security_distinct([
            ...unknown,
            ...pairs.unknown,
            ...peerRivals(context),
            ...ambientMoves(context)
        ]),
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
const selections_readKinds = new Set(read/* readFields */.q.map(({ kind }) => kind));
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

// EXTERNAL MODULE: ./build/dataplane/telemetry/telemetry.js + 5 modules
var telemetry = __webpack_require__(3400);
;// CONCATENATED MODULE: ./build/effects/telemetry-steps.js


/**
 * What shows it: the lines of a proxy, its spans, or its own series.
 * Source: istio.io/latest/docs/reference/config/metrics; Envoy configuration/http/http_conn_man/stats.
 */
function telemetrySteps(pods, facets) {
    const namespace = pods === null ? '"$NAMESPACE"' : shellWord(pods.namespace);
    const pod = pods === null || pods.assumed
        ? '"$POD"'
        : `"$(kubectl get pod -n ${namespace} -o name | grep -F /${shellWord(pods.name)} | head -n 1 | cut -d / -f 2)"`;
    const [first] = facets;
    const topic = first?.facet ?? '';
    const of = pods === null || pods.assumed
        ? ''
        : `, destination_workload_namespace=${promString(pods.namespace)}, destination_workload=${promString(pods.name)}`;
    const requests = `sum by (destination_workload) (rate(istio_requests_total{reporter="destination"${of}}[5m]))`;
    if (topic.startsWith('access logs')) {
        return {
            verify: `kubectl logs ${pod} -n ${namespace} -c istio-proxy --since=5m`,
            watch: requests
        };
    }
    if (topic.startsWith('tracing')) {
        return {
            verify: `istioctl proxy-config listeners ${pod} -n ${namespace} -o json | grep -n -A 8 '"tracing"'`,
            watch: 'sum(rate(envoy_http_tracing_random_sampling[5m]))'
        };
    }
    return {
        verify: `kubectl exec ${pod} -n ${namespace} -c istio-proxy -- pilot-agent request GET stats/prometheus | grep -c ^istio_`,
        watch: requests
    };
}

;// CONCATENATED MODULE: ./build/effects/telemetry.js











/** Access logs, traces and metrics that are switched on, off or elsewhere, and of whom. */
function telemetryEffects(base, head, changes) {
    if (!concerns(base, head, changes))
        return { effects: [], tables: 0 };
    const [before, after] = [(0,telemetry/* telemetryIndex */.S)(base), (0,telemetry/* telemetryIndex */.S)(head)];
    const groups = new Map();
    const all = reporting(base, head);
    for (const one of all) {
        const draft = telemetry_draftOf(before(one.base), after(one.head), one.role);
        if (draft === null)
            continue;
        const sources = [...draft.sources].sort();
        const key = (0,build_fingerprint/* canonical */.$)([draft.facets, draft.direction, one.role, sources]);
        const known = groups.get(key);
        if (known === undefined)
            groups.set(key, { draft, of: [one] });
        else
            known.of.push(one);
    }
    const effects = [...groups.values()].map(({ draft, of }) => telemetry_effectOf(draft, of, all, head, changes));
    return { effects, tables: all.length };
}
/** Telemetries, what the mesh configuration says of them, and labels where Telemetries select by them. */
function concerns(base, head, changes) {
    if (!(0,manifest_change/* sameJson */.Vk)(base.config.raw, head.config.raw))
        return true;
    const edited = changes.filter(({ equal }) => !equal);
    if (edited.some(one => kindOf(one) === 'Telemetry'))
        return true;
    const moves = (kind) => kind === 'Namespace' || workload/* WORKLOAD_KINDS */.i6.includes(kind);
    return head.of('Telemetry').length > 0 && edited.some(one => moves(kindOf(one)));
}
function kindOf({ base, head }) {
    return (head ?? base)?.ref.kind ?? '';
}
function reporting(base, head) {
    const before = new Map(base.workloads.map(one => [telemetry_keyOf(one), one]));
    const found = [];
    for (const now of head.workloads) {
        const old = before.get(telemetry_keyOf(now));
        if (old === undefined || now.manifest.ref.kind === 'WorkloadEntry')
            continue;
        if ((0,membership/* membership */.xU)(now, head.namespaceLabelsOf(now.namespace)).mode !== 'sidecar')
            continue;
        const role = (0,gateway_pod/* proxyRole */.n)(head, now) === 'sidecar' ? 'sidecar' : 'gateway';
        const { name, namespace } = now;
        found.push({ name, namespace, base: old, head: now, role, assumed: false });
    }
    const known = new Set(found.map(({ namespace }) => namespace));
    for (const manifest of [...base.of('Telemetry'), ...head.of('Telemetry')]) {
        const { namespace } = manifest.ref;
        // Pods of a namespace of which git holds none.
        if (!known.has(namespace) && namespace !== head.config.rootNamespace) {
            known.add(namespace);
            found.push(assumed(namespace, 'pods'));
        }
    }
    return [...found, assumed(ANY_NAMESPACE, 'pods in any other namespace')];
}
function assumed(namespace, name) {
    const target = { namespace, labels: {} };
    return { name, namespace, base: target, head: target, role: 'sidecar', assumed: true };
}
function telemetry_keyOf({ manifest, namespace, name }) {
    return `${manifest.ref.kind} ${namespace}/${name}`;
}
const SIGNALS = [
    ['logs', 'access logs'],
    ['traces', 'tracing'],
    ['metrics', 'metrics']
];
function telemetry_draftOf(before, after, role) {
    const facets = [];
    let lost = false;
    let gained = false;
    let logsLost = false;
    const sides = role === 'gateway' ? ['client'] : ['client', 'server'];
    for (const [signal, facet] of SIGNALS) {
        const differing = sides.filter(side => before[signal][side].key !== after[signal][side].key);
        for (const side of differing) {
            const [was, is] = [before[signal][side], after[signal][side]];
            lost ||= was.on && !is.on;
            gained ||= !was.on && is.on;
            logsLost ||= signal === 'logs' && was.on && !is.on;
        }
        facets.push(...facetsOf(facet, differing, sides, before[signal], after[signal]));
    }
    if (facets.length === 0)
        return null;
    return {
        facets,
        direction: lost ? 'break' : gained ? 'repair' : 'neutral',
        severity: logsLost ? 'warning' : 'info',
        sources: new Set([...before.sources, ...after.sources].map(({ ref }) => (0,mesh_order/* refKey */.XF)(ref))),
        assumed: before.assumed || after.assumed
    };
}
/** Both ends as one where they change alike. */
function facetsOf(facet, differing, sides, before, after) {
    const all = differing.map(side => ({
        facet: sides.length === 1 ? facet : `${facet} of ${ENDS[side]}`,
        before: before[side].words,
        after: telemetry_words(before[side], after[side])
    }));
    const [one, other] = all;
    const alike = one?.before === other?.before && one?.after === other?.after;
    return one !== undefined && other !== undefined && alike ? [{ ...one, facet }] : all;
}
const ENDS = {
    client: 'requests that the pods send',
    server: 'requests that the pods receive'
};
function telemetry_words(before, after) {
    return before.words === after.words ? `${after.words}, with other settings` : after.words;
}
function telemetry_effectOf(draft, of, all, head, changes) {
    const { facets, direction, severity, sources } = draft;
    const causes = telemetry_causesOf(sources, of, changes);
    const [first] = of;
    const subject = telemetry_subjectOf(of, all);
    const mesh = head.name;
    const assumptions = [];
    if (head.config.isDefault && draft.assumed) {
        assumptions.push({ kind: 'mesh-config-default', params: { minor: head.version.minor } });
    }
    const isAssumed = draft.assumed || of.every(one => one.assumed);
    const names = of.map(({ name }) => name).sort();
    const members = subject.kind === 'workload' ? of.slice(1) : [];
    return {
        kind: 'telemetry-changed',
        mesh,
        domain: 'observability',
        direction,
        severity,
        subject,
        proxy: { type: first?.role ?? 'sidecar', names },
        region: 'all requests',
        changes: facets,
        witness: null,
        causes,
        members: members.map(one => ({
            mesh,
            subject: { kind: 'workload', name: one.name, namespace: one.namespace },
            proxy: { type: one.role, names: [one.name] },
            region: 'all requests',
            fingerprint: (0,build_fingerprint/* fingerprint */.R)(['telemetry-changed', mesh, one.namespace, one.name, facets])
        })),
        certainty: isAssumed ? 'assumed' : 'certain',
        assumptions,
        fingerprint: (0,build_fingerprint/* fingerprint */.R)(['telemetry-changed', mesh, subject, facets]),
        ...telemetrySteps(first ?? null, facets),
        rollback: rollbackSecurity(causes, changes)
    };
}
/** All of the mesh or of a namespace by their name, where nobody is left out. */
function telemetry_subjectOf(of, all) {
    const [first] = of;
    if (of.length === all.length || first === undefined) {
        return { kind: 'mesh', name: 'every workload of the mesh' };
    }
    const { name, namespace } = first;
    const own = all.filter(one => one.namespace === namespace);
    if (of.every(one => one.namespace === namespace) && of.length === own.length && of.length > 1) {
        return { kind: 'namespace', name: `every workload of ${namespace}` };
    }
    if (namespace === ANY_NAMESPACE)
        return { kind: 'mesh', name };
    return { kind: 'workload', name, namespace };
}
/** Telemetries that apply, the mesh configuration, and the labels of the pods. */
function telemetry_causesOf(sources, of, changes) {
    const pods = new Set(of.map(({ namespace, name }) => `${namespace}/${name}`));
    const bears = ({ base, head }) => {
        const ref = (head ?? base)?.ref;
        if (ref === undefined)
            return false;
        if (ref.kind === 'Telemetry')
            return sources.has((0,mesh_order/* refKey */.XF)(ref));
        if (ref.kind === 'ConfigMap' || ref.kind === 'IstioOperator')
            return true;
        return pods.has(`${ref.namespace}/${ref.name}`);
    };
    return changes.filter(one => !one.equal && bears(one)).flatMap(causesOfChange);
}

// EXTERNAL MODULE: ./build/mesh/discovery.js
var discovery = __webpack_require__(46802);
;// CONCATENATED MODULE: ./build/effects/undiscovered.js



/** More namespaces than this are said by their number. */
const namedNamespaces = 3;
/** Namespaces that changed discoverySelectors may take from istiod or give to it, by labels that git does not hold. */
function undiscovered(base, head) {
    const selectors = ({ config }) => config.raw.discoverySelectors ?? null;
    if ((0,manifest_change/* sameJson */.Vk)(selectors(base), selectors(head)))
        return [];
    const isOpen = (namespace) => base.discovers(namespace) !== head.discovers(namespace) &&
        [base, head].some(mesh => mesh.discovers(namespace) === undefined);
    const open = (namespace) => isOpen(namespace) || (isUndecided(base, namespace) && isUndecided(head, namespace));
    const held = new Set([...watchedIn(base), ...watchedIn(head)]);
    const all = [...held].sort().filter(open);
    if (all.length === 0)
        return [];
    const named = all.slice(0, namedNamespaces);
    if (all.length > named.length)
        named.push(`${all.length - named.length} more namespaces`);
    const at = head.config.at ?? base.config.at;
    return [
        {
            reason: 'field',
            message: `whether istiod watches ${listWords(named)}: discoverySelectors changed, and labels that git does not hold decide; what the objects there do is compared as if it did`,
            subject: at?.manifest.ref ?? null,
            at
        }
    ];
}
/** Namespaces that hold objects which istiod sees only where it watches. */
function* watchedIn({ manifests, features }) {
    const scopes = features.has('enhanced-resource-scoping');
    for (const one of manifests)
        if ((0,discovery/* isDiscovered */.hH)(one, scopes))
            yield one.ref.namespace;
}
function isUndecided(mesh, namespace) {
    return mesh.discovers(namespace) === undefined;
}

;// CONCATENATED MODULE: ./build/effects/unheeded.js



/**
 * Fields that are of consequence only through other objects: a Secret through what names it, a service account through
 * policies and certificates that name accounts. Both sides are looked through once, and only where such a field changed.
 */
function unheededIn(base, head) {
    let said;
    let accounts;
    const certificate = ({ base: before, head: after }) => {
        const manifest = after ?? before;
        if (manifest === null || isControlPlanes(manifest))
            return null;
        said ??= { base: unheeded_wordsOf(base), head: unheeded_wordsOf(head) };
        // A credential is named without the ending of its CA part.
        const name = manifest.ref.name.replace(/-cacert$/, '');
        const isNamed = (side) => side.includes(name);
        // What comes with the object that names it is told of that object.
        if (before === null)
            return isNamed(said.base) ? null : 'nothing named it before';
        if (after === null)
            return isNamed(said.head) ? null : 'nothing names it any more';
        return isNamed(said.base) || isNamed(said.head) ? null : 'nothing names it';
    };
    return (change, path) => {
        const manifest = change.head ?? change.base;
        if (manifest === null)
            return null;
        const { group, kind } = manifest.ref;
        if (group === '' && kind === 'Secret')
            return certificate(change);
        if (group === '' && kind === 'ConfigMap')
            return ofConfigMap(manifest, path);
        const field = path.at(-1);
        const isAccount = field === 'serviceAccountName' || field === 'serviceAccount';
        // A WorkloadEntry says what its machine is believed to present, which git does not decide.
        if (!isAccount || kind === 'WorkloadEntry' || !workload/* WORKLOAD_KINDS */.i6.includes(kind))
            return null;
        accounts ??= [base, head].some(namesAccounts);
        return accounts ? null : 'no policy and no certificate names accounts';
    };
}
/** Of the ConfigMap `istio` istiod reads two keys. Source: istio pkg/config/mesh/kubemesh/watcher.go. */
function ofConfigMap({ ref }, [first, key]) {
    if (ref.name !== 'istio' || (first !== 'data' && first !== 'binaryData'))
        return null;
    return first === 'data' && (key === 'mesh' || key === 'meshNetworks')
        ? null
        : 'a key that istiod does not read';
}
/** Secrets that istiod itself reads: its keys, and access to other clusters. Source: istio security/pkg/pki/ca/ca.go. */
function isControlPlanes({ ref, labels }) {
    return CONTROL_PLANE.has(ref.name) || labels['istio/multiCluster'] !== undefined;
}
const CONTROL_PLANE = new Set([
    'cacerts',
    'istio-ca-secret',
    'istio-kubeconfig'
]);
/** Everything the objects of a side say, names in texts of YAML and JSON included; Secrets say nothing of others. */
function unheeded_wordsOf({ manifests }) {
    const others = manifests.filter(({ ref }) => ref.kind !== 'Secret');
    return others.map(({ object }) => JSON.stringify(object)).join('\n');
}
/** Something may tell pods apart by their service accounts: a policy, an accepted certificate, code of somebody's own. */
function namesAccounts(mesh) {
    if (EXTENSION_KINDS.some(kind => mesh.of(kind).length > 0))
        return true;
    if (mesh.of('AuthorizationPolicy').some(seesAccounts))
        return true;
    return ['DestinationRule', 'ServiceEntry'].some(kind => mesh.of(kind).some(({ spec }) => holdsKey(spec, 'subjectAltNames')));
}
function seesAccounts({ spec }) {
    // The provider is told who calls, and what it makes of that is its own.
    if ((0,json/* text */.Qq)(spec.action) === 'CUSTOM')
        return true;
    const conditions = (0,json/* list */.p_)(spec.rules)
        .filter(json/* isMap */.jh)
        .flatMap(rule => (0,json/* list */.p_)(rule.when))
        .filter(json/* isMap */.jh);
    return (ACCOUNT_FIELDS.some(field => holdsKey(spec.rules ?? null, field)) ||
        conditions.some(({ key }) => (0,json/* text */.Qq)(key)?.startsWith('source.') === true));
}
const ACCOUNT_FIELDS = ['principals', 'notPrincipals', 'serviceAccounts', 'notServiceAccounts'];
function holdsKey(value, key) {
    if (Array.isArray(value))
        return value.some(item => holdsKey(item, key));
    if (!(0,json/* isMap */.jh)(value))
        return false;
    return Object.hasOwn(value, key) || Object.values(value).some(item => holdsKey(item, key));
}

// EXTERNAL MODULE: ./build/mesh/features.js
var features = __webpack_require__(21417);
;// CONCATENATED MODULE: ./build/effects/unread-reach.js

const group = 'gateway.networking.k8s.io';
/** Gateways and routes of the Gateway API. */
function gatewayApiObjects(mesh) {
    return [
        ...mesh.of('Gateway', group),
        ...['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'].flatMap(kind => mesh.of(kind))
    ];
}
/** Waypoints, and what asks for one. */
function waypointObjects(mesh) {
    const asking = [...mesh.of('Namespace'), ...mesh.of('Service'), ...mesh.of('ServiceEntry')];
    return [
        ...mesh
            .of('Gateway', group)
            .filter(({ spec }) => String(spec.gatewayClassName ?? '').includes('waypoint')),
        ...asking.filter(({ labels }) => labels['istio.io/use-waypoint'] !== undefined)
    ];
}
/** Namespaces and workloads whose pods ztunnel serves. */
function ambientObjects(mesh) {
    const namespaces = mesh
        .of('Namespace')
        .filter(({ labels }) => labels['istio.io/dataplane-mode'] === 'ambient');
    const workloads = mesh.workloads.filter(one => (0,membership/* membership */.xU)(one, mesh.namespaceLabelsOf(one.namespace)).mode === 'ambient');
    return [...namespaces, ...workloads.map(({ manifest }) => manifest)];
}

;// CONCATENATED MODULE: ./build/effects/unread-traits.js

/** What of an object a behaviour of some version asks for. */
function dynamicEntries(mesh) {
    return mesh.of('ServiceEntry').filter(({ spec }) => spec.resolution === 'DYNAMIC_DNS');
}
/** A proxy that carries certificates of its own says so in its environment. */
function namesClientCertificates(mesh) {
    return mesh.workloads.some(({ manifest }) => JSON.stringify(manifest.spec).includes('TLS_CLIENT_'));
}
function lacksTypeUrl({ spec }) {
    const lacks = (value) => {
        if (Array.isArray(value))
            return value.some(lacks);
        if (!(0,json/* isMap */.jh)(value))
            return false;
        return Object.entries(value).some(([key, member]) => {
            const isConfig = key === 'typed_config' || key === 'typedConfig';
            if (isConfig && (0,json/* isMap */.jh)(member) && member['@type'] === undefined)
                return true;
            return member !== undefined && lacks(member);
        });
    };
    return (0,json/* list */.p_)(spec.configPatches).some(patch => lacks((0,json/* map */.Tj)(patch)?.patch ?? null));
}
function headersOf({ spec }) {
    return (0,json/* list */.p_)(spec.http).flatMap(rule => (0,json/* list */.p_)((0,json/* map */.Tj)(rule)?.match).flatMap(match => [(0,json/* map */.Tj)(match)?.headers, (0,json/* map */.Tj)(match)?.withoutHeaders].flatMap(one => Object.entries((0,json/* mapOrEmpty */.B4)(one)).map(([name, value]) => [
        name,
        value ?? null
    ]))));
}
function headerNames(manifest) {
    return headersOf(manifest)
        .map(([name]) => name)
        .filter(name => name.startsWith('@request.auth.claims'));
}
function headerValues(manifest) {
    return headersOf(manifest).map(([, value]) => value);
}
function unread_traits_isEmpty(value) {
    return (0,json/* isMap */.jh)(value) && Object.keys(value).length === 0;
}

;// CONCATENATED MODULE: ./build/effects/unread-behaviours.js





function isAllocated({ spec }) {
    if ((0,json/* texts */.Te)(spec.addresses).length > 0 || spec.resolution === 'NONE')
        return false;
    return (0,json/* texts */.Te)(spec.hosts).some(host => !host.startsWith('*'));
}
/** Objects of the kind in which a field of this name stands, however deep. */
function written(kind, name) {
    return {
        objects: mesh => mesh.of(kind).filter(({ spec }) => JSON.stringify(spec).includes(`"${name}":`))
    };
}
const everywhere = { nothing: 'every version that is known behaves so' };
const field = { field: true };
const waypoint = { objects: waypointObjects };
const ambient = { objects: ambientObjects };
const unreadBehaviours = {
    // Tables hold one value a header: what repeated lines meet is seen by the evaluator alone.
    'header-lines-apart': {
        objects: mesh => mesh.of('VirtualService').filter(one => headerValues(one).some(value => !unread_traits_isEmpty(value)))
    },
    'policy-header-lines-apart': {
        objects: mesh => mesh
            .of('AuthorizationPolicy')
            .filter(({ spec }) => JSON.stringify(spec).includes('"request.headers['))
    },
    // Sidecars are computed; waypoints and ztunnel know these addresses whatever captures DNS.
    'auto-allocate-addresses': {
        objects: mesh => ambientObjects(mesh).length + waypointObjects(mesh).length === 0
            ? []
            : mesh.of('ServiceEntry').filter(isAllocated)
    },
    'query-prefix': everywhere,
    'failover-priority-values': everywhere,
    'empty-prefix-rejected': everywhere,
    'gateway-api-deployments': everywhere,
    'external-authorization-fixes': everywhere,
    'client-insecure-skip-verify': written('DestinationRule', 'insecureSkipVerify'),
    'optional-mutual-servers': field,
    'ambient-peer-authentication': ambient,
    'service-parents-state-group': {
        objects: mesh => gatewayApiObjects(mesh).filter(({ spec }) => (0,json/* list */.p_)(spec.parentRefs).some(one => (0,json/* map */.Tj)(one)?.kind === 'Service' && (0,json/* map */.Tj)(one)?.group === undefined))
    },
    'filter-type-urls': { objects: mesh => mesh.of('EnvoyFilter').filter(lacksTypeUrl) },
    'bracketed-claim-routes': {
        objects: mesh => mesh.of('VirtualService').filter(one => headerNames(one).some(name => name.includes('[')))
    },
    'http-filter-order': {
        objects: mesh => [
            ...mesh
                .of('EnvoyFilter')
                .filter(({ spec }) => (0,json/* list */.p_)(spec.configPatches).some(patch => (0,json/* map */.Tj)(patch)?.applyTo === 'HTTP_FILTER')),
            ...mesh.of('WasmPlugin')
        ]
    },
    'delegate-header-matches': {
        objects: mesh => mesh.of('VirtualService').filter(({ spec }) => (0,json/* list */.p_)(spec.http).some(rule => {
            const matches = (0,json/* list */.p_)((0,json/* map */.Tj)(rule)?.match).filter(one => (0,json/* isMap */.jh)((0,json/* map */.Tj)(one)?.headers));
            return (0,json/* isMap */.jh)((0,json/* map */.Tj)(rule)?.delegate) && matches.length > 1;
        }))
    },
    'proxy-headers': { meshConfig: raw => (0,json/* isMap */.jh)((0,json/* mapOrEmpty */.B4)(raw.defaultConfig).proxyHeaders) },
    'empty-header-is-presence': {
        objects: mesh => mesh.of('VirtualService').filter(one => headerValues(one).some(value => unread_traits_isEmpty(value)))
    },
    'sidecar-inbound-pool': written('Sidecar', 'inboundConnectionPool'),
    'upstream-proxy-protocol': field,
    'listener-isolation': {
        objects: mesh => gatewayApiObjects(mesh).filter(({ spec }) => (0,json/* list */.p_)(spec.listeners).length > 1)
    },
    'enhanced-resource-scoping': { meshConfig: raw => (0,json/* list */.p_)(raw.discoverySelectors).length > 0 },
    'delta-xds': { nothing: 'how configuration is sent, not what' },
    'use-waypoint-labels': waypoint,
    'duplicate-subsets-rejected': {
        objects: mesh => mesh.of('DestinationRule').filter(({ spec }) => {
            const names = (0,json/* list */.p_)(spec.subsets).map(one => (0,json/* text */.Qq)((0,json/* map */.Tj)(one)?.name) ?? '');
            return new Set(names).size < names.length;
        })
    },
    'audience-lists': {
        objects: mesh => mesh
            .of('RequestAuthentication')
            .filter(({ spec }) => (0,json/* list */.p_)(spec.jwtRules).some(one => (0,json/* texts */.Te)((0,json/* map */.Tj)(one)?.audiences).length > 0))
    },
    'continue-100': { running: 'requests that expect 100-continue' },
    'tls-to-ambient': ambient,
    'inbound-retry': { running: 'connections that an application resets' },
    'destination-rule-tls-for-external': {
        objects: mesh => namesClientCertificates(mesh)
            ? mesh.of('DestinationRule').filter(({ spec }) => (0,json/* isMap */.jh)((0,json/* mapOrEmpty */.B4)(spec.trafficPolicy).tls))
            : []
    },
    'waypoint-policies': waypoint,
    'gateway-class-target-ref': waypoint,
    'waypoint-drops-source-labels': waypoint,
    'ambient-dns-capture': ambient,
    'traffic-distribution': {
        objects: mesh => mesh.of('Service').filter(({ spec }) => spec.trafficDistribution !== undefined)
    },
    'internal-addresses': {
        objects: mesh => mesh.of('AuthorizationPolicy').filter(({ spec }) => {
            const written = JSON.stringify(spec);
            return written.includes('emoteIpBlocks"') || written.includes('"remote.ip"');
        })
    },
    'wasm-fails-closed': {
        objects: mesh => mesh.of('WasmPlugin').filter(({ spec }) => spec.failStrategy !== 'FAIL_OPEN')
    },
    'backend-tls-policy': { objects: mesh => mesh.of('BackendTLSPolicy') },
    'waypoint-tcp-routes': waypoint,
    'filter-matches-domains': {
        objects: mesh => mesh.of('EnvoyFilter').filter(({ spec }) => /"domain_?[nN]ame"/.test(JSON.stringify(spec)))
    },
    'optional-jwt-issuer': {
        objects: mesh => mesh
            .of('RequestAuthentication')
            .filter(({ spec }) => (0,json/* list */.p_)(spec.jwtRules).some(one => ((0,json/* text */.Qq)((0,json/* map */.Tj)(one)?.issuer) ?? '') === ''))
    },
    'upstream-retry-budget': field,
    'several-server-certificates': written('Gateway', 'credentialNames'),
    'inference-pools': {
        objects: mesh => ['InferencePool', 'ListenerSet', 'XListenerSet'].flatMap(one => mesh.of(one))
    },
    'native-sidecars': { running: 'the order in which containers of a pod start and end' },
    'backend-tls-policy-v1': { objects: mesh => mesh.of('BackendTLSPolicy') },
    'dynamic-dns-entries': { objects: dynamicEntries },
    'hash-cookie-attributes': field,
    'gateway-secret-access': {
        running: "whether a gateway's service account may read its Secrets",
        with: mesh => mesh
            .of('Gateway')
            .some(({ spec }) => (0,json/* list */.p_)(spec.servers).some(one => (0,json/* mapOrEmpty */.B4)((0,json/* map */.Tj)(one)?.tls).credentialName !== undefined))
    },
    'ambient-passthrough-entries': ambient,
    'ambient-dry-run': ambient,
    'debug-authentication': { nothing: 'no request of the mesh' },
    'dynamic-dns-tls': { objects: dynamicEntries },
    'no-backend-is-404': {
        objects: mesh => gatewayApiObjects(mesh).filter(({ ref, spec }) => ref.kind === 'HTTPRoute'
            ? (0,json/* list */.p_)(spec.rules).some(one => (0,json/* list */.p_)((0,json/* map */.Tj)(one)?.backendRefs).length === 0)
            : false)
    },
    'merge-route-kinds': {
        objects: mesh => (mesh.of('HTTPRoute').length === 0 ? [] : mesh.of('GRPCRoute'))
    },
    'append-waypoint-services': waypoint,
    'tls-route-terminates': {
        objects: mesh => [
            ...mesh.of('TLSRoute'),
            ...mesh.of('ReferenceGrant').filter(({ spec }) => (0,json/* list */.p_)(spec.to).length > 1),
            ...mesh.of('HTTPRoute').filter(({ spec }) => JSON.stringify(spec).includes('"CORS"'))
        ]
    },
    'traffic-extensions': { objects: mesh => mesh.of('TrafficExtension') },
    'private-key-sets': {
        running: 'issuers whose keys cannot be fetched',
        with: mesh => mesh
            .of('RequestAuthentication')
            .some(({ spec }) => (0,json/* list */.p_)(spec.jwtRules).some(one => (0,json/* map */.Tj)(one)?.jwksUri !== undefined))
    },
    'strict-gateway-merging': {
        objects: mesh => mesh.of('Gateway').length === 0
            ? []
            : mesh
                .of('Gateway', 'gateway.networking.k8s.io')
                .filter(({ ref }) => mesh.of('Gateway').some(one => one.ref.namespace !== ref.namespace))
    },
    'unhealthy-endpoints': { running: 'pods that are not ready' },
    'zone-aware-balancing': written('DestinationRule', 'zoneAwareLbSetting'),
    'service-entry-visibility': { meshConfig: raw => raw.serviceEntryVisibility !== undefined },
    'destination-rule-over-backend-tls': { objects: mesh => mesh.of('BackendTLSPolicy') },
    'edge-connections': { meshConfig: raw => JSON.stringify(raw).includes('"connectionSettings"') },
    'own-namespace-and-others': {
        meshConfig: raw => {
            const given = (0,json/* texts */.Te)(raw.defaultServiceExportTo);
            return given.includes('.') && given.length > 1;
        }
    },
    'waypoint-hashing': waypoint,
    'http2-keepalive': field
};
/** Behaviours that differ between two versions and that nothing computes: unknown where they could show. */
function unreadDifferences(base, head) {
    const unknown = [];
    const assumptions = [];
    if (base.version.minor === head.version.minor)
        return { unknown, assumptions };
    for (const feature of (0,features/* differing */.R1)(base.features, head.features)) {
        const reach = unreadBehaviours[feature];
        if (reach === undefined || 'nothing' in reach || 'field' in reach)
            continue;
        if ('running' in reach) {
            if (reach.with?.(head) !== false) {
                const params = { name: feature, what: reach.running, source: (0,features/* sourceOf */.vz)(feature) };
                assumptions.push({ kind: 'version-behaviour', params });
            }
        }
        else if ('meshConfig' in reach) {
            if (!reach.meshConfig(head.config.raw))
                continue;
            unknown.push(draft(feature, base, head, 'the mesh configuration', head.config.at));
        }
        else {
            const objects = reach.objects(head);
            const [first] = objects;
            if (first === undefined)
                continue;
            const more = objects.length > 1 ? ` and ${objects.length - 1} more` : '';
            const at = { manifest: first, path: ['metadata', 'name'] };
            unknown.push(draft(feature, base, head, `${(0,build_finding/* describeRef */.R)(first.ref)}${more}`, at));
        }
    }
    return { unknown, assumptions };
}
function draft(feature, base, head, what, at) {
    const [before, after] = [base.version.minor, head.version.minor];
    return {
        reason: 'field',
        message: `Istio ${before} and ${after} differ in ${feature} (${(0,features/* sourceOf */.vz)(feature)}), which could touch ${what} and is not computed yet`,
        subject: at === null || !('ref' in at.manifest) ? null : at.manifest.ref,
        at
    };
}

;// CONCATENATED MODULE: ./build/effects/compare.js






















/** Everything that behaves differently in two sides of one mesh, what could not be said, and what was proven. */
function compareMeshes(base, head, changes, isDropped = noFacts.isDropped) {
    const routing = routingInEveryOrder(base, head, changes);
    const [before, after] = [(0,dataplane/* dataplane */.T)(base), (0,dataplane/* dataplane */.T)(head)];
    const security = securityEffects(before, after, changes);
    const hidden = hiddenPairs(routing.effects, before, after, changes);
    const normalisation = normalisationEffects(before, after, changes);
    const exposure = exposureEffects(before, after, (0,proxies_gateway/* gatewayClasses */.f)([base, head]), changes);
    const telemetry = telemetryEffects(base, head, changes);
    const facts = { isDropped, unheeded: unheededIn(base, head) };
    const ledger = readChanges(changes.filter(change => !isExtension(change) || change.equal), facts);
    const unread = unreadDifferences(base, head);
    const unreached = ({ base: before, head: after }) => (decidesAccess(after ?? before)
        ? security.tables
        : (after ?? before)?.ref.kind === 'Telemetry'
            ? telemetry.tables
            : routing.tables) === 0;
    const owned = withRunTimeOwners(base, head, routing.effects);
    const beneath = beneathPatches(head, owned);
    const extension = extensionEffects(before, after, changes);
    return {
        effects: [
            ...withExposure(withPairs(folded(beneath.effects, routing.sidecars, changes), security.effects), exposure.effects),
            ...security.effects,
            ...hidden.effects,
            ...normalisation.effects,
            ...telemetry.effects,
            ...extension.effects
        ].sort(byRisk),
        unknown: [
            ...routing.unknown,
            ...security.unknown,
            ...hidden.unknown,
            ...normalisation.unknown,
            ...exposure.unknown,
            ...attachedUnknowns(base, head, changes),
            ...ledger.unknown,
            ...selectionUnknowns(base, head, changes),
            ...undiscovered(base, head),
            ...beneath.unknown,
            ...extension.unknown,
            ...unread.unknown
        ],
        proxies: routing.proxies,
        tables: routing.tables + security.tables + exposure.tables + telemetry.tables,
        classes: routing.classes + security.classes,
        textOnly: [
            ...ledger.textOnly,
            ...extension.textOnly,
            ...ledger.read.filter(unreached).flatMap(dependedOnByNothing)
        ],
        assumptions: [
            ...opaqueAssumptions(head, changes),
            ...worldAssumptions(head),
            ...unread.assumptions
        ]
    };
}
/** Policies are compared at servers, everything else at least where it is routed. */
function decidesAccess(manifest) {
    return ['AuthorizationPolicy', 'RequestAuthentication', 'PeerAuthentication'].includes(manifest?.ref.kind ?? '');
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

;// CONCATENATED MODULE: ./build/effects/rollout.js










/** More changed objects than this are brought out in steps of their own, which nobody can foresee. */
const changeLimit = 200;
/**
 * What the order in which a change is applied can break for a while. States in between are compiled and compared as
 * both sides are: a request counts that base serves, that head serves, and that in between fails or goes where neither
 * sends it.
 */
function rollout(base, head, changes) {
    const moving = changes.filter(one => !one.equal);
    const groups = phaseGroups(moving);
    if (groups.length < 2 || moving.length > changeLimit || !orderCanMatter(moving)) {
        return { groups, hazards: [] };
    }
    const steps = groups.map(stepOf);
    const between = statesBetween(base, head, steps);
    const order = safeOrder(steps.length, between);
    if (order === null)
        return { groups, hazards: [noSafeOrder(steps, between)] };
    const ordered = order.map(index => steps[index]).filter(step => step !== undefined);
    const hazards = order.flatMap((index, place) => {
        const step = steps[index];
        // One part alone, before those that should come first.
        const failing = place === 0 || step === undefined ? [] : between(new Set([index]));
        if (failing.length === 0 || step === undefined)
            return [];
        const before = ordered.slice(0, place).map(stepWords).join(', then ');
        return [
            `order matters: ${listWords(failing)} until the rest is applied, if this comes first: ${stepWords(step)}. Safe: ${before} before it`
        ];
    });
    return { groups: order.map(index => groups[index] ?? []), hazards };
}
function statesBetween(base, head, steps) {
    const end = (0,dataplane/* dataplane */.T)(head);
    const known = new Map();
    return done => {
        const key = [...done].sort((a, b) => a - b).join();
        let failing = known.get(key);
        if (failing === undefined) {
            const state = steps.filter((_, index) => done.has(index)).reduce(applied, base);
            failing = failuresBetween(base, state, end);
            known.set(key, failing);
        }
        return failing;
    };
}
/** The order as given where it is safe, else the first one that is; null: none is. */
function safeOrder(count, between) {
    const all = Array.from({ length: count }, (_, index) => index);
    const from = (done) => {
        if (done.length === count)
            return done;
        for (const next of all) {
            if (done.includes(next))
                continue;
            const further = [...done, next];
            const isLast = further.length === count;
            if (!isLast && between(new Set(further)).length > 0)
                continue;
            const found = from(further);
            if (found !== null)
                return found;
        }
        return null;
    };
    return from([]);
}
function noSafeOrder(steps, between) {
    const done = new Set();
    for (const [index, step] of steps.entries()) {
        done.add(index);
        const failing = between(done);
        if (failing.length > 0) {
            return `no order of whole objects is safe: ${listWords(failing)} after "${stepWords(step)}", until the rest is applied. First apply a version of what is changed that holds the old and the new names, take the old ones out last`;
        }
    }
    return '';
}
function applied(mesh, { apply, remove }) {
    const gone = new Set([...apply, ...remove].map(({ ref }) => (0,mesh_order/* refKey */.XF)(ref)));
    const kept = mesh.manifests.filter(({ ref }) => !gone.has((0,mesh_order/* refKey */.XF)(ref)));
    return mesh.over([...kept, ...apply]);
}
/** More subjects than this are told by their number. */
const rollout_nameLimit = 3;
/** "requests to reviews in shop, port 9080 are answered …": what base and the end serve and a state between does not. */
function failuresBetween(base, between, end) {
    const changes = (0,manifest_change/* manifestChanges */.tA)(base.manifests, between.manifests);
    const { effects } = routingEffects({
        base: (0,dataplane/* dataplane */.T)(base),
        head: (0,dataplane/* dataplane */.T)(between),
        classes: (0,proxies/* proxyClasses */.z)(base, between),
        changes
    });
    const failing = new Set();
    for (const effect of effects) {
        const { kind, subject, region, witness } = effect.draft;
        if (kind !== 'traffic-lost' && kind !== 'rerouted')
            continue;
        const last = effect.again(end, podsIn(end.mesh));
        if (!isServed(last) || isThere(witness, last))
            continue;
        if (kind === 'rerouted' && !strays(witness, last))
            continue;
        const becomes = witness === null ? 'fail' : failureWords(witness.after, subject.namespace);
        const which = region.startsWith('every ') ? '' : ` (${region})`;
        failing.add(`requests to ${subjectWords(subject)}${which} ${becomes}`);
    }
    const all = [...failing];
    return all.length <= rollout_nameLimit
        ? all
        : [...all.slice(0, rollout_nameLimit), `${all.length - rollout_nameLimit} more`];
}
function failureWords({ settings: _, ...outcome }, namespace) {
    return `become: ${outcomeWords(outcome, namespace)}`;
}
const fails = new Set([
    'no-virtual-host',
    'no-route',
    'no-cluster',
    'no-endpoints',
    'reset',
    'closed',
    'blackhole',
    'config-refused',
    'unknown'
]);
function isServed({ outcome, status, destinations }) {
    if (outcome === 'direct-response')
        return (status ?? 0) < 400;
    return !fails.has(outcome) && !destinations.some(one => one.missing === true);
}
/** What the state in between gives is what the end gives. */
function isThere(witness, last) {
    if (witness === null || witness.after.outcome !== last.outcome)
        return false;
    const places = ({ destinations }) => destinations.map(rollout_placeOf).sort().join();
    return places(witness.after) === places(last);
}
/** Goes for a while to a place that neither side sends it to. */
function strays(witness, last) {
    if (witness === null)
        return false;
    const { before, after } = witness;
    if ([before, after, last].some(({ outcome }) => outcome !== 'served'))
        return false;
    const known = new Set([...before.destinations, ...last.destinations].map(rollout_placeOf));
    return after.destinations.some(one => !known.has(rollout_placeOf(one)));
}
function rollout_placeOf({ host, subset, port }) {
    return JSON.stringify([host, subset ?? '', port]);
}

// EXTERNAL MODULE: ./build/review/findings.js
var review_findings = __webpack_require__(5287);
;// CONCATENATED MODULE: ./build/review/upgrade.js






/**
 * Comparisons that are made to tell causes apart: enough to find one among all, more where the mesh is small. Each
 * costs what the first did, which grows with the classes of requests.
 */
const FEWEST_RUNS = 14;
const MOST_RUNS = 160;
const MOST_CLASSES = 400_000;
/** Beyond this many classes one comparison is all that memory has room for. */
const ONCE = 50_000;
/**
 * Which of the differences between two versions makes each effect: the one without which the effect is gone. Groups of
 * differences that change no effect are left at once, so that the cost follows what matters to this mesh and not how
 * many differences there are.
 */
function withVersionCauses(upgrade, sides, found) {
    const minors = [sides.base.version.minor, sides.head.version.minor];
    const unknown = [
        ...found.unknown,
        ...takenDifferently(upgrade.inputs.head.manifests, minors, upgrade.known)
    ];
    const all = differences(upgrade, sides);
    if (found.effects.length === 0 || all.length === 0)
        return { ...found, unknown };
    const causes = new Map();
    const whole = new Set(found.effects.map(upgrade_keyOf));
    let left = Math.min(MOST_RUNS, Math.max(FEWEST_RUNS, Math.ceil(MOST_CLASSES / (found.classes + 1))));
    const gone = (restored) => {
        if (left === 0)
            return null;
        left -= 1;
        const kept = new Set(compareWith(upgrade, sides, restored).effects.map(upgrade_keyOf));
        return new Set([...whole].filter(key => !kept.has(key)));
    };
    const search = (group, without) => {
        if (without.size === 0)
            return;
        const half = Math.ceil(group.length / 2);
        const parts = group.length === 1 ? [] : [group.slice(0, half), group.slice(half)];
        const explained = new Set();
        for (const part of parts) {
            const own = gone(part);
            if (own === null)
                break;
            for (const key of own)
                explained.add(key);
            search(part, own);
        }
        // Alone it is the cause; of a group whose halves change nothing, those that cannot be spared.
        for (const key of without) {
            if (explained.has(key))
                continue;
            causes.set(key, [...(causes.get(key) ?? []), ...needed(group, key)]);
        }
    };
    const needed = (group, key) => {
        let kept = group;
        for (const one of group) {
            const others = kept.filter(other => other !== one);
            if (others.length > 0 && gone(others)?.has(key) === true)
                kept = others;
        }
        return left === 0 && kept.length > 3 ? [notToldApart(kept)] : kept;
    };
    const every = found.classes > ONCE ? null : gone(all);
    if (every !== null)
        search(all, every);
    else
        for (const key of whole)
            causes.set(key, [notToldApart(all)]);
    const edited = new Set(upgrade.changes.flatMap(({ base, head }) => [base, head]));
    return {
        ...found,
        unknown,
        effects: found.effects.map(effect => withCauses(effect, causes, edited, minors[0]))
    };
}
function notToldApart(group) {
    return {
        name: `one or more of ${group.length} behaviours`,
        source: 'too many to tell apart in a mesh of this size'
    };
}
function withCauses(effect, causes, edited, before) {
    const own = causes.get(upgrade_keyOf(effect));
    if (own === undefined)
        return effect;
    const behaviours = new Map();
    for (const { name, feature, field, source } of own) {
        const known = feature === undefined
            ? `one of the versions does not know ${field ?? name}`
            : (0,features/* sourceOf */.vz)(feature);
        behaviours.set(name, { name, source: source ?? known });
    }
    return {
        ...effect,
        behaviours: [...behaviours.values()],
        // What is not edited did not change: it is read otherwise.
        causes: effect.causes.map(cause => edited.has(cause.at.manifest) ? cause : { ...cause, note: 'this is read otherwise' }),
        rollback: effect.rollback === '' ? `stay on Istio ${before}` : effect.rollback
    };
}
/** Rows of the table that differ, and fields that one version alone knows. */
function differences({ inputs, known }, sides) {
    const fields = new Set();
    for (const side of ['base', 'head']) {
        for (const { fields: own } of newFields(inputs[side].manifests, sides[side], known)) {
            for (const field of own)
                fields.add(field.name);
        }
    }
    return [
        ...(0,features/* differing */.R1)(sides.base.features, sides.head.features).map(feature => ({
            name: feature,
            feature
        })),
        ...[...fields].sort().map(field => ({ name: field, field }))
    ];
}
/** The comparison, where some differences are taken back: head behaves as base does, and no side ignores the field. */
function compareWith({ inputs, changes, known }, sides, restored) {
    const rows = new Set([...OF_ONE_THEORY, ...restored.flatMap(({ feature }) => feature ?? [])]);
    const kept = new Set(restored.flatMap(({ field }) => field ?? []));
    const input = (side) => ({
        ...inputs[side],
        manifests: withoutFields(inputs[side].manifests, sides[side], known, kept)
    });
    const { base, head } = (0,mesh/* buildMeshes */.g)(input('base'), {
        ...input('head'),
        asIn: { rows, features: sides.base.features }
    });
    return compareMeshes(base, head, changes);
}
/** What is said of whom; for which requests, other differences decide too. */
function upgrade_keyOf({ kind, mesh, subject, changes }) {
    return (0,build_fingerprint/* canonical */.$)([kind, mesh, subject, changes]);
}

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
function compareMesh(base, head, changes, ambiguous, failures, defaultNamespace, versions, known) {
    const compared = failures.run('The comparison', head.name, compared_nothing, () => {
        const isDropped = droppedFields(known, { base, head });
        const found = compareMeshes(base, head, changes, isDropped);
        if (versions === null)
            return found;
        return withVersionCauses({ ...versions, changes }, { base, head }, found);
    });
    const effects = compared.effects.filter(effect => !effect.causes.some(cause => ambiguous.has((0,mesh_order/* refKey */.XF)(cause.ref))));
    const unchecked = { groups: phaseGroups(changes.filter(one => !one.equal)), hazards: [] };
    const steps = failures.run('The check of the order of applying', head.name, unchecked, () => rollout(base, head, changes));
    return {
        ...compared,
        rollout: steps,
        assumptions: [...compared.assumptions, ...inputAssumptions(head, changes, defaultNamespace)],
        effects: effects.sort(byRisk).map(compared_effectOf),
        unknown: compared.unknown.map(draft => (0,review_findings/* unknownOf */.KO)(draft, head.name))
    };
}
/** What was not given with the files and had to be taken. */
function inputAssumptions(head, changes, defaultNamespace) {
    const assumptions = [];
    if (head.config.isDefault) {
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


function counterparts_counterparts(others) {
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
        const others = rest.flatMap(({ mesh, subject, proxy, region, fingerprint: own, members }) => [
            { mesh, subject, proxy, region, fingerprint: own },
            ...members
        ]);
        return [fold_meshes_named({ ...first, members: [...first.members, ...others] })];
    });
}
/** An effect that stands for others is named by all of them: a waiver of one of them is no waiver of the rest. */
function fold_meshes_named(effect) {
    if (effect.members.length === 0)
        return effect;
    const all = [effect, ...effect.members].map(one => one.fingerprint);
    return { ...effect, fingerprint: (0,build_fingerprint/* fingerprint */.R)([...new Set(all)].sort()) };
}
function fold_meshes_likeness(effect) {
    const { kind, direction, severity, certainty, subject, proxy, region, changes, causes } = effect;
    return (0,build_fingerprint/* canonical */.$)([
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

// EXTERNAL MODULE: ./build/review/meshes.js + 3 modules
var review_meshes = __webpack_require__(50865);
;// CONCATENATED MODULE: ./build/review/plan.js

/** More steps than this are no plan any more; the effects themselves say the rest. */
const stepLimit = 20;
/** How to bring the change out, see that it works, and take it back. Empty where nothing behaves differently. */
function planOf(rollouts, changes, effects) {
    const hazards = rollouts.flatMap(one => one.hazards);
    if (effects.length === 0 && hazards.length === 0)
        return { rollout: [], verify: [], watch: [], rollback: [] };
    const [only] = rollouts;
    // The parts of one mesh were tried; those of several are told together, by kind.
    const groups = only === undefined || rollouts.length > 1
        ? phaseGroups(changes.filter(one => !one.equal))
        : only.groups;
    return {
        rollout: [...groups.map(group => stepWords(stepOf(group))), ...new Set(hazards)],
        verify: plan_distinct(effects.map(effect => effect.verify)),
        watch: plan_distinct(effects.map(effect => effect.watch)),
        rollback: backwards(groups).map(stepWords)
    };
}
function plan_distinct(steps) {
    return [...new Set(steps.filter(step => step !== ''))].slice(0, stepLimit);
}

// EXTERNAL MODULE: ./build/review/rendered.js + 5 modules
var review_rendered = __webpack_require__(99929);
;// CONCATENATED MODULE: ./build/review/run-time-writers.js
/** Kinds whose controllers write Istio's own objects into the cluster, which git then does not hold. */
const WRITERS = [
    [/^serving\.knative\.dev\/(?:Service|Route|DomainMapping)$/, 'routes of Knative'],
    [/^networking\.internal\.knative\.dev\//, 'routes of Knative'],
    [/^serving\.kserve\.io\//, 'routes of KServe'],
    [/^machinelearning\.seldon\.io\//, 'routes of Seldon'],
    [/^kubeflow\.org\/Notebook$/, 'routes of notebooks'],
    [/^flagger\.app\/Canary$/, 'VirtualServices and DestinationRules of Flagger']
];
/** What controllers apply besides git, by the kinds that git holds. */
function runTimeWriters(byKind) {
    const found = [];
    for (const [kind, count] of Object.entries(byKind)) {
        const writer = WRITERS.find(([pattern]) => pattern.test(kind));
        if (writer === undefined || count === 0)
            continue;
        found.push({ kind: 'objects-at-run-time', params: { kind, what: writer[1] } });
    }
    return found;
}

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

;// CONCATENATED MODULE: ./build/review/told-apart.js


/**
 * What one of the files that stand for one another makes different, beside what was told of the mesh without it. All of
 * it holds where that file is the one applied.
 */
function toldApart(own, whole, file) {
    const told = new Set([
        ...whole.effects.map(({ kind, subject, region, changes }) => (0,build_fingerprint/* canonical */.$)([kind, subject, region, changes])),
        ...whole.unknown.map(({ reason, message }) => (0,build_fingerprint/* canonical */.$)([reason, message])),
        ...whole.textOnly.map(one => (0,build_fingerprint/* canonical */.$)([one.ref, one.file, one.what]))
    ]);
    const applied = { kind: 'file-applied', params: { file } };
    return {
        ...own,
        rollout: {
            ...own.rollout,
            hazards: own.rollout.hazards.filter(hazard => !whole.rollout.hazards.includes(hazard))
        },
        effects: own.effects
            .filter(({ kind, subject, region, changes }) => !told.has((0,build_fingerprint/* canonical */.$)([kind, subject, region, changes])))
            .map(effect => ({
            ...effect,
            certainty: (0,build_finding/* worst */.Q)(effect.certainty, 'assumed'),
            assumptions: [...effect.assumptions, applied]
        })),
        unknown: own.unknown.filter(({ reason, message }) => !told.has((0,build_fingerprint/* canonical */.$)([reason, message]))),
        textOnly: own.textOnly.filter(one => !told.has((0,build_fingerprint/* canonical */.$)([one.ref, one.file, one.what]))),
        assumptions: [...own.assumptions, applied]
    };
}

// EXTERNAL MODULE: ./build/review/unread.js
var review_unread = __webpack_require__(42818);
;// CONCATENATED MODULE: ./build/review/upgrade-note.js

/** What a mesh under two versions was asked, and what of their differences it shows. */
function upgradeNote(base, head, effects) {
    const count = (0,features/* differing */.R1)(base.features, head.features).length;
    const shown = new Set(effects.flatMap(({ behaviours = [] }) => behaviours.map(({ name }) => name)));
    const mesh = head.name === 'default' ? 'The mesh' : `The mesh ${head.name}`;
    const goes = `${mesh} goes from Istio ${base.version.minor} (${base.version.why}) to ${head.version.minor} (${head.version.why})`;
    const all = `${count} ${count === 1 ? 'behaviour differs' : 'behaviours differ'} between them`;
    const names = [...shown].sort().join(', ');
    return shown.size === 0
        ? `${goes}: ${all}, and none changes anything for these manifests beyond what is listed as assumed or not proven.`
        : `${goes}: ${all}, and these change something for these manifests: ${names}.`;
}

// EXTERNAL MODULE: ./build/go/duration.js
var duration = __webpack_require__(82659);
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
        const read = typeof value === 'string' ? (0,duration/* parseDuration */.E)(value) : null;
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
    if (denies && rule_isHttpAlone(rule))
        field.report(deniesTcp);
}
function rule_isHttpAlone(rule) {
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
    if (protocol !== '' && port_protocolOf(protocol) === null)
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
function port_protocolOf(word) {
    const lower = word.toLowerCase();
    return Object.hasOwn(PROTOCOLS, lower) ? (PROTOCOLS[lower] ?? null) : null;
}
function isHttpProtocol(word) {
    return port_protocolOf(word)?.isHttp === true;
}
function isTlsProtocol(word) {
    return port_protocolOf(word)?.isTls === true;
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
const objects_OBJECTS = {
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
    const fields = objects_OBJECTS[applyTo];
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
            return typeof value === 'string' && (0,duration/* parseDuration */.E)(value) !== null;
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
    const isKnown = port_protocolOf(port.protocol) !== null;
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
    const facts = port_protocolOf(protocol);
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
    const port = spec.ports.find(({ protocol }) => port_protocolOf(protocol)?.isTcp === true);
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
        const facts = port_protocolOf(protocol);
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


const tracing_several = warning('unsupported-tracing-count', '{field} has several entries, but Istio supports one. Put them together.');
const severalProviders = warning('unsupported-provider-count', '{field} names several providers, but tracing has one.');
const invalidSampling = refusal('invalid-sampling', '{field} is {percentage}, but must be from 0 to 100.');
const tracing_noTagName = refusal('missing-custom-tag-name', '{field} holds a tag without a name.');
const tracing_noTagValue = refusal('missing-custom-tag-value', '{field} is not set: a tag needs where its value comes from.');
function checkTracing(tracing, field) {
    if (tracing.length > 1)
        field.report(tracing_several);
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
                if (!overlaps_covers(other.match, match))
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
function overlaps_covers(earlier, later) {
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

// EXTERNAL MODULE: ./build/analyzers/index.js + 170 modules
var analyzers = __webpack_require__(6473);
// EXTERNAL MODULE: ./build/config/select.js
var config_select = __webpack_require__(27695);
;// CONCATENATED MODULE: ./build/review/configured-suppressions.js


/**
 * Takes out what the configuration suppresses. It holds for rendered objects too, which can carry no comment. A failure
 * of ours cannot be suppressed, and what is said of suppressions neither.
 */
function withoutConfigured(findings, suppressions) {
    if (suppressions.length === 0)
        return { kept: findings, suppressed: [], unused: [] };
    const byId = new Map();
    for (const one of suppressions)
        byId.set(one.finding, [...(byId.get(one.finding) ?? []), one]);
    const used = new Set();
    const kept = [];
    const suppressed = [];
    for (const finding of findings) {
        const by = wantedBy(finding, byId);
        if (by === undefined)
            kept.push(finding);
        else {
            used.add(by);
            suppressed.push({ finding, by: { reason: by.reason, origin: 'configuration' } });
        }
    }
    return { kept, suppressed, unused: suppressions.filter(one => !used.has(one)) };
}
function wantedBy(finding, byId) {
    if (/^internal\//.test(finding.id) || finding.id === 'manifest/unused-suppression')
        return undefined;
    for (const id of [finding.id, ...finding.sources]) {
        for (const suppression of byId.get(id) ?? []) {
            const { paths, object } = suppression;
            if (paths.length > 0 && !paths.some(path => (0,config_select/* selectsPath */.Pl)(path, finding.at.file)))
                continue;
            if (object === null)
                return suppression;
            if (finding.subject === null)
                continue;
            if (namesObject(object, (0,build_finding/* describeRef */.R)(finding.subject)))
                return suppression;
        }
    }
    return undefined;
}
/** `*` stands for any text; everything else for itself. Each part is looked for once, from the left. */
function namesObject(pattern, name) {
    const [first = '', ...rest] = pattern.split('*');
    const last = rest.pop();
    if (last === undefined)
        return pattern === name;
    if (!name.startsWith(first))
        return false;
    let at = first.length;
    for (const part of rest) {
        const found = name.indexOf(part, at);
        if (found < 0)
            return false;
        at = found + part.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
}
/** A finding for each that met nothing, at its line of the configuration. What a comparison does not ask of all is left out. */
function unusedConfigured(unused) {
    return unused
        .filter(({ finding }) => !finding.startsWith('schema/'))
        .map(({ finding, object, at }) => ({
        id: 'manifest/unused-suppression',
        sources: [],
        severity: 'warning',
        certainty: 'certain',
        message: `Nothing is suppressed by this entry: no finding ${finding}${object === null ? '' : ` about ${object}`} is where it looks. Remove it, or correct it.`,
        params: { id: finding, origin: 'configuration', object: object ?? '' },
        subject: null,
        at,
        related: []
    }));
}

;// CONCATENATED MODULE: ./build/review/suppressed.js

/**
 * Takes out what comments and annotations of the manifests suppress. A failure of ours cannot be suppressed, and what
 * is told of a file as a whole neither.
 */
function suppressed_applied(findings, suppressions) {
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
        if (by.origin === 'configuration')
            return `${where} (configuration: ${by.reason})`;
        return by.reason === null ? `${where} (${by.origin})` : `${where} (${by.reason})`;
    });
    if (suppressed.length > shown.length)
        shown.push(`${suppressed.length - shown.length} more`);
    const count = suppressed.length === 1 ? '1 finding is' : `${suppressed.length} findings are`;
    return `${count} suppressed: ${shown.join('; ')}.`;
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
function withSuppressions(found, readings, { command, config }, mesh) {
    const codes = new Set(analyzers/* analyzers */.q.flatMap(({ id, sources }) => [id, ...sources]));
    const side = (findings, reading) => {
        const result = suppressed_applied(findings, reading?.suppressions ?? []);
        const configured = withoutConfigured(result.kept, config.suppressions);
        // Analyzers did not run: most suppressions meet nothing.
        const unused = command === 'validate'
            ? []
            : [
                ...unusedSuppressions(result.unused, codes),
                ...unusedConfigured(reading === null ? [] : configured.unused)
            ];
        return {
            kept: [...configured.kept, ...unused.map(draft => (0,review_findings/* findingOf */.hD)(draft, mesh))],
            suppressed: [...result.suppressed, ...configured.suppressed]
        };
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
    const upgraded = [];
    const validating = validation(input, failed);
    const known = knownFields(input.schemas);
    const compareBuilt = (files, sides) => {
        if (sides.base === null || files.base === null)
            return null;
        const edits = (0,manifest_change/* manifestChanges */.tA)(files.base.manifests, files.head.manifests);
        const ambiguous = new Set([...files.base.ambiguous, ...files.head.ambiguous]);
        changes.set(files.name, edits);
        const namespace = files.selection?.defaultNamespace ?? config.defaultNamespace;
        const { versions } = sides;
        const result = compareMesh(sides.base, sides.head, edits, ambiguous, failed, namespace, versions, known);
        if (versions !== null)
            upgraded.push(upgradeNote(sides.base, sides.head, result.effects));
        return result;
    };
    for (const one of meshes) {
        step(meshes.length === 1 ? 'analysing' : `analysing ${one.name}`);
        const sides = buildSides(one, input);
        reported.push(reportedOf(one, sides));
        const common = { input, failures: failed, validation: validating };
        const isOneVersion = sides.base?.version.minor === sides.head.version.minor;
        const others = (side) => side !== null && isOneVersion ? counterparts_counterparts(side.manifests) : noCounterparts;
        if (sides.base !== null && one.base !== null) {
            const ofBase = { ...common, ...one.base, mesh: sides.base, others: others(one.head) };
            found.base.push(...(0,side/* sideFindings */.K)(ofBase).findings);
        }
        const ofHead = { ...common, ...one.head, mesh: sides.head, others: others(one.base) };
        const { findings: inHead, unknown: notRun } = (0,side/* sideFindings */.K)(ofHead);
        found.head.push(...inHead);
        for (const draft of [...one.unknown, ...notRun])
            unknown.push((0,review_findings/* unknownOf */.KO)(draft, one.name));
        step(meshes.length === 1 ? 'comparing' : `comparing ${one.name}`);
        const result = compareBuilt(one, sides);
        if (result === null)
            continue;
        compared.push(result);
        for (const other of one.alternatives) {
            const built = buildSides(other, input);
            reported.push(reportedOf(other, built));
            const again = compareBuilt(other, built);
            if (again !== null)
                compared.push(toldApart(again, result, other.name));
        }
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
        changed: changedRefs(meshes, changes, reported)
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
    const edits = (0,manifest_change/* distinctChanges */.IU)([...changes.values()].flat());
    const rollouts = compared.map(one => one.rollout);
    const hazards = [...new Set(rollouts.flatMap(one => one.hazards))];
    const headManifests = meshes.flatMap(one => one.head.manifests);
    const textOnly = [
        ...compared.flatMap(one => one.textOnly),
        ...textOnlyFiles(files, headManifests, editedManifests(edits))
    ];
    const assumptions = distinctAssumptions([
        ...compared.flatMap(one => one.assumptions),
        ...(compared.length === 0 ? [] : runTimeWriters(readings.head.byKind)),
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
        plan: planOf(rollouts, edits, effects),
        ...withNotes([...hazards, ...(input.notes ?? []), ...notes, ...upgraded, ...wanted.notes])
    };
}
function reportedOf({ name, base, head }, sides) {
    return { name, sides: { base: review_sideOf(sides.base, base), head: review_sideOf(sides.head, head) } };
}
function review_sideOf(mesh, files) {
    if (mesh === null || files === null)
        return null;
    const { minor, why } = mesh.version;
    return { istio: minor, why, manifests: files.manifests.length };
}
function changedRefs(meshes, changes, reported) {
    // Under another version every object is.
    const upgraded = reported.filter(({ sides: { base, head } }) => base && base.istio !== head.istio);
    const wholly = new Set(upgraded.map(({ name }) => name));
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
    return (mesh, ref) => wholly.has(mesh) || keys.has(`${mesh}\n${(0,mesh_order/* refKey */.XF)(ref)}`);
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

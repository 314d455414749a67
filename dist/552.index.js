export const id = 552;
export const ids = [552];
export const modules = {

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


/***/ })

};
